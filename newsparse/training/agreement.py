"""`python -m newsparse.training.agreement CORPUS [--sets A,B]`: how often HTML and its text give
the same record.

Each page is parsed twice, as HTML and as the text that inscriptis renders of it, with site profiles
off. A field counts on the pages whose text still holds what the HTML record says; it agrees where
both records say it.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Final

from newsparse.benchmark.corpus import Sample, samples
from newsparse.page import Media
from newsparse.parser import GENERIC, Parser
from newsparse.records import Article
from newsparse.textual import normalize, words

_SHINGLE_WORDS: Final = 4
_LEAST_AGREEING_F1: Final = 0.95
"""The F1 of shingles, or of captions, from which two bodies or sets of captions agree."""


def agreement(sample: Sample) -> dict[str, bool]:
    """For each field that the text of a page still has: whether both records agree on it."""
    text = sample.page(Media.TEXT)
    assert isinstance(text, str)
    parser = Parser()
    one = parser.parse(
        sample.page(Media.HTML), url=sample.url, profile=GENERIC, media=Media.HTML.value
    )
    other = parser.parse(text, url=sample.url, profile=GENERIC, media=Media.TEXT.value)
    shown = _letters(text)
    return {name: agree(one, other) for name, holds, agree in FIELDS if holds(one, shown)}


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", normalize(text))


def _headline(article: Article) -> str:
    return _letters(article.headline.text) if article.headline else ""


def _names(article: Article) -> set[str]:
    return {_letters(name) for byline in article.bylines for name in byline.names}


def _captions(article: Article) -> set[str]:
    return {_letters(caption.text) for caption in article.captions if caption.text}


def _body(article: Article) -> set[tuple[str, ...]]:
    found = [word for block in article.body for word in words(block.text)]
    return {
        tuple(found[at : at + _SHINGLE_WORDS])
        for at in range(max(1, len(found) - _SHINGLE_WORDS + 1))
    }


def _f1(one: set[str] | set[tuple[str, ...]], other: set[str] | set[tuple[str, ...]]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def _held(texts: Iterable[str], shown: str) -> bool:
    found = list(texts)
    return bool(found) and all(text in shown for text in found)


FIELDS: Final[
    tuple[tuple[str, Callable[[Article, str], bool], Callable[[Article, Article], bool]], ...]
] = (
    (
        "headline",
        lambda one, shown: _held(filter(None, [_headline(one)]), shown),
        lambda one, other: _headline(one) == _headline(other),
    ),
    (
        "names",
        lambda one, shown: _held(_names(one), shown),
        lambda one, other: _names(one) == _names(other),
    ),
    (
        "captions",
        lambda one, shown: _held(_captions(one), shown),
        lambda one, other: _f1(_captions(one), _captions(other)) >= _LEAST_AGREEING_F1,
    ),
    (
        "body",
        lambda one, shown: bool(one.body),
        lambda one, other: _f1(_body(one), _body(other)) >= _LEAST_AGREEING_F1,
    ),
)
"""Field, whether the text holds it, and whether two records agree on it."""


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m newsparse.training.agreement", description=__doc__
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--sets", help="these sets alone, parted by commas")
    chosen = parser.parse_args(arguments)
    wanted = list(
        samples(chosen.corpus, frozenset(chosen.sets.split(",")) if chosen.sets else None)
    )
    counts: Counter[tuple[str, str, bool]] = Counter()
    with ProcessPoolExecutor(2) as pool:
        for sample, found in zip(wanted, pool.map(agreement, wanted, chunksize=8), strict=True):
            counts.update((sample.set, name, agrees) for name, agrees in found.items())
    print(f"{'set':16}" + "".join(f"{name:>20}" for name, *_ in FIELDS))
    for part in dict.fromkeys(sample.set for sample in wanted):
        cells = [(counts[part, name, True], counts[part, name, False]) for name, *_ in FIELDS]
        print(
            f"{part:16}"
            + "".join(f"{yes / (yes + no or 1):>10.3f} of {yes + no:<6}" for yes, no in cells)
        )


if __name__ == "__main__":
    main()
