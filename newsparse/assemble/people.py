"""Bylines and datelines: the persons, agencies and desks that the page or its head names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Any, Final

import attrs

from newsparse.assemble.context import AssemblyContext
from newsparse.assemble.naming import forms, own_names
from newsparse.blocks import Block
from newsparse.fields.bylines import parse_byline
from newsparse.fields.datelines import find_dateline
from newsparse.fields.persons import is_name
from newsparse.lexicon.agencies import agency_of
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.languages import spoken
from newsparse.profiles.registry import host_of
from newsparse.read.statements import HeadStatement, HeadStatements, written
from newsparse.records import Author, Byline, Dateline, Label, Masthead, Origin, Source, Span
from newsparse.segmenters.byline import read
from newsparse.segmenters.claims import Piece
from newsparse.textual import any_of, normalize, url_path

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
    rf"\b{any_of(spoken(lambda language: language.opinion_words))}\b", re.IGNORECASE
)
_CATALOGUED: Final = re.compile(r"([^\W\d_][\w'’ -]{1,30}), ([^\W\d_][\w.'’ -]{0,30})")
_FAMILY_FIRST: Final = re.compile(rf"{_CATALOGUED.pattern}(?:; {_CATALOGUED.pattern}){{0,9}}")


def bylines(context: AssemblyContext) -> tuple[Byline, ...]:
    """The printed bylines; where the page prints none that names a person, also what the head says."""
    found = _printed(context)
    if any(byline.authors for byline in found):
        return tuple(_without_own(byline, context) for byline in _with_houses(found, context))
    printed = tuple(_without_own(byline, context) for byline in found)
    stated = context.stated or (_columnist(context) if not printed else None)
    if stated is None or (printed and not stated.authors):
        return printed
    return (*printed, _without_own(stated, context))


def _without_own(byline: Byline, context: AssemblyContext) -> Byline:
    """A line that names only the house itself is its staff's; beside persons the house stays as printed."""
    if (
        byline.authors
        or byline.agency is None
        or not (forms(byline.agency) & own_names(context) or _is_address(byline.agency, context))
    ):
        return byline
    return attrs.evolve(byline, desk=byline.desk or "staff")


_TOP_LEVEL = re.compile(r"\.(?:com|net|org|co\.uk|de|at|ch|fr|es|it|nl|be|eu|is|no|se|dk|pl|cz)$")


def _is_address(agency: str, context: AssemblyContext) -> bool:
    """Whether a house's name is the page's own address, or the part of it that is a name."""
    host = "".join(letter for letter in host_of(context.page.url) if letter.isalnum())
    letters = "".join(
        letter for letter in _TOP_LEVEL.sub("", normalize(agency)) if letter.isalnum()
    )
    return len(letters) > 4 and letters in host


def _columnist(context: AssemblyContext) -> Byline | None:
    """The columnist whose name and a colon open the headline of a page that says it is opinion."""
    for piece in context.labelled(Label.HEADLINE):
        match = _NAMED_FIRST.match(context.text(piece))
        if (
            piece.block == context.view.headline
            and match
            and is_name(match[1])
            and _is_opinion(context, match[1])
        ):
            raw, source = context.place(piece, match.start(1), match.end(1))
            source = attrs.evolve(source, reason="opens the headline of a column")
            return Byline((Author(match[1], raw=raw, source=source),), raw=raw, source=source)
    return None


def _is_opinion(context: AssemblyContext, name: str) -> bool:
    """Whether kicker or notes say that the page is one person's opinion, or say more of that person."""
    texts = [context.text(piece) for piece in context.labelled(Label.KICKER, Label.NOTE)]
    return any(_OPINION.search(text) or text.startswith(name) for text in texts)


def _with_houses(printed: tuple[Byline, ...], context: AssemblyContext) -> tuple[Byline, ...]:
    """Bylines of persons and agencies; a line that only names a paper says for whom the persons above it write."""
    found: list[Byline] = []
    for byline in printed:
        if byline.authors or not _is_own(byline, context):
            found.append(byline)
        elif found and found[-1].authors and found[-1].agency is None and found[-1].desk is None:
            source = found[-1].source
            also = (*source.also, Span(byline.source.start, byline.source.end, byline.source.where))
            found[-1] = attrs.evolve(
                found[-1], agency=byline.agency, source=attrs.evolve(source, also=also)
            )
    return tuple(found)


def _is_own(byline: Byline, context: AssemblyContext) -> bool:
    """Whether a line without persons only names the house, a desk, or another paper: beside persons it says nothing."""
    found = agency_of(byline.agency or "")
    return found is None or not found.writes


