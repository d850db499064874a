"""Times of day and zones that stand beside a date: "10:15 a.m. EDT", "14時30分", "오후 2:30"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

import attrs

from newsparse.lexicon.languages import spoken
from newsparse.lexicon.zones import ZONE_NAMES, ZONES, ZONES_BY_PLACE
from newsparse.textual import any_of

_NOON: Final = 12
_DAWN: Final = 4
"""Hour at which the night ends."""
_HALF_BEFORE: Final = rf"(?P<lead>{any_of(spoken(lambda one: (*one.am_words, *one.pm_words)))})\s?"
_MARKS: Final = any_of(spoken(lambda one: (*one.am_marks, *one.pm_marks)))
_HALF_BEHIND: Final = rf"(?:(?P<half>[ap])\s?\.?\s?m\b\.?|(?P<tail>{_MARKS})(?!\w))"
_CLOCK_WORD: Final = any_of(spoken(lambda language: language.clock_words))
CLOCK = re.compile(
    rf"(?:{_HALF_BEFORE})?(?<![\d.,])(?P<hour>\d{{1,2}})\s*[:.h時时点點시]"
    r"\s*(?P<minute>\d{2}|\d(?=\s?[分분]))"
    rf"(?:[:분分](?:\d{{2}}(?!\d))?)?\s*(?:{_CLOCK_WORD}(?!\w))?\s*(?:{_HALF_BEHIND})?",
    re.IGNORECASE,
)
"""A time of day with minutes."""
_HOUR = re.compile(r"(?<![\d.,:])(?P<hour>\d{1,2})\s*(?P<half>[ap])\.?\s?m\b\.?", re.IGNORECASE)
_DENSE_HOUR = re.compile(
    rf"(?:{_HALF_BEFORE})?(?<![\d.,:])(?P<hour>\d{{1,2}})\s?[時时点點시](?!\s?\d|[^\W\d_])"
)
"""A full hour, as Chinese, Japanese and Korean write it."""
_ZONE = re.compile(
    r"[\s(,]{0,4}(?:(UTC|GMT)\s*([+-]\d{1,2}(?::?\d{2})?)|([+-]\d{2}:?\d{2})|([A-Za-zА-я]{1,5})\b)"
)
_BETWEEN: Final = "".join(sorted(set(" ,|-–—•·/at@umàklas.uh년日（）()[]Uhr")))
"""Letters of the words and marks that stand between a day and its time ("at", "um", "kl.")."""
_MOST_BETWEEN: Final = 6
"""Other letters that may stand there."""


@attrs.frozen
class Clock:
    """A time of day that ends at `text[end]`."""

    hour: int
    minute: int
    end: int


@cache
def _afternoon() -> frozenset[str]:
    return frozenset(spoken(lambda language: language.pm_words))


@cache
def _night() -> frozenset[str]:
    return frozenset(spoken(lambda language: language.night_words))


@cache
def _afternoon_marks() -> frozenset[str]:
    return frozenset(spoken(lambda language: language.pm_marks))


def clock_behind(text: str) -> Clock | None:
    """The time of day that follows a date; `text` is what stands behind the date.

    >>> clock_behind(" at 10:15 p.m. ET"), clock_behind(" 오후 2:30")
    (Clock(hour=22, minute=15, end=14), Clock(hour=14, minute=30, end=8))
    """
    return _first_clock(text, leading=True)


def clock_before(text: str) -> Clock | None:
    """The time of day that stands before a date; `text` is what stands before it."""
    return _first_clock(text, leading=False)


def _first_clock(text: str, *, leading: bool) -> Clock | None:
    for pattern in (CLOCK, _HOUR, _DENSE_HOUR):
        match = pattern.search(text)
        if match is None or leading and _is_far(text[: match.start()]):
            continue
        found = match.groupdict()
        hour = int(match["hour"])
        hour = _of_day(hour, _is_afternoon(found) and not _is_past_midnight(hour, found))
        minute = int(found.get("minute") or 0)
        if hour < 24 and minute < 60:
            return Clock(hour, minute, match.end())
    return None


def _is_far(between: str) -> bool:
    return len(between.strip(_BETWEEN)) > _MOST_BETWEEN


def _is_afternoon(found: dict[str, str | None]) -> bool | None:
    """Whether the words beside a clock say afternoon (True) or morning (False)."""
    half, lead, tail = found.get("half"), found.get("lead"), found.get("tail")
    if half:
        return half.lower() == "p"
    if lead:
        return lead.lower() in _afternoon()
    return tail.lower() in _afternoon_marks() if tail else None


def _is_past_midnight(hour: int, found: dict[str, str | None]) -> bool:
    """Whether a clock that a word calls one of the night is one after midnight."""
    return (found.get("lead") or "").lower() in _night() and hour % _NOON < _DAWN


def _of_day(hour: int, afternoon: bool | None) -> int:
    if afternoon is None or hour > _NOON:
        return hour
    return hour % _NOON + (_NOON if afternoon else 0)


def zone_behind(
    text: str, day: dt.date, languages: Sequence[str] = ()
) -> tuple[dt.timezone | None, int]:
    """The zone printed at the start of `text`, as its offset on that day, and where it ends.

    Some abbreviations stand for several zones: the first of `languages` and its region decide.

    >>> str(zone_behind(" (GMT+7)", dt.date(2024, 3, 8))[0]), zone_behind(" of", dt.date.min)
    ('UTC+07:00', (None, 0))
    >>> [str(zone_behind("IST", dt.date(2024, 5, 3), [tag])[0]) for tag in ("en-IN", "en-IE", "he")]
    ['UTC+05:30', 'UTC+01:00', 'UTC+03:00']
    """
    match = _ZONE.match(text)
    if match is None:
        return None, 0
    if match[1]:
        sign, hours = match[2][0], match[2][1:].replace(":", "")
        return offset(f"{sign}{hours.zfill(2) if len(hours) < 3 else hours.zfill(4)}"), match.end()
    if match[3]:
        return offset(match[3]), match.end()
    if not match[4].isupper() and match[4] != "мск":
        return None, 0
    name = match[4].lower()
    where = _named_zone(name, languages)
    if where is not None:
        noon = dt.datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(where))
        shift = noon.utcoffset()
        return (dt.timezone(shift) if shift is not None else None), match.end()
    minutes = ZONES.get(name)
    if minutes is not None:
        return dt.timezone(dt.timedelta(minutes=minutes)), match.end()
    return None, 0


def _named_zone(name: str, languages: Sequence[str]) -> str | None:
    """The zone of an abbreviation whose offset depends on the place or the day."""
    places = ZONES_BY_PLACE.get(name)
    if places is not None and languages:
        language, *rest = languages[0].replace("_", "-").lower().split("-")
        found = places.get(rest[-1] if rest else language) or places.get(language)
        if found is not None:
            return found
    return ZONE_NAMES.get(name)


def offset(zone: str | None) -> dt.timezone | None:
    """The zone of an offset as ISO 8601 writes it; a word (Z, UTC, GMT) is UTC."""
    if not zone:
        return None
    if zone[0] not in "+-":
        return dt.UTC
    digits = zone[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:4])
    if minutes >= 24 * 60:
        return None
    return dt.timezone(dt.timedelta(minutes=-minutes if zone[0] == "-" else minutes))
