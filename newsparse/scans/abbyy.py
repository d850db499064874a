"""ABBYY FineReader XML, versions 6 to 10, as the Internet Archive hands it out (`*_abbyy.gz`)."""

from __future__ import annotations

from typing import Final

from newsparse.scans.model import NO_BOX, Box, Line, Region, RegionKind, ScanPage, Word, hull
from newsparse.scans.xml import Element, fraction, local, number

_PICTURES: Final = frozenset(("Picture", "RasterPicture", "VectorPicture", "Barcode"))
_SEPARATORS: Final = frozenset(("Separator", "SeparatorsBox"))
_UNSURE: Final = 255
"""What the confidence of a character is where FineReader has none."""


def is_abbyy(root: Element) -> bool:
    """Whether a root is that of a FineReader file."""
    return local(root) == "document" and next(root.iterchildren("{*}page"), None) is not None


def read_abbyy(root: Element, first: int = 1) -> tuple[ScanPage, ...]:
    """The pages of a FineReader file, numbered from `first`."""
    return tuple(_page(page, first + at) for at, page in enumerate(root.iterchildren("{*}page")))


def _page(page: Element, at: int) -> ScanPage:
    regions: list[Region] = []
    pictures: list[Box] = []
    rules: list[Box] = []
    for block, element in enumerate(page.iter("{*}block")):
        kind = element.get("blockType") or ""
        if kind in _PICTURES:
            pictures.append(_box(element))
        elif kind in _SEPARATORS:
            rules.append(_box(element))
        region_kind = RegionKind.TABLE if kind == "Table" else RegionKind.TEXT
        for paragraph in element.iter("{*}par"):
            lines = tuple(
                line for row in paragraph.iterchildren("{*}line") if (line := _line(row)).words
            )
            if lines:
                box = hull([line.box for line in lines])
                id = f"b{block + 1}p{len(regions) + 1}"
                group = f"b{block + 1}"
                regions.append(Region(id, lines, box, region_kind, group))
    return ScanPage(
        number=at,
        width=number(page.get("width")),
        height=number(page.get("height")),
        regions=tuple(regions),
        pictures=tuple(box for box in pictures if box != NO_BOX),
        rules=tuple(box for box in rules if box != NO_BOX),
    )


def _box(element: Element) -> Box:
    return Box(*(number(element.get(side)) for side in "ltrb"))


def _line(element: Element) -> Line:
    words: list[Word] = []
    letters: list[Element] = []
    size = count = 0.0
    bold = italic = 0
    for style in element.iterchildren("{*}formatting"):
        signs = [sign for sign in style.iterchildren("{*}charParams") if sign.text]
        if not signs and style.text and style.text.strip():
            words += _unmeasured(style.text, _box(element))
        size += (fraction(style.get("fs"), 1000.0) or 0.0) * 1000 * len(signs)
        count += len(signs)
        bold += (style.get("bold") in ("1", "true")) * len(signs)
        italic += (style.get("italic") in ("1", "true")) * len(signs)
        for sign in signs:
            if sign.text.isspace():
                words += _word(letters)
            else:
                letters.append(sign)
    words += _word(letters)
    box = _box(element)
    return Line(
        tuple(words),
        box if box != NO_BOX else hull([word.box for word in words]),
        "",
        size / count if count else 0.0,
        bold * 2 > count,
        italic * 2 > count,
    )


def _word(letters: list[Element]) -> list[Word]:
    """The word that some characters make, which are then forgotten; none where there are none."""
    if not letters:
        return []
    sure = [number(letter.get("charConfidence", str(_UNSURE))) for letter in letters]
    known = [value for value in sure if 0 <= value <= 100]
    word = Word(
        "".join(letter.text for letter in letters),
        hull([_box(letter) for letter in letters]),
        sum(known) / len(known) / 100 if known else None,
    )
    letters.clear()
    return [word]


def _unmeasured(text: str, box: Box) -> list[Word]:
    """The words of a line that states no characters, each with the box of the line."""
    return [Word(word, box) for word in text.split()]
