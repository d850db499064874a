"""Many pages: inputs of every kind, workers with caps, outputs that survive a kill, and cluster
engines.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsparse.batch.many import parse_many
    from newsparse.batch.outcome import Failure, FailureKind, Job, Key, Outcome
    from newsparse.batch.pool import Caps

_HOME_OF = {
    "Caps": "newsparse.batch.pool",
    "Failure": "newsparse.batch.outcome",
    "FailureKind": "newsparse.batch.outcome",
    "Job": "newsparse.batch.outcome",
    "Key": "newsparse.batch.outcome",
    "Outcome": "newsparse.batch.outcome",
    "parse_many": "newsparse.batch.many",
}

__all__ = ["Caps", "Failure", "FailureKind", "Job", "Key", "Outcome", "parse_many"]


def __getattr__(name: str) -> Any:
    """Public names load their module on first use."""
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'newsparse.batch' has no attribute {name!r}")
    return getattr(importlib.import_module(home), name)
