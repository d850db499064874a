"""Furniture: lines whose very words say that they are no part of a story."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from newsparse.blocks import Block
from newsparse.lexicon.classwords import bit
from newsparse.segmenters.claims import Claim, claimed
from newsparse.segmenters.precedence import Row, row
from newsparse.segmenters.view import SURE, View
from newsparse.textual import is_signs_alone

_LONGEST_LINE: Final = 400.0
"""Letters of the longest line that furniture phrases are believed of."""
_DIALOG: Final = bit("in_dialog")
_FIGURE: Final = bit("in_figure")
_ELEMENTS: Final = _DIALOG | _FIGURE
"""Elements without which no row of `RULES` holds."""
_QUOTE: Final = bit("quote", "in_quote")


def furniture(view: View) -> Iterable[Claim]:
    """Claims on lines that the lexicon knows, on what a dialog shows, on pull quotes, and on what
    `html_story` finds outside the story."""
    for at, block in enumerate(view.blocks):
        found = view.furniture.get(at)
        if found is None and block.within & _ELEMENTS:
            found = _by_element(block)
            if found is _PULL_QUOTE and view.body.values[at] >= SURE and view.scene.ends[at]:
                found = None  # a sentence of the story that its figure only sets off
        if found is None and not block.tag and is_signs_alone(block.text):
            found = _SEPARATOR
        purpose = view.scene.purposes[at]
        if found is not None:
            yield claimed(at, found)
        elif purpose and view.scene.lengths[at] <= _LONGEST_LINE:
            yield claimed(at, PURPOSES[purpose], purpose)


def _by_element(block: Block) -> Row | None:
    return next((found for test, found in RULES if test(block)), None)


def _is_in_dialog(block: Block) -> bool:
    return bool(block.within & _DIALOG)


def _is_pull_quote(block: Block) -> bool:
    return bool(block.within & _FIGURE and block.own & _QUOTE)


_PULL_QUOTE: Final = row("furniture: pull quote")
_SEPARATOR: Final = row("furniture: separator")
"""A line of signs alone in a dump, such as "* * *"; golds of HTML keep them in the body."""
RULES: Final[tuple[tuple[Callable[[Block], bool], Row], ...]] = (
    (_is_in_dialog, row("furniture: dialog")),
    (_is_pull_quote, _PULL_QUOTE),
)
"""What makes a block furniture by its elements; the first test that holds decides."""
PURPOSES: Final[dict[str, Row]] = {
    purpose: row(f"furniture: {purpose}")
    for purpose in ("ad", "share", "comment", "signup", "legal", "navigation", "related")
}
"""What makes it furniture by its words: the purpose that the lexicon knows them for."""
