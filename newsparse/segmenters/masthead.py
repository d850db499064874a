"""Mastheads: the lines that print the paper's name, its place and the day it was founded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from newsparse.blocks import Block
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.languages import spoken
from newsparse.lexicon.papers import is_paper, paper_at_end
from newsparse.records import Label
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.view import View
from newsparse.textual import any_of, letter_length

_ESTABLISHED = re.compile(
    rf"\b{any_of(spoken(lambda language: language.founding_words))}\s+(?:in\s+)?"
    r"(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+)?1[6-9]\d\d\b",
    re.IGNORECASE,
)
_NEWSPAPER = re.compile(
    rf"\b{any_of(spoken(lambda language: language.newspaper_words))}\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.!?…:,]$")
_LOGO: Final = bit("logo")
_LONGEST: Final = 120.0
_ANYWHERE: Final = 0.95
"""The score from which a line of the masthead may stand below the headline, too."""
_TOP: Final = 12
_FIRST: Final = 3
"""Blocks among which a name that nobody knows may be the paper's."""
REACH: Final = 40
"""Blocks at the top of a page among which a founding date is looked for."""


def masthead(view: View) -> Iterable[Claim]:
    """Claims on the lines at the top of the page that name the paper or say since when it is printed."""
    for block in view.blocks[:REACH]:
        if block.index == view.headline:
            continue
        score, reason = told(block)
        if score and (
            block.tag or view.headline < 0 or block.index < view.headline or score >= _ANYWHERE
        ):
            yield Claim(block.index, Label.MASTHEAD, score, reason)


def told(block: Block) -> tuple[float, str]:
    """How surely a block is a line of the masthead, and why; (0, "") where nothing says so."""
    if block.index >= REACH or letter_length(block.text) > _LONGEST:
        return 0.0, ""
    if "1" in block.text and _ESTABLISHED.search(block.text) and not _SENTENCE.search(block.text):
        return _ANYWHERE, "says since when the paper is printed"
    if block.index >= _TOP:
        return 0.0, ""
    if block.own & _LOGO:
        return 0.7, "its element is the logo's"
    if (
        letter_length(block.text) < 70
        and _NEWSPAPER.search(block.text)
        and not _SENTENCE.search(block.text)
        and len(block.text.split()) <= 8
    ):
        return 0.8, "names a newspaper at the top of the page"
    if block.tag:
        return 0.0, ""
    if is_paper(block.text):
        return 0.92, "is the name of a known paper, at the top of the page"
    if block.index < _FIRST and paper_at_end(block.text) == 0 and len(block.text.split()) <= 5:
        return 0.75, "reads as a paper's name, at the top of the page"
    return 0.0, ""
