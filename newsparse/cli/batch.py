"""`newsparse batch`: files, folders, archives and tables of pages to one output."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from newsparse.batch.inputs.sources import InputKind

_UNITS = {"": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmg]?)i?b?", re.IGNORECASE)
_STOPPED = 130
_MISUSE = 2


def register(app: typer.Typer) -> None:
    """Add the command to an application."""
    app.command("batch")(batch)


def batch(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help='Files, folders, globs, or "-" for standard input.')],
    output: Annotated[
        str, typer.Option("--output", "-o", help='File or folder; its suffix tells the format. "-": JSONL to standard output.')
    ] = "-",
    to: Annotated[str | None, typer.Option(help="Output format: jsonl, parquet, csv, sqlite, markdown. Default: by the suffix.")] = None,
    errors: Annotated[str | None, typer.Option(metavar="FILE", help="Write pages without a record here, as JSONL.")] = None,
    workers: Annotated[int | None, typer.Option(min=0, help="Processes; 0 for none. Default: one a core.")] = None,
    ordered: Annotated[bool, typer.Option("--ordered", help="Keep the order of the inputs.")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where a killed or stopped batch was.")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an output that is there.")] = False,
    page_seconds: Annotated[float, typer.Option(help="Time cap of a page; 0 for none.", min=0)] = 60.0,
    page_memory: Annotated[str, typer.Option(help='Memory cap of a page\'s worker, as "500M" or "2G"; 0 for none.')] = "2G",
    from_: Annotated[
        str | None, typer.Option("--from", help="What the inputs hold: page, warc, jsonl, csv, parquet. Default: by the suffix.")
    ] = None,
    html_column: Annotated[str, typer.Option(help="Column with an HTML page.")] = "html",
    text_column: Annotated[str, typer.Option(help="Column with a plain-text page.")] = "text",
    content_column: Annotated[str, typer.Option(help="Column with a page of either kind.")] = "content",
    url_column: Annotated[str, typer.Option(help="Column with the page's URL.")] = "url",
    id_column: Annotated[str, typer.Option(help="Column with the page's id.")] = "id",
    encoding_column: Annotated[str, typer.Option(help="Column with the charset of a page given as bytes.")] = "encoding",
    profile: Annotated[
        str | None, typer.Option(help='Site profile for every page; "generic" for none. Default: found page by page.')
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar and no summary.")] = False,
) -> None:
    """Parse many pages: one record a page, in JSONL, Parquet, CSV, SQLite or Markdown.

    A page that cannot be parsed, or that is past its caps, is recorded as such and the rest goes on. Ctrl-C stops with what was
    done written; --resume goes on from there, and after a kill.
    """
    from rich.console import Console

    from newsparse.batch.inputs.columns import Columns
    from newsparse.batch.pool import Caps
    from newsparse.batch.progress import Bar
    from newsparse.batch.run import Plan, Start, run, unwatched
    from newsparse.batch.summary import show
    from newsparse.errors import NewsparseError

    if resume and overwrite:
        raise typer.BadParameter("--resume keeps what --overwrite removes: choose one")
    console = Console(stderr=True, highlight=False)
    try:
        plan = Plan(
            inputs=tuple(inputs),
            output=output,
            format=to,
            errors=errors,
            columns=Columns(html_column, text_column, content_column, url_column, id_column, encoding_column),
            kind=_kind(from_),
            profile=profile,
            workers=workers,
            ordered=ordered,
            caps=Caps(page_seconds or None, _bytes(page_memory) or None),
            start=Start.RESUME if resume else Start.OVERWRITE if overwrite else Start.FRESH,
        )
        if quiet:
            report = run(plan, unwatched)
        else:
            with Bar(console) as bar:
                report = run(plan, bar)
            show(report, console)
    except NewsparseError as error:
        typer.echo(f"newsparse batch: {error}", err=True)
        raise typer.Exit(_MISUSE) from None
    if not report.complete:
        raise typer.Exit(_STOPPED)


def _kind(name: str | None) -> InputKind | None:
    from newsparse.batch.inputs.sources import InputKind

    try:
        return None if name is None else InputKind(name)
    except ValueError:
        raise typer.BadParameter(f"inputs hold {', '.join(InputKind)}, not {name!r}") from None


def _bytes(size: str) -> int:
    """A size as a user writes it, in bytes.

    >>> _bytes("2G"), _bytes("500M"), _bytes("0")
    (2147483648, 524288000, 0)
    """
    match = _SIZE.fullmatch(size.strip())
    if match is None:
        raise typer.BadParameter(f"a size is a number and a unit, like 500M or 2G, not {size!r}")
    return int(float(match[1]) * _UNITS[match[2].lower()])
