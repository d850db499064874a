"""Mastheads: the lines that print the paper's name, its place and the day it was founded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from newsparse.lexicon.classwords import bit
from newsparse.records import Label
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.view import View

_ESTABLISHED = re.compile(r"\b(?:est\.?|established|founded|since|gegründet|seit|fondée? en|fundado en|fondato nel)\s+(?:in\s+)?(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+)?1[6-9]\d\d\b", re.IGNORECASE)
_NEWSPAPER = re.compile(r"\bnewspaper\b|\bzeitung\b|\bdiario\b", re.IGNORECASE)
_LOGO: Final = bit("logo")
_LONGEST: Final = 120.0
_TOP: Final = 12


def masthead(view: View) -> Iterable[Claim]:
    """Claims on the lines at the top of the page that name the paper or say since when it is printed."""
    for block in view.blocks[: max(_TOP, min(len(view.blocks), 40))]:
        if view.scene.weights[block.index] > _LONGEST or block.index == view.headline:
            continue
        if _ESTABLISHED.search(block.text):
            yield Claim(block.index, Label.MASTHEAD, 0.95, "says since when the paper is printed")
        elif block.own & _LOGO and block.index < _TOP:
            yield Claim(block.index, Label.MASTHEAD, 0.7, "its element is the logo's")
        elif block.index < _TOP and _NEWSPAPER.search(block.text) and view.scene.weights[block.index] < 70:
            yield Claim(block.index, Label.MASTHEAD, 0.8, "names a newspaper at the top of the page")
