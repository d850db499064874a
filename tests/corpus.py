"""Pages of the corpus that NEWSPARSE_CORPUS names: a sample, or every page with NEWSPARSE_CORPUS_STEP=1."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import attrs

STEP = int(os.environ.get("NEWSPARSE_CORPUS_STEP", "40"))
"""One page in this many is read, so that a run takes seconds."""


@attrs.frozen
class CorpusPage:
    """A page of the corpus."""

    name: str
    path: Path
    url: str

    def read(self) -> bytes:
        return gzip.decompress(self.path.read_bytes())


def pages() -> list[CorpusPage]:
    """The sample and the longest page of all. Empty if there is no corpus."""
    folder = os.environ.get("NEWSPARSE_CORPUS")
    if not folder:
        return []
    rows = map(json.loads, (Path(folder) / "manifest.jsonl").read_text("utf-8").strip().split("\n"))
    found = [CorpusPage(row["id"], Path(folder) / row["page"], row["url"]) for row in rows]
    longest = max(found, key=lambda page: page.path.stat().st_size)
    return list(dict.fromkeys((*found[::STEP], longest)))
