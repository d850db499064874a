"""One worker, as the parent sees it: its process, the pages it was sent, and those it has not
answered yet.
"""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from typing import Any, Final

from newsparse.batch import frames
from newsparse.batch.outcome import Failure, Job
from newsparse.batch.work import Work
from newsparse.batch.worker import EXIT_AFTER_MEMORY_CAP, READY

WORKER_GONE: Final = object()
"""Stands for the end of a worker's answers."""
_COMMAND: Final = ("-c", "from newsparse.batch.worker import main; main()")
_WINDOWS_NEW_GROUP: Final = 0x200
_OWN_GROUP: Final[dict[str, Any]] = (
    {"process_group": 0} if os.name == "posix" else {"creationflags": _WINDOWS_NEW_GROUP}
)
"""A process group of its own: Ctrl-C reaches the parent alone, which then ends its workers."""
_MEMORY_PAGE: Final = os.sysconf("SC_PAGESIZE") if hasattr(os, "sysconf") else 4096
"""Bytes of a page of main memory."""

NumberedJob = tuple[int, Job]
Events = queue.SimpleQueue[tuple["WorkerProcess", Any]]


class WorkerProcess:
    """One worker process. A thread that does nothing else puts its answers into `events`."""

    def __init__(self, work: Work, memory: int | None, events: Events) -> None:
        self.pending: deque[NumberedJob] = deque()
        """Pages without an answer, the one it is parsing first."""
        self.ready = False
        self.since = time.monotonic()
        """When it began the page it is parsing, at the earliest."""
        self.pending_failure: tuple[int, Failure] | None = None
        """The page that it was killed over, and why."""
        self._events = events
        self._process: subprocess.Popen[bytes] = subprocess.Popen(
            (sys.executable, *_COMMAND),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=_environment(),
            **_OWN_GROUP,
        )
        self._send((work, memory))
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def is_idle(self) -> bool:
        """Whether it waits for pages."""
        return self.ready and not self.pending and self._process.poll() is None

    @property
    def is_parsing(self) -> bool:
        """Whether it has pages, and was not killed over one of them."""
        return self.ready and bool(self.pending) and self.pending_failure is None

    def send_jobs(self, chunk: list[NumberedJob]) -> None:
        """Send pages to the worker. It is idle and reads them, so this does not block for long."""
        self.pending.extend(chunk)
        self.since = time.monotonic()
        self._send([job for _, job in chunk])

    def record_answer(self, answer: Any) -> int | None:
        """Note an answer.

        Returns the number of its page; None where the worker only says that it is ready.
        """
        self.since = time.monotonic()
        if not self.ready:
            assert answer == READY
            self.ready = True
            return None
        return self.pending.popleft()[0]

    def kill(self, failure: Failure) -> None:
        """End the worker because of the page it is parsing."""
        self.pending_failure = (self.pending[0][0], failure)
        self._process.kill()

    def end(self) -> None:
        """End the worker, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        self._close()

    def exit_reason(self) -> tuple[bool, str]:
        """Whether a worker that is gone ended as planned, and how it ended, for a message."""
        status = self._process.wait()
        self._close()
        if status < 0:
            with contextlib.suppress(ValueError):
                return False, signal.Signals(-status).name
        return status == EXIT_AFTER_MEMORY_CAP, f"exit status {status}"

    def memory(self) -> int:
        """Bytes of main memory that the worker uses; 0 where the system does not tell."""
        try:
            with open(f"/proc/{self._process.pid}/statm", encoding="ascii") as statm:
                return int(statm.read().split()[1]) * _MEMORY_PAGE
        except (OSError, IndexError, ValueError):
            return 0

    def _send(self, value: Any) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):  # it died; its thread reports that
            frames.send(self._process.stdin, value)

    def _listen(self) -> None:
        stdout = self._process.stdout
        assert stdout is not None
        try:
            while True:
                self._events.put((self, frames.receive(stdout)))
        except (EOFError, OSError, ValueError):
            self._events.put((self, WORKER_GONE))
        stdout.close()  # only here: no other thread may close a stream that this one reads

    def _close(self) -> None:
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()


def _environment() -> dict[str, str]:
    """The environment of a worker: it imports from where this process does."""
    path = os.pathsep.join(entry or os.getcwd() for entry in sys.path)
    return {**os.environ, "PYTHONPATH": path}
