"""A page as the later steps see it: blocks, head data and warnings, without the document tree.

All values are frozen. Only `Locator` leads back to the document, and its contents are private to
the reader.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Any, Literal, Protocol, TypeAlias, runtime_checkable

import attrs

from newsparse.blocks import Block, EmbedDetails, Mark, Outline, Picture, PictureDetails
from newsparse.errors import InputError, quoted
from newsparse.records import BlockKind, Label, ParseWarning, Source, Span


class Media(enum.StrEnum):
    """The two kinds of input."""

    HTML = "html"
    TEXT = "text"


MediaName: TypeAlias = Literal["html", "text"] | Media
"""What an argument `media` takes: "html" or "text", or the value of `Media` itself."""


def _is_count(_: Limits, field: attrs.Attribute[int], value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise InputError(
            f"the limit {field.name} must be an int of at least 1, not {quoted(value)}"
        )


@attrs.frozen
class Limits:
    """Caps on the work of one parse. Reaching one adds a warning; what was read before is kept.

    There is no cap on time, because records would depend on the machine; the batch layer has one.
    Raises `InputError` for a cap that is no int of at least 1.
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
    """A `meta` element, or an element with microdata: name, value and attribute."""

    name: str
    """The name or property in lower case."""
    content: str
    node: int
    start: int = -1
    end: int = -1
    """Span in the decoded text, for the header of a text page; -1 for HTML."""
    attribute: str = "content"
    """"" for the text of an element."""


@attrs.frozen
class HeadLink:
    """A link that states how its target and the page belong together (`rel`)."""

    rels: tuple[str, ...]
    """The words of `rel` in small letters."""
    href: str
    node: int
    media: str = ""


@attrs.frozen
class Item:
    """One JSON-LD object."""

    types: tuple[str, ...]
    data: Mapping[str, Any]
    node: int
    pointer: str
    """JSON pointer of the object inside its script."""


@attrs.frozen
class Time:
    """One `time` element: its `datetime` attribute, its text, and the block it is in or before."""

    value: str
    text: str
    node: int
    block: int
    published: bool | None = None
    """Whether `itemprop` or `pubdate` call it the published (else the updated) time."""


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
    links: tuple[HeadLink, ...] = ()


@attrs.frozen
class XPathMatch:
    """A match of an XPath: `text[start:end]` of a block, or a value that is in no block."""

    block: int = -1
    start: int = 0
    end: int = -1
    value: str = ""
    """The attribute or string found; "" for the text of a block."""
    where: str | None = None
    """The XPath of the attribute, or of the smallest element that holds the string."""


@attrs.frozen
class StoredParagraph:
    """A paragraph of a story that the page holds outside its visible text."""

    text: str
    kind: BlockKind
    raw: str
    """The words at the first of its places, without markup."""
    places: tuple[str, ...]


@attrs.frozen
class Hint:
    """The label that a profile rule, or the header of an archive document, gives to a block."""

    block: int
    label: Label
    start: int = 0
    end: int = -1
    rule: str = ""
    by: str = "profile"
    """"profile" or "header"."""


@runtime_checkable
class Locatable(Protocol):
    """What finds its own text: an item of a scanned issue."""

    def locate(self, source: Source | Span) -> str:
        """The text at a source; raises `InputError` if there is none."""
        ...


class Locator(Protocol):
    """Finds blocks and values in the document that a page was read from."""

    def where(self, block: Block, raw: str) -> str | None:
        """The XPath of the smallest element of a block whose text holds `raw`."""
        ...

    def path(self, node: int) -> str | None:
        """The XPath of a node."""
        ...

    def picture(self, at: int, attribute: str) -> str | None:
        """The XPath of an attribute of the page's picture of that index."""
        ...

    def marks(self, block: Block) -> tuple[Mark, ...]:
        """The inline elements of a block."""
        ...

    def picture_address(self, picture: Picture) -> str:
        """The address of a picture's largest file; "" if it states none."""
        ...

    def picture_details(self, picture: Picture) -> PictureDetails | None:
        """What the elements of a picture say of it; None if they state no address."""
        ...

    def embeds(self, first: int, last: int) -> list[EmbedDetails]:
        """The elements before the blocks from `first` to `last` that may show another site."""
        ...

    def xpath(self, expression: Any, blocks: tuple[Block, ...]) -> list[XPathMatch]:
        """What a compiled XPath finds, in the order of the page: blocks, parts of them, values."""
        ...

    def stored_stories(self) -> list[tuple[StoredParagraph, ...]]:
        """Stories in the embedded app state, the one with most prose first; read on each call."""
        ...


class Nowhere:
    """The locator of a page without a tree, whose places are spans."""

    def where(self, block: Block, raw: str) -> str | None:
        return None

    def path(self, node: int) -> str | None:
        return None

    def picture(self, at: int, attribute: str) -> str | None:
        return None

    def marks(self, block: Block) -> tuple[Mark, ...]:
        return ()

    def picture_address(self, picture: Picture) -> str:
        return ""

    def picture_details(self, picture: Picture) -> PictureDetails | None:
        return None

    def embeds(self, first: int, last: int) -> list[EmbedDetails]:
        return []

    def xpath(self, expression: Any, blocks: tuple[Block, ...]) -> list[XPathMatch]:
        return []

    def stored_stories(self) -> list[tuple[StoredParagraph, ...]]:
        return []


NOWHERE = Nowhere()


@attrs.frozen
class Page:
    """A page, split into blocks."""

    media: Media
    text: str
    """`decode(page)` for a text page, "" for HTML."""
    blocks: tuple[Block, ...]
    outline: Outline
    locator: Locator = attrs.field(eq=False, repr=False)
    url: str | None = None
    head: Head = Head()
    hints: tuple[Hint, ...] = ()
    """Labels that the source gives to blocks: the stated structure or the typography of a scan."""
    pictures: tuple[Picture, ...] = ()
    warnings: tuple[ParseWarning, ...] = ()
