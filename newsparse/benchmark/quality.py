"""How well bodies agree with gold: F1 of 4-word shingles, and the share of pages right to the last word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

from newsparse.parser import GENERIC, Parser
from newsparse.training.corpus import Sample

_WORD = re.compile(r"\w+")
_SHINGLE: Final = 4


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text, with their counts; of a shorter text its words.

    >>> len(shingles("one two three four five"))
    2
    """
    words = _WORD.findall(text.replace("\u00ad", "").lower())
    if len(words) < _SHINGLE:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(*(words[at:] for at in range(_SHINGLE)), strict=False))


def agreement(found: str, gold: str) -> float:
    """F1 of the shingles of two texts, 0 to 1.

    >>> agreement("one two three four", "one two three four")
    1.0
    """
    mine, theirs = shingles(found), shingles(gold)
    common = sum((mine & theirs).values())
    return 2 * common / (sum(mine.values()) + sum(theirs.values())) if common else float(mine == theirs)


def gold_body(gold: dict[str, Any]) -> str | None:
    """The body of a page's gold, None where the gold has none."""
    if isinstance(gold.get("body_text"), str):
        return str(gold["body_text"])
    blocks = gold.get("body")
    if not blocks:
        return None
    return "\n".join(block if isinstance(block, str) else str(block.get("text", "")) for block in blocks)


def qualities(pages: Iterable[Sample], parser: Parser, media: Any) -> dict[str, tuple[int, float, float]]:
    """By set: pages with a body in their gold, mean F1, share of pages right to the last word."""
    values: dict[str, list[float]] = {}
    for sample in pages:
        gold = gold_body(sample.gold)
        if gold is not None:
            article = parser.parse(sample.page(media), url=sample.url, profile=GENERIC)
            values.setdefault(sample.set, []).append(agreement("\n".join(block.text for block in article.body), gold))
    return {name: (len(scores), sum(scores) / len(scores), sum(score > 0.9999 for score in scores) / len(scores)) for name, scores in values.items()}
