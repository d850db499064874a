"""Kicker, deck and masthead: how the page names the paper and introduces the story."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from newsparse.assemble.context import AssemblyContext
from newsparse.assemble.house import house
from newsparse.fields.dates import find_dates
from newsparse.lexicon.agencies import canonical_agency
from newsparse.lexicon.languages import spoken
from newsparse.read.statements import HeadStatement, HeadStatements
from newsparse.records import Deck, Kicker, Label, Masthead, Origin, Source
from newsparse.segmenters.claims import Piece
from newsparse.textual import any_of, normalize

_DIVIDER = re.compile(r"\s[|–—·•»~:*/-]{1,3}\s|\s?[|»ㅣ｜]\s?|:\s|_{1,2}")
"""What stands between a headline and the site's name."""
_LAST_PART = re.compile(r"(?<=[^\s|])\s?\|\s?(?=[^|]+$)")
"""The divider of a last part that is a name's wherever it is short."""
_MOST_WORDS_OF_LAST_PART: Final = 4
_DIVIDERS: Final = " |–—·•»:ㅣ｜-~_*/"
_TRAIL = re.compile(r"[>›»|·•/]")
_DOUBTFUL: Final = 0.35
"""Lines at the top of the page go before a statement that scores at most this."""
_YEAR = re.compile(r"\b1[6-9]\d\d\b")
_FOUNDING: Final = any_of(spoken(lambda language: language.founding_words))
_FOUNDED = re.compile(rf"\b{_FOUNDING}\b", re.IGNORECASE)
_BEFORE_FOUNDED = re.compile(rf"(?<!\s)\s++{_FOUNDING}\b", re.IGNORECASE)
_PLACE = re.compile(r"^[A-ZÀ-Þ][\w.'’ -]{1,40},\s*[A-ZÀ-Þ][\w.'’ -]{1,30}$")


def own_names(context: AssemblyContext) -> frozenset[str]:
    """Normalised names under which the publication credits itself: the site's, and those of its
    services or desks in the profile."""
    agencies = context.profile.agencies if context.profile is not None else ()
    return frozenset(context.houses).union(*map(forms, agencies))


def forms(name: str) -> frozenset[str]:
    """A name and its canonical form as an agency, normalised."""
    return frozenset((normalize(name), normalize(canonical_agency(name))))


def house_names(statements: HeadStatements, publication: str = "") -> tuple[str, ...]:
    """Normalised names of the site or paper: those in the head, then `publication`."""
    found = [
        statement.text
        for statement in statements.meta(
            "og:site_name", "application-name", "apple-mobile-web-app-title", "publisher"
        )
    ]
    found += [
        statement.text for statement in statements.item(statements.story, "publisher", "name")
    ]
    found.append(publication)
    return tuple(dict.fromkeys(normalize(name) for name in found if name))


def without_site(title: str, names: tuple[str, ...]) -> str:
    """A title without the site's name, or a short last part, at its end.

    >>> without_site("Rain falls on Exampleton | The Example Herald", ("the example herald",))
    'Rain falls on Exampleton'
    >>> without_site("Herald: Rain falls ~ why", ("herald",))
    'Rain falls ~ why'
    """
    for divider in _DIVIDER.finditer(title):
        if normalize(title[divider.end() :].strip(_DIVIDERS)) in names:
            return title[: divider.start()].strip(_DIVIDERS)
    for divider in _DIVIDER.finditer(title):
        if normalize(title[: divider.start()].strip(_DIVIDERS)) in names:
            return title[divider.end() :].strip(_DIVIDERS)
    last = _LAST_PART.search(title)
    if last is not None and len(title[last.end() :].split()) <= _MOST_WORDS_OF_LAST_PART:
        return title[: last.start()].strip()
    return title


def kicker(context: AssemblyContext) -> Kicker | None:
    """The kicker on the page, with its path where it is a trail."""
    found = [
        piece for piece in context.labelled(Label.KICKER) if piece.block <= context.view.headline
    ]
    if not found:
        return None
    best = max(found, key=lambda piece: (piece.score, piece.block))
    text = context.text(best)
    raw, source = context.place(best)
    path = tuple(part for part in (part.strip() for part in _TRAIL.split(text)) if part)
    return Kicker(text, path if len(path) > 1 else (), raw, source)


def deck(context: AssemblyContext) -> Deck | None:
    """The deck on the page."""
    found = context.labelled(Label.DECK)
    if not found:
        return None
    best = max(found, key=lambda piece: (piece.score, -piece.block))
    raw, source = context.place(best)
    return Deck(" ".join(context.text(best).split()), raw, source)


def masthead(context: AssemblyContext) -> Masthead | None:
    """The paper's name, with place and founding date from its lines on the page, else from its
    profile."""
    lines = context.labelled(Label.MASTHEAD)
    profile = context.profile
    place: str | None = None
    established: dt.date | int | None = None
    for piece in lines:
        text = context.text(piece)
        date = _established(text)
        if date is not None and established is None:
            established = date
            place = _place(text) or place
        elif place is None and profile is not None and profile.place and profile.place in text:
            place = profile.place
    named = _named(context, lines)
    if profile is not None and profile.publication:
        place = place or profile.place or None
        established = established if established is not None else profile.founded
    if named is None:
        return None
    name, raw, source = named
    return Masthead(name, place, established, raw, source)


def _named(context: AssemblyContext, lines: list[Piece]) -> tuple[str, str, Source] | None:
    """Name, print and place of the masthead."""
    profile = context.profile
    if profile is not None and profile.publication:
        wanted = normalize(profile.publication)
        for piece in lines:
            if wanted in normalize(context.text(piece)):
                raw, source = context.place(piece)
                return profile.publication, raw, source
        for statement in _publishers(context):
            if normalize(statement.text) == wanted:
                return profile.publication, statement.raw, statement.source
        where = f"{profile.name}#publication"
        return (
            profile.publication,
            profile.publication,
            Source(Origin.PROFILE, where=where, reason="the profile's fact"),
        )
    found = house(context)
    if found is not None and found.score > _DOUBTFUL:
        return found.name, found.raw, found.source
    for piece in lines:
        text = re.sub(r"\s+Newspaper$", "", context.text(piece))
        if not _YEAR.search(text) and 3 <= len(text) <= 60:
            raw, source = context.place(piece)
            return text, raw, source
    return (found.name, found.raw, found.source) if found is not None else None


def _publishers(context: AssemblyContext) -> list[HeadStatement]:
    return [
        *context.statements.meta("og:site_name"),
        *context.statements.item(context.statements.story, "publisher", "name"),
        *context.statements.meta("application-name", "apple-mobile-web-app-title"),
    ]


def _established(text: str) -> dt.date | int | None:
    """The founding date in a masthead line, or its year."""
    match = _FOUNDED.search(text)
    if match is None:
        return None
    tail = text[match.end() :]
    date = next(find_dates(tail), None)
    if date is not None:
        return date.moment.date() if isinstance(date.moment, dt.datetime) else date.moment
    year = _YEAR.search(tail)
    return int(year.group()) if year else None


def _place(text: str) -> str | None:
    """The place printed before `Est.` on a masthead line."""
    head = _BEFORE_FOUNDED.split(text)[0]
    for date in find_dates(head):
        head = head[date.end :]
    head = head.strip(" ,;|")
    return head if _PLACE.match(head) else None
