"""The exports over real pages, where the corpus is at hand (NEWSPARSE_CORPUS)."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest
from export_readers import READERS
from test_export_round_trip import check

import newsparse
from newsparse.exports.table import FORMATS

CORPUS = os.environ.get("NEWSPARSE_CORPUS")
STEP = 12
"""Every twelfth page is read, so that a run takes a minute."""


@pytest.mark.skipif(CORPUS is None, reason="NEWSPARSE_CORPUS is not set")
def test_real_pages_are_read_back() -> None:
    root = Path(CORPUS or "")
    rows = [json.loads(line) for line in (root / "manifest.jsonl").read_text("utf-8").strip().split("\n")][::STEP]
    assert rows
    for row in rows:
        article = newsparse.parse(gzip.decompress((root / row["page"]).read_bytes()), url=row["url"], profile="generic")
        for form in FORMATS:
            form.write(article).encode("utf-8")
        for name in READERS:
            check(article, name)
