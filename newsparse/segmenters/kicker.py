"""Kickers: the short line or trail of sections above the headline."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from newsparse.lexicon.classwords import bit
from newsparse.segmenters.claims import Claim, claimed
from newsparse.segmenters.precedence import Row, row
from newsparse.segmenters.view import OUTSIDE_STORY, View

_KICKER: Final = bit("kicker")
_OTHER_FIELDS: Final = bit(
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
_LONGEST_KICKER: Final = 70.0
_LONGEST_PLAIN: Final = 40.0
"""Letters of the longest kicker that only its place says to be one."""
_BLOCKS_ABOVE: Final = 6


def kicker(view: View) -> Iterable[Claim]:
    """Claims on the lines right above the headline that are short and of a kicker's kind."""
    if view.headline < 0:
        return
    for at in range(max(0, view.headline - _BLOCKS_ABOVE), view.headline):
        if _may_be(view, at):
            found = next((found for test, found in RULES if test(view, at)), None)
            if found is not None:
                yield claimed(at, found)


def _may_be(view: View, at: int) -> bool:
    """Whether a block is short, of no other field, and says something else than the headline."""
    block, scene = view.blocks[at], view.scene
    if scene.lengths[at] > _LONGEST_KICKER or scene.purposes[at]:
        return False
    if block.within & (OUTSIDE_STORY | _OTHER_FIELDS) or block.inline & _OTHER_FIELDS:
        return False
    if scene.normalized[at] == scene.normalized[view.headline]:
        return False
    return not view.facts(at).has_byline_prefix and not view.facts(at).dates


def _has_kicker_element(view: View, at: int) -> bool:
    block = view.blocks[at]
    return bool((block.own | block.inline) & _KICKER)


def _is_trail(view: View, at: int) -> bool:
    return bool(_TRAIL.search(view.blocks[at].text))


def _is_in_kicker_element(view: View, at: int) -> bool:
    return bool(view.blocks[at].within & _KICKER)


def _is_short_line_above(view: View, at: int) -> bool:
    return (
        at == _above(view)
        and view.scene.lengths[at] <= _LONGEST_PLAIN
        and not view.blocks[at].text.endswith((".", "!", "?"))
    )


def _above(view: View) -> int:
    """The line right above the headline; in a dump a date may stand between."""
    at = view.headline - 1
    while at > 0 and not view.blocks[at].tag and _is_date(view, at):
        at -= 1
    return at


def _is_date(view: View, at: int) -> bool:
    dates = view.facts(at).dates
    return bool(dates) and (dates[0].end - dates[0].start) * 2 >= len(view.blocks[at].text)


RULES: Final[tuple[tuple[Callable[[View, int], bool], Row], ...]] = (
    (_has_kicker_element, row("kicker: kicker element")),
    (_is_trail, row("kicker: trail")),
    (_is_in_kicker_element, row("kicker: inside a kicker element")),
    (_is_short_line_above, row("kicker: short line")),
)
"""What makes a line above the headline a kicker; the first test that holds decides."""
