"""Who the authors of the bylines are: names in parts, their pages, e-mail and portraits.

A printed name may be a link to the author's page. The head (JSON-LD, microdata, `meta`) states more
of an author; it counts for the author of the same name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final
from urllib.parse import unquote, urlsplit

import attrs

from newsparse.assemble.context import AssemblyContext
from newsparse.assemble.pictures import absolute
from newsparse.assemble.portraits import Portraits
from newsparse.blocks import Block, Mark
from newsparse.read.statements import HeadStatement
from newsparse.records import Author, Byline, Evidence, Label, Source
from newsparse.segmenters.claims import Piece
from newsparse.textual import bare_address, normalize

_NETWORKS: Final = frozenset(
    "twitter.com x.com facebook.com linkedin.com instagram.com youtube.com threads.net bsky.app "
    "mastodon.social muckrack.com plus.google.com t.me vk.com tiktok.com orcid.org wikipedia.org "
    "wikidata.org".split()
)
"""Sites on which authors have pages beside those of their paper."""
_PART_METAS: Final = (
    (
        ("givenname", "profile:first_name", "article:author:first_name", "author:first_name"),
        "given",
    ),
    (("familyname", "profile:last_name", "article:author:last_name", "author:last_name"), "family"),
)
_MOST_ACCOUNTS: Final = 12
_LONGEST_ADDRESS: Final = 2_000
_WEB: Final = ("http://", "https://")


@attrs.frozen
class _Fact:
    """A value that the page states of an author, the words it is from, and their place."""

    value: str
    raw: str
    source: Source


@attrs.define
class _Known:
    """What is known of an author so far; the first fact of a kind counts."""

    facts: dict[str, _Fact] = attrs.field(factory=dict)
    accounts: dict[str, _Fact] = attrs.field(factory=dict)

    def take(self, field: str, fact: _Fact | None) -> None:
        if fact is not None and fact.value:
            self.facts.setdefault(field, fact)

    def take_page(self, fact: _Fact | None) -> None:
        """Take an address: of the author's page, or on a network."""
        if fact is None:
            return
        if _is_of_network(fact.value):
            self.accounts.setdefault(fact.value, fact)
        else:
            self.take("url", fact)


def identified(
    context: AssemblyContext, bylines: Sequence[Byline]
) -> tuple[tuple[Byline, ...], tuple[Evidence, ...]]:
    """The bylines with what the page states of their authors, and its evidence."""
    if not any(byline.authors for byline in bylines):
        return tuple(bylines), ()
    stated = _Stated(context)
    portraits = Portraits(context)
    alone = len({author.name for byline in bylines for author in byline.authors}) == 1
    found: list[Byline] = []
    evidence: list[Evidence] = []
    for number, byline in enumerate(bylines):
        authors: list[Author] = []
        for at, author in enumerate(byline.authors):
            known = _of(context, author, stated, alone=alone)
            authors.append(_with(author, known, portraits))
            place = f"bylines[{number}].authors[{at}]"
            evidence += _evidence(place, known, author)
        found.append(attrs.evolve(byline, authors=tuple(authors)))
    return tuple(found), tuple(evidence)


def _with(author: Author, known: _Known, portraits: Portraits) -> Author:
    facts: dict[str, Any] = {field: fact.value for field, fact in known.facts.items()}
    email = author.email or facts.pop("email", None)
    facts.pop("email", None)
    image = portraits.of(author.name)
    if not facts and not known.accounts and email == author.email and image is None:
        return author
    return attrs.evolve(author, **facts, email=email, same_as=tuple(known.accounts), image=image)


def _evidence(place: str, known: _Known, author: Author) -> Iterator[Evidence]:
    for field, fact in known.facts.items():
        if field != "email" or not author.email:
            yield Evidence(f"{place}.{field}", fact.raw, fact.source)
    for fact in known.accounts.values():
        yield Evidence(f"{place}.same_as", fact.raw, fact.source)


