"""What the words of each line are, read once: segmenters ask the same lines for the same facts.

A fact is read when it is first asked for, as most lines are asked for few. Facts are of the words
and of what is known of the page before its lines are judged; where a line stands is for the
segmenters.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import cached_property
from typing import Generic, TypeVar

from newsparse.blocks import Block
from newsparse.fields import bylines
from newsparse.fields.bylines import parse_byline, parse_small_byline, read_byline, unread_byline
from newsparse.fields.credits import CreditSplit, is_credit, split_credit
from newsparse.fields.date_labels import FoundDate
from newsparse.fields.dates import find_dates
from newsparse.fields.notes import note_kind
from newsparse.fields.relative_dates import is_labelled_relative, is_relative
from newsparse.lexicon.tails import caption_edges
from newsparse.page import Page
from newsparse.read.page_language import PageLanguage, page_language, with_region
from newsparse.read.page_prefixes import PagePrefixes, stated_languages
from newsparse.records import Byline, NoteKind
from newsparse.segmenters.byline_reading import Known, divided, is_named, undivided
from newsparse.segmenters.masthead import masthead_row
from newsparse.segmenters.precedence import Row

_T = TypeVar("_T")


class _fact(Generic[_T]):  # noqa: N801 (it is used as a decorator)
    """A property that is computed when it is first read, then stored on its object.

    `functools.cached_property` takes a lock in Python 3.11, which costs more than most facts do.
    """

    def __init__(self, read: Callable[[LineFacts], _T]) -> None:
        self.read = read
        self.name = read.__name__

    def __get__(self, facts: LineFacts, owner: type[LineFacts]) -> _T:
        value = facts.__dict__[self.name] = self.read(facts)
        return value


class LineFacts:
    """The facts of one block, each read when it is first asked for."""

    def __init__(self, lines: PageFacts, block: Block) -> None:
        self.lines = lines
        self.block = block

    @_fact
    def has_byline_prefix(self) -> bool:
        """Whether it starts with a byline prefix ("By Ada Lin")."""
        return bylines.has_byline_prefix(self.block.text)

    @_fact
    def is_byline_prefix(self) -> bool:
        """Whether it is a byline prefix and nothing else ("By")."""
        return bylines.is_byline_prefix(self.block.text)

    @_fact
    def opens_with_prefix(self) -> bool:
        """Whether it starts with a byline prefix of the page's language."""
        return self.has_byline_prefix and bylines.has_byline_prefix(
            self.block.text, self.lines.speaks
        )

    @property
    def is_introduced(self) -> bool:
        """Whether an element, a profile, a header or the line above says that it names an
        author."""
        at = self.block.index
        if at in self.lines.known.named or is_named(self.block):
            return True
        return at > 0 and self.lines[at - 1].is_byline_prefix

    @_fact
    def plain_byline(self) -> Byline | None:
        """The byline that it is by its words alone."""
        return parse_byline(self.block.text)

    @_fact
    def byline(self) -> Byline | None:
        """The byline that it is, read with its elements and with what is known; offsets count in
        its text."""
        known, introduced = self.lines.known, self.is_introduced
        text, edges = divided(self.lines.page, self.block)
        plain = self.opens_with_prefix == self.has_byline_prefix
        if plain and not (edges or introduced or known.papers or known.authors):
            return self.plain_byline
        found = read_byline(
            text,
            papers=known.papers,
            introduced=introduced,
            known=known.authors,
            speaks=self.lines.speaks,
        )
        if found is None and introduced and self.opens_small:
            found = parse_small_byline(text, known.papers, self.lines.speaks)
        return undivided(found, edges) if found is not None and edges else found

    @property
    def opens_small(self) -> bool:
        """Whether it is in small letters as a whole and its first word is a byline prefix."""
        text = self.block.text
        return text.islower() and bylines.has_byline_prefix(text.title(), self.lines.speaks)

    @_fact
    def unread_byline(self) -> Byline:
        """The byline that it is though its names cannot be read."""
        text, edges = divided(self.lines.page, self.block)
        return undivided(unread_byline(text, self.lines.speaks), edges)

    @_fact
    def dates(self) -> tuple[FoundDate, ...]:
        """The dates in it, in order, in the order of day and month that the page's language has."""
        return tuple(find_dates(self.block.text, self.lines.languages))

    @_fact
    def dated(self) -> int:
        """The letters of its dates."""
        return sum([found.end - found.start for found in self.dates])

    @_fact
    def is_relative(self) -> bool:
        """Whether it counts a date from now ("2 minutes ago")."""
        return is_relative(self.block.text)

    @_fact
    def is_labelled_relative(self) -> bool:
        """Whether it is a label and a date counted from now ("Updated 2 hours ago")."""
        return is_labelled_relative(self.block.text)

    @_fact
    def credit(self) -> CreditSplit | None:
        """The credit at its edge."""
        return split_credit(self.block.text)

    @_fact
    def inner_credit(self) -> CreditSplit | None:
        """The credit at the edge of what is left without what galleries glue to captions; offsets
        count from there."""
        text = self.block.text
        start, end = caption_edges(text)
        return self.credit if end - start == len(text) else split_credit(text[start:end])

    @_fact
    def is_credit(self) -> bool:
        """Whether it is a credit and nothing else, by its names and agencies."""
        return is_credit(self.block.text)

    @_fact
    def note_kind(self) -> NoteKind | None:
        """The kind of note that its words name."""
        return note_kind(self.block.text)

    @_fact
    def masthead(self) -> Row | None:
        """The rule by which it is a line of the masthead."""
        return masthead_row(self.block)


class PageFacts(dict[int, LineFacts]):
    """The facts of a page's lines by the index of their block, made when they are first asked
    for."""

    def __init__(self, page: Page, known: Known) -> None:
        super().__init__()
        self.page = page
        self.known = known
        self.speaks = PagePrefixes(page)
        self._weak: PageFacts = weakref.proxy(self)
        """Lines refer to their page weakly: a cycle would keep the page until it is collected."""

    @cached_property
    def found_language(self) -> PageLanguage | None:
        """The language that the page's text shows, where the page states none."""
        stated = next(stated_languages(self.page.head), None)
        return page_language(self.page) if stated is None else None

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The language of the page as it states it, else the one found, with the region of its
        site; empty where no language is known."""
        stated = next(stated_languages(self.page.head), None)
        found = self.found_language
        tag = stated or (found.language.code if found is not None else None)
        return (with_region(tag, self.page.url),) if tag else ()

    def __missing__(self, at: int) -> LineFacts:
        facts = self[at] = LineFacts(self._weak, self.page.blocks[at])
        return facts
