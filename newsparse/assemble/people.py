"""Bylines and datelines: the persons, agencies and desks that the page or its head names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Any, Final

import attrs

from newsparse.assemble.desk import Desk
from newsparse.assemble.naming import forms, own_names
from newsparse.assemble.witnesses import Witness, Witnesses, written
from newsparse.blocks import Block
from newsparse.datelines import find_dateline
from newsparse.lexicon.agencies import agency_of
from newsparse.lexicon.classwords import bit
from newsparse.names import parse_byline
from newsparse.persons import is_name
from newsparse.profiles.registry import host_of
from newsparse.records import Author, Byline, Dateline, Label, Masthead, Origin, Source, Span
from newsparse.segmenters.byline import read
from newsparse.segmenters.claims import Piece
from newsparse.textual import key, url_path

_METAS: Final = (
    "dc:creator",
    "parsely-author",
    "sailthru.author",
    "sailthru.byline_name",
    "byl",
    "article:author",
    "author",
    "dc.creator",
    "dcterms.creator",
    "authors",
    "citation_author",
    "og:article:author",
    "twitter:creator:name",
    "cxenseparse:author",
    "article.author",
    "by",
)
_FIRST_PARAGRAPHS: Final = 3
_BYLINE: Final = bit("byline")
_NAMED_FIRST: Final = re.compile(r"([^:]{4,40}): \S")
_OPINION: Final = re.compile(
    r"\b(?:opinions?|columns?|columnist|commentary|editorial)\b", re.IGNORECASE
)
_CATALOGUED: Final = re.compile(r"([^\W\d_][\w'’ -]{1,30}), ([^\W\d_][\w.'’ -]{0,30})")
_FAMILY_FIRST: Final = re.compile(rf"{_CATALOGUED.pattern}(?:; {_CATALOGUED.pattern}){{0,9}}")


def bylines(desk: Desk) -> tuple[Byline, ...]:
    """The printed bylines; where the page prints none that names a person, also what the head says."""
    found = _printed(desk)
    if any(byline.authors for byline in found):
        return tuple(_without_own(byline, desk) for byline in _with_houses(found, desk))
    printed = tuple(_without_own(byline, desk) for byline in found)
    stated = desk.stated or (_columnist(desk) if not printed else None)
    if stated is None or (printed and not stated.authors):
        return printed
    return (*printed, _without_own(stated, desk))


def _without_own(byline: Byline, desk: Desk) -> Byline:
    """A line that names only the house itself is its staff's; beside persons the house stays as printed."""
    if (
        byline.authors
        or byline.agency is None
        or not (forms(byline.agency) & own_names(desk) or _is_address(byline.agency, desk))
    ):
        return byline
    return attrs.evolve(byline, desk=byline.desk or "staff")


_TOP_LEVEL = re.compile(r"\.(?:com|net|org|co\.uk|de|at|ch|fr|es|it|nl|be|eu|is|no|se|dk|pl|cz)$")


def _is_address(agency: str, desk: Desk) -> bool:
    """Whether a house's name is the page's own address, or the part of it that is a name."""
    host = "".join(letter for letter in host_of(desk.page.url) if letter.isalnum())
    letters = "".join(letter for letter in _TOP_LEVEL.sub("", key(agency)) if letter.isalnum())
    return len(letters) > 4 and letters in host


def _columnist(desk: Desk) -> Byline | None:
    """The columnist whose name and a colon open the headline of a page that says it is opinion."""
    for piece in desk.labelled(Label.HEADLINE):
        match = _NAMED_FIRST.match(desk.text(piece))
        if (
            piece.block == desk.view.headline
            and match
            and is_name(match[1])
            and _is_opinion(desk, match[1])
        ):
            raw, source = desk.place(piece, match.start(1), match.end(1))
            source = attrs.evolve(source, reason="opens the headline of a column")
            return Byline((Author(match[1], raw=raw, source=source),), raw=raw, source=source)
    return None


def _is_opinion(desk: Desk, name: str) -> bool:
    """Whether kicker or notes say that the page is one person's opinion, or say more of that person."""
    texts = [desk.text(piece) for piece in desk.labelled(Label.KICKER, Label.NOTE)]
    return any(_OPINION.search(text) or text.startswith(name) for text in texts)


def _with_houses(printed: tuple[Byline, ...], desk: Desk) -> tuple[Byline, ...]:
    """Bylines of persons and agencies; a line that only names a paper says for whom the persons above it write."""
    found: list[Byline] = []
    for byline in printed:
        if byline.authors or not _is_own(byline, desk):
            found.append(byline)
        elif found and found[-1].authors and found[-1].agency is None and found[-1].desk is None:
            source = found[-1].source
            also = (*source.also, Span(byline.source.start, byline.source.end, byline.source.where))
            found[-1] = attrs.evolve(
                found[-1], agency=byline.agency, source=attrs.evolve(source, also=also)
            )
    return tuple(found)


