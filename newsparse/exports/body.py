"""The body as formats need it: list items in lists, table rows in tables, links cut out.

Blocks without words are left out. A list can be only one level deeper than the item before it, and
no deeper than `DEEPEST`. Two lists of one kind in a row are one list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

import attrs

from newsparse.printed.chars import clean, safe_link
from newsparse.records import BlockKind, BodyBlock, Link

DEEPEST: Final = 16


@attrs.frozen
class Item:
    """A list item with the lists inside it."""

    block: BodyBlock
    lists: tuple[Listing, ...] = ()


@attrs.frozen
class Listing:
    """A list, numbered or not."""

    ordered: bool
    items: tuple[Item, ...]


@attrs.frozen
class Table:
    """Consecutive table rows."""

    rows: tuple[tuple[BodyBlock, ...], ...]
    """Each cell as a block of its own."""


Part = BodyBlock | Listing | Table


def parts(body: Sequence[BodyBlock]) -> Iterator[Part]:
    """The blocks of the body, with list items in lists and rows in tables.

    >>> item = BlockKind.LIST_ITEM
    >>> blocks = [BodyBlock("Eggs", item, depth=1), BodyBlock("Milk", item, depth=1)]
    >>> blocks.append(BodyBlock("Done."))
    >>> [type(part).__name__ for part in parts(blocks)]
    ['Listing', 'BodyBlock']
    """
    for kind, group in groupby(
        (block for block in body if has_words(block)), key=lambda block: block.kind
    ):
        if kind is BlockKind.LIST_ITEM:
            yield from _listings(_depths(group))
        elif kind is BlockKind.TABLE_ROW:
            yield Table(tuple(cells(block) for block in group))
        else:
            yield from group


def has_words(block: BodyBlock) -> bool:
    """Whether a block has anything to print."""
    texts = block.cells if block.kind is BlockKind.TABLE_ROW and block.cells else (block.text,)
    return any(clean(text).strip() for text in texts)


def cells(row: BodyBlock) -> tuple[BodyBlock, ...]:
    """The cells of a table row with their links. A row that was not divided is one cell.

    >>> [cell.text for cell in cells(BodyBlock("a\\tb", BlockKind.TABLE_ROW, cells=("a", "b")))]
    ['a', 'b']
    """
    if not row.cells:
        return (row,)
    links = (
        [_trimmed(link, row.text) for link in row.links]
        if "\t".join(row.cells).rstrip() == row.text.rstrip()
        else []
    )
    made: list[BodyBlock] = []
    start = 0
    for text in row.cells:
        end = start + len(text)
        inside = (link for link in links if start <= link.start and link.end <= end)
        moved = tuple(
            attrs.evolve(link, start=link.start - start, end=link.end - start) for link in inside
        )
        made.append(BodyBlock(text, links=moved))
        start = end + 1
    return tuple(made)


def spans(block: BodyBlock) -> Iterator[tuple[str, str]]:
    """The text of a block in pieces, each with the address it links to; "" where it is no link.

    >>> from newsparse.records import Link
    >>> list(spans(BodyBlock("See the map.", links=(Link(4, 11, "https://a.example/"),))))
    [('See ', ''), ('the map', 'https://a.example/'), ('.', '')]
    """
    at = 0
    for link in sorted(block.links, key=lambda link: link.start):
        start, end, href = link.start, min(link.end, len(block.text)), safe_link(link.href)
        if start < at or end <= start or not href:
            continue
        if block.text[at:start]:
            yield block.text[at:start], ""
        yield block.text[start:end], href
        at = end
    if block.text[at:]:
        yield block.text[at:], ""


def _trimmed(link: Link, text: str) -> Link:
    """A link without the blanks and tabs at its ends."""
    words = text[link.start : link.end]
    return attrs.evolve(
        link,
        start=link.start + len(words) - len(words.lstrip()),
        end=link.start + len(words.rstrip()),
    )


def _depths(items: Iterator[BodyBlock]) -> list[tuple[int, BodyBlock]]:
    found: list[tuple[int, BodyBlock]] = []
    for block in items:
        deepest = min(found[-1][0] + 1, DEEPEST) if found else 1
        found.append((max(1, min(block.depth or 1, deepest)), block))
    return found


def _listings(items: Sequence[tuple[int, BodyBlock]]) -> Iterator[Listing]:
    """Lists of items; the first item has the least depth."""
    if not items:
        return
    least = items[0][0]
    heads = [at for at, (depth, _) in enumerate(items) if depth == least]
    made = [
        Item(items[at][1], tuple(_listings(items[at + 1 : after])))
        for at, after in zip(heads, [*heads[1:], len(items)], strict=True)
    ]
    for ordered, group in groupby(made, key=lambda item: bool(item.block.ordered)):
        yield Listing(ordered, tuple(group))
