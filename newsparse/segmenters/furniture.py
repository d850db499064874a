"""Furniture: lines whose very words say that they are no part of a story."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsparse.lexicon.classwords import bit
from newsparse.records import Label
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.view import View

_SURE: Final = {
    "ad": 0.96,
    "share": 0.96,
    "comment": 0.95,
    "signup": 0.9,
    "legal": 0.9,
    "navigation": 0.9,
    "related": 0.85,
}
_LONGEST: Final = 400.0
_UNSEEN: Final = bit("in_dialog")
_FIGURE: Final = bit("in_figure")
_QUOTE: Final = bit("quote", "in_quote")


def furniture(view: View) -> Iterable[Claim]:
    """Claims on lines that the lexicon knows, on what a dialog shows, and on pull quotes."""
    lengths, purposes = view.scene.lengths, view.scene.purposes
    for at, block in enumerate(view.blocks):
        if block.within & _UNSEEN:
            yield Claim(at, Label.FURNITURE, 0.97, "stands in a dialog")
        elif block.within & _FIGURE and block.own & _QUOTE:
            yield Claim(at, Label.FURNITURE, 0.96, "a pull quote: a figure, not the story's text")
        elif purposes[at] and lengths[at] <= _LONGEST:
            yield Claim(at, Label.FURNITURE, _SURE[purposes[at]], f"the words of {purposes[at]}")
