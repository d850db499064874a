"""What goes into a batch and what comes out of it, page by page: frozen values that travel between processes."""

from __future__ import annotations

import datetime as dt
import enum
from pathlib import Path
from typing import Any

import attrs

from newsparse.page import MediaName
from newsparse.records import Article, ParseWarning
from newsparse.scans.packages import PackagedArticle


class FailureKind(enum.StrEnum):
    """Why a page of a batch has no record: a closed, pinned set."""

    INPUT = "input"
    """It could not be read: a missing file, a broken archive, a row without a page."""
    EXCEPTION = "exception"
    """Parsing raised: an error in newsparse or in a profile's own code."""
    TIME = "time"
    """It was past its time cap."""
    MEMORY = "memory"
    """It was past its memory cap."""
    CRASH = "crash"
    """Its worker died over it, twice."""


@attrs.frozen
class Failure:
    """Why a page has no record."""

    kind: FailureKind
    message: str


@attrs.frozen
class Key:
    """Where a page stands in the inputs: unique in a batch, and the same in every run over the same inputs."""

    source: str
    at: int = 0
    """Its number among the pages of `source`, from 0."""


@attrs.frozen
class Job:
    """One page to parse.

    >>> Job(b"<h1>Rain falls</h1>", id="a", url="https://herald.example/a").media is None
    True
    """

    content: str | bytes | Path | PackagedArticle | Failure
    """The page; a path, and an article of a scanned issue, is read by the worker; a failure says that it could not be read."""
    id: str = ""
    url: str | None = None
    encoding: str | None = None
    """The charset that the transport stated."""
    media: MediaName | None = None
    reference: dt.datetime | None = None
    """When it was fetched, where the input says so: what relative dates count from."""
    key: Key = Key("")


@attrs.frozen
class Outcome:
    """What became of one page: a record or the reason why there is none.

    >>> Outcome("a", error=Failure(FailureKind.TIME, "past 60 s")).article is None
    True
    """

    id: str
    article: Article | None = None
    error: Failure | None = None
    url: str | None = None
    seconds: float = attrs.field(default=0.0, eq=False)
    """Time that parsing took. No part of equality: it is the machine's, not the page's."""

    @property
    def warnings(self) -> tuple[ParseWarning, ...]:
        """The warnings on the record, none where there is no record."""
        return self.article.warnings if self.article is not None else ()

    def to_dict(self) -> dict[str, Any]:
        """The outcome as JSON-ready values, without `seconds`: the same page gives the same dict on any machine.

        >>> Outcome("a", error=Failure(FailureKind.TIME, "past 60 s")).to_dict()
        {'id': 'a', 'url': None, 'error': {'kind': 'time', 'message': 'past 60 s'}, 'article': None}
        """
        error = (
            None
            if self.error is None
            else {"kind": self.error.kind.value, "message": self.error.message}
        )
        article = None if self.article is None else self.article.to_dict()
        return {"id": self.id, "url": self.url, "error": error, "article": article}
