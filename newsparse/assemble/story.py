"""The body and the notes: judged pieces as records, doubles dropped, live entries timed."""

from __future__ import annotations

from typing import Final

from newsparse.assemble.desk import Desk
from newsparse.blocks import Block
from newsparse.records import BlockKind, BodyBlock, Label, Link, Note
from newsparse.segmenters.claims import Piece
from newsparse.segmenters.note import note_kind

_LONG: Final = 60
"""Letters from which a text that stands twice in the body is a double."""


def body(desk: Desk) -> tuple[BodyBlock, ...]:
    """The blocks of the body in order, each once."""
    seen: set[str] = set()
    found: list[BodyBlock] = []
    for piece in desk.labelled(Label.BODY):
        text = desk.text(piece)
        if len(text) >= _LONG:
            if text in seen:
                continue
            seen.add(text)
        found.append(_block(desk, piece, text))
    return tuple(found)


def _block(desk: Desk, piece: Piece, text: str) -> BodyBlock:
    block = desk.block(piece)
    raw, source = desk.place(piece)
    listed = block.kind is BlockKind.LIST_ITEM
    depth, ordered = _list(desk, block) if listed else (None, None)
    return BodyBlock(
        text=text,
        kind=block.kind,
        level=block.level or None if block.kind is BlockKind.HEADING else None,
        depth=depth,
        ordered=ordered,
        cells=block.cells if block.kind is BlockKind.TABLE_ROW else (),
        links=_links(desk, block, piece) if block.linked else (),
        raw=raw,
        source=source,
    )


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
