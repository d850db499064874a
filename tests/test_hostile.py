"""Hostile pages: no exception, readable parts are read, and exceeded caps give a warning."""

from __future__ import annotations

import json

import fuzz
import hostile
import pytest

import newsparse
from newsparse import Limits, WarningCode

SMALL = Limits(size=40_000, depth=40, blocks=30, json=2_000, nodes=100, claims=4_000)
P = f"<p>{hostile.SENTENCE}</p>"


def codes(article: newsparse.Article) -> set[WarningCode]:
    return {warning.code for warning in article.warnings}


@pytest.mark.parametrize("name", hostile.PAGES)
def test_hostile_pages(name: str) -> None:
    page = hostile.PAGES[name]()
    article = newsparse.parse(page)
    article.to_json().encode("utf-8")
    if (
        isinstance(page, str)
        and hostile.PARAGRAPHS in page
        and name not in ("json", "nul characters")
    ):
        assert hostile.SENTENCE in "".join(part.text for part in newsparse.segment(page)), (
            "the story before the trouble was lost"
        )
    assert "root:" not in article.to_json()


def test_mutated_pages() -> None:
    wrong = [
        problem
        for page, arguments in fuzz.inputs(120, 11)
        if (problem := _problem(page, arguments))
    ]
    assert not wrong


def _problem(page: object, arguments: dict[str, object]) -> str:
    try:
        fuzz.run(page, arguments)
    except Exception as error:
        return f"{error!r} for {page!r:.300} with {arguments}"
    return ""


def test_size_cap() -> None:
    for page in (P * 1_000, (P * 1_000).encode(), f"{hostile.SENTENCE}\n\n" * 1_000):
        article = newsparse.parse(page, limits=SMALL)
        assert WarningCode.SIZE_CAP in codes(article) and hostile.SENTENCE in article.text
        assert WarningCode.SIZE_CAP not in codes(newsparse.parse(page[:40_000], limits=SMALL))


def test_depth_cap() -> None:
    def page(depth: int) -> str:
        return P * 3 + "<div>" * depth + "<p>the deepest</p>and after it"

    for depth, met in ((30, False), (38, False), (39, True), (90, True), (1_000, True)):
        parts = newsparse.segment(page(depth), limits=SMALL)
        assert (
            WarningCode.DEPTH_CAP in codes(newsparse.parse(page(depth), limits=SMALL))
        ) is met, depth
        assert any(part.text == "the deepest" for part in parts) is not met, depth
        assert parts[0].text == hostile.SENTENCE
        assert (parts[-1].text == "and after it") is (depth < 40), (
            "what stands beside what is too deep is read"
        )


def test_the_depth_that_libxml2_stops_at_is_told_too() -> None:
    """From 2.13 on it stops at about 2,000 elements, whatever the cap; before that, it reads them all."""
    page, limits = "<div>" * 6_000 + "<p>the deepest", Limits(depth=10_000)
    parts = newsparse.segment(page, limits=limits)
    told = WarningCode.DEPTH_CAP in codes(newsparse.parse(page, limits=limits))
    assert told is not any(part.text == "the deepest" for part in parts)


def test_block_cap() -> None:
    for page in (P * 31, f"{hostile.SENTENCE}\n\n" * 31):
        assert len(newsparse.segment(page, limits=SMALL)) == 30
        assert WarningCode.BLOCK_CAP in codes(newsparse.parse(page, limits=SMALL))
        assert WarningCode.BLOCK_CAP not in codes(newsparse.parse(page, limits=Limits(blocks=31)))


def test_claim_cap() -> None:
    page = "<h1>Rain falls</h1>" + "".join(
        f"<p>On day {at} {hostile.SENTENCE.replace('Tuesday', f'day {at + 1}')}</p>"
        for at in range(200)
    )
    for cap, met in ((300, False), (150, True), (20, True)):
        article = newsparse.parse(page, limits=Limits(claims=cap))
        assert (WarningCode.WORK_CAP in codes(article)) is met
        assert article.headline is not None and article.headline.text == "Rain falls"
        assert 10 < len(article.body) <= min(cap, 200), "only resolved blocks are kept"
        assert len(newsparse.segment(page, limits=Limits(claims=cap))) == 201, "a block is missing"


def _with(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_json_cap() -> None:
    first = {"@type": "NewsArticle", "headline": "Rain falls on Exampleton"}
    page = _with(first) + _with({"@type": "NewsArticle", "articleBody": "x" * 2_000}) + P
    article = newsparse.parse(page, limits=SMALL)
    assert WarningCode.WORK_CAP in codes(article)
    assert article.headline is not None and article.headline.text == "Rain falls on Exampleton"
    assert WarningCode.WORK_CAP not in codes(newsparse.parse(page))


def test_node_cap() -> None:
    story = {
        "@type": "NewsArticle",
        "headline": "Rain falls on Exampleton",
        "about": [[] for _ in range(99)],
    }
    article = newsparse.parse(_with(story) + P, limits=SMALL)
    assert WarningCode.WORK_CAP in codes(article)
    assert article.headline is not None and article.headline.text == "Rain falls on Exampleton"
    assert WarningCode.WORK_CAP not in codes(newsparse.parse(_with(story) + P))


FIELDS = (
    "@type @id @graph headline alternativeHeadline description articleBody articleSection author creator contributor publisher name jobTitle email sameAs url mainEntityOfPage "
    "datePublished dateCreated dateModified keywords isAccessibleForFree hasPart inLanguage image thumbnailUrl liveBlogUpdate about mentions itemListElement"
).split()
WRONG = (
    None,
    True,
    False,
    0,
    -1,
    1e300,
    "",
    " ",
    "x" * 5_000,
    [],
    {},
    [None],
    [[]],
    [{}],
    {"@type": 5},
    {"@id": 5},
    {"name": {"name": []}},
    {"@value": "x"},
    [1, "a", None, {"name": 3}],
    {"@type": ["Person", 3], "name": [["Ada Lin"]]},
)


@pytest.mark.parametrize("field", FIELDS)
def test_wrong_types_in_json_ld_fields(field: str) -> None:
    for value in WRONG:
        for story in (
            {"@type": "NewsArticle", "headline": "Rain falls", field: value},
            {"@type": ["NewsArticle"], "author": {field: value}, "publisher": [{field: value}]},
        ):
            newsparse.parse(_with(story) + P)


@pytest.mark.parametrize(
    "value",
    [
        "[]",
        "5",
        '"x"',
        "null",
        "true",
        "[[[]]]",
        "[5, null]",
        '{"@graph": 5}',
        '{"@graph": {"@type": "NewsArticle"}}',
        '{"@type": null}',
        '{"@type": {}}',
        "{}",
    ],
)
def test_json_ld_that_is_not_an_object(value: str) -> None:
    newsparse.parse(f'<script type="application/ld+json">{value}</script>{P}')
