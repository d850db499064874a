"""Dates and times as pages print them: as much as they state, never more.

Rules of this file: midnight is not invented (a day without a time is a `date`), no part comes from
the clock, and no zone is guessed: an offset comes from the page or from a zone the caller names.
ISO 8601 and the commonest written forms are read here; everything else, and what is relative, is
left to dateparser, which is imported on first use, with fixed languages and a fixed base.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Final

import attrs

from newsparse.lexicon import languages as lexicon
from newsparse.lexicon.language import Language
from newsparse.lexicon.languages import spoken
from newsparse.lexicon.zones import ZONE_NAMES, ZONES
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
_CJK = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?")
_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,4})([./-])\s?(\d{1,2})\2\s?(\d{2,4})(?![\d/])")
_CLOCK = re.compile(
    r"(?<![\d.,])(\d{1,2})(?:\s*[:.h時시]\s*(\d{2}))(?:(?::|분|分)?(\d{2}))?"
    rf"\s*(?:{any_of(spoken(lambda language: language.clock_words))}\b)?"
    r"\s*([ap])?\.?\s?(?:(?<=[apAP]\s)|(?<=[apAP])|(?<=[apAP]\.))?(m\b\.?)?",
    re.IGNORECASE,
)
_HOUR = re.compile(r"(?<![\d.,:])(\d{1,2})\s*([ap])\.?\s?m\b\.?", re.IGNORECASE)
_ZONE = re.compile(
    r"[\s(,]{0,4}(?:(UTC|GMT)\s*([+-]\d{1,2}(?::?\d{2})?)|([+-]\d{2}:?\d{2})|([A-Za-zА-я]{1,5})\b)"
)
_UNIX = re.compile(
    r"[A-Z][a-z]{2}\s([A-Z][a-z]{2})\s{1,2}(\d{1,2})\s(\d{2}:\d{2}:\d{2})\s([A-Z]{2,5})\s(\d{4})$"
)
"""The form of the `date` command: `Fri May  3 10:15:00 CEST 2024`."""
_HAS_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|\d\D{1,12}\d{2}(?!\d)|[^\x00-\u024f]")
"""What a text must have for dateparser to be asked: a year, two numbers, or another script."""
_BASE: Final = dt.datetime(2000, 1, 1)
"""A fixed base for dateparser where no reference is given; no part of a result comes from it."""
_OLDEST, _NEWEST = 1600, 2200


@attrs.frozen
class FoundDate:
    """A date, `text[start:end]`: what it says, and whether its label calls it an update."""

    start: int
    end: int
    moment: Moment
    updated: bool | None = None


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
    moment = _machine(text)
    if moment is None:
        found = next(find_dates(text, languages), None)
        if found is None and reference is not None:
            found = next(find_relative(text, reference, languages), None)
        moment = found.moment if found else _by_dateparser(text, languages)
    return in_zone(moment, zone)


def in_zone(moment: Moment | None, zone: str | None) -> Moment | None:
    """A naive time as one with the fixed offset that `zone` had then; anything else as it is.

    >>> in_zone(dt.datetime(2024, 7, 1, 12, 0), "America/New_York").isoformat()
    '2024-07-01T12:00:00-04:00'
    """
    if zone is None or not isinstance(moment, dt.datetime) or moment.tzinfo is not None:
        return moment
    from zoneinfo import ZoneInfo

    offset = moment.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    return moment.replace(tzinfo=dt.timezone(offset)) if offset is not None else moment


def _machine(text: str) -> Moment | None:
    """ISO 8601, compact ISO, RFC 2822 and seconds since 1970."""
    match = _ISO.match(text) or _COMPACT.match(text)
    if match is not None:
        year, month, day, hour, minute, second, zone = match.groups()
        if hour is None:
            return _date(int(year), int(month), int(day))
        return _time(
            _date(int(year), int(month), int(day)),
            int(hour),
            int(minute),
            int(second or 0),
            _offset(zone),
        )
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
    if year < 100:
        year += 2000 if year < 70 else 1900
    if not _OLDEST <= year <= _NEWEST:
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


def _offset(zone: str | None) -> dt.timezone | None:
    if not zone:
        return None
    if zone[0] not in "+-":
        return dt.UTC
    digits = zone[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:4])
    if minutes >= 24 * 60:
        return None
    return dt.timezone(dt.timedelta(minutes=-minutes if zone[0] == "-" else minutes))


@cache
def months_by_name() -> dict[str, int]:
    """The number of each month by its names and short forms, in small letters."""
    found: dict[str, int] = {}
    for language in lexicon.languages():
        for number, forms in enumerate(language.months, start=1):
            for form in forms:
                found.setdefault(form, number)
    return found


WORD: Final = r"(?:[^\W\d_]|[\u0900-\u097f])+(?!\w)"
"""A word that may name a month; a table says which, as an expression of all names is slow."""
_FULL_YEAR: Final = r"\d{4}(?!\d)"


def _led(words: tuple[str, ...]) -> str:
    """An expression of one of some small words and what parts it from the next, or of nothing."""
    return rf"(?:{'|'.join(_with_blank(word) for word in words)})?"


def _with_blank(word: str) -> str:
    return rf"{word[:-1]}[’']" if word.endswith("'") else rf"{re.escape(word)}\s+"


_NTH: Final = rf"(?:{any_of(spoken(lambda language: language.ordinal_endings))}|\.)?"
_TO_MONTH: Final = _led(spoken(lambda language: language.day_prepositions))
_TO_YEAR: Final = _led(spoken(lambda language: language.year_prepositions))
_YEAR_WORD: Final = any_of(spoken(lambda language: language.year_words))
_YEAR_MARK: Final = _led(spoken(lambda language: language.year_marks))
_WRITTEN = re.compile(
    rf"(?<![\w])(?:(?P<d1>\d{{1,2}}){_NTH}\s*[./-]?\s*{_TO_MONTH}(?P<m1>{WORD})\.?,?"
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

    Numbers alone (`3/4/2024`) are read month first only where `languages` begins with American
    English ("en-US"), else day first, unless only one order is a date.

    >>> text = "PUBLISHED: 10:48, Tue, Nov 19, 2019 | UPDATED: 11:02, Tue, Nov 19, 2019"
    >>> [str(found.moment) for found in find_dates(text)]
    ['2019-11-19 10:48:00', '2019-11-19 11:02:00']
    """
    if not _DIGIT.search(text):
        return
    days = sorted(
        [*_written_days(text), *_numbered_days(text, languages)],
        key=lambda found: (found[0], -found[1]),
    )
    edges = [0]
    taken: list[tuple[int, int, dt.date]] = []
    for start, end, day in days:
        if start >= edges[-1]:
            taken.append((start, end, day))
            edges.append(end)
    for at, (start, end, day) in enumerate(taken):
        before = taken[at - 1][1] if at else 0
        after = taken[at + 1][0] if at + 1 < len(taken) else len(text)
        yield _with_clock(text, start, end, day, before, after)


