"""The files of an issue: folders, packages and single files, and how a METS finds the pages it
names.

A METS names its files by address. Only files that were handed over, or that lie in or under the
folder of the METS, are ever read; an address that leads elsewhere is matched by the file's name.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote

import attrs

from newsparse.errors import InputError, quoted
from newsparse.page import Limits
from newsparse.scans.formats import ScanFile, read_file
from newsparse.scans.model import ScanPage

ScanInput = str | os.PathLike[str] | bytes
"""A file of a scan, as a path or its bytes; a folder, as a path."""

_SUFFIXES: Final = (".xml", ".alto", ".hocr", ".html", ".htm", ".mets")
_DIGITS: Final = re.compile(r"\d+")
_LONGEST_NAME: Final = 400
"""Characters of a file's name that an error quotes."""
_MOST_FILES: Final = 2_000
"""Files of one issue."""


@attrs.frozen
class Problem:
    """A file or page that could not be read as it should have been, and why."""

    file: str
    message: str


@attrs.frozen
class Loaded:
    """What the files of an issue hold."""

    structure: ScanFile | None
    """The METS, where there is one."""
    pages: tuple[ScanPage, ...]
    """The pages in order, numbered from 1."""
    file_ids: tuple[str, ...]
    """The id that the METS gives the file of each page; "" without one."""
    problems: tuple[Problem, ...]


def load_files(files: ScanInput | Iterable[ScanInput], limits: Limits) -> Loaded:
    """The pages of an issue, from its files. Raises `InputError` if no page can be read."""
    found: list[tuple[str, ScanFile]] = []
    problems: list[Problem] = []
    for name, source in _sources(files):
        try:
            found.append((name, _read(source, name, limits)))
        except InputError as error:
            problems.append(Problem(name, str(error)))
    structures = [file for _, file in found if file.mets is not None]
    problems += [Problem(name, file.problem) for name, file in found if file.problem]
    problems += [
        Problem(file.name, "a second METS; the first states the issue") for file in structures[1:]
    ]
    structure = structures[0] if structures else None
    texts = {name: file for name, file in found if file.mets is None}
    loaded = (
        _by_structure(structure, texts, limits, problems)
        if structure is not None
        else [("", page) for name in sorted(texts, key=_natural) for page in texts[name].pages]
    )
    if not loaded:
        reasons = "; ".join(problem.message for problem in problems[:3]) or "there is no file"
        raise InputError(f"no page of a scan could be read: {reasons}")
    pages = tuple(attrs.evolve(page, number=at) for at, (_, page) in enumerate(loaded, 1))
    problems += [Problem(page.file, problem) for page in pages for problem in page.problems]
    return Loaded(structure, pages, tuple(id for id, _ in loaded), tuple(problems))


def _sources(files: ScanInput | Iterable[ScanInput]) -> Iterator[tuple[str, Path | bytes]]:
    """Each file once, with its name: a folder stands for the files in it."""
    several = [files] if isinstance(files, (str, bytes, os.PathLike)) else files
    if not isinstance(several, Iterable):
        raise InputError(f"files are paths or bytes, not {quoted(files)}")
    seen: set[Path] = set()
    for at, one in enumerate(several):
        if isinstance(one, (bytes, bytearray)):
            yield f"file {at + 1}", bytes(one)
            continue
        if not isinstance(one, (str, os.PathLike)):
            raise InputError(f"a file is a path or bytes, not {quoted(one)}")
        for path in _in_folder(Path(one)):
            if path not in seen:
                seen.add(path)
                yield str(path), path
            if len(seen) > _MOST_FILES:
                raise InputError(f"an issue has at most {_MOST_FILES} files")


def _in_folder(path: Path) -> list[Path]:
    """The files of a folder and of those under it that look like OCR; a file is itself."""
    if not path.is_dir():
        return [path]
    return sorted(
        (one for one in path.rglob("*") if is_scan_name(one.name) and one.is_file()),
        key=lambda one: _natural(str(one)),
    )


def is_scan_name(name: str) -> bool:
    """Whether a file is named as files of OCR are.

    >>> is_scan_name("0001.xml.gz"), is_scan_name("0001.jp2")
    (True, False)
    """
    return name.lower().removesuffix(".gz").endswith(_SUFFIXES)


def _natural(name: str) -> list[tuple[int, str]]:
    """A key by which page 10 comes after page 9."""
    parts = _DIGITS.split(name)
    numbers = _DIGITS.findall(name)
    return [(int(numbers[at - 1][:18]) if at else 0, part) for at, part in enumerate(parts)]


def _read(source: Path | bytes, name: str, limits: Limits) -> ScanFile:
    if isinstance(source, Path):
        try:
            with source.open("rb") as file:
                source = file.read(limits.size + 1)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise InputError(f"cannot read {quoted(name, _LONGEST_NAME)}: {reason}") from error
    return read_file(source, name, limits)


def _by_structure(
    structure: ScanFile, texts: dict[str, ScanFile], limits: Limits, problems: list[Problem]
) -> list[tuple[str, ScanPage]]:
    """The pages that a METS names, in its order, with the ids of their files; then those it does
    not name."""
    mets = structure.mets
    if mets is None:
        return []
    by_name = {_base(name): file for name, file in texts.items()}
    folder = Path(structure.name).parent if Path(structure.name).is_file() else None
    found: list[tuple[str, ScanPage]] = []
    used: set[int] = set()
    for at, named in enumerate(mets.files):
        file = by_name.get(_base(named.href)) or _beside(folder, named.href, limits, problems)
        if file is None:
            problems.append(
                Problem(structure.name, f"the METS names {quoted(named.href)}, which is not there")
            )
            continue
        used.add(id(file))
        label = mets.labels[at] if at < len(mets.labels) else ""
        image = mets.images[at].href if at < len(mets.images) else ""
        for page in file.pages:
            found.append(
                (named.id, attrs.evolve(page, label=page.label or label, image=image or page.image))
            )
    for name in sorted(texts, key=_natural):
        if id(texts[name]) not in used:
            problems.append(Problem(name, "the METS does not name this file; its pages come last"))
            found += [("", page) for page in texts[name].pages]
    return found


def _base(name: str) -> str:
    """The name of a file without its folder and packing, in lower case."""
    base = PurePosixPath(unquote(name).replace("\\", "/")).name
    return base.lower().removesuffix(".gz")


def _beside(
    folder: Path | None, href: str, limits: Limits, problems: list[Problem]
) -> ScanFile | None:
    """The file that an address names, in or under the folder of the METS; None where it is not
    there."""
    address = unquote(href).removeprefix("file://").lstrip("/")
    base = PurePosixPath(address).name
    if not base or folder is None:
        return None
    root = folder.resolve()
    for relative in (address, base):
        for name in (relative, relative + ".gz"):
            path = _inside(root, folder / name)
            if path is None:
                continue
            try:
                return _read(path, str(path), limits)
            except InputError as error:
                problems.append(Problem(str(path), str(error)))
                return None
    return None


def _inside(root: Path, path: Path) -> Path | None:
    """A file's real path where it lies under a folder; None where it does not, or is not there."""
    try:
        real = path.resolve()
        return real if real.is_relative_to(root) and real.is_file() else None
    except (OSError, ValueError):
        return None
