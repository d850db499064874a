"""Find stories in a page's embedded app state, and in its templates, by their shape.

Some pages hold their story, or the rest of it, only in the JSON that their scripts render (Next.js,
Nuxt, Fusion, Apollo), in a script that is a template, or in an attribute. It is read if the page
shows no plausible body. A story is a list whose entries hold prose, or one string of HTML with
paragraphs. No names of frameworks or sites are used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from lxml import etree

from newsparse.lexicon.classwords import bit
from newsparse.page import Limits, StoredParagraph
from newsparse.read import core
from newsparse.read.state_forms import State, escaped, flight_states, states
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
_ASIDE: Final = bit(
    "in_figure", "in_figcaption", "caption", "in_aside", "related", "ad", "signup", "share"
)
_HOLDS_HTML: Final[Any] = etree.XPath(
    "//script[contains(@type, 'template') or contains(@type, 'html')]"
    f" | //@*[string-length() >= {_SMALLEST_HTML} and contains(., '<p')]"
)
"""Scripts that are templates, and attributes that hold HTML."""


def stories(root: etree._Element, limits: Limits) -> list[tuple[StoredParagraph, ...]]:
    """The likely stories in a page's scripts, the one with most prose first."""
    found: list[tuple[int, tuple[StoredParagraph, ...]]] = []
    characters, nodes = limits.json, [limits.nodes]
    for script in root.iter("script"):
        text = script.text or ""
        if (
            not _SMALLEST_SCRIPT <= len(text) <= characters
            or "ld+json" in script.get("type", "").lower()
            or "self.__next_f" in text
        ):
            continue
        characters -= len(text)
        where = str(script.getroottree().getpath(script))
        try:
            found += _weighed(states(script, text, where), nodes)
        except (ValueError, RecursionError):
            continue
    found += _weighed(flight_states(root), nodes)
    for text, where in _templates(root, characters):
        story = tuple(_from_html(text, where))
        prose = _prose(story)
        if prose:
            found.append((prose, story))
    found.sort(key=lambda one: -one[0])
    return [story for _, story in found[:_MOST_STORIES]]


def _weighed(
    found: Iterable[State], nodes: list[int]
) -> list[tuple[int, tuple[StoredParagraph, ...]]]:
    """The likely stories in values of app state, each with the size of its prose."""
    stories = (story for state in found for story in _Search(state, nodes).stories())
    return [(prose, story) for story in stories if (prose := _prose(story))]


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


def _prose(story: tuple[StoredParagraph, ...]) -> int:
    """The number of characters of prose; 0 if too few entries are prose."""
    sizes = [
        len(one.text)
        for one in story
        if len(one.text) >= _SHORTEST_PROSE and SENTENCE_END.search(one.text)
    ]
    return sum(sizes) if len(sizes) >= _FEWEST_ENTRIES else 0


class _Search:
    """The search for stories in one value of app state."""

    def __init__(self, state: State, nodes: list[int]) -> None:
        self._state = state
        self._nodes = nodes
        self._seen: set[int] = set()

    def stories(self) -> Iterator[tuple[StoredParagraph, ...]]:
        """The lists and the strings of HTML that may be a story."""
        todo: list[tuple[Any, str, int]] = [(self._state.value, self._state.where, 0)]
        while todo and self._nodes[0] > 0:
            value, place, depth = todo.pop()
            value, place = self._state.deref(value, place)
            self._nodes[0] -= 1
            if isinstance(value, str):
                if (
                    len(value) >= _SMALLEST_HTML
                    and len(_PARAGRAPH.findall(value)) >= _FEWEST_ENTRIES
                ):
                    yield tuple(_from_html(value, place))
            elif isinstance(value, (list, dict)) and self._is_new(value, depth):
                if isinstance(value, list) and len(value) >= _FEWEST_ENTRIES:
                    yield tuple(self._from_list(value, place))
                todo.extend((entry, at, depth + 1) for entry, at in _entries(value, place))

    def _is_new(self, value: Any, depth: int) -> bool:
        """Whether a list or an object was not searched before; references may go in circles."""
        if id(value) in self._seen or depth >= _DEEPEST_STATE:
            return False
        self._seen.add(id(value))
        return True

    def _from_list(self, entries: list[Any], where: str) -> Iterator[StoredParagraph]:
        """The entries of a list as paragraphs."""
        for at, entry in enumerate(entries):
            entry, place = self._state.deref(entry, f"{where}/{at}")
            kind = self._kind(entry, place)
            if _NOT_STORY.search(kind):
                continue
            pieces = [
                (plain, piece_place)
                for piece, piece_place in self._pieces(entry, place, 0)
                if (plain := _read(piece)).strip()
            ]
            text = squeeze("".join(piece for piece, _ in pieces))
            if text and len(text) <= _LONGEST_ENTRY and not _PLACEHOLDER.match(text):
                is_heading = _HEADING.search(kind) is not None
                yield StoredParagraph(
                    text,
                    BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH,
                    squeeze(pieces[0][0]),
                    tuple(place for _, place in pieces),
                )

    def _kind(self, entry: Any, place: str) -> str:
        """The type that an entry states; "" for none."""
        if not isinstance(entry, dict):
            return ""
        stated = (self._state.deref(entry.get(name), place)[0] for name in _KINDS)
        return next((value for value in stated if isinstance(value, str)), "")

    def _pieces(self, value: Any, where: str, depth: int) -> Iterator[tuple[str, str]]:
        """The strings of an entry in order, with their places."""
        if self._nodes[0] <= 0:
            return
        self._nodes[0] -= 1
        value, where = self._state.deref(value, where)
        if isinstance(value, str):
            yield value, where
        elif isinstance(value, list) and depth < _DEEPEST_TEXT:
            for at, entry in enumerate(value):
                entry, place = self._state.deref(entry, f"{where}/{at}")
                if not _NOT_STORY.search(self._kind(entry, place)):
                    yield from self._pieces(entry, place, depth + 1)
        elif isinstance(value, dict) and depth < _DEEPEST_TEXT:
            for name in _TEXTS:
                if name in value:
                    place = f"{where}/{escaped(name)}"
                    found = list(self._pieces(value[name], place, depth + 1))
                    if found:
                        yield from found
                        return


def _entries(value: list[Any] | dict[str, Any], where: str) -> Iterator[tuple[Any, str]]:
    """The entries of a list or an object, with their places."""
    if isinstance(value, list):
        yield from ((entry, f"{where}/{at}") for at, entry in enumerate(value))
    else:
        yield from ((entry, f"{where}/{escaped(key)}") for key, entry in value.items())


def reading(text: str) -> str:
    """A string of app state as a reader sees it: without markup, white space folded."""
    return squeeze(_read(text))


def _read(text: str) -> str:
    """A string without its markup, with a space where a block or a line ends."""
    root = _fragment(text) if _TAG.search(text) or "&" in text else None
    return text if root is None else "".join(core.CORE.texts(root))


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
