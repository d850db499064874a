"""The sums of learned scorers, which have a compiled form: that form where it was built, else plain
Python.

Plain Python writes a model as one expression and compiles it once.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

Sums = Callable[..., list[float]]
"""From columns over the same blocks to a sum for each block."""
Stepped = tuple[int, Sequence[float], tuple[float, ...], tuple[int, ...]]
"""The loudest rank of a column, the column, the edges of its steps, and the rank of each step."""


def steps(bias: float, steps: list[tuple[Sequence[float], Sequence[float]]]) -> Sums:
    """The sum of a bias and a step function of each column, given their edges and values.

    >>> steps(1.0, [([0.5], [2.0, 3.0])])([0.5, 0.6])
    [3.0, 4.0]
    """
    names = [f"c{at}" for at in range(len(steps))]
    terms = [_stepped(name, *step) for name, step in zip(names, steps, strict=True)]
    return _compiled(names, bias, terms)


def trees(
    bias: float,
    trees: list[Any],
    columns: Sequence[str],
    masks: Sequence[str],
    groups: Mapping[str, int],
) -> Sums:
    """The sum of a bias and of decision trees, from columns of numbers and then of bits.

    >>> tree = ["size", 2.0, 1.0, ["own:note", 0.0, 3.0, 5.0]]
    >>> trees(0.0, [tree], ["size"], ["own"], {"note": 4})([1, 9, 9], [0, 1, 4])
    [1.0, 3.0, 5.0]
    """
    nodes = sorted(set(_nodes(trees)))
    place = {name: at for at, name in enumerate((*columns, *masks))}
    tests = {
        (name, threshold): f"c{place[name]}<={float(threshold)!r}"
        for name, threshold in nodes
        if name in place
    }
    once: list[str] = []
    each: list[str] = []
    for mask in masks:  # a page repeats few masks: the bits of each are tested once
        column = place[mask]
        bits = [node for node in nodes if node[0].startswith(f"{mask}:")]
        tests.update({node: f"b{column}_{at}" for at, node in enumerate(bits)})
        unset = "".join(f"not mask&{groups[name.partition(':')[2]]}," for name, _ in bits)
        once.append(f"bits{column}={{mask:({unset}) for mask in set(_c{column})}}")
        each.append(f"{','.join(tests[node] for node in bits)},=bits{column}[c{column}]")
    terms = [_expression(tree, tests) for tree in trees]
    return _compiled([f"c{at}" for at in place.values()], bias, terms, once, each)


def loudest(
    stepped: list[Stepped], rows: Sequence[int], starts: list[list[int]], most: int
) -> list[list[int]]:
    """The lowest ranks of each row, given the lowest of its bits: so many as those are.

    >>> loudest([(0, [7.0], (5.0,), (0, 4))], [0], [[1, 9]], 2)
    [[1, 4]]
    """
    found: list[list[int]] = []
    for row, start in zip(rows, starts, strict=True):
        ranks = start.copy()
        last = ranks[-1]
        for least, column, edges, of_step in stepped:
            if last < least:
                break
            rank = of_step[bisect_left(edges, column[row])]
            if rank < last:
                insort(ranks, rank)
                del ranks[-1]
                last = ranks[-1]
        found.append(ranks)
    return found


def _stepped(name: str, edges: Sequence[float], values: Sequence[float]) -> str:
    """A step function as a conditional expression: a number at most an edge has the value before
    it."""
    steps = "".join(
        f"{value!r} if {name}<={edge!r} else "
        for edge, value in zip(map(float, edges), map(float, values), strict=False)
    )
    return f"({steps}{float(values[-1])!r})"


def _nodes(trees: Sequence[Any]) -> Iterator[tuple[str, float]]:
    """Column and threshold of every inner node."""
    for tree in trees:
        if isinstance(tree, list):
            yield tree[0], tree[1]
            yield from _nodes(tree[2:])


def _expression(node: Any, tests: dict[tuple[str, float], str]) -> str:
    """A tree as a conditional expression of numbers and known tests; anything else raises."""
    if not isinstance(node, list):
        return repr(float(node))
    column, threshold, low, high = node
    return (
        f"({_expression(low, tests)} if {tests[column, threshold]} else {_expression(high, tests)})"
    )


def _compiled(
    names: Sequence[str],
    bias: float,
    terms: Iterable[str],
    once: Iterable[str] = (),
    each: Iterable[str] = (),
) -> Sums:
    """A function from columns to the sum of the terms, in their order, of each row.

    Column `c7` is `_c7` as a whole; `once` and `each` are statements before all rows and before the
    sum of each.
    """
    given = ",".join(f"_{name}" for name in names)
    source = "\n".join(
        (
            f"def sums({given}):",
            *(f" {statement}" for statement in once),
            " totals=[]",
            f" for {','.join(names)}, in zip({given},strict=True):",
            *(f"  {statement}" for statement in each),
            f"  t={float(bias)!r}",
            *(f"  t+={term}" for term in terms),
            "  totals.append(t)",
            " return totals",
        )
    )
    scope: dict[str, Any] = {}
    exec(
        compile(source, "<model>", "exec"), scope
    )  # the source holds numbers and column names of our own making
    sums: Sums = scope["sums"]
    return sums


@attrs.frozen
class Core:
    """The sums that differ in their speed only."""

    steps: Callable[[float, list[tuple[Sequence[float], Sequence[float]]]], Sums]
    trees: Callable[[float, list[Any], Sequence[str], Sequence[str], Mapping[str, int]], Sums]
    loudest: Callable[[list[Stepped], Sequence[int], list[list[int]], int], list[list[int]]]


PLAIN: Final = Core(steps, trees, loudest)


def _built() -> Core:
    try:
        from newsparse._core import score
    except ImportError:
        return PLAIN
    return Core(score.Steps, score.Trees, score.loudest)


CORE = _built()
"""The core in use."""
