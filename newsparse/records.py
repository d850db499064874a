"""The records that `parse` returns: frozen, typed values that compare, hash, pickle and print.

A field that the page does not hold is None or an empty tuple, never a guess. Every record that was
read from the page keeps `raw`, the words as printed, and `source`, where they are printed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any, Final, Literal, Self

import attrs

from newsparse.kinds import (
    BlockKind,
    BlockRole,
    EmbedKind,
    EmphasisKind,
    GroupKind,
    ImageRole,
    Label,
    NoteKind,
    OptOutKind,
    Origin,
    PageKind,
    WarningCode,
)

__all__ = [
    "Article",
    "Author",
    "BlockKind",
    "BlockRole",
    "BodyBlock",
    "Byline",
    "Caption",
    "Comment",
    "Confidences",
    "Credit",
    "Dateline",
    "Deck",
    "Embed",
    "EmbedKind",
    "Emphasis",
    "EmphasisKind",
    "Evidence",
    "Group",
    "GroupKind",
    "Headline",
    "Image",
    "ImageRole",
    "Kicker",
    "Label",
    "Link",
    "Masthead",
    "Moment",
    "Note",
    "NoteKind",
    "OptOut",
    "OptOutKind",
    "Origin",
    "PageKind",
    "ParseWarning",
    "Place",
    "Record",
    "Rejected",
    "Rendition",
    "Rights",
    "Segment",
    "Source",
    "Span",
    "StoryPage",
    "WarningCode",
    "json_schema",
]

Moment = dt.datetime | dt.date
"""A date, a naive datetime, or an aware one with a fixed offset: as exact as the page is."""
FieldPart = Literal["deck", "captions", "notes"]
"""Parts of a story beside its body."""
BodyPart = Literal[
    "paragraphs", "subheads", "lists", "quotes", "tables", "preformatted", "link-lines"
]
"""Parts of a body."""
PartName = FieldPart | BodyPart


class Record:
    """The methods that all records have."""

    __slots__ = ()

    def evolve(self, **changes: Any) -> Self:
        """A copy with some fields changed; raises `RecordError` for an unknown field.

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
        """The record in a dict from `to_dict`; raises `RecordError` if `value` holds none."""
        from newsparse import codec

        return codec.from_dict(cls, value)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The record in a JSON text from `to_json`; raises `RecordError` as `from_dict` does."""
        from newsparse import codec

        return codec.from_json(cls, text)

    def __repr__(self) -> str:
        """The record in a line or two, long values shortened.

        Defaults, `source`, `evidence`, `confidences` and a `raw` equal to the text are left out;
        `to_dict` has them.
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
    """A further part of a field that the page prints in several parts."""

    start: int | None = None
    end: int | None = None
    where: str | None = None


@attrs.frozen(repr=False)
class Source(Record):
    """Where on the page a value is, and why it was taken for the field.

    Text pages: `decode(page)[start:end]` is the record's `raw`. HTML pages: `where` is the XPath of
    the smallest element whose text holds `raw`. JSON: `where` is the XPath of the script, `#` and a
    JSON pointer. `newsparse.locate(page, source)` resolves each of them.
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
    """The source of a plain value: of a field of `Article`, or of a field inside it whose record
    was read from elsewhere."""

    field: str
    """"published", "masthead.issn", "bylines[0].authors[1].url"."""
    raw: str
    source: Source

    @property
    def article_field(self) -> str:
        """The field of `Article` that the value is in.

        >>> Evidence("bylines[0].authors[1].url", "Ada", Source(Origin.DOM)).article_field
        'bylines'
        """
        return self.field.partition(".")[0].partition("[")[0]


@attrs.frozen(repr=False)
class Masthead(Record):
    """The name of the paper, with its place and founding date where page or profile state them."""

    name: str
    place: str | None = None
    established: dt.date | int | None = None
    issn: str | None = attrs.field(default=None, kw_only=True)
    """The ISSN, as "1234-5679"."""
    owner: str | None = attrs.field(default=None, kw_only=True)
    """The company that owns or publishes the paper."""
    raw: str = ""
    source: Source = Source(Origin.DOM)


@attrs.frozen(repr=False)
class Kicker(Record):
    """The short line above the headline; `path` if it is a trail of sections."""

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
    """The summary of the story under the headline (also: dek, standfirst)."""

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
    family: str | None = attrs.field(default=None, kw_only=True)
    """The family name, where the page states it apart."""
    given: str | None = attrs.field(default=None, kw_only=True)
    url: str | None = attrs.field(default=None, kw_only=True)
    """The author's page."""
    same_as: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    """Pages of the author on other sites."""
    image: Image | None = attrs.field(default=None, kw_only=True)
    """The portrait."""
    raw: str = ""
    source: Source = Source(Origin.DOM)


