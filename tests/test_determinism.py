"""The same page gives the same record: across processes, hash seeds, locales, time zones, threads, start methods and orders."""

from __future__ import annotations

import gc
import itertools
import multiprocessing
import os
import pickle
import subprocess
import sys
import tracemalloc
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest
import steady
from conftest import HERE, pages
from steady import digest

import newsparse


def given() -> list[bytes]:
    """The fixtures and the smaller broken pages."""
    from test_bad_input import CASES

    broken = [
        page if isinstance(page, bytes) else page.encode("utf-8", "surrogatepass")
        for page, _ in CASES.values()
        if len(page) < 20_000
    ]
    return [*(path.read_bytes() for path in pages()), *broken]


@pytest.fixture(scope="module")
def wanted() -> list[str]:
    return [digest(page) for page in given()]


@pytest.mark.parametrize(
    "changes",
    [
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "77", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
        {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"TZ": "America/Los_Angeles", "PYTHONUTF8": "0", "LC_ALL": "POSIX"},
        {"TZ": "Nonsense/Zone", "PYTHONUTF8": "1", "LANGUAGE": "de"},
    ],
    ids=lambda changes: " ".join(f"{name}={value}" for name, value in changes.items()),
)
def test_other_processes_give_the_same(changes: dict[str, str], wanted: list[str]) -> None:
    code = f"import sys; sys.path.insert(0, {str(HERE)!r}); import test_determinism as t; print(*map(t.digest, t.given()))"
    shown = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **changes},
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout.split() == wanted


def test_order_and_repeats_do_not_matter(wanted: list[str]) -> None:
    """The long form has 1,000 repeats: `python tests/steady.py repeats`."""
    assert steady.differing(given(), 2) == 0


def test_thousand_parses_of_one_page() -> None:
    page = b"<h1>Rain falls</h1><p class=byline>By Ada Lin</p><p>EXAMPLETON (AP) - It rained on July 3, 2019, the council said.</p>"
    assert len({digest(page) for _ in range(1_000)}) == 1


def test_memory_does_not_grow() -> None:
    """Parsing adds no memory. The long form has 100,000 different pages: `python tests/steady.py memory`."""
    given_pages = list(steady.made(60))
    held = []
    tracemalloc.start()
    try:
        for _ in range(4):
            for page in given_pages:
                newsparse.parse(page)
            gc.collect()
            held.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert held[3] - held[1] < 20_000, held


def test_threads_give_the_same(wanted: list[str]) -> None:
    newsparse.api.default_parser.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(digest, given() * 2)) == wanted * 2


def test_differences_are_detected(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = itertools.count()
    monkeypatch.setattr(steady, "digest", lambda page: str(next(ticks)))
    assert steady.differing([b"a", b"b"], 2) == 4
    assert steady.at_odds([b"a", b"b"]) == 2


@pytest.mark.parametrize(
    "method",
    [
        "spawn",
        pytest.param("fork", marks=pytest.mark.skipif(sys.platform == "win32", reason="no fork")),
    ],
)
def test_start_methods_give_the_same(method: str, wanted: list[str]) -> None:
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(method)) as pool:
        assert list(pool.map(digest, given(), chunksize=8)) == wanted


def test_pickled_parser_gives_the_same() -> None:
    parser = newsparse.Parser()
    again = pickle.loads(pickle.dumps(parser))
    assert again == parser
    page = (HERE / "pages" / "rain.html").read_bytes()
    assert again.parse(page) == parser.parse(page) == newsparse.parse(page)


def test_path_bytes_and_text_give_the_same(page_path: Path) -> None:
    data = page_path.read_bytes()
    assert (
        newsparse.parse(page_path)
        == newsparse.parse(data)
        == newsparse.parse(newsparse.decode(data))
    )
