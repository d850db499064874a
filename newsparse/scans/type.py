"""Type on a page: how large the body is set, where the columns stand, and which regions are set as
headings.

Everything here is a general typographic cue: size and weight against the body, capitals, centring
in the column, length, and how a text begins and ends. `CUES` holds what each is worth.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from statistics import median
from typing import Final

import attrs

from newsparse.scans.model import Box, Region, RegionKind, ScanPage, hull

REAL_WORD: Final = re.compile(r"[^\W\d_]{2}")
"""What a word holds that is no dirt on the page."""
_LETTER: Final = re.compile(r"[^\W\d_]")
_SENTENCE_END: Final = re.compile(r"[.!?:;,][\"'”’»)\]]*\s*$")
_SIGNATURE_MOST_WORDS: Final = 5
_MOST_HEADING_LINES: Final = 5
_MOST_HEADING_WORDS: Final = 36
_BODY_LEAST_LINES: Final = 4
"""Lines from which a region counts as set in columns."""
HEADING_FROM: Final = 3.0
"""Points from which a region is a heading."""


@attrs.frozen
class Column:
    """A column of type: where its text begins and ends."""

    left: int
    right: int

    @property
    def width(self) -> int:
        return self.right - self.left


@attrs.frozen(eq=False)
class Typography:
    """The body of a page or an issue, for headings to be held against."""

    size: float
    """Size of the body type, weighted by words; 0 where the file states none."""
    height: float
    """Height of the body's lines."""
    bold: bool
    """Whether most of the body is stated as bold, so that weight says nothing."""


def typography(pages: Sequence[ScanPage]) -> Typography:
    """The body type of an issue."""
    sizes: list[tuple[float, int]] = []
    heights: list[tuple[float, int]] = []
    bold = words = 0
    for page in pages:
        for region in page.regions:
            if region.kind is RegionKind.ADVERTISEMENT or region.kind is RegionKind.TABLE:
                continue
            for line in region.lines:
                count = len(line.words)
                words += count
                bold += line.bold * count
                if line.size:
                    sizes.append((line.size, count))
                heights.append((line.box.height, count))
    return Typography(
        _weighted_median(sizes),
        _weighted_median(heights),
        bold * 2 > words,
    )


def _weighted_median(values: list[tuple[float, int]]) -> float:
    """The value in the middle of all words."""
    values = sorted(values)
    half = sum(count for _, count in values) / 2
    seen = 0.0
    for value, count in values:
        seen += count
        if seen >= half:
            return float(value)
    return 0.0


def columns_of(regions: Sequence[Region], width: int) -> tuple[Column, ...]:
    """The columns of a page or a part of one, from the left: regions of several lines whose middles
    fall together.

    Where none has several lines, there is one column as wide as the page.
    """
    blocks = [
        (region.ink, len(region.lines))
        for region in regions
        if len(region.lines) >= _BODY_LEAST_LINES and region.kind is RegionKind.TEXT
    ]
    if not blocks:
        return (Column(0, width),) if regions else ()
    usual_width = _weighted_median([(float(box.width), lines) for box, lines in blocks])
    usual = sorted(
        (box for box, _ in blocks if 0.6 * usual_width <= box.width <= 1.4 * usual_width),
        key=lambda box: box.middle,
    )
    groups: list[list[Box]] = []
    for box in usual:
        if groups and box.middle - median(one.middle for one in groups[-1]) < 0.5 * usual_width:
            groups[-1].append(box)
        else:
            groups.append([box])
    return tuple(
        Column(int(median(box.left for box in group)), int(median(box.right for box in group)))
        for group in groups
    )


def column_at(columns: Sequence[Column], box: Box) -> int:
    """The index of the column that a box begins in; the nearest where it begins in none. -1 without
    columns."""
    if not columns:
        return -1
    best, found = -1.0, -1
    for at, column in enumerate(columns):
        overlap = min(box.right, column.right) - max(box.left, column.left)
        share = overlap / max(1, min(box.width, column.width))
        if share >= 0.5:
            return at
        if found < 0 or share > best:
            best, found = share, at
    return found


