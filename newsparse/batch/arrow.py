"""The Arrow schemas of records, and the one function that every engine calls.

`SCHEMA` follows from the annotations of the records, as the JSON Schema does: a record is a struct,
a tuple a list, an enum its value. A date inside a record is a struct of three: `iso` as
`Article.to_dict` writes it, `utc` where the page states the instant, and `precision`: "year",
"day", "time" (without a zone) or "instant". Beside the fields of the record are columns that a
query can use at once: `text`, `authors`, and `published` and `updated` as timestamps in UTC.
"""

from __future__ import annotations

import datetime as dt
import enum
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final

import attrs

from newsparse import records
from newsparse.batch.extras import need
from newsparse.batch.formats import Layout
from newsparse.batch.inputs.columns import Columns, job_of
from newsparse.batch.outcome import NO_WARC, Failure, FailureKind, Job, Key, Outcome
from newsparse.batch.outputs import flat
from newsparse.batch.work import Work
from newsparse.parser import Parser
from newsparse.printed.flat import CONFIDENCE_COLUMNS
from newsparse.printed.rows import DATES, DETAIL, SOURCE_FIELDS
from newsparse.profiles.profile import Profile

pa: Final[Any] = need("pyarrow", "parquet")

TIMESTAMP: Final = pa.timestamp("us", tz="UTC")
DATE: Final = pa.struct(
    [
        pa.field("iso", pa.string(), nullable=False),
        pa.field("utc", TIMESTAMP),
        pa.field("precision", pa.string(), nullable=False),
    ]
)
"""A date, as exact as the page states it."""
ERROR: Final = pa.struct(
    [
        pa.field("kind", pa.string(), nullable=False),
        pa.field("message", pa.string(), nullable=False),
    ]
)
"""Why a page has no record."""
WARC_FIELDS: Final = (
    pa.field("warc_file", pa.string()),
    pa.field("warc_offset", pa.int64()),
    pa.field("warc_record_id", pa.string()),
    pa.field("http_status", pa.int32()),
    pa.field("fetched", TIMESTAMP),
    pa.field("warc_digest", pa.string()),
)
"""Which record of an archive a page was read from; null for pages from elsewhere."""

_LEAVES: Final = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
_DATE_TYPES: Final = frozenset((dt.date, dt.datetime))


def _type(hint: Any, skip: frozenset[str]) -> Any:
    hints = _alternatives(hint)
    if _DATE_TYPES & hints:
        return DATE
    (hint,) = hints
    if typing.get_origin(hint) is tuple:
        entry = typing.get_args(hint)[0]
        return pa.list_(pa.field("element", _type(entry, skip), nullable=False))
    if attrs.has(hint):
        return pa.struct(_fields(hint, skip))
    if issubclass(hint, enum.Enum):
        return pa.string()
    return _LEAVES[hint]


