"""Who wrote and who published a story, where else it stands, and who may use it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import properties
import pytest

import newsparse
from newsparse import Article, OptOutKind, PageKind
from newsparse.lexicon.agencies import agency_ids

PAGES = Path(__file__).parent.parent / "fixtures" / "identity"
GOLDEN = Path(__file__).parent / "golden" / "agency_ids.json"
URLS = {
    "authors": "https://courier.example/news/ferry-returns",
    "blog": "https://notes.example/2024/rain-over-the-mill",
}


def parsed(name: str) -> Article:
    return newsparse.parse(PAGES / f"{name}.html", url=URLS.get(name))


def listed(article: Article) -> dict[str, Any]:
    """What a page says of its authors, its paper and the story, without empty fields."""
    masthead = article.masthead
    found = {
        "authors": [
            full(
                {
                    "name": author.name,
                    "family": author.family,
                    "given": author.given,
                    "url": author.url,
                    "same_as": list(author.same_as),
                    "email": author.email,
                    "image": author.image.url if author.image else None,
                }
            )
            for author in article.authors
        ],
        "places": [line.place.name for line in article.bylines if line.place],
        "issn": masthead.issn if masthead else None,
        "owner": masthead.owner if masthead else None,
        **{
            name: getattr(article, name)
            for name in ("story_id", "short_url", "amp_url", "print_url", "next_url", "is_free")
        },
        "rights": full(
            {
                "copyright": article.rights.copyright,
                "holder": article.rights.holder,
                "year": article.rights.year,
                "license": article.rights.license,
                "usage_terms": article.rights.usage_terms,
                "opt_outs": [
                    full({"kind": one.kind.value, "agent": one.agent, "policy": one.policy})
                    for one in article.rights.opt_outs
                ],
            }
        )
        if article.rights
        else None,
    }
    return full(found)


def full(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, [], {})}


NAMES = sorted(page.stem for page in PAGES.glob("*.html"))


@pytest.mark.parametrize("name", NAMES)
def test_what_a_page_says(name: str) -> None:
    expected = json.loads((PAGES / f"{name}.identity.json").read_text("utf-8"))
    assert listed(parsed(name)) == expected


@pytest.mark.parametrize("name", NAMES)
def test_each_value_is_where_it_says(name: str) -> None:
    assert properties.check(PAGES / f"{name}.html", url=URLS.get(name)) == []


def test_every_value_that_is_no_record_has_evidence() -> None:
    told = {one.field for name in ("authors", "rights") for one in parsed(name).evidence}
    assert told >= {
        "story_id", "short_url", "amp_url", "print_url", "next_url", "masthead.issn",
        "masthead.owner", "bylines[0].authors[0].url", "bylines[0].authors[0].family",
        "bylines[0].authors[0].same_as", "bylines[0].authors[1].email", "rights.copyright",
        "rights.holder", "rights.year", "rights.license", "rights.usage_terms",
    }  # fmt: skip


def test_a_printed_link_goes_before_the_head() -> None:
    ada, bo = parsed("authors").authors
    assert ada.url == "https://courier.example/people/ada-lin"
    assert bo.url == "https://courier.example/staff/bo"
    assert bo.image is not None and bo.image.role is newsparse.ImageRole.PORTRAIT


def test_portraits_are_no_pictures_of_the_story() -> None:
    assert parsed("authors").images == ()


def test_the_place_of_a_byline_has_its_words() -> None:
    place = parsed("filed").bylines[0].place
    assert place is not None and place.raw == "台北"
    assert "台北" in newsparse.locate(PAGES / "filed.html", place.source)


def test_a_cut_story_with_a_subscription_box_is_not_free() -> None:
    article = parsed("paywall")
    assert article.is_free is False and article.kind is PageKind.ARTICLE
    (evidence,) = (one for one in article.evidence if one.field == "is_free")
    assert evidence.raw == "Weiterlesen mit Hafenbote Plus"
    assert parsed("teaser").is_free is None


def test_what_the_page_declares_goes_before_what_it_shows() -> None:
    page = (PAGES / "paywall.html").read_text("utf-8")
    declared = '<meta property="article:content_tier" content="free"></head>'
    assert newsparse.parse(page.replace("</head>", declared)).is_free is True


@pytest.mark.parametrize(
    ("directives", "kinds"),
    [
        ("index, follow, max-snippet:-1", []),
        ("NOINDEX,nofollow", [OptOutKind.INDEXING]),
        ("noai", [OptOutKind.AI]),
        ("noarchive, nosnippet", [OptOutKind.ARCHIVING, OptOutKind.SNIPPETS]),
    ],
)
def test_robots(directives: str, kinds: list[OptOutKind]) -> None:
    page = f"<meta name=robots content='{directives}'><h1>Rain falls</h1><p>It rained all day.</p>"
    rights = newsparse.parse(page).rights
    found = [one.kind for one in rights.opt_outs] if rights else []
    assert found == kinds


def test_a_header_in_the_page_counts_like_a_meta() -> None:
    page = "<meta http-equiv=tdm-reservation content=1><h1>Rain falls</h1><p>It rained all day.</p>"
    rights = newsparse.parse(page).rights
    assert rights is not None
    assert [one.kind for one in rights.opt_outs] == [OptOutKind.TEXT_MINING]


@pytest.mark.parametrize(
    ("line", "holder", "year"),
    [
        ("© 2024 The Example Herald. All rights reserved.", "The Example Herald", 2024),
        ("Copyright © 1998-2016 Herald Inc.", "Herald Inc", 2016),
        ("(c) 2019-24 Primo Pte. Ltd. All Rights Reserved.", "Primo Pte. Ltd", 2024),
        ("Copyright 2020. Powered by Mill", None, 2020),
        ("The Example Herald © 2024", "The Example Herald", 2024),
    ],
)
def test_copyright_lines(line: str, holder: str | None, year: int) -> None:
    story = "<p>It rained on Exampleton all day, the council said, and the river rose.</p>" * 3
    rights = newsparse.parse(f"<h1>Rain falls</h1>{story}<footer><p>{line}</p></footer>").rights
    assert rights is not None
    assert (rights.copyright, rights.holder, rights.year) == (line, holder, year)


def test_agencies_have_ids() -> None:
    page = (
        "<h1>Rain falls</h1><p class=byline>By Ada Lin, AP</p><p>EXAMPLETON (Reuters) - It rained all"
        " day, the council said on Tuesday, and the river rose by the hour until the evening.</p>"
    )
    article = newsparse.parse(page)
    assert article.bylines[0].agency_id == newsparse.agency_id("Associated Press")
    assert article.dateline is not None and article.dateline.agency_id == "reuters"


def test_agencies_keep_their_ids() -> None:
    pinned = json.loads(GOLDEN.read_text("utf-8"))
    assert set(pinned) <= set(agency_ids()), "an id that a version had is gone"
    assert len(agency_ids()) == len(set(agency_ids()))


def test_records_of_before_can_be_read() -> None:
    value = parsed("authors").to_dict()
    for name in ("story_id", "short_url", "amp_url", "print_url", "next_url", "rights"):
        del value[name]
    for line in value["bylines"]:
        del line["agency_id"], line["place"]
        for author in line["authors"]:
            for name in ("family", "given", "url", "same_as", "image"):
                del author[name]
    del value["masthead"]["issn"], value["masthead"]["owner"]
    article = Article.from_dict(value)
    assert article.rights is None and article.authors[0].url is None
