"""Optional packages: imported on first use; where one is missing, the error names its extra."""

from __future__ import annotations

import importlib
from typing import Any

from newsparse.errors import MissingExtraError


def need(module: str, extra: str) -> Any:
    """The module of that name.

    Raises `MissingExtraError`, which names the extra of newsparse that installs it.

    >>> need("json", "parquet").__name__
    'json'
    >>> need("nothing", "zstd")
    Traceback (most recent call last):
    newsparse.errors.MissingExtraError: nothing is not installed: pip install "newsparse[zstd]"
    """
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        missing = error.name or module
        raise MissingExtraError(
            f'{missing} is not installed: pip install "newsparse[{extra}]"'
        ) from error
