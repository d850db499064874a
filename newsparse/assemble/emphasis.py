"""The words that a block sets off: bold, italic, superscript, subscript, code."""

from __future__ import annotations

from typing import Final

from newsparse.assemble.context import AssemblyContext
from newsparse.blocks import Block
from newsparse.records import BlockKind, Emphasis, EmphasisKind
from newsparse.segmenters.claims import Piece

_KINDS: Final[dict[str, EmphasisKind]] = {
    "b": EmphasisKind.BOLD,
    "strong": EmphasisKind.BOLD,
    "i": EmphasisKind.ITALIC,
    "em": EmphasisKind.ITALIC,
    "sup": EmphasisKind.SUPERSCRIPT,
    "sub": EmphasisKind.SUBSCRIPT,
    "code": EmphasisKind.CODE,
    "kbd": EmphasisKind.CODE,
    "samp": EmphasisKind.CODE,
}
"""What each element says."""


def emphasis(context: AssemblyContext, block: Block, piece: Piece) -> tuple[Emphasis, ...]:
    """The words set off in a piece of a block, those of one kind without overlaps."""
    if not (block.stressed or block.has_signs) or block.kind is BlockKind.PREFORMATTED:
        return ()
    spans: dict[EmphasisKind, list[tuple[int, int]]] = {}
    lead = len(block.text[piece.start : piece.end]) - len(
        block.text[piece.start : piece.end].lstrip()
    )
    first = piece.start + lead
    last = first + len(context.text(piece))
    for mark in context.view.marks(block):
        kind = _KINDS.get(mark.tag)
        start, end = max(mark.start, first), min(mark.end, last)
        if kind is not None and start < end:
            spans.setdefault(kind, []).append((start - first, end - first))
    found = [
        Emphasis(start, end, kind)
        for kind, places in spans.items()
        for start, end in _joined(places)
    ]
    return tuple(sorted(found, key=lambda one: (one.start, -one.end, one.kind)))


def _joined(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order; those that touch are one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
