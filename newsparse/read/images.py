"""The addresses of an image: of all that its element states, the one of the largest real picture
first.

Pages that load images late put a placeholder into `src` and the address into `data-src`, `srcset`
or the `source` elements of a `picture`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from lxml import etree

_LATE: Final = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-url",
    "data-retina-src",
)
"""Attributes with one address that scripts copy to `src`."""
_SETS: Final = ("srcset", "data-srcset", "data-lazy-srcset")
"""Attributes with several addresses and their sizes."""
_PLAIN: Final = ("src",)
_POSTER: Final = ("poster",)
"""What states the picture of a video; its `src` is the film."""
_ADDRESSED: Final = frozenset((*_LATE, *_SETS))
_STAND_INS: Final = (
    "placeholder",
    "blank",
    "spacer",
    "spinner",
    "loading",
    "loader",
    "lazy",
    "transparent",
    "1x1",
    "pixel",
    "empty",
    "leer",
    "dummy",
)
_PLACEHOLDER = re.compile(
    rf"(?<![a-z])(?:{'|'.join(_STAND_INS)})(?:(?:[_-]\w{{1,12}}){{1,6}}|\d{{1,4}}(?:x\d{{1,4}})?)?"
    r"\.(?:gif|png|svg|jpe?g|webp)(?:[?#]|$)",
    re.IGNORECASE,
)
_INLINE: Final = ("data:", "about:", "blob:")
_LONGEST_FILE_NAME: Final = 60
"""Characters at the end of an address that are searched for the name of a placeholder."""
_ADDRESS = re.compile(r"[\s,]*+(\S++)")
"""The address of one entry of a `srcset`. It may hold commas, but does not end in one."""
_SIZE = re.compile(r"(?<!\s)\s++(\d{1,6}(?:\.\d{1,3})?)([wx])(?:\s++\d{1,6}h)?+\s*+(?:,|$)")
_MIN_WIDTH = re.compile(r"min-width\s*:\s*(\d{1,5})")
_MOST_BETWEEN: Final = 2
"""Elements between an image and the `noscript` that holds it for browsers without scripts."""
_MOST_SOURCES: Final = 20
"""`source` elements of a `picture`, and entries of a `srcset`, that are looked at."""


class StatedAddress(NamedTuple):
    """One address of an image, and the attribute that states it."""

    url: str
    element: etree._Element
    attribute: str
    size: float = 0.0
    """What addresses are ordered by: width, density, or the width of the screen it is for."""
    width: int | None = None
    density: float | None = None


def image_address(image: etree._Element) -> str:
    """The address of the largest picture that an element names; "" if it names none.

    >>> from lxml.html import fromstring
    >>> image_address(fromstring('<img src="blank.gif" srcset="a.jpg 400w, b.jpg 900w">'))
    'b.jpg'
    """
    found = image_addresses(image)
    return found[0].url if found else ""


def image_addresses(image: etree._Element) -> tuple[StatedAddress, ...]:
    """The addresses that an element states, without placeholders, the largest picture first.

    An image without one has those of the `noscript` element after it.

    >>> from lxml.html import fromstring
    >>> image = fromstring('<img src="s.jpg" srcset="a.jpg 400w, b.jpg 900w">')
    >>> [(found.url, found.width) for found in image_addresses(image)]
    [('b.jpg', 900), ('a.jpg', 400), ('s.jpg', None)]
    """
    return _own_addresses(image) or _without_scripts(image)


def _own_addresses(image: etree._Element) -> tuple[StatedAddress, ...]:
    """The addresses of an element and of the `picture` around it."""
    names = _POSTER if image.tag in ("video", "audio") else _PLAIN
    plain = [found for name in names if (found := _single(image, name))]
    picture = _picture_around(image)
    if picture is None and _ADDRESSED.isdisjoint(image.keys()):
        return _once(plain)
    late = [found for name in _LATE if (found := _single(image, name))]
    sized = [*(_sources(picture) if picture is not None else ()), *_sized(image)]
    largest = max((found.size for found in sized), default=0.0)
    sized.sort(key=lambda found: -found.size)
    if largest or not plain:
        return _once([*sized, *late, *plain])
    return _once([*late, *plain, *sized])


def _once(found: list[StatedAddress]) -> tuple[StatedAddress, ...]:
    """Each address once."""
    return tuple({one.url: one for one in reversed(found)}.values())[::-1] if found else ()


def _without_scripts(image: etree._Element) -> tuple[StatedAddress, ...]:
    """The addresses in the `noscript` element close after an image that scripts load."""
    after = islice(image.itersiblings(), _MOST_BETWEEN + 1)
    within = (one for beside in after if beside.tag == "noscript" for one in beside.iter("img"))
    found = next(within, None)
    return _own_addresses(found) if found is not None else ()


def is_placeholder(address: str) -> bool:
    """Whether an address is that of a picture that stands in for another one."""
    if address.startswith(_INLINE):
        return True
    folded = address[-_LONGEST_FILE_NAME:].casefold()
    if not any(map(folded.__contains__, _STAND_INS)):
        return False
    return _PLACEHOLDER.search(address, max(0, len(address) - _LONGEST_FILE_NAME)) is not None


def _picture_around(image: etree._Element) -> etree._Element | None:
    """The `picture` that an image is part of. libxml2 puts the image inside the `source` before
    it."""
    above = image.getparent()
    while above is not None and above.tag == "source":
        above = above.getparent()
    return above if above is not None and above.tag == "picture" else None


def _single(image: etree._Element, attribute: str) -> StatedAddress | None:
    """The one address in an attribute; None for a placeholder."""
    address = image.get(attribute, "").strip()
    if not address or is_placeholder(address):
        return None
    return StatedAddress(address, image, attribute)


def _sized(element: etree._Element) -> list[StatedAddress]:
    """The addresses in sets, with their sizes; 0 for an address without one."""
    return [
        found
        for name in _SETS
        if (stated := element.get(name))
        for found in _entries(element, name, stated)
    ]


def _entries(element: etree._Element, attribute: str, stated: str) -> Iterator[StatedAddress]:
    """The entries of a `srcset` in their order."""
    at = 0
    for _ in range(_MOST_SOURCES):
        match = _ADDRESS.match(stated, at)
        if match is None:
            return
        at = match.end()
        address = match[1].rstrip(",")
        size = _SIZE.match(stated, at) if address == match[1] else None
        if size is not None:
            at = size.end()
        if address and not is_placeholder(address):
            number = float(size[1]) if size else 0.0
            is_width = size is not None and size[2] == "w"
            yield StatedAddress(
                address,
                element,
                attribute,
                number,
                width=int(number) if is_width else None,
                density=number if size is not None and not is_width else None,
            )


def _sources(picture: etree._Element) -> list[StatedAddress]:
    """The addresses of a `picture`'s sources. One without a size counts by the width of the
    screen that it is for."""
    found: list[StatedAddress] = []
    for source in islice(picture.iter("source"), _MOST_SOURCES):
        screen = _MIN_WIDTH.search(source.get("media", ""))
        for one in _sized(source):
            size = one.size or float(screen[1] if screen else 0)
            found.append(one if size == one.size else one._replace(size=size))
    return found
