"""Fuzzing: run mutated and generated pages through the whole parser. It must not raise, hang or lose a place.

    python tests/fuzz.py --runs 100000             mutated fixtures, bytes, and (with NEWSPARSE_CORPUS) corpus pages
    python tests/fuzz.py --made --runs 60000       HTML and text that Hypothesis generates from a grammar, and its bytes and str
    python tests/fuzz.py --atheris --runs 40000    coverage-guided mutation, if atheris is installed (pip install atheris)
    python tests/fuzz.py --large                   the large hostile pages, once each, with CPU seconds

Each takes `--seed N`: the same seed gives the same inputs. Prints the number of inputs and the failures. Failing
inputs are written to --out. The exit code is 1 if there were any.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

if __name__ == "__main__" and "--atheris" in sys.argv:
    import atheris

    with atheris.instrument_imports(
        include=["newsparse"]
    ):  # before anything else imports it, including its lazy imports
        import newsparse

        newsparse.parse(
            "<h1>Rain falls</h1><p>It rained on Tuesday, July 23, 2019, the council said.</p>"
        ).to_json()

import attrs
import hostile
import properties
from conftest import pages

import newsparse
from newsparse.api import default_parser

SECONDS = 20
"""An input that takes more CPU seconds than this counts as a hang."""
_TAGS = "p div span a b h1 ul li table tr td figure figcaption nav footer script style title meta br pre svg html body form time".split()
_BITS = [
    b"<",
    b">",
    b'"',
    b"'",
    b"&",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\r",
    b"\xc2\xa0",
    b"\xe2\x80\xa8",
    b"-->",
    b"<!--",
    b"<![CDATA[",
    b"]]>",
    b"&#0;",
    b"&#xD800;",
    b"</html>",
    b'<script type="application/ld+json">',
    b"{",
    b"}",
    b"[",
    b"]",
    b'"@id"',
    b'"@type": "NewsArticle",',
    b"<meta charset=utf-16>",
    b"\x1f\x8b\x08",
    b"%PDF-",
    b"By ",
    b" (AP)",
    b"\n\n",
    b"\t",
    b"2019-07-23T25:61:00Z",
    b"July 32, 99999",
    b"\xe0\xb8\xb3",
    b"\xf0\x9f\x98\x80",
    b"1" * 400,
    b"(" * 50,
    b", " * 60,
    b"/AP" * 40,
]


class Hang(Exception):
    """An input took too long."""


def _late(*_: object) -> None:
    raise Hang(f"more than {SECONDS} CPU seconds")


def seeds() -> list[bytes]:
    """Pages to start from: the fixtures, the cheap hostile pages, and some corpus pages if there is a corpus."""
    found = [path.read_bytes() for path in pages()]
    for name, make in hostile.PAGES.items():
        if "bomb" in name:
            continue  # one of them decompresses to the size cap: slow, but not a hang
        page = make()
        data = page if isinstance(page, bytes) else page.encode("utf-8", "surrogatepass")
        found.append(data[:3_000])
    folder = os.environ.get("NEWSPARSE_CORPUS")
    if folder:
        from newsparse.benchmark.corpus import samples
        from newsparse.page import Media

        for sample in list(samples(Path(folder)))[::40]:
            found.append(sample.page(Media.HTML)[:60_000])  # type: ignore[arg-type]
            found.append(str(sample.page(Media.TEXT)).encode()[:8_000])
    return found


def mutated(data: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    """A page with some bytes dropped, doubled, swapped, replaced, or spliced with another page's."""
    if len(data) > 3_000 and chance.random() < 0.97:
        start = chance.randrange(len(data) - 2_500)
        data = data[start : start + chance.randrange(200, 2_500)]
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
            work[at:at] = (
                chance.choice((b"<%s>", b"</%s>", b"<%s class='byline caption'>", b"<%s hidden>"))
                % tag
            )
        else:
            work[at:at] = chance.choice(_BITS) * chance.choice((1, 1, 1, 3))
    return bytes(work)


_MEDIA = (None, None, "html", "text")
_URLS = (
    None,
    "https://www.spokesman.com/stories/2019/jul/23/rain/",
    "https://a.example/2019/07/23/rain",
    "http://[",
    "x" * 50,
)
_PROFILES = (None, None, "generic", "spokesman-review")


def asked(chance: random.Random) -> dict[str, Any]:
    """The arguments to parse a page with."""
    return {
        "media": chance.choice(_MEDIA),
        "url": chance.choice(_URLS),
        "profile": chance.choice(_PROFILES),
    }


