"""One Arrow schema for records, and the one function every engine takes.

`SCHEMA` follows from the annotations of the records, as the JSON Schema does: a record is a struct, a
tuple a list, an enum its value. A date is a struct of three: `iso` as `Article.to_dict` writes it, `utc` where the
page tells the instant, and `precision`: "year", "day", "time" (no zone is known) or "instant".
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

from newsparse import codec, records
from newsparse.batch.extras import need
from newsparse.batch.inputs.columns import Columns, job_of
from newsparse.batch.outcome import Failure, FailureKind, Job, Key, Outcome
from newsparse.batch.work import Work
from newsparse.parser import Parser
from newsparse.profiles.profile import Profile

pa: Final[Any] = need("pyarrow", "parquet")

MOMENT: Final = pa.struct(
    [
        pa.field("iso", pa.string(), nullable=False),
        pa.field("utc", pa.timestamp("us", tz="UTC")),
        pa.field("precision", pa.string(), nullable=False),
    ]
)
"""A date, as much as the page tells."""

_LEAVES: Final = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
_DATES: Final = frozenset((dt.date, dt.datetime))


def _type(hint: Any) -> Any:
    hints = _alternatives(hint)
    if _DATES & hints:
        return MOMENT
    (hint,) = hints
    if typing.get_origin(hint) is tuple:
        entry = typing.get_args(hint)[0]
        return pa.list_(pa.field("element", _type(entry), nullable=False))
    if attrs.has(hint):
        return pa.struct(_fields(hint))
    if issubclass(hint, enum.Enum):
        return pa.string()
    return _LEAVES[hint]


def _alternatives(hint: Any) -> frozenset[Any]:
    """What a value may be, beside nothing."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return frozenset(typing.get_args(hint)) - {type(None)}
    return frozenset((hint,))


def _is_optional(hint: Any) -> bool:
    return type(None) in typing.get_args(hint)


def _fields(cls: type) -> list[Any]:
    hints = typing.get_type_hints(cls)
    return [
        pa.field(field.name, _type(hints[field.name]), nullable=_is_optional(hints[field.name]))
        for field in attrs.fields(cls)
    ]


SCHEMA: Final = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field(
            "error",
            pa.struct(
                [
                    pa.field("kind", pa.string(), nullable=False),
                    pa.field("message", pa.string(), nullable=False),
                ]
            ),
        ),
        *(field.with_nullable(True) for field in _fields(records.Article)),
    ]
)
"""A row a page: its id, the failure where it has no record, and the fields of `Article`, null where it has none."""

COLUMNS: Final = Columns()


def parse_batch(
    batch: Any,
    parser: Parser | None = None,
    profile: Profile | str | None = None,
    columns: Columns = COLUMNS,
) -> Any:
    """The records of a `pyarrow.RecordBatch` of pages, as a RecordBatch of `SCHEMA`, row by row.

    The pages stand in the first filled column of `html`, `text` and `content` (strings or bytes); `url`, `id` and
    `encoding` are taken where they are. `columns` gives them other names. Never raises on content: a row whose page
    cannot be parsed holds the failure.

    >>> pages = pa.RecordBatch.from_pylist([{"id": "a", "html": "<h1>Rain falls</h1><p>It rained.</p>"}])
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


def batch_of(rows: list[dict[str, Any]]) -> Any:
    """Rows as a RecordBatch of `SCHEMA`. A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD."""
    try:
        return pa.RecordBatch.from_pylist(rows, schema=SCHEMA)
    except UnicodeEncodeError:
        return pa.RecordBatch.from_pylist([_encodable(entry) for entry in rows], schema=SCHEMA)


def row(job: Job, outcome: Outcome) -> dict[str, Any]:
    """The row of an outcome: what `SCHEMA` describes, as Python values."""
    error = (
        None
        if outcome.error is None
        else {"kind": outcome.error.kind.value, "message": outcome.error.message}
    )
    if outcome.article is None:
        return {"id": outcome.id, "error": error, "url": outcome.url}
    return {"id": outcome.id, "error": error, **_record(outcome.article)}


def outcome_of(row: Mapping[str, Any]) -> Outcome:
    """The outcome that a row was made of, its record lossless.

    >>> page = records.Article(headline=records.Headline("Rain falls"), published=dt.date(2012, 3, 4))
    >>> batch = batch_of([row(Job(""), Outcome("a", page))])
    >>> outcome_of(batch.to_pylist()[0]).article == page
    True
    """
    if row["error"] is not None:
        failure = Failure(FailureKind(row["error"]["kind"]), row["error"]["message"])
        return Outcome(row["id"], error=failure, url=row["url"])
    article = {name: _plain(value) for name, value in row.items() if name not in ("id", "error")}
    return Outcome(row["id"], codec.from_dict(records.Article, article), url=row["url"])


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        if "precision" in value:
            return int(value["iso"]) if value["precision"] == "year" else value["iso"]
        return {name: _plain(entry) for name, entry in value.items()}
    return [_plain(entry) for entry in value] if isinstance(value, list) else value


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
    """For each field what makes its value an Arrow one; None where it is one."""
    hints = typing.get_type_hints(cls)
    return tuple((field.name, _converter(hints[field.name])) for field in attrs.fields(cls))


def _converter(hint: Any) -> Convert | None:
    hints = _alternatives(hint)
    if _DATES & hints:
        return moment
    (hint,) = hints
    if typing.get_origin(hint) is tuple:
        entry = _converter(typing.get_args(hint)[0])
        return list if entry is None else lambda values: [entry(value) for value in values]
    if attrs.has(hint):
        return _record
    return str if issubclass(hint, enum.Enum) else None


def moment(value: dt.date | dt.datetime | int) -> dict[str, Any]:
    """A date as the three values of `MOMENT`.

    >>> moment(dt.date(2012, 3, 4)), moment(1883)["precision"]
    ({'iso': '2012-03-04', 'utc': None, 'precision': 'day'}, 'year')
    """
    if isinstance(value, int):
        return {"iso": str(value), "utc": None, "precision": "year"}
    if not isinstance(value, dt.datetime):
        return {"iso": value.isoformat(), "utc": None, "precision": "day"}
    if value.tzinfo is None:
        return {"iso": value.isoformat(), "utc": None, "precision": "time"}
    return {"iso": value.isoformat(), "utc": _utc(value), "precision": "instant"}


def _utc(value: dt.datetime) -> dt.datetime | None:
    try:
        return value.astimezone(dt.UTC)
    except OverflowError:  # the first or last day that datetime can hold
        return None


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    if isinstance(value, dict):
        return {name: _encodable(entry) for name, entry in value.items()}
    return [_encodable(entry) for entry in value] if isinstance(value, list) else value
