"""Optional requirements of a test. A test without its requirement is skipped with a reason, or fails if the environment requires it."""

from __future__ import annotations

import importlib
import os
from typing import Any

import pytest


def lacking(switch: str, reason: str) -> None:
    """Skip the test, unless the environment variable `switch` is "required": continuous integration sets it."""
    if os.environ.get(switch) == "required":
        pytest.fail(f"{reason}, and {switch} is required")
    pytest.skip(f"NOT TESTED: {reason}")


def need(module: str, extra: str, switch: str) -> Any:
    """The module. Skips the test if it is not installed."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        return lacking(switch, f'{error.name} is missing; pip install "newsparse[{extra}]"')
