"""Values of JavaScript: the object that a function returns, its parameters replaced by the
arguments it is called with.

Nothing is run: only literals, names and assignments of literals are read.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

_BLANK = re.compile(r"\s*+")
_NUMBER = re.compile(r"-?\d{0,20}(?:\.\d{1,20})?(?:[eE][+-]?\d{1,4})?")
_NAME = re.compile(r"[A-Za-z_$][\w$]*+")
_KEY = re.compile(r"[A-Za-z_$][\w$]*+|\d++")
_DECODER: Final = json.JSONDecoder(strict=False)
_CONSTANTS: Final[dict[str, Any]] = {"null": None, "true": True, "false": False}
_SHORT: Final[dict[str, Any]] = {"!0": True, "!1": False}
_CALL = re.compile(r"(?:new )?([A-Za-z]{1,20}(?:\.[A-Za-z]{1,20})?)\(")
_DEEPEST: Final = 150
"""Levels of nesting."""
_LONGEST_LIST: Final = 10_000
"""Entries of a list that is filled by number."""


def js_value(text: str, at: int) -> Any:
    """The value that the function returns whose parameters begin at `at`. Raises `ValueError` for
    anything but literals and the function's own parameters.

    >>> js_value('a,b){return {x:a,y:[b,!0]}}("one",2))', 0)
    {'x': 'one', 'y': [2, True]}
    """
    reader = _Reader(text)
    close = text.find(")", at)
    assignments, start = reader.assignments(reader.skipped(close, ")", "{"))
    names = [name.strip() for name in text[at:close].split(",") if name.strip()]
    returned, end = reader.value(reader.skipped(start, "return"), 0)
    call = text.find("(", end)
    if call < 0:
        raise ValueError("the function is not called")
    arguments, _ = reader.entries(call + 1, ")", 0)
    given = dict(zip(names, arguments, strict=False))
    for path, value in assignments:
        _assign(given, path, _filled(value, given, 0))
    return _filled(returned, given, 0)


class _Variable(str):
    """A name that stands for an argument."""

    __slots__ = ()


_Path = list[str | int]
"""A name and the keys under it: `a.b[0]`."""


def _assign(given: dict[str, Any], path: _Path, value: Any) -> None:
    """Set what a path leads to; a path that leads nowhere is ignored."""
    *above, last = path
    holder: Any = given
    for key in above:
        holder = _under(holder, key)
    if isinstance(holder, dict):
        holder[str(last)] = value
    elif isinstance(holder, list) and isinstance(last, int) and last <= _LONGEST_LIST:
        holder.extend([None] * (last + 1 - len(holder)))
        holder[last] = value


def _under(holder: Any, key: str | int) -> Any:
    """What an object or a list holds under a key; None for nothing."""
    if isinstance(holder, dict):
        return holder.get(str(key))
    is_in_list = isinstance(holder, list) and isinstance(key, int) and 0 <= key < len(holder)
    return holder[key] if is_in_list else None


def _filled(value: Any, given: dict[str, Any], depth: int) -> Any:
    """A value with its names replaced."""
    if isinstance(value, _Variable):
        return given.get(value)
    if isinstance(value, dict) and depth < _DEEPEST:
        return {key: _filled(entry, given, depth + 1) for key, entry in value.items()}
    if isinstance(value, list) and depth < _DEEPEST:
        return [_filled(entry, given, depth + 1) for entry in value]
    return value


def _called(name: str, arguments: list[Any]) -> Any:
    """What a call stands for: a list, a date by its argument, an object by its properties."""
    if name == "Array":
        return arguments if len(arguments) != 1 else []
    return arguments[-1] if arguments else None


class _Reader:
    """Reads literals of JavaScript from a text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def assignments(self, at: int) -> tuple[list[tuple[_Path, Any]], int]:
        """The assignments before the `return` of a function: paths and values."""
        found: list[tuple[_Path, Any]] = []
        while not self._text.startswith("return", at := self._skip(at)):
            path, at = self._path(at)
            value, at = self.value(self.skipped(at, "="), 0)
            found.append((path, value))
            at = self._skip(at)
            at += self._text[at : at + 1] in (";", ",")
        return found, at

    def _path(self, at: int) -> tuple[_Path, int]:
        """A name with the keys behind it."""
        name = _NAME.match(self._text, at)
        if name is None:
            raise ValueError(f"the script has no name at {at}")
        path: _Path = [name.group()]
        at = name.end()
        while self._text[at : at + 1] in (".", "["):
            if self._text[at] == ".":
                key, at = self._key(at + 1)
                path.append(key)
                continue
            index, at = self.value(at + 1, 0)
            path.append(int(index) if isinstance(index, (int, float)) else str(index))
            at = self.skipped(at, "]")
        return path, at

    def value(self, at: int, depth: int) -> tuple[Any, int]:
        """The value that begins at `at`, and where it ends."""
        text = self._text
        at = self._skip(at)
        mark = text[at : at + 1]
        if depth > _DEEPEST:
            raise ValueError("the script is nested too deep")
        if mark == "{":
            return self._object(at + 1, depth + 1)
        if mark == "[":
            return self.entries(at + 1, "]", depth + 1)
        if mark == '"':
            return self._string(at)
        if text[at : at + 2] in _SHORT:
            return _SHORT[text[at : at + 2]], at + 2
        return self._word(at, depth)

    def _word(self, at: int, depth: int) -> tuple[Any, int]:
        """A constant, a number, a name, or a call of which the first argument counts."""
        text = self._text
        call = _CALL.match(text, at)
        if call is not None:
            arguments, end = self.entries(call.end(), ")", depth + 1)
            return _called(call[1], arguments), end
        if text.startswith("void 0", at):
            return None, at + len("void 0")
        name = _NAME.match(text, at)
        if name is not None:
            if name.group() in _CONSTANTS:
                return _CONSTANTS[name.group()], name.end()
            return _Variable(name.group()), name.end()
        number = _NUMBER.match(text, at)
        if number is None or not number.group().strip("-"):
            raise ValueError(f"the script has no value at {at}")
        is_whole = number.group().lstrip("-").isdigit()
        return (int if is_whole else float)(number.group()), number.end()

    def _string(self, at: int) -> tuple[str, int]:
        text, end = _DECODER.raw_decode(self._text, at)
        return str(text), end

    def _object(self, at: int, depth: int) -> tuple[dict[str, Any], int]:
        found: dict[str, Any] = {}
        while (at := self._skip(at)) < len(self._text):
            if self._text[at] == "}":
                return found, at + 1
            name, at = self._key(at)
            found[name], at = self.value(self.skipped(at, ":"), depth)
            at = self._after(at)
        raise ValueError("the script ends inside an object")

    def _key(self, at: int) -> tuple[str, int]:
        if self._text[at] == '"':
            return self._string(at)
        key = _KEY.match(self._text, at)
        if key is None:
            raise ValueError(f"the script has no key at {at}")
        return key.group(), key.end()

    def skipped(self, at: int, *words: str) -> int:
        """Behind these words; raises `ValueError` if something else stands there."""
        for word in words:
            at = self._skip(at)
            if at < 0 or not self._text.startswith(word, at):
                raise ValueError(f"the script has no {word} at {at}")
            at += len(word)
        return at

    def entries(self, at: int, closing: str, depth: int) -> tuple[list[Any], int]:
        """The values up to a closing bracket, and where they end."""
        found: list[Any] = []
        while (at := self._skip(at)) < len(self._text):
            if self._text[at] == closing:
                return found, at + 1
            value, at = self.value(at, depth)
            found.append(value)
            at = self._after(at)
        raise ValueError(f"the script has no list at {at}")

    def _after(self, at: int) -> int:
        """Behind the comma that may follow."""
        at = self._skip(at)
        return at + 1 if self._text[at : at + 1] == "," else at

    def _skip(self, at: int) -> int:
        match = _BLANK.match(self._text, at)
        return match.end() if match else at
