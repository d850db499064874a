"""A page as the later steps see it: blocks, head data and warnings, and no trace of how they were read.

Rules of this file: frozen values only. The one door back to the document is `Locator`, which
answers where something stands; what it holds is the reader's own affair.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Any, Protocol

import attrs

from newsparse.blocks import Block, Mark, Outline, Picture
from newsparse.errors import InputError, quoted
from newsparse.records import BlockKind, Label, ParseWarning


class Media(enum.StrEnum):
    """The two kinds of page."""

    HTML = "html"
    TEXT = "text"


def _is_count(_: Limits, field: attrs.Attribute[int], value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise InputError(f"the cap {field.name} is a whole number from 1 on, not {quoted(value)}")


@attrs.frozen
class Limits:
    """Caps on what one parse may cost. Meeting one is a warning on the record; what was read is kept.

    Raises `InputError` for a cap that is no whole number from 1 on.

    There is no cap on time: it would make a record depend on the machine. The batch layer has one.
    """

    size: int = attrs.field(default=20_000_000, validator=_is_count)
    """Bytes (of a str: characters) read of a page."""
    depth: int = attrs.field(default=2_000, validator=_is_count)
    """Nested elements."""
    blocks: int = attrs.field(default=50_000, validator=_is_count)
    """Blocks of a page."""
    json: int = attrs.field(default=4_000_000, validator=_is_count)
    """Characters of embedded JSON read, all scripts together."""
    nodes: int = attrs.field(default=200_000, validator=_is_count)
    """Values visited in embedded JSON."""
    claims: int = attrs.field(default=200_000, validator=_is_count)
    """Claims of the segmenters on a page's blocks."""


@attrs.frozen
class Meta:
    """One `meta` element of the head, or one of the page that states a date by microdata: its name or property
    in lower case, what it states, and the attribute that states it."""

    name: str
    content: str
    node: int
    start: int = -1
    end: int = -1
    """Span in the decoded text, for what the header of a text page states; -1 for HTML."""
    attribute: str = "content"


@attrs.frozen
class Item:
    """One JSON object of the head: JSON-LD, or microdata read as if it were."""

    types: tuple[str, ...]
    data: Mapping[str, Any]
    node: int
    pointer: str
    """JSON pointer of the object inside its script; "" for microdata."""


@attrs.frozen
class Time:
    """One `time` element: its `datetime` attribute, its text, the block it stands before or in."""

    value: str
    text: str
    node: int
    block: int
    published: bool | None = None
    """What `itemprop` or `pubdate` say of it: published, updated, nothing."""


@attrs.frozen
class Head:
    """What a page states about itself outside its visible text."""

    title: str = ""
    title_node: int = -1
    language: str = ""
    language_place: str | None = None
    canonical: str = ""
    canonical_node: int = -1
    metas: tuple[Meta, ...] = ()
    items: tuple[Item, ...] = ()
    times: tuple[Time, ...] = ()


@attrs.frozen
class Spot:
    """What an expression finds: `text[start:end]` of a block, or a value that stands in no block."""

    block: int = -1
    start: int = 0
    end: int = -1
    value: str = ""
    """The attribute or string found; "" where it is a block's text."""
    where: str | None = None
    """The XPath of that attribute, or of the smallest element that holds a string which an expression made."""


@attrs.frozen
class StoredParagraph:
    """One paragraph of a story that the page holds outside its visible text."""

    text: str
    kind: BlockKind
    raw: str
    """The words as held, or read from markup, at the first of its places."""
    places: tuple[str, ...]


@attrs.frozen
class Hint:
    """What a profile's rule, or a labelled header, says of a block."""

    block: int
    label: Label
    start: int = 0
    end: int = -1
    rule: str = ""
    by: str = "profile"
    """Who says so: a profile, or the page's own header."""


class Locator(Protocol):
    """Where things stand in the document a page was read from."""

    def where(self, block: Block, raw: str) -> str | None:
        """The XPath of the smallest element at or under a block's container whose text holds `raw`."""
        ...

    def path(self, node: int) -> str | None:
        """The XPath of `node` itself."""
        ...

    def marks(self, block: Block) -> tuple[Mark, ...]:
        """The inline elements of a block."""
        ...

    def spots(self, expression: Any, blocks: tuple[Block, ...]) -> list[Spot]:
        """Where a compiled XPath finds something: blocks, stretches of blocks, attributes; in the order of the page."""
        ...

    def told(self) -> list[tuple[StoredParagraph, ...]]:
        """Stories in the page's embedded app state, the one with most prose first; read when asked for."""
        ...


class Nowhere:
    """The locator of a page without a tree: its places are spans."""

    def where(self, block: Block, raw: str) -> str | None:
        return None

    def path(self, node: int) -> str | None:
        return None

    def marks(self, block: Block) -> tuple[Mark, ...]:
        return ()

    def spots(self, expression: Any, blocks: tuple[Block, ...]) -> list[Spot]:
        return []

    def told(self) -> list[tuple[StoredParagraph, ...]]:
        return []


NOWHERE = Nowhere()


@attrs.frozen
class Page:
    """A page that was read and split."""

    media: Media
    text: str
    """`decode(page)` for text pages, "" for HTML."""
    blocks: tuple[Block, ...]
    outline: Outline
    locator: Locator = attrs.field(eq=False, repr=False)
    url: str | None = None
    head: Head = Head()
    hints: tuple[Hint, ...] = ()
    """What the source itself says of blocks beside their text: the structure or the typography of a scan."""
    pictures: tuple[Picture, ...] = ()
    warnings: tuple[ParseWarning, ...] = ()
