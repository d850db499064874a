"""What a parse costs, as a ratio to the floor: lxml's tree build and one visit of each element.

All times are CPU time.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

import attrs
from lxml import html

from newsparse.parser import GENERIC, Parser


@attrs.frozen
class Speed:
    """Total time over total floor time, the median ratio of a page, and the time of peers over
    ours.
    """

    pages: int
    total: float
    median: float
    peers: dict[str, float] = attrs.field(factory=dict)


def floor(page: bytes) -> int:
    """The least work of reading an HTML page."""
    return sum(
        1
        for _ in html.document_fromstring(
            page, parser=html.HTMLParser(encoding="utf-8", huge_tree=True)
        ).iter()
    )


def timed(function: Callable[..., Any], *arguments: Any) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    function(*arguments)
    return time.process_time() - start


def _attempted(peer: Callable[[bytes, str], Any], page: bytes, url: str) -> None:
    """A call of a peer. Its failures are ignored; the time counts."""
    with suppress(Exception):
        peer(page, url)


def html_speed(
    pages: Sequence[tuple[bytes, str]], peers: dict[str, Callable[[bytes, str], Any]]
) -> Speed:
    """Time of a whole parse, all fields, compared with the floor and with peers, page by page in
    turn.
    """
    parser = Parser()

    def ours(page: bytes, url: str) -> Any:
        return parser.parse(page, url=url, profile=GENERIC)

    for page, url in pages[:3]:
        ours(page, url)
        floor(page)
    lows: list[float] = []
    mine: list[float] = []
    theirs: dict[str, float] = dict.fromkeys(peers, 0.0)
    for page, url in pages:
        lows.append(timed(floor, page))
        mine.append(timed(ours, page, url))
        for name, peer in peers.items():
            theirs[name] += timed(_attempted, peer, page, url)
    total = sum(mine)
    ratios = [one / low for one, low in zip(mine, lows, strict=True) if low]
    return Speed(
        len(pages),
        total / sum(lows),
        statistics.median(ratios),
        {name: spent / total for name, spent in theirs.items()},
    )


def text_speed(pages: Sequence[str]) -> float:
    """Megabytes of plain text (UTF-8) parsed in a second."""
    parser = Parser()

    def ours(page: str) -> Any:
        return parser.parse(page, media="text", profile=GENERIC)

    for page in pages[:3]:
        ours(page)
    size = sum(len(page.encode()) for page in pages)
    spent = sum(timed(ours, page) for page in pages)
    return size / 1e6 / spent


def import_ratio(times: int = 5) -> float:
    """CPU time of `import newsparse` over that of `import lxml.html`, each the best of several
    fresh processes.
    """
    return _importing("newsparse", times) / _importing("lxml.html", times)


def _importing(module: str, times: int) -> float:
    code = (
        f"import time; start = time.process_time(); import {module}; "
        "print(time.process_time() - start)"
    )
    return min(
        float(
            subprocess.run(
                [sys.executable, "-c", code], capture_output=True, text=True, check=True
            ).stdout
        )
        for _ in range(times)
    )
