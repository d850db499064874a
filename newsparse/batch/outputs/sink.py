"""What a batch needs from an output."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import attrs

from newsparse.batch.formats import OutputFormat
from newsparse.batch.work import Render


class Sink(Protocol):
    """An output that is being written.

    Everything written before a checkpoint is on the disk. The number that the checkpoint returned
    leads back to that state, whatever was written since and wherever the process was killed.
    """

    def write(self, payload: Any) -> None:
        """Add a page, as the format rendered it."""
        ...

    def checkpoint(self) -> int:
        """Put everything on the disk. Returns the number that stands for this state."""
        ...

    def publish(self) -> None:
        """Put the output, as far as it is written, where users look for it."""
        ...

    def close(self) -> None:
        """Close the files."""
        ...


def nothing_to_clean_up(path: Path) -> None:
    """The `clean_up` of an output that keeps nothing beside itself."""


Open = Callable[[Path, int | None], Sink]
"""Takes a path, and the checkpoint to go back to; None to begin."""


@attrs.frozen
class Format:
    """An output format, in one layout."""

    name: OutputFormat
    suffixes: tuple[str, ...]
    """Suffixes of a file name that mean this format."""
    render: Render
    """What a worker makes of a page."""
    open: Open
    clean_up: Callable[[Path], None] = nothing_to_clean_up
    """Removes what a resumed batch needed."""
    header: bytes = b""
    """What comes before the first page on standard output."""
