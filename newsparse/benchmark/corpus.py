"""The pages of a corpus folder: `manifest.jsonl` and gzipped pages, in the layout of the
benchmark.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import attrs

from newsparse.page import Media

FOLDS: Final = 5


@attrs.frozen(eq=False)
class Sample:
    """One page of the corpus with its gold data."""

    id: str
    set: str
    url: str
    fold: int
    gold: dict[str, Any]
    path: Path
    domain: str = ""

    def page(self, media: Media) -> str | bytes:
        """The page: its bytes, or the text that inscriptis renders from them."""
        raw = gzip.decompress(self.path.read_bytes())
        if media is Media.HTML:
            return raw
        from inscriptis import get_text

        return str(get_text(raw.decode("utf-8", "replace"))).strip()


def fold_of(domain: str) -> int:
    """The fold of a domain, by a hash of its last two labels, so that related sites are in one
    fold.

    >>> fold_of("news.example.com") == fold_of("example.com")
    True
    """
    name = ".".join(domain.split(".")[-2:])
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS


def samples(folder: Path, sets: frozenset[str] | None = None) -> Iterator[Sample]:
    """The pages of a corpus in the order of its manifest."""
    with open(folder / "manifest.jsonl", encoding="utf-8") as manifest:
        for line in manifest:
            row = json.loads(line)
            if sets is None or row["set"] in sets:
                yield Sample(
                    row["id"],
                    row["set"],
                    row["url"],
                    fold_of(row["domain"]),
                    row["gold"],
                    folder / row["page"],
                    row["domain"],
                )
