"""SQLite: one table `pages` with a row a page: the flat columns, and the whole record as JSON.

A checkpoint is a commit.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any, Final

from newsparse.batch.formats import Layout
from newsparse.batch.outcome import Job, Outcome
from newsparse.batch.outputs.flat import COLUMNS, cells
from newsparse.batch.outputs.lines import json_bytes
from newsparse.batch.work import Render
from newsparse.errors import BatchError, quoted
from newsparse.printed.rows import without_sources

_NUMBERED: Final = ", ".join(f'"{column}"' for column in COLUMNS)
_CREATE: Final = (
    f"CREATE TABLE IF NOT EXISTS pages (number INTEGER PRIMARY KEY, {_NUMBERED}, record)"
)
_INSERT: Final = (
    f"INSERT INTO pages ({_NUMBERED}, record) VALUES ({', '.join('?' * (len(COLUMNS) + 1))})"
)


def row(job: Job, outcome: Outcome) -> tuple[Any, ...]:
    """An outcome as the values of a row; the last is the record as JSON."""
    article = outcome.article
    return _row(job, outcome, None if article is None else article.to_dict())


def row_without_sources(job: Job, outcome: Outcome) -> tuple[Any, ...]:
    """The same row without what the values of the record were read from."""
    article = outcome.article
    return _row(job, outcome, None if article is None else without_sources(article.to_dict()))


def flat_row(job: Job, outcome: Outcome) -> tuple[Any, ...]:
    """The same row without the record."""
    return _row(job, outcome, None)


ROWS: Final[dict[Layout, Render]] = {
    Layout.NESTED: row,
    Layout.WITHOUT_SOURCES: row_without_sources,
    Layout.FLAT: flat_row,
}


def _row(job: Job, outcome: Outcome, record: dict[str, Any] | None) -> tuple[Any, ...]:
    written = None if record is None else json_bytes(record).decode().rstrip("\n")
    return (*map(_storable, cells(job, outcome)), written)


def _storable(cell: Any) -> Any:
    return cell.encode("utf-8", "replace").decode() if isinstance(cell, str) else cell


class SqliteSink:
    """One database file."""

    def __init__(self, path: Path, state: int | None = None) -> None:
        self._path = path
        if state is None:
            path.unlink(missing_ok=True)
        self._open()
        self._base.execute("DELETE FROM pages WHERE number > ?", (state or 0,))
        self._base.commit()
        if self.checkpoint() != (state or 0):
            raise BatchError(
                f"{quoted(str(path))} lacks pages that its journal names: it was changed, and "
                "cannot be resumed. --overwrite starts over"
            )

    def write(self, payload: tuple[Any, ...]) -> None:
        self._base.execute(_INSERT, payload)

    def checkpoint(self) -> int:
        self._base.commit()
        (count,) = self._base.execute("SELECT coalesce(max(number), 0) FROM pages").fetchone()
        return int(count)

    def publish(self) -> None:
        """Write the database again, so that its bytes depend only on its rows."""
        fresh = self._path.with_name(self._path.name + ".new")
        fresh.unlink(missing_ok=True)
        self._base.execute("ATTACH ? AS fresh", (str(fresh),))
        self._base.execute(_CREATE.replace("pages", "fresh.pages", 1))
        self._base.execute("INSERT INTO fresh.pages SELECT * FROM main.pages ORDER BY number")
        self._base.commit()
        self._base.close()
        os.replace(fresh, self._path)
        self._open()

    def close(self) -> None:
        self._base.close()

    def _open(self) -> None:
        self._base = sqlite3.connect(self._path)
        self._base.execute(_CREATE)
        self._base.commit()
