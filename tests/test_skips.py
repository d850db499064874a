"""A test that is skipped for want of a package says what to install."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = sorted(Path(__file__).parent.glob("*.py"))


def silent(code: str) -> Iterator[int]:
    """The lines that skip a test for want of a module without the words "pip install"."""
    for node in ast.walk(ast.parse(code)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "importorskip"
            and "pip install" not in ast.unparse(node)
        ):
            yield node.lineno


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.name)
def test_skips_say_what_to_install(path: Path) -> None:
    assert list(silent(path.read_text("utf-8"))) == []


def test_the_check_can_fail() -> None:
    assert list(silent('pytest.importorskip("x", reason="no x")')) == [1]
