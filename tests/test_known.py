"""What the caller knows fills or replaces fields, and the record says so."""

from __future__ import annotations

import datetime as dt

import pytest

import newsparse
from newsparse import InputError, Known, Origin, Parser

STORY = (
    "<p>It rained on Exampleton all day, the council said on Tuesday, and the river rose.</p>"
    "<p>The schools will open at the usual hour, and the ferry sails as long as the fog allows.</p>"
)
BARE = f"<html><body><article><h1>Rain falls</h1>{STORY}</article></body></html>"
STATED = (
    '<html lang="en"><head><meta property="og:site_name" content="The Herald">'
    '<meta property="article:published_time" content="2024-03-12T08:00:00Z">'
    '<meta property="article:section" content="Weather"></head>'
    f"<body><article><h1>Rain falls</h1><p>By Ada Lin</p>{STORY}</article></body></html>"
)
DAY = dt.date(2020, 1, 2)
ALL = Known(
    published=DAY,
    updated=dt.datetime(2020, 1, 3, 8, tzinfo=dt.UTC),
    authors=("Bo Reyes", "Cy Dorn"),
    language="nl",
    masthead="The Courier",
    section="Harbour",
    url="https://courier.example/rain",
)


def test_a_default_fills_what_the_page_leaves_open() -> None:
    article = newsparse.parse(BARE, known=ALL)
    assert (article.published, str(article.updated)) == (DAY, "2020-01-03 08:00:00+00:00")
    assert [byline.names for byline in article.bylines] == [("Bo Reyes", "Cy Dorn")]
    assert article.masthead is not None and article.masthead.name == "The Courier"
    assert (article.section, article.language) == ("Harbour", "nl")
    assert article.url == "https://courier.example/rain"


def test_a_default_leaves_what_the_page_says() -> None:
    article = newsparse.parse(STATED, url="https://herald.example/a", known=ALL)
    told = newsparse.parse(STATED, url="https://herald.example/a")
    for field in ("published", "bylines", "masthead", "section", "language", "url"):
        assert getattr(article, field) == getattr(told, field), field
    assert article.updated is not None


def test_an_override_replaces_what_the_page_says() -> None:
    import attrs

    article = newsparse.parse(STATED, known=attrs.evolve(ALL, use="override"))
    assert (article.published, article.section, article.language) == (DAY, "Harbour", "nl")
    assert [byline.names for byline in article.bylines] == [("Bo Reyes", "Cy Dorn")]
    assert article.masthead is not None and article.masthead.name == "The Courier"


def test_the_record_says_what_the_caller_knew() -> None:
    article = newsparse.parse(BARE, known=ALL)
    origins = {one.field: one.source.origin for one in article.evidence}
    fields = ("published", "updated", "section", "language")
    assert {field: origins[field] for field in fields} == dict.fromkeys(fields, Origin.CALLER)
    assert article.masthead is not None
    assert article.masthead.source.origin is Origin.CALLER
    assert article.bylines[0].authors[0].source.origin is Origin.CALLER
    with pytest.raises(InputError, match="the caller knew it"):
        newsparse.locate(BARE, article.masthead.source)
    assert newsparse.Article.from_json(article.to_json()) == article


def test_a_function_is_asked_for_the_language_of_an_undeclared_page_alone() -> None:
    asked: list[str] = []

    def detect(text: str) -> str:
        asked.append(text)
        return "en"

    known = Known(language=detect)
    assert newsparse.parse(BARE, known=known).language == "en"
    assert "It rained on Exampleton" in asked[0]
    declared = (
        '<script type="application/ld+json">{"@type":"NewsArticle","inLanguage":"de"}</script>'
    )
    assert (
        newsparse.parse(BARE.replace("<article>", declared + "<article>"), known=known).language
        == "de"
    )
    assert newsparse.parse(STATED, known=known).language == "en"
    assert len(asked) == 1


def test_known_names_help_to_read_the_byline() -> None:
    page = BARE.replace("</h1>", "</h1><p>Ada Lin, Exampleton</p>")
    assert not newsparse.parse(page).authors
    (byline,) = newsparse.parse(page, known=Known(authors="Ada Lin")).bylines
    assert byline.names == ("Ada Lin",) and byline.source.origin is Origin.DOM


def test_nothing_known_changes_nothing() -> None:
    assert newsparse.parse(STATED, known=Known()) == newsparse.parse(STATED)


@pytest.mark.parametrize(
    "values",
    [
        {"published": "2024-03-12"},
        {"authors": 7},
        {"authors": (7,)},
        {"language": 7},
        {"masthead": " "},
        {"url": b"x"},
        {"use": "both"},
    ],
)
def test_a_wrong_type_raises(values: dict[str, object]) -> None:
    with pytest.raises(InputError, match=next(iter(values))):
        Known(**values)  # type: ignore[arg-type]


def test_parse_takes_a_known_alone() -> None:
    with pytest.raises(InputError, match="known must be a Known"):
        Parser(()).parse(BARE, known={"language": "en"})  # type: ignore[arg-type]
