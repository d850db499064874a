"""Everything that the head states about the record's fields, used or not; `explain` shows it beside
each field."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from newsparse.read.statements import HeadStatement, HeadStatements
from newsparse.records import Evidence
from newsparse.textual import squeeze

_MOST_STATEMENTS: Final = 8
"""Statements kept of one field; a page with more repeats itself."""


@attrs.frozen
class Asked:
    """Where the head may speak of one field of `Article`: keys of the story's JSON-LD, then names
    of `meta`."""

    field: str
    items: tuple[tuple[str, ...], ...] = ()
    metas: tuple[str, ...] = ()


ASKED: Final = (
    Asked("masthead", (("publisher", "name"),), ("og:site_name", "application-name")),
    Asked(
        "headline",
        (("headline",), ("alternativeHeadline",)),
        ("og:title", "twitter:title", "dc.title"),
    ),
    Asked("deck", (("description",),), ("og:description", "description", "twitter:description")),
    Asked(
        "bylines",
        (("author",), ("creator",)),
        ("author", "article:author", "dc.creator", "byl", "parsely-author"),
    ),
    Asked("dateline", (("dateline",), ("contentLocation", "name"))),
    Asked(
        "published",
        (("datePublished",), ("dateCreated",)),
        ("article:published_time", "datepublished", "pubdate", "date", "dc.date"),
    ),
    Asked(
        "updated",
        (("dateModified",),),
        ("article:modified_time", "og:updated_time", "datemodified", "last-modified"),
    ),
    Asked("captions", (("image", "caption"), ("image", "creditText"))),
    Asked("section", (("articleSection",),), ("article:section", "section", "parsely-section")),
    Asked("tags", (("keywords",),), ("news_keywords", "article:tag", "keywords")),
    Asked("language", (("inLanguage",),), ("content-language", "og:locale")),
    Asked("canonical_url", (("url",),), ("og:url",)),
    Asked("is_free", (("isAccessibleForFree",),), ("article:content_tier",)),
)
"""The statements looked for, by field."""


def stated(statements: HeadStatements) -> tuple[Evidence, ...]:
    """What the head states of each field, in the order it would be asked."""
    return tuple(
        Evidence(asked.field, _printed(statement.value), statement.source)
        for asked in ASKED
        for statement in _said(statements, asked)
    )


def _printed(value: Any) -> str:
    """A leaf as `newsparse.locate` gives it, white space folded."""
    return squeeze(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _said(statements: HeadStatements, asked: Asked) -> list[HeadStatement]:
    found: dict[tuple[str, str | None], HeadStatement] = {}
    for statement in _asked(statements, asked):
        named = _named(statement)
        if named is not None and named.text:
            found.setdefault((named.text, named.source.where), named)
        if len(found) == _MOST_STATEMENTS:
            break
    return list(found.values())


def _asked(statements: HeadStatements, asked: Asked) -> Iterator[HeadStatement]:
    for path in asked.items:
        yield from statements.item(statements.story, *path)
    yield from statements.meta(*asked.metas)
    title = statements.title() if asked.field == "headline" else None
    if title is not None:
        yield title
    canonical = statements.canonical() if asked.field == "canonical_url" else None
    if canonical is not None:
        yield canonical


def _named(statement: HeadStatement) -> HeadStatement | None:
    """A statement as a leaf: of an object, its name."""
    value: Any = statement.value
    if isinstance(value, Mapping):
        name = value.get("name")
        if not isinstance(name, str):
            return None
        return HeadStatement(
            name, attrs.evolve(statement.source, where=f"{statement.source.where}/name")
        )
    return None if isinstance(value, list) else statement
