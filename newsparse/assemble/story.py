"""The body and the notes: judged pieces as records, doubles dropped, live entries timed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from newsparse.assemble.context import AssemblyContext
from newsparse.assemble.emphasis import emphasis
from newsparse.blocks import Block
from newsparse.page import Media, StoredParagraph
from newsparse.records import (
    BlockKind,
    BodyBlock,
    Label,
    Link,
    Note,
    NoteKind,
    Origin,
    ParseWarning,
    Source,
    Span,
    WarningCode,
)
from newsparse.segmenters.claims import Piece
from newsparse.textual import folded_words, normalize, squeeze

_SHORTEST_DOUBLE: Final = 60
"""Letters from which a text that stands twice in the body is a double."""
_SHORTEST_COPY: Final = 1_200
_COPIED_SHARE: Final = 0.6
_WHOLE_STORY: Final = 900
"""Letters of a body that is taken as it is shown."""
_SHORTEST_HIDDEN: Final = 400
_TIMES_MORE: Final = 2.0
"""How much more than the page shows a story held elsewhere must hold."""
_PARAGRAPHS = re.compile(
    r"(?:\n|\\r|\\n)+|(?:<|&lt;)/p(?:>|&gt;)\s*(?:<|&lt;)p[^>&]{0,200}(?:>|&gt;)|(?:(?:<|&lt;)br\s*/?(?:>|"
    r"&gt;)\s*){2,}",
    re.IGNORECASE,
)
"""What parts the paragraphs of an articleBody."""
_LINES_ESCAPED_TWICE = re.compile(r"(?:\\r|\\n|\n)+")
_ESCAPED_TWICE = re.compile(r"\\(?:n\\n|u[0-9a-f]{4}|[\"/])", re.IGNORECASE)
"""Escapes of JSON in a text that was read from JSON."""
_ESCAPE = re.compile(r"(?:\\u[0-9a-f]{4})+|\\[\"\\/bfnrt]", re.IGNORECASE)
_ESCAPED = re.compile(r"&lt;/?[a-z]", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]{0,500}>")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8});", re.IGNORECASE)


def body(context: AssemblyContext) -> tuple[tuple[BodyBlock, ...], tuple[ParseWarning, ...]]:
    """The blocks of the body in order, each once; where the page shows next to none, what its head
    or state holds, and a warning that says so."""
    shown = _shown(context)
    letters = sum(len(block.text) for block in shown)
    if letters >= _WHOLE_STORY or context.page.media is Media.TEXT:
        return shown, ()
    for hidden, origin in (
        *((hidden, Origin.APP_STATE) for hidden in context.page.locator.stored_stories()),
        _stated(context),
    ):
        if sum(len(one.text) for one in hidden) >= max(
            _SHORTEST_HIDDEN, _TIMES_MORE * letters
        ) and _same_story(context, shown, hidden):
            warning = ParseWarning(
                WarningCode.BODY_FROM_HEAD,
                f"the page shows no whole story; the body was read from its {origin.value}",
            )
            return tuple(_hidden_block(one, origin) for one in hidden), (warning,)
    return shown, ()


def _stated(context: AssemblyContext) -> tuple[tuple[StoredParagraph, ...], Origin]:
    """The articleBody of the story's JSON-LD, else of a `meta` of its microdata, a paragraph a
    line; markup in it may be escaped."""
    for statement in (
        *context.statements.item(context.statements.story, "articleBody"),
        *context.statements.meta("articlebody"),
    ):
        if isinstance(statement.value, str) and statement.source.where:
            lines = _lines(statement.value)
            found = tuple(
                StoredParagraph(text, BlockKind.PARAGRAPH, line.strip(), (statement.source.where,))
                for line, text in lines
                if text
            )
            if found:
                return found, statement.source.origin
    return (), Origin.JSON_LD


def _lines(stated: str) -> Iterator[tuple[str, str]]:
    """The lines of an articleBody, as they stand there and without markup and escapes."""
    twice = _ESCAPED_TWICE.search(stated) is not None
    markup = _ESCAPED.search(stated) is not None
    for part in _PARAGRAPHS.split(stated):
        for line in _LINES_ESCAPED_TWICE.split(part) if twice else (part,):
            text = _ESCAPE.sub(_escaped_text, line) if twice else line
            yield line, _plain(unescape(text) if markup else text)


def _escaped_text(escape: re.Match[str]) -> str:
    """What an escape of JSON stands for; the escape itself if it stands for no character."""
    try:
        text: str = json.loads(f'"{escape.group()}"')
        text.encode()
    except ValueError:
        return escape.group()
    return text


def _plain(line: str) -> str:
    """A line of an articleBody without markup and entities, which may be escaped twice."""
    line = unescape(_MARKUP.sub("", line))
    return squeeze(unescape(line) if _ENTITY.search(line) else line)


def _same_story(
    context: AssemblyContext, shown: tuple[BodyBlock, ...], hidden: tuple[StoredParagraph, ...]
) -> bool:
    """Whether what is hidden begins as what is shown, or is about what the head says the page is
    about."""
    text = normalize(" ".join(one.text for one in hidden))
    if any(
        len(block.text) >= _SHORTEST_DOUBLE and normalize(block.text)[:_SHORTEST_DOUBLE] in text
        for block in shown
    ):
        return True
    scene = context.view.scene
    have = folded_words(text)
    about = [words for words in (*scene.title_words, *scene.description_words) if len(words) >= 3]
    return any(len(words & have) >= 0.6 * len(words) for words in about) or any(
        title in text for title in scene.titles if len(title) > 12
    )


def _hidden_block(one: StoredParagraph, origin: Origin) -> BodyBlock:
    where, *others = one.places
    source = Source(
        origin,
        where=where,
        also=tuple(Span(where=other) for other in others),
        score=0.7,
        reason="the page shows no whole story",
    )
    return BodyBlock(one.text, one.kind, raw=one.raw, source=source)


def _shown(context: AssemblyContext) -> tuple[BodyBlock, ...]:
    """The blocks labelled body, in order, each once."""
    seen: set[str] = set()
    found: list[BodyBlock] = []
    for piece in context.labelled(Label.BODY):
        text = context.text(piece)
        if len(text) >= _SHORTEST_DOUBLE:
            if text in seen:
                continue
            seen.add(text)
        found.append(_block(context, piece, text))
    return tuple(_without_copies(found))


def _without_copies(blocks: list[BodyBlock]) -> list[BodyBlock]:
    """The blocks without one that holds the words of the others again: the whole story in one
    piece."""
    long = [block for block in blocks if len(block.text) >= _SHORTEST_COPY]
    copies = set()
    for block in long:
        others = [other.text for other in blocks if other is not block]
        inside = sum(
            len(text) for text in others if len(text) >= _SHORTEST_DOUBLE and text in block.text
        )
        if inside >= _COPIED_SHARE * len(block.text):
            copies.add(id(block))
    return [block for block in blocks if id(block) not in copies] if copies else blocks


def _block(context: AssemblyContext, piece: Piece, text: str) -> BodyBlock:
    block = context.block(piece)
    raw, source = context.place(piece)
    listed = block.kind is BlockKind.LIST_ITEM
    depth, ordered = _list(context, block) if listed else (None, None)
    level = block.level or None if block.kind is BlockKind.HEADING else None
    cells = block.cells if block.kind is BlockKind.TABLE_ROW else ()
    links = _links(context, block, piece) if block.linked else ()
    return BodyBlock(
        text,
        block.kind,
        level,
        depth,
        ordered,
        cells,
        None,
        links,
        raw,
        source,
        emphasis=emphasis(context, block, piece),
    )


def _list(context: AssemblyContext, block: Block) -> tuple[int, bool]:
    """How deep a list item lies, and whether its list is numbered."""
    outline = context.page.outline
    lists = []
    node = block.node
    while node >= 0:
        if outline.tag[node] in ("ul", "ol"):
            lists.append(outline.tag[node])
        node = outline.parent[node]
    return max(1, len(lists)), bool(lists) and lists[0] == "ol"


def _links(context: AssemblyContext, block: Block, piece: Piece) -> tuple[Link, ...]:
    marks = [mark for mark in context.view.marks(block) if mark.tag == "a" and mark.href]
    return tuple(
        Link(mark.start - piece.start, mark.end - piece.start, mark.href)
        for mark in marks
        if piece.start <= mark.start and mark.end <= piece.end
    )


def notes(context: AssemblyContext) -> tuple[Note, ...]:
    """The notes of the page in order, each once."""
    found: dict[str, Note] = {}
    for piece in context.labelled(Label.NOTE):
        text = context.text(piece)
        if isinstance(piece.value, NoteKind) and text not in found:
            raw, source = context.place(piece)
            found[text] = Note(text, piece.value, raw, source)
    return tuple(found.values())
