"""No regex of the string parsers may take more than linear time: pages are hostile, and large.

CPU time is compared over doublings of a string, with a wide margin, and only where it is long
enough to mean something.
"""

from __future__ import annotations

import importlib
import math
import re
import time
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

MODULES = (
    "names", "persons", "credits", "dates", "datelines",
    "lexicon.agencies", "lexicon.papers", "lexicon.bylines", "lexicon.credits", "lexicon.calendar", "lexicon.places", "lexicon.notes",
    "segmenters.byline", "segmenters.dates", "segmenters.note", "segmenters.caption",
    "assemble.people", "assemble.moments", "assemble.pictures", "assemble.naming", "assemble.house",
)  # fmt: skip
UNITS = ("a", " ", "A ", "A.", "(a", "1.", "a@a.", "A/", "By ", " - ", "\n", "2024-", "文")
LONGEST = 1_000_000
SHORT = 0.02
"""Seconds of CPU time that are too few to compare."""
ENOUGH = 0.12
"""Seconds of CPU time by which anything worse than linear has shown."""


def patterns_in(value: Any) -> Iterator[re.Pattern[str]]:
    """The regexes in a constant: a pattern, or whatever a table holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list)):
        for entry in value:
            yield from patterns_in(entry)
    elif isinstance(value, dict):
        yield from patterns_in(list(value.values()))
    elif attrs.has(type(value)) and not isinstance(value, type):
        yield from patterns_in([getattr(value, field.name) for field in attrs.fields(type(value))])


def patterns() -> list[Any]:
    """Every regex of the modules, those that cached functions make among them."""
    found: dict[str, re.Pattern[str]] = {}
    for name in MODULES:
        module = importlib.import_module(f"newsparse.{name}")
        for called, value in vars(module).items():
            made = value() if hasattr(value, "cache_info") and not value.__wrapped__.__code__.co_argcount else value
            for number, pattern in enumerate(patterns_in(made)):
                found.setdefault(pattern.pattern, pattern)
                if found[pattern.pattern] is pattern:
                    found[pattern.pattern] = pattern
                    _NAMES.setdefault(pattern.pattern, f"{name}.{called}.{number}")
    return [pytest.param(pattern, id=_NAMES[text]) for text, pattern in found.items()]


_NAMES: dict[str, str] = {}


def cost(pattern: re.Pattern[str], text: str) -> float:
    start = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - start


@pytest.mark.parametrize("pattern", patterns())
def test_regex_takes_linear_time(pattern: re.Pattern[str]) -> None:
    for unit in UNITS:
        size, before = 8_000, math.inf
        while size <= LONGEST:
            taken = cost(pattern, unit * (size // len(unit)))
            assert taken < 4 * max(before, SHORT), f"{unit!r}: {taken:.2f} s for {size} characters after {before:.2f} s for half of them"
            if taken > ENOUGH or (size >= 250_000 and taken < SHORT):
                break
            size, before = size * 2, taken