@attrs.frozen(repr=False)
class Place(Record):
    """A place that the page names."""

    name: str
    raw: str = ""
    source: Source = Source(Origin.DOM)


@attrs.frozen(repr=False)
class Byline(Record):
    """One printed byline. A line without persons has no authors but an agency or a desk."""

    authors: tuple[Author, ...] = ()
    agency: str | None = None
    desk: str | None = None
    """"staff" or "wire" where the line names a desk ("From staff reports", "From wire reports")."""
    agency_id: str | None = attrs.field(default=None, kw_only=True)
    """The stable id of a known agency, "associated-press"."""
    place: Place | None = attrs.field(default=None, kw_only=True)
    """Where the story was filed, if the line says so."""
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
    """Where a story was filed, with agency and date, at the start of its first paragraph."""

    place: str
    agency: str | None = None
    date: dt.date | None = None
    agency_id: str | None = attrs.field(default=None, kw_only=True)
    """The stable id of a known agency."""
    raw: str = ""
    source: Source = Source(Origin.DOM)


@attrs.frozen(repr=False)
class Credit(Record):
    """Who made a picture. `raw` stands without its brackets or label."""

    names: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    agency_ids: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    """The stable ids of those agencies that are known."""
    raw: str = ""
    source: Source = Source(Origin.DOM)


@attrs.frozen(repr=False)
class Caption(Record):
    """The words under a picture without its credit; "" if only a credit is printed."""

    text: str
    credit: Credit | None = None
    date: dt.date | None = None
    image: str | None = None
    raw: str = ""
    source: Source = Source(Origin.DOM)


@attrs.frozen(repr=False)
class Rendition(Record):
    """One file of a picture: its address, its width in pixels and its pixel density."""

    url: str
    width: int | None = None
    density: float | None = None


@attrs.frozen(repr=False)
class Image(Record):
    """A picture of the story, printed with it or stated in the head of the page."""

    role: ImageRole
    renditions: tuple[Rendition, ...] = ()
    """The best file first. Addresses are absolute if the page's own URL is known."""
    alt: str = ""
    width: int | None = None
    height: int | None = None
    """Size in pixels, where the page states it."""
    caption: Caption | None = None
    position: int | None = None
    """Number of body blocks before it; None if it is not printed beside them."""
    license: str | None = None
    """Address of the licence."""
    raw: str = ""
    source: Source = Source(Origin.DOM)

    @property
    def url(self) -> str | None:
        """The address of the best file.

        >>> Image(ImageRole.LEAD, (Rendition("a.jpg", 900), Rendition("b.jpg", 400))).url
        'a.jpg'
        """
        return self.renditions[0].url if self.renditions else None


@attrs.frozen(repr=False)
class Embed(Record):
    """Something of another site that is shown in the story: a post, a video, a map."""

    kind: EmbedKind
    provider: str | None = None
    url: str | None = None
    author: str | None = None
    date: Moment | None = None
    text: str = ""
    """The words of a post, or the title of a frame."""
    position: int | None = None
    """Number of body blocks before it; None if the body is from elsewhere."""
    raw: str = ""
    source: Source = Source(Origin.DOM)


