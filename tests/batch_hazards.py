"""Renderers that hang, crash or fill memory like the worst pages. The page's id selects one. Workers import this module."""

from __future__ import annotations

import ctypes
import os
import signal
import time
from pathlib import Path
from typing import Any

from newsparse.batch.outcome import Job, Outcome


def hazard(job: Job, outcome: Outcome) -> Any:
    """Hang, die, grow or raise, depending on the first word of the id. Do so only once if the id ends with a path."""
    if outcome.error is None:
        word, _, once = job.id.partition("@")
        if not once or _is_first(Path(once)):
            _DEEDS.get(word.split("-")[0], _nothing)()
    return outcome


def _is_first(mark: Path) -> bool:
    if mark.exists():
        return False
    mark.touch()
    return True


def _nothing() -> None:
    """A page that does no harm."""


def _hang() -> None:
    time.sleep(600)


def _hang_in_c() -> None:
    """Hold the interpreter lock forever, like a regex that backtracks."""
    ctypes.PyDLL(None).sleep(600)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _fault() -> None:
    ctypes.string_at(0)


def _grow() -> None:
    held = []
    while True:
        held.append(bytearray(32 << 20))
        time.sleep(0.01)


def _grow_at_once() -> None:
    bytearray(64 << 30)


def _raise() -> None:
    raise RuntimeError("bad page")


def _print() -> None:
    print("output that could corrupt the results")


_DEEDS = {
    "hang": _hang,
    "hang_in_c": _hang_in_c,
    "die": _die,
    "fault": _fault,
    "grow": _grow,
    "grow_at_once": _grow_at_once,
    "raise": _raise,
    "print": _print,
}
