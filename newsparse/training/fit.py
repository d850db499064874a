"""Fits the two stages of a body model with LightGBM and writes them as plain data."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final

import attrs
import lightgbm
import numpy as np

from newsparse.benchmark.corpus import FOLDS, Sample
from newsparse.lexicon.classwords import BITS
from newsparse.page import NOWHERE, Media
from newsparse.read import read
from newsparse.segmenters import features, neighbours, regions, sums
from newsparse.segmenters.model import Additive
from newsparse.segmenters.scene import Scene, scene_of
from newsparse.segmenters.scoring import around, candidates, first_stage, in_doubt, masks_of
from newsparse.training.align import labels, segment_labels

_CONTEXT: Final = (*neighbours.CONTEXT, *regions.REGIONS)
_BITS: Final = tuple(f"{mask}:{group}" for mask in features.MASKS for group in BITS)
_COMMON: Final = {
    "objective": "binary",
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "feature_fraction": 0.5,
    "lambda_l2": 5.0,
    "verbose": -1,
    "num_threads": 1,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
}
_FIRST: Final = {**_COMMON, "num_leaves": 2, "learning_rate": 0.3, "min_data_in_leaf": 60}
_SECOND: Final = {**_COMMON, "num_leaves": 16, "learning_rate": 0.1, "min_data_in_leaf": 80}
_FIRST_ROUNDS, _SECOND_ROUNDS = 300, 100
_FEWEST_DOMAINS: Final = 5
_KNOWN: Final = frozenset(("body", "body_text", "with"))
"""What a gold says of the body: paragraphs, a text, or segments that are part of it."""


@attrs.frozen(eq=False)
class Prepared:
    """What is learned from one page: its scene, candidates, features and labels."""

    sample: Sample
    scene: Scene
    wanted: list[int]
    rows: np.ndarray
    labels: np.ndarray
    weights: np.ndarray
    first: bool
    """Whether the first stage learns from it as well: a page of the corpus with a whole body."""


def prepare(sample: Sample, media: Media, weight: float = 1.0) -> Prepared | None:
    """One page of the corpus, and what it counts; None where its gold says nothing of the body."""
    known = _KNOWN & sample.gold.keys()
    if not known:
        return None
    page = attrs.evolve(
        read(sample.page(media), url=sample.url, media=media.value), locator=NOWHERE
    )
    if not page.blocks:
        return None
    scene = scene_of(page)
    wanted = candidates(scene)
    label = segment_labels if known == {"with"} else labels
    found = label(page, sample.gold)
    keep = [at for at, index in enumerate(wanted) if found[index] is not None]
    if not keep:
        return None
    rows = features.rows(scene, wanted)
    full = np.array(
        [[*row, *_bits(scene, index)] for row, index in zip(rows, wanted, strict=True)],
        dtype=np.float32,
    )
    weights = np.array([math.log1p(scene.lengths[index]) / 4 for index in wanted])
    weights *= 5 * weight / math.sqrt(weights.sum())
    given = np.array([-1.0 if (one := found[index]) is None else float(one) for index in wanted])
    first = weight == 1.0 and known != {"with"}
    return Prepared(sample, scene, wanted, full, given, weights, first)


def _bits(scene: Scene, index: int) -> list[float]:
    masks = masks_of(scene.blocks[index])
    return [float(bool(mask & bit)) for mask in masks for bit in BITS.values()]


def fit(pages: Sequence[Prepared]) -> dict[str, Any]:
    """The data of both stages, from these pages.

    The second stage learns from predictions of the first on pages that the first did not see.
    """
    guesses: dict[str, list[float]] = {}
    for fold in sorted({page.sample.fold for page in pages}):
        others = [page for page in pages if page.sample.fold != fold]
        model = _additive(_first(others))
        for page in pages:
            if page.sample.fold == fold:
                guesses[page.sample.id] = first_stage(page.scene, model)[0]
    return {"first": _first(pages), "second": _second(pages, guesses)}


def _additive(data: dict[str, Any]) -> Additive:
    return Additive.from_data(data, features.FEATURES, features.MASKS, BITS, sums.CORE)


def _train(
    rows: np.ndarray, pages: Sequence[Prepared], settings: dict[str, Any], rounds: int
) -> lightgbm.Booster:
    known = np.concatenate([page.labels for page in pages])
    weights = np.concatenate([page.weights for page in pages])
    keep = known >= 0
    data = lightgbm.Dataset(rows[keep], known[keep], weight=weights[keep])
    return lightgbm.train(settings, data, rounds)


def _usable(pages: Sequence[Prepared]) -> np.ndarray:
    """Columns that vary on enough sites to be useful on others."""
    sites: dict[str, np.ndarray] = {}
    for page in pages:
        seen = page.rows.min(axis=0) != page.rows.max(axis=0)
        site = page.sample.domain
        sites[site] = sites.get(site, np.zeros(len(seen), dtype=bool)) | seen
    usable: np.ndarray = np.sum(list(sites.values()), axis=0) >= _FEWEST_DOMAINS
    return usable


def _first(pages: Sequence[Prepared]) -> dict[str, Any]:
    """The data of the first stage. It does without the cues of regions: it cannot hold them
    against the neighbours."""
    pages = [page for page in pages if page.first]
    names = (*features.FEATURES, *_BITS)
    judged = np.array([name not in features.REGIONAL for name in names])
    usable = np.flatnonzero(_usable(pages) & judged)
    rows = np.concatenate([page.rows[:, usable] for page in pages])
    model = _train(rows, pages, _FIRST, _FIRST_ROUNDS)
    return _as_terms(model, [names[at] for at in usable])


def _as_terms(model: lightgbm.Booster, names: Sequence[str]) -> dict[str, Any]:
    """Trees of one split are a sum of steps: all splits of a column become one."""
    bias = 0.0
    steps: dict[str, list[tuple[float, float, float]]] = {}
    for tree in model.dump_model()["tree_info"]:
        node = tree["tree_structure"]
        if "leaf_value" in node:
            bias += node["leaf_value"]
            continue
        low, high = node["left_child"]["leaf_value"], node["right_child"]["leaf_value"]
        steps.setdefault(names[node["split_feature"]], []).append((node["threshold"], low, high))
    data: dict[str, Any] = {"bias": 0.0, "steps": {}, "bits": {}}
    for name, splits in sorted(steps.items()):
        base = sum(low for _, low, _ in splits)
        if ":" in name:
            bias += base
            data["bits"][name] = _rounded(sum(high - low for _, low, high in splits))
            continue
        edges = sorted({threshold for threshold, _, _ in splits})
        values = [
            base + sum(high - low for threshold, low, high in splits if threshold <= edge)
            for edge in edges
        ]
        data["steps"][name] = {
            "edges": [_rounded(edge) for edge in edges],
            "values": [_rounded(base), *map(_rounded, values)],
        }
    data["bias"] = _rounded(bias)
    return data


def _second(pages: Sequence[Prepared], guesses: dict[str, list[float]]) -> dict[str, Any]:
    names = (*features.FEATURES, *_BITS, *_CONTEXT)
    usable = np.concatenate([_usable(pages), np.ones(len(_CONTEXT), dtype=bool)])
    parts = []
    for page in pages:
        context = around(page.scene, guesses[page.sample.id], page.wanted)
        parts.append(np.concatenate([page.rows, np.array(context, dtype=np.float32).T], axis=1))
    columns = np.flatnonzero(usable)
    model = _train(
        np.concatenate(parts)[:, columns],
        [_doubted(page, guesses[page.sample.id]) for page in pages],
        _SECOND,
        _SECOND_ROUNDS,
    )
    shown = [names[at] for at in columns]
    trees = [_as_tree(tree["tree_structure"], shown) for tree in model.dump_model()["tree_info"]]
    return {"bias": 0.0, "trees": trees}


def _doubted(page: Prepared, guesses: list[float]) -> Prepared:
    """A page with known labels where the second stage is used."""
    asked = np.zeros(len(page.wanted), dtype=bool)
    asked[in_doubt(guesses, page.wanted)] = True
    return attrs.evolve(page, labels=np.where(asked, page.labels, -1.0))


def _as_tree(node: dict[str, Any], names: Sequence[str]) -> Any:
    if "leaf_value" in node:
        return _rounded(node["leaf_value"])
    low, high = _as_tree(node["left_child"], names), _as_tree(node["right_child"], names)
    return [names[node["split_feature"]], _rounded(node["threshold"]), low, high]


def _rounded(value: float) -> float:
    return float(f"{value:.5g}")


__all__ = ["FOLDS", "Prepared", "fit", "prepare"]
