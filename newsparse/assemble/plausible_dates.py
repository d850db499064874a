"""Which dates of a page can be true, by the moment it was fetched.

A page cannot be published after it was fetched. But a date may lack its zone, state a wrong one, or
come from a fast clock, and a bare day begins at a different moment in each zone. So moments are
compared, not calendar days. A date is false only where no zone and no such clock explains it.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from newsparse.errors import quoted
from newsparse.records import Moment, ParseWarning, WarningCode

_EASTERNMOST_ZONE: Final = dt.timedelta(hours=14)
"""UTC+14 is the first zone where a day begins (Line Islands, in the tz database)."""
_WESTERNMOST_ZONE: Final = dt.timedelta(hours=12)
"""UTC-12 is the last zone where a moment without a zone is reached."""
_FAST_CLOCK: Final = dt.timedelta(hours=1)
"""How far a clock may be ahead of the fetch: a fast one, or one that missed the end of summer
time."""


def is_plausible(moment: Moment, reference: dt.datetime | None) -> bool:
    """Whether a page fetched at `reference` can have been published or updated at `moment`.

    A moment may lie up to 15 hours after the fetch: 14 for the zone, which may be missing or stated
    as UTC for local time, and one for the clock. A bare day must have begun somewhere on Earth. A
    reference without a zone is taken at its latest, in UTC-12. Without a reference every date is
    plausible.

    >>> fetched = dt.datetime(2024, 3, 4, 22, 5, tzinfo=dt.UTC)
    >>> is_plausible(dt.datetime.fromisoformat("2024-03-05T08:00+10:00"), fetched)
    True
    >>> is_plausible(dt.date(2024, 3, 5), fetched), is_plausible(dt.date(2024, 3, 6), fetched)
    (True, False)
    """
    if reference is None:
        return True
    allowed = _EASTERNMOST_ZONE + _FAST_CLOCK
    if reference.tzinfo is None:
        allowed += _WESTERNMOST_ZONE
    return _in_utc(moment) - _in_utc(reference) <= allowed


def dropped(raws: list[str], reference: dt.datetime | None) -> tuple[ParseWarning, ...]:
    """The warning that dates were left out, quoting the most trusted of them; () where none was."""
    if not raws or reference is None:
        return ()
    others = f", and {len(raws) - 1} more," if len(raws) > 1 else ""
    message = (
        f"the date {quoted(raws[0])}{others} is later than the page was fetched "
        f"({reference.isoformat()}) and was left out"
    )
    return (ParseWarning(WarningCode.BAD_DATE, message),)


def _in_utc(moment: Moment) -> dt.datetime:
    """A moment in UTC, its zone dropped. One without a zone stays; a day is its midnight."""
    if not isinstance(moment, dt.datetime):
        return dt.datetime.combine(moment, dt.time())
    if moment.tzinfo is not None:
        try:
            moment = moment.astimezone(dt.UTC)
        except OverflowError:  # in the first or last hours of the calendar: as it is
            pass
    return moment.replace(tzinfo=None)
