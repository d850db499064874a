"""Live blogs: the time of each entry.

An entry's time stands above its text, as a `time` element or on a line of its own; what follows it,
up to the next one, is the entry's. Only moments with a day are taken: a clock alone counts on the
day that the last date above it names, else on the day of publication.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import attrs

from newsparse.assemble.context import AssemblyContext
from newsparse.blocks import Block
from newsparse.fields.dates import find_dates, parse_moment
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.languages import spoken
from newsparse.records import BodyBlock, Label, Moment
from newsparse.textual import any_of

_TIMED: Final = bit("has_time")
_CLOCK_WORD: Final = any_of(spoken(lambda language: language.clock_words))
_CLOCK = re.compile(
    r"[\s(\[•-]{0,3}(?P<hour>[01]?\d|2[0-3])"
    rf"(?:[:h]|\.(?=\d\d\s?(?:[ap]\.?m|{_CLOCK_WORD})))(?P<minute>[0-5]\d)"
    r"(?:\s?(?P<half>[ap])\.?m\.?)?"
    rf"(?:\s(?:{_CLOCK_WORD}|(?-i:[A-Z]{{2,4}})))?[\s)\]•-]{{0,3}}$",
    re.IGNORECASE,
)
"""A time of day and nothing else."""
_LONGEST_TIME: Final = 60
_FEWEST_ENTRIES: Final = 3
"""Entries with a time from which a page counts as a live blog even if it does not call itself
one."""
_BLOCKS_ABOVE: Final = 12
"""Blocks above the story in which its first entry's time may stand."""


def stamped(
    context: AssemblyContext, body: tuple[BodyBlock, ...], day: Moment | None
) -> tuple[BodyBlock, ...]:
    """The body of a live blog with the time of its entry on each block; `day` is that of
    publication."""
    times = dict(_times(context, day))
    if not times:
        return body
    starts = sorted(times)
    stamps: dict[str, Moment] = {}
    for piece in context.labelled(Label.BODY):
        entry = bisect_right(starts, piece.block)
        if entry:
            stamps.setdefault(context.text(piece), times[starts[entry - 1]])
    return tuple(attrs.evolve(block, timestamp=stamps.get(block.text)) for block in body)


def is_timed(context: AssemblyContext) -> bool:
    """Whether times of day, each on a line of its own, divide the story into entries."""
    if not context.view.blocks:
        return False
    clocks = [at for at in _lines(context) if _CLOCK.match(context.view.blocks[at].text)]
    body = {piece.block for piece in context.labelled(Label.BODY)}
    entries = pairwise([*clocks, context.view.last + 1])
    return (
        sum(any(after in body for after in range(at + 1, following)) for at, following in entries)
        >= _FEWEST_ENTRIES
    )


def _lines(context: AssemblyContext) -> range:
    """The blocks from a little above the story to its end."""
    view = context.view
    return range(max(view.headline + 1, view.first - _BLOCKS_ABOVE, 0), view.last + 1)


def _times(context: AssemblyContext, day: Moment | None) -> Iterator[tuple[int, Moment]]:
    """The blocks that state the time of an entry, and the time."""
    today = day.date() if isinstance(day, dt.datetime) else day
    zone = day.tzinfo if isinstance(day, dt.datetime) else None
    for at in _lines(context):
        block = context.view.blocks[at]
        moment = _stated(context, block)
        if moment is None and len(block.text) <= _LONGEST_TIME:
            clock = _CLOCK.match(block.text)
            if clock is not None and today is not None:
                moment = _on(today, clock, zone)
        if moment is not None:
            today = moment.date() if isinstance(moment, dt.datetime) else moment
            if isinstance(moment, dt.datetime):
                yield at, moment


def _stated(context: AssemblyContext, block: Block) -> Moment | None:
    """What a block's `time` element states, else the date that it is."""
    if block.inline & _TIMED:
        for mark in context.view.marks(block):
            if mark.datetime:
                return parse_moment(
                    mark.datetime,
                    zone=context.profile.timezone if context.profile is not None else None,
                )
    if len(block.text) > _LONGEST_TIME or not any(map(str.isdigit, block.text)):
        return None
    found = next(find_dates(block.text), None)
    return (
        found.moment
        if found is not None and (found.end - found.start) * 2 >= len(block.text)
        else None
    )


def _on(day: dt.date, clock: re.Match[str], zone: dt.tzinfo | None) -> dt.datetime:
    hour = int(clock["hour"])
    if clock["half"] and hour <= 12:
        hour = hour % 12 + (12 if clock["half"].lower() == "p" else 0)
    return dt.datetime(day.year, day.month, day.day, hour, int(clock["minute"]), tzinfo=zone)
