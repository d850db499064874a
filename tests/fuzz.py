"""Fuzzing: broken and made pages through the whole parser, which must neither raise, nor hang, nor lose a place.

    python tests/fuzz.py --runs 200000                 mutated fixtures (and corpus pages, with NEWSPARSE_CORPUS), made pages, bytes
    python tests/fuzz.py --runs 2000 --seed 7          other inputs; the same seed gives the same inputs
    python tests/fuzz.py --large                       the large hostile pages, each once, with its CPU seconds
    python tests/fuzz.py --atheris -- -runs=200000     coverage-guided, where atheris is installed (pip install atheris)

Prints the inputs run and the failures; a failing input is written to --out. Exit code 1 where there were any.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hostile
from conftest import pages

import newsparse

SECONDS = 20
"""CPU seconds after which an input counts as a hang."""
_TAGS = "p div span a b h1 ul li table tr td figure figcaption nav footer script style title meta br pre svg html body form time".split()
_BITS = [
    b"<", b">", b'"', b"'", b"&", b"\0", b"\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r", b"\xc2\xa0", b"\xe2\x80\xa8", b"-->", b"<!--", b"<![CDATA[", b"]]>", b"&#0;", b"&#xD800;",
    b"</html>", b'<script type="application/ld+json">', b"{", b"}", b"[", b"]", b'"@id"', b'"@type": "NewsArticle",', b"<meta charset=utf-16>", b"\x1f\x8b\x08", b"%PDF-", b"By ", b" (AP)", b"\n\n", b"\t",
    b"2019-07-23T25:61:00Z", b"July 32, 99999", b"\xe0\xb8\xb3", b"\xf0\x9f\x98\x80", b"1" * 400, b"(" * 50, b", " * 60, b"/AP" * 40,
]


class Hang(Exception):
    """An input took too long."""


def _late(*_: object) -> None:
    raise Hang(f"more than {SECONDS} CPU seconds")


def seeds() -> list[bytes]:
    """Pages to begin from: the fixtures, the cheap hostile pages, and some of the corpus where there is one."""
    found = [path.read_bytes() for path in pages()]
    for name, make in hostile.PAGES.items():
        if "bomb" in name:
            continue  # one of them unpacks to the size cap: not a hang, but dear
        page = make()
        data = page if isinstance(page, bytes) else page.encode("utf-8", "surrogatepass")
        found.append(data[:3_000])
    folder = os.environ.get("NEWSPARSE_CORPUS")
    if folder:
        from newsparse.page import Media
        from newsparse.training.corpus import samples

        for sample in list(samples(Path(folder)))[::40]:
            found.append(sample.page(Media.HTML)[:60_000])  # type: ignore[arg-type]
            found.append(str(sample.page(Media.TEXT)).encode()[:8_000])
    return found


def mutated(data: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    """A page with some of its bytes broken: dropped, doubled, swapped, replaced, spliced with another's."""
    if len(data) > 6_000 and chance.random() < 0.9:
        start = chance.randrange(len(data) - 5_000)
        data = data[start : start + chance.randrange(200, 5_000)]
    work = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 8, 24))):
        size = len(work) or 1
        at = chance.randrange(size)
        end = min(size, at + chance.choice((1, 2, 5, 20, 200)))
        what = chance.randrange(8)
        if what == 0:
            del work[at:end]
        elif what == 1:
            work[at:at] = work[at:end] * chance.choice((1, 2, 30))
        elif what == 2:
            work[at:end] = bytes(chance.randrange(256) for _ in range(end - at))
        elif what == 3:
            other = chance.choice(others)
            cut = chance.randrange(len(other) or 1)
            work[at:end] = other[cut : cut + chance.randrange(400)]
        elif what == 4:
            tag = chance.choice(_TAGS).encode()
            work[at:at] = chance.choice((b"<%s>", b"</%s>", b"<%s class='byline caption'>", b"<%s hidden>")) % tag
        else:
            work[at:at] = chance.choice(_BITS) * chance.choice((1, 1, 1, 3))
    return bytes(work)


