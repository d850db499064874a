"""`python -m newsparse.training.datelines CORPUS`: datelines and agencies against labels made by
eye.

The labels name a page, a field, where its value stands and a hash of it, so no text of the pages is
kept; `optional` ones are neither asked for nor counted as wrong. An agency that a page prints under
two names ("AP", "The Associated Press") is one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

from newsparse.benchmark.corpus import Sample, samples
from newsparse.lexicon.agencies import canonical_agency
from newsparse.page import Media
from newsparse.parser import GENERIC, Parser
from newsparse.records import Article
from newsparse.segmenters.scoring import Models
from newsparse.textual import normalize

FIELDS: Final = ("dateline", "agency")


@attrs.frozen
class Counts:
    """Counts of values that were found, compared with the labels."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    errors: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def hashed(value: str) -> str:
    """The hash that labels hold of a value."""
    return hashlib.sha256(normalize(value).encode()).hexdigest()[:16]


def found(article: Article) -> dict[str, tuple[str, ...]]:
    """The two fields of a record."""
    line = article.dateline
    agencies = [byline.agency for byline in article.bylines if byline.agency]
    if line is not None and line.agency:
        agencies.append(line.agency)
    return {
        "dateline": (line.place,) if line is not None else (),
        "agency": tuple(dict.fromkeys(agencies)),
    }


def compare(
    labels: Iterable[Mapping[str, Any]], articles: Mapping[str, Article]
) -> dict[str, Counts]:
    """The counts of each field over the labelled pages among `articles`."""
    wanted: dict[tuple[str, str], dict[bool, set[str]]] = defaultdict(
        lambda: {False: set(), True: set()}
    )
    for label in labels:
        entry = wanted[label["id"], label["field"]]
        if label["hash"] is not None:
            entry[bool(label.get("optional"))].add(label["hash"])
    counts = {field: Counts() for field in FIELDS}
    for (page, field), hashes in wanted.items():
        if page not in articles:
            continue
        said = {hashed(value): value for value in found(articles[page])[field]}
        right = said.keys() & hashes[False]
        named = {
            canonical_agency(said[one]) for one in said.keys() & (hashes[False] | hashes[True])
        }
        wrong = {
            one
            for one in said.keys() - hashes[False] - hashes[True]
            if canonical_agency(said[one]) not in named
        }
        missed = hashes[False] - said.keys()
        errors = (
            *(f"{page}: {field} {said[one]!r} is not labelled" for one in wrong),
            *(f"{page}: a {field} is missed" for _ in missed),
        )
        before = counts[field]
        counts[field] = Counts(
            before.right + len(right),
            before.wrong + len(wrong),
            before.missed + len(missed),
            (*before.errors, *errors),
        )
    return counts


def labelled(path: Path) -> list[dict[str, Any]]:
    """The labels of a file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def measure(
    corpus: Path, labels: list[dict[str, Any]], models: Path | None = None
) -> dict[str, Counts]:
    """Parse the labelled pages, out of fold where fold models are given, and compare."""
    wanted = {label["id"] for label in labels}
    articles: dict[str, Article] = {}
    for sample in samples(corpus, frozenset(name.split("/")[0] for name in wanted)):
        if sample.id in wanted:
            articles[sample.id] = _parser(models, sample).parse(
                sample.page(Media.HTML), url=sample.url, profile=GENERIC
            )
    return compare(labels, articles)


def _parser(models: Path | None, sample: Sample) -> Parser:
    if models is None:
        return Parser()
    return Parser(
        models=Models.from_data(
            json.loads((models / f"html-{sample.fold}.json").read_text("utf-8"))
        )
    )


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m newsparse.training.datelines", description=__doc__
    )
    parser.add_argument("corpus", type=Path, help="a folder with manifest.jsonl and its pages")
    parser.add_argument("--labels", type=Path, default=Path("tests/data/dateline_labels.jsonl"))
    parser.add_argument(
        "--models", type=Path, help="a folder of fold models; default: the shipped weights"
    )
    chosen = parser.parse_args(arguments)
    for field, counts in measure(chosen.corpus, labelled(chosen.labels), chosen.models).items():
        print(
            f"{field}: precision {counts.precision:.3f}, recall {counts.recall:.3f} "
            f"({counts.right} right, {counts.wrong} wrong, {counts.missed} missed)"
        )
        for error in counts.errors:
            print(f"  {error}")


if __name__ == "__main__":
    main()
