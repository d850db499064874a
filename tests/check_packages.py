"""`python tests/check_packages.py DIST`: the wheel and the sdist in a folder hold what they should, and no more."""

from __future__ import annotations

import sys
import tarfile
import zipfile
from pathlib import Path

NEEDED = (
    "newsparse/py.typed",
    "newsparse/segmenters/weights/body_html.json",
    "newsparse/segmenters/weights/body_text.json",
    "newsparse/__init__.py",
)
NEVER = ("manifest.jsonl", ".venv", "__pycache__", ".git/")


def names(package: Path) -> list[str]:
    """The files of a wheel or an sdist, named from the project's root."""
    if package.suffix == ".whl":
        with zipfile.ZipFile(package) as archive:
            return archive.namelist()
    with tarfile.open(package) as archive:
        return [name.partition("/")[2] for name in archive.getnames()]


def problems(package: Path) -> list[str]:
    """What is wrong with a package."""
    found = names(package)
    missing = [f"{package.name} lacks {name}" for name in NEEDED if name not in found]
    if package.suffix != ".whl":
        missing += [
            f"{package.name} lacks {name}"
            for name in ("README.md", "LICENSE", "CHANGELOG.md", "pyproject.toml")
            if name not in found
        ]
    return missing + [
        f"{package.name} holds {name}" for name in found if any(part in name for part in NEVER)
    ]


def main(folder: Path) -> int:
    packages = sorted(folder.glob("*.whl")) + sorted(folder.glob("*.tar.gz"))
    found = [line for package in packages for line in problems(package)]
    if len(packages) != 2:
        found.append(f"{folder} holds {len(packages)} packages, not a wheel and an sdist")
    print("\n".join(found) or "the packages hold what they should")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