def _written_days(text: str) -> Iterator[tuple[int, int, dt.date]]:
    months = months_by_name()
    match = _WRITTEN.search(text) if _YEAR.search(text) else None
    while match is not None:
        one = str(match.lastgroup)[1:]
        month = months.get(match[f"m{one}"].lower())
        if month is not None:
            day = _date(int(match[f"y{one}"]), month, int(match[f"d{one}"]))
            if day is not None:
                yield match.start(), match.end(), day
        match = _WRITTEN.search(text, match.end() if month is not None else match.start() + 1)


def _numbered_days(text: str, languages: Sequence[str]) -> Iterator[tuple[int, int, dt.date]]:
    for match in _CJK.finditer(text):
        day = _date(int(match[1]), int(match[2]), int(match[3]))
        if day is not None:
            yield match.start(), match.end(), day
    month_first = bool(languages) and languages[0].lower() in ("en-us", "en_us")
    for match in _NUMBERS.finditer(text):
        one, two, three = int(match[1]), int(match[3]), int(match[4])
        if len(match[1]) == 4:
            orders = [(one, two, three)]
        elif len(match[1]) > 2 or len(match[4]) == 3:
            continue
        else:
            orders = [(three, two, one), (three, one, two)]
            if month_first and match[2] == "/":
                orders.reverse()
        day = next((found for order in orders if (found := _date(*order))), None)
        if day is not None:
            yield match.start(), match.end(), day


