"""Text files that only grow: JSONL, CSV and the file of errors. A checkpoint is the size of the
file.

A file whose name ends in `.gz` or `.zst` is compressed. What lies between two checkpoints is then
one gzip member or Zstandard frame, so that the file can be cut off at a checkpoint; every tool
reads them as one file.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, Final

from newsparse.batch.extras import need
from newsparse.batch.formats import Layout
from newsparse.batch.outcome import Job, Outcome
from newsparse.batch.outputs.flat import COLUMNS, cells
from newsparse.batch.work import Render
from newsparse.errors import BatchError, quoted
from newsparse.printed.flat import Cell
from newsparse.printed.rows import without_sources

Compress = Callable[[bytes], bytes]


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)


def _zstd(data: bytes) -> bytes:
    compressed: bytes = need("zstandard", "zstd").ZstdCompressor().compress(data)
    return compressed


def _as_it_is(data: bytes) -> bytes:
    return data


COMPRESSORS: Final[dict[str, Compress]] = {".gz": _gzip, ".zst": _zstd}
"""By the suffix of the file."""


def line_sink(path: Path, state: int | None = None, header: bytes = b"") -> LineSink:
    """A sink for lines, compressed where the name of the file says so."""
    return LineSink(path, state, header, COMPRESSORS.get(path.suffix.lower(), _as_it_is))


class LineSink:
    """A file that lines are appended to."""

    def __init__(
        self,
        path: Path,
        state: int | None = None,
        header: bytes = b"",
        compress: Compress = _as_it_is,
    ) -> None:
        self._compress = compress
        self._unwritten = bytearray()
        if not state:
            self._file: IO[bytes] = path.open("wb")
            self.write(header)
            return
        if not path.exists() or path.stat().st_size < state:
            raise BatchError(
                f"{quoted(str(path))} is shorter than its journal says: it was changed, and cannot "
                "be resumed. --overwrite starts over"
            )
        self._file = path.open("r+b")
        self._file.truncate(state)
        self._file.seek(state)

    def write(self, payload: bytes) -> None:
        """Append a line."""
        if self._compress is _as_it_is:
            self._file.write(payload)
        else:
            self._unwritten += payload

    def checkpoint(self) -> int:
        """Put every line on the disk; the size of the file."""
        if self._unwritten:
            self._file.write(self._compress(bytes(self._unwritten)))
            self._unwritten.clear()
        self._file.flush()
        os.fsync(self._file.fileno())
        return self._file.tell()

    def publish(self) -> None:
        """Nothing to do: the file is already where users look for it."""

    def close(self) -> None:
        """Close the file."""
        self._file.close()


class StreamSink:
    """Standard output. What is written there cannot be taken back, so it cannot be resumed."""

    def __init__(self, stream: IO[bytes], header: bytes = b"") -> None:
        self._stream = stream
        self._stream.write(header)

    def write(self, payload: bytes) -> None:
        """Write a line."""
        self._stream.write(payload)

    def checkpoint(self) -> int:
        """Flush the stream."""
        self._stream.flush()
        return 0

    def publish(self) -> None:
        """Flush the stream."""
        self._stream.flush()

    def close(self) -> None:
        """Nothing to do: the stream belongs to the process."""


def json_line(job: Job, outcome: Outcome) -> bytes:
    """An outcome as one line of JSON: id, url, error, warc, article.

    >>> json_line(Job(""), Outcome("a"))
    b'{"id": "a", "url": null, "error": null, "warc": null, "article": null}\\n'
    """
    return json_bytes(_values(job, outcome))


def json_line_without_sources(job: Job, outcome: Outcome) -> bytes:
    """The same line without what the values of the article were read from."""
    values = _values(job, outcome)
    return json_bytes({**values, "article": without_sources(values["article"])})


def flat_json_line(job: Job, outcome: Outcome) -> bytes:
    """An outcome as one line of JSON with plain values, by the names of `flat.COLUMNS`."""
    return json_bytes(dict(zip(COLUMNS, cells(job, outcome), strict=True)))


JSON_LINES: Final[dict[Layout, Render]] = {
    Layout.NESTED: json_line,
    Layout.WITHOUT_SOURCES: json_line_without_sources,
    Layout.FLAT: flat_json_line,
}


def _values(job: Job, outcome: Outcome) -> dict[str, Any]:
    values = outcome.to_dict()
    article = values.pop("article")
    warc = None if job.warc is None else job.warc.to_dict()
    return {**values, "warc": warc, "article": article}


def json_bytes(value: Any) -> bytes:
    """A value as a line of JSON in UTF-8. A lone surrogate, which UTF-8 cannot encode, is
    escaped.
    """
    try:
        return json.dumps(value, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(value).encode() + b"\n"


def csv_line(job: Job, outcome: Outcome) -> bytes:
    """An outcome as one record of CSV (RFC 4180), in the columns of `flat.COLUMNS`."""
    return _csv([_printed(cell) for cell in cells(job, outcome)])


def csv_header() -> bytes:
    """The first line of a CSV output."""
    return _csv(list(COLUMNS))


def _csv(row: list[str]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(row)
    return buffer.getvalue().encode("utf-8", "replace")


def _printed(cell: Cell) -> str:
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)
