"""XML of OCR files as a tree: no entity is expanded, nothing is fetched, and what is broken is read
as far as it goes."""

from __future__ import annotations

import re
import zlib
from typing import Any, Final

from lxml import etree

from newsparse.errors import InputError, quoted
from newsparse.scans.model import NO_BOX, Box, hull

Element = Any
"""An element of lxml, which brings no types of its own."""

_GZIP: Final = b"\x1f\x8b"
_UNPACK_STEP: Final = 1 << 20
_NUMBER: Final = re.compile(r"-?\d{1,9}(?:\.\d{0,9})?")
_PAIR: Final = re.compile(r"(-?\d{1,9})(?:\.\d{0,9})?,(-?\d{1,9})(?:\.\d{0,9})?")


def unpacked(data: bytes, limit: int) -> bytes:
    """`data`, unpacked where it is gzip; raises `InputError` where it is larger than `limit` bytes
    or damaged."""
    if data[:2] == _GZIP:
        data = _gunzipped(data, limit)
    if len(data) > limit:
        raise InputError(f"the file is larger than the cap of {limit} bytes")
    return data


def _gunzipped(data: bytes, limit: int) -> bytes:
    packed = zlib.decompressobj(wbits=31)
    parts: list[bytes] = []
    size = 0
    try:
        while data and not packed.eof:
            part = packed.decompress(data, _UNPACK_STEP)
            data = packed.unconsumed_tail
            parts.append(part)
            size += len(part)
            if size > limit:
                break
    except zlib.error as error:
        raise InputError(f"the gzip data is damaged: {error}") from None
    return b"".join(parts)


def parse_xml(data: bytes) -> tuple[Element, str]:
    """The root of an XML file, and what is wrong with it ("" where nothing is); raises `InputError`
    where there is no root.

    >>> parse_xml(b"<alto><Layout/></alto>")[0].tag
    'alto'
    """
    root = _root(data, recover=False)
    if root is not None:
        return root, ""
    root = _root(data, recover=True)
    if root is None:
        raise InputError(f"the file is no XML: it begins with {quoted(data[:40])}")
    return root, "the XML is damaged; what could be read of it was"


def _root(data: bytes, *, recover: bool) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def local(element: Element) -> str:
    """The name of an element without its namespace; "" for what is no element.

    >>> local(etree.fromstring('<a:b xmlns:a="x"/>'))
    'b'
    """
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def number(value: str | None) -> int:
    """A coordinate as a whole number; 0 for what is none.

    >>> number("12.7"), number(None), number("x")
    (12, 0, 0)
    """
    if value is None:
        return 0
    try:
        return int(value)
    except ValueError:
        return int(float(value)) if _NUMBER.fullmatch(value.strip()) else 0


def fraction(value: str | None, scale: float = 1.0) -> float | None:
    """A confidence between 0 and 1; None for what is none. `scale` is what stands for certainty.

    >>> fraction("0.93"), fraction("93", 100), fraction("high")
    (0.93, 0.93, None)
    """
    if not value:
        return None
    try:
        found = float(value) / scale
    except ValueError:
        return None
    if 0.0 <= found <= 1.0:
        return found
    return 1.0 if found > 1.0 else 0.0 if found < 0.0 else None


def polygon(points: str | None) -> Box:
    """The box around a list of points, "x,y x,y"; `NO_BOX` where it holds none.

    >>> polygon("10,20 110,18 110,60 9,60")
    Box(left=9, top=18, right=110, bottom=60)
    """
    if not points:
        return NO_BOX
    try:
        values = list(map(int, points.replace(",", " ").split()))
    except ValueError:
        values = [int(value) for pair in _PAIR.findall(points) for value in pair]
    across, down = values[::2], values[1::2]
    if not down:
        return NO_BOX
    return Box(min(across), min(down), max(across), max(down))


__all__ = ["Element", "fraction", "hull", "local", "number", "parse_xml", "polygon", "unpacked"]
