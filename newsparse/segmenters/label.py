"""The one flow from a page to its judged pieces: scene, scores, claims, judgement.

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
from newsparse.segmenters.claims import Claim, Piece, resolve
from newsparse.segmenters.hinted import Ruling, hinted
from newsparse.segmenters.scene import scene_of
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
    most: int | None = None,
) -> Labelled:
    """Every block of the page, judged; of the claims on them the first `most`, down the page.

    `papers` are names of the page's publisher, `authors` the normalized authors of its head,
    `hints` what a profile's rules found, `decided` the labels that they decide alone.
    """
    scene = scene_of(page)
    away = text_story.apart(scene, hints)
    scores = text_story.settled(scene, score(scene, models or shipped(page.media)), away)
    ruling = Ruling.of(hints, decided)
    first, last = ruling.body or body_range(scores.values, scene.lengths)
    best = tuple(headline.candidates(scene, scores.values, first, last, papers, away))
    named = ruling.headline if ruling.headline >= 0 else best[0].block if best else -1
    view = View(scene, scores, papers, authors, hints, best, named, first, last)
    claims = list(hinted(view, decided))
    for segmenter in SEGMENTERS:
        claims.extend(claim for claim in segmenter(view) if not ruling.overrules(claim))
    judged = claims if most is None or len(claims) <= most else sorted(claims, key=_by_block)[:most]
    return Labelled(view, resolve(page.blocks, judged), len(judged) < len(claims))


def _by_block(claim: Claim) -> int:
    return claim.block
