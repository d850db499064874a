"""Every record has its words at its place: on the fixtures, on generated pages, and on the corpus if there is one."""

from __future__ import annotations

from pathlib import Path

import properties
import pytest
from grammar import html_pages, text_pages
from hypothesis import given

import newsparse
from newsparse import Origin, Segment, Source

URL = "https://www.exampletonherald.example/2019/07/23/river-rises.html"


def test_fixtures(page_path: Path) -> None:
    for page in (page_path, page_path.read_bytes(), newsparse.decode(page_path)):
        assert properties.check(page, url=URL) == []


def test_fixtures_read_as_the_other_media(page_path: Path) -> None:
    for media in ("html", "text"):
        assert properties.check(page_path, media=media) == []


@given(html_pages())
def test_generated_html(page: str) -> None:
    assert properties.check(page, media="html", url=URL) == []


@given(text_pages)
def test_generated_text(page: str) -> None:
    assert properties.check(page, media="text", url=URL) == []


@given(html_pages())
def test_html_read_as_text(page: str) -> None:
    assert properties.check(page, media="text") == []


_STEP = 60
"""One corpus page in this many is read. `python tests/properties.py --corpus DIR` reads all of them."""


def test_corpus(corpus: Path) -> None:
    wrong = {
        name: problems for name, problems in properties.check_corpus(corpus, _STEP) if problems
    }
    assert not wrong


def test_values_from_a_profile_point_to_its_facts() -> None:
    for page in (
        "The Spokesman-Review\n\nRain falls on Exampleton\n\nBy Ada Lin",
        "<title>x</title><h1>Rain falls</h1>",
    ):
        assert properties.check(page, profile="spokesman-review") == []


STATED = """<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Rain &amp; wind", "description": "Wet &amp; cold", "author": {"name": "Ada O&#8217;Lin &amp; Bo&#0;Reyes"},
"datePublished": "2019-07-23", "image": {"caption": "Rain &amp; wind on Tuesday. (Cy Orr &amp; Bo Reyes / AP)"}, "articleBody": "It rained &amp; rained.\\nAll day &lt;long."}</script>
<meta name=section content="News &amp;amp; more"><meta name=note content="Corrected &amp;amp; complete"><h1>x</h1>"""
RULED = newsparse.Profile(
    name="herald", headline="json-ld:headline", deck="json-ld:description", byline="json-ld:author.name", date="json-ld:datePublished",
    caption="json-ld:image.caption", body="json-ld:articleBody", kicker="meta:section", note="meta:note",
)  # fmt: skip


def test_raw_of_head_values_keeps_entities() -> None:
    for profile in (RULED, None):
        article = newsparse.parse(STATED, profile=profile)
        assert properties.judged(STATED, article, ()) == []
        assert (article.headline.text, article.bylines[0].names[0]) == ("Rain & wind", "Ada O’Lin")
    ruled = newsparse.parse(STATED, profile=RULED)
    assert [block.text for block in ruled.body] == ["It rained & rained.", "All day <long."]
    assert (ruled.deck.text, ruled.kicker.text, ruled.captions[0].credit.names) == (
        "Wet & cold",
        "News & more",
        ("Cy Orr", "Bo Reyes"),
    )


LOCATED = {
    ("/html/body/p", Origin.DOM): "By Ada Lin Staff",
    ("/html/body/p/b", Origin.DOM): "Ada Lin",
    ("/html/head/meta/@content", Origin.META): "a b",
    ("/html/head/script#/a/0/b~1c", Origin.JSON_LD): "there",
    ("/html/head/script#/n", Origin.JSON_LD): "1.5",
    ("/html/head/script#", Origin.JSON_LD): '{"a": [{"b/c": "there"}], "n": 1.5}',
    ("2019/07/23", Origin.URL): "2019/07/23",
}


@pytest.mark.parametrize("where", LOCATED, ids=lambda where: where[0])
def test_locate(where: tuple[str, Origin]) -> None:
    page = '<meta name=x content=" a\n b "><script>{"a": [{"b/c": "there"}], "n": 1.5}</script><p>By <b>Ada\n Lin</b><br>Staff<script>no</script></p>'
    assert newsparse.locate(page, Source(where[1], where=where[0])) == LOCATED[where]
    assert newsparse.locate(page.encode(), Source(where[1], where=where[0])) == LOCATED[where]


def _broken(segments: tuple[Segment, ...], at: int, **changes: object) -> tuple[Segment, ...]:
    one = segments[at]
    return (*segments[:at], one.evolve(source=one.source.evolve(**changes)), *segments[at + 1 :])


def test_problems_are_detected() -> None:
    text = "Rain falls on Exampleton\n\nBy Ada Lin\n\nIt rained all day, the council said."
    page = "<h1>Rain <b>falls</b></h1><p>By <i>Ada Lin</i></p>"
    for shown, at, changes in (
        (text, 1, {"start": text.index("Ada")}),
        (text, 2, {"end": len(text) - 1}),
        (page, 0, {"where": "/html/body"}),
        (page, 1, {"where": "/html/body/p/i"}),
        (page, 1, {"where": "/html/body/p[2]"}),
        (page, 1, {"where": None}),
    ):
        article, segments = newsparse.parse(shown), newsparse.segment(shown)
        assert not properties.judged(shown, article, segments)
        assert properties.judged(shown, article, _broken(segments, at, **changes)), changes
    assert properties.judged(text, newsparse.parse(text), newsparse.segment(text)[1:])


HEADER = """{paper}

{dated}

Rain falls on Exampleton

BYLINE: {byline}

SECTION: {section}; Pg. 1

LENGTH: 40 words

It rained on Exampleton all day, the council said on Tuesday, and the river rose by the hour until the evening."""


@pytest.mark.parametrize(
    ("paper", "dated", "byline", "section"),
    [
        ("The Example Herald", "March 4, 2019 Monday", "Ada Lin", "NE\tWS"),
        (
            "The Example Herald",
            "March 4, 2019 Monday",
            "Lin, 400 words on the rain in Exampleton and how the council met it",
            "NEWS",
        ),
        (
            "The  Example   Herald",
            "City   edition,   March 4, 2019   Monday",
            "Ada Lin,  Bo Reyes",
            "NEWS",
        ),
        ("The Example Herald", "\u00ad\u200bMarch 4, 2019 Monday", "Ada Lin \x85", "NE\u00a0WS"),
    ],
    ids=["a tab in a value", "a name and more", "runs of blanks", "marks that nobody sees"],
)
def test_place_of_an_archive_header(paper: str, dated: str, byline: str, section: str) -> None:
    page = HEADER.format(paper=paper, dated=dated, byline=byline, section=section)
    assert properties.check(page, media="text") == []
    assert newsparse.parse(page, media="text").section is not None


@pytest.mark.parametrize("name", ["Example\x1e Herald", "Herald #1", "The Herald"])
def test_masthead_from_a_logo_can_be_located(name: str) -> None:
    page = f'<header><a href="/"><img alt="{name} logo" src="/logo.png"></a></header><h1>Rain falls</h1><p>It rained on Exampleton all day, the council said.</p>'
    assert properties.check(page, media="html", url="https://herald.example/rain") == []


def test_place_with_control_characters_is_rejected() -> None:
    with pytest.raises(newsparse.NewsparseError):
        newsparse.locate("<p>Rain</p>", Source(Origin.DOM, where='//p[. = "\x1e"]'))
