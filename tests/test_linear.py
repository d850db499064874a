"""A parse takes time in proportion to its page: CPU time over doublings, with a wide margin. The curves: `python tests/linear.py`."""

from __future__ import annotations

import linear
import pytest

MARGIN = 30.0
"""How much more eight times the size may cost than once: in proportion it is 8, with the square 64."""


@pytest.mark.parametrize("shape", linear.SHAPES)
def test_in_proportion(shape: str) -> None:
    """The least of up to three tries counts: a busy machine makes no page slower for good."""
    grown = []
    for _ in range(3):
        grown.append(linear.growth(linear.curve(shape, scale=0.5, times=(1, 8))))
        if grown[-1] < MARGIN:
            return
    pytest.fail(f"eight times the size costs {min(grown):.0f} times the time")


def test_the_guard_can_fail() -> None:
    assert linear.growth([0.05, 0.2, 0.8, 3.2]) > MARGIN > linear.growth([0.05, 0.1, 0.2, 0.4])
