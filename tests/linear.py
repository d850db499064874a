"""The cost of a parse as pages grow: CPU time over doublings, for every shape of page that could be expensive.

    python tests/linear.py [SHAPE...]              print the curve of each shape: seconds at 1, 2, 4 and 8 times its size
    python tests/linear.py --scale 8 [SHAPE...]    the same, starting at eight times the size

At 8 times the size, quadratic growth gives a factor of 64, and linear growth a factor of 8.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterable

import newsparse

TIMES = (1, 2, 4, 8)
_NAMES = "Ada Bo Cy Di Ed Flo Gus Hal Ida Jo Kit Lou Mo Ned Oz Pam Quin Ro Sal Tess Una Vi Wes Yul Zoe".split()


def _words(number: int, count: int = 14) -> str:
    """A sentence that differs for each number."""
    return (
        f"In year {number} "
        + " ".join(f"word{(number * 7 + at * 13) % 997}" for at in range(count))
        + ", the council said."
    )


def _html(body: Iterable[str], head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><title>Rain falls on Exampleton</title>{head}</head><body>{''.join(body)}</body></html>"


def _ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def _story(**fields: object) -> str:
    return _html([f"<h1>Rain</h1><p>{_words(1, 40)}</p>"], _ld({"@type": "NewsArticle", **fields}))


SHAPES: dict[str, tuple[int, Callable[[int], str]]] = {
    "paragraphs": (150, lambda n: _html(f"<p>{_words(at)}</p>" for at in range(n))),
    "articles": (
        40,
        lambda n: _html(
            f"<article><h2>{_words(at, 4)}</h2><p class=byline>By {_NAMES[at % 25]} Lin{at}</p><figure><img src=a{at}.jpg><figcaption>{_words(at, 9)} ({_NAMES[at % 25]} Orr{at}/AP)</figcaption></figure><p>{_words(at, 30)}</p></article>"
            for at in range(n)
        ),
    ),
    "headings": (150, lambda n: _html(f"<h1>{_words(at, 5)}</h1>" for at in range(n))),
    "lines and breaks": (
        150,
        lambda n: _html(["<div>", *(f"{_words(at)}<br>" for at in range(n)), "</div>"]),
    ),
    "lines that run on": (
        2_000,
        lambda n: _html(["<div>", *(f"w{at}<br>" for at in range(n)), "</div>"]),
    ),
    "loose text between paragraphs": (
        100,
        lambda n: _html(
            ["<div>", *(f"{_words(at)}<p>{_words(at + n)}</p>" for at in range(n)), "</div>"]
        ),
    ),
    "short loose text": (
        300,
        lambda n: _html(["<div>", *(f"w{at}<p>v{at}</p>" for at in range(n)), "</div>"]),
    ),
    "one paragraph of inline elements": (
        500,
        lambda n: _html(
            ["<p>", *(f"<b>w{at}</b> <a href=/{at}>v{at}</a> " for at in range(n)), "</p>"]
        ),
    ),
    "inline elements around blocks": (
        60,
        lambda n: _html(f"<font><b><i><p>{_words(at)}</p>" for at in range(n)),
    ),
    "one long word": (20_000, lambda n: _html([f"<p>{'x' * n}</p>"])),
    "one long paragraph": (500, lambda n: _html(["<p>", *map(_words, range(n)), "</p>"])),
    "one long heading": (500, lambda n: _html(["<h1>", *map(_words, range(n)), "</h1>"])),
    "one long byline": (
        150,
        lambda n: _html(
            [
                "<h1>Rain</h1><p class=byline>By ",
                ", ".join(f"{_NAMES[at % 25]} Lin{at}" for at in range(n)),
                f"</p><p>{_words(1, 30)}</p>",
            ]
        ),
    ),
    "one long caption": (
        150,
        lambda n: _html(
            [
                "<h1>Rain</h1><figure><img src=a><figcaption>",
                *(f"Photo {at}: {_NAMES[at % 25]} Orr/AP. " for at in range(n)),
                f"</figcaption></figure><p>{_words(1, 30)}</p>",
            ]
        ),
    ),
    "bylines": (
        100,
        lambda n: _html(f"<p class=byline>By {_NAMES[at % 25]} Lin{at}</p>" for at in range(n)),
    ),
    "dates": (
        100,
        lambda n: _html(
            f"<time datetime='2019-07-{at % 28 + 1:02}T06:15:00Z'>July {at % 28 + 1}, 2019 {at}</time><p>Updated July 3, 2019, {at}</p>"
            for at in range(n)
        ),
    ),
    "pictures": (
        150,
        lambda n: _html(
            f"<figure><img src=a{at}.jpg alt='{_words(at, 3)}'><figcaption>{_words(at, 5)} (Orr{at}/AP)</figcaption></figure>"
            for at in range(n)
        ),
    ),
    "bare pictures": (
        500,
        lambda n: _html([*(f"<img src=a{at}.jpg>" for at in range(n)), f"<p>{_words(1, 30)}</p>"]),
    ),
    "links of a navigation": (
        400,
        lambda n: _html(
            [
                "<nav><ul>",
                *(f"<li><a href=/{at}>Section {at}</a></li>" for at in range(n)),
                f"</ul></nav><p>{_words(1, 30)}</p>",
            ]
        ),
    ),
    "nested tables": (40, lambda n: _html(["<table><tr><td>a<td>" * n, _words(1)])),
    "rows of a table": (
        150,
        lambda n: _html(
            [
                "<table>",
                *(f"<tr><td>{_words(at, 3)}</td><td>{at}</td></tr>" for at in range(n)),
                "</table>",
            ]
        ),
    ),
    "cells of a row": (
        400,
        lambda n: _html(["<table><tr>", *(f"<td>cell {at}</td>" for at in range(n)), "</table>"]),
    ),
    "notes": (100, lambda n: _html(f"<p><em>Correction: {_words(at)}</em></p>" for at in range(n))),
    "class words": (
        3_000,
        lambda n: _html(
            [f"<p class='{' '.join(f'c{at}-x' for at in range(n))}'>{_words(1, 30)}</p>"]
        ),
    ),
    "attributes": (
        3_000,
        lambda n: _html([f"<p {' '.join(f'a{at}=1' for at in range(n))}>{_words(1, 30)}</p>"]),
    ),
    "attributes that quote brackets": (
        3_000,
        lambda n: _html(["<p ", *(f'a{at}="<b>" ' for at in range(n)), f">{_words(1, 30)}</p>"]),
    ),
    "titles": (
        150,
        lambda n: _html(
            [f"<h2>{_words(at, 4)}</h2><p>{_words(at + n)}</p>" for at in range(n)],
            "".join(f"<meta property=og:title content='{_words(at, 6)}'>" for at in range(n)),
        ),
    ),
    "one long title": (
        300,
        lambda n: _html(
            [f"<h2>{_words(at, 4)}</h2><p>{_words(at + n)}</p>" for at in range(n // 3)],
            f"<meta property=og:title content='{' '.join(map(_words, range(n)))}'>",
        ),
    ),
    "descriptions": (
        100,
        lambda n: _html(
            [f"<p>{_words(at)}</p>" for at in range(n)],
            "".join(f"<meta name=description content='{_words(at, 20)}'>" for at in range(n)),
        ),
    ),
    "metas": (
        1_000,
        lambda n: _html(
            [f"<p>{_words(1, 30)}</p>"],
            "".join(
                f"<meta name=author content='{_NAMES[at % 25]} Lin{at}'><meta name=news_keywords content='k{at}'>"
                for at in range(n)
            ),
        ),
    ),
    "dates of metas": (
        300,
        lambda n: _html(
            [f"<p>{_words(1, 30)}</p>"],
            "".join(f"<meta name=date content='2019-07-0{at % 9 + 1}'>" for at in range(n)),
        ),
    ),
    "ld scripts": (
        200,
        lambda n: _html(
            [f"<p>{_words(1, 30)}</p>"],
            "".join(
                _ld({"@type": "NewsArticle", "headline": _words(at, 4), "@id": f"#{at}"})
                for at in range(n)
            ),
        ),
    ),
    "ld items": (
        200,
        lambda n: _html(
            [f"<h2>{_words(at, 4)}</h2>" for at in range(n)],
            _ld([{"@type": "NewsArticle", "headline": _words(at, 4)} for at in range(n)]),
        ),
    ),
    "ld authors": (
        300,
        lambda n: _story(
            author=[{"@type": "Person", "name": f"{_NAMES[at % 25]} Lin{at}"} for at in range(n)]
        ),
    ),
    "ld references": (
        300,
        lambda n: _html(
            [f"<p>{_words(1, 30)}</p>"],
            _ld(
                {
                    "@graph": [
                        {"@type": "NewsArticle", "author": [{"@id": f"#{at}"} for at in range(n)]},
                        *(
                            {
                                "@type": "Person",
                                "@id": f"#{at}",
                                "name": [{"@id": f"#{(at + 1) % n}"}] * 9,
                            }
                            for at in range(n)
                        ),
                    ]
                }
            ),
        ),
    ),
    "ld body": (
        3_000,
        lambda n: _story(
            articleBody=" ".join(map(_words, range(n // 10))),
            keywords=",".join(f"k{at}" for at in range(n)),
            headline="x" * n,
            author="Ada " * n,
        ),
    ),
    "ld nest": (
        2_000,
        lambda n: _html(
            [f"<p>{_words(1, 30)}</p>"],
            '<script type="application/ld+json">' + "[" * n + "</script>",
        ),
    ),
    "ld comments": (
        2_000,
        lambda n: _html(
            [f"<p>{_words(1, 30)}</p>"],
            '<script type="application/ld+json">' + "<!--" * n + "," * n + "</script>",
        ),
    ),
    "tags never closed": (
        500,
        lambda n: _html(["<b>" * 1_500, "<i></i>" * n, _words(1, 30)]),
    ),
    "soft hyphens": (3_000, lambda n: _html([f"<p>{'co­op ' * n}</p>"])),
    "entities": (3_000, lambda n: _html([f"<p>{'&amp;&eacute; ' * n}</p>"])),
    "text: paragraphs": (100, lambda n: "\n\n".join(_words(at) for at in range(n))),
    "text: lines": (100, lambda n: "\n".join(_words(at) for at in range(n))),
    "text: short lines": (200, lambda n: "\n".join(f"Word{at} v{at}" for at in range(n))),
    "text: one line": (300, lambda n: " ".join(_words(at) for at in range(n))),
    "text: wrapped": (
        4_800,
        lambda n: "\n".join(_words(at, 6)[:66].ljust(66, "x") for at in range(n)),
    ),
    "text: indents": (100, lambda n: "\n".join(" " * (at % 50) + _words(at) for at in range(n))),
    "text: bullets": (150, lambda n: "\n".join(f"  * {_words(at, 4)}" for at in range(n))),
    "text: bylines": (
        60,
        lambda n: "\n\n".join(f"By {_NAMES[at % 25]} Lin{at} and Bo Reyes{at}" for at in range(n)),
    ),
    "text: captions": (
        60,
        lambda n: "\n\n".join(f"{_words(at, 8)} ({_NAMES[at % 25]} Orr{at}/AP)" for at in range(n)),
    ),
    "text: blank lines": (20_000, lambda n: "Rain\n" + "\n" * n + _words(1, 30)),
    "text: blanks": (20_000, lambda n: "Rain" + " " * n + _words(1, 30)),
    "text: headlines": (
        100,
        lambda n: "\n\n".join(_words(at, 6).removesuffix(".") for at in range(n)),
    ),
    "text: the same line": (150, lambda n: "Rain falls on Exampleton again today\n\n" * n),
    "text: one word": (20_000, lambda n: "x" * n),
    "text: a byline": (
        100,
        lambda n: (
            "By "
            + ", ".join(f"{_NAMES[at % 25]} Lin{at}" for at in range(n))
            + "\n\n"
            + _words(1, 30)
        ),
    ),
    "html: unclosed elements": (
        4_000,
        lambda n: _html(["<!--x", "<style>a<p>b", "<script>\n<p>c", "<iframe>", "<title>d"] * n),
    ),
    "html: comments in a comment": (
        4_000,
        lambda n: _html([*["<!-- a <p>b</p>"] * n, f"--><p>{_words(1)}</p>"]),
    ),
    "text: dates": (
        60,
        lambda n: "\n\n".join(
            f"July {at % 28 + 1}, 2019 {at} Updated 6:15 a.m." for at in range(n)
        ),
    ),
}
"""Shapes of pages: a size at which a parse takes a few hundredths of a second, and a function from size to page."""


def seconds(page: str, runs: int = 1) -> float:
    """CPU seconds of a parse and a segmentation, the minimum of several runs."""
    least = float("inf")
    for _ in range(runs):
        start = time.process_time()
        newsparse.parse(page)
        newsparse.segment(page)
        least = min(least, time.process_time() - start)
    return least


def curve(
    name: str, scale: float = 1, times: tuple[int, ...] = TIMES, runs: int = 1
) -> list[float]:
    """CPU seconds of a shape at each doubling of its size."""
    size, make = SHAPES[name]
    return [seconds(make(int(size * scale) * factor), runs) for factor in times]


def growth(found: list[float]) -> float:
    """The last cost divided by the first. Costs below a hundredth of a second count as that."""
    return found[-1] / max(found[0], 0.01)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shapes", nargs="*", default=list(SHAPES))
    parser.add_argument("--scale", type=float, default=1)
    given = parser.parse_args()
    newsparse.parse("<p>warm</p>")
    newsparse.parse("warm", media="text")
    for name in given.shapes:
        found = curve(name, given.scale)
        print(
            f"{name:34} "
            + " ".join(f"{value:8.3f}" for value in found)
            + f"   x{growth(found):6.1f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
