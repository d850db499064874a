"""The journal: which pages are done, and the state of the outputs that holds them. It lets a killed batch go on.

A line is added after the outputs are on the disk: what a killed batch wrote beyond the last whole
line is cut off and done again. The journal is removed when the batch is complete.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

import attrs

from newsparse.batch.outcome import Key
from newsparse.errors import BatchError

_VERSION = 1


class Done:
    """The pages that are done, in little memory: for each source all below a number, and the strays above it."""

    def __init__(self) -> None:
        self._below: dict[str, int] = {}
        self._strays: dict[str, set[int]] = {}

    def add(self, key: Key) -> None:
        """Note a page as done."""
        strays = self._strays.setdefault(key.source, set())
        strays.add(key.at)
        below = self._below.get(key.source, 0)
        while below in strays:
            strays.remove(below)
            below += 1
        self._below[key.source] = below
        if not strays:
            del self._strays[key.source]

    def __contains__(self, key: Key) -> bool:
        return key.at < self._below.get(key.source, 0) or key.at in self._strays.get(key.source, ())


@attrs.frozen
class Checkpoint:
    """The state at the last whole line of a journal."""

    done: Done
    output: int | None = None
    errors: int | None = None
    tally: dict[str, Any] | None = None
    finished: bool = False


class Journal:
    """A journal that is being written."""

    def __init__(self, path: Path, form: str) -> None:
        self.path = path
        self._form = form
        self._held: IO[bytes] | None = None

    def hold(self) -> None:
        """Keep the journal to this process until it lets go or ends, however it ends.

        Raises `BatchError` where another process has it: two batches would write the same pages to one output.
        """
        self._held = open(self.path, "ab")  # noqa: SIM115 - closed by release
        with contextlib.suppress(ImportError):  # Windows
            import fcntl

            try:
                fcntl.flock(self._held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                self.release()
                raise BatchError(f"{self.path} is of a batch that is still running") from None
            except OSError:  # a file system without locks
                return

    def release(self) -> None:
        """Let go of the journal."""
        if self._held is not None:
            self._held.close()
            self._held = None

    def begin(self) -> None:
        """Start anew."""
        os.truncate(self.path, 0)
        self._append({"newsparse": _VERSION, "format": self._form})

    def add(
        self, keys: Iterable[Key], output: int, errors: int | None, tally: dict[str, Any]
    ) -> None:
        """Note pages as done, in outputs of these states."""
        pages: dict[str, list[int]] = {}
        for key in keys:
            pages.setdefault(key.source, []).append(key.at)
        self._append({"done": pages, "output": output, "errors": errors, "tally": tally})

    def finish(self) -> None:
        """Note that the outputs are complete; only cleaning up is left."""
        self._append({"finished": True})

    def remove(self) -> None:
        """The batch is complete."""
        self.path.unlink(missing_ok=True)
        self.release()

    def resumed(self) -> Checkpoint:
        """The last checkpoint; a line that was cut by a kill is dropped from the file.

        Raises `BatchError` where the file is no journal, or one of another format of output.
        """
        lines = self._whole_lines()
        if not lines:
            return Checkpoint(Done())
        head = _parsed(lines[0], self.path)
        if head.get("newsparse") != _VERSION or head.get("format") != self._form:
            raise BatchError(
                f"{self.path} is the journal of another batch ({head}), not of one that writes {self._form}"
            )
        return _replayed([_parsed(line, self.path) for line in lines[1:]])

    def _whole_lines(self) -> list[bytes]:
        content = self.path.read_bytes()
        whole = content[: content.rfind(b"\n") + 1]
        if whole != content:
            os.truncate(self.path, len(whole))
        return whole.splitlines()

    def _append(self, entry: dict[str, Any]) -> None:
        with open(self.path, "ab") as file:
            file.write(json.dumps(entry).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())


def _parsed(line: bytes, path: Path) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise BatchError(f"{path} is no journal of a batch")
    return value


def _replayed(entries: list[dict[str, Any]]) -> Checkpoint:
    done = Done()
    last: dict[str, Any] = {}
    for entry in entries:
        for source, numbers in entry.get("done", {}).items():
            for number in numbers:
                done.add(Key(source, number))
        last = {**last, **entry}
    return Checkpoint(
        done, last.get("output"), last.get("errors"), last.get("tally"), "finished" in last
    )
