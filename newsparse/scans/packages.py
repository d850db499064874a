"""Issues one after the other: the packages under a folder, and their articles as values that a
worker can read."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

import attrs

from newsparse.errors import InputError, quoted
from newsparse.page import Limits
from newsparse.parser import GENERIC, Parser
from newsparse.profiles.profile import Profile
from newsparse.records import Article
from newsparse.scans.files import is_scan_name
from newsparse.scans.issue import Sketch, sketch_issue
from newsparse.scans.records import ItemKind

_HEAD: Final = 4_096
"""Bytes at the head of a file within which a METS names itself."""


@attrs.frozen
class PackagedArticle:
    """One article of a package: named here, read where it is asked for."""

    package: str
    """The path of a METS, of a file of OCR, or of a folder of them."""
    id: str
    """The id of the item."""

    def read(self, parser: Parser, profile: Profile | str | None = None) -> Article:
        """Its record; raises `InputError` where the package has no such article by now."""
        sketch = _sketch(self.package, _stamp(self.package), parser.limits)
        item = next((item for item in sketch.items if item.id == self.id), None)
        found = sketch.read(item, parser, profile or GENERIC) if item is not None else None
        if found is None or found.article is None:
            raise InputError(f"{quoted(self.package)} has no article {quoted(self.id)}")
        return found.article


def packaged_articles(package: str, limits: Limits | None = None) -> tuple[PackagedArticle, ...]:
    """The articles of a package, in order. Raises `InputError` where no page of it can be read."""
    sketch = _sketch(package, _stamp(package), limits or Limits())
    return tuple(
        PackagedArticle(package, item.id) for item in sketch.items if item.kind is ItemKind.ARTICLE
    )


@lru_cache(maxsize=1)
def _sketch(package: str, stamp: tuple[int, ...], limits: Limits) -> Sketch:
    """The package that was asked for last, kept for its next article; a file that has changed is
    read anew."""
    return sketch_issue(package, limits)


def _stamp(package: str) -> tuple[int, ...]:
    try:
        stat = os.stat(package)
    except OSError:
        return ()
    return stat.st_mtime_ns, stat.st_size


def packages_under(folder: Path) -> Iterator[str]:
    """The packages under a folder: each METS with all that lies below it; each folder of OCR
    without one, whole; each file that lies above the folder of a METS."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        scans = [Path(root, name) for name in sorted(names) if is_scan_name(name)]
        structures = [path for path in scans if _is_structure(path)]
        if structures:
            yield from map(str, structures)
            folders.clear()
        elif scans and not _holds_structure(Path(root)):
            yield root
            folders.clear()
        else:
            yield from map(str, scans)


def _holds_structure(folder: Path) -> bool:
    """Whether a METS lies anywhere under a folder."""
    return any(is_scan_name(path.name) and _is_structure(path) for path in folder.rglob("*"))


def _is_structure(path: Path) -> bool:
    """Whether a file names itself a METS in its first bytes."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
        if head[:2] == b"\x1f\x8b":
            head = zlib.decompressobj(wbits=31).decompress(head, _HEAD)
    except (OSError, zlib.error):
        return False
    return b"<mets" in head or b":mets" in head.lower()
