"""Running a batch: files in; an output, a file of errors and statistics out.

It can go on after a kill.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import attrs

from newsparse.batch.fingerprint import fingerprint
from newsparse.batch.formats import InputKind
from newsparse.batch.inputs.paths import STDIN, files
from newsparse.batch.inputs.scans import packages
from newsparse.batch.inputs.sources import InputProgress, jobs, total
from newsparse.batch.known import known_pages
from newsparse.batch.outcome import Job, Outcome
from newsparse.batch.outputs.formats import format_of
from newsparse.batch.outputs.sink import Format
from newsparse.batch.plan import Plan, Start
from newsparse.batch.pool import rendered
from newsparse.batch.sites import with_sites
from newsparse.batch.stats import BatchStats, PageResult, page_result
from newsparse.batch.stop_signals import StopSignals
from newsparse.batch.store import FileStore, StreamStore, own_paths
from newsparse.batch.work import Render, Work


@attrs.frozen
class Report:
    """The result of a batch."""

    stats: BatchStats
    complete: bool
    """False where the batch was stopped; the pages done by then are written."""
    resumed: int = 0
    """Pages that earlier runs had done."""
    seconds: float = 0.0
    notes: tuple[str, ...] = ()
    """What the user should know: files added since an earlier run, an output that was complete."""
    was_complete: bool = False
    """Whether the output was complete before this run, so that it did nothing."""


ProgressCallback = Callable[[PageResult, InputProgress], None]
"""Called with every page that is done and how much of the inputs was read."""


def no_progress(page: PageResult, progress: InputProgress) -> None:
    """A progress callback that does nothing."""


def run(plan: Plan, on_page: ProgressCallback = no_progress) -> Report:
    """Run a batch to its end, or until Ctrl-C or SIGTERM stops it.

    A batch that is stopped writes what was done, and `Report.complete` is False. Raises
    `BatchError` where it cannot start: no such input, an output that is already there, the journal
    of another batch.
    """
    start = time.monotonic()
    report = _run(plan, format_of(plan.output, plan.format, plan.layout), on_page)
    return attrs.evolve(report, seconds=time.monotonic() - start)


def _input_names(plan: Plan) -> list[str]:
    """The files of a batch, or its packages of scans."""
    if plan.kind is InputKind.SCAN:
        return packages(plan.inputs)
    return files(plan.inputs, own_paths(plan), refuse_own=plan.start is not Start.RESUME)


def _run(plan: Plan, form: Format, on_page: ProgressCallback) -> Report:
    names = _input_names(plan)
    store = _store(plan, form, names)
    if store.is_complete:
        store.leave()
        return Report(store.stats, True, store.stats.pages, notes=store.notes, was_complete=True)
    resumed = store.stats.pages
    plan, notes = with_sites(plan, names)
    complete = _process(plan, form, store, names, on_page)
    return Report(store.stats, complete, resumed, notes=(*store.notes, *notes))


def _store(plan: Plan, form: Format, names: list[str]) -> StreamStore | FileStore:
    if plan.output == STDIN:
        return StreamStore(plan, form)
    return FileStore(plan, form, fingerprint(plan, form.name, names))


def _process(
    plan: Plan,
    form: Format,
    store: StreamStore | FileStore,
    names: list[str],
    on_page: ProgressCallback,
) -> bool:
    """Parse every page that is not done; False where a signal stopped it."""
    progress = InputProgress(total(names))
    render = partial(render_with_result, form.render)
    work = Work(plan.parser, plan.profile, render, plan.min_confidence, plan.without, plan.comments)
    known = known_pages(plan.known)
    with store, StopSignals() as signals:
        results = rendered(
            map(known.told, _jobs_to_do(plan, store, names, progress)),
            work,
            workers=plan.workers,
            ordered=plan.ordered,
            caps=plan.caps,
            stop=lambda: signals.caught,
        )
        with contextlib.closing(results):
            for page, payload in results:
                store.write(page, payload)
                on_page(page, progress)
        complete = not signals.caught
        store.end(complete)
    return complete


def _jobs_to_do(
    plan: Plan, store: StreamStore | FileStore, names: list[str], progress: InputProgress
) -> Iterator[Job]:
    for job in jobs(names, plan.columns, plan.kind, progress):
        store.check(job)
        if job.key not in store.done:
            yield job


def render_with_result(render: Render, job: Job, outcome: Outcome) -> tuple[PageResult, Any]:
    """What a worker of a batch sends back for a page."""
    return page_result(job.key, outcome), render(job, outcome)
