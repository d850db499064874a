"""The lxml tree of a page, built within caps, and the locator that answers from it.

Every tree is made by `build`, so that an XPath found on one tree holds on another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Final

from lxml import etree

from newsparse.blocks import Block, EmbedDetails, Mark, Picture, PictureDetails
from newsparse.page import Limits, StoredParagraph, XPathMatch
from newsparse.read import core, html
from newsparse.read.embeds import embeds
from newsparse.read.pictures import PictureReader
from newsparse.read.places import Places
from newsparse.read.repair import repaired, without_early_end
from newsparse.read.state import stories
from newsparse.records import ParseWarning, WarningCode
from newsparse.textual import squeeze

_PARSER: Final[dict[str, Any]] = {
    "encoding": "utf-8",
    "huge_tree": True,
    "remove_comments": True,
    "remove_pis": True,
    "no_network": True,
}
_DEPTH_CAP: Final = ParseWarning(
    WarningCode.DEPTH_CAP, "elements are nested deeper than the cap; deeper ones were not read"
)
_GOES_ON: Final = ParseWarning(
    WarningCode.REPAIRED, "the page goes on after its end tag; read to its end"
)
_RESOURCE_LIMIT: Final = 114
"""libxml2's `XML_ERR_RESOURCE_LIMIT`. lxml has no name for it before 6.1."""
_LEVELS_AT_ONCE: Final = 50
"""Levels of one step when the depth of a tree is measured."""
_ORDINARY = rb"""[\w:-]*+(?:\s++[\w:-]++="[^"]*+"){0,1000}+\s*+/?>"""
"""The rest of an ordinary start tag, which matches fast: up to 1,000 double-quoted attributes."""
_LONG_TAG = re.compile(
    rb"<[A-Za-z](?!"
    + _ORDINARY
    + rb""")(?:[\s/]*+=?+[^\s<>/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'<>]++)?+)?+){1500,}+"""
)
"""A start tag with 1,500 or more attributes. Quotes count after `=` only, because of scripts."""
_ATTRIBUTES = re.compile(rb"""<[A-Za-z](?:[^\s"'<>]++|"[^"]*+"|'[^']*+'|\s++){4500}""")
"""The start of a tag up to 4,500 names, values and white spaces."""
_ATTRIBUTES_WITH: Final[Any] = etree.XPath("//@*[contains(., $text)]")
_IN_HEAD: Final[Any] = etree.XPath(
    "head/*[self::main or self::article or self::section or self::header or self::nav"
    " or self::aside or self::figure or self::footer][1]"
)
_BELOW: Final[Any] = etree.XPath("/".join("*" * _LEVELS_AT_ONCE))


def build(
    data: bytes, depth: int | None = None
) -> tuple[etree._Element | None, tuple[ParseWarning, ...]]:
    """The tree of UTF-8 bytes down to a depth, with warnings; None if they hold no element."""
    parser = etree.HTMLParser(**_PARSER)
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    closed: tuple[str, ...] = ()
    if not core.CORE.is_closed(data):
        data, closed = repaired(data)
    data, goes_on = without_early_end(data)
    if core.CORE.has_long_tag(data):
        data = _LONG_TAG.sub(_trimmed, data)
    try:
        root = etree.fromstring(data, parser)
    except etree.LxmlError:
        return None, ()
    if root is None:
        return None, ()
    _move_out_of_head(root)
    if b"<embed" in data or b"<EMBED" in data:
        for element in list(root.iter("embed")):
            _empty(element)
    problems = [_repair_warning(closed)] if closed else []
    if goes_on:
        problems.append(_GOES_ON)
    cut = depth is not None and core.CORE.is_deeper(root, depth) and _cut_below(root, depth)
    if cut or any(entry.type == _RESOURCE_LIMIT for entry in parser.error_log):
        problems.append(_DEPTH_CAP)
    return root, tuple(problems)


def _move_out_of_head(root: etree._Element) -> None:
    """Move the elements of the page that stand in the head to the body. libxml2 leaves them there
    where the page omits its `<body>` tag, as HTML allows, and begins with an element that is newer
    than HTML 4."""
    misplaced = _IN_HEAD(root)
    if not misplaced:
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    for at, element in enumerate([misplaced[0], *misplaced[0].itersiblings()]):
        body.insert(at, element)


def _empty(element: etree._Element) -> None:
    """Put what an element holds behind it. `embed` holds nothing in HTML, yet libxml2 lets it hold
    all up to the end of what it stands in."""
    if element.getparent() is None or not (len(element) or element.text):
        return
    children, text, after = list(element), element.text, element.tail
    element.text = element.tail = None
    for child in reversed(children):
        element.addnext(child)
    element.tail = text
    last = children[-1] if children else element
    last.tail = (last.tail or "") + (after or "") or None


def _repair_warning(closed: tuple[str, ...]) -> ParseWarning:
    """The warning about elements that had to be closed."""
    return ParseWarning(
        WarningCode.REPAIRED,
        f"the page does not close an element ({', '.join(closed)}); read with it closed",
    )


def _cut_below(root: etree._Element, depth: int) -> bool:
    """Remove the elements below a depth, keeping the text beside them; whether there were any."""
    level, at = [root], 0
    while level and at + _LEVELS_AT_ONCE <= depth:
        level = [below for element in level for below in _BELOW(element)]
        at += _LEVELS_AT_ONCE
    while level and at < depth:
        level = [child for element in level for child in element]
        at += 1
    deepest = [element for element in level if len(element)]
    for element in deepest:
        children = list(element)
        element.text = " ".join(
            text for text in (element.text, *(child.tail for child in children)) if text
        )
        for child in children:
            element.remove(child)
    return bool(deepest)


