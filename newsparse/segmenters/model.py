"""Learned scorers, evaluated in plain Python: weights are data, and every score names its cues.

Two kinds. An `Additive` model sums one number a cue (a step function of a column, a weight of a bit),
so its strongest cues are simply its largest terms. A `Forest` sums small decision trees. Both
give a probability. `newsparse.training` fits them and writes the files in `weights/`.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from heapq import nsmallest
from importlib import resources
from typing import Any

import attrs

Row = Sequence[float]
Masks = tuple[int, int, int]
Cue = tuple[float, str, str]
"""How weakly a cue speaks (the loudest first), its name, and how it is shown."""


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

    bias: float
    steps: tuple[tuple[int, str, tuple[float, ...], tuple[float, ...]], ...]
    """Column, its name, the edges of its steps, and a value a step."""
    ranked: tuple[tuple[int, tuple[float, ...], tuple[Cue, ...]], ...]
    """Column, edges, and the cue that each step is."""
    bits: tuple[tuple[tuple[int, str, float], ...], ...]
    """For each column of bits: bit, its name, its weight."""
    spoken: tuple[tuple[tuple[int, Cue], ...], ...]
    """For each column of bits: bit, and the cue that it is."""

    @classmethod
    def from_data(cls, data: dict[str, Any], columns: Sequence[str], masks: Sequence[str], groups: dict[str, int]) -> Additive:
        steps = tuple(
            (columns.index(name), name, tuple(step["edges"]), tuple(step["values"])) for name, step in data["steps"].items()
        )
        bits: list[list[tuple[int, str, float]]] = [[] for _ in masks]
        for name, value in data["bits"].items():
            mask, _, group = name.partition(":")
            bits[masks.index(mask)].append((groups[group], name, value))
        ranked = tuple((column, edges, tuple(_cue(name, value) for value in values)) for column, name, edges, values in steps)
        spoken = tuple(tuple((bit, _cue(name, weight)) for bit, name, weight in column) for column in bits)
        return cls(data["bias"], steps, ranked, tuple(map(tuple, bits)), spoken)

    def margin(self, row: Row, masks: Masks, known: dict[tuple[int, int], float]) -> float:
        """The log-odds of one block; `known` keeps the sums of masks that a page repeats."""
        total = self.bias
        for column, _, edges, values in self.steps:
            total += values[bisect_left(edges, row[column])]
        for which, mask in enumerate(masks):
            if mask:
                sum_ = known.get((which, mask))
                if sum_ is None:
                    sum_ = known[which, mask] = sum(weight for bit, _, weight in self.bits[which] if mask & bit)
                total += sum_
        return total

    def cues(self, row: Row, masks: Masks, most: int = 3) -> tuple[str, ...]:
        """The cues that speak loudest for (+) or against (-) a block, loudest first."""
        terms = [cues[bisect_left(edges, row[column])] for column, edges, cues in self.ranked]
        terms += [cue for column, mask in zip(self.spoken, masks, strict=True) if mask for bit, cue in column if mask & bit]
        return tuple(shown for _, _, shown in nsmallest(most, terms))


def _cue(name: str, value: float) -> Cue:
    return -abs(value), name, f"{'+' if value > 0 else '-'}{name}"


@attrs.frozen(eq=False)
class Forest:
    """A sum of small decision trees, written as one Python expression a tree and compiled once.

    A tree is data: a leaf is a number; an inner node `[column, threshold, low, high]` goes low where
    the column is at most the threshold; where the column is a bit (`within:comment`), low is "not set".
    """

    margin: Callable[[Row], float]
    """The log-odds of one block, from its columns followed by its masks."""

    @classmethod
    def from_data(cls, data: dict[str, Any], columns: Sequence[str], masks: Sequence[str], groups: dict[str, int]) -> Forest:
        names = [f"c{at}" for at in range(len(columns))] + [f"m{at}" for at in range(len(masks))]
        test_of = {name: f"c{at}<={{}}" for at, name in enumerate(columns)}
        test_of.update(
            {f"{mask}:{group}": f"not m{at}&{value}" for at, mask in enumerate(masks) for group, value in groups.items()}
        )
        terms = "\n".join(f" t+={_expression(tree, test_of)}" for tree in data["trees"])
        source = f"def margin(row):\n {','.join(names)}=row\n t={data['bias']!r}\n{terms}\n return t\n"
        scope: dict[str, Any] = {}
        exec(compile(source, "<forest>", "exec"), scope)  # the source holds numbers and column names of our own making
        return cls(scope["margin"])


def _expression(node: Any, test_of: dict[str, str]) -> str:
    """A tree as a conditional expression of numbers and known columns; anything else raises."""
    if not isinstance(node, list):
        return repr(float(node))
    column, threshold, low, high = node
    test = test_of[column].format(repr(float(threshold)))
    return f"({_expression(low, test_of)} if {test} else {_expression(high, test_of)})"


@cache
def load(name: str) -> dict[str, Any]:
    """The weights shipped under a name, as data."""
    path = resources.files("newsparse.segmenters").joinpath("weights", f"{name}.json")
    return dict(json.loads(path.read_text("utf-8")))

