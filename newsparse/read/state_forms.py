"""The forms in which frameworks write app state: what a script holds, and how its references lead
from one value to another.

- plain JSON, or several assignments of JSON (Arc Fusion: `Fusion.globalContent = {...}`)
- Apollo: `{"__ref": "Paragraph:1"}` stands for the value under that key of the root
- Nuxt 3: one JSON list, in which numbers stand for its other entries
- Nuxt 2: `__NUXT__ = (function(a, b) {return {...}}("x", 1))`, JavaScript with names for values
- React flight data: rows of `self.__next_f.push([1, "..."])`, in which `"$1f"` stands for row 1f
  and `["$", "p", null, {...}]` for an element
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import attrs
from lxml import etree

from newsparse.read.scripts import js_value

Deref = Callable[[Any, str], tuple[Any, str]]
"""From a value and its place to what it stands for, and the place of that."""

FLIGHT: Final = "flight"
"""What stands before the pointer into the rows of flight data."""
_START = re.compile(r"(?:=|\()\s*+(?=[\[{])")
_DECODER: Final = json.JSONDecoder(strict=False)
_MOST_VALUES: Final = 40
"""Assignments of one script that are read."""
_MOST_STARTS: Final = 400
"""Places in one script at which a value may start."""
_NUXT = re.compile(r"__NUXT__\s*=\s*\(function\s*\(")
_WRAPPERS: Final = frozenset(
    ("ShallowReactive", "Reactive", "Ref", "ShallowRef", "EmptyRef", "EmptyShallowRef", "Set")
)
"""Names before the number of a value that Nuxt wraps."""
_MOST_HOPS: Final = 5
"""References that are followed from one value."""
_PUSH = re.compile(r"self\.__next_f\.push\(\s*(?=\[)")
_ROW = re.compile(r"([0-9a-f]{1,6}):(?:T([0-9a-f]{1,8}),)?")
_REFERENCE = re.compile(r"\$[L@]?([0-9a-f]{1,6})")
_ELEMENT_SIZE: Final = 4


@attrs.frozen
class State:
    """One value of app state."""

    value: Any
    where: str
    """The XPath of its script, `#`, and what its JSON pointers begin with."""
    deref: Deref


def states(script: etree._Element, text: str, where: str) -> Iterator[State]:
    """The values of a script, whose XPath is `where`. Raises `ValueError` if it holds none."""
    for number, value in enumerate(script_values(text)):
        prefix = f"{where}#{number or ''}"
        if isinstance(value, dict):
            yield State(value, prefix, _apollo(value, prefix))
        elif script.get("id") == "__NUXT_DATA__" and isinstance(value, list) and value:
            start, at = _nuxt(value, prefix)(0, prefix)
            yield State(start, at, _nuxt(value, prefix))
        else:
            yield State(value, prefix, _plain)


def script_values(text: str) -> list[Any]:
    """The JSON values that a script holds or assigns; raises `ValueError` if there is none.

    >>> script_values('A.b = {"a": 1}; A.c = [2];')
    [{'a': 1}, [2]]
    """
    text = text.strip()
    if text[:1] in ("{", "["):
        return [_DECODER.raw_decode(text)[0]]
    nuxt = _NUXT.search(text)
    if nuxt is not None:
        return [js_value(text, nuxt.end())]
    found: list[Any] = []
    at = 0
    for _ in range(_MOST_STARTS):
        match = _START.search(text, at)
        if match is None or len(found) == _MOST_VALUES:
            break
        try:
            value, at = _DECODER.raw_decode(text, match.end())
            found.append(value)
        except ValueError:
            at = match.end()
    if not found:
        raise ValueError("the script holds no JSON")
    return found


def _plain(value: Any, place: str) -> tuple[Any, str]:
    return value, place


def _apollo(root: Mapping[str, Any], where: str) -> Deref:
    """References to the keys of a root."""

    def deref(value: Any, place: str) -> tuple[Any, str]:
        if isinstance(value, dict) and len(value) <= _ELEMENT_SIZE:
            key = value.get("__ref") or (value.get("id") if value.get("type") == "id" else None)
            if isinstance(key, str) and key in root:
                return root[key], f"{where}/{escaped(key)}"
        return value, place

    return deref


def _nuxt(entries: list[Any], where: str) -> Deref:
    """References by the number of an entry."""

    def deref(value: Any, place: str) -> tuple[Any, str]:
        for _ in range(_MOST_HOPS):
            if isinstance(value, bool) or not isinstance(value, int):
                break
            if not 0 <= value < len(entries):
                return None, place
            value, place = entries[value], f"{where}/{value}"
            if isinstance(value, int):
                return str(value), place
            if isinstance(value, list) and len(value) == 2 and value[0] in _WRAPPERS:
                value = value[1]
        return value, place

    return deref


def escaped(key: str) -> str:
    """A key as a step of a JSON pointer."""
    return key.replace("~", "~0").replace("/", "~1")


# React flight data


def flight_states(root: etree._Element) -> Iterator[State]:
    """The rows of a page's flight data."""
    first, rows = flight_rows(root)
    if first is None:
        return
    where = f"{first.getroottree().getpath(first)}#{FLIGHT}"
    made: dict[int, Any] = {}

    def deref(value: Any, place: str) -> tuple[Any, str]:
        for _ in range(_MOST_HOPS):
            match = _REFERENCE.fullmatch(value) if isinstance(value, str) else None
            if match is None or match[1] not in rows:
                break
            value, place = rows[match[1]], f"{where}/{match[1]}"
        if isinstance(value, list) and len(value) >= _ELEMENT_SIZE and value[0] == "$":
            if id(value) not in made:
                made[id(value)] = _element(value)
            return made[id(value)], f"{place}/3"
        return value, place

    for number, value in rows.items():
        yield State(value, f"{where}/{number}", deref)


def _element(value: list[Any]) -> Any:
    """An element of React as an object: its properties, and its tag as type."""
    properties = value[3] if isinstance(value[3], dict) else {}
    return {"type": value[1], **properties} if isinstance(value[1], str) else properties


def flight_rows(root: etree._Element) -> tuple[etree._Element | None, dict[str, Any]]:
    """The rows of flight data by their numbers, and the first script that holds some."""
    first: etree._Element | None = None
    chunks: list[str] = []
    for script in root.iter("script"):
        text = script.text or ""
        for match in _PUSH.finditer(text):
            try:
                pushed = _DECODER.raw_decode(text, match.end())[0]
            except ValueError:
                continue
            if len(pushed) > 1 and isinstance(pushed[1], str):
                first = script if first is None else first
                chunks.append(pushed[1])
    return first, dict(_rows("".join(chunks).encode("utf-8", "replace")))


def _rows(data: bytes) -> Iterator[tuple[str, Any]]:
    """The rows of joined chunks. The length of a row of text counts bytes of UTF-8."""
    at = 0
    while at < len(data):
        match = _ROW.match(data[at : at + 24].decode("ascii", "replace"))
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        if match is None:
            at = end + 1
            continue
        start = at + match.end()
        if match[2]:
            size = int(match[2], 16)
            yield match[1], data[start : start + size].decode("utf-8", "replace")
            at = start + size
            continue
        try:
            yield match[1], json.loads(data[start:end])
        except (ValueError, RecursionError):
            pass
        at = end + 1