@attrs.frozen(eq=False)
class Setting:
    """How one region is set: what the cues are asked about."""

    region: Region
    box: Box
    column: Column
    text: str
    """Its lines, without those that hold no word."""
    lines: int
    words: int
    letters: int
    size: float
    """Its size against that of the body: 1.0 is as large."""
    height: float
    """The height of its lines against the body's."""
    bold: bool

    @property
    def left_gap(self) -> int:
        return self.box.left - self.column.left

    @property
    def right_gap(self) -> int:
        return self.column.right - self.box.right


def setting(region: Region, body: Typography, columns: Sequence[Column]) -> Setting:
    """How a region is set on its page."""
    lines = [line for line in region.lines if REAL_WORD.search(line.text)] or list(region.lines)
    box = hull([line.box for line in lines])
    box = box if box.width > 0 and box.height > 0 else region.box
    at = column_at(columns, box)
    column = columns[at] if at >= 0 else Column(box.left, box.right)
    if box.width > 1.3 * column.width:
        column = _spanned(columns, box) or column
    text = " ".join(line.text for line in lines)
    counts = [len(line.words) for line in lines]
    sized = [(line.size, count) for line, count in zip(lines, counts, strict=True) if line.size]
    size = sum(size * count for size, count in sized) / max(1, sum(count for _, count in sized))
    height = median(line.box.height for line in lines)
    heavy = sum(line.bold * count for line, count in zip(lines, counts, strict=True))
    return Setting(
        region,
        box,
        column,
        text,
        len(lines),
        len(REAL_WORD.findall(text)) if len(lines) < len(region.lines) else sum(counts),
        len(_LETTER.findall(text)),
        size / body.size if size and body.size else 0.0,
        height / body.height if body.height else 1.0,
        heavy * 2 > sum(counts) and not body.bold,
    )


def _spanned(columns: Sequence[Column], box: Box) -> Column | None:
    """The columns that a wide box runs over, as one."""
    under = [
        column
        for column in columns
        if min(box.right, column.right) - max(box.left, column.left) > 0.3 * column.width
    ]
    return Column(under[0].left, under[-1].right) if under else None


def is_capitals(text: str) -> bool:
    """Whether a text is set in capitals, but for a letter or two that the OCR misread.

    >>> is_capitals("LA CRISE DANOISe"), is_capitals("La crise")
    (True, False)
    """
    letters = _LETTER.findall(text)
    upper = sum(letter.isupper() for letter in letters)
    return len(letters) >= 3 and upper >= 0.75 * len(letters)


def _begins_in_capitals(text: str) -> bool:
    """Whether the first words of a text are set in capitals."""
    words = text.split()[:3]
    return len(words) == 3 and sum(map(len, words)) >= 8 and is_capitals(" ".join(words))


def is_centred(setting: Setting) -> bool:
    """Whether lines stand in the middle of their column with white on both sides."""
    least = 0.06 * setting.column.width
    left, right = setting.left_gap, setting.right_gap
    return (
        left > least
        and right > least
        and abs(left - right) < max(0.12 * setting.column.width, 0.45 * max(left, right))
    )


def scale(setting: Setting) -> float:
    """How large a region is set against the body: by the stated size, or by the height of its lines
    where that says more."""
    height = setting.height * (1.15 if is_capitals(setting.text) else 1.0)
    return max(setting.size, min(height, 1.35)) if setting.size else height


def is_dated(text: str) -> bool:
    """Whether a short text holds a day of the month or a year.

    >>> is_dated("Vienne, 1er avril."), is_dated("La crise")
    (True, False)
    """
    return any(letter.isdigit() for letter in text)


def _step(setting: Setting) -> int:
    """How much larger than the body a region is: 0 not, 1 a little, 2 clearly, 3 much."""
    if setting.size >= 1.5 or setting.height >= 1.8:
        return 3
    if setting.size >= 1.3 or not setting.size and setting.height >= 1.5:
        return 2
    return int(setting.size >= 1.12 or not setting.size and setting.height >= 1.3)


