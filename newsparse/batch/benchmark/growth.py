"""Memory of the parent and its workers over many pages."""

from __future__ import annotations

import os
from collections.abc import Iterator

import attrs

from newsparse.batch.benchmark.measure import family, memory
from newsparse.batch.many import parse_many
from newsparse.batch.outcome import Job
from newsparse.benchmark import generated


@attrs.frozen
class Sample:
    """Memory after a number of pages, in bytes."""

    pages: int
    parent: int
    workers: int
    """Of all workers together."""


def growth(pages: int, workers: int, samples: int) -> Iterator[Sample]:
    """Samples of memory while small generated pages are made, parsed and dropped."""
    step = max(pages // samples, 1)
    jobs = (Job(generated.html(number, 2, 1), url=generated.url(number)) for number in range(pages))
    for number, _ in enumerate(parse_many(jobs, workers=workers), 1):
        if number % step == 0:
            own, *others = family()
            assert own == os.getpid()
            yield Sample(number, memory(own), sum(map(memory, others)))
