"""Notes: corrections, editor's notes, contributors, contacts, biographies, disclosures, jump lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from newsparse.lexicon.classwords import bit
from newsparse.lexicon.notes import NOTES
from newsparse.records import Label, NoteKind
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.view import View

_AWAY: Final = bit("in_nav", "related", "in_dialog", "in_footer")
_LONGEST: Final = 700.0
_Match = Callable[..., re.Match[str] | None]
_Row = tuple[NoteKind, _Match, tuple[tuple[str, _Match], ...]]
_ROWS: Final[tuple[_Row, ...]] = tuple(
    (
        kind,
        re.compile(rf"(?:{opening})", re.IGNORECASE).match,
        tuple((letters, re.compile(phrase, re.IGNORECASE).search) for letters, phrase in phrases),
    )
    for kind, opening, phrases in NOTES
)
_INNER: Final = (NoteKind.CORRECTION, NoteKind.EDITOR)
"""Kinds of notes that may stand inside a story; they are the first of `NOTES`, so no other kind decides before them."""
_INNER_ROWS: Final = tuple(row for row in _ROWS if row[0] in _INNER)
_MARKS = re.compile(r"\W*+")


def note_kind(text: str) -> NoteKind | None:
    """The kind of note that a text is by its words, None where it is none.

    >>> note_kind("Correction: An earlier version misspelled a name."), note_kind("The river rose.")
    (<NoteKind.CORRECTION: 'correction'>, None)
    """
    return _kind(text, _ROWS)


def _kind(text: str, rows: tuple[_Row, ...]) -> NoteKind | None:
    start = _MARKS.match(text).end()  # type: ignore[union-attr]
    folded = text.lower()
    for kind, opens, phrases in rows:
        if opens(text, start):
            return kind
        for letters, says in phrases:
            if letters in folded and says(text):
                return kind
    return None


def note(view: View) -> Iterable[Claim]:
    """Claims on the lines of head and tail, and on short ones of the body, that read as notes."""
    blocks, lengths = view.blocks, view.scene.lengths
    for at in range(view.head(4).start, min(len(blocks), view.last + 12)):
        block = blocks[at]
        if not 12 <= lengths[at] <= _LONGEST or block.within & _AWAY:
            continue
        inner = view.first + 3 < at < view.last - 6
        kind = _kind(block.text, _INNER_ROWS if inner else _ROWS)
        if kind is not None:
            yield Claim(at, Label.NOTE, 0.94, f"the words of a note: {kind.value}")
