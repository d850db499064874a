"""Records to JSON-ready values and back, and the JSON Schema of both, all from the records' own types.

One table, `_SCALARS`, says how the leaves are written; everything else follows from the
annotations of the attrs classes, so a new field needs no line here.
"""

from __future__ import annotations

import datetime as dt
import enum
import json
import types
import typing
from functools import cache
from typing import Any, Final, TypeVar

import attrs

from newsparse import records
from newsparse.errors import RecordError, quoted

Record = TypeVar("Record")

_DATE: Final = r"^\d{4}-\d{2}-\d{2}$"
_DATETIME: Final = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[+-]\d{2}:\d{2}(?::\d{2})?)?$"


def to_dict(record: Any) -> dict[str, Any]:
    """A record as JSON-ready values: dicts, lists, str, int, float, bool and None.

    >>> to_dict(records.Link(0, 4, "https://a.example/"))
    {'start': 0, 'end': 4, 'href': 'https://a.example/'}
    """
    return {name: _plain(getattr(record, name)) for name in _names(type(record))}


def to_json(record: Any, *, indent: int | None = None) -> str:
    """A record as JSON text."""
    return json.dumps(to_dict(record), ensure_ascii=False, indent=indent)


def from_json(cls: type[Record], text: str) -> Record:
    """The record of type `cls` that a JSON text describes."""
    try:
        value = json.loads(text)
    except ValueError as error:
        raise RecordError(f"not JSON: {error}") from None
    return from_dict(cls, value)


def from_dict(cls: type[Record], value: Any) -> Record:
    """The record of type `cls` that `value` describes; raises `RecordError` where it describes none.

    >>> from_dict(records.Link, {"start": 0, "end": 4, "href": "x"})
    Link(start=0, end=4, href='x')
    """
    return typing.cast(Record, _typed(value, cls, cls.__name__))


@cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(cls))


@cache
def _hints(cls: type) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return to_dict(value)


def _typed(value: Any, hint: Any, place: str) -> Any:
    """`value` as the type `hint` has it; `place` is named where it cannot be."""
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return _one_of(value, typing.get_args(hint), place)
    if origin is tuple:
        if not isinstance(value, (list, tuple)):
            raise RecordError(f"{place}: a list is wanted, not {quoted(value)}")
        return tuple(_typed(entry, typing.get_args(hint)[0], f"{place}[{at}]") for at, entry in enumerate(value))
    if attrs.has(hint):
        return _record(value, hint, place)
    return _leaf(value, hint, place)


def _record(value: Any, cls: type, place: str) -> Any:
    if not isinstance(value, dict):
        raise RecordError(f"{place}: an object is wanted, not {quoted(value)}")
    unknown = set(value) - set(_names(cls))
    if unknown:
        raise RecordError(f"{place}: {cls.__name__} has no field {quoted(sorted(unknown)[0])}")
    hints = _hints(cls)
    try:
        return cls(**{name: _typed(entry, hints[name], f"{place}.{name}") for name, entry in value.items()})
    except TypeError as error:
        raise RecordError(f"{place}: {error}") from None


def _one_of(value: Any, hints: tuple[Any, ...], place: str) -> Any:
    if value is None and type(None) in hints:
        return None
    problem: RecordError | None = None
    for hint in sorted((hint for hint in hints if hint is not type(None)), key=_preference):
        try:
            return _typed(value, hint, place)
        except RecordError as error:
            problem = problem or error
    raise problem or RecordError(f"{place}: {quoted(value)} is none of its types")


def _preference(hint: Any) -> int:
    """A datetime is tried before the date that every datetime also is."""
    return {dt.datetime: 0, dt.date: 1}.get(hint, 2)


def _leaf(value: Any, hint: Any, place: str) -> Any:
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        try:
            return hint(value)
        except ValueError:
            raise RecordError(f"{place}: {quoted(value)} is no {hint.__name__}") from None
    if hint is dt.datetime and isinstance(value, str) and "T" in value:
        return _iso(dt.datetime.fromisoformat, value, place)
    if hint is dt.date and isinstance(value, str) and "T" not in value:
        return _iso(dt.date.fromisoformat, value, place)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if hint in (str, int, float, bool) and type(value) is hint:
        return value
    raise RecordError(f"{place}: a {getattr(hint, '__name__', hint)} is wanted, not {quoted(value)}")


def _iso(read: Any, value: str, place: str) -> Any:
    try:
        return read(value)
    except ValueError:
        raise RecordError(f"{place}: {quoted(value)} is no date") from None


@cache
def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) that every `Article.to_dict()` is valid against.

    >>> json_schema()["title"], json_schema()["properties"]["tags"]["type"]
    ('Article', 'array')
    """
    definitions: dict[str, Any] = {}
    article = _object(records.Article, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Article",
        **article,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = _hints(cls)
    return {
        "type": "object",
        "description": (cls.__doc__ or "").strip().split("\n")[0],
        "properties": {name: _schema(hints[name], definitions) for name in _names(cls)},
        "required": [name for name in _names(cls)],
        "additionalProperties": False,
    }


_SCALARS: Final[dict[Any, dict[str, Any]]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    dt.datetime: {"type": "string", "pattern": _DATETIME},
    dt.date: {"type": "string", "pattern": _DATE},
}


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return {"anyOf": [_schema(entry, definitions) for entry in typing.get_args(hint)]}
    if origin is tuple:
        return {"type": "array", "items": _schema(typing.get_args(hint)[0], definitions)}
    if attrs.has(hint):
        name = hint.__name__
        if name not in definitions:
            definitions[name] = {}
            definitions[name] = _object(hint, definitions)
        return {"$ref": f"#/$defs/{name}"}
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return {"type": "string", "enum": [member.value for member in hint]}
    return dict(_SCALARS[hint])
