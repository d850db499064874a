"""Building XML elements: clean text, lines of fields as mixed content, and the body in the terms of
a markup.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

import attrs
from lxml import etree

from newsparse.exports.body import Listing, Part, Piece, Table, embedded, marked, parts
from newsparse.printed.chars import clean
from newsparse.printed.lines import PLAIN, Pieces
from newsparse.records import Article, BlockKind, BodyBlock, Embed, EmphasisKind

Element: TypeAlias = Any
Named = tuple[str, Mapping[str, str]]
"""A tag and its attributes."""


def add(
    parent: Element, tag: str, text: str | None = None, attributes: Mapping[str, str] | None = None
) -> Element:
    """A new last child of `parent`, in its namespace. Attributes without a value are left out."""
    space = etree.QName(parent).namespace
    made = etree.SubElement(parent, f"{{{space}}}{tag}" if space else tag)
    for name, value in (attributes or {}).items():
        if clean(value):
            made.set(name, clean(value))
    if text:
        made.text = clean(text)
    return made


def add_if(
    parent: Element, tag: str, text: str | None, attributes: Mapping[str, str] | None = None
) -> Element | None:
    """The same, only where there is a text."""
    return add(parent, tag, text, attributes) if clean(text or "").strip() else None


def say(parent: Element, text: str) -> None:
    """Append `text` after everything that `parent` contains."""
    text = clean(text)
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def say_pieces(parent: Element, pieces: Pieces, tags: Mapping[str, Named]) -> None:
    """A printed line with its fields in elements of their own. Fields without a tag are plain
    words.
    """
    for kind, text in pieces:
        if kind == PLAIN or kind not in tags:
            say(parent, text)
        else:
            add(parent, tags[kind][0], text, tags[kind][1])


@attrs.frozen
class Dialect:
    """What a markup calls the parts of a body. A path of tags is nested; the words go into the last
    one.
    """

    paragraph: tuple[str, ...]
    quote: tuple[str, ...]
    preformatted: tuple[str, ...]
    heading: Callable[[int], Named]
    listing: Callable[[bool], Named]
    item: str
    table: tuple[str, ...]
    row: str
    cell: str
    link: tuple[str, str]
    """Tag and attribute."""
    emphasis: Mapping[EmphasisKind, Named]
    line_break: str
    embed: Callable[[Element, Embed], None]
    """Adds what stands in the story from another site."""
    section: str | None = None
    """The element that a heading opens, in a markup where headings are only at the start of one."""
    group: tuple[str, ...] = ()
    """The element of a box, with what is nested in it; () in a markup without one."""
    role: str = ""
    """The attribute of a block for its role; "" in a markup without one."""


def add_body(parent: Element, article: Article, dialect: Dialect) -> None:
    """The body of the article as children of `parent`."""
    place = parent
    for group, blocks, embeds in embedded(article):
        if group is None or not dialect.group:
            place = _add_blocks(parent, place, blocks, dialect)
        else:
            kind = {_GROUP_KIND[dialect.role]: group.kind.value}
            holder = _nested(add(place, dialect.group[0], attributes=kind), dialect.group[1:])
            _add_blocks(holder, holder, blocks, dialect)
        for embed in embeds:
            dialect.embed(place, embed)


def _add_blocks(
    parent: Element, place: Element, blocks: Sequence[BodyBlock], dialect: Dialect
) -> Element:
    """Blocks as children of `place`, or of the sections that headings open in `parent`. Returns
    the last place."""
    for part in parts(blocks):
        if (
            dialect.section is not None
            and isinstance(part, BodyBlock)
            and part.kind is BlockKind.HEADING
        ):
            place = add(parent, dialect.section, attributes={"type": "section"})
        _add_part(place, part, dialect)
    return place


_GROUP_KIND: Final = {"class": "class", "rend": "type", "": "class"}
"""The attribute of a box for its kind, by the attribute for roles."""


def _add_part(parent: Element, part: Part, dialect: Dialect) -> None:
    if isinstance(part, Listing):
        _add_listing(parent, part, dialect)
    elif isinstance(part, Table):
        table = _nested(parent, dialect.table)
        for row in part.rows:
            line = add(table, dialect.row)
            for cell in row:
                _add_words(add(line, dialect.cell), cell, dialect)
    elif part.kind is BlockKind.HEADING:
        tag, attributes = dialect.heading(part.level or 2)
        _add_words(_in_role(add(parent, tag, attributes=attributes), part, dialect), part, dialect)
    elif part.kind is BlockKind.PREFORMATTED:
        _nested(parent, dialect.preformatted).text = clean(part.text)
    else:
        path = dialect.quote if part.kind is BlockKind.QUOTE else dialect.paragraph
        _add_words(_in_role(_nested(parent, path), part, dialect), part, dialect)


def _in_role(made: Element, block: BodyBlock, dialect: Dialect) -> Element:
    """The element of a block, with the role of the block after what its attribute holds."""
    if block.role is not None and dialect.role:
        held = made.get(dialect.role)
        made.set(dialect.role, f"{held} {block.role.value}" if held else block.role.value)
    return made


def _add_listing(parent: Element, listing: Listing, dialect: Dialect) -> None:
    tag, attributes = dialect.listing(listing.ordered)
    made = add(parent, tag, attributes=attributes)
    for item in listing.items:
        line = _in_role(add(made, dialect.item), item.block, dialect)
        _add_words(line, item.block, dialect)
        for inner in item.lists:
            _add_listing(line, inner, dialect)


def _add_words(parent: Element, block: BodyBlock, dialect: Dialect) -> None:
    _add_pieces(parent, marked(block), dialect)


def _add_pieces(parent: Element, pieces: Sequence[Piece], dialect: Dialect) -> None:
    """Words with line breaks, links and emphasis. Blanks alone are not set off."""
    for piece in pieces:
        if isinstance(piece, str):
            _add_lines(parent, piece, dialect)
        elif piece.kind is None:
            tag, attribute = dialect.link
            made = add(parent, tag, attributes={attribute: piece.href})
            _add_pieces(made, piece.pieces, dialect)
        elif clean(piece.text).strip():
            made = add(parent, *_named(dialect.emphasis[piece.kind]))
            _add_pieces(made, piece.pieces, dialect)
        else:
            _add_lines(parent, piece.text, dialect)


def _add_lines(parent: Element, text: str, dialect: Dialect) -> None:
    first, *lines = clean(text).split("\n")
    say(parent, first)
    for line in lines:
        add(parent, dialect.line_break)
        say(parent, line)


def _named(named: Named) -> tuple[str, None, Mapping[str, str]]:
    """A tag and its attributes as `add` takes them."""
    return named[0], None, named[1]


def _nested(parent: Element, path: tuple[str, ...]) -> Element:
    for tag in path:
        parent = add(parent, tag)
    return parent


_INDENT: Final = "  "


def lay_out(element: Element, prose: frozenset[str], depth: int = 0) -> None:
    """Line breaks and indents between elements without words. Elements named in `prose` stay as
    they are.
    """
    if etree.QName(element).localname in prose or not len(element):
        return
    element.text = "\n" + _INDENT * (depth + 1)
    for child in element:
        lay_out(child, prose, depth + 1)
        child.tail = "\n" + _INDENT * (depth + 1)
    element[-1].tail = "\n" + _INDENT * depth
