"""The body and the notes: judged pieces as records, doubles dropped, live entries timed."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from newsparse.assemble.desk import Desk
from newsparse.blocks import Block
from newsparse.page import Media, Told
from newsparse.records import (
    BlockKind,
    BodyBlock,
    Label,
    Link,
    Note,
    Origin,
    ParseWarning,
    Source,
    Span,
    WarningCode,
)
from newsparse.segmenters.claims import Piece
from newsparse.segmenters.note import note_kind
from newsparse.textual import folded_words, key, squeeze

_LONG: Final = 60
"""Letters from which a text that stands twice in the body is a double."""
_PIECE: Final = 1_200
_COPIED: Final = 0.6
_PLAUSIBLE: Final = 900
"""Letters of a body that is taken as it is shown."""
_TOLD: Final = 400
_MORE: Final = 2.0
"""How much more than the page shows a story told elsewhere must hold."""
_PARAGRAPHS = re.compile(
    r"\n+|(?:<|&lt;)/p(?:>|&gt;)\s*(?:<|&lt;)p[^>&]{0,200}(?:>|&gt;)|(?:(?:<|&lt;)br\s*/?(?:>|&gt;)\s*){2,}",
    re.IGNORECASE,
)
"""What parts the paragraphs of an articleBody."""
_ESCAPED = re.compile(r"&lt;/?[a-z]", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]{0,500}>")


def body(desk: Desk) -> tuple[BodyBlock, ...]:
    """The blocks of the body in order, each once; where the page shows next to none, what its head or state holds."""
    shown = _shown(desk)
    letters = sum(len(block.text) for block in shown)
    if letters >= _PLAUSIBLE or desk.page.media is Media.TEXT:
        return shown
    for told, origin in (
        *((told, Origin.APP_STATE) for told in desk.page.locator.told()),
        _stated(desk),
    ):
        if sum(len(one.text) for one in told) >= max(_TOLD, _MORE * letters) and _same_story(
            desk, shown, told
        ):
            desk.warnings.append(
                ParseWarning(
                    WarningCode.BODY_FROM_HEAD,
                    f"the page shows no whole story; the body was read from its {origin.value}",
                )
            )
            return tuple(_told(one, origin) for one in told)
    return shown


def _stated(desk: Desk) -> tuple[tuple[Told, ...], Origin]:
    """The articleBody of the story's JSON-LD, else of a `meta` of its microdata, a paragraph a line; markup in it may be escaped."""
    for witness in (
        *desk.witnesses.item(desk.witnesses.story, "articleBody"),
        *desk.witnesses.meta("articlebody"),
    ):
        if isinstance(witness.value, str) and witness.source.where:
            lines = ((line, _plain(line)) for line in _PARAGRAPHS.split(witness.value))
            found = tuple(
                Told(text, BlockKind.PARAGRAPH, line.strip(), (witness.source.where,))
                for line, text in lines
                if text
            )
            if found:
                return found, witness.source.origin
    return (), Origin.JSON_LD


def _plain(line: str) -> str:
    """A line of an articleBody without markup, be it escaped."""
    return squeeze(unescape(_MARKUP.sub("", unescape(line) if _ESCAPED.search(line) else line)))


def _same_story(desk: Desk, shown: tuple[BodyBlock, ...], told: tuple[Told, ...]) -> bool:
    """Whether what is told begins as what is shown, or speaks of what the head says the page is about."""
    text = key(" ".join(one.text for one in told))
    if any(len(block.text) >= _LONG and key(block.text)[:_LONG] in text for block in shown):
        return True
    scene = desk.view.scene
    have = folded_words(text)
    about = [words for words in (*scene.title_words, *scene.description_words) if len(words) >= 3]
    return any(len(words & have) >= 0.6 * len(words) for words in about) or any(
        title in text for title in scene.titles if len(title) > 12
    )


def _told(one: Told, origin: Origin) -> BodyBlock:
    where, *others = one.places
    source = Source(
        origin,
        where=where,
        also=tuple(Span(where=other) for other in others),
        score=0.7,
        reason="the page shows no whole story",
    )
    return BodyBlock(one.text, one.kind, raw=one.raw, source=source)


def _shown(desk: Desk) -> tuple[BodyBlock, ...]:
    """The blocks labelled body, in order, each once."""
    seen: set[str] = set()
    found: list[BodyBlock] = []
    for piece in desk.labelled(Label.BODY):
        text = desk.text(piece)
        if len(text) >= _LONG:
            if text in seen:
                continue
            seen.add(text)
        found.append(_block(desk, piece, text))
    return tuple(_without_copies(found))


def _without_copies(blocks: list[BodyBlock]) -> list[BodyBlock]:
    """The blocks without one that holds the words of the others again: the whole story in one piece."""
    long = [block for block in blocks if len(block.text) >= _PIECE]
    copies = set()
    for block in long:
        inside = sum(
            len(other.text)
            for other in blocks
            if other is not block and len(other.text) >= _LONG and other.text in block.text
        )
        if inside >= _COPIED * len(block.text):
            copies.add(id(block))
    return [block for block in blocks if id(block) not in copies] if copies else blocks


def _block(desk: Desk, piece: Piece, text: str) -> BodyBlock:
    block = desk.block(piece)
    raw, source = desk.place(piece)
    listed = block.kind is BlockKind.LIST_ITEM
    depth, ordered = _list(desk, block) if listed else (None, None)
    level = block.level or None if block.kind is BlockKind.HEADING else None
    cells = block.cells if block.kind is BlockKind.TABLE_ROW else ()
    links = _links(desk, block, piece) if block.linked else ()
    return BodyBlock(text, block.kind, level, depth, ordered, cells, None, links, raw, source)


def _list(desk: Desk, block: Block) -> tuple[int, bool]:
    """How deep a list item lies, and whether its list is numbered."""
    outline = desk.page.outline
    lists = []
    node = block.node
    while node >= 0:
        if outline.tag[node] in ("ul", "ol"):
            lists.append(outline.tag[node])
        node = outline.parent[node]
    return max(1, len(lists)), bool(lists) and lists[0] == "ol"


def _links(desk: Desk, block: Block, piece: Piece) -> tuple[Link, ...]:
    return tuple(
        Link(mark.start - piece.start, mark.end - piece.start, mark.href)
        for mark in desk.view.marks(block)
        if mark.tag == "a" and mark.href and piece.start <= mark.start and mark.end <= piece.end
    )


def notes(desk: Desk) -> tuple[Note, ...]:
    """The notes of the page in order, each once."""
    found: dict[str, Note] = {}
    for piece in desk.labelled(Label.NOTE):
        text = desk.text(piece)
        kind = note_kind(text)
        if kind is not None and text not in found:
            raw, source = desk.place(piece)
            found[text] = Note(text, kind, raw, source)
    return tuple(found.values())
