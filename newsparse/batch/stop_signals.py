"""Ctrl-C and SIGTERM, noted while a batch runs."""

from __future__ import annotations

import contextlib
import signal
from types import FrameType
from typing import Any, Self


class Interrupts:
    """Ctrl-C and SIGTERM noted instead of raised, so that no write is cut in two; the second one raises."""

    def __init__(self) -> None:
        self.caught = False
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Self:
        with contextlib.suppress(ValueError):  # not the main thread: there is no one to interrupt
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
