"""Ctrl-C and SIGTERM while a batch runs."""

from __future__ import annotations

import contextlib
import signal
from types import FrameType
from typing import Any, Self


class StopSignals:
    """Notes Ctrl-C and SIGTERM instead of raising, so that no write is interrupted.

    The second one raises.
    """

    def __init__(self) -> None:
        self.caught = False
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Self:
        with contextlib.suppress(ValueError):  # only the main thread can handle signals
            for number in (signal.SIGINT, signal.SIGTERM):
                self._before[number] = signal.signal(number, self._note)
        return self

    def __exit__(self, *_: object) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)

    def _note(self, number: int, frame: FrameType | None) -> None:
        if self.caught:
            raise KeyboardInterrupt
        self.caught = True
