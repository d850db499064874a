"""A pool of worker processes. Every page gets exactly one answer, whatever it does to its worker.

A worker is sent a chunk of pages only while it is idle, so neither side can block the other. It
answers page by page, so the page that it died over is the first one without an answer. That page is
tried once more, alone, because something else may have killed the worker. If its worker dies again,
that is its result. The other pages of the chunk go back into the queue.
"""

from __future__ import annotations

import os
import queue
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Any, Final

import attrs

from newsparse.batch.outcome import Failure, FailureKind, Job
from newsparse.batch.work import Work
from newsparse.batch.worker_process import WORKER_GONE, Events, NumberedJob, WorkerProcess
from newsparse.errors import BatchError, quoted

_CHUNK_PAGES: Final = 8
_CHUNK_BYTES: Final = 256_000
_CHUNK_SECONDS: Final = 0.05
"""Limits of a chunk. It is sent as it is once a slow source has taken so long."""
_CHUNKS_AHEAD: Final = 8
"""How many chunks a worker may be ahead of an unfinished page, where order is kept."""
_POLL_SECONDS: Final = 0.05
"""How often the caps are checked."""
_MAX_WORKERS: Final = 1_000
"""More workers are a typing error that would bring the machine down."""
_MAX_FAILED_STARTS: Final = 8
"""How many workers in a row may die before they are ready."""


@attrs.frozen
class Caps:
    """What one page may cost before its worker is ended."""

    seconds: float | None = 60.0
    memory: int | None = 2 << 30
    """Bytes of main memory of its worker."""

    def __attrs_post_init__(self) -> None:
        for name, value in (("seconds", self.seconds), ("memory", self.memory)):
            if value is not None and not value > 0:
                raise BatchError(
                    f"the cap on {name} is a positive number or None, not {quoted(value)}"
                )


def worker_count(workers: int | None) -> int:
    """How many workers to start: as many as asked for, or one for each usable core.

    >>> worker_count(3)
    3
    """
    if workers is None:
        return _usable_cores()
    if (
        isinstance(workers, bool)
        or not isinstance(workers, int)
        or not 0 <= workers <= _MAX_WORKERS
    ):
        raise BatchError(
            f"workers is a whole number from 0 (no worker processes) to {_MAX_WORKERS:,}, "
            f"not {quoted(workers)}"
        )
    return workers


def _usable_cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def never() -> bool:
    """The `stop` of a batch that nothing stops."""
    return False


def rendered(
    jobs: Iterable[Job],
    work: Work,
    *,
    workers: int | None = None,
    ordered: bool = True,
    caps: Caps | None = None,
    stop: Callable[[], bool] = never,
) -> Generator[Any, None, None]:
    """What `work` renders of each job, lazily and in bounded memory.

    Results come in the order of the jobs, or as they are done. Without workers the pages are parsed
    in this process, where no cap can be enforced. It ends early once `stop` returns True; pages
    that workers are parsing then are dropped.
    """
    count = worker_count(workers)
    if count == 0:
        return _render_here(jobs, work, stop)
    return _Pool(work, count, caps or Caps(), stop).run(jobs, ordered=ordered)


def _render_here(
    jobs: Iterable[Job], work: Work, stop: Callable[[], bool]
) -> Generator[Any, None, None]:
    for job in jobs:
        if stop():
            return
        try:
            yield work.rendered(job)
        except MemoryError:
            yield work.failed(job, Failure(FailureKind.MEMORY, "out of memory"))


