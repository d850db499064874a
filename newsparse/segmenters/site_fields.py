"""Fields that a site prints in the same container on page after page, and texts that it repeats.

A container that held the byline on nine of nine pages holds it on the tenth. The claim's
probability grows with the pages: two pages are outvoted by most rules, twenty by few.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

import attrs

from newsparse.blocks import Block
from newsparse.fields.bylines import read_byline
from newsparse.fields.credits import credit_in
from newsparse.lexicon.classwords import bit
from newsparse.records import Label
from newsparse.segmenters.claims import ENOUGH, Claim, DatesFound, Value
from newsparse.segmenters.precedence import rank_of
from newsparse.segmenters.site_cues import Held, SitePage
from newsparse.segmenters.view import OUTSIDE_STORY, View

_PAGES_OF_HALF: Final = 2
"""Pages whose agreement is as likely right as wrong."""
_FEWEST_PAGES: Final = 2
"""Other pages from which a site says anything of fields."""
_SURE: Final = 0.8
"""The probability from which a site decides where its byline and its deck stand."""
_LONGEST_BYLINE: Final = 160.0
_LONGEST_DATE: Final = 160.0
_SHORTEST_CAPTION, _LONGEST_CAPTION = 8.0, 1_000.0
_LONGEST_CREDIT: Final = 120.0
_SHORTEST_DECK, _LONGEST_DECK = 25.0, 700.0
_BLOCKS_INTO_STORY: Final = 1
"""Blocks below the first of the story in which a deck may stand."""
_NEVER: Final = OUTSIDE_STORY | bit("comment")
_DECIDED: Final = frozenset((Label.BYLINE, Label.DECK))
"""Labels that a page prints in one place: where the site is sure of it, no other place counts."""
_BY_ELEMENT: Final = 0.95
"""Confidence of the rules by which an element says that it is a deck's."""


@attrs.frozen
class _Found:
    """What a block holds of a label: `text[start:end]`, the whole where `end` is -1."""

    value: Value = None
    start: int = 0
    end: int = -1


@attrs.frozen(eq=False)
class SiteFields:
    """What a site says of the fields of one page."""

    page: SitePage | None
    claims: tuple[Claim, ...] = ()
    decided: Mapping[Label, frozenset[int]] = attrs.field(factory=dict)
    """The blocks of each label of which the site is sure where it stands."""

    def overrules(self, claim: Claim) -> bool:
        """Whether a rule's claim is dropped: most pages print its text, or the site is sure that
        its label stands elsewhere."""
        if self.page is None:
            return False
        if self._is_repeated(self.page, claim):
            return True
        return claim.label in self.decided and claim.block not in self.decided[claim.label]

    def _is_repeated(self, page: SitePage, claim: Claim) -> bool:
        """Whether a caption or deck is a text of most pages. What the page marks up as one may be:
        a stock picture has the same caption everywhere, a column the same deck."""
        if claim.label is Label.CAPTION:
            marked = page.scene.blocks[claim.block].tag == "figcaption"
        else:
            marked = claim.label is not Label.DECK or claim.score >= _BY_ELEMENT
        return not marked and page.is_on_most(claim.block)


def site_fields(view: View) -> SiteFields:
    """The claims on blocks whose container held one label on the other pages of the site."""
    page = view.body.beside
    if page is None or page.pages < _FEWEST_PAGES:
        return SiteFields(None)
    claims = tuple(_claims(view, page))
    sure = [claim for claim in claims if claim.score >= _SURE]
    decided = {
        label: frozenset(claim.block for claim in sure if claim.label is label)
        for label in _DECIDED & {claim.label for claim in sure}
    }
    return SiteFields(page, claims, decided)


def _claims(view: View, page: SitePage) -> Iterable[Claim]:
    for block in view.blocks[view.head().start : max(view.head().stop, view.tail().stop)]:
        if not block.text or block.within & _NEVER or block.index == view.headline:
            continue
        held = page.held_by(block.node)
        label = held.steady if held is not None else None
        if held is None or label is None or label not in READERS or page.is_on_most(block.index):
            continue
        sure = _certainty(held.labelled) * page.trust
        found = READERS[label](view, block) if sure >= ENOUGH else None
        if found is not None:
            yield _claim(block, label, sure, held, found)


def _certainty(pages: int) -> float:
    """The probability that a container holds the label that it held on so many pages.

    >>> [round(_certainty(pages), 2) for pages in (2, 4, 9, 20)]
    [0.5, 0.8, 0.95, 0.99]
    """
    return 1 - 1 / (1 + pages * pages / _PAGES_OF_HALF**2)


def _claim(block: Block, label: Label, sure: float, held: Held, found: _Found) -> Claim:
    times = f"{held.labelled} of {held.pages} pages of this site"
    reason = f"its container held the {label.value} on {times}"
    return Claim(
        block.index, label, sure, reason, rank_of(sure), found.start, found.end, found.value
    )


def _byline(view: View, block: Block) -> _Found | None:
    facts = view.facts(block.index)
    if view.scene.lengths[block.index] > _LONGEST_BYLINE or facts.is_byline_prefix:
        return None
    known = facts.lines.known
    found = facts.byline or read_byline(
        block.text,
        papers=known.papers,
        introduced=True,
        known=known.authors,
        speaks=facts.lines.speaks,
    )
    if found is None:
        return None
    start, end = found.source.start or 0, found.source.end or 0
    return _Found(found) if end - start >= len(block.text) - 2 else _Found(found, start, end)


def _date(view: View, block: Block) -> _Found | None:
    dates = view.facts(block.index).dates
    if not dates or view.scene.lengths[block.index] > _LONGEST_DATE:
        return None
    return _Found(DatesFound(dates), dates[0].start, dates[-1].end)


def _caption(view: View, block: Block) -> _Found | None:
    length = view.scene.lengths[block.index]
    return _Found() if _SHORTEST_CAPTION <= length <= _LONGEST_CAPTION else None


def _credit(view: View, block: Block) -> _Found | None:
    if view.scene.lengths[block.index] > _LONGEST_CREDIT:
        return None
    found = credit_in(block.text)
    return _Found(found) if found is not None else None


def _deck(view: View, block: Block) -> _Found | None:
    length = view.scene.lengths[block.index]
    placed = view.headline < block.index <= view.first + _BLOCKS_INTO_STORY
    return _Found() if placed and _SHORTEST_DECK <= length <= _LONGEST_DECK else None


READERS: Final[dict[Label, Callable[[View, Block], _Found | None]]] = {
    Label.BYLINE: _byline,
    Label.DATE: _date,
    Label.CAPTION: _caption,
    Label.CREDIT: _credit,
    Label.DECK: _deck,
}
"""How the block of a steady container is read as its label; None where it cannot be that."""
