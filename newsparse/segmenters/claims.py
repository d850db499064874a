"""Claims on blocks, and the resolver that turns them into segments that tile the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import attrs

from newsparse.blocks import Block
from newsparse.records import Label, Rejected


@attrs.frozen
class Claim:
    """`text[start:end]` of a block is a `label`; `end` -1 is the block's end."""

    block: int
    label: Label
    score: float
    reason: str
    start: int = 0
    end: int = -1


class Piece(NamedTuple):
    """A stretch of a block after judgement: the claim that won, and those that lost.

    A tuple, as the cheapest of frozen values: a page has hundreds of pieces.
    """

    block: int
    start: int
    end: int
    label: Label
    score: float
    reason: str
    rejected: tuple[Rejected, ...] = ()


UNCLAIMED = "nothing claims it"
ENOUGH = 0.5
"""The score that a claim needs to win at all; one with less is only a doubt."""


def resolve(blocks: Sequence[Block], claims: Iterable[Claim]) -> tuple[Piece, ...]:
    """Every block as pieces that tile it, in order.

    On each stretch the claim with the highest score wins; of equals the one that came first. A block that
    nothing claims is furniture.
    """
    of_block: dict[int, list[Claim]] = {}
    for claim in claims:
        of_block.setdefault(claim.block, []).append(claim)
    pieces: list[Piece] = []
    furniture = Label.FURNITURE
    for block in blocks:
        at = block.index
        found = of_block.get(at)
        if found is None:
            pieces.append(Piece(at, 0, len(block.text), furniture, 0.0, UNCLAIMED))
        elif len(found) == 1 and found[0].start == 0 and found[0].end < 0:
            pieces.append(_judged(at, 0, len(block.text), found))
        else:
            pieces.extend(_tile(block, found))
    return tuple(pieces)


def _by_score(claim: Claim) -> float:
    return -claim.score


def _tile(block: Block, claims: list[Claim]) -> list[Piece]:
    """The pieces of one block: claims in order of score take what is still free."""
    size = len(block.text)
    if all(claim.start == 0 and (claim.end < 0 or claim.end == size) for claim in claims):
        return [_judged(block.index, 0, size, sorted(claims, key=_by_score))]
    spans = [
        (claim, claim.start, size if claim.end < 0 else claim.end)
        for claim in sorted(claims, key=_by_score)
    ]
    edges = sorted({0, size, *(start for _, start, _ in spans), *(end for _, _, end in spans)})
    pieces: list[Piece] = []
    for start, end in zip(edges, edges[1:], strict=False):
        if not block.text[start:end].strip():
            if pieces:
                pieces[-1] = pieces[-1]._replace(end=end)
            continue
        over = [claim for claim, first, after in spans if first <= start and end <= after]
        piece = _judged(block.index, start, end, over)
        last = pieces[-1] if pieces else None
        if last is not None and (last.label, last.reason) == (piece.label, piece.reason):
            pieces[-1] = last._replace(end=end)
        else:
            pieces.append(piece)
    return pieces


def _judged(block: int, start: int, end: int, claims: list[Claim]) -> Piece:
    if not claims:
        return Piece(block, start, end, Label.FURNITURE, 0.0, UNCLAIMED)
    winner = claims[0]
    if winner.score < ENOUGH:
        doubted = tuple(
            Rejected(claim.label, round(claim.score, 4), claim.reason) for claim in claims
        )
        return Piece(block, start, end, Label.FURNITURE, 0.0, UNCLAIMED, doubted)
    if len(claims) == 1:
        return Piece(block, start, end, winner.label, round(winner.score, 4), winner.reason)
    lost = tuple(Rejected(claim.label, round(claim.score, 4), claim.reason) for claim in claims[1:])
    return Piece(block, start, end, winner.label, round(winner.score, 4), winner.reason, lost)
