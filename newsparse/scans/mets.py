"""METS, the package of a digitised issue (https://www.loc.gov/standards/mets/): its files, and the
articles it states.

The logical structure is read as ENMAP, docWorks and Veridian write it: divisions named ARTICLE,
ADVERTISEMENT, SECTION and so on, which point at the blocks of ALTO files by id. A division of a
kind that is not known here is an item of its own rather than lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from newsparse.records import Label
from newsparse.scans.xml import Element, local

_HREF: Final = "{http://www.w3.org/1999/xlink}href"
_CONTAINERS: Final = frozenset(
    "newspaper periodical serial volume issue content body body_content section main front back "
    "supplement part logicalunit chapterlist contentset"
    .split()
)  # fmt: skip
"""Kinds of division that hold items."""
_ROLES: Final[dict[str, Label]] = {
    "title": Label.HEADLINE,
    "headline": Label.HEADLINE,
    "heading": Label.HEADLINE,
    "overline": Label.KICKER,
    "subheadline": Label.DECK,
    "subheading": Label.DECK,
    "author": Label.BYLINE,
    "byline": Label.BYLINE,
    "caption": Label.CAPTION,
    "paragraph": Label.BODY,
    "text": Label.BODY,
    "body": Label.BODY,
    "body_content": Label.BODY,
    "quote": Label.BODY,
    "poem": Label.BODY,
    "list": Label.BODY,
    "footnote": Label.BODY,
    "table": Label.BODY,
    "advertisement": Label.FURNITURE,
    "page_number": Label.FURNITURE,
    "running_title": Label.FURNITURE,
}
"""What the kind of a division says of the blocks it points at; the innermost known one counts."""
_APART: Final = frozenset(("advertisement",))
"""Kinds of division that are items wherever they stand, though they say what their blocks are."""
_LOGICAL: Final = "logical"
_PHYSICAL: Final = "physical"
_DEEPEST: Final = 200
"""Nested divisions that are read."""


@attrs.frozen
class StatedBlock:
    """A block that a division points at."""

    file: str
    """The id of the file in the METS."""
    id: str
    """The id of a page, a block or a line in that file; "" for all of it."""
    kind: str
    """The kind of the innermost division that says what it is, in lower case."""
    label: Label | None


@attrs.frozen
class StatedItem:
    """An article, advertisement, title section or other item of the logical structure."""

    id: str
    kind: str
    """The kind of its division, in lower case."""
    title: str
    language: str
    section: str
    """The label of the section that holds it."""
    blocks: tuple[StatedBlock, ...]


@attrs.frozen
class MetsFile:
    """A file of the package: its id, and its name as the METS has it."""

    id: str
    href: str


@attrs.frozen
class Mets:
    """What a METS file states of an issue."""

    title: str
    number: str
    date: str
    language: str
    files: tuple[MetsFile, ...]
    """The OCR files, in the order of the physical structure."""
    images: tuple[MetsFile, ...]
    """The picture of each page, in the same order, where one is named."""
    labels: tuple[str, ...]
    """The number of each page as printed, in the same order."""
    items: tuple[StatedItem, ...]
    paths: dict[str, str] = attrs.field(factory=dict)
    """Where title, number and date stand: the XPath of each."""


@attrs.frozen
class _Record:
    """One record of descriptive metadata."""

    title: str = ""
    number: str = ""
    date: str = ""
    language: str = ""
    paths: dict[str, str] = attrs.field(factory=dict)


def is_mets(root: Element) -> bool:
    """Whether a root is that of a METS file."""
    return local(root) == "mets"


def read_mets(root: Element) -> Mets:
    """What a METS file states."""
    records = {section.get("ID", ""): _record(section) for section in root.iter("{*}dmdSec")}
    hrefs = _hrefs(root)
    pages = _pages(root, hrefs)
    issue = _issue(root, records)
    return Mets(
        title=issue.title,
        number=issue.number,
        date=issue.date,
        language=issue.language,
        files=tuple(MetsFile(text, hrefs.get(text, "")) for text, _, _ in pages),
        images=tuple(MetsFile(image, hrefs.get(image, "")) for _, image, _ in pages),
        labels=tuple(label for _, _, label in pages),
        items=tuple(_items(root, records, frozenset(text for text, _, _ in pages))),
        paths=issue.paths,
    )


def _record(section: Element) -> _Record:
    """Title, number, date and language of a record in MODS or Dublin Core."""
    found: dict[str, str] = {}
    paths: dict[str, str] = {}
    tree = section.getroottree()
    for field, names in _FIELDS:
        for name in names:
            element = next((one for one in section.iter("{*}" + name) if _words(one)), None)
            if element is not None:
                found[field] = _words(element)
                paths[field] = tree.getpath(element)
                break
    article = next((_words(one) for one in section.iter("{*}nonSort") if _words(one)), "")
    title = found.get("title", "")
    if article and title and not title.startswith(article):
        title = f"{article}{title}" if article.endswith(("'", "’")) else f"{article} {title}"
    return _Record(
        title,
        found.get("number", ""),
        found.get("date", ""),
        found.get("language", ""),
        paths,
    )


_FIELDS: Final = (
    ("title", ("title",)),
    ("number", ("partNumber", "number")),
    ("date", ("dateIssued", "date", "dateCreated")),
    ("language", ("languageTerm", "language")),
)
"""Elements that state each field, the better ones first."""


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _issue(root: Element, records: dict[str, _Record]) -> _Record:
    """What the records of the issue and of the divisions above it say, the innermost first."""
    chain: list[_Record] = []
    for division in _logical(root):
        if (division.get("TYPE") or "").lower() in (
            "newspaper",
            "volume",
            "issue",
            "periodical",
            "serial",
        ):
            chain += [
                records[ref] for ref in (division.get("DMDID") or "").split() if ref in records
            ]
    chain.reverse()
    known = [record for record in records.values() if record.date]
    chain += known
    chain += [record for record in records.values() if record.number and not record.date]
    chain += [record for record in records.values() if record.title][:1]
    fields = {}
    paths = {}
    for field, _ in _FIELDS:
        best = next((record for record in chain if getattr(record, field)), None)
        fields[field] = getattr(best, field) if best is not None else ""
        if best is not None:
            paths[field] = best.paths[field]
    collection = next((record.title for record in records.values() if record.title), "")
    if not fields["title"]:
        fields["title"] = collection or root.get("LABEL", "")
    return _Record(**fields, paths=paths)


def _logical(root: Element) -> Iterator[Element]:
    for structure in root.iter("{*}structMap"):
        if (structure.get("TYPE") or "").lower() == _LOGICAL:
            yield from structure.iter("{*}div")


def _hrefs(root: Element) -> dict[str, str]:
    """The name of each file by its id."""
    found: dict[str, str] = {}
    for file in root.iter("{*}file"):
        place = file.find("{*}FLocat")
        href = place.get(_HREF) or place.get("href") if place is not None else None
        if href:
            found[file.get("ID", "")] = href
    return found


def _pages(root: Element, hrefs: dict[str, str]) -> list[tuple[str, str, str]]:
    """Of each page the id of its text file, of its picture, and its printed number."""
    found: list[tuple[str, str, str]] = []
    for structure in root.iter("{*}structMap"):
        if (structure.get("TYPE") or "").lower() != _PHYSICAL:
            continue
        for division in structure.iter("{*}div"):
            ids = [
                pointer.get("FILEID", "")
                for pointer in division.iterchildren("{*}fptr")
                for pointer in (pointer, *pointer.iter("{*}area"))
                if pointer.get("FILEID")
            ]
            text = next((one for one in ids if _is_text(hrefs.get(one, ""))), "")
            if text:
                image = next((one for one in ids if _is_image(hrefs.get(one, ""))), "")
                found.append((text, image, division.get("ORDERLABEL") or ""))
    if found:
        return found
    return [(one, "", "") for one, href in hrefs.items() if _is_text(href)]


def _is_text(href: str) -> bool:
    return href.lower().removesuffix(".gz").endswith((".xml", ".alto", ".hocr", ".html"))


def _is_image(href: str) -> bool:
    return href.lower().endswith((".jp2", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp"))


def _items(
    root: Element, records: dict[str, _Record], texts: frozenset[str]
) -> Iterator[StatedItem]:
    """The items of the logical structure, in its order."""
    for structure in root.iter("{*}structMap"):
        if (structure.get("TYPE") or "").lower() == _LOGICAL:
            for division in structure.iterchildren("{*}div"):
                yield from _walked(division, "", records, texts, 0)


def _kind(division: Element) -> str:
    """The kind of a division, in lower case; "" for what is none."""
    return (division.get("TYPE") or "").lower() if local(division) == "div" else ""


def _walked(
    division: Element, section: str, records: dict[str, _Record], texts: frozenset[str], depth: int
) -> Iterator[StatedItem]:
    """The items of a division: of a container those inside it and what it holds itself, of another
    the division."""
    kind = (division.get("TYPE") or "").lower()
    if depth > _DEEPEST:
        return
    if kind not in _CONTAINERS:
        yield _item(division, kind, section, records, texts)
        return
    if kind == "section":
        section = division.get("LABEL") or section
    own = _own_blocks(division, kind, texts)
    if own:
        yield StatedItem(division.get("ID", ""), kind, section, "", section, tuple(own))
    for child in division.iterchildren("{*}div"):
        if _kind(child) not in _ROLES or _kind(child) in _CONTAINERS | _APART:
            yield from _walked(child, section, records, texts, depth + 1)


def _own_blocks(division: Element, kind: str, texts: frozenset[str]) -> list[StatedBlock]:
    """The blocks of a container that belong to none of its items: its heading, and paragraphs of
    its own."""
    if kind in ("body", "body_content"):
        return []
    found: list[StatedBlock] = []
    stack: list[tuple[Element, str]] = [(division, kind)]
    while stack:
        element, inner = stack.pop()
        if local(element) == "fptr":
            found += _pointed(element, inner, texts)
        elif element is division or _kind(element) in _ROLES and _kind(element) not in _APART:
            own = _kind(element)
            inner = own if own in _ROLES else inner
            stack.extend((child, inner) for child in reversed(element))
    return found


def _item(
    division: Element, kind: str, section: str, records: dict[str, _Record], texts: frozenset[str]
) -> StatedItem:
    refs = [records[ref] for ref in (division.get("DMDID") or "").split() if ref in records]
    blocks: list[StatedBlock] = []
    stack: list[tuple[Element, str]] = [(division, kind)]
    while stack:
        element, inner = stack.pop()
        name = local(element)
        if name == "fptr":
            blocks += _pointed(element, inner, texts)
        elif name == "div":
            own = (element.get("TYPE") or "").lower()
            inner = own if own in _ROLES else inner
            stack.extend((child, inner) for child in reversed(element))
    return StatedItem(
        id=division.get("ID", ""),
        kind=kind,
        title=division.get("LABEL") or next((one.title for one in refs if one.title), ""),
        language=next((one.language for one in refs if one.language), ""),
        section=section,
        blocks=tuple(blocks),
    )


def _pointed(pointer: Element, kind: str, texts: frozenset[str]) -> list[StatedBlock]:
    """The blocks of text that a pointer leads to; its areas in pictures are none."""
    areas = list(pointer.iter("{*}area")) or [pointer]
    return [
        StatedBlock(area.get("FILEID", ""), area.get("BEGIN", ""), kind, _ROLES.get(kind))
        for area in areas
        if area.get("FILEID") in texts or area.get("BEGIN") and not texts
    ]
