"""What goes into a batch and what comes out of it, page by page: frozen values that travel
between processes.
"""

from __future__ import annotations

import datetime as dt
import enum
from pathlib import Path
from typing import Any, Final

import attrs

from newsparse.known import Known
from newsparse.page import MediaName
from newsparse.records import Article, ParseWarning
from newsparse.scans.packages import PackagedArticle


class FailureKind(enum.StrEnum):
    """Why a page of a batch has no record. The set is closed."""

    INPUT = "input"
    """It could not be read: a missing file, a broken archive, a row without a page."""
    EXCEPTION = "exception"
    """Parsing raised: an error in newsparse, or in the code of a profile."""
    TIME = "time"
    """It took longer than the time cap."""
    MEMORY = "memory"
    """It took more memory than the memory cap."""
    CRASH = "crash"
    """Its worker died twice while parsing it."""
    DOUBTFUL = "doubtful"
    """Its confidence is less than the batch asks for."""


@attrs.frozen
class Failure:
    """Why a page has no record."""

    kind: FailureKind
    message: str


@attrs.frozen
class Key:
    """Where a page is in the inputs.

    Unique in a batch, and the same in every run over the same inputs.
    """

    source: str
    at: int = 0
    """The number of the page in `source`, from 0."""


@attrs.frozen
class WarcRecord:
    """The record of an archive that a page was read from.

    Its columns in an output: `WARC_COLUMNS`.
    """

    file: str
    offset: int | None = None
    """Where the record begins in the file, in bytes. In a gzip or LZ4 archive that is its
    compressed member; in one compressed otherwise, its place in the decompressed stream."""
    record_id: str | None = None
    status: int | None = None
    """The HTTP status of a response."""
    fetched: dt.datetime | None = None
    """`WARC-Date`, in UTC."""
    digest: str | None = None
    """`WARC-Payload-Digest`, or else `WARC-Block-Digest`, as the archive states it."""

    def to_dict(self) -> dict[str, Any]:
        """The values by the names of `WARC_COLUMNS`, JSON-ready.

        >>> WarcRecord("a.warc", 0, status=200).to_dict()["http_status"]
        200
        """
        fetched = None if self.fetched is None else self.fetched.isoformat()
        return {**self.columns(), "fetched": fetched}

    def columns(self) -> dict[str, Any]:
        """The values by the names of `WARC_COLUMNS`."""
        return dict(zip(WARC_COLUMNS, attrs.astuple(self, recurse=False), strict=True))


WARC_COLUMNS: Final = (
    "warc_file",
    "warc_offset",
    "warc_record_id",
    "http_status",
    "fetched",
    "warc_digest",
)
"""The columns of an output that say which record of an archive a page was read from."""
NO_WARC: Final[dict[str, Any]] = dict.fromkeys(WARC_COLUMNS)
"""The same columns for a page that was not read from an archive."""


@attrs.frozen
class Job:
    """One page to parse.

    >>> Job(b"<h1>Rain falls</h1>", id="a", url="https://herald.example/a").media is None
    True
    """

    content: str | bytes | Path | PackagedArticle | Failure
    """The page. The worker reads a path, and an article of a scanned issue. A failure says why the
    page could not be read."""
    id: str = ""
    url: str | None = None
    encoding: str | None = None
    """The charset that the transport stated."""
    media: MediaName | None = None
    reference: dt.datetime | None = None
    """When the page was fetched, where the input says so: relative dates count from it."""
    key: Key = Key("")
    warc: WarcRecord | None = None
    """The record of the archive that the page was read from."""
    known: Known | None = None
    """What the batch was told of the page."""


@attrs.frozen
class Outcome:
    """The result of one page: a record, or the reason why there is none.

    >>> Outcome("a", error=Failure(FailureKind.TIME, "took longer than 60 s")).article is None
    True
    """

    id: str
    article: Article | None = None
    error: Failure | None = None
    url: str | None = None
    seconds: float = attrs.field(default=0.0, eq=False)
    """How long parsing took. Not part of equality: it depends on the machine."""

    @property
    def warnings(self) -> tuple[ParseWarning, ...]:
        """The warnings of the record; none where there is no record."""
        return self.article.warnings if self.article is not None else ()

    def to_dict(self) -> dict[str, Any]:
        """The outcome as JSON-ready values, without `seconds`: the same page gives the same dict on
        any machine.

        >>> Outcome("a", error=Failure(FailureKind.TIME, "61 s")).to_dict()
        {'id': 'a', 'url': None, 'error': {'kind': 'time', 'message': '61 s'}, 'article': None}
        """
        error = (
            None
            if self.error is None
            else {"kind": self.error.kind.value, "message": self.error.message}
        )
        article = None if self.article is None else self.article.to_dict()
        return {"id": self.id, "url": self.url, "error": error, "article": article}
