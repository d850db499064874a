"""The summary of a batch, for a terminal: pages, articles, fill rates, warnings, failures, slowest pages."""

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
    """The summary of a batch, as something that rich prints."""
    tally = report.tally
    parts: list[RenderableType] = [Text(_headline(report), style="bold")]
    parts += [_counts("pages by kind", tally.kinds)] if tally.kinds else []
    parts += [_rates(tally.fill_rates)] if tally.fill_rates else []
    parts += [_counts("pages with a warning", tally.warnings)] if tally.warnings else []
    parts += [_counts("pages without a record", tally.errors)] if tally.errors else []
    parts += [_slowest(tally.slowest)] if tally.slowest else []
    return Group(*parts)


def _headline(report: Report) -> str:
    tally = report.tally
    fresh = tally.pages - report.resumed
    rate = f", {fresh / report.seconds:,.1f} a second" if report.seconds > 0 and fresh else ""
    earlier = f" ({report.resumed:,} of them by earlier runs)" if report.resumed else ""
    end = "" if report.complete else "; stopped before the end, --resume goes on"
    return f"{tally.pages:,} pages{earlier}{rate}, {sum(tally.errors.values()):,} without a record{end}"


def _counts(title: str, counts: Counter[str]) -> Table:
    table = _table(title, "pages")
    for name, count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])):
        table.add_row(name, f"{count:,}")
    return table


def _rates(rates: dict[str, float]) -> Table:
    table = _table("articles that hold", "share")
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
