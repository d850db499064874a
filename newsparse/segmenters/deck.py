"""Decks: the sentence or paragraph between headline and story that sums it up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsparse.blocks import Block
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.furniture import purpose
from newsparse.names import has_byword
from newsparse.records import BlockKind, Label
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.headline import title_match
from newsparse.segmenters.view import AWAY, View
from newsparse.textual import folded_words, overlap

_DECK: Final = bit("deck")
_NOT: Final = bit("caption", "credit", "in_figure", "in_figcaption", "byline", "date", "share", "tool", "related", "tags", "biography", "comment")
_SHORTEST, _LONGEST = 25.0, 700.0


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
    if block.level in (2, 3) and at < view.first and scene.weights[at] > 50:
        return 0.9, "a heading that sums up, between headline and story"
    return 0.0, ""
