"""The one flow from a page to its judged pieces: scene, scores, claims, resolver.

`SEGMENTERS` names every segmenter; adding one is adding a row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

import attrs

from newsparse.page import Hint, Media, Page
from newsparse.records import Label
from newsparse.segmenters import (
    body,
    caption,
    dates,
    deck,
    furniture,
    headline,
    html_story,
    kicker,
    masthead,
    note,
    site,
    site_fields,
    tags,
    text_byline,
    text_date,
    text_page_break,
    text_story,
)
from newsparse.segmenters.byline_reading import Known
from newsparse.segmenters.claims import ENOUGH, Claim, Piece, resolve
from newsparse.segmenters.hinted import Ruling, hinted
from newsparse.segmenters.scene import Scene, scene_of
from newsparse.segmenters.scoring import Models, score, shipped
from newsparse.segmenters.site_cues import SiteIndex
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
    text_page_break.text_page_break,
    caption.caption,
    note.note,
    tags.tags,
    furniture.furniture,
    site.site,
    body.body,
)


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
    decided: frozenset[Label] = frozenset(),
    models: Models | None = None,
    known: SiteIndex | None = None,
    most: int | None = None,
) -> Labelled:
    """Every block of the page, judged; of the claims on them the first `most`, down the page.

    `papers` are names of the page's publisher, `authors` the normalized authors of its head,
    `hints` what a profile's rules found, `decided` the labels that they decide alone,
    `known` what is known of the site.
    """
    bylines = frozenset(hint.block for hint in hints if hint.label is Label.BYLINE)
    scene = scene_of(page, Known(papers, authors, bylines))
    ruling = Ruling.of(hints, decided)
    view = _view(scene, hints, ruling, models or shipped(page.media), known)
    claims = list(hinted(view, decided))
    site_says = site_fields.site_fields(view)
    for segmenter in SEGMENTERS:
        claims.extend(
            claim
            for claim in segmenter(view)
            if not (ruling.overrules(claim) or site_says.overrules(claim))
        )
    claims.extend(claim for claim in site_says.claims if not ruling.overrules(claim))
    judged = claims if most is None or len(claims) <= most else sorted(claims, key=_by_block)[:most]
    return Labelled(view, resolve(page.blocks, judged), len(judged) < len(claims))


_LONGEST_HEAD: Final = 20
"""Lines that may stand between a deck and the first paragraph."""
_FEWEST_BETWEEN: Final = 1
"""Lines that stand there at least."""


def _view(
    scene: Scene,
    hints: tuple[Hint, ...],
    ruling: Ruling,
    models: Models,
    site: SiteIndex | None,
) -> View:
    """The page with its scores and landmarks: what the segmenters look at."""
    known = scene.facts.known
    outside = text_story.outside_story(scene, hints)
    trimmed = html_story.trim_scores(scene, score(scene, models, site))
    scores = text_story.trim_scores(scene, trimmed.scores, outside)
    first, last = ruling.body or body_range(scores.values)
    found = headline.candidates(
        scene, scores.values, first, last, known.papers, outside, site=scores.beside
    )
    best = found[0].block if found else -1
    named = ruling.headline if ruling.headline >= 0 else best
    if named == first:
        first = _after(named, last, scores.values)
    if scene.page.media is Media.TEXT and named < first:
        first = _behind_lone_line(first, last, scores.values)
    return View(
        scene,
        scores,
        known.papers,
        known.authors,
        hints,
        tuple(found),
        named,
        first,
        last,
        trimmed.furniture,
    )


def _after(headline: int, last: int, values: list[float]) -> int:
    """The first block of the body under a headline that reads as body itself."""
    under = range(headline + 1, last + 1)
    return next((at for at in under if values[at] >= ENOUGH), headline)


def _behind_lone_line(first: int, last: int, values: list[float]) -> int:
    """The first paragraph of the body below a lone line at its top. A lone line is likely a deck
    that reads as body if lines of the story's head stand under it."""
    under = range(first + 1, min(last, first + _LONGEST_HEAD) + 1)
    found = next((at for at in under if values[at] >= ENOUGH), first)
    return found if found - first > _FEWEST_BETWEEN else first


def _by_block(claim: Claim) -> int:
    return claim.block
