"""Desks: phrases that name the paper's staff or agencies in a byline instead of a person."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsparse.lexicon.languages import spoken
from newsparse.textual import any_of

_LONGEST_DESK: Final = 60
"""Characters of the longest text that may be a desk."""


@cache
def desks() -> dict[str, str]:
    """The phrases that name a desk, each with the value of `Byline.desk` that it stands for.

    >>> desks()["staff reports"], desks()["agencies"]
    ('staff', 'wire')
    """
    return {
        **dict.fromkeys(spoken(lambda language: language.staff_desks), "staff"),
        **dict.fromkeys(spoken(lambda language: language.wire_desks), "wire"),
    }


@cache
def _staff() -> re.Pattern[str]:
    """Desks with a beat or place inside."""
    return re.compile("|".join(spoken(lambda language: language.staff_desk_patterns)))


@cache
def _prefix() -> re.Pattern[str]:
    return re.compile(rf"{any_of(spoken(lambda language: language.desk_prefixes))}\s+")


def desk_of(text: str) -> str | None:
    """The value of `Byline.desk` that a text stands for, None where it names no desk.

    >>> desk_of("From staff reports"), desk_of("Ada Lin") is None
    ('staff', True)
    """
    if len(text) > _LONGEST_DESK:
        return None
    folded = " ".join(text.casefold().split()).strip(" .,:()")
    known = desks()
    prefix = _prefix().match(folded)
    desk = known.get(folded) or (known.get(folded[prefix.end() :]) if prefix else None)
    return desk or ("staff" if _staff().fullmatch(folded) else None)
