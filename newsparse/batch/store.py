"""Where the records of a batch go: files with a journal, or standard output."""

from __future__ import annotations

import hashlib
import sys
import time
from pathlib import Path
from typing import Any, Final, NoReturn

from newsparse.batch.fingerprint import Comparison, Fingerprint, compare
from newsparse.batch.formats import OutputFormat
from newsparse.batch.inputs.paths import STDIN
from newsparse.batch.journal import Checkpoint, Done, Journal
from newsparse.batch.outcome import Job, Key
from newsparse.batch.outputs.lines import LineSink, StreamSink, json_bytes, line_sink
from newsparse.batch.outputs.sink import Format, Sink
from newsparse.batch.plan import Plan, Start
from newsparse.batch.stats import BatchStats, PageResult
from newsparse.errors import BatchError, quoted

_CHECKPOINT_PAGES: Final = 200
_CHECKPOINT_SECONDS: Final = 2.0
"""A checkpoint is made after so many pages or so many seconds.

A kill costs no more work than that.
"""
_STREAMABLE: Final = (OutputFormat.JSONL, OutputFormat.CSV)
"""Formats that standard output takes."""
_BESIDE: Final = (".journal", ".parts", ".new")
"""Suffixes of what a batch keeps beside its output while it runs."""


def own_paths(plan: Plan) -> tuple[Path, ...]:
    """The files that a batch writes; they are never its inputs."""
    errors = (Path(plan.errors),) if plan.errors else ()
    if plan.output == STDIN:
        return errors
    output = Path(plan.output)
    return (output, *errors, *(_beside(output, suffix) for suffix in _BESIDE))


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


class StreamStore:
    """Standard output as the store of a batch."""

    is_complete = False
    notes: tuple[str, ...] = ()

    def __init__(self, plan: Plan, form: Format) -> None:
        if form.name not in _STREAMABLE:
            raise BatchError(
                f"standard output takes {' or '.join(_STREAMABLE)}, not {form.name}; "
                "name an output file with -o"
            )
        if plan.start is Start.RESUME:
            raise BatchError(
                "--resume needs an output file: what went to standard output is gone; "
                "name one with -o"
            )
        if plan.errors and plan.start is Start.FRESH:
            _refuse_existing(Path(plan.errors))
        self.stats = BatchStats()
        self.done = Done()
        self._sink = StreamSink(sys.stdout.buffer, form.header)
        self._errors = line_sink(Path(plan.errors)) if plan.errors else None

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, *_: object) -> None:
        if self._errors is not None:
            self._errors.close()

    def check(self, job: Job) -> None:
        """Nothing to check: there was no earlier run."""

    def leave(self) -> None:
        """Nothing to leave: standard output is never complete before a run."""

    def write(self, page: PageResult, payload: Any) -> None:
        """Write a page."""
        self._sink.write(payload)
        _count(page, self._errors, self.stats)

    def end(self, complete: bool) -> None:
        """Flush the output."""
        self._sink.publish()


