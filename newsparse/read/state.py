"""Find stories in a page's embedded app state, and in its templates, by their shape.

Some pages hold their story, or the rest of it, only in the JSON that their scripts render (Next.js,
Nuxt, Fusion, Apollo), in a script that is a template, or in an attribute. It is read if the page
shows no plausible body. A story is a list whose entries hold prose, or one string of HTML with
paragraphs. No names of frameworks or sites are used.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from newsparse.lexicon.classwords import bit
from newsparse.page import Limits, StoredParagraph
from newsparse.read import core, html
from newsparse.records import BlockKind
from newsparse.textual import SENTENCE_END, squeeze

_SMALLEST_SCRIPT: Final = 1_200
"""Characters of a script that may hold a story."""
_SMALLEST_HTML: Final = 600
"""Characters of a string of HTML that may be a story."""
_SHORTEST_PROSE: Final = 50
"""Characters of an entry that is prose; it also ends with a sentence."""
_FEWEST_ENTRIES: Final = 3
"""Entries of prose in a story."""
_LONGEST_ENTRY: Final = 5_000
"""Characters of an entry; a longer one is a whole story."""
_DEEPEST_TEXT: Final = 10
"""Levels of an entry in which its words are looked for."""
_DEEPEST_STATE: Final = 60
"""Levels of the app state in which stories are looked for."""
_MOST_STORIES: Final = 5
_MOST_LINKED: Final = 0.8
"""Share of a paragraph inside links; with more it is navigation."""
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
"""Keys that may hold the words of an entry, the most reliable first."""
_KINDS: Final = ("type", "_type", "__typename", "name", "nodeType", "kind", "tag")
_NOT_STORY = re.compile(
    r"image|video|audio|gallery|advert|\bad\b|newsletter|related|promo|embed|interstitial|"
    r"caption|media|byline|author|tweet|social",
    re.IGNORECASE,
)
"""Types of entries that are not text of the story."""
_HEADING = re.compile(r"head|\bh[2-6]\b|subtitle|crosshead", re.IGNORECASE)
_PARAGRAPH = re.compile(r"<p[\s>]", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"^(?:\$\$?[\w-]+\$\$?|\{\{.*\}\}|\[\[.*\]\]|\[[a-z_-]+[^\[\]]*\])$", re.DOTALL
)
"""A placeholder that a script replaces."""
_TAG = re.compile(r"<[a-zA-Z/!]")
_START = re.compile(r"(?:=|\()\s*(?=[\[{])")
_ASIDE: Final = bit(
    "in_figure", "in_figcaption", "caption", "in_aside", "related", "ad", "signup", "share"
)
_HOLDS_HTML: Final[Any] = etree.XPath(
    "//script[contains(@type, 'template') or contains(@type, 'html')]"
    f" | //@*[string-length() >= {_SMALLEST_HTML} and contains(., '<p')]"
)
"""Scripts that are templates, and attributes that hold HTML."""
_DECODER: Final = json.JSONDecoder(strict=False)


def stories(root: etree._Element, limits: Limits) -> list[tuple[StoredParagraph, ...]]:
    """The likely stories in a page's scripts, the one with most prose first."""
    found: list[tuple[int, tuple[StoredParagraph, ...]]] = []
    characters, nodes = limits.json, [limits.nodes]
    for script in root.iter("script"):
        text = script.text or ""
        if (
            not _SMALLEST_SCRIPT <= len(text) <= characters
            or "ld+json" in script.get("type", "").lower()
        ):
            continue
        characters -= len(text)
        try:
            value = load_state(text)
        except (ValueError, RecursionError):
            continue
        where = str(script.getroottree().getpath(script)) + "#"
        for story in _search(value, where, nodes):
            prose = _prose(story)
            if prose:
                found.append((prose, story))
    for text, where in _templates(root, characters):
        story = tuple(_from_html(text, where))
        prose = _prose(story)
        if prose:
            found.append((prose, story))
    found.sort(key=lambda one: -one[0])
    return [story for _, story in found[:_MOST_STORIES]]


def _templates(root: etree._Element, characters: int) -> Iterator[tuple[str, str]]:
    """The scripts and attributes that hold paragraphs of HTML, of at most so many characters in
    all, and their places."""
    tree = root.getroottree()
    for found in _HOLDS_HTML(root):
        if isinstance(found, etree._ElementUnicodeResult):
            text = str(found)
            where = f"{tree.getpath(found.getparent())}/@{found.attrname}"
        else:
            text, where = found.text or "", str(tree.getpath(found))
        if len(_PARAGRAPH.findall(text)) >= _FEWEST_ENTRIES and len(text) <= characters:
            characters -= len(text)
            yield text, where


