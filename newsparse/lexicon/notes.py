"""What notes at a story's head and tail begin with or say, by kind.

The patterns stand in the files of `newsparse.lexicon.languages`: `note_openings`, `note_phrases`.
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
"""The kinds of notes; the first one that fits decides."""


def _openings(kind: NoteKind) -> str:
    return "|".join(spoken(lambda language: language.note_openings.get(kind.value, ())))


def _phrases(kind: NoteKind) -> tuple[tuple[str, str], ...]:
    return tuple(
        row for language in languages() for row in language.note_phrases.get(kind.value, ())
    )


NOTES: Final[tuple[tuple[NoteKind, str, tuple[tuple[str, str], ...]], ...]] = tuple(
    (kind, _openings(kind), _phrases(kind)) for kind in KINDS
)
"""A row a kind: how such a note opens, after marks, and what it says further in.

The first is one expression. Each of the second is small letters that must stand in the text, and an
expression of the whole phrase, which is tried only where they stand.
"""
