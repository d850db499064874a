"""What a first guess at every block says of its neighbours: the cues of the second stage."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from itertools import accumulate
from operator import mul
from typing import Final

from newsparse.segmenters.feature_page import since, until
from newsparse.segmenters.scene import Scene

CONTEXT: Final = (
    "guess",
    "guess_before1",
    "guess_before2",
    "guess_before3",
    "guess_after1",
    "guess_after2",
    "guess_after3",
    "share_before",
    "share_through",
    "mean_near",
    "mean_wide",
    "group_mean",
    "group_part",
    "signature_mean",
    "signature_part",
    "node_mean",
    "node_part",
    "page_mass",
    "page_share",
    "page_best",
    "to_sure_before",
    "to_sure_after",
)
"""Names of the columns that follow those of `features.FEATURES`."""
_NEAR_BLOCKS, _WIDE_BLOCKS = 3, 8
_LONGEST_COUNTED: Final = 200.0
_SURE_GUESS: Final = 0.8
_SHORTEST_SURE: Final = 80.0
_FARTHEST: Final = 20.0
_NO_GUESS: Final = [-0.05] * 3
"""Guesses at the blocks before the first and after the last."""
_MOST_MASS: Final = math.log1p(12_000.0)


def columns(scene: Scene, guesses: list[float], wanted: list[int]) -> list[Sequence[float]]:
    """The columns of context over the wanted blocks, in the order of `CONTEXT`, given a first
    probability of every block."""
    lengths = scene.lengths
    many = len(wanted)
    masses = list(map(mul, guesses, lengths))
    through = list(accumulate(masses, initial=0.0))
    total = through[-1] + 1.0
    capped = [length if length < _LONGEST_COUNTED else _LONGEST_COUNTED for length in lengths]
    top = list(accumulate(map(mul, guesses, capped), initial=0.0))
    under = list(accumulate(capped, initial=0.0))
    nodes = [block.node for block in scene.blocks]
    signature = scene.page.outline.signature
    sure = [
        at
        for at, guess in enumerate(guesses)
        if guess > _SURE_GUESS and lengths[at] > _SHORTEST_SURE
    ]
    padded = [*_NO_GUESS, *guesses, *_NO_GUESS]
    return [
        *[[padded[at + steps] for at in wanted] for steps in (3, 2, 1, 0, 4, 5, 6)],
        [(through[at + 1] - masses[at]) / total for at in wanted],
        [through[at + 1] / total for at in wanted],
        _windows(top, under, _NEAR_BLOCKS, wanted),
        _windows(top, under, _WIDE_BLOCKS, wanted),
        *_means(scene.group, masses, lengths, wanted, total),
        *_means([signature[node] for node in nodes], masses, lengths, wanted, total),
        *_means(nodes, masses, lengths, wanted, total),
        [min(_MOST_MASS, math.log1p(total))] * many,
        [sum([guess >= 0.5 for guess in guesses]) / len(guesses)] * many,
        [max(guesses)] * many,
        since(sure, [at - 1 for at in wanted], _FARTHEST),
        until(sure, [at + 1 for at in wanted], _FARTHEST),
    ]


def _windows(top: list[float], under: list[float], reach: int, wanted: list[int]) -> list[float]:
    """The mean guess from that many blocks before each wanted block to that many after it, from
    running sums over all blocks."""
    width = 2 * reach + 1
    top = [*[0.0] * reach, *top, *[top[-1]] * reach]
    under = [*[0.0] * reach, *under, *[under[-1]] * reach]
    return [
        (top[at + width] - top[at]) / length if (length := under[at + width] - under[at]) else 0.0
        for at in wanted
    ]


def _means(
    names: Sequence[Hashable],
    masses: list[float],
    lengths: list[float],
    wanted: list[int],
    total: float,
) -> tuple[list[float], list[float]]:
    """Of the wanted blocks: the mean guess among all blocks of the same name, and the part that
    these hold of the page's mass."""
    of_wanted = [names[at] for at in wanted]
    mass_of: dict[Hashable, float] = dict.fromkeys(of_wanted, 0.0)
    length_of = mass_of.copy()
    for name, mass, length in zip(names, masses, lengths, strict=True):
        if name in mass_of:
            mass_of[name] += mass
            length_of[name] += length
    mean_of = {
        name: mass / length if (length := length_of[name]) else 0.0
        for name, mass in mass_of.items()
    }
    return [mean_of[name] for name in of_wanted], [mass_of[name] / total for name in of_wanted]
