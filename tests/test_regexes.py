"""Every regular expression of the package runs in linear time on strings made to hurt it.

In CI the strings are short; the long form is `python tests/test_regexes.py`: strings of 1,000,000 characters.
"""

from __future__ import annotations

import importlib
import re
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest
from test_layers import modules

STRINGS = {
    "letters": "a",
    "capital words": "Aa ",
    "blanks": " ",
    "digits": "1",
    "dates": "12.1.2019, ",
    "brackets": "(",
    "punctuation": "<",
    "slashes": "AP/",
    "marks": "<!--",
    "commas": "By A, ",
    "dots": "A. B.",
    "quotes": '"\\',
    "newlines": "\n \t",
}
"""What hostile strings repeat."""
ENDS = ("\x01", "x", "\n1")
"""What they end in, so that what matched all along fails at last."""
_SHORTEST, _DOUBLINGS = 500, 7
_ALLOWED = 0.4
"""CPU seconds for at most 32,000 characters: a linear pattern takes a tenth of it, a square one many times as much."""


def patterns() -> Iterator[tuple[str, Any]]:
    """The compiled patterns of all modules: by themselves, in tables, in the defaults of a class."""
    seen: set[int] = set()
    for module in sorted(modules()):
        if module.endswith("__main__") or ".training" in module:
            continue
        try:
            found = vars(importlib.import_module(module))
        except ImportError:
            continue
        for name, value in sorted(found.items()):
            for at, pattern in enumerate(_inside(value, 0)):
                if id(pattern) not in seen and isinstance(pattern.pattern, str):
                    seen.add(id(pattern))
                    yield f"{module}.{name}" + (f"[{at}]" if at else ""), pattern


def _inside(value: Any, depth: int) -> Iterator[Any]:
    if isinstance(value, re.Pattern) or type(value).__module__.startswith(("regex", "_regex")) and hasattr(value, "finditer"):
        yield value
    elif depth < 3 and isinstance(value, (tuple, list, frozenset, set)):
        for entry in value:
            yield from _inside(entry, depth + 1)
    elif depth < 3 and isinstance(value, dict):
        for entry in value.values():
            yield from _inside(entry, depth + 1)


PATTERNS = dict(patterns())


def seconds(pattern: Any, text: str) -> float:
    """CPU seconds of a match at the start and of a search for all."""
    start = time.process_time()
    pattern.match(text)
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - start


def test_patterns_are_found() -> None:
    assert len(PATTERNS) > 30
    assert any(name.startswith("newsparse.read.decode.") for name in PATTERNS)


def _too_slow(pattern: Any, piece: str) -> int:
    """The length from which a string of such pieces takes a pattern longer than any linear one needs; 0 where none does."""
    for size in (_SHORTEST * 2**power for power in range(_DOUBLINGS)):
        for end in ENDS:
            text = (piece * (size // len(piece) + 1))[:size] + end
            if seconds(pattern, text) > _ALLOWED and seconds(pattern, text) > _ALLOWED:
                return size
    return 0


@pytest.mark.parametrize("name", PATTERNS)
def test_linear(name: str) -> None:
    for what, piece in STRINGS.items():
        slow = _too_slow(PATTERNS[name], piece)
        assert not slow, f"{PATTERNS[name].pattern!r} takes more than {_ALLOWED} CPU seconds on {slow} characters of {what}"


def test_the_guard_can_fail() -> None:
    assert _too_slow(re.compile(r"\s*x|\w+\d+$"), "a")
    assert not _too_slow(re.compile(r"a+"), "a")


def main(size: int = 1_000_000) -> int:
    """The long form: each pattern on each string of 1,000,000 characters, doubling up to it and giving up when it is too slow."""
    slow = 0
    for name, pattern in PATTERNS.items():
        for what, piece in STRINGS.items():
            took, at = 0.0, size // 1024
            while at <= size and took < 2.0:
                took = max(seconds(pattern, (piece * (at // len(piece) + 1))[:at] + end) for end in ENDS)
                at *= 2
            if took >= 2.0:
                slow += 1
                print(f"{name}: {took:.1f} CPU seconds at {at // 2:,} characters of {what}", flush=True)
    print(f"{len(PATTERNS)} patterns, {len(STRINGS)} strings of {size:,} characters, {slow} too slow")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
