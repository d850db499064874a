"""What a parse returns: frozen, typed values that compare, hash, pickle and print.

Rules of this file: a field that the page does not hold is None or an empty tuple, never a
guess; every record drawn from the page keeps `raw`, the words as printed, and `source`, the
place they were printed at.
"""

from __future__ import annotations

import datetime as dt
import enum
from typing import Any, Self

import attrs

Moment = dt.datetime | dt.date
"""A date, a naive datetime, or an aware one with a fixed offset: as much as the page tells."""


class PageKind(enum.StrEnum):
    """What kind of page it is."""

    ARTICLE = "article"
    LIVEBLOG = "liveblog"
    INDEX = "index"
    OTHER = "other"


class Label(enum.StrEnum):
    """What a block, or a part of one, is."""

    MASTHEAD = "masthead"
    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    DATE = "date"
    CAPTION = "caption"
    CREDIT = "credit"
    BODY = "body"
    NOTE = "note"
    TAG = "tag"
    FURNITURE = "furniture"


class BlockKind(enum.StrEnum):
    """The shape of a block."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    TABLE_ROW = "table_row"
    PREFORMATTED = "preformatted"


class NoteKind(enum.StrEnum):
    """What a note at the head or tail of a story is for."""

    CORRECTION = "correction"
    EDITOR = "editor"
    CONTRIBUTORS = "contributors"
    CONTACT = "contact"
    BIOGRAPHY = "biography"
    DISCLOSURE = "disclosure"
    JUMP = "jump"


class Origin(enum.StrEnum):
    """Which part of the input a value was read from."""

    DOM = "dom"
    TEXT = "text"
    JSON_LD = "json-ld"
    META = "meta"
    APP_STATE = "app-state"
    URL = "url"
    PROFILE = "profile"


class WarningCode(enum.StrEnum):
    """Why a record may be less than the page: a closed, pinned set."""

    EMPTY = "empty"
    BINARY = "binary"
    LOOKS_LIKE_URL = "looks-like-url"
    LOOKS_LIKE_PATH = "looks-like-path"
    LOOKS_LIKE_JSON = "looks-like-json"
    ENCODING = "encoding"
    SIZE_CAP = "size-cap"
    DEPTH_CAP = "depth-cap"
    BLOCK_CAP = "block-cap"
    WORK_CAP = "work-cap"
    BAD_JSON_LD = "bad-json-ld"
    TRUNCATED = "truncated"
    NO_HEADLINE = "no-headline"
    NO_BODY = "no-body"
    NOT_AN_ARTICLE = "not-an-article"
    PAYWALL = "paywall"
    BODY_FROM_HEAD = "body-from-head"
    PROFILE_RULE = "profile-rule"
    PROFILE_VERSION = "profile-version"
    PROFILE_REFINE = "profile-refine"
    BAD_DATE = "bad-date"


class Record:
    """What every record can do besides holding its fields."""

    __slots__ = ()

    def evolve(self, **changes: Any) -> Self:
        """A copy with some fields changed; raises `RecordError` for a field that the record has not.

        >>> Headline("Rain fals", raw="Rain fals").evolve(text="Rain falls")
        Headline(text='Rain falls', raw='Rain fals')
        """
        from newsparse import codec

        return codec.evolve(self, changes)

    def to_dict(self) -> dict[str, Any]:
        """The record as JSON-ready values; `from_dict` gives the same record back."""
        from newsparse import codec

        return codec.to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """The record as JSON text, keys in the order of the fields."""
        from newsparse import codec

        return codec.to_json(self, indent=indent)

    @classmethod
    def from_dict(cls, value: dict[str, Any]) -> Self:
        """The record that `to_dict` described; raises `RecordError` where `value` describes no record of this class."""
        from newsparse import codec

        return codec.from_dict(cls, value)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The record that `to_json` described; raises `RecordError` as `from_dict` does."""
        from newsparse import codec

        return codec.from_json(cls, text)

    def __repr__(self) -> str:
        """The fields that say something, long ones shortened: a line or two in a terminal, not the whole record.

        `source`, and a `raw` that only repeats the text, are left out; `to_dict` has them.
        """
        from newsparse import codec

        return codec.brief(self)


@attrs.frozen(repr=False)
class ParseWarning(Record):
    """One thing that went wrong, or may have, while a page was read."""

    code: WarningCode
    message: str


@attrs.frozen(repr=False)
class Span(Record):
    """A further piece of a field that the page prints in pieces."""

    start: int | None = None
    end: int | None = None
    where: str | None = None


@attrs.frozen(repr=False)
class Source(Record):
    """Where on the page a value stands, and why it was taken for what it is.

    Text pages: `decode(page)[start:end]` is the record's `raw`. HTML pages: `where` is the XPath
    of the smallest element whose text holds `raw`. JSON: `where` is the script's XPath, `#`, and a
    JSON pointer. `newsparse.locate(page, source)` resolves any of them.
    """

    origin: Origin
    start: int | None = None
    end: int | None = None
    where: str | None = None
    also: tuple[Span, ...] = ()
    score: float = 1.0
    reason: str = ""


@attrs.frozen(repr=False)
class Evidence(Record):
    """What a field of `Article` that is no record itself was read from."""

    field: str
    raw: str
    source: Source


@attrs.frozen(repr=False)
class Masthead(Record):
    """The name of the paper, with the place and founding date where the page or a profile states them."""

    name: str
    place: str | None = None
    established: dt.date | int | None = None
    raw: str = ""
    source: Source = Source(Origin.DOM)


@attrs.frozen(repr=False)
class Kicker(Record):
    """The short line above the headline; `path` where it is a trail of sections."""

    text: str
    path: tuple[str, ...] = ()
    raw: str = ""
    source: Source = Source(Origin.DOM)


