"""The lxml tree of a page: built within its caps, and read as text.

Rules of this file: every tree comes from `build`, so that a path found on one holds on all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from lxml import etree

from newsparse.blocks import Block, Mark
from newsparse.page import Limits, Spot, StoredParagraph
from newsparse.read import html
from newsparse.read.places import Places
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
    WarningCode.DEPTH_CAP, "elements are nested too deep; what lies deeper was not read"
)
_RESOURCE_LIMIT: Final = 114
"""libxml2's `XML_ERR_RESOURCE_LIMIT`. lxml has no name for it before 6.1."""
_STEP: Final = 50
"""Levels looked down at once when the depth of a tree is measured."""
_ORDINARY = rb"""[\w:-]*+(?:\s++[\w:-]++="[^"]*+"){0,1000}+\s*+/?>"""
"""The rest of a start tag as most are: up to a thousand attributes, each in double quotes. It is told at less cost than a long one."""
_LONG_TAG = re.compile(
    rb"<[A-Za-z](?!"
    + _ORDINARY
    + rb""")(?:[\s/]*+=?+[^\s<>/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'<>]++)?+)?+){1500,}+"""
)
"""A start tag of a thousand attributes and more. Quotes count behind `=` alone, or the strings of a script would look like one."""
_ATTRIBUTES = re.compile(rb"""<[A-Za-z](?:[^\s"'<>]++|"[^"]*+"|'[^']*+'|\s++){4500}""")
"""The first 1,500 or more attributes of a tag: names, values and blanks, counted together."""
_ATTRIBUTES_WITH: Final[Any] = etree.XPath("//@*[contains(., $text)]")
_BELOW: Final[Any] = etree.XPath("/".join("*" * _STEP))


def build(
    data: bytes, depth: int | None = None
) -> tuple[etree._Element | None, tuple[ParseWarning, ...]]:
    """The tree of UTF-8 bytes down to a depth, None where they hold no element at all."""
    parser = etree.HTMLParser(**_PARSER)
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    data = _LONG_TAG.sub(_trimmed, data)
    try:
        root = etree.fromstring(data, parser)
    except etree.LxmlError:
        return None, ()
    if root is None:
        return None, ()
    cut = depth is not None and _cut_below(root, depth)
    if cut or any(entry.type == _RESOURCE_LIMIT for entry in parser.error_log):
        return root, (_DEPTH_CAP,)
    return root, ()


def _cut_below(root: etree._Element, depth: int) -> bool:
    """Drop the elements that more than `depth` others hold; whether there were any."""
    level, at = [root], 0
    while level and at + _STEP <= depth:
        level = [below for element in level for below in _BELOW(element)]
        at += _STEP
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
    """A long start tag with no more attributes than any page needs: the time libxml2 takes grows with their square."""
    wanted = _ATTRIBUTES.match(tag.group())
    return wanted.group() if wanted else tag.group()


class TreeLocator:
    """Answers where something stands in an HTML page."""

    def __init__(
        self, split: html.Split, head: list[etree._Element], root: etree._Element, limits: Limits
    ) -> None:
        self._elements = split.elements + head
        self._root = root
        self._limits = limits
        self._split = split
        self._parents = split.outline.parent
        self._places = Places(split)

    def where(self, block: Block, raw: str) -> str | None:
        return self._places.where(block, raw)

    def path(self, node: int) -> str | None:
        return self._places.path(self._elements[node]) if 0 <= node < len(self._elements) else None

    def marks(self, block: Block) -> tuple[Mark, ...]:
        pieces, spans = self._split.spans[block.index]
        return html.marks(pieces, spans) if spans else ()

    def attributes(self, node: int) -> Mapping[str, str]:
        """The attributes of a container."""
        return {str(name): str(value) for name, value in self._elements[node].items()}

    def inline(self, block: Block) -> list[tuple[str, Mapping[str, str], int, int]]:
        """The inline elements of a block: tag, attributes, and where in its text they begin and end."""
        pieces, spans = self._split.spans[block.index]
        found: list[tuple[str, Mapping[str, str], int, int]] = []
        for element, first, after in spans:
            for start, end in html.spans(pieces, [(element, first, after)]):
                found.append(
                    (
                        str(element.tag),
                        {str(name): str(value) for name, value in element.items()},
                        start,
                        end,
                    )
                )
        return found

    def spots(self, expression: Any, blocks: tuple[Block, ...]) -> list[Spot]:
        if not self._elements:
            return []
        try:
            found = expression(self._elements[0].getroottree())
        except etree.XPathError:
            return []
        if not isinstance(found, list):
            text = squeeze(found) if isinstance(found, str) else ""
            where = self._holding(text, blocks) if text else None
            return [Spot(value=text, where=where)] if where else []
        wanted: set[etree._Element] = set()
        values: list[Spot] = []
        for one in found:
            if isinstance(one, etree._Element):
                wanted.add(one)
            elif isinstance(one, str) and getattr(one, "is_text", False):
                wanted.add(one.getparent())  # type: ignore[attr-defined]
            elif isinstance(one, str) and (text := squeeze(one)):
                values.append(Spot(value=text, where=_attribute(one)))
        return [*self._stretches(wanted, blocks), *values] if wanted else values

    def _holding(self, text: str, blocks: tuple[Block, ...]) -> str | None:
        """The smallest element, else the shortest attribute, that holds a text which an expression made; None where nothing does."""
        for block in blocks:
            if text in squeeze(block.printed):
                return self.where(block, text)
        places = (_attribute(value) for value in _ATTRIBUTES_WITH(self._root, text=text))
        return min((place for place in places if place), key=len, default=None)

    def _stretches(self, wanted: set[etree._Element], blocks: tuple[Block, ...]) -> list[Spot]:
        """The blocks that lie in the wanted elements, and what of other blocks does."""
        inside: list[bool] = []
        for node, element in enumerate(self._elements[: len(self._parents)]):
            above = self._parents[node]
            inside.append(element in wanted or (above >= 0 and inside[above]))
        inline = wanted.difference(self._elements)
        found: list[Spot] = []
        for block in blocks:
            if inside[block.node]:
                found.append(Spot(block.index))
            elif inline:
                pieces, spans = self._split.spans[block.index]
                hits = [span for span in spans if span[0] in inline]
                found.extend(
                    Spot(block.index, start, end)
                    for start, end in _outermost(html.spans(pieces, hits))
                )
        return found

    def told(self) -> list[tuple[StoredParagraph, ...]]:
        return stories(self._root, self._limits)


def _outermost(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches without those that lie inside others."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not found or end > found[-1][1]:
            found.append((start, end))
    return found


def _attribute(value: Any) -> str | None:
    """The XPath of an attribute that an expression found."""
    parent = value.getparent() if hasattr(value, "getparent") else None
    return (
        f"{parent.getroottree().getpath(parent)}/@{value.attrname}"
        if parent is not None and getattr(value, "is_attribute", False)
        else None
    )


def text_of(element: etree._Element) -> str:
    """The text of an element as a reader sees it, blocks and line breaks parted by a blank, white space folded."""
    return squeeze("".join(html.texts(element)))
