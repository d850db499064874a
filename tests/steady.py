"""A parse leaves nothing behind: the same record every time and in every thread, and no memory kept.

    python tests/steady.py repeats [--runs 1000]        parse every fixture 1,000 times in shuffled orders
    python tests/steady.py threads                      parse the fixtures (and the corpus, with NEWSPARSE_CORPUS) in 8 threads and in one
    python tests/steady.py memory [--runs 100000]       measure the memory of the process over 100,000 parses of different pages

The exit code is 1 if records differ, or if the second half of the parses adds more than a megabyte.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from conftest import corpus_folder, pages

import newsparse
from newsparse.api import default_parser

URL = "https://www.exampletonherald.example/2019/07/23/river-rises.html"
_GROWN = 1_000_000
"""Bytes that the second half of a run may add: noise of the allocator."""


def digest(page: bytes) -> str:
    """A fingerprint of the record and the segments of a page."""
    found = default_parser().examine(page, url=URL)
    parts = [found.article.to_json(), *(part.to_json() for part in found.segments)]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def differing(given: list[bytes], runs: int) -> int:
    """The number of parses, in shuffled orders, whose record differs from the first one."""
    first = {page: digest(page) for page in given}
    chance = random.Random(3)
    wrong = 0
    for _ in range(runs):
        chance.shuffle(given)
        wrong += sum(digest(page) != first[page] for page in given)
    return wrong


def at_odds(given: list[bytes], threads: int = 8) -> int:
    """The number of pages whose record differs if several threads read them."""
    alone = list(map(digest, given))
    with ThreadPoolExecutor(threads) as pool:
        return sum(one != other for one, other in zip(alone, pool.map(digest, given), strict=True))


def made(count: int) -> Iterator[str]:
    """Small pages that all differ: HTML and text, each with its own names, dates, classes and host."""
    for at in range(count):
        words = " ".join(f"word{(at * 31 + step) % 9973}" for step in range(12))
        if at % 2:
            yield f"The Gazette {at}\n\nRain falls on Town{at}\n\nBy Ada Lin{at}\n\nTOWN{at}, Ohio (AP) — {words}, the council said.\n"
        else:
            yield (
                f'<html><head><title>Rain {at}</title><meta property="og:site_name" content="Gazette {at}"></head><body class="c{at}"><h1>Rain {at} falls</h1>'
                f"<p class=byline>By Ada Lin{at}</p><time>July {at % 28 + 1}, {1950 + at % 70}</time><p>{words}, the council said on Tuesday.</p></body></html>"
            )


def resident() -> int:
    """Bytes of memory that the process uses."""
    with open("/proc/self/statm") as stated:
        return int(stated.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def grown(runs: int, parts: int = 10) -> list[int]:
    """Bytes of memory after each part of a run."""
    found = []
    for at, page in enumerate(made(runs), 1):
        newsparse.parse(
            page, url=f"https://h{at}.example/{1990 + at % 30}/07/{at % 28 + 1}/story-{at}"
        )
        if at % (runs // parts) == 0:
            found.append(resident())
    return found


def repeats(runs: int) -> bool:
    given = [path.read_bytes() for path in pages()]
    wrong = differing(given, runs)
    print(f"{len(given)} pages {runs} times each, in shuffled orders: {wrong} records differ")
    return not wrong


def threads(_: int) -> bool:
    given = [path.read_bytes() for path in pages()]
    folder = corpus_folder()
    if folder is not None:
        from newsparse.benchmark.corpus import samples
        from newsparse.page import Media

        given += [bytes(sample.page(Media.HTML)) for sample in samples(Path(folder))]  # type: ignore[arg-type]
    wrong = at_odds(given)
    print(f"{len(given)} pages in 8 threads and in one: {wrong} records differ")
    return not wrong


def memory(runs: int) -> bool:
    found = grown(runs)
    print(
        f"memory over {runs} parses, megabytes after each tenth: {' '.join(f'{size / 1e6:.1f}' for size in found)}"
    )
    return found[-1] - found[len(found) // 2 - 1] < _GROWN


CHECKS: dict[str, tuple[Callable[[int], bool], int]] = {
    "repeats": (repeats, 1_000),
    "threads": (threads, 1),
    "memory": (memory, 100_000),
}
"""Each check with its default number of runs."""


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("check", choices=CHECKS)
    parser.add_argument("--runs", type=int)
    given = parser.parse_args()
    check, runs = CHECKS[given.check]
    return 0 if check(given.runs or runs) else 1


if __name__ == "__main__":
    sys.exit(main())
