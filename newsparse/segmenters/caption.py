"""Captions and their credits: what is printed with a picture."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsparse.blocks import Block
from newsparse.credits import split_credit
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.furniture import purpose
from newsparse.records import Label
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.view import AWAY, View

_CAPTION: Final = bit("caption", "in_figcaption")
_CREDIT: Final = bit("credit")
_FIGURE: Final = bit("in_figure")
_PICTURE: Final = bit("picture")
_AWAY: Final = AWAY | bit("biography", "logo", "in_footer", "sidebar")
_LONGEST: Final = 1200.0
_TELLING: Final = frozenset(("phrase", "bracketed", "labelled", "copyright", "bylined"))
"""Forms of credits that tell a caption where no element does."""


def caption(view: View) -> Iterable[Claim]:
    """Claims on blocks that stand with a picture of the story, as caption, credit, or both."""
    low, high = max(0, min(view.head(10).start, view.first)), max(view.last + 6, view.first)
    for block in view.blocks[low:high]:
        score, reason = _judged(view, block)
        found = split_credit(block.text) if score or not block.tag and view.scene.weights[block.index] <= _LONGEST else None
        if not score and found is not None and found.form in _TELLING:
            score, reason = 0.995 if found.form == "bracketed" else 0.98, "ends in a picture credit"
        if not score:
            continue
        if found is None:
            label = Label.CREDIT if block.own & _CREDIT and not block.own & _CAPTION else Label.CAPTION
            yield Claim(block.index, label, score, reason)
            continue
        yield Claim(block.index, Label.CAPTION, score, reason)
        yield Claim(block.index, Label.CREDIT, min(0.9999, score + 0.002), f"a credit: {found.form}", found.start, found.end)


def _judged(view: View, block: Block) -> tuple[float, str]:
    at = block.index
    size = view.scene.weights[at]
    if size > _LONGEST or block.within & _AWAY or at == view.headline or size < 2:
        return 0.0, ""
    if purpose(view.scene.keys[at]) not in ("", "legal"):
        return 0.0, ""
    own = block.own | block.inline
    if block.tag == "figcaption" or block.within & _CAPTION:
        return 0.97, "stands in a caption's element"
    if own & _CREDIT and size < 160 and (block.within & (_FIGURE | _PICTURE) or split_credit(block.text)):
        return 0.95, "its element is a picture credit's"
    if block.within & _FIGURE and size < 600:
        return 0.93, "stands with a picture in a figure"
    if block.within & _PICTURE and size < 500 and view.body.values[at] < 0.9:
        return 0.8, "stands in a picture's element"
    return 0.0, ""
