"""From what a user names (files, folders, globs) to files, in the same order on every machine."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from newsparse.batch.inputs.compressed import without_compression
from newsparse.errors import BatchError, quoted

STDIN: Final = "-"
PAGE_SUFFIXES: Final = (".html", ".htm", ".xhtml", ".shtml", ".txt", ".text", ".md")
TABLE_SUFFIXES: Final = (".jsonl", ".ndjson", ".csv", ".tsv", ".parquet")
SCAN_SUFFIXES: Final = (".hocr", ".alto", ".mets", ".mets.xml", ".alto.xml")
"""Names that tell OCR; other XML is read as scans where the caller says so."""
WARC_SUFFIXES: Final = (".warc", ".wet", ".warc.lz4", ".wet.lz4")


def files(
    inputs: Iterable[str], own: Iterable[Path] = (), *, refuse_own: bool = False
) -> list[str]:
    """The files that the inputs name, each once.

    A file is itself. A folder is every page, table and archive under it, sorted. A glob is what it
    matches, sorted. `own` are the files and folders that the batch writes; they are left out. With
    `refuse_own`, naming one of them as an input is an error: the batch would replace it before it
    is read.

    Raises `BatchError` for an input that names nothing.
    """
    own_names = frozenset(str(path.resolve()) for path in own)
    found: dict[str, None] = {}
    for name in inputs:
        if refuse_own and os.path.isfile(name) and _is_own(name, own_names):
            raise BatchError(f"{quoted(name, 200)} cannot be both an input and an output")
        taken = [path for path in _named(name) if path == STDIN or not _is_own(path, own_names)]
        found.update(dict.fromkeys(taken))
    return list(found)


def _named(name: str) -> list[str]:
    if name == STDIN or os.path.exists(name) and not os.path.isdir(name):
        return [name]
    if os.path.isdir(name):
        return list(_under(name))
    matched = sorted(glob.glob(name, recursive=True))
    if not matched:
        raise BatchError(f"no file or folder is named, and no glob matches, {quoted(name, 200)}")
    return [path for match in matched for path in _files_of(match)]


def _files_of(path: str) -> Iterable[str]:
    return _under(path) if os.path.isdir(path) else (path,)


def _under(folder: str) -> Iterator[str]:
    """The files of a folder with a known suffix; hidden ones are left out."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and is_known(name):
                yield os.path.join(root, name)


def is_known(name: str) -> bool:
    """Whether a file of a folder is an input, by its suffix.

    >>> is_known("a.html.gz"), is_known("a.WARC.gz"), is_known("a.css")
    (True, True, False)
    """
    suffixes = PAGE_SUFFIXES + TABLE_SUFFIXES + WARC_SUFFIXES
    return without_compression(name).lower().endswith(suffixes)


def _is_own(path: str, own: frozenset[str]) -> bool:
    if not own:
        return False
    resolved = Path(path).resolve()
    return str(resolved) in own or any(str(parent) in own for parent in resolved.parents)
