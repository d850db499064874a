"""Which blocks of a page its gold body consists of.

A block is body where its words are in the gold: by shingles of four, by whole paragraphs where it
is shorter. A text that the page prints more often than the gold is body only where most of the body
is. Blocks that cannot be decided are None and are not learned from.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, Final

from newsparse.page import Page
from newsparse.textual import normalize, words

_SHINGLE_WORDS: Final = 4
_IN, _OUT = 0.6, 0.35
_NEAR: Final = 6
"""How many blocks away from the body a short text may be and still be part of it."""
_LONG: Final = 8
_SHORTEST_PART: Final = 20
"""Letters of a block that is part of a longer segment."""


def labels(page: Page, gold: dict[str, Any]) -> list[int | None]:
    """1, 0 or None for each block of the page. An optional first paragraph, in brackets, is the
    title: what only it makes body cannot be decided."""
    body = gold.get("body") or ()
    if body and body[0][:1] == "[" and body[0][-1:] == "]":
        whole = _labels(page, gold)
        rest = _labels(page, {**gold, "body": body[1:]})
        return [
            None if one == 1 and other != 1 else other
            for one, other in zip(whole, rest, strict=True)
        ]
    return _labels(page, gold)


def _labels(page: Page, gold: dict[str, Any]) -> list[int | None]:
    paragraphs = [words(text) for text in gold_paragraphs(gold)]
    texts = [words(block.text) for block in page.blocks]
    found = _by_words(texts, paragraphs)
    _drop_strays(found, texts)
    _drop_doubles(found, texts, paragraphs, page)
    return found


def segment_labels(page: Page, gold: dict[str, Any]) -> list[int | None]:
    """The same where the gold only has segments that are part of the body (`with`), and some that
    are not (`without`)."""
    inside = [_letters(text) for text in gold["with"]]
    outside = [_letters(text) for text in gold["without"]]
    found: list[int | None] = []
    for block in page.blocks:
        text = _letters(block.text)
        if any(
            one in text or (len(text) > _SHORTEST_PART and text in one) for one in inside if one
        ):
            found.append(1)
        else:
            found.append(0 if any(one in text for one in outside if one) else None)
    return found


def _letters(text: str) -> str:
    return "".join(normalize(text).split())


def gold_paragraphs(gold: dict[str, Any]) -> list[str]:
    """The paragraphs of a gold body; optional ones lose their brackets."""
    if "body" in gold:
        return [
            text[1:-1] if text[:1] == "[" and text[-1:] == "]" else text for text in gold["body"]
        ]
    return [text for text in gold["body_text"].split("\n") if text.strip()]


def _by_words(texts: Sequence[list[str]], paragraphs: Sequence[list[str]]) -> list[int | None]:
    flat = [word for paragraph in paragraphs for word in paragraph]
    shingles = {
        size: {tuple(flat[at : at + size]) for at in range(len(flat) - size + 1)}
        for size in range(1, _SHINGLE_WORDS + 1)
    }
    whole = {tuple(paragraph) for paragraph in paragraphs}
    shares: list[float | None] = []
    for text in texts:
        if not text:
            shares.append(None)
        elif tuple(text) in whole:
            shares.append(1.0)
        else:
            size = min(_SHINGLE_WORDS, len(text))
            parts = [tuple(text[at : at + size]) for at in range(len(text) - size + 1)]
            share = sum(part in shingles[size] for part in parts) / len(parts)
            shares.append(share if len(text) >= _SHINGLE_WORDS else share / 2)
    return [_label(at, shares, texts) for at in range(len(texts))]


def _label(at: int, shares: Sequence[float | None], texts: Sequence[list[str]]) -> int | None:
    share = shares[at]
    if share is None:
        return None
    if share >= _IN:
        return 1
    if share == 0.5 and len(texts[at]) < _SHINGLE_WORDS:
        near = [
            shares[other] or 0.0
            for other in range(max(0, at - 2), min(len(shares), at + 3))
            if other != at
        ]
        return int(sum(value >= _IN for value in near) >= 2)
    return None if share >= _OUT else 0


def _drop_strays(found: list[int | None], texts: Sequence[list[str]]) -> None:
    """A short text far from all long ones of the body equals a part of it only by chance."""
    sure = [at for at, label in enumerate(found) if label == 1 and len(texts[at]) >= _LONG]
    if not sure:
        return
    for at, label in enumerate(found):
        if label == 1 and len(texts[at]) < _LONG and not sure[0] - _NEAR <= at <= sure[-1] + _NEAR:
            found[at] = 0


def _drop_doubles(
    found: list[int | None], texts: Sequence[list[str]], paragraphs: Sequence[list[str]], page: Page
) -> None:
    outline = page.outline
    in_gold = Counter(tuple(paragraph) for paragraph in paragraphs)
    places = [(outline.parent[block.node], outline.signature[block.node]) for block in page.blocks]
    mass: Counter[tuple[int, str]] = Counter()
    same: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, label in enumerate(found):
        if label == 1:
            mass[places[at]] += len(page.blocks[at].text)
            same[tuple(texts[at])].append(at)
    for text, doubles in same.items():
        most = max(1, in_gold.get(text, 1))
        for at in sorted(doubles, key=lambda at: (-mass[places[at]], at))[most:]:
            found[at] = 0
