"""Eras by which pages count years, by their names."""

from __future__ import annotations

from typing import Final

ERAS: Final[dict[str, int]] = {
    "令和": 2018,
    "平成": 1988,
    "昭和": 1925,
    "大正": 1911,
    "明治": 1867,
    "民國": 1911,
    "民国": 1911,
    "中華民國": 1911,
}
"""The Gregorian year before the first year of an era: of Japanese reigns, and of Minguo."""

ERA_LETTERS: Final[dict[str, str]] = {
    "R": "令和",
    "H": "平成",
    "S": "昭和",
    "T": "大正",
    "M": "明治",
}
"""Letters that stand for an era before a year in numbers ("R6.5.3")."""

HAN_DIGITS: Final = "〇一二三四五六七八九"
"""The Han signs of the digits, in order; zero has a second sign."""
HAN_ZERO: Final = "零"
HAN_TEN: Final = "十"
