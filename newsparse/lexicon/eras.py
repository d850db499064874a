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
