"""What the head of a page says, by field: each statement with its place, none of them believed yet."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import urlsplit

import attrs

from newsparse.page import Head, Item, Page
from newsparse.records import Origin, Source
from newsparse.textual import normalize, squeeze

ARTICLE_TYPES: Final = frozenset(
    "article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle reviewnewsarticle backgroundnewsarticle "
    "blogposting liveblogposting report techarticle scholarlyarticle satiricalarticle advertisercontentarticle socialmediaposting "
    "interviewarticle medicalscholarlyarticle posting".split()
)
"""Types of schema.org that are a story."""


@attrs.frozen
class HeadStatement:
    """One statement of the head."""

    value: Any
    source: Source

    @property
    def raw(self) -> str:
        """The statement as the page writes it: what `newsparse.locate` finds at its source."""
        if self.source.origin is Origin.TEXT:
            return str(self.value)  # the very slice
        return squeeze(
            self.value
            if isinstance(self.value, str)
            else json.dumps(self.value, ensure_ascii=False)
        )

    @property
    def text(self) -> str:
        """The statement as text, entities undone and white space folded."""
        return squeeze(html.unescape(str(self.value)))


def written(part: str, raw: str) -> str:
    """A part of a statement's text as the page writes it: itself, or the whole statement where an entity stands in it."""
    return part if squeeze(part) in squeeze(raw) else raw


class HeadStatements:
    """The statements of a page's head, asked by name."""

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
        self.story = self._story()

    @property
    def head(self) -> Head:
        return self._page.head

    def has_meta(self, name: str) -> bool:
        """Whether the page has a `meta` element of this name."""
        return name in self._metas

    def meta(self, *names: str) -> Iterator[HeadStatement]:
        """The contents of `meta` elements, by name in the order given, then in the order of the page."""
        for name in names:
            for at in self._metas.get(name, ()):
                meta = self.head.metas[at]
                if meta.start >= 0:
                    yield HeadStatement(
                        meta.content,
                        Source(
                            Origin.TEXT, meta.start, meta.end, None, (), 0.9, f"the header's {name}"
                        ),
                    )
                    continue
                where = self._page.locator.path(meta.node)
                yield HeadStatement(
                    meta.content,
                    Source(
                        Origin.META,
                        None,
                        None,
                        f"{where}/@{meta.attribute}",
                        (),
                        0.8,
                        f"meta {name}",
                    ),
                )

    def item(self, item: Item | None, *path: str) -> Iterator[HeadStatement]:
        """The values under a path of keys in a JSON-LD object; lists are walked, references followed."""
        if item is None:
            return
        for value, pointer, base in _under(item.data, item.pointer, path, self._by_id, item):
            where = f"{self._page.locator.path(base.node)}#{pointer}"
            yield HeadStatement(
                value,
                Source(Origin.JSON_LD, None, None, where, (), 0.8, f"JSON-LD {'.'.join(path)}"),
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
        """The JSON-LD object of this page's story: of several, the one that the URL or the title names."""
        found = self.items(ARTICLE_TYPES)
        if len(found) < 2:
            return found[0] if found else None
        paths = {_path(url) for url in (self._page.url, self.head.canonical) if url}
        title = normalize(self.head.title)

        def points(item: Item) -> int:
            score = sum(
                bool(item.data.get(name))
                for name in ("headline", "datePublished", "author", "articleBody")
            )
            urls = [item.data.get("url"), item.data.get("@id"), item.data.get("mainEntityOfPage")]
            urls = [url.get("@id") if isinstance(url, Mapping) else url for url in urls]
            if any(isinstance(url, str) and _path(url) in paths for url in urls):
                score += 8
            headline = item.data.get("headline")
            if (
                isinstance(headline, str)
                and headline
                and normalize(html.unescape(headline)) in title
            ):
                score += 6
            return score

        return max(found, key=points)


def _path(url: str) -> str:
    try:
        return urlsplit(url).path.rstrip("/")
    except ValueError:
        return ""


def _under(
    value: Any, pointer: str, path: tuple[str, ...], by_id: Mapping[str, Item], base: Item
) -> Iterator[tuple[Any, str, Item]]:
    if isinstance(value, list):
        for at, entry in enumerate(value[:50]):
            yield from _under(entry, f"{pointer}/{at}", path, by_id, base)
        return
    if (
        isinstance(value, Mapping)
        and isinstance(value.get("@id"), str)
        and len(value) <= 2
        and value["@id"] in by_id
    ):
        other = by_id[value["@id"]]
        if other is not base:
            value, pointer, base = other.data, other.pointer, other
    if not path:
        if value is not None and value != "" and value != {}:
            yield value, pointer, base
        return
    if isinstance(value, Mapping) and path[0] in value:
        step = path[0].replace("~", "~0").replace("/", "~1")
        yield from _under(value[path[0]], f"{pointer}/{step}", path[1:], by_id, base)
