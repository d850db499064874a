"""ALTO 1 to 4, the OCR format of national libraries (https://www.loc.gov/standards/alto/).

Elements are known by their local names, so that every version and its namespace reads alike. The
order of regions is that of the file, or of `ReadingOrder` (ALTO 4.3) where the file states one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import attrs

from newsparse.scans.model import NO_BOX, Box, Line, Region, RegionKind, ScanPage, Word, hull
from newsparse.scans.xml import Element, fraction, local, number, polygon

_KINDS: Final[tuple[tuple[str, RegionKind], ...]] = (
    ("advert", RegionKind.ADVERTISEMENT),
    ("publicit", RegionKind.ADVERTISEMENT),
    ("table", RegionKind.TABLE),
    ("heading", RegionKind.HEADING),
    ("headline", RegionKind.HEADING),
    ("title", RegionKind.HEADING),
    ("caption", RegionKind.CAPTION),
    ("runningtitle", RegionKind.RUNNING),
    ("running", RegionKind.RUNNING),
    ("numbering", RegionKind.RUNNING),
    ("pagenum", RegionKind.RUNNING),
    ("page-number", RegionKind.RUNNING),
    ("header", RegionKind.RUNNING),
    ("footer", RegionKind.RUNNING),
    ("quiremarks", RegionKind.RUNNING),
    ("dropcapital", RegionKind.FURNITURE),
    ("margin", RegionKind.FURNITURE),
    ("stamp", RegionKind.FURNITURE),
)
"""Beginnings of what a block's TYPE, or the label of its tag, says it is (docWorks, SegmOnto)."""
_MARGINS: Final = frozenset(("TopMargin", "BottomMargin", "LeftMargin", "RightMargin"))
_HYPHEN_FIRST: Final = "HypPart1"


class _Style(NamedTuple):
    size: float
    bold: bool
    italic: bool


_PLAIN: Final = _Style(0.0, False, False)


@attrs.frozen
class _Context:
    """What a block is read with: the styles and tags of the file."""

    styles: dict[str, _Style]
    tags: dict[str, str]


def is_alto(root: Element) -> bool:
    """Whether a root is that of an ALTO file."""
    return local(root) == "alto"


def read_alto(root: Element, first: int = 1) -> tuple[ScanPage, ...]:
    """The pages of an ALTO file, numbered from `first`."""
    context = _Context(_styles(root), _tags(root))
    image = next(
        (
            (name.text or "").strip()
            for name in root.iter("{*}fileName")
            if local(name.getparent()) == "sourceImageInformation"
        ),
        "",
    )
    order = _stated_order(root)
    return tuple(
        _page(page, first + at, image, context, order)
        for at, page in enumerate(root.iter("{*}Page"))
    )


def _styles(root: Element) -> dict[str, _Style]:
    found: dict[str, _Style] = {}
    for style in root.iter("{*}TextStyle"):
        words = (style.get("FONTSTYLE") or "").lower().split()
        size = fraction(style.get("FONTSIZE"), 1000.0)
        found[style.get("ID", "")] = _Style(
            (size or 0.0) * 1000, "bold" in words, "italics" in words
        )
    return found


def _tags(root: Element) -> dict[str, str]:
    return {
        tag.get("ID", ""): f"{tag.get('LABEL', '')}"
        for holder in root.iter("{*}Tags")
        for tag in holder
        if local(tag)
    }


def _stated_order(root: Element) -> dict[str, int]:
    """The place of each block in the stated reading order."""
    found: dict[str, int] = {}
    for order in root.iter("{*}ReadingOrder"):
        for element in order.iter("{*}ElementRef"):
            found.setdefault(element.get("REF", ""), len(found))
    return found


def _page(page: Element, at: int, image: str, context: _Context, order: dict[str, int]) -> ScanPage:
    regions: list[Region] = []
    pictures: list[Box] = []
    rules: list[Box] = []
    for name, element, group, kind in _blocks(page, context):
        if name == "TextBlock":
            region = _region(element, group, kind, context)
            if region.lines:
                regions.append(region)
        elif name == "Illustration":
            pictures.append(_box(element))
        else:
            rules.append(_box(element))
    if order:
        last = len(order)
        regions.sort(key=lambda region: order.get(region.id, order.get(region.group, last)))
    return ScanPage(
        number=at,
        width=number(page.get("WIDTH")),
        height=number(page.get("HEIGHT")),
        regions=tuple(regions),
        ordered=bool(order),
        pictures=tuple(pictures),
        rules=tuple(rules),
        image=image,
        id=page.get("ID", ""),
        label=page.get("PRINTED_IMG_NR", ""),
    )


