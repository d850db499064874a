"""How texts and containers of a site are known again: by folded words, and by tag and classes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from newsparse.blocks import Outline
from newsparse.knowledge import digest

_LONGEST_WITH_DIGITS_FOLDED: Final = 100
"""Letters of the longest text of which "12 comments" and "3 comments" are the same."""
_DIGITS = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_OPENING: Final = 40
_OPENING = re.compile(rf"([^:：]{{2,{_LONGEST_OPENING}}})[:：]")
_SIGNATURES_KEPT: Final = 4_096
"""Signatures and paths that are kept folded: the pages of a site share most of them."""
_LEVELS: Final = 4
"""Elements, from the innermost up, that a container is known by."""
_LONGEST_NAME: Final = 60
"""Characters of the longest name of a container."""


def text_key(folded: str) -> bytes | None:
    """What stands for a text that `textual.normalize` folded; None for one without letters, which
    says nothing of a site.

    >>> text_key("12 comments") == text_key("3 comments"), text_key("* * *")
    (True, None)
    """
    if _LETTER.search(folded) is None:
        return None
    if len(folded) < _LONGEST_WITH_DIGITS_FOLDED:
        folded = _DIGITS.sub("#", folded)
    return digest(folded)


def opening_key(folded: str) -> bytes | None:
    """What stands for the words before the colon of a line; None where it has none.

    >>> opening_key("read more: rain falls") == opening_key("read more: sun shines")
    True
    """
    if folded.find(":", 0, _LONGEST_OPENING + 1) < 0 and "：" not in folded[: _LONGEST_OPENING + 1]:
        return None
    match = _OPENING.match(folded)
    return digest(_DIGITS.sub("#", match[1])) if match is not None else None


@lru_cache(maxsize=_SIGNATURES_KEPT)
def _folded(signature: str) -> str:
    return _DIGITS.sub("#", signature)


@lru_cache(maxsize=_SIGNATURES_KEPT)
def container_key(path: str) -> bytes:
    """What stands for the path of a container."""
    return digest(path)


def container_path(outline: Outline, node: int) -> str:
    """Tag and classes of a container and of three above it, numbers folded, innermost first."""
    found: list[str] = []
    while node >= 0 and len(found) < _LEVELS:
        found.append(_folded(outline.signature[node]))
        node = outline.parent[node]
    return ">".join(found)


def container_name(path: str) -> str:
    """The element of a path inside the one around it, shortened.

    >>> container_name("p>div.story body>main>body")
    'div.story body > p'
    """
    name = " > ".join(reversed(path.split(">")[:2]))
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
