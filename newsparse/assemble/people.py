"""Bylines: the persons, agencies and desks that the page or its head names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from newsparse.assemble.context import AssemblyContext
from newsparse.assemble.naming import forms, own_names
from newsparse.assemble.opening_byline import opening_byline
from newsparse.blocks import Block
from newsparse.errors import quoted
from newsparse.fields.byline_han import is_editor
from newsparse.fields.bylines import unread_parts
from newsparse.fields.persons import is_name
from newsparse.lexicon.agencies import agency_of
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.languages import spoken
from newsparse.profiles.registry import host_of
from newsparse.records import (
    Author,
    Byline,
    Dateline,
    Label,
    Masthead,
    Origin,
    ParseWarning,
    Place,
    Source,
    Span,
    WarningCode,
)
from newsparse.segmenters.claims import Piece
from newsparse.textual import any_of, normalize

_BYLINE: Final = bit("byline")
_FILED: Final = "where the byline says the story was filed"
_NAMED_FIRST: Final = re.compile(r"([^:]{4,40}): \S")
_OPINION: Final = re.compile(
    rf"\b{any_of(spoken(lambda language: language.opinion_words))}\b", re.IGNORECASE
)
_CATALOGUED: Final = re.compile(r"([^\W\d_][\w'’ -]{1,30}), ([^\W\d_][\w.'’ -]{0,30})")
_FAMILY_FIRST: Final = re.compile(rf"{_CATALOGUED.pattern}(?:; {_CATALOGUED.pattern}){{0,9}}")
_TOP_LEVEL = re.compile(r"\.(?:com|net|org|co\.uk|de|at|ch|fr|es|it|nl|be|eu|is|no|se|dk|pl|cz)$")


def bylines(context: AssemblyContext) -> tuple[Byline, ...]:
    """The printed bylines; where the page prints none that names a person, also what the head
    says. Editors in charge sign where nobody else does."""
    found = _printed(context)
    if any(map(_is_reported, found)):
        signed = tuple(byline for byline in found if not _is_edited(byline))
        return tuple(_without_own(byline, context) for byline in _with_houses(signed, context))
    opening = opening_byline(context)
    if opening is not None:
        signed = (opening, *(byline for byline in found if not byline.authors))
        return tuple(_without_own(byline, context) for byline in _with_houses(signed, context))
    if any(map(_is_edited, found)) and not _names_others(context.stated, found):
        return tuple(_without_own(byline, context) for byline in found)
    printed = tuple(_without_own(byline, context) for byline in found if not byline.authors)
    stated = context.stated or (_columnist(context) if not printed else None)
    named = any(byline.agency or _is_unread(byline) for byline in printed)
    if stated is None or (named and not stated.authors):
        return printed
    return (*printed, _without_own(stated, context))


def _is_edited(byline: Byline) -> bool:
    """Whether a byline names editors in charge and nobody else."""
    return bool(byline.authors) and all(is_editor(author.role) for author in byline.authors)


def _is_reported(byline: Byline) -> bool:
    """Whether a byline names somebody who is no editor in charge."""
    return bool(byline.authors) and not _is_edited(byline)


def _names_others(stated: Byline | None, printed: tuple[Byline, ...]) -> bool:
    """Whether the head states authors of whom none is named in the printed bylines."""
    if stated is None or not stated.authors:
        return False
    named = {normalize(name) for byline in printed for name in byline.names}
    return named.isdisjoint(map(normalize, stated.names))


def _without_own(byline: Byline, context: AssemblyContext) -> Byline:
    """A byline that names only the publication itself gets the desk "staff"; beside authors its
    name stays as printed."""
    if (
        byline.authors
        or byline.agency is None
        or not (forms(byline.agency) & own_names(context) or _is_address(byline.agency, context))
    ):
        return byline
    return attrs.evolve(byline, desk=byline.desk or "staff")


def _is_address(agency: str, context: AssemblyContext) -> bool:
    """Whether a publication's name is the page's host name, or the name inside it."""
    host = "".join(letter for letter in host_of(context.page.url) if letter.isalnum())
    letters = "".join(
        letter for letter in _TOP_LEVEL.sub("", normalize(agency)) if letter.isalnum()
    )
    return len(letters) > 4 and letters in host


def _columnist(context: AssemblyContext) -> Byline | None:
    """The columnist whose name and a colon start the headline of an opinion page."""
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
    """Whether kicker or notes say that the page is one person's opinion, or say more of that
    person."""
    texts = [context.text(piece) for piece in context.labelled(Label.KICKER, Label.NOTE)]
    return any(_OPINION.search(text) or text.startswith(name) for text in texts)


def _with_houses(printed: tuple[Byline, ...], context: AssemblyContext) -> tuple[Byline, ...]:
    """Bylines of persons and agencies. A line that only names a paper becomes the agency of the
    byline above it."""
    found: list[Byline] = []
    for byline in printed:
        if byline.authors or _is_unread(byline) or not _is_own(byline, context):
            found.append(byline)
        elif found and found[-1].authors and found[-1].agency is None and found[-1].desk is None:
            source = found[-1].source
            also = (*source.also, Span(byline.source.start, byline.source.end, byline.source.where))
            found[-1] = attrs.evolve(
                found[-1], agency=byline.agency, source=attrs.evolve(source, also=also)
            )
    return tuple(found)


def _is_unread(byline: Byline) -> bool:
    """Whether nothing in a byline's line could be read."""
    return not (byline.authors or byline.agency or byline.desk)


