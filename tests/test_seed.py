"""The first page of the project, and the HTML page of its site. Needs the corpus."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from typing import Any

import pytest

import newsparse
from newsparse import Label
from newsparse.textual import words

_CORPUS = os.environ.get("NEWSPARSE_CORPUS", "")
_SEED = Path(_CORPUS).parent / "seed"
_PLACE, _FOUNDED = "Spokane, Washington", "1883-05-19"

pytestmark = pytest.mark.skipif(not _CORPUS, reason="NEWSPARSE_CORPUS does not name a corpus")


@pytest.mark.parametrize("profile", [None, "generic"])
def test_seed_is_exact(profile: str | None) -> None:
    """All gold fields are right, with the profile that the page finds and without a profile."""
    gold = json.loads((_SEED / "gold.json").read_text("utf-8"))
    page = _SEED / gold["page"]
    article = newsparse.parse(page, profile=profile)
    assert article.profile == (gold["profile"] if profile is None else None)
    assert article.is_wire is True
    assert article.masthead is not None and article.headline is not None
    assert (
        article.masthead.name,
        article.masthead.place,
        str(article.masthead.established),
    ) == tuple(gold["masthead"].values())
    assert article.headline.text == gold["headline"]
    assert [_caption(caption) for caption in article.captions] == gold["captions"]
    assert [
        {"names": list(byline.names), "agency": byline.agency, "raw": byline.raw}
        for byline in article.bylines
    ] == gold["bylines"]
    assert [block.text for block in article.body] == gold["body"]
    furniture = [
        segment.text
        for segment in newsparse.segment(page, profile=profile)
        if segment.label is Label.FURNITURE
    ]
    assert furniture == gold["furniture"]


def _caption(caption: newsparse.Caption) -> dict[str, Any]:
    credit = caption.credit
    return {
        "text": caption.text,
        "date": caption.date.isoformat() if caption.date else None,
        "credit": {
            "names": list(credit.names),
            "agencies": list(credit.agencies),
            "raw": credit.raw,
        }
        if credit
        else None,
    }


def test_html_page_of_the_site() -> None:
    """The HTML page of the site in the corpus: its body, its masthead, and its caption without the credit."""
    corpus = Path(_CORPUS)
    rows = [
        json.loads(line)
        for line in (corpus / "manifest.jsonl").read_text("utf-8").splitlines()
        if "spokesman.com" in line
    ]
    row = next(row for row in rows if row["domain"].endswith("spokesman.com"))
    article = newsparse.parse(gzip.decompress((corpus / row["page"]).read_bytes()), url=row["url"])
    assert article.profile == "spokesman-review"
    assert article.masthead is not None
    assert (article.masthead.name, article.masthead.place, str(article.masthead.established)) == (
        "The Spokesman-Review",
        _PLACE,
        _FOUNDED,
    )
    assert (
        _f1(
            [word for block in article.body for word in words(block.text)],
            words(row["gold"]["body_text"]),
        )
        >= 0.99
    )
    assert article.captions


def _f1(one: list[str], other: list[str]) -> float:
    first, second = (
        {tuple(found[at : at + 4]) for at in range(len(found) - 3)} for found in (one, other)
    )
    return 2 * len(first & second) / (len(first) + len(second))
