"""`python -m newsparse.training.confidence CORPUS --models FOLDER [--write]`: fit how likely each
field is right.

Each page is parsed by weights that did not see its site: FOLDER has the fold models that
`python -m newsparse.training CORPUS --models FOLDER --predictions FILE` kept. The probabilities of
a fold are then fitted on the other folds, so every figure printed is of sites that neither model
has seen. `--write` fits on all folds, and writes the weights and the figures of
docs/confidence.md.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

import attrs
import numpy as np

from newsparse.assemble.article import judged
from newsparse.assemble.confidence_cues import CUES
from newsparse.benchmark import measures
from newsparse.benchmark.corpus import FOLDS, Sample, samples
from newsparse.benchmark.figures import replaced
from newsparse.page import Media
from newsparse.parser import GENERIC, Parser
from newsparse.segmenters.scoring import Models
from newsparse.training import kinds
from newsparse.training.predictions import prediction

ROOT: Final = Path(__file__).parent.parent
WEIGHTS: Final = ROOT / "assemble" / "weights" / "confidence.json"
DOCS: Final = ROOT.parent / "docs" / "confidence.md"
RIGHT_BODY: Final = 0.95
"""The F1 from which a body is right."""
_L2: Final = 10.0
_LEAST_SPREAD: Final = 0.25
"""A cue that hardly varies counts as if it did, so that a few pages cannot give it a large
weight."""
_STEPS: Final = 50
_BINS: Final = 10
_BINS_OF_FEW_PAGES: Final = 5
_FEW_PAGES: Final = 200
"""Fewer pages than these do not fill ten bins."""
_DOUBTFUL_SHARE: Final = 0.1
_HIGH: Final = 0.9
"""The threshold that the summary names."""


def _counted(measure: measures.Measure) -> Callable[[Any, Any], float | None]:
    """A measure of sets as whether all of a page's entries are right."""

    def right(gold: measures.Gold, predicted: measures.Predicted) -> float | None:
        found = measure(gold, predicted)
        return float(found.is_right) if isinstance(found, measures.Counts) else found

    return right


def _authors(gold: measures.Gold, predicted: measures.Predicted) -> float | None:
    exact = _counted(measures.MEASURES["authors"])(gold, predicted)
    byline = measures.MEASURES["byline"](gold, predicted)
    return byline if exact is None and isinstance(byline, float) else exact


def _kind(gold: measures.Gold, predicted: measures.Predicted) -> float:
    """Every page of the other sets is a story."""
    right = measures.MEASURES["kind"]({"kind": "article", **gold}, predicted)
    assert isinstance(right, float)
    return right


RIGHT: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "body": measures.body_f1,
    "kind": _kind,
    "headline": measures.MEASURES["headline"],
    "deck": measures.deck_is_right,
    "authors": _authors,
    "published": measures.MEASURES["date"],
    "captions": _counted(measures.MEASURES["captions"]),
}
"""For each field, how right a page is; None where its gold does not say."""


@attrs.frozen(eq=False)
class Judged:
    """One page of the corpus: the cues of each field, and how right it is."""

    fold: int
    set: str
    cues: dict[str, list[float]]
    quality: dict[str, float]
    lead: float
    """Points of a story above the least."""
    is_story: bool
    predicted: dict[str, Any]
    """The record in the terms of the benchmark, with the page's id."""


def judge(sample: Sample, media: Media, folder: Path) -> Judged:
    """One page, parsed by the weights of the other folds."""
    parser = _parser(folder, media, sample.fold)
    page = judged(
        parser.context(sample.page(media), GENERIC, sample.url, media.value, None, None, None)
    )
    gold, predicted = sample.gold, prediction(page.article)
    is_story = gold.get("kind") != "other"
    return Judged(
        sample.fold,
        sample.set,
        {field: [float(measure(page)) for _, measure in cues] for field, cues in CUES.items()},
        {
            field: float(quality)
            for field, measure in RIGHT.items()
            if (is_story or field == "kind") and (quality := measure(gold, predicted)) is not None
        },
        page.points,
        is_story,
        {"id": sample.id, **predicted},
    )


