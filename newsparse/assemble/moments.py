"""When the story was published and updated: witnesses weighed, and none of them invented."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

import attrs

from newsparse.assemble.desk import Desk
from newsparse.dates import FoundDate, find_dates, in_zone, is_relative, parse_moment
from newsparse.records import Evidence, Label, Moment, Origin, Source

_PUBLISHED: Final = (
    "article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date",
    "article:published", "og:article:published_time", "og:published_time", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "citation_publication_date", "datecreated", "created",
    "last-published", "published", "article.published", "dcterms.issued", "published_at", "rnews:datepublished", "article_date_original", "originalpublicationdate", "publication_date", "bt:pubdate", "vr:published_time", "publishtime", "release_date",
)
_UPDATED: Final = ("article:modified_time", "datemodified", "og:updated_time", "last-modified", "dcterms.modified", "lastmod", "article:updated", "article.updated", "revised", "dc.date.modified", "modified")
_IN_URL = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/\-._]|$)|/((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?=[/\-._]|$)")


@attrs.frozen
class Testimony:
    """One statement of a date."""

    moment: Moment
    raw: str
    source: Source
    updated: bool | None


def moments(desk: Desk) -> tuple[Moment | None, Moment | None, tuple[Evidence, ...]]:
    """Published, updated, and what they were read from."""
    said = [one for one in _testimonies(desk) if not _in_the_future(one.moment, desk.reference)]
    published = _best([one for one in said if one.updated is not True])
    updated = _best([one for one in said if one.updated is True])
    if published is None and updated is not None:
        published, updated = updated, None
    evidence = []
    if published is not None:
        evidence.append(Evidence("published", published.raw, published.source))
    if updated is not None:
        evidence.append(Evidence("updated", updated.raw, updated.source))
    return (published.moment if published else None), (updated.moment if updated else None), tuple(evidence)


def _best(said: list[Testimony]) -> Testimony | None:
    """The first testimony, made exact by a later one that tells the same day's time."""
    if not said:
        return None
    first = said[0]
    if isinstance(first.moment, dt.datetime) and first.moment.tzinfo is not None:
        return first
    day = first.moment.date() if isinstance(first.moment, dt.datetime) else first.moment
    for other in said[1:]:
        moment = other.moment
        if isinstance(moment, dt.datetime) and moment.date() == day and (moment.tzinfo is not None or not isinstance(first.moment, dt.datetime)):
            return other
    return first


def _in_the_future(moment: Moment, reference: dt.datetime | None) -> bool:
    if reference is None:
        return False
    day = moment.date() if isinstance(moment, dt.datetime) else moment
    return day > reference.date()


def _testimonies(desk: Desk) -> Iterator[Testimony]:
    yield from _from_head(desk)
    yield from _from_lines(desk)
    yield from _from_url(desk)


def _from_head(desk: Desk) -> Iterator[Testimony]:
    story = desk.witnesses.story
    zone = desk.profile.timezone if desk.profile is not None else None
    for names, updated in ((("datePublished",), False), (("dateCreated",), False), (("dateModified",), True)):
        for witness in desk.witnesses.item(story, *names):
            moment = _stated(witness.value, zone)
            if moment is not None:
                yield Testimony(moment, witness.raw, witness.source, updated)
    for metas, updated in ((_PUBLISHED, False), (_UPDATED, True)):
        for witness in desk.witnesses.meta(*metas):
            moment = _stated(witness.value, zone)
            if moment is not None:
                yield Testimony(moment, witness.raw, witness.source, updated)


def _stated(value: object, zone: str | None) -> Moment | None:
    """A moment of the head; a midnight without a zone is a day."""
    moment = parse_moment(value, zone=zone)
    if isinstance(moment, dt.datetime) and (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return moment.date() if moment.tzinfo is None else moment
    return moment


def _from_lines(desk: Desk) -> Iterator[Testimony]:
    languages = _languages(desk)
    zone = desk.profile.timezone if desk.profile is not None else None
    for piece in desk.labelled(Label.DATE):
        block = desk.block(piece)
        for mark in desk.view.marks(block) if block.inline else ():
            if mark.datetime and mark.tag == "time":
                moment = parse_moment(mark.datetime, zone=zone)
                if moment is not None:
                    raw, source = desk.spot(block, mark.start, mark.end, piece.score, "time element")
                    yield Testimony(moment, raw, source, _updated_before(block.text, mark.start, languages))
        for found in find_dates(block.text, languages):
            raw, source = desk.spot(block, found.start, found.end, piece.score, piece.reason)
            yield Testimony(in_zone(found.moment, zone) or found.moment, raw, source, found.updated)
        if desk.reference is not None and is_relative(block.text):
            moment = parse_moment(block.text, languages=languages, reference=desk.reference, zone=zone)
            if moment is not None:
                raw, source = desk.place(piece)
                yield Testimony(moment, raw, source, None)


def _updated_before(text: str, start: int, languages: tuple[str, ...]) -> bool | None:
    """Whether the words before a `time` element call it an update."""
    probe = f"{text[:start]} 2000-01-01"
    found: list[FoundDate] = list(find_dates(probe, languages))
    return found[-1].updated if found else None


def _from_url(desk: Desk) -> Iterator[Testimony]:
    url = desk.page.url or ""
    match = _IN_URL.search(url)
    if match is None:
        return
    year, month, day = (int(part) for part in match.groups() if part)
    try:
        moment = dt.date(year, month, day)
    except ValueError:
        return
    yield Testimony(moment, match.group().strip("/"), Source(Origin.URL, where=match.group().strip("/"), score=0.6, reason="the date in the URL"), False)


def _languages(desk: Desk) -> tuple[str, ...]:
    found = [desk.profile.language if desk.profile is not None else None, desk.page.head.language]
    return tuple(language for language in found if language)
