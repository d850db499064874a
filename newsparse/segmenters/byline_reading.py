"""Helpers that read a block as a byline, with what its elements and its page say about it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

import attrs

from newsparse.blocks import Block
from newsparse.fields.bylines import read_byline
from newsparse.fields.page_languages import SpeaksPrefix
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.languages import spoken
from newsparse.page import Page
from newsparse.records import Byline, Source
from newsparse.textual import any_of

_BYLINE: Final = bit("byline")
_DIVIDER: Final = " | "
_DATE_WORDS: Final = spoken(lambda language: language.glued_date_labels)
_GLUED = re.compile(
    r"(?<=[a-zà-ÿA-Z])(?=[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d)"
    rf"|(?<=[a-zà-ÿ])(?={any_of(_DATE_WORDS)}\b)"
)
"""A date, or a word for one, without a space before it, as in text dumps."""


@attrs.frozen
class Known:
    """What is known of a page's bylines before its lines are read."""

    papers: tuple[str, ...] = ()
    """Names of the page's own publisher, from its head and its profile."""
    authors: frozenset[str] = frozenset()
    """Names of authors that the page's head states, folded."""
    named: frozenset[int] = frozenset()
    """The blocks that a profile or a header calls bylines."""


def is_named(block: Block) -> bool:
    """Whether an element in or around a block says byline."""
    return bool((block.own | block.inline | block.within) & _BYLINE)


def read_stretch(
    block: Block, start: int, end: int, known: Known, speaks: SpeaksPrefix
) -> Byline | None:
    """The byline that a stretch of a block is, because a profile says that one stands there;
    offsets count in the block's text."""
    text = block.text[start : end if end >= 0 else None]
    found = read_byline(text, papers=known.papers, introduced=True, speaks=speaks)
    return _moved(found, start) if found is not None and start else found


def may_be_glued(text: str) -> bool:
    """A quick test whether a text may have a date glued to a name: it has a comma and a
    century, or a word for a date."""
    return ", 19" in text or ", 20" in text or any(map(text.__contains__, _DATE_WORDS))


def divided(page: Page, block: Block) -> tuple[str, list[int]]:
    """The text of a block with a divider at the edges of its links and named elements, and where
    dividers were put. Words that stand for a date ("Thursday morning") are blanks."""
    text = block.text
    marks = page.locator.marks(block) if block.inline or block.linked else ()
    edges = {match.start() for match in _GLUED.finditer(text)} if may_be_glued(text) else set()
    for mark in marks:
        if mark.tag in ("a", "time") or mark.words:
            edges |= {mark.start, mark.end} - {0, len(text)}
        if mark.datetime and not any(map(str.isdigit, text[mark.start : mark.end])):
            text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    ordered = sorted(edges)
    for edge in reversed(ordered):
        text = text[:edge] + _DIVIDER + text[edge:]
    return text, ordered


def undivided(byline: Byline, edges: list[int]) -> Byline:
    """A byline from a divided text, with its offsets changed to those without dividers."""
    width = len(_DIVIDER)
    dividers = [edge + at * width for at, edge in enumerate(edges)]

    def back(source: Source) -> Source:
        start, end = source.start or 0, source.end or 0
        return attrs.evolve(
            source,
            start=start - width * bisect_right(dividers, start),
            end=end - width * bisect_right(dividers, end - 1),
        )

    authors = tuple(attrs.evolve(author, source=back(author.source)) for author in byline.authors)
    return attrs.evolve(byline, authors=authors, source=back(byline.source))


def _moved(byline: Byline, by: int) -> Byline:
    """A byline read from a stretch that starts at an offset."""

    def on(source: Source) -> Source:
        return attrs.evolve(source, start=(source.start or 0) + by, end=(source.end or 0) + by)

    authors = tuple(attrs.evolve(author, source=on(author.source)) for author in byline.authors)
    return attrs.evolve(byline, authors=authors, source=on(byline.source))
