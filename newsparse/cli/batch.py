"""`newsparse batch`: files, folders, archives and tables of pages to one output."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer
from typer.core import TyperCommand

from newsparse.batch.formats import InputKind, Layout, OutputFormat
from newsparse.cli.codes import BATCH_HELP, Code
from newsparse.cli.options import (
    Comments,
    ProfileName,
    ProfilesFolder,
    Without,
    parser_with,
    part_names,
)
from newsparse.cli.output import print_error
from newsparse.errors import NewsparseError

if TYPE_CHECKING:
    from newsparse.batch.plan import Plan, Start
    from newsparse.batch.run import Report
    from newsparse.batch.stats import BatchStats

_LEARN: Final = "--learn"
_PAGES_LEARNED: Final = 50
"""Pages of each host that `--learn` reads where it has no number."""
_UNITS: Final = {"": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30}
_SIZE: Final = re.compile(r"(\d+(?:\.\d+)?)\s*([kmg]?)i?b?", re.IGNORECASE)


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("batch", epilog=BATCH_HELP, cls=BatchCommand)(batch)


class BatchCommand(TyperCommand):
    """A command whose option `--learn` may stand without its number."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The arguments that are left over, as of any command."""
        return list(super().parse_args(ctx, list(_with_number(args))))


def _with_number(args: list[str]) -> Iterator[str]:
    """The arguments, with the default number behind a `--learn` that has none.

    >>> list(_with_number(["--learn", "pages/", "--learn", "20"]))
    ['--learn=50', 'pages/', '--learn', '20']
    """
    for arg, following in zip_longest(args, args[1:], fillvalue=""):
        bare = arg == _LEARN and not following.isdecimal()
        yield f"{_LEARN}={_PAGES_LEARNED}" if bare else arg


def _column(what: str) -> Any:
    return typer.Option(metavar="NAME", help=f"The column with {what}.")


def batch(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT...", help="Files, folders or globs; - is standard input."),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="Where to write. The suffix tells the format, and .gz or .zst after it compresses "
            "JSONL and CSV; - is standard output.",
        ),
    ] = "-",
    to: Annotated[
        str | None,
        typer.Option(metavar="FORMAT", help=f"{', '.join(OutputFormat)}. [default: by the suffix]"),
    ] = None,
    flat: Annotated[
        bool, typer.Option("--flat", help="Write one row of plain columns a page, not the record.")
    ] = False,
    no_sources: Annotated[
        bool,
        typer.Option(
            "--no-sources",
            help="Leave out where each value was read from (raw, source, evidence): far smaller.",
        ),
    ] = False,
    errors: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Write the pages without a record here, as JSONL."),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(min=0, help="Worker processes; 0 for none. [default: one for each core]"),
    ] = None,
    ordered: Annotated[
        bool, typer.Option("--ordered", help="Write the pages in the order of the inputs.")
    ] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Continue a batch that was killed or stopped.")
    ] = False,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace an output that is already there.")
    ] = False,
    page_seconds: Annotated[
        float, typer.Option(help="Time cap for a page; 0 for none.", min=0)
    ] = 60.0,
    page_memory: Annotated[
        str, typer.Option(help="Memory cap for a page, as 500M or 2G; 0 for none.")
    ] = "2G",
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="KIND",
            help=f"What the inputs contain: {', '.join(InputKind)}. [default: by the suffix]",
        ),
    ] = None,
    html_column: Annotated[str, _column("an HTML page")] = "html",
    text_column: Annotated[str, _column("a plain-text page")] = "text",
    content_column: Annotated[str, _column("a page of either kind")] = "content",
    url_column: Annotated[str, _column("the URL of the page")] = "url",
    id_column: Annotated[str, _column("the id of the page")] = "id",
    encoding_column: Annotated[str, _column("the charset of a page given as bytes")] = "encoding",
    profile: ProfileName = None,
    profiles: ProfilesFolder = None,
    min_confidence: Annotated[
        float | None,
        typer.Option(
            metavar="P",
            min=0,
            max=1,
            help="Leave out the record of a page whose body is right with less than this "
            "probability (0 to 1); --errors lists the page.",
        ),
    ] = None,
    without: Without = None,
    known: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="What you know of the pages: a row each in JSONL, CSV, TSV or Parquet, with id or "
            "url, and published, updated, authors, language, masthead, section, use.",
        ),
    ] = None,
    comments: Comments = False,
    learn: Annotated[
        int | None,
        typer.Option(
            _LEARN,
            metavar="[N]",
            min=2,
            help="Read the inputs twice: first learn what the pages of each host have in common, "
            f"from N of them. [default N: {_PAGES_LEARNED}]",
        ),
    ] = None,
    sites: Annotated[
        str | None,
        typer.Option(
            metavar="DIR",
            help="A folder of what is known of sites. It is used where it is there; else --learn "
            "writes it. [default with --learn: beside the output]",
        ),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Show no progress bar and no summary.")
    ] = False,
) -> None:
    """Parse many pages: one record a page, as JSONL, Parquet, CSV, SQLite or Markdown.

    A page that cannot be parsed, or that exceeds a cap, is recorded as such, and the rest goes on.
    Ctrl-C stops the batch and keeps what was done; --resume continues it, and a batch that was
    killed.
    """
    from newsparse.batch.inputs.columns import Columns
    from newsparse.batch.plan import Plan
    from newsparse.batch.pool import Caps
    from newsparse.batch.run import run

    parser, profile = parser_with(profiles, profile)
    try:
        plan = Plan(
            inputs=tuple(inputs),
            output=output,
            format=to,
            errors=errors,
            columns=Columns(
                html_column, text_column, content_column, url_column, id_column, encoding_column
            ),
            kind=_kind(from_),
            parser=parser,
            profile=profile,
            workers=workers,
            ordered=ordered,
            caps=Caps(page_seconds or None, _bytes(page_memory) or None),
            start=_start(resume, overwrite),
            layout=_layout(flat, no_sources),
            min_confidence=min_confidence,
            without=part_names(without),
            known=known,
            comments=comments,
            learn=learn,
            sites=sites,
        )
        report = run(plan) if quiet else _run_on_screen(plan)
    except NewsparseError as error:
        raise typer.BadParameter(str(error)) from None
    raise typer.Exit(_code(report))


