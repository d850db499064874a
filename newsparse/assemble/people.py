"""Bylines and datelines: the persons, agencies and desks that the page or its head names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from newsparse.assemble.desk import Desk
from newsparse.assemble.naming import site_names
from newsparse.assemble.witnesses import Witness
from newsparse.datelines import parse_dateline
from newsparse.lexicon.agencies import agency_of
from newsparse.names import parse_byline
from newsparse.records import Author, Byline, Dateline, Label, Masthead, Source
from newsparse.segmenters.byline import read
from newsparse.segmenters.claims import Piece
from newsparse.textual import key

_METAS: Final = ("author", "article:author", "dc.creator", "sailthru.author", "parsely-author", "byl", "dc.creator", "authors", "citation_author", "og:article:author", "twitter:creator:name", "cxenseparse:author", "article.author", "by", "dcterms.creator")
_FIRST_PARAGRAPHS: Final = 3


def bylines(desk: Desk) -> tuple[Byline, ...]:
    """The printed bylines; where the page prints none that names somebody, what the head says."""
    printed = _printed(desk)
    stated = _stated(desk)
    if any(byline.authors for byline in printed):
        return printed
    if stated is not None and (stated.authors or not printed):
        return (stated,) if not printed else (*printed, stated) if stated.authors else printed
    return printed


def _printed(desk: Desk) -> tuple[Byline, ...]:
    found: list[Byline] = []
    seen: set[str] = set()
    for piece in desk.labelled(Label.BYLINE):
        parsed = read(desk.view, desk.block(piece))
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


def _stated(desk: Desk) -> Byline | None:
    """The byline that the head states: JSON-LD first, then meta."""
    houses = site_names(desk)
    for witnesses in (list(_json_authors(desk)), list(desk.witnesses.meta(*_METAS))):
        authors: list[Author] = []
        agency = None
        raws: list[str] = []
        source: Source | None = None
        for witness in witnesses:
            text = witness.text
            if not text or "://" in text or len(text) > 200:
                continue
            parsed = parse_byline(text, papers=houses, introduced=True)
            if parsed is None:
                continue
            if not parsed.authors and key(text) in houses:
                agency = agency or text
            agency = agency or parsed.agency
            for author in parsed.authors:
                if key(author.name) not in {key(other.name) for other in authors} and key(author.name) not in houses:
                    authors.append(attrs.evolve(author, source=witness.source))
            raws.append(text)
            source = source or witness.source
        if source is not None and (authors or agency):
            return Byline(tuple(authors), agency, None, raws[0] if len(raws) == 1 else ", ".join(dict.fromkeys(raws)), source)
    return None


def _json_authors(desk: Desk) -> Iterator[Witness]:
    for name in ("author", "creator"):
        for witness in desk.witnesses.item(desk.witnesses.story, name):
            value: Any = witness.value
            if isinstance(value, Mapping):
                named = value.get("name")
                for entry in named if isinstance(named, list) else [named]:
                    if isinstance(entry, str):
                        where = f"{witness.source.where}/name"
                        yield Witness(entry, attrs.evolve(witness.source, where=where if not isinstance(named, list) else witness.source.where))
            elif isinstance(value, str):
                yield witness


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
