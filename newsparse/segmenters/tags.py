"""Tags: the links to its topics that a story lists beside its headline or at its end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import attrs

from newsparse.blocks import Block
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.furniture import purpose
from newsparse.lexicon.languages import spoken
from newsparse.segmenters.claims import Claim, claimed
from newsparse.segmenters.precedence import Row, row
from newsparse.segmenters.view import OUTSIDE_STORY, View
from newsparse.textual import any_of, url_path

_TAGS: Final = bit("tags")
_OTHER_PLACES: Final = OUTSIDE_STORY & ~bit("related") | bit("byline", "caption", "sidebar")
_NOT_UNNAMED: Final = bit("in_footer", "share", "related")
"""Elements in which a link is a tag only if an element is named for tags."""
_ADDRESS = re.compile(
    rf"/{any_of(spoken(lambda language: language.topic_page_words))}/[^/]", re.IGNORECASE
)
"""Address segments of topic pages."""
_LISTED = re.compile(
    rf"{any_of(spoken(lambda language: language.tag_list_labels))}\s?[:：]\s?(?=\S)",
    re.IGNORECASE,
)
"""What introduces a list of tags on a line of its own."""
_LONGEST_TAG: Final = 60
_LONGEST_LINE: Final = 400.0
_BLOCKS_BEFORE: Final = 8
"""Blocks above the headline among which tags are looked for."""
_BLOCKS_AFTER: Final = 40
"""Blocks after the story among which tags are looked for."""
_BLOCKS_RIGHT_AFTER: Final = 10
"""Blocks after the story in which a link may be a tag by the words of its address alone."""
_LAST_OF_STORY: Final = 2
"""Blocks at the story's end that may be tags after all."""
_SPELLED: Final = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae"}
_SEPARATOR = re.compile(r"([,;|·•])")
_SEPARATORS: Final = frozenset(",;|·•")
_BEHIND_LABEL: Final = row("tag: listed")


def tags(view: View) -> Iterable[Claim]:
    """Claims on the links to topics that stand around the story's head or after its end, and on
    lines that list them."""
    if view.last < 0:
        return
    top = view.headline if 0 <= view.headline <= view.first else view.first
    tail = max(view.first, view.last - _LAST_OF_STORY)
    for block in (
        *view.blocks[max(0, top - _BLOCKS_BEFORE) : view.first],
        *view.blocks[tail : view.last + _BLOCKS_AFTER],
    ):
        if not block.within & _OTHER_PLACES and block.index != view.headline:
            yield from _linked(view, block) if block.linked else _listed(view, block)


@attrs.frozen
class _Link:
    """A link that may be a tag."""

    text: str
    href: str
    named: bool
    """Whether an element says that it stands in a list of tags."""
    close: bool
    """Whether it stands right after the story."""


def _linked(view: View, block: Block) -> Iterator[Claim]:
    """Claims on the links of a block that holds little else."""
    at = block.index
    if block.level or view.scene.lengths[at] > _LONGEST_LINE:
        return
    if block.linked * 2 < len(block.text):
        return
    named = bool((block.own | block.inline | block.within) & _TAGS)
    if not named and block.within & _NOT_UNNAMED:
        return
    close = view.last - _LAST_OF_STORY <= at <= view.last + _BLOCKS_RIGHT_AFTER
    for mark in view.marks(block):
        text = block.text[mark.start : mark.end]
        if mark.tag != "a" or not 1 < len(text) <= _LONGEST_TAG or purpose(text.casefold()):
            continue
        link = _Link(text, mark.href, named, close)
        found = next((found for test, found in RULES if test(link)), None)
        if found is not None:
            whole = mark.start == 0 and mark.end == len(block.text)
            start, end = (0, -1) if whole else (mark.start, mark.end)
            yield claimed(at, found, start=start, end=end)


def _is_topic_in_list(link: _Link) -> bool:
    return link.named and _leads_to_topic(link)


def _leads_to_topic(link: _Link) -> bool:
    return bool(_ADDRESS.search(link.href))


def _is_in_list(link: _Link) -> bool:
    return link.named


def _spells_its_words(link: _Link) -> bool:
    return link.close and _is_spelled(link.text, link.href)


def _is_spelled(text: str, href: str) -> bool:
    """Whether the last step of an address, below a first one, spells the words of its link."""
    steps = url_path(href).strip("/").split("/")
    if len(steps) < 2:
        return False
    wanted = _letters(steps[-1])
    return wanted == _letters(text) or (
        not text.isascii()
        and wanted == _letters("".join([_SPELLED.get(letter, letter) for letter in text.lower()]))
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text.lower())))


def _listed(view: View, block: Block) -> Iterator[Claim]:
    """Claims on the tags that a line lists behind a word for topics."""
    at = block.index
    match = _LISTED.match(block.text) if view.scene.lengths[at] <= _LONGEST_LINE else None
    if match is None:
        return
    position = match.end()
    for part in _SEPARATOR.split(block.text[position:]):
        tag = part.strip()
        if tag and tag not in _SEPARATORS and len(tag) <= _LONGEST_TAG:
            start = position + part.find(tag)
            yield claimed(at, _BEHIND_LABEL, start=start, end=start + len(tag))
        position += len(part)


RULES: Final[tuple[tuple[Callable[[_Link], bool], Row], ...]] = (
    (_is_topic_in_list, row("tag: topic link in a list")),
    (_leads_to_topic, row("tag: topic link")),
    (_is_in_list, row("tag: link in a list")),
    (_spells_its_words, row("tag: link that spells its words")),
)
"""What makes a link a tag; the first test that holds decides."""
