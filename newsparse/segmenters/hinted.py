"""A profile's hints as claims.

What a rule says outbids every cue, but for the body: a rule that names the story's column also
holds its pictures, so what is surely a caption, a byline or the headline stays so inside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsparse.records import Label
from newsparse.segmenters.caption import credits_of, is_caption
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.view import View

_SCORES: Final = {
    Label.FURNITURE: 1.0,
    Label.CREDIT: 0.9999,
    Label.CAPTION: 0.999,
    Label.BODY: 0.955,
}
_FIELD: Final = 0.998


def hinted(view: View, settled: frozenset[Label]) -> Iterable[Claim]:
    """The claims that a profile makes; a caption without a rule for its credit is divided by its own words.

    A line pattern for credits is a house style, and holds for captions alone.
    """
    captions = frozenset(hint.block for hint in view.hints if hint.label is Label.CAPTION)
    loose: dict[int, set[str]] = {}
    for hint in view.hints:
        if (
            hint.label is Label.CREDIT
            and hint.rule.startswith("line:")
            and hint.block not in captions
            and not is_caption(view, view.blocks[hint.block])
        ):
            loose.setdefault(hint.block, set()).add(hint.rule)
    for hint in view.hints:
        if hint.block in loose and hint.rule in loose[hint.block]:
            continue
        yield Claim(
            hint.block,
            hint.label,
            _SCORES.get(hint.label, _FIELD),
            f"{hint.by}: {hint.rule}",
            hint.start,
            hint.end,
        )
        if hint.label is Label.CAPTION and Label.CREDIT not in settled:
            for start, end, form in credits_of(view, view.blocks[hint.block]):
                if _inside(start, end, hint.start, hint.end):
                    yield Claim(
                        hint.block,
                        Label.CREDIT,
                        _SCORES[Label.CREDIT],
                        f"a credit: {form}",
                        start,
                        end,
                    )


def _inside(start: int, end: int, first: int, last: int) -> bool:
    return start >= first and (last < 0 or 0 <= end <= last)
