"""Captions of a dump: what tells them where no figure does.

A line that ends in a picture credit; a line printed twice in a row; a sentence with a credit under it, or
with the byline right under it. Galleries glue counters, icons and sales phrases to captions; those are furniture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from newsparse.blocks import Block
from newsparse.fields.bylines import has_byline_prefix
from newsparse.fields.credits import CreditSplit
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.tails import LESS, caption_edges
from newsparse.records import Label
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.scene import Scene, credit_of
from newsparse.segmenters.text_story import twins
from newsparse.segmenters.view import View

_TELLING: Final = frozenset(("phrase", "bracketed", "labelled", "copyright", "bylined"))
"""Forms of credits that tell a caption where no element does."""
_CAPTION: Final = bit("caption")
_SENTENCE: Final = 30.0
_LONGEST: Final = 600.0
_SURE: Final = 0.9999


def text_caption(view: View, block: Block) -> Iterator[Claim]:
    """Claims on a line of text as caption, credit, and what is glued to them."""
    at = block.index
    start, end = caption_edges(block.text, _twin(view, at))
    credits = _credits(view.scene, block.text, start, end)
    row = None
    for test, score, reason in RULES:
        if test(view, block, credits):
            row = (score, reason)
            break
    if row is None:
        return
    score, reason = row
    if not (credits and credits[0].start <= start and credits[-1].end >= end):
        yield Claim(at, Label.CAPTION, score, reason)
    for again, found in enumerate(credits):
        form = f"{found.form}, again" if again else found.form
        yield Claim(
            at,
            Label.CREDIT,
            min(0.9998, score + 0.002),
            f"a credit: {form}",
            found.start,
            found.end,
        )
    for one, other in ((0, start), (end, len(block.text))):
        if one < other:
            yield Claim(at, Label.FURNITURE, _SURE, "glued to a caption", one, other)


def _credits(scene: Scene, text: str, start: int, end: int) -> list[CreditSplit]:
    """The credits at a caption's edge, in order: some print theirs twice."""
    found: list[CreditSplit] = []
    while (
        end > start
        and (one := credit_of(scene, text[:end])) is not None
        and one.start >= start
        and len(found) < 3
    ):
        if found and found[0].credit.raw != one.credit.raw:
            break
        found.insert(0, one)
        end = one.start + len(text[: one.start].rstrip()) - len(text[: one.start])
    return found


def _twin(view: View, at: int) -> str:
    """The line beside this one that begins as it does, "" where none does, or where `caption_edges` needs none."""
    blocks = view.blocks
    if not blocks[at].text.endswith(LESS):
        return ""
    mine = blocks[at].text[:30]
    for other in (at + 1, at - 1):
        if 0 <= other < len(blocks) and blocks[other].text[:30] == mine:
            return blocks[other].text
    return ""


def _is_labelled(view: View, block: Block, credits: list[CreditSplit]) -> bool:
    return bool(block.own & _CAPTION)


def _ends_in_brackets(view: View, block: Block, credits: list[CreditSplit]) -> bool:
    return bool(credits) and credits[-1].form == "bracketed"


def _ends_in_credit(view: View, block: Block, credits: list[CreditSplit]) -> bool:
    return bool(credits) and credits[-1].form in _TELLING


def _is_printed_twice(view: View, block: Block, credits: list[CreditSplit]) -> bool:
    """The line above or below says the same, and neither is a headline's."""
    at = block.index
    normalized = view.scene.normalized
    if (
        not (view.scene.ends[at] or credits)
        or not _under_headline(view, at)
        or view.scene.lengths[at] < _SENTENCE
        or normalized[at] == normalized[view.headline]
    ):
        return False
    return (
        twins(normalized[at - 1], normalized[at])
        or at + 1 < len(normalized)
        and twins(normalized[at + 1], normalized[at])
    )


def _stands_over_credit(view: View, block: Block, credits: list[CreditSplit]) -> bool:
    """A sentence with nothing but a credit in brackets right under it."""
    at = block.index
    if not _reads_as_caption(view, at) or at + 1 >= len(view.blocks) or view.blocks[at + 1].gap:
        return False
    under = view.blocks[at + 1].text
    found = credit_of(view.scene, under)
    return (
        found is not None
        and found.form in _TELLING
        and not under[: found.start].strip()
        and not under[found.end :].strip()
    )


def _stands_over_byline(view: View, block: Block, credits: list[CreditSplit]) -> bool:
    """A sentence under the headline that the byline follows with no blank line, on a page that has blank lines."""
    at = block.index
    if not _reads_as_caption(view, at) or at + 2 >= len(view.blocks) or not block.gap:
        return False
    after = view.blocks[at + 1]
    return (
        not after.gap
        and has_byline_prefix(after.text)
        and bool(view.blocks[at + 2].gap)
        and at + 2 >= view.first
    )


def _reads_as_caption(view: View, at: int) -> bool:
    return (
        _under_headline(view, at)
        and _SENTENCE <= view.scene.lengths[at] <= _LONGEST
        and view.scene.ends[at]
    )


def _under_headline(view: View, at: int) -> bool:
    return 0 <= view.headline < at


RULES: Final[tuple[tuple[Callable[[View, Block, list[CreditSplit]], bool], float, str], ...]] = (
    (_is_labelled, 0.996, "its label says caption"),
    (_ends_in_brackets, 0.995, "ends in a picture credit"),
    (_ends_in_credit, 0.98, "ends in a picture credit"),
    (_is_printed_twice, 0.97, "is printed twice in a row"),
    (_stands_over_credit, 0.96, "a picture credit stands under it"),
    (_stands_over_byline, 0.93, "stands between headline and byline, on the byline"),
)
"""What makes a line a caption, with its score and reason; the first row that holds decides."""
