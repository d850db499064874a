"""The record as fields: each value with the segments or the statement it came from, and the
rejected candidates.

Rules of this file: pure functions over records. `FIELDS` is the order on the screen.
"""

from __future__ import annotations

import html
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Final

import attrs

from newsparse.records import (
    Article,
    Author,
    BlockKind,
    Byline,
    Caption,
    Embed,
    Evidence,
    Image,
    Label,
    Moment,
    Origin,
    Segment,
    Source,
)
from newsparse.textual import normalize, squeeze

_CLIP: Final = 160
"""Characters of a value that are shown; its segment shows the whole."""
_SHOWN_REJECTED: Final = 5
_VALUES: Final = 60
_PAGE: Final = (Origin.DOM, Origin.TEXT)


@attrs.frozen
class Value:
    """One value of a field: its text, what it was read as, and where it is."""

    text: str
    parts: tuple[tuple[str, str], ...] = ()
    raw: str = ""
    source: Source | None = None
    segments: tuple[int, ...] = ()
    """Numbers of segments, from 1."""


@attrs.frozen
class Candidate:
    """A candidate that is not in the record."""

    text: str
    why: str
    what: str
    """The label it has instead, or the kind of statement."""
    score: float | None = None
    segment: int = 0
    source: Source | None = None


@attrs.frozen
class Field:
    """One field of the record."""

    name: str
    title: str
    values: tuple[Value, ...] = ()
    rejected: tuple[Candidate, ...] = ()
    more: int = 0
    """Rejected candidates that are not listed."""


@attrs.frozen
class _Row:
    """How one field is shown: its attribute, its title, its label on the page, and its values."""

    name: str
    title: str
    labels: tuple[Label, ...]
    values: Callable[[Article, Index], Iterable[Value]]


