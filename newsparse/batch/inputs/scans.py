"""Scanned issues as jobs, an article each: what names a package, and its articles."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsparse.batch.outcome import Failure, FailureKind, Job, Key
from newsparse.errors import BatchError, InputError, quoted
from newsparse.scans.packages import packaged_articles, packages_under


def packages(inputs: Iterable[str]) -> list[str]:
    """The packages that the inputs name, each once: a file is one, a folder holds those under it, a
    glob is what it matches.

    Raises `BatchError` for an input that names nothing.
    """
    found: dict[str, None] = {}
    for name in inputs:
        matched = [name] if Path(name).exists() else sorted(glob.glob(name, recursive=True))
        if not matched:
            raise BatchError(f"no file, folder or glob match: {quoted(name, 200)}")
        for path in map(Path, matched):
            found.update(dict.fromkeys(packages_under(path) if path.is_dir() else (str(path),)))
    return list(found)


def scanned(package: str) -> Iterator[Job]:
    """The jobs of a package; one that failed where it cannot be read."""
    try:
        articles = packaged_articles(package)
    except InputError as error:
        yield Job(Failure(FailureKind.INPUT, str(error)), package, key=Key(package))
        return
    for at, article in enumerate(articles):
        yield Job(article, f"{package}#{article.id}", key=Key(package, at))
