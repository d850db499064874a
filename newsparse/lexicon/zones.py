"""Time zones by the abbreviations that pages print."""

from __future__ import annotations

from typing import Final

ZONES: Final[dict[str, int]] = {
    "utc": 0,
    "gmt": 0,
    "z": 0,
    "wet": 0,
    "bst": 60,
    "ist": 330,
    "west": 60,
    "cet": 60,
    "mez": 60,
    "cest": 120,
    "mesz": 120,
    "eet": 120,
    "eest": 180,
    "msk": 180,
    "мск": 180,
    "sast": 120,
    "cat": 120,
    "eat": 180,
    "wat": 60,
    "gst": 240,
    "idt": 180,
    "trt": 180,
    "irst": 210,
    "ict": 420,
    "npt": 345,
    "pkt": 300,
    "wib": 420,
    "wita": 480,
    "wit": 540,
    "sgt": 480,
    "hkt": 480,
    "myt": 480,
    "pht": 480,
    "jst": 540,
    "kst": 540,
    "awst": 480,
    "acst": 570,
    "aest": 600,
    "aedt": 660,
    "acdt": 630,
    "nzst": 720,
    "nzdt": 780,
    "est": -300,
    "edt": -240,
    "cst": -360,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
    "akst": -540,
    "akdt": -480,
    "hst": -600,
    "ast": -240,
    "adt": -180,
    "nst": -210,
    "ndt": -150,
    "brt": -180,
    "art": -180,
}
"""Zone abbreviations to minutes east of Greenwich."""

ZONE_NAMES: Final[dict[str, str]] = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
}
"""Zone abbreviations that do not say whether it is summer."""

ZONES_BY_PLACE: Final[dict[str, dict[str, str]]] = {
    "ist": {
        "il": "Asia/Jerusalem",
        "he": "Asia/Jerusalem",
        "ie": "Europe/Dublin",
        "ga": "Europe/Dublin",
    },
    "cst": {
        "cn": "Asia/Shanghai",
        "zh": "Asia/Shanghai",
        "tw": "Asia/Taipei",
        "cu": "America/Havana",
    },
    "ast": {"sa": "Asia/Riyadh", "ar": "Asia/Riyadh", "kw": "Asia/Kuwait"},
    "bst": {"bd": "Asia/Dhaka", "bn": "Asia/Dhaka"},
    "sst": {"sg": "Asia/Singapore"},
    "est": {"au": "Australia/Sydney"},
    "pst": {"ph": "Asia/Manila"},
}
"""Abbreviations of several zones: the zone by region (ISO 3166-1), or by language where a page
states no region. Others than these have the offset of `ZONES`."""