def _with_clock(
    text: str, start: int, end: int, day: dt.date, before: int, after: int
) -> FoundDate:
    """A found day with the time of day printed right after or before it."""
    tail = text[end : min(after, end + 40)]
    clock = _clock_in(tail, leading=True)
    if clock is not None:
        hour, minute, used = clock
        zone, width = _zone_after(tail[used:], day)
        moment = _time(day, hour, minute, 0, zone)
        return FoundDate(start, end + used + width, moment or day, _label(text[before:start]))
    lead_start = max(before, start - 30)
    lead = text[lead_start:start]
    clock = _clock_in(lead, leading=False)
    if clock is not None:
        hour, minute, used = clock
        zone, _ = _zone_after(lead[used:], day)
        moment = _time(day, hour, minute, 0, zone)
        return FoundDate(start, end, moment or day, _label(text[before:start]))
    return FoundDate(start, end, day, _label(text[before:start]))


_BETWEEN: Final = "".join(sorted(set(" ,|-–—•·at@umàklas.uh년日（()Uhr")))
"""Letters of the words and marks that stand between a day and its time ("at", "um", "kl.")."""
_MOST_BETWEEN: Final = 6
"""Other letters that may stand there."""


def _clock_in(text: str, *, leading: bool) -> tuple[int, int, int] | None:
    """Hour, minute, and where the clock ends, of the first time of day in `text`."""
    for pattern in (_CLOCK, _HOUR):
        match = pattern.search(text)
        if match is None or (
            leading and len(text[: match.start()].strip(_BETWEEN)) > _MOST_BETWEEN
        ):
            continue
        hour = int(match[1])
        minute = int(match[2]) if pattern is _CLOCK else 0
        half = (match[4] if pattern is _CLOCK else match[2]) or ""
        if pattern is _CLOCK and half and not match[5]:
            half = ""
        if half and hour <= 12:
            hour = hour % 12 + (12 if half.lower() == "p" else 0)
        if hour < 24 and minute < 60:
            return hour, minute, match.end()
    return None


def _zone_after(text: str, day: dt.date) -> tuple[dt.timezone | None, int]:
    """The zone printed at the start of `text`, as its offset on that day, and where it ends."""
    match = _ZONE.match(text)
    if match is None:
        return None, 0
    if match[1]:
        sign, hours = match[2][0], match[2][1:].replace(":", "")
        return _offset(f"{sign}{hours.zfill(2)}"), match.end()
    if match[3]:
        return _offset(match[3]), match.end()
    if not match[4].isupper() and match[4] != "мск":
        return None, 0
    name = match[4].lower()
    minutes = ZONES.get(name)
    if minutes is not None:
        return dt.timezone(dt.timedelta(minutes=minutes)), match.end()
    if name in ZONE_NAMES:
        noon = in_zone(dt.datetime(day.year, day.month, day.day, 12), ZONE_NAMES[name])
        if isinstance(noon, dt.datetime) and isinstance(noon.tzinfo, dt.timezone):
            return noon.tzinfo, match.end()
    return None, 0


