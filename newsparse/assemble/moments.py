"""When the story was published and updated: statements weighed, and none of them invented."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

import attrs

from newsparse.assemble.context import AssemblyContext
from newsparse.assemble.plausible_dates import dropped, is_plausible
from newsparse.fields.dates import FoundDate, find_dates, find_relative, in_zone, parse_moment
from newsparse.page import Item
from newsparse.read.statements import HeadStatement
from newsparse.records import Evidence, Label, Moment, Origin, ParseWarning, Source
from newsparse.segmenters.claims import DatesFound, Piece, Placement

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
_FARTHEST: Final = dt.timedelta(hours=14)
_GLUE = re.compile(r"(?<=[a-z])(?=[A-Z])")


@attrs.frozen
class DatedStatement:
    """One statement of a date."""

    moment: Moment
    raw: str
    source: Source
    updated: bool | None
    relative: bool = False
    """Whether it was counted from the reference."""


def moments(
    context: AssemblyContext,
) -> tuple[Moment | None, Moment | None, tuple[Evidence, ...], tuple[ParseWarning, ...]]:
    """Published, updated, what they were read from, and a warning where a date was left out."""
    said: list[DatedStatement] = []
    late: list[str] = []
    for one in _statements(context):
        if is_plausible(one.moment, context.reference):
            said.append(one)
        else:
            late.append(one.raw)
    published = _best([one for one in said if one.updated is not True])
    updated = _best([one for one in said if one.updated is True])
    if published is None and updated is not None and not updated.relative:
        published, updated = updated, None
    evidence = []
    if published is not None:
        evidence.append(Evidence("published", published.raw, published.source))
    if updated is not None:
        evidence.append(Evidence("updated", updated.raw, updated.source))
    return (
        (published.moment if published else None),
        (updated.moment if updated else None),
        tuple(evidence),
        dropped(late, context.reference),
    )


def _best(said: list[DatedStatement]) -> DatedStatement | None:
    """The first statement, replaced by a later one that states the same moment more exactly or in
    local time."""
    if not said:
        return None
    first = said[0]
    if isinstance(first.moment, dt.datetime) and first.moment.tzinfo is not None:
        return _local(first, said[1:]) if not first.moment.utcoffset() else first
    day = first.moment.date() if isinstance(first.moment, dt.datetime) else first.moment
    for other in said[1:]:
        moment = other.moment
        if (
            isinstance(moment, dt.datetime)
            and moment.date() == day
            and (moment.tzinfo is not None or not isinstance(first.moment, dt.datetime))
        ):
            return other
    return first


def _local(first: DatedStatement, others: list[DatedStatement]) -> DatedStatement:
    """A moment stated in UTC, as the page's own clock shows it where it does.

    A time printed without a zone that differs from the stated instant by whole quarters of an hour
    is that instant on the newsroom's clock; the difference is the offset, as the page gives it.
    """
    instant = first.moment
    assert isinstance(instant, dt.datetime)
    for other in others:
        moment = other.moment
        if other.source.origin is not Origin.DOM or not isinstance(moment, dt.datetime):
            continue
        if moment.tzinfo is not None:
            if moment.utcoffset() and abs(moment - instant) < dt.timedelta(minutes=1):
                return attrs.evolve(first, moment=instant.astimezone(moment.tzinfo))
            continue
        offset = moment - instant.replace(tzinfo=None, second=0, microsecond=0)
        if offset and abs(offset) <= _FARTHEST and not offset % dt.timedelta(minutes=30):
            return attrs.evolve(first, moment=instant.astimezone(dt.timezone(offset)))
    return first


def _statements(context: AssemblyContext) -> Iterator[DatedStatement]:
    """All statements of a date, the most trusted first."""
    pieces = _dated_pieces(context)
    near = [piece for piece in pieces if not _is_fallback(piece)]
    yield from _from_head(context)
    yield from _from_lines(context, near)
    yield from _from_url(context)
    yield from _from_other_items(context)
    yield from _from_lines(context, [piece for piece in pieces if _is_fallback(piece)])


def _dated_pieces(context: AssemblyContext) -> list[Piece]:
    """The first piece of each line that may state a date: of date lines, then of bylines."""
    found: dict[int, Piece] = {}
    for piece in (*context.labelled(Label.DATE), *context.labelled(Label.BYLINE)):
        found.setdefault(piece.block, piece)
    return list(found.values())


def _is_fallback(piece: Piece) -> bool:
    """Whether a piece's date only counts where nothing else is dated."""
    return isinstance(piece.value, DatesFound) and piece.value.placement is Placement.FALLBACK


_KEYS: Final = (
    ("datePublished", False),
    ("dateCreated", False),
    ("uploadDate", False),
    ("dateModified", True),
)


def _from_head(context: AssemblyContext) -> Iterator[DatedStatement]:
    yield from _from_item(context, context.statements.story)
    zone = _zone(context)
    for name, updated in _dated_metas(context):
        for statement in context.statements.meta(name):
            yield from _said(statement, zone, updated)


