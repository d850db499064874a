"""Claims on blocks, and the resolver that turns them into pieces that tile the page."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import attrs

from newsparse.blocks import Block
from newsparse.fields.date_labels import FoundDate
from newsparse.records import Byline, Credit, Dateline, Label, NoteKind, Rejected
from newsparse.segmenters.precedence import Row, rank_of


class Placement(enum.Enum):
    """How near to the story a date stands."""

    STORY = enum.auto()
    """In the story's head or tail."""
    FALLBACK = enum.auto()
    """Elsewhere on the page; it counts where nothing else is dated."""


@attrs.frozen
class DatesFound:
    """The dates that a line holds, with their offsets in the block's text."""

    dates: tuple[FoundDate, ...]
    placement: Placement = Placement.STORY


Value = Byline | Credit | Dateline | DatesFound | NoteKind | None
"""What a segmenter parsed for its claim. Offsets count in the block's text, whatever stretch is
claimed."""


@attrs.frozen
class Claim:
    """`text[start:end]` of a block is a `label`; `end` -1 is the block's end."""

    block: int
    label: Label
    score: float
    """The probability, 0 to 1, that the claim is right."""
    reason: str
    rank: float
    """Where the claim stands in the table of precedence; the lowest wins."""
    start: int = 0
    end: int = -1
    value: Value = None


def claimed(
    block: int, row: Row, detail: str = "", *, start: int = 0, end: int = -1, value: Value = None
) -> Claim:
    """A rule's claim; `detail` is what it adds to the reason of its row."""
    reason = row.reason.format(detail)
    return Claim(block, row.label, row.confidence, reason, row.rank, start, end, value)


def learned(block: int, label: Label, probability: float, reason: str) -> Claim:
    """The claim on a whole block that has a probability of its own."""
    return Claim(block, label, probability, reason, rank_of(probability))


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
    value: Value = None
    """What the claim that won holds, of its whole stretch; a note's kind only where the note
    begins."""


UNCLAIMED = "nothing claims it"
LEFT_OVER = "what a byline or date leaves over of its line"
_LINES: Final = (Label.BYLINE, Label.DATE)
_LONGEST_LEFTOVER: Final = 30
"""Characters of the longest rest of a byline's or date's line that is no paragraph."""
ENOUGH = 0.5
"""The probability that a claim needs to win at all; one with less is only a doubt."""


def resolve(blocks: Sequence[Block], claims: Iterable[Claim]) -> tuple[Piece, ...]:
    """Every block as pieces that tile it, in order.

    On each stretch the claim that stands highest in the table of precedence wins; of equals the one
    that came first. A block that nothing claims is furniture.
    """
    of_block: dict[int, list[Claim]] = {}
    for claim in claims:
        of_block.setdefault(claim.block, []).append(claim)
    pieces: list[Piece] = []
    for block in blocks:
        at = block.index
        found = of_block.get(at)
        if found is None:
            rest = at, 0, len(block.text), Label.FURNITURE, 0.0, UNCLAIMED, (), None
            pieces.append(tuple.__new__(Piece, rest))  # a third of the time of `Piece(...)`
        elif len(found) == 1 and found[0].start == 0 and found[0].end < 0:
            pieces.append(_judged(at, 0, len(block.text), found))
        else:
            pieces.extend(_tile(block, found))
    return tuple(pieces)


def _by_rank(claim: Claim) -> tuple[float, float]:
    return claim.rank, -claim.score


def _tile(block: Block, claims: list[Claim]) -> list[Piece]:
    """The pieces of one block: the strongest claims take what is still free."""
    size = len(block.text)
    ranked = sorted(claims, key=_by_rank)
    if all(claim.start == 0 and (claim.end < 0 or claim.end == size) for claim in claims):
        return [_judged(block.index, 0, size, ranked)]
    spans = [(claim, claim.start, size if claim.end < 0 else claim.end) for claim in ranked]
    edges = sorted({0, size, *(start for _, start, _ in spans), *(end for _, _, end in spans)})
    pieces: list[Piece] = []
    for start, end in zip(edges, edges[1:], strict=False):
        if not block.text[start:end].strip():
            if pieces:
                pieces[-1] = pieces[-1]._replace(end=end)
            continue
        over = [claim for claim, first, after in spans if first <= start and end <= after]
        _append(pieces, _judged(block.index, start, end, over))
    return _without_leftovers(block, pieces)


def _without_leftovers(block: Block, pieces: list[Piece]) -> list[Piece]:
    """The pieces of a block; a few words that a byline or date leaves over of its line are no
    paragraph of the story."""
    if len(pieces) < 2 or not any(piece.label in _LINES for piece in pieces):
        return pieces
    if any(len(_leftover(block, piece)) > _LONGEST_LEFTOVER for piece in pieces):
        return pieces
    return [
        piece._replace(label=Label.FURNITURE, reason=LEFT_OVER)
        if piece.label is Label.BODY
        else piece
        for piece in pieces
    ]


def _leftover(block: Block, piece: Piece) -> str:
    return block.text[piece.start : piece.end].strip() if piece.label is Label.BODY else ""


def _append(pieces: list[Piece], piece: Piece) -> None:
    """Add a piece; one that says the same as the last one is joined to it."""
    last = pieces[-1] if pieces else None
    if last is not None and (last.label, last.reason) == (piece.label, piece.reason):
        pieces[-1] = last._replace(end=piece.end)
    else:
        pieces.append(piece)


def _judged(block: int, start: int, end: int, claims: list[Claim]) -> Piece:
    """The piece that the first of some claims makes of a stretch; the others lost."""
    if not claims:
        return _unclaimed(block, start, end)
    winner = claims[0]
    if winner.score < ENOUGH:
        return _unclaimed(block, start, end)._replace(rejected=_rejected(claims))
    return Piece(
        block,
        start,
        end,
        winner.label,
        round(winner.score, 4),
        winner.reason,
        _rejected(claims[1:]) if len(claims) > 1 else (),
        _value(winner, start),
    )


def _value(claim: Claim, start: int) -> Value:
    """What a claim holds for a piece that begins at `start`: only a note's opening has its kind,
    for what is left of a line that another field opens is no note."""
    return None if start > claim.start and isinstance(claim.value, NoteKind) else claim.value


def _unclaimed(block: int, start: int, end: int) -> Piece:
    return Piece(block, start, end, Label.FURNITURE, 0.0, UNCLAIMED)


def _rejected(claims: Iterable[Claim]) -> tuple[Rejected, ...]:
    return tuple(Rejected(claim.label, round(claim.score, 4), claim.reason) for claim in claims)
