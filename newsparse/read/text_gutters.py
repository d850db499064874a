"""Columns that stand side by side in a text: OCR that keeps the layout of the page.

Blanks at the same place of most rows are a gutter. The rows around it are read as the left column,
then the right one. A table has such blanks too, so both sides must read as prose that was wrapped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Final, NamedTuple

_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
"""Blanks inside a row that may be a gutter."""
_FEWEST_ROWS: Final = 8
"""Rows with text on both sides of a gutter."""
_FEWEST_ROWS_MORE: Final = 2
"""The same in further rows of a page that has such columns."""
_LEAST_SPLIT: Final = 0.6
"""Share of the rows around a gutter that have text on both sides."""
_NARROWEST_COLUMN: Final = 20
"""Characters that half of the rows of a column have at least."""
_LEAST_RUNNING: Final = 0.3
"""Share of the rows of a column that go on in the middle of a sentence: with a small letter."""


class Row(NamedTuple):
    """A row of a text, or the part of it in one column: its text and where that begins."""

    start: int
    text: str
    in_column: bool = False
    """Whether other columns stand beside it."""


def may_have_columns(text: str) -> bool:
    """Whether a text has enough rows with blanks inside: a quick test of whole pages."""
    return text.count("   ") >= _FEWEST_ROWS and len(_GAP.findall(text)) >= _FEWEST_ROWS


def in_reading_order(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows, with the columns that stand side by side one after the other."""
    gaps = {at: found for at, row in enumerate(rows) if (found := _gaps(row.text))}
    if len(gaps) < _FEWEST_ROWS:
        return rows
    gutter = _gutter(gaps)
    parts = list(_parts(rows, gutter))
    if not any(_is_parted(part, gutter, _FEWEST_ROWS) for part in parts):
        return rows
    return [
        row
        for part in parts
        for row in (_columns(part, gutter) if _is_parted(part, gutter, _FEWEST_ROWS_MORE) else part)
    ]


def _gaps(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _GAP.finditer(text)] if "   " in text else []


def _gutter(gaps: dict[int, list[tuple[int, int]]]) -> int:
    """The place at which most rows have blanks: the middle of the first such stretch."""
    votes: dict[int, int] = {}
    for found in gaps.values():
        for start, end in found:
            for place in range(start, end):
                votes[place] = votes.get(place, 0) + 1
    most = max(votes.values())
    start = end = min(place for place, count in votes.items() if count == most)
    while votes.get(end + 1) == most:
        end += 1
    return (start + end + 1) // 2


def _parts(rows: Sequence[Row], gutter: int) -> Iterator[list[Row]]:
    """The rows between those that cross the gutter, and those rows alone."""
    part: list[Row] = []
    for row in rows:
        if _crosses(row.text, gutter):
            if part:
                yield part
            yield [row]
            part = []
        else:
            part.append(row)
    if part:
        yield part


def _crosses(text: str, gutter: int) -> bool:
    """Whether a row has text at the gutter."""
    return bool(text[max(0, gutter - 1) : gutter + 1].strip())


def _columns(rows: Sequence[Row], gutter: int) -> list[Row]:
    """The left column and the right one, in each of which further columns may stand.

    No blank rows come between them, as a paragraph may go on at the top of the right column.
    """
    left = [Row(row.start, row.text[:gutter], in_column=True) for row in rows]
    right = [Row(row.start + gutter, row.text[gutter:], in_column=True) for row in rows]
    first = next(at for at, row in enumerate(right) if row.text.strip())
    last = max(at for at, row in enumerate(left) if row.text.strip())
    return [
        *in_reading_order(list(_from_edge(left[: last + 1]))),
        *in_reading_order(list(_from_edge(right[first:]))),
    ]


def _is_parted(rows: Sequence[Row], gutter: int, fewest: int) -> bool:
    """Whether rows are two columns of prose, with text on both sides of at least some rows."""
    left = [row.text[:gutter].strip() for row in rows]
    right = [row.text[gutter:].strip() for row in rows]
    both = sum(bool(one and other) for one, other in zip(left, right, strict=True))
    either = sum(bool(one or other) for one, other in zip(left, right, strict=True))
    if both < fewest or both < _LEAST_SPLIT * either:
        return False
    return _is_prose(left) and _is_prose(right)


def _is_prose(column: Sequence[str]) -> bool:
    """Whether the rows of a column are wrapped sentences."""
    shown = [text for text in column if text]
    running = sum(text[0].islower() for text in shown)
    return median(map(len, shown)) >= _NARROWEST_COLUMN and running >= _LEAST_RUNNING * len(shown)


def _from_edge(column: Sequence[Row]) -> Iterator[Row]:
    """The rows of a column from its left edge on."""
    shown = [row.text for row in column if row.text.strip()]
    edge = min(len(text) - len(text.lstrip()) for text in shown)
    for row in column:
        yield Row(row.start + edge, row.text[edge:], row.in_column)
