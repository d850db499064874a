"""The table of formats, and the door from a file's bytes to its pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import attrs
from lxml import etree

from newsparse.errors import InputError, quoted
from newsparse.page import Limits
from newsparse.scans.abbyy import is_abbyy, read_abbyy
from newsparse.scans.alto import is_alto, read_alto
from newsparse.scans.hocr import is_hocr, read_hocr
from newsparse.scans.mets import Mets, is_mets, read_mets
from newsparse.scans.model import ScanPage
from newsparse.scans.page_xml import is_page_xml, read_page_xml
from newsparse.scans.xml import Element, local, parse_xml, unpacked


@attrs.frozen
class ScanFormat:
    """A format of OCR: its name, how a root is known, and what reads its pages."""

    name: str
    matches: Callable[[Element], bool]
    read: Callable[[Element, int], tuple[ScanPage, ...]]


FORMATS: Final = (
    ScanFormat("ALTO", is_alto, read_alto),
    ScanFormat("PAGE XML", is_page_xml, read_page_xml),
    ScanFormat("hOCR", is_hocr, read_hocr),
    ScanFormat("ABBYY FineReader XML", is_abbyy, read_abbyy),
)
"""The formats of pages."""


@attrs.frozen
class ScanFile:
    """What one file holds: pages, or the structure of a METS package."""

    name: str
    pages: tuple[ScanPage, ...] = ()
    mets: Mets | None = None
    problem: str = ""
    """What is wrong with the file, though it was read."""


def read_file(data: bytes, name: str = "", limits: Limits | None = None) -> ScanFile:
    """What a file of a scan holds; gzip is unpacked.

    Raises `InputError` where it is none of the formats, is larger than `limits.size` unpacked, or
    holds no page.

    >>> alto = b'<alto><Layout><Page ID="P1" WIDTH="10" HEIGHT="20"/></Layout></alto>'
    >>> read_file(alto).pages[0].height
    20
    """
    limits = limits or Limits()
    data = unpacked(data, limits.size)
    root, problem = _root(data)
    if is_mets(root):
        return ScanFile(name, mets=read_mets(root), problem=problem)
    known = next((one for one in FORMATS if one.matches(root)), None)
    if known is None:
        names = ", ".join(one.name for one in FORMATS)
        raise InputError(
            f"{quoted(name)} is none of METS, {names}: its root is {quoted(local(root))}"
        )
    pages = tuple(_capped(page, name, limits) for page in known.read(root, 1))
    if not pages:
        raise InputError(f"{quoted(name)} is {known.name} without a page")
    return ScanFile(name, pages, problem=problem)


def _root(data: bytes) -> tuple[Element, str]:
    """The root of an XML file, or of hOCR written as HTML."""
    if b"ocr_page" in data:
        root = _html(data)
        if root is not None:
            return root, ""
    return parse_xml(data)


def _html(data: bytes) -> Element:
    """The root of HTML; XHTML is read as XML first, which keeps its encoding."""
    try:
        return (
            parse_xml(data)[0]
            if data.lstrip()[:5] == b"<?xml"
            else etree.fromstring(
                data,
                etree.HTMLParser(
                    no_network=True, huge_tree=False, remove_comments=True, encoding="utf-8"
                ),
            )
        )
    except (etree.XMLSyntaxError, ValueError, InputError):
        return None


def _capped(page: ScanPage, name: str, limits: Limits) -> ScanPage:
    """A page with the name of its file, and with no more regions than the cap."""
    if len(page.regions) <= limits.blocks:
        return attrs.evolve(page, file=name)
    return attrs.evolve(
        page,
        file=name,
        regions=page.regions[: limits.blocks],
        problems=(*page.problems, "the page has more regions than the cap; the rest was not read"),
    )
