"""Parquet: rows are kept in parts, one a checkpoint, and made one file when the batch ends or is stopped.

The checkpoint is the number of parts. Row groups are cut anew when the parts are joined, so that the file
depends on the rows and their order alone.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from newsparse.batch.extras import need
from newsparse.batch.outcome import Job, Outcome
from newsparse.errors import BatchError, quoted

_GROUP: Final = 1_000
"""Rows of a row group."""


def row(job: Job, outcome: Outcome) -> dict[str, Any]:
    """An outcome as a row of `newsparse.batch.arrow.SCHEMA`."""
    from newsparse.batch import arrow

    return arrow.row(job, outcome)


def parts_of(path: Path) -> Path:
    """The folder of parts beside an output."""
    return path.with_name(path.name + ".parts")


def tidy(path: Path) -> None:
    """Remove the parts of an output."""
    shutil.rmtree(parts_of(path), ignore_errors=True)


class ParquetSink:
    """One Parquet file, and a folder of parts beside it while the batch runs."""

    def __init__(self, path: Path, state: int | None = None) -> None:
        self._pa = need("pyarrow", "parquet")
        self._parquet = need("pyarrow.parquet", "parquet")
        from newsparse.batch import arrow

        self._arrow = arrow
        self._path = path
        self._parts = parts_of(path)
        self._rows: list[dict[str, Any]] = []
        self._count = state or 0
        self._parts.mkdir(parents=True, exist_ok=True)
        kept = frozenset(self._kept())
        there = frozenset(self._parts.iterdir())
        if kept - there:
            raise BatchError(
                f"{quoted(str(self._parts))} lacks parts that its journal names: it was changed, and cannot be resumed"
            )
        for part in there - kept:
            part.unlink()

    def write(self, payload: dict[str, Any]) -> None:
        self._rows.append(payload)

    def checkpoint(self) -> int:
        if self._rows:
            part = self._part(self._count)
            fresh = part.with_suffix(".new")
            with open(fresh, "wb") as file:
                with self._pa.ipc.new_stream(file, self._arrow.SCHEMA) as writer:
                    writer.write_batch(self._arrow.batch_of(self._rows))
                file.flush()
                os.fsync(file.fileno())
            os.replace(fresh, part)
            self._count += 1
            self._rows = []
        return self._count

    def publish(self) -> None:
        fresh = self._path.with_name(self._path.name + ".new")
        with self._parquet.ParquetWriter(fresh, self._arrow.SCHEMA, compression="zstd") as writer:
            for group in self._groups():
                writer.write_table(group, row_group_size=_GROUP)
        os.replace(fresh, self._path)

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._path.with_name(self._path.name + ".new").unlink()

    def _part(self, number: int) -> Path:
        return self._parts / f"{number:06d}.arrow"

    def _kept(self) -> list[Path]:
        return [self._part(number) for number in range(self._count)]

    def _groups(self) -> Iterator[Any]:
        """The rows of all parts, in tables of one row group each."""
        held: list[Any] = []
        count = 0
        for part in self._kept():
            with self._pa.memory_map(str(part)) as file, self._pa.ipc.open_stream(file) as reader:
                for batch in reader:
                    held.append(batch)
                    count += batch.num_rows
                    while count >= _GROUP:
                        table = self._pa.Table.from_batches(held, self._arrow.SCHEMA)
                        yield table.slice(0, _GROUP).combine_chunks()
                        held = table.slice(_GROUP).to_batches()
                        count -= _GROUP
        if count or not self._kept():
            yield self._pa.Table.from_batches(held, self._arrow.SCHEMA).combine_chunks()