def _printed(context: AssemblyContext) -> tuple[Byline, ...]:
    found: list[Byline] = []
    seen: set[str] = set()
    for piece in context.labelled(Label.BYLINE):
        parsed = _catalogued(context.block(piece)) or read(
            context.view, context.block(piece), piece.start, piece.end
        )
        if parsed is None:
            continue
        byline = _placed(context, piece, parsed)
        fresh = [author for author in byline.authors if normalize(author.name) not in seen]
        if (
            byline.authors
            and not fresh
            and not (byline.agency and normalize(byline.agency) not in seen)
        ):
            continue
        if not byline.authors and (normalize(byline.agency or byline.desk or "") in seen):
            continue
        seen.update(normalize(author.name) for author in byline.authors)
        seen.add(normalize(byline.agency or byline.desk or ""))
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


def _placed(context: AssemblyContext, piece: Piece, parsed: Byline) -> Byline:
    """A byline parsed from a block's text, with places on the page."""
    raw, source = context.place(piece)
    block = context.block(piece)
    authors = []
    for author in parsed.authors:
        start, end = author.source.start or 0, author.source.end or 0
        shown, place = context.spot(block, start, end, piece.score, "named in the byline")
        authors.append(attrs.evolve(author, raw=shown, source=place))
    return attrs.evolve(parsed, authors=tuple(authors), raw=raw, source=source)


def stated_byline(statements: HeadStatements, houses: tuple[str, ...]) -> Byline | None:
    """The byline that the head states: the first of JSON-LD and the `meta` names that names a person, else the
    first that names a house; None where nobody is named."""
    house: Byline | None = None
    for said in chain(
        [list(_json_authors(statements))],
        (_metas(statements, name) for name in _METAS if statements.has_meta(name)),
    ):
        found = _said(said, houses)
        if found is not None and found.authors:
            return found
        house = house or found
    return house


def _metas(statements: HeadStatements, name: str) -> list[HeadStatement]:
    """The `meta` of one name; many of them down in the page are the authors of what it cites."""
    said = list(statements.meta(name))
    cited = [statement for statement in said if "/body/" in (statement.source.where or "")]
    return (
        said if len(cited) <= _FEW else [statement for statement in said if statement not in cited]
    )


_FEW: Final = 3


def _said(said: list[HeadStatement], houses: tuple[str, ...]) -> Byline | None:
    """The byline that statements of one kind make together."""
    authors: dict[str, Author] = {}
    agency = desk = None
    taken: list[HeadStatement] = []
    for statement in said:
        text = statement.text
        if not text or "://" in text or len(text) > 200 or not any(map(str.isalpha, text)):
            continue
        if normalize(text) in houses or statement.source.reason.endswith(_OF_HOUSES):
            agency = agency or text
            taken.append(statement)
            continue
        parsed = parse_byline(text, papers=houses, introduced=True)
        if parsed is None:
            if _is_signature(text):
                authors.setdefault(
                    normalize(text), Author(text, raw=statement.raw, source=statement.source)
                )
                taken.append(statement)
            continue
        agency = agency or parsed.agency
        desk = desk or parsed.desk
        for author in parsed.authors:
            if normalize(author.name) not in houses:
                authors.setdefault(normalize(author.name), _named(author, statement))
        taken.append(statement)
    if not authors and not agency and not desk:
        return None
    also = tuple(
        Span(statement.source.start, statement.source.end, statement.source.where)
        for statement in taken[1:]
    )
    return Byline(
        tuple(authors.values()),
        agency,
        desk,
        taken[0].raw,
        attrs.evolve(taken[0].source, also=also),
    )


def _named(author: Author, statement: HeadStatement) -> Author:
    """An author whom a statement names, placed in it: on a text page where the name stands, elsewhere at the statement."""
    source = statement.source
    if source.origin is not Origin.TEXT or source.start is None:
        return attrs.evolve(author, raw=written(author.raw, statement.raw), source=source)
    at = statement.raw.find(author.raw)
    if at < 0:
        return attrs.evolve(author, raw=statement.raw, source=source)
    start = source.start + at
    return attrs.evolve(
        author, source=attrs.evolve(source, start=start, end=start + len(author.raw))
    )


def _is_signature(text: str) -> bool:
    """Whether a statement of the head that is no name may be somebody's signature all the same."""
    return (
        2 <= len(text) <= 40
        and len(text.split()) <= 4
        and normalize(text) not in _NOBODY
        and "@" not in text
        and not _TEMPLATE.search(text)
    )


_TEMPLATE = re.compile(r"[a-z]\.[a-z]{1,20}\.[a-z]|[{}<>%$]|\d{4}|\.(?:com|org|net|de|co)\b")
"""Names of fields that a template left unfilled, user numbers, sites."""
_NOBODY: Final = frozenset(spoken(lambda language: language.account_names))


