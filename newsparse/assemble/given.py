"""What the caller knows, put into the page before it is read and into the record afterwards."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

import attrs

from newsparse.assemble.about import declared_language
from newsparse.assemble.context import AssemblyContext
from newsparse.known import Known
from newsparse.page import Page
from newsparse.read.statements import HeadStatements
from newsparse.records import Article, Author, Byline, Evidence, Masthead, Moment, Origin, Source

_REASON: Final = "the caller knows it"
_SAMPLE: Final = 20_000
"""Characters of a page that a function for languages is given."""


def language_of(page: Page, known: Known) -> str | None:
    """The language that the caller knows; None where it is unknown, or where the page states one
    that counts more."""
    if known.use == "default" and _states_language(page):
        return None
    if known.language is None or isinstance(known.language, str):
        return known.language
    return known.language("\n".join(block.text for block in page.blocks)[:_SAMPLE])


def _states_language(page: Page) -> bool:
    return bool(page.head.language) or declared_language(HeadStatements(page)) is not None


def with_language(page: Page, language: str | None) -> Page:
    """The page, read as one in this language."""
    if language is None:
        return page
    return attrs.evolve(page, head=attrs.evolve(page.head, language=language))


def completed(article: Article, context: AssemblyContext) -> Article:
    """The record with what the caller knows in its fields."""
    known, language = context.known, context.known_language
    if known is None:
        return article
    values: dict[str, Any] = {
        "published": known.published,
        "updated": known.updated,
        "section": known.section,
    }
    given = {
        field: value
        for field, value in values.items()
        if value is not None and _counts(article, field, known)
    }
    if language is not None:
        given["language"] = language
    records = _records(article, known)
    evidence = (
        *(one for one in article.evidence if one.article_field not in (*given, *records)),
        *(_evidence(field, value) for field, value in given.items()),
    )
    return attrs.evolve(article, **given, **records, evidence=evidence)


def _records(article: Article, known: Known) -> dict[str, Any]:
    """The fields that are records of their own."""
    found: dict[str, Any] = {}
    if known.authors and _counts(article, "bylines", known):
        authors = tuple(Author(name, raw=name, source=_at("authors")) for name in known.authors)
        raw = ", ".join(known.authors)
        found["bylines"] = (Byline(authors, raw=raw, source=_at("authors")),)
    if known.masthead is not None and _counts(article, "masthead", known):
        name = known.masthead
        found["masthead"] = Masthead(name, raw=name, source=_at("masthead"))
    return found


def _counts(article: Article, field: str, known: Known) -> bool:
    """Whether what the caller knows of a field counts."""
    return known.use == "override" or not getattr(article, field)


def _evidence(field: str, value: Moment | str) -> Evidence:
    raw = value.isoformat() if isinstance(value, dt.date) else value
    return Evidence(field, raw, _at(field))


def _at(field: str) -> Source:
    return Source(Origin.CALLER, where=f"known#{field}", reason=_REASON)
