"""Optional packages: imported on first use; where one is missing, the error names its extra."""

from __future__ import annotations

import importlib
from typing import Any

from newsparse.errors import MissingExtraError


def need(module: str, extra: str) -> Any:
    """The module `module`. Raises `MissingExtraError`, which names the extra of newsparse that
    installs it.

    >>> need("json", "parquet").__name__
    'json'
    >>> need("no_such_module", "parquet")
    Traceback (most recent call last):
    newsparse.errors.MissingExtraError: no_such_module is not installed: pip install ...
    """
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        missing = error.name or module
        raise MissingExtraError(
            f'{missing} is not installed: pip install "newsparse[{extra}]"'
        ) from error
