"""The story's id and its other addresses: short link, AMP, print version, next page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final
from urllib.parse import parse_qsl, urlsplit

import attrs

from newsparse.assemble.context import AssemblyContext
from newsparse.assemble.pictures import absolute
from newsparse.lexicon.languages import spoken
from newsparse.read.statements import HeadStatement
from newsparse.records import Evidence
from newsparse.textual import any_of

_IDS: Final = (
    "article:id", "article_id", "article-id", "articleid", "cms-article-id", "parsely-post-id",
    "cxenseparse:articleid", "post_id", "post-id", "postid", "contentid", "content-id",
    "content_id", "brightspot.contentid", "article-identifier", "dc.identifier",
    "dcterms.identifier", "citation_id", "sailthru.contentid", "vr:id", "document-id",
)  # fmt: skip
"""Names of `meta` elements in which content systems state the id of a story."""
_LONGEST_ID: Final = 200
_WORDS: Final = ("p", "pg", "part", *spoken(lambda language: language.page_words))
_PAGED = re.compile(
    rf"^(?P<stem>.+?)(?:[/_.,-](?:{any_of(_WORDS)})?[/_=-]?(?P<number>\d{{1,2}}))?"
    r"(?P<end>/?(?:\.\w{2,5})?)$",
    re.IGNORECASE,
)
"""A path, with the number that a page of a story adds to it."""
_PAGE_KEYS: Final = frozenset((*_WORDS, "paged", "start"))
"""Names in the query of an address that count the pages of a story."""


@attrs.frozen
class StoryAddresses:
    """The id and the addresses of a story, with their evidence."""

    story_id: str | None = None
    short_url: str | None = None
    amp_url: str | None = None
    print_url: str | None = None
    next_url: str | None = None
    evidence: tuple[Evidence, ...] = ()


def story_addresses(context: AssemblyContext, canonical: str | None) -> StoryAddresses:
    """The id and the addresses that the head states; `canonical` is the page's own address."""
    own = context.page.url or canonical or ""
    found = {
        "story_id": _first(_ids(context, own, canonical)),
        "short_url": _first(_addresses(context, own, "shortlink", "shorturl")),
        "amp_url": _first(_addresses(context, own, "amphtml")),
        "print_url": _first(_addresses(context, own, "print", "alternate")),
        "next_url": _first(_next_pages(context, own)),
    }
    stated = {field: entry for field, entry in found.items() if entry is not None}
    evidence = tuple(
        Evidence(field, statement.raw, statement.source) for field, (_, statement) in stated.items()
    )
    return StoryAddresses(
        **{field: value for field, (value, _) in stated.items()}, evidence=evidence
    )


_Stated = tuple[str, HeadStatement]
"""A value and the statement that it is from."""


def _first(found: Iterable[_Stated]) -> _Stated | None:
    return next(iter(found), None)


def _ids(context: AssemblyContext, own: str, canonical: str | None) -> Iterator[_Stated]:
    """What the head calls the id of the story, but for its address."""
    for statement in chain(_identifiers(context), context.statements.meta(*_IDS)):
        text = statement.text
        if text and len(text) <= _LONGEST_ID and text not in (own, canonical):
            yield text, statement


def _identifiers(context: AssemblyContext) -> Iterator[HeadStatement]:
    """The identifiers of the story's JSON-LD object; of a PropertyValue, its value."""
    for statement in context.statements.item(context.statements.story, "identifier"):
        value, source = statement.value, statement.source
        if isinstance(value, Mapping):
            value = value.get("value")
            source = attrs.evolve(source, where=f"{source.where}/value")
        if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
            yield HeadStatement(value, source)


def _addresses(context: AssemblyContext, own: str, *rels: str) -> Iterator[_Stated]:
    """The addresses of links with these relations, other than the page's own."""
    for statement in context.statements.links(*rels):
        address = absolute(own, statement.text)
        if address and address != own and _is_of_the_web(address):
            yield address, statement


def _is_of_the_web(address: str) -> bool:
    return address.startswith(("http://", "https://", "/")) or ":" not in address


def _next_pages(context: AssemblyContext, own: str) -> Iterator[_Stated]:
    """The addresses of next pages: those that are the page's own with the next number. A blog
    calls its next post so too."""
    for address, statement in _addresses(context, own, "next"):
        if is_next_page(own, address):
            yield address, statement


def is_next_page(own: str, address: str) -> bool:
    """Whether an address is the next page of the story at another one.

    >>> is_next_page("https://herald.example/rain", "https://herald.example/rain/2")
    True
    >>> is_next_page("https://herald.example/rain-2.html", "https://herald.example/rain-3.html")
    True
    >>> is_next_page("https://herald.example/rain", "https://herald.example/rain?page=2")
    True
    >>> is_next_page("https://herald.example/rain", "https://herald.example/wind")
    False
    """
    try:
        one, other = urlsplit(own), urlsplit(address)
    except ValueError:
        return False
    if other.netloc and one.netloc.removeprefix("www.") != other.netloc.removeprefix("www."):
        return False
    (stem, number), (other_stem, other_number) = _parted(one.path), _parted(other.path)
    counted = _counted(other.query)
    if counted is not None and one.path == other.path:
        return counted > (_counted(one.query) or 0)
    if other_number is None:
        return False
    if other_stem == stem:
        return other_number > (number or 1)
    return other_stem == one.path.rstrip("/") and other_number > 1


def _parted(path: str) -> tuple[str, int | None]:
    """A path without the number of its page and without its suffix, and that number."""
    match = _PAGED.match(path)
    if match is None:
        return path, None
    return match["stem"], int(match["number"]) if match["number"] else None


def _counted(query: str) -> int | None:
    """The number of the page in a query."""
    numbers = (value for name, value in parse_qsl(query) if name.lower() in _PAGE_KEYS)
    return next((int(value) for value in numbers if value.isdecimal() and len(value) < 4), None)
