"""Signatures of Korean pages: a name, a role and an equals sign before the story's first words."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsparse.lexicon.agencies import agency_of
from newsparse.lexicon.languages import spoken
from newsparse.records import Author, Byline, Origin, Place, Source
from newsparse.textual import any_of

_LONGEST_OPENING: Final = 60
"""Characters of the first paragraph among which its reporters may be named."""
_BETWEEN: Final = re.compile(r"\s?[·,]\s?")


def hangul_opening(text: str) -> Byline | None:
    """The reporters whom the first words of a story name, with the house before them.

    >>> found = hangul_opening("(서울=연합뉴스) 홍길동 기자 = 다리가 다시 열렸다.")
    >>> found.names, found.agency, found.authors[0].role
    (('홍길동',), '연합뉴스', '기자')
    >>> found.place.name
    '서울'
    >>> hangul_opening("기자들이 다리에 모였다.") is None
    True
    """
    match = _opening().match(text[:_LONGEST_OPENING])
    if match is None:
        return None
    start, authors = match.start("names"), []
    for name in _BETWEEN.split(match["names"]):
        at = text.index(name, start)
        start = at + len(name)
        source = Source(Origin.TEXT, at, start)
        authors.append(Author(name, role=match["role"].strip(), raw=name, source=source))
    house = match["house"] if match["house"] and agency_of(match["house"]) is not None else None
    begin, end = match.start("names"), match.end("role")
    return Byline(
        tuple(authors),
        house,
        place=_place(match),
        raw=text[begin:end],
        source=Source(Origin.TEXT, begin, end),
    )


def _place(match: re.Match[str]) -> Place | None:
    """The place that stands before the equals sign of the bracket."""
    name = match["place"]
    if name is None:
        return None
    return Place(name, raw=name, source=Source(Origin.TEXT, *match.span("place")))


@cache
def _opening() -> re.Pattern[str]:
    roles = any_of(
        role for role in spoken(lambda one: one.roles) if "\uac00" <= role[0] <= "\ud7af"
    )
    name = "[\uac00-\ud7af]{2,4}"
    return re.compile(
        r"\s?[(\[【]?\s?(?:(?P<place>[\uac00-\ud7af·]{2,12})\s?=\s?)?(?P<house>[\uac00-\ud7afA-Za-z]{2,12})?[)\]】]?"
        rf"\s?(?P<names>{name}(?:\s?[·,]\s?{name}){{0,4}})\s?(?P<role>{roles})\s?[)\]】]?\s?=\s"
    )
