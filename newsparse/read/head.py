"""What a page states about itself: `meta`, `link`, `title` and JSON-LD, each with its place.

Statements are only collected here. `newsparse.assemble` decides which of them are right.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from typing import Any, Final

import attrs
from lxml import etree

from newsparse.page import Head, HeadLink, Item, Limits, Meta
from newsparse.read.html import texts
from newsparse.records import ParseWarning, WarningCode
from newsparse.textual import squeeze

_NAMES: Final = ("property", "name", "itemprop", "http-equiv")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|"
    r"/\*\s*\]\]>\s*\*/|\]\]>)\s*$|;\s*$"
)
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_MOST_WRAPPINGS: Final = 3
"""Layers of comment and CDATA marks that are removed from a script."""
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*"?|[\[\]{}]', re.DOTALL)
_DEEPEST_JSON: Final = 200
"""Levels of nesting in a JSON text; a deeper one is not read."""
_DATES: Final = frozenset(("datePublished", "dateCreated", "dateModified", "uploadDate"))
_FACTS: Final = frozenset(
    (
        "givenName",
        "familyName",
        "issn",
        "license",
        "usageInfo",
        "copyrightHolder",
        "copyrightNotice",
    )
)
"""Properties of microdata whose value may be the text of an element, or a link."""
_STATED: Final = etree.XPath(
    "descendant-or-self::*/@itemprop["
    + " or ".join(f". = '{name}'" for name in sorted(_DATES | _FACTS))
    + "]/parent::*[not(self::meta)]"
    " | descendant::a/@rel[. = 'next' or contains(concat(' ', ., ' '), ' license ')]/parent::a"
)
"""Elements that state a property as microdata, and links to the next page or to a licence. They are
read after those of `meta` and `link`."""
_RELATIONS: Final = frozenset(
    ("amphtml", "shortlink", "shorturl", "next", "license", "alternate", "copyright", "print")
)
"""Relations of links that are read."""
_LONGEST_FACT: Final = 300
"""Characters of the text of an element with microdata."""
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
"""Keys under which a JSON-LD object holds other objects."""
_DEEPEST_OBJECT: Final = 4
"""Levels of such keys that are followed."""


@attrs.frozen
class HeadRead:
    """The head, the elements behind its `node` numbers, and warnings."""

    head: Head
    elements: list[etree._Element]
    warnings: tuple[ParseWarning, ...]


def read_head(root: etree._Element, first_node: int, limits: Limits) -> HeadRead:
    """The head data of a tree; its elements are numbered from `first_node` on."""
    collector = _Collector(first_node, limits)
    for element in root.iter(*_READERS):
        _READERS[element.tag](collector, element)
    for element in _STATED(root):
        collector.add_stated(element)
    language, language_place = _language(root)
    head = Head(
        title=collector.title,
        title_node=collector.title_node,
        language=language,
        language_place=language_place,
        canonical=collector.canonical,
        canonical_node=collector.canonical_node,
        metas=tuple(collector.metas),
        items=tuple(collector.items),
        links=tuple(collector.links),
    )
    return HeadRead(head, collector.elements, tuple(collector.budget.warnings))


class _Collector:
    """The statements of a head, in the order in which they are found."""

    def __init__(self, first_node: int, limits: Limits) -> None:
        self.elements: list[etree._Element] = []
        self.metas: list[Meta] = []
        self.items: list[Item] = []
        self.links: list[HeadLink] = []
        self.title = self.canonical = ""
        self.title_node = self.canonical_node = -1
        self.budget = _Budget(limits)
        self._first_node = first_node

    def _node(self, element: etree._Element) -> int:
        """The number of an element, which is kept."""
        self.elements.append(element)
        return self._first_node + len(self.elements) - 1

    def add_meta(self, element: etree._Element) -> None:
        """Add a `meta` element that has a name and a value."""
        stated = _statement(element, "content", "value")
        named = _statement(element, *_NAMES)
        if stated is not None and named is not None:
            name, (value, attribute) = named[0].lower(), stated
            self.metas.append(Meta(name, value, self._node(element), attribute=attribute))

    def add_script(self, element: etree._Element) -> None:
        """Add the objects of a JSON-LD script."""
        if "ld+json" in element.get("type", "").lower():
            self.items.extend(_items(element, self._node(element), self.budget))

    def add_title(self, element: etree._Element) -> None:
        """Set the title: the first that is not part of a drawing."""
        above = element.getparent()
        if not self.title and above is not None and above.tag != "svg":
            self.title = squeeze("".join(texts(element)))
            self.title_node = self._node(element)

    def add_link(self, element: etree._Element) -> None:
        """Set the canonical URL, the first one, or add a link of another relation."""
        rels = element.get("rel", "").lower().split()
        if not self.canonical and "canonical" in rels:
            self.canonical = element.get("href", "").strip()
            self.canonical_node = self._node(element)
        elif not _RELATIONS.isdisjoint(rels):
            href, media = element.get("href", "").strip(), element.get("media", "").lower()
            if href and ("alternate" not in rels or media == "print"):
                self.links.append(HeadLink(tuple(rels), href, self._node(element), media))

    def add_stated(self, element: etree._Element) -> None:
        """Add an element that states a property as microdata, or a link with a relation."""
        name = element.get("itemprop", "")
        if name in _DATES:
            stated = _statement(element, "content", "datetime")
        elif name in _FACTS:
            stated = _statement(element, "content", "href") or _text(element)
        else:
            self.add_link(element)
            return
        if stated is not None:
            value, attribute = stated
            node = self._node(element)
            self.metas.append(Meta(name.lower(), value, node, attribute=attribute))


_READERS: Final = {
    "meta": _Collector.add_meta,
    "title": _Collector.add_title,
    "link": _Collector.add_link,
    "script": _Collector.add_script,
}


def _language(root: etree._Element) -> tuple[str, str | None]:
    """The language of the root element, and the XPath of its attribute."""
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
    """The value and name of the first of these attributes that is not empty."""
    for attribute in attributes:
        value = element.get(attribute)
        if value and not value.isspace():
            return value.strip(), attribute
    return None


def _text(element: etree._Element) -> tuple[str, str] | None:
    """The visible text of an element, if it is short."""
    text = squeeze("".join(texts(element)))
    return (text, "") if 0 < len(text) <= _LONGEST_FACT else None


class _Budget:
    """The characters and values of JSON that may still be read, and the warnings so far."""

    def __init__(self, limits: Limits) -> None:
        self.characters = limits.json
        self.nodes = limits.nodes
        self.warnings: list[ParseWarning] = []

    def warn(self, code: WarningCode, message: str) -> None:
        warning = ParseWarning(code, message)
        if warning not in self.warnings:
            self.warnings.append(warning)


def _items(script: etree._Element, node: int, budget: _Budget) -> Iterator[Item]:
    """The objects of a JSON-LD script."""
    text = "".join(map(str, script.itertext()))
    if not text.strip():
        return
    if len(text) > budget.characters:
        budget.warn(
            WarningCode.WORK_CAP,
            f"a JSON-LD script of {len(text)} characters is over the cap; it was not read",
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
    """The value of a JSON text; comment marks, trailing commas and raw line breaks are repaired.

    Raises `ValueError` for a text that is no JSON, or too deeply nested for the stack of the
    caller.

    >>> load_json('<!-- {"a": [1, 2,],} -->')
    {'a': [1, 2]}
    """
    if text.count("[") + text.count("{") > _DEEPEST_JSON and _depth(text) > _DEEPEST_JSON:
        raise ValueError(f"it is nested more than {_DEEPEST_JSON} deep")
    try:
        return json.loads(text, strict=False)
    except ValueError:
        pass
    for _ in range(_MOST_WRAPPINGS):
        text = _WRAPPING.sub("", text)
    try:
        return json.loads(text, strict=False)
    except ValueError:
        return json.loads(_TRAILING_COMMA.sub("", text), strict=False)


def _depth(text: str) -> int:
    """The depth of the brackets in a JSON text."""
    depth = deepest = 0
    for mark in _BRACKETS.findall(text):
        if mark == "[" or mark == "{":
            depth += 1
            deepest = max(deepest, depth)
        elif mark == "]" or mark == "}":
            depth -= 1
    return deepest


def _prune(value: Any, budget: _Budget) -> None:
    """Count the values of a JSON text level by level; empty lists and objects above the cap."""
    todo = deque([value] if isinstance(value, (dict, list)) else [])
    while todo:
        entry = todo.popleft()
        if len(entry) > budget.nodes:
            budget.warn(
                WarningCode.WORK_CAP,
                "the page's JSON-LD has more values than the cap; the rest was not read",
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
    """The typed objects of a JSON-LD value: itself, in lists and graphs, and under `_NESTED`."""
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
            if depth < _DEEPEST_OBJECT:
                todo.extend(
                    (
                        value[key],
                        f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}",
                        depth + 1,
                    )
                    for key in reversed(_NESTED)
                    if isinstance(value.get(key), (dict, list))
                )
