"""The time of a parse grows in proportion to its page, with a wide margin. `python tests/linear.py` prints the curves."""

from __future__ import annotations

import linear
import pytest

MARGIN = 30.0
"""Largest allowed growth of the cost at eight times the size. Linear growth gives 8, quadratic growth 64."""


@pytest.mark.parametrize("shape", linear.SHAPES)
def test_time_grows_in_proportion(shape: str) -> None:
    """The minimum of up to three runs counts, because a busy machine can slow down one run."""
    grown = []
    for _ in range(3):
        grown.append(linear.growth(linear.curve(shape, scale=0.5, times=(1, 8))))
        if grown[-1] < MARGIN:
            return
    pytest.fail(f"eight times the size costs {min(grown):.0f} times the time")


def test_quadratic_time_is_detected() -> None:
    assert linear.growth([0.05, 0.2, 0.8, 3.2]) > MARGIN > linear.growth([0.05, 0.1, 0.2, 0.4])
