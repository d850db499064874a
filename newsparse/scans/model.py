"""What every reader of scans returns: pages of regions, lines and words, as plain frozen values.

Rules of this file: no XML and no format. Boxes are in the unit of their page, which states its own
width and height; type sizes are comparable within a page, not across formats.
"""

from __future__ import annotations

import enum
from typing import NamedTuple

import attrs


class Box(NamedTuple):
    """A rectangle on a page, in the page's unit; the origin is the page's top left corner.

    >>> Box(10, 20, 110, 60).width
    100
    """

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """The horizontal middle."""
        return (self.left + self.right) / 2


NO_BOX = Box(0, 0, 0, 0)
"""The box of what states none."""


def hull(boxes: list[Box]) -> Box:
    """The smallest box around others that have an area; `NO_BOX` where none has.

    >>> hull([Box(0, 0, 10, 10), NO_BOX, Box(20, 5, 30, 8)])
    Box(left=0, top=0, right=30, bottom=10)
    """
    real = [box for box in boxes if box != NO_BOX]
    if not real:
        return NO_BOX
    return Box(
        min(box.left for box in real),
        min(box.top for box in real),
        max(box.right for box in real),
        max(box.bottom for box in real),
    )


class Word(NamedTuple):
    """One word as the OCR read it."""

    text: str
    box: Box
    confidence: float | None = None
    """0 to 1; None where the file does not say."""
    whole: str = ""
    """The unbroken word, on the first half of a word that a line end breaks, where the file states
    it."""


class Line(NamedTuple):
    """One line of type."""

    words: tuple[Word, ...]
    box: Box
    hyphen: str = ""
    """The sign that breaks the last word, where the file keeps it apart from the words."""
    size: float = 0.0
    """Size of its type; 0 where the file does not say."""
    bold: bool = False
    italic: bool = False

    @property
    def text(self) -> str:
        """The line as printed, with the hyphen at its end."""
        return " ".join(word.text for word in self.words) + self.hyphen


class RegionKind(enum.StrEnum):
    """What a file says a region is; TEXT where it says nothing more."""

    TEXT = "text"
    HEADING = "heading"
    CAPTION = "caption"
    CREDIT = "credit"
    RUNNING = "running"
    """A running head or foot, a page number, a signature mark."""
    ADVERTISEMENT = "advertisement"
    TABLE = "table"
    FURNITURE = "furniture"
    """Drop capitals, marginalia, stamps: nothing of a story."""


@attrs.frozen
class Region:
    """A block of lines that the file keeps together."""

    id: str
    lines: tuple[Line, ...]
    box: Box
    kind: RegionKind = RegionKind.TEXT
    group: str = ""
    """The id of the composed block that holds it."""
    follows: str = ""
    """The id of the region that the file says comes next."""
    language: str = ""
    ink: Box = attrs.field(
        init=False, eq=False, repr=False, default=attrs.Factory(lambda self: _ink(self), True)
    )
    """The box around its lines, which may be tighter than its own."""

    @property
    def text(self) -> str:
        """The lines as printed, a newline between them."""
        return "\n".join(line.text for line in self.lines)


def _ink(region: Region) -> Box:
    box = hull([line.box for line in region.lines])
    return box if box.width > 0 and box.height > 0 else region.box


@attrs.frozen
class ScanPage:
    """One page of a scan."""

    number: int
    """Its place in the issue, from 1."""
    width: int
    height: int
    regions: tuple[Region, ...]
    """The regions of text, in the order of the file, or of the reading order that it states."""
    ordered: bool = False
    """Whether the file states a reading order."""
    pictures: tuple[Box, ...] = ()
    rules: tuple[Box, ...] = ()
    """Printed lines between columns and articles."""
    image: str = ""
    """The name of the picture file, as stated."""
    file: str = ""
    """The name of the file that it was read from."""
    language: str = ""
    id: str = ""
    label: str = ""
    """The page number as printed, where the file states it."""
    problems: tuple[str, ...] = ()
    """What could not be read of it."""
