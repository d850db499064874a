"""The elements of a page that show something of another site: frames, and the providers' own code.

They are only collected here. `newsparse.assemble.embeds` decides which are of the story.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from newsparse.blocks import EmbedDetails
from newsparse.lexicon.providers import EMBED_TAGS, provider_of_class
from newsparse.read import core, html
from newsparse.read.places import Places
from newsparse.textual import squeeze

_ADDRESSES: Final = (
    "src",
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-url",
    "data-instgrm-permalink",
    "data-text-post-permalink",
    "data-href",
    "cite",
    "data",
)
"""Attributes that state the address of what is shown, the surest first."""
_NUMBERS: Final[dict[str, tuple[str, str]]] = {
    "amp-twitter": ("data-tweetid", "https://x.com/i/status/{}"),
    "amp-instagram": ("data-shortcode", "https://www.instagram.com/p/{}/"),
    "amp-youtube": ("data-videoid", "https://www.youtube.com/watch?v={}"),
    "amp-vimeo": ("data-videoid", "https://vimeo.com/{}"),
    "amp-dailymotion": ("data-videoid", "https://www.dailymotion.com/video/{}"),
}
"""The attribute with the number of what an element of AMP shows, and the address it stands for."""
_CONTAINERS: Final = frozenset(("blockquote", "div", "section", "figure")) | EMBED_TAGS
_LINKS: Final[Any] = etree.XPath(".//a[@href]")
_LONGEST_POST: Final = 4_000
"""Characters of the longest post; an element that is not closed may hold the story."""
_PLAYERS: Final = frozenset(("video", "audio"))
_NOT_WEB: Final = ("about:", "javascript:", "data:", "blob:", "#")


def embeds(split: html.Split, places: Places, first: int, last: int) -> list[EmbedDetails]:
    """The embeds before the blocks from `first` to `last`, in the order of the page."""
    found = [
        *_frames(split, places, first, last),
        *_films(split, places, first, last),
        *_containers(split, places, first, last),
    ]
    return sorted(found, key=lambda one: (one.before, one.node))


def _frames(split: html.Split, places: Places, first: int, last: int) -> Iterator[EmbedDetails]:
    """The frames that state an address."""
    for before, node, element in split.frames:
        stated = _address(element) if first <= before <= last else None
        if stated is not None:
            yield EmbedDetails(
                before,
                before,
                node,
                *stated[:2],
                f"{places.path(element)}/@{stated[2]}",
                str(element.tag),
                " ".join(filter(None, (element.get("class"), element.get("id")))),
                squeeze(element.get("title", "")),
            )


def _films(split: html.Split, places: Places, first: int, last: int) -> Iterator[EmbedDetails]:
    """The videos and recordings of the page itself."""
    for picture, element in zip(split.pictures, split.images, strict=True):
        if element.tag not in _PLAYERS or not first <= picture.before <= last:
            continue
        source = element if element.get("src") else next(element.iter("source"), element)
        stated = _address(source)
        if stated is not None:
            yield EmbedDetails(
                picture.before,
                picture.before,
                picture.node,
                *stated[:2],
                f"{places.path(source)}/@{stated[2]}",
                str(element.tag),
                element.get("class", ""),
                squeeze(element.get("title", "")),
            )


def _containers(split: html.Split, places: Places, first: int, last: int) -> Iterator[EmbedDetails]:
    """The containers that the code of a provider makes an embed."""
    tags, parents = split.outline.tag, split.outline.parent
    inside: set[int] = set()
    region = range(bisect_left(split.starts, first), bisect_right(split.starts, last))
    for node in region:
        tag, start = tags[node], split.starts[node]
        if parents[node] in inside:
            inside.add(node)
        elif tag in _CONTAINERS:
            element = split.elements[node]
            classes = element.get("class", "")
            if tag in EMBED_TAGS or (classes and provider_of_class(classes) is not None):
                end = _end(split, node, start)
                if sum(len(block.text) for block in split.blocks[start:end]) <= _LONGEST_POST:
                    inside.add(node)
                    yield _container(split, places, node, classes, end)


def _container(
    split: html.Split, places: Places, node: int, classes: str, end: int
) -> EmbedDetails:
    """A container as an embed."""
    element, start = split.elements[node], split.starts[node]
    links = _LINKS(element)
    date = squeeze("".join(links[-1].itertext())) if links else ""
    stated = _numbered(element) or _address(element) or (_address(links[-1]) if links else None)
    holder = links[-1] if links and stated is not None and stated[2] == "href" else element
    where = places.path(holder)
    url, raw, where = (
        (stated[0], stated[1], f"{where}/@{stated[2]}")
        if stated is not None
        else ("", squeeze("".join(core.CORE.texts(element))), where)
    )
    named = squeeze(element.get("class", ""))
    if not raw.strip() and named:  # scripts fill it: its class alone says what it will show
        raw, where = named, f"{where}/@class"
    return EmbedDetails(
        start,
        end,
        node,
        url,
        raw,
        where,
        str(element.tag),
        classes,
        date=date,
    )


def _end(split: html.Split, node: int, start: int) -> int:
    """The first block after a container."""
    at = start
    while at < len(split.blocks) and _is_inside(split, split.blocks[at].node, node):
        at += 1
    return at


def _is_inside(split: html.Split, inner: int, outer: int) -> bool:
    """Whether a container is another one or inside it."""
    parents = split.outline.parent
    while inner > outer:
        inner = parents[inner]
    return inner == outer


def _numbered(element: etree._Element) -> tuple[str, str, str] | None:
    """The address that an element of AMP states by a number, the number, and its attribute."""
    attribute, form = _NUMBERS.get(str(element.tag), ("", ""))
    number = element.get(attribute, "").strip() if attribute else ""
    return (form.format(number), number, attribute) if number else None


def _address(element: etree._Element) -> tuple[str, str, str] | None:
    """The address that an element states, as printed, and its attribute."""
    for attribute in (*_ADDRESSES, "href") if element.tag == "a" else _ADDRESSES:
        address = element.get(attribute, "").strip()
        if address and not address.startswith(_NOT_WEB):
            return address, address, attribute
    return None
