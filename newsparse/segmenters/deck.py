"""Decks: the sentence or paragraph between headline and story that sums it up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsparse.blocks import Block
from newsparse.dates import FoundDate, find_dates
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.furniture import purpose
from newsparse.names import has_byword, parse_byline
from newsparse.records import BlockKind, Label
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.headline import title_match
from newsparse.segmenters.view import AWAY, View
from newsparse.textual import folded_words, overlap

_DECK: Final = bit("deck")
_NOT: Final = bit("caption", "credit", "in_figure", "in_figcaption", "byline", "date", "share", "tool", "related", "tags", "biography", "comment")
_SHORTEST, _LONGEST = 25.0, 700.0
_CLAUSE: Final = 40.0


def _over_byline(view: View, at: int) -> bool:
    """Whether a line ends as a sentence and the byline stands under it, above the story."""
    under = view.blocks[at + 1 : min(view.first, at + 4)]
    if not view.scene.ends[at] or any(found.end - found.start > 5 for found in _dates(view.blocks[at].text)):
        return False
    return any(has_byword(block.text) and len(block.text) < 150 for block in under)


def _is_right_over_byline(view: View, at: int) -> bool:
    """Whether the line right under this one, under the headline, names who wrote the story."""
    under = view.blocks[at + 1].text
    return len(under) < 120 and parse_byline(under) is not None and parse_byline(view.blocks[at].text) is None and not any(_dates(view.blocks[at].text))


def _dates(text: str) -> Iterable[FoundDate]:
    return find_dates(text) if any(map(str.isdigit, text)) else ()


def deck(view: View) -> Iterable[Claim]:
    """Claims on blocks under the headline whose element, or likeness to the description, says deck."""
    if view.headline < 0 or view.headline > view.first:
        return
    for at in range(view.headline + 1, min(len(view.blocks), max(view.first + 2, view.headline + 8))):
        block = view.blocks[at]
        score, reason = _judged(view, block)
        if score:
            yield Claim(at, Label.DECK, score, reason)


def _judged(view: View, block: Block) -> tuple[float, str]:
    at = block.index
    scene = view.scene
    if not _SHORTEST <= scene.weights[at] <= _LONGEST or block.within & (AWAY | _NOT) or block.kind is BlockKind.LIST_ITEM:
        return 0.0, ""
    if purpose(scene.keys[at]) or has_byword(block.text) or title_match(scene, at) >= 0.8:
        return 0.0, ""
    likeness = max((overlap(folded_words(scene.keys[at]), text) for text in scene.description_words), default=0.0)
    named = bool((block.own | block.inline) & _DECK)
    if named and at <= view.first + 1:
        return 0.96, "its element is a deck's, under the headline"
    if block.within & _DECK and at < view.first + 1 and scene.weights[at] < 400:
        return 0.93, "stands in a deck's element under the headline"
    if at < view.first and likeness >= 0.7:
        return 0.93, "says what the page's description says, before the story"
    if not block.tag and not block.level and view.headline < at < view.first and _over_byline(view, at):
        return 0.9, "a sentence between headline and byline"
    if not block.tag and not block.level and view.headline < at < view.first and scene.weights[at] >= _CLAUSE and _is_right_over_byline(view, at):
        return 0.7, "a clause right above the byline"
    if block.level in (2, 3) and at < view.first and scene.weights[at] > 50:
        return 0.9, "a heading that sums up, between headline and story"
    return 0.0, ""
