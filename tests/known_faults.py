"""The faults that are known and not mended yet: `reports_expected_to_fail.txt`, one a line.

A line is a page and a check (`byline-tussenvoegsel names`) or a table and its text, tab-separated.
The marks are strict: what is listed and passes fails the suite, so the list can only shrink.
"""

from __future__ import annotations

from pathlib import Path

import pytest

_LIST = Path(__file__).parent / "reports_expected_to_fail.txt"
KNOWN_FAULTS = frozenset(
    line for line in _LIST.read_text("utf-8").splitlines() if line and not line.startswith("#")
)


def marks(fault: str) -> list[pytest.MarkDecorator]:
    """The strict mark of a known fault; nothing for any other."""
    return [pytest.mark.xfail(strict=True, reason="known fault")] if fault in KNOWN_FAULTS else []
