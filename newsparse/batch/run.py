"""A batch: files in, an output, a file of errors and a tally out, with a journal that lets it go on after a kill."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import attrs

from newsparse.batch.inputs.paths import STDIN, files
from newsparse.batch.inputs.scans import packages
from newsparse.batch.inputs.sources import InputKind, InputProgress, jobs, total
from newsparse.batch.interrupts import Interrupts
from newsparse.batch.outcome import Job, Outcome
from newsparse.batch.outputs.formats import format_of
from newsparse.batch.outputs.sink import Format
from newsparse.batch.plan import Plan
from newsparse.batch.pool import rendered
from newsparse.batch.store import Stored, Streamed
from newsparse.batch.tally import Receipt, Tally, receipt
from newsparse.batch.work import Render, Work


@attrs.frozen
class Report:
    """What a batch came to."""

    tally: Tally
    complete: bool
    """False where it was stopped; what was done is written."""
    resumed: int = 0
    """Pages that earlier runs had done."""
    seconds: float = 0.0


Watch = Callable[[Receipt, InputProgress], None]
"""Told of every page: a progress bar."""


def unwatched(page: Receipt, gauge: InputProgress) -> None:
    """The watch of who does not want to look."""


def run(plan: Plan, watch: Watch = unwatched) -> Report:
    """Run a batch to its end, or until Ctrl-C or SIGTERM: then what was done is written and `Report.complete` is False.

    Raises `BatchError` where the batch cannot start: no such input, an output that is already there, another batch's journal.
    """
    form = format_of(plan.output, plan.format)
    start = time.monotonic()
    if plan.output == STDIN:
        report = _run(plan, form, Streamed(plan, form), watch)
    else:
        store = Stored(plan, form)
        if store.is_complete:
            store.tidy()
            return Report(store.tally, True, store.tally.pages)
        report = _run(plan, form, store, watch)
    return attrs.evolve(report, seconds=time.monotonic() - start)


def _run(plan: Plan, form: Format, store: Streamed | Stored, watch: Watch) -> Report:
    resumed = store.tally.pages
    scans = plan.kind is InputKind.SCAN
    names = packages(plan.inputs) if scans else files(plan.inputs, store.own)
    gauge = InputProgress(total(names))
    work = Work(plan.parser, plan.profile, partial(with_receipt, form.render))
    todo = (job for job in jobs(names, plan.columns, plan.kind, gauge) if job.key not in store.done)
    with store, Interrupts() as interrupts:
        answers = rendered(
            todo,
            work,
            workers=plan.workers,
            ordered=plan.ordered,
            caps=plan.caps,
            stop=lambda: interrupts.caught,
        )
        with contextlib.closing(answers):
            for page, payload in answers:
                store.write(page, payload)
                watch(page, gauge)
        complete = not interrupts.caught
        store.end(complete)
    return Report(store.tally, complete, resumed)


def with_receipt(render: Render, job: Job, outcome: Outcome) -> tuple[Receipt, Any]:
    """What a worker of a batch sends back for a page."""
    return receipt(job.key, outcome), render(job, outcome)