class _Pool:
    def __init__(self, work: Work, size: int, caps: Caps, stop: Callable[[], bool]) -> None:
        self._stop = stop
        self._work = work
        self._size = size
        self._caps = caps
        self._events: Events = queue.SimpleQueue()
        self._workers: list[WorkerProcess] = []
        self._retries: deque[NumberedJob] = deque()
        self._crashed_once: set[int] = set()
        """Numbers of pages whose worker died once."""
        self._failed_starts = 0
        self._caps_checked = 0.0

    def run(self, jobs: Iterable[Job], *, ordered: bool) -> Generator[Any, None, None]:
        source = enumerate(jobs)
        room = self._size * _CHUNK_PAGES * _CHUNKS_AHEAD
        results = _OrderedResults(room) if ordered else _UnorderedResults()
        try:
            while not self._stop():
                has_more = self._send_chunks(source, results)
                if not has_more and not any(worker.pending for worker in self._workers):
                    return
                for number, answer in self._answers():
                    results.put(number, answer)
                yield from results.take()
        finally:
            for worker in self._workers:
                worker.end()

    def _send_chunks(
        self, source: Iterator[NumberedJob], results: _OrderedResults | _UnorderedResults
    ) -> bool:
        """Send a chunk to every idle worker. Returns False once no page is left."""
        while self._retries or results.has_room():
            worker = self._idle_worker()
            if worker is None:
                return True
            chunk = self._chunk(source)
            if not chunk:
                return False
            results.expect(chunk[-1][0])
            worker.send_jobs(chunk)
        return True

    def _idle_worker(self) -> WorkerProcess | None:
        """A worker without pages.

        Where there is none, one more is started, which is ready later.
        """
        for worker in self._workers:
            if worker.is_idle:
                return worker
        if len(self._workers) < self._size:
            self._workers.append(WorkerProcess(self._work, self._caps.memory, self._events))
        return None

    def _chunk(self, source: Iterator[NumberedJob]) -> list[NumberedJob]:
        if self._next_is_suspect():
            return [self._retries.popleft()]
        chunk: list[NumberedJob] = []
        size = 0
        end = time.monotonic() + _CHUNK_SECONDS
        while len(chunk) < _CHUNK_PAGES and size < _CHUNK_BYTES and time.monotonic() < end:
            if self._next_is_suspect():
                break
            numbered = self._retries.popleft() if self._retries else next(source, None)
            if numbered is None:
                break
            chunk.append(numbered)
            size += _size_of(numbered[1])
        return chunk

    def _next_is_suspect(self) -> bool:
        """Whether the next page is one whose worker died: it is tried alone."""
        return bool(self._retries) and self._retries[0][0] in self._crashed_once

    def _answers(self) -> Iterator[tuple[int, Any]]:
        """The answers that are there, after waiting for one.

        The caps are checked when none is left.
        """
        try:
            event = self._events.get(timeout=_POLL_SECONDS)
            while True:
                yield from self._handle(*event)
                event = self._events.get_nowait()
        except queue.Empty:
            self._check_caps()

    def _handle(self, worker: WorkerProcess, answer: Any) -> Iterator[tuple[int, Any]]:
        if answer is WORKER_GONE:
            yield from self._handle_exit(worker)
            return
        number = worker.record_answer(answer)
        self._failed_starts = 0
        if number is not None:
            yield number, answer

    def _handle_exit(self, worker: WorkerProcess) -> Iterator[tuple[int, Any]]:
        """A worker is gone: judge the page it was parsing, and put the others back."""
        self._workers.remove(worker)
        is_planned, reason = worker.exit_reason()
        if not worker.ready:
            self._count_failed_start(reason)
        left = list(worker.pending)
        if left and not is_planned:
            number, job = left[0]
            failure = self._failure_after_exit(number, worker, reason)
            if failure is not None:
                left = left[1:]
                yield number, self._work.failed(job, failure, time.monotonic() - worker.since)
        self._retries.extendleft(reversed(left))

    def _count_failed_start(self, reason: str) -> None:
        self._failed_starts += 1
        if self._failed_starts >= _MAX_FAILED_STARTS:
            raise BatchError(
                f"workers die before they are ready ({reason}); see their messages on standard "
                "error"
            )

    def _failure_after_exit(
        self, number: int, worker: WorkerProcess, reason: str
    ) -> Failure | None:
        """The failure of the page a worker was parsing; None where the page is tried again."""
        if worker.pending_failure is not None:
            failed, failure = worker.pending_failure
            return failure if failed == number else None
        if number in self._crashed_once:
            return Failure(FailureKind.CRASH, f"its worker died twice ({reason})")
        self._crashed_once.add(number)
        return None

    def _check_caps(self) -> None:
        """End workers whose page exceeds a cap. Called only when no answer is waiting."""
        now = time.monotonic()
        if now - self._caps_checked < _POLL_SECONDS:
            return
        self._caps_checked = now
        for worker in self._workers:
            failure = self._exceeded(worker, now) if worker.is_parsing else None
            if failure is not None:
                worker.kill(failure)

    def _exceeded(self, worker: WorkerProcess, now: float) -> Failure | None:
        """The failure of a worker's page, where it exceeds a cap."""
        seconds, memory = self._caps.seconds, self._caps.memory
        if seconds is not None and now - worker.since > seconds:
            return Failure(FailureKind.TIME, f"took longer than the cap of {seconds:g} s")
        if memory is not None and worker.memory() > memory:
            return Failure(FailureKind.MEMORY, f"took more than the cap of {memory:,} bytes")
        return None


class _UnorderedResults:
    """Answers in the order they come in."""

    def __init__(self) -> None:
        self._answers: deque[Any] = deque()

    def has_room(self) -> bool:
        return True

    def expect(self, number: int) -> None:
        """Nothing to note: no answer waits for another."""

    def put(self, number: int, answer: Any) -> None:
        self._answers.append(answer)

    def take(self) -> Iterator[Any]:
        while self._answers:
            yield self._answers.popleft()


class _OrderedResults:
    """Answers in the order of their pages. A bounded number of them waits for an earlier one."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._answers: dict[int, Any] = {}
        self._next = 0
        self._last = -1

    def has_room(self) -> bool:
        return self._last - self._next < self._room

    def expect(self, number: int) -> None:
        self._last = max(self._last, number)

    def put(self, number: int, answer: Any) -> None:
        self._answers[number] = answer

    def take(self) -> Iterator[Any]:
        while self._next in self._answers:
            yield self._answers.pop(self._next)
            self._next += 1


def _size_of(job: Job) -> int:
    """Bytes of a page, roughly; a page that the worker reads itself counts as an average one."""
    if isinstance(job.content, (str, bytes)):
        return len(job.content)
    return _CHUNK_BYTES // _CHUNK_PAGES
