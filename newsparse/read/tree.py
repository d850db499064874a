"""The lxml tree of a page, and the way back from a place to its text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from lxml import etree

from newsparse.blocks import Block, Mark
from newsparse.page import Limits, Spot, Told
from newsparse.read import html
from newsparse.read.state import stories
from newsparse.records import ParseWarning, WarningCode
from newsparse.textual import squeeze

_PARSER: Final = {"encoding": "utf-8", "huge_tree": True, "remove_comments": True, "remove_pis": True, "no_network": True}
_ENCODING_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_STRING = etree.XPath("string()", smart_strings=False)
_CHILDREN = etree.XPath("*[normalize-space()]")


def build(data: bytes) -> tuple[etree._Element | None, tuple[ParseWarning, ...]]:
    """The tree of UTF-8 bytes, None where they hold no element at all."""
    parser = etree.HTMLParser(**_PARSER)
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    try:
        root = etree.fromstring(data, parser)
    except etree.LxmlError:
        return None, ()
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        return root, (ParseWarning(WarningCode.DEPTH_CAP, "elements are nested too deep; what lies deeper was not read"),)
    return root, ()


class TreeLocator:
    """Answers where something stands in an HTML page."""

    def __init__(self, split: html.Split, head: list[etree._Element], root: etree._Element, limits: Limits) -> None:
        self._elements = split.elements + head
        self._root = root
        self._limits = limits
        self._spans = split.spans
        self._parents = split.outline.parent

    def where(self, node: int, raw: str) -> str | None:
        if not 0 <= node < len(self._elements):
            return None
        return path_of(smallest(self._elements[node], raw))

    def path(self, node: int) -> str | None:
        return path_of(self._elements[node]) if 0 <= node < len(self._elements) else None

    def marks(self, block: Block) -> tuple[Mark, ...]:
        pieces, spans = self._spans[block.index]
        return html.marks(pieces, spans) if spans else ()

    def attributes(self, node: int) -> Mapping[str, str]:
        """The attributes of a container."""
        return {str(name): str(value) for name, value in self._elements[node].items()}

    def inline(self, block: Block) -> list[tuple[str, Mapping[str, str], int, int]]:
        """The inline elements of a block: tag, attributes, and where in its text they begin and end."""
        pieces, spans = self._spans[block.index]
        found: list[tuple[str, Mapping[str, str], int, int]] = []
        for element, first, after in spans:
            for start, end in html.spans(pieces, [(element, first, after)]):
                found.append((str(element.tag), {str(name): str(value) for name, value in element.items()}, start, end))
        return found

    def spots(self, expression: Any, blocks: tuple[Block, ...]) -> list[Spot]:
        if not self._elements:
            return []
        try:
            found = expression(self._elements[0].getroottree())
        except etree.XPathError:
            return []
        if not isinstance(found, list):
            return [Spot(value=text)] if isinstance(found, str) and (text := squeeze(found)) else []
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
                pieces, spans = self._spans[block.index]
                hits = [span for span in spans if span[0] in inline]
                found.extend(Spot(block.index, start, end) for start, end in _outermost(html.spans(pieces, hits)))
        return found

    def told(self) -> list[tuple[Told, ...]]:
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
    return f"{path_of(parent)}/@{value.attrname}" if parent is not None and getattr(value, "is_attribute", False) else None


def path_of(element: etree._Element) -> str:
    return str(element.getroottree().getpath(element))


def smallest(element: etree._Element, raw: str) -> etree._Element:
    """The smallest element at or under `element` whose text holds `raw`, white space aside."""
    wanted = "".join(raw.split())
    if not wanted:
        return element
    while len(element):
        for child in _CHILDREN(element):
            if child.tag not in ("script", "style") and wanted in "".join(_STRING(child).split()):
                element = child
                break
        else:
            break
    return element


def text_of(element: etree._Element) -> str:
    """The text of an element as a reader sees it, blocks and line breaks parted by a blank, white space folded."""
    pieces: list[str] = []
    events = etree.iterwalk(element, events=("start", "end"))
    for event, inner in events:
        role = html.role(inner.tag)
        if event == "start":
            if role == html.SKIP and inner is not element:
                events.skip_subtree()
                continue
            if role != html.INLINE:
                pieces.append(" ")
            if inner.text:
                pieces.append(inner.text)
        else:
            if role not in (html.INLINE, html.SKIP):
                pieces.append(" ")
            if inner.tail and inner is not element:
                pieces.append(inner.tail)
    return squeeze("".join(pieces))
