"""What dateparser reads, with fixed languages and a fixed base; it is imported on first use."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any, Final

from newsparse.lexicon import languages as lexicon

OLDEST_YEAR: Final = 1600
NEWEST_YEAR: Final = 2200


def dateparser_codes(languages: Sequence[str]) -> tuple[str, ...]:
    """The codes of languages as dateparser knows them: without a region, Norwegian as `nb`."""
    codes = []
    for language in languages:
        known = lexicon.language_of(language)
        codes.append(known.code if known else re.split("[-_]", language)[0].lower())
    return tuple(dict.fromkeys(codes))


def by_dateparser(
    text: str, codes: Sequence[str], base: dt.datetime, *, relative: bool
) -> dt.datetime | None:
    """What dateparser reads in `text`; None where it reads nothing or knows no such language."""
    import dateparser

    settings: dict[str, Any] = {
        "RELATIVE_BASE": base.replace(tzinfo=None),
        "REQUIRE_PARTS": [] if relative else ["day", "month", "year"],
        "RETURN_AS_TIMEZONE_AWARE": False,
        "PREFER_LOCALE_DATE_ORDER": True,
        "PARSERS": ["relative-time", "absolute-time"] if relative else ["absolute-time"],
    }
    try:
        found: dt.datetime | None = dateparser.parse(text, languages=list(codes), settings=settings)
    except (ValueError, OverflowError, TypeError):
        return None
    return found if found is not None and OLDEST_YEAR <= found.year <= NEWEST_YEAR else None
