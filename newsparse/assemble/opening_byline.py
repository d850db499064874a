"""The byline that the first words of a story hold, in scripts that sign so. The words stay part of
the story."""

from __future__ import annotations

from typing import Final

import attrs

from newsparse.assemble.context import AssemblyContext
from newsparse.fields.byline_han import han_opening
from newsparse.fields.byline_hangul import hangul_opening
from newsparse.records import Byline, Label, Place
from newsparse.segmenters.claims import Piece

_FIRST_PARAGRAPHS: Final = 2
_REASON: Final = "the story's first words name who reported it"


def opening_byline(context: AssemblyContext) -> Byline | None:
    """The byline in the deck or the first paragraphs, None where they name no reporter."""
    body = context.labelled(Label.BODY)[:_FIRST_PARAGRAPHS]
    for piece in (*context.labelled(Label.DECK), *body):
        text = context.text(piece)
        found = han_opening(text) or hangul_opening(text)
        if found is None:
            continue
        authors = []
        for author in found.authors:
            start, end = author.source.start or 0, author.source.end or 0
            raw, source = context.place(piece, start, end)
            authors.append(
                attrs.evolve(author, raw=raw, source=attrs.evolve(source, reason=_REASON))
            )
        raw, source = context.place(piece, found.source.start or 0, found.source.end or 0)
        return attrs.evolve(
            found,
            authors=tuple(authors),
            place=_filed_from(context, piece, found.place),
            raw=raw,
            source=attrs.evolve(source, reason=_REASON),
        )
    return None


def _filed_from(context: AssemblyContext, piece: Piece, place: Place | None) -> Place | None:
    """The place of the byline, with where the page prints it."""
    if place is None:
        return None
    raw, source = context.place(piece, place.source.start or 0, place.source.end or 0)
    return attrs.evolve(place, raw=raw, source=source)
