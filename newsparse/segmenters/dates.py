"""Date lines: when the story was published and updated, as the page prints it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from newsparse.blocks import Block
from newsparse.fields.dates import find_dates, is_labelled_relative, is_relative
from newsparse.lexicon.classwords import bit
from newsparse.records import Label
from newsparse.segmenters import masthead
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.view import AWAY, View

_DATE: Final = bit("date", "has_time")
_NOT: Final = bit("related", "in_figure", "caption", "comment")
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
_LONGEST: Final = 160.0
_NEAR: Final = 14
_FAR: Final = 60
SURE: Final = 0.985
"""The score of a date's own letters: inside another field's line they are still a date."""
WITH_MORE: Final = 0.74
"""The score of a line that holds a date and other words: a byline that reads them has the better claim."""
FALLBACK: Final = 0.55
"""The score of a date that stands where dates of stories rarely do; it counts where nothing else is dated."""


def dates(view: View) -> Iterable[Claim]:
    """Claims on the short lines of head and tail that hold a date and little else; failing those, on the nearest one."""
    languages = (view.scene.page.head.language,) if view.scene.page.head.language else ()
    found = [
        claim
        for at in (*view.head(8), *view.tail(4))
        for claim in _claims(view, view.blocks[at], languages)
    ]
    yield from found
    if not found:
        yield from _nearest(view, languages)


def _claims(view: View, block: Block, languages: tuple[str, ...]) -> Iterator[Claim]:
    if (
        view.scene.lengths[block.index] > _LONGEST
        or block.within & (AWAY | _NOT)
        or block.index == view.headline
    ):
        return
    if not block.tag and masthead.told(block)[0]:
        return
    named = bool((block.own | block.inline | block.within) & _DATE)
    text = block.text
    if found := list(find_dates(text, languages)):
        covered = sum(date.end - date.start for date in found)
        if named or covered * 3 >= len(text) or any(date.updated is not None for date in found):
            alone = 0.93 if named else 0.9
            score = alone if covered * 10 >= len(text) * 7 else WITH_MORE
            yield Claim(
                block.index,
                Label.DATE,
                score,
                "a date and little else",
                *_span(text, found[0].start, found[-1].end),
            )
            yield from (
                Claim(block.index, Label.DATE, SURE, "a date and little else", date.start, date.end)
                for date in found
            )
    if is_labelled_relative(text):
        yield Claim(block.index, Label.DATE, 0.93, "a label and a date counted from now")
    elif named and is_relative(text):
        yield Claim(block.index, Label.DATE, 0.85, "a date counted from now")


def _nearest(view: View, languages: tuple[str, ...]) -> Iterator[Claim]:
    """The date line nearest to the headline, or to the story's end, that is no teaser's."""
    anchor = view.headline if view.headline >= 0 else view.first
    last = max(view.last, anchor)
    high = min(len(view.blocks), last + _FAR)
    order = sorted(
        range(max(0, anchor - _FAR), high),
        key=lambda at: abs(at - anchor) if at <= last else at - last + _NEAR,
    )
    for at in order:
        block = view.blocks[at]
        named = bool((block.own | block.inline | block.within) & _DATE)
        if view.scene.lengths[at] > _LONGEST or block.within & _TEASERS or at == view.headline:
            continue
        if not (named or at < anchor + _NEAR or at > last):
            continue
        found = list(find_dates(block.text, languages))
        covered = sum(date.end - date.start for date in found)
        if found and (named or covered * 4 >= len(block.text) or found[0].updated is not None):
            yield Claim(
                at,
                Label.DATE,
                FALLBACK,
                "the nearest date to the headline",
                found[0].start,
                found[-1].end,
            )
            return


def _span(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole line where a date fills most of it, else the date alone."""
    return (0, -1) if (end - start) * 2 >= len(text) or len(text) < 60 else (start, end)
