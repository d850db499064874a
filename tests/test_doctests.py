"""Every example in the docstrings and the README runs as printed."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest
from conftest import ROOT
from test_layers import modules

_FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
_TRAINING = "newsparse.training"


@pytest.mark.parametrize(
    "module", sorted(module for module in modules() if not module.endswith("__main__"))
)
def test_module(module: str) -> None:
    try:
        found = importlib.import_module(module)
    except ImportError as error:
        pytest.skip(f"{error.name or error} is missing; pip install -e '.[test,train,engines]'")
    failed, _ = doctest.testmod(found)
    assert not failed


@pytest.mark.parametrize("path", [ROOT / "README.md"], ids=lambda path: path.name)
def test_page(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, _ = doctest.testfile(
        str(path), module_relative=False, optionflags=_FLAGS, encoding="utf-8"
    )
    assert not failed