def _trimmed(tag: re.Match[bytes]) -> bytes:
    """A start tag cut to a bearable number of attributes: libxml2 is quadratic in it."""
    wanted = _ATTRIBUTES.match(tag.group())
    return wanted.group() if wanted else tag.group()


class TreeLocator:
    """The `Locator` of an HTML page."""

    def __init__(
        self, split: html.Split, head: list[etree._Element], root: etree._Element, limits: Limits
    ) -> None:
        self._elements = split.elements
        self._head = head
        self._root = root
        self._limits = limits
        self._split = split
        self._parents = split.outline.parent
        self._places = Places(split)

    def where(self, block: Block, raw: str) -> str | None:
        return self._places.where(block, raw)

    def path(self, node: int) -> str | None:
        element = self._element(node)
        return None if element is None else self._places.path(element)

    def _element(self, node: int) -> etree._Element | None:
        """The element of a container, or of a statement of the head; those are numbered after."""
        containers = len(self._elements)
        if 0 <= node < containers:
            return self._elements[node]
        return self._head[node - containers] if 0 <= node - containers < len(self._head) else None

    def picture(self, at: int, attribute: str) -> str | None:
        return f"{self._places.path(self._split.images[at])}/@{attribute}"

    def marks(self, block: Block) -> tuple[Mark, ...]:
        return html.marks(self._split, block.index)

    def picture_address(self, picture: Picture) -> str:
        found = self._reader.addresses(picture)
        return found[0].url if found else ""

    def picture_details(self, picture: Picture) -> PictureDetails | None:
        return self._reader.details(picture)

    def embeds(self, first: int, last: int) -> list[EmbedDetails]:
        return embeds(self._split, self._places, first, last)

    @cached_property
    def _reader(self) -> PictureReader:
        return PictureReader(self._split, self._places)

    def attributes(self, node: int) -> Mapping[str, str]:
        """The attributes of a container."""
        element = self._element(node)
        return (
            {str(name): str(value) for name, value in element.items()}
            if element is not None
            else {}
        )

    def inline(self, block: Block) -> list[tuple[str, Mapping[str, str], int, int]]:
        """The inline elements of a block: tag, attributes, and their span in its text."""
        pieces, spans = self._split.spans[block.index]
        found: list[tuple[str, Mapping[str, str], int, int]] = []
        for inline, first, after in spans:
            element = self._split.inlines[inline]
            attributes = {str(name): str(value) for name, value in element.items()}
            for start, end in html.spans(pieces, [(inline, first, after)]):
                found.append((str(element.tag), attributes, start, end))
        return found

    def xpath(self, expression: Any, blocks: tuple[Block, ...]) -> list[XPathMatch]:
        if not self._elements:
            return []
        try:
            found = expression(self._elements[0].getroottree())
        except etree.XPathError:
            return []
        if not isinstance(found, list):
            return self._computed(found, blocks)
        elements: set[etree._Element] = set()
        values: list[XPathMatch] = []
        for one in found:
            if isinstance(one, etree._Element):
                elements.add(one)
            elif isinstance(one, str) and getattr(one, "is_text", False):
                elements.add(one.getparent())  # type: ignore[attr-defined]
            elif isinstance(one, str) and (text := squeeze(one)):
                values.append(XPathMatch(value=text, where=_attribute(one)))
        return [*self._matched_blocks(elements, blocks), *values] if elements else values

    def _computed(self, value: Any, blocks: tuple[Block, ...]) -> list[XPathMatch]:
        """The match of an expression that returns a string, if that string is on the page."""
        text = squeeze(value) if isinstance(value, str) else ""
        where = self._holding(text, blocks) if text else None
        return [XPathMatch(value=text, where=where)] if where else []

    def _holding(self, text: str, blocks: tuple[Block, ...]) -> str | None:
        """The XPath of the smallest element or attribute that holds a text; None without one."""
        for block in blocks:
            if text in squeeze(block.printed):
                return self.where(block, text)
        places = (_attribute(value) for value in _ATTRIBUTES_WITH(self._root, text=text))
        return min((place for place in places if place), key=len, default=None)

    def _matched_blocks(
        self, wanted: set[etree._Element], blocks: tuple[Block, ...]
    ) -> list[XPathMatch]:
        """The blocks inside the wanted elements, and the parts of other blocks inside them."""
        inside: list[bool] = []
        for node, element in enumerate(self._elements):
            above = self._parents[node]
            inside.append(element in wanted or (above >= 0 and inside[above]))
        inline = wanted.difference(self._elements)
        found: list[XPathMatch] = []
        for block in blocks:
            if inside[block.node]:
                found.append(XPathMatch(block.index))
            elif inline:
                pieces, spans = self._split.spans[block.index]
                matching = [span for span in spans if self._split.inlines[span[0]] in inline]
                found.extend(
                    XPathMatch(block.index, start, end)
                    for start, end in _outermost(html.spans(pieces, matching))
                )
        return found

    def stored_stories(self) -> list[tuple[StoredParagraph, ...]]:
        return stories(self._root, self._limits)


def _outermost(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans without those inside others."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not found or end > found[-1][1]:
            found.append((start, end))
    return found


def _attribute(value: Any) -> str | None:
    """The XPath of an attribute found by an expression; None for another string."""
    parent = value.getparent() if hasattr(value, "getparent") else None
    if parent is None or not getattr(value, "is_attribute", False):
        return None
    return f"{parent.getroottree().getpath(parent)}/@{value.attrname}"


def text_of(element: etree._Element) -> str:
    """The visible text of an element, white space folded, a space between blocks and lines."""
    return squeeze("".join(core.CORE.texts(element)))
