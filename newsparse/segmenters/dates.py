"""Date lines: when the story was published and updated, as the page prints it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from newsparse.lexicon.classwords import bit
from newsparse.segmenters.claims import ENOUGH, Claim, DatesFound, Placement, claimed
from newsparse.segmenters.precedence import Row, row
from newsparse.segmenters.view import OUTSIDE_STORY, SURE, View

_DATE: Final = bit("date", "has_time")
_OTHER_FIELDS: Final = bit("related", "in_figure", "caption", "comment")
_TEASERS: Final = bit(
    "related",
    "in_figure",
    "caption",
    "comment",
    "in_nav",
    "sidebar",
    "in_aside",
    "in_footer",
    "in_dialog",
    "in_link",
    "signup",
)
_LONGEST_LINE: Final = 160.0
_LONGEST_WHOLE: Final = 60
"""Letters of the longest line that is a date as a whole, however little of it the date is."""
_LINES_UNDER: Final = 4
"""Lines from the headline on that are always looked at."""
_BLOCKS_UNDER: Final = 14
"""Blocks under the headline in which any date may be the story's."""
_BLOCKS_AROUND: Final = 60
"""Blocks around the story in which the nearest date is looked for."""
_OWN_WORDS: Final = row("date: its own words")
_LABELLED_RELATIVE: Final = row("date: relative, with a label")
_RELATIVE: Final = row("date: relative, in a date element")
_NEAREST: Final = row("date: nearest")
_STATED: Final = row("date: stated by its element")
_HAS_TIME: Final = bit("has_time")
_BYLINE: Final = bit("byline")
_LONGEST_STATED: Final = 100
"""Characters of a line whose date stands in an element alone."""
_LONGEST_TIME: Final = 40
"""Characters that an element prints for the date that it states."""
_MACHINE_DATE = re.compile(r"(?<!\s)\s*+\d{4}-\d{2}-\d{2}")


def dates(view: View) -> Iterable[Claim]:
    """Claims on the short lines of head and tail that hold a date and little else; failing those,
    on the nearest one."""
    found = [
        claim
        for at in dict.fromkeys((*view.head(8), *_under_headline(view), *view.tail(4)))
        if _may_be(view, at)
        for claim in _claims(view, at)
    ]
    yield from found or _nearest(view)


def _under_headline(view: View) -> range:
    """The lines right under the headline, wherever the story seems to begin."""
    if view.headline < 0:
        return range(0)
    return range(view.headline + 1, min(len(view.blocks), view.headline + _LINES_UNDER))


def _may_be(view: View, at: int) -> bool:
    block = view.blocks[at]
    if _is_below_related(view, at):
        return False
    if view.scene.lengths[at] > _LONGEST_LINE or at == view.headline:
        return False
    if block.level and view.first < at < view.last and _is_subhead(view, at):
        return False
    if block.within & (OUTSIDE_STORY | _OTHER_FIELDS):
        return False
    return bool(block.tag) or view.facts(at).masthead is None


def _is_below_related(view: View, at: int) -> bool:
    """Whether a heading between the story's end and a line says that other stories follow."""
    return at > view.last and "related" in view.scene.purposes[max(0, view.last) : at]


def _is_subhead(view: View, at: int) -> bool:
    """Whether a heading among the paragraphs is a date and nothing else: it parts the story."""
    facts = view.facts(at)
    return view.body.values[at] >= ENOUGH and facts.dated * 10 >= len(facts.block.text) * 9


