"""Tags: the links to its topics that a story lists beside its headline or at its end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from newsparse.blocks import Block
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.furniture import purpose
from newsparse.lexicon.languages import spoken
from newsparse.records import Label
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.view import AWAY, View
from newsparse.textual import any_of, url_path

_TAGS: Final = bit("tags")
_NOT: Final = AWAY & ~bit("related") | bit("byline", "caption", "sidebar")
_NOT_UNNAMED: Final = bit("in_footer", "share", "related")
"""Where links to topics stand only in an element that is named for them."""
_ADDRESS = re.compile(
    rf"/{any_of(spoken(lambda language: language.topic_page_words))}/[^/]", re.IGNORECASE
)
"""What newsrooms call the pages of a topic in their addresses."""
_LISTED = re.compile(
    rf"{any_of(spoken(lambda language: language.tag_list_labels))}\s?[:：]\s?(?=\S)",
    re.IGNORECASE,
)
"""What introduces a list of tags on a line of its own."""
_LONGEST: Final = 60
_LINE: Final = 400.0
_BEFORE: Final = 8
_AFTER: Final = 40
_LAST: Final = 2
"""Blocks at the story's end that may be tags after all."""
_RIGHT_AFTER: Final = 10
_SPELLED: Final = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae"}


def tags(view: View) -> Iterable[Claim]:
    """Claims on the links to topics that stand around the story's head or after its end, and on lines that list them."""
    if view.last < 0:
        return
    top = view.headline if 0 <= view.headline <= view.first else view.first
    tail = max(view.first, view.last - _LAST)
    for block in (
        *view.blocks[max(0, top - _BEFORE) : view.first],
        *view.blocks[tail : view.last + _AFTER],
    ):
        if not block.within & _NOT and block.index != view.headline:
            yield from _linked(view, block) if block.linked else _listed(view, block)


def _linked(view: View, block: Block) -> Iterator[Claim]:
    if block.level or view.scene.lengths[block.index] > _LINE or block.linked * 2 < len(block.text):
        return
    named = bool((block.own | block.inline | block.within) & _TAGS)
    if not named and block.within & _NOT_UNNAMED:
        return
    close = view.last - _LAST <= block.index <= view.last + _RIGHT_AFTER
    for mark in view.marks(block):
        text = block.text[mark.start : mark.end]
        if mark.tag != "a" or not 1 < len(text) <= _LONGEST or purpose(text.casefold()):
            continue
        addressed = bool(_ADDRESS.search(mark.href))
        if addressed or named or close and _is_spelled(text, mark.href):
            whole = mark.start == 0 and mark.end == len(block.text)
            reason = (
                "a link to a topic"
                if addressed
                else "a link in a list of topics"
                if named
                else "a link right after the story to what it names"
            )
            yield Claim(
                block.index,
                Label.TAG,
                0.96 if addressed and named else 0.93,
                reason,
                *((0, -1) if whole else (mark.start, mark.end)),
            )


def _is_spelled(text: str, href: str) -> bool:
    """Whether the last step of an address, below a first one, spells the words of its link."""
    steps = url_path(href).strip("/").split("/")
    if len(steps) < 2:
        return False
    wanted = _letters(steps[-1])
    return (
        wanted == _letters(text)
        or not text.isascii()
        and wanted == _letters("".join([_SPELLED.get(letter, letter) for letter in text.lower()]))
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text.lower())))


def _listed(view: View, block: Block) -> Iterator[Claim]:
    match = _LISTED.match(block.text) if view.scene.lengths[block.index] <= _LINE else None
    if match is None:
        return
    at = match.end()
    for tag in re.split(r"([,;|·•])", block.text[at:]):
        shown = tag.strip()
        if shown not in ("", *",;|·•") and len(shown) <= _LONGEST:
            start = at + tag.find(shown)
            yield Claim(
                block.index,
                Label.TAG,
                0.93,
                "listed behind a word for topics",
                start,
                start + len(shown),
            )
        at += len(tag)
