"""Files and standard input as one stream of jobs.

The suffix of a file or its first bytes decide how it is read.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Final

import attrs

from newsparse.batch.formats import InputKind
from newsparse.batch.inputs import tables
from newsparse.batch.inputs.columns import Columns
from newsparse.batch.inputs.compressed import buffered, decompressed, without_compression
from newsparse.batch.inputs.paths import SCAN_SUFFIXES, STDIN, TABLE_SUFFIXES, WARC_SUFFIXES
from newsparse.batch.inputs.scans import scanned
from newsparse.batch.inputs.warc import warc
from newsparse.batch.outcome import Failure, FailureKind, Job, Key
from newsparse.errors import MissingExtraError

_SUFFIXES: Final = {
    **dict.fromkeys(WARC_SUFFIXES, InputKind.WARC),
    **dict.fromkeys(TABLE_SUFFIXES, InputKind.CSV),
    ".jsonl": InputKind.JSONL,
    ".ndjson": InputKind.JSONL,
    ".parquet": InputKind.PARQUET,
    **dict.fromkeys(SCAN_SUFFIXES, InputKind.SCAN),
}
_MAGIC: Final = ((b"WARC/", InputKind.WARC), (b"PAR1", InputKind.PARQUET), (b"{", InputKind.JSONL))
"""First bytes that tell what standard input contains."""

Reader = Callable[[IO[bytes], str, Columns], Iterator[Job]]
_READERS: Final[dict[InputKind, Reader]] = {
    InputKind.WARC: lambda stream, name, columns: warc(stream, name),
    InputKind.JSONL: tables.jsonl,
    InputKind.CSV: tables.delimited,
    InputKind.PARQUET: tables.parquet,
}
_READ_AS_THEY_ARE: Final = frozenset((InputKind.PARQUET, InputKind.WARC))
"""Kinds whose reader takes the bytes of the file: it seeks in them, or reports offsets in them."""
_DECOMPRESSED_BY_FASTWARC: Final = (b"\x1f\x8b", b"\x04\x22\x4d\x18", b"WARC/")
"""First bytes of gzip, LZ4 and uncompressed archives."""


@attrs.define
class InputProgress:
    """How many bytes of the input files have been read; `total` is 0 where it cannot be known."""

    total: int = 0
    done: int = 0


def kind_of(name: str) -> InputKind | None:
    """What a file contains, by its name; None where the name does not tell.

    >>> kind_of("a.warc.gz"), kind_of("a.tsv"), kind_of("a.html")
    (<InputKind.WARC: 'warc'>, <InputKind.CSV: 'csv'>, None)
    """
    bare = without_compression(name.lower())
    return next((kind for suffix, kind in _SUFFIXES.items() if bare.endswith(suffix)), None)


def jobs(
    files: Iterable[str],
    columns: Columns | None = None,
    kind: InputKind | None = None,
    progress: InputProgress | None = None,
    stdin: IO[bytes] | None = None,
) -> Iterator[Job]:
    """The jobs of files, in order. A file that cannot be read is one failed job; the rest goes on.

    `kind` says what every file contains. Without it, the name tells; for standard input, the first
    bytes. Raises `MissingExtraError` where a file needs a package that is not installed.
    """
    columns = columns or Columns()
    progress = progress or InputProgress()
    for name in files:
        before = progress.done
        if name == STDIN:
            yield from _stdin_jobs(stdin or sys.stdin.buffer, columns, kind)
        else:
            yield from _file_jobs(name, columns, kind or kind_of(name), progress)
            progress.done = before + _size(name)


def total(files: Iterable[str]) -> int:
    """Bytes of all files; 0 where standard input is one of them."""
    names = list(files)
    return 0 if STDIN in names else sum(map(_size, names))


def _size(name: str) -> int:
    try:
        return os.path.getsize(name)
    except OSError:
        return 0


def _stdin_jobs(stream: IO[bytes], columns: Columns, kind: InputKind | None) -> Iterator[Job]:
    opened = buffered(decompressed(stream))
    kind = kind or _kind_of_head(opened)
    if kind is InputKind.PAGE:
        yield Job(opened.read(), STDIN, key=Key(STDIN))
    elif kind is InputKind.PARQUET:
        yield from _rows(io.BytesIO(opened.read()), STDIN, columns, kind)
    else:
        yield from _rows(opened, STDIN, columns, kind)


def _kind_of_head(stream: io.BufferedReader) -> InputKind:
    head = stream.peek(16)[:16].lstrip()
    return next((kind for magic, kind in _MAGIC if head.startswith(magic)), InputKind.PAGE)


def _file_jobs(
    name: str, columns: Columns, kind: InputKind | None, progress: InputProgress
) -> Iterator[Job]:
    if kind is None or kind is InputKind.PAGE:
        yield Job(Path(name), name, key=Key(name))
        return
    if kind is InputKind.SCAN:
        yield from scanned(name)
        return
    try:
        file = Path(name).open("rb")  # noqa: SIM115 - closed below
    except OSError as error:
        yield _broken(name, 0, error)
        return
    with file:
        start = progress.done
        for job in _rows(_opened(file, kind), name, columns, kind):
            progress.done = start + file.tell()
            yield job


def _opened(file: io.BufferedReader, kind: InputKind) -> IO[bytes]:
    """The stream that the reader of a kind takes.

    FastWARC decompresses gzip and LZ4 itself, and then reports offsets in the compressed file.
    """
    if kind is InputKind.WARC and not file.peek(8).startswith(_DECOMPRESSED_BY_FASTWARC):
        return decompressed(file)
    return file if kind in _READ_AS_THEY_ARE else decompressed(file)


def _rows(stream: IO[bytes], name: str, columns: Columns, kind: InputKind) -> Iterator[Job]:
    number = 0
    try:
        for job in _READERS[kind](stream, name, columns):
            number = job.key.at + 1
            yield job
    except MissingExtraError:
        raise
    except Exception as error:  # noqa: BLE001 - one broken file never stops a batch
        yield _broken(name, number, error)


def _broken(name: str, number: int, error: Exception) -> Job:
    where = f"cannot read on after {number:,} pages" if number else "cannot read it"
    return Job(
        Failure(FailureKind.INPUT, f"{where}: {error}"), f"{name}#{number}", key=Key(name, number)
    )
