"""What of a page of HTML is story and what is not, by what a block belongs to."""

from __future__ import annotations

import pytest

import newsparse
from newsparse import Article, locate
from newsparse.page import Media
from newsparse.read.reader import read
from newsparse.segmenters.html_story import trim_scores
from newsparse.segmenters.scene import scene_of
from newsparse.segmenters.scoring import Scores

TOLD = [
    "The ferry to Hollow Quay will stop for six weeks from Monday, the harbour board said, while its ramp is rebuilt in oak.",
    "Passengers are to take the bus around the bay, which needs forty minutes more and does not carry bicycles or pigs.",
    "The board's surveyor found in March that two of the eleven piles had been eaten through below the waterline.",
    "“We can mend it now or fish it out later,” said the harbour master, Oswin Tarn, who has run the ferry since 1998.",
    "The work costs 210,000 crowns, of which the county pays half, and is to end before the herring fair in August.",
    "Islanders who work in the town have asked for a cabin at the bus stop, since the rain there falls sideways.",
]


def page(*blocks: str, before: str = "", after: str = "") -> str:
    body = "".join(block if block.startswith("<") else f"<p>{block}</p>" for block in blocks)
    return (
        "<html lang='en'><head><title>Ferry to stop for six weeks</title></head><body><main>"
        f"<article><h1>Ferry to stop for six weeks</h1><div class='byline'>By Ada Lin</div>{before}"
        f"<div class='article-body'>{body}</div></article>{after}</main></body></html>"
    )


def told(html: str) -> list[str]:
    return [block.text for block in newsparse.parse(html).body]


def around(block: str) -> str:
    """A page with a block between its third and fourth paragraph."""
    return page(*TOLD[:3], block, *TOLD[3:])


OUT = {
    "a hidden box": "<div style='display:none'><p>Copied from the Quay Post without leave.</p></div>",
    "a pull quote": "<aside class='pullquote'>We can mend it now or fish it out later</aside>",
    "a box of teasers": (
        "<div class='related-box'><h3><a href='/x'>Pig wins rowing race</a></h3>"
        "<p>The crew of four had trained on turnips since the winter, its owner said.</p></div>"
    ),
    "a signup box": (
        "<div class='newsletter'><h3>The Tide Table</h3><p>Our letter of the week, sent on Fridays "
        "at noon.</p><button>Sign up</button></div>"
    ),
    "a disclosure box": (
        "<div class='affiliate-disclosure'><p>This page holds links from which the Post earns a "
        "small commission from the shops.</p></div>"
    ),
    "a channel": "<p><a href='/w'>Follow The Quay Post on Google News</a></p>",
    "a marked promotion": "<p>➤ <a href='/w'>Read more about the harbour</a></p>",
}


@pytest.mark.parametrize("block", OUT.values(), ids=OUT)
def test_what_is_no_story_stands_among_its_paragraphs(block: str) -> None:
    assert told(around(block)) == TOLD


IN = {
    "a subhead": ("<h3>Bus around the bay</h3>", ["Bus around the bay"]),
    "a date as subhead": ("<h3>3 March 1947</h3>", ["3 March 1947"]),
    "slides of a gallery": (
        "<div class='carousel-slide' style='display:none'><p>The old ramp was laid in 1931 by men "
        "who were paid in herring, as the books of the board show.</p></div>",
        [
            "The old ramp was laid in 1931 by men who were paid in herring, as the books of the "
            "board show."
        ],
    ),
    "a quote that nothing repeats": (
        "<blockquote>“The pigs will have to learn to walk, as the rest of us did long ago.”</blockquote>",
        ["“The pigs will have to learn to walk, as the rest of us did long ago.”"],
    ),
}


@pytest.mark.parametrize(("block", "held"), IN.values(), ids=IN)
def test_what_reads_like_little_is_story(block: str, held: list[str]) -> None:
    assert told(around(block)) == [*TOLD[:3], *held, *TOLD[3:]]


def test_a_list_that_a_colon_announces_ends_a_story() -> None:
    items = ["Quay Road, at the chapel", "Tarn Street"]
    listed = "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
    assert told(page(*TOLD, "The bus stops at:", listed)) == [*TOLD, "The bus stops at:", *items]


def test_a_list_of_links_that_ends_a_story_is_none_of_it() -> None:
    listed = (
        "<ul><li><a href='/1'>Pig wins race</a></li><li><a href='/2'>Turnips dear</a></li></ul>"
    )
    assert told(page(*TOLD, listed)) == TOLD


COMMENTS = (
    "<div class='discussion'>"
    + "".join(
        f"<div><span>gull{n}</span><p>{text} I have said so at every meeting since the spring.</p></div>"
        for n, text in enumerate(TOLD * 2)
    )
    + "</div>"
)


def test_comments_do_not_outweigh_a_short_story() -> None:
    assert told(page(*TOLD[:2], after=COMMENTS)) == TOLD[:2]


SECOND = (
    "<article><h1>Turnips dearer than last year</h1><div class='byline'>By Bo Rusk</div>"
    "<div class='article-body'>"
    + "".join(
        f"<p>Turnips cost {n} crowns more in the market of Exampleton, and the growers blamed the "
        "wet spring, the slugs and the price of string.</p>"
        for n in range(2, 12)
    )
    + "</div></article>"
)


def test_a_second_story_ends_the_first() -> None:
    found = newsparse.parse(page(*TOLD[:4], after=SECOND))
    assert [block.text for block in found.body] == TOLD[:4]
    assert [name for byline in found.bylines for name in byline.names] == ["Ada Lin"]


