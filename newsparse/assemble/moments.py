"""When the story was published and updated: statements weighed, and none of them invented.

`dated_head` and `dated_lines` collect what the page states, `dated.WEIGHTS` says what each place is
worth. Here the statements are held against each other: what cannot be true is left out with a
warning, the heaviest of the rest wins, and another one may state the same moment more exactly.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

import attrs

from newsparse.assemble.context import AssemblyContext
from newsparse.assemble.dated import DateCue, DatedStatement
from newsparse.assemble.dated_head import from_head, from_other_items, from_url
from newsparse.assemble.dated_lines import from_lines
from newsparse.assemble.plausible_dates import dropped, is_plausible
from newsparse.assemble.unlikely_dates import day_of, is_earlier, left_out, unlikely
from newsparse.records import Evidence, Moment, Origin, ParseWarning

_FARTHEST_ZONE: Final = dt.timedelta(hours=14)
_ZONE_STEP: Final = dt.timedelta(minutes=30)
"""Zones differ by whole halves of an hour, as good as all of them."""


def moments(
    context: AssemblyContext,
) -> tuple[Moment | None, Moment | None, tuple[Evidence, ...], tuple[ParseWarning, ...]]:
    """Published, updated, what they were read from, and a warning where a date was left out."""
    said, late = _parted_by_fetch(context)
    kept, doubts = unlikely(_in_one_order(_without_lone_updates(said)))
    published = _best([one for one in kept if one.updated is not True], kept)
    updated = _best([one for one in kept if one.updated is True], kept)
    updated = updated or _later_bare(published, kept)
    if published is None and updated is not None and not updated.relative:
        published = updated
    published, updated, wrong = _in_order(published, updated, kept)
    evidence = [
        Evidence(field, one.raw, one.source)
        for field, one in (("published", published), ("updated", updated))
        if one is not None
    ]
    return (
        (published.moment if published else None),
        (updated.moment if updated else None),
        tuple(evidence),
        (*dropped(late, context.reference), *left_out([*doubts, *wrong])),
    )


def _parted_by_fetch(context: AssemblyContext) -> tuple[list[DatedStatement], list[str]]:
    """The statements, the heaviest first, and the raw text of those later than the fetch."""
    said: list[DatedStatement] = []
    late: list[str] = []
    for one in sorted(_statements(context), key=lambda one: -one.weight):
        if is_plausible(one.moment, context.reference):
            said.append(one)
        else:
            late.append(one.raw)
    return said, late


def _without_lone_updates(said: list[DatedStatement]) -> list[DatedStatement]:
    """The statements, with a date whose class alone says "updated" as a bare one where nothing else
    dates the story: themes give that class to the only date that they print."""
    if any(one.updated is not True and one.cue not in _UNLABELLED for one in said):
        return said
    return [attrs.evolve(one, updated=None) if one.cue is DateCue.ELEMENT else one for one in said]


_UNLABELLED: Final = frozenset((DateCue.LINE, DateCue.URL, DateCue.OTHER_ITEM, DateCue.FAR_LINE))
"""Places where nothing calls a date a publication."""


def _in_one_order(said: list[DatedStatement]) -> list[DatedStatement]:
    """The statements, with numbers that have two readings in the one that another date confirms."""
    sure = frozenset(day_of(one.moment) for one in said if one.swapped is None)
    return [
        _swapped(one) if one.swapped in sure and day_of(one.moment) not in sure else one
        for one in said
    ]


def _swapped(one: DatedStatement) -> DatedStatement:
    assert one.swapped is not None
    moment: Moment = one.swapped
    if isinstance(one.moment, dt.datetime):
        moment = dt.datetime.combine(moment, one.moment.timetz())
    return attrs.evolve(one, moment=moment, swapped=None)


def _statements(context: AssemblyContext) -> Iterator[DatedStatement]:
    yield from from_head(context)
    yield from from_lines(context)
    yield from from_url(context)
    yield from from_other_items(context)


def _best(said: list[DatedStatement], kept: list[DatedStatement]) -> DatedStatement | None:
    """The first statement, replaced by a later one that states the same moment more exactly, or by
    any of the page that states it in local time."""
    if not said:
        return None
    first = said[0]
    if isinstance(first.moment, dt.datetime) and first.moment.tzinfo is not None:
        return _local(first, kept) if not first.moment.utcoffset() else first
    day = day_of(first.moment)
    for other in said[1:]:
        moment = other.moment
        if (
            isinstance(moment, dt.datetime)
            and moment.date() == day
            and (moment.tzinfo is not None or not isinstance(first.moment, dt.datetime))
        ):
            return other
    return first


def _local(first: DatedStatement, others: list[DatedStatement]) -> DatedStatement:
    """A moment stated in UTC, as the page's own clock shows it where it does.

    A time printed without a zone that differs from the stated instant by whole halves of an hour is
    that instant on the newsroom's clock; the difference is the offset, as the page gives it.
    """
    instant = first.moment
    assert isinstance(instant, dt.datetime)
    for other in others:
        moment = other.moment
        if other.source.origin is not Origin.DOM or not isinstance(moment, dt.datetime):
            continue
        if moment.tzinfo is not None:
            if moment.utcoffset() and abs(moment - instant) < dt.timedelta(minutes=1):
                return attrs.evolve(first, moment=instant.astimezone(moment.tzinfo))
            continue
        if (other.updated is True) != (first.updated is True):
            continue
        shift = moment - instant.replace(tzinfo=None, second=0, microsecond=0)
        if shift and abs(shift) <= _FARTHEST_ZONE and not shift % _ZONE_STEP:
            return attrs.evolve(first, moment=instant.astimezone(dt.timezone(shift)))
    return first


def _later_bare(
    published: DatedStatement | None, said: list[DatedStatement]
) -> DatedStatement | None:
    """The bare date beside one that is called the first publication: the page's latest version."""
    if published is None or published.cue is not DateCue.FIRST_LABEL:
        return None
    return next(
        (
            one
            for one in said
            if one.updated is None
            and one.cue in _BARE
            and abs(one.block - published.block) <= 1
            and is_earlier(published.moment, one.moment)
        ),
        None,
    )


_BARE: Final = frozenset((DateCue.LINE, DateCue.ELEMENT))


def _in_order(
    published: DatedStatement | None, updated: DatedStatement | None, said: list[DatedStatement]
) -> tuple[DatedStatement | None, DatedStatement | None, list[str]]:
    """Publication and update in the order in which they can have happened.

    An update before the publication is the publication where the page or its address dates the
    story so; else it is left out. The texts are those of what was left out.
    """
    if published is None or updated is None or not is_earlier(updated.moment, published.moment):
        return published, updated, []
    if _witnesses(updated.moment, said) > _witnesses(published.moment, said):
        return updated, published, []
    return published, None, [f"the update {updated.raw} is earlier than the publication"]


_WITNESSES: Final = frozenset(
    (
        DateCue.FIRST_LABEL,
        DateCue.LABEL,
        DateCue.LABEL_BELOW,
        DateCue.ELEMENT,
        DateCue.LINE,
        DateCue.URL,
    )
)
"""Places outside the head that date a story."""


def _witnesses(moment: Moment, said: list[DatedStatement]) -> int:
    """How many statements outside the head call a moment's day that of the publication."""
    day = day_of(moment)
    return sum(
        one.updated is not True and one.cue in _WITNESSES and day_of(one.moment) == day
        for one in said
    )
