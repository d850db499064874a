"""The body as formats need it: list items in lists, table rows in tables, links cut out.

Blocks without words are left out. A list can be only one level deeper than the item before it, and
no deeper than `DEEPEST`. Two lists of one kind in a row are one list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import Final, TypeVar

import attrs

from newsparse.printed.chars import clean, safe_link
from newsparse.records import (
    Article,
    BlockKind,
    BodyBlock,
    Embed,
    Emphasis,
    EmphasisKind,
    Group,
    Link,
)

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


def stretches(article: Article) -> Iterator[tuple[Group | None, Sequence[BodyBlock]]]:
    """The body in stretches, each in one box or in none. Of two boxes that overlap the first
    counts; a box without words is none.

    >>> from newsparse.records import Article, Group, GroupKind
    >>> body = (BodyBlock("One."), BodyBlock("Two."), BodyBlock("Three."))
    >>> page = Article(body=body, groups=(Group(1, 2, GroupKind.FACT_BOX),))
    >>> [(group is not None, len(blocks)) for group, blocks in stretches(page)]
    [(False, 1), (True, 1), (False, 1)]
    """
    at = 0
    for group in sorted(article.groups, key=lambda group: group.start):
        inside = article.body[group.start : group.end]
        if group.start < at or not any(map(has_words, inside)):
            continue
        yield None, article.body[at : group.start]
        yield group, inside
        at = min(group.end, len(article.body))
    yield None, article.body[at:]


def embedded(
    article: Article,
) -> Iterator[tuple[Group | None, Sequence[BodyBlock], Sequence[Embed]]]:
    """The stretches of the body, cut where something of another site stands, each with what stands
    below it. No box, list or table is cut: what stands inside one comes below it.

    >>> from newsparse.records import Article, EmbedKind
    >>> body = (BodyBlock("One."), BodyBlock("Two."))
    >>> page = Article(body=body, embeds=(Embed(EmbedKind.POST, position=1),))
    >>> [(len(blocks), len(embeds)) for _, blocks, embeds in embedded(page)]
    [(1, 1), (1, 0)]
    """
    places = _free_places(article.body)
    waiting: dict[int, list[Embed]] = {}
    for embed in article.embeds:
        at = len(article.body) if embed.position is None else embed.position
        waiting.setdefault(places[min(at, len(article.body))], []).append(embed)
    at = 0
    for group, blocks in stretches(article):
        start, end = at, at + len(blocks)
        for cut in sorted(place for place in waiting if start <= place < end):
            if group is None or cut == at:
                yield None, article.body[start:cut], waiting.pop(cut)
                start = cut
        inside = sorted(place for place in waiting if start < place < end)
        below = [embed for place in inside for embed in waiting.pop(place)]
        if start < end or below:
            yield group, article.body[start:end], below
        at = end
    for place in sorted(waiting):
        yield None, (), waiting[place]


def _free_places(body: Sequence[BodyBlock]) -> list[int]:
    """For each place among the blocks, the first one from there on that is not inside a list or a
    table."""
    kinds = [block.kind if has_words(block) else None for block in body]
    above = [None, *accumulate(kinds, _last_known)]
    below = list(accumulate(reversed(kinds), _last_known))[::-1]
    places = list(range(len(body) + 1))
    for at in reversed(range(len(body))):
        if above[at] in _WHOLE and above[at] is below[at]:
            places[at] = places[at + 1]
    return places


def _last_known(before: BlockKind | None, kind: BlockKind | None) -> BlockKind | None:
    return kind or before


_WHOLE: Final = frozenset((BlockKind.LIST_ITEM, BlockKind.TABLE_ROW))
"""Blocks that make one element with those beside them."""


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
    is_whole = "\t".join(row.cells).rstrip() == row.text.rstrip()
    links = [_trimmed(link, row.text) for link in row.links] if is_whole else []
    emphasis = [_trimmed(one, row.text) for one in row.emphasis] if is_whole else []
    made: list[BodyBlock] = []
    start = 0
    for text in row.cells:
        end = start + len(text)
        moved = _moved(links, start, end)
        made.append(BodyBlock(text, links=moved, emphasis=_moved(emphasis, start, end)))
        start = end + 1
    return tuple(made)


@attrs.frozen
class Marked:
    """Words in a link, or set off, with what is marked inside them."""

    pieces: tuple[Piece, ...]
    href: str = ""
    """Where the link leads; "" for words set off."""
    kind: EmphasisKind | None = None

    @property
    def text(self) -> str:
        return "".join(one if isinstance(one, str) else one.text for one in self.pieces)


Piece = str | Marked


def marked(block: BodyBlock) -> tuple[Piece, ...]:
    """The text of a block, with its links and emphasis as they are nested.

    A link is never divided: emphasis that begins outside a link and ends inside it is cut at its
    edge. Of two emphases that overlap in this way, the later one is cut.

    >>> from newsparse.records import Link
    >>> marked(BodyBlock("See the map.", links=(Link(4, 7, "/map"),)))
    ('See ', Marked(pieces=('the',), href='/map', kind=None), ' map.')
    """
    links = list(_safe_links(block))
    emphasis = [part for one in block.emphasis for part in _cut(one, links, len(block.text))]
    return _pieces(block.text, 0, len(block.text), sorted((*links, *emphasis), key=_nesting))


def _pieces(text: str, start: int, end: int, spans: Sequence[Link | Emphasis]) -> tuple[Piece, ...]:
    """`text[start:end]` with the spans inside it; an outer span comes before those inside it."""
    found: list[Piece] = []
    rest = list(spans)
    while rest:
        outer = rest.pop(0)
        if start < outer.start:
            found.append(text[start : outer.start])
        inner, rest = _divided(rest, outer.end)
        pieces = _pieces(text, outer.start, outer.end, inner)
        if isinstance(outer, Link):
            found.append(Marked(pieces, href=safe_link(outer.href)))
        else:
            found.append(Marked(pieces, kind=outer.kind))
        start = outer.end
    if start < end:
        found.append(text[start:end])
    return tuple(found)


def _divided(
    spans: Sequence[Link | Emphasis], edge: int
) -> tuple[list[Link | Emphasis], list[Link | Emphasis]]:
    """The spans before a place and those after it. A span across it is cut in two."""
    before = [attrs.evolve(one, end=min(one.end, edge)) for one in spans if one.start < edge]
    after = [attrs.evolve(one, start=max(one.start, edge)) for one in spans if one.end > edge]
    return before, sorted(after, key=_nesting)


def _nesting(span: Link | Emphasis) -> tuple[int, int, int]:
    """Outer spans before inner ones; of spans of one extent links first, then by the enum."""
    return span.start, -span.end, -1 if isinstance(span, Link) else _KINDS.index(span.kind)


_KINDS: Final = tuple(EmphasisKind)


def _cut(emphasis: Emphasis, links: Sequence[Link], size: int) -> Iterator[Emphasis]:
    """An emphasis, cut at each edge of a link that it crosses."""
    start, end = max(0, emphasis.start), min(emphasis.end, size)
    crossed = [
        link.end if link.start < start else link.start
        for link in links
        if link.start < start < link.end < end or start < link.start < end < link.end
    ]
    edges = [start, *sorted(crossed), end]
    for first, last in zip(edges, edges[1:], strict=False):
        if first < last:
            yield attrs.evolve(emphasis, start=first, end=last)


def _safe_links(block: BodyBlock) -> Iterator[Link]:
    """The links of a block that may be followed; the first of two that overlap counts."""
    at = 0
    for link in sorted(block.links, key=lambda link: link.start):
        end = min(link.end, len(block.text))
        if link.start >= at and end > link.start and safe_link(link.href):
            yield attrs.evolve(link, end=end)
            at = end


_Span = TypeVar("_Span", Link, Emphasis)


def _moved(spans: Sequence[_Span], start: int, end: int) -> tuple[_Span, ...]:
    """The spans inside a stretch of a text, counted from its start."""
    return tuple(
        attrs.evolve(one, start=one.start - start, end=one.end - start)
        for one in spans
        if start <= one.start and one.end <= end
    )


def _trimmed(link: _Span, text: str) -> _Span:
    """A span without the blanks and tabs at its ends."""
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