@attrs.frozen(repr=False)
class Link(Record):
    """A link in a block: `text[start:end]` leads to `href`."""

    start: int
    end: int
    href: str


@attrs.frozen(repr=False)
class Emphasis(Record):
    """Words set off in a block: `text[start:end]`."""

    start: int
    end: int
    kind: EmphasisKind


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
    emphasis: tuple[Emphasis, ...] = attrs.field(default=(), kw_only=True)
    role: BlockRole | None = attrs.field(default=None, kw_only=True)
    raw: str = ""
    source: Source = Source(Origin.DOM)


@attrs.frozen(repr=False)
class Group(Record):
    """Blocks of the body that stand in one box: `body[start:end]`."""

    start: int
    end: int
    kind: GroupKind
    title: str = ""
    """The text of its first block, if that is a title."""


@attrs.frozen(repr=False)
class Note(Record):
    """A correction, editor's note, contributor line, contact line, biography or disclosure."""

    text: str
    kind: NoteKind
    raw: str = ""
    source: Source = Source(Origin.DOM)


@attrs.frozen(repr=False)
class Comment(Record):
    """A comment of a reader under the story."""

    text: str
    author: str | None = None
    date: Moment | None = None
    depth: int = 1
    """1 for a comment on the story, 2 for a reply to it."""
    raw: str = ""
    source: Source = Source(Origin.DOM)


@attrs.frozen(repr=False)
class OptOut(Record):
    """One thing that the page asks machines not to do."""

    kind: OptOutKind
    agent: str | None = None
    """The robot that is asked; None for all."""
    policy: str | None = None
    """Address of the policy that says more (`tdm-policy`)."""
    raw: str = ""
    source: Source = Source(Origin.META)


@attrs.frozen(repr=False)
class Rights(Record):
    """What the page says of the rights in the story."""

    copyright: str | None = None
    """The copyright line."""
    holder: str | None = None
    year: int | None = None
    """The year of the copyright line, the last of several."""
    license: str | None = None
    """Address or name of the licence."""
    usage_terms: str | None = None
    """Address or words of the terms of use."""
    opt_outs: tuple[OptOut, ...] = ()


@attrs.frozen(repr=False)
class StoryPage(Record):
    """One page of a story that was joined from several."""

    url: str | None = None
    first_block: int = 0
    """Index of its first block in the body of the joined article."""


@attrs.frozen(repr=False)
class Confidences(Record):
    """How likely each field of a record is right, 0 to 1; that none was found may be right too."""

    kind: float
    """Article or live blog, told from other pages."""
    headline: float
    deck: float
    authors: float
    """All names of the bylines, and no others."""
    published: float
    """The day."""
    captions: float
    """The texts of all captions, and no others."""


@attrs.frozen(repr=False)
class Rejected(Record):
    """A claim on a segment that lost to another."""

    label: Label
    score: float
    reason: str


