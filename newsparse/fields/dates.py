"""Dates and times as pages print them: as much as they state, never more.

Rules of this file: midnight is not invented (a day without a time is a `date`), no part comes from
the clock, and no zone is guessed: an offset comes from the page or from a zone the caller names.
ISO 8601 and the commonest written forms are read here; everything else, and what is relative, is
left to dateparser, which is imported on first use, with fixed languages and a fixed base.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final
from zoneinfo import ZoneInfo

from newsparse.fields.calendars import (
    DENSE_DAY,
    ERA_DAY,
    HAN_DAY,
    MINGUO_DAY,
    THAI_DAY,
    buddhist_year_of_two_digits,
    from_hijri,
    from_jalali,
    gregorian_year,
    han_number,
    han_year,
    is_hijri,
    is_jalali,
    year_of,
    year_of_letter,
    year_of_minguo,
)
from newsparse.fields.clocks import CLOCK, clock_before, clock_behind, offset, zone_behind
from newsparse.fields.date_labels import FoundDate, label_before, label_behind
from newsparse.fields.date_library import (
    NEWEST_YEAR,
    OLDEST_YEAR,
    by_dateparser,
    dateparser_codes,
)
from newsparse.fields.relative_dates import find_relative, is_relative
from newsparse.lexicon import languages as lexicon
from newsparse.lexicon.language import Phrases
from newsparse.lexicon.languages import language_of, spoken
from newsparse.records import Moment
from newsparse.textual import any_of

_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:(?:[Tt]|\s{1,2}(?:[-–]\s?)?)(\d{1,2})[:.h](\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?"
    r"\s?(Z|z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?)?(?![\d])"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$")
_EPOCH = re.compile(r"(\d{10})(\d{3})?(?:\.\d{1,9})?$")
_RFC = re.compile(r"(?:[A-Z][a-z]{2},\s{1,2})?\d{1,2}\s[A-Z][a-z]{2}\s\d{4}\s\d{2}:\d{2}")
_NUMBERS = re.compile(
    r"(?:(?<![\d./-])|(?<=\d:\d\d/))(?:(?P<year>\d{4})(?P<by>[./-])\s?(?P<month>\d{1,2})(?P=by)\s?"
    r"(?P<day>\d{2}|\d(?![.-]\d))"
    r"|(?P<one>\d{1,2})(?P<sign>[./-])\s?(?P<two>\d{1,2})(?P=sign)\s?(?P<three>\d{4}|\d{2}))"
    r"(?![\d/])"
)
"""Days in numbers alone."""
_UNIX = re.compile(
    r"[A-Z][a-z]{2}\s([A-Z][a-z]{2})\s{1,2}(\d{1,2})\s(\d{2}:\d{2}:\d{2})\s([A-Z]{2,5})\s(\d{4})$"
)
"""The form of the `date` command: `Fri May  3 10:15:00 CEST 2024`."""
_HAS_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|\d\D{1,12}\d{2}(?!\d)|[^\x00-\u024f]")
"""What a text must have for dateparser to be asked: a year, two numbers, or another script."""
_BASE: Final = dt.datetime(2000, 1, 1)
"""A fixed base for dateparser where no reference is given; no part of a result comes from it."""


def parse_moment(
    value: Any,
    *,
    languages: Sequence[str] = (),
    reference: dt.datetime | None = None,
    zone: str | None = None,
) -> Moment | None:
    """The moment that a text or JSON value states, None where it states none.

    A day without a time is a `date`; a time without a known zone is naive; `zone` (an IANA name)
    is the zone of times that state none. Relative words count from `reference`, and mean nothing
    without it.

    >>> parse_moment("2024-05-03T10:15:00+02:00").isoformat(), parse_moment("May 3, 2024")
    ('2024-05-03T10:15:00+02:00', datetime.date(2024, 5, 3))
    >>> parse_moment("3. Mai 2024, 10:15 Uhr", languages=["de"])
    datetime.datetime(2024, 5, 3, 10, 15)
    >>> parse_moment("2 hours ago") is None
    True
    """
    if isinstance(value, bool) or value is None:
        return None
    text = str(value).strip()
    if not text or len(text) > 200:
        return None
    unix = _UNIX.match(text)
    if unix is not None:
        text = f"{unix[2]} {unix[1]} {unix[5]} {unix[3]} {unix[4]}"
    moment = _machine(text, languages)
    if moment is None:
        found = next(find_dates(text, languages), None)
        if found is None and reference is not None:
            found = next(find_relative(text, reference, languages), None)
        moment = found.moment if found else _by_library(text, languages)
    return in_zone(moment, zone)


def in_zone(moment: Moment | None, zone: str | None) -> Moment | None:
    """A naive time as one with the fixed offset that `zone` had then; anything else as it is.

    >>> in_zone(dt.datetime(2024, 7, 1, 12, 0), "America/New_York").isoformat()
    '2024-07-01T12:00:00-04:00'
    """
    if zone is None or not isinstance(moment, dt.datetime) or moment.tzinfo is not None:
        return moment
    shift = moment.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    return moment.replace(tzinfo=dt.timezone(shift)) if shift is not None else moment


def _machine(text: str, languages: Sequence[str]) -> Moment | None:
    """ISO 8601, compact ISO, RFC 2822 and seconds since 1970."""
    match = _ISO.match(text) or _COMPACT.match(text)
    if match is not None:
        year, month, day, hour, minute, second, zone = match.groups()
        stated = _full_date(int(year), int(month), int(day))
        if hour is None:
            rest = next(find_dates(text), None) if match.end() < len(text) else None
            return rest.moment if rest is not None and stated is not None else stated
        named = None
        if zone is None and stated is not None and match.end() < len(text):
            named, _ = zone_behind(text[match.end() :], stated, languages)
        return _time(stated, int(hour), int(minute), int(second or 0), named or offset(zone))
    match = _EPOCH.match(text)
    if match is not None:
        return dt.datetime.fromtimestamp(int(match.group(1)), dt.UTC)
    if _RFC.match(text):
        from email.utils import parsedate_to_datetime

        try:
            moment = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError):
            return None
        return (
            moment if moment.tzinfo is not None or not text[-1].isalpha() else None
        )  # a zone that the RFC does not name
    return None


def _date(year: int, month: int, day: int) -> dt.date | None:
    """A day whose year may have two digits, or count in the Buddhist calendar."""
    if year < 100:
        year += 2000 if year < 70 else 1900
    return _full_date(gregorian_year(year), month, day)


def _full_date(year: int, month: int, day: int) -> dt.date | None:
    if not OLDEST_YEAR <= year <= NEWEST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _time(
    day: dt.date | None, hour: int, minute: int, second: int, zone: dt.timezone | None
) -> Moment | None:
    if day is None:
        return None
    try:
        return dt.datetime(day.year, day.month, day.day, hour, minute, min(second, 59), tzinfo=zone)
    except ValueError:
        return day


@cache
def months_by_name() -> dict[str, int]:
    """The number of each month by its names and short forms, in small letters."""
    return _numbered(tuple(language.months for language in lexicon.languages()))


@cache
def _levantine_months() -> dict[str, int]:
    return _numbered(tuple(language.levantine_months for language in lexicon.languages()))


@cache
def _jalali_months() -> dict[str, int]:
    return _numbered(tuple(language.jalali_months for language in lexicon.languages()))


@cache
def _hijri_months() -> dict[str, int]:
    return _numbered(tuple(language.hijri_months for language in lexicon.languages()))


def _numbered(years: tuple[tuple[Phrases, ...], ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for months in years:
        for number, forms in enumerate(months, start=1):
            for form in forms:
                found.setdefault(form, number)
    return found


WORD: Final = r"(?:[^\W\d_]|[\u0900-\u0e7f])+(?:\.(?<=[\u0e00-\u0e7f]\.)[\u0e00-\u0e7f]+)*(?!\w)"
"""A word that may name a month; a table says which, as an expression of all names is slow. Marks of
Indic and Thai words are no letters, and Thai has full stops inside its short forms."""
_ARABIC: Final = r"(?<=[\u0620-\u064a])"
_SECOND_WORDS: Final = any_of(
    spoken(
        lambda one: [
            form.partition(" ")[2]
            for months in (one.levantine_months, one.hijri_months)
            for forms in months
            for form in forms
            if " " in form
        ]
    )
)
_MONTH: Final = rf"{WORD}(?:{_ARABIC}\s{_SECOND_WORDS}(?!\w))?(?:{_ARABIC}\s?/\s?{WORD})?"
"""A month; Arabic pages name it in one word or two, and may add its other name behind a slash."""
_FULL_YEAR: Final = r"\d{4}(?!\d)"


def _led(words: tuple[str, ...]) -> str:
    """An expression of one of some small words and what parts it from the next, or of nothing."""
    return rf"(?:{'|'.join(_with_blank(word) for word in words)})?"


def _with_blank(word: str) -> str:
    if word.endswith("'"):
        return rf"{word[:-1]}[’']"
    return rf"{re.escape(word)}\s{'*' if word.endswith('.') else '+'}"


_NTH: Final = rf"(?:{any_of(spoken(lambda language: language.ordinal_endings))}|\.)?"
_TO_MONTH: Final = _led(spoken(lambda language: language.day_prepositions))
_TO_YEAR: Final = _led(spoken(lambda language: language.year_prepositions))
_YEAR_WORD: Final = any_of(spoken(lambda language: language.year_words))
_YEAR_MARK: Final = _led(spoken(lambda language: language.year_marks))
_WRITTEN = re.compile(
    rf"(?<![\w])(?:(?P<d1>\d{{1,2}}){_NTH}\s*[./-]?\s*{_TO_MONTH}(?P<m1>{_MONTH})\.?,?"
    rf"\s*[./-]?\s*{_TO_YEAR}(?P<y1>{_FULL_YEAR})"
    rf"|(?P<m2>{WORD})\.?\s+(?P<d2>\d{{1,2}}){_NTH}\s*,?\s+(?:at\s+)?(?P<y2>{_FULL_YEAR})"
    rf"|(?P<y3>{_FULL_YEAR})\.\s+{_YEAR_WORD}\s+(?P<d3>\d{{1,2}}){_NTH}\s+(?P<m3>{WORD})"
    rf"|(?P<y4>{_FULL_YEAR})\.?\s+{_YEAR_MARK}(?P<m4>{WORD})\.?\s+(?P<d4>\d{{1,2}}){_NTH})",
    re.IGNORECASE,
)
"""Day, month and year in words, in the orders that languages write them."""
_YEAR = re.compile(r"\d{4}(?!\d)")
_DIGIT = re.compile(r"\d")


def find_dates(text: str, languages: Sequence[str] = ()) -> Iterator[FoundDate]:
    """The dates that stand in a text, in order, each with the time and zone printed beside it.

    Numbers alone (`3/4/2024`) are read in the order of the first of `languages` and its region
    (month first in "en-US"), else day first, unless only one order is a date. A clock of 12 hours
    with a zone of the United States makes them month first where no region is stated.

    >>> text = "PUBLISHED: 10:48, Tue, Nov 19, 2019 | UPDATED: 11:02, Tue, Nov 19, 2019"
    >>> [str(found.moment) for found in find_dates(text)]
    ['2019-11-19 10:48:00', '2019-11-19 11:02:00']
    >>> [str(found.moment) for found in find_dates("ค่ำวันที่ 8 มีนาคม 2567")]
    ['2024-03-08']
    """
    if not _DIGIT.search(text) and "年" not in text:
        return
    days = sorted(
        [
            *_written_days(text),
            *_days_of_short_years(text),
            *_dense_days(text),
            *_days_of_languages(text, languages),
            *_numbered_days(text, languages),
        ],
        key=lambda found: (found[0], -found[1]),
    )
    edges = [0]
    taken: list[_Day] = []
    for start, end, day in days:
        if start >= edges[-1]:
            taken.append((start, end, day))
            edges.append(end)
    for at, found in enumerate(taken):
        before = taken[at - 1][1] if at else 0
        after = taken[at + 1][0] if at + 1 < len(taken) else len(text)
        yield _with_clock(text, found, before, after, languages)


_Day = tuple[int, int, dt.date]
"""Start, end and day."""


def _written_days(text: str) -> Iterator[_Day]:
    match = _WRITTEN.search(text) if _YEAR.search(text) else None
    while match is not None:
        one = str(match.lastgroup)[1:]
        day = _by_name(int(match[f"y{one}"]), match[f"m{one}"].lower(), int(match[f"d{one}"]))
        if isinstance(day, dt.date):
            yield match.start(), match.end(), day
        is_month = day is not None
        match = _WRITTEN.search(text, match.end() if is_month else match.start() + 1)


_SHORT_YEAR = re.compile(
    rf"(?<![\w.-])(?P<day>\d{{1,2}})-(?P<month>{WORD})-(?P<year>\d{{2}})(?![\w-])"
)
"""A day with a month in words and a year of two digits between hyphens: between blanks such a
number may count anything."""


def _days_of_short_years(text: str) -> Iterator[_Day]:
    if "-" not in text:
        return
    for match in _SHORT_YEAR.finditer(text):
        month = months_by_name().get(match["month"].lower())
        day = _date(int(match["year"]), month, int(match["day"])) if month is not None else None
        if day is not None:
            yield match.start(), match.end(), day


_NO_DAY: Final = "no day"
"""Stands for a month's name beside numbers that are no day of it."""