def _from_item(context: AssemblyContext, item: Item | None) -> Iterator[DatedStatement]:
    for name, updated in _KEYS:
        for statement in context.statements.item(item, name):
            yield from _said(statement, _zone(context), updated)


def _from_other_items(context: AssemblyContext) -> Iterator[DatedStatement]:
    """What JSON-LD says of the page itself, where it has no story."""
    if context.statements.story is None:
        for item in context.statements.items(_PAGES):
            yield from _from_item(context, item)


def _said(statement: HeadStatement, zone: str | None, updated: bool) -> Iterator[DatedStatement]:
    moment = _stated(statement.value, zone)
    if moment is not None:
        yield DatedStatement(moment, statement.raw, statement.source, updated)


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


def _zone(context: AssemblyContext) -> str | None:
    return context.profile.timezone if context.profile is not None else None


def _stated(value: object, zone: str | None) -> Moment | None:
    """A moment of the head; a midnight without a zone is a day."""
    moment = parse_moment(value, zone=zone)
    if isinstance(moment, dt.datetime) and (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return moment.date() if moment.tzinfo is None else moment
    return moment


def _from_lines(context: AssemblyContext, pieces: list[Piece]) -> Iterator[DatedStatement]:
    """What lines of the page state: by their `time` elements, their dates, their words for how long
    ago."""
    for piece in pieces:
        yield from _from_elements(context, piece)
        yield from _from_dates(context, piece)
        if context.reference is not None:
            yield from _from_relative(context, piece, context.reference)


def _from_elements(context: AssemblyContext, piece: Piece) -> Iterator[DatedStatement]:
    block = context.block(piece)
    for mark in context.view.marks(block) if block.inline else ():
        if mark.datetime and mark.tag == "time":
            moment = parse_moment(mark.datetime, zone=_zone(context))
            if moment is not None:
                raw, source = context.spot(block, mark.start, mark.end, piece.score, "time element")
                updated = _updated_before(block.text, mark.start, _languages(context))
                yield DatedStatement(moment, raw, source, updated)


def _from_dates(context: AssemblyContext, piece: Piece) -> Iterator[DatedStatement]:
    block, zone = context.block(piece), _zone(context)
    for start, found in _dates_in(context, piece):
        raw, source = context.spot(
            block, start + found.start, start + found.end, piece.score, piece.reason
        )
        moment = in_zone(found.moment, zone) or found.moment
        yield DatedStatement(moment, raw, source, found.updated)


def _from_relative(
    context: AssemblyContext, piece: Piece, reference: dt.datetime
) -> Iterator[DatedStatement]:
    block, zone = context.block(piece), _zone(context)
    for found in find_relative(block.text, reference, _languages(context)):
        raw, source = context.spot(block, found.start, found.end, piece.score, piece.reason)
        moment = in_zone(found.moment, zone) or found.moment
        yield DatedStatement(moment, raw, source, found.updated, relative=True)


def _dates_in(context: AssemblyContext, piece: Piece) -> Iterator[tuple[int, FoundDate]]:
    """The dates of a piece's line, each with where it is counted from; a byline may have its date
    glued to it (`Associated PressApril 28, 2023`)."""
    text, languages = context.block(piece).text, _languages(context)
    found = [(0, one) for one in _whole_dates(context, piece, languages)]
    if not found and piece.label is Label.BYLINE and any(map(str.isdigit, text)):
        found = [
            (match.start(), one)
            for match in _GLUE.finditer(text)
            for one in find_dates(text[match.start() :], languages)
        ][:1]
    yield from found


def _whole_dates(
    context: AssemblyContext, piece: Piece, languages: tuple[str, ...]
) -> Iterable[FoundDate]:
    """The dates that a line's claim holds, or that its words have; read again only in another
    language of a profile."""
    if languages[:1] != _stated_language(context):
        return find_dates(context.block(piece).text, languages)
    if isinstance(piece.value, DatesFound):
        return piece.value.dates
    return context.view.facts(piece.block).dates


def _stated_language(context: AssemblyContext) -> tuple[str, ...]:
    language = context.page.head.language
    return (language,) if language else ()


def _updated_before(text: str, start: int, languages: tuple[str, ...]) -> bool | None:
    """Whether the words before a `time` element call it an update."""
    probe = f"{text[:start]} 2000-01-01"
    found: list[FoundDate] = list(find_dates(probe, languages))
    return found[-1].updated if found else None


def _from_url(context: AssemblyContext) -> Iterator[DatedStatement]:
    url = context.page.url or context.page.head.canonical
    canonical = context.statements.canonical() if not context.page.url else None
    for form in _IN_URL:
        for match in form.finditer(url):
            month = match["m"]
            number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
            try:
                moment = dt.date(int(match["y"]), number, int(match["d"]))
            except ValueError:
                continue
            source = (
                Source(Origin.URL, where=match.group(), score=0.6, reason="the date in the URL")
                if canonical is None
                else canonical.source
            )
            yield DatedStatement(moment, match.group(), source, False)
            return


def _languages(context: AssemblyContext) -> tuple[str, ...]:
    found = [
        context.profile.language if context.profile is not None else None,
        context.page.head.language,
    ]
    return tuple(language for language in found if language)
