"""The dates that the lines of a page state: in elements, in words and numbers, counted from now."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from newsparse.assemble.context import AssemblyContext
from newsparse.assemble.dated import DateCue, DatedStatement
from newsparse.assemble.dated_head import site_zone
from newsparse.blocks import Block, Mark
from newsparse.fields.clocks import clock_behind
from newsparse.fields.date_labels import DateLabel, FoundDate, label_before
from newsparse.fields.dates import find_dates, in_zone, parse_moment
from newsparse.fields.relative_dates import find_relative
from newsparse.read.page_language import with_region
from newsparse.records import Label, Moment
from newsparse.segmenters.claims import DatesFound, Piece, Placement

_LINES_OVER: Final = 2
"""Lines right above the headline that belong to the story's head as those below it do."""
_LINES_UNDER: Final = 3
"""Lines under the headline that belong to the story's head wherever the story seems to begin."""
_GLUE = re.compile(r"(?<=[a-z])(?=[A-Z])")


def from_lines(context: AssemblyContext) -> Iterator[DatedStatement]:
    """What lines of the page state: by their elements, their dates, their words for how long ago.

    Lines near the story come before the others: those around the headline first, then those further
    above, from the headline upwards, as a masthead prints the day of the visit.
    """
    for piece in sorted(_dated_pieces(context), key=lambda piece: _distance(context, piece)):
        for one in _from_line(context, piece):
            yield attrs.evolve(one, cue=_placed(context, piece, one.cue))


def _distance(context: AssemblyContext, piece: Piece) -> tuple[bool, int, int]:
    """How far a line is from the story's head, for the order of lines that weigh the same."""
    headline = context.view.headline
    above = headline - piece.block if headline >= 0 else 0
    if above > _LINES_OVER:
        return _is_fallback(piece), 1, above
    is_head = headline >= 0 and piece.block <= max(context.view.first, headline + _LINES_UNDER)
    return _is_fallback(piece), 0 if is_head else 2, 0


def _placed(context: AssemblyContext, piece: Piece, cue: DateCue) -> DateCue:
    """The cue of a statement by where its line stands: comments and products have labels too."""
    if _is_fallback(piece):
        return DateCue.FAR_LINE
    story = context.labelled(Label.BODY)
    is_below = bool(story) and piece.block > story[0].block
    return DateCue.LABEL_BELOW if is_below and cue in _LABELLED else cue


_LABELLED: Final = frozenset((DateCue.FIRST_LABEL, DateCue.LABEL))


def _dated_pieces(context: AssemblyContext) -> list[Piece]:
    """The first piece of each line that may state a date: of date lines, then of bylines."""
    found: dict[int, Piece] = {}
    for piece in (*context.labelled(Label.DATE), *context.labelled(Label.BYLINE)):
        found.setdefault(piece.block, piece)
    return list(found.values())


def _is_fallback(piece: Piece) -> bool:
    """Whether a piece's date only counts where nothing else is dated."""
    return isinstance(piece.value, DatesFound) and piece.value.placement is Placement.FALLBACK


def _from_line(context: AssemblyContext, piece: Piece) -> Iterator[DatedStatement]:
    yield from _from_elements(context, piece)
    yield from _from_dates(context, piece)
    if context.reference is not None:
        yield from _from_relative(context, piece, context.reference)


def _from_elements(context: AssemblyContext, piece: Piece) -> Iterator[DatedStatement]:
    block = context.block(piece)
    for mark in context.view.marks(block) if block.inline else ():
        if not mark.datetime or mark.tag not in _DATED:
            continue
        moment = parse_moment(mark.datetime, zone=site_zone(context))
        if moment is not None:
            raw, source = context.spot(block, mark.start, mark.end, piece.score, "time element")
            label = label_before(_label_text(context, block, mark))
            updated = label.updated if label is not None else mark.updated
            cue = _cue(label, DateCue.ELEMENT)
            yield DatedStatement(moment, raw, source, cue, updated, block=block.index)


