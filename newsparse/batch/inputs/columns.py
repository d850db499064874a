"""Which columns of a table hold what, and a row of it as a job."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

import attrs

from newsparse.batch.outcome import Failure, FailureKind, Job, Key
from newsparse.errors import quoted
from newsparse.page import MediaName


@attrs.frozen
class Columns:
    """The names of the columns of JSONL, CSV, Parquet and Arrow input. Of the three that hold a page the first that is filled counts."""

    html: str = "html"
    """A page that is HTML, whatever it looks like."""
    text: str = "text"
    """A page that is plain text, whatever it looks like."""
    content: str = "content"
    """A page that is either, told by looking."""
    url: str = "url"
    id: str = "id"
    encoding: str = "encoding"
    """The charset of a page that is given as bytes."""
    reference: str = "reference"
    """When the page was fetched: a timestamp, or a string in ISO 8601."""
    error: str = "error"
    """Why the page could not be read, where it could not."""

    @property
    def names(self) -> tuple[str, ...]:
        """All of them."""
        return tuple(getattr(self, field.name) for field in attrs.fields(Columns))


_MEDIA: Final[tuple[tuple[str, MediaName | None], ...]] = (
    ("html", "html"),
    ("text", "text"),
    ("content", None),
)


def job_of(row: Mapping[str, Any], columns: Columns, key: Key, fallback: str) -> Job:
    """The job of a row; `fallback` is its id where the row names none.

    >>> job_of({"id": 7, "html": "<p>Rain</p>"}, Columns(), Key("a.csv", 0), "a.csv:1")
    Job(content='<p>Rain</p>', id='7', url=None, encoding=None, media='html', reference=None, key=Key(source='a.csv', at=0))
    """
    given = row.get(columns.id)
    id_ = fallback if given is None or given == "" else str(given)
    url, encoding = _string(row.get(columns.url)), _string(row.get(columns.encoding))
    reference = _moment(row.get(columns.reference))
    problem = row.get(columns.error)
    if isinstance(problem, str) and problem:
        return Job(Failure(FailureKind.INPUT, problem), id_, url, key=key)
    there = [
        (content, media)
        for name, media in _MEDIA
        if isinstance(content := row.get(getattr(columns, name)), (str, bytes))
    ]
    if there:
        content, media = next((pair for pair in there if pair[0]), there[0])
        return Job(content, id_, url, encoding, media, reference, key)
    wanted = f"{columns.html}, {columns.text}, {columns.content}"
    message = f"the row has no page in any of the columns {wanted}; its columns are {quoted(', '.join(map(str, row)), 200)}"
    return Job(Failure(FailureKind.INPUT, message), id_, url, key=key)


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