class Index:
    """The segments, found by place."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments = segments
        self._ends = [segment.source.end or 0 for segment in segments]
        self._at: dict[tuple[str, str], int] = {}
        self._wheres = [segment.source.where or "" for segment in segments]
        self._raws = ["".join(segment.raw.split()) for segment in segments]
        for number, (where, raw) in enumerate(zip(self._wheres, self._raws, strict=True), 1):
            self._at.setdefault((where, raw), number)

    def numbers(self, source: Source, raw: str) -> tuple[int, ...]:
        """The numbers of the segments that a source lies in or covers."""
        if source.origin is Origin.TEXT:
            spans = [(source.start, source.end), *((span.start, span.end) for span in source.also)]
            return tuple(
                sorted(
                    {
                        number
                        for start, end in spans
                        for number in self._meeting(start or 0, end or 0)
                    }
                )
            )
        if source.origin is not Origin.DOM:
            return ()
        wheres = [source.where or "", *(span.where or "" for span in source.also)]
        wanted = "".join(raw.split())
        exact = self._at.get((wheres[0], wanted))
        if exact is not None:
            return (exact,)
        return tuple(
            number
            for number, (where, held) in enumerate(zip(self._wheres, self._raws, strict=True), 1)
            if held
            and any(_related(where, other) for other in wheres)
            and (held in wanted or wanted in held)
        )

    def _meeting(self, start: int, end: int) -> Iterable[int]:
        """The segments of a text page that share a character with `start` to `end`, in order."""
        for number in range(bisect_right(self._ends, start) + 1, len(self.segments) + 1):
            if (self.segments[number - 1].source.start or 0) >= end:
                return
            yield number


def _related(one: str, other: str) -> bool:
    """Whether one of two XPaths is the other, or an element inside it."""
    return one == other or one.startswith(other + "/") or other.startswith(one + "/")


def clip(text: str, most: int = _CLIP) -> str:
    """`text` on one line. A longer one than `most` is cut at a word and ends in an ellipsis.

    >>> clip("It rained on Exampleton", 12)
    'It rained…'
    """
    if len(text) > 8 * most:
        text = text[: 8 * most]
    text = squeeze(text)
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0] + "…" if " " in text[:most] else text[:most] + "…"


def trace(
    article: Article, segments: Sequence[Segment], stated: Sequence[Evidence] = ()
) -> tuple[Field, ...]:
    """Every field of the record, in the order of `FIELDS`."""
    index = Index(segments)
    of_field: dict[str, list[Evidence]] = {}
    for evidence in stated:
        of_field.setdefault(evidence.field, []).append(evidence)
    uncertain = _uncertain(segments)
    return tuple(
        _field(row, article, index, uncertain, of_field.get(row.name, ())) for row in FIELDS
    )


def subheads(article: Article, segments: Sequence[Segment]) -> frozenset[int]:
    """The numbers of the segments that are headings in the body of the record."""
    index = Index(segments)
    found = (
        index.numbers(block.source, block.raw)
        for block in article.body
        if block.kind is BlockKind.HEADING
    )
    return frozenset(number for numbers in found for number in numbers)


def _field(
    row: _Row,
    article: Article,
    index: Index,
    uncertain: dict[Label, list[Candidate]],
    said: Sequence[Evidence],
) -> Field:
    values = tuple(row.values(article, index))
    used = {number for value in values for number in value.segments}
    candidates = sorted(
        (
            one
            for label in row.labels
            for one in uncertain.get(label, ())
            if one.segment not in used
        ),
        key=lambda one: (-(one.score or 0.0), one.segment),
    )
    return Field(
        row.name,
        row.title,
        values,
        (*candidates[:_SHOWN_REJECTED], *_not_in_record(values, said)),
        max(0, len(candidates) - _SHOWN_REJECTED),
    )


def _uncertain(segments: Sequence[Segment]) -> dict[Label, list[Candidate]]:
    """For each label, the segments that have it or claimed it and may not be in the record."""
    found: dict[Label, list[Candidate]] = {}
    for number, segment in enumerate(segments, 1):
        if segment.label is not Label.FURNITURE:
            why = "has the label, but the field's own words were taken from elsewhere: "
            why += segment.reason
            found.setdefault(segment.label, []).append(
                Candidate(clip(segment.text, 80), why, segment.label.value, segment.score, number)
            )
        seen: set[Label] = {segment.label}
        for claim in segment.rejected:
            if claim.label not in seen:
                seen.add(claim.label)
                found.setdefault(claim.label, []).append(
                    Candidate(
                        clip(segment.text, 80),
                        claim.reason,
                        segment.label.value,
                        claim.score,
                        number,
                    )
                )
    return found


def _not_in_record(values: Sequence[Value], said: Sequence[Evidence]) -> tuple[Candidate, ...]:
    """Statements of the head about a field that are not in the record."""
    taken = {
        (value.source.origin, value.source.where) for value in values if value.source is not None
    }
    texts = {
        normalize(text)
        for value in values
        for text in (value.text, value.raw, *(part for _, part in value.parts))
    }
    found: dict[str, Candidate] = {}
    for evidence in said:
        if (evidence.source.origin, evidence.source.where) in taken or normalize(
            html.unescape(evidence.raw)
        ) in texts:
            continue
        candidate = Candidate(
            clip(evidence.raw, 120), _why(values), evidence.source.reason, source=evidence.source
        )
        found.setdefault(normalize(evidence.raw), candidate)
    return tuple(found.values())


def _why(values: Sequence[Value]) -> str:
    if not values:
        return "could not be read as this field's value, or is known to mislead"
    if any(value.source is not None and value.source.origin in _PAGE for value in values):
        return "the page itself prints one, and what a reader saw goes before what the head states"
    return "another statement was asked first"


# What each field shows.


def _record(
    index: Index, text: str, raw: str, source: Source, parts: Iterable[tuple[str, object]] = ()
) -> Value:
    shown = tuple((name, clip(str(part))) for name, part in parts if part not in (None, "", ()))
    return Value(clip(text), shown, clip(raw), source, index.numbers(source, raw))


def _masthead(article: Article, index: Index) -> Iterable[Value]:
    found = article.masthead
    if found is not None:
        yield _record(
            index,
            found.name,
            found.raw,
            found.source,
            (
                ("place", found.place),
                ("established", found.established),
                ("issn", found.issn),
                ("owner", found.owner),
            ),
        )


def _kicker(article: Article, index: Index) -> Iterable[Value]:
    if article.kicker is not None:
        yield _record(
            index,
            article.kicker.text,
            article.kicker.raw,
            article.kicker.source,
            (("path", " › ".join(article.kicker.path)),),
        )


def _headline(article: Article, index: Index) -> Iterable[Value]:
    if article.headline is not None:
        yield _record(index, article.headline.text, article.headline.raw, article.headline.source)


def _deck(article: Article, index: Index) -> Iterable[Value]:
    if article.deck is not None:
        yield _record(index, article.deck.text, article.deck.raw, article.deck.source)


def _bylines(article: Article, index: Index) -> Iterable[Value]:
    return (_byline(byline, index) for byline in article.bylines[:_VALUES])


def _byline(byline: Byline, index: Index) -> Value:
    parts: list[tuple[str, object]] = []
    for author in byline.authors[:_VALUES]:
        more = ", ".join(part for part in _of_author(author) if part)
        parts.append(("author", f"{author.name} ({more})" if more else author.name))
    parts += [
        ("agency", byline.agency),
        ("agency id", byline.agency_id),
        ("desk", byline.desk),
        ("place", byline.place.name if byline.place else None),
    ]
    return _record(index, byline.raw, byline.raw, byline.source, parts)


def _of_author(author: Author) -> tuple[str | None, ...]:
    """What is known of an author beside the name."""
    portrait = author.image.url if author.image is not None else None
    return (
        author.role,
        author.email,
        *author.handles,
        f"family name {author.family}" if author.family else None,
        author.url,
        *author.same_as,
        f"portrait {portrait}" if portrait else None,
    )


def _dateline(article: Article, index: Index) -> Iterable[Value]:
    found = article.dateline
    if found is not None:
        yield _record(
            index,
            found.place,
            found.raw,
            found.source,
            (("agency", found.agency), ("agency id", found.agency_id), ("date", found.date)),
        )


def _captions(article: Article, index: Index) -> Iterable[Value]:
    return (_caption(caption, index) for caption in article.captions[:_VALUES])


def _caption(caption: Caption, index: Index) -> Value:
    credit = caption.credit
    parts = (
        ("credit", credit.raw if credit else None),
        ("names", ", ".join(credit.names) if credit else None),
        ("agencies", ", ".join(credit.agencies) if credit else None),
        ("date", caption.date),
        ("image", caption.image),
    )
    return _record(index, caption.text, caption.raw, caption.source, parts)


def _images(article: Article, index: Index) -> Iterable[Value]:
    return (_image(image, index) for image in article.images[:_VALUES])


def _image(image: Image, index: Index) -> Value:
    parts = (
        ("role", image.role.value),
        ("alt", image.alt),
        ("caption", image.caption.text if image.caption else None),
        ("license", image.license),
    )
    return _record(index, image.url or image.raw, image.raw, image.source, parts)


def _embeds(article: Article, index: Index) -> Iterable[Value]:
    return (_embed(embed, index) for embed in article.embeds[:_VALUES])


def _embed(embed: Embed, index: Index) -> Value:
    parts = (
        ("kind", embed.kind.value),
        ("provider", embed.provider),
        ("author", embed.author),
        ("date", embed.date),
        ("text", embed.text),
    )
    return _record(index, embed.url or embed.raw, embed.raw, embed.source, parts)


def _body(article: Article, index: Index) -> Iterable[Value]:
    if not article.body:
        return
    numbers = sorted(
        {number for block in article.body for number in index.numbers(block.source, block.raw)}
    )
    counts: dict[str, int] = {}
    for block in article.body:
        counts[block.kind.value] = counts.get(block.kind.value, 0) + 1
    letters = sum(len(block.text) for block in article.body)
    text = f"{len(article.body):,} block{'s' * (len(article.body) != 1)}, {letters:,} characters"
    parts = tuple((kind.replace("_", " "), f"{count:,}") for kind, count in counts.items())
    source = article.body[0].source if article.body[0].source.origin not in _PAGE else None
    yield Value(text, parts, source=source, segments=tuple(numbers))


def _notes(article: Article, index: Index) -> Iterable[Value]:
    for note in article.notes[:_VALUES]:
        yield _record(index, note.text, note.raw, note.source, (("kind", note.kind.value),))


def _groups(article: Article, index: Index) -> Iterable[Value]:
    for group in article.groups[:_VALUES]:
        said = f"{group.kind.value.replace('_', ' ')}: blocks {group.start + 1} to {group.end}"
        yield Value(clip(said), (("title", group.title),) if group.title else ())


def _comments(article: Article, index: Index) -> Iterable[Value]:
    for comment in article.comments[:_VALUES]:
        parts = (("author", comment.author), ("date", comment.date), ("depth", comment.depth))
        yield _record(index, comment.text, comment.raw, comment.source, parts)


def _pages(article: Article, index: Index) -> Iterable[Value]:
    for page in article.pages[:_VALUES]:
        yield Value(clip(f"{page.url or 'a page'}, from block {page.first_block + 1}"))


def _rights(article: Article, index: Index) -> Iterable[Value]:
    """Each part of the rights with its evidence, then each opt-out."""
    rights = article.rights
    if rights is None:
        return
    for evidence in article.evidence:
        whole, _, name = evidence.field.partition(".")
        if whole == "rights":
            said = f"{name.replace('_', ' ')}: {getattr(rights, name)}"
            yield _record(index, said, evidence.raw, evidence.source)
    for one in rights.opt_outs[:_VALUES]:
        said = f"opt-out: {one.kind.value.replace('_', ' ')}"
        yield _record(
            index, said, one.raw, one.source, (("agent", one.agent), ("policy", one.policy))
        )


def _confidence(article: Article, index: Index) -> Iterable[Value]:
    if article.confidence is not None:
        yield Value(f"{article.confidence:.2f} that the body is right")


def _confidences(article: Article, index: Index) -> Iterable[Value]:
    if article.confidences is not None:
        found = attrs.asdict(article.confidences)
        parts = tuple((name, f"{likely:.2f}") for name, likely in found.items())
        yield Value("that the other fields are right", parts)


def _plain(name: str) -> Callable[[Article, Index], Iterable[Value]]:
    """A field that is not a record itself: its value and its evidence."""

    def values(article: Article, index: Index) -> Iterable[Value]:
        value = getattr(article, name)
        if value is None or value == ():
            return
        for evidence in article.evidence:
            if evidence.field == name:
                yield _record(index, _said(value), evidence.raw, evidence.source)
                return
        yield Value(clip(_said(value)))

    return values


def _said(value: Moment | str | bool | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        return " · ".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else value.isoformat()


FIELDS: Final = (
    _Row("masthead", "Masthead", (Label.MASTHEAD,), _masthead),
    _Row("kicker", "Kicker", (Label.KICKER,), _kicker),
    _Row("headline", "Headline", (Label.HEADLINE,), _headline),
    _Row("deck", "Deck", (Label.DECK,), _deck),
    _Row("bylines", "Bylines", (Label.BYLINE,), _bylines),
    _Row("dateline", "Dateline", (Label.DATELINE,), _dateline),
    _Row("published", "Published", (Label.DATE,), _plain("published")),
    _Row("updated", "Updated", (), _plain("updated")),
    _Row("captions", "Captions", (Label.CAPTION, Label.CREDIT), _captions),
    _Row("images", "Pictures", (), _images),
    _Row("embeds", "Embeds", (), _embeds),
    _Row("body", "Body", (Label.BODY,), _body),
    _Row("groups", "Boxes", (), _groups),
    _Row("notes", "Notes", (Label.NOTE,), _notes),
    _Row("comments", "Comments", (), _comments),
    _Row("pages", "Pages", (), _pages),
    _Row("section", "Section", (), _plain("section")),
    _Row("tags", "Tags", (Label.TAG,), _plain("tags")),
    _Row("kind", "Kind of page", (), _plain("kind")),
    _Row("confidence", "Confidence", (), _confidence),
    _Row("confidences", "Confidence by field", (), _confidences),
    _Row("language", "Language", (), _plain("language")),
    _Row("is_wire", "From a wire", (), _plain("is_wire")),
    _Row("is_free", "Free to read", (), _plain("is_free")),
    _Row("canonical_url", "Canonical address", (), _plain("canonical_url")),
    _Row("story_id", "Id of the story", (), _plain("story_id")),
    _Row("short_url", "Short address", (), _plain("short_url")),
    _Row("amp_url", "AMP version", (), _plain("amp_url")),
    _Row("print_url", "Print version", (), _plain("print_url")),
    _Row("next_url", "Next page", (), _plain("next_url")),
    _Row("rights", "Rights", (), _rights),
    _Row("url", "Address", (), _plain("url")),
    _Row("profile", "Profile", (), _plain("profile")),
)
"""The fields shown, in order."""
