"""Rows of JSONL, CSV and Parquet as jobs."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator
from typing import IO, Any

from newsparse.batch.extras import need
from newsparse.batch.inputs.columns import Columns, job_of
from newsparse.batch.outcome import Failure, FailureKind, Job, Key
from newsparse.errors import quoted

_BATCH_ROWS = 64
"""Rows of a Parquet file in memory at a time."""


def jsonl(stream: IO[bytes], name: str, columns: Columns) -> Iterator[Job]:
    """A job a line. A line that is not a JSON object is a failed job; blank lines are skipped."""
    for number, line in enumerate(stream):
        if not line.strip():
            continue
        key, fallback = Key(name, number), f"{name}:{number + 1}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Job(
                Failure(FailureKind.INPUT, f"line {number + 1} is not JSON: {error}"),
                fallback,
                key=key,
            )
            continue
        if isinstance(row, dict):
            yield job_of(row, columns, key, fallback)
        else:
            yield Job(
                Failure(FailureKind.INPUT, f"line {number + 1} is no JSON object: {quoted(row)}"),
                fallback,
                key=key,
            )


def delimited(stream: IO[bytes], name: str, columns: Columns) -> Iterator[Job]:
    """A job a row of CSV, or of TSV where the file name says so.

    The first row names the columns.
    """
    tabs = ".tsv" in name.lower()
    limit = csv.field_size_limit(sys.maxsize if sys.maxsize < 2**31 else 2**31 - 1)
    try:
        text = io.TextIOWrapper(stream, "utf-8-sig", errors="replace", newline="")
        for number, row in enumerate(csv.DictReader(text, delimiter="\t" if tabs else ",")):
            yield job_of(
                {str(column): value for column, value in row.items()},
                columns,
                Key(name, number),
                f"{name}:{number + 1}",
            )
    finally:
        csv.field_size_limit(limit)


def parquet(stream: IO[bytes], name: str, columns: Columns) -> Iterator[Job]:
    """A job a row of a Parquet file. Only the columns that are needed are read."""
    file: Any = need("pyarrow.parquet", "parquet").ParquetFile(stream)
    there = [column for column in columns.names if column in file.schema_arrow.names]
    number = 0
    for batch in file.iter_batches(batch_size=_BATCH_ROWS, columns=there):
        for row in batch.to_pylist():
            yield job_of(
                row or dict.fromkeys(file.schema_arrow.names),
                columns,
                Key(name, number),
                f"{name}:{number + 1}",
            )
            number += 1