def load_state(text: str) -> Any:
    """The JSON value that a script holds or assigns; raises `ValueError` if there is none.

    >>> load_state('window.__STATE__ = {"a": 1};')
    {'a': 1}
    """
    text = text.strip()
    if text[:1] in ("{", "["):
        return _DECODER.raw_decode(text)[0]
    match = _START.search(text)
    if match is None:
        raise ValueError("the script holds no JSON")
    return _DECODER.raw_decode(text, match.end())[0]


def _prose(story: tuple[StoredParagraph, ...]) -> int:
    """The number of characters of prose; 0 if too few entries are prose."""
    sizes = [
        len(one.text)
        for one in story
        if len(one.text) >= _SHORTEST_PROSE and SENTENCE_END.search(one.text)
    ]
    return sum(sizes) if len(sizes) >= _FEWEST_ENTRIES else 0


def _search(value: Any, where: str, nodes: list[int]) -> Iterator[tuple[StoredParagraph, ...]]:
    """The lists and the strings of HTML that may be a story."""
    todo: list[tuple[Any, str, int]] = [(value, where, 0)]
    while todo and nodes[0] > 0:
        value, place, depth = todo.pop()
        nodes[0] -= 1
        if isinstance(value, str):
            if len(value) >= _SMALLEST_HTML and len(_PARAGRAPH.findall(value)) >= _FEWEST_ENTRIES:
                yield tuple(_from_html(value, place))
        elif isinstance(value, list):
            if len(value) >= _FEWEST_ENTRIES:
                yield tuple(_from_list(value, place))
            todo.extend(
                (entry, f"{place}/{at}", depth + 1)
                for at, entry in enumerate(value)
                if isinstance(entry, (dict, list, str))
            )
        elif isinstance(value, dict) and depth < _DEEPEST_STATE:
            todo.extend(
                (entry, f"{place}/{_escaped(key)}", depth + 1)
                for key, entry in value.items()
                if isinstance(entry, (dict, list, str))
            )


def _escaped(key: str) -> str:
    """A key as a step of a JSON pointer."""
    return key.replace("~", "~0").replace("/", "~1")


def _from_list(entries: list[Any], where: str) -> Iterator[StoredParagraph]:
    """The entries of a list as paragraphs."""
    for at, entry in enumerate(entries):
        if isinstance(entry, dict) and _NOT_STORY.search(_kind(entry)):
            continue
        pieces = [
            (plain, place)
            for piece, place in _pieces(entry, f"{where}/{at}", 0)
            if (plain := _read(piece)).strip()
        ]
        text = squeeze("".join(piece for piece, _ in pieces))
        if text and len(text) <= _LONGEST_ENTRY and not _PLACEHOLDER.match(text):
            heading = isinstance(entry, dict) and _HEADING.search(_kind(entry)) is not None
            yield StoredParagraph(
                text,
                BlockKind.HEADING if heading else BlockKind.PARAGRAPH,
                squeeze(pieces[0][0]),
                tuple(place for _, place in pieces),
            )


def _kind(entry: dict[str, Any]) -> str:
    """The type that an entry states; "" for none."""
    return next((value for name in _KINDS if isinstance(value := entry.get(name), str)), "")


def _pieces(value: Any, where: str, depth: int) -> Iterator[tuple[str, str]]:
    """The strings of an entry in order, with their places."""
    if isinstance(value, str):
        yield value, where
    elif isinstance(value, list) and depth < _DEEPEST_TEXT:
        for at, entry in enumerate(value):
            if not (isinstance(entry, dict) and _NOT_STORY.search(_kind(entry))):
                yield from _pieces(entry, f"{where}/{at}", depth + 1)
    elif isinstance(value, dict) and depth < _DEEPEST_TEXT:
        for name in _TEXTS:
            if name in value:
                found = list(_pieces(value[name], f"{where}/{_escaped(name)}", depth + 1))
                if found:
                    yield from found
                    return


def reading(text: str) -> str:
    """A string of app state as a reader sees it: without markup, white space folded."""
    return squeeze(_read(text))


def _read(text: str) -> str:
    """A string without its markup, with a space where a block or a line ends."""
    root = _fragment(text) if _TAG.search(text) or "&" in text else None
    return text if root is None else "".join(html.texts(root))


def _fragment(text: str) -> etree._Element | None:
    """The tree of a string of HTML; None if it has none."""
    try:
        return etree.fromstring(
            f"<html><body>{text}".encode("utf-8", "replace"),
            etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True),
        )
    except etree.LxmlError:
        return None


def _from_html(text: str, where: str) -> Iterator[StoredParagraph]:
    """The blocks of a string of HTML as paragraphs."""
    root = _fragment(text)
    if root is None:
        return
    for block in core.split(root).blocks:
        if not (
            block.within & _ASIDE
            or block.linked > _MOST_LINKED * len(block.text)
            or _PLACEHOLDER.match(block.text)
        ):
            yield StoredParagraph(block.text, block.kind, block.printed, (where,))
