"""Bylines: the lines near the headline, or at the story's end, that say who wrote it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsparse.blocks import Block
from newsparse.lexicon.classwords import bit
from newsparse.names import has_byword, parse_byline
from newsparse.records import Byline, Label
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.view import AWAY, View

_BYLINE: Final = bit("byline")
_NOT: Final = bit("caption", "credit", "in_figure", "in_figcaption", "tags", "share", "kicker", "headline", "related", "comment", "biography")
_LONGEST: Final = 220.0


def byline(view: View) -> Iterable[Claim]:
    """Claims on the lines of the head and tail that read as bylines."""
    found = False
    for at in view.head(6):
        claim = _claim(view, at, tail=False)
        if claim is not None:
            found = True
            yield claim
    if not found:
        for at in view.tail(4):
            if at > view.last - 1:
                claim = _claim(view, at, tail=True)
                if claim is not None:
                    yield claim


def read(view: View, block: Block) -> Byline | None:
    """The byline that a block is, read with what its element says of it."""
    named = bool((block.own | block.inline | block.within) & _BYLINE)
    return parse_byline(block.text, papers=view.papers, introduced=named)


def _claim(view: View, at: int, *, tail: bool) -> Claim | None:
    block = view.blocks[at]
    if view.scene.weights[at] > _LONGEST or block.within & AWAY or at == view.headline or block.level == 1:
        return None
    named = bool((block.own | block.inline | block.within) & _BYLINE)
    spoken = has_byword(block.text)
    if (block.own | block.within) & _NOT and not (spoken or block.own & _BYLINE):
        return None
    found = read(view, block)
    if found is None:
        return None
    if spoken:
        score, reason = 0.96, "opens with a by-word and names somebody"
    elif named:
        score, reason = 0.94, "its element is a byline's and it names somebody"
    elif found.agency or found.desk:
        score, reason = 0.9, "names an agency or a desk where bylines stand"
    elif 0 <= view.headline < at <= view.first and not tail:
        score, reason = 0.7, "a name alone between headline and story"
    else:
        return None
    if tail:
        score -= 0.1
    return Claim(at, Label.BYLINE, score, reason)
