"""A progress bar on a terminal: pages, rate, failures, time left by the share of the inputs that was read."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from newsparse.batch.inputs.sources import InputProgress
from newsparse.batch.tally import Receipt


class Bar:
    """A watch of a batch that shows how far it is; on what is no terminal it shows nothing."""

    def __init__(self, console: Console) -> None:
        self._pages = 0
        self._failed = 0
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.fields[pages]:,} pages"),
            BarColumn(),
            TextColumn("{task.fields[rate]:,.1f} a second, {task.fields[failed]:,} failed"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=console,
            disable=not console.is_terminal,
            transient=True,
        )
        self._task = self._progress.add_task("", total=None, pages=0, rate=0.0, failed=0)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def __call__(self, page: Receipt, gauge: InputProgress) -> None:
        """Note a page."""
        self._pages += 1
        self._failed += page.error is not None
        if self._progress.disable:
            return
        rate = self._pages / (self._progress.tasks[0].elapsed or 1.0)
        self._progress.update(
            self._task,
            total=gauge.total or None,
            completed=gauge.done,
            pages=self._pages,
            rate=rate,
            failed=self._failed,
        )
