"""The desk the record is put together on: pieces by label, places on the page, facts of the profile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import attrs

from newsparse.assemble.witnesses import Witnesses
from newsparse.blocks import Block
from newsparse.page import Media, Page
from newsparse.profiles.profile import Profile
from newsparse.read.text import align
from newsparse.records import Label, Origin, ParseWarning, Source, Span
from newsparse.segmenters.claims import Piece
from newsparse.segmenters.view import View


@attrs.frozen(eq=False)
class Desk:
    """Everything an assembler may ask."""

    page: Page
    view: View
    pieces: tuple[Piece, ...]
    witnesses: Witnesses
    profile: Profile | None = None
    reference: dt.datetime | None = None
    warnings: list[ParseWarning] = attrs.field(factory=list)

    def labelled(self, *labels: Label) -> list[Piece]:
        """The pieces with one of these labels, in the order of the page."""
        return [piece for piece in self.pieces if piece.label in labels]

    def block(self, piece: Piece) -> Block:
        return self.page.blocks[piece.block]

    def text(self, piece: Piece) -> str:
        """The words of a piece, as a reader sees them."""
        return self.block(piece).text[piece.start : piece.end].strip()

    def place(self, piece: Piece, start: int = 0, end: int = -1) -> tuple[str, Source]:
        """What the page prints at a piece, or at `text(piece)[start:end]`, and where."""
        block = self.block(piece)
        whole = block.text[piece.start : piece.end]
        lead = piece.start + len(whole) - len(whole.lstrip())
        first = lead + start
        after = lead + (len(whole.strip()) if end < 0 else end)
        return self.spot(block, first, after, piece.score, piece.reason)

    def spot(self, block: Block, start: int, end: int, score: float = 1.0, reason: str = "") -> tuple[str, Source]:
        """What the page prints at `block.text[start:end]`, and where."""
        if start <= 0 and end >= len(block.text):
            first, after = 0, len(block.printed)
        else:
            first, after = align(block.printed, block.text, start, end)
        raw = block.printed[first:after]
        if self.page.media is Media.TEXT:
            source = Source(Origin.TEXT, block.start + first, block.start + after, score=score, reason=reason)
        else:
            source = Source(Origin.DOM, where=self.page.locator.where(block, raw), score=score, reason=reason)
        return raw, source

    def together(self, pieces: Sequence[Piece]) -> tuple[str, Source]:
        """What several pieces print, and where: the first as the source, the others as further spans."""
        places = [self.place(piece) for piece in pieces]
        raw, source = places[0]
        if len(places) == 1:
            return raw, source
        also = tuple(Span(other.start, other.end, other.where) for _, other in places[1:])
        if self.page.media is Media.TEXT:
            return raw, attrs.evolve(source, also=also)
        return " ".join(text for text, _ in places), attrs.evolve(source, also=also)


def unique(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts without those that say the same as one before them."""
    found: dict[str, str] = {}
    for text in texts:
        text = " ".join(text.split())
        if text:
            found.setdefault(text.casefold(), text)
    return tuple(found.values())
