"""Where words stand in a tree: XPaths, and the smallest element that holds a text.

Rules of this file: the tree never changes while a `Places` lives, so whatever is computed of an
element is kept; asking for every block of a page must cost no more than walking the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from lxml import etree

from newsparse.blocks import Block
from newsparse.read import html
from newsparse.textual import squeeze

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
"""Names that an XPath step may have; others (`fb:like`, `img"`) are reached by number."""
_FEW: Final = 3
"""Words from which the inner ones are whole words of any text that holds them."""
_MANY: Final = 40
"""Inline elements around and in one block from which its container alone is asked; a page may leave thousands open."""
_GLANCED: Final = 8
"""Children that are looked over one by one, each time, before their texts are read."""
_SCANNED: Final = 3
"""Questions that the texts of an element's children answer one by one; for more of them their words are indexed."""


class Places:
    """The way back from the blocks of a page to its elements."""

    def __init__(self, split: html.Split) -> None:
        self._split = split
        self._steps: dict[etree._Element, str] = {}
        self._paths: dict[etree._Element, str] = {}
        self._children: dict[etree._Element, _Children] = {}
        self._order: dict[int, tuple[etree._Element, ...]] = {}

    @cached_property
    def _first(self) -> dict[int, int]:
        """The first block of each container."""
        return {block.node: block.index for block in reversed(self._split.blocks)}

    def path(self, element: etree._Element) -> str:
        """The XPath of an element, from the root down."""
        line: list[etree._Element] = []
        at: etree._Element | None = element
        while at is not None and at not in self._paths:
            line.append(at)
            at = at.getparent()
        path = self._paths[at] if at is not None else ""
        for step in reversed(line):
            path = self._paths[step] = f"{path}/{self._step(step)}"
        return path

    def _step(self, element: etree._Element) -> str:
        parent = element.getparent()
        if parent is None:
            return str(element.tag)
        if element not in self._steps:
            self._steps.update(_steps(parent))
        return self._steps[element]

    def where(self, block: Block, raw: str) -> str | None:
        """The XPath of the smallest element, at or under the block's container, whose text holds `raw`."""
        wanted = raw if raw == block.printed else squeeze(raw)
        return self.path(self._smallest(self._start(block, wanted), wanted))

    def _start(self, block: Block, wanted: str) -> etree._Element:
        """The innermost of the block's own elements that holds the words, else its container."""
        pieces, spans = self._split.spans[block.index]
        for element, start, end in spans if len(spans) <= _MANY else ():
            held = pieces[start] if end - start == 1 else "".join(pieces[start:end])
            if len(held) >= len(wanted) and wanted in squeeze(held):
                return element
        container = self._split.elements[block.node]
        if not spans and block.tag in html.CHROME:
            holder = self._in_chrome(block)
            if holder is not container and wanted in squeeze("".join(html.texts(holder))):
                return holder
        return container

    def _in_chrome(self, block: Block) -> etree._Element:
        """The element that holds the text of a block of a navigation or footer, whose texts are blocks in their order."""
        container = self._split.elements[block.node]
        if block.node not in self._order:
            self._order[block.node] = tuple(html.text_holders(container))
        at = block.index - self._first[block.node]
        holders = self._order[block.node]
        return holders[at] if at < len(holders) else container

    def _smallest(self, element: etree._Element, wanted: str) -> etree._Element:
        """The element at or under `element` whose text holds the words, and none of whose children's does."""
        while wanted and (count := len(element)):
            if element not in self._children:
                if count <= _GLANCED and not _may_hold(element, len(wanted)):
                    break
                self._children[element] = _Children(element)
            child = self._children[element].holding(wanted)
            if child is None:
                break
            element = child
        return element


def _may_hold(element: etree._Element, size: int) -> bool:
    """Whether a child of an element may hold so many letters; of one without children its text alone tells."""
    return any(len(child) or len(child.text or "") >= size for child in element)


def _steps(parent: etree._Element) -> dict[etree._Element, str]:
    """The XPath step of each child of an element."""
    counts: dict[str, int] = {}
    children: list[tuple[etree._Element, str, int]] = []
    for child in parent:
        tag = child.tag
        nth = counts[tag] = counts.get(tag, 0) + 1
        children.append((child, tag, nth))
    steps = {child: tag if counts[tag] == 1 else f"{tag}[{nth}]" for child, tag, nth in children}
    odd = {tag for tag in counts if not _PLAIN.fullmatch(tag)}
    if odd:
        steps.update((child, f"*[{at}]") for at, (child, tag, _) in enumerate(children, 1) if tag in odd)
    return steps


class _Children:
    """The children of one element by their texts: which of them holds a text is asked once of most, and thousands of times of some."""

    def __init__(self, element: etree._Element) -> None:
        told = [(child, text) for child in element if (text := _text(child))]
        self._elements = [child for child, _ in told]
        self._texts = [text for _, text in told]
        self._asked = 0

    @cached_property
    def _whole(self) -> dict[str, int]:
        """The first child of each text."""
        return {text: at for at, text in reversed(list(enumerate(self._texts)))}

    @cached_property
    def _of_word(self) -> dict[str, list[int]]:
        """The children whose text holds a word, by word."""
        found: dict[str, list[int]] = {}
        for at, text in enumerate(self._texts):
            for word in dict.fromkeys(text.split(" ")):
                found.setdefault(word, []).append(at)
        return found

    @cached_property
    def _joined(self) -> str:
        return "\0".join(self._texts)

    def holding(self, wanted: str) -> etree._Element | None:
        """The child whose text is `wanted`, else the first whose text holds it."""
        self._asked += 1
        at = self._scanned(wanted) if self._asked <= _SCANNED else self._looked_up(wanted)
        return self._elements[at] if at is not None else None

    def _scanned(self, wanted: str) -> int | None:
        if wanted in self._texts:
            return self._texts.index(wanted)
        return self._first(range(len(self._texts)), wanted)

    def _looked_up(self, wanted: str) -> int | None:
        whole = self._whole.get(wanted)
        if whole is not None:
            return whole
        parts = wanted.split(" ")
        if len(parts) >= _FEW:
            rarest: list[int] = min((self._of_word.get(word, []) for word in parts[1:-1]), key=len)
            return self._first(rarest, wanted)
        if wanted not in self._joined:
            return None
        return self._first(range(len(self._texts)), wanted)

    def _first(self, indices: Iterable[int], wanted: str) -> int | None:
        return next((at for at in indices if wanted in self._texts[at]), None)


def _text(element: etree._Element) -> str:
    """The text of an element as a reader sees it, white space folded; "" for one that is not shown."""
    if html.role(element.tag) == html.SKIP:
        return ""
    return squeeze("".join(html.texts(element)) if len(element) else element.text or "")
