"""Advertisements and classifieds that no file marks, recognized by how they address the reader."""

from __future__ import annotations

import re
from typing import Final

_MOST_WORDS: Final = 120
"""Words of a region up to which it may be one advertisement."""
_LEAST_CUES: Final = 2
_CUES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("it cries out", r"\w!\s+\w+!|!!|^\W{0,3}\w[\w' ]{0,30}!"),
        (
            "it names a price",
            r"[$£€]\s?\d|\d\s?(?:cents?|francs?|fr\.|mark|pf\.|kr\.|d\.|s\.)(?!\w)"
            r"|\b\w+pence a\b|\bprix\s?:|\bpreis\s?:",
        ),
        (
            "it sells",
            r"\bsold (?:everywhere|by all|at)\b|\bfor sale\b|\bon sale\b|\bbargains?\b"
            r"|\ben vente\b|\bà vendre\b|\bzu verkaufen\b|\bzu haben\b",
        ),
        (
            "it asks the reader to come",
            r"\bapply (?:to|at)\b|\binquire at\b|\bwrite to\b|\btry \w+|\bask your\b|\border now\b"
            r"|\bcall (?:at|on) us\b|\bs'adresser\b|\bman wende sich\b",
        ),
        (
            "it lets or seeks",
            r"\bto let\b|\bfor rent\b|\bwanted\b|\bà louer\b|\bon demande\b"
            r"|\bzu vermieten\b|\bgesucht\b",
        ),
        ("it gives a telephone", r"\btel(?:ephone|\.)\s?:?\s?\d|\bphone\s\d"),
    )
)  # fmt: skip
"""How advertisements speak. One cue is met in stories too; it takes two."""


def advertisement(text: str) -> str:
    """Why a text is an advertisement; "" where it is none.

    >>> advertisement("SOAP! SOAP! Try Quill's soap, sold everywhere, ninepence a bar.")
    'it cries out, it names a price, it sells, it asks the reader to come'
    >>> advertisement("The baker sold out before noon, he said.")
    ''
    """
    if len(text.split()) > _MOST_WORDS:
        return ""
    flat = " ".join(text.split())
    found = [name for name, pattern in _CUES if pattern.search(flat)]
    return ", ".join(found) if len(found) >= _LEAST_CUES else ""
