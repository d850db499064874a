"""The XPaths of elements, from the root down.

The tree does not change while a `Paths` is in use, so what is computed for an element is kept.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from lxml import etree

_PLAIN: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
"""Names that an XPath step may have; others (`fb:like`, `img"`) are reached by number."""


class Paths:
    """The XPaths of one tree."""

    def __init__(self) -> None:
        self._steps: dict[etree._Element, str] = {}
        self._paths: dict[etree._Element, str] = {}

    def path(self, element: etree._Element) -> str:
        """The XPath of an element, from the root down."""
        paths = self._paths
        line: list[etree._Element] = []
        at: etree._Element | None = element
        while at is not None and at not in paths:
            line.append(at)
            at = at.getparent()
        path = paths[at] if at is not None else ""
        for step in reversed(line):
            path = paths[step] = f"{path}/{self._step(step)}"
        return path

    def _step(self, element: etree._Element) -> str:
        step = self._steps.get(element)
        if step is not None:
            return step
        parent = element.getparent()
        if parent is None:
            return str(element.tag)
        self._steps.update(_steps(parent))
        return self._steps[element]


def _steps(parent: etree._Element) -> list[tuple[etree._Element, str]]:
    """The XPath step of each child of an element."""
    children = list(parent)
    numbers: dict[str, int] = {}
    numbered: list[tuple[etree._Element, str, int]] = []
    for child in children:
        tag = child.tag
        number = numbers[tag] = numbers.get(tag, 0) + 1
        numbered.append((child, tag, number))
    return [
        (child, _step(tag, number, numbers[tag]) if is_plain(tag) else f"*[{at}]")
        for at, (child, tag, number) in enumerate(numbered, 1)
    ]


@lru_cache(maxsize=512)
def is_plain(tag: str) -> bool:
    """Whether a step may name an element of this name."""
    return _PLAIN.fullmatch(tag) is not None


def _step(tag: str, number: int, count: int) -> str:
    """The step to one of several children of a name."""
    return tag if count == 1 else f"{tag}[{number}]"
