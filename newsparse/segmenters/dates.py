"""Date lines: when the story was published and updated, as the page prints it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsparse.dates import find_dates, is_relative
from newsparse.lexicon.classwords import bit
from newsparse.records import Label
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.view import AWAY, View

_DATE: Final = bit("date", "has_time")
_NOT: Final = bit("related", "in_figure", "caption", "comment")
_LONGEST: Final = 160.0


def dates(view: View) -> Iterable[Claim]:
    """Claims on the short lines of head and tail that hold a date and little else."""
    languages = (view.scene.page.head.language,) if view.scene.page.head.language else ()
    for at in (*view.head(8), *view.tail(4)):
        block = view.blocks[at]
        if view.scene.weights[at] > _LONGEST or block.within & (AWAY | _NOT) or at == view.headline:
            continue
        named = bool((block.own | block.inline | block.within) & _DATE)
        text = block.text
        if any(map(str.isdigit, text)):
            found = list(find_dates(text, languages))
            covered = sum(date.end - date.start for date in found)
            if found and (named or covered * 3 >= len(text) or any(date.updated is not None for date in found)):
                yield Claim(at, Label.DATE, 0.93 if named else 0.9, "a date and little else", *_span(text, found[0].start, found[-1].end))
        if named and is_relative(text):
            yield Claim(at, Label.DATE, 0.85, "a date counted from now")


def _span(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole line where a date fills most of it, else the date alone."""
    return (0, -1) if (end - start) * 2 >= len(text) or len(text) < 60 else (start, end)
