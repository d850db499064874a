"""Where words are in a tree: the smallest element that holds a text.

The tree does not change while a `Places` is in use, so what is computed for an element is kept.
Looking up every block of a page must cost no more than walking the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Final

from lxml import etree

from newsparse.blocks import Block
from newsparse.read import core, html
from newsparse.textual import squeeze

_FEWEST_INDEXED_WORDS: Final = 3
"""Words of a text that is looked up by its inner words, which are whole words of its holder."""
_MOST_INLINE: Final = 40
"""Inline elements of a block that are searched; broken pages leave thousands open."""
_MOST_UNREAD_CHILDREN: Final = 8
"""Children whose sizes are checked on each look-up instead of reading their texts."""
_MOST_UNINDEXED: Final = 32
"""Look-ups among the children of one element before their words are indexed."""
_MOST_WITHOUT_TRIGRAMS: Final = 200
"""Look-ups among the children of one element before their trigrams are collected."""


class Places:
    """Finds the elements and XPaths of a page's blocks."""

    def __init__(self, split: html.Split) -> None:
        self._split = split
        self._paths = core.CORE.paths()
        self._children: dict[etree._Element, _Children] = {}
        self._order: dict[int, tuple[etree._Element, ...]] = {}
        self._first: dict[int, int] = {}

    def path(self, element: etree._Element) -> str:
        """The XPath of an element, from the root down."""
        return self._paths.path(element)

    def where(self, block: Block, raw: str) -> str | None:
        """The XPath of the smallest element at or below the block's container that holds `raw`."""
        wanted = raw if raw == block.printed else squeeze(raw)
        return self.path(self._smallest(self._start(block, wanted), wanted))

    def _start(self, block: Block, wanted: str) -> etree._Element:
        """The innermost inline element of the block that holds the words, else its container."""
        pieces, spans = self._split.spans[block.index]
        for inline, start, end in spans if len(spans) <= _MOST_INLINE else ():
            held = pieces[start] if end - start == 1 else "".join(pieces[start:end])
            if len(held) >= len(wanted) and wanted in squeeze(held):
                return self._split.inlines[inline]
        container = self._split.elements[block.node]
        if not spans and block.tag in html.CHROME:
            holder = self._in_chrome(block)
            if holder is not container and wanted in squeeze("".join(core.CORE.texts(holder))):
                return holder
        return container

    def _in_chrome(self, block: Block) -> etree._Element:
        """The element of a block of a navigation or footer, whose texts are blocks in order."""
        container = self._split.elements[block.node]
        if block.node not in self._order:
            self._order[block.node] = tuple(html.text_holders(container))
        at = block.index - self._first_of(block.node)
        holders = self._order[block.node]
        return holders[at] if at < len(holders) else container

    def _first_of(self, node: int) -> int:
        """The first block of a container."""
        if not self._first:
            for block in reversed(self._split.blocks):
                self._first[block.node] = block.index
        return self._first[node]

    def _smallest(self, element: etree._Element, wanted: str) -> etree._Element:
        """The innermost element at or below `element` whose text holds the words."""
        while wanted:
            children = self._children.get(element)
            if children is None:
                # counting all children for each block would be quadratic
                first = list(islice(element, _MOST_UNREAD_CHILDREN + 1))
                if len(first) <= _MOST_UNREAD_CHILDREN and not _may_hold(first, len(wanted)):
                    break
                children = self._children[element] = _Children(element)
            child = children.holding(wanted)
            if child is None:
                break
            element = child
        return element


def _may_hold(children: list[etree._Element], size: int) -> bool:
    """Whether a child may hold so many characters: it has children, or enough text."""
    return any(len(child) or len(child.text or "") >= size for child in children)


def _trigrams(text: str) -> Iterable[str]:
    """The runs of three letters of a text."""
    return map("".join, zip(text, text[1:], text[2:], strict=False))


class _Children:
    """The children of one element, indexed by their words when they are looked up often."""

    def __init__(self, element: etree._Element) -> None:
        self._elements: list[etree._Element] = []
        self._texts: list[str] = []
        for child in element:
            if html.role(child.tag) == html.SKIP:
                continue
            text = squeeze("".join(core.CORE.texts(child)) if len(child) else child.text or "")
            if text:
                self._elements.append(child)
                self._texts.append(text)
        self._joined = "\0".join(self._texts)
        self._lookups = 0
        self._trigrams: frozenset[str] = frozenset()
        self._whole: dict[str, int] = {}
        self._of_word: dict[str, list[int]] = {}

    def holding(self, wanted: str) -> etree._Element | None:
        """The first child whose text is `wanted`, else the first whose text holds it; else None."""
        self._lookups += 1
        if self._lookups <= _MOST_UNINDEXED:
            return self._scan(wanted)
        if not self._whole:
            self._index()
        whole = self._whole.get(wanted)
        if whole is not None:
            return self._elements[whole]
        parts = wanted.split(" ")
        if len(parts) >= _FEWEST_INDEXED_WORDS:
            rarest: list[int] = min((self._of_word.get(word, []) for word in parts[1:-1]), key=len)
            return self._first(rarest, wanted)
        if not self._may_be_held(wanted) or wanted not in self._joined:
            return None
        return self._first(range(len(self._texts)), wanted)

    def _may_be_held(self, wanted: str) -> bool:
        """Whether all trigrams of a text are in the children, a cheap test before a long search."""
        if self._lookups < _MOST_WITHOUT_TRIGRAMS:
            return True
        if not self._trigrams:
            self._trigrams = frozenset(_trigrams(self._joined))
        return self._trigrams.issuperset(_trigrams(wanted))

    def _scan(self, wanted: str) -> etree._Element | None:
        """`holding` without an index, for elements with few look-ups."""
        if wanted not in self._joined:
            return None
        if wanted in self._texts:
            return self._elements[self._texts.index(wanted)]
        return self._first(range(len(self._texts)), wanted)

    def _index(self) -> None:
        for at, text in enumerate(self._texts):
            self._whole.setdefault(text, at)
            for word in dict.fromkeys(text.split(" ")):
                self._of_word.setdefault(word, []).append(at)

    def _first(self, indices: Iterable[int], wanted: str) -> etree._Element | None:
        return next((self._elements[at] for at in indices if wanted in self._texts[at]), None)
