"""The reading order of a page: as the file states or keeps it where that reads as columns do, else
from the layout."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from newsparse.scans.model import Box, ScanPage
from newsparse.scans.type import Column

_MOST_BREAKS: Final = 0.2
"""Share of steps in the file's order that may go against the layout."""
_MOST_ORDERED: Final = 700
"""Regions of a page up to which the layout is asked; the pairs of more would take too long."""
_MOST_WIDE: Final = 60
"""Boxes over several columns that are held against each pair."""
_SIDE_OVERLAP: Final = 0.15
"""Share of the narrower box up to which two boxes still stand side by side."""


def reading_order(
    page: ScanPage, regions: Sequence[int], columns: Sequence[Column]
) -> tuple[int, ...]:
    """Some regions of a page, given as indexes in the order of the file, in reading order.

    >>> from newsparse.scans.model import Line, Region, Word
    >>> def region(name, *box):
    ...     return Region(name, (Line((Word(name, Box(*box)),), Box(*box)),), Box(*box))
    >>> regions = (region("right", 50, 10, 90, 90), region("left", 5, 10, 45, 90))
    >>> page = ScanPage(1, 100, 100, regions)
    >>> reading_order(page, (0, 1), (Column(5, 45), Column(50, 90)))
    (1, 0)
    """
    if page.ordered or len(regions) < 2 or len(regions) > _MOST_ORDERED:
        return tuple(regions)
    boxes = [page.regions[at].ink for at in regions]
    wide = _wide(boxes, columns)
    broken = sum(precedes(after, before, wide) for before, after in pairwise(boxes))
    if broken <= _MOST_BREAKS * (len(boxes) - 1):
        return tuple(regions)
    return tuple(regions[at] for at in _by_layout(boxes, wide))


def _wide(boxes: Sequence[Box], columns: Sequence[Column]) -> list[Box]:
    """The boxes that run over more than one column."""
    if not columns:
        return []
    width = sorted(column.width for column in columns)[len(columns) // 2]
    return [box for box in boxes if box.width > 1.3 * width][:_MOST_WIDE]


def precedes(one: Box, other: Box, wide: Sequence[Box]) -> bool:
    """Whether the layout says that one box is read before another.

    Of boxes in one column the upper is read first; of boxes side by side the left one, unless
    something that runs over both columns stands between them (T. Breuel, High Performance Document
    Layout Analysis, 2003).
    """
    overlap = min(one.right, other.right) - max(one.left, other.left)
    if overlap > _SIDE_OVERLAP * max(1, min(one.width, other.width)):
        return _middle(one) < _middle(other)
    if one.left >= other.left:
        return False
    if one.top < other.bottom and other.top < one.bottom:
        return True
    above, below = (one, other) if one.top < other.top else (other, one)
    between = any(
        box.top >= above.bottom - 2
        and box.bottom <= below.top + 2
        and box.left < min(one.right, other.right)
        and box.right > max(one.left, other.left)
        for box in wide
    )
    return not between


def _middle(box: Box) -> float:
    return (box.top + box.bottom) / 2


def _by_layout(boxes: list[Box], wide: Sequence[Box]) -> tuple[int, ...]:
    """The indexes of boxes in an order that keeps every pair in its own, as far as pairs agree."""
    count = len(boxes)
    after: list[list[int]] = [[] for _ in range(count)]
    waiting = [0] * count
    for one in range(count):
        for other in range(count):
            if one != other and precedes(boxes[one], boxes[other], wide):
                after[one].append(other)
                waiting[other] += 1
    left = set(range(count))
    order: list[int] = []
    while left:
        best = min(left, key=lambda at: (waiting[at], boxes[at].left, boxes[at].top))
        left.discard(best)
        order.append(best)
        for other in after[best]:
            waiting[other] -= 1
    return tuple(order)
