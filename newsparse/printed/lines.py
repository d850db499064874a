"""Bylines, datelines and credits as printed, cut into their fields.

A line is cut as it was printed if it holds each field in the order of the record. Otherwise it is
composed from the fields.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsparse.printed.chars import clean

if TYPE_CHECKING:
    from newsparse.records import Article, Byline, Credit, Dateline, Moment

PERSON, ROLE, EMAIL, AGENCY, PLACE, PLAIN = "person", "role", "email", "agency", "place", ""
Pieces = tuple[tuple[str, str], ...]
"""Pairs of kind and words in printed order; `PLAIN` is the kind of what is between fields."""


def byline(line: Byline) -> Pieces:
    """A byline in pieces.

    >>> from newsparse.records import Author, Byline
    >>> byline(Byline((Author("Ada Lin"),), "AP", raw="By Ada Lin, AP"))
    (('', 'By '), ('person', 'Ada Lin'), ('', ', '), ('agency', 'AP'))
    """
    fields = [
        (kind, value)
        for author in line.authors
        for kind, value in ((PERSON, author.name), (ROLE, author.role), (EMAIL, author.email))
    ]
    return _cut(line.raw, _worded([*fields, (AGENCY, line.agency)]), "By " if line.authors else "")


def dateline(line: Dateline) -> Pieces:
    """A dateline in pieces.

    >>> from newsparse.records import Dateline
    >>> dateline(Dateline("SPOKANE, Wash.", "AP", raw="SPOKANE, Wash. (AP)"))
    (('place', 'SPOKANE, Wash.'), ('', ' ('), ('agency', 'AP'), ('', ')'))
    """
    return _cut(line.raw, _worded([(PLACE, line.place), (AGENCY, line.agency)]))


def credit(line: Credit) -> Pieces:
    """A picture credit in pieces."""
    return _cut(
        line.raw,
        _worded(
            [*((PERSON, name) for name in line.names), *((AGENCY, name) for name in line.agencies)]
        ),
    )


def words(pieces: Pieces) -> str:
    """The pieces joined to a line."""
    return "".join(text for _, text in pieces)


def byline_text(line: Byline) -> str:
    """A byline as printed; composed if the record holds no printed line."""
    return clean(line.raw).strip() or words(byline(line))


def dateline_text(line: Dateline) -> str:
    """A dateline as printed."""
    return clean(line.raw).strip() or words(dateline(line))


def credit_text(line: Credit | None) -> str:
    """A credit as printed; "" for None."""
    return "" if line is None else clean(line.raw).strip() or words(credit(line))


def agencies(article: Article) -> tuple[str, ...]:
    """The agencies of bylines and dateline, each once."""
    named = [
        *(line.agency for line in article.bylines),
        article.dateline.agency if article.dateline else None,
    ]
    return tuple(dict.fromkeys(name for name in named if name))


def moment(value: Moment | int | None) -> str:
    """A date or datetime in ISO 8601, a year as four digits, "" for None.

    >>> moment(dt.date(1883, 5, 19)), moment(1883), moment(None)
    ('1883-05-19', '1883', '')
    """
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, dt.date) else f"{value:04d}"


def _worded(fields: Sequence[tuple[str, str | None]]) -> list[tuple[str, str]]:
    return [(kind, words) for kind, value in fields if (words := clean(value or "").strip())]


def _cut(raw: str, fields: Sequence[tuple[str, str]], opening: str = "") -> Pieces:
    line = clean(raw).strip()
    found = _found(line, fields)
    if found is None:
        return _composed(fields, opening)
    pieces: list[tuple[str, str]] = []
    at = 0
    for start, end, kind in found:
        pieces += [(PLAIN, line[at:start]), (kind, line[start:end])]
        at = end
    return tuple(piece for piece in (*pieces, (PLAIN, line[at:])) if piece[1])


def _found(line: str, fields: Sequence[tuple[str, str]]) -> list[tuple[int, int, str]] | None:
    """The spans of the fields in a line; None if one is missing or a kind is in another order."""
    taken: list[tuple[int, int, str]] = []
    for kind, value in sorted(fields, key=lambda field: -len(field[1])):
        start = line.find(value)
        while start >= 0 and any(
            start < end and begin < start + len(value) for begin, end, _ in taken
        ):
            start = line.find(value, start + 1)
        if start < 0:
            return None
        taken.append((start, start + len(value), kind))
    taken.sort()
    printed = [(kind, line[start:end]) for start, end, kind in taken]
    kinds = {kind for kind, _ in fields}
    in_order = all(
        [text for one, text in printed if one == kind]
        == [text for one, text in fields if one == kind]
        for kind in kinds
    )
    return taken if in_order else None


def _composed(fields: Sequence[tuple[str, str]], opening: str) -> Pieces:
    pieces: list[tuple[str, str]] = []
    for field in fields:
        pieces += [(PLAIN, ", " if pieces else opening), field]
    return tuple(piece for piece in pieces if piece[1])
