"""Bylines: who wrote it, for whom, by which desk.

A byline is read in one direction: what surely is no name (emails, handles, dates, counts) is cut
out (`byline_cuts`), what is left is split at joiners and punctuation (`byline_parts`), and a table
of tests decides what each part is (`byline_tests`). Pure functions over strings; offsets in
`Source` count in the string handed over.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import attrs

from newsparse.fields.byline_cuts import (
    BOUNDARY,
    EMAIL,
    HANDLE,
    stretches,
    without_contacts_and_dates,
)
from newsparse.fields.byline_han import han_byline, han_editors, is_label
from newsparse.fields.byline_parts import Part, parts_between
from newsparse.fields.byline_prefixes import (
    EDGES,
    after_source_label,
    bare_prefixes,
    has_byline_prefix,
    is_byline_prefix,
    may_hold_byline_prefix,
)
from newsparse.fields.byline_reading import Reading, is_own, see
from newsparse.fields.byline_tests import SITE, is_introduced, opening_of, take
from newsparse.fields.desks import desk_of
from newsparse.fields.han_names import has_surname
from newsparse.fields.page_languages import SpeaksPrefix, anywhere, speaks_in
from newsparse.fields.persons import is_bare_name, is_name, words_outside_names
from newsparse.lexicon.agencies import agency_of, are_agencies
from newsparse.lexicon.languages import spoken
from newsparse.lexicon.papers import is_paper
from newsparse.records import Author, Byline, Origin, Source

__all__ = ["has_byline_prefix", "is_byline_prefix", "may_hold_byline_prefix", "parse_byline"]

_LONGEST_BYLINE: Final = 600
"""Characters of the longest text that is read as a byline."""
_TOO_MANY_STRANGERS: Final = 2
"""Parts that are nothing a byline holds, from which a text is none, whoever introduces it."""
_WORD = re.compile(r"[^\W\d_]+")
_AFTER_EMAIL = re.compile(r"\(?\+?[\d() .-]{7,20}\)?$")


def parse_byline(
    text: str,
    *,
    papers: tuple[str, ...] = (),
    introduced: bool = False,
    known: frozenset[str] = frozenset(),
    language: str | None = None,
) -> Byline | None:
    """The byline that `text` is, or None where it is none.

    `papers` are names of the page's own house. `introduced` says that the text is known to name an
    author (it stood in an author's element or field): it needs no byline prefix, and one word is a
    name. `known` are authors' names, in lower case, that the page states elsewhere: what follows
    one of them after a mere comma and is not among them is no author. `language` is the code of the
    page's language: prefixes that begin names elsewhere ("Van", "Per") are those of this language;
    None takes those of all languages. A prefix is taken off once. `raw` is the line without dates
    and counts.

    >>> byline = parse_byline("By Courtney McBride and Roxana Tiron Bloomberg News")
    >>> byline.names, byline.agency
    (('Courtney McBride', 'Roxana Tiron'), 'Bloomberg News')
    >>> parse_byline("Von Ada Lin, Korrespondentin").authors[0].role
    'Korrespondentin'
    >>> parse_byline("By Van Tully").names, parse_byline("Van Tully Lin", language="en").names
    (('Van Tully',), ('Van Tully Lin',))
    >>> parse_byline("Posted on May 3, 2024 by Ada Lin").raw
    'by Ada Lin'
    >>> parse_byline("From staff reports").desk
    'staff'
    >>> parse_byline("Share this article") is None
    True
    """
    test = anywhere if language is None else speaks_in((language,))
    return read_byline(text, papers=papers, introduced=introduced, known=known, speaks=test)


def read_byline(
    text: str,
    *,
    papers: tuple[str, ...] = (),
    introduced: bool = False,
    known: frozenset[str] = frozenset(),
    speaks: SpeaksPrefix = anywhere,
) -> Byline | None:
    """`parse_byline`, with a test for the prefixes that begin names too."""
    if not 2 <= len(text) <= _LONGEST_BYLINE:
        return None
    signed = han_byline(text) or han_editors(text)
    if signed is not None:
        return signed
    reading = Reading(text, papers, introduced, known, speaks)
    body = without_contacts_and_dates(text)
    for start, end in stretches(body):
        _read(body, start, end, reading, dated=BOUNDARY in body)
    if not reading.names_anybody():
        return None
    if reading.strangers and not (
        reading.introduced and reading.authors and reading.strangers < _TOO_MANY_STRANGERS
    ):
        return None
    if not introduced and _holds_other_han(reading):
        return None
    start, end = _bounds(text, reading)
    return Byline(
        authors=_with_contacts(text, reading.authors),
        agency=reading.agency,
        desk=reading.desk,
        raw=text[start:end],
        source=Source(Origin.TEXT, start, end),
    )


def _holds_other_han(reading: Reading) -> bool:
    """Whether words in Chinese characters were taken for names that nothing vouches for: a label is
    among them, or a label stands before them without a sign and they have no surname."""
    signed = _LABEL_SIGN.search(reading.text) is not None
    return any(
        is_label(author.name)
        or (not signed and (reading.opened or author.role) and not has_surname(author.name))
        for author in reading.authors
    )


_LABEL_SIGN = re.compile("[:：・／/＝=]")


def unread_parts(text: str, speaks: SpeaksPrefix = anywhere) -> tuple[str, ...]:
    """What a byline names beside its authors, and what has no name's shape.

    >>> unread_parts("By Ada Lin and xX_loom_Xx"), unread_parts("By Ada Lin and Bo Reyes")
    (('xX_loom_Xx',), ())
    """
    return tuple(_reading(text, speaks).unread)


def unread_byline(text: str, speaks: SpeaksPrefix = anywhere) -> Byline:
    """A line that is a byline and cannot be read: all before its date in `raw`, and the authors who
    are named before what cannot be read.

    >>> unread_byline("By xX_loom_Xx (dye room)").raw
    'By xX_loom_Xx (dye room)'
    """
    reading = _reading(text, speaks)
    authors = tuple(reading.authors[: reading.sure]) if reading.strangers else ()
    start, end = next(stretches(without_contacts_and_dates(text)), (0, len(text)))
    end = start + len(text[start:end].rstrip(" |·•,"))
    return Byline(authors, raw=text[start:end], source=Source(Origin.TEXT, start, end))


def _reading(text: str, speaks: SpeaksPrefix) -> Reading:
    reading = Reading(text, (), True, frozenset(), speaks)
    body = without_contacts_and_dates(text)
    for start, end in stretches(body):
        _read(body, start, end, reading, dated=BOUNDARY in body)
    return reading


def parse_small_byline(
    text: str, papers: tuple[str, ...] = (), speaks: SpeaksPrefix = anywhere
) -> Byline | None:
    """The byline of a page that prints its names in small letters; None where it is none.

    >>> parse_small_byline("by ada lin and bo de reyes").names
    ('ada lin', 'bo de reyes')
    """
    if not text.islower():
        return None
    titled = _WORD.sub(_titled, text)
    found = read_byline(titled, papers=papers, introduced=True, speaks=speaks)
    if found is None or not all(map(is_bare_name, found.names)) or len(titled) != len(text):
        return None
    return attrs.evolve(
        found,
        authors=tuple(_as_printed(author, text) for author in found.authors),
        raw=text[found.source.start : found.source.end],
    )


def _titled(match: re.Match[str]) -> str:
    return match.group() if match.group() in _small_words() else match.group().capitalize()


def _as_printed(author: Author, text: str) -> Author:
    name = text[author.source.start : author.source.end]
    return attrs.evolve(author, name=name, raw=name)


@cache
def _small_words() -> frozenset[str]:
    """Words of a byline that are no name's."""
    phrases = spoken(
        lambda one: (
            *one.byline_prefixes,
            *one.joiners,
            *one.name_particles,
            *one.house_prepositions,
            *one.filing_prepositions,
            *one.roles,
        )
    )
    return frozenset(word for phrase in phrases for word in phrase.split())


def _bounds(text: str, reading: Reading) -> tuple[int, int]:
    """Where the byline proper stands in the text, the contacts after it included."""
    start, end = max(reading.start, 0), reading.end
    for pattern in (EMAIL, HANDLE):
        for match in pattern.finditer(text, end):
            end = max(end, match.end())
    while end < len(text) and text[end] in ".)]”\"'":
        end += 1
    lead = len(text[start:]) - len(text[start:].lstrip())
    return start + lead, start + len(text[start:end].rstrip())


def _read(body: str, start: int, end: int, reading: Reading, *, dated: bool) -> None:
    """Read one stretch of a byline into what is known."""
    piece = body[start:end]
    opening = opening_of(piece, reading)
    if not opening and reading.authors:
        return  # what follows a date and is not introduced is a count, a section, a place
    before = reading.strangers
    if opening or (dated and not reading.authors and _signed(piece, start, reading)):
        reading.introduced = reading.introduced or opening > 0
        if not opening:
            return
        reading.labelled = piece[:opening].rstrip().endswith((":", "："))
        reading.opened = not reading.labelled
        see(reading, start, start)
    single = piece[opening:].strip(EDGES).split() if opening else ()
    if len(single) == 1 and _sign(single[0], start + piece.find(single[0], opening), reading):
        return
    at = opening or after_source_label(piece)
    shown = piece[at:].strip(f"{EDGES}/")
    if agency_of(shown) is not None or are_agencies(shown):
        reading.agency = reading.agency or shown
        see(reading, start + at, start + piece.find(shown, at) + len(shown))
        return
    parts = parts_between(body, start + opening, end)
    reading.listed = bool(reading.known) and any(part.joined for part in parts)
    for after, part in enumerate(parts, start=1):
        if reading.authors and part.text.casefold() in _filing_words():
            return  # `Ada Lin | in | Science`
        if not take(part, reading) and _is_hopeless(reading, parts[after:], dated=dated):
            return
    if dated and not opening and not reading.authors:
        reading.strangers = before


@cache
def _filing_words() -> frozenset[str]:
    """Words between an author and a section or a place."""
    return frozenset(spoken(lambda language: language.filing_prepositions))


def _is_hopeless(reading: Reading, rest: list[Part], *, dated: bool) -> bool:
    """Whether strangers make a text none, whatever the rest says: without a byline prefix one does.

    Strangers count no more behind a byline prefix before the first author, or beside a date.
    """
    if reading.strangers == _TOO_MANY_STRANGERS and reading.authors:
        return True
    many = reading.strangers == _TOO_MANY_STRANGERS or (
        reading.strangers == 1 and not reading.introduced
    )
    return many and not dated and not any(map(is_introduced, rest))


def _signed(piece: str, start: int, reading: Reading) -> bool:
    """Whether a stretch beside a date is a byline prefix and one word: somebody's signature."""
    words = piece.strip(EDGES).split()
    if len(words) != 2 or words[0].casefold() not in bare_prefixes():
        return False
    return _sign(words[1], start + piece.rfind(words[1]), reading)


def _sign(word: str, start: int, reading: Reading) -> bool:
    """Take one word that is no name by its shape as a signature."""
    shown = word.strip(EDGES)
    if (
        is_name(shown, alone=True)
        or agency_of(shown)
        or desk_of(shown)
        or is_paper(shown)
        or is_own(shown, reading)
        or SITE.search(shown)
    ):
        return False
    if (
        not 2 <= len(shown) <= 30
        or shown.casefold() in words_outside_names()
        or is_byline_prefix(shown)
        or not any(map(str.isalpha, shown))
        or not re.fullmatch(r"[\w.'’-]{2,30}", shown)
    ):
        return False
    if reading.known and shown.casefold() not in reading.known and len(shown) <= 3:
        return False
    reading.authors.append(
        Author(shown, raw=shown, source=Source(Origin.TEXT, start, start + len(shown)))
    )
    see(reading, start, start + len(shown))
    return True


def _with_contacts(text: str, authors: list[Author]) -> tuple[Author, ...]:
    """The authors with the emails and handles printed after them."""
    found = list(authors)
    for pattern in (EMAIL, HANDLE):
        for match in pattern.finditer(text):
            before = [
                at for at, author in enumerate(found) if (author.source.start or 0) <= match.start()
            ]
            if not before:
                continue
            at = before[-1]
            if pattern is EMAIL:
                found[at] = attrs.evolve(
                    found[at], email=found[at].email or _AFTER_EMAIL.sub("", match.group())
                )
            elif match.group() not in found[at].handles:
                found[at] = attrs.evolve(found[at], handles=(*found[at].handles, match.group()))
    return tuple(found)
