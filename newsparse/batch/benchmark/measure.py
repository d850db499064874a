"""Times and memory of this process and its children."""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import attrs

_PAGE: Final = resource.getpagesize()


@attrs.frozen
class Cost:
    """What an action took: seconds by the clock, processor seconds with ended children, and of this
    process alone.
    """

    elapsed: float
    processor: float
    own: float


def cost(action: Callable[[], object]) -> Cost:
    """What an action costs. Its child processes must have ended when it returns."""
    start, (used, own) = time.perf_counter(), _processor()
    action()
    used_after, own_after = _processor()
    return Cost(time.perf_counter() - start, used_after - used, own_after - own)


def _processor() -> tuple[float, float]:
    """Processor seconds of this process with its ended children, and of this process alone."""
    own, children = (
        usage.ru_utime + usage.ru_stime
        for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )
    return own + children, own


def family(pid: int | None = None) -> list[int]:
    """A process and its descendants (Linux)."""
    pid = os.getpid() if pid is None else pid
    children = [
        int(child)
        for task in Path(f"/proc/{pid}/task").glob("*/children")
        for child in task.read_text().split()
    ]
    return [pid, *(process for child in children for process in family(child))]


def memory(pid: int) -> int:
    """Bytes of main memory that a process holds (Linux)."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
