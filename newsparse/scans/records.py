"""What `split_issue` returns: frozen records of an issue, its pages, its articles and everything
else on them."""

from __future__ import annotations

import datetime as dt
import enum
import json
from collections.abc import Sequence
from typing import Any, Final

import attrs

from newsparse import codec
from newsparse.errors import InputError, quoted
from newsparse.records import Article, Label, Masthead, Record, Segment, Source, Span
from newsparse.scans.model import Box
from newsparse.scans.text import Place, PlacedWord, confidence, places, words_in

_UNWRITTEN: Final = frozenset(("words",))
"""Fields that JSON leaves out: the words with their boxes, which the OCR files hold."""


class ItemKind(enum.StrEnum):
    """What an item of an issue is."""

    ARTICLE = "article"
    SECTION = "section"
    """The head of a section, which stands above its articles."""
    ADVERTISEMENT = "advertisement"
    MASTHEAD = "masthead"
    PICTURE = "picture"
    FURNITURE = "furniture"
    """Running heads, page numbers, imprints, and what no item of a METS names."""


class Located(str):
    """A text with the places it stands at: what `newsparse.locate` gives of a scan."""

    places: tuple[Place, ...]

    def __new__(cls, text: str, places: tuple[Place, ...] = ()) -> Located:
        """`text`, standing at `places`."""
        located = super().__new__(cls, text)
        located.places = places
        return located


@attrs.frozen(repr=False)
class IssueWarning(Record):
    """One thing that went wrong while an issue was read, and the file it concerns."""

    message: str
    file: str | None = None


@attrs.frozen(repr=False)
class IssuePage(Record):
    """A page of an issue; boxes count in its width and height."""

    number: int
    label: str | None = None
    """The page number as printed."""
    width: int = 0
    height: int = 0
    image: str | None = None
    """The picture's file, as the OCR or the METS names it."""
    file: str | None = None


@attrs.frozen(repr=False)
class Part(Record):
    """A region of an item: its place, its kind, and why it belongs to the item."""

    region: str
    where: str
    label: Label | None = None
    reason: str = ""


@attrs.frozen(repr=False)
class Statement(Record):
    """What a METS or a masthead states of the issue: the field, the words, and where they stand."""

    field: str
    text: str
    where: str
    file: str | None = None


