"""The progress bar and the summary, as a user sees them."""

from __future__ import annotations

import io
import re
from collections import Counter

from rich.console import Console

from newsparse.batch.inputs.sources import InputProgress
from newsparse.batch.outcome import Failure, FailureKind, Key, Outcome
from newsparse.batch.progress import ProgressBar
from newsparse.batch.run import Report
from newsparse.batch.stats import BatchStats, page_result
from newsparse.batch.summary import show
from newsparse.records import Article, Headline, PageKind, ParseWarning, WarningCode

STORY = Article(
    kind=PageKind.ARTICLE,
    headline=Headline("Rain falls"),
    warnings=(ParseWarning(WarningCode.NO_BODY, "no body"),),
)
GOOD = page_result(Key("a", 0), Outcome("a", STORY, seconds=0.5))
BAD = page_result(
    Key("a", 1), Outcome("b", error=Failure(FailureKind.TIME, "past 60 s"), seconds=60.0)
)


def watched(terminal: bool) -> str:
    told = io.StringIO()
    with ProgressBar(Console(file=told, force_terminal=terminal, width=120)) as bar:
        bar(GOOD, InputProgress(200, 50))
        bar(BAD, InputProgress(200, 100))
        bar._bar.refresh()
    return told.getvalue()


def test_bar_shows_pages_rate_failures_and_time_left() -> None:
    told = watched(True)
    assert "2 pages" in told and "a second, 1 failed" in told
    assert len(re.findall(r"\d:\d\d:\d\d", told)) >= 2  # gone, and left


def test_bar_prints_nothing_if_output_is_not_a_terminal() -> None:
    assert watched(False).strip() == ""


def test_summary_shows_the_result_of_the_batch() -> None:
    stats = BatchStats()
    for page in (GOOD, BAD):
        stats.add(page)
    assert stats.errors == Counter(time=1)
    told = io.StringIO()
    show(Report(stats, False, resumed=1, seconds=2.0), Console(file=told, width=140))
    said = told.getvalue()
    lines = [" ".join(line.split()) for line in said.splitlines()]
    assert (
        lines[0]
        == "2 pages (1 of them by earlier runs), 0.5 a second, 1 without a record; stopped before the end: --resume continues it"
    )
    assert {
        "article 1",
        "headline 100.0%",
        "body 0.0%",
        "no-body 1",
        "time 1",
        "b 60.000",
        "a 0.500",
    } <= set(lines)
