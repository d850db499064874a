"""Bylines and datelines: the persons, agencies and desks that the page or its head names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from newsparse.assemble.desk import Desk
from newsparse.assemble.naming import site_names
from newsparse.assemble.witnesses import Witness, Witnesses
from newsparse.datelines import parse_dateline
from newsparse.lexicon.agencies import agency_of
from newsparse.names import parse_byline
from newsparse.records import Author, Byline, Dateline, Label, Masthead, Span
from newsparse.segmenters.byline import read
from newsparse.segmenters.claims import Piece
from newsparse.textual import key

_METAS: Final = ("author", "article:author", "dc.creator", "sailthru.author", "parsely-author", "byl", "dc.creator", "authors", "citation_author", "og:article:author", "twitter:creator:name", "cxenseparse:author", "article.author", "by", "dcterms.creator")
_FIRST_PARAGRAPHS: Final = 3


def bylines(desk: Desk) -> tuple[Byline, ...]:
    """The printed bylines; where the page prints none that names a person, also what the head says."""
    printed = _printed(desk)
    if any(byline.authors for byline in printed):
        return tuple(byline for byline in printed if byline.authors or not _is_own(byline, desk))
    stated = stated_byline(desk.witnesses, site_names(desk))
    if stated is None or (printed and not stated.authors):
        return printed
    return (*printed, stated)


def _is_own(byline: Byline, desk: Desk) -> bool:
    """Whether a line without persons only repeats the name of the house, or of another paper."""
    agency = byline.agency or ""
    return bool(agency) and byline.desk is None and (key(agency) in site_names(desk) or not (found := agency_of(agency)) or not found.writes)


def _printed(desk: Desk) -> tuple[Byline, ...]:
    found: list[Byline] = []
    seen: set[str] = set()
    for piece in desk.labelled(Label.BYLINE):
        parsed = read(desk.view, desk.block(piece), piece.start, piece.end)
        if parsed is None:
            continue
        byline = _placed(desk, piece, parsed)
        fresh = [author for author in byline.authors if key(author.name) not in seen]
        if byline.authors and not fresh and not (byline.agency and key(byline.agency) not in seen):
            continue
        if not byline.authors and (key(byline.agency or byline.desk or "") in seen):
            continue
        seen.update(key(author.name) for author in byline.authors)
        seen.add(key(byline.agency or byline.desk or ""))
        found.append(attrs.evolve(byline, authors=tuple(fresh)))
    return tuple(found)


def _placed(desk: Desk, piece: Piece, parsed: Byline) -> Byline:
    """A byline parsed from a block's text, with places on the page."""
    raw, source = desk.place(piece)
    block = desk.block(piece)
    authors = []
    for author in parsed.authors:
        start, end = author.source.start or 0, author.source.end or 0
        shown, place = desk.spot(block, start, end, piece.score, "named in the byline")
        authors.append(attrs.evolve(author, raw=shown, source=place))
    return attrs.evolve(parsed, authors=tuple(authors), raw=raw, source=source)


def stated_byline(witnesses: Witnesses, houses: tuple[str, ...]) -> Byline | None:
    """The byline that the head states: JSON-LD first, then `meta`; None where it names nobody."""
    for said in (list(_json_authors(witnesses)), list(witnesses.meta(*_METAS))):
        authors: dict[str, Author] = {}
        agency = None
        taken: list[Witness] = []
        for witness in said:
            text = witness.text
            if not text or "://" in text or len(text) > 200:
                continue
            if key(text) in houses:
                agency = agency or text
                taken.append(witness)
                continue
            parsed = parse_byline(text, papers=houses, introduced=True)
            if parsed is None:
                if _is_signature(text):
                    authors.setdefault(key(text), Author(text, raw=witness.raw, source=witness.source))
                    taken.append(witness)
                continue
            agency = agency or parsed.agency
            for author in parsed.authors:
                if key(author.name) not in houses:
                    authors.setdefault(key(author.name), attrs.evolve(author, source=witness.source))
            taken.append(witness)
        if authors or agency:
            also = tuple(Span(where=witness.source.where) for witness in taken[1:])
            return Byline(tuple(authors.values()), agency, None, taken[0].raw, attrs.evolve(taken[0].source, also=also))
    return None


def _is_signature(text: str) -> bool:
    """Whether a statement of the head that is no name may be somebody's signature all the same."""
    return 2 <= len(text) <= 40 and len(text.split()) <= 4 and text.casefold() not in _NOBODY and "@" not in text


_NOBODY: Final = frozenset("admin administrator editor redaktion redaktion@ webmaster root user author none null undefined unknown anonymous default".split())


def _json_authors(witnesses: Witnesses) -> Iterator[Witness]:
    for name in ("author", "creator"):
        for witness in witnesses.item(witnesses.story, name):
            value: Any = witness.value
            if isinstance(value, str):
                yield witness
            elif isinstance(value, Mapping):
                named = value.get("name")
                for at, entry in enumerate(named if isinstance(named, list) else [named]):
                    if isinstance(entry, str):
                        where = f"{witness.source.where}/name/{at}" if isinstance(named, list) else f"{witness.source.where}/name"
                        yield Witness(entry, attrs.evolve(witness.source, where=where))


def dateline(desk: Desk) -> Dateline | None:
    """The dateline at the head of one of the first paragraphs."""
    body = desk.labelled(Label.BODY)
    for piece in body[:_FIRST_PARAGRAPHS]:
        found = parse_dateline(desk.text(piece))
        if found is not None:
            start, end = found.source.start or 0, found.source.end or 0
            raw, source = desk.place(piece, start, end)
            return attrs.evolve(found, raw=raw, source=attrs.evolve(source, reason="stands at the head of the story"))
    return None


def is_wire(bylines_: tuple[Byline, ...], dateline_: Dateline | None, masthead: Masthead | None) -> bool | None:
    """Whether a wire wrote the story: True for an agency or wire desk that is not the paper itself, False for
    the paper or its staff, None where unsure."""
    own = key(masthead.name) if masthead is not None else ""
    named = [byline.agency for byline in bylines_ if byline.agency]
    if dateline_ is not None and dateline_.agency:
        named.append(dateline_.agency)
    for agency in named:
        known = agency_of(agency)
        if known is not None and known.writes and key(known.name) != own and key(agency) != own:
            return True
    if any(byline.desk == "wire" for byline in bylines_):
        return True
    if any(byline.desk == "staff" for byline in bylines_) or any(key(agency) == own for agency in named if own):
        return False
    return None
