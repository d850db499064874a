"""What the batch asks of an output."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import attrs

from newsparse.batch.work import Render


class Sink(Protocol):
    """An output that is being written.

    What was written before a checkpoint is on the disk; the number that the checkpoint returned leads back to it, whatever was
    written since and wherever the process was killed.
    """

    def write(self, payload: Any) -> None:
        """Add what the format's render made of one page."""
        ...

    def checkpoint(self) -> int:
        """Put everything on the disk; the number that stands for this state."""
        ...

    def publish(self) -> None:
        """Bring the output, as far as it is written, to where users look for it."""
        ...

    def close(self) -> None:
        """Let go of files."""
        ...


def nothing_beside(path: Path) -> None:
    """The `tidy` of an output that keeps nothing beside itself."""


Open = Callable[[Path, int | None], Sink]
"""A path, and the checkpoint to roll back to; None to begin."""


@attrs.frozen
class Format:
    """One output format: its name, the suffixes that mean it, what workers make of a page, how its sink is opened,
    and how what it kept for a resumed batch is removed."""

    name: str
    suffixes: tuple[str, ...]
    render: Render
    open: Open
    tidy: Callable[[Path], None] = nothing_beside
