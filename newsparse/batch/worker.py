"""The worker's side of the pool: a process that takes chunks of pages and answers page by page.

It is a plain child process on two pipes, so that a caller's script needs no `__main__` guard, a notebook
works, and nothing of the parent (threads, locks, open files) is inherited. It ends when its
input does, so that killing the parent leaves nothing behind.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import IO, Any

from newsparse.batch import frames
from newsparse.batch.outcome import Failure, FailureKind, Job
from newsparse.batch.work import Work

READY = "ready"
RETIRED = 75
"""Exit status of a worker that answered its page and then made room for a fresh one."""
_WARM_UP = "<h1>Rain falls</h1><p>By Ada Lin, March 4, 2012</p><p>It rained on Exampleton all day, the council said.</p>"


def main() -> None:
    """Serve until the input ends. Standard output is kept for answers: prints of profile code go to standard error."""
    answers = os.fdopen(os.dup(1), "wb", buffering=1 << 16)
    os.dup2(2, 1)
    with contextlib.suppress(EOFError, BrokenPipeError, KeyboardInterrupt):
        _serve(sys.stdin.buffer, answers)
    os._exit(0)


def _serve(questions: IO[bytes], answers: IO[bytes]) -> None:
    work, memory = frames.receive(questions)
    work.parser.parse(_WARM_UP)
    _bound(memory)
    frames.send(answers, READY)
    while True:
        for job in frames.receive(questions):
            frames.send(answers, _answer(work, job, answers))


def _answer(work: Work, job: Job, answers: IO[bytes]) -> Any:
    try:
        return work.rendered(job)
    except MemoryError:
        _unbound()
        frames.send(answers, work.failed(job, Failure(FailureKind.MEMORY, "past the memory cap")))
        os._exit(RETIRED)


def _bound(memory: int | None) -> None:
    """A backstop behind the parent's watch: no more than twice the cap beyond what the process has now."""
    if memory is None:
        return
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        with open("/proc/self/statm", encoding="ascii") as statm:
            now = int(statm.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(
            resource.RLIMIT_AS, (now + 2 * memory, resource.getrlimit(resource.RLIMIT_AS)[1])
        )


def _unbound() -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


if __name__ == "__main__":
    main()
