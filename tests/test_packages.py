"""The wheel contains what users need, and no more; `python -m newsparse` is the command line."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from check_packages import NEEDED, problems
from needs import need

ROOT = Path(__file__).parent.parent
TOLD_ONCE = ("newsparse/cli", "newsparse/exports", "newsparse/extraction.py")


def test_the_wheel_contains_what_it_should(tmp_path: Path) -> None:
    need("hatchling", "test", "NEWSPARSE_PACKAGES")
    command = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path))
    plain = {**os.environ, "NEWSPARSE_COMPILE": "no"}
    subprocess.run(command, cwd=ROOT, env=plain, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    assert wheel.name.endswith("-py3-none-any.whl")
    assert problems(wheel) == []


def wheel_of(folder: Path, *names: str) -> Path:
    path = folder / "newsparse-1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return path


@pytest.mark.parametrize(
    "stray", ["newsparse/training/fit.py", "newsparse/batch/benchmark/kills.py", "tests/needs.py"]
)
def test_what_stays_in_the_checkout_is_a_problem_of_a_wheel(tmp_path: Path, stray: str) -> None:
    wheel = wheel_of(tmp_path, *NEEDED, stray)
    assert problems(wheel) == [f"{wheel.name} contains {stray}"]


def test_a_missing_file_is_a_problem_of_a_wheel(tmp_path: Path) -> None:
    wheel = wheel_of(tmp_path, *NEEDED[1:])
    assert problems(wheel) == [f"{wheel.name} lacks {NEEDED[0]}"]


def test_no_module_of_the_wheel_imports_what_stays_in_the_checkout() -> None:
    left_out = ("newsparse.training", "newsparse.batch.benchmark")
    for path in (ROOT / "newsparse").rglob("*.py"):
        if path.is_relative_to(ROOT / "newsparse/training"):
            continue
        if path.is_relative_to(ROOT / "newsparse/batch/benchmark"):
            continue
        code = path.read_text("utf-8")
        for name in left_out:
            assert f"import {name}" not in code and f"from {name}" not in code, path


def test_the_package_runs_as_the_command_line() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        (sys.executable, "-m", "newsparse", "--version"),
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("newsparse ")


def test_export_formats_are_listed_once() -> None:
    """Whoever adds a format adds one row to the table; no second list has to follow it."""
    places = [
        path
        for place in TOLD_ONCE
        for path in sorted((ROOT / place).rglob("*.py") if "." not in place else [ROOT / place])
        if '"schema-org"' in path.read_text("utf-8") or "schema-org, " in path.read_text("utf-8")
    ]
    assert [path.name for path in places] == ["table.py"]


def test_help_and_docs_name_every_export_format() -> None:
    from typer.testing import CliRunner

    from newsparse.cli.app import app
    from newsparse.exports.table import FORMATS

    told = CliRunner().invoke(app, ["parse", "--help"], env={"COLUMNS": "200"}).stdout
    documented = (ROOT / "docs" / "exports.md").read_text("utf-8")
    for form in FORMATS:
        assert form.name in told
        assert f"| {form.name} |" in documented
