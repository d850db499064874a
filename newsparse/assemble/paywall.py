"""A paywall that the page shows and does not declare: a cut story with a subscription box."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from newsparse.assemble.context import AssemblyContext
from newsparse.blocks import Block
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.furniture import purpose
from newsparse.lexicon.languages import spoken
from newsparse.records import Evidence, Label
from newsparse.segmenters.claims import Piece
from newsparse.textual import any_of, letter_length, normalize

_PAYWALL: Final = bit("paywall")
_ASKS = re.compile(any_of(spoken(lambda language: language.paywall_phrases)))
_CUT = re.compile(r"(?:…|\.\.\.)[\s\])»”\"]{0,3}$")
_SHORT_STORY: Final = 2_200
"""Letters of a story that may be the free part of a longer one."""
_BLOCKS_TO_BOX: Final = 8
"""Blocks between the story and a box that no class word calls a paywall."""
_BLOCKS_TO_PAYWALL: Final = 40
_LONGEST_REQUEST: Final = 400
"""Characters of a line that asks for a subscription."""
_REASON: Final = "asks for a subscription behind a cut story"


def seen_paywall(context: AssemblyContext) -> Evidence | None:
    """The line of the subscription box behind a story that is cut; None where there is none."""
    body = context.labelled(Label.BODY)
    if not body:
        return None
    is_cut = _CUT.search(context.text(body[-1])) is not None
    if not is_cut and _letters(context, body) > _SHORT_STORY:
        return None
    for block in _behind(context, body[-1].block):
        if _asks(block, is_cut=is_cut):
            raw, source = context.spot(block, 0, len(block.text))
            return Evidence("is_free", raw, attrs.evolve(source, reason=_REASON))
    return None


def _letters(context: AssemblyContext, body: list[Piece]) -> float:
    return sum(letter_length(context.text(piece)) for piece in body)


def _behind(context: AssemblyContext, last: int) -> Iterator[Block]:
    """The blocks behind the story that may be a subscription box."""
    for block in context.page.blocks[last + 1 : last + 1 + _BLOCKS_TO_PAYWALL]:
        is_near = block.index - last <= _BLOCKS_TO_BOX
        if len(block.text) <= _LONGEST_REQUEST and (
            is_near or (block.own | block.within) & _PAYWALL
        ):
            yield block


def _asks(block: Block, *, is_cut: bool) -> bool:
    """Whether a line asks to subscribe for the rest of the story. Behind a story that ends in an
    ellipsis any request in an element called a paywall does."""
    folded = normalize(block.text)
    if _ASKS.search(folded):
        return True
    is_paywall = bool((block.own | block.within) & _PAYWALL)
    return is_cut and is_paywall and purpose(folded) == "signup"
