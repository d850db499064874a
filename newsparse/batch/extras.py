"""Packages that newsparse can use but does not need: loaded on first use, named with their extra where missing."""

from __future__ import annotations

import importlib
from typing import Any

from newsparse.errors import MissingExtraError


def need(module: str, extra: str) -> Any:
    """The module `module`; raises `MissingExtraError` that says which extra of newsparse brings it.

    >>> need("json", "parquet").__name__
    'json'
    >>> need("no_such_module", "parquet")
    Traceback (most recent call last):
    newsparse.errors.MissingExtraError: no_such_module is not installed; pip install "newsparse[parquet]" brings it
    """
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        missing = error.name or module
        raise MissingExtraError(
            f'{missing} is not installed; pip install "newsparse[{extra}]" brings it'
        ) from error
