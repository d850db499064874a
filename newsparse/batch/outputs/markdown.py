"""Markdown: a file a page in one folder. Pages without a record have none; they stand in the file of errors."""

from __future__ import annotations

import hashlib
import json
import os
import re
from pathlib import Path
from typing import Final

from newsparse.batch.outcome import Job, Key, Outcome
from newsparse.batch.outputs.flat import FIELDS
from newsparse.records import Article, BlockKind, BodyBlock

_FRONT: Final = (
    "canonical_url", "kind", "language", "masthead", "kicker", "headline", "deck", "authors", "agencies",
    "dateline", "published", "updated", "section", "tags",
)  # fmt: skip
_NO_NAME: Final = re.compile(r"[^\w]+")
_MARKS: Final = re.compile(r"([\\`*_\[\]<])")

File = tuple[str, bytes]


def file_of(job: Job, outcome: Outcome) -> File | None:
    """The name and content of a page's file; None for a page without a record."""
    if outcome.article is None:
        return None
    return file_name(outcome, job.key), markdown(outcome.id, outcome.article).encode("utf-8", "replace")


def file_name(outcome: Outcome, key: Key) -> str:
    """A name that a reader knows the page by and that no other page of the batch has.

    >>> file_name(Outcome("Rain, again"), Key("a.warc", 3))
    'rain-again-7dba689b.md'
    """
    words = outcome.article.headline.text if outcome.article and outcome.article.headline else outcome.id
    slug = _NO_NAME.sub("-", words.lower()).strip("-_")[:60].rstrip("-")
    mark = hashlib.blake2b(f"{key.source}\0{key.at}".encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{slug or 'page'}-{mark}.md".encode("utf-8", "replace").decode()


def markdown(id_: str, page: Article) -> str:
    """A page as Markdown with YAML front matter."""
    front = {"id": id_, **{name: FIELDS[name](page) for name in _FRONT}}
    head = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in front.items() if value is not None)
    parts = [f"# {_escaped(page.headline.text)}"] if page.headline else []
    parts += [f"*{_escaped(page.deck.text)}*"] if page.deck else []
    parts += [_block(block) for block in page.body]
    parts += [f"> {_escaped(note.text)}" for note in page.notes]
    return f"---\n{head}---\n\n" + "\n\n".join(parts) + "\n"


def _block(block: BodyBlock) -> str:
    text = _escaped(block.text)
    match block.kind:
        case BlockKind.HEADING:
            return f"{'#' * max(block.level or 2, 2)} {text}"
        case BlockKind.LIST_ITEM:
            return f"{'  ' * (block.depth or 0)}{'1.' if block.ordered else '-'} {text}"
        case BlockKind.QUOTE:
            return "\n".join(f"> {line}" for line in text.split("\n"))
        case BlockKind.TABLE_ROW:
            return "| " + " | ".join(_escaped(cell).replace("|", "\\|") for cell in block.cells) + " |"
        case BlockKind.PREFORMATTED:
            return "\n".join(f"    {line}" for line in block.text.split("\n"))
        case _:
            return text


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)


def tidy(path: Path) -> None:
    """Remove files that a kill left half written."""
    for stale in path.glob(".*.md.new"):
        stale.unlink(missing_ok=True)


class FolderSink:
    """A folder of files. Writing a page again overwrites its file, so that there is nothing to roll back."""

    def __init__(self, path: Path, state: int | None = None) -> None:
        self._folder = path
        self._count = state or 0
        path.mkdir(parents=True, exist_ok=True)

    def write(self, payload: File) -> None:
        name, content = payload
        fresh = self._folder / f".{name}.new"
        fresh.write_bytes(content)
        os.replace(fresh, self._folder / name)
        self._count += 1

    def checkpoint(self) -> int:
        return self._count

    def publish(self) -> None:
        """It is where users look for it already."""

    def close(self) -> None:
        """No file is open."""
