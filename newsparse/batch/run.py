"""A batch: files in, an output, a file of errors and a tally out, with a journal that lets it go on after a kill."""

from __future__ import annotations

import contextlib
import enum
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any, Final, Self

import attrs

from newsparse.batch.inputs.columns import Columns
from newsparse.batch.inputs.paths import STDIN, files
from newsparse.batch.inputs.sources import Gauge, InputKind, jobs, total
from newsparse.batch.journal import Checkpoint, Done, Journal
from newsparse.batch.outcome import Job, Key, Outcome
from newsparse.batch.outputs.formats import format_of
from newsparse.batch.outputs.lines import LineSink, StreamSink, csv_header, json_bytes
from newsparse.batch.outputs.sink import Format, Sink
from newsparse.batch.pool import Caps, rendered
from newsparse.batch.tally import Receipt, Tally, receipt
from newsparse.batch.work import Render, Work
from newsparse.errors import BatchError, quoted
from newsparse.parser import Parser
from newsparse.profiles.profile import Profile

_PAGES: Final = 200
_SECONDS: Final = 2.0
"""A checkpoint is made after so many pages, or so long: what a kill can cost."""
_STREAMED: Final = {"jsonl": b"", "csv": csv_header()}
"""Formats that standard output can take."""


class Start(enum.StrEnum):
    """How a batch treats an output that is already there."""

    FRESH = "fresh"
    """Nothing may be there."""
    OVERWRITE = "overwrite"
    """What is there goes."""
    RESUME = "resume"
    """What is there is kept, and what is missing is added."""


@attrs.frozen
class Plan:
    """What a batch is to do."""

    inputs: tuple[str, ...]
    output: str
    format: str | None = None
    errors: str | None = None
    """A file that pages without a record are written to, as JSONL."""
    columns: Columns = attrs.field(factory=Columns)
    kind: InputKind | None = None
    """What the inputs hold, where their names do not tell."""
    parser: Parser = attrs.field(factory=Parser)
    profile: Profile | str | None = None
    workers: int | None = None
    ordered: bool = False
    caps: Caps = attrs.field(factory=Caps)
    start: Start = Start.FRESH


@attrs.frozen
class Report:
    """What a batch came to."""

    tally: Tally
    complete: bool
    """False where it was stopped; what was done is written."""
    resumed: int = 0
    """Pages that earlier runs had done."""
    seconds: float = 0.0


Watch = Callable[[Receipt, Gauge], None]
"""Told of every page: a progress bar."""


def unwatched(page: Receipt, gauge: Gauge) -> None:
    """The watch of who does not want to look."""


def run(plan: Plan, watch: Watch = unwatched) -> Report:
    """Run a batch to its end, or until Ctrl-C or SIGTERM: then what was done is written and `Report.complete` is False.

    Raises `BatchError` where the batch cannot start: no such input, an output that is already there, another batch's journal.
    """
    form = format_of(plan.output, plan.format)
    start = time.monotonic()
    if plan.output == STDIN:
        report = _run(plan, form, _Streamed(plan, form), watch)
    else:
        store = _Stored(plan, form)
        if store.is_complete:
            store.tidy()
            return Report(store.tally, True, store.tally.pages)
        report = _run(plan, form, store, watch)
    return attrs.evolve(report, seconds=time.monotonic() - start)


def _run(plan: Plan, form: Format, store: _Streamed | _Stored, watch: Watch) -> Report:
    resumed = store.tally.pages
    names = files(plan.inputs, store.own)
    gauge = Gauge(total(names))
    work = Work(plan.parser, plan.profile, partial(with_receipt, form.render))
    todo = (job for job in jobs(names, plan.columns, plan.kind, gauge) if job.key not in store.done)
    with store, _Interrupts() as interrupts:
        answers = rendered(todo, work, workers=plan.workers, ordered=plan.ordered, caps=plan.caps, stop=lambda: interrupts.caught)
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


