"""What lines read as by their letters alone: headline, deck and byline ask the same lines."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from newsparse.fields.bylines import parse_byline
from newsparse.records import Byline

_KEPT: Final = 200
"""Letters of the longest line whose reading is kept."""


def plain_byline(text: str) -> Byline | None:
    """The byline that a line is, whatever its page says; None where it is none.

    >>> plain_byline("By Ada Lin").names, plain_byline("Share this article")
    (('Ada Lin',), None)
    """
    return _kept(text) if len(text) <= _KEPT else parse_byline(text)


@lru_cache(maxsize=4096)
def _kept(text: str) -> Byline | None:
    return parse_byline(text)
