"""Every regular expression of the package and of its shipped profiles runs in linear time on hostile strings.

In CI the strings are short. The long form, `python tests/test_regexes.py`, uses strings of 1,000,000 characters.
"""

from __future__ import annotations

import importlib
import re
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest
from test_layers import modules

from newsparse.profiles.matches import FIELDS
from newsparse.profiles.plugins import installed
from newsparse.profiles.rules import RuleKind

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
    "addresses": "a@a.",
    "dashes": " - ",
    "years": "2024-",
    "ideographs": "文",
}
"""The parts that hostile strings repeat."""
ENDS = ("\x01", "x", "\n1")
"""The ends of hostile strings. They make a match fail at the very end."""
_DOUBLINGS = 4
_ENOUGH = 0.1
"""The times of two lengths are compared from this many CPU seconds on."""
_GROWTH = 3.0
_TRIES = 3
"""How often a growth that looks too fast is measured again before it is believed."""
_PLAIN = 4
"""At this multiple of `_ENOUGH`, growth counts as linear, and no longer string is tried."""


def patterns() -> Iterator[tuple[str, Any]]:
    """The compiled patterns of all modules, for str and bytes: module constants, rows of tables, and results of cached functions."""
    seen: set[int] = set()
    for module in sorted(modules()):
        if module.endswith("__main__") or ".training" in module:
            continue
        try:
            found = vars(importlib.import_module(module))
        except ImportError:
            continue
        for name, value in sorted(found.items()):
            for at, pattern in enumerate(_inside(_made(value), 0)):
                if id(pattern) not in seen:
                    seen.add(id(pattern))
                    yield f"{module}.{name}" + (f"[{at}]" if at else ""), pattern


def lines() -> Iterator[tuple[str, Any]]:
    """The line patterns of the shipped profiles, which are only matched with whole lines."""
    for profile in installed():
        ruled = (
            rule.text
            for field in FIELDS
            for rule in getattr(profile, field)
            if rule.kind is RuleKind.LINE
        )
        for text in (
            *profile.masthead_lines,
            *profile.byline_lines,
            *profile.furniture_lines,
            *ruled,
        ):
            yield f"{profile.name}: {text}", re.compile(text)


def _made(value: Any) -> Any:
    """The result of a cached function without arguments. Any other value is returned unchanged."""
    return (
        value()
        if hasattr(value, "cache_info") and not value.__wrapped__.__code__.co_argcount
        else value
    )


def _inside(value: Any, depth: int) -> Iterator[Any]:
    if (
        isinstance(value, re.Pattern)
        or type(value).__module__.startswith(("regex", "_regex"))
        and hasattr(value, "finditer")
    ):
        yield value
    elif depth < 3 and isinstance(value, (tuple, list, frozenset, set)):
        for entry in value:
            yield from _inside(entry, depth + 1)
    elif depth < 3 and isinstance(value, dict):
        for entry in value.values():
            yield from _inside(entry, depth + 1)
    elif depth < 3 and attrs.has(type(value)) and not isinstance(value, type):
        yield from _inside(
            [getattr(value, field.name) for field in attrs.fields(type(value))], depth
        )


def searched(pattern: Any) -> Callable[[str], Any]:
    """A match at the start, and a search for all."""

    def search(text: str) -> None:
        subject = text if isinstance(pattern.pattern, str) else text.encode()
        pattern.match(subject)
        for _ in pattern.finditer(subject):
            pass

    return search


PATTERNS = {
    **{name: searched(pattern) for name, pattern in patterns()},
    **{name: pattern.fullmatch for name, pattern in lines()},
}
"""The ways to use a pattern, by name."""


def seconds(does: Callable[[str], Any], text: str) -> float:
    """CPU seconds of one use of a pattern."""
    start = time.process_time()
    does(text)
    return time.process_time() - start


def test_patterns_are_found() -> None:
    assert len(PATTERNS) > 30
    assert any(name.startswith("newsparse.read.decode.") for name in PATTERNS)


def _too_slow(
    does: Callable[[str], Any], piece: str, longest: int = 16_000, enough: float = _ENOUGH
) -> tuple[int, float, float] | None:
    """The length at which the time grows faster than the string, with its CPU seconds and those of half the length.
    None if there is no such length. When the length doubles, linear time doubles and quadratic time grows fourfold."""
    before = _cost(does, piece, longest >> _DOUBLINGS)
    for length in (longest >> power for power in range(_DOUBLINGS - 1, -1, -1)):
        took = _cost(does, piece, length)
        grows = took > _GROWTH * before
        if took > enough and grows:
            took, before = (_cost(does, piece, size, _TRIES) for size in (length, length // 2))
            grows = took > _GROWTH * before
            if grows:
                return length, took, before
        if took > _PLAIN * enough and not grows:
            return None
        before = took
    return None


def _cost(does: Callable[[str], Any], piece: str, length: int, tries: int = 1) -> float:
    """CPU seconds of the dearest string of a length: the least of several tries, as other processes only ever add to it."""
    return max(
        min(seconds(does, _string(piece, length, end)) for _ in range(tries)) for end in ENDS
    )


def _string(piece: str, length: int, end: str) -> str:
    return (piece * (length // len(piece) + 1))[:length] + end


@pytest.mark.parametrize("name", PATTERNS)
def test_patterns_take_linear_time(name: str) -> None:
    for what, piece in STRINGS.items():
        assert _too_slow(PATTERNS[name], piece) is None, what


def test_a_slow_pattern_is_detected() -> None:
    assert _too_slow(searched(re.compile(r"\s*x|\w+\d+$")), "a")
    assert not _too_slow(searched(re.compile(r"a+")), "a")


def main(size: int = 1_000_000) -> int:
    """The long form: each pattern on each string, doubled up to 1,000,000 characters or until its time grows faster."""
    count = 0
    for name, does in PATTERNS.items():
        for what, piece in STRINGS.items():
            slow = _too_slow(does, piece, size, 1.0)
            if slow is not None:
                count += 1
                print(
                    f"{name}: {slow[1]:.1f} CPU seconds at {slow[0]:,} characters of {what}, {slow[2]:.1f} at half of them",
                    flush=True,
                )
    print(
        f"{len(PATTERNS)} patterns, {len(STRINGS)} strings of {size:,} characters: {count} grow faster than the string"
    )
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
