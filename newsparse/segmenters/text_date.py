"""Relative dates of a dump ("2 hours ago"), recognised by their place under the headline."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from newsparse.segmenters.claims import Claim, DatesFound, claimed
from newsparse.segmenters.precedence import Row, row
from newsparse.segmenters.view import View

_LONGEST_DATE: Final = 40.0


def text_date(view: View) -> Iterable[Claim]:
    """Claims on the short lines of a dump between headline and story that count a date from now."""
    if not 0 <= view.headline < view.first:
        return
    for at in range(view.headline + 1, view.first):
        for test, found in RULES:
            if test(view, at):
                yield claimed(at, found, value=DatesFound(view.facts(at).dates))
                break


def _is_relative(view: View, at: int) -> bool:
    return (
        not view.blocks[at].tag
        and view.scene.lengths[at] < _LONGEST_DATE
        and view.facts(at).is_relative
    )


RULES: Final[tuple[tuple[Callable[[View, int], bool], Row], ...]] = (
    (_is_relative, row("date: relative, under the headline")),
)
"""What makes a line under the headline a date; the first test that holds decides."""
