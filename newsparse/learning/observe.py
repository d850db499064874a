"""What one page contributes to the knowledge of its site: a small value without its text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

import attrs

from newsparse.assemble.article import article
from newsparse.assemble.context import AssemblyContext
from newsparse.knowledge import digest, packed
from newsparse.parser import Parser
from newsparse.profiles.profile import Profile
from newsparse.profiles.registry import host_of
from newsparse.read.decode import PageInput
from newsparse.records import Article, Label
from newsparse.segmenters.site_cues import PARAGRAPHS_KEPT, SHORTEST_PARAGRAPH, title_words
from newsparse.segmenters.site_keys import container_path, opening_key, text_key

_MOST_LETTERS: Final = 400.0
"""Letters of a block that count for its container, so that one long block does not decide."""
_BODY: Final = 0.5
_NO_FIELD: Final = frozenset((Label.BODY, Label.FURNITURE))


@attrs.frozen
class SeenBlock:
    """What one block contributes."""

    text: bytes | None
    """The key of its text; None for one without letters."""
    container: int
    """The number of its container on this page."""
    letters: float
    body: float
    """How sure it is body."""
    opening: bytes | None
    label: Label | None
    """The label of the whole block, where it is neither body nor furniture."""


@attrs.frozen
class Observation:
    """What one page contributes to the knowledge of its site."""

    host: str
    order: bytes
    """A digest of the page, by which observations are put in an order of their own."""
    title: frozenset[bytes]
    paragraphs: tuple[bytes, ...]
    containers: tuple[str, ...]
    """The paths of the page's containers, by their numbers."""
    blocks: tuple[SeenBlock, ...]
    masthead: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    published: dt.date | None = None
    zone: str | None = None
    """The offset from UTC that its dates state."""
    agencies: tuple[str, ...] = ()
    """The ids of the agencies that it names."""


def observed(
    parser: Parser,
    page: PageInput,
    url: str | None = None,
    profile: Profile | str | None = None,
    encoding: str | None = None,
) -> Observation:
    """What a page contributes; raises what `Parser.parse` raises."""
    context = parser.context(page, profile, url, encoding=encoding)
    return observation(context, article(context))


def observation(context: AssemblyContext, record: Article) -> Observation:
    """What a page that is read and labelled contributes."""
    view, scene = context.view, context.view.scene
    paths: dict[str, int] = {}
    path_of: dict[int, str] = {}
    label_of = {
        piece.block: piece.label
        for piece in context.pieces
        if piece.label not in _NO_FIELD and piece.start == 0
    }
    blocks: list[SeenBlock] = []
    for at, block in enumerate(scene.blocks):
        path = path_of.get(block.node)
        if path is None:
            path = path_of[block.node] = container_path(scene.page.outline, block.node)
        folded = scene.normalized[at]
        blocks.append(
            SeenBlock(
                text_key(folded),
                paths.setdefault(path, len(paths)),
                scene.lengths[at],
                view.body.values[at],
                opening_key(folded),
                label_of.get(at),
            )
        )
    paragraphs = {
        block.text
        for block in blocks
        if block.text is not None and block.body >= _BODY and block.letters >= SHORTEST_PARAGRAPH
    }
    return Observation(
        host_of(context.page.url or context.page.head.canonical).removeprefix("www."),
        digest(packed(block.text for block in blocks if block.text is not None)),
        title_words(scene),
        tuple(sorted(paragraphs))[:PARAGRAPHS_KEPT],
        tuple(paths),
        tuple(blocks),
        record.masthead.name if record.masthead is not None else None,
        record.language,
        tuple(dict.fromkeys(name for byline in record.bylines for name in byline.names)),
        _day(record),
        _zone(record),
        tuple(dict.fromkeys(_agencies(record))),
    )


def _day(record: Article) -> dt.date | None:
    moment = record.published
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _zone(record: Article) -> str | None:
    """The offset of the publication; UTC alone tells nothing, as machines state it."""
    moment = record.published
    offset = moment.utcoffset() if isinstance(moment, dt.datetime) else None
    return moment.isoformat()[-len("+00:00") :] if moment is not None and offset else None


def _agencies(record: Article) -> Iterator[str]:
    for line in record.bylines:
        if line.agency_id is not None:
            yield line.agency_id
    if record.dateline is not None and record.dateline.agency_id is not None:
        yield record.dateline.agency_id
    for caption in record.captions:
        if caption.credit is not None:
            yield from filter(None, caption.credit.agency_ids)


def counted_letters(block: SeenBlock) -> float:
    """The letters of a block that count for its container."""
    return min(block.letters, _MOST_LETTERS) + 1
