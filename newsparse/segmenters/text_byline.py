"""Bylines of a dump: of the lines that may be one, those that stand where bylines stand.

Without elements many a line between headline and story reads as a name: a label of a button, a photographer, somebody
the story is about. Where a line says `By`, names alone say nothing; where none does, one place wins.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsparse.fields.bylines import has_byline_prefix
from newsparse.fields.dates import find_dates, is_relative
from newsparse.page import Media
from newsparse.segmenters.byline import byline, read
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.view import View
from newsparse.textual import normalize

_SPOKEN: Final = 0.95
_ALONE: Final = 0.8
"""The score below which a claim rests on a name and a place alone."""
_NEAR: Final = 2


def text_byline(view: View) -> Iterable[Claim]:
    """The claims of `byline`; on a page of text those that hold beside each other."""
    claims = list(byline(view))
    if view.scene.page.media is Media.HTML:
        return claims
    spoken = [claim for claim in claims if claim.score >= _SPOKEN]
    inside = [claim for claim in spoken if claim.block > view.headline]
    above = (
        {claim.block for claim in spoken if claim.block < view.headline}
        if inside and view.headline >= 0
        else set()
    )
    kept = [claim for claim in claims if claim.score >= _ALONE and claim.block not in above]
    if spoken:
        return kept
    return [*kept, *_placed(view, [claim for claim in claims if claim.score < _ALONE])]


def _placed(view: View, alone: list[Claim]) -> list[Claim]:
    """Of lines that are only a name, those right beside a date; where none is, the first that the story does not speak of."""
    beside = [
        claim
        for claim in alone
        if any(_is_dated(view, other) for other in range(claim.block - 1, claim.block + 2))
    ]
    if beside or not alone:
        return beside[:_NEAR]
    story = normalize(
        " ".join(view.blocks[at].text for at, value in enumerate(view.body.values) if value >= 0.5)
    )
    strangers = [
        claim
        for claim in alone
        if not any(normalize(name) in story for name in _names(view, claim.block))
    ]
    dated = [
        claim
        for claim in strangers
        if any(
            _is_dated(view, other) for other in range(claim.block - _NEAR, claim.block + _NEAR + 1)
        )
    ]
    return dated[:_NEAR] or strangers[:1]


def _names(view: View, at: int) -> tuple[str, ...]:
    found = read(view, view.blocks[at])
    return found.names if found is not None else ()


def _is_dated(view: View, at: int) -> bool:
    if (
        not 0 <= at < len(view.blocks)
        or len(view.blocks[at].text) > 120
        or has_byline_prefix(view.blocks[at].text)
    ):
        return False
    text = view.blocks[at].text
    return is_relative(text) or (
        any(map(str.isdigit, text)) and next(find_dates(text), None) is not None
    )