def _by_name(year: int, name: str, day: int) -> dt.date | str | None:
    """The day of a month named in words; None where the word is no month."""
    name = name.partition("/")[0].strip()
    month = months_by_name().get(name) or _levantine_months().get(name)
    if month is not None:
        return _date(year, month, day) or _NO_DAY
    month = _jalali_months().get(name)
    if month is not None:
        return (from_jalali(year, month, day) if is_jalali(year) else None) or _NO_DAY
    month = _hijri_months().get(name)
    if month is not None:
        return (from_hijri(year, month, day) if is_hijri(year) else None) or _NO_DAY
    return None


def _dense_days(text: str) -> Iterator[_Day]:
    """Days with signs between their numbers, and days whose months are counted in words."""
    if text.isascii():
        return
    for match in DENSE_DAY.finditer(text):
        day = _date(year_of(match), int(match["month"]), int(match["day"]))
        if day is not None:
            yield match.start(), match.end(), day
    for match in HAN_DAY.finditer(text):
        day = _full_date(han_year(match), han_number(match["month"]), han_number(match["day"]))
        if day is not None:
            yield match.start(), match.end(), day
    for match in THAI_DAY.finditer(text):
        month = months_by_name().get(match["month"])
        year = buddhist_year_of_two_digits(int(match["year"]))
        day = _full_date(year, month, int(match["day"])) if month is not None else None
        if day is not None:
            yield match.start(), match.end(), day
    for match in _COUNTED_MONTH.finditer(text):
        day = _date(int(match["year"]), int(match["month"]), int(match["day"]))
        if day is not None:
            yield match.start(), match.end(), day


