from collections.abc import Mapping, Sequence
from typing import Any

class Steps:
    def __init__(
        self, bias: float, steps: list[tuple[Sequence[float], Sequence[float]]]
    ) -> None: ...
    def __call__(self, *columns: Sequence[float]) -> list[float]: ...

class Trees:
    def __init__(
        self,
        bias: float,
        trees: list[Any],
        columns: Sequence[str],
        masks: Sequence[str],
        groups: Mapping[str, int],
    ) -> None: ...
    def __call__(self, *columns: Sequence[float]) -> list[float]: ...

def loudest(
    stepped: list[tuple[int, Sequence[float], tuple[float, ...], tuple[int, ...]]],
    rows: Sequence[int],
    starts: list[list[int]],
    most: int,
) -> list[list[int]]: ...
