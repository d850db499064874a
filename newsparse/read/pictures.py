"""What a picture's elements say of it: its addresses, size, link, licence and class words.

Only the pictures that a step asks for are read: a page shows dozens, and few are of the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

from lxml import etree

from newsparse.blocks import Picture, PictureAddress, PictureDetails
from newsparse.lexicon.classwords import bit, groups
from newsparse.read import html
from newsparse.read.images import StatedAddress, image_addresses
from newsparse.read.places import Places

_DESCRIBING: Final = ("class", "id", "itemprop", "role", "data-testid", "data-component")
_VIDEO: Final = bit("video")
_MOST_AROUND: Final = 12
"""Elements around a picture that are asked for class words."""
_MOST_TO_LINK: Final = 6
"""Elements around those, up to the link that a whole figure stands in."""
_SIZE = re.compile(r"(\d{1,5})(?:px|\.0{1,4})?")
_LICENSE: Final[Any] = etree.XPath(
    "ancestor::figure[1]//*[contains(concat(' ', @rel, ' '), ' license ') or @itemprop='license']"
    "[@href or @content]"
)


class PictureReader:
    """Reads the pictures of one page."""

    def __init__(self, split: html.Split, places: Places) -> None:
        self._split = split
        self._places = places
        self._addresses: dict[int, tuple[StatedAddress, ...]] = {}

    @cached_property
    def _texted(self) -> set[int]:
        return _texted(self._split)

    def addresses(self, picture: Picture) -> tuple[StatedAddress, ...]:
        """The addresses of a picture, the best first."""
        found = self._addresses.get(picture.number)
        if found is None:
            found = image_addresses(self._split.images[picture.number])
            self._addresses[picture.number] = found
        return found

    def details(self, picture: Picture) -> PictureDetails | None:
        """What the elements of a picture say of it; None if they state no address."""
        element = self._split.images[picture.number]
        found = self.addresses(picture)
        if not found:
            return None
        best = found[0]
        words, classes, href = self._around(element, picture.node)
        license = next(iter(_LICENSE(element)), None)
        return PictureDetails(
            addresses=tuple(PictureAddress(one.url, one.width, one.density) for one in found),
            raw=best.url,
            where=f"{self._places.path(best.element)}/@{best.attribute}",
            width=_size(element, "width"),
            height=_size(element, "height"),
            words=words,
            classes=classes,
            href=href,
            license="" if license is None else license.get("href") or license.get("content"),
            is_video=element.tag == "video" or bool(words & _VIDEO),
        )

    def _around(self, element: etree._Element, node: int) -> tuple[int, str, str]:
        """The class words of a picture and of the elements that hold nothing but it, their class
        attributes, and the address of the link around it."""
        words = 0
        classes: list[str] = []
        href = ""
        for one in self._alone_around(element, node):
            for name in _DESCRIBING:
                if stated := one.get(name):
                    words |= groups(stated)
                    if name == "class":
                        classes.append(stated)
            if one.tag == "a":
                href = href or one.get("href", "").strip()
        return words, " ".join(classes), href or _link_above(self._holder(node))

    def _alone_around(self, element: etree._Element, node: int) -> Iterator[etree._Element]:
        """A picture and the elements around it up to the first that holds text."""
        holder = self._holder(node)
        for _ in range(_MOST_AROUND):
            yield element
            above = element.getparent()
            if above is None or above is holder:
                return
            element = above

    def _holder(self, node: int) -> etree._Element | None:
        """The innermost container with text at or above a container."""
        parents = self._split.outline.parent
        while node >= 0 and node not in self._texted:
            node = parents[node]
        return self._split.elements[node] if node >= 0 else None


def _texted(split: html.Split) -> set[int]:
    """The containers that hold text, themselves or below."""
    found: set[int] = set()
    parents = split.outline.parent
    for block in split.blocks:
        node = block.node
        while node >= 0 and node not in found:
            found.add(node)
            node = parents[node]
    return found


def _link_above(element: etree._Element | None) -> str:
    """The address of a link close around an element; "" if there is none."""
    for _ in range(_MOST_TO_LINK):
        if element is None:
            return ""
        if element.tag == "a":
            return str(element.get("href", "")).strip()
        element = element.getparent()
    return ""


def _size(element: etree._Element, name: str) -> int | None:
    """A width or height in pixels; None for a share or none."""
    match = _SIZE.fullmatch(element.get(name, "").strip())
    return int(match[1]) or None if match else None
