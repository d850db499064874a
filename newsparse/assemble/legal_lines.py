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
from newsparse.page import Media
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
    """The lines that speak of rights or of the ISSN, in the order of the page: those behind the
    story, and on a page of plain text those before it too."""
    first = _first(context)
    texts = [block.text.lower() for block in context.page.blocks[first:]]
    spoken_of = {at + first for at in _speaking(texts)}
    if not spoken_of:
        return ()
    pieces = (piece for piece in context.labelled(*_OUTSIDE) if piece.block in spoken_of)
    lines = [
        LegalLine(piece, context.text(piece))
        for piece in pieces
        if len(context.block(piece).text) <= _LONGEST_LINE
    ]
    return tuple(lines[-_MOST_LINES:])


def _first(context: AssemblyContext) -> int:
    """The first block that may be such a line."""
    if context.page.media is Media.TEXT:
        return 0
    return max((piece.block for piece in context.labelled(Label.BODY)), default=-1) + 1


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