def test_live_entries_keep_their_titles() -> None:
    entries = "".join(
        f"<div class='entry'><header><time>1{n}:05</time><h3>{title}</h3></header><p>{text}</p></div>"
        for n, (title, text) in enumerate(
            zip(("Ramp is lifted", "Bus is late", "Rain falls"), TOLD, strict=False)
        )
    )
    found = newsparse.parse(page(entries)).body
    assert [block.text for block in found if block.kind == "heading"] == [
        "Ramp is lifted",
        "Bus is late",
        "Rain falls",
    ]


def test_a_story_has_one_deck_and_keeps_its_paragraphs() -> None:
    opening = (
        "<p class='subtitle'>How the islanders mean to get to work.</p>"
        f"<section class='intro'><p>{TOLD[0]}</p><p>{TOLD[1]}</p></section>"
    )
    found = newsparse.parse(page(*TOLD[2:], before=opening))
    assert found.deck is not None
    assert found.deck.text == "How the islanders mean to get to work."
    assert [block.text for block in found.body] == TOLD


HIDDEN = {
    "a tooltip": "<span role='tooltip'>A boat.</span>",
    "hidden": "<span hidden> (built 1931)</span>",
    "not displayed": "<span class='tip' style='display: none'>Built in 1931.</span>",
    "for screen readers": "<span class='sr-only'>(opens in a new tab)</span>",
}


@pytest.mark.parametrize("aside", HIDDEN.values(), ids=HIDDEN)
def test_hidden_words_are_no_part_of_a_sentence(aside: str) -> None:
    first = TOLD[0].replace("The ferry", f"The ferry{aside}")
    assert told(page(first, *TOLD[1:])) == TOLD


def test_text_that_a_click_shows_stays() -> None:
    first = TOLD[0].replace("while its", "<span class='more-text' style='display:none'>while its")
    assert told(page(f"{first}</span>", *TOLD[1:])) == TOLD


def test_readings_of_signs_are_dropped() -> None:
    ruby = "<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>の桟橋は来週から六週間閉まると町が発表した。"
    [block] = newsparse.parse(f"<article><h1>桟橋</h1><p>{ruby}</p></article>").body
    assert block.text == "港の桟橋は来週から六週間閉まると町が発表した。"


@pytest.mark.parametrize("tag", ["noscript", "template"])
def test_an_element_that_swallows_the_page_is_read(tag: str) -> None:
    html = page(*TOLD).replace("<main>", f"<{tag}><main>").replace("</main>", f"</main></{tag}>")
    found = newsparse.parse(html)
    assert [block.text for block in found.body] == TOLD
    assert locate(html, found.body[0].source) == TOLD[0]


def test_a_noscript_beside_a_story_is_not_read() -> None:
    assert (
        told(page(*TOLD, f"<noscript><p>{TOLD[0]} Please turn on scripts.</p></noscript>")) == TOLD
    )


def shell(inside: str) -> Article:
    title = "<title>Ferry to stop for six weeks</title>"
    return newsparse.parse(f"<html><head>{title}</head><body>{inside}</body></html>")


def test_a_story_in_a_template_or_an_attribute_is_read_where_nothing_else_is() -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in TOLD)
    template = shell(f"<script type='text/x-template'>{paragraphs}</script>")
    attribute = shell(f'<div data-story="{paragraphs}"></div>')
    for found in (template, attribute):
        assert [block.text for block in found.body] == TOLD
        assert "body-from-head" in [warning.code for warning in found.warnings]


def trimmed(html: str, scores: dict[str, float]) -> list[str]:
    """What is body of a page whose blocks have these scores, and .02 else."""
    scene = scene_of(read(html, media=Media.HTML))
    values = [scores.get(block.text, 0.02) for block in scene.blocks]
    kept = trim_scores(scene, Scores(values, {})).scores.values
    return [block.text for block, value in zip(scene.blocks, kept, strict=True) if value >= 0.5]


@pytest.mark.parametrize(
    ("above", "own", "goes_on"), [(0.98, 0.4, True), (0.98, 0.2, False), (0.6, 0.4, False)]
)
def test_paragraph_in_doubt_goes_on_under_a_sure_one(
    above: float, own: float, goes_on: bool
) -> None:
    scores = dict.fromkeys(TOLD, 0.98) | {TOLD[4]: above, TOLD[5]: own}
    assert (TOLD[5] in trimmed(page(*TOLD), scores)) is goes_on


@pytest.mark.parametrize(
    ("own", "last", "goes_on"),
    [
        (0.47, "{}", True),
        (0.3, "{}", False),
        (0.47, "<p><a href='/x'>{}</a></p>", False),
        (0.47, "<p class='more'>{}</p>", False),
        (0.47, "</div><div><p>{}</p>", False),
    ],
)
def test_paragraph_in_doubt_goes_on_under_those_in_hardly_less_doubt(
    own: float, last: str, goes_on: bool
) -> None:
    scores = dict.fromkeys(TOLD[:3], 0.6) | {TOLD[3]: own}
    html = page(*TOLD[:3], last.format(TOLD[3]))
    assert trimmed(html, scores) == TOLD[: 3 + goes_on]


def test_long_text_under_a_short_introduction_is_no_second_story() -> None:
    second = "".join(f"<p>{text} {n}</p>" for n in range(4) for text in TOLD)
    html = (
        "<html><head><title>Ferry to stop for six weeks</title></head><body><main>"
        f"<article><h1>Ferry to stop for six weeks</h1><p>{TOLD[0]}</p></article>"
        f"<article><h1>What stops when</h1><div class='byline'>By Ada Lin</div>{second}</article>"
        "</main></body></html>"
    )
    texts = [TOLD[0], *(f"{text} {n}" for n in range(4) for text in TOLD)]
    assert trimmed(html, dict.fromkeys(texts, 0.98)) == texts