def _run_on_screen(plan: Plan) -> Report:
    """Run the batch with a progress bar and a summary, on standard error."""
    from rich.console import Console

    from newsparse.batch.progress import ProgressBar
    from newsparse.batch.run import run
    from newsparse.batch.summary import show

    console = Console(stderr=True, highlight=False)
    with ProgressBar(console) as bar:
        report = run(plan, bar)
    show(report, console)
    return report


def _code(report: Report) -> Code:
    if not report.complete:
        return Code.INTERRUPTED
    if report.was_complete and not report.stats.pages:
        return Code.READ
    if not report.stats.read:
        print_error(f"no page was read: {_why(report.stats)}")
        return Code.NO_ARTICLE
    return Code.UNREADABLE if report.stats.failed > report.stats.doubtful else Code.READ


def _why(stats: BatchStats) -> str:
    """Why no page of a batch was read."""
    if not stats.pages:
        return "the inputs contain no page"
    if stats.failed:
        return f"{stats.failed:,} of {stats.pages:,} failed; {stats.first_failure}"
    return f"the input is empty or binary data ({stats.pages:,} pages)"


def _start(resume: bool, overwrite: bool) -> Start:
    from newsparse.batch.plan import Start

    if resume and overwrite:
        raise typer.BadParameter("--resume keeps what --overwrite replaces: choose one of them")
    if resume:
        return Start.RESUME
    return Start.OVERWRITE if overwrite else Start.FRESH


def _layout(flat: bool, no_sources: bool) -> Layout:
    if flat:
        return Layout.FLAT
    return Layout.WITHOUT_SOURCES if no_sources else Layout.NESTED


def _kind(name: str | None) -> InputKind | None:
    try:
        return None if name is None else InputKind(name)
    except ValueError:
        message = f"inputs contain {', '.join(InputKind)}, not {name!r}"
        raise typer.BadParameter(message, param_hint="--from") from None


def _bytes(size: str) -> int:
    """A size as a user writes it, in bytes.

    >>> _bytes("2G"), _bytes("500M"), _bytes("0")
    (2147483648, 524288000, 0)
    """
    match = _SIZE.fullmatch(size.strip())
    if match is None:
        message = f"a size is a number and a unit, like 500M or 2G, not {size!r}"
        raise typer.BadParameter(message, param_hint="--page-memory")
    return int(float(match[1]) * _UNITS[match[2].lower()])
