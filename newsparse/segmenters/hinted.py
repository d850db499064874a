"""The effect of a profile on labels: headline, body, its claims, and the claims it overrules.

A profile's claim outranks every cue, except on the body: a body rule finds the element of the whole
story, pictures and all, so a sure caption, byline or headline inside it keeps its label.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

import attrs

from newsparse.archives.headers import CORRECTION
from newsparse.fields.credits import credit_in
from newsparse.fields.notes import note_kind
from newsparse.page import Hint
from newsparse.records import Byline, Credit, Dateline, Label, NoteKind
from newsparse.segmenters.byline_reading import read_stretch
from newsparse.segmenters.caption import credits_of, is_caption
from newsparse.segmenters.claims import Claim, DatesFound, Value, claimed
from newsparse.segmenters.precedence import Row, row
from newsparse.segmenters.view import View

RULES: Final[dict[Label, Row]] = {label: row(f"profile: {label.value}") for label in Label}
"""The row of each label that a rule may give."""
_CREDIT_OF_CAPTION: Final = row("credit: in a profile's caption")
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
    """The claims of a profile. Without a rule for credits, the words of a caption decide where its
    credit is."""
    loose = _loose_credits(view)
    for hint in view.hints:
        if (hint.block, hint.rule) in loose or _is_left_as_it_is(hint, view):
            continue
        yield claimed(
            hint.block,
            RULES[hint.label],
            f"{hint.by}: {hint.rule}",
            start=hint.start,
            end=hint.end,
            value=_value(view, hint),
        )
        if hint.label is Label.CAPTION and Label.CREDIT not in decided:
            yield from _credits(view, hint)


def _loose_credits(view: View) -> frozenset[tuple[int, str]]:
    """The blocks outside captions in which a line pattern found a credit, and the rule. Such a
    pattern is the style of one paper and applies only to captions."""
    captions = frozenset(hint.block for hint in view.hints if hint.label is Label.CAPTION)
    patterns = [
        hint for hint in view.hints if hint.label is Label.CREDIT and hint.rule.startswith("line:")
    ]
    return frozenset(
        (hint.block, hint.rule)
        for hint in patterns
        if hint.block not in captions and not is_caption(view, view.blocks[hint.block])
    )


def _is_left_as_it_is(hint: Hint, view: View) -> bool:
    """Whether a hint changes no label: a masthead below the headline, a dateline in a paragraph."""
    return _is_masthead_below(hint, view) or _is_dateline_in_paragraph(hint, view)


def _is_dateline_in_paragraph(hint: Hint, view: View) -> bool:
    """Whether a profile's dateline opens a paragraph, which keeps its words."""
    return (
        hint.label is Label.DATELINE
        and hint.by == "profile"
        and 0 <= hint.end < len(view.blocks[hint.block].text)
    )


def _is_masthead_below(hint: Hint, view: View) -> bool:
    """Whether a profile's masthead pattern matches a line at or below the headline."""
    if hint.label is not Label.MASTHEAD or hint.by != "profile":
        return False
    return 0 <= view.headline <= hint.block


def _credits(view: View, hint: Hint) -> Iterator[Claim]:
    """Claims on the credits inside a caption that a rule found."""
    for found in credits_of(view, view.blocks[hint.block]):
        if _is_inside(found.start, found.end, hint):
            yield claimed(
                hint.block,
                _CREDIT_OF_CAPTION,
                found.form,
                start=found.start,
                end=found.end,
                value=found.credit,
            )


def _is_inside(start: int, end: int, hint: Hint) -> bool:
    return start >= hint.start and (hint.end < 0 or 0 <= end <= hint.end)


def _value(view: View, hint: Hint) -> Value:
    """The parsed words of a hint, by its label."""
    read = _READERS.get(hint.label)
    return read(view, hint) if read is not None else None


def _words(view: View, hint: Hint) -> str:
    return view.blocks[hint.block].text[hint.start : hint.end if hint.end >= 0 else None]


def _byline(view: View, hint: Hint) -> Byline | None:
    block = view.blocks[hint.block]
    if hint.start > 0 or 0 <= hint.end < len(block.text):
        facts = view.scene.facts
        return read_stretch(block, hint.start, hint.end, facts.known, facts.speaks)
    return view.facts(hint.block).byline


def _credit(view: View, hint: Hint) -> Credit | None:
    return credit_in(view.blocks[hint.block].text, hint.start, hint.end)


def _dates(view: View, hint: Hint) -> DatesFound:
    return DatesFound(view.facts(hint.block).dates)


def _dateline(view: View, hint: Hint) -> Dateline:
    return Dateline(_words(view, hint).strip().rstrip(" ,-–—"))


def _note(view: View, hint: Hint) -> NoteKind:
    """The kind that the header of an archive document or the words name, else an editor's note."""
    if hint.by == "header" and hint.rule == CORRECTION:
        return NoteKind.CORRECTION
    return note_kind(_words(view, hint)) or NoteKind.EDITOR


_READERS: Final[dict[Label, Callable[[View, Hint], Value]]] = {
    Label.BYLINE: _byline,
    Label.CREDIT: _credit,
    Label.DATE: _dates,
    Label.DATELINE: _dateline,
    Label.NOTE: _note,
}
"""The parser for the words of a hint, by label. The words of other labels are not parsed."""
