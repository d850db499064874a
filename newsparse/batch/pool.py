"""A pool of workers for pages that cannot be trusted: each page is answered once, whatever it does to its worker.

How it holds: a worker is sent a chunk of pages only while it is idle, so that neither side can block the
other, and answers page by page, so that the page it died over is the first it owes. That
page is tried once more, alone (the worker may have been killed for no fault of the page's);
the second death is its outcome. The other pages of the chunk go back in the queue.
"""

from __future__ import annotations

import os
import queue
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Any, Final

import attrs

from newsparse.batch.member import GONE, Events, Member, Numbered
from newsparse.batch.outcome import Failure, FailureKind, Job
from newsparse.batch.work import Work
from newsparse.errors import BatchError, quoted

_CHUNK_PAGES: Final = 8
_CHUNK_BYTES: Final = 256_000
_CHUNK_SECONDS: Final = 0.05
"""A slow source of pages is not waited for."""
_AHEAD: Final = 8
"""Chunks a worker, finished or not, that may wait for an earlier page where order is kept."""
_TICK: Final = 0.05
_MOST: Final = 1_000
"""Workers: more is a slip of the keyboard that would bring the machine down."""
_STARTS: Final = 8
"""Workers in a row that may die before they are ready."""


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
    """How many workers: as asked, or one for each core that this process may use.

    >>> worker_count(3)
    3
    """
    if workers is None:
        return (
            len(os.sched_getaffinity(0))
            if hasattr(os, "sched_getaffinity")
            else os.cpu_count() or 1
        )
    if isinstance(workers, bool) or not isinstance(workers, int) or not 0 <= workers <= _MOST:
        raise BatchError(
            f"workers is a number from 0, for none, to {_MOST:,}, not {quoted(workers)}"
        )
    return workers


def never() -> bool:
    """The stop of a batch that nothing stops."""
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
    """What `work` renders of each job: as they come done, or in the jobs' order. Lazy, in bounded memory.

    With no workers the pages are parsed in this process, and nothing can hold them to a cap. It ends early once `stop`
    says so; the pages that workers are at are given up.
    """
    count = worker_count(workers)
    if count == 0:
        return _here(jobs, work, stop)
    return _Pool(work, count, caps or Caps(), stop).run(jobs, ordered=ordered)


def _here(jobs: Iterable[Job], work: Work, stop: Callable[[], bool]) -> Generator[Any, None, None]:
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
        self._members: list[Member] = []
        self._again: deque[Numbered] = deque()
        self._suspects: set[int] = set()
        """Pages whose worker died once."""
        self._stillborn = 0
        self._watched = 0.0

    def run(self, jobs: Iterable[Job], *, ordered: bool) -> Generator[Any, None, None]:
        source = enumerate(jobs)
        shelf = _Shelf(self._size * _CHUNK_PAGES * _AHEAD) if ordered else _Tray()
        try:
            while not self._stop():
                more = self._feed(source, shelf)
                if not more and not any(member.owed for member in self._members):
                    return
                for number, answer in self._answers():
                    shelf.put(number, answer)
                yield from shelf.take()
        finally:
            for member in self._members:
                member.end()

    def _feed(self, source: Iterator[Numbered], shelf: _Shelf | _Tray) -> bool:
        """Give every idle worker a chunk; False once there is nothing left to give."""
        more = True
        while more and (self._again or shelf.has_room()) and (member := self._idle()) is not None:
            chunk = self._chunk(source)
            if chunk:
                shelf.expect(chunk[-1][0])
                member.give(chunk)
            more = bool(chunk)
        return more

    def _idle(self) -> Member | None:
        for member in self._members:
            if member.ready and not member.owed and member.process.poll() is None:
                return member
        if len(self._members) < self._size:
            self._members.append(Member(self._work, self._caps.memory, self._events))
        return None

    def _chunk(self, source: Iterator[Numbered]) -> list[Numbered]:
        if self._again and self._again[0][0] in self._suspects:
            return [self._again.popleft()]
        chunk: list[Numbered] = []
        weight = 0
        start = time.monotonic()
        while (
            len(chunk) < _CHUNK_PAGES
            and weight < _CHUNK_BYTES
            and time.monotonic() - start < _CHUNK_SECONDS
        ):
            if self._again and self._again[0][0] in self._suspects:
                break
            numbered = self._again.popleft() if self._again else next(source, None)
            if numbered is None:
                break
            chunk.append(numbered)
            weight += _weight(numbered[1])
        return chunk

    def _answers(self) -> Iterator[tuple[int, Any]]:
        """The answers that have come, after waiting for one; then the workers are looked after."""
        try:
            event = self._events.get(timeout=_TICK)
            while True:
                yield from self._handled(*event)
                event = self._events.get_nowait()
        except queue.Empty:
            self._watch()

    def _handled(self, member: Member, answer: Any) -> Iterator[tuple[int, Any]]:
        if answer is GONE:
            yield from self._buried(member)
            return
        number = member.took(answer)
        self._stillborn = 0
        if number is not None:
            yield number, answer

    def _buried(self, member: Member) -> Iterator[tuple[int, Any]]:
        """A worker is gone: blame the page it was at, put the others back."""
        self._members.remove(member)
        willing, how = member.exit_reason()
        if not member.ready:
            self._stillborn += 1
            if self._stillborn >= _STARTS:
                raise BatchError(
                    f"workers die before they are ready ({how}); see their messages on standard error"
                )
        rest = list(member.owed)
        if rest and not willing:
            number, job = rest[0]
            failure = self._verdict(number, member, how)
            if failure is not None:
                rest = rest[1:]
                yield number, self._work.failed(job, failure, time.monotonic() - member.since)
        self._again.extendleft(reversed(rest))

    def _verdict(self, number: int, member: Member, how: str) -> Failure | None:
        """The failure of the page that a worker was at when it went; None where it shall be tried again."""
        if member.pending_failure is not None:
            doomed, failure = member.pending_failure
            return failure if doomed == number else None
        if number in self._suspects:
            return Failure(FailureKind.CRASH, f"its worker died twice ({how})")
        self._suspects.add(number)
        return None

    def _watch(self) -> None:
        """End workers whose page is past a cap, a look a tick. Called only when no answer waits to be read."""
        now = time.monotonic()
        if now - self._watched < _TICK:
            return
        self._watched = now
        for member in self._members:
            if not (member.ready and member.owed and member.pending_failure is None):
                continue
            if self._caps.seconds is not None and now - member.since > self._caps.seconds:
                member.kill(Failure(FailureKind.TIME, f"past the cap of {self._caps.seconds:g} s"))
            elif self._caps.memory is not None and member.memory() > self._caps.memory:
                member.kill(
                    Failure(FailureKind.MEMORY, f"past the cap of {self._caps.memory:,} bytes")
                )


class _Tray:
    """Answers as they come."""

    def __init__(self) -> None:
        self._answers: deque[Any] = deque()

    def has_room(self) -> bool:
        return True

    def expect(self, number: int) -> None:
        """Nothing is waited for."""

    def put(self, number: int, answer: Any) -> None:
        self._answers.append(answer)

    def take(self) -> Iterator[Any]:
        while self._answers:
            yield self._answers.popleft()


class _Shelf:
    """Answers in the order of their pages, a bounded number of them waiting for an earlier one."""

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


def _weight(job: Job) -> int:
    return (
        len(job.content) if isinstance(job.content, (str, bytes)) else _CHUNK_BYTES // _CHUNK_PAGES
    )
