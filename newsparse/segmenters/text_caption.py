"""Captions of a dump, where no figure element marks them.

A line that ends in a picture credit; a line printed twice in a row; a sentence with a credit under
it, or with the byline right under it. Galleries glue counters, icons and sales phrases to captions;
those are furniture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from newsparse.blocks import Block
from newsparse.fields.credit_labels import holds_rights, is_sourced
from newsparse.fields.credit_parts import reads_as_credit
from newsparse.fields.credits import CreditSplit, split_credit
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.tails import LESS, caption_edges
from newsparse.segmenters.claims import Claim, claimed
from newsparse.segmenters.precedence import Row, row
from newsparse.segmenters.text_story import twins
from newsparse.segmenters.view import View

_TELLING: Final = frozenset(("phrase", "bracketed", "labelled", "copyright", "bylined"))
"""Forms of credits that mark a caption where no element does."""
_CAPTION: Final = bit("caption")
_SHORTEST_SENTENCE: Final = 30.0
_LONGEST_CAPTION: Final = 600.0
_MOST_CREDITS: Final = 3
_SENTENCE_ENDS: Final = (".", "!", "?", "”", '"', "…", "。")
GLUED: Final = row("furniture: glued to a caption")


def text_caption(view: View, block: Block) -> Iterator[Claim]:
    """Claims on a line of text as caption, credit, and what is glued to them."""
    at = block.index
    start, end = caption_edges(block.text, _twin(view, at))
    if holds_rights(block.text):
        return
    credits = _credits(view, block, start, end)
    if _names_a_page(block.text, credits, start):
        return
    rows = next(((one, credit) for test, one, credit in RULES if test(view, block, credits)), None)
    if rows is None:
        return
    caption, credit = rows
    alone = bool(credits) and credits[0].start <= start and credits[-1].end >= end
    if not alone:
        yield claimed(at, caption)
    for again, found in enumerate(credits):
        form = f"{found.form}, again" if again else found.form
        yield claimed(at, credit, form, start=found.start, end=found.end, value=found.credit)
    for first, after in ((0, start), (end, len(block.text))):
        if first < after:
            yield claimed(at, GLUED, start=first, end=after)


def _credits(view: View, block: Block, start: int, end: int) -> list[CreditSplit]:
    """The credits at a caption's edge, in order: some print theirs twice."""
    text = block.text
    found: list[CreditSplit] = []
    while end > start and len(found) < _MOST_CREDITS:
        one = view.facts(block.index).credit if end == len(text) else split_credit(text[:end])
        if one is None or one.start < start:
            break
        if found and found[0].credit.raw != one.credit.raw:
            break
        found.insert(0, one)
        end = len(text[: one.start].rstrip())
    return found


def _twin(view: View, at: int) -> str:
    """The line beside this one that begins as it does, "" where none does, or where `caption_edges`
    needs none."""
    blocks = view.blocks
    if not blocks[at].text.endswith(LESS):
        return ""
    mine = blocks[at].text[:30]
    for other in (at + 1, at - 1):
        if 0 <= other < len(blocks) and blocks[other].text[:30] == mine:
            return blocks[other].text
    return ""


def _names_a_page(text: str, credits: list[CreditSplit], start: int) -> bool:
    """Whether a line of nothing but a credit says who owns the page or where the story is from."""
    if not credits or credits[0].start > start:
        return False
    return credits[0].form == "labelled" and is_sourced(text)


def _is_labelled(view: View, block: Block, credits: list[CreditSplit]) -> bool:
    return bool(block.own & _CAPTION)


def _ends_in_brackets(view: View, block: Block, credits: list[CreditSplit]) -> bool:
    """Whether a credit in brackets ends the line. Names alone are one behind a sentence only."""
    if not credits or credits[-1].form != "bracketed":
        return False
    found = credits[-1]
    before = block.text[: found.start].rstrip()
    return before.endswith(_SENTENCE_ENDS) or reads_as_credit(
        block.text[found.start : found.end].strip(" .()[]（）"), strict=True
    )


def _ends_in_credit(view: View, block: Block, credits: list[CreditSplit]) -> bool:
    return bool(credits) and credits[-1].form in _TELLING - {"bracketed"}


def _is_printed_twice(view: View, block: Block, credits: list[CreditSplit]) -> bool:
    """The line above or below says the same, and neither is a headline's."""
    at, scene = block.index, view.scene
    if not (scene.ends[at] or credits) or not _is_under_headline(view, at):
        return False
    normalized = scene.normalized
    if scene.lengths[at] < _SHORTEST_SENTENCE or normalized[at] == normalized[view.headline]:
        return False
    return any(twins(other, normalized[at]) for other in _beside(normalized, at))


def _beside(normalized: list[str], at: int) -> list[str]:
    """The lines right above and below one."""
    return [normalized[at - 1], *normalized[at + 1 : at + 2]]


def _stands_over_credit(view: View, block: Block, credits: list[CreditSplit]) -> bool:
    """A sentence with nothing but a credit right under it."""
    at = block.index
    if not _reads_as_caption(view, at) or at + 1 >= len(view.blocks) or view.blocks[at + 1].gap:
        return False
    under = view.blocks[at + 1].text
    found = view.facts(at + 1).credit
    if found is None or found.form not in _TELLING:
        return False
    return not under[: found.start].strip() and not under[found.end :].strip()


def _stands_over_byline(view: View, block: Block, credits: list[CreditSplit]) -> bool:
    """A sentence under the headline that the byline follows with no blank line, on a page that has
    blank lines."""
    at = block.index
    if not _reads_as_caption(view, at) or at + 2 >= len(view.blocks) or not block.gap:
        return False
    return (
        not view.blocks[at + 1].gap
        and view.facts(at + 1).has_byline_prefix
        and bool(view.blocks[at + 2].gap)
        and at + 2 >= view.first
    )


def _reads_as_caption(view: View, at: int) -> bool:
    return (
        _is_under_headline(view, at)
        and _SHORTEST_SENTENCE <= view.scene.lengths[at] <= _LONGEST_CAPTION
        and view.scene.ends[at]
    )


def _is_under_headline(view: View, at: int) -> bool:
    return 0 <= view.headline < at


_Test = Callable[[View, Block, list[CreditSplit]], bool]
RULES: Final[tuple[tuple[_Test, Row, Row], ...]] = tuple(
    (test, row(f"caption: {name}"), row(f"credit: {name}"))
    for test, name in (
        (_is_labelled, "labelled line"),
        (_ends_in_brackets, "line ends in brackets"),
        (_ends_in_credit, "line ends in a credit"),
        (_is_printed_twice, "line printed twice"),
        (_stands_over_credit, "line over a credit"),
        (_stands_over_byline, "line over the byline"),
    )
)
"""What makes a line a caption, with the rows of the caption and of its credits; the first test that
holds decides."""
