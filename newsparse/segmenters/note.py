"""Notes: corrections, editor's notes, contributors, contacts, biographies, disclosures, jump lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from newsparse.lexicon.classwords import bit
from newsparse.lexicon.notes import NOTES
from newsparse.records import Label, NoteKind
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.view import View

_AWAY: Final = bit("in_nav", "related", "in_dialog", "in_footer")
_LONGEST: Final = 700.0
_ROWS: Final = tuple(
    (kind, re.compile(rf"(?:{opening})", re.IGNORECASE).match, tuple((letters, re.compile(phrase, re.IGNORECASE).search) for letters, phrase in phrases))
    for kind, opening, phrases in NOTES
)
_MARKS = re.compile(r"\W*+")


def note_kind(text: str) -> NoteKind | None:
    """The kind of note that a text is by its words, None where it is none.

    >>> note_kind("Correction: An earlier version misspelled a name."), note_kind("The river rose.")
    (<NoteKind.CORRECTION: 'correction'>, None)
    """
    start = _MARKS.match(text).end()  # type: ignore[union-attr]
    folded = text.lower()
    for kind, opens, phrases in _ROWS:
        if opens(text, start) or any(letters in folded and says(text) for letters, says in phrases):
            return kind
    return None


def note(view: View) -> Iterable[Claim]:
    """Claims on the lines of head and tail, and on short ones of the body, that read as notes."""
    for at in range(view.head(4).start, min(len(view.blocks), view.last + 12)):
        block = view.blocks[at]
        if view.scene.weights[at] > _LONGEST or block.within & _AWAY or view.scene.weights[at] < 12:
            continue
        inner = view.first + 3 < at < view.last - 6
        kind = note_kind(block.text)
        if kind is not None and not (inner and kind not in (NoteKind.CORRECTION, NoteKind.EDITOR)):
            yield Claim(at, Label.NOTE, 0.94, f"the words of a note: {kind.value}")
