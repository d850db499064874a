"""The statements of a page's head by name, each with its place; none is judged here."""

from __future__ import annotations

import html
import json
from collections.abc import Container, Iterator, Mapping
from typing import Any, Final
from urllib.parse import urlsplit

import attrs

from newsparse.page import Head, Item, Meta, Page
from newsparse.read.page_prefixes import PagePrefixes
from newsparse.records import Origin, Source
from newsparse.textual import normalize, squeeze

ARTICLE_TYPES: Final = frozenset(
    [
        "article",
        "newsarticle",
        "reportagenewsarticle",
        "analysisnewsarticle",
        "opinionnewsarticle",
        "reviewnewsarticle",
        "backgroundnewsarticle",
        "blogposting",
        "liveblogposting",
        "report",
        "techarticle",
        "scholarlyarticle",
        "satiricalarticle",
        "advertisercontentarticle",
        "socialmediaposting",
        "interviewarticle",
        "medicalscholarlyarticle",
        "posting",
    ]
)
"""Types of schema.org that are a story."""
_MOST_ENTRIES: Final = 50
"""Entries of a JSON-LD list that are read."""
_SCORE_OF_URL, _SCORE_OF_TITLE = 8, 6
"""Points of a story whose URL or headline is the page's; each filled field adds one."""


@attrs.frozen
class HeadStatement:
    """One statement of the head: a value and its source."""

    value: Any
    source: Source
    quoted: Any = None
    """What stands at `source`, where `value` was put together from several parts of it."""

    @property
    def raw(self) -> str:
        """The statement as the page writes it and as `newsparse.locate` returns it."""
        if self.source.origin is Origin.TEXT:
            return str(self.value)
        value = self.value if self.quoted is None else self.quoted
        is_text = isinstance(value, str)
        return squeeze(value if is_text else json.dumps(value, ensure_ascii=False))

    @property
    def text(self) -> str:
        """The statement as text: entities decoded, white space folded."""
        return squeeze(html.unescape(str(self.value)))


def written(part: str, raw: str) -> str:
    """A part of a statement as the page writes it; the whole statement if entities change it."""
    return part if squeeze(part) in squeeze(raw) else raw


