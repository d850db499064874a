"""`newsparse batch`: files, folders, archives and tables of pages to one output."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsparse.cli.codes import Code
from newsparse.cli.options import ProfileName, ProfilesFolder, parser_with
from newsparse.errors import NewsparseError

if TYPE_CHECKING:
    from newsparse.batch.inputs.sources import InputKind
    from newsparse.batch.plan import Plan, Start
    from newsparse.batch.run import Report

_UNITS = {"": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmg]?)i?b?", re.IGNORECASE)
_KINDS = "page, warc, jsonl, csv, parquet, scan"
_FORMATS = "jsonl, parquet, csv, sqlite, markdown"


def register(app: typer.Typer) -> None:
    """Add the command to an application."""
    app.command("batch")(batch)


def _column(what: str) -> Any:
    return typer.Option(metavar="NAME", help=f"Column with {what}.")


def batch(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...", help='Files, folders, globs, or "-" for standard input.'
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help='Its suffix tells the format; "-" is standard output.',
        ),
    ] = "-",
    to: Annotated[
        str | None, typer.Option(metavar="FORMAT", help=f"{_FORMATS}. Default: by the suffix.")
    ] = None,
    errors: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Write pages without a record here, as JSONL."),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=0, help="Processes; 0 for none. Default: one a core.")
    ] = None,
    ordered: Annotated[
        bool, typer.Option("--ordered", help="Keep the order of the inputs.")
    ] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where a killed or stopped batch was.")
    ] = False,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace an output that is there.")
    ] = False,
    page_seconds: Annotated[
        float, typer.Option(help="Time cap of a page; 0 for none.", min=0)
    ] = 60.0,
    page_memory: Annotated[
        str, typer.Option(help='Memory cap of a page\'s worker, as "500M" or "2G"; 0 for none.')
    ] = "2G",
    from_: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="KIND", help=f"Inputs hold {_KINDS}. Default: by the suffix."
        ),
    ] = None,
    html_column: Annotated[str, _column("an HTML page")] = "html",
    text_column: Annotated[str, _column("a plain-text page")] = "text",
    content_column: Annotated[str, _column("a page of either kind")] = "content",
    url_column: Annotated[str, _column("the page's URL")] = "url",
    id_column: Annotated[str, _column("the page's id")] = "id",
    encoding_column: Annotated[str, _column("the charset of a page given as bytes")] = "encoding",
    profile: ProfileName = None,
    profiles: ProfilesFolder = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress bar and no summary.")
    ] = False,
) -> None:
    """Parse many pages: one record a page, in JSONL, Parquet, CSV, SQLite or Markdown.

    A page that cannot be parsed, or that is past its caps, is recorded as such and the rest goes on. Ctrl-C stops with what was
    done written; --resume goes on from there, and after a kill.
    """
    from newsparse.batch.inputs.columns import Columns
    from newsparse.batch.plan import Plan
    from newsparse.batch.pool import Caps
    from newsparse.batch.run import run

    columns = Columns(
        html_column, text_column, content_column, url_column, id_column, encoding_column
    )
    caps = Caps(page_seconds or None, _bytes(page_memory) or None)
    kind, parser, start = _kind(from_), parser_with(profiles, profile), _start(resume, overwrite)
    plan = Plan(
        tuple(inputs),
        output,
        to,
        errors,
        columns,
        kind,
        parser,
        profile,
        workers,
        ordered,
        caps,
        start,
    )
    try:
        report = run(plan) if quiet else _shown(plan)
    except NewsparseError as error:
        raise typer.BadParameter(str(error)) from None
    if not report.complete:
        raise typer.Exit(Code.INTERRUPTED)


def _shown(plan: Plan) -> Report:
    """The batch with its bar and its summary, on standard error."""
    from rich.console import Console

    from newsparse.batch.progress import Bar
    from newsparse.batch.run import run
    from newsparse.batch.summary import show

    console = Console(stderr=True, highlight=False)
    with Bar(console) as bar:
        report = run(plan, bar)
    show(report, console)
    return report


def _start(resume: bool, overwrite: bool) -> Start:
    from newsparse.batch.plan import Start

    if resume and overwrite:
        raise typer.BadParameter("--resume keeps what --overwrite removes: choose one")
    if resume:
        return Start.RESUME
    return Start.OVERWRITE if overwrite else Start.FRESH


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
