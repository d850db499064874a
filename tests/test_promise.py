"""The promises of versions are pinned. They change only with `python tests/promise.py --write` and a line in the change log."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import promise
import pytest

import newsparse


def test_code_matches_the_pinned_files() -> None:
    assert promise.differences() == ""


def test_a_difference_is_detected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        newsparse, "__all__", [name for name in newsparse.__all__ if name != "Headline"]
    )
    assert '-  "Headline",' in promise.differences()


def test_every_public_name_resolves_and_is_typed() -> None:
    typed = (
        Path(newsparse.__file__)
        .read_text("utf-8")
        .split("if TYPE_CHECKING:")[1]
        .split("__version__")[0]
    )
    for name in newsparse.__all__:
        assert getattr(newsparse, name) is not None
        assert name in typed.replace(",", " ").split(), f"{name} is not imported for type checkers"
        assert getattr(importlib.import_module(newsparse._HOME_OF[name]), name) is getattr(
            newsparse, name
        )
    assert set(newsparse.__all__) <= set(dir(newsparse))


def test_unknown_names_raise() -> None:
    with pytest.raises(AttributeError, match="nothing_of_this_name"):
        newsparse.nothing_of_this_name  # noqa: B018


def test_update_command_prints_the_difference() -> None:
    found = subprocess.run(
        [sys.executable, promise.__file__], capture_output=True, text=True, check=False
    )
    assert (found.returncode, found.stdout) == (0, "the code matches the pinned files\n"), (
        found.stdout
    )
