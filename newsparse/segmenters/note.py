"""Notes: corrections, editor's notes, contributors, contacts, biographies, disclosures, jump
lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from newsparse.fields.notes import INSIDE, note_kind
from newsparse.lexicon.classwords import bit
from newsparse.records import NoteKind
from newsparse.segmenters.claims import Claim, claimed
from newsparse.segmenters.precedence import Row, row
from newsparse.segmenters.view import View

_OUTSIDE: Final = bit("in_nav", "related", "in_dialog", "in_footer")
_SHORTEST_NOTE, _LONGEST_NOTE = 12.0, 700.0
_INSIDE_AFTER, _INSIDE_BEFORE = 3, 6
"""Blocks at the story's start, and at its end, where notes of any kind may stand."""


def note(view: View) -> Iterable[Claim]:
    """Claims on lines before, after and inside the body that read as notes."""
    for at in range(view.head(4).start, min(len(view.blocks), view.last + 12)):
        if not _may_be(view, at):
            continue
        for test, found in RULES:
            kind = test(view, at)
            if kind is not None:
                yield claimed(at, found, kind.value, value=kind)
                break


def _may_be(view: View, at: int) -> bool:
    size = view.scene.lengths[at]
    return _SHORTEST_NOTE <= size <= _LONGEST_NOTE and not view.blocks[at].within & _OUTSIDE


def _says_note(view: View, at: int) -> NoteKind | None:
    """The kind of note by its words. Inside the story only the kinds in `INSIDE` count."""
    if view.first + _INSIDE_AFTER < at < view.last - _INSIDE_BEFORE:
        return note_kind(view.blocks[at].text, INSIDE)
    return view.facts(at).note_kind


RULES: Final[tuple[tuple[Callable[[View, int], NoteKind | None], Row], ...]] = (
    (_says_note, row("note: words")),
)
"""The tests for notes. The first one that returns a kind wins."""
