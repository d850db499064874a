"""Days of calendars that other libraries convert: read with them, and not read without."""

from __future__ import annotations

import datetime as dt

import pytest

from newsparse.fields import calendars
from newsparse.fields.dates import parse_moment

DAYS = [
    ("convertdate", "۱۴ اردیبهشت ۱۴۰۳", "fa", dt.date(2024, 5, 3)),
    ("convertdate", "1403/02/14", "fa", dt.date(2024, 5, 3)),
    ("convertdate", "شنبه ۱۵ اردیبهشت ۱۴۰۳", "fa", dt.date(2024, 5, 4)),
    ("convertdate", "14 ارديبهشت 1403", "fa", dt.date(2024, 5, 3)),
    ("convertdate", "۱۴/۰۲/۱۴۰۳", "fa", dt.date(2024, 5, 3)),
    ("hijridate", "24 شوال 1445", "ar", dt.date(2024, 5, 3)),
    ("hijridate", "1445/10/24", "ar", dt.date(2024, 5, 3)),
    ("hijridate", "24/10/1445", "ar-SA", dt.date(2024, 5, 3)),
    ("hijridate", "2 ذي الحجة 1445", "ar", dt.date(2024, 6, 8)),
    ("hijridate", "15 ربيع الأول 1446", "ar", dt.date(2024, 9, 18)),
]


@pytest.mark.parametrize(("library", "text", "language", "day"), DAYS)
def test_days_are_converted(library: str, text: str, language: str, day: dt.date) -> None:
    pytest.importorskip(library, reason="pip install 'newsparse[calendars]'")
    assert parse_moment(text, languages=[language]) == day


@pytest.mark.parametrize(("library", "text", "language", "day"), DAYS)
def test_days_are_not_guessed(
    library: str, text: str, language: str, day: dt.date, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the library the day is not read: a year of the wrong calendar would be worse."""
    monkeypatch.setattr(calendars, "_jalali", lambda: None)
    monkeypatch.setattr(calendars, "_hijri", lambda: None)
    assert parse_moment(text, languages=[language]) is None
