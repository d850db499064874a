"""A record in the terms of the benchmark."""

from __future__ import annotations

from typing import Any

from newsparse.records import Article


def prediction(article: Article) -> dict[str, Any]:
    """The fields that the benchmark compares with the gold, as JSON-ready values."""
    return {
        "headline": article.headline.text if article.headline else None,
        "authors": [
            name
            for byline in article.bylines
            for name in (byline.names or ([byline.agency] if byline.agency else []))
        ],
        "published": article.published.isoformat() if article.published else None,
        "body": [block.text for block in article.body],
        "captions": [
            {"text": caption.text, "credit": [caption.credit.raw] if caption.credit else []}
            for caption in article.captions
        ],
        "kind": article.kind.value,
        "deck": article.deck.text if article.deck else None,
        "masthead": article.masthead.name if article.masthead else None,
        "notes": [note.text for note in article.notes],
        "tags": list(article.tags),
        "agencies": [byline.agency for byline in article.bylines if byline.agency],
    }
