"""From a row of a table back to an article: Parquet rows in whatever form a library hands them out,
and JSON lines.

What `newsparse batch` writes, and what `Article.from_row` reads: a row has the fields of the
record, and beside them columns for people who query the table.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from typing import Any, Final

from newsparse.errors import RecordError, quoted

DETAIL: Final = "_detail"
"""Suffix of the column that has a date exactly as the page states it, beside the timestamp."""
DATES: Final = ("published", "updated")
"""Dates of an article that have a timestamp column."""
_NESTED: Final = ("bylines", "body")
"""Columns that every nested row has and no flat row."""
_MISSING: Final = frozenset(("NAType", "NaTType"))
"""Types of pandas that stand for a missing value."""


def record_of_row(row: Any, fields: Iterable[str]) -> dict[str, Any]:
    """The record in a row, as `Article.from_dict` takes it; `fields` are the names of its fields.

    `row` is a dict, or a row of pandas, polars or Spark: one of the nested Parquet output, a line
    of the JSONL output or of `newsparse parse`, or a row of the SQLite output. Raises `RecordError`
    for a row without a record, and for a flat row, which does not contain the whole record.

    >>> record_of_row({"path": "a.html", "bylines": [], "body": []}, ("bylines", "body"))
    {'bylines': [], 'body': []}
    """
    values = _mapping(row)
    if isinstance(values.get("article"), Mapping):
        return dict(values["article"])
    if isinstance(values.get("record"), str):
        return dict(json.loads(values["record"]))
    error = _plain(values.get("error"))
    if error or ("article" in values and _plain(values["article"]) is None):
        raise RecordError(f"the row has no record: {quoted(error, 200)}")
    if not all(name in values for name in _NESTED):
        raise RecordError(
            "the row does not contain a whole record, as the nested Parquet, JSONL and SQLite "
            f"outputs do; its columns are {quoted(', '.join(map(str, values)), 200)}"
        )
    record = {name: _plain(values[name]) for name in fields if name in values}
    for name in DATES:
        if name + DETAIL in values:
            record[name] = _plain(values[name + DETAIL])
    return record


def _mapping(row: Any) -> Mapping[str, Any]:
    """A row as a mapping: pandas, Spark and named tuples have methods for it."""
    if isinstance(row, Mapping):
        return row
    for method, arguments in (("asDict", (True,)), ("to_dict", ()), ("_asdict", ())):
        if hasattr(row, method):
            found: Mapping[str, Any] = getattr(row, method)(*arguments)
            return found
    raise RecordError(f"a row is a dict, or a row of a data frame, not {quoted(row)}")


def _plain(value: Any) -> Any:
    """A value of a row as `Article.from_dict` takes it."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, Mapping):
        return _plain_mapping(value)
    if isinstance(value, (list, tuple)):
        return [_plain(entry) for entry in value]
    if type(value).__name__ in _MISSING:
        return None
    if hasattr(value, "tolist"):  # numpy's arrays and scalars
        return _plain(value.tolist())
    return value


def _number(value: float) -> float | None:
    """A number of a row: pandas turns whole numbers into floats, and None into NaN, where some
    are missing.
    """
    if math.isnan(value):
        return None
    return int(value) if value.is_integer() else value


def _plain_mapping(value: Mapping[str, Any]) -> Any:
    if "precision" in value:
        return int(value["iso"]) if value["precision"] == "year" else value["iso"]
    return {name: _plain(entry) for name, entry in value.items()}


def without_sources(value: Any) -> Any:
    """JSON-ready values of a record without what they were read from: `raw`, `source` and the
    evidence.

    `Article.from_dict` takes the result; the article then has no sources.

    >>> without_sources({"text": "Rain", "raw": "Rain", "source": {"origin": "dom"}})
    {'text': 'Rain'}
    """
    if isinstance(value, dict):
        return {
            name: without_sources(entry)
            for name, entry in value.items()
            if name not in SOURCE_FIELDS
        }
    return [without_sources(entry) for entry in value] if isinstance(value, list) else value


SOURCE_FIELDS: Final = frozenset(("raw", "source", "evidence"))
"""Fields that say what a value was read from."""
