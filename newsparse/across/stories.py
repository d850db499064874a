"""What is compared of a story: read from a row of a batch, or made from an article."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from newsparse.lexicon.agencies import agency_id
from newsparse.records import Article, Moment, NoteKind
from newsparse.textual import bare_address

_DAY: Final = dt.timedelta(days=1)
_WEST, _EAST = dt.timedelta(hours=12), dt.timedelta(hours=14)
"""How far local times may be behind and ahead of UTC."""


@attrs.frozen
class Story:
    """A story as one paper printed it."""

    id: str
    url: str = ""
    canonical_url: str = ""
    headline: str = ""
    paper: str = ""
    published: str = ""
    """In ISO 8601, as exact as the page."""
    updated: str = ""
    agency: str = ""
    """The id of the agency that the page names, else its printed name."""
    paragraphs: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)

    @property
    def address(self) -> str:
        """What captures and versions of one story have alike: its bare address, without what counts
        visits."""
        address = self.canonical_url or self.url
        return bare_address(address.partition("#")[0].partition("?utm_")[0])


def of_article(article: Article, id: str) -> Story:
    """What is compared of an article.

    >>> of_article(Article(url="https://herald.example/rain"), "a").address
    'herald.example/rain'
    """
    named = [line.agency for line in article.bylines] + [
        article.dateline.agency if article.dateline else None
    ]
    return Story(
        id,
        article.url or "",
        article.canonical_url or "",
        article.headline.text if article.headline else "",
        article.masthead.name if article.masthead else "",
        article.published.isoformat() if article.published else "",
        article.updated.isoformat() if article.updated else "",
        _agency(named),
        tuple(block.text for block in article.body),
        tuple(note.text for note in article.notes if note.kind in _CORRECTIONS),
    )


_CORRECTIONS: Final = (NoteKind.CORRECTION, NoteKind.EDITOR)


def _agency(named: Iterable[Any]) -> str:
    names = [name for name in named if isinstance(name, str) and name]
    known = (agency_id(name) for name in names)
    return next((name for name in known if name), names[0] if names else "")


def of_row(row: Mapping[str, Any], id: str) -> Story | None:
    """What is compared of a row: of a nested or flat JSON line, or of any with `text`; None for a
    row without a body.

    >>> of_row({"url": "/rain", "text": "It rained."}, "a.jsonl:1").paragraphs
    ('It rained.',)
    """
    inner = row.get("article")
    record: Mapping[str, Any] = inner if isinstance(inner, Mapping) else row
    body = record.get("body")
    if isinstance(body, list):
        paragraphs = [str(block.get("text") or "") for block in body if isinstance(block, Mapping)]
    else:
        paragraphs = str(record.get("text") or "").split("\n\n")
    paragraphs = [text for text in paragraphs if text.strip()]
    if not paragraphs:
        return None
    return Story(
        str(row.get("id") or id),
        _text(record.get("url")) or _text(row.get("url")),
        _text(record.get("canonical_url")),
        _text(record.get("headline")),
        _name(record.get("masthead")),
        _text(record.get("published")),
        _text(record.get("updated")),
        _agency(_agencies(record)),
        tuple(paragraphs),
        tuple(_corrections(record)),
    )


def _text(value: Any) -> str:
    if isinstance(value, Mapping):
        value = value.get("text")
    return (
        value.isoformat() if isinstance(value, dt.date) else value if isinstance(value, str) else ""
    )


def _name(value: Any) -> str:
    return _text(value.get("name")) if isinstance(value, Mapping) else _text(value)


def _agencies(record: Mapping[str, Any]) -> Iterator[Any]:
    lines = record.get("bylines")
    for line in lines if isinstance(lines, list) else ():
        if isinstance(line, Mapping):
            yield line.get("agency")
    dateline = record.get("dateline")
    if isinstance(dateline, Mapping):
        yield dateline.get("agency")
    flat = record.get("agencies") or record.get("agency")
    if isinstance(flat, str):
        yield from flat.split("; ")


def _corrections(record: Mapping[str, Any]) -> Iterator[str]:
    notes = record.get("notes")
    for note in notes if isinstance(notes, list) else ():
        if isinstance(note, Mapping) and note.get("kind") in _CORRECTIONS:
            yield str(note.get("text") or "")
    flat = record.get("corrections")
    if isinstance(flat, str) and flat:
        yield from flat.split("\n")


def instants(published: str) -> tuple[dt.datetime, dt.datetime] | None:
    """The first and last instant, in UTC, at which a date as exact as its page may have been.

    >>> [str(one) for one in instants("2024-03-12T08:00:00+01:00")]
    ['2024-03-12 07:00:00+00:00', '2024-03-12 07:00:00+00:00']
    >>> [str(one) for one in instants("2024-03-12")]
    ['2024-03-11 10:00:00+00:00', '2024-03-13 12:00:00+00:00']
    """
    moment = _moment(published)
    if moment is None:
        return None
    if isinstance(moment, dt.datetime):
        if moment.tzinfo is not None:
            known = moment.astimezone(dt.UTC)
            return known, known
        first = last = moment.replace(tzinfo=dt.UTC)
    else:
        first = dt.datetime(moment.year, moment.month, moment.day, tzinfo=dt.UTC)
        last = first + _DAY
    try:
        return first - _EAST, last + _WEST
    except OverflowError:
        return None


def _moment(printed: str) -> Moment | None:
    for read in (dt.datetime.fromisoformat, dt.date.fromisoformat):
        try:
            found = read(printed)
        except (ValueError, TypeError):
            continue
        is_day = len(printed) <= 10 and isinstance(found, dt.datetime)
        return found.date() if is_day and isinstance(found, dt.datetime) else found
    return None


_FIELDS: Final = tuple(field.name for field in attrs.fields(Story))


def packed(story: Story) -> str:
    """A story as JSON, for a file of its own."""
    return json.dumps([getattr(story, name) for name in _FIELDS], ensure_ascii=False)


def unpacked(text: str) -> Story:
    """The story in a JSON text of `packed`.

    >>> unpacked(packed(Story("a", paragraphs=("Rain.",)))) == Story("a", paragraphs=("Rain.",))
    True
    """
    *plain, paragraphs, corrections = json.loads(text)
    fields: list[Any] = [*plain, tuple(paragraphs), tuple(corrections)]
    return Story(*fields)