def _claims(view: View, at: int) -> Iterator[Claim]:
    """The claims on a line and on each of its dates."""
    facts = view.facts(at)
    value = DatesFound(facts.dates)
    if not facts.dates:
        yield from _in_elements(view, at, value)
    found = next((found for test, found in RULES if test(view, at)), None)
    if found is not None:
        start, end = _stretch(facts.block.text, facts.dates[0].start, facts.dates[-1].end)
        yield claimed(at, found, start=start, end=end, value=value)
        for date in facts.dates:
            yield claimed(at, _OWN_WORDS, start=date.start, end=date.end, value=value)
    if facts.is_labelled_relative:
        yield claimed(at, _LABELLED_RELATIVE, value=value)
    elif (
        _is_named(view, at)
        and facts.is_relative
        and not facts.has_byline_prefix
        and view.body.values[at] < SURE
    ):
        yield claimed(at, _RELATIVE, value=value)


def _in_elements(view: View, at: int, value: DatesFound) -> Iterator[Claim]:
    """Claims on the elements that state a date for machines and print none ("9:14 PM")."""
    block = view.blocks[at]
    if not block.inline & _HAS_TIME or len(block.text) > _LONGEST_STATED:
        return
    for mark in view.marks(block):
        if _MACHINE_DATE.match(mark.datetime) and mark.end - mark.start <= _LONGEST_TIME:
            start, end = _stretch(block.text, mark.start, mark.end)
            if (block.own | block.inline) & _BYLINE:
                start, end = mark.start, mark.end
            yield claimed(at, _STATED, start=start, end=end, value=value)


def _stretch(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole line where a date fills most of it, else the date alone."""
    return (0, -1) if (end - start) * 2 >= len(text) or len(text) < _LONGEST_WHOLE else (start, end)


def _is_named(view: View, at: int) -> bool:
    """Whether an element says date."""
    block = view.blocks[at]
    return bool((block.own | block.inline | block.within) & _DATE)


def _is_alone(view: View, at: int) -> bool:
    """Whether a line is dates and little else."""
    facts = view.facts(at)
    return bool(facts.dates) and facts.dated * 10 >= len(facts.block.text) * 7


def _is_named_alone(view: View, at: int) -> bool:
    return _is_alone(view, at) and _is_named(view, at)


def _is_with_other_words(view: View, at: int) -> bool:
    """Whether a third of a line is dates, or its element or a label says that they are the
    story's."""
    facts = view.facts(at)
    return bool(facts.dates) and (
        _is_named(view, at)
        or facts.dated * 3 >= len(facts.block.text)
        or any(date.updated is not None for date in facts.dates)
    )


RULES: Final[tuple[tuple[Callable[[View, int], bool], Row], ...]] = (
    (_is_named_alone, row("date: alone in a date element")),
    (_is_alone, row("date: alone")),
    (_is_with_other_words, row("date: with other words")),
)
"""What makes a line that holds a date the story's date line; the first test that holds decides."""


def _nearest(view: View) -> Iterator[Claim]:
    """The date line nearest to the headline, or to the story's end, that is no teaser's."""
    top = view.headline if view.headline >= 0 else view.first
    last = max(view.last, top)
    around = range(max(0, top - _BLOCKS_AROUND), min(len(view.blocks), last + _BLOCKS_AROUND))

    def distance(at: int) -> int:
        return abs(at - top) if at <= last else at - last + _BLOCKS_UNDER

    ordered = sorted(around, key=lambda at: (_is_below_related(view, at), distance(at)))
    at = next((at for at in ordered if _may_be_nearest(view, at, top, last)), None)
    if at is not None:
        found = view.facts(at).dates
        value = DatesFound(found, Placement.FALLBACK)
        yield claimed(at, _NEAREST, start=found[0].start, end=found[-1].end, value=value)


def _may_be_nearest(view: View, at: int, top: int, last: int) -> bool:
    """Whether a line away from the story may state its date."""
    if view.scene.lengths[at] > _LONGEST_LINE or at == view.headline:
        return False
    if view.blocks[at].within & _TEASERS:
        return False
    named = _is_named(view, at)
    if not (named or at < top + _BLOCKS_UNDER or at > last):
        return False
    facts = view.facts(at)
    return bool(facts.dates) and (
        named or facts.dated * 4 >= len(facts.block.text) or facts.dates[0].updated is not None
    )
