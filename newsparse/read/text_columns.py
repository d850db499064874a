"""Columns of plain text: where a renderer or a press wrapped the lines, and which go together.

A renderer wraps at 60 to 100 characters. A column that was scanned, or an export of one, is 25 to
45 wide and breaks words by hyphens. A narrow width needs more evidence, as menus and tables are
narrow too: lines that go on in the middle of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final, Protocol, TypeVar

NARROWEST_PAGE, _WIDEST_PAGE = 45, 100
"""The columns that a renderer wraps lines at."""
_NARROWEST_COLUMN: Final = 25
_LINES_PER_STRAY: Final = 40
"""Lines for each one that may be longer than the column, such as an address or a masthead."""
_STRAYS: Final = (0, 1, 2)
"""Further strays that a narrow column may have above it: headline, byline."""
FEWEST_WRAPPED: Final = 3
"""Lines that another follows in a wrapped text."""
FEWEST_IN_ARCHIVE: Final = 1
"""The same in a document of an archive, which parts paragraphs by blank lines."""
_FEWEST_NARROW: Final = 8
"""The same in a narrow column."""
_LEAST_FULL: Final = 7
"""Of ten lines that another follows, those without room for its first word."""
_LEAST_RUNNING: Final = 4
"""Of ten lines of a narrow column, those that begin in small letters."""
_FEWEST_BROKEN: Final = 2
"""Words broken at line ends from which a page is known to break words."""
_LINES_PER_BROKEN: Final = 30
"""Lines for each broken word, at most, on such a page."""
_BROKEN_END = re.compile(r"[^\W\d_]-$")


class Line(Protocol):
    """What a line must tell of itself."""

    @property
    def text(self) -> str: ...
    @property
    def indent(self) -> int: ...
    @property
    def gap(self) -> int: ...


_L = TypeVar("_L", bound=Line)


def wrap_width(
    lines: Sequence[_L], opens: Callable[[_L], bool], fewest: int = FEWEST_WRAPPED
) -> int:
    """The column at which most lines are full, so that the text was wrapped there; else 0.

    `opens` tells whether a line begins something new, such as a list item. `fewest` is the number
    of long lines that another follows in a wrapped text.
    """
    widths = sorted(line.indent + len(line.text) for line in lines)
    if not widths:
        return 0
    strays = len(widths) // _LINES_PER_STRAY
    widest = widths[-1 - strays]
    if NARROWEST_PAGE <= widest <= _WIDEST_PAGE and _is_wrapped(lines, widest, opens, fewest):
        return widest
    for more in _STRAYS:
        if len(widths) > strays + more + _FEWEST_NARROW:
            widest = widths[-1 - strays - more]
            if _NARROWEST_COLUMN <= widest < NARROWEST_PAGE and _is_column(lines, widest, opens):
                return widest
    return 0


def is_full(size: int, after: str, widest: int) -> bool:
    """Whether a line had no room for the first word of the next one."""
    word = len(after.split(None, 1)[0])
    return size + 1 + word > widest - 2


def _followed(lines: Sequence[_L], widest: int, opens: Callable[[_L], bool]) -> list[tuple[_L, _L]]:
    """The pairs of lines of which the first is long enough to have been wrapped.

    A line that begins further right than the one above it is centred, not wrapped.
    """
    return [
        (line, after)
        for line, after in pairwise(lines)
        if after.gap == 0
        and widest // 2 < line.indent + len(line.text) <= widest
        and not opens(after)
        and (after.indent <= line.indent + 1 or opens(line))
    ]


def _is_wrapped(lines: Sequence[_L], widest: int, opens: Callable[[_L], bool], fewest: int) -> bool:
    pairs = _followed(lines, widest, opens)
    full = sum(is_full(one.indent + len(one.text), after.text, widest) for one, after in pairs)
    return len(pairs) >= fewest and full * 10 >= len(pairs) * _LEAST_FULL


def _is_column(lines: Sequence[_L], widest: int, opens: Callable[[_L], bool]) -> bool:
    """Whether lines are a narrow column: full, and running on in the middle of sentences."""
    pairs = [pair for pair in _followed(lines, widest, opens) if pair[1].indent <= pair[0].indent]
    full = sum(
        is_full(one.indent + len(one.text), after.text, widest)
        or _BROKEN_END.search(one.text) is not None
        for one, after in pairs
    )
    running = sum(after.text[:1].islower() for _, after in pairs)
    return (
        len(pairs) >= _FEWEST_NARROW
        and full * 10 >= len(pairs) * _LEAST_FULL
        and running * 10 >= len(pairs) * _LEAST_RUNNING
    )


def breaks_words(lines: Sequence[Line]) -> bool:
    """Whether a page breaks words at line ends, so that a hyphen there belongs to no word."""
    broken = sum(
        _BROKEN_END.search(one.text) is not None and after.text[:1].islower()
        for one, after in pairwise(lines)
        if after.gap == 0
    )
    return broken >= _FEWEST_BROKEN and broken * _LINES_PER_BROKEN >= len(lines)
