"""The steps of reading that have a compiled form: that form where it was built, else plain Python.

The plain steps that only save work say "maybe": then the work is done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, Protocol

import attrs
from lxml import etree

from newsparse.read import html
from newsparse.read.paths import Paths


class PathsLike(Protocol):
    """Finds the XPaths of one tree."""

    def path(self, element: etree._Element, /) -> str:
        """The XPath of an element, from the root down."""


@attrs.frozen
class Core:
    """The steps of reading that differ in their speed only."""

    is_compiled: bool
    split_by: Callable[[etree._Element, dict[str, int]], html.Split]
    is_closed: Callable[[bytes], bool]
    """Whether a page needs no repair for sure."""
    has_long_tag: Callable[[bytes], bool]
    """Whether a page may hold a start tag of too many attributes."""
    is_deeper: Callable[[etree._Element, int], bool]
    """Whether a tree may have elements below a depth."""
    texts: Callable[[etree._Element], Iterable[str]]
    """The visible texts of an element."""
    paths: Callable[[], PathsLike]
    """A new finder of XPaths."""


PLAIN: Final = Core(
    is_compiled=False,
    split_by=html.split_by,
    is_closed=lambda data: False,
    has_long_tag=lambda data: True,
    is_deeper=lambda root, depth: True,
    texts=html.texts,
    paths=Paths,
)


def _built() -> Core:
    try:
        from newsparse._core import tree
    except ImportError:
        return PLAIN
    return Core(
        is_compiled=True,
        split_by=tree.split_by,
        is_closed=tree.is_closed,
        has_long_tag=tree.has_long_tag,
        is_deeper=tree.is_deeper,
        texts=tree.texts,
        paths=tree.Paths,
    )


CORE = _built()
"""The core in use."""


def split(root: etree._Element) -> html.Split:
    """A tree split into blocks, as `html.split` describes it."""
    return html.split(root, CORE.split_by)
