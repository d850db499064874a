"""Files as Arrow batches of pages: what an engine's workers read before they parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from newsparse.batch.extras import need
from newsparse.batch.inputs.compressed import read_page
from newsparse.batch.inputs.sources import jobs
from newsparse.batch.outcome import Failure, Job
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
        pa.field("reference", pa.timestamp("us", tz="UTC")),
        pa.field("error", pa.string()),
    ]
)
"""A row a page, in the columns that `newsparse.batch.arrow.parse_batch` takes by default."""
_ROWS: Final = 64
_SIZE: Final = Limits().size + 1


def read_pages(paths: Iterable[str], rows: int = _ROWS) -> Iterator[Any]:
    """The pages of files (WARC, WET, JSONL, CSV, Parquet, HTML, text) as RecordBatches of `PAGES`, `rows` of them each at most."""
    held: list[dict[str, Any]] = []
    for job in jobs(paths):
        held.append(_row(job))
        if len(held) == rows:
            yield pa.RecordBatch.from_pylist(held, schema=PAGES)
            held = []
    if held:
        yield pa.RecordBatch.from_pylist(held, schema=PAGES)


def read_paths(batches: Iterable[Any], column: str = "path") -> Iterator[Any]:
    """The same, for RecordBatches or Tables that name the files in a column: what engines hand out."""
    for batch in batches:
        yield from read_pages(batch.column(column).to_pylist())


def _row(job: Job) -> dict[str, Any]:
    if isinstance(job.content, PackagedArticle):
        return {"id": job.id, "error": "scanned issues are read by newsparse batch --from scan"}
    row = {"id": job.id, "url": job.url, "encoding": job.encoding, "reference": job.reference}
    try:
        content = job.content if isinstance(job.content, Failure) else read_page(job.content, _SIZE)
    except OSError as error:
        return {**row, "error": str(error)}
    if isinstance(content, Failure):
        return {**row, "error": content.message}
    if isinstance(content, str):
        return {
            **row,
            job.media or "content": content.encode("utf-8", "replace"),
            "encoding": "utf-8",
        }
    return {**row, job.media or "content": content}
