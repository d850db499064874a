"""Bylines of a dump: of the lines that may be one, those that stand where bylines stand.

Without elements many a line between headline and story reads as a name: a label of a button, a
photographer, somebody the story is about. Where a line says `By`, names alone say nothing; where
none does, one place wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from newsparse.page import Media
from newsparse.records import Byline
from newsparse.segmenters.byline import byline
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.precedence import row
from newsparse.segmenters.view import View
from newsparse.textual import normalize

_LAST_INTRODUCED: Final = row("byline: signs off").rank
"""The weakest rule by which a line itself says that it is a byline."""
_FIRST_PLACED: Final = row("byline: house").rank
"""The strongest rule by which only a name and a place say so."""
_LINES_NEAR: Final = 2
"""Lines between a name and the date near it."""
_MOST_PLACED: Final = 2
"""Bylines that only a date beside them speaks for."""
_SMALL_WORD: Final = re.compile(r"(?<!\S)[^\W\d_A-ZÀ-Þ]\w{1,30}(?=[\s.,;:!?]|$)(?![.]\S)")
_LONGEST_DATE: Final = 120


def text_byline(view: View) -> Iterable[Claim]:
    """The claims of `byline`; on a page of text only those that are compatible."""
    claims = list(byline(view))
    if view.scene.page.media is Media.HTML:
        return claims
    introduced = [claim for claim in claims if claim.rank <= _LAST_INTRODUCED]
    above = _above_headline(view, introduced)
    surer = [claim for claim in claims if claim.rank < _FIRST_PLACED and claim.block not in above]
    if introduced:
        return surer
    return [*surer, *_placed(view, [claim for claim in claims if claim.rank >= _FIRST_PLACED])]


def _above_headline(view: View, introduced: list[Claim]) -> frozenset[int]:
    """The introduced lines above the headline, where there are others under it: bylines of other
    stories."""
    if view.headline < 0 or not any(claim.block > view.headline for claim in introduced):
        return frozenset()
    return frozenset(claim.block for claim in introduced if claim.block < view.headline)


def _placed(view: View, alone: list[Claim]) -> list[Claim]:
    """Of lines that are only a name, those right beside a date; where there are none, the first
    whose name the story does not mention."""
    common = _common_words(view) if alone else frozenset[str]()
    alone = [claim for claim in alone if not _is_common(claim, common)]
    beside = [claim for claim in alone if _is_near_date(view, claim.block, 1)]
    if beside or not alone:
        return beside[:_MOST_PLACED]
    story = normalize(
        " ".join(view.blocks[at].text for at, value in enumerate(view.body.values) if value >= 0.5)
    )
    strangers = [claim for claim in alone if not _is_in_story(claim, story)]
    dated = [claim for claim in strangers if _is_near_date(view, claim.block, _LINES_NEAR)]
    return dated[:_MOST_PLACED] or strangers[:1]


def _common_words(view: View) -> frozenset[str]:
    """The words that the page prints in small letters."""
    return frozenset(_SMALL_WORD.findall("\n".join([block.text for block in view.blocks])))


def _is_common(claim: Claim, common: frozenset[str]) -> bool:
    """Whether a name's words are words of the page: two of them, or all. So is a label's title
    case ("Also Included In")."""
    names = claim.value.names if isinstance(claim.value, Byline) else ()
    for name in names:
        words = [word for word in name.split() if word.lower() != word]
        found = sum(word.strip(".,'’").casefold() in common for word in words)
        if words and found >= min(2, len(words)):
            return True
    return False


def _is_in_story(claim: Claim, story: str) -> bool:
    """Whether the story mentions a name in a byline."""
    names = claim.value.names if isinstance(claim.value, Byline) else ()
    return any(normalize(name) in story for name in names)


def _is_near_date(view: View, at: int, lines: int) -> bool:
    """Whether a line, or one so many lines above or below it, states a date."""
    return any(_is_dated(view, other) for other in range(at - lines, at + lines + 1))


def _is_dated(view: View, at: int) -> bool:
    if not 0 <= at < len(view.blocks) or len(view.blocks[at].text) > _LONGEST_DATE:
        return False
    facts = view.facts(at)
    return not facts.has_byline_prefix and (facts.is_relative or bool(facts.dates))