def _of(context: AssemblyContext, author: Author, stated: _Stated, *, alone: bool) -> _Known:
    """What the page says of an author: where it prints the name, then in its head."""
    known = _Known()
    for mark, fact in _printed_links(context, author):
        if mark.href.lower().startswith("mailto:"):
            known.take("email", _mail(fact))
        else:
            known.take_page(_page(context, fact))
    person = stated.person(author.name, alone=alone)
    if person is not None:
        _take_person(context, known, person)
    for field, fact in stated.parts(author.name):
        known.take(field, fact)
    if alone:
        for statement in context.statements.meta("article:author", "author"):
            if statement.text.startswith(_WEB):
                page = _page(context, _fact(statement))
                if page is None or not _is_of_network(page.value) or _names(page.value, author):
                    known.take_page(page)
    if not _are_parts(known, author.name):
        known.facts.pop("given", None)
        known.facts.pop("family", None)
    return known


def _names(address: str, author: Author) -> bool:
    """Whether an address holds a part of the author's name: a site states its own account too."""
    letters = normalize(address)
    return any(len(part) > 2 and part in letters for part in normalize(author.name).split())


def _are_parts(known: _Known, name: str) -> bool:
    """Whether given and family name stand in the name: a head may name another person."""
    parts = [known.facts[field].value for field in ("given", "family") if field in known.facts]
    return all(normalize(part) in normalize(name) for part in parts)


# What the page prints


def _printed_links(context: AssemblyContext, author: Author) -> Iterator[tuple[Mark, _Fact]]:
    """The links of a printed name, with the words that are linked."""
    for piece in context.labelled(Label.BYLINE):
        block = context.block(piece)
        at = block.text.find(author.raw) if author.raw else -1
        if at < 0 or not block.linked:
            continue
        for mark in context.view.marks(block):
            if mark.tag != "a" or not mark.href or len(mark.href) > _LONGEST_ADDRESS:
                continue
            if _is_of(mark, at, at + len(author.raw), block):
                yield mark, _linked(context, block, mark, piece)


def _is_of(mark: Mark, start: int, end: int, block: Block) -> bool:
    """Whether a link holds a name, or is the mail link right behind it."""
    if mark.start < end and start < mark.end:
        return True
    return mark.href.lower().startswith("mailto:") and 0 <= mark.start - end <= 3


def _linked(context: AssemblyContext, block: Block, mark: Mark, piece: Piece) -> _Fact:
    raw, source = context.spot(block, mark.start, mark.end, piece.score, "the name is a link")
    return _Fact(mark.href.strip(), raw, source)


def _page(context: AssemblyContext, fact: _Fact) -> _Fact | None:
    """An address as an absolute one, if it is one of the web that leads elsewhere."""
    address = absolute(context.page.url, fact.value)
    if not address or address.startswith(("#", "javascript:", "mailto:", "tel:")):
        return None
    if ":" in address.partition("/")[0] and not address.startswith(_WEB):
        return None
    if address.partition("#")[0] in ("", (context.page.url or "").partition("#")[0]):
        return None
    try:
        path = urlsplit(address).path
    except ValueError:
        return None
    return attrs.evolve(fact, value=address) if path.strip("/") else None


def _mail(fact: _Fact) -> _Fact | None:
    address = unquote(fact.value.partition(":")[2].partition("?")[0]).strip()
    return attrs.evolve(fact, value=address) if _is_mail(address) else None


def _is_mail(text: str) -> bool:
    name, at, host = text.partition("@")
    return bool(name and at) and "." in host and " " not in text and len(text) <= 100


def _is_of_network(address: str) -> bool:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    parts = host.split(".")
    return any(".".join(parts[at:]) in _NETWORKS for at in range(len(parts) - 1))


# What the head states