_DATED: Final = frozenset(("time", "abbr"))
"""Elements that state a date for machines."""


def _label_text(context: AssemblyContext, block: Block, mark: Mark) -> str:
    """What stands between an element and the one before it, or the start of the line."""
    before = [
        one.end for one in context.view.marks(block) if one.datetime and one.end <= mark.start
    ]
    return block.text[max(before, default=0) : mark.start]


def _cue(label: DateLabel | None, unlabelled: DateCue) -> DateCue:
    if label is None:
        return unlabelled
    return DateCue.FIRST_LABEL if label.first else DateCue.LABEL


def _from_dates(context: AssemblyContext, piece: Piece) -> Iterator[DatedStatement]:
    block, zone = context.block(piece), site_zone(context)
    for start, found in _dates_in(context, piece):
        raw, source = context.spot(
            block, start + found.start, start + found.end, piece.score, piece.reason
        )
        moment = in_zone(found.moment, zone) or found.moment
        if isinstance(moment, dt.date) and not isinstance(moment, dt.datetime):
            moment = _with_clock_below(context, block, moment)
        label = DateLabel(found.updated, found.first) if found.updated is not None else None
        cue = _cue(label, DateCue.LINE)
        yield DatedStatement(
            moment, raw, source, cue, found.updated, block=block.index, swapped=found.swapped
        )


def _with_clock_below(context: AssemblyContext, block: Block, day: dt.date) -> Moment:
    """The day of a dump's line with the time of day that stands alone on the next line."""
    below = context.page.blocks[block.index + 1 : block.index + 2]
    if block.tag or not below or below[0].gap or not _CLOCK_ALONE.fullmatch(below[0].text):
        return day
    clock = clock_behind(below[0].text)
    return dt.datetime.combine(day, dt.time(clock.hour, clock.minute)) if clock else day


_CLOCK_ALONE = re.compile(r"\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?", re.IGNORECASE)


def _from_relative(
    context: AssemblyContext, piece: Piece, reference: dt.datetime
) -> Iterator[DatedStatement]:
    block, zone = context.block(piece), site_zone(context)
    for found in find_relative(block.text, reference, _languages(context)):
        raw, source = context.spot(block, found.start, found.end, piece.score, piece.reason)
        moment = in_zone(found.moment, zone) or found.moment
        cue = DateCue.LINE if found.updated is None else DateCue.LABEL
        yield DatedStatement(moment, raw, source, cue, found.updated, relative=True)


def _dates_in(context: AssemblyContext, piece: Piece) -> Iterator[tuple[int, FoundDate]]:
    """The dates of a piece's line, each with where it is counted from; a byline may have its date
    glued to it (`Associated PressApril 28, 2023`)."""
    text, languages = context.block(piece).text, _languages(context)
    found = [(0, one) for one in _whole_dates(context, piece, languages)]
    if not found and piece.label is Label.BYLINE and any(map(str.isdigit, text)):
        found = [
            (match.start(), one)
            for match in _GLUE.finditer(text)
            for one in find_dates(text[match.start() :], languages)
        ][:1]
    yield from found


def _whole_dates(
    context: AssemblyContext, piece: Piece, languages: tuple[str, ...]
) -> Iterable[FoundDate]:
    """The dates that a line's claim holds, or that its words have; read again only in another
    language of a profile."""
    if languages[:1] != _stated_language(context):
        return find_dates(context.block(piece).text, languages)
    if isinstance(piece.value, DatesFound):
        return piece.value.dates
    return context.view.facts(piece.block).dates


def _stated_language(context: AssemblyContext) -> tuple[str, ...]:
    return context.view.scene.facts.languages


def _languages(context: AssemblyContext) -> tuple[str, ...]:
    own = context.profile.language if context.profile is not None else None
    profiled = (with_region(own, context.page.url),) if own else ()
    return tuple(dict.fromkeys((*profiled, *context.view.scene.facts.languages)))
