"""What changed between two captures of one story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

import attrs

from newsparse.across.stories import Story, of_article
from newsparse.errors import InputError, quoted
from newsparse.records import Article
from newsparse.textual import normalize

_ALIKE: Final = 0.6
"""The share of words from which two paragraphs are one, rewritten."""
_MOST_COMPARED: Final = 40
"""Paragraphs on each side of a change that are compared with each other."""


@attrs.frozen
class Rewrite:
    """Words before and after a change."""

    before: str
    after: str


@attrs.frozen
class Changes:
    """What changed between two captures of one story; nothing if all fields are empty."""

    headline: Rewrite | None = None
    added: tuple[str, ...] = ()
    """Paragraphs that only the later capture has."""
    removed: tuple[str, ...] = ()
    rewritten: tuple[Rewrite, ...] = ()
    corrections: tuple[str, ...] = ()
    """Corrections and editor's notes that only the later capture has."""

    @property
    def is_unmarked(self) -> bool:
        """Whether words of the earlier capture were changed and no note says so."""
        return bool(self.headline or self.removed or self.rewritten) and not self.corrections

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return self != Changes()


def compare(before: Article, after: Article) -> Changes:
    """What changed from one capture of a story to a later one. White space, case and the form of
    quotes do not count.

    >>> from newsparse.records import BodyBlock
    >>> one = Article(body=(BodyBlock("It rained on Monday, he said."),))
    >>> two = Article(body=(BodyBlock("It rained on Tuesday, he said."), BodyBlock("It stopped.")))
    >>> found = compare(one, two)
    >>> found.added, len(found.rewritten), found.is_unmarked
    (('It stopped.',), 1, True)
    """
    for one in (before, after):
        if not isinstance(one, Article):
            raise InputError(f"compare takes two Articles, not {quoted(one)}")
    return changes(of_article(before, "before"), of_article(after, "after"))


def changes(before: Story, after: Story) -> Changes:
    """What changed from one story to another."""
    headline = None
    if normalize(before.headline) != normalize(after.headline):
        headline = Rewrite(before.headline, after.headline)
    added: list[str] = []
    removed: list[str] = []
    rewritten: list[Rewrite] = []
    for old, new in _differing(before.paragraphs, after.paragraphs):
        pairs = _pairs(old, new)
        rewritten += [Rewrite(old[at], new[to]) for at, to in pairs.items()]
        removed += [text for at, text in enumerate(old) if at not in pairs]
        added += [text for at, text in enumerate(new) if at not in pairs.values()]
    known = set(map(normalize, before.corrections))
    notes = tuple(text for text in after.corrections if normalize(text) not in known)
    return Changes(headline, tuple(added), tuple(removed), tuple(rewritten), notes)


def _differing(
    before: Sequence[str], after: Sequence[str]
) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """The stretches of paragraphs that differ."""
    folded = [list(map(normalize, texts)) for texts in (before, after)]
    matcher = SequenceMatcher(a=folded[0], b=folded[1], autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag != "equal":
            yield before[first:last], after[start:end]


def _pairs(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """The paragraphs that are one, rewritten: for each old one the most alike new one."""
    found: dict[int, int] = {}
    for at, text in enumerate(old[:_MOST_COMPARED]):
        free = [to for to in range(min(len(new), _MOST_COMPARED)) if to not in found.values()]
        alike = [(_alike(text, new[to]), -to) for to in free]
        best = max(alike, default=(0.0, 0))
        if best[0] >= _ALIKE:
            found[at] = -best[1]
    return found


def _alike(one: str, other: str) -> float:
    """The share of words that two paragraphs have in common, in order."""
    words = [normalize(text).split() for text in (one, other)]
    matcher = SequenceMatcher(a=words[0], b=words[1], autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE else 0.0