class _Stated:
    """The persons that the head states as authors, by name."""

    def __init__(self, context: AssemblyContext) -> None:
        story = context.statements.story
        self._statements = context.statements
        self._persons: dict[str, HeadStatement] = {}
        said = chain(
            context.statements.item(story, "author"), context.statements.item(story, "creator")
        )
        for statement in said:
            if isinstance(statement.value, Mapping):
                self._persons.setdefault(_name_of(statement.value), statement)

    def person(self, name: str, *, alone: bool) -> HeadStatement | None:
        """The person of this name; the only one, if the page names one author and the names agree
        in part."""
        wanted = normalize(name)
        found = self._persons.get(wanted)
        if found is not None or not alone or len(self._persons) != 1:
            return found
        ((stated, statement),) = self._persons.items()
        agree = stated and (wanted in stated or stated in wanted)
        return statement if agree else None

    def parts(self, name: str) -> Iterator[tuple[str, _Fact]]:
        """Given and family name of an author as `meta` elements and microdata state them."""
        wanted = normalize(name)
        for names, field in _PART_METAS:
            for statement in self._statements.meta(*names):
                if statement.text and normalize(statement.text) in wanted:
                    yield field, _fact(statement)
                    break


def _name_of(person: Mapping[str, Any]) -> str:
    """The folded name of a person."""
    name = person.get("name")
    if isinstance(name, str):
        return normalize(name)
    parts = (person.get(key) for key in ("givenName", "additionalName", "familyName"))
    return normalize(" ".join(part for part in parts if isinstance(part, str)))


def _take_person(context: AssemblyContext, known: _Known, person: HeadStatement) -> None:
    """Take what a person of JSON-LD says."""
    for key, field in (("givenName", "given"), ("familyName", "family")):
        known.take(field, next(_texts(person, key), None))
    for fact in chain(
        _texts(person, "url"), _texts(person, "mainEntityOfPage"), _texts(person, "@id")
    ):
        if fact.value.startswith(("http", "/")) and "#" not in fact.value:
            known.take_page(_page(context, fact))
    for fact in chain(_texts(person, "sameAs"), _texts(person, "sameas")):
        page = _page(context, _with_scheme(fact))
        if page is not None and len(known.accounts) < _MOST_ACCOUNTS:
            if "url" not in known.facts and not _is_of_network(page.value):
                known.take("url", page)
            elif "url" not in known.facts or not _same_page(page, known.facts["url"]):
                known.accounts.setdefault(page.value, page)
    contact = person.value.get("contactPoint")
    inner = HeadStatement(contact, _inside(person.source, "contactPoint"))
    for fact in chain(_texts(person, "email"), _texts(inner, "email")):
        mail = fact.value.removeprefix("mailto:")
        if _is_mail(mail):
            known.take("email", attrs.evolve(fact, value=mail))


def _same_page(one: _Fact, other: _Fact) -> bool:
    """Whether two addresses differ in their scheme or last stroke alone."""
    return bare_address(one.value) == bare_address(other.value)


def _with_scheme(fact: _Fact) -> _Fact:
    """An account that is written without its scheme ("www.instagram.com/ada")."""
    if fact.value.startswith("www."):
        return attrs.evolve(fact, value=f"https://{fact.value}")
    return fact


def _texts(statement: HeadStatement, key: str) -> Iterator[_Fact]:
    """The texts under a key of an object: one, or those of a list."""
    if not isinstance(statement.value, Mapping):
        return
    value = statement.value.get(key)
    source = _inside(statement.source, key)
    entries: Iterable[tuple[Any, Source]] = [(value, source)]
    if isinstance(value, list):
        entries = [(one, _inside(source, str(at))) for at, one in enumerate(value[:_MOST_ACCOUNTS])]
    for one, place in entries:
        if isinstance(one, Mapping) and isinstance(one.get("@id"), str):
            one, place = one["@id"], _inside(place, "@id")
        said = HeadStatement(one, place)
        if isinstance(one, str) and said.text:
            yield _fact(said)


def _inside(source: Source, step: str) -> Source:
    reason = source.reason if source.reason.endswith(step) else f"{source.reason}.{step}"
    return attrs.evolve(
        source,
        where=f"{source.where}/{step}",
        reason=reason if not step.isdecimal() else source.reason,
    )


def _fact(statement: HeadStatement) -> _Fact:
    return _Fact(statement.text, statement.raw, statement.source)
