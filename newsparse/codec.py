"""Records to JSON-ready values and back, and their JSON Schema, all from the types of the fields.

`_SCALARS` defines the schema of each scalar type. The rest follows from the annotations of the
attrs classes, so a new field needs no change here.
"""

from __future__ import annotations

import datetime as dt
import enum
import json
import math
import re
import types
import typing
from functools import cache
from typing import Any, Final, TypeVar

import attrs

from newsparse.errors import RecordError, quoted

Record = TypeVar("Record")

_DATE: Final = r"^\d{4}-\d{2}-\d{2}$"
_DATETIME: Final = (
    r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[+-]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$"
)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_LONGEST_SHOWN_TEXT: Final = 60
"""Characters of a text in the repr of a record."""
_NOT_SHOWN: Final = frozenset(("source", "evidence", "caption", "confidences"))
"""Fields that say where others were read, and the caption of a picture, which the article has
too."""
_MOST_SHOWN_RECORDS: Final = 1
_MOST_SHOWN_VALUES: Final = 3
"""Entries of a tuple in the repr of a record."""


def to_dict(record: Any) -> dict[str, Any]:
    """A record as JSON-ready values: dicts, lists, str, int, float, bool and None.

    >>> from newsparse.records import Link
    >>> to_dict(Link(0, 4, "https://a.example/"))
    {'start': 0, 'end': 4, 'href': 'https://a.example/'}
    """
    return {name: _plain(getattr(record, name)) for name in _names(record.__class__)}


def to_json(record: Any, *, indent: int | None = None) -> str:
    """A record as JSON text that can be encoded as UTF-8: lone surrogates are escaped.

    >>> from newsparse.records import Link
    >>> to_json(Link(0, 1, chr(0xD800)))
    '{"start": 0, "end": 1, "href": "\\\\ud800"}'
    """
    text = json.dumps(to_dict(record), ensure_ascii=False, indent=indent)
    return _SURROGATE.sub(_escaped, text)


def _escaped(surrogate: re.Match[str]) -> str:
    return f"\\u{ord(surrogate.group()):04x}"


