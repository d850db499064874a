"""The journal of a batch: what it was started with, which pages are done, and how large the outputs
were then.

A line is added after the outputs are on the disk. What a killed batch wrote after the last complete
line is cut off and done again. The journal is removed when the batch is complete.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, Any, Final

import attrs

from newsparse.batch.fingerprint import FileState, Fingerprint, file_states
from newsparse.batch.outcome import Key
from newsparse.errors import BatchError

_VERSION: Final = 2
"""The version of the journal's format."""


class Done:
    """The pages that are done, in little memory.

    For each source, all pages below a number are done, and some single ones above it.
    """

    def __init__(self) -> None:
        self._below: dict[str, int] = {}
        self._above: dict[str, set[int]] = {}

    def add(self, key: Key) -> None:
        """Note a page as done."""
        above = self._above.setdefault(key.source, set())
        above.add(key.at)
        below = self._below.get(key.source, 0)
        while below in above:
            above.remove(below)
            below += 1
        self._below[key.source] = below
        if not above:
            del self._above[key.source]

    def __contains__(self, key: Key) -> bool:
        return key.at < self._below.get(key.source, 0) or key.at in self._above.get(key.source, ())


@attrs.frozen
class Checkpoint:
    """The state of a batch at the last complete line of its journal."""

    done: Done
    fingerprint: Fingerprint | None = None
    """What the first run was started with; None where it did not get that far."""
    output: int | None = None
    errors: int | None = None
    stats: dict[str, Any] | None = None
    first_of_stdin: str | None = None
    """A digest of the first page of standard input."""
    finished: bool = False


class Journal:
    """A journal file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._locked: IO[bytes] | None = None

    def lock(self) -> None:
        """Lock the journal until `release`, or until this process ends, however it ends.

        Raises `BatchError` where another process has it: two batches would write to one output.
        """
        self._locked = open(self.path, "ab")  # noqa: SIM115 - closed by release
        with contextlib.suppress(ImportError):  # Windows
            import fcntl

            try:
                fcntl.flock(self._locked, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                self.release()
                raise BatchError(f"{self.path} belongs to a batch that is still running") from None
            except OSError:  # a file system without locks
                return

    def release(self) -> None:
        """Unlock the journal."""
        if self._locked is not None:
            self._locked.close()
            self._locked = None

    def begin(self, fingerprint: Fingerprint) -> None:
        """Start a new journal in the file."""
        os.truncate(self.path, 0)
        self._append({"newsparse": _VERSION, **fingerprint.to_dict()})

    def add(
        self, keys: Iterable[Key], output: int, errors: int | None, stats: dict[str, Any]
    ) -> None:
        """Note pages as done, with the states of the outputs that contain them."""
        pages: dict[str, list[int]] = {}
        for key in keys:
            pages.setdefault(key.source, []).append(key.at)
        self._append({"done": pages, "output": output, "errors": errors, "stats": stats})

    def add_files(self, files: Mapping[str, FileState]) -> None:
        """Note files that a resumed run reads and the first run did not."""
        self._append({"files": {name: list(state) for name, state in files.items()}})

    def add_first_of_stdin(self, digest: str) -> None:
        """Note which page came first on standard input."""
        self._append({"first_of_stdin": digest})

    def finish(self) -> None:
        """Note that the outputs are complete; only cleaning up is left."""
        self._append({"finished": True})

    def remove(self) -> None:
        """Remove the journal of a complete batch."""
        self.path.unlink(missing_ok=True)
        self.release()

    def last_checkpoint(self) -> Checkpoint:
        """The last checkpoint. A line that a kill cut off is dropped from the file.

        Raises `BatchError` where the file is not a journal that this version reads.
        """
        lines = self._complete_lines()
        if not lines:
            return Checkpoint(Done())
        head = _parsed(lines[0], self.path)
        if head.get("newsparse") != _VERSION:
            raise BatchError(
                f"{self.path} is not a journal that this version of newsparse reads. Finish the "
                "batch with the version that began it, or start over with --overwrite"
            )
        return _replayed(
            Fingerprint.from_dict(head), [_parsed(line, self.path) for line in lines[1:]]
        )

    def _complete_lines(self) -> list[bytes]:
        content = self.path.read_bytes()
        complete = content[: content.rfind(b"\n") + 1]
        if complete != content:
            os.truncate(self.path, len(complete))
        return complete.splitlines()

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
        raise BatchError(f"{path} is not the journal of a batch")
    return value


def _replayed(fingerprint: Fingerprint, entries: list[dict[str, Any]]) -> Checkpoint:
    done = Done()
    last: dict[str, Any] = {}
    for entry in entries:
        for source, numbers in entry.get("done", {}).items():
            for number in numbers:
                done.add(Key(source, number))
        fingerprint = fingerprint.with_files(file_states(entry.get("files", {})))
        last = {**last, **entry}
    return Checkpoint(
        done,
        fingerprint,
        last.get("output"),
        last.get("errors"),
        last.get("stats"),
        last.get("first_of_stdin"),
        "finished" in last,
    )
