"""What a first guess at every block says of its neighbours: the cues of the second stage."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from typing import Final

from newsparse.segmenters.scene import Scene

CONTEXT: Final = tuple(
    "guess guess_before1 guess_before2 guess_before3 guess_after1 guess_after2 guess_after3 share_before share_through "
    "mean_near mean_wide group_mean group_part signature_mean signature_part node_mean node_part "
    "page_mass page_share page_best to_sure_before to_sure_after".split()
)
"""Names of the columns that follow those of `features.FEATURES`."""

_NEAR, _WIDE = 3, 8
_CAP: Final = 200.0
_SURE: Final = 0.8
_SURE_WEIGHT: Final = 80.0
_FAR: Final = 20.0
_MUCH: Final = math.log1p(12_000.0)


def context(scene: Scene, guesses: list[float], wanted: list[int]) -> list[list[float]]:
    """The context of the wanted blocks, given a first probability of every block."""
    weights = scene.weights
    size = len(guesses)
    masses = [guess * weight for guess, weight in zip(guesses, weights, strict=True)]
    through = _running(masses)
    total = through[-1] + 1.0
    capped = [min(weight, _CAP) for weight in weights]
    top = _running([guess * weight for guess, weight in zip(guesses, capped, strict=True)])
    under = _running(capped)
    by_group = _means(scene.group, masses, weights)
    signatures = [scene.page.outline.signature[block.node] for block in scene.blocks]
    by_signature = _means(signatures, masses, weights)
    nodes = [block.node for block in scene.blocks]
    by_node = _means(nodes, masses, weights)
    before, after = _to_sure(guesses, weights)
    page = [min(_MUCH, math.log1p(total)), sum(guess >= 0.5 for guess in guesses) / size, max(guesses)]
    padded = [-0.05] * 3 + guesses + [-0.05] * 3
    found: list[list[float]] = []
    for at in wanted:
        here = at + 3
        row = [padded[here], padded[here - 1], padded[here - 2], padded[here - 3], padded[here + 1], padded[here + 2], padded[here + 3]]
        row += [(through[at + 1] - masses[at]) / total, through[at + 1] / total]
        row += [_window(top, under, at, reach) for reach in (_NEAR, _WIDE)]
        for means, name in ((by_group, scene.group[at]), (by_signature, signatures[at]), (by_node, nodes[at])):
            mass, weight = means[name]
            row += [mass / weight if weight else 0.0, mass / total]
        row += page
        row += [before[at], after[at]]
        found.append(row)
    return found


def _running(values: list[float]) -> list[float]:
    """Sums of the values before each place, and of all of them."""
    sums = [0.0]
    for value in values:
        sums.append(sums[-1] + value)
    return sums


def _window(top: list[float], under: list[float], at: int, reach: int) -> float:
    low, high = max(0, at - reach), min(len(top) - 1, at + reach + 1)
    weight = under[high] - under[low]
    return (top[high] - top[low]) / weight if weight else 0.0


def _means(names: Sequence[Hashable], masses: list[float], weights: list[float]) -> dict[Hashable, tuple[float, float]]:
    found: dict[Hashable, tuple[float, float]] = {}
    for name, mass, weight in zip(names, masses, weights, strict=True):
        one, other = found.get(name, (0.0, 0.0))
        found[name] = (one + mass, other + weight)
    return found


def _to_sure(guesses: list[float], weights: list[float]) -> tuple[list[float], list[float]]:
    """Blocks from each block to the nearest sure and long one before and after it."""
    sure = [guess > _SURE and weight > _SURE_WEIGHT for guess, weight in zip(guesses, weights, strict=True)]
    before: list[float] = []
    count = _FAR
    for found in sure:
        before.append(min(count, _FAR))
        count = 0.0 if found else count + 1
    after: list[float] = []
    count = _FAR
    for found in reversed(sure):
        after.append(min(count, _FAR))
        count = 0.0 if found else count + 1
    return before, after[::-1]
