"""The kind of note that a line is by its words: correction, editor's note, disclosure and more."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from typing import Final

from newsparse.lexicon.notes import NOTES
from newsparse.records import NoteKind

_Match = Callable[..., re.Match[str] | None]
_ROWS: Final[tuple[tuple[NoteKind, _Match, tuple[tuple[str, _Match], ...]], ...]] = tuple(
    (
        kind,
        re.compile(rf"(?:{opening})", re.IGNORECASE).match,
        tuple((letters, re.compile(phrase, re.IGNORECASE).search) for letters, phrase in phrases),
    )
    for kind, opening, phrases in NOTES
)
"""Kind, test of the first words, and phrases anywhere, each with letters that its matches hold."""
_OPENS: Final[_Match] = re.compile(
    "|".join(f"(?:{opening})" for _, opening, _ in NOTES), re.IGNORECASE
).match
"""The test of the first words for a note of any kind."""
_MARKS = re.compile(r"\W*+")


INSIDE: Final = (NoteKind.CORRECTION, NoteKind.EDITOR)
"""Kinds of notes that may stand inside a story. They come first in `NOTES`, so no other kind is
found before them."""


def note_kind(text: str, kinds: Container[NoteKind] = tuple(NoteKind)) -> NoteKind | None:
    """The kind of note that a text is, of some kinds; None where its words name none of them.

    >>> note_kind("Correction: An earlier version misspelled a name."), note_kind("The river rose.")
    (<NoteKind.CORRECTION: 'correction'>, None)
    """
    marks = _MARKS.match(text)
    start = marks.end() if marks is not None else 0
    folded = text.lower()
    may_open = _OPENS(text, start) is not None
    for kind, opens, phrases in _ROWS:
        if kind not in kinds:
            continue
        if may_open and opens(text, start):
            return kind
        for letters, says in phrases:
            if letters in folded and says(text):
                return kind
    return None
