"""`python -m newsparse.training.sites CORPUS... --models FOLDER`: fit the weights of the site cues.

Each page of a domain with others is read with what the others teach: all of them, and some of them,
so that the weights hold for few pages too. The body is scored by fold models
(`python -m newsparse.training --predictions FILE --models FOLDER` writes them), so that no page is
scored by weights that saw it. A logistic regression over the cues, with the log-odds of the body
model as its offset, gives the weights of `segmenters/weights/site.json`.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from typing import Final

import attrs
import numpy as np

from newsparse.assemble.article import article
from newsparse.benchmark.corpus import FOLDS, Sample, samples
from newsparse.learning.observe import Observation, observation
from newsparse.learning.site import known_of
from newsparse.page import NOWHERE, Media
from newsparse.parser import GENERIC, Parser
from newsparse.segmenters.scene import Scene, scene_of
from newsparse.segmenters.scoring import Models, first_stage, second_stage
from newsparse.segmenters.site_cues import CUES, FOR_BODY, SitePage, columns, index_of
from newsparse.training.__main__ import WEIGHTS
from newsparse.training.align import labels

_RIDGE: Final = 3.0
_STEPS: Final = 20
_PARTS_OF_STEP: Final = (1.0, 0.5, 0.25, 0.1, 0.02)
_PARTS: Final = (1, 2, 4)
"""Numbers of other pages that a page is read with, beside all of them."""
_MOST_OTHERS: Final = 30
_RESERVED: Final = ".example"
"""The top-level domain of pages whose site is not known."""


@attrs.frozen(eq=False)
class Scored:
    """A page, what it teaches of its site, and how sure the body model is of its blocks."""

    sample: Sample
    seen: Observation
    scene: Scene
    values: list[float]
    wanted: list[int]
    labels: list[int | None]


@attrs.frozen(eq=False)
class Rows:
    """The blocks of one page, read with some others: cues, offsets, labels, weights."""

    fold: int
    cues: np.ndarray
    offsets: np.ndarray
    labels: np.ndarray
    weights: np.ndarray


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m newsparse.training.sites", description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", help="folders with a manifest.jsonl")
    parser.add_argument("--models", type=Path, required=True, help="the fold models of HTML")
    chosen = parser.parse_args(arguments)
    rows = [row for domain in _domains(chosen.folders, chosen.models) for row in _rows(domain)]
    for fold in range(FOLDS):
        weights = fit([row for row in rows if row.fold != fold])
        print(fold, json.dumps(weights))
    path = WEIGHTS / "site.json"
    path.write_text(json.dumps({"weights": fit(rows)}) + "\n", "utf-8")
    print(f"{path}: learned from {len(rows)} readings")


def _domains(folders: Sequence[Path], models: Path) -> Iterator[list[Scored]]:
    """The pages of each domain that has several."""
    found = [sample for folder in folders for sample in samples(folder)]
    known = [one for one in found if one.domain and not one.domain.endswith(_RESERVED)]
    many = Counter(one.domain for one in known)
    wanted = sorted(
        (one for one in known if many[one.domain] > 1), key=lambda one: (one.domain, one.id)
    )
    with ProcessPoolExecutor(2) as pool:
        scored = pool.map(partial(_scored, models=models), wanted, chunksize=16)
        for _, pages in groupby(
            (page for page in scored if page is not None), key=lambda page: page.sample.domain
        ):
            yield list(pages)


@cache
def _models(folder: Path, fold: int) -> Models:
    data = json.loads((folder / f"{Media.HTML.value}-{fold}.json").read_text("utf-8"))
    return Models.from_data(data)


def _scored(sample: Sample, models: Path) -> Scored | None:
    parser = Parser(models=_models(models, sample.fold))
    context = parser.context(sample.page(Media.HTML), GENERIC, sample.url)
    if context.page.media is not Media.HTML or not context.page.blocks:
        return None
    seen = observation(context, article(context))
    page = attrs.evolve(context.page, locator=NOWHERE)
    scene = scene_of(page)
    weights = _models(models, sample.fold)
    guesses, wanted, table = first_stage(scene, weights.first, weights.second.used)
    values = second_stage(scene, weights.second, guesses, wanted, table)
    gold = sample.gold
    found: list[int | None] = [None] * len(page.blocks)
    if "body" in gold or "body_text" in gold:
        found = labels(page, gold)
    return Scored(sample, seen, scene, values, wanted, found)


def _rows(domain: list[Scored]) -> Iterator[Rows]:
    """The pages of a domain, each read with all of the others and with some of them."""
    chance = random.Random(domain[0].sample.domain)
    for page in domain:
        if 1 not in page.labels:
            continue
        others = [one.seen for one in domain if one is not page]
        sizes = sorted({min(len(others), size) for size in (*_PARTS, _MOST_OTHERS)})
        for size in sizes:
            found = _row(page, chance.sample(others, size))
            if found is not None:
                yield attrs.evolve(
                    found, weights=found.weights / math.sqrt(len(domain) * len(sizes))
                )


def _row(page: Scored, others: Sequence[Observation]) -> Rows | None:
    beside = SitePage(page.scene, index_of(known_of(others)), page.values, page.wanted)
    rows = beside.rows
    keep = [place for place, at in enumerate(rows) if page.labels[at] is not None]
    if beside.pages < 1 or not keep:
        return None
    weights = np.array([math.log1p(page.scene.lengths[rows[place]]) / 4 for place in keep])
    return Rows(
        page.sample.fold,
        np.array(columns(beside), dtype=np.float64).T[keep],
        np.array(beside.margins)[keep],
        np.array([float(page.labels[rows[place]] or 0) for place in keep]),
        weights * 5 / math.sqrt(weights.sum() + 1e-9),
    )


def fit(rows: Sequence[Rows]) -> dict[str, float]:
    """The weight of each cue, below 0 for those against body, else above: Newton's method with
    shortened steps, and a small penalty on large weights."""
    cues = np.concatenate([row.cues for row in rows])
    offsets = np.concatenate([row.offsets for row in rows])
    known = np.concatenate([row.labels for row in rows])
    share = np.concatenate([row.weights for row in rows])

    def guess(weights: np.ndarray) -> np.ndarray:
        found: np.ndarray = 1 / (1 + np.exp(-np.clip(offsets + cues @ weights, -30, 30)))
        return found

    def loss(weights: np.ndarray) -> float:
        right = np.where(known > 0, guess(weights), 1 - guess(weights))
        penalty = _RIDGE * float(weights @ weights) / 2
        return penalty - float(share @ np.log(np.maximum(right, 1e-12)))

    sign = np.array([1.0 if name in FOR_BODY else -1.0 for name in CUES])
    found = np.zeros(len(CUES))
    for _ in range(_STEPS):
        here = guess(found)
        slope = cues.T @ (share * (known - here)) - _RIDGE * found
        curve = (cues * (share * here * (1 - here))[:, None]).T @ cues
        step = np.linalg.solve(curve + _RIDGE * np.eye(len(CUES)), slope)
        tried = [sign * np.maximum(sign * (found + step * part), 0.0) for part in _PARTS_OF_STEP]
        found = min((found, *tried), key=loss)
    return {name: round(float(weight), 3) for name, weight in zip(CUES, found, strict=True)}


if __name__ == "__main__":
    main()