@attrs.frozen(repr=False)
class IssueItem(Record):
    """An article, advertisement or other item of an issue.

    Offsets of its records and segments count in `text`. `where` of a source is a list of places, a
    blank between: the page's number, `#xywh=`, and left, top, width and height in the page's unit.
    """

    id: str
    kind: ItemKind
    title: str | None = None
    """The title that the METS states, else the headline."""
    section: str | None = None
    pages: tuple[int, ...] = ()
    article: Article | None = None
    """The record of an article; None for other items."""
    segments: tuple[Segment, ...] = ()
    text: str = ""
    """The words as the OCR read them, line by line."""
    parts: tuple[Part, ...] = ()
    confidence: float | None = None
    """The mean confidence of its words, 0 to 1; None where the files state none."""
    reason: str = ""
    """Why it is an item."""
    words: tuple[PlacedWord, ...] = attrs.field(default=(), eq=False)
    """Its words with their offsets, boxes and confidences; not part of its JSON."""

    def places(self, source: Source | Span) -> tuple[Place, ...]:
        """Where the text at `source` stands, with the confidence of its words: a place for each
        region it runs through."""
        if source.start is None or source.end is None:
            return _read_places(source.where)
        return (
            places(self.words, source.start, source.end)
            if self.words
            else _read_places(source.where)
        )

    @staticmethod
    def read_places(where: str | None) -> tuple[Place, ...]:
        """The places that the `where` of a source or a part lists; what is none is left out.

        >>> places = IssueItem.read_places("1#xywh=10,20,300,40 2#xywh=0,0,5,5")
        >>> [place.box.width for place in places]
        [300, 5]
        """
        return _read_places(where)

    def locate(self, source: Source | Span) -> Located:
        """The print at `source`, with its places; raises `InputError` where the item has no such
        stretch."""
        if not isinstance(source, (Source, Span)):
            raise InputError(f"a place on a page is a Source or a Span, not {quoted(source)}")
        if source.start is None or source.end is None:
            return Located(self._stated_at(source), _read_places(source.where))
        if not 0 <= source.start <= source.end <= len(self.text):
            raise InputError(f"the item has nothing at {quoted(source)}")
        return Located(self.text[source.start : source.end], self.places(source))

    def _stated_at(self, source: Source | Span) -> str:
        """The words at a source without offsets: what the issue states of its paper and its day."""
        article = self.article or Article()
        known = (article.masthead, *article.evidence)
        return next((one.raw for one in known if one is not None and one.source == source), "")

    def confidence_of(self, record: Any) -> float | None:
        """The mean confidence of the words of a record of this item, such as its headline; None
        where none is stated."""
        source = getattr(record, "source", None)
        if source is None or source.start is None or source.end is None:
            return None
        return confidence(words_in(self.words, source.start, source.end))

    def to_dict(self) -> dict[str, Any]:
        """The item as JSON-ready values, without its words; `confidences` tells how surely each
        field was read."""
        return {**_dict(self), "confidences": self._confidences()}

    def to_json(self, *, indent: int | None = None) -> str:
        """The item as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def _confidences(self) -> dict[str, float]:
        """The confidence of each field of the record that stands on the page."""
        found: dict[str, float] = {}
        if self.article is None or self.confidence is None:
            return found
        for field in attrs.fields(Article):
            value = getattr(self.article, field.name)
            for at, record in enumerate(value if isinstance(value, tuple) else (value,)):
                sure = self.confidence_of(record)
                if sure is not None:
                    found[f"{field.name}[{at}]" if isinstance(value, tuple) else field.name] = sure
        return found


@attrs.frozen(repr=False)
class Issue(Record):
    """A scanned issue: what it says of itself, its pages, its articles, and everything else that
    stands on them."""

    title: str | None = None
    number: str | None = None
    date: dt.date | None = None
    language: str | None = None
    masthead: Masthead | None = None
    pages: tuple[IssuePage, ...] = ()
    articles: tuple[IssueItem, ...] = ()
    others: tuple[IssueItem, ...] = ()
    """Mastheads, advertisements, heads of sections, running heads: with the articles they hold
    every region once."""
    by: str = "layout"
    """Who parted the articles: "METS" or "layout"."""
    statements: tuple[Statement, ...] = ()
    warnings: tuple[IssueWarning, ...] = ()

    @property
    def items(self) -> tuple[IssueItem, ...]:
        """Articles and all others."""
        return (*self.articles, *self.others)

    def to_dict(self) -> dict[str, Any]:
        """The issue as JSON-ready values, without the words of its items."""
        return _dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """The issue as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    @classmethod
    def from_dict(cls, value: dict[str, Any]) -> Issue:
        """The issue that `to_dict` described, without the words of its items."""
        value = dict(value)
        for name in ("articles", "others"):
            value[name] = [
                {key: entry for key, entry in item.items() if key != "confidences"}
                for item in value.get(name, ())
            ]
        found: Issue = codec.from_dict(cls, value)
        return found


def _dict(record: Any) -> dict[str, Any]:
    return {
        field.name: _plain(getattr(record, field.name))
        for field in attrs.fields(type(record))
        if field.name not in _UNWRITTEN
    }


def _plain(value: Any) -> Any:
    if isinstance(value, IssueItem):
        return value.to_dict()
    if isinstance(value, Record):
        return codec.to_dict(value)
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def _read_places(where: str | None) -> tuple[Place, ...]:
    """The places that a `where` lists; those that are none are left out."""
    found = []
    for one in (where or "").split():
        page, _, area = one.partition("#xywh=")
        sides: Sequence[str] = area.split(",")
        if page.isdigit() and len(sides) == 4 and all(side.lstrip("-").isdigit() for side in sides):
            left, top, width, height = map(int, sides)
            found.append(Place(int(page), Box(left, top, left + width, top + height)))
    return tuple(found)
