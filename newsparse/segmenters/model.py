"""Learned scorers: weights are data, and every score names its cues.

Two kinds. An `Additive` model sums one number a cue (a step function of a column, a weight of a
bit), so its strongest cues are simply its largest terms. A `Forest` sums small decision trees. Both
give a probability. `newsparse.training` fits them and writes the files in `weights/`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import resources
from typing import Any

import attrs

from newsparse.segmenters.sums import Core

Table = Sequence[Sequence[float]]
"""Columns over the same blocks."""
Masks = tuple[int, int, int]
Cue = tuple[float, str, str]
"""How weak a cue is (the loudest first), its name, and how it is shown."""


def probability(margin: float) -> float:
    """The probability that a log-odds margin stands for.

    >>> probability(0.0), probability(1000.0)
    (0.5, 1.0)
    """
    if margin < -700:
        return 0.0
    return 1.0 / (1.0 + math.exp(-margin))


@attrs.frozen(eq=False)
class Additive:
    """A sum of one term a cue."""

    used: frozenset[str]
    """Names of the columns that it reads."""
    sums: Callable[..., list[float]]
    """The bias and the steps of many blocks summed up, from the columns that are stepped."""
    loudest: Callable[..., list[list[int]]]
    """The ranks of the loudest cues of rows."""
    stepped: tuple[int, ...]
    """The columns that are stepped."""
    bits: tuple[tuple[tuple[int, float], ...], ...]
    """For each column of bits: bit, its weight."""
    ranked: tuple[tuple[int, int, tuple[float, ...], tuple[int, ...]], ...]
    """The loudest rank of a column, the column, the edges of its steps, and the rank of the cue
    that each step is; columns of the loudest cues first."""
    ranked_bits: tuple[tuple[tuple[int, int], ...], ...]
    """For each column of bits: bit, and the rank of the cue that it is."""
    names: tuple[str, ...]
    """How the cue of each rank is shown, the loudest first."""

    @classmethod
    def from_data(
        cls,
        data: dict[str, Any],
        columns: Sequence[str],
        masks: Sequence[str],
        groups: dict[str, int],
        core: Core,
    ) -> Additive:
        steps = [
            (name, tuple(step["edges"]), tuple(step["values"]))
            for name, step in data["steps"].items()
        ]
        bits: list[list[tuple[int, str, float]]] = [[] for _ in masks]
        for name, value in data["bits"].items():
            mask, _, group = name.partition(":")
            bits[masks.index(mask)].append((groups[group], name, value))
        stepped = tuple(columns.index(name) for name, _, _ in steps)
        cues = {_cue(name, value) for name, _, values in steps for value in values} | {
            _cue(name, value) for column in bits for _, name, value in column
        }
        rank = {cue: at for at, cue in enumerate(sorted(cues))}
        ranked = [
            (column, edges, tuple(rank[_cue(name, value)] for value in values))
            for column, (name, edges, values) in zip(stepped, steps, strict=True)
        ]
        return cls(
            used=frozenset(data["steps"]),
            sums=core.steps(data["bias"], [(edges, values) for _, edges, values in steps]),
            loudest=core.loudest,
            stepped=stepped,
            bits=tuple(tuple((bit, value) for bit, _, value in column) for column in bits),
            ranked=tuple(
                sorted((min(ranks), column, edges, ranks) for column, edges, ranks in ranked)
            ),
            ranked_bits=tuple(
                tuple((bit, rank[_cue(name, value)]) for bit, name, value in column)
                for column in bits
            ),
            names=tuple(name for _, _, name in sorted(cues)),
        )

    def margins(self, table: Table, masks: Sequence[Masks]) -> list[float]:
        """The log-odds of many blocks, from their columns and masks."""
        totals = self.sums(*[table[column] for column in self.stepped])
        for which, bits in enumerate(self.bits):
            if not bits:
                continue
            column = [mask[which] for mask in masks]
            known = {
                mask: sum([weight for bit, weight in bits if mask & bit]) for mask in set(column)
            }
            totals = [total + known[mask] for total, mask in zip(totals, column, strict=True)]
        return totals

    def cues(
        self, table: Table, rows: Sequence[int], masks: Sequence[Masks], most: int = 3
    ) -> list[list[str]]:
        """The cues that speak loudest for (+) or against (-) the blocks of some rows, which have
        these masks; loudest first."""
        stepped = [
            (loudest, table[column], edges, steps) for loudest, column, edges, steps in self.ranked
        ]
        silent = len(self.names)
        of_mask = {
            mask: sorted([*self._set_bits(mask), *[silent] * most])[:most] for mask in set(masks)
        }
        found = self.loudest(stepped, rows, [of_mask[mask] for mask in masks], most)
        return [[self.names[rank] for rank in ranks if rank != silent] for ranks in found]

    def _set_bits(self, masks: Masks) -> list[int]:
        """The ranks of the cues that set bits are."""
        return [
            rank
            for column, mask in zip(self.ranked_bits, masks, strict=True)
            if mask
            for bit, rank in column
            if mask & bit
        ]


def _cue(name: str, value: float) -> Cue:
    return -abs(value), name, f"{'+' if value > 0 else '-'}{name}"


@attrs.frozen(eq=False)
class Forest:
    """A sum of small decision trees.

    A tree is data: a leaf is a number; an inner node `[column, threshold, low, high]` goes low
    where the column is at most the threshold; where the column is a bit (`within:comment`), low is
    "not set".
    """

    used: frozenset[str]
    """Names of the columns, and of columns with a bit, that it reads."""
    sums: Callable[..., list[float]]
    """The bias and the trees of many blocks summed up, from the columns that it reads."""
    read: tuple[int, ...]
    """The columns that it reads, those of bits after all others."""

    @classmethod
    def from_data(
        cls,
        data: dict[str, Any],
        columns: Sequence[str],
        masks: Sequence[str],
        groups: dict[str, int],
        core: Core,
    ) -> Forest:
        used = frozenset(_used(data["trees"]))
        named = {name.partition(":")[0] for name in used}
        read = {name: at for at, name in enumerate((*columns, *masks)) if name in named}
        return cls(
            used,
            core.trees(
                data["bias"],
                data["trees"],
                [name for name in columns if name in named],
                [name for name in masks if name in named],
                groups,
            ),
            tuple(read.values()),
        )

    def margins(self, table: Table) -> list[float]:
        """The log-odds of many blocks, from their columns followed by those of bits."""
        return self.sums(*[table[column] for column in self.read])


def _used(trees: Sequence[Any]) -> Iterator[str]:
    """The column of every inner node."""
    for tree in trees:
        if isinstance(tree, list):
            yield tree[0]
            yield from _used(tree[2:])


@cache
def load(name: str) -> dict[str, Any]:
    """The weights shipped under a name, as data."""
    path = resources.files("newsparse.segmenters").joinpath("weights", f"{name}.json")
    return dict(json.loads(path.read_text("utf-8")))