@cache
def _parser(folder: Path, media: Media, fold: int) -> Parser:
    path = folder / f"{media.value}-{fold}.json"
    return Parser(models=Models.from_data(json.loads(path.read_text("utf-8"))))


@attrs.frozen(eq=False)
class Table:
    """The pages that have a gold for one field: cues, quality, whether it is right, and folds."""

    cues: np.ndarray
    quality: np.ndarray
    right: np.ndarray
    fold: np.ndarray

    @classmethod
    def of(cls, pages: Sequence[Judged], field: str) -> Table:
        known = [page for page in pages if field in page.quality]
        quality = np.array([page.quality[field] for page in known])
        return cls(
            np.array([page.cues[field] for page in known]),
            quality,
            (quality >= RIGHT_BODY).astype(float),
            np.array([page.fold for page in known]),
        )


def fit(cues: np.ndarray, right: np.ndarray) -> tuple[float, np.ndarray]:
    """Bias and weights of a logistic model with an L2 penalty, by Newton's method.

    The penalty counts cues in units of their spread, so that it does not depend on their scale.
    """
    mean = cues.mean(axis=0)
    spread = np.maximum(cues.std(axis=0), _LEAST_SPREAD)
    rows = np.hstack([(cues - mean) / spread, np.ones((len(cues), 1))])
    penalty = np.full(rows.shape[1], _L2)
    penalty[-1] = 0.0
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (likely - right) + penalty * weights
        bend = (rows.T * (likely * (1 - likely))) @ rows + np.diag(penalty)
        step = np.linalg.solve(bend + 1e-9 * np.eye(len(bend)), slope)
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    found = weights[:-1] / spread
    return float(weights[-1] - found @ mean), found


def out_of_fold(table: Table) -> np.ndarray:
    """For each page, the probability that a fit to the other folds gives."""
    found = np.zeros(len(table.right))
    for fold in range(FOLDS):
        mine = table.fold == fold
        bias, weights = fit(table.cues[~mine], table.right[~mine])
        found[mine] = 1 / (1 + np.exp(-(table.cues[mine] @ weights + bias)))
    return found


def calibration_error(likely: np.ndarray, right: np.ndarray) -> float:
    """The expected calibration error over ten bins of equal width; five where pages are few."""
    count = _BINS if len(right) >= _FEW_PAGES else _BINS_OF_FEW_PAGES
    return sum(
        len(bin_) / len(right) * abs(float(likely[bin_].mean() - right[bin_].mean()))
        for bin_ in _bins(likely, count)
        if len(bin_)
    )


def _bins(likely: np.ndarray, count: int = _BINS) -> list[np.ndarray]:
    at = np.minimum((likely * count).astype(int), count - 1)
    return [np.flatnonzero(at == one) for one in range(count)]


def ranking(likely: np.ndarray, right: np.ndarray) -> float:
    """The share of pairs of a right and a wrong page that are in order (the area under the ROC
    curve)."""
    sure, unsure = likely[right == 1], likely[right == 0]
    if not len(sure) or not len(unsure):
        return float("nan")
    pairs = sure[:, None] - unsure[None, :]
    return float((np.sign(pairs) + 1).mean() / 2)


def report(tables: dict[str, Table]) -> Iterator[str]:
    """The figures of one medium as Markdown: all fields, the curve of the body, and what a
    threshold keeps."""
    likely = {field: out_of_fold(table) for field, table in tables.items()}
    yield from _summary(likely["body"], tables["body"])
    yield ""
    yield "| field | pages | right | mean probability | calibration error | pairs in order |"
    yield "|---|---|---|---|---|---|"
    for field, table in tables.items():
        values, right = likely[field], table.right
        yield (
            f"| {field} | {len(right)} | {right.mean():.3f} | {values.mean():.3f} "
            f"| {calibration_error(values, right):.3f} | {ranking(values, right):.2f} |"
        )
    yield ""
    yield from _curve(likely["body"], tables["body"].right)
    yield ""
    yield from _kept(likely["body"], tables["body"])


