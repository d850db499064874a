"""The dates of a page are held against each other: which one wins, and what is left out."""

from __future__ import annotations

import json

import pytest

import newsparse
from newsparse.records import WarningCode

STORY = "".join(
    f"<p>The harbour board of Lindow voted {count} to two on Tuesday to rebuild the old pier.</p>"
    for count in ("nine", "eight", "seven", "six", "five")
)


def parse(lines: str, **stated: str) -> newsparse.Article:
    """A page with some lines under its headline, and what its JSON-LD states."""
    item = json.dumps({"@type": "NewsArticle", "headline": "Board rebuilds pier", **stated})
    return newsparse.parse(
        '<html lang="en"><head><title>Board rebuilds pier</title>'
        f'<script type="application/ld+json">{item}</script></head><body><article>'
        f"<h1>Board rebuilds pier</h1><p>By Ada Lin</p>{lines}{STORY}</article></body></html>"
    )


def said(article: newsparse.Article) -> tuple[str | None, str | None]:
    return tuple(  # type: ignore[return-value]
        moment.isoformat() if moment else None for moment in (article.published, article.updated)
    )


def left_out(article: newsparse.Article) -> list[str]:
    return [one.message for one in article.warnings if one.code is WarningCode.BAD_DATE]


@pytest.mark.parametrize(
    ("lines", "published", "updated"),
    [
        ("<p>4 March 2024</p><p>Published: 13 Feb 2024</p>", "2024-02-13", None),
        ("<p>4 March 2024</p><p>First published: 13 Feb 2024</p>", "2024-02-13", "2024-03-04"),
        ("<p>Updated Date: 4 March 2024</p>", "2024-03-04", "2024-03-04"),
        ("<p>Updated on 4 March 2024 | Posted on 3 March 2024</p>", "2024-03-03", "2024-03-04"),
        (
            '<p><abbr title="2024-03-04T10:15:00Z">Monday</abbr></p>',
            "2024-03-04T10:15:00+00:00",
            None,
        ),
        (
            '<p><time class="updated" datetime="2024-03-05">Tuesday</time>'
            ' <time class="published" datetime="2024-03-04">Monday</time></p>',
            "2024-03-04",
            "2024-03-05",
        ),
        ("<p>January 6, 2024</p><p>Posted 06/01/2024</p>", "2024-01-06", None),
        ("<p>June 1, 2024</p><p>Posted 06/01/2024</p>", "2024-06-01", None),
    ],
)
def test_printed_dates(lines: str, published: str, updated: str | None) -> None:
    assert said(parse(lines)) == (published, updated)


def test_the_head_beats_a_printed_line() -> None:
    article = parse("<p>Published: 5 March 2024</p>", datePublished="2024-03-04T10:15:00Z")
    assert said(article) == ("2024-03-04T10:15:00+00:00", None)
    assert not left_out(article)


@pytest.mark.parametrize("empty", ["1970-01-01T00:00:00Z", "1969-12-31T19:00:00-05:00"])
def test_the_start_of_a_clock_is_no_date(empty: str) -> None:
    article = parse("<p>4 March 2024</p>", datePublished=empty)
    assert said(article) == ("2024-03-04", None)
    assert len(left_out(article)) == 1


def test_a_printed_date_of_1970_stands_alone() -> None:
    assert said(parse("<p>4 January 1970</p>")) == ("1970-01-04", None)


def test_a_date_far_after_two_that_agree_is_left_out() -> None:
    article = parse(
        "<p>First published 12 June 2020</p>",
        datePublished="2099-12-31T23:59:59Z",
        dateModified="2020-06-12T10:00:00Z",
    )
    assert said(article) == ("2020-06-12", "2020-06-12T10:00:00+00:00")
    assert len(left_out(article)) == 1


def test_an_old_story_that_was_updated_keeps_its_date() -> None:
    article = parse(
        "<p>Updated 12 June 2024</p>",
        datePublished="2012-03-04T10:00:00Z",
        dateModified="2024-06-12T10:00:00Z",
    )
    assert said(article)[0] == "2012-03-04T10:00:00+00:00"
    assert not left_out(article)


def test_an_update_before_the_publication_is_left_out() -> None:
    article = parse("", datePublished="2024-03-04T10:00:00Z", dateModified="2024-03-03T10:00:00Z")
    assert said(article) == ("2024-03-04T10:00:00+00:00", None)
    assert len(left_out(article)) == 1


def test_swapped_dates_are_put_right_where_the_page_says_so() -> None:
    article = parse(
        "<p>Published 3 March 2024</p>",
        datePublished="2024-03-04T10:00:00Z",
        dateModified="2024-03-03T10:00:00Z",
    )
    assert said(article) == ("2024-03-03T10:00:00+00:00", "2024-03-04T10:00:00+00:00")
    assert not left_out(article)


TALE = "".join(
    f"<p>The harbour board of Lindow met for the {count} time this year.</p>"
    for count in ("first", "second", "third", "fourth")
)


def framed(above: str = "", under: str = "", below: str = "", head: str = "") -> newsparse.Article:
    """A page with lines above and under its headline and below its story."""
    return newsparse.parse(
        f"<html lang='en'><head><title>Board rebuilds the old pier</title>{head}</head><body>"
        f"<div>{above}</div><div><h1>Board rebuilds the old pier</h1>{under}{TALE}</div>"
        f"<div>{below}</div></body></html>"
    )


def test_the_day_of_the_visit_above_the_headline_yields_to_the_line_under_it() -> None:
    visit = "<p>Tuesday, 9 April 2013</p><p>Search</p><p>Weather</p><p>Sport</p>"
    assert said(framed(visit, "<p>25 October 2011</p>")) == ("2011-10-25", None)
    assert said(framed(f"{visit}<p>8 December 2011</p>")) == ("2011-12-08", None)


def test_dates_below_a_heading_of_related_stories_are_theirs() -> None:
    below = "<p>Related stories</p><p>4 October 2012</p><p>A pier is built</p>"
    above = "<p>Friday, 30 December 2011</p>" + "<p>Sport</p>" * 12
    assert said(framed(above, below=below)) == ("2011-12-30", None)


def test_the_address_that_the_head_states_dates_the_story() -> None:
    head = '<meta property="og:url" content="https://example.org/archive/2012/01/05/pier.html">'
    assert said(framed(head=head)) == ("2012-01-05", None)