@cache
def _labels() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Where words begin that call a date an update, and those that call it a publication."""
    updates = spoken(lambda language: language.updated_labels)
    publications = spoken(lambda language: language.published_labels)
    return (
        re.compile(rf"(?<!\w)(?={any_of(updates)})"),
        re.compile(rf"(?<!\w)(?={any_of(publications)})"),
    )


def _label(text: str) -> bool | None:
    """Whether the words before a date call it an update (True) or a publication (False)."""
    if not text:
        return None
    folded = text.lower()
    last_update, last_publication = (
        max((match.start() for match in words.finditer(folded)), default=-1) for words in _labels()
    )
    if last_update < 0 and last_publication < 0:
        return None
    return last_update >= last_publication


@cache
def _relative(languages: tuple[Language, ...]) -> re.Pattern[str]:
    """How some languages count a date from now."""

    def said(phrases: Callable[[Language], Iterable[str]]) -> str:
        return any_of(dict.fromkeys(one for language in languages for one in phrases(language)))

    openings = said(lambda language: language.relative_openings)
    units = said(lambda language: language.relative_units)
    ago = said(lambda language: language.ago_words)
    days = said(lambda language: language.relative_days)
    marks = said(lambda language: language.relative_marks)
    number = rf"(?:\d{{1,4}}|{openings})" if openings else r"\d{1,4}"
    forms = [
        rf"(?<!\w){number}\s?(?:\S{{1,20}}\s)?{units}\w*" if units else "",
        rf"(?<!\w)\d{{1,3}}\s?\w{{1,12}}\.?\s{ago}\b" if ago else "",
        rf"\b{days}\b" if days else "",
        marks,
    ]
    return re.compile("|".join(filter(None, forms)) or r"(?!)", re.IGNORECASE)


def is_relative(text: str) -> bool:
    """Whether a text counts a date from now ("2 minutes ago", "gestern").

    >>> is_relative("Updated 2 hours ago"), is_relative("for 3 timer siden"), is_relative("3 May")
    (True, True, False)
    """
    return bool(_relative(lexicon.languages()).search(text))


def is_labelled_relative(text: str) -> bool:
    """Whether a text is dates counted from now, each with its label, and nothing else.

    >>> is_labelled_relative("Updated 2 hours ago"), is_labelled_relative("2 hours ago")
    (True, False)
    >>> is_labelled_relative("Published 3 hours ago | Updated 2 hours ago")
    True
    """
    if not is_relative(text):
        return False
    return all(_is_labelled(piece) for piece in _RELATIVE_STOP.split(text) if piece.strip())


def _is_labelled(piece: str) -> bool:
    match = _relative(lexicon.languages()).search(piece)
    if match is None or len(piece) - match.end() > _LONGEST_AGO:
        return False
    start, end = _relative_span(piece, 0, match)
    if _label_alone().fullmatch(piece, 0, start):
        return True
    return not piece[:start].strip() and _label_behind(piece[end:]) is not None


_LONGEST_AGO: Final = 20
"""Characters that may follow a number and its unit in a line that is a labelled date ("ago")."""


@cache
def _label_alone() -> re.Pattern[str]:
    """A label of a date and one short word behind it ("Updated about", "Oppdatert for")."""
    labels = any_of(spoken(lambda one: (*one.updated_labels, *one.published_labels)))
    return re.compile(rf"\W{{0,3}}{labels}\s?[:：]?(?:\s\w{{1,6}})?\s{{0,3}}", re.IGNORECASE)


def find_relative(
    text: str, reference: dt.datetime, languages: Sequence[str] = ()
) -> Iterator[FoundDate]:
    """The dates that a text counts from now, here from `reference`, each with what its label says.

    They are read in `languages`, else in those whose words they hold.

    >>> noon = dt.datetime(2024, 5, 3, 12, 0)
    >>> [(str(found.moment), found.updated) for found in find_relative("Updated 2 hours ago", noon)]
    [('2024-05-03 10:00:00', True)]
    >>> [str(found.moment) for found in find_relative("vor 2 Stunden", noon)]
    ['2024-05-03 10:00:00']
    """
    before = 0
    for match in _relative(lexicon.languages()).finditer(text):
        start, end = _relative_span(text, before, match)
        moment = _counted(text[start:end], reference, languages) if start >= before else None
        if moment is not None:
            updated = _label(text[before:start])
            if updated is None:
                updated = _label_behind(text[end:])
            yield FoundDate(start, end, moment, updated)
            before = end


def _relative_span(text: str, before: int, match: re.Match[str]) -> tuple[int, int]:
    """Where a whole phrase stands of which a match is the part that tells it."""
    if match.group().casefold() in _relative_marks():
        count = _COUNT_BEFORE.search(text, before, match.start())
        return (count.start() if count else match.start()), match.end()
    stop = _RELATIVE_STOP.search(text, match.end())
    said = text[match.start() : stop.start() if stop is not None else len(text)]
    return match.start(), match.start() + len(said.rstrip())


def _label_behind(text: str) -> bool | None:
    """What a label says that follows its date at once, as in Chinese and Korean."""
    if text.lstrip()[:1].isascii():
        return None
    stop = _RELATIVE_STOP.search(text)
    return _label(text[: stop.start()] if stop is not None else text)


@cache
def _relative_marks() -> frozenset[str]:
    return frozenset(spoken(lambda language: language.relative_marks))


_COUNT_BEFORE = re.compile(r"\d{1,4}\s?\w{0,10}\s?$")
"""A number and a unit before the word that counts them from now."""
_RELATIVE_STOP = re.compile(r"[|·•,;()\[\]\n]|\s[–—-]\s")
"""What may follow a date that is counted from now."""


def _counted(text: str, reference: dt.datetime, languages: Sequence[str]) -> Moment | None:
    """The moment of a phrase that counts from `reference`."""
    stated = _dateparser_codes(languages)
    spoken_in = [
        language.code for language in lexicon.languages() if _relative((language,)).search(text)
    ]
    for codes in dict.fromkeys((tuple(stated), tuple(spoken_in))):
        found = _dateparser(text, codes, reference, relative=True) if codes else None
        if found is not None:
            return found.replace(tzinfo=reference.tzinfo) if reference.tzinfo else found
    return None


def _by_dateparser(text: str, languages: Sequence[str]) -> Moment | None:
    """What dateparser reads in `text`, with day, month and year all stated."""
    if is_relative(text) or "://" in text or not _HAS_YEAR.search(_CLOCK.sub(" ", text)):
        return None
    found = _dateparser(text, _dateparser_codes(languages) or ("en",), _BASE, relative=False)
    if found is None:
        return None
    return found if _CLOCK.search(text) else found.date()


def _dateparser_codes(languages: Sequence[str]) -> tuple[str, ...]:
    """The codes of languages as dateparser knows them: without a region, Norwegian as `nb`."""
    codes = []
    for language in languages:
        known = lexicon.language_of(language)
        codes.append(known.code if known else re.split("[-_]", language)[0].lower())
    return tuple(dict.fromkeys(codes))


def _dateparser(
    text: str, codes: Sequence[str], base: dt.datetime, *, relative: bool
) -> dt.datetime | None:
    """What dateparser reads in `text`; None where it reads nothing or knows no such language."""
    import dateparser

    settings: dict[str, Any] = {
        "RELATIVE_BASE": base.replace(tzinfo=None),
        "REQUIRE_PARTS": [] if relative else ["day", "month", "year"],
        "RETURN_AS_TIMEZONE_AWARE": False,
        "PREFER_LOCALE_DATE_ORDER": True,
        "PARSERS": ["relative-time", "absolute-time"] if relative else ["absolute-time"],
    }
    try:
        found: dt.datetime | None = dateparser.parse(text, languages=list(codes), settings=settings)
    except (ValueError, OverflowError, TypeError):
        return None
    return found if found is not None and _OLDEST <= found.year <= _NEWEST else None
