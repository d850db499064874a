"""From what a user names (files, folders, globs) to files, in one order on every machine."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from newsparse.batch.inputs.compressed import without_packing
from newsparse.errors import BatchError, quoted

STDIN: Final = "-"
PAGE_SUFFIXES: Final = (".html", ".htm", ".xhtml", ".shtml", ".txt", ".text", ".md")
TABLE_SUFFIXES: Final = (".jsonl", ".ndjson", ".csv", ".tsv", ".parquet")
SCAN_SUFFIXES: Final = (".hocr", ".alto", ".mets", ".mets.xml", ".alto.xml")
"""Names that tell OCR; other XML is read as scans where the caller says so."""
WARC_SUFFIXES: Final = (".warc", ".wet", ".warc.lz4", ".wet.lz4")


def files(inputs: Iterable[str], without: Iterable[Path] = ()) -> list[str]:
    """The files that the inputs name, each once: a file is itself, a folder is every page, table and archive under it,
    sorted, a glob is what it matches, sorted. `without` are files and folders never taken: the batch's own.

    Raises `BatchError` for an input that names nothing.
    """
    own = frozenset(str(path.resolve()) for path in without)
    found: dict[str, None] = {}
    for name in inputs:
        taken = [path for path in _named(name) if path == STDIN or not _is_own(path, own)]
        found.update(dict.fromkeys(taken))
    return list(found)


def _named(name: str) -> list[str]:
    if name == STDIN or os.path.isfile(name) or os.path.exists(name) and not os.path.isdir(name):
        return [name]
    if os.path.isdir(name):
        return list(_under(name))
    matched = sorted(glob.glob(name, recursive=True))
    if not matched:
        raise BatchError(f"no file, folder or glob match: {quoted(name, 200)}")
    return [
        path for match in matched for path in (_under(match) if os.path.isdir(match) else (match,))
    ]


def _under(folder: str) -> Iterator[str]:
    """Files of a folder by their suffix, hidden ones left out."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and is_known(name):
                yield os.path.join(root, name)


def is_known(name: str) -> bool:
    """Whether a file of a folder is input, by its name.

    >>> is_known("a.html.gz"), is_known("a.WARC.gz"), is_known("a.css")
    (True, True, False)
    """
    return without_packing(name).lower().endswith(PAGE_SUFFIXES + TABLE_SUFFIXES + WARC_SUFFIXES)


def _is_own(path: str, own: frozenset[str]) -> bool:
    if not own:
        return False
    resolved = Path(path).resolve()
    return str(resolved) in own or any(str(parent) in own for parent in resolved.parents)
