"""Files as Arrow batches of pages: what the workers of an engine read before they parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from newsparse.batch.arrow import TIMESTAMP, WARC_FIELDS
from newsparse.batch.extras import need
from newsparse.batch.inputs.compressed import read_page
from newsparse.batch.inputs.sources import jobs
from newsparse.batch.outcome import NO_WARC, Failure, FailureKind, Job
from newsparse.page import Limits
from newsparse.scans.packages import PackagedArticle

pa: Final[Any] = need("pyarrow", "parquet")

PAGES: Final = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("html", pa.binary()),
        pa.field("text", pa.binary()),
        pa.field("content", pa.binary()),
        pa.field("url", pa.string()),
        pa.field("encoding", pa.string()),
        pa.field("reference", TIMESTAMP),
        pa.field("error", pa.string()),
        *WARC_FIELDS,
    ]
)
"""A row a page, in the columns that `newsparse.batch.arrow.parse_batch` reads."""
_BATCH_ROWS: Final = 64
"""Rows of a RecordBatch."""
_PAGE_BYTES: Final = Limits().size + 1


def read_pages(paths: Iterable[str], rows: int = _BATCH_ROWS) -> Iterator[Any]:
    """The pages of files (WARC, WET, JSONL, CSV, Parquet, HTML, text) as RecordBatches of `PAGES`.

    Each has at most `rows` rows.
    """
    held: list[dict[str, Any]] = []
    for job in jobs(paths):
        held.append(_row(job))
        if len(held) == rows:
            yield pa.RecordBatch.from_pylist(held, schema=PAGES)
            held = []
    if held:
        yield pa.RecordBatch.from_pylist(held, schema=PAGES)


def read_paths(batches: Iterable[Any], column: str = "path") -> Iterator[Any]:
    """`read_pages` for RecordBatches or Tables with a column of paths, which is what engines
    pass on.
    """
    for batch in batches:
        yield from read_pages(batch.column(column).to_pylist())


def _row(job: Job) -> dict[str, Any]:
    row = {
        "id": job.id,
        "url": job.url,
        "encoding": job.encoding,
        "reference": job.reference,
        **(NO_WARC if job.warc is None else job.warc.columns()),
    }
    try:
        content = _content(job)
    except OSError as error:
        return {**row, "error": str(error)}
    if isinstance(content, Failure):
        return {**row, "error": content.message}
    column = job.media or "content"
    if isinstance(content, str):
        return {**row, column: content.encode("utf-8", "replace"), "encoding": "utf-8"}
    return {**row, column: content}


def _content(job: Job) -> str | bytes | Failure:
    if isinstance(job.content, PackagedArticle):
        return Failure(FailureKind.INPUT, "scanned issues are read by newsparse batch --from scan")
    return job.content if isinstance(job.content, Failure) else read_page(job.content, _PAGE_BYTES)
