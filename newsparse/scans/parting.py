"""Regions parted where the type changes: engines without a sense of newspapers keep headline,
byline and text in one block."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from newsparse.fields.bylines import has_byline_prefix
from newsparse.scans.model import Line, Region, RegionKind, ScanPage, hull

_JUMP: Final = 1.3
"""How much larger one line is set than the next for them to be of two kinds."""
_DISPLAY: Final = 1.6
"""Height against the page's usual line from which a line is display type."""
_MOST_DISPLAY_LINES: Final = 300
_WIDEST_BLANK: Final = 0.8
"""Heights of a display line that a blank in it may be wide."""
_LONGEST_BYLINE: Final = 60
_LEAST_LETTERS: Final = 3
"""Letters from which the measured size of a line says something."""


def parted(page: ScanPage) -> ScanPage:
    """A page whose regions of text hold lines of one kind of type each.

    A region is parted where the size of its lines changes by a third, and around a byline. Parts
    keep the id of their region with a number: "r1", "r1/2".
    """
    regions: list[Region] = []
    for region in _mended(page.regions):
        groups = _groups(region.lines) if region.kind is RegionKind.TEXT else [list(region.lines)]
        if len(groups) < 2:
            regions.append(region)
            continue
        for at, group in enumerate(groups, 1):
            regions.append(
                attrs.evolve(
                    region,
                    id=region.id if at == 1 else f"{region.id}/{at}",
                    lines=tuple(group),
                    box=hull([line.box for line in group]),
                )
            )
    return page if len(regions) == len(page.regions) else attrs.evolve(page, regions=tuple(regions))


def _mended(regions: Sequence[Region]) -> list[Region]:
    """Regions with the lines of display type whole again that were cut where the columns under them
    part."""
    heights = sorted(line.box.height for region in regions for line in region.lines)
    if not heights:
        return list(regions)
    least = _DISPLAY * heights[len(heights) // 2]
    display = [
        (at, number, line)
        for at, region in enumerate(regions)
        for number, line in enumerate(region.lines)
        if line.box.height >= least
    ][:_MOST_DISPLAY_LINES]
    lines = {(at, number): line for at, number, line in display}
    gone: set[tuple[int, int]] = set()
    for at, number, line in sorted(display, key=lambda one: one[2].box.left):
        left = next(
            (
                key
                for key, other in lines.items()
                if key not in gone and key != (at, number) and _is_cut(other, line)
            ),
            None,
        )
        if left is not None:
            lines[left] = _glued(lines[left], line)
            gone.add((at, number))
    if not gone:
        return list(regions)
    found = [
        attrs.evolve(
            region,
            lines=tuple(
                lines.get((at, number), line)
                for number, line in enumerate(region.lines)
                if (at, number) not in gone
            ),
        )
        for at, region in enumerate(regions)
    ]
    return [region for region in found if region.lines]


def _is_cut(line: Line, after: Line) -> bool:
    """Whether one line goes on in another: beside it on the same height, of the same size, no
    column away."""
    height = max(line.box.height, after.box.height)
    gap = after.box.left - line.box.right
    return (
        0 <= gap < _WIDEST_BLANK * height
        and abs(line.box.top - after.box.top) < 0.35 * height
        and _ratio(line.box.height, after.box.height) < _JUMP
    )


def _glued(line: Line, after: Line) -> Line:
    return line._replace(words=line.words + after.words, box=hull([line.box, after.box]))


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    byline = False
    for line in lines:
        names = _is_byline(line) and not (groups and _is_alike(groups[-1][-1], line))
        if groups and not names and not byline and not _changes(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
        byline = names
    return groups


def _is_byline(line: Line) -> bool:
    text = line.text
    return (
        len(text) <= _LONGEST_BYLINE
        and has_byline_prefix(text)
        and text[:1].isupper()
        and not text.endswith((".", ",", "-"))
    )


def _is_alike(line: Line, after: Line) -> bool:
    """Whether both lines are in capitals of about the same size, like lines of one headline."""
    capitals = line.text.isupper() and after.text.isupper()
    return capitals and _ratio(line.box.height, after.box.height) < _JUMP


def _changes(line: Line, after: Line) -> bool:
    """Whether two lines differ in size, by what the file states and by what they measure."""
    if min(_letters(line), _letters(after)) < _LEAST_LETTERS:
        return False
    stated = _ratio(line.size, after.size)
    measured = _ratio(line.box.height, after.box.height)
    return (
        stated >= _JUMP and measured >= _JUMP if line.size and after.size else measured >= 2 * _JUMP
    )


def _letters(line: Line) -> int:
    return sum(map(str.isalpha, line.text))


def _ratio(one: float, other: float) -> float:
    small, large = sorted((one, other))
    return large / small if small > 0 else 1.0
