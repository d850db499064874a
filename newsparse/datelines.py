"""Datelines: where a story was filed, at the head of its first paragraph.

The forms are those of the Associated Press Stylebook (city in capitals, state in normal case where
the city does not stand alone, agency in brackets, dash) and their local and foreign variants.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsparse.dates import find_dates
from newsparse.lexicon import places
from newsparse.lexicon.agencies import agency_of
from newsparse.lexicon.calendar import MONTHS
from newsparse.records import Dateline, Origin, Source

_HEAD: Final = 120
"""Characters of a paragraph that a dateline may take."""
_UPPER = r"[A-ZÀ-ÞΑ-ΩА-ЯЁІЇЄҐŁŚŻŹĆŃŘŠČŽĚŮĎŤŇĽĹŔŐŰİĞŞ]"


def parse_dateline(text: str) -> Dateline | None:
    """The dateline that a paragraph begins with, None where it begins with none.

    By AP style a city in capitals is followed by its state in normal case unless it stands alone
    (`newsparse.lexicon.places.ALONE`); either way `place` is what is printed.

    >>> dateline = parse_dateline("SPOKANE, Wash. (AP) — The river rose.")
    >>> dateline.place, dateline.agency, dateline.raw
    ('SPOKANE, Wash.', 'AP', 'SPOKANE, Wash. (AP)')
    >>> parse_dateline("LONDON, March 4 (Reuters) - Shares fell.").place
    'LONDON'
    >>> parse_dateline("NEW DELHI: The court said").place
    'NEW DELHI'
    >>> parse_dateline("NASA said on Monday") is None
    True
    """
    head = text[:_HEAD]
    for pattern in _forms():
        match = pattern.match(head)
        if match is not None:
            found = _dateline(match, text)
            if found is not None:
                return found
    return None


@cache
def _month_words() -> str:
    words = {form for months in MONTHS.values() for names in months.split(" | ") for form in names.split() if len(form) > 2}
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    place = rf"(?P<place>{_UPPER}[\w'’.\-]*(?:[ /\u00a0]+(?:and\s+)?(?:{_UPPER}[\w'’.\-]*|de|del|la|el|of|am|an|der|upon|sur|di|da|do|y|i|na|bei))*(?:,\s*(?:{_UPPER}[\w'’.]*\.?)(?:\s{_UPPER}[\w'’.]*){{0,2}})?)"
    date = rf"(?P<date>(?:(?:{_month_words()})\.?\s+\d{{1,2}}|\d{{1,2}}\.?\s*(?:de\s+)?(?:{_month_words()})\.?)(?:,?\s*\d{{4}})?)"
    agency = r"\(\s*(?P<agency>[^()]{2,40}?)\s*\)"
    dash = r"\s*(?P<mark>[–—―−]|--+|-(?=\s|[A-Z]))\s*"
    return (
        re.compile(rf"^\s*{place}[,.]?\s*{date}[,.]?\s*{agency}\s*(?:{dash}|[:.]\s*|(?=\s))"),
        re.compile(rf"^\s*{place}[,.]?\s*{agency}\s*(?:{dash}|[:.]\s*|(?=\s))"),
        re.compile(rf"^\s*{place},\s*{date}\s*{dash}"),
        re.compile(rf"^\s*(?P<place>){agency}{dash}"),
        re.compile(rf"^\s*{place}{dash}"),
        re.compile(rf"^\s*{place}\s*(?P<mark>:)\s+"),
        re.compile(rf"^\s*{place}(?P<mark>\.)\s+(?={_UPPER}|[„\"“»«])"),
    )


def _dateline(match: re.Match[str], text: str) -> Dateline | None:
    groups = match.groupdict()
    place = (groups.get("place") or "").strip(" ,")
    agency = (groups.get("agency") or "").strip()
    if agency and agency_of(agency) is None and not all(agency_of(part.strip()) for part in re.split(r"[/,]| and | und ", agency)):
        return None
    if place and not is_place(place, groups.get("mark") or "", bool(agency or groups.get("date"))):
        return None
    if not place and not agency:
        return None
    end = max(match.end(name) for name in ("place", "agency", "date") if groups.get(name))
    if groups.get("agency") and end == match.end("agency"):
        end += text[end:].find(")") + 1
    start = len(text) - len(text.lstrip())
    date = next(find_dates(groups["date"]), None) if groups.get("date") else None
    return Dateline(
        place=place,
        agency=agency or None,
        date=None if date is None else (date.moment if not hasattr(date.moment, "hour") else date.moment.date()),
        raw=text[start:end].rstrip(" ,"),
        source=Source(Origin.TEXT, start, start + len(text[start:end].rstrip(" ,"))),
    )


def is_place(text: str, mark: str, vouched: bool) -> bool:
    """Whether the words before a dateline's mark are a place.

    A dash vouches for capitals and for known cities, a colon or a full stop for known cities only; an
    agency or a date in the dateline vouches for anything shaped like a place.
    """
    if len(text) > 60 or len(text.split()) > 8:
        return False
    city, _, region = text.partition(",")
    city = city.strip()
    cities = [part.strip() for part in re.split(r"/| and ", city)]
    known = all(part.casefold() in places.CITIES for part in cities)
    state = bool(region.strip()) and region.strip(" .").casefold().replace(".", "") in places.REGIONS
    letters = [letter for letter in city if letter.isalpha()]
    capitals = len(letters) > 2 and all(letter.isupper() for letter in letters)
    if known or state:
        return mark in ("–", "—", "―", "−", "--", "-", "") or vouched or mark == ":" and (capitals or known and len(cities) == 1) or mark == "." and known
    if vouched:
        return len(letters) > 2
    if not capitals or city.casefold() in places.NO_CITY:
        return False
    return mark in ("–", "—", "―", "--", "-") and len(city.split()) <= 4 or mark == ":" and len(city.split()) <= 3 and len(letters) > 3 and False
