"""What the address of a page says of its headline: the words of the URL's path."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final
from urllib.parse import unquote

from newsparse.blocks import Block
from newsparse.textual import url_path, words

_PARTS: Final = re.compile(r"[-_/+.,]")
_GERMAN: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae"}
)
_FEWEST_WORDS: Final = 3
"""Words that an address must have to name a story."""
_LEAST_LIKENESS: Final = 0.3
_SHORTEST_LINE, _LONGEST_LINE = 12.0, 300.0
_ALONE: Final = 0.05
"""What it is worth that a line stands alone."""


def address_words(url: str | None) -> frozenset[str]:
    """The words of a URL's path.

    >>> sorted(address_words("https://a.example/2024/rain-falls-on-exampleton-1234.html"))
    ['exampleton', 'falls', 'html', 'rain']
    """
    try:
        path = unquote(url_path(url))
    except ValueError:
        return frozenset()
    return frozenset(
        word
        for word in words(_PARTS.sub(" ", path))
        if len(word) > 2 and not any(map(str.isdigit, word))
    )


def _is_spelled(word: str, address: frozenset[str]) -> bool:
    """Whether an address spells a word in its letters: `über` is `ueber` or `uber`."""
    letters = unicodedata.normalize("NFKD", word)
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return bare in address or word.translate(_GERMAN) in address


def likeness(text: str, address: frozenset[str]) -> float:
    """The share of their words that a line and an address have in common, 0 to 1.

    >>> likeness("Rain falls on Exampleton", frozenset(("rain", "falls", "exampleton")))
    1.0
    """
    if len(address) < _FEWEST_WORDS:
        return 0.0
    named = {word for word in words(text) if len(word) > 2 and not word.isdigit()}
    others = [word for word in named - address if not word.isascii()]
    shared = len(named & address) + sum([_is_spelled(word, address) for word in others])
    return shared / max(len(address), len(named), 1)


def named_line(blocks: Sequence[Block], lengths: Sequence[float], url: str | None) -> int:
    """The line that the address names, -1 where it names none; of equals one that stands alone,
    then the last."""
    address = address_words(url)
    if len(address) < _FEWEST_WORDS:
        return -1
    best, found = _LEAST_LIKENESS, -1
    for block in blocks:
        if _SHORTEST_LINE <= lengths[block.index] <= _LONGEST_LINE:
            after = blocks[block.index + 1].gap if block.index + 1 < len(blocks) else 1
            points = likeness(block.text, address) + (_ALONE if block.gap and after else 0.0)
            if points >= best:
                best, found = points, block.index
    return found
