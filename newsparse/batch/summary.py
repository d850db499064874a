"""The summary of a batch for a terminal: pages, fill rates, warnings, failures, slowest pages."""

from __future__ import annotations

from collections import Counter

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from newsparse.batch.run import Report


def show(report: Report, console: Console) -> None:
    """Print the summary of a batch."""
    console.print(summary(report))


def summary(report: Report) -> RenderableType:
    """The summary of a batch, for rich to print."""
    stats = report.stats
    parts: list[RenderableType] = [Text(note) for note in report.notes]
    if not (report.was_complete and not stats.pages):
        parts.append(Text(_headline(report), style="bold"))
    tables = (
        ("pages by kind", stats.kinds),
        ("pages with a warning", stats.warnings),
        ("pages without a record", stats.errors),
    )
    parts += [_counts(title, counts) for title, counts in tables if counts]
    if stats.first_failure:
        parts.append(Text(f"the first of them: {stats.first_failure}"))
    if stats.fill_rates:
        parts.append(_rates(stats.fill_rates))
    if stats.slowest:
        parts.append(_slowest(stats.slowest))
    return Group(*parts)


def _headline(report: Report) -> str:
    stats = report.stats
    new = stats.pages - report.resumed
    rate = f", {new / report.seconds:,.1f} a second" if report.seconds > 0 and new else ""
    earlier = f" ({report.resumed:,} of them by earlier runs)" if report.resumed else ""
    end = "" if report.complete else "; stopped before the end: --resume continues it"
    return f"{stats.pages:,} pages{earlier}{rate}, {stats.failed:,} without a record{end}"


def _counts(title: str, counts: Counter[str]) -> Table:
    table = _table(title, "pages")
    for name, count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])):
        table.add_row(name, f"{count:,}")
    return table


def _rates(rates: dict[str, float]) -> Table:
    table = _table("articles with", "share")
    for name, share in rates.items():
        table.add_row(name, f"{share:.1%}")
    return table


def _slowest(slowest: list[tuple[float, str]]) -> Table:
    table = _table("slowest pages", "seconds")
    for seconds, id_ in slowest:
        table.add_row(Text(id_, overflow="ellipsis", no_wrap=True), f"{seconds:.3f}")
    return table


def _table(title: str, figure: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(title)
    table.add_column(figure, justify="right")
    return table
