"""Text files that only grow: JSONL, CSV, the file of errors. A checkpoint is the file's size."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from typing import IO, Any

from newsparse.batch.outcome import Job, Outcome
from newsparse.batch.outputs.flat import COLUMNS, cells
from newsparse.errors import BatchError, quoted
from newsparse.printed.flat import Cell


class LineSink:
    """A file that lines are appended to."""

    def __init__(self, path: Path, state: int | None = None, header: bytes = b"") -> None:
        if not state:
            self._file: IO[bytes] = path.open("wb")
            self._file.write(header)
            return
        if not path.exists() or path.stat().st_size < state:
            raise BatchError(
                f"{quoted(str(path))} is shorter than its journal says: it was changed, and cannot be resumed"
            )
        self._file = path.open("r+b")
        self._file.truncate(state)
        self._file.seek(state)

    def write(self, payload: bytes) -> None:
        self._file.write(payload)

    def checkpoint(self) -> int:
        self._file.flush()
        os.fsync(self._file.fileno())
        return self._file.tell()

    def publish(self) -> None:
        """It is where users look for it already."""

    def close(self) -> None:
        self._file.close()


class StreamSink:
    """Standard output: what is written is gone, so there is no way back and no resuming."""

    def __init__(self, stream: IO[bytes], header: bytes = b"") -> None:
        self._stream = stream
        self._stream.write(header)

    def write(self, payload: bytes) -> None:
        self._stream.write(payload)

    def checkpoint(self) -> int:
        self._stream.flush()
        return 0

    def publish(self) -> None:
        self._stream.flush()

    def close(self) -> None:
        """It is not ours to close."""


def json_line(job: Job, outcome: Outcome) -> bytes:
    """An outcome as one line of JSON: id, url, error, article.

    >>> json_line(Job(""), Outcome("a"))
    b'{"id": "a", "url": null, "error": null, "article": null}\\n'
    """
    return json_bytes(outcome.to_dict())


def json_bytes(value: Any) -> bytes:
    """A value as a line of JSON in UTF-8; where a lone surrogate stands in it, which UTF-8 cannot hold, in ASCII escapes."""
    try:
        return json.dumps(value, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(value).encode() + b"\n"


def csv_line(job: Job, outcome: Outcome) -> bytes:
    """An outcome as one record of CSV (RFC 4180), in the columns of `flat.COLUMNS`."""
    return _csv([_printed(cell) for cell in cells(outcome)])


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
