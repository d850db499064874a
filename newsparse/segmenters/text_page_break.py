"""Where the pages of a scanned paper break: jump lines, running heads, and the slugs between them.

A story that goes on on another page is broken by lines such as "(Continued on Page 4)", the head of
that page with its name, date and number, and a word by which readers find the story again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from newsparse.fields.notes import note_kind
from newsparse.records import NoteKind
from newsparse.segmenters.claims import Claim, claimed
from newsparse.segmenters.precedence import Row, row
from newsparse.segmenters.view import View

_LONGEST_JUMP: Final = 60
_LONGEST_HEAD: Final = 90
_LONGEST_SLUG: Final = 30
_MOST_WORDS_OF_SLUG: Final = 3
_LEAST_CAPITALS: Final = 0.7
"""Share of the letters of a running head that are capitals."""
_PAGE_NUMBER = re.compile(r"(?<!\d)\d{1,3}$|^\d{1,3}(?!\d)|\b[A-Z]-?\d{1,2}$")


def text_page_break(view: View) -> Iterable[Claim]:
    """Claims on the lines of a dump's story that belong to the page and not to the story."""
    for at in range(view.first, view.last + 1):
        if view.blocks[at].tag or len(view.blocks[at].text) > _LONGEST_HEAD:
            continue
        for test, found in RULES:
            if test(view, at):
                value = NoteKind.JUMP if found is _JUMP else None
                yield claimed(at, found, value=value)
                break


def is_jump_line(text: str) -> bool:
    """Whether a line sends the reader to another page, and says nothing else.

    >>> is_jump_line("(Continued on Page 4, Col. 2)"), is_jump_line("See page 4 of the report")
    (True, False)
    """
    if len(text) > _LONGEST_JUMP or not _ENDS.match(text):
        return False
    return note_kind(text, (NoteKind.JUMP,)) is NoteKind.JUMP


_ENDS = re.compile(r".{0,60}?(?:\d|[A-Z]\d{1,2})\W{0,3}$")
"""A jump line ends in a number."""


def _is_jump(view: View, at: int) -> bool:
    return is_jump_line(view.blocks[at].text)


def _is_running_head(view: View, at: int) -> bool:
    """In capitals with a page's number or a date, beside a jump line."""
    text = view.blocks[at].text
    letters = "".join(filter(str.isalpha, text))
    if not letters or sum(map(str.isupper, letters)) < len(letters) * _LEAST_CAPITALS:
        return False
    if not (_PAGE_NUMBER.search(text) or view.facts(at).dates):
        return False
    return _is_beside_jump(view, at)


def _is_beside_jump(view: View, at: int) -> bool:
    blocks = view.blocks
    beside = (at - 2, at - 1, at + 1, at + 2)
    return any(is_jump_line(blocks[one].text) for one in beside if 0 <= one < len(blocks))


def _is_slug(view: View, at: int) -> bool:
    """A word or two between two jump lines, or between a running head and one."""
    text = view.blocks[at].text
    if at + 1 >= len(view.blocks) or not _is_jump(view, at + 1) or at <= view.first:
        return False
    if len(text) > _LONGEST_SLUG or len(text.split()) > _MOST_WORDS_OF_SLUG:
        return False
    return _is_jump(view, at - 1) or _is_running_head(view, at - 1)


_JUMP: Final = row("note: jump line")
RULES: Final[tuple[tuple[Callable[[View, int], bool], Row], ...]] = (
    (_is_jump, _JUMP),
    (_is_running_head, row("furniture: running head")),
    (_is_slug, row("furniture: slug of a jump")),
)
"""What makes a line one of the page's; the first test that holds decides."""
