"""Mastheads: the lines that print the paper's name, its place and the day it was founded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from newsparse.blocks import Block
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.languages import spoken
from newsparse.lexicon.papers import is_paper, paper_at_end
from newsparse.segmenters.claims import Claim, claimed
from newsparse.segmenters.precedence import Row, row
from newsparse.textual import any_of, letter_length

if TYPE_CHECKING:
    from newsparse.segmenters.view import View

_ESTABLISHED = re.compile(
    rf"\b{any_of(spoken(lambda language: language.founding_words))}\s+(?:in\s+)?"
    r"(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+)?1[6-9]\d\d\b",
    re.IGNORECASE,
)
_NEWSPAPER = re.compile(
    rf"\b{any_of(spoken(lambda language: language.newspaper_words))}\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?…:,]$")
_LOGO: Final = bit("logo")
_LONGEST_LINE: Final = 120.0
_LONGEST_NAME: Final = 70.0
_MOST_WORDS: Final = 8
_MOST_WORDS_UNKNOWN: Final = 5
"""Words of a name that no list of papers has."""
_TOP: Final = 12
"""Blocks at the top of a page among which the paper's name stands."""
_VERY_TOP: Final = 3
"""Blocks among which an unknown name may be the paper's."""
REACH: Final = 40
"""Blocks at the top of a page among which a founding date is looked for."""


def masthead(view: View) -> Iterable[Claim]:
    """Claims on the lines at the top of the page that name the paper or say since when it is
    printed."""
    for at in range(min(REACH, len(view.blocks))):
        found = view.facts(at).masthead if at != view.headline else None
        if found is not None and (_is_above_headline(view, at) or found is _ANYWHERE):
            yield claimed(at, found)


def _is_above_headline(view: View, at: int) -> bool:
    """Whether a line of text stands above the headline; a page of HTML may have its masthead
    anywhere at its top."""
    return bool(view.blocks[at].tag) or view.headline < 0 or at < view.headline


def masthead_row(block: Block) -> Row | None:
    """The rule by which a block is a line of the masthead, None where none holds."""
    if block.index >= REACH or letter_length(block.text) > _LONGEST_LINE:
        return None
    return next((found for test, found in RULES if test(block)), None)


def _states_founding(block: Block) -> bool:
    text = block.text
    return "1" in text and bool(_ESTABLISHED.search(text)) and not _SENTENCE_END.search(text)


def _is_logo(block: Block) -> bool:
    return block.index < _TOP and bool(block.own & _LOGO)


def _names_newspaper(block: Block) -> bool:
    text = block.text
    return (
        block.index < _TOP
        and letter_length(text) < _LONGEST_NAME
        and bool(_NEWSPAPER.search(text))
        and not _SENTENCE_END.search(text)
        and len(text.split()) <= _MOST_WORDS
    )


def _is_known_paper(block: Block) -> bool:
    return block.index < _TOP and not block.tag and is_paper(block.text)


def _reads_as_paper(block: Block) -> bool:
    return (
        block.index < _VERY_TOP
        and not block.tag
        and paper_at_end(block.text) == 0
        and len(block.text.split()) <= _MOST_WORDS_UNKNOWN
    )


_ANYWHERE: Final = row("masthead: established")
"""The rule that holds below the headline, too."""
RULES: Final[tuple[tuple[Callable[[Block], bool], Row], ...]] = (
    (_states_founding, _ANYWHERE),
    (_is_logo, row("masthead: logo")),
    (_names_newspaper, row("masthead: newspaper")),
    (_is_known_paper, row("masthead: known paper")),
    (_reads_as_paper, row("masthead: reads as a paper")),
)
"""What makes a block a line of the masthead; the first test that holds decides."""
