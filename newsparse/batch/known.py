"""What a file knows of the pages of a batch: rows of JSON lines or CSV, found by id or URL."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from newsparse.batch.outcome import Job
from newsparse.batch.stories import rows
from newsparse.errors import BatchError, InputError, quoted
from newsparse.known import Known


@attrs.frozen
class KnownPages:
    """What is known of pages, by their ids and URLs."""

    by_id: Mapping[str, Known] = attrs.field(factory=dict)
    by_url: Mapping[str, Known] = attrs.field(factory=dict)

    def told(self, job: Job) -> Job:
        """A job with what is known of its page: by its id, else by its URL."""
        known = self.by_id.get(job.id) or self.by_url.get(job.url or "")
        if known is None:
            return job
        return attrs.evolve(job, known=known, url=job.url or known.url)


def known_pages(path: str | None) -> KnownPages:
    """The rows of a JSONL, CSV, TSV or Parquet file, each with `id`, `url` or both.

    Raises `BatchError` for a file that cannot be read, and for a row that knows something wrong.
    """
    by_id: dict[str, Known] = {}
    by_url: dict[str, Known] = {}
    try:
        for number, row in enumerate(rows(path) if path is not None else (), 1):
            known = _known(row, f"{path}, row {number}")
            if row.get("id") not in (None, ""):
                by_id[str(row["id"])] = known
            if known.url:
                by_url[known.url] = known
    except (InputError, OSError) as error:
        raise BatchError(f"{quoted(path, 200)} cannot be used: {error}") from None
    return KnownPages(by_id, by_url)


def _known(row: Mapping[str, Any], place: str) -> Known:
    try:
        return Known.from_dict(row)
    except InputError as error:
        raise InputError(f"{place}: {error}") from None