def _days_of_languages(text: str, languages: Sequence[str]) -> Iterator[_Day]:
    """Days in numbers that pages of one language or region alone write."""
    stated = languages[0].replace("_", "-").lower() if languages else ""
    if stated.startswith(_JAPANESE):
        for match in ERA_DAY.finditer(text):
            day = _full_date(year_of_letter(match), int(match["month"]), int(match["day"]))
            if day is not None:
                yield match.start(), match.end(), day
    elif stated in _TAIWANESE:
        for match in MINGUO_DAY.finditer(text):
            year = year_of_minguo(int(match["year"]))
            day = _full_date(year, int(match["month"]), int(match["day"])) if year else None
            if day is not None:
                yield match.start(), match.end(), day


_COUNTED_MONTH = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})\s+{any_of(spoken(lambda one: one.month_words))}"
    rf"\s+(?P<month>\d{{1,2}}),?\s+{_TO_YEAR}(?P<year>{_FULL_YEAR})",
    re.IGNORECASE,
)
"""A day whose month is counted behind a word for month, as in Vietnamese."""


def _numbered_days(text: str, languages: Sequence[str]) -> Iterator[_Day]:
    for match in _NUMBERS.finditer(text):
        if match["year"]:
            numbers = int(match["year"]), int(match["month"]), int(match["day"])
            day = _in_numbers(*numbers, languages)
        else:
            order = _numeric_order(languages, text[match.end() :])
            year = int(match["three"])
            if year < _HUNDRED and languages and languages[0].lower().startswith(_THAI):
                year = buddhist_year_of_two_digits(year)
            one, two = int(match["one"]), int(match["two"])
            day = _in_numbers(year, two, one, languages) if is_hijri(year) else None
            day = day or _in_order(one, two, year, order)
        if day is not None:
            yield match.start(), match.end(), day