class FileStore:
    """An output file, its file of errors and its journal as the store of a batch."""

    def __init__(self, plan: Plan, form: Format, fingerprint: Fingerprint) -> None:
        self._plan = plan
        self._path = Path(plan.output)
        self._form = form
        self._fingerprint = fingerprint
        self._journal = Journal(_beside(self._path, ".journal"))
        self._errors_path = Path(plan.errors) if plan.errors else None
        if self._errors_path is not None and self._errors_path.resolve() == self._path.resolve():
            raise BatchError(
                f"{quoted(plan.output)} cannot be both the output (-o) and the file of --errors"
            )
        self._unsaved: list[Key] = []
        self._since = time.monotonic()
        self._last = self._start()
        self.done = self._last.done
        self.stats = BatchStats.from_dict(self._last.stats) if self._last.stats else BatchStats()

    def _start(self) -> Checkpoint:
        """Where the batch starts from: nothing, or what an earlier run left."""
        self.notes: tuple[str, ...] = ()
        self.is_complete = False
        self._resuming = False
        self._comparison = Comparison()
        if self._plan.start is Start.OVERWRITE:
            return Checkpoint(Done())
        if self._plan.start is Start.RESUME and self._journal.path.exists():
            return self._resume()
        if self._plan.start is Start.RESUME and is_there(self._path):
            self.is_complete = True
            self.notes = (
                f"{quoted(str(self._path))} has no journal beside it, so it is complete, or no "
                "batch wrote it: nothing was done. --overwrite replaces it",
            )
            return Checkpoint(Done())
        self._refuse_what_is_there()
        return Checkpoint(Done())

    def _resume(self) -> Checkpoint:
        self._journal.lock()
        try:
            last = self._journal.last_checkpoint()
            if last.fingerprint is not None:
                self._comparison = compare(last.fingerprint, self._fingerprint)
            if self._comparison.differences:
                self._refuse_another_batch()
        except BatchError:
            self._journal.release()
            raise
        self._resuming = last.fingerprint is not None
        self.is_complete = last.finished
        self.notes = self._comparison.notes
        return last

    def __enter__(self) -> None:
        for path in filter(None, (self._path, self._errors_path)):
            path.parent.mkdir(parents=True, exist_ok=True)
        if self._resuming:
            if self._comparison.added:
                self._journal.add_files(self._comparison.added)
        else:
            self._journal.lock()
            self._journal.begin(self._fingerprint)
        self._sink: Sink = self._form.open(
            self._path, (self._last.output or 0) if self._resuming else None
        )
        self._errors = (
            line_sink(self._errors_path, self._last.errors or 0) if self._errors_path else None
        )

    def __exit__(self, *_: object) -> None:
        self._sink.close()
        if self._errors is not None:
            self._errors.close()
        self._journal.release()

    def check(self, job: Job) -> None:
        """Check that standard input begins with the page that the first run read there.

        Raises `BatchError` where it does not: pages are counted from the start of the stream.
        """
        if job.key != Key(STDIN):
            return
        digest = _job_digest(job)
        if self._last.first_of_stdin is None:
            self._journal.add_first_of_stdin(digest)
        elif self._last.first_of_stdin != digest:
            self._refuse(["standard input began with another page"])

    def write(self, page: PageResult, payload: Any) -> None:
        """Write a page, and a checkpoint where one is due."""
        if payload is not None:
            self._sink.write(payload)
        _count(page, self._errors, self.stats)
        self._unsaved.append(page.key)
        is_late = time.monotonic() - self._since > _CHECKPOINT_SECONDS
        if is_late or len(self._unsaved) >= _CHECKPOINT_PAGES:
            self._checkpoint()

    def end(self, complete: bool) -> None:
        """Write the output to where users look for it; clean up where nothing is left to do."""
        self._checkpoint()
        self._sink.publish()
        if complete:
            self._journal.finish()
            self.clean_up()

    def leave(self) -> None:
        """Leave a complete output as it is; remove what a kill kept from being cleaned up."""
        if self._last.finished:
            self.clean_up()

    def clean_up(self) -> None:
        """Remove what only a resumed batch needs."""
        self._form.clean_up(self._path)
        self._journal.remove()

    def _checkpoint(self) -> None:
        output = self._sink.checkpoint()
        errors = self._errors.checkpoint() if self._errors is not None else None
        self._journal.add(self._unsaved, output, errors, self.stats.to_dict())
        self._unsaved = []
        self._since = time.monotonic()

    def _refuse_what_is_there(self) -> None:
        if self._journal.path.exists():
            raise BatchError(
                f"{quoted(str(self._path))} belongs to a batch that was not finished: "
                "--resume finishes it, --overwrite starts over"
            )
        for path in own_paths(self._plan):
            _refuse_existing(path)

    def _refuse_another_batch(self) -> NoReturn:
        self._refuse(list(self._comparison.differences))

    def _refuse(self, differences: list[str]) -> NoReturn:
        raise BatchError(
            f"{quoted(str(self._path))} belongs to an unfinished batch that was started "
            f"differently, so nothing was changed: {'; '.join(differences)}. To finish that batch, "
            "use --resume with its inputs and options. To keep it and start another, name another "
            "output with -o. To replace it, use --overwrite"
        )


def is_there(path: Path) -> bool:
    """Whether a file, or a folder that is not empty, is at a path."""
    return any(path.iterdir()) if path.is_dir() else path.exists()


def _refuse_existing(path: Path) -> None:
    if is_there(path):
        raise BatchError(
            f"{quoted(str(path))} is already there: --overwrite replaces it; or name another file"
        )


def _job_digest(job: Job) -> str:
    return hashlib.sha256(
        repr((job.id, job.url, job.content)).encode("utf-8", "replace")
    ).hexdigest()


def _count(page: PageResult, errors: LineSink | None, stats: BatchStats) -> None:
    stats.add(page)
    if errors is None or page.error is None:
        return
    kind, message = page.error
    errors.write(
        json_bytes(
            {
                "id": page.id,
                "url": page.url,
                "kind": kind,
                "message": message,
                "seconds": round(page.seconds, 3),
            }
        )
    )
