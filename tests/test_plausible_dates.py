"""Dates against the moment of the fetch: a true date is kept across time zones, a later one is left out with a warning."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsparse
from newsparse import WarningCode
from newsparse.assemble.plausible_dates import is_plausible

FETCHED = dt.datetime(2024, 3, 4, 22, 5, tzinfo=dt.UTC)
CASES = {
    "five minutes before, the next day in Sydney": ("2024-03-05T09:00+11:00", True),
    "five minutes before, the next day on Kiritimati": ("2024-03-05T12:00+14:00", True),
    "the day before, in Honolulu": ("2024-03-04T12:00-10:00", True),
    "the clock is half an hour fast": ("2024-03-04T22:35+00:00", True),
    "Sydney's time stated as UTC": ("2024-03-05T09:00Z", True),
    "Sydney's time without a zone": ("2024-03-05T09:00", True),
    "the day in Sydney": ("2024-03-05", True),
    "last year": ("2023-03-05", True),
    "a day later": ("2024-03-05T22:05+00:00", False),
    "a day later without a zone": ("2024-03-05T22:05", False),
    "the day after tomorrow": ("2024-03-06", False),
    "next year": ("2025-03-04", False),
}
"""What the page states as `datePublished`, and whether it is kept."""


def page(published: str) -> str:
    return (
        f'<html><head><script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{published}"}}</script></head>'
        "<body><article><h1>Rain falls on Exampleton</h1>"
        "<p>It rained on Exampleton all day, the council said on Tuesday.</p></article></body></html>"
    )


def warned(article: newsparse.Article) -> list[str]:
    return [one.message for one in article.warnings if one.code is WarningCode.BAD_DATE]


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("hours", [0, 10, -9])
def test_a_date_is_kept_where_some_zone_explains_it(name: str, hours: int) -> None:
    """In whatever zone the moment of the fetch is stated."""
    stated, kept = CASES[name]
    fetched = FETCHED.astimezone(dt.timezone(dt.timedelta(hours=hours)))
    article = newsparse.parse(page(stated), reference=fetched)
    assert (article.published is not None) is kept
    assert bool(warned(article)) is not kept


def test_the_warning_quotes_the_date_and_the_fetch() -> None:
    (message,) = warned(newsparse.parse(page("2025-03-04T10:00Z"), reference=FETCHED))
    assert "2025-03-04T10:00Z" in message and "2024-03-04T22:05:00+00:00" in message


def test_a_later_statement_gives_way_to_a_true_one() -> None:
    both = page("2025-03-04").replace("<h1>", "<p class=date>March 4, 2024</p><h1>")
    article = newsparse.parse(both, reference=FETCHED)
    assert article.published == dt.date(2024, 3, 4)
    assert len(warned(article)) == 1


def test_without_a_reference_nothing_is_left_out() -> None:
    article = newsparse.parse(page("2089-03-04"))
    assert article.published == dt.date(2089, 3, 4) and not warned(article)


def test_a_reference_without_a_zone_is_taken_at_its_latest() -> None:
    naive = FETCHED.replace(tzinfo=None)
    assert newsparse.parse(page("2024-03-05T22:05Z"), reference=naive).published is not None
    assert newsparse.parse(page("2024-03-07"), reference=naive).published is None


ZONES = st.integers(-12, 14).map(lambda hours: dt.timezone(dt.timedelta(hours=hours)))


@given(
    st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2090, 1, 1)),
    st.integers(0, 10**6),
    ZONES,
    ZONES,
)
def test_what_was_published_before_the_fetch_is_always_plausible(
    moment: dt.datetime, seconds: int, here: dt.timezone, there: dt.timezone
) -> None:
    """By its moment, by its time without the zone, and by its day, in any two zones."""
    published = moment.replace(tzinfo=here)
    fetched = (published + dt.timedelta(seconds=seconds)).astimezone(there)
    assert is_plausible(published, fetched)
    assert is_plausible(moment, fetched)
    assert is_plausible(moment.date(), fetched)
    assert is_plausible(moment, fetched.replace(tzinfo=None))


@pytest.mark.parametrize("edge", [dt.datetime.min, dt.datetime.max])
@pytest.mark.parametrize("hours", [-12, 14])
def test_the_ends_of_the_calendar_are_no_trouble(edge: dt.datetime, hours: int) -> None:
    zoned = edge.replace(tzinfo=dt.timezone(dt.timedelta(hours=hours)))
    assert is_plausible(zoned, zoned)
    assert is_plausible(dt.datetime.min, zoned)
    assert not is_plausible(dt.datetime.max, FETCHED)
