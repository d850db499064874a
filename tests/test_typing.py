"""A user's program passes strict type checkers: the wheel is installed apart from the checkout, as users have it.

`typing/sample.py` uses every public name and must pass; `typing/mistakes.py` is full of mistakes and each must be seen.
Needs mypy (`pip install -e '.[test,dev]'`); basedpyright, which brings its own Node, stands for Pyright. Without them the
tests are skipped with the reason, unless NEWSPARSE_TYPING is set to "required": continuous integration sets it.
"""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT
from needs import lacking

import newsparse

PROGRAMS = Path(__file__).parent / "typing"
SAMPLE, MISTAKES = PROGRAMS / "sample.py", PROGRAMS / "mistakes.py"
SWITCH = "NEWSPARSE_TYPING"
APART = {
    name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "MYPYPATH")
}


def used(program: Path) -> set[str]:
    """The public names that a program imports from newsparse or takes of it as attributes."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(program.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "newsparse":
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found |= {node.attr} if node.value.id == "newsparse" else set()
    return found


def marked(program: Path) -> set[int]:
    """The lines of a program that say that they are mistakes."""
    lines = program.read_text("utf-8").splitlines()
    return {number for number, line in enumerate(lines, 1) if line.endswith("# MISTAKE")}


def need(*modules: str) -> None:
    for module in modules:
        if importlib.util.find_spec(module) is None:
            lacking(SWITCH, f"{module} is missing; pip install -e '.[test,dev]'")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a fresh environment that holds the wheel, and sees the dependencies of this one behind it."""
    need("hatchling")
    folder = tmp_path_factory.mktemp("apart")
    built = folder / "dist"
    build = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built))
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = built.glob("*.whl")
    venv.create(folder / "venv", with_pip=False, symlinks=os.name != "nt")
    bin_ = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    where = {"base": str(folder / "venv"), "platbase": str(folder / "venv")}
    site = Path(sysconfig.get_path("purelib", "venv", where))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return bin_ / "python"


def ran(python: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What a Python says, run away from the checkout."""
    return subprocess.run(
        (python, *arguments),
        cwd=PROGRAMS,
        env=APART,
        capture_output=True,
        text=True,
        check=False,
    )


def mypy(python: Path, program: Path) -> subprocess.CompletedProcess[str]:
    need("mypy")
    options = ("--strict", "--no-error-summary", "--hide-error-context", "--no-pretty")
    config = python.parent.parent / "mypy.ini"
    config.write_text("[mypy]\n", "utf-8")
    apart = (
        "--config-file",
        str(config),
        "--python-executable",
        str(python),
        "--cache-dir",
        str(python.parent.parent / "cache"),
    )
    return ran(Path(sys.executable), "-m", "mypy", *options, *apart, str(program))


def pyright(python: Path, program: Path) -> tuple[str, set[int]]:
    """What Pyright says in its strict mode, and the lines that it calls errors."""
    need("basedpyright")
    project = {
        "include": [str(program)],
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "reportUnusedExpression": False,
    }
    config = python.parent.parent / f"{program.stem}.json"
    config.write_text(json.dumps(project), "utf-8")
    options = ("--outputjson", "--pythonpath", str(python), "--project", str(config))
    done = ran(Path(sys.executable), "-m", "basedpyright", *options)
    told = json.loads(done.stdout)
    assert told["summary"]["filesAnalyzed"] == 1, done.stderr
    lines = {
        entry["range"]["start"]["line"] + 1
        for entry in told["generalDiagnostics"]
        if entry["severity"] == "error"
    }
    return done.stdout, lines


def test_the_sample_uses_every_public_name() -> None:
    assert set(newsparse.__all__) <= used(SAMPLE), sorted(set(newsparse.__all__) - used(SAMPLE))


def test_the_sample_runs_on_the_wheel(installed: Path) -> None:
    where = ran(installed, "-c", "import newsparse; print(newsparse.__file__)")
    assert Path(where.stdout.strip()).is_relative_to(installed.parent.parent)
    done = ran(installed, str(SAMPLE))
    assert done.returncode == 0, done.stderr


def test_mypy_strict_passes_the_sample(installed: Path) -> None:
    done = mypy(installed, SAMPLE)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


def test_mypy_sees_each_mistake(installed: Path) -> None:
    done = mypy(installed, MISTAKES)
    errors = [line for line in done.stdout.splitlines() if ": error: " in line]
    assert {int(line.split(":")[1]) for line in errors} == marked(MISTAKES), done.stdout


def test_pyright_strict_passes_the_sample(installed: Path) -> None:
    said, lines = pyright(installed, SAMPLE)
    assert not lines, said


def test_pyright_sees_each_mistake(installed: Path) -> None:
    said, lines = pyright(installed, MISTAKES)
    assert lines == marked(MISTAKES), said
