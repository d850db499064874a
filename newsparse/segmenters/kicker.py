"""Kickers: the short line or trail of sections above the headline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from newsparse.blocks import Block
from newsparse.fields.bylines import has_byline_prefix
from newsparse.fields.dates import find_dates
from newsparse.lexicon.classwords import bit
from newsparse.records import Label
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.view import AWAY, View

_KICKER: Final = bit("kicker")
_NOT: Final = bit(
    "byline",
    "date",
    "share",
    "tool",
    "tags",
    "caption",
    "credit",
    "in_figure",
    "logo",
    "hidden",
    "related",
    "in_control",
)
_TRAIL = re.compile(r"\S\s*[>›»•|·]\s*\S")
_LONGEST: Final = 70.0
_NEAR: Final = 6


def kicker(view: View) -> Iterable[Claim]:
    """Claims on the lines right above the headline that are short and of a kicker's kind."""
    if view.headline < 0:
        return
    for at in range(max(0, view.headline - _NEAR), view.headline):
        block = view.blocks[at]
        score, reason = _judged(view, block)
        if score:
            yield Claim(at, Label.KICKER, score, reason)


def _judged(view: View, block: Block) -> tuple[float, str]:
    at = block.index
    text = block.text
    if view.scene.lengths[at] > _LONGEST or block.within & (AWAY | _NOT) or block.inline & _NOT:
        return 0.0, ""
    if (
        view.scene.purposes[at]
        or has_byline_prefix(text)
        or view.scene.normalized[at] == view.scene.normalized[view.headline]
    ):
        return 0.0, ""
    if any(map(str.isdigit, text)) and next(find_dates(text), None) is not None:
        return 0.0, ""
    if (block.own | block.inline) & _KICKER:
        return 0.92, "its element is a kicker's, above the headline"
    if _TRAIL.search(text):
        return 0.85, "a trail of sections above the headline"
    if block.within & _KICKER:
        return 0.8, "stands in a kicker's element above the headline"
    if at == _above(view) and view.scene.lengths[at] <= 40 and not text.endswith((".", "!", "?")):
        return 0.6, "a short line right above the headline"
    return 0.0, ""


def _above(view: View) -> int:
    """The line right above the headline; in a dump a date may stand between."""
    at = view.headline - 1
    while at > 0 and not view.blocks[at].tag and _is_date(view.blocks[at].text):
        at -= 1
    return at


def _is_date(text: str) -> bool:
    found = next(find_dates(text), None) if any(map(str.isdigit, text)) else None
    return found is not None and (found.end - found.start) * 2 >= len(text)
