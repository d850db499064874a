"""The parent's side of one worker: its process, what it was sent, what it still owes."""

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
from newsparse.batch.worker import READY, RETIRED

GONE: Final = object()
"""What stands for the end of a worker's answers."""
_COMMAND = ("-c", "from newsparse.batch.worker import main; main()")
_FLAGS: Final[dict[str, Any]] = (
    {"process_group": 0} if os.name == "posix" else {"creationflags": 0x200}
)
"""A group of its own: Ctrl-C goes to the parent alone, which then ends its workers in order."""

Numbered = tuple[int, Job]
Events = queue.SimpleQueue[tuple["Member", Any]]


class Member:
    """One worker process. Answers arrive in `events`, as (member, answer), by a thread that does nothing else."""

    def __init__(self, work: Work, memory: int | None, events: Events) -> None:
        self.owed: deque[Numbered] = deque()
        self.ready = False
        self.since = time.monotonic()
        """When the page it works on began, at the earliest."""
        self.pending_failure: tuple[int, Failure] | None = None
        """Which page it was killed over, and why."""
        self._events = events
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(entry or os.getcwd() for entry in sys.path),
        }
        self.process: subprocess.Popen[bytes] = subprocess.Popen(
            (sys.executable, *_COMMAND),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            **_FLAGS,
        )
        self._send((work, memory))
        threading.Thread(target=self._listen, daemon=True).start()

    def give(self, chunk: list[Numbered]) -> None:
        """Hand pages to an idle worker. It is waiting for them, so this does not block for long."""
        self.owed.extend(chunk)
        self.since = time.monotonic()
        self._send([job for _, job in chunk])

    def took(self, answer: Any) -> int | None:
        """Note an answer; the number of the page it is for, None where it only says that the worker is ready."""
        self.since = time.monotonic()
        if not self.ready:
            assert answer == READY
            self.ready = True
            return None
        return self.owed.popleft()[0]

    def kill(self, failure: Failure) -> None:
        """End the worker over the page it works on."""
        self.pending_failure = (self.owed[0][0], failure)
        self.process.kill()

    def end(self) -> None:
        """End the worker, whatever it does."""
        self.process.kill()
        self.process.wait()
        self._close()

    def exit_reason(self) -> tuple[bool, str]:
        """Whether a worker that is gone left of its own will, and how it ended, for a message."""
        status = self.process.wait()
        self._close()
        if status < 0:
            with contextlib.suppress(ValueError):
                return False, signal.Signals(-status).name
        return status == RETIRED, f"exit status {status}"

    def memory(self) -> int:
        """Bytes of main memory it holds; 0 where the system does not tell."""
        try:
            with open(f"/proc/{self.process.pid}/statm", encoding="ascii") as statm:
                return int(statm.read().split()[1]) * _PAGE
        except (OSError, IndexError, ValueError):
            return 0

    def _send(self, value: Any) -> None:
        assert self.process.stdin is not None
        with contextlib.suppress(OSError):  # it died: its thread says so
            frames.send(self.process.stdin, value)

    def _listen(self) -> None:
        assert self.process.stdout is not None
        try:
            while True:
                self._events.put((self, frames.receive(self.process.stdout)))
        except (EOFError, OSError, ValueError):
            self._events.put((self, GONE))
        self.process.stdout.close()  # here alone: a stream that a thread reads must not be closed by another

    def _close(self) -> None:
        if self.process.stdin is not None:
            with contextlib.suppress(OSError):
                self.process.stdin.close()


_PAGE: Final = os.sysconf("SC_PAGESIZE") if hasattr(os, "sysconf") else 4096
