"""Markdown: one file a page, in one folder. Pages without a record have no file; the file of errors
has them.
"""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from typing import Final

from newsparse.batch.outcome import Job, Key, Outcome
from newsparse.exports.markdown import markdown

_NOT_WORDS: Final = re.compile(r"\W+")
_SLUG_BYTES: Final = 80
"""Bytes of the words in a file name; file systems take 255 in all."""

File = tuple[str, bytes]


def file_of(job: Job, outcome: Outcome) -> File | None:
    """The name and content of the file of a page; None for a page without a record.

    The first field of the front matter is the id.
    """
    if outcome.article is None:
        return None
    return file_name(outcome, job.key), f"{markdown(outcome.article, id=outcome.id)}\n".encode()


def file_name(outcome: Outcome, key: Key) -> str:
    """A file name that a reader recognises and that no other page of the batch has.

    >>> file_name(Outcome("Rain, again"), Key("a.warc", 3))
    'rain-again-d7271581d467b7b2.md'
    """
    words = (
        outcome.article.headline.text
        if outcome.article and outcome.article.headline
        else outcome.id
    )
    slug = (
        _NOT_WORDS.sub("-", words.lower())
        .encode()[:_SLUG_BYTES]
        .decode("utf-8", "ignore")
        .strip("-_")
    )
    mark = hashlib.blake2b(
        f"{key.source}\0{key.at}".encode("utf-8", "surrogatepass"), digest_size=8
    ).hexdigest()
    return f"{slug or 'page'}-{mark}.md"


def clean_up(path: Path) -> None:
    """Remove files that a kill left incomplete."""
    for stale in path.glob(".*.md.new"):
        stale.unlink(missing_ok=True)


class FolderSink:
    """A folder of files.

    Writing a page again replaces its file, so there is nothing to roll back.
    """

    def __init__(self, path: Path, state: int | None = None) -> None:
        self._folder = path
        self._count = state or 0
        path.mkdir(parents=True, exist_ok=True)

    def write(self, payload: File) -> None:
        name, content = payload
        fresh = self._folder / f".{name}.new"
        with fresh.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, self._folder / name)
        self._count += 1

    def checkpoint(self) -> int:
        return self._count

    def publish(self) -> None:
        """Nothing to do: the files are already where users look for them."""

    def close(self) -> None:
        """Nothing to close."""
