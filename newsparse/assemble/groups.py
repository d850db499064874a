"""What blocks of the body do beside their shape: questions, answers, footnotes, and boxes.

An interview prints its questions in bold, as subheads, or behind a "Q:". A box is a container of
the story that its class words call one: a fact box, a recipe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final

import attrs

from newsparse.assemble.context import AssemblyContext
from newsparse.records import BlockKind, BlockRole, BodyBlock, EmphasisKind, Group, GroupKind

_FACT_BOX = re.compile(
    r"(?<![a-z])(?:fact-?(?:box|file|sheet)|info-?(?:box|kasten|bloc)|fakta(?:box|ruta)?|"
    r"key-?facts)(?![a-z])",
    re.IGNORECASE,
)
_RECIPE = re.compile(
    r"(?<![a-z])(?:recipe|rezept|receta|recette|ricetta|recept|ingredients?|zutaten)(?![a-z])",
    re.IGNORECASE,
)
_FOOTNOTES = re.compile(
    r"(?<![a-z])(?:foot-?notes?|end-?notes?|fussnoten?|notes-de-bas-de-page)(?![a-z])",
    re.IGNORECASE,
)
_MOST_OF_BODY: Final = 0.5
"""Share of the body's characters in a box; a container with more is the story."""
_FEWEST_QUESTIONS: Final = 3
"""Questions of an interview."""
_LONGEST_TITLE: Final = 100
_SIGNATURES_KEPT: Final = 4_096
"""Classes of elements whose meaning is kept: the pages of a site share most of them."""
_ASKS = re.compile(r"[?？؟][\"”»«“’')\]]{0,3}$")
_SAYS = re.compile(r"[.!…?？؟][\"”»«“’')\]]{0,3}$")
"""The end of a remark of an interviewer, which is no question."""
_QUESTION_MARK = re.compile(r"Q\s?[.:]\s")
_ANSWERS: Final = frozenset((BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM))


def grouped(
    context: AssemblyContext, body: tuple[BodyBlock, ...], at_blocks: Sequence[int] | None
) -> tuple[tuple[BodyBlock, ...], tuple[Group, ...]]:
    """The body with the roles of its blocks, and its boxes; `at_blocks` are the blocks of the page
    that they are."""
    footnotes = set(_footnotes(context, at_blocks)) if at_blocks is not None else set()
    roles = {**_interview(body), **dict.fromkeys(footnotes, BlockRole.FOOTNOTE)}
    groups = tuple(_boxes(context, body, at_blocks)) if at_blocks is not None else ()
    if not roles:
        return body, groups
    return tuple(
        attrs.evolve(block, role=roles[at]) if at in roles else block
        for at, block in enumerate(body)
    ), groups


def _interview(body: Sequence[BodyBlock]) -> dict[int, BlockRole]:
    """The questions and answers of an interview; none for another story."""
    asked = [at for at, block in enumerate(body) if _is_question(block)]
    if len(asked) < _FEWEST_QUESTIONS:
        return {}
    roles: dict[int, BlockRole] = dict.fromkeys(asked, BlockRole.QUESTION)
    in_bold = sum(_is_set_in_bold(body[at]) for at in asked) >= _FEWEST_QUESTIONS
    is_asked = False
    for at, block in enumerate(body):
        if at in roles:
            is_asked = True
        elif block.kind is BlockKind.HEADING:
            is_asked = False
        elif in_bold and _is_set_in_bold(block) and _SAYS.search(block.text):
            roles[at] = BlockRole.QUESTION
        elif is_asked and block.kind in _ANSWERS:
            roles[at] = BlockRole.ANSWER
    return roles


def _is_question(block: BodyBlock) -> bool:
    """Whether a block is printed as a question."""
    if _QUESTION_MARK.match(block.text):
        return True
    is_apart = block.kind is BlockKind.HEADING or _is_set_in_bold(block)
    return is_apart and _ASKS.search(block.text[-8:]) is not None


def _is_set_in_bold(block: BodyBlock) -> bool:
    """Whether a whole paragraph is bold."""
    return block.kind is BlockKind.PARAGRAPH and any(
        one.kind is EmphasisKind.BOLD and one.end - one.start >= len(block.text) - 1
        for one in block.emphasis
    )


def _footnotes(context: AssemblyContext, at_blocks: Sequence[int]) -> Iterator[int]:
    """The blocks that stand in an element of footnotes."""
    outline = context.page.outline
    known = {-1: False, 0: False}
    for at, place in enumerate(at_blocks):
        climbed = outline.climb(context.page.blocks[place].node, known)
        for one in reversed(climbed):
            above = known[outline.parent[one]]
            known[one] = above or _holds_footnotes(outline.signature[one])
        if known[context.page.blocks[place].node]:
            yield at


@lru_cache(maxsize=_SIGNATURES_KEPT)
def _holds_footnotes(signature: str) -> bool:
    """Whether a container's class says that it holds footnotes."""
    return _FOOTNOTES.search(signature) is not None


def _boxes(
    context: AssemblyContext, body: Sequence[BodyBlock], at_blocks: Sequence[int]
) -> Iterator[Group]:
    """The boxes of the body: blocks in a row that stand in one container called a box."""
    holders = [context.page.blocks[place].node for place in at_blocks]
    known = {-1: -1, 0: -1}
    nodes = [_box(context, node, known) for node in holders]
    whole = sum(len(block.text) for block in body)
    start = 0
    for node, run in groupby(nodes):
        end = start + len(list(run))
        inside = body[start:end]
        title = _title(inside[0])
        is_small = sum(len(one.text) for one in inside) <= _MOST_OF_BODY * whole
        kind = _kind(context.page.outline.signature[node]) if node >= 0 and is_small else None
        if kind is not None and len(inside) > 1:
            yield Group(start, end, kind, title)
        start = end


def _box(context: AssemblyContext, node: int, known: dict[int, int]) -> int:
    """The outermost container at or above one that is called a box; -1 for none. What is found is
    added to the known ones."""
    outline = context.page.outline
    for one in reversed(outline.climb(node, known)):
        above = known[outline.parent[one]]
        is_box = above < 0 and _kind(outline.signature[one]) is not None
        known[one] = one if is_box else above
    return known[node]


@lru_cache(maxsize=_SIGNATURES_KEPT)
def _kind(signature: str) -> GroupKind | None:
    """What a container's class calls it; None for no box."""
    if _RECIPE.search(signature):
        return GroupKind.RECIPE
    return GroupKind.FACT_BOX if _FACT_BOX.search(signature) else None


def _title(block: BodyBlock) -> str:
    """The text of a block that is the title of its box; "" for another block."""
    is_title = block.kind is BlockKind.HEADING or (
        _is_set_in_bold(block) and len(block.text) <= _LONGEST_TITLE
    )
    return block.text if is_title else ""
