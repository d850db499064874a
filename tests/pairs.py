"""Compare the compiled core with plain Python: records, segments, places and reasons must be identical.

    python tests/pairs.py --runs 100000     mutated pages, and (with NEWSPARSE_CORPUS) each corpus page

Prints the number of pages, and those that differ. The exit code is 1 if any does.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fuzz

from newsparse.api import default_parser
from newsparse.read import core
from newsparse.segmenters import sums


def readings(page: Any, **arguments: Any) -> list[Any]:
    """What a page gives with the core in use: record, segments, head statements."""
    try:
        examined = default_parser().examine(page, **arguments)
    except Exception as error:
        return [repr(error)]
    article = examined.article
    return [article.to_dict(), examined.segments, examined.stated]


def differs(page: Any, **arguments: Any) -> bool:
    """Whether the two cores give different values for a page."""
    built = core.CORE
    compiled = readings(page, **arguments)
    built_sums = sums.CORE
    core.CORE, sums.CORE = core.PLAIN, sums.PLAIN
    try:
        return compiled != readings(page, **arguments)
    finally:
        core.CORE, sums.CORE = built, built_sums


def mutated_html(runs: int, seed: int) -> Iterator[Any]:
    """Mutated pages that are read as HTML."""
    chance = random.Random(seed)
    others = [page for page in fuzz.seeds() if b"<" in page]
    for _ in range(runs):
        yield fuzz.mutated(chance.choice(others), chance, others)


def corpus_pages() -> Iterator[tuple[str, bytes]]:
    """Each page of the corpus, if the environment names one."""
    folder = os.environ.get("NEWSPARSE_CORPUS")
    if folder:
        with open(Path(folder, "manifest.jsonl"), encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                yield row["id"], gzip.decompress(Path(folder, row["page"]).read_bytes())


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=100_000)
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    if not core.CORE.is_compiled:
        print("the core is not compiled: nothing to compare")
        return 1
    pages = 0
    wrong: list[str] = []
    for name, page in corpus_pages():
        pages += 1
        if differs(page):
            wrong.append(name)
    for at, page in enumerate(mutated_html(asked.runs, asked.seed)):
        pages += 1
        if differs(page, media="html"):
            wrong.append(f"mutated page {at} of seed {asked.seed}")
    print(f"{pages} pages, {len(wrong)} differ", *wrong[:20], sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
