"""A progress bar on a terminal: pages, rate, failures, and the time left by how much of the
inputs was read.
"""

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
from newsparse.batch.stats import PageResult


class ProgressBar:
    """A progress callback of a batch that draws a bar.

    It draws nothing where there is no terminal.
    """

    def __init__(self, console: Console) -> None:
        self._pages = 0
        self._failed = 0
        self._bar = Progress(
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
        self._task = self._bar.add_task("", total=None, pages=0, rate=0.0, failed=0)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.stop()

    def __call__(self, page: PageResult, progress: InputProgress) -> None:
        """Count a page and redraw the bar."""
        self._pages += 1
        self._failed += page.error is not None
        if self._bar.disable:
            return
        rate = self._pages / (self._bar.tasks[0].elapsed or 1.0)
        self._bar.update(
            self._task,
            total=progress.total or None,
            completed=progress.done,
            pages=self._pages,
            rate=rate,
            failed=self._failed,
        )
