"""Files and standard input as one stream of jobs: a table of kinds, told by suffix or by looking."""

from __future__ import annotations

import enum
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Final, cast

import attrs

from newsparse.batch.inputs import tables
from newsparse.batch.inputs.columns import Columns
from newsparse.batch.inputs.compressed import unpacked, without_packing
from newsparse.batch.inputs.paths import SCAN_SUFFIXES, STDIN, TABLE_SUFFIXES, WARC_SUFFIXES
from newsparse.batch.inputs.scans import scanned
from newsparse.batch.inputs.warc import warc
from newsparse.batch.outcome import Failure, FailureKind, Job, Key
from newsparse.errors import MissingExtraError


class InputKind(enum.StrEnum):
    """What a file holds."""

    PAGE = "page"
    WARC = "warc"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    SCAN = "scan"
    """The OCR of a scanned issue: a METS, a file, or a folder of files; a job is one of its articles."""


_SUFFIXES: Final = {
    **dict.fromkeys(WARC_SUFFIXES, InputKind.WARC),
    **dict.fromkeys(TABLE_SUFFIXES, InputKind.CSV),
    ".jsonl": InputKind.JSONL,
    ".ndjson": InputKind.JSONL,
    ".parquet": InputKind.PARQUET,
    **dict.fromkeys(SCAN_SUFFIXES, InputKind.SCAN),
}
_MAGIC: Final = ((b"WARC/", InputKind.WARC), (b"PAR1", InputKind.PARQUET), (b"{", InputKind.JSONL))

Reader = Callable[[IO[bytes], str, Columns], Iterator[Job]]
_READERS: Final[dict[InputKind, Reader]] = {
    InputKind.WARC: lambda stream, name, columns: warc(stream, name),
    InputKind.JSONL: tables.jsonl,
    InputKind.CSV: tables.delimited,
    InputKind.PARQUET: tables.parquet,
}


@attrs.define
class InputProgress:
    """How much of the inputs has been read, in bytes as they lie on the disk; `total` is 0 where no one can know."""

    total: int = 0
    done: int = 0


def kind_of(name: str) -> InputKind | None:
    """What a file holds by its name; None where the name does not tell.

    >>> kind_of("a.warc.gz"), kind_of("a.tsv"), kind_of("a.html")
    (<InputKind.WARC: 'warc'>, <InputKind.CSV: 'csv'>, None)
    """
    bare = without_packing(name.lower())
    return next((kind for suffix, kind in _SUFFIXES.items() if bare.endswith(suffix)), None)


def jobs(
    files: Iterable[str],
    columns: Columns | None = None,
    kind: InputKind | None = None,
    gauge: InputProgress | None = None,
    stdin: IO[bytes] | None = None,
) -> Iterator[Job]:
    """The jobs of files, in order. A file that cannot be read is one job that failed; the rest goes on.

    `kind` says what every file holds; without it the name tells, and for standard input the first bytes.
    Raises `MissingExtraError` where a file needs a package that is not there: no page of it could be read.
    """
    columns = columns or Columns()
    gauge = gauge or InputProgress()
    for name in files:
        before = gauge.done
        if name == STDIN:
            yield from _standard(stdin or sys.stdin.buffer, columns, kind)
        else:
            yield from _file(name, columns, kind or kind_of(name), gauge)
            gauge.done = before + _size(name)


def total(files: Iterable[str]) -> int:
    """Bytes of the files on the disk; 0 where standard input is one of them."""
    names = list(files)
    return 0 if STDIN in names else sum(map(_size, names))


def _size(name: str) -> int:
    try:
        return os.path.getsize(name)
    except OSError:
        return 0


def _standard(stream: IO[bytes], columns: Columns, kind: InputKind | None) -> Iterator[Job]:
    opened = unpacked(stream)
    buffered = (
        opened
        if isinstance(opened, io.BufferedReader)
        else io.BufferedReader(cast("io.RawIOBase", opened))
    )
    head = buffered.peek(16)[:16].lstrip()
    kind = kind or next((kind for magic, kind in _MAGIC if head.startswith(magic)), InputKind.PAGE)
    if kind is InputKind.PAGE:
        yield Job(buffered.read(), STDIN, key=Key(STDIN))
    else:
        whole: IO[bytes] = io.BytesIO(buffered.read()) if kind is InputKind.PARQUET else buffered
        yield from _rows(whole, STDIN, columns, kind)


def _file(
    name: str, columns: Columns, kind: InputKind | None, gauge: InputProgress
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
        start = gauge.done
        stream: IO[bytes] = (
            file if kind in _SEEKING or name.lower().endswith(".lz4") else unpacked(file)
        )
        for job in _rows(stream, name, columns, kind):
            gauge.done = start + file.tell()
            yield job


_SEEKING = frozenset((InputKind.PARQUET,))


def _rows(stream: IO[bytes], name: str, columns: Columns, kind: InputKind) -> Iterator[Job]:
    number = 0
    try:
        for job in _READERS[kind](stream, name, columns):
            number = job.key.at + 1
            yield job
    except MissingExtraError:
        raise
    except Exception as error:  # noqa: BLE001 - a broken file never stops a batch; what the unpackers and readers raise has no common base
        yield _broken(name, number, error)


def _broken(name: str, number: int, error: Exception) -> Job:
    return Job(
        Failure(FailureKind.INPUT, f"cannot read on after {number} pages: {error}"),
        f"{name}#{number}",
        key=Key(name, number),
    )