def unread(context: AssemblyContext) -> Iterator[ParseWarning]:
    """A warning for each printed byline that names somebody who could not be read."""
    for piece in context.labelled(Label.BYLINE):
        if not isinstance(piece.value, Byline):
            continue
        text = context.text(piece)
        parts = unread_parts(text, context.view.scene.facts.speaks)
        if parts or _is_unread(piece.value):
            yield ParseWarning(
                WarningCode.BYLINE_UNREAD, f"not read as names: {quoted(', '.join(parts) or text)}"
            )


def _is_own(byline: Byline, context: AssemblyContext) -> bool:
    """Whether a line without persons names only the publication, a desk or another paper."""
    found = agency_of(byline.agency or "")
    return found is None or not found.writes


def _printed(context: AssemblyContext) -> tuple[Byline, ...]:
    found: list[Byline] = []
    seen: set[str] = set()
    for piece in context.labelled(Label.BYLINE):
        parsed = _catalogued(context.block(piece)) or piece.value
        if not isinstance(parsed, Byline):
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
    """The byline that an archive's label introduces with the family names first (`Lin, Ada; Reyes,
    Bo`); None for any other."""
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
    return attrs.evolve(
        parsed,
        authors=tuple(authors),
        place=_filed_from(context, piece, parsed.place),
        raw=raw,
        source=source,
    )


def _filed_from(context: AssemblyContext, piece: Piece, place: Place | None) -> Place | None:
    """The place of a byline, with where the page prints it."""
    if place is None:
        return None
    start, end = place.source.start or 0, place.source.end or 0
    raw, source = context.spot(context.block(piece), start, end, piece.score, _FILED)
    return attrs.evolve(place, raw=raw, source=source)


def is_wire(
    context: AssemblyContext,
    bylines_: tuple[Byline, ...],
    dateline_: Dateline | None,
    masthead: Masthead | None,
) -> bool | None:
    """Whether a wire service wrote the story. True for an agency or wire desk other than the
    paper's own, False for the paper, its own agency or its staff, None where unknown."""
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
    """The paper's name and, where a profile states them, those of its own agency and desks,
    folded."""
    paper = frozenset((normalize(masthead.name),)) if masthead is not None else frozenset[str]()
    return paper | own_names(context) if context.profile is not None else paper
