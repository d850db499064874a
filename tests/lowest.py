"""The lowest declared version of every dependency, as a requirements file: `python tests/lowest.py > lowest.txt`.

The file pins what the package itself depends on, its extras that the tests use, and the test tools, each to the lower
bound of `pyproject.toml`. What they depend on in turn is left to the installer. Install the package beside it with
`--no-deps`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.version import Version

PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"
LEFT_OUT = {"trafilatura": "asks for a newer lxml than the package does"}
"""Tools of the tests that cannot be installed beside the lowest versions, and why. Tests that need one are skipped."""


def requirements(project: dict[str, object]) -> Iterator[Requirement]:
    """What the package and its `test` extra declare, with the extras that this one names."""
    extras = project["optional-dependencies"]
    assert isinstance(extras, dict)
    yield from _read(project["dependencies"], extras)  # type: ignore[arg-type]
    yield from _read(extras["test"], extras)


def _read(lines: Iterable[str], extras: dict[str, list[str]]) -> Iterator[Requirement]:
    for line in lines:
        requirement = Requirement(line)
        if requirement.name == "newsparse":
            for extra in sorted(requirement.extras):
                yield from _read(extras[extra], extras)
        else:
            yield requirement


def lowest(requirement: Requirement) -> Version:
    """The lower bound of a requirement. Raises `ValueError` where it has none."""
    bounds = [Version(part.version) for part in requirement.specifier if part.operator == ">="]
    if len(bounds) != 1:
        raise ValueError(f"{requirement} declares no lower bound")
    return bounds[0]


def pins() -> list[str]:
    """One line a dependency, such as "lxml==5.2"."""
    project = tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]
    return sorted(
        f"{requirement.name}=={lowest(requirement)}"
        + (f"; {requirement.marker}" if requirement.marker else "")
        for requirement in requirements(project)
        if requirement.name not in LEFT_OUT
    )


if __name__ == "__main__":
    print("\n".join(pins()))
