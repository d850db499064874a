"""How well bodies agree with the gold: F1 of 4-word shingles, and the share of exact pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, Final

from newsparse.benchmark.corpus import Sample
from newsparse.benchmark.peers import Peer
from newsparse.page import Media
from newsparse.parser import GENERIC, Parser

Body = Callable[[Sample], str]
"""What a system reads as the body of a page."""

_WORD = re.compile(r"\w+")
_SHINGLE_WORDS: Final = 4


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text, with their counts; the words of a shorter text.

    >>> len(shingles("one two three four five"))
    2
    """
    words = _WORD.findall(text.replace("\u00ad", "").lower())
    if len(words) < _SHINGLE_WORDS:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(*(words[at:] for at in range(_SHINGLE_WORDS)), strict=False))


def agreement(found: str, gold: str) -> float:
    """F1 of the shingles of two texts, 0 to 1.

    >>> agreement("one two three four", "one two three four")
    1.0
    """
    mine, theirs = shingles(found), shingles(gold)
    common = sum((mine & theirs).values())
    return (
        2 * common / (sum(mine.values()) + sum(theirs.values()))
        if common
        else float(mine == theirs)
    )


def gold_body(gold: dict[str, Any]) -> str | None:
    """The gold body of a page; None where there is none."""
    if isinstance(gold.get("body_text"), str):
        return str(gold["body_text"])
    blocks = gold.get("body")
    if not blocks:
        return None
    return "\n".join(
        block if isinstance(block, str) else str(block.get("text", "")) for block in blocks
    )


def newsparse_body(parser: Parser, media: Media) -> Body:
    """The body as newsparse reads it, site profiles off."""

    def body(sample: Sample) -> str:
        return "\n".join(
            block.text
            for block in parser.parse(sample.page(media), url=sample.url, profile=GENERIC).body
        )

    return body


def peer_body(peer: Peer) -> Body:
    """The body as another extractor reads it. A page that it fails on counts as empty."""

    def body(sample: Sample) -> str:
        try:
            return peer(bytes(sample.page(Media.HTML)), sample.url)  # type: ignore[arg-type]
        except Exception:  # noqa: BLE001 - what peers raise has no common base
            return ""

    return body


def predicted_body(rows: Iterable[dict[str, Any]]) -> Body:
    """The body in a file of predictions. A page without a row counts as empty.

    `python -m newsparse.training CORPUS --predictions FILE` writes such a file.
    """
    bodies = {row["id"]: "\n".join(row.get("body") or ()) for row in rows}
    return lambda sample: bodies.get(sample.id, "")


def qualities(pages: Iterable[Sample], body: Body) -> dict[str, tuple[int, float, float]]:
    """By set: pages with a gold body, mean F1, share of exact pages."""
    values: dict[str, list[float]] = {}
    for sample in pages:
        gold = gold_body(sample.gold)
        if gold is not None:
            values.setdefault(sample.set, []).append(agreement(body(sample), gold))
    return {
        name: (
            len(scores),
            sum(scores) / len(scores),
            sum(score > 0.9999 for score in scores) / len(scores),
        )
        for name, scores in values.items()
    }