def _alternatives(hint: Any) -> frozenset[Any]:
    """The types that a value may have besides None."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return frozenset(typing.get_args(hint)) - {type(None)}
    return frozenset((hint,))


def _is_optional(hint: Any) -> bool:
    return type(None) in typing.get_args(hint)


def _fields(cls: type, skip: frozenset[str]) -> list[Any]:
    hints = typing.get_type_hints(cls)
    return [
        pa.field(
            field.name, _type(hints[field.name], skip), nullable=_is_optional(hints[field.name])
        )
        for field in attrs.fields(cls)
        if field.name not in skip
    ]


def _article_fields(skip: frozenset[str]) -> Iterator[Any]:
    """The fields of `Article`; a timestamp stands in the place of each date, its detail beside
    it.
    """
    for field in _fields(records.Article, skip):
        if field.name in DATES:
            yield pa.field(field.name, TIMESTAMP)
            yield pa.field(field.name + DETAIL, DATE)
        else:
            yield field.with_nullable(True)


def _nested_schema(skip: frozenset[str] = frozenset()) -> Any:
    return pa.schema(
        [
            pa.field("id", pa.string(), nullable=False),
            pa.field("error", ERROR),
            *WARC_FIELDS,
            pa.field("text", pa.string()),
            pa.field("authors", pa.list_(pa.field("element", pa.string(), nullable=False))),
            *_article_fields(skip),
        ]
    )


SCHEMA: Final = _nested_schema()
"""A row a page: its id, the failure where it has no record, the archive it is from, and the
record.
"""
SCHEMA_WITHOUT_SOURCES: Final = _nested_schema(SOURCE_FIELDS)
"""`SCHEMA` without `raw`, `source` and the evidence."""

_FLAT_TYPES: Final = {
    **{field.name: field.type for field in WARC_FIELDS},
    **dict.fromkeys(DATES, TIMESTAMP),
    **dict.fromkeys(("is_free", "is_wire"), pa.bool_()),
    **dict.fromkeys(("words", "blocks", "copyright_year"), pa.int64()),
    **dict.fromkeys(CONFIDENCE_COLUMNS, pa.float64()),
}
"""Types of flat columns; the others are strings."""
FLAT_SCHEMA: Final = pa.schema(
    [pa.field(name, _FLAT_TYPES.get(name, pa.string())) for name in flat.COLUMNS]
)
"""One flat row a page: the columns of the CSV output, dates as timestamps."""

SCHEMAS: Final = {
    Layout.NESTED: SCHEMA,
    Layout.WITHOUT_SOURCES: SCHEMA_WITHOUT_SOURCES,
    Layout.FLAT: FLAT_SCHEMA,
}

COLUMNS: Final = Columns()


def parse_batch(
    batch: Any,
    parser: Parser | None = None,
    profile: Profile | str | None = None,
    columns: Columns = COLUMNS,
) -> Any:
    """Parse a `pyarrow.RecordBatch` of pages. Returns a RecordBatch of `SCHEMA`, row by row.

    The page of a row is its first filled column of `html`, `text` and `content` (strings or bytes).
    `url`, `id` and `encoding` are used where they are there. `columns` gives them other names.
    Never raises on content: a row whose page cannot be parsed has an `error`.

    >>> page = {"id": "a", "html": "<h1>Rain falls</h1><p>It rained.</p>"}
    >>> pages = pa.RecordBatch.from_pylist([page])
    >>> parse_batch(pages).to_pylist()[0]["headline"]["text"]
    'Rain falls'
    """
    work = Work(parser or Parser(), profile, row)
    wanted = batch.select([name for name in columns.names if name in batch.schema.names])
    pages = wanted.to_pylist() or [{}] * batch.num_rows
    jobs = (_job(page, batch, columns, number) for number, page in enumerate(pages))
    return batch_of([work.rendered(job) for job in jobs])


def parse_batches(
    batches: Iterable[Any], parser: Parser | None = None, profile: Profile | str | None = None
) -> Iterator[Any]:
    """`parse_batch` over a stream of RecordBatches."""
    return (parse_batch(batch, parser, profile) for batch in batches)


def parse_table(
    table: Any, parser: Parser | None = None, profile: Profile | str | None = None
) -> Any:
    """`parse_batch` over a `pyarrow.Table`."""
    return pa.Table.from_batches(parse_batches(table.to_batches(), parser, profile), schema=SCHEMA)


def _job(page: Mapping[str, Any], batch: Any, columns: Columns, number: int) -> Job:
    return job_of(page or dict.fromkeys(batch.schema.names), columns, Key("", number), str(number))


def batch_of(rows: list[dict[str, Any]], schema: Any = SCHEMA) -> Any:
    """Rows as a RecordBatch of a schema.

    A lone surrogate, which UTF-8 cannot encode, becomes U+FFFD.
    """
    try:
        return pa.RecordBatch.from_pylist(rows, schema=schema)
    except UnicodeEncodeError:
        return pa.RecordBatch.from_pylist([_encodable(entry) for entry in rows], schema=schema)


def row(job: Job, outcome: Outcome) -> dict[str, Any]:
    """The row of an outcome, in `SCHEMA`, as Python values."""
    error = (
        None
        if outcome.error is None
        else {"kind": outcome.error.kind.value, "message": outcome.error.message}
    )
    warc = NO_WARC if job.warc is None else job.warc.columns()
    start = {"id": outcome.id, "error": error, **warc}
    article = outcome.article
    if article is None:
        return {**start, "url": outcome.url}
    authors = [author.name for author in article.authors]
    record = {**start, "text": article.text, "authors": authors, **_record(article)}
    for name in DATES:
        record[name + DETAIL] = record[name]
        record[name] = timestamp(getattr(article, name))
    return record


def flat_row(job: Job, outcome: Outcome) -> dict[str, Any]:
    """The row of an outcome, in `FLAT_SCHEMA`, as Python values."""
    cells: dict[str, Any] = dict(zip(flat.COLUMNS, flat.cells(job, outcome), strict=True))
    cells["fetched"] = None if job.warc is None else job.warc.fetched
    for name in DATES:
        cells[name] = timestamp(getattr(outcome.article, name, None))
    return cells


def outcome_of(row: Mapping[str, Any]) -> Outcome:
    """The outcome that a row of `SCHEMA` was made from; its record is lossless.

    >>> headline = records.Headline("Rain falls")
    >>> page = records.Article(headline=headline, published=dt.date(2012, 3, 4))
    >>> batch = batch_of([row(Job(""), Outcome("a", page))])
    >>> outcome_of(batch.to_pylist()[0]).article == page
    True
    """
    if row["error"] is not None:
        failure = Failure(FailureKind(row["error"]["kind"]), row["error"]["message"])
        return Outcome(row["id"], error=failure, url=row["url"])
    return Outcome(row["id"], records.Article.from_row(row), url=row["url"])


Convert = Callable[[Any], Any]


def _record(record: Any) -> dict[str, Any]:
    return {
        name: value if convert is None or value is None else convert(value)
        for name, value, convert in _values(record)
    }


def _values(record: Any) -> list[tuple[str, Any, Convert | None]]:
    return [
        (name, getattr(record, name), convert) for name, convert in _converters(record.__class__)
    ]


@cache
def _converters(cls: Any) -> tuple[tuple[str, Convert | None], ...]:
    """For each field, the function that makes its value an Arrow one; None where it already is."""
    hints = typing.get_type_hints(cls)
    return tuple((field.name, _converter(hints[field.name])) for field in attrs.fields(cls))


def _converter(hint: Any) -> Convert | None:
    hints = _alternatives(hint)
    if _DATE_TYPES & hints:
        return date_detail
    (hint,) = hints
    if typing.get_origin(hint) is tuple:
        entry = _converter(typing.get_args(hint)[0])
        return list if entry is None else lambda values: [entry(value) for value in values]
    if attrs.has(hint):
        return _record
    return str if issubclass(hint, enum.Enum) else None


def date_detail(value: dt.date | dt.datetime | int) -> dict[str, Any]:
    """A date as the three values of `DATE`.

    >>> date_detail(dt.date(2012, 3, 4)), date_detail(1883)["precision"]
    ({'iso': '2012-03-04', 'utc': None, 'precision': 'day'}, 'year')
    """
    if isinstance(value, int):
        return {"iso": str(value), "utc": None, "precision": "year"}
    if not isinstance(value, dt.datetime):
        return {"iso": value.isoformat(), "utc": None, "precision": "day"}
    if value.tzinfo is None:
        return {"iso": value.isoformat(), "utc": None, "precision": "time"}
    return {"iso": value.isoformat(), "utc": _utc(value), "precision": "instant"}


def timestamp(value: dt.date | dt.datetime | None) -> dt.datetime | None:
    """A date as a timestamp in UTC. A day counts as its first moment, and a time without a zone as
    UTC.

    The detail beside it says which it is.

    >>> timestamp(dt.date(2012, 3, 4)).isoformat()
    '2012-03-04T00:00:00+00:00'
    """
    if value is None:
        return None
    if not isinstance(value, dt.datetime):
        return dt.datetime(value.year, value.month, value.day, tzinfo=dt.UTC)
    return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else _utc(value)


def _utc(value: dt.datetime) -> dt.datetime | None:
    try:
        return value.astimezone(dt.UTC)
    except OverflowError:  # the first or last day that datetime can represent
        return None


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    if isinstance(value, dict):
        return {name: _encodable(entry) for name, entry in value.items()}
    return [_encodable(entry) for entry in value] if isinstance(value, list) else value
