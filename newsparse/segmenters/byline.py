"""Bylines: the lines near the headline, or at the story's end, that say who wrote it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

import attrs

from newsparse.blocks import Block, Mark
from newsparse.lexicon.classwords import bit
from newsparse.names import has_byword, is_byword, parse_byline
from newsparse.records import Byline, Label, Source
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.view import AWAY, View
from newsparse.textual import key

_BYLINE: Final = bit("byline")
_NOT: Final = bit("caption", "credit", "in_figure", "in_figcaption", "tags", "share", "kicker", "headline", "biography", "deck")
_LONGEST: Final = 220.0
_PARTED: Final = " | "


def byline(view: View) -> Iterable[Claim]:
    """Claims on the lines of the head and tail that read as bylines."""
    found = [claim for at in view.head(6) if (claim := _claim(view, at, tail=False)) is not None]
    yield from found
    if not any(claim.score > 0.9 for claim in found):
        for at in view.tail(5):
            if at >= view.last:
                claim = _claim(view, at, tail=True)
                if claim is not None:
                    yield claim


def read(view: View, block: Block, start: int = 0, end: int = -1) -> Byline | None:
    """The byline that a block, or a stretch of it, is, read with what its elements say of it; offsets count in its text."""
    named = bool((block.own | block.inline | block.within) & _BYLINE) or any(
        hint.block == block.index and hint.label is Label.BYLINE for hint in view.hints
    )
    if start > 0 or 0 <= end < len(block.text):
        return _shifted(parse_byline(block.text[start : end if end >= 0 else None], papers=view.papers, introduced=named), start)
    before = view.blocks[block.index - 1].text if block.index else ""
    text, shifts = _parted(block.text, view.marks(block) if block.inline or block.linked else ())
    parsed = parse_byline(text, papers=view.papers, introduced=named or is_byword(before))
    return _unparted(parsed, shifts) if parsed is not None else None


def _shifted(byline: Byline | None, by: int) -> Byline | None:
    """A byline read from a stretch that begins at an offset."""
    if byline is None or not by:
        return byline

    def on(source: Source) -> Source:
        return attrs.evolve(source, start=(source.start or 0) + by, end=(source.end or 0) + by)

    authors = tuple(attrs.evolve(author, source=on(author.source)) for author in byline.authors)
    return attrs.evolve(byline, authors=authors, source=on(byline.source))


def _parted(text: str, marks: Iterable[Mark]) -> tuple[str, list[int]]:
    """A text with a divider at the edges of its links and named elements, and where dividers were put."""
    edges = sorted({edge for mark in marks if mark.tag in ("a", "time") or mark.words for edge in (mark.start, mark.end)} - {0, len(text)})
    for edge in reversed(edges):
        text = text[:edge] + _PARTED + text[edge:]
    return text, edges


def _unparted(byline: Byline, shifts: list[int]) -> Byline:
    """A byline read from a parted text, its offsets as they are without the dividers."""
    if not shifts:
        return byline
    put = [edge + at * len(_PARTED) for at, edge in enumerate(shifts)]

    def back(source: Source) -> Source:
        start, end = source.start or 0, source.end or 0
        return attrs.evolve(
            source,
            start=start - len(_PARTED) * bisect_right(put, start),
            end=end - len(_PARTED) * bisect_right(put, end - 1),
        )

    authors = tuple(attrs.evolve(author, source=back(author.source)) for author in byline.authors)
    return attrs.evolve(byline, authors=authors, source=back(byline.source))


def _claim(view: View, at: int, *, tail: bool) -> Claim | None:
    block = view.blocks[at]
    if view.scene.weights[at] > _LONGEST or block.within & AWAY or at == view.headline or block.level == 1:
        return None
    own = block.own | block.inline
    spoken = has_byword(block.text)
    if (block.own | block.within) & _NOT and not (spoken or own & _BYLINE):
        return None
    named = bool((own | block.within) & _BYLINE)
    if not (spoken or named or view.authors or at <= view.first):
        return None
    if is_byword(block.text):
        follows = at + 1 < len(view.blocks) and read(view, view.blocks[at + 1]) is not None
        return Claim(at, Label.BYLINE, 0.9, "a by-word on a line of its own") if follows else None
    found = read(view, block)
    if found is None:
        return None
    score, reason = _judged(view, at, found, spoken=spoken, named=named, tail=tail)
    return Claim(at, Label.BYLINE, score - (0.1 if tail else 0.0), reason) if score else None


def _judged(view: View, at: int, found: Byline, *, spoken: bool, named: bool, tail: bool) -> tuple[float, str]:
    known = bool(view.authors & {key(name) for name in found.names})
    if known:
        return 0.97, "names whom the head names as author"
    if spoken:
        return 0.96, "opens with a by-word and names somebody"
    if at and is_byword(view.blocks[at - 1].text):
        return 0.95, "follows a by-word"
    if found.authors and view.authors:
        return 0.0, ""
    if named:
        return 0.94, "its element is a byline's and it names somebody"
    if (found.desk or len(found.agency or "") > 2) and (at <= view.first or at >= view.last):
        return 0.9, "names an agency or a desk where bylines stand"
    if not view.blocks[at].tag and view.headline < at < view.first and not tail:
        return 0.75, "a name alone between headline and story"
    return 0.0, ""