def inputs(runs: int, seed: int) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Mutated pages, and the arguments to parse each with."""
    chance = random.Random(seed)
    others = seeds()
    for _ in range(runs):
        page: Any = (
            chance.randbytes(chance.randrange(400))
            if chance.random() < 0.03
            else mutated(chance.choice(others), chance, others)
        )
        if chance.random() < 0.4:
            page = page.decode("utf-8", chance.choice(("replace", "surrogateescape", "ignore")))
        yield page, asked(chance)


def run(page: Any, arguments: dict[str, Any]) -> None:
    """Parse one input. Any exception is a failure."""
    examined = default_parser().examine(page, **arguments)
    article = examined.article
    if newsparse.Article.from_json(article.to_json()) != article:
        raise AssertionError("the record does not survive JSON")
    problems = properties.judged(
        page, article, examined.segments, media=arguments["media"], url=arguments["url"]
    )
    if problems:
        raise AssertionError(f"places: {problems[:2]}")
    if len(page) % 16 == 0 and (
        newsparse.parse(page, **arguments),
        newsparse.segment(page, **arguments),
    ) != (article, examined.segments):
        raise AssertionError("a second reading gives another record")


def guarded(page: Any, arguments: dict[str, Any]) -> str:
    """The problem with an input, "" if there is none."""
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        run(page, arguments)
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} at {Path(where.filename).name}:{where.lineno}: {str(error)[:300]}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return ""


@attrs.define
class Tally:
    """Counts the inputs of a run, and prints and keeps failures as they come, up to three of a kind."""

    seed: int
    out: Path | None = None
    done: int = 0
    failures: dict[str, int] = attrs.field(factory=dict)

    def take(self, page: Any, arguments: dict[str, Any]) -> None:
        """Run and count one input."""
        self.done += 1
        problem = guarded(page, arguments)
        if problem:
            kind = ":".join(problem.split(":")[:2])
            self.failures[kind] = self.failures.get(kind, 0) + 1
            if self.failures[kind] <= 3:
                self._show(problem, page, arguments)
        if self.done % 1_000 == 0:
            print(self, flush=True)

    def _show(self, problem: str, page: Any, arguments: dict[str, Any]) -> None:
        print(
            f"input {self.done}: {problem}\n    arguments {arguments}, page {page[:80]!r}",
            flush=True,
        )
        if self.out is not None:
            self.out.mkdir(exist_ok=True)
            (self.out / f"{self.seed}-{self.done}.bin").write_bytes(
                page if isinstance(page, bytes) else page.encode("utf-8", "surrogatepass")
            )

    @property
    def total(self) -> int:
        return sum(self.failures.values())

    def __str__(self) -> str:
        return (
            f"{self.done} inputs run, {self.total} failures, {time.process_time():.0f} CPU seconds"
        )


def mutate(tally: Tally, runs: int) -> None:
    """Run mutated pages and bytes."""
    for page, arguments in inputs(runs, tally.seed):
        tally.take(page, arguments)


_BROKEN = 3
"""Number of mutations that are run with each generated page."""


def make(tally: Tally, runs: int) -> None:
    """Run pages from the grammar and Hypothesis' own bytes and str, each as it is and with three mutations."""
    from grammar import html_pages, text_pages
    from hypothesis import HealthCheck, Phase, given, seed, settings
    from hypothesis import strategies as st

    chance = random.Random(tally.seed)
    others = seeds()

    def take(page: Any) -> None:
        tally.take(page, asked(chance))
        data = page if isinstance(page, bytes) else page.encode("utf-8", "surrogatepass")
        for _ in range(_BROKEN):
            tally.take(mutated(data, chance, others), asked(chance))

    made = st.one_of(
        html_pages(),
        html_pages(),
        html_pages().map(lambda page: page.encode("utf-8", "surrogatepass")),
        text_pages,
        text_pages,
        st.binary(max_size=400),
        st.text(max_size=400),
    )
    quiet = settings(
        max_examples=max(1, runs // (1 + _BROKEN)),
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    seed(tally.seed)(quiet(given(made)(take)))()


_LONGEST = 4_000
"""Largest page, in bytes, for coverage-guided runs: with instrumentation a parse takes several times as long."""


def guide(tally: Tally, runs: int) -> None:
    """Run pages that libFuzzer mutates to reach new code. Ends the process, as libFuzzer does."""
    import tempfile

    import atheris

    folder = Path(tempfile.mkdtemp())
    for number, page in enumerate(seeds()):
        (folder / str(number)).write_bytes(page[:_LONGEST])

    def one(data: bytes) -> None:
        chance = random.Random(len(data))
        page: Any = data if data[:1] < b"\x80" else data.decode("utf-8", "surrogateescape")
        tally.take(page, asked(chance))
        if tally.done >= runs:
            print(tally, flush=True)
            os._exit(bool(tally.failures))

    atheris.Setup(
        [sys.argv[0], f"-seed={tally.seed}", f"-max_len={_LONGEST}", "-timeout=300", str(folder)],
        one,
    )
    atheris.Fuzz()


def large(tally: Tally, _: int) -> None:
    """Run the large hostile pages, once each."""
    for name, page_of in hostile.LARGE.items():
        page = page_of()
        tally.done += 1
        started = time.process_time()
        try:
            codes = ", ".join(warning.code.value for warning in newsparse.parse(page).warnings)
        except Exception as error:
            tally.failures[name] = 1
            codes = f"FAILED {type(error).__name__}: {error}"
        print(
            f"{name:32} {len(page):>12} {time.process_time() - started:8.1f} CPU seconds   {codes}",
            flush=True,
        )


WAYS: dict[str, Callable[[Tally, int], None]] = {"made": make, "atheris": guide, "large": large}
"""What each option of the command runs instead of mutated pages."""


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path)
    for way, does in WAYS.items():
        parser.add_argument(
            f"--{way}",
            dest="way",
            action="store_const",
            const=does,
            default=mutate,
            help=does.__doc__,
        )
    given = parser.parse_args()
    signal.signal(signal.SIGPROF, _late)
    tally = Tally(given.seed, given.out)
    given.way(tally, given.runs)
    print(tally)
    return 1 if tally.failures else 0


if __name__ == "__main__":
    sys.exit(main())
