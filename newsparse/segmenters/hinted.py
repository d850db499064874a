"""What a profile decides in labelling: the headline, the body, its claims, those it overrules.

A profile's claim outranks every cue, except on the body: a body rule finds the element of the whole
story, pictures and all, so a sure caption, byline or headline inside it keeps its label.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from newsparse.page import Hint
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
_FIELD_SCORE: Final = 0.998
"""The score of a hint whose label has no entry in `_SCORES`."""
_SHARED: Final = frozenset((Label.HEADLINE, Label.FURNITURE, Label.MASTHEAD))
"""Labels that the segmenters claim beside a profile: repeats of the headline, more furniture."""


@attrs.frozen
class Ruling:
    """What hints decide before the segmenters look at a page."""

    headline: int
    """The block of the headline; -1 where no hint names one."""
    body: tuple[int, int] | None
    """The first and last block of the body; None where no hint names one."""
    headlines: frozenset[int]
    decided: frozenset[Label]

    @staticmethod
    def of(hints: Iterable[Hint], decided: frozenset[Label]) -> Ruling:
        """The ruling of some hints; `decided` are the labels that a profile decides alone."""
        hints = tuple(hints)
        headlines = [hint.block for hint in hints if hint.label is Label.HEADLINE]
        body = [hint.block for hint in hints if hint.label is Label.BODY]
        return Ruling(
            headlines[0] if headlines else -1,
            (min(body), max(body)) if body else None,
            frozenset(headlines),
            decided - _SHARED,
        )

    def overrules(self, claim: Claim) -> bool:
        """Whether a segmenter's claim is dropped: the profile decides its label or block."""
        if claim.label in self.decided:
            return True
        return claim.label is Label.HEADLINE and claim.block in self.headlines


def hinted(view: View, decided: frozenset[Label]) -> Iterable[Claim]:
    """The claims of a profile and of a labelled header.

    A caption without a credit rule is divided by its own words.
    """
    house_style = _credits_without_caption(view)
    for hint in view.hints:
        if (hint.block, hint.rule) in house_style or _is_masthead_below(hint, view):
            continue
        score = _SCORES.get(hint.label, _FIELD_SCORE)
        reason = f"{hint.by}: {hint.rule}"
        yield Claim(hint.block, hint.label, score, reason, hint.start, hint.end)
        if hint.label is Label.CAPTION and Label.CREDIT not in decided:
            yield from _credits_inside(view, hint)


def _credits_without_caption(view: View) -> frozenset[tuple[int, str]]:
    """Blocks that a line pattern calls a credit and nothing calls a caption, with the pattern.

    A line pattern for credits is a house style, and holds for captions alone.
    """
    captions = frozenset(hint.block for hint in view.hints if hint.label is Label.CAPTION)
    return frozenset(
        (hint.block, hint.rule)
        for hint in view.hints
        if hint.label is Label.CREDIT
        and hint.rule.startswith("line:")
        and hint.block not in captions
        and not is_caption(view, view.blocks[hint.block])
    )


def _is_masthead_below(hint: Hint, view: View) -> bool:
    """Whether a profile's masthead pattern matches a line at or below the headline."""
    if hint.label is not Label.MASTHEAD or hint.by != "profile":
        return False
    return 0 <= view.headline <= hint.block


def _credits_inside(view: View, hint: Hint) -> Iterable[Claim]:
    """Claims on the credits inside a hinted caption."""
    for start, end, form in credits_of(view, view.blocks[hint.block]):
        if start >= hint.start and (hint.end < 0 or 0 <= end <= hint.end):
            score = _SCORES[Label.CREDIT]
            yield Claim(hint.block, Label.CREDIT, score, f"a credit: {form}", start, end)