class _Streamed:
    """Standard output as the store of a batch."""

    def __init__(self, plan: Plan, form: Format) -> None:
        if form.name not in _STREAMED:
            raise BatchError(f"standard output takes {' or '.join(_STREAMED)}, not {form.name}")
        if plan.start is Start.RESUME:
            raise BatchError("what went to standard output cannot be resumed; name an output file")
        self.tally = Tally()
        self.done = Done()
        self.own: tuple[Path, ...] = ()
        self._sink = StreamSink(sys.stdout.buffer, _STREAMED[form.name])
        self._errors = LineSink(Path(plan.errors)) if plan.errors else None

    def __enter__(self) -> None:
        """Nothing is to be prepared."""

    def __exit__(self, *_: object) -> None:
        if self._errors is not None:
            self._errors.close()

    def write(self, page: Receipt, payload: Any) -> None:
        self._sink.write(payload)
        _note(page, self._errors, self.tally)

    def end(self, complete: bool) -> None:
        self._sink.publish()


class _Stored:
    """An output, its file of errors and its journal as the store of a batch."""

    def __init__(self, plan: Plan, form: Format) -> None:
        self._path = Path(plan.output)
        self._form = form
        self._journal = Journal(self._path.with_name(self._path.name + ".journal"), form.name)
        self._errors_path = Path(plan.errors) if plan.errors else None
        self._fresh: list[Key] = []
        self._since = time.monotonic()
        self._resuming = plan.start is Start.RESUME and self._journal.path.exists()
        if plan.start is Start.FRESH:
            self._refuse()
        last = self._journal.resumed() if self._resuming else Checkpoint(Done())
        self.done = last.done
        self.tally = Tally.from_dict(last.tally) if last.tally else Tally()
        self._last = last
        self.is_complete = last.finished or (plan.start is Start.RESUME and not self._resuming and _is_there(self._path))

    @property
    def own(self) -> tuple[Path, ...]:
        """Files that are the batch's, and no input."""
        beside = (".journal", ".parts", ".new")
        errors = (self._errors_path,) if self._errors_path else ()
        return (self._path, *errors, *(self._path.with_name(self._path.name + suffix) for suffix in beside))

    def __enter__(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        if not self._resuming:
            self._journal.begin()
        self._sink: Sink = self._form.open(self._path, (self._last.output or 0) if self._resuming else None)
        self._errors = LineSink(self._errors_path, self._last.errors or 0) if self._errors_path else None

    def __exit__(self, *_: object) -> None:
        self._sink.close()
        if self._errors is not None:
            self._errors.close()

    def write(self, page: Receipt, payload: Any) -> None:
        if payload is not None:
            self._sink.write(payload)
        _note(page, self._errors, self.tally)
        self._fresh.append(page.key)
        if len(self._fresh) >= _PAGES or time.monotonic() - self._since > _SECONDS:
            self._checkpoint()

    def end(self, complete: bool) -> None:
        """Write what is done to where users look for it; clean up where nothing is left to do."""
        self._checkpoint()
        self._sink.publish()
        if complete:
            self._journal.finish()
            self.tidy()

    def tidy(self) -> None:
        """Remove what only a resumed batch needs."""
        self._form.tidy(self._path)
        self._journal.remove()

    def _checkpoint(self) -> None:
        output = self._sink.checkpoint()
        errors = self._errors.checkpoint() if self._errors is not None else None
        self._journal.add(self._fresh, output, errors, self.tally.to_dict())
        self._fresh = []
        self._since = time.monotonic()

    def _refuse(self) -> None:
        if self._journal.path.exists():
            raise BatchError(f"{quoted(str(self._path))} is of a batch that was not finished: resume it or overwrite it")
        if _is_there(self._path):
            raise BatchError(f"{quoted(str(self._path))} is there already: overwrite it or name another output")


def _is_there(path: Path) -> bool:
    return any(path.iterdir()) if path.is_dir() else path.exists()


def _note(page: Receipt, errors: LineSink | None, tally: Tally) -> None:
    tally.add(page)
    if errors is not None and page.error is not None:
        kind, message = page.error
        errors.write(json_bytes({"id": page.id, "url": page.url, "kind": kind, "message": message, "seconds": round(page.seconds, 3)}))


class _Interrupts:
    """Ctrl-C and SIGTERM noted instead of raised, so that no write is cut in two; the second one raises."""

    def __init__(self) -> None:
        self.caught = False
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Self:
        with contextlib.suppress(ValueError):  # not the main thread: there is no one to interrupt
            for number in (signal.SIGINT, signal.SIGTERM):
                self._before[number] = signal.signal(number, self._note)
        return self

    def __exit__(self, *_: object) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)

    def _note(self, number: int, frame: FrameType | None) -> None:
        if self.caught:
            raise KeyboardInterrupt
        self.caught = True
