"""What the record is put together from: pieces by label, places on the page, facts of the
profile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import attrs

from newsparse.blocks import Block
from newsparse.knowledge import SiteKnowledge
from newsparse.known import Known
from newsparse.marks import align
from newsparse.page import Media, Page
from newsparse.profiles.matches import NOTHING, RuleMatches
from newsparse.profiles.profile import Profile
from newsparse.read.statements import HeadStatements
from newsparse.records import Byline, Label, Origin, ParseWarning, Source, Span
from newsparse.segmenters.claims import Piece
from newsparse.segmenters.view import View


def _frozen(found: Iterable[ParseWarning]) -> tuple[ParseWarning, ...]:
    return tuple(found)


@attrs.frozen(eq=False)
class AssemblyContext:
    """Everything that the functions of this package read."""

    page: Page
    view: View
    pieces: tuple[Piece, ...]
    statements: HeadStatements
    profile: Profile | None = None
    reference: dt.datetime | None = None
    warnings: tuple[ParseWarning, ...] = attrs.field(default=(), converter=_frozen)
    """What went wrong before the record is put together."""
    houses: tuple[str, ...] = ()
    """Names of the site or paper, as the head and the profile have them, folded."""
    stated: Byline | None = None
    """The byline that the head states."""
    site: SiteKnowledge | None = None
    """What is known of the site of the page."""
    matches: RuleMatches = NOTHING
    """What the rules of the profile found."""
    known: Known | None = None
    """What the caller knows of the page."""
    known_language: str | None = None
    """The language that the caller states, if it counts for this page."""
    _labelled: dict[Label, list[Piece]] = attrs.field(
        init=False, default=attrs.Factory(lambda context: _parted(context.pieces), takes_self=True)
    )

    def labelled(self, *labels: Label) -> list[Piece]:
        """The pieces with one of these labels, in the order of the page."""
        found = [piece for label in labels for piece in self._labelled.get(label, ())]
        return sorted(found, key=_at) if len(labels) > 1 else found

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

    def spot(
        self, block: Block, start: int, end: int, score: float = 1.0, reason: str = ""
    ) -> tuple[str, Source]:
        """What the page prints at `block.text[start:end]`, and where."""
        printed = block.printed
        if start <= 0 and end >= len(block.text):
            first, after = 0, len(printed)
        else:
            first, after = align(printed, block.text, start, end)
        raw = printed[first:after]
        if block.stretches:
            return self._in_column(block, first, after, score, reason)
        if self.page.media is Media.TEXT:
            return raw, Source(
                Origin.TEXT, block.start + first, block.start + after, None, (), score, reason
            )
        return raw, Source(
            Origin.DOM, None, None, self.page.locator.where(block, raw), (), score, reason
        )

    def _in_column(
        self, block: Block, start: int, end: int, score: float, reason: str
    ) -> tuple[str, Source]:
        """The first row of `block.printed[start:end]`, and where it and the others stand."""
        spans: list[Span] = []
        at = 0
        for first, after in block.stretches:
            left, right = max(start - at, 0), min(end - at, after - first)
            if left < right:
                spans.append(Span(first + left, first + right))
            at += after - first + 1
        one, *others = spans
        raw = self.page.text[one.start : one.end]
        source = Source(Origin.TEXT, one.start, one.end, None, tuple(others), score, reason)
        return raw, source

    def together(self, pieces: Sequence[Piece]) -> tuple[str, Source]:
        """What the first of several pieces prints, and where; the others are further spans of its
        source."""
        (raw, source), *others = [self.place(piece) for piece in pieces]
        further = (
            span
            for _, other in others
            for span in (Span(other.start, other.end, other.where), *other.also)
        )
        return raw, attrs.evolve(source, also=(*source.also, *further))

    def tiles(self) -> Iterator[tuple[Piece, str, Source]]:
        """Every piece with what the page prints there. On a text page the pieces cover all printed
        text exactly once."""
        for _, group in groupby(self.pieces, key=lambda piece: piece.block):
            pieces = list(group)
            places = [self.place(piece) for piece in pieces]
            if self.page.media is Media.TEXT and not self.block(pieces[0]).stretches:
                places = self._stretched(self.block(pieces[0]), [source for _, source in places])
            for piece, (raw, source) in zip(pieces, places, strict=True):
                yield piece, raw, source

    def _stretched(self, block: Block, sources: Sequence[Source]) -> list[tuple[str, Source]]:
        """The places of a block's pieces. Each starts where the previous one ends, so a bullet or
        mark belongs to the piece after it."""
        found: list[tuple[str, Source]] = []
        edges = [block.start, *(source.start or 0 for source in sources[1:]), block.end]
        for source, start, end in zip(sources, edges, edges[1:], strict=False):
            raw = self.page.text[start:end]
            first = start + len(raw) - len(raw.lstrip())
            found.append(
                (raw.strip(), attrs.evolve(source, start=first, end=first + len(raw.strip())))
            )
        return found


def _parted(pieces: Sequence[Piece]) -> dict[Label, list[Piece]]:
    """The pieces of each label, in the order of the page."""
    found: dict[Label, list[Piece]] = {}
    for piece in pieces:
        found.setdefault(piece.label, []).append(piece)
    return found


def _at(piece: Piece) -> tuple[int, int]:
    return piece.block, piece.start


def unique(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts without repetitions; white space and case do not count."""
    found: dict[str, str] = {}
    for text in texts:
        text = " ".join(text.split())
        if text:
            found.setdefault(text.casefold(), text)
    return tuple(found.values())
