"""The scripts of the world's papers, and the language of each script that only one uses."""

from __future__ import annotations

from typing import Final

SCRIPTS: Final[tuple[tuple[str, str], ...]] = (
    ("Latin", "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"),
    ("Greek", "\u0370-\u03ff\u1f00-\u1fff"),
    ("Cyrillic", "\u0400-\u052f"),
    ("Armenian", "\u0531-\u0587"),
    ("Hebrew", "\u05d0-\u05ea\ufb1d-\ufb4f"),
    ("Arabic", "\u0620-\u064a\u066e-\u06d3\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"),
    ("Devanagari", "\u0900-\u0963\u0970-\u097f"),
    ("Bengali", "\u0980-\u09e3\u09f0-\u09fe"),
    ("Gurmukhi", "\u0a01-\u0a65\u0a70-\u0a76"),
    ("Gujarati", "\u0a81-\u0ae3"),
    ("Odia", "\u0b01-\u0b63"),
    ("Tamil", "\u0b82-\u0bd7"),
    ("Telugu", "\u0c00-\u0c63"),
    ("Kannada", "\u0c80-\u0ce3"),
    ("Malayalam", "\u0d00-\u0d63"),
    ("Sinhala", "\u0d80-\u0df4"),
    ("Thai", "\u0e01-\u0e4e"),
    ("Lao", "\u0e81-\u0ecd"),
    ("Burmese", "\u1000-\u103f"),
    ("Georgian", "\u10a0-\u10ff"),
    ("Ethiopic", "\u1200-\u137f"),
    ("Khmer", "\u1780-\u17d3"),
    ("kana", "\u3041-\u3096\u30a1-\u30fa\u30fc"),
    ("Han", "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"),
    ("Hangul", "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"),
)
"""Each script and its letters, as the inside of a character class. Source: Unicode blocks."""

ONLY_LANGUAGES: Final[dict[str, str]] = {
    "Greek": "el",
    "Armenian": "hy",
    "Hebrew": "he",
    "Bengali": "bn",
    "Gurmukhi": "pa",
    "Gujarati": "gu",
    "Odia": "or",
    "Tamil": "ta",
    "Telugu": "te",
    "Kannada": "kn",
    "Malayalam": "ml",
    "Sinhala": "si",
    "Thai": "th",
    "Lao": "lo",
    "Burmese": "my",
    "Georgian": "ka",
    "Khmer": "km",
    "kana": "ja",
    "Han": "zh",
    "Hangul": "ko",
}
"""The scripts in which the papers of one language are printed, and that language.

Japanese is printed in kana and Han, Chinese in Han alone.
"""
