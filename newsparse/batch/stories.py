"""Files as the stories that `newsparse same` compares: records in JSON lines or Parquet, tables
with texts, and pages, which are parsed."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Final

from newsparse.across.stories import Story, of_article, of_row
from newsparse.batch.extras import need
from newsparse.batch.formats import InputKind
from newsparse.batch.inputs.compressed import decompressed, read_page
from newsparse.batch.inputs.paths import STDIN, files
from newsparse.batch.inputs.sources import kind_of
from newsparse.errors import InputError, quoted
from newsparse.parser import Parser

_ROWS_AT_ONCE: Final = 64
"""Rows of a Parquet file in memory at a time."""
_LONGEST_CELL: Final = 2**31 - 1
_MOST_BYTES: Final = 20_000_001
"""Bytes of a page that are read."""
Rows = Iterator[Mapping[str, Any]]


def stories(inputs: Iterable[str], parser: Parser | None = None) -> Iterator[Story]:
    """The stories of files, folders and globs, in order; `-` is JSON lines on standard input.

    A row without a body is left out. Raises `InputError` for a file that holds neither records nor
    pages, and `BatchError` for an input that is not there.
    """
    for name in files(inputs):
        if name == STDIN:
            yield from _of_rows(_json_lines(sys.stdin.buffer), name)
            continue
        read = _READERS.get(kind_of(name) or InputKind.PAGE)
        if read is None and kind_of(name) is not None:
            raise InputError(f"{quoted(name)} holds no records; `newsparse batch` reads it")
        if read is None:
            yield _of_page(name, parser or Parser())
            continue
        yield from _of_rows(rows(name), name)


def rows(name: str) -> Rows:
    """The rows of a table or of JSON lines. Raises `InputError` for another file."""
    read = _READERS.get(kind_of(name) or InputKind.PAGE)
    if read is None:
        raise InputError(f"{quoted(name)} is no JSONL, CSV, TSV or Parquet file by its name")
    with open(name, "rb") as stream:
        yield from read(stream)


def _of_page(name: str, parser: Parser) -> Story:
    return of_article(parser.parse(read_page(Path(name), _MOST_BYTES)), name)


def _of_rows(rows: Rows, name: str) -> Iterator[Story]:
    for number, row in enumerate(rows, 1):
        story = of_row(row, f"{name}:{number}")
        if story is not None:
            yield story


def _json_lines(stream: IO[bytes]) -> Rows:
    for number, line in enumerate(decompressed(stream), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputError(f"line {number} is not JSON: {error}") from None
        if isinstance(row, dict):
            yield row


def _parquet(stream: IO[bytes]) -> Rows:
    table: Any = need("pyarrow.parquet", "parquet").ParquetFile(stream)
    for batch in table.iter_batches(batch_size=_ROWS_AT_ONCE):
        yield from batch.to_pylist()


def _delimited(stream: IO[bytes]) -> Rows:
    csv.field_size_limit(min(sys.maxsize, _LONGEST_CELL))
    text = io.TextIOWrapper(decompressed(stream), "utf-8-sig", errors="replace", newline="")
    head = text.readline()
    yield from csv.DictReader(
        _chained(head, text), delimiter="\t" if head.count("\t") > head.count(",") else ","
    )


def _chained(head: str, rest: Iterable[str]) -> Iterator[str]:
    yield head
    yield from rest


_READERS: Final[dict[InputKind, Callable[[IO[bytes]], Rows]]] = {
    InputKind.JSONL: _json_lines,
    InputKind.PARQUET: _parquet,
    InputKind.CSV: _delimited,
}
