"""PAGE XML 2013 to 2019, as Transkribus, OCR-D and eScriptorium write it
(https://github.com/PRImA-Research-Lab/PAGE-XML).

Regions come in the stated reading order. A line without words of its own is cut at its blanks, and
the boxes of its words are measured out along the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsparse.scans.model import NO_BOX, Box, Line, Region, RegionKind, ScanPage, Word, hull
from newsparse.scans.xml import Element, fraction, local, number, polygon

_KINDS: Final[dict[str, RegionKind]] = {
    "heading": RegionKind.HEADING,
    "headline": RegionKind.HEADING,
    "title": RegionKind.HEADING,
    "caption": RegionKind.CAPTION,
    "credit": RegionKind.CREDIT,
    "header": RegionKind.RUNNING,
    "footer": RegionKind.RUNNING,
    "page-number": RegionKind.RUNNING,
    "signature-mark": RegionKind.RUNNING,
    "catch-word": RegionKind.RUNNING,
    "drop-capital": RegionKind.FURNITURE,
    "marginalia": RegionKind.FURNITURE,
    "reference": RegionKind.TABLE,
    "advert": RegionKind.ADVERTISEMENT,
    "advertisement": RegionKind.ADVERTISEMENT,
}
"""What the type of a region, or the structure that Transkribus names, says it is."""
_STRUCTURE: Final = re.compile(r"structure\s*\{[^{}]{0,200}?type\s*:\s*([\w-]{1,40})")
_PICTURES: Final = frozenset(
    "ImageRegion GraphicRegion LineDrawingRegion ChartRegion MapRegion".split()
)
_TABLE: Final = "TableRegion"
_SEPARATOR: Final = "SeparatorRegion"


def is_page_xml(root: Element) -> bool:
    """Whether a root is that of a PAGE file."""
    return local(root) == "PcGts"


def read_page_xml(root: Element, first: int = 1) -> tuple[ScanPage, ...]:
    """The page of a PAGE file, numbered `first`; none where the file holds no page."""
    return tuple(_page(page, first + at) for at, page in enumerate(root.iterchildren("{*}Page")))


def _page(page: Element, at: int) -> ScanPage:
    regions: list[Region] = []
    pictures: list[Box] = []
    rules: list[Box] = []
    for element, group, kind in _regions(page):
        name = local(element)
        if name == _SEPARATOR:
            rules.append(_coords(element))
        elif name in _PICTURES:
            pictures.append(_coords(element))
        region = _region(element, group, kind)
        if region.lines:
            regions.append(region)
    order = _stated_order(page)
    if order:
        last = len(order)
        regions.sort(key=lambda region: order.get(region.id, order.get(region.group, last)))
    return ScanPage(
        number=at,
        width=number(page.get("imageWidth")),
        height=number(page.get("imageHeight")),
        regions=tuple(regions),
        ordered=bool(order),
        pictures=tuple(box for box in pictures if box != NO_BOX),
        rules=tuple(box for box in rules if box != NO_BOX),
        image=page.get("imageFilename", ""),
        language=page.get("primaryLanguage", ""),
    )


def _regions(page: Element) -> Iterator[tuple[Element, str, RegionKind]]:
    """The regions of a page, with the outermost region that holds each and its kind."""
    stack = [(child, "", RegionKind.TEXT) for child in reversed(page)]
    while stack:
        element, group, inherited = stack.pop()
        name = local(element)
        if not name.endswith("Region"):
            continue
        kind = _kind(element, name, inherited)
        yield element, group, kind
        outer = group or element.get("id", "")
        stack.extend((child, outer, kind) for child in reversed(element))


def _kind(element: Element, name: str, inherited: RegionKind) -> RegionKind:
    if name == _TABLE:
        return RegionKind.TABLE
    if name == "AdvertRegion":
        return RegionKind.ADVERTISEMENT
    said = element.get("type", "")
    structure = _STRUCTURE.search(element.get("custom", ""))
    known = _KINDS.get(structure.group(1)) if structure else None
    return known or _KINDS.get(said, inherited)


def _stated_order(page: Element) -> dict[str, int]:
    """The place of each region in the stated reading order."""
    found: dict[str, int] = {}
    for order in page.iterchildren("{*}ReadingOrder"):
        stack = list(order)[::-1]
        while stack:
            element = stack.pop()
            ref = element.get("regionRef")
            if ref:
                found.setdefault(ref, len(found))
            stack.extend(sorted(element, key=_index, reverse=True))
    return found


def _index(element: Element) -> int:
    return number(element.get("index"))


def _coords(element: Element) -> Box:
    coords = element.find("{*}Coords")
    if coords is None:
        return NO_BOX
    points = coords.get("points")
    if points:
        return polygon(points)
    return hull(
        [
            Box(x, y, x + 1, y + 1)
            for point in coords
            for x, y in ((number(point.get("x")), number(point.get("y"))),)
        ]
    )


def _region(element: Element, group: str, kind: RegionKind) -> Region:
    rows = _rows(element)
    lines = tuple(line for row in rows if (line := _line(row)).words)
    box = _coords(element)
    return Region(
        id=element.get("id", ""),
        lines=lines or (() if rows else _unlined(element, box)),
        box=box if box != NO_BOX else hull([line.box for line in lines]),
        kind=kind,
        group=group,
        language=element.get("primaryLanguage", ""),
    )


def _rows(element: Element) -> list[Element]:
    """The lines of a region; of a table those of its cells, row by row."""
    if local(element) != _TABLE:
        return list(element.iterchildren("{*}TextLine"))
    cells = sorted(
        element.iterchildren("{*}TableCell"),
        key=lambda cell: (number(cell.get("row")), number(cell.get("col"))),
    )
    return [line for cell in cells for line in cell.iterchildren("{*}TextLine")]


def _unlined(element: Element, box: Box) -> tuple[Line, ...]:
    """The lines of a region whose text is given as a whole."""
    text, confidence = _text(element)
    rows = [row for row in text.splitlines() if row.strip()]
    if not rows:
        return ()
    height = max(1, box.height // len(rows))
    return tuple(
        _cut(
            row,
            Box(box.left, box.top + at * height, box.right, box.top + (at + 1) * height),
            confidence,
        )
        for at, row in enumerate(rows)
    )


def _line(element: Element) -> Line:
    box = _coords(element)
    text, confidence = _text(element)
    style = element.find("{*}TextStyle")
    words = tuple(
        Word(" ".join(said.split()), _coords(word), sure)
        for word in element.iterchildren("{*}Word")
        for said, sure in (_text(word),)
        if said.strip()
    )
    if not words or len(" ".join(word.text for word in words)) < 0.5 * len(text):
        line = _cut(text, box, confidence)
    else:
        line = Line(words, box if box != NO_BOX else hull([word.box for word in words]))
    if style is None:
        return line
    size = fraction(style.get("fontSize"), 1000.0)
    return line._replace(
        size=(size or 0.0) * 1000,
        bold=style.get("bold") in ("true", "1"),
        italic=style.get("italic") in ("true", "1"),
    )


def _text(element: Element) -> tuple[str, float | None]:
    """The text of an element and how sure it is: of several readings the first by index."""
    best = None
    for equiv in element.iterchildren("{*}TextEquiv"):
        if best is None or _index(equiv) < _index(best):
            best = equiv
    if best is None:
        return "", None
    unicode = best.find("{*}Unicode")
    plain = best.find("{*}PlainText")
    text = (unicode.text if unicode is not None else None) or (
        plain.text if plain is not None else None
    )
    return text or "", fraction(best.get("conf"))


def _cut(text: str, box: Box, confidence: float | None) -> Line:
    """A line of words cut at its blanks; each word's box is its share of the line."""
    text = " ".join(text.split())
    words: list[Word] = []
    at = 0
    for word in text.split(" ") if text else ():
        left = box.left + box.width * at // len(text)
        right = box.left + box.width * (at + len(word)) // len(text)
        words.append(Word(word, Box(left, box.top, right, box.bottom), confidence))
        at += len(word) + 1
    return Line(tuple(words), box)
