"""Which columns of a table contain what, and a row of a table as a job."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

import attrs

from newsparse.batch.outcome import WARC_COLUMNS, Failure, FailureKind, Job, Key, WarcRecord
from newsparse.errors import quoted
from newsparse.page import MediaName

_COLUMNS_SHOWN: Final = 200
"""Characters of the column names in a message."""


@attrs.frozen
class Columns:
    """The names of the columns of JSONL, CSV, Parquet and Arrow input.

    Three columns may contain the page; the first of them that is filled counts.
    """

    html: str = "html"
    """An HTML page."""
    text: str = "text"
    """A plain-text page."""
    content: str = "content"
    """A page of either kind, which is detected."""
    url: str = "url"
    id: str = "id"
    encoding: str = "encoding"
    """The charset of a page that is given as bytes."""
    reference: str = "reference"
    """When the page was fetched: a timestamp, or a string in ISO 8601."""
    error: str = "error"
    """Why the page could not be read."""

    @property
    def names(self) -> tuple[str, ...]:
        """All columns that are read, those of an archive's record included."""
        own = (getattr(self, field.name) for field in attrs.fields(Columns))
        return (*own, *WARC_COLUMNS)


_MEDIA: Final[tuple[tuple[str, MediaName | None], ...]] = (
    ("html", "html"),
    ("text", "text"),
    ("content", None),
)


def job_of(row: Mapping[str, Any], columns: Columns, key: Key, fallback: str) -> Job:
    """The job of a row; `fallback` is its id where the row has none.

    >>> job = job_of({"id": 7, "html": "<p>Rain</p>"}, Columns(), Key("a.csv", 0), "a.csv:1")
    >>> job.content, job.id, job.media
    ('<p>Rain</p>', '7', 'html')
    """
    given = row.get(columns.id)
    job = Job(
        "",
        fallback if given is None or given == "" else str(given),
        _string(row.get(columns.url)),
        key=key,
        warc=_warc(row),
    )
    problem = row.get(columns.error)
    if isinstance(problem, str) and problem:
        return attrs.evolve(job, content=Failure(FailureKind.INPUT, problem))
    pages = [
        (content, media)
        for name, media in _MEDIA
        if isinstance(content := row.get(getattr(columns, name)), (str, bytes))
    ]
    if not pages:
        return attrs.evolve(job, content=_no_page(row, columns))
    content, media = next((page for page in pages if page[0]), pages[0])
    return attrs.evolve(
        job,
        content=content,
        encoding=_string(row.get(columns.encoding)),
        media=media,
        reference=_moment(row.get(columns.reference)),
    )


def _no_page(row: Mapping[str, Any], columns: Columns) -> Failure:
    wanted = f"{columns.html}, {columns.text}, {columns.content}"
    there = quoted(", ".join(map(str, row)), _COLUMNS_SHOWN)
    return Failure(
        FailureKind.INPUT,
        f"the row has no page in any of the columns {wanted}; its columns are {there}; "
        "--html-column, --text-column and --content-column name others",
    )


def _warc(row: Mapping[str, Any]) -> WarcRecord | None:
    """The record of an archive that the row says it was read from."""
    file = _string(row.get("warc_file"))
    if file is None:
        return None
    return WarcRecord(
        file,
        _whole_number(row.get("warc_offset")),
        _string(row.get("warc_record_id")),
        _whole_number(row.get("http_status")),
        _moment(row.get("fetched")),
        _string(row.get("warc_digest")),
    )


def _whole_number(value: Any) -> int | None:
    """A number of a row; data frames turn a column with gaps into floats."""
    try:
        return int(value)
    except (TypeError, ValueError):
        return None


def _moment(value: Any) -> dt.datetime | None:
    if isinstance(value, str):
        try:
            value = dt.datetime.fromisoformat(value)
        except ValueError:
            return None
    if not isinstance(value, dt.datetime):
        return None
    return value if value.tzinfo is None else value.astimezone(dt.UTC)


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
