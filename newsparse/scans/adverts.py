"""Advertisements and classifieds that no file marks, recognized by how they address the reader."""

from __future__ import annotations

import re
from typing import Final

from newsparse.lexicon.languages import spoken
from newsparse.textual import any_of

_MOST_WORDS: Final = 120
"""Words of a region up to which it may be one advertisement."""
_LEAST_CUES: Final = 2
_CUES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("it cries out", r"\w!\s+\w+!|!!|^\W{0,3}\w[\w' ]{0,30}!"),
        (
            "it names a price",
            rf"[$£€]\s?\d|{'|'.join(spoken(lambda language: language.advert_price_patterns))}",
        ),
        (
            "it sells",
            rf"\b{any_of(spoken(lambda language: language.advert_sale_phrases))}\b",
        ),
        (
            "it asks the reader to come",
            rf"\b(?:{'|'.join(spoken(lambda language: language.advert_request_patterns))})\b",
        ),
        (
            "it lets or seeks",
            rf"\b{any_of(spoken(lambda language: language.advert_letting_phrases))}\b",
        ),
        ("it gives a telephone", r"\btel(?:ephone|\.)\s?:?\s?\d|\bphone\s\d"),
    )
)
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
