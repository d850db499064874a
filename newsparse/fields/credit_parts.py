"""The parts of a credit: names, agencies or neither. Whether a text reads as a credit."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from newsparse.fields.credit_labels import label_pattern
from newsparse.fields.persons import cased, is_name
from newsparse.lexicon.agencies import agency_at_end, agency_of
from newsparse.lexicon.languages import spoken
from newsparse.lexicon.papers import HOUSE_WORDS, is_paper, paper_at_end
from newsparse.textual import any_of

_LONGEST_ANONYMOUS: Final = 80
"""Characters of the longest text that may be a credit that names nobody."""
_MOST_PARTS: Final = 8
_MOST_HOUSE_WORDS: Final = 6
LONGEST_CREDIT: Final = 120
"""Characters of the longest credit that is looked for."""
_YEAR = re.compile(r"^\d{4}$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$")
_EMAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,64}\.[^\s@]{1,64}")
_HOST = re.compile(
    r"(?:www\.)?[a-z\d-]{2,40}"
    r"\.(?:com|net|org|edu|gov|co\.uk|de|fr|es|it|nl|se|no|dk|fi|pl|cz|ru|jp|is|info|tv)$",
    re.IGNORECASE,
)
"""A site that gave the picture: `(example.com)`."""
SENTENCE_INSIDE = re.compile(r"(?<![A-ZÀ-Þ])(?<!Jr|Sr|Co|St)[.!?]\s+\S")
"""The end of a sentence with more after it; an initial's full stop is none."""


@cache
def _split() -> re.Pattern[str]:
    """What stands between two parts of a credit."""
    words = any_of(spoken(lambda language: language.credit_splitters))
    return re.compile(
        r"[()（）/／|;·•&]|(?<=\s)[–—-](?=\s)|,(?!\s?(?:jr|sr|inc|llc|ltd|co)\b)|\bvia\b"
        rf"|(?<=\s)(?:{words})(?=\s)",
        re.IGNORECASE,
    )


@cache
def _picture_word() -> re.Pattern[str]:
    words = any_of(spoken(lambda language: language.picture_words))
    return re.compile(rf"\b{words}\b", re.IGNORECASE)


def parts_of(raw: str) -> list[str]:
    return [
        part for piece in _split().split(raw) if (part := piece.strip(" .,،:()[]©\u00a0\u200b"))
    ]


def sort_part(part: str, names: list[str], agencies: list[str]) -> None:
    """Put one part of a credit among the names or the agencies, or nowhere."""
    for kind, test in _SORTS:
        if test(part):
            if kind == "agency":
                agencies.append(part)
            elif kind == "name":
                names.append(cased(part) if " " in part else part)
            elif kind == "pair":
                agency, _, name = part.partition(":")
                agencies.append(agency.strip())
                names.append(cased(name.strip()))
            elif kind == "both":
                _sort_both(part, names, agencies)
            return


def _is_agency_and_name(part: str) -> bool:
    """`MTI Fotó: Nagy Béla`: an agency, a colon and a name."""
    agency, colon, name = part.partition(":")
    return bool(colon) and is_agency(agency.strip()) and is_name(name.strip())


def _sort_both(part: str, names: list[str], agencies: list[str]) -> None:
    found = agency_at_end(part)
    start = found[0] if found else paper_at_end(part)
    if start:
        names.append(part[:start].strip(" -–—"))
        agencies.append(part[start:].strip())


def _is_nothing(part: str) -> bool:
    return part.casefold() in _roles() or bool(_YEAR.match(part)) or bool(_EMAIL.search(part))


@cache
def _roles() -> frozenset[str]:
    return frozenset(
        word
        for word in spoken(lambda language: language.credit_fillers)
        if word not in ("str", "stringer")
    )


def is_agency(part: str) -> bool:
    return (
        _is_house(part)
        or agency_of(part) is not None
        or is_paper(part)
        or agency_of(_picture_word().sub("", part).strip()) is not None
    )


def _is_house(part: str) -> bool:
    """Whether a part is shaped like the name of a paper: `THE EXAMPLE HERALD`."""
    words = part.split()
    return (
        2 <= len(words) <= _MOST_HOUSE_WORDS
        and words[-1].casefold() in HOUSE_WORDS
        and all(word[0].isupper() or word in ("of", "de", "der") for word in words)
    )


def _is_both(part: str) -> bool:
    found = agency_at_end(part)
    start = found[0] if found else paper_at_end(part)
    return bool(start) and is_name(part[:start].strip(" -–—"))


def _is_name(part: str) -> bool:
    return (
        is_name(part)
        or part.upper() in ("STR", "STRINGER")
        or (part.isupper() and 2 < len(part) < 12 and part.isalpha())
    )


_SORTS: Final[tuple[tuple[str, Callable[[str], bool]], ...]] = (
    ("agency", is_agency),
    ("nothing", _is_nothing),
    ("name", lambda part: part.upper() in ("STR", "STRINGER")),
    ("pair", _is_agency_and_name),
    ("both", _is_both),
    ("name", is_name),
    ("agency", lambda part: len(part) > 1),
)
"""What a part of a credit is; the first row that holds decides."""


@cache
def _anonymous() -> frozenset[str]:
    return frozenset(spoken(lambda language: language.anonymous_credits))


def is_anonymous(text: str, edges: str) -> bool:
    """Whether a text, without the marks at its edges, is a credit that names nobody.

    >>> is_anonymous("Submitted photo.", " ."), is_anonymous("Ada Lin", " .")
    (True, False)
    """
    if len(text) > _LONGEST_ANONYMOUS:
        return False
    return " ".join(text.casefold().split()).strip(edges) in _anonymous()


def reads_as_credit(text: str, *, strict: bool = False) -> bool:
    """Whether a bracket or tail is a credit: all its parts are names, agencies or fillers."""
    if label_pattern().match(text.lstrip(" ([")):
        return len(text) <= LONGEST_CREDIT
    if is_anonymous(text, " ."):
        return True
    if SENTENCE_INSIDE.search(text):
        return False
    parts = parts_of(text)
    if not parts or len(parts) > _MOST_PARTS or all(_YEAR.match(part) for part in parts):
        return False
    unsure = [part for part in parts if not _is_sure(part)]
    sure, named = len(parts) - len(unsure), sum(map(_is_name, unsure))
    if sure + named < len(parts):
        strangers = [part for part in unsure if not _is_name(part)]
        told = sure > 0 or (named > 0 and strangers[0][:1].isupper())
        return told and not strict and "/" in text and len(strangers) <= 1
    if sure:
        return True
    return (
        not strict
        and ("/" in text or len(parts) <= 2)
        and all(len(part.split()) >= 2 or "/" in text for part in parts)
    )


def _is_sure(part: str) -> bool:
    """Whether a part stands in credits and hardly anywhere else."""
    return (
        is_agency(part)
        or _is_nothing(part)
        or bool(_HOST.match(part))
        or _is_both(part)
        or "@" in part
    )
