"""The one flow from a page to its judged pieces: scene, scores, claims, resolver.

`SEGMENTERS` names every segmenter; adding one is adding a row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

import attrs

from newsparse.page import Hint, Page
from newsparse.records import Label
from newsparse.segmenters import (
    body,
    caption,
    dates,
    deck,
    furniture,
    headline,
    kicker,
    masthead,
    note,
    tags,
    text_byline,
    text_date,
    text_story,
)
from newsparse.segmenters.byline_reading import Known
from newsparse.segmenters.claims import Claim, Piece, resolve
from newsparse.segmenters.hinted import hinted
from newsparse.segmenters.scene import Scene, scene_of
from newsparse.segmenters.scoring import Models, score, shipped
from newsparse.segmenters.view import View, body_range

Segmenter = Callable[[View], Iterable[Claim]]

SEGMENTERS: Final[tuple[Segmenter, ...]] = (
    headline.headline,
    masthead.masthead,
    kicker.kicker,
    deck.deck,
    text_byline.text_byline,
    dates.dates,
    text_date.text_date,
    caption.caption,
    note.note,
    tags.tags,
    furniture.furniture,
    body.body,
)
_BESIDE_PROFILE: Final = frozenset((Label.HEADLINE, Label.FURNITURE, Label.MASTHEAD))
"""Labels that are claimed beside a profile's rules for them: a headline's repetitions, more
furniture."""


@attrs.frozen(eq=False)
class Labelled:
    """A page's pieces, and the view they were judged from."""

    view: View
    pieces: tuple[Piece, ...]
    capped: bool = False
    """Whether there were more claims than are judged."""


def label(
    page: Page,
    *,
    papers: tuple[str, ...] = (),
    authors: frozenset[str] = frozenset(),
    hints: tuple[Hint, ...] = (),
    settled: frozenset[Label] = frozenset(),
    models: Models | None = None,
    most: int | None = None,
) -> Labelled:
    """Every block of the page, judged; of the claims on them the first `most`, down the page.

    `papers` are names of the page's house, `authors` the folded names of whom its head names as
    authors, `hints` what a profile's rules found, `settled` the labels that they decide alone.
    """
    bylines = frozenset(hint.block for hint in hints if hint.label is Label.BYLINE)
    scene = scene_of(page, Known(papers, authors, bylines))
    view = _view(scene, hints, models or shipped(page.media))
    claims = _claims(view, settled)
    judged = claims if most is None or len(claims) <= most else sorted(claims, key=_by_block)[:most]
    return Labelled(view, resolve(page.blocks, judged), len(judged) < len(claims))


def _view(scene: Scene, hints: tuple[Hint, ...], models: Models) -> View:
    """The page with its scores and landmarks: what the segmenters look at."""
    known = scene.facts.known
    outside = text_story.outside_story(scene, hints)
    scores = text_story.trim_scores(scene, score(scene, models), outside)
    first, last = _body_of(hints) or body_range(scores.values)
    given = next((hint.block for hint in hints if hint.label is Label.HEADLINE), -1)
    most = headline.CLAIMED if given < 0 else len(scene.blocks)
    found = headline.candidates(scene, scores.values, first, last, known.papers, outside, most)
    best = found[0].block if found else -1
    named = given if given >= 0 else best
    return View(
        scene,
        scores,
        known.papers,
        known.authors,
        tuple(hint for hint in hints if _is_in_place(hint, named)),
        tuple(found),
        named,
        first,
        last,
    )


def _is_in_place(hint: Hint, named: int) -> bool:
    """Whether a hint stands where its field may: a profile's masthead above the headline."""
    below = 0 <= named <= hint.block
    return not (below and hint.label is Label.MASTHEAD and hint.by == "profile")


def _claims(view: View, settled: frozenset[Label]) -> list[Claim]:
    """The claims of a profile, and those of the segmenters that it leaves something to say."""
    silent = settled - _BESIDE_PROFILE
    headlines = frozenset(hint.block for hint in view.hints if hint.label is Label.HEADLINE)
    claims = list(hinted(view, settled))
    for segmenter in SEGMENTERS:
        claims += [
            claim
            for claim in segmenter(view)
            if claim.label not in silent
            and not (claim.label is Label.HEADLINE and claim.block in headlines)
        ]
    return claims


def _by_block(claim: Claim) -> int:
    return claim.block


def _body_of(hints: tuple[Hint, ...]) -> tuple[int, int] | None:
    """The first and last block that hints call body, None where none does."""
    found = [hint.block for hint in hints if hint.label is Label.BODY]
    return (min(found), max(found)) if found else None
