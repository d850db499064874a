"""hOCR, OCR as HTML, as Tesseract and the Internet Archive write it
(http://kba.github.io/hocr-spec/1.2/)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from newsparse.scans.model import NO_BOX, Box, Line, Region, RegionKind, ScanPage, Word, hull
from newsparse.scans.parting import parted
from newsparse.scans.xml import Element, fraction, local

_BBOX: Final = re.compile(r"\bbbox\s+(-?\d{1,7})\s+(-?\d{1,7})\s+(-?\d{1,7})\s+(-?\d{1,7})")
_CONFIDENCE: Final = re.compile(r"\bx_w?conf\s+(\d{1,3}(?:\.\d{1,6})?)")
_SIZE: Final = re.compile(r"\bx_f?size\s+(\d{1,5}(?:\.\d{1,6})?)")
_IMAGE: Final = re.compile(r"""\bimage\s+(?:"([^"]{0,500})"|'([^']{0,500})')""")
_LINES: Final = frozenset(
    ("ocr_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat", "ocrx_line")
)
_PARAGRAPHS: Final = frozenset(("ocr_par", "ocrx_block"))
_AREAS: Final = frozenset(("ocr_carea", "ocr_column"))
_PICTURES: Final = frozenset(("ocr_photo", "ocr_image", "ocr_linedrawing", "ocr_float"))
_WORDS: Final = frozenset(("ocrx_word", "ocr_word"))
_PAGE: Final = "ocr_page"
_SEPARATOR: Final = "ocr_separator"


def is_hocr(root: Element) -> bool:
    """Whether a root is that of a page of hOCR: HTML with elements of its classes."""
    return local(root) == "html" and next(_of_class(root, frozenset((_PAGE,))), None) is not None


def read_hocr(root: Element, first: int = 1) -> tuple[ScanPage, ...]:
    """The pages of an hOCR file, numbered from `first`."""
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    pages = _of_class(root, frozenset((_PAGE,)))
    return tuple(_page(page, first + at, language) for at, page in enumerate(pages))


def _of_class(root: Element, names: frozenset[str]) -> Iterator[Element]:
    for element in root.iter():
        if isinstance(element.tag, str) and names.intersection(_classes(element)):
            yield element


def _classes(element: Element) -> list[str]:
    return (element.get("class") or "").split()


@attrs.define
class _Gathering:
    """A page while it is read."""

    regions: list[Region] = attrs.field(factory=list)
    pictures: list[Box] = attrs.field(factory=list)
    rules: list[Box] = attrs.field(factory=list)
    lines: list[Line] = attrs.field(factory=list)
    """Lines that stand in no paragraph yet."""


def _page(page: Element, at: int, language: str) -> ScanPage:
    found = _Gathering()
    _walk(page, "", "", found)
    _close(found, "", "", NO_BOX)
    box = _box(page)
    image = _IMAGE.search(page.get("title") or "")
    return parted(
        ScanPage(
            number=at,
            width=box.right,
            height=box.bottom,
            regions=tuple(found.regions),
            pictures=tuple(found.pictures),
            rules=tuple(found.rules),
            image=(image.group(1) or image.group(2) or "") if image else "",
            language=language,
            id=page.get("id", ""),
        )
    )


def _walk(page: Element, group: str, paragraph: str, found: _Gathering) -> None:
    """Gather the regions under a page, in order, without recursion."""
    stack: list[tuple[Element, str, bool]] = [(child, group, False) for child in reversed(page)]
    while stack:
        element, group, done = stack.pop()
        if done:
            _close(found, element.get("id", ""), group, _box(element), element.get("lang", ""))
            continue
        names = frozenset(_classes(element)) if isinstance(element.tag, str) else frozenset()
        if names & _PICTURES:
            found.pictures.append(_box(element))
        elif _SEPARATOR in names:
            found.rules.append(_box(element))
        elif names & _LINES:
            line = _line(element)
            if line.words:
                found.lines.append(line)
        else:
            if names & _AREAS:
                group = group or element.get("id", "")
            if names & (_PARAGRAPHS | _AREAS):
                stack.append((element, group, True))
            stack.extend((child, group, False) for child in reversed(element))


def _close(found: _Gathering, id: str, group: str, box: Box, language: str = "") -> None:
    """Make a region of the lines gathered so far."""
    if not found.lines:
        return
    lines = tuple(found.lines)
    found.lines.clear()
    found.regions.append(
        Region(
            id or f"region-{len(found.regions) + 1}",
            lines,
            hull([line.box for line in lines]) if box == NO_BOX else box,
            RegionKind.TEXT,
            group,
            language=language,
        )
    )


def _box(element: Element) -> Box:
    match = _BBOX.search(element.get("title") or "")
    return Box(*map(int, match.groups())) if match else NO_BOX


def _line(element: Element) -> Line:
    words: list[Word] = []
    bold = italic = 0
    for word in _of_class(element, _WORDS):
        text = " ".join("".join(word.itertext()).split())
        if not text:
            continue
        match = _CONFIDENCE.search(word.get("title") or "")
        words.append(Word(text, _box(word), fraction(match.group(1), 100.0) if match else None))
        bold += word.find(".//{*}strong") is not None
        italic += word.find(".//{*}em") is not None
    if not words:
        words = [Word(text, _box(element)) for text in "".join(element.itertext()).split()]
    size = _SIZE.search(element.get("title") or "")
    box = _box(element)
    return Line(
        tuple(words),
        box if box != NO_BOX else hull([word.box for word in words]),
        "",
        float(size.group(1)) if size else 0.0,
        bold * 2 > len(words),
        italic * 2 > len(words),
    )