def _in_numbers(year: int, month: int, day: int, languages: Sequence[str]) -> dt.date | None:
    """A day in numbers, its year of four digits in the calendar of the page: Persian pages count
    in the Jalali calendar, Arabic ones may count in the Hijri calendar."""
    stated = languages[0].lower() if languages else ""
    if is_jalali(year) and stated.startswith(_PERSIAN):
        return from_jalali(year, month, day)
    if is_hijri(year) and stated.startswith(_ARABIC_LANGUAGE):
        return from_hijri(year, month, day)
    return _full_date(gregorian_year(year), month, day)


_PERSIAN: Final = "fa"
_ARABIC_LANGUAGE: Final = "ar"
_JAPANESE: Final = "ja"
_THAI: Final = "th"
_TAIWANESE: Final = ("zh-tw", "zh-hant", "zh-hant-tw")


def _in_order(one: int, two: int, three: int, order: str) -> dt.date | None:
    """The day of three numbers in the first order in which they are one."""
    readings = {
        "dmy": (three, two, one),
        "mdy": (three, one, two),
        "ymd": (one, two, three) if three < _HUNDRED else (three, two, one),
    }
    for name in (order, "dmy", "mdy"):
        day = _date(*readings[name])
        if day is not None:
            return day
    return None


def _swapped(printed: str, day: dt.date, languages: Sequence[str]) -> dt.date | None:
    """A day in numbers with day and month swapped, where no region says which comes first."""
    match = _NUMBERS.fullmatch(printed)
    if match is None or match["year"] or day.day == day.month or day.day > _MONTHS:
        return None
    if languages and re.search("[-_]", languages[0]):
        return None
    return day.replace(month=day.day, day=day.month)


