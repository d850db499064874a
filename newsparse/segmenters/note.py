"""Notes: corrections, editor's notes, contributors, contacts, biographies, disclosures, jump
lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from newsparse.fields.notes import INSIDE, note_kind
from newsparse.fields.persons import is_bare_name
from newsparse.lexicon.classwords import bit
from newsparse.records import NoteKind
from newsparse.segmenters.claims import Claim, claimed
from newsparse.segmenters.precedence import Row, row
from newsparse.segmenters.view import View
from newsparse.textual import normalize

_OUTSIDE: Final = bit("in_nav", "related", "in_dialog", "in_footer")
_BIOGRAPHY: Final = bit("biography", "note")
_BYLINE: Final = bit("byline")
_LIKELY_BODY: Final = 0.5
_PARAGRAPHS_AT_END: Final = 1
"""Paragraphs before the last one that are the story's end."""
_LINKED_SHARE: Final = 0.8
"""Share of a line's characters in links from which the line is nothing but links."""
_WORDS_OF_NAME: Final = 2
"""Words of an author's name at the start of a biography that are compared."""
_LONGEST_LABEL: Final = 20
"""Characters of a label such as "About the author:"."""
_LINES_OF_HEAD: Final = 6
"""Blocks above the headline that may name an author."""
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
            if kind is not None and not _is_other_text(view, at, kind):
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


def _is_other_text(view: View, at: int, kind: NoteKind) -> bool:
    """Whether a text that has the words of a note is a paragraph of the story or a mere link."""
    if kind is NoteKind.BIOGRAPHY:
        return _is_paragraph(view, at) and not _is_about_author(view, at)
    block = view.blocks[at]
    return kind is NoteKind.CORRECTION and block.linked >= _LINKED_SHARE * len(block.text.strip())


def _is_paragraph(view: View, at: int) -> bool:
    """Whether a block reads as the story's and nothing sets it off."""
    block = view.blocks[at]
    return (
        view.first <= at <= view.last
        and view.body.values[at] >= _LIKELY_BODY
        and not (block.own | block.within) & _BIOGRAPHY
        and block.stressed * 2 < len(block.text)
    )


def _is_about_author(view: View, at: int) -> bool:
    """Whether a block begins with a label, with a name that stands among the authors or in the
    lines of the story's head, or, at the story's end, with a name that may be an author's."""
    if ":" in view.blocks[at].text[:_LONGEST_LABEL]:
        return True
    opening = " ".join(view.blocks[at].text.split()[:_WORDS_OF_NAME])
    if at >= view.last - _PARAGRAPHS_AT_END and is_bare_name(opening):
        return _may_be_author(view, opening)
    name = normalize(opening)
    return any(name in author for author in view.authors) or any(
        name in view.scene.normalized[line]
        for line in view.head(_LINES_OF_HEAD)
        if line < min(at, view.first)
    )


def _may_be_author(view: View, name: str) -> bool:
    """Whether the page names no authors, or one who has a word of this name."""
    bylines = (view.facts(at).byline for at in view.head(_LINES_OF_HEAD) if _is_signed(view, at))
    printed = (normalize(author) for line in bylines if line is not None for author in line.names)
    known = {word for author in (*view.authors, *printed) for word in author.split()}
    return not known or not known.isdisjoint(normalize(name).split())


def _is_signed(view: View, at: int) -> bool:
    """Whether a line's first word or its element says that it names authors."""
    block = view.blocks[at]
    return view.facts(at).has_byline_prefix or bool((block.own | block.within) & _BYLINE)


RULES: Final[tuple[tuple[Callable[[View, int], NoteKind | None], Row], ...]] = (
    (_says_note, row("note: words")),
)
"""The tests for notes. The first one that returns a kind wins."""
