"""What a page states about itself: `meta`, `link`, `title` and JSON-LD, each with its place.

Rules of this file: everything is collected, nothing is believed. Which witness is right is
decided where the record is assembled.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from typing import Any, Final

import attrs
from lxml import etree

from newsparse.page import Head, Item, Limits, Meta
from newsparse.records import ParseWarning, WarningCode
from newsparse.textual import squeeze

_NAMES: Final = ("property", "name", "itemprop", "http-equiv")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*$|;\s*$"
)
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_WRAPPINGS: Final = 3
"""Layers of comment and CDATA marks that are peeled off a script."""
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*"?|[\[\]{}]', re.DOTALL)
_DEEPEST: Final = 200
"""Levels of nesting that are read of a JSON text."""
_STATED_DATES: Final = etree.XPath(
    "descendant-or-self::*/@itemprop[. = 'datePublished' or . = 'dateCreated' or . = 'dateModified' or . = 'uploadDate']/parent::*[not(self::meta)]"
)
"""Elements of the page that state a date by microdata: they are statements like those of `meta`, and come after them."""
_NESTED: Final = (
    "@graph",
    "mainEntity",
    "mainEntityOfPage",
    "itemListElement",
    "item",
    "hasPart",
    "subjectOf",
    "liveBlogUpdate",
)
"""Where JSON-LD objects of a page are found inside others."""


@attrs.frozen
class HeadRead:
    """The head, the elements behind its `node` numbers, and what went wrong."""

    head: Head
    elements: list[etree._Element]
    warnings: tuple[ParseWarning, ...]


def read_head(root: etree._Element, first_node: int, limits: Limits) -> HeadRead:
    """The head data of a tree; its elements are numbered from `first_node` on."""
    elements: list[etree._Element] = []
    metas: list[Meta] = []
    items: list[Item] = []
    title = canonical = ""
    title_node = canonical_node = -1
    budget = _Budget(limits)

    def node_of(element: etree._Element) -> int:
        elements.append(element)
        return first_node + len(elements) - 1

    for element in root.iter("meta", "title", "link", "script"):
        tag = element.tag
        if tag == "meta":
            stated = _statement(element, "content", "value")
            if stated is not None:
                for key in _NAMES:
                    name = element.get(key)
                    if name:
                        metas.append(
                            Meta(
                                name.strip().lower(),
                                stated[0],
                                node_of(element),
                                attribute=stated[1],
                            )
                        )
                        break
        elif tag == "script":
            if "ld+json" in element.get("type", "").lower():
                items.extend(_items(element, node_of(element), budget))
        elif tag == "title":
            above = element.getparent()
            if not title and above is not None and above.tag != "svg":
                title = squeeze("".join(map(str, element.itertext())))
                title_node = node_of(element)
        elif not canonical and "canonical" in element.get("rel", "").lower().split():
            canonical = element.get("href", "").strip()
            canonical_node = node_of(element)
    for element in _STATED_DATES(root):
        stated = _statement(element, "content", "datetime")
        if stated is not None:
            metas.append(
                Meta(
                    element.get("itemprop", "").lower(),
                    stated[0],
                    node_of(element),
                    attribute=stated[1],
                )
            )
    language, language_place = _language(root)
    head = Head(
        title=title,
        title_node=title_node,
        language=language,
        language_place=language_place,
        canonical=canonical,
        canonical_node=canonical_node,
        metas=tuple(metas),
        items=tuple(items),
    )
    return HeadRead(head, elements, tuple(budget.warnings))


def _language(root: etree._Element) -> tuple[str, str | None]:
    """The language that the root element states, and the XPath of the attribute that does."""
    for name, step in (
        ("lang", "@lang"),
        ("xml:lang", "@*[name()='xml:lang']"),
        ("{http://www.w3.org/XML/1998/namespace}lang", "@xml:lang"),
    ):
        value = (root.get(name) or "").strip()
        if value:
            return value, f"/{root.tag}/{step}"
    return "", None


def _statement(element: etree._Element, *attributes: str) -> tuple[str, str] | None:
    """What the first of these attributes that is filled says, and its name."""
    for attribute in attributes:
        value = element.get(attribute)
        if value and not value.isspace():
            return value.strip(), attribute
    return None


class _Budget:
    """What may still be read of embedded JSON, and the warnings met so far."""

    def __init__(self, limits: Limits) -> None:
        self.characters = limits.json
        self.nodes = limits.nodes
        self.warnings: list[ParseWarning] = []

    def warn(self, code: WarningCode, message: str) -> None:
        warning = ParseWarning(code, message)
        if warning not in self.warnings:
            self.warnings.append(warning)


def _items(script: etree._Element, node: int, budget: _Budget) -> Iterator[Item]:
    text = "".join(map(str, script.itertext()))
    if not text.strip():
        return
    if len(text) > budget.characters:
        budget.warn(
            WarningCode.WORK_CAP, f"a JSON-LD script of {len(text)} characters was not read"
        )
        return
    budget.characters -= len(text)
    try:
        value = load_json(text)
    except (ValueError, RecursionError) as error:
        budget.warn(WarningCode.BAD_JSON_LD, f"a JSON-LD script could not be read: {error}")
        return
    _prune(value, budget)
    yield from _objects(value, node)


def load_json(text: str) -> Any:
    """The value of a JSON text, with the slips that pages make: comment marks, trailing commas, raw newlines.

    Raises `ValueError` for what is no JSON, or is nested so deep that reading it would depend on the caller's stack.

    >>> load_json('<!-- {"a": [1, 2,],} -->')
    {'a': [1, 2]}
    """
    if text.count("[") + text.count("{") > _DEEPEST and _depth(text) > _DEEPEST:
        raise ValueError(f"it is nested more than {_DEEPEST} deep")
    try:
        return json.loads(text, strict=False)
    except ValueError:
        pass
    for _ in range(_WRAPPINGS):
        text = _WRAPPING.sub("", text)
    try:
        return json.loads(text, strict=False)
    except ValueError:
        return json.loads(_TRAILING_COMMA.sub("", text), strict=False)


def _depth(text: str) -> int:
    """How deep the brackets of a JSON text nest."""
    depth = deepest = 0
    for mark in _BRACKETS.findall(text):
        if mark == "[" or mark == "{":
            depth += 1
            deepest = max(deepest, depth)
        elif mark == "]" or mark == "}":
            depth -= 1
    return deepest


def _prune(value: Any, budget: _Budget) -> None:
    """Take the values of a JSON text off the budget, level by level; empty the lists and objects there is none left for."""
    todo = deque([value] if isinstance(value, (dict, list)) else [])
    while todo:
        entry = todo.popleft()
        if len(entry) > budget.nodes:
            budget.warn(
                WarningCode.WORK_CAP,
                "the page's JSON-LD holds more values than the cap; it was read in part",
            )
            entry.clear()
            continue
        budget.nodes -= len(entry)
        todo.extend(
            child
            for child in (entry.values() if isinstance(entry, dict) else entry)
            if isinstance(child, (dict, list))
        )


def _objects(value: Any, node: int) -> Iterator[Item]:
    """The typed objects of a JSON-LD value: on top, in lists and graphs, and as its main entity."""
    todo: list[tuple[Any, str, int]] = [(value, "", 0)]
    while todo:
        value, pointer, depth = todo.pop()
        if isinstance(value, list):
            todo.extend(
                (entry, f"{pointer}/{at}", depth) for at, entry in reversed(list(enumerate(value)))
            )
        elif isinstance(value, dict):
            types = value.get("@type")
            names = tuple(
                str(name)
                for name in (types if isinstance(types, list) else [types])
                if isinstance(name, str)
            )
            if names:
                yield Item(names, value, node, pointer)
            if depth < 4:
                todo.extend(
                    (
                        value[key],
                        f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}",
                        depth + 1,
                    )
                    for key in reversed(_NESTED)
                    if isinstance(value.get(key), (dict, list))
                )