class HeadStatements:
    """The statements of a page's head, by name."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._metas: dict[str, list[int]] = {}
        for at, meta in enumerate(page.head.metas):
            self._metas.setdefault(meta.name, []).append(at)
        self._by_id = {
            str(item.data["@id"]): item
            for item in page.head.items
            if isinstance(item.data.get("@id"), str) and len(item.data) > 2
        }
        self._of_metas: dict[int, HeadStatement] = {}
        self._of_items: dict[tuple[int, tuple[str, ...]], tuple[HeadStatement, ...]] = {}
        """Statements that were asked for: several steps ask for the same."""
        self.speaks = PagePrefixes(page)
        self.story = self._story()

    @property
    def head(self) -> Head:
        return self._page.head

    def has_meta(self, name: str) -> bool:
        """Whether the page has a `meta` element of this name."""
        return name in self._metas

    def meta(self, *names: str) -> Iterator[HeadStatement]:
        """The contents of `meta` elements, in the order of the names, then of the page."""
        for name in names:
            for at in self._metas.get(name, ()):
                found = self._of_metas.get(at)
                if found is None:
                    found = self._of_metas[at] = self._of_meta(self.head.metas[at])
                yield found

    def _of_meta(self, meta: Meta) -> HeadStatement:
        if meta.start >= 0:
            reason = f"the header's {meta.name}"
            source = Source(Origin.TEXT, meta.start, meta.end, score=0.9, reason=reason)
        elif not meta.attribute:
            reason = f"itemprop {meta.name}"
            where = self._page.locator.path(meta.node)
            source = Source(Origin.META, where=where, score=0.8, reason=reason)
        else:
            where = f"{self._page.locator.path(meta.node)}/@{meta.attribute}"
            source = Source(Origin.META, where=where, score=0.8, reason=f"meta {meta.name}")
        return HeadStatement(meta.content, source)

    def links(self, *rels: str) -> Iterator[HeadStatement]:
        """The addresses of links with one of these relations, in the order of the page."""
        for link in self.head.links:
            if not set(rels).isdisjoint(link.rels):
                where = f"{self._page.locator.path(link.node)}/@href"
                reason = f"link rel={' '.join(link.rels)}"
                yield HeadStatement(
                    link.href, Source(Origin.META, where=where, score=0.9, reason=reason)
                )

    def item(self, item: Item | None, *path: str) -> Iterator[HeadStatement]:
        """The values at a path of keys in a JSON-LD object, through lists and references."""
        if item is None:
            return iter(())
        key = id(item), path
        found = self._of_items.get(key)
        if found is None:
            found = self._of_items[key] = tuple(self._under(item, path))
        return iter(found)

    def _under(self, item: Item, path: tuple[str, ...]) -> Iterator[HeadStatement]:
        for value, pointer, base in _under(item.data, item.pointer, path, self._by_id, item):
            where = f"{self._page.locator.path(base.node)}#{pointer}"
            reason = f"JSON-LD {'.'.join(path)}"
            yield HeadStatement(
                value, Source(Origin.JSON_LD, where=where, score=0.8, reason=reason)
            )

    def title(self) -> HeadStatement | None:
        if not self.head.title:
            return None
        where = self._page.locator.path(self.head.title_node)
        return HeadStatement(
            self.head.title, Source(Origin.META, where=where, score=0.5, reason="title element")
        )

    def canonical(self) -> HeadStatement | None:
        if not self.head.canonical:
            return None
        where = self._page.locator.path(self.head.canonical_node)
        return HeadStatement(
            self.head.canonical,
            Source(Origin.META, where=f"{where}/@href", score=0.9, reason="canonical link"),
        )

    def items(self, types: frozenset[str]) -> list[Item]:
        """The JSON-LD objects of one of these types."""
        return [
            item
            for item in self.head.items
            if any(name.rsplit("/", 1)[-1].lower() in types for name in item.types)
        ]

    def _story(self) -> Item | None:
        """The JSON-LD object of the story: of several, the one with the page's URL or title."""
        found = self.items(ARTICLE_TYPES)
        if len(found) < 2:
            return found[0] if found else None
        paths = {_path(url) for url in (self._page.url, self.head.canonical) if url}
        title = normalize(self.head.title)
        return max(found, key=lambda item: _story_score(item, paths, title))


_STORY_FIELDS: Final = ("headline", "datePublished", "author", "articleBody")


def _story_score(item: Item, paths: Container[str], title: str) -> int:
    """How likely a JSON-LD object is the story of the page with these URL paths and this title."""
    data = item.data
    score = sum(bool(data.get(name)) for name in _STORY_FIELDS)
    stated = (data.get("url"), data.get("@id"), data.get("mainEntityOfPage"))
    urls = [url.get("@id") if isinstance(url, Mapping) else url for url in stated]
    if any(isinstance(url, str) and _path(url) in paths for url in urls):
        score += _SCORE_OF_URL
    headline = data.get("headline")
    if isinstance(headline, str) and headline and normalize(html.unescape(headline)) in title:
        score += _SCORE_OF_TITLE
    return score


def _path(url: str) -> str:
    try:
        return urlsplit(url).path.rstrip("/")
    except ValueError:
        return ""


def _under(
    value: Any, pointer: str, path: tuple[str, ...], by_id: Mapping[str, Item], base: Item
) -> Iterator[tuple[Any, str, Item]]:
    """The values at a path of keys, each with its JSON pointer and the object it is in."""
    if isinstance(value, list):
        for at, entry in enumerate(value[:_MOST_ENTRIES]):
            yield from _under(entry, f"{pointer}/{at}", path, by_id, base)
        return
    other = _referenced(value, by_id)
    if other is not None and other is not base:
        value, pointer, base = other.data, other.pointer, other
    if not path:
        if value is not None and value != "" and value != {}:
            yield value, pointer, base
    elif isinstance(value, Mapping) and path[0] in value:
        step = path[0].replace("~", "~0").replace("/", "~1")
        yield from _under(value[path[0]], f"{pointer}/{step}", path[1:], by_id, base)


def _referenced(value: Any, by_id: Mapping[str, Item]) -> Item | None:
    """The object that a reference (`@id` and at most a type) points to; None for another value."""
    if not isinstance(value, Mapping) or len(value) > 2:
        return None
    name = value.get("@id")
    return by_id.get(name) if isinstance(name, str) else None
