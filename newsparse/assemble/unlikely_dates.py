"""Dates that no newspaper can have printed beside the others of the page.

Software writes a date where it has none: the first second of its clock, the end of an embargo that
nobody set, the day on which a page was built. Such a date shows by what else the page states.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import combinations
from typing import Final

from newsparse.assemble.dated import DateCue, DatedStatement
from newsparse.records import Moment, ParseWarning, WarningCode

_FIRST_OF_EPOCH: Final = dt.date(1969, 12, 31)
"""The first second of 1970 in UTC, seen from the Americas."""
_LAST_OF_EPOCH: Final = dt.date(1970, 1, 31)
"""Milliseconds of this century read as seconds end here."""
_SAME_STORY: Final = dt.timedelta(days=31)
"""How far two dates of one story lie apart at most, to speak for each other."""


def unlikely(said: Sequence[DatedStatement]) -> tuple[list[DatedStatement], list[str]]:
    """The statements that may be true, in their order, and why each other was left out."""
    kept, doubts = _without_epochs(said)
    while (top := _publication(kept)) is not None:
        reason = _contradicted(top, kept)
        if reason is None:
            break
        kept = [one for one in kept if one is not top]
        doubts.append(f"the date {top.raw} {reason}")
    return kept, doubts


def left_out(doubts: Sequence[str]) -> tuple[ParseWarning, ...]:
    """A warning for each date that was left out."""
    return tuple(
        ParseWarning(WarningCode.BAD_DATE, f"{doubt} and was left out")
        for doubt in dict.fromkeys(doubts)
    )


def is_earlier(one: Moment, other: Moment) -> bool:
    """Whether a moment is before another; days are compared where a zone or a time is missing.

    >>> is_earlier(dt.date(2024, 5, 3), dt.datetime(2024, 5, 3, 9, 0))
    False
    """
    if isinstance(one, dt.datetime) and isinstance(other, dt.datetime):
        if (one.tzinfo is None) == (other.tzinfo is None):
            return one < other
    return day_of(one) < day_of(other)


def _without_epochs(said: Sequence[DatedStatement]) -> tuple[list[DatedStatement], list[str]]:
    """The statements without empty dates; a printed one stays where nothing else is dated."""
    likely = [one for one in said if not _is_epoch(one.moment)]
    if not likely:
        likely = [one for one in said if one.cue in _PRINTED]
    doubts = [f"the date {one.raw} is the start of a computer's clock" for one in said]
    return likely, [doubt for one, doubt in zip(said, doubts, strict=True) if one not in likely]


_PRINTED: Final = frozenset(
    (
        DateCue.FIRST_LABEL,
        DateCue.LABEL,
        DateCue.LABEL_BELOW,
        DateCue.LINE,
        DateCue.URL,
        DateCue.FAR_LINE,
    )
)


def _is_epoch(moment: Moment) -> bool:
    return _FIRST_OF_EPOCH <= day_of(moment) <= _LAST_OF_EPOCH


def _publication(said: Sequence[DatedStatement]) -> DatedStatement | None:
    return next((one for one in said if one.updated is not True and not one.relative), None)


def _contradicted(top: DatedStatement, said: Sequence[DatedStatement]) -> str | None:
    """Why the heaviest date of publication cannot be true; None where nothing speaks against it.

    It must be far from all other dates, and two places must agree on another one. Updates speak
    against a date that is later than they are, never against an earlier one.
    """
    others = [one for one in said if _place(one) != _place(top) and one.cue not in _FAR]
    if any(_is_near(top, one) for one in others):
        return None
    if all(is_earlier(one.moment, top.moment) for one in others) and _agree(others):
        return "is long after all others"
    publications = [one for one in others if one.updated is not True]
    if all(is_earlier(top.moment, one.moment) for one in publications) and _agree(publications):
        return "is long before all others"
    return None


_FAR: Final = frozenset((DateCue.FAR_LINE, DateCue.OTHER_ITEM))
_PLACES: Final = {
    **dict.fromkeys((DateCue.ITEM, DateCue.ITEM_CREATED, DateCue.META, DateCue.OTHER_META), "head"),
    **dict.fromkeys((DateCue.FIRST_LABEL, DateCue.LABEL, DateCue.ELEMENT, DateCue.LINE), "printed"),
}
"""Kinds of statements that come from one place: the head has one clock, and elements date lines."""


def _place(one: DatedStatement) -> tuple[str, bool]:
    """Where a statement comes from, and whether it is an update."""
    return _PLACES.get(one.cue, one.cue.name), one.updated is True


def _agree(said: Sequence[DatedStatement]) -> bool:
    """Whether statements of two places speak of one story."""
    return any(
        _place(one) != _place(other) and _is_near(one, other)
        for one, other in combinations(said, 2)
    )


def _is_near(one: DatedStatement, other: DatedStatement) -> bool:
    return abs(day_of(one.moment) - day_of(other.moment)) <= _SAME_STORY


def day_of(moment: Moment) -> dt.date:
    """The calendar day of a moment, in its own zone."""
    return moment.date() if isinstance(moment, dt.datetime) else moment
