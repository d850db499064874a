"""`Known`: what the caller knows of a page before it is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, TypeAlias

import attrs

from newsparse.errors import InputError, quoted

Use: TypeAlias = Literal["default", "override"]
"""Whether what the caller knows fills what the page leaves open, or replaces what it says."""
LanguageOf: TypeAlias = Callable[[str], str | None]
"""A function from the text of a page to its language tag, or to None."""


def _names(value: Any) -> tuple[str, ...]:
    """The names of authors: one string, or several."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Iterable):
        names = tuple(value)
        if all(isinstance(name, str) for name in names):
            return names
    raise InputError(f"authors must be a name or several, not {quoted(value)}")


def _is_moment(_: Known, field: attrs.Attribute[Any], value: object) -> None:
    if value is not None and not isinstance(value, dt.date):
        raise InputError(f"{field.name} must be a date or datetime, not {quoted(value)}")


def _is_text(_: Known, field: attrs.Attribute[Any], value: object) -> None:
    if value is not None and not (isinstance(value, str) and value.strip()):
        raise InputError(f"{field.name} must be a str that is not empty, not {quoted(value)}")


def _is_language(known: Known, field: attrs.Attribute[Any], value: object) -> None:
    if not callable(value):
        _is_text(known, field, value)


def _is_use(_: Known, field: attrs.Attribute[Any], value: object) -> None:
    if value not in ("default", "override"):
        raise InputError(f'use must be "default" or "override", not {quoted(value)}')


@attrs.frozen
class Known:
    """What the caller knows of a page, from a feed, a sitemap or an archive.

    With `use="default"` a value fills a field that the page leaves open; with `use="override"` it
    replaces what the page says. The record says of such a value that it is from the "caller". The
    names of authors help to read the printed byline in both cases. Raises `InputError` for a value
    of a wrong type.

    >>> import newsparse
    >>> page = "<h1>Rain falls</h1><p>It rained on Exampleton all day, the council said.</p>"
    >>> article = newsparse.parse(page, known=Known(published=dt.date(2024, 3, 12)))
    >>> str(article.published), article.evidence[-1].source.origin.value
    ('2024-03-12', 'caller')
    """

    published: dt.datetime | dt.date | None = attrs.field(default=None, validator=_is_moment)
    updated: dt.datetime | dt.date | None = attrs.field(default=None, validator=_is_moment)
    authors: tuple[str, ...] = attrs.field(default=(), converter=_names)
    language: str | LanguageOf | None = attrs.field(default=None, validator=_is_language)
    """A language tag, or a function that is asked with the text of the page."""
    masthead: str | None = attrs.field(default=None, validator=_is_text)
    """The name of the paper."""
    section: str | None = attrs.field(default=None, validator=_is_text)
    url: str | None = attrs.field(default=None, validator=_is_text)
    """The address of the page. The argument `url` of `parse` goes before it."""
    use: Use = attrs.field(default="default", validator=_is_use)

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Known:
        """What a dict of strings knows, as JSON and CSV have it: dates in ISO 8601, authors as a
        list or parted by semicolons. Empty values and other keys do not count. Raises `InputError`
        for a value that cannot be read.

        >>> Known.from_dict({"url": "/rain", "published": "2024-03-12", "authors": "A. Lin; B. Re"})
        ... # doctest: +ELLIPSIS
        Known(published=datetime.date(2024, 3, 12), ... authors=('A. Lin', 'B. Re'), ...)
        """
        if not isinstance(value, Mapping):
            raise InputError(f"what is known of a page is an object, not {quoted(value)}")
        stated = {
            name: value[name]
            for name in attrs.fields_dict(cls)
            if value.get(name) not in (None, "", [], ())
        }
        for name in ("published", "updated"):
            if name in stated:
                stated[name] = _moment(name, stated[name])
        if isinstance(stated.get("authors"), str):
            names = stated["authors"].split(";")
            stated["authors"] = tuple(name.strip() for name in names if name.strip())
        return cls(**stated)


def _moment(field: str, value: Any) -> dt.datetime | dt.date:
    """A date or a datetime in ISO 8601."""
    if isinstance(value, dt.date):
        return value
    try:
        is_day = len(value) <= len("2024-03-12")
        return (dt.date if is_day else dt.datetime).fromisoformat(value)
    except (TypeError, ValueError):
        raise InputError(f"{field} must be a date in ISO 8601, not {quoted(value)}") from None