def _json_authors(statements: HeadStatements) -> Iterator[HeadStatement]:
    for name in ("author", "creator"):
        for statement in statements.item(statements.story, name):
            value: Any = statement.value
            if isinstance(value, str):
                yield statement
            elif isinstance(value, Mapping):
                named = value.get("name")
                house = _ORGANIZATION in str(value.get("@type")).lower()
                for at, entry in enumerate(named if isinstance(named, list) else [named]):
                    if isinstance(entry, str):
                        where = (
                            f"{statement.source.where}/name/{at}"
                            if isinstance(named, list)
                            else f"{statement.source.where}/name"
                        )
                        reason = (
                            f"{statement.source.reason}{_OF_HOUSES}"
                            if house
                            else statement.source.reason
                        )
                        yield HeadStatement(
                            entry, attrs.evolve(statement.source, where=where, reason=reason)
                        )


_ORGANIZATION: Final = "organization"
_OF_HOUSES: Final = ", an organization"


def dateline(context: AssemblyContext) -> Dateline | None:
    """The dateline at the head of the deck or one of the first paragraphs, or on a line of its own before them."""
    body = context.labelled(Label.BODY)[:_FIRST_PARAGRAPHS]
    around = cache(lambda: _around(context))
    for piece in (*context.labelled(Label.DECK), *_lines_before(context, body), *body):
        found = find_dateline(context.text(piece), around)
        if found is not None:
            start, end = found.source.start or 0, found.source.end or 0
            raw, source = context.place(piece, start, end)
            return attrs.evolve(
                found,
                raw=raw,
                source=attrs.evolve(source, reason="stands at the head of the story"),
            )
    return next(
        (_labelled_dateline(context, piece) for piece in context.labelled(Label.DATELINE)), None
    )


def _labelled_dateline(context: AssemblyContext, piece: Piece) -> Dateline:
    """A dateline that the header states on a line of its own."""
    raw, source = context.place(piece)
    return Dateline(context.text(piece).rstrip(" ,-–—"), raw=raw, source=source)


def _lines_before(context: AssemblyContext, body: list[Piece]) -> list[Piece]:
    """Short lines right before the story that nothing else claims: a city may stand there alone."""
    if not body:
        return []
    first = context.pieces.index(body[0])
    near = context.pieces[max(0, first - 2) : first] + context.pieces[first + 1 : first + 2]
    return [
        piece
        for piece in near
        if piece.label is Label.FURNITURE and 3 < piece.end - piece.start <= _SHORT_LINE
    ]


def _around(context: AssemblyContext) -> str:
    """The story's text but for the first words of its paragraphs, folded: where a city may stand again."""
    texts = [
        context.text(piece)[_OPENING:]
        for piece in (*context.labelled(Label.DECK), *context.labelled(Label.BODY)[:_VOUCHING])
    ]
    titles = [context.text(piece) for piece in context.labelled(Label.HEADLINE, Label.KICKER)]
    topics = " ".join(f"in {topic}" for topic in _topics(context))
    return " ".join(
        (*context.view.scene.titles, topics, normalize(" ".join((*titles, *texts))[:_WIDE]))
    )


def _topics(context: AssemblyContext) -> list[str]:
    """What the page files its story under, folded: keywords, section, the folders of its address."""
    said = [*context.statements.meta("keywords", "news_keywords", "article:tag", "article:section")]
    for name in ("keywords", "articleSection"):
        said += context.statements.item(context.statements.story, name)
    words = [word for statement in said for word in re.split(r"[,;|/]", statement.text[:_WIDE])]
    return [
        normalize(word)
        for word in (*words, *url_path(context.page.url).split("/")[:-1])
        if 3 < len(word) < 40
    ]


_OPENING: Final = 40
_VOUCHING: Final = 12
_WIDE: Final = 6_000
_SHORT_LINE: Final = 40


def is_wire(
    context: AssemblyContext,
    bylines_: tuple[Byline, ...],
    dateline_: Dateline | None,
    masthead: Masthead | None,
) -> bool | None:
    """Whether a wire wrote the story: True for an agency or wire desk that is not the paper itself, False for
    the paper, its own agency or its staff, None where unsure."""
    own = _own(context, masthead)
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


def _own(context: AssemblyContext, masthead: Masthead | None) -> frozenset[str]:
    """The paper's name and, where a profile states them, those of its own agency and desks, folded."""
    paper = frozenset((normalize(masthead.name),)) if masthead is not None else frozenset[str]()
    return paper | own_names(context) if context.profile is not None else paper