@attrs.frozen(repr=False)
class Segment(Record):
    """A block of the page, or a part of one, with its label and the rejected claims."""

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
    images: tuple[Image, ...] = ()
    embeds: tuple[Embed, ...] = ()
    body: tuple[BodyBlock, ...] = ()
    notes: tuple[Note, ...] = ()
    groups: tuple[Group, ...] = ()
    comments: tuple[Comment, ...] = ()
    """Only if `parse` was asked for them."""
    pages: tuple[StoryPage, ...] = ()
    """The pages of a story that `newsparse.join` put together."""
    section: str | None = None
    tags: tuple[str, ...] = ()
    is_free: bool | None = None
    is_wire: bool | None = None
    story_id: str | None = attrs.field(default=None, kw_only=True)
    """The id that the paper's own system gives the story."""
    short_url: str | None = attrs.field(default=None, kw_only=True)
    amp_url: str | None = attrs.field(default=None, kw_only=True)
    print_url: str | None = attrs.field(default=None, kw_only=True)
    next_url: str | None = attrs.field(default=None, kw_only=True)
    """The next page of the same story."""
    rights: Rights | None = attrs.field(default=None, kw_only=True)
    evidence: tuple[Evidence, ...] = ()
    warnings: tuple[ParseWarning, ...] = ()
    confidence: float | None = None
    """The probability that the body is right: an F1 of at least .95. None if nothing judged it."""
    confidences: Confidences | None = None
    """The probabilities of other fields."""

    @property
    def text(self) -> str:
        """The body as one string, a blank line between blocks.

        >>> Article(body=(BodyBlock("One."), BodyBlock("Two."))).text
        'One.\\n\\nTwo.'
        """
        return "\n\n".join(block.text for block in self.body)

    def without(self, *parts: PartName) -> Article:
        """A copy without some parts of the story; exports of it lack them too.

        docs/records.md says what each part is. Raises `RecordError` for an unknown name.

        >>> page = Article(body=(BodyBlock("Roads", BlockKind.HEADING), BodyBlock("Closed.")))
        >>> page.without("subheads").text
        'Closed.'
        """
        from newsparse.printed.parts import without

        return without(self, parts)

    def body_text(
        self,
        *,
        include: Collection[FieldPart] = (),
        exclude: Collection[BodyPart] = (),
    ) -> str:
        """`text` with other conventions of what belongs to a body: more fields, or fewer blocks.

        Raises `RecordError` for an unknown name.

        >>> page = Article(deck=Deck("All day."), body=(BodyBlock("One."), BodyBlock("Two.")))
        >>> page.body_text(include=["deck"])
        'All day.\\n\\nOne.\\n\\nTwo.'
        """
        from newsparse.printed.parts import body_text

        return body_text(self, include, exclude)

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

    @property
    def flow(self) -> tuple[BodyBlock | Image | Embed, ...]:
        """The body with its pictures and embeds in their places, those of no known place first.

        >>> post = Embed(EmbedKind.POST, "X", position=1)
        >>> page = Article(body=(BodyBlock("One."), BodyBlock("Two.")), embeds=(post,))
        >>> [type(one).__name__ for one in page.flow]
        ['BodyBlock', 'Embed', 'BodyBlock']
        """
        beside: tuple[Image | Embed, ...] = (*self.images, *self.embeds)
        placed = sorted(beside, key=lambda one: one.position or 0)
        found: list[BodyBlock | Image | Embed] = []
        at = 0
        for number, block in enumerate(self.body):
            while at < len(placed) and (placed[at].position or 0) <= number:
                found.append(placed[at])
                at += 1
            found.append(block)
        return (*found, *placed[at:])

    @property
    def lead_image(self) -> Image | None:
        """The main picture of the story.

        >>> Article(images=(Image(ImageRole.LEAD, (Rendition("a.jpg"),)),)).lead_image.url
        'a.jpg'
        """
        return next((image for image in self.images if image.role is ImageRole.LEAD), None)

    @classmethod
    def from_row(cls, row: Any) -> Article:
        """The article of a row that `newsparse batch` wrote: see `newsparse.printed.rows`.

        Raises `RecordError` for a row without a record, and for a flat row.
        """
        from newsparse.printed.rows import record_of_row

        return cls.from_dict(record_of_row(row, (field.name for field in attrs.fields(cls))))

    def to_flat_dict(self) -> dict[str, str | int | float | bool | None]:
        """The record as one row of scalars: see `newsparse.printed.flat.flat`."""
        from newsparse.printed.flat import flat

        return flat(self)


_SCHEMA_VERSION: Final = 2
"""1 is the schema of newsparse 0.1, whose records load as well."""


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) that every `Article.to_dict()` is valid against, as a new dict. Its
    `$id` ends in the version of the schema, which grows with every change of the record's fields.

    >>> schema = json_schema()
    >>> schema["title"], schema["properties"]["tags"]["type"], schema["$id"]
    ('Article', 'array', 'urn:newsparse:article:2')
    """
    from newsparse import codec

    return {"$id": f"urn:newsparse:article:{_SCHEMA_VERSION}", **codec.json_schema(Article)}
