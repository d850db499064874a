"""Bodies that the page does not show: in JSON-LD, in microdata, or in the state that its scripts render."""

from __future__ import annotations

import html
import json
from typing import Any

import pytest

import newsparse

TOLD = [
    f"On day {day} the council of Exampleton met in the old town hall, and after a long debate it put the bridge over the Exa on its list of works again."
    for day in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
]
MARKUP = "".join(f"<p>{text}</p>" for text in TOLD)
OTHER = [
    f"In street {name} of Sampleville a baker sold bread to all who came, and nobody asked him for the price of a single loaf."
    for name in ("A", "B", "C", "D")
]


def page(head: str, body: str = "<div id='app'></div>") -> str:
    return f"<html><head><title>Bridge is on the list</title>{head}</head><body><h1>Bridge is on the list</h1>{body}</body></html>"


def ld(value: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def state(value: Any) -> str:
    return f'<script id="__DATA__" type="application/json">{json.dumps(value)}</script>'


def story(body: str, headline: str = "Bridge is on the list", **more: Any) -> dict[str, Any]:
    return {"@type": "NewsArticle", "headline": headline, "articleBody": body, **more}


HEADS = {
    "lines": ld(story("\n\n".join(TOLD))),
    "markup": ld(story(MARKUP)),
    "escaped markup": ld(story(html.escape(MARKUP))),
    "graph": ld(
        {
            "@context": "https://schema.org",
            "@graph": [{"@type": "WebPage", "name": "x"}, story("\n".join(TOLD))],
        }
    ),
    "array of two articles": ld(
        [story("\n".join(OTHER), "Bread is free in Sampleville"), story("\n".join(TOLD))]
    ),
    "microdata": f'<meta itemprop="articleBody" content="{html.escape("&#10;".join(TOLD), quote=True).replace("&amp;#10;", "&#10;")}">',
    "state, a list of blocks": state(
        {"props": {"page": {"content": [{"type": "text", "value": text} for text in TOLD]}}}
    ),
    "state, a string of markup": state({"article": {"html": MARKUP}}),
    "state, assigned to a name": f"<script>window.__STATE__ = {json.dumps({'a': {'body': [{'children': [{'text': text}]} for text in TOLD]}})};</script>",
}


@pytest.mark.parametrize("name", HEADS)
def test_body_is_read_from_hidden_data(name: str) -> None:
    source = page(HEADS[name])
    article = newsparse.parse(source)
    assert [block.text for block in article.body] == TOLD
    assert {block.source.origin for block in article.body} <= {"json-ld", "meta", "app-state"}
    assert "body-from-head" in {warning.code for warning in article.warnings}
    for block in article.body:
        assert " ".join(block.raw.split()) in " ".join(
            newsparse.locate(source, block.source).split()
        )


@pytest.mark.parametrize("name", HEADS)
def test_visible_body_has_priority(name: str) -> None:
    shown = [text.replace("put the bridge", "did not put the bridge") for text in TOLD]
    article = newsparse.parse(
        page(HEADS[name], f"<article>{''.join(f'<p>{text}</p>' for text in shown)}</article>")
    )
    assert [block.text for block in article.body] == shown
    assert {block.source.origin for block in article.body} == {"dom"}


def test_teaser_of_the_visible_story_is_not_the_body() -> None:
    article = newsparse.parse(page(ld(story(TOLD[0][:80] + "...")), f"<article>{MARKUP}</article>"))
    assert [block.text for block in article.body] == TOLD


def test_body_of_another_story_is_not_used() -> None:
    article = newsparse.parse(
        page(state({"teasers": {"body": [{"text": text} for text in OTHER]}}))
    )
    assert article.body == ()


def test_paywalled_story_gets_a_warning() -> None:
    article = newsparse.parse(
        page(ld(story("", isAccessibleForFree=False)), f"<article>{MARKUP}</article>")
    )
    assert article.is_free is False
    assert "paywall" in {warning.code for warning in article.warnings}
