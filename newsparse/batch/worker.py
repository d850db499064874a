"""The worker's side of the pool: a process that reads chunks of pages and answers page by page.

It is a plain child process on two pipes. So a caller's script needs no `__main__` guard, notebooks
work, and nothing of the parent (threads, locks, open files) is inherited. It ends when its input
ends, so killing the parent leaves no worker behind.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import IO, Any, Final

from newsparse.batch import frames
from newsparse.batch.outcome import Failure, FailureKind, Job
from newsparse.batch.work import Work

READY: Final = "ready"
EXIT_AFTER_MEMORY_CAP: Final = 75
"""Exit status of a worker that answered its page and ends so that a fresh one takes its place."""
_WARM_UP_PAGE: Final = (
    "<h1>Rain falls</h1><p>By Ada Lin, March 4, 2012</p>"
    "<p>It rained on Exampleton all day, the council said.</p>"
)
"""Parsed once at the start, so that no cap counts the time and memory of imports."""
_PIPE_BUFFER: Final = 1 << 16


def main() -> None:
    """Answer pages until the input ends.

    Standard output carries the answers; what the code of a profile prints goes to standard error.
    """
    answers = os.fdopen(os.dup(1), "wb", buffering=_PIPE_BUFFER)
    os.dup2(2, 1)
    with contextlib.suppress(EOFError, BrokenPipeError, KeyboardInterrupt):
        _serve(sys.stdin.buffer, answers)
    os._exit(0)


def _serve(questions: IO[bytes], answers: IO[bytes]) -> None:
    work, memory = frames.receive(questions)
    work.parser.parse(_WARM_UP_PAGE)
    _limit_memory(memory)
    frames.send(answers, READY)
    while True:
        for job in frames.receive(questions):
            frames.send(answers, _answer(work, job, answers))


def _answer(work: Work, job: Job, answers: IO[bytes]) -> Any:
    try:
        return work.rendered(job)
    except MemoryError:
        _lift_memory_limit()
        failure = Failure(FailureKind.MEMORY, "took more than the memory cap")
        frames.send(answers, work.failed(job, failure))
        os._exit(EXIT_AFTER_MEMORY_CAP)


def _limit_memory(memory: int | None) -> None:
    """Limit the address space to twice the cap beyond what the process has now.

    The parent enforces the cap; this is for a page that outruns it.
    """
    if memory is None:
        return
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        with open("/proc/self/statm", encoding="ascii") as statm:
            now = int(statm.read().split()[0]) * resource.getpagesize()
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (now + 2 * memory, hard))


def _lift_memory_limit() -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


if __name__ == "__main__":
    main()
