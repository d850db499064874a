"""The openings and phrases of notes before and after a story, by kind.

The patterns are in the files of `newsparse.lexicon.languages`: `note_openings`, `note_phrases`.
"""

from __future__ import annotations

from typing import Final

from newsparse.lexicon.languages import languages, spoken
from newsparse.records import NoteKind

KINDS: Final = (
    NoteKind.CORRECTION,
    NoteKind.EDITOR,
    NoteKind.CONTRIBUTORS,
    NoteKind.CONTACT,
    NoteKind.BIOGRAPHY,
    NoteKind.DISCLOSURE,
    NoteKind.JUMP,
)
"""The kinds of notes; the first one that matches wins."""


def _openings(kind: NoteKind) -> str:
    return "|".join(spoken(lambda language: language.note_openings.get(kind.value, ())))


def _phrases(kind: NoteKind) -> tuple[tuple[str, str], ...]:
    return tuple(
        row for language in languages() for row in language.note_phrases.get(kind.value, ())
    )


NOTES: Final[tuple[tuple[NoteKind, str, tuple[tuple[str, str], ...]], ...]] = tuple(
    (kind, _openings(kind), _phrases(kind)) for kind in KINDS
)
"""One row for each kind: the kind, a regular expression for the openings, and the phrases.

Each phrase is a pair: a lower-case string that the text must contain, and a regular expression of
the whole phrase, which runs only if the text contains that string.
"""