def _is_own(byline: Byline, desk: Desk) -> bool:
    """Whether a line without persons only names the house, a desk, or another paper: beside persons it says nothing."""
    found = agency_of(byline.agency or "")
    return found is None or not found.writes


def _printed(desk: Desk) -> tuple[Byline, ...]:
    found: list[Byline] = []
    seen: set[str] = set()
    for piece in desk.labelled(Label.BYLINE):
        parsed = _catalogued(desk.block(piece)) or read(
            desk.view, desk.block(piece), piece.start, piece.end
        )
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


def _catalogued(block: Block) -> Byline | None:
    """The byline that an archive's label introduces with the family names first (`Lin, Ada; Reyes, Bo`); None for any other."""
    if block.tag or not block.own & _BYLINE or not _FAMILY_FIRST.fullmatch(block.text):
        return None
    authors = tuple(
        Author(
            f"{match[2]} {match[1]}",
            raw=match[0],
            source=Source(Origin.TEXT, match.start(), match.end()),
        )
        for match in _CATALOGUED.finditer(block.text)
    )
    return Byline(authors) if all(is_name(author.name) for author in authors) else None


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
    """The byline that the head states: the first of JSON-LD and the `meta` names that names a person, else the
    first that names a house; None where nobody is named."""
    house: Byline | None = None
    for said in chain(
        [list(_json_authors(witnesses))],
        (_metas(witnesses, name) for name in _METAS if witnesses.has_meta(name)),
    ):
        found = _said(said, houses)
        if found is not None and found.authors:
            return found
        house = house or found
    return house


def _metas(witnesses: Witnesses, name: str) -> list[Witness]:
    """The `meta` of one name; many of them down in the page are the authors of what it cites."""
    said = list(witnesses.meta(name))
    cited = [witness for witness in said if "/body/" in (witness.source.where or "")]
    return said if len(cited) <= _FEW else [witness for witness in said if witness not in cited]


_FEW: Final = 3


def _said(said: list[Witness], houses: tuple[str, ...]) -> Byline | None:
    """The byline that statements of one kind make together."""
    authors: dict[str, Author] = {}
    agency = desk = None
    taken: list[Witness] = []
    for witness in said:
        text = witness.text
        if not text or "://" in text or len(text) > 200 or not any(map(str.isalpha, text)):
            continue
        if key(text) in houses or witness.source.reason.endswith(_OF_HOUSES):
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
        desk = desk or parsed.desk
        for author in parsed.authors:
            if key(author.name) not in houses:
                authors.setdefault(key(author.name), _named(author, witness))
        taken.append(witness)
    if not authors and not agency and not desk:
        return None
    also = tuple(
        Span(witness.source.start, witness.source.end, witness.source.where)
        for witness in taken[1:]
    )
    return Byline(
        tuple(authors.values()),
        agency,
        desk,
        taken[0].raw,
        attrs.evolve(taken[0].source, also=also),
    )


def _named(author: Author, witness: Witness) -> Author:
    """An author whom a statement names, placed in it: on a text page where the name stands, elsewhere at the statement."""
    source = witness.source
    if source.origin is not Origin.TEXT or source.start is None:
        return attrs.evolve(author, raw=written(author.raw, witness.raw), source=source)
    at = witness.raw.find(author.raw)
    if at < 0:
        return attrs.evolve(author, raw=witness.raw, source=source)
    start = source.start + at
    return attrs.evolve(
        author, source=attrs.evolve(source, start=start, end=start + len(author.raw))
    )


def _is_signature(text: str) -> bool:
    """Whether a statement of the head that is no name may be somebody's signature all the same."""
    return (
        2 <= len(text) <= 40
        and len(text.split()) <= 4
        and key(text) not in _NOBODY
        and "@" not in text
        and not _TEMPLATE.search(text)
    )


_TEMPLATE = re.compile(r"[a-z]\.[a-z]{1,20}\.[a-z]|[{}<>%$]|\d{4}|\.(?:com|org|net|de|co)\b")
"""Names of fields that a template left unfilled, user numbers, sites."""
_NOBODY: Final = frozenset(
    "admin administrator editor redaktion webmaster root user author none null undefined unknown anonymous default guest fail nachrichten news test "
    "system superuser wordpress website contributor site blog home web online press content".split()
)


