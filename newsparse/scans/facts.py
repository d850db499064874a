"""What is known of an issue as a whole: its paper, number, day and language.

A METS is believed first, then the masthead, then the running heads.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

import attrs

from newsparse.fields.dates import find_dates
from newsparse.lexicon.languages import spoken
from newsparse.records import Evidence, Masthead, Origin, Source
from newsparse.scans.mets import Mets
from newsparse.scans.model import Region, ScanPage
from newsparse.scans.records import Statement
from newsparse.scans.text import Place
from newsparse.textual import any_of, folded_words, normalize

_DATES: Final = (
    (re.compile(r"(\d{4})-(\d{2})-(\d{2})"), (1, 2, 3)),
    (re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})"), (3, 2, 1)),
    (re.compile(r"(\d{4})(\d{2})(\d{2})"), (1, 2, 3)),
)
"""Dates as METS files write them, with the groups of year, month and day."""
_NUMBER: Final = re.compile(
    rf"(?:\b{any_of(spoken(lambda language: language.issue_number_words))}|\bn°|nº|№)\.?\s*"
    r"(\d[\d.,]{0,8}\d|\d)",
    re.IGNORECASE,
)
_MOST_HEAD_LINES: Final = 4
"""Lines of a region in which number and date are looked for."""

Placed = tuple[ScanPage, Region]
"""A region with its page."""


@attrs.frozen
class Facts:
    """What is known of an issue."""

    title: str | None = None
    number: str | None = None
    date: dt.date | None = None
    language: str = ""
    masthead: Masthead | None = None
    published: Evidence | None = None
    """Where its date stands."""
    statements: tuple[Statement, ...] = ()


def issue_facts(
    mets: Mets | None,
    file: str,
    pages: Sequence[ScanPage],
    plate: Sequence[Placed],
    heads: Sequence[Placed],
) -> Facts:
    """The facts of an issue from its METS, which stands in `file`, from the regions of its masthead
    (`plate`) and from its running heads."""
    stated = _stated(mets, file)
    lines = _lines((*plate, *heads))
    date = _date(mets.date) if mets is not None else None
    number = _number(mets.number) if mets is not None else None
    if date is None:
        date, said = _printed_date(lines)
        stated += said
    if number is None:
        number, said = _printed_number(lines)
        stated += said
    masthead = _masthead(mets.title if mets is not None else "", stated, plate)
    return Facts(
        title=masthead.name if masthead is not None else None,
        number=number,
        date=date,
        language=_language(mets, pages),
        masthead=masthead,
        published=_published(stated) if date is not None else None,
        statements=tuple(stated),
    )


def _stated(mets: Mets | None, file: str) -> list[Statement]:
    """What the METS states, with the XPath of each statement."""
    if mets is None:
        return []
    return [
        Statement(field, value, f"METS#{mets.paths[field]}", file)
        for field, value in (("title", mets.title), ("number", mets.number), ("date", mets.date))
        if value and field in mets.paths
    ]


def _language(mets: Mets | None, pages: Sequence[ScanPage]) -> str:
    if mets is not None and mets.language:
        return mets.language
    return next((page.language for page in pages if page.language), "")


def _lines(regions: Sequence[Placed]) -> list[tuple[str, Place]]:
    """The lines of short regions, each with its place."""
    return [
        (line.text, Place(page.number, line.box))
        for page, region in regions
        if len(region.lines) <= _MOST_HEAD_LINES
        for line in region.lines
    ]


def _date(text: str) -> dt.date | None:
    """The date in the form of a METS; None for any other text.

    >>> _date("30.04.1884"), _date("1884")
    (datetime.date(1884, 4, 30), None)
    """
    for pattern, order in _DATES:
        match = pattern.search(text)
        if match:
            try:
                return dt.date(*(int(match.group(at)) for at in order))
            except ValueError:
                return None
    return None


def _number(text: str) -> str | None:
    """The number of an issue, without the words around it.

    >>> _number("Jg. 3, nº 288"), _number("412"), _number("")
    ('288', '412', None)
    """
    match = _NUMBER.search(text)
    return match.group(1) if match else text or None


def _printed_date(lines: Sequence[tuple[str, Place]]) -> tuple[dt.date | None, list[Statement]]:
    """The first date that the lines print."""
    for text, place in lines:
        found = next(find_dates(text), None)
        if found is not None:
            moment = found.moment
            day = moment.date() if isinstance(moment, dt.datetime) else moment
            return day, [Statement("date", text[found.start : found.end], str(place), None)]
    return None, []


def _printed_number(lines: Sequence[tuple[str, Place]]) -> tuple[str | None, list[Statement]]:
    """The first number of an issue that the lines print."""
    for text, place in lines:
        match = _NUMBER.search(text)
        if match:
            return match.group(1), [Statement("number", match.group(), str(place), None)]
    return None, []


def _masthead(title: str, stated: list[Statement], plate: Sequence[Placed]) -> Masthead | None:
    """The paper's name: as stated, else as printed. The print is its source where both agree."""
    printed = _nameplate(plate)
    if printed is not None and (not title or _agree(title, printed[0])):
        text, place = printed
        source = Source(Origin.TEXT, where=str(place), reason="the masthead of the first page")
        return Masthead(title or text, raw=text, source=source)
    if not title:
        return None
    where = next((one.where for one in stated if one.field == "title"), None)
    return Masthead(
        title, raw=title, source=Source(Origin.META, where=where, reason="the METS names the paper")
    )


def _agree(title: str, printed: str) -> bool:
    """Whether a stated and a printed name share half of the shorter one's words."""
    mine, theirs = folded_words(normalize(title)), folded_words(normalize(printed))
    return len(mine & theirs) * 2 >= min(len(mine), len(theirs)) > 0


def _nameplate(plate: Sequence[Placed]) -> tuple[str, Place] | None:
    """The line of the masthead that is set largest."""
    lines = [
        (_line_height(region, at), line.text, Place(page.number, line.box))
        for page, region in plate
        for at, line in enumerate(region.lines)
        if sum(map(str.isalpha, line.text)) >= 3
    ]
    best = max(lines, key=lambda one: one[0], default=None)
    return (best[1], best[2]) if best is not None else None


def _line_height(region: Region, at: int) -> int:
    height = region.lines[at].box.height
    return max(height, region.box.height) if len(region.lines) == 1 else height


def _published(stated: Sequence[Statement]) -> Evidence | None:
    """Where the date of the issue stands, as evidence of an article's date."""
    dated = next((one for one in stated if one.field == "date"), None)
    if dated is None:
        return None
    origin = Origin.META if dated.where.startswith("METS#") else Origin.TEXT
    return Evidence(
        "published", dated.text, Source(origin, where=dated.where, reason="the date of the issue")
    )
