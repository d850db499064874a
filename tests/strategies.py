"""Hypothesis strategies: records of every class, from their annotations, and pages from a small grammar."""

from __future__ import annotations

import datetime as dt
import enum
import inspect
import types
import typing
from functools import cache
from itertools import pairwise
from typing import Any

import attrs
from hypothesis import strategies as st

from newsparse import records

RECORDS = tuple(
    value
    for value in vars(records).values()
    if inspect.isclass(value) and attrs.has(value) and value.__module__ == records.__name__
)
"""Every record class."""

_TEXT = st.text(st.characters(exclude_categories=[]), max_size=20).filter(
    lambda text: not _joins(text)
)
_OFFSETS = st.integers(-1439, 1439).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
_MOMENTS = st.datetimes(timezones=st.none() | _OFFSETS, allow_imaginary=False).map(
    lambda moment: moment.replace(fold=0)
)
_LEAVES: dict[Any, st.SearchStrategy[Any]] = {
    str: _TEXT,
    int: st.integers(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    type(None): st.none(),
    dt.datetime: _MOMENTS,
    dt.date: st.dates(),
}


def _joins(text: str) -> bool:
    """Whether two halves of a surrogate pair are next to each other. In JSON they become one character."""
    return any(
        "\ud800" <= one <= "\udbff" and "\udc00" <= other <= "\udfff"
        for one, other in pairwise(text)
    )


@cache
def records_of(cls: type) -> st.SearchStrategy[Any]:
    """Records of a class, with every field generated from its annotation."""
    hints = typing.get_type_hints(cls)
    return st.builds(
        cls, **{field.name: values_of(hints[field.name]) for field in attrs.fields(cls)}
    )


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Values that match an annotation."""
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return st.one_of([values_of(entry) for entry in typing.get_args(hint)])
    if origin is tuple:
        return st.lists(values_of(typing.get_args(hint)[0]), max_size=2).map(tuple)
    if attrs.has(hint):
        return st.deferred(lambda: records_of(hint))
    if inspect.isclass(hint) and issubclass(hint, enum.Enum):
        return st.sampled_from(list(hint))
    return _LEAVES[hint]