def _json_authors(witnesses: Witnesses) -> Iterator[Witness]:
    for name in ("author", "creator"):
        for witness in witnesses.item(witnesses.story, name):
            value: Any = witness.value
            if isinstance(value, str):
                yield witness
            elif isinstance(value, Mapping):
                named = value.get("name")
                house = _ORGANIZATION in str(value.get("@type")).lower()
                for at, entry in enumerate(named if isinstance(named, list) else [named]):
                    if isinstance(entry, str):
                        where = (
                            f"{witness.source.where}/name/{at}"
                            if isinstance(named, list)
                            else f"{witness.source.where}/name"
                        )
                        reason = (
                            f"{witness.source.reason}{_OF_HOUSES}"
                            if house
                            else witness.source.reason
                        )
                        yield Witness(
                            entry, attrs.evolve(witness.source, where=where, reason=reason)
                        )


_ORGANIZATION: Final = "organization"
_OF_HOUSES: Final = ", an organization"


def dateline(desk: Desk) -> Dateline | None:
    """The dateline at the head of the deck or one of the first paragraphs, or on a line of its own before them."""
    body = desk.labelled(Label.BODY)[:_FIRST_PARAGRAPHS]
    around = cache(lambda: _around(desk))
    for piece in (*desk.labelled(Label.DECK), *_lines_before(desk, body), *body):
        found = find_dateline(desk.text(piece), around)
        if found is not None:
            start, end = found.source.start or 0, found.source.end or 0
            raw, source = desk.place(piece, start, end)
            return attrs.evolve(
                found,
                raw=raw,
                source=attrs.evolve(source, reason="stands at the head of the story"),
            )
    return next((_labelled_dateline(desk, piece) for piece in desk.labelled(Label.DATELINE)), None)


def _labelled_dateline(desk: Desk, piece: Piece) -> Dateline:
    """A dateline that the header states on a line of its own."""
    raw, source = desk.place(piece)
    return Dateline(desk.text(piece).rstrip(" ,-–—"), raw=raw, source=source)


def _lines_before(desk: Desk, body: list[Piece]) -> list[Piece]:
    """Short lines right before the story that nothing else claims: a city may stand there alone."""
    if not body:
        return []
    first = desk.pieces.index(body[0])
    near = desk.pieces[max(0, first - 2) : first] + desk.pieces[first + 1 : first + 2]
    return [
        piece
        for piece in near
        if piece.label is Label.FURNITURE and 3 < piece.end - piece.start <= _SHORT_LINE
    ]


def _around(desk: Desk) -> str:
    """The story's text but for the first words of its paragraphs, folded: where a city may stand again."""
    texts = [
        desk.text(piece)[_OPENING:]
        for piece in (*desk.labelled(Label.DECK), *desk.labelled(Label.BODY)[:_VOUCHING])
    ]
    titles = [desk.text(piece) for piece in desk.labelled(Label.HEADLINE, Label.KICKER)]
    topics = " ".join(f"in {topic}" for topic in _topics(desk))
    return " ".join((*desk.view.scene.titles, topics, key(" ".join((*titles, *texts))[:_WIDE])))


def _topics(desk: Desk) -> list[str]:
    """What the page files its story under, folded: keywords, section, the folders of its address."""
    said = [*desk.witnesses.meta("keywords", "news_keywords", "article:tag", "article:section")]
    for name in ("keywords", "articleSection"):
        said += desk.witnesses.item(desk.witnesses.story, name)
    words = [word for witness in said for word in re.split(r"[,;|/]", witness.text[:_WIDE])]
    return [
        key(word)
        for word in (*words, *url_path(desk.page.url).split("/")[:-1])
        if 3 < len(word) < 40
    ]


_OPENING: Final = 40
_VOUCHING: Final = 12
_WIDE: Final = 6_000
_SHORT_LINE: Final = 40


def is_wire(
    desk: Desk, bylines_: tuple[Byline, ...], dateline_: Dateline | None, masthead: Masthead | None
) -> bool | None:
    """Whether a wire wrote the story: True for an agency or wire desk that is not the paper itself, False for
    the paper, its own agency or its staff, None where unsure."""
    own = _own(desk, masthead)
    named = [byline.agency for byline in bylines_ if byline.agency]
    if dateline_ is not None and dateline_.agency:
        named.append(dateline_.agency)
    for agency in named:
        known = agency_of(agency)
        if known is not None and known.writes and not own & forms(agency):
            return True
    if any(byline.desk == "wire" for byline in bylines_):
        return True
    if any(byline.desk == "staff" for byline in bylines_) or any(
        own & forms(agency) for agency in named
    ):
        return False
    return None


def _own(desk: Desk, masthead: Masthead | None) -> frozenset[str]:
    """The paper's name and, where a profile states them, those of its own agency and desks, folded."""
    paper = frozenset((key(masthead.name),)) if masthead is not None else frozenset[str]()
    return paper | own_names(desk) if desk.profile is not None else paper
