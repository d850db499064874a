"""The byline that the head of a page states: JSON-LD, then `meta` elements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, Final

import attrs

from newsparse.fields.bylines import read_byline
from newsparse.fields.page_languages import SpeaksPrefix, nowhere
from newsparse.fields.persons import is_institution
from newsparse.lexicon.languages import spoken
from newsparse.read.statements import HeadStatement, HeadStatements, written
from newsparse.records import Author, Byline, Origin, Span
from newsparse.textual import normalize, squeeze

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
_MOST_CITED: Final = 3
_WORDS_OF_SHORT_NAME: Final = 2
"""Words of a name that holds no prefix, whatever it begins with ("Van Tully")."""
_TEMPLATE = re.compile(r"[a-z]\.[a-z]{1,20}\.[a-z]|[{}<>%$]|\d{4}|\.(?:com|org|net|de|co)\b")
"""Names of fields that a template left unfilled, user numbers, sites."""
_SITE_FIRST = re.compile(
    r"\s{0,9}(?:www\.)?[\w-]{2,40}(?:\.[a-z]{2,3})?\.[a-z]{2,4}\s?[|,;:/()—–-]", re.IGNORECASE
)
"""The address of a site that opens a statement, with its publisher behind it."""
_TRADE = re.compile(r"(?:^|[\s,.;])[^\W\d_][\w ]{2,24}:\s")
"""A label inside a statement: those who made the site are named with theirs ("Design: ...")."""
_ADDRESS = re.compile(r"(?:www\.)?[\w-]{2,40}(?:\.[a-z]{2,3})?\.[a-z]{2,4}")
_MADE = re.compile(r"(?:developed|designed|powered|built) by\b", re.IGNORECASE)
"""What opens a statement of those who made the site."""
_COMPANY = re.compile(r"\s(?:Co|Inc|Corp|Ltd)\.$")
"""The end of a company's name, its full stop included: without it some are surnames."""
_MOST_LABELS: Final = 1
_DIGITS: Final = "0123456789"
_NOBODY: Final = frozenset(spoken(lambda language: language.account_names))
_PARTS_OF_NAME: Final = ("givenName", "additionalName", "familyName")
_ORGANIZATION: Final = "organization"
_OF_HOUSES: Final = ", an organization"


def stated_byline(
    statements: HeadStatements, houses: tuple[str, ...], host: str = ""
) -> Byline | None:
    """The byline that the head states: the first of JSON-LD and the `meta` names that names a
    person, else the first that names a house; None where nobody is named. `host` is the page's."""
    house: Byline | None = None
    for said in chain(
        [list(_json_authors(statements))],
        (_metas(statements, name) for name in _METAS if statements.has_meta(name)),
    ):
        found = _said(said, houses, statements.speaks, host)
        if found is not None and found.authors:
            return found
        house = house or found
    return house


def _metas(statements: HeadStatements, name: str) -> list[HeadStatement]:
    """The `meta` of one name, without those in the page's body where there are many: they name the
    authors of cited works."""
    said = list(statements.meta(name))
    cited = [statement for statement in said if "/body/" in (statement.source.where or "")]
    return (
        said
        if len(cited) <= _MOST_CITED
        else [statement for statement in said if statement not in cited]
    )


def _said(
    said: list[HeadStatement], houses: tuple[str, ...], speaks: SpeaksPrefix, host: str
) -> Byline | None:
    """The byline that statements of one kind make together."""
    authors: dict[str, Author] = {}
    agency = desk = None
    taken: list[HeadStatement] = []
    for statement in said:
        text = statement.text
        if not text or "://" in text or len(text) > 200 or not any(map(str.isalpha, text)):
            continue
        if normalize(text) in _NOBODY or _names_no_author(text, host):
            continue
        if (
            normalize(text) in houses
            or text.casefold() in host.split(".")[:-1]
            or _COMPANY.search(text)
            or _ADDRESS.fullmatch(text)
            or statement.source.reason.endswith(_OF_HOUSES)
        ):
            agency = agency or text
            taken.append(statement)
            continue
        parsed = read_byline(
            text,
            papers=houses,
            introduced=True,
            speaks=speaks if len(text.split()) > _WORDS_OF_SHORT_NAME else nowhere,
        )
        if parsed is None and is_institution(text):
            agency = agency or text
            taken.append(statement)
            continue
        if parsed is None:
            if _is_signature(text):
                authors.setdefault(
                    normalize(text), Author(text, raw=statement.raw, source=statement.source)
                )
                taken.append(statement)
            continue
        if not parsed.authors and "www." in text and is_institution(parsed.agency or ""):
            continue  # the maker of the site's software
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


def _names_no_author(text: str, host: str) -> bool:
    """Whether a statement names the site, its makers or its account instead of an author.

    >>> _names_no_author("example.gr | Example Press", "")
    True
    >>> _names_no_author("example1", "example.gr")
    True
    >>> _names_no_author("Design: Ada Lin. Programming: Bo Reyes", "")
    True
    >>> _names_no_author("Ada Lin, example.gr", "example.gr")
    False
    """
    if _SITE_FIRST.match(text) or _MADE.match(text) or len(_TRADE.findall(text)) > _MOST_LABELS:
        return True
    account = text.casefold().rstrip(_DIGITS)
    return text[-1:] in _DIGITS and account in host.split(".")[:-1]


def _named(author: Author, statement: HeadStatement) -> Author:
    """An author whom a statement names, placed in it: on a text page where the name stands,
    elsewhere at the statement."""
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
    """Whether a statement of the head that is no name may still be somebody's signature."""
    return (
        2 <= len(text) <= 40
        and len(text.split()) <= 4
        and normalize(text) not in _NOBODY
        and "@" not in text
        and not _TEMPLATE.search(text)
    )


def _json_authors(statements: HeadStatements) -> Iterator[HeadStatement]:
    for name in ("author", "creator"):
        for statement in statements.item(statements.story, name):
            value: Any = statement.value
            if isinstance(value, str):
                yield statement
            elif isinstance(value, Mapping):
                named = value.get("name")
                if not named:
                    yield from _name_in_parts(statement, value)
                    continue
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


def _name_in_parts(statement: HeadStatement, value: Mapping[str, Any]) -> Iterator[HeadStatement]:
    """The name of a person without `name`, from its given, additional and family names."""
    parts = [
        squeeze(part) for key in _PARTS_OF_NAME if isinstance(part := value.get(key), str) and part
    ]
    if len(parts) > 1:
        yield HeadStatement(" ".join(parts), statement.source, statement.value)
