"""Parquet that an engine wrote, compared with what `newsparse batch` writes: rows and types."""

from __future__ import annotations

from pathlib import Path
from typing import Any

BATCH_ALONE = ["warc_file", "warc_offset", "http_status", "warc_digest"]
"""Columns that datatrove's own reader does not pass on, or passes on as names of its own."""


def table_of(path: Path) -> Any:
    """The rows of a Parquet file or folder, sorted, with the types of records; no value is converted.

    Spark writes every column and list entry as nullable, and names entries in its own way; that alone is undone.
    """
    from pyarrow import dataset

    from newsparse.batch.arrow import SCHEMA

    files = sorted(map(str, path.rglob("*.parquet"))) if path.is_dir() else str(path)
    table = dataset.dataset(files).to_table().select(SCHEMA.names)
    for field in SCHEMA:
        assert plain_type(table.schema.field(field.name).type) == plain_type(field.type), field.name
    return table.cast(SCHEMA).sort_by("id")


def plain_type(kind: Any) -> Any:
    """An Arrow type as a value that does not say what may be null and how list entries are named."""
    from pyarrow import types

    if types.is_struct(kind):
        return {kind.field(at).name: plain_type(kind.field(at).type) for at in range(len(kind))}
    if types.is_list(kind):
        return [plain_type(kind.value_type)]
    return str(kind)


def assert_equal(found: Any, expected: Any) -> None:
    assert found.column("id").to_pylist() == expected.column("id").to_pylist()
    assert found.to_pylist() == expected.to_pylist()
    assert found.equals(expected)