@attrs.frozen(repr=False)
class Headline(Record):
    """The headline as a reader saw it."""

    text: str
    raw: str = ""
    source: Source = Source(Origin.DOM)


@attrs.frozen(repr=False)
class Deck(Record):
    """The sentence or paragraph under the headline that sums the story up (also: dek, standfirst)."""

    text: str
    raw: str = ""
    source: Source = Source(Origin.DOM)


@attrs.frozen(repr=False)
class Author(Record):
    """One person of a byline."""

    name: str
    role: str | None = None
    email: str | None = None
    handles: tuple[str, ...] = ()
    raw: str = ""
    source: Source = Source(Origin.DOM)


@attrs.frozen(repr=False)
class Byline(Record):
    """One printed byline. A line without persons has no authors but an agency or a desk."""

    authors: tuple[Author, ...] = ()
    agency: str | None = None
    desk: str | None = None
    """"staff" or "wire" where the line names a desk ("From staff reports", "From wire reports")."""
    raw: str = ""
    source: Source = Source(Origin.DOM)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the authors.

        >>> Byline(authors=(Author("Ada Lin"), Author("Bo Reyes"))).names
        ('Ada Lin', 'Bo Reyes')
        """
        return tuple(author.name for author in self.authors)


@attrs.frozen(repr=False)
class Dateline(Record):
    """Where (and by whom, and when) a story was filed, printed at the head of its first paragraph."""

    place: str
    agency: str | None = None
    date: dt.date | None = None
    raw: str = ""
    source: Source = Source(Origin.DOM)


@attrs.frozen(repr=False)
class Credit(Record):
    """Who made a picture. `raw` stands without its brackets or label."""

    names: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    raw: str = ""
    source: Source = Source(Origin.DOM)


@attrs.frozen(repr=False)
class Caption(Record):
    """The words under a picture, without its credit; "" where only a credit is printed."""

    text: str
    credit: Credit | None = None
    date: dt.date | None = None
    image: str | None = None
    raw: str = ""
    source: Source = Source(Origin.DOM)


@attrs.frozen(repr=False)
class Link(Record):
    """A link in a block: `text[start:end]` leads to `href`."""

    start: int
    end: int
    href: str


@attrs.frozen(repr=False)
class BodyBlock(Record):
    """One paragraph, subhead, list item, quote, table row or preformatted block of the story."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    depth: int | None = None
    ordered: bool | None = None
    cells: tuple[str, ...] = ()
    timestamp: Moment | None = None
    links: tuple[Link, ...] = ()
    raw: str = ""
    source: Source = Source(Origin.DOM)


@attrs.frozen(repr=False)
class Note(Record):
    """A correction, editor's note, contributor line, contact line, biography or disclosure."""

    text: str
    kind: NoteKind
    raw: str = ""
    source: Source = Source(Origin.DOM)


@attrs.frozen(repr=False)
class Rejected(Record):
    """A claim on a segment that lost against another."""

    label: Label
    score: float
    reason: str


@attrs.frozen(repr=False)
class Segment(Record):
    """A block of the page, or a part of one, with its label and the claims that lost."""

    text: str
    label: Label
    score: float = 0.0
    reason: str = ""
    rejected: tuple[Rejected, ...] = ()
    raw: str = ""
    source: Source = Source(Origin.DOM)


@attrs.frozen(repr=False)
class Article(Record):
    """Everything newsparse read from one page."""

    url: str | None = None
    canonical_url: str | None = None
    kind: PageKind = PageKind.OTHER
    profile: str | None = None
    language: str | None = None
    masthead: Masthead | None = None
    kicker: Kicker | None = None
    headline: Headline | None = None
    deck: Deck | None = None
    bylines: tuple[Byline, ...] = ()
    dateline: Dateline | None = None
    published: Moment | None = None
    updated: Moment | None = None
    captions: tuple[Caption, ...] = ()
    body: tuple[BodyBlock, ...] = ()
    notes: tuple[Note, ...] = ()
    section: str | None = None
    tags: tuple[str, ...] = ()
    is_free: bool | None = None
    is_wire: bool | None = None
    evidence: tuple[Evidence, ...] = ()
    warnings: tuple[ParseWarning, ...] = ()

    @property
    def text(self) -> str:
        """The body as one string, a blank line between blocks.

        >>> Article(body=(BodyBlock("One."), BodyBlock("Two."))).text
        'One.\\n\\nTwo.'
        """
        return "\n\n".join(block.text for block in self.body)

    @property
    def authors(self) -> tuple[Author, ...]:
        """The authors of all bylines, in order; who is named twice is there once.

        >>> ada, bo = Author("Ada Lin"), Author("Bo Reyes")
        >>> page = Article(bylines=(Byline((ada,)), Byline((bo, ada))))
        >>> [author.name for author in page.authors]
        ['Ada Lin', 'Bo Reyes']
        """
        found: dict[str, Author] = {}
        for byline in self.bylines:
            for author in byline.authors:
                found.setdefault(author.name, author)
        return tuple(found.values())

    @classmethod
    def from_row(cls, row: Any) -> Article:
        """The article of a row of a table that `newsparse batch` wrote: see `newsparse.exports.rows`.

        Raises `RecordError` for a row without a record, and for a flat row.
        """
        from newsparse.exports.rows import from_row

        return from_row(row)

    def to_flat_dict(self) -> dict[str, str | int | bool | None]:
        """The record as one flat row, every value a scalar: see `newsparse.exports.flat`."""
        from newsparse.exports.flat import flat

        return flat(self)
