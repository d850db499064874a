"""Datelines: where a story was filed, at the head of its first paragraph.

The forms are those of the Associated Press Stylebook (city in capitals, state in normal case where
the city does not stand alone, agency in brackets, dash) and their local and foreign variants.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from typing import Final

import attrs

from newsparse.fields.date_labels import FoundDate
from newsparse.fields.dates import find_dates
from newsparse.lexicon import places
from newsparse.lexicon.agencies import agency_of
from newsparse.lexicon.languages import languages, spoken
from newsparse.records import Dateline, Origin, Source
from newsparse.textual import any_of, normalize

_LONGEST_DATELINE: Final = 120
"""Characters of a paragraph that a dateline may take."""
_LONGEST_PLACE: Final = 60
_MOST_PLACE_WORDS: Final = 8
_SHORTEST_MONTH: Final = 3
"""Letters of the shortest form of a month that a dateline may print."""
_SHORTEST_STORY: Final = 30
"""Characters that must follow a dateline which nothing but its mark vouches for."""
_UPPER = r"[A-ZÀ-ÞΑ-ΩА-ЯЁІЇЄҐŁŚŻŹĆŃŘŠČŽĚŮĎŤŇĽĹŔŐŰİĞŞ]"
_DASHES: Final = frozenset("–—―−") | {"--", "---", "-"}
_RULES: Final = frozenset("–—―−-")
_OPENS: Final = frozenset("(")
_MARKS: Final = _RULES | _OPENS | set(":.月")
"""Characters without which some form or other is out of the question."""
_DIGIT = re.compile(r"\d")
_CASELESS = r"[\u0590-\u08ff\u0900-\u0dff]{2,24}"
_JOINED = re.compile(rf"/| {any_of(spoken(lambda language: language.dateline_joiners))} ")
_AGENCY_PARTS = re.compile(rf"[/,]| {any_of(spoken(lambda one: one.agency_joiners))} ")
_STATION = re.compile(rf"{_UPPER}[\w.'’&-]{{1,20}}(?:\s{_UPPER}[\w.'’&-]{{1,20}}){{0,2}}$")
_WHERE = re.compile(rf"{any_of(spoken(lambda language: language.place_prepositions))}\s$")
"""Words that lead to a place, in the languages that print datelines of unlisted towns most."""
_WIDEST_PREPOSITION: Final = 10
"""Characters before a place among which a word that leads to it is looked for."""


def parse_dateline(text: str, *, around: str = "") -> Dateline | None:
    """The dateline that a paragraph begins with, None where it begins with none.

    By AP style a city in capitals is followed by its state in normal case unless it stands alone
    (`newsparse.lexicon.places.ALONE`, the Stylebook's list); either way `place` is what is printed.
    `around` is text of the same story: a city that no list knows counts if it stands there again.

    >>> dateline = parse_dateline("SPOKANE, Wash. (AP) — The river rose.")
    >>> dateline.place, dateline.agency, dateline.raw
    ('SPOKANE, Wash.', 'AP', 'SPOKANE, Wash. (AP)')
    >>> parse_dateline("LONDON, March 4 (Reuters) - Shares fell.").place
    'LONDON'
    >>> parse_dateline("NEW DELHI: The court said that it would hear the plea.").place
    'NEW DELHI'
    >>> parse_dateline("NASA said on Monday") is None
    True
    """
    return find_dateline(text, lambda: around)


def find_dateline(text: str, around: Callable[[], str]) -> Dateline | None:
    """`parse_dateline`, with the story's text asked for only where a city needs it."""
    head = text[:_LONGEST_DATELINE]
    for form in _forms_with(_MARKS.intersection(head), _DIGIT.search(head) is not None):
        match = _pattern(form.expression).match(head)
        if match is not None:
            found = _dateline(match, text, around, form)
            if found is not None:
                return found
    return None


@attrs.frozen
class Form:
    """One way of printing a dateline."""

    name: str
    expression: str
    """Its pattern, compiled when a line may be of this form: the names of months make it costly."""
    marks: frozenset[str] = frozenset()
    """Characters of which it holds one; empty where it may hold none of a few."""
    dated: bool = False
    """Whether it holds a digit."""
    vouched: bool = False
    """Whether the form alone says that its words are a place: an agency or a date stands in it."""


@cache
def _pattern(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


@cache
def _month_words() -> str:
    words = {
        form
        for language in languages()
        for forms in language.months
        for form in forms
        if len(form) >= _SHORTEST_MONTH
    }
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _forms_with(marks: frozenset[str], dated: bool) -> tuple[Form, ...]:
    """The forms that a line may have which holds these of the marks, and a digit or none."""
    return tuple(
        form
        for form in _forms()
        if (dated or not form.dated) and (not form.marks or form.marks & marks)
    )


@cache
def _forms() -> tuple[Form, ...]:
    word = rf"{_UPPER}[\w'’.\-]{{0,30}}"
    particle = any_of(spoken(lambda language: language.place_particles))
    place = (
        rf"(?P<place>{word}(?:[ /\u00a0]{{1,3}}(?:and\s)?(?:{word}|{particle})){{0,5}}"
        rf"(?:\s?\([^()]{{2,24}}\)(?=\s[–—-]\s{_UPPER}))?"
        rf"(?:,\s?(?:{word})(?:\s{word}){{0,2}}){{0,2}})"
    )
    month = rf"(?i:{_month_words()})"
    date = (
        rf"(?P<date>(?:{month}\.?\s\d{{1,2}}|\d{{1,2}}\.?\s?(?:de\s)?{month}\.?)(?:,?\s?\d{{4}})?)"
    )
    agency = r"\(\s?(?P<agency>[^()]{2,40}?)\s?\)"
    dash = r"\s?(?P<mark>[–—―−]|--{1,2}|-(?=\s|[A-Z]))\s?"
    return (
        Form(
            "place, date, agency",
            rf"\s{{0,3}}{place}[,.]?\s?{date}[,.]?\s?{agency}\s?(?:{dash}|(?P<stop>[:.])|(?=\s))",
            _OPENS,
            dated=True,
            vouched=True,
        ),
        Form(
            "place, agency",
            rf"\s{{0,3}}{place}[,.]?\s?{agency}\s?(?:{dash}|(?P<stop>[:.])|(?=\s))",
            _OPENS,
            vouched=True,
        ),
        Form(
            "place, date", rf"\s{{0,3}}{place},\s?{date}\s?{dash}", _RULES, dated=True, vouched=True
        ),
        Form(
            "agency, place, date",
            rf"\s{{0,3}}{agency}\s?[–—-]\s?{place},?\s(?:{date})?\s?{dash}",
            _OPENS,
            vouched=True,
        ),
        Form("agency", rf"\s{{0,3}}(?P<place>){agency}\s?{dash}", _OPENS),
        Form("place in brackets", rf"\s{{0,3}}\({place}\)\s?{dash}", _OPENS),
        Form(
            "place. agency", rf"\s{{0,3}}{place}\.\s(?P<agency>{_UPPER}{{3,20}})\s?{dash}", _RULES
        ),
        Form(
            "wire, place, date",
            r"\s{0,3}(?P<agency>[\u4e00-\u9fff]{2,4}[社网網報报])(?P<place>[\u4e00-\u9fff]{2,6})"
            r"(?P<date>\d{1,2}月\d{1,2}日)(?P<mark>[电電])",
            frozenset("月"),
            dated=True,
            vouched=True,
        ),
        Form(
            "caseless, agency",
            rf"\s{{0,3}}(?P<place>{_CASELESS}(?:\s{_CASELESS})?)\s?{agency}\s?{dash}",
            _OPENS,
            vouched=True,
        ),
        Form("place, dash", rf"\s{{0,3}}{place}{dash}", _RULES),
        Form("place, colon", rf"\s{{0,3}}{place}\s?(?P<mark>:)\s", frozenset(":")),
        Form(
            "place, full stop",
            rf"\s{{0,3}}{place}(?P<mark>\.)\s(?={_UPPER}|[„\"“»«])",
            frozenset("."),
        ),
        Form("place alone", rf"\s{{0,3}}{place}\s?(?P<mark>[.–—-]?)\s{{0,3}}$"),
        Form(
            "caseless",
            rf"\s{{0,3}}(?P<place>{_CASELESS})(?P<mark>\.|:|\s[–—-])\s",
            _RULES | set(".:"),
        ),
    )


def _dateline(
    match: re.Match[str], text: str, around: Callable[[], str], form: Form
) -> Dateline | None:
    groups = match.groupdict()
    place = (groups.get("place") or "").strip(" ,")
    if form.name == "place alone" and "," not in place:
        place = place.rstrip(".")
    agency = (groups.get("agency") or "").strip()
    mark = groups.get("mark") or groups.get("stop") or ""
    known = bool(agency) and _is_agency(agency)
    if agency and not known and not _is_station(agency, place, mark):
        return None
    if place and not _is_place(place, mark, form, text[match.end() :], around):
        return None
    if not place and not agency:
        return None
    start, end = _bounds(match, text, groups)
    if (
        form.name == "place, full stop"
        and place.rpartition(",")[2].strip().casefold().replace(".", "") in places.SHORT_STATES
    ):
        place, end = f"{place}.", end + 1
    date = next(find_dates(groups["date"]), None) if groups.get("date") else None
    return Dateline(
        place=place,
        agency=agency or None,
        date=_day(date),
        raw=text[start:end],
        source=Source(Origin.TEXT, start, end),
    )


def _day(date: FoundDate | None) -> dt.date | None:
    if date is None:
        return None
    return date.moment.date() if isinstance(date.moment, dt.datetime) else date.moment


def _bounds(match: re.Match[str], text: str, groups: dict[str, str | None]) -> tuple[int, int]:
    """Where the dateline stands, its brackets included and its mark not."""
    taken = [name for name in ("place", "agency", "date") if groups.get(name)]
    start = min(match.start(name) for name in taken)
    end = max(match.end(name) for name in taken)
    if start and text[start - 1] == "(":
        start -= 1
    if text[end : end + 1] == ")":
        end += 1
    elif text[end : end + 2] == " )":
        end += 2
    return start, start + len(text[start:end].rstrip(" ,"))


def _is_agency(text: str) -> bool:
    parts = [part.strip() for part in _AGENCY_PARTS.split(text)]
    return agency_of(text) is not None or (
        any(agency_of(part) is not None for part in parts)
        and all(len(part) <= 24 for part in parts)
    )


def _is_station(text: str, place: str, mark: str) -> bool:
    """Whether brackets after a city, before a dash, name a station or paper that no list knows."""
    if not place or mark not in _DASHES or not _STATION.match(text):
        return False
    letters = [letter for letter in place.partition(",")[0] if letter.isalpha()]
    return (len(letters) > 2 and all(map(str.isupper, letters))) or _is_known(place)


def _is_known(place: str) -> bool:
    """Whether a place's city is on the lists, or its state or country is."""
    city, _, region = place.partition(",")
    cities = [part.strip() for part in _JOINED.split(city)]
    return all(part.casefold() in places.CITIES for part in cities) or _is_region(region)


def _is_region(text: str) -> bool:
    parts = [part.strip(" .").casefold().replace(".", "") for part in text.split(",")]
    return bool(text.strip()) and all(part in places.REGIONS for part in parts)


def _is_place(place: str, mark: str, form: Form, rest: str, around: Callable[[], str]) -> bool:
    """Whether the words before a dateline's mark are a place; one row of `_CUES` must say so."""
    city = place.partition(",")[0].strip()
    letters = [letter for letter in city if letter.isalpha()]
    if (
        len(place) > _LONGEST_PLACE
        or len(place.split()) > _MOST_PLACE_WORDS
        or len(letters) < 2
        or city.casefold().strip(".") in places.NO_CITY
    ):
        return False
    candidate = _Candidate(
        place,
        city,
        mark,
        form,
        rest,
        around,
        len(letters) > 2 and all(letter.isupper() for letter in letters),
    )
    return any(test(candidate) for test in _CUES)


@attrs.frozen
class _Candidate:
    """Words that may be the place of a dateline, and what stands with them."""

    place: str
    city: str
    mark: str
    form: Form
    rest: str
    around: Callable[[], str]
    capitals: bool

    @property
    def dashed(self) -> bool:
        return self.mark in _DASHES

    @property
    def leads(self) -> bool:
        """Whether a story follows."""
        return len(self.rest) >= _SHORTEST_STORY


def _by_form(one: _Candidate) -> bool:
    return one.form.vouched and (
        one.capitals or _is_known(one.place) or (bool(one.mark) and len(one.city.split()) <= 3)
    )


def _by_lists(one: _Candidate) -> bool:
    if one.form.name == "place alone":
        return _is_known(one.place) and len(one.place) > 3
    return _is_known(one.place) and (
        one.mark != ":" or one.capitals or "," in one.place or one.leads
    )


def _by_capitals(one: _Candidate) -> bool:
    """A word in capitals and a mark before a story; more words only before a dash."""
    if not one.capitals or "," in one.place or not one.leads or one.form.name == "place alone":
        return False
    return (one.dashed and len(one.city.split()) <= 4) or (
        one.mark in (":", ".") and len(one.city.split()) == 1 and len(one.city) >= 4
    )


def _by_the_story(one: _Candidate) -> bool:
    """A name that stands in the story again, where only a city would."""
    if "," in one.place or not (
        one.leads or (one.form.name == "place alone" and one.mark in _DASHES)
    ):
        return False
    if one.form.name == "caseless":
        return len(one.city) > 3 and normalize(one.city) in one.around()
    names = [normalize(part.strip(" ()")) for part in _JOINED.split(_BRACKET.sub("", one.city))]
    return (
        one.mark != ":"
        and all(" " not in name for name in names)
        and any(len(name) > 3 and _stands_as_place(name, one.around()) for name in names)
    )


_BRACKET = re.compile(r"\s?\([^()]{0,30}\)")


def _stands_as_place(name: str, around: str) -> bool:
    """Whether a text has the name right after a word that leads to a place."""
    at = around.find(name)
    while at >= 0:
        if _WHERE.search(around, max(0, at - _WIDEST_PREPOSITION), at):
            return True
        at = around.find(name, at + 1)
    return False


_CUES: Final[tuple[Callable[[_Candidate], bool], ...]] = (
    _by_form,
    _by_lists,
    _by_capitals,
    _by_the_story,
)
"""What says that words are a place."""
