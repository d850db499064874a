"""`python tests/check_packages.py DIST` checks what the wheel and the sdist in a folder contain."""

from __future__ import annotations

import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Final

NEEDED: Final = (
    "newsparse/__init__.py",
    "newsparse/__main__.py",
    "newsparse/benchmark/__main__.py",
    "newsparse/benchmark/floors.json",
    "newsparse/explainer/template/explain.html",
    "newsparse/py.typed",
    "newsparse/segmenters/weights/body_html.json",
    "newsparse/segmenters/weights/body_text.json",
)
"""Files that both packages contain."""
NEEDED_IN_SDIST: Final = ("README.md", "LICENSE", "CHANGELOG.md", "pyproject.toml")
NEVER: Final = ("manifest.jsonl", ".venv", "__pycache__", ".git/")
"""Parts of file names that neither package may contain."""
NEVER_IN_WHEEL: Final = ("newsparse/training/", "newsparse/batch/benchmark/", "tests/", "docs/")
"""Folders that stay in the checkout and the sdist."""


def names(package: Path) -> list[str]:
    """The files of a wheel or an sdist, relative to the project's root."""
    if package.suffix == ".whl":
        with zipfile.ZipFile(package) as archive:
            return archive.namelist()
    with tarfile.open(package) as archive:
        return [name.partition("/")[2] for name in archive.getnames()]


def problems(package: Path) -> list[str]:
    """What is wrong with a package; empty where nothing is."""
    found = names(package)
    is_wheel = package.suffix == ".whl"
    needed = NEEDED if is_wheel else (*NEEDED, *NEEDED_IN_SDIST)
    missing = [f"{package.name} lacks {name}" for name in needed if name not in found]
    return missing + [
        f"{package.name} contains {name}" for name in found if _is_wrong(name, is_wheel)
    ]


def _is_wrong(name: str, is_wheel: bool) -> bool:
    if any(part in name for part in NEVER):
        return True
    return is_wheel and name.startswith(NEVER_IN_WHEEL)


def main(folder: Path) -> int:
    packages = sorted(folder.glob("*.whl")) + sorted(folder.glob("*.tar.gz"))
    found = [line for package in packages for line in problems(package)]
    if len(packages) != 2:
        found.append(f"{folder} contains {len(packages)} packages, not a wheel and an sdist")
    print("\n".join(found) or "the packages contain what they should")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
