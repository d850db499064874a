"""Statements of a date, and what each kind of them weighs.

A page states its date in many places, and they disagree. `WEIGHTS` is the one table that says which
place is believed before which; how the statements are held against each other is in `moments`.
"""

from __future__ import annotations

import datetime as dt
import enum
from typing import Final

import attrs

from newsparse.records import Moment, Source


class DateCue(enum.Enum):
    """The place where a date is stated."""

    ITEM = "the story's JSON-LD or microdata"
    ITEM_CREATED = "the day on which the story's item was created or uploaded"
    META = "a `meta` that only states the publication"
    FIRST_LABEL = "a printed line that calls it the first publication"
    OTHER_META = "a `meta` whose name says date"
    LABEL = "a printed line with a label"
    ELEMENT = "a `time` or `abbr` element of the story"
    LINE = "a printed line without a label"
    LABEL_BELOW = "a printed line with a label inside or below the story"
    URL = "the address"
    OTHER_ITEM = "JSON-LD of the page"
    FAR_LINE = "a printed line away from the story"


WEIGHTS: Final[dict[DateCue, int]] = {
    DateCue.ITEM: 100,
    DateCue.ITEM_CREATED: 95,
    DateCue.META: 90,
    DateCue.OTHER_META: 80,
    DateCue.FIRST_LABEL: 75,
    DateCue.LABEL: 70,
    DateCue.ELEMENT: 60,
    DateCue.LINE: 50,
    DateCue.LABEL_BELOW: 45,
    DateCue.URL: 40,
    DateCue.OTHER_ITEM: 30,
    DateCue.FAR_LINE: 20,
}
"""How far each place is believed: the heaviest statement wins, and the first of equals."""


@attrs.frozen
class DatedStatement:
    """One statement of a date."""

    moment: Moment
    raw: str
    source: Source
    cue: DateCue
    updated: bool | None = None
    """True for an update, False for a publication; None where nothing says."""
    relative: bool = False
    """Whether it was counted from the reference."""
    block: int = -1
    """The block that prints it; -1 for a statement of the head."""
    swapped: dt.date | None = None
    """The day where its numbers are read in the other order; None where they have one reading."""

    @property
    def weight(self) -> int:
        return WEIGHTS[self.cue]
