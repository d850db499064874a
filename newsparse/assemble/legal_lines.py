"""The lines of a page outside its story that speak of rights, and of the paper's ISSN."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

import attrs

from newsparse.assemble.context import AssemblyContext
from newsparse.lexicon.languages import spoken
from newsparse.records import Label
from newsparse.segmenters.claims import Piece
from newsparse.textual import any_of

_LONGEST_LINE: Final = 1_200
"""Characters of a line that may speak of rights."""
_MOST_LINES: Final = 40
_OUTSIDE: Final = (Label.FURNITURE, Label.NOTE, Label.MASTHEAD)
"""Labels of the lines outside the story."""
_SIGNS: Final = ("©", "(c)", "copyright", "issn")
_RIGHTS: Final = spoken(lambda language: language.rights_phrases)
_MINING: Final = spoken(lambda language: language.text_mining_words)
_WORDS: Final = (*_SIGNS, *_RIGHTS, *_MINING)
SAYS_RIGHTS: Final = re.compile(any_of(_RIGHTS), re.IGNORECASE)
"""A phrase that reserves the rights ("all rights reserved")."""
SAYS_MINING: Final = re.compile(any_of(_MINING), re.IGNORECASE)
"""What lawyers call text and data mining."""


@attrs.frozen
class LegalLine:
    """A line that speaks of rights or of the ISSN."""

    piece: Piece
    text: str


def legal_lines(context: AssemblyContext) -> tuple[LegalLine, ...]:
    """The lines outside the story that speak of rights or of the ISSN, in the order of the page."""
    pieces = [
        piece
        for label in _OUTSIDE
        for piece in context.labelled(label)
        if len(context.block(piece).text) <= _LONGEST_LINE
    ]
    texts = [context.block(piece).text.lower() for piece in pieces]
    found = sorted(_speaking(texts), key=lambda at: (pieces[at].block, pieces[at].start))
    return tuple(LegalLine(pieces[at], context.text(pieces[at])) for at in found[-_MOST_LINES:])


def _speaking(texts: Sequence[str]) -> set[int]:
    """The numbers of the texts that hold one of the words. All texts are searched at once: that is
    far faster than one by one."""
    joined = "\n".join(texts)
    ends = list(accumulate(len(text) + 1 for text in texts))
    found: set[int] = set()
    for word in _WORDS:
        at = joined.find(word)
        while at >= 0:
            number = bisect_right(ends, at)
            found.add(number)
            at = joined.find(word, ends[number])
    return found
