"""`parse_many`: pages in, outcomes out, over several processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

import attrs

from newsparse.batch.outcome import Job, Outcome
from newsparse.batch.pool import Caps, rendered
from newsparse.batch.work import Work
from newsparse.errors import InputError, quoted
from newsparse.parser import Parser
from newsparse.profiles.profile import Profile


def parse_many(
    pages: Iterable[str | bytes | Path | Job],
    *,
    workers: int | None = None,
    parser: Parser | None = None,
    profile: Profile | str | None = None,
    ordered: bool = True,
    caps: Caps | None = None,
) -> Iterator[Outcome]:
    """Parse many pages in several processes. Yields the `Outcome` of each page.

    It is lazy and needs bounded memory: pages are taken as workers become free. A page is what
    `parse` takes, or a `newsparse.batch.Job`, which adds an id, a URL and a charset. Without an id,
    the id is the number of the page.

    `workers` is the number of processes; None means one for each core, 0 none. `parser` is sent to
    them, with its profiles. Outcomes come in the order of the pages, or as they are done with
    `ordered=False`. A page that exceeds `caps`, or that kills its worker, has an outcome like any
    other. The caps are checked while the caller waits for the next outcome.

    Raises `InputError` for what is not a page, and `BatchError` where no worker can be started.

    >>> pages = ["<h1>Rain falls</h1><p>It rained.</p>", "<h1>Sun shines</h1><p>It shone.</p>"]
    >>> [outcome.article.headline.text for outcome in parse_many(pages, workers=0)]
    ['Rain falls', 'Sun shines']
    """
    work = Work(parser or Parser(), profile)
    return cast(
        "Iterator[Outcome]",
        rendered(_jobs(pages), work, workers=workers, ordered=ordered, caps=caps),
    )


def _jobs(pages: Iterable[str | bytes | Path | Job]) -> Iterator[Job]:
    for number, page in enumerate(pages):
        if isinstance(page, Job):
            yield page if page.id else attrs.evolve(page, id=str(number))
        elif isinstance(page, (str, bytes, Path)):
            yield Job(page, id=str(number))
        else:
            raise InputError(
                f"a page is a str, bytes, pathlib.Path or newsparse.batch.Job, not {quoted(page)}"
            )
