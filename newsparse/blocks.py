"""What a page is split into: plain, frozen values that the segmenters judge.

Rules of this file: nothing here knows lxml, a site or a language. A block that came
from HTML and one that came from a line of text are the same kind of value; a cue that
the source could not give is simply absent (0, "", ()).
"""

from __future__ import annotations

from collections.abc import Container

import attrs

from newsparse.records import BlockKind


@attrs.frozen
class Mark:
    """An inline element inside a block: `text[start:end]` stood in it."""

    start: int
    end: int
    tag: str
    words: int = 0
    """Groups of its class words (see `newsparse.lexicon.classwords`)."""
    href: str = ""
    datetime: str = ""
    """What it states for machines: `time[datetime]`, `abbr[title]`."""
    updated: bool | None = attrs.field(default=None, repr=False)
    """Whether its class words call its date an update (True) or a publication (False)."""


@attrs.frozen
class Block:
    """One paragraph, heading, list item, table row or line of a page, with its cues."""

    index: int
    text: str
    """As a reader sees it: white space folded, soft hyphens healed, line breaks as newlines."""
    printed: str
    """As the page holds it: for HTML with white space folded, for text pages the very slice."""
    kind: BlockKind = BlockKind.PARAGRAPH
    tag: str = ""
    """The HTML element that holds the block's text; "" for text pages."""
    node: int = -1
    """The container, a row of `Outline`; -1 for text pages."""
    own: int = 0
    """Class-word groups of the container itself."""
    within: int = 0
    """Class-word groups and structural elements of the container and all above it."""
    inline: int = 0
    """Class-word groups of the inline elements of a short block."""
    level: int = 0
    """Heading level, 1 to 6; 0 for what is no heading."""
    cells: tuple[str, ...] = ()
    linked: int = 0
    """Characters inside links."""
    stressed: int = 0
    """Characters inside bold or italic elements."""
    has_signs: bool = False
    """Whether superscript, subscript or code stands in it."""
    start: int = -1
    end: int = -1
    """Span in the decoded text; -1 for HTML pages."""
    stretches: tuple[tuple[int, int], ...] = ()
    """The spans of its rows where other columns stand between them; `printed` has a row a line."""
    gap: int = 0
    """Blank lines above it (text pages)."""
    indent: int = 0
    """Blanks before its first character (text pages)."""


@attrs.frozen
class Picture:
    """A picture or video of the page: where it stands and what its attributes say."""

    before: int
    """Index of the first block after it."""
    node: int
    """The container it stands in."""
    number: int = 0
    """Its number on the page, by which the locator knows it."""
    alt: str = ""
    title: str = ""
    caption: str = ""
    credit: str = ""


@attrs.frozen
class PictureAddress:
    """One address of a picture, with what the page states of the file."""

    url: str
    width: int | None = None
    density: float | None = None


@attrs.frozen
class PictureDetails:
    """What the element of a picture, and the elements around it alone, say of it."""

    addresses: tuple[PictureAddress, ...]
    """The best first."""
    raw: str
    """The best address, as its attribute holds it."""
    where: str
    """The XPath of that attribute."""
    width: int | None = None
    height: int | None = None
    words: int = 0
    """Groups of class words, of the picture and of the elements around it without text."""
    classes: str = ""
    """The class attributes of these elements, the innermost first."""
    href: str = ""
    """What it links to."""
    license: str = ""
    """The address of the licence that its figure links to."""
    is_video: bool = False
    """Whether it is the poster of a video."""


@attrs.frozen
class EmbedDetails:
    """An element that shows something of another site."""

    before: int
    """Index of the first block in it or after it."""
    after: int
    """Index of the first block after it."""
    node: int
    """The container that it is, or stands in."""
    url: str
    raw: str
    """The address, as its attribute holds it; the words if it has none."""
    where: str
    """The XPath of that attribute, or of the element."""
    tag: str = ""
    classes: str = ""
    title: str = ""
    date: str = ""
    """What a link in it calls the date."""


@attrs.frozen
class Outline:
    """The containers of a page as parallel columns; row 0 is the root, parents come first.

    `own`, `within` and `signature` are filled for containers that hold text.
    """

    parent: tuple[int, ...] = ()
    tag: tuple[str, ...] = ()
    own: tuple[int, ...] = ()
    within: tuple[int, ...] = ()
    signature: tuple[str, ...] = ()
    """Tag and class attribute: containers that a template printed alike have it alike."""

    def climb(self, node: int, known: Container[int]) -> list[int]:
        """A container and those above it up to the first known one, which is left out."""
        climbed: list[int] = []
        while node not in known:
            climbed.append(node)
            node = self.parent[node]
        return climbed