def inputs(runs: int, seed: int) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Pages, and the arguments each is parsed with."""
    chance = random.Random(seed)
    others = seeds()
    for _ in range(runs):
        page: Any = chance.randbytes(chance.randrange(400)) if chance.random() < 0.03 else mutated(chance.choice(others), chance, others)
        if chance.random() < 0.4:
            page = page.decode("utf-8", chance.choice(("replace", "surrogateescape", "ignore")))
        yield page, {
            "media": chance.choice((None, None, "html", "text")),
            "url": chance.choice((None, "https://www.spokesman.com/stories/2019/jul/23/rain/", "https://a.example/2019/07/23/rain", "http://[", "x" * 50)),
            "profile": chance.choice((None, None, "generic", "spokesman-review")),
        }


def run(page: Any, arguments: dict[str, Any]) -> None:
    """One input through the parser: any exception is a failure."""
    import properties

    article = newsparse.parse(page, **arguments)
    if newsparse.Article.from_json(article.to_json()) != article:
        raise AssertionError("the record does not survive JSON")
    problems = properties.check(page, **arguments)
    if problems:
        raise AssertionError(f"places: {problems[:2]}")


def guarded(page: Any, arguments: dict[str, Any]) -> str:
    """What went wrong with an input, "" where nothing did."""
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        run(page, arguments)
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} at {Path(where.filename).name}:{where.lineno}: {str(error)[:300]}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return ""


def fuzz(runs: int, seed: int, out: Path | None) -> int:
    """Run that many inputs and print the failures; how many there were."""
    failures: dict[str, int] = {}
    started = time.process_time()
    done = 0
    for done, (page, arguments) in enumerate(inputs(runs, seed), 1):
        problem = guarded(page, arguments)
        if problem:
            name = problem.split(":", 2)[0] + problem.split(":", 2)[1][:6]
            failures[name] = failures.get(name, 0) + 1
            if failures[name] <= 3:
                print(f"input {done}: {problem}\n    arguments {arguments}, page {page[:80]!r}", flush=True)
                if out is not None:
                    out.mkdir(exist_ok=True)
                    (out / f"{seed}-{done}.bin").write_bytes(page if isinstance(page, bytes) else page.encode("utf-8", "surrogatepass"))
        if done % 500 == 0:
            print(f"{done} inputs, {sum(failures.values())} failures, {time.process_time() - started:.0f} CPU seconds", flush=True)
    total = sum(failures.values())
    print(f"{done} inputs run, {total} failures, {time.process_time() - started:.0f} CPU seconds")
    return total


def large() -> int:
    """The large hostile pages, each once."""
    failures = 0
    for name, make in hostile.LARGE.items():
        page = make()
        started = time.process_time()
        try:
            article = newsparse.parse(page)
            codes = ", ".join(warning.code.value for warning in article.warnings)
        except Exception as error:
            failures += 1
            codes = f"FAILED {type(error).__name__}: {error}"
        print(f"{name:32} {len(page):>12} {time.process_time() - started:8.1f} CPU seconds   {codes}", flush=True)
    return failures


def atheris_fuzz(arguments: list[str]) -> None:
    """Coverage-guided fuzzing; libFuzzer's own options follow `--`."""
    import atheris

    with atheris.instrument_imports(include=["newsparse"]):
        import newsparse.api

    def one(data: bytes) -> None:
        newsparse.api.parse(data)
        newsparse.api.segment(data.decode("utf-8", "replace"), media="text")

    atheris.Setup([sys.argv[0], *arguments], one)
    atheris.Fuzz()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--atheris", action="store_true")
    parser.add_argument("rest", nargs="*")
    given = parser.parse_args()
    if given.atheris:
        atheris_fuzz(given.rest)
        return 0
    signal.signal(signal.SIGPROF, _late)
    return 1 if (large() if given.large else fuzz(given.runs, given.seed, given.out)) else 0


if __name__ == "__main__":
    sys.exit(main())
