"""What a story shows of other sites, told from its own quotations.

`fixtures/embeds/NAME.html` is a page, and `NAME.embeds.json` its embeds as a person listed them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import newsparse
from newsparse import Article, BlockKind, BodyBlock, Embed, EmbedKind, Label
from newsparse.lexicon.providers import provider_of_address

PAGES = sorted((Path(__file__).parent.parent / "fixtures" / "embeds").glob("*.html"))
URL = "https://herald.example/news/story.html"


def listed(embed: Embed) -> dict[str, Any]:
    """An embed as the expected lists have it, without empty fields."""
    found = embed.to_dict()
    return {
        name: value
        for name, value in found.items()
        if name not in ("raw", "source") and value not in (None, "")
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_embeds_of_a_page(page: Path) -> None:
    expected = json.loads(page.with_suffix(".embeds.json").read_text("utf-8"))
    article = newsparse.parse(page, url=URL)
    assert [listed(embed) for embed in article.embeds] == expected


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_words_of_posts_are_not_body(page: Path) -> None:
    article = newsparse.parse(page, url=URL)
    posts = [one.text for one in article.embeds if one.kind is EmbedKind.POST and one.text]
    assert posts
    assert not any(post[:40] in article.text for post in posts)
    segments = [one for one in newsparse.segment(page) if posts[0][:40] in one.text]
    assert {segment.label for segment in segments} == {Label.FURNITURE}


def test_a_quotation_stays_in_the_body() -> None:
    page = next(page for page in PAGES if page.stem == "posts")
    quotes = [one for one in newsparse.parse(page).body if one.kind is BlockKind.QUOTE]
    assert len(quotes) == 1


def test_a_post_that_is_not_closed_does_not_swallow_the_story() -> None:
    story = "".join(
        f"<p>The council of Exampleton met for hour {n} of its long session, and nobody left.</p>"
        for n in range(60)
    )
    page = f'<h1>A long session</h1><p>By Ada Lin</p><p>The council met on Monday and did not stop before the morning.</p><blockquote class="twitter-tweet">{story}'
    assert "for hour 50" in newsparse.parse(page).text


def test_flow_has_everything_in_place() -> None:
    page = next(page for page in PAGES if page.stem == "posts")
    article = newsparse.parse(page, url=URL)
    assert [one for one in article.flow if isinstance(one, BodyBlock)] == list(article.body)
    at = next(
        number
        for number, one in enumerate(article.flow)
        if isinstance(one, Embed) and one.provider == "X"
    )
    before, after = article.flow[at - 1], article.flow[at + 1]
    assert isinstance(before, BodyBlock) and before.text.startswith("The mayor thanked")
    assert isinstance(after, BodyBlock) and after.text.startswith("Her deputy")


@pytest.mark.parametrize(
    ("address", "provider"),
    [
        ("//www.youtube.com/embed/x", "YouTube"),
        ("https://maps.google.com/?q=x", "Google Maps"),
        ("https://notyoutube.com/embed/x", None),
        ("/embed/youtube.com", None),
        ("", None),
    ],
)
def test_providers_are_known_by_whole_hosts(address: str, provider: str | None) -> None:
    found = provider_of_address(address)
    assert (found.name if found else None) == provider


def test_records_of_before_have_no_embeds() -> None:
    record = Article().to_dict()
    del record["embeds"]
    assert Article.from_dict(record).embeds == ()


def test_a_container_that_scripts_fill_leads_to_its_class() -> None:
    story = "<h1>Rain falls</h1>" + "<p>It rained on Exampleton all day, the council said.</p>" * 4
    page = f"<article>{story}<div class='infogram-embed'></div>{story[19:]}</article>"
    (embed,) = newsparse.parse(page, media="html").embeds
    assert embed.raw == "infogram-embed"
    assert newsparse.locate(page, embed.source) == embed.raw