def _summary(likely: np.ndarray, table: Table) -> Iterator[str]:
    """What two thresholds keep, in words."""
    kept = likely >= _HIGH
    rest = likely >= np.quantile(likely, _DOUBTFUL_SHARE)
    yield (
        f"`confidence` of {_HIGH} and more keeps {kept.mean():.0%} of the pages at a body F1 of "
        f"{table.quality[kept].mean():.3f}. Without the doubtful tenth, the body F1 is "
        f"{table.quality[rest].mean():.3f} instead of {table.quality.mean():.3f}."
    )


def _curve(likely: np.ndarray, right: np.ndarray) -> Iterator[str]:
    yield "| `confidence` | pages | mean | share of bodies with F1 of .95 and more |"
    yield "|---|---|---|---|"
    for at, bin_ in enumerate(_bins(likely)):
        if len(bin_):
            yield (
                f"| {at / _BINS:.1f} to {(at + 1) / _BINS:.1f} | {len(bin_)} "
                f"| {likely[bin_].mean():.2f} | {right[bin_].mean():.2f} |"
            )


def _kept(likely: np.ndarray, table: Table) -> Iterator[str]:
    yield "| pages kept | share | body F1 | body F1 of the others |"
    yield "|---|---|---|---|"
    tenth = float(np.quantile(likely, _DOUBTFUL_SHARE))
    rows = [("all", 0.0), (f"all but the doubtful tenth (from {tenth:.2f})", tenth)]
    rows += [(f"`confidence` of {least:.1f} and more", least) for least in (0.5, 0.7, 0.8, 0.9)]
    for name, least in rows:
        kept = likely >= least
        others = f"{table.quality[~kept].mean():.3f}" if (~kept).any() else "-"
        yield f"| {name} | {kept.mean():.0%} | {table.quality[kept].mean():.3f} | {others} |"


def weights_of(tables: dict[str, Table]) -> dict[str, Any]:
    """The models of one medium as data, fitted to every fold."""
    found: dict[str, Any] = {}
    for field, table in tables.items():
        bias, weights = fit(table.cues, table.right)
        names = [name for name, _ in CUES[field]]
        found[field] = {
            "bias": _rounded(bias),
            "weights": {
                name: _rounded(weight) for name, weight in zip(names, weights, strict=True)
            },
        }
    return found


def _keep(pages: Sequence[Judged], path: Path) -> None:
    """Write the predictions, one page a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(page.predicted, ensure_ascii=False) for page in pages]
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def _leads(pages: Sequence[Judged]) -> kinds.Leads:
    """The points of the pages, for the fit of the least ones."""
    return kinds.Leads(
        np.array([page.lead for page in pages]),
        np.array([page.is_story for page in pages]),
        np.array([page.fold for page in pages]),
    )


def _rounded(value: float) -> float:
    return float(f"{value:.4g}")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m newsparse.training.confidence", description=__doc__
    )
    parser.add_argument("corpus", type=Path, help="a folder with manifest.jsonl and its pages")
    parser.add_argument("--models", type=Path, required=True, help="the folder of fold models")
    parser.add_argument(
        "--media",
        choices=[media.value for media in Media],
        action="append",
        help="one medium alone; default: both",
    )
    parser.add_argument(
        "--predictions", type=Path, help="a folder that keeps html.jsonl and text.jsonl"
    )
    parser.add_argument("--write", action="store_true", help="write the weights and the figures")
    chosen = parser.parse_args(arguments)
    data: dict[str, Any] = json.loads(WEIGHTS.read_text("utf-8")) if WEIGHTS.exists() else {}
    pages = list(samples(chosen.corpus))
    for media in [Media(name) for name in chosen.media or [media.value for media in Media]]:
        with ProcessPoolExecutor(2) as pool:
            run = partial(judge, media=media, folder=chosen.models)
            found = list(pool.map(run, pages, chunksize=16))
        if chosen.predictions is not None:
            _keep(found, chosen.predictions / f"{media.value}.jsonl")
        tables = {field: Table.of(found, field) for field in CUES}
        text = "\n".join(report(tables))
        print(f"## {media.value}\n\n{text}\n")
        print("\n".join(kinds.report(_leads(found))), end="\n\n", flush=True)
        if chosen.write:
            data[media.value] = weights_of(tables)
            replaced(DOCS, media.value, text)
    if chosen.write:
        WEIGHTS.parent.mkdir(exist_ok=True)
        WEIGHTS.write_text(json.dumps(data, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
