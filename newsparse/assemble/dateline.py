"""The dateline: where a story was filed, as the head of its first paragraphs says."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import attrs

from newsparse.assemble.context import AssemblyContext
from newsparse.fields.datelines import find_dateline
from newsparse.records import Dateline, Label
from newsparse.segmenters.claims import Piece
from newsparse.textual import normalize, url_path

_FIRST_PARAGRAPHS: Final = 3
_SHORTEST_OPENING: Final = 40
_PARAGRAPHS_AROUND: Final = 12
_LONGEST_CONTEXT: Final = 6_000
_LONGEST_CITY_LINE: Final = 40


def dateline(context: AssemblyContext) -> Dateline | None:
    """The dateline at the head of the deck or one of the first paragraphs, or on a line of its own
    before them."""
    body = context.labelled(Label.BODY)[:_FIRST_PARAGRAPHS]
    around = cache(lambda: _around(context))
    for piece in (*context.labelled(Label.DECK), *_lines_before(context, body), *body):
        found = find_dateline(context.text(piece), around)
        if found is not None:
            start, end = found.source.start or 0, found.source.end or 0
            raw, source = context.place(piece, start, end)
            return attrs.evolve(
                found,
                raw=raw,
                source=attrs.evolve(source, reason="stands at the head of the story"),
            )
    return next(
        (_labelled_dateline(context, piece) for piece in context.labelled(Label.DATELINE)), None
    )


def _labelled_dateline(context: AssemblyContext, piece: Piece) -> Dateline:
    """A dateline that the header states on a line of its own."""
    raw, source = context.place(piece)
    found = piece.value if isinstance(piece.value, Dateline) else Dateline(context.text(piece))
    return attrs.evolve(found, raw=raw, source=source)


def _lines_before(context: AssemblyContext, body: list[Piece]) -> list[Piece]:
    """Short unclaimed lines right before the story: a city may stand there alone."""
    if not body:
        return []
    first = context.pieces.index(body[0])
    near = context.pieces[max(0, first - 2) : first] + context.pieces[first + 1 : first + 2]
    return [
        piece
        for piece in near
        if piece.label is Label.FURNITURE and 3 < piece.end - piece.start <= _LONGEST_CITY_LINE
    ]


def _around(context: AssemblyContext) -> str:
    """The story's normalised text without the first words of each paragraph: where the city of a
    dateline may appear again."""
    texts = [
        context.text(piece)[_SHORTEST_OPENING:]
        for piece in (
            *context.labelled(Label.DECK),
            *context.labelled(Label.BODY)[:_PARAGRAPHS_AROUND],
        )
    ]
    titles = [context.text(piece) for piece in context.labelled(Label.HEADLINE, Label.KICKER)]
    topics = " ".join(f"in {topic}" for topic in _topics(context))
    return " ".join(
        (
            *context.view.scene.titles,
            topics,
            normalize(" ".join((*titles, *texts))[:_LONGEST_CONTEXT]),
        )
    )


def _topics(context: AssemblyContext) -> list[str]:
    """What the page files its story under, folded: keywords, section, the folders of its
    address."""
    said = [*context.statements.meta("keywords", "news_keywords", "article:tag", "article:section")]
    for name in ("keywords", "articleSection"):
        said += context.statements.item(context.statements.story, name)
    words = [
        word
        for statement in said
        for word in re.split(r"[,;|/]", statement.text[:_LONGEST_CONTEXT])
    ]
    return [
        normalize(word)
        for word in (*words, *url_path(context.page.url).split("/")[:-1])
        if 3 < len(word) < 40
    ]