def from_json(cls: type[Record], text: str) -> Record:
    """The record of class `cls` in a JSON text; raises `RecordError` as `from_dict` does."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError, TypeError) as error:
        raise RecordError(f"{quoted(text)} is not JSON: {error}") from None
    return from_dict(cls, value)


def from_dict(cls: type[Record], value: Any) -> Record:
    """The record of class `cls` in a dict; raises `RecordError` if it holds none.

    >>> from newsparse.records import Link
    >>> from_dict(Link, {"start": 0, "end": 4, "href": "x"})
    Link(start=0, end=4, href='x')
    """
    return typing.cast(Record, _typed(value, cls, cls.__name__))


def evolve(record: Record, changes: dict[str, Any]) -> Record:
    """A copy of a record with some fields changed; raises `RecordError` for an unknown field."""
    cls: Any = type(record)
    unknown = set(changes) - set(_names(cls))
    if unknown:
        raise RecordError(f"{cls.__name__} has no field {quoted(min(unknown))}")
    return attrs.evolve(record, **changes)  # type: ignore[misc]


def brief(record: Any) -> str:
    """A record in a line or two, without defaults, sources, `confidences`, and a `raw` equal to the
    text.

    >>> from newsparse.records import Author, Byline
    >>> brief(Byline((Author("Ada Lin"),), raw="By Ada Lin"))
    "Byline(authors=(Author(name='Ada Lin'),), raw='By Ada Lin')"
    """
    cls = type(record)
    shown = []
    for field in attrs.fields(cls):
        value = getattr(record, field.name)
        if field.default is not attrs.NOTHING and (
            value == field.default or field.name in _NOT_SHOWN
        ):
            continue
        if field.name == "raw" and field.default == "" and value == _printed(record):
            continue
        shown.append(f"{field.name}={_shown(value)}")
    return f"{cls.__name__}({', '.join(shown)})"


def _printed(record: Any) -> Any:
    """What `raw` only repeats: the text, or the address of a picture."""
    return getattr(record, "text", getattr(record, "url", None))


def _shown(value: Any) -> str:
    """A value of a field, shortened."""
    if isinstance(value, enum.Enum):
        return repr(value.value)
    if isinstance(value, str):
        return quoted(value, _LONGEST_SHOWN_TEXT)
    if isinstance(value, dt.date):
        return value.isoformat()
    if not isinstance(value, tuple):
        return repr(value)
    holds_records = bool(value) and attrs.has(type(value[0]))
    most = _MOST_SHOWN_RECORDS if holds_records else _MOST_SHOWN_VALUES
    entries = [_shown(entry) for entry in value[:most]]
    if len(value) > most:
        entries.append(f"… {len(value) - most} more")
    return f"({', '.join(entries)}{',' if len(value) == 1 else ''})"


@cache
def _names(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(cls))


@cache
def _hints(cls: Any) -> dict[str, Any]:
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
    """`value` converted to the type `hint`; an error names `place`."""
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return _one_of(value, typing.get_args(hint), place)
    if origin is tuple:
        if not isinstance(value, (list, tuple)):
            raise RecordError(f"{place}: expected a list, not {quoted(value)}")
        return tuple(
            _typed(entry, typing.get_args(hint)[0], f"{place}[{at}]")
            for at, entry in enumerate(value)
        )
    if attrs.has(hint):
        return _record(value, hint, place)
    return _leaf(value, hint, place)


def _record(value: Any, cls: type, place: str) -> Any:
    if not isinstance(value, dict):
        raise RecordError(f"{place}: expected an object, not {quoted(value)}")
    unknown = set(value) - set(_names(cls))
    if unknown:
        raise RecordError(f"{place}: {cls.__name__} has no field {quoted(min(unknown, key=repr))}")
    hints = _hints(cls)
    try:
        return cls(
            **{name: _typed(entry, hints[name], f"{place}.{name}") for name, entry in value.items()}
        )
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
    raise problem or RecordError(f"{place}: {quoted(value)} has none of the expected types")


def _preference(hint: Any) -> int:
    """The order of trial: datetime before date, as each datetime is a date too."""
    return {dt.datetime: 0, dt.date: 1}.get(hint, 2)


def _leaf(value: Any, hint: Any, place: str) -> Any:
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        try:
            return hint(value)
        except ValueError:
            raise RecordError(f"{place}: {quoted(value)} is not a {hint.__name__}") from None
    if hint is dt.datetime and isinstance(value, str) and "T" in value:
        return _iso(dt.datetime.fromisoformat, _DATETIME, value, place)
    if hint is dt.date and isinstance(value, str) and "T" not in value:
        return _iso(dt.date.fromisoformat, _DATE, value, place)
    if hint is float and type(value) in (int, float) and abs(value) < math.inf:
        return float(value)
    if hint in (str, int, bool) and type(value) is hint:
        return value
    raise RecordError(f"{place}: expected {getattr(hint, '__name__', hint)}, not {quoted(value)}")


def _iso(read: Any, form: str, value: str, place: str) -> Any:
    """The date or datetime in a text of exactly the form that the schema states."""
    try:
        if re.match(form, value):
            return read(value)
    except ValueError:
        pass
    raise RecordError(f"{place}: {quoted(value)} is not a date")


def json_schema(cls: type) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record class: what `to_dict` returns is valid against it.

    >>> from newsparse.records import Link
    >>> schema = json_schema(Link)
    >>> schema["title"], schema["properties"]["start"]["type"]
    ('Link', 'integer')
    """
    definitions: dict[str, Any] = {}
    described = _object(cls, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": cls.__name__,
        **described,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = _hints(cls)
    return {
        "type": "object",
        "description": (cls.__doc__ or "").strip().split("\n")[0],
        "properties": {name: _schema(hints[name], definitions) for name in _names(cls)},
        "required": list(_names(cls)),
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
