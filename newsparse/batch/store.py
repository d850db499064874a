"""Where a batch puts its pages: an output with its file of errors and its journal, or standard output."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any, Final

from newsparse.batch.journal import Checkpoint, Done, Journal
from newsparse.batch.outcome import Key
from newsparse.batch.outputs.lines import LineSink, StreamSink, csv_header, json_bytes
from newsparse.batch.outputs.sink import Format, Sink
from newsparse.batch.plan import Plan, Start
from newsparse.batch.tally import Receipt, Tally
from newsparse.errors import BatchError, quoted

_PAGES: Final = 200
_SECONDS: Final = 2.0
"""A checkpoint is made after so many pages, or so long: what a kill can cost."""
_STREAMED: Final = {"jsonl": b"", "csv": csv_header()}
"""Formats that standard output can take."""


class Streamed:
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


class Stored:
    """An output, its file of errors and its journal as the store of a batch."""

    def __init__(self, plan: Plan, form: Format) -> None:
        self._path = Path(plan.output)
        self._form = form
        self._journal = Journal(self._path.with_name(self._path.name + ".journal"), form.name)
        self._errors_path = Path(plan.errors) if plan.errors else None
        if self._errors_path is not None and self._errors_path.resolve() == self._path.resolve():
            raise BatchError(
                f"{quoted(plan.output)} cannot be both the output and the file of errors"
            )
        self._fresh: list[Key] = []
        self._since = time.monotonic()
        self._resuming = plan.start is Start.RESUME and self._journal.path.exists()
        if plan.start is Start.FRESH:
            self._refuse()
        if self._resuming:
            self._journal.hold()
        last = self._journal.resumed() if self._resuming else Checkpoint(Done())
        self.done = last.done
        self.tally = Tally.from_dict(last.tally) if last.tally else Tally()
        self._last = last
        self.is_complete = last.finished or (
            plan.start is Start.RESUME and not self._resuming and _is_there(self._path)
        )

    @property
    def own(self) -> tuple[Path, ...]:
        """Files that are the batch's, and no input."""
        beside = (".journal", ".parts", ".new")
        errors = (self._errors_path,) if self._errors_path else ()
        return (
            self._path,
            *errors,
            *(self._path.with_name(self._path.name + suffix) for suffix in beside),
        )

    def __enter__(self) -> None:
        for path in filter(None, (self._path, self._errors_path)):
            path.parent.mkdir(parents=True, exist_ok=True)
        if not self._resuming:
            self._journal.hold()
            self._journal.begin()
        self._sink: Sink = self._form.open(
            self._path, (self._last.output or 0) if self._resuming else None
        )
        self._errors = (
            LineSink(self._errors_path, self._last.errors or 0) if self._errors_path else None
        )

    def __exit__(self, *_: object) -> None:
        self._sink.close()
        if self._errors is not None:
            self._errors.close()
        self._journal.release()

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
            raise BatchError(
                f"{quoted(str(self._path))} is of a batch that was not finished: resume it or overwrite it"
            )
        if _is_there(self._path):
            raise BatchError(
                f"{quoted(str(self._path))} is there already: overwrite it or name another output"
            )


def _is_there(path: Path) -> bool:
    return any(path.iterdir()) if path.is_dir() else path.exists()


def _note(page: Receipt, errors: LineSink | None, tally: Tally) -> None:
    tally.add(page)
    if errors is not None and page.error is not None:
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