def _begins_small(setting: Setting) -> bool:
    """Whether a text begins in mid-sentence. A large line that does so continues a headline."""
    if _step(setting) >= 2:
        return False
    first = _LETTER.search(setting.text)
    return first is not None and first.group().islower()


def _ends_broken(setting: Setting) -> bool:
    return setting.text.rstrip().endswith(("-", "¬", "⸗"))


def _ends_in_comma(setting: Setting) -> bool:
    return setting.text.rstrip().endswith(",")


def _is_figures(setting: Setting) -> bool:
    digits = sum(letter.isdigit() for letter in setting.text)
    return setting.letters < 3 or digits > setting.letters


def _ends_sentence(setting: Setting) -> bool:
    return setting.words > _SIGNATURE_MOST_WORDS and bool(_SENTENCE_END.search(setting.text))


def _is_wordy(setting: Setting) -> bool:
    return setting.lines > 2 and setting.words > 14


def _stands_right(setting: Setting) -> bool:
    """Whether a text is set at the right of its column, as signatures are."""
    width = setting.column.width
    return setting.left_gap > 0.45 * width and setting.right_gap < 0.1 * width


CUES: Final[tuple[tuple[str, Callable[[Setting], bool], float], ...]] = (
    ("the file calls it a heading", lambda s: s.region.kind is RegionKind.HEADING, 4.0),
    ("much larger than the body", lambda s: _step(s) == 3, 2.5),
    ("larger than the body", lambda s: _step(s) == 2, 2.0),
    ("a little larger than the body", lambda s: _step(s) == 1, 1.2),
    ("capitals", lambda s: is_capitals(s.text), 1.8),
    ("begins in capitals", lambda s: _begins_in_capitals(s.text) and not is_capitals(s.text), 1.0),
    ("bold", lambda s: s.bold, 0.9),
    ("centred", is_centred, 1.6),
    ("narrower than its column", lambda s: s.box.width < 0.85 * s.column.width, 0.4),
    ("one or two lines", lambda s: s.lines <= 2, 0.8),
    ("few words", lambda s: s.words <= 12, 0.4),
    ("begins in the middle of a sentence", _begins_small, -2.5),
    ("ends in the middle of a sentence", _ends_broken, -2.5),
    ("ends in a comma", _ends_in_comma, -0.8),
    ("a sentence", _ends_sentence, -1.2),
    ("many words", _is_wordy, -1.6),
    ("figures", _is_figures, -3.0),
    ("stands at the right", _stands_right, -2.5),
)  # fmt: skip
"""What makes a region a heading: the cue, its test, and what it is worth."""


def heading_points(setting: Setting) -> tuple[float, str]:
    """How many points say that a region is a heading, and which cues gave them."""
    if (
        setting.lines > _MOST_HEADING_LINES
        or setting.words > _MOST_HEADING_WORDS
        or not setting.letters
    ):
        return 0.0, ""
    points = 0.0
    reasons: list[str] = []
    for name, holds, worth in CUES:
        if holds(setting):
            points += worth
            if worth > 0:
                reasons.append(name)
    return points, ", ".join(reasons)


def crossing(boxes: Sequence[Box], top: int, bottom: int) -> list[tuple[int, int]]:
    """The bands between `top` and `bottom` that no box crosses, as (from, to), from the top."""
    rows = sorted((box.top, box.bottom) for box in boxes if box.bottom > top and box.top < bottom)
    found: list[tuple[int, int]] = []
    reached = top
    for start, end in rows:
        if start > reached:
            found.append((reached, start))
        reached = max(reached, end)
    return found


__all__ = [
    "HEADING_FROM",
    "REAL_WORD",
    "Column",
    "Setting",
    "Typography",
    "column_at",
    "columns_of",
    "crossing",
    "heading_points",
    "is_dated",
    "scale",
    "is_capitals",
    "is_centred",
    "setting",
    "typography",
]