_MONTHS: Final = 12
_HUNDRED: Final = 100
"""Numbers below it may be a year of two digits."""


def _numeric_order(languages: Sequence[str], behind: str) -> str:
    """The order of numbers by language and region; `behind` is the text after them."""
    stated = languages[0].replace("_", "-").lower() if languages else ""
    language = language_of(stated) if stated else None
    region = stated.rpartition("-")[2] if "-" in stated else ""
    if not region and _US_CLOCK.match(behind):
        return "mdy"
    if language is None:
        return "dmy"
    return language.numeric_orders.get(region, language.numeric_order)


_US_CLOCK = re.compile(
    r",?\s(?:at\s)?\d{1,2}:\d{2}\s?[ap]\.?m\.?\s\(?(?:[ECMP][SD]?T)\b", re.IGNORECASE
)
"""A time of day as pages of the United States print it."""


def _with_clock(
    text: str, found: _Day, before: int, after: int, languages: Sequence[str]
) -> FoundDate:
    """A found day with the time of day printed right after or before it, and with its label."""
    start, end, day = found
    swapped = _swapped(text[start:end], day, languages)
    label = label_before(text[before:start])
    tail = text[end : min(after, end + _CLOCK_BEHIND)]
    clock = clock_behind(tail)
    moment: Moment | None = None
    if clock is not None:
        zone, width = zone_behind(tail[clock.end :], day, languages)
        moment = _time(day, clock.hour, clock.minute, 0, zone)
        end += clock.end + width
    else:
        lead = text[max(before, start - _CLOCK_BEFORE) : start]
        clock = clock_before(lead)
        if clock is not None:
            zone, _ = zone_behind(lead[clock.end :], day, languages)
            moment = _time(day, clock.hour, clock.minute, 0, zone)
    if label is None:
        label = label_behind(text[end:after])
    updated = label.updated if label is not None else None
    first = label is not None and label.first
    return FoundDate(start, end, moment or day, updated, first, swapped)


_CLOCK_BEHIND: Final = 40
"""Characters behind a day in which its time of day and zone stand."""
_CLOCK_BEFORE: Final = 30
"""Characters before a day in which its time of day stands."""


def _by_library(text: str, languages: Sequence[str]) -> Moment | None:
    """What dateparser reads in `text`, with day, month and year all stated."""
    if is_relative(text) or "://" in text or not _HAS_YEAR.search(CLOCK.sub(" ", text)):
        return None
    found = by_dateparser(text, dateparser_codes(languages) or ("en",), _BASE, relative=False)
    if found is None:
        return None
    return found if CLOCK.search(text) else found.date()


_ORDINAL_DAY = re.compile(rf"(?P<day>\d{{1,2}})\.\s+(?P<month>{WORD})\.?(?P<year>,?\s+\d{{4}}\b)?")
_LONGEST_MONTH: Final = 31
"""Days of the longest month."""


@cache
def _months_behind_ordinals() -> frozenset[str]:
    """The full names of months in the languages that write a day as an ordinal; English does not,
    and its "March" and "May" open sentences."""
    return frozenset(
        forms[0] for one in lexicon.languages() if one.code != "en" for forms in one.months
    )


def opens_with_day(text: str) -> bool:
    """Whether the number that a text begins with is the day of a month, not the mark of a list.

    >>> opens_with_day("9. Juni 2000"), opens_with_day("3. May the road rise to meet you")
    (True, False)
    """
    match = _ORDINAL_DAY.match(text)
    if match is None or int(match["day"]) > _LONGEST_MONTH:
        return False
    name = match["month"].lower()
    return name in (months_by_name() if match["year"] else _months_behind_ordinals())
