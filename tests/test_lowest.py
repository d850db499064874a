"""Every dependency declares a lower bound, and the list of the lowest versions names each of them."""

from __future__ import annotations

import lowest
import pytest
from packaging.requirements import Requirement


def test_every_dependency_is_pinned_to_its_lower_bound() -> None:
    pins = lowest.pins()
    assert "lxml==" in " ".join(pins) and "pytest==" in " ".join(pins)
    assert all(len(Requirement(pin).specifier) == 1 for pin in pins)
    assert not {Requirement(pin).name for pin in pins} & set(lowest.LEFT_OUT)


def test_extras_of_the_package_itself_are_followed() -> None:
    extras = {"test": ["newsparse[a]"], "a": ["newsparse[b]", "x>=1"], "b": ["y>=2"]}
    project = {"dependencies": ["z>=3"], "optional-dependencies": extras}
    assert [str(one) for one in lowest.requirements(project)] == ["z>=3", "y>=2", "x>=1"]


@pytest.mark.parametrize("declared", ["x", "x<2", "x==1"])
def test_a_dependency_without_a_lower_bound_is_told(declared: str) -> None:
    with pytest.raises(ValueError, match="no lower bound"):
        lowest.lowest(Requirement(declared))
