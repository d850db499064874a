"""The dates that a page's head and its address state."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import attrs

from newsparse.assemble.context import AssemblyContext
from newsparse.assemble.dated import DateCue, DatedStatement
from newsparse.fields.dates import parse_moment
from newsparse.page import Item
from newsparse.read.statements import HeadStatement
from newsparse.records import Moment, Origin, Source

_FIRST: Final = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
)
"""Names of `meta` that only state the date of publication, most reliable first; patterns recognise
other names."""
_PUBLISHED = re.compile(
    r"publi[sc]h|pub.?date|^date$|dcs?(?:terms)?.?(?:date)?.?(?:created|issued|available)?$|"
    r"created?|issued|release.?date|posted|upload.?date|original.?date|recs.publishtime|bt.pubdate"
)
_UPDATED = re.compile(r"modif|updat|revis|lastmod")
_DATED = re.compile(
    r"date|time|modif|updat|revis|publish|created|issued|posted|pubdate|lastmod|^dc"
)
_NO_DATE = re.compile(
    r"publisher|expir|validator|event|start|end|birth|copyright|valid|fb:|theme|color|timezone|"
    r"timeout|readtime|reading|runtime|video:|music:|book:|profile:|language|author|creator|format|"
    r"type"
)
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_IN_URL: Final = (
    re.compile(r"(?<![\d])(?P<y>(?:19|20)\d{2})[/_.-](?P<m>\d{1,2})[/_.-](?P<d>\d{1,2})(?![\d])"),
    re.compile(
        rf"(?<![\d])(?P<y>(?:19|20)\d{{2}})/(?P<m>{'|'.join(_MONTHS)})/(?P<d>\d{{1,2}})(?![\d])"
    ),
    re.compile(r"(?<![\d])(?P<d>\d{1,2})[_.-](?P<m>\d{1,2})[_.-](?P<y>(?:19|20)\d{2})(?![\d])"),
    re.compile(
        r"(?<![\d])(?P<y>20\d{2}|199\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?![\d])"
    ),
)
"""Forms of dates in URLs, the surest first."""
_PAGES: Final = frozenset(
    "webpage itempage collectionpage medicalwebpage recipe product videoobject review book "
    "podcastepisode howto qapage question faqpage course event".split()
)


_KEYS: Final = (
    ("datePublished", False, DateCue.ITEM),
    ("dateCreated", False, DateCue.ITEM_CREATED),
    ("uploadDate", False, DateCue.ITEM_CREATED),
    ("dateModified", True, DateCue.ITEM),
)
"""Keys of an item, whether they state an update, and their cue."""


def from_head(context: AssemblyContext) -> Iterator[DatedStatement]:
    """What the head says of the story."""
    yield from _from_item(context, context.statements.story)
    zone = site_zone(context)
    for name, updated in _dated_metas(context):
        cue = DateCue.META if name in _FIRST else DateCue.OTHER_META
        for statement in context.statements.meta(name):
            yield from _said(statement, zone, updated, cue)


def _from_item(context: AssemblyContext, item: Item | None) -> Iterator[DatedStatement]:
    for name, updated, cue in _KEYS:
        for statement in context.statements.item(item, name):
            yield from _said(statement, site_zone(context), updated, cue)


def from_other_items(context: AssemblyContext) -> Iterator[DatedStatement]:
    """What JSON-LD says of the page itself, where it has no story."""
    if context.statements.story is None:
        for item in context.statements.items(_PAGES):
            for one in _from_item(context, item):
                yield attrs.evolve(one, cue=DateCue.OTHER_ITEM)


def _said(
    statement: HeadStatement, zone: str | None, updated: bool, cue: DateCue
) -> Iterator[DatedStatement]:
    moment = _stated(statement.value, zone)
    if moment is not None:
        yield DatedStatement(moment, statement.raw, statement.source, cue, updated)


def _dated_metas(context: AssemblyContext) -> list[tuple[str, bool]]:
    """The names of the page's `meta` elements that state a date, the surest first, and whether of
    an update."""
    found = [
        (name, updated)
        for name in dict.fromkeys(meta.name for meta in context.page.head.metas)
        if (updated := _sense(name)) is not None
    ]
    return sorted(
        found, key=lambda one: (one[1], _FIRST.index(one[0]) if one[0] in _FIRST else len(_FIRST))
    )


@lru_cache(maxsize=1024)
def _sense(name: str) -> bool | None:
    """Whether a `meta` of this name states an update (True) or a publication (False); None where it
    states no date.

    >>> _sense("article:published_time"), _sense("dcterms.modified"), _sense("viewport")
    (False, True, None)
    """
    if name in _FIRST:
        return False
    if not _DATED.search(name) or _NO_DATE.search(name):
        return None
    if _UPDATED.search(name):
        return True
    return False if _PUBLISHED.search(name) else None


def site_zone(context: AssemblyContext) -> str | None:
    """The zone that the site's profile states."""
    return context.profile.timezone if context.profile is not None else None


def _stated(value: object, zone: str | None) -> Moment | None:
    """A moment of the head; a midnight without a zone is a day."""
    moment = parse_moment(value, zone=zone)
    if isinstance(moment, dt.datetime) and (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return moment.date() if moment.tzinfo is None else moment
    return moment


def from_url(context: AssemblyContext) -> Iterator[DatedStatement]:
    """What the address says."""
    for url, where in _addresses(context):
        for form in _IN_URL:
            for match in form.finditer(url):
                month = match["m"]
                number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
                try:
                    moment = dt.date(int(match["y"]), number, int(match["d"]))
                except ValueError:
                    continue
                source = where or Source(
                    Origin.URL, where=match.group(), score=0.6, reason="the date in the URL"
                )
                yield DatedStatement(moment, match.group(), source, DateCue.URL, updated=False)
                return


def _addresses(context: AssemblyContext) -> Iterator[tuple[str, Source | None]]:
    """The page's address, then the ones that its head states, each with where it is stated."""
    if context.page.url:
        yield context.page.url, None
    for stated in (context.statements.canonical(), *context.statements.meta("og:url")):
        if stated is not None:
            yield stated.text, stated.source
