"""Stories in a page's embedded app state: found by their shape, whatever the framework calls them.

Some pages hold their story only in the JSON that their scripts render from (Next.js, Nuxt, Fusion, Apollo and the
like), or more of it than they show. This is read only when it is asked for: where the page itself shows no
plausible body. Rules of this file: a story is a list whose entries carry prose, or one string of
HTML with paragraphs in it; nothing is looked up by a framework's or a site's names.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from newsparse.lexicon.classwords import bit
from newsparse.page import Limits, StoredParagraph
from newsparse.read import html
from newsparse.records import BlockKind
from newsparse.textual import SENTENCE_END, squeeze

_SMALLEST: Final = 1_200
"""Characters of the shortest script that may hold a story."""
_PROSE: Final = 50
"""Letters from which an entry that ends as sentences do is prose."""
_LEAST: Final = 3
"""Entries of prose that make a story."""
_LONGEST: Final = 5_000
"""Letters of the longest entry; a longer one is no paragraph but a story in one piece."""
_DEEPEST: Final = 10
_TEXTS: Final = (
    "text",
    "value",
    "html",
    "content",
    "children",
    "paragraph",
    "body",
    "model",
    "data",
)
"""Keys under which an entry of a story carries its words, most telling first."""
_KINDS: Final = ("type", "_type", "__typename", "name", "nodeType", "kind", "tag")
_APART = re.compile(
    r"image|video|audio|gallery|advert|\bad\b|newsletter|related|promo|embed|interstitial|caption|media|byline|author|tweet|social",
    re.IGNORECASE,
)
"""Types of entries that are no text of the story."""
_HEADING = re.compile(r"head|\bh[2-6]\b|subtitle|crosshead", re.IGNORECASE)
_PARAGRAPH = re.compile(r"<p[\s>]", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"^(?:\$\$?[\w-]+\$\$?|\{\{.*\}\}|\[\[.*\]\]|\[[a-z_-]+[^\[\]]*\])$", re.DOTALL
)
"""A mark where a script puts something else."""
_TAG = re.compile(r"<[a-zA-Z/!]")
_START = re.compile(r"(?:=|\()\s*(?=[\[{])")
_ASIDE: Final = bit(
    "in_figure", "in_figcaption", "caption", "in_aside", "related", "ad", "signup", "share"
)
_DECODER: Final = json.JSONDecoder(strict=False)


def stories(root: etree._Element, limits: Limits) -> list[tuple[StoredParagraph, ...]]:
    """What may be the story in the page's scripts, the one with most prose first."""
    found: list[tuple[int, tuple[StoredParagraph, ...]]] = []
    characters, nodes = limits.json, [limits.nodes]
    for script in root.iter("script"):
        text = script.text or ""
        if not _SMALLEST <= len(text) <= characters or "ld+json" in script.get("type", "").lower():
            continue
        characters -= len(text)
        try:
            value = load_state(text)
        except (ValueError, RecursionError):
            continue
        where = str(script.getroottree().getpath(script)) + "#"
        for told in _search(value, where, nodes):
            prose = _mass(told)
            if prose:
                found.append((prose, told))
    found.sort(key=lambda one: -one[0])
    return [told for _, told in found[:5]]


def load_state(text: str) -> Any:
    """The JSON value that a script holds or assigns; raises ValueError where it holds none.

    >>> load_state('window.__STATE__ = {"a": 1};')
    {'a': 1}
    """
    text = text.strip()
    if text[:1] in ("{", "["):
        return _DECODER.raw_decode(text)[0]
    match = _START.search(text)
    if match is None:
        raise ValueError("no JSON in it")
    return _DECODER.raw_decode(text, match.end())[0]


def _mass(told: tuple[StoredParagraph, ...]) -> int:
    """Letters of prose, none where too few entries are prose."""
    sizes = [
        len(one.text) for one in told if len(one.text) >= _PROSE and SENTENCE_END.search(one.text)
    ]
    return sum(sizes) if len(sizes) >= _LEAST else 0


def _search(value: Any, where: str, nodes: list[int]) -> Iterator[tuple[StoredParagraph, ...]]:
    """Every list and every string of HTML that may be a story."""
    todo: list[tuple[Any, str, int]] = [(value, where, 0)]
    while todo and nodes[0] > 0:
        value, place, depth = todo.pop()
        nodes[0] -= 1
        if isinstance(value, str):
            if len(value) >= _SMALLEST // 2 and len(_PARAGRAPH.findall(value)) >= _LEAST:
                yield tuple(_from_html(value, place))
        elif isinstance(value, list):
            if len(value) >= _LEAST:
                yield tuple(_from_list(value, place))
            todo.extend(
                (entry, f"{place}/{at}", depth + 1)
                for at, entry in enumerate(value)
                if isinstance(entry, (dict, list, str))
            )
        elif isinstance(value, dict) and depth < 60:
            todo.extend(
                (entry, f"{place}/{_escaped(key)}", depth + 1)
                for key, entry in value.items()
                if isinstance(entry, (dict, list, str))
            )


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _from_list(entries: list[Any], where: str) -> Iterator[StoredParagraph]:
    for at, entry in enumerate(entries):
        if isinstance(entry, dict) and _APART.search(_kind(entry)):
            continue
        pieces = [
            (plain, place)
            for piece, place in _pieces(entry, f"{where}/{at}", 0)
            if (plain := _read(piece)).strip()
        ]
        text = squeeze("".join(piece for piece, _ in pieces))
        if text and len(text) <= _LONGEST and not _PLACEHOLDER.match(text):
            heading = isinstance(entry, dict) and _HEADING.search(_kind(entry)) is not None
            yield StoredParagraph(
                text,
                BlockKind.HEADING if heading else BlockKind.PARAGRAPH,
                squeeze(pieces[0][0]),
                tuple(place for _, place in pieces),
            )


def _kind(entry: dict[str, Any]) -> str:
    return next((value for name in _KINDS if isinstance(value := entry.get(name), str)), "")


def _pieces(value: Any, where: str, depth: int) -> Iterator[tuple[str, str]]:
    """The strings of an entry in order, each with its place."""
    if isinstance(value, str):
        yield value, where
    elif isinstance(value, list) and depth < _DEEPEST:
        for at, entry in enumerate(value):
            if not (isinstance(entry, dict) and _APART.search(_kind(entry))):
                yield from _pieces(entry, f"{where}/{at}", depth + 1)
    elif isinstance(value, dict) and depth < _DEEPEST:
        for name in _TEXTS:
            if name in value:
                found = list(_pieces(value[name], f"{where}/{_escaped(name)}", depth + 1))
                if found:
                    yield from found
                    return


def reading(text: str) -> str:
    """A string of an app state as a reader sees it: its markup read, its white space folded."""
    return squeeze(_read(text))


def _read(text: str) -> str:
    """A string with its markup read: a blank where a block or a line ends."""
    root = _fragment(text) if _TAG.search(text) or "&" in text else None
    return text if root is None else "".join(html.texts(root))


def _fragment(text: str) -> etree._Element | None:
    try:
        return etree.fromstring(
            f"<html><body>{text}".encode("utf-8", "replace"),
            etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True),
        )
    except etree.LxmlError:
        return None


def _from_html(text: str, where: str) -> Iterator[StoredParagraph]:
    root = _fragment(text)
    if root is None:
        return
    for block in html.split(root).blocks:
        if not (
            block.within & _ASIDE
            or block.linked > 0.8 * len(block.text)
            or _PLACEHOLDER.match(block.text)
        ):
            yield StoredParagraph(block.text, block.kind, block.printed, (where,))
