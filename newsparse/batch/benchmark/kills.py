"""Kill a batch at random points and resume it: is every page there exactly once?"""

from __future__ import annotations

import collections
import csv
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from newsparse.batch.benchmark.measure import family
from newsparse.batch.extras import need


def ids_of(path: Path) -> Counter[str]:
    """How often each id is in an output."""
    return Counter(_READERS[path.suffix](path))


def _jsonl(path: Path) -> list[str]:
    return [json.loads(line)["id"] for line in path.read_bytes().splitlines()]


def _csv(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row["id"] for row in csv.DictReader(file)]


def _sqlite(path: Path) -> list[str]:
    base = sqlite3.connect(path)
    try:
        return [id_ for (id_,) in base.execute("SELECT id FROM pages")]
    finally:
        base.close()


def _parquet(path: Path) -> list[str]:
    ids: list[str] = (
        need("pyarrow.parquet", "parquet").read_table(path, columns=["id"]).column("id").to_pylist()
    )
    return ids


def _markdown(path: Path) -> list[str]:
    return [
        json.loads(page.read_text("utf-8").split("\n", 2)[1].removeprefix("id: "))
        for page in path.glob("*.md")
    ]


_READERS: Final[dict[str, Callable[[Path], list[str]]]] = {
    ".jsonl": _jsonl,
    ".csv": _csv,
    ".sqlite": _sqlite,
    ".parquet": _parquet,
    ".markdown": _markdown,
}


def command(inputs: Path, output: Path, *options: str) -> list[str]:
    """The command line of a batch."""
    return [
        sys.executable,
        "-m",
        "newsparse",
        "batch",
        str(inputs),
        "-o",
        str(output),
        "--workers",
        "2",
        "--quiet",
        "--resume",
        *options,
    ]


def killed(arguments: list[str], kills: int, seconds: float, rng: random.Random) -> Counter[str]:
    """Run a batch until it completes, killing it or one of its workers at random moments.

    At most `kills` times in all; fewer where the batch completes before. Returns the number of
    kills by kind. Raises `CalledProcessError` where the batch fails for another reason.
    """
    dealt: Counter[str] = collections.Counter()
    while True:
        process = subprocess.Popen(arguments)
        while process.poll() is None and dealt.total() < kills:
            if not _waited(process, rng.uniform(0.05, seconds)):
                break
            whole = rng.random() < 0.5
            if _kill(process.pid if whole else _worker(process.pid, rng)):
                dealt["run" if whole else "worker"] += 1
        status = process.wait()
        if status == 0:
            return dealt
        if status > 0:  # of its own: a kill by a signal is negative
            raise subprocess.CalledProcessError(status, arguments)


def _waited(process: subprocess.Popen[Any], seconds: float) -> bool:
    """Wait. Returns False where the process ended meanwhile."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if process.poll() is not None:
            return False
        time.sleep(0.01)
    return True


def _worker(pid: int, rng: random.Random) -> int | None:
    try:
        workers = family(pid)[1:]
    except OSError:
        return None
    return rng.choice(workers) if workers else None


def _kill(pid: int | None) -> bool:
    try:
        if pid is not None:
            os.kill(pid, signal.SIGKILL)
        return pid is not None
    except ProcessLookupError:
        return False
