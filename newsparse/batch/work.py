"""What is done to one page. It is the same in this process, in a worker, and on a cluster."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import attrs

from newsparse.batch.inputs.compressed import read_page
from newsparse.batch.outcome import Failure, FailureKind, Job, Outcome
from newsparse.errors import NewsparseError
from newsparse.page import Limits
from newsparse.parser import GENERIC, Parser
from newsparse.profiles.profile import Profile
from newsparse.records import Article, PartName
from newsparse.scans.packages import PackagedArticle

Render = Callable[[Job, Outcome], Any]
"""Makes what a worker sends back for a page.

It runs in the worker: the one process that writes has little to do.
"""


def outcome_itself(job: Job, outcome: Outcome) -> Outcome:
    """A render that returns the outcome."""
    return outcome


@attrs.frozen
class Work:
    """What is done to every page of a batch. It is sent to each worker once."""

    parser: Parser = attrs.field(factory=Parser)
    profile: Profile | str | None = None
    render: Render = outcome_itself
    min_confidence: float | None = None
    """The least confidence of a record that is kept."""
    without: tuple[PartName, ...] = ()
    """Parts of a story that are left out."""
    comments: bool = False
    """Whether the comments of readers are read."""

    def __attrs_post_init__(self) -> None:
        """Check the name of the profile once, so that a wrong one is not the failure of every
        page.
        """
        if isinstance(self.profile, str) and self.profile != GENERIC:
            self.parser.profiles.named(self.profile)

    def outcome(self, job: Job) -> Outcome:
        """The outcome of a page. Never raises on content, except `MemoryError`."""
        start = time.perf_counter()
        result = self._parse(job)
        seconds = time.perf_counter() - start
        if not isinstance(result, Failure):
            result = self._wanted(result)
        if isinstance(result, Failure):
            return Outcome(job.id, error=result, url=job.url, seconds=seconds)
        return Outcome(job.id, article=result, url=job.url, seconds=seconds)

    def _wanted(self, article: Article) -> Article | Failure:
        """A record as the batch asks for it; a failure if it is less likely to be right."""
        least, found = self.min_confidence, article.confidence
        if least is None or (found is not None and found >= least):
            return article.without(*self.without)
        return Failure(FailureKind.DOUBTFUL, f"its confidence is {found}, less than {least:g}")

    def _parse(self, job: Job) -> Article | Failure:
        if isinstance(job.content, Failure):
            return job.content
        try:
            if isinstance(job.content, PackagedArticle):
                return job.content.read(self.parser, self.profile)
            return self.parser.parse(
                read_page(job.content, bytes_to_read(self.parser.limits)),
                url=job.url,
                profile=self.profile,
                media=job.media,
                encoding=job.encoding,
                reference=job.reference,
                known=job.known,
                comments=self.comments,
            )
        except MemoryError:
            raise
        except (OSError, EOFError, NewsparseError) as error:
            return Failure(FailureKind.INPUT, str(error))
        except Exception as error:  # noqa: BLE001 - one bad page never stops a batch
            return _failure_of(error)

    def rendered(self, job: Job) -> Any:
        """What is sent back for a page. An error of the render is the failure of the page."""
        outcome = self.outcome(job)
        try:
            return self.render(job, outcome)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - nor does a record that cannot be written
            return self.failed(job, _failure_of(error), outcome.seconds)

    def failed(self, job: Job, failure: Failure, seconds: float = 0.0) -> Any:
        """What is sent back for a page without a record."""
        return self.render(job, Outcome(job.id, error=failure, url=job.url, seconds=seconds))


def _failure_of(error: Exception) -> Failure:
    return Failure(FailureKind.EXCEPTION, f"{type(error).__name__}: {error}")


def bytes_to_read(limits: Limits) -> int:
    """One byte more than the size cap, so that the parser sees that the page is longer."""
    return limits.size + 1
