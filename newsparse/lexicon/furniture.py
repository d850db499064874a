"""What a line of a page's furniture is for: share, related, sign up, ad, legal, navigation.

The phrases stand in the files of `newsparse.lexicon.languages`, by purpose: `furniture` where they
are the whole line, `furniture_openings` where a line (no long paragraph) begins with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Final

from newsparse.lexicon.language import Language, Phrases
from newsparse.lexicon.languages import languages
from newsparse.textual import any_of, letter_length

WHOLE_PURPOSES: Final = ("related", "ad", "share", "signup", "comment", "navigation")
"""What a phrase on a line of its own is for; one of several purposes counts for the first."""
OPENING_PURPOSES: Final = ("related", "signup", "comment", "share", "ad", "legal")
"""What the first words of a line are for, in the same way."""

_EDGES: Final = " :.…»>«<·•|-–—*!→›▶▼▲+#[]()"
_MARKS: Final = " :.…»«<·•|-–—*!→›▶▼▲+#[➤➔➜►⇒>■●◆★▷▽☞👉"
"""Marks before the words that open a line."""
_LINES_KEPT: Final = 8192
"""Lines whose purpose is kept: the pages of a site share most of their furniture."""
_LONGEST_COUNTED: Final = 40
"""Characters below which a line may be a phrase and a count ("3 comments")."""
_SHORTEST_WORD: Final = 5
"""Letters of the shortest word that opens a line of furniture alone."""
_SHORT_SIGNS: Final = 2
"""Chinese or Japanese signs that are too few to open a line of furniture alone."""
_COUNT = re.compile(r"^(?:\d+[.,]?\d*\s*[kKmM]?\s*)|(?:(?<!\s)\s++)?\(?(?<!\d)\d++\)?$")


def _purposes(
    order: tuple[str, ...], phrases: Callable[[Language], Mapping[str, Phrases]], edges: str
) -> dict[str, str]:
    """Each phrase of all languages, without the marks at its edges, and what it is for."""
    found: dict[str, str] = {}
    for name in order:
        for language in languages():
            for phrase in phrases(language).get(name, ()):
                found.setdefault(phrase.strip(edges), name)
    found.pop("", None)
    return found


@cache
def _whole() -> dict[str, str]:
    return _purposes(WHOLE_PURPOSES, lambda language: language.furniture, _EDGES)


@cache
def _openings() -> dict[str, str]:
    found = _purposes(OPENING_PURPOSES, lambda language: language.furniture_openings, " ")
    return {
        phrase: name
        for phrase, name in found.items()
        if not phrase.isalpha()
        or (len(phrase) > _SHORT_SIGNS and letter_length(phrase) >= _SHORTEST_WORD)
    }


@cache
def _opening_lengths() -> dict[str, list[int]]:
    """The lengths of the openings by their first letter, the longest first."""
    found: dict[str, list[int]] = {}
    for phrase in sorted(_openings(), key=len, reverse=True):
        lengths = found.setdefault(phrase[0], [])
        if len(phrase) not in lengths:
            lengths.append(len(phrase))
    return found


@lru_cache(maxsize=_LINES_KEPT)
def purpose(folded: str) -> str:
    """What a line (as `textual.normalize` folds it) is furniture for; "" where no phrase says so.

    >>> purpose("read more:"), purpose("3 comments"), purpose("the mayor said")
    ('related', 'comment', '')
    """
    whole = _whole()
    found = whole.get(folded.strip(_EDGES))
    if found:
        return found
    if len(folded) < _LONGEST_COUNTED and _has_count(folded):
        found = whole.get(_COUNT.sub("", folded).strip(_EDGES))
        if found:
            return found
    found = _opened(folded)
    if not found and folded[:1] in _MARKS:
        return _opened(folded.lstrip(_MARKS))
    return found


def _has_count(folded: str) -> bool:
    """Whether a line begins or ends with a number."""
    return folded[:1].isdecimal() or folded.rstrip(")\n")[-1:].isdecimal()


@cache
def _any_opening() -> re.Pattern[str]:
    return re.compile(any_of(sorted(_openings())))


def _opened(folded: str) -> str:
    """What the longest opening of a line is for; "" where it has none."""
    if not _any_opening().match(folded):
        return ""
    openings = _openings()
    for length in _opening_lengths().get(folded[:1], ()):
        found = openings.get(folded[:length])
        if found and _ends_word(folded, length):
            return found
    return ""


def _ends_word(folded: str, at: int) -> bool:
    return (
        at >= len(folded)
        or not folded[at].isalpha()
        or not folded[at - 1].isalpha()
        or folded[at] > "\u2fff"
    )
