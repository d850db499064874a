"""Parquet: rows are written in parts, one for each checkpoint, and joined when the batch ends or is
stopped.

A checkpoint is the number of parts. Row groups are made when the parts are joined, so the file
depends only on the rows and their order.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from newsparse.batch.extras import need
from newsparse.batch.formats import Layout
from newsparse.batch.outcome import Job, Outcome
from newsparse.batch.work import Render
from newsparse.errors import BatchError, quoted

_GROUP_ROWS: Final = 1_000
"""Rows in a row group."""


def row(job: Job, outcome: Outcome) -> dict[str, Any]:
    """An outcome as a row of `newsparse.batch.arrow.SCHEMA`."""
    from newsparse.batch import arrow

    return arrow.row(job, outcome)


def flat_row(job: Job, outcome: Outcome) -> dict[str, Any]:
    """An outcome as a row of `newsparse.batch.arrow.FLAT_SCHEMA`."""
    from newsparse.batch import arrow

    return arrow.flat_row(job, outcome)


ROWS: Final[dict[Layout, Render]] = {
    Layout.NESTED: row,
    Layout.WITHOUT_SOURCES: row,  # the schema leaves them out
    Layout.FLAT: flat_row,
}


def parts_of(path: Path) -> Path:
    """The folder of parts beside an output."""
    return path.with_name(path.name + ".parts")


def clean_up(path: Path) -> None:
    """Remove the parts of an output."""
    shutil.rmtree(parts_of(path), ignore_errors=True)


class ParquetSink:
    """One Parquet file, and a folder of parts beside it while the batch runs."""

    def __init__(
        self, path: Path, state: int | None = None, layout: Layout = Layout.NESTED
    ) -> None:
        self._pa = need("pyarrow", "parquet")
        self._parquet = need("pyarrow.parquet", "parquet")
        from newsparse.batch import arrow

        self._schema = arrow.SCHEMAS[layout]
        self._batch_of = arrow.batch_of
        self._path = path
        self._parts = parts_of(path)
        self._rows: list[dict[str, Any]] = []
        self._count = state or 0
        self._parts.mkdir(parents=True, exist_ok=True)
        kept = frozenset(self._kept())
        there = frozenset(self._parts.iterdir())
        if kept - there:
            raise BatchError(
                f"{quoted(str(self._parts))} lacks parts that its journal names: it was changed, "
                "and cannot be resumed. --overwrite starts over"
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
                with self._pa.ipc.new_stream(file, self._schema) as writer:
                    writer.write_batch(self._batch_of(self._rows, self._schema))
                file.flush()
                os.fsync(file.fileno())
            os.replace(fresh, part)
            self._count += 1
            self._rows = []
        return self._count

    def publish(self) -> None:
        fresh = self._path.with_name(self._path.name + ".new")
        with self._parquet.ParquetWriter(fresh, self._schema, compression="zstd") as writer:
            for group in self._groups():
                writer.write_table(group, row_group_size=_GROUP_ROWS)
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
                    while count >= _GROUP_ROWS:
                        table = self._pa.Table.from_batches(held, self._schema)
                        yield table.slice(0, _GROUP_ROWS).combine_chunks()
                        held = table.slice(_GROUP_ROWS).to_batches()
                        count -= _GROUP_ROWS
        if count or not self._kept():
            yield self._pa.Table.from_batches(held, self._schema).combine_chunks()
