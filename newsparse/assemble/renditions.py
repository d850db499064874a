"""Whether two addresses are files of one picture: the same crop, size or format of it aside.

Picture servers put size, crop and format into the address, in a way of their own. What is left of
the last part of the address that says something is the picture's name.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

import attrs

_SIGN = re.compile(
    r"(?<![a-z])(?i:logo|favicon|icons?|sprite|avatar|badge|pixel|tracking|beacon|emoji|button|"
    r"gravatar|placeholder|fallback|dummy|default-(?:image|share|social|og))(?![a-z])|"
    r"(?<=[a-z])(?:Icon|Logo)(?![a-z])"
)
"""Names of files that are no picture of a story."""
_DRAWN = re.compile(r"\.svg(?:[?#]|$)", re.IGNORECASE)
_SIZES: Final = re.compile(
    r"(?<![a-z0-9])v?(?:16[-_:x]9|9[-_:x]16|4[-_:x]3|3[-_:x]4|3[-_:x]2|2[-_:x]3|2[-_:x]1|1[-_:x]1)"
    r"(?![a-z0-9])"
)
"""Ratios of width and height."""
_DERIVED: Final = re.compile(r"~|_v-(?=[a-z])")
"""What parts a picture's name from that of its rendition."""
_CAMERA: Final = re.compile(r"(?<![a-z0-9])(?:img|dscn?|dscf|dji|pxl|gopr|mvi)[-_ ]?\d{3,6}(?!\d)")
"""The name that a camera gives to a picture."""
_TOKEN = re.compile(r"[^\W_]+")
_MEASURE = re.compile(
    r"\d{3,4}|\d{2,5}x\d{1,5}|(?:[xywhqsr]\d{1,5}){1,6}|(?:[a-z]\d{1,5}){0,7}[a-z]\d{3,5}|"
    r"(?:[a-z]\d{1,5}){1,6}[a-z]\d{3,5}(?:[a-z]\d{1,5}){1,2}|\d{1,4}(?:w|h|px|k)|2x|3x|v\d{1,2}"
)
"""A token that is a width, height, crop or density."""
_RENDITION_WORDS: Final = frozenset(
    "large medium small big wide full original orig scaled resized cropped crop thumb thumbnail "
    "thumbnails square portrait landscape default retina image images img photo photos picture "
    "pictures media file files master main teaser preview social facebook twitter jpg jpeg png "
    "webp gif avif html rendition renditions derivatives format width height quality fit auto "
    "max min desktop mobile tablet upload uploads content wp assets static public styles sites "
    "storage".split()
)
_SUFFIX = re.compile(r"(?:\.(?:jpe?g|png|webp|gif|avif|html?))+$")
_NESTED: Final = re.compile(r"https?:/{1,2}")
_FEWEST_LETTERS: Final = 6
"""Letters and digits of a part of an address that names a picture."""
_FEWEST_IN_FILE_NAME: Final = 4
"""The same for the last part of the path."""
_LONGEST_ADDRESS: Final = 2_000
"""Characters of an address that are looked at, from its end."""
_SAME_SHARE: Final = 0.7
"""Share of the longer name that two names of one picture have in common."""
_SHORTEST_NUMBER: Final = 5
"""Digits and letters of a word with digits that is the number of a picture."""
_FEWEST_SAME: Final = 10
"""Letters and digits that such names have in common."""


@lru_cache(maxsize=1024)
def is_sign(address: str) -> bool:
    """Whether an address names a logo, an icon or a stand-in."""
    name = address.partition("?")[0].rstrip("/").rpartition("/")[2]
    return _SIGN.search(name) is not None or _DRAWN.search(address) is not None


@attrs.frozen
class PictureName:
    """The name of a picture: its words, and its short numbers, which part pictures of a series."""

    words: frozenset[str]
    numbers: frozenset[str]


@lru_cache(maxsize=1024)
def picture_name(address: str) -> PictureName:
    """The name of the picture at an address.

    >>> sorted(picture_name("https://a.example/i/242242962_v16_9_1600.jpeg").words)
    ['242242962']
    """
    plain = unquote(unquote(address[-_LONGEST_ADDRESS:])).lower()
    *outer, last = _NESTED.split(plain)
    path, _, query = (last.partition("&")[0] if len(outer) > 1 else last).partition("?")
    fewest = _FEWEST_IN_FILE_NAME
    for part in (*reversed(path.split("/")[1:]), query):
        name = _name(part)
        if sum(map(len, name.words)) >= fewest:
            return name
        fewest = _FEWEST_LETTERS
    return PictureName(frozenset((plain,)), frozenset())


def _name(part: str) -> PictureName:
    """What a part of an address names, without sizes and words for renditions."""
    camera = _CAMERA.search(part)
    if camera is not None:
        return PictureName(frozenset((camera.group(),)), frozenset())
    part = _DERIVED.split(part, maxsplit=1)[0]
    tokens = _TOKEN.findall(_SIZES.sub(" ", _SUFFIX.sub("", part)))
    kept = [one for one in tokens if not _MEASURE.fullmatch(one) and one not in _RENDITION_WORDS]
    return PictureName(
        frozenset(one for one in kept if not (one.isdigit() and len(one) < 3)),
        frozenset(one for one in kept if one.isdigit() and len(one) < 3),
    )


def same_picture(one: str, other: str) -> bool:
    """Whether two addresses are files of one picture.

    >>> same_picture("https://a.example/rain-falls-1200x675.jpg", "/img/rain-falls-400x300.webp")
    True
    >>> same_picture("/flood-in-exampleton-1.jpg", "/flood-in-exampleton-2.jpg")
    False
    """
    return same_name(picture_name(one), picture_name(other))


def is_among(name: PictureName, names: Collection[PictureName]) -> bool:
    """Whether a picture is one of several."""
    return name in names or any(same_name(name, other) for other in names)


def same_name(first: PictureName, second: PictureName) -> bool:
    """Whether two names are of one picture."""
    if first.words == second.words:
        return first.numbers == second.numbers
    if first.numbers != second.numbers or first.words.isdisjoint(second.words):
        return False
    common = first.words & second.words
    if _numbered(first.words) and _numbered(second.words) and not _numbered(common):
        return False
    same = sum(map(len, common))
    longer = max(sum(map(len, first.words)), sum(map(len, second.words)))
    return same >= _FEWEST_SAME and same >= _SAME_SHARE * longer


def _numbered(words: frozenset[str]) -> bool:
    """Whether a word is the number of a picture."""
    return any(len(one) >= _SHORTEST_NUMBER and any(map(str.isdigit, one)) for one in words)
