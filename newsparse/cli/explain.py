"""`newsparse explain PAGE -o page.html`: how a page was read, as one file to look at."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer

from newsparse.errors import NewsparseError

_MOMENTS = ["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S%z"]
_CANNOT_READ = 1
_MISUSED = 2


def explain(
    page: Annotated[str, typer.Argument(help="A file of HTML or plain text, or - for standard input.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The file to write; without it, standard output.")] = None,
    url: Annotated[str | None, typer.Option(help="The page's address.")] = None,
    profile: Annotated[str | None, typer.Option(help='A profile\'s name, or "generic" for none.')] = None,
    media: Annotated[str | None, typer.Option(help='"html" or "text", where looking may mislead.')] = None,
    encoding: Annotated[str | None, typer.Option(help="The encoding that the transport stated.")] = None,
    reference: Annotated[dt.datetime | None, typer.Option(formats=_MOMENTS, help="The moment that relative dates count from.")] = None,
) -> None:
    """Show how a page was read: one HTML file, every segment labelled, the record beside it."""
    from newsparse.explainer.explain import explain as explained

    if output is None and sys.stdout.isatty():
        _stop("name the file to write with -o, or pipe the output", _MISUSED)
    try:
        content = sys.stdin.buffer.read() if page == "-" else Path(page).read_bytes()
        shown = explained(content, url=url, profile=profile, media=media, encoding=encoding, reference=reference)
        if output is None:
            sys.stdout.buffer.write(shown.encode())
        else:
            output.write_text(shown, "utf-8")
    except OSError as error:
        _stop(f"{error.filename or page}: {error.strerror or error}", _CANNOT_READ)
    except NewsparseError as error:
        _stop(str(error), _MISUSED)


def _stop(message: str, code: int) -> None:
    typer.echo(f"newsparse explain: {message}", err=True)
    raise typer.Exit(code)


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(explain)
