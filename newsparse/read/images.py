"""The address of an image: of all that its element states, the one of the largest real picture.

Pages that load images late put a placeholder into `src` and the address into `data-src`, `srcset`
or the `source` elements of a `picture`.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from lxml import etree

_LATE: Final = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-url")
"""Attributes with one address that scripts copy to `src`."""
_SETS: Final = ("srcset", "data-srcset", "data-lazy-srcset")
"""Attributes with several addresses and their sizes."""
_ADDRESSED: Final = frozenset((*_LATE, *_SETS))
_PLACEHOLDER = re.compile(
    r"(?<![a-z])(?:placeholder|blank|spacer|spinner|loading|loader|lazy|transparent|1x1|pixel|"
    r"empty|dummy)(?:[_-]\w{1,12}|\d{1,4}(?:x\d{1,4})?)?\.(?:gif|png|svg|jpe?g|webp)(?:[?#]|$)",
    re.IGNORECASE,
)
_INLINE: Final = ("data:", "about:", "blob:")
_LONGEST_FILE_NAME: Final = 60
"""Characters at the end of an address that are searched for the name of a placeholder."""
_ADDRESS = re.compile(r"[\s,]*+(\S++)")
"""The address of one entry of a `srcset`. It may hold commas, but does not end in one."""
_SIZE = re.compile(r"(?<!\s)\s++(\d{1,6}(?:\.\d{1,3})?)[wx](?:\s++\d{1,6}h)?+\s*+(?:,|$)")
_MIN_WIDTH = re.compile(r"min-width\s*:\s*(\d{1,5})")
_MOST_SOURCES: Final = 20
"""`source` elements of a `picture`, and entries of a `srcset`, that are looked at."""


def image_address(image: etree._Element) -> str:
    """The address of the largest picture that an element names; "" if it names none.

    >>> from lxml.html import fromstring
    >>> image_address(fromstring('<img src="blank.gif" srcset="a.jpg 400w, b.jpg 900w">'))
    'b.jpg'
    """
    stated = dict(image.items())
    picture = _picture_around(image)
    if picture is not None:
        sized = [*_sources(picture), *_sized(stated)]
    elif _ADDRESSED.isdisjoint(stated):
        return _plain(stated)
    else:
        sized = _sized(stated)
    if sized:
        size, address = max(sized, key=lambda found: found[0])
        if size or not _plain(stated):
            return address
    late = (stated[name].strip() for name in _LATE if name in stated)
    return next((found for found in late if found and not _is_placeholder(found)), "") or (
        _plain(stated)
    )


def _is_placeholder(address: str) -> bool:
    """Whether an address is that of a picture that stands in for another one."""
    if address.startswith(_INLINE):
        return True
    return _PLACEHOLDER.search(address, max(0, len(address) - _LONGEST_FILE_NAME)) is not None


def _picture_around(image: etree._Element) -> etree._Element | None:
    """The `picture` that an image is part of. libxml2 puts the image inside the `source` before
    it."""
    above = image.getparent()
    while above is not None and above.tag == "source":
        above = above.getparent()
    return above if above is not None and above.tag == "picture" else None


def _plain(stated: dict[str, str]) -> str:
    """The address in `src`, or a video's `poster`; "" for a placeholder."""
    for name in ("src", "poster"):
        address = stated.get(name, "").strip()
        if address and not _is_placeholder(address):
            return address
    return ""


def _sized(stated: dict[str, str]) -> list[tuple[float, str]]:
    """The addresses in sets, with their sizes; 0 for an address without one."""
    return [found for name in _SETS if name in stated for found in _entries(stated[name])]


def _entries(stated: str) -> list[tuple[float, str]]:
    """The entries of a `srcset`: size and address, in their order."""
    found: list[tuple[float, str]] = []
    at = 0
    while len(found) < _MOST_SOURCES and (match := _ADDRESS.match(stated, at)):
        at = match.end()
        address = match[1].rstrip(",")
        size = _SIZE.match(stated, at) if address == match[1] else None
        if size is not None:
            at = size.end()
        found.append((float(size[1]) if size else 0.0, address))
    return [one for one in found if not _is_placeholder(one[1])]


def _sources(picture: etree._Element) -> list[tuple[float, str]]:
    """The addresses of a `picture`'s sources. One without a size counts by the width of the
    screen that it is for."""
    found: list[tuple[float, str]] = []
    for source in islice(picture.iter("source"), _MOST_SOURCES):
        screen = _MIN_WIDTH.search(source.get("media", ""))
        for size, address in _sized(dict(source.items())):
            found.append((size or float(screen[1] if screen else 0), address))
    return found