def _blocks(page: Element, context: _Context) -> Iterator[tuple[str, Element, str, RegionKind]]:
    """The blocks of a page, each with its name, its outermost composed block and the kind of what
    holds it: what stands in a margin is a running head or foot."""
    stack = [(child, "", RegionKind.TEXT) for child in reversed(page)]
    while stack:
        element, group, kind = stack.pop()
        name = local(element)
        if name in ("TextBlock", "Illustration", "GraphicalElement"):
            yield name, element, group, kind
        elif name == "ComposedBlock":
            inner = _kind(element, context) or kind
            outer = group or element.get("ID", "")
            stack.extend((child, outer, inner) for child in reversed(element))
        elif name == "PrintSpace" or name in _MARGINS:
            inner = RegionKind.RUNNING if name in _MARGINS else kind
            stack.extend((child, group, inner) for child in reversed(element))


def _kind(element: Element, context: _Context) -> RegionKind | None:
    """What the type or the tags of a block say it is."""
    said = [element.get("TYPE") or "", element.get("BLOCKTYPE") or ""]
    said += [context.tags.get(ref, "") for ref in (element.get("TAGREFS") or "").split()]
    for words in said:
        folded = words.lower().replace(" ", "").replace("_", "")
        for beginning, kind in _KINDS:
            if folded.startswith(beginning):
                return kind
    return None


def _box(element: Element) -> Box:
    get = element.get
    try:  # as nearly every file has it; a page has thousands of words
        left, top = int(get("HPOS")), int(get("VPOS"))
        width, height = int(get("WIDTH")), int(get("HEIGHT"))
    except (TypeError, ValueError):
        left, top = number(get("HPOS")), number(get("VPOS"))
        width, height = number(get("WIDTH")), number(get("HEIGHT"))
    if not width and not height:
        shape = element.find("{*}Shape/{*}Polygon")
        return polygon(shape.get("POINTS")) if shape is not None else NO_BOX
    return Box(left, top, left + width, top + height)


def _region(block: Element, group: str, kind: RegionKind, context: _Context) -> Region:
    style = _style(block, context, _PLAIN)
    lines = tuple(
        line
        for element in block
        if local(element) == "TextLine" and (line := _line(element, context, style)).words
    )
    box = _box(block)
    return Region(
        id=block.get("ID", ""),
        lines=lines,
        box=box if box != NO_BOX else hull([line.box for line in lines]),
        kind=_kind(block, context) or kind,
        group=group,
        follows=block.get("IDNEXT", ""),
        language=block.get("LANG") or block.get("language") or "",
    )


def _style(element: Element, context: _Context, inherited: _Style) -> _Style:
    refs = element.get("STYLEREFS")
    if refs:
        for ref in refs.split():
            if ref in context.styles:
                inherited = context.styles[ref]
    said = element.get("STYLE")
    if said:
        inherited = inherited._replace(
            bold=inherited.bold or "bold" in said, italic=inherited.italic or "italics" in said
        )
    return inherited


def _line(element: Element, context: _Context, inherited: _Style) -> Line:
    style = _style(element, context, inherited)
    words: list[Word] = []
    hyphen = ""
    size = letters = 0.0
    bold = italic = 0
    for child in element:
        get = child.get
        text = get("CONTENT")
        if text is None:
            continue
        name = local(child)
        if name == "String":
            if not text.strip():
                continue
            plain = get("STYLEREFS") is None and get("STYLE") is None
            own = style if plain else _style(child, context, style)
            length = len(text)
            if not text.isprintable() or " " in text:
                text = " ".join(text.split())
            letters += length
            size += own.size * length
            bold += own.bold * length
            italic += own.italic * length
            whole = (get("SUBS_CONTENT") or "") if get("SUBS_TYPE") == _HYPHEN_FIRST else ""
            words.append(Word(text, _box(child), fraction(get("WC")), whole))
        elif name == "HYP":
            hyphen = text.strip() or "-"
    box = _box(element)
    return Line(
        tuple(words),
        box if box != NO_BOX else hull([word.box for word in words]),
        hyphen if words else "",
        size / letters if letters else 0.0,
        bold * 2 > letters,
        italic * 2 > letters,
    )
