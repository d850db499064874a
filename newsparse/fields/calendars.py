"""Years and days of other calendars than the Gregorian one.

The Thai Buddhist, the Japanese and the Minguo calendar count years from another year and share the
Gregorian days, so `lexicon.eras` holds all there is to know. Jalali and Hijri days are converted by
libraries, the ones that `dateparser[calendars]` installs; without them such a day is not read.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Final

from newsparse.lexicon.eras import ERA_LETTERS, ERAS, HAN_DIGITS, HAN_TEN, HAN_ZERO
from newsparse.textual import any_of

_BUDDHIST_OFFSET: Final = 543
_BUDDHIST_YEARS: Final = range(2400, 2644)
"""Years that a Thai page can only mean in the Buddhist calendar: 1857 to 2100."""
_BUDDHIST_CENTURY: Final = 2500
_CENTURY: Final = 2000
_FEWEST_BUDDHIST: Final = 40
"""The last digits of 2540 (1997): no page of the web is older than that."""
_BEFORE_MINGUO: Final = 1911
_MINGUO_YEARS: Final = range(85, 140)
"""Years of the Minguo calendar that a page may state in numbers alone: 1996 to 2050."""
_JALALI_YEARS: Final = range(1250, 1500)
_HIJRI_YEARS: Final = range(1300, 1500)
_ERA_YEAR: Final = rf"(?P<era>{any_of(ERAS)})\s?(?P<count>\d{{1,3}}|[元])"
_OTHER_YEAR: Final = rf"(?:{any_of(ERAS)}\s?(?:\d{{1,3}}|[元])|\d{{4}})\s?年?"
DENSE_DAY = re.compile(
    rf"(?:{_ERA_YEAR}|(?P<year>\d{{4}}))\s*(?:[（(]{_OTHER_YEAR}[）)]\s*)?[年년]"
    rf"\s*(?:[（(]{_OTHER_YEAR}[）)]\s*)?(?P<month>\d{{1,2}})\s*[月월]\s*(?P<day>\d{{1,2}})"
    r"\s*[日일]?"
)
"""A day as Chinese, Japanese and Korean write it, its year in one calendar or in two."""

ERA_DAY = re.compile(
    rf"(?<![A-Za-z\d])(?P<era>[{''.join(ERA_LETTERS)}])\s?(?P<count>\d{{1,2}})"
    r"(?P<by>[./])\s?(?P<month>\d{1,2})(?P=by)\s?(?P<day>\d{1,2})(?![\d./])"
)
"""A day with the letter of its era, as Japanese pages shorten it."""
_HAN_DIGIT: Final = f"[{HAN_DIGITS}{HAN_ZERO}]"
_HAN_NUMBER: Final = f"[{HAN_DIGITS}{HAN_TEN}]{{1,3}}"
HAN_DAY = re.compile(
    rf"(?:(?P<era>{any_of(ERAS)})(?P<count>{_HAN_NUMBER}|[元])|(?P<year>{_HAN_DIGIT}{{4}}))"
    rf"年(?P<month>{_HAN_NUMBER})月(?P<day>{_HAN_NUMBER})日"
)
"""A day in Han numerals, its year in four digits or in an era."""
MINGUO_DAY = re.compile(
    r"(?<![\d./-])(?P<year>\d{2,3})(?P<by>[./-])(?P<month>\d{1,2})(?P=by)(?P<day>\d{1,2})(?![\d./-])"
)
"""A day in numbers as pages of Taiwan write it, its year in the Minguo calendar."""
THAI_DAY = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})\s*(?P<month>[\u0e01-\u0e5b.]{3,12}?)\.?\s*"
    r"(?P<year>\d{2})(?![\d:]|\.\d)"
)
"""A day with a Thai month and the last two digits of its year."""


def year_of(match: re.Match[str]) -> int:
    """The Gregorian year of a match of `DENSE_DAY`.

    >>> year_of(DENSE_DAY.match("令和6年5月3日")), year_of(DENSE_DAY.match("2024(令和6)年5月3日"))
    (2024, 2024)
    """
    if match["year"]:
        return int(match["year"])
    return ERAS[match["era"]] + (int(match["count"]) if match["count"].isdigit() else 1)


def han_year(match: re.Match[str]) -> int:
    """The Gregorian year of a match of `HAN_DAY`.

    >>> han_year(HAN_DAY.match("二〇二四年五月三日")), han_year(HAN_DAY.match("令和六年五月三日"))
    (2024, 2024)
    """
    if match["year"]:
        return han_number(match["year"])
    return ERAS[match["era"]] + (han_number(match["count"]) or 1)  # no digit: the first year


def year_of_letter(match: re.Match[str]) -> int:
    """The Gregorian year of a match of `ERA_DAY`.

    >>> year_of_letter(ERA_DAY.match("R6.5.3"))
    2024
    """
    return ERAS[ERA_LETTERS[match["era"]]] + int(match["count"])


def han_number(text: str) -> int:
    """The number that Han numerals state: digits in order, or tens and ones.

    >>> han_number("二〇二四"), han_number("十"), han_number("二十四")
    (2024, 10, 24)
    """
    tens, ten, ones = text.rpartition(HAN_TEN)
    if ten:
        return 10 * (han_number(tens) if tens else 1) + (han_number(ones) if ones else 0)
    return int("".join(str(max(HAN_DIGITS.find(sign), 0)) for sign in text))


def year_of_minguo(year: int) -> int | None:
    """The Gregorian year of one in the Minguo calendar; None where the number is another year.

    >>> year_of_minguo(113), year_of_minguo(24)
    (2024, None)
    """
    return _BEFORE_MINGUO + year if year in _MINGUO_YEARS else None


def buddhist_year_of_two_digits(year: int) -> int:
    """The Gregorian year of the last two digits of a Thai year, which count in the Buddhist
    calendar; small ones can only be of the Gregorian one.

    >>> buddhist_year_of_two_digits(67), buddhist_year_of_two_digits(24)
    (2024, 2024)
    """
    if year < _FEWEST_BUDDHIST:
        return _CENTURY + year
    return _BUDDHIST_CENTURY + year - _BUDDHIST_OFFSET


def gregorian_year(year: int) -> int:
    """A year as printed on a page that may count in the Buddhist calendar.

    >>> gregorian_year(2567), gregorian_year(2024)
    (2024, 2024)
    """
    return year - _BUDDHIST_OFFSET if year in _BUDDHIST_YEARS else year


def is_jalali(year: int) -> bool:
    """Whether a year of a Persian page counts in the Jalali calendar."""
    return year in _JALALI_YEARS


def is_hijri(year: int) -> bool:
    """Whether a year beside a month of the Hijri calendar counts in it."""
    return year in _HIJRI_YEARS


def from_jalali(year: int, month: int, day: int) -> dt.date | None:
    """The Gregorian day of a Jalali one; None where it is none or `convertdate` is missing."""
    return _converted(_jalali(), year, month, day)


def from_hijri(year: int, month: int, day: int) -> dt.date | None:
    """The Gregorian day of one of the Umm al-Qura calendar; None as for `from_jalali`."""
    return _converted(_hijri(), year, month, day)


_Conversion = Callable[[int, int, int], tuple[int, int, int]]


def _converted(convert: _Conversion | None, year: int, month: int, day: int) -> dt.date | None:
    if convert is None:
        return None
    try:
        return dt.date(*convert(year, month, day))
    except (ValueError, OverflowError):
        return None


@cache
def _jalali() -> _Conversion | None:
    try:
        persian = import_module("convertdate.persian")
    except ImportError:
        return None
    return lambda year, month, day: persian.to_gregorian(year, month, day)


@cache
def _hijri() -> _Conversion | None:
    try:
        hijridate = import_module("hijridate")
    except ImportError:
        return None
    return lambda year, month, day: hijridate.Hijri(year, month, day).to_gregorian().datetuple()
