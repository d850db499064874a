"""The headline: of the lines that may be one, the line that most cues agree on.

What the head calls the page (`og:title`, JSON-LD, `title`) is a witness, not the answer: the
headline is what a reader saw, so a block wins over the head wherever one fits.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from newsparse.blocks import Block
from newsparse.lexicon.classwords import bit
from newsparse.page import Media
from newsparse.records import Label
from newsparse.segmenters import headline_line
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.scene import Scene
from newsparse.segmenters.view import AWAY, View
from newsparse.textual import overlap, words

_LONGEST: Final = 300.0
_HEADLINE: Final = bit("headline")
_FEED: Final = bit("related", "sidebar", "card", "in_aside", "in_footer", "comment", "live")
_LEVELS: Final = {1: 0.5, 2: 0.2, 3: 0.1}
_ENOUGH: Final = 0.45


@attrs.frozen
class Candidate:
    """A block that may be the headline, and how many points say so."""

    block: int
    points: float
    reason: str


def title_match(folded: str, titles: Iterable[str]) -> float:
    """How well a line agrees with what the head says the title is, 0 to 1.

    >>> title_match("rain falls", ["rain falls | the example herald"])
    0.95
    """
    best = 0.0
    mine = set(words(folded))
    for title in titles:
        if folded == title:
            return 1.0
        if len(folded) >= 8 and (title.startswith(folded) or title.endswith(folded)):
            best = max(best, 0.95)
        elif len(folded) >= 12 and folded in title:
            best = max(best, 0.9)
        elif len(title) >= 15 and title in folded:
            best = max(best, 0.8)
        else:
            best = max(best, 0.85 * overlap(mine, set(words(title))))
    return best


def candidates(scene: Scene, values: list[float], first: int, last: int) -> list[Candidate]:
    """The blocks that may be the headline, best first; `values` score the body, `first` and `last` bound it."""
    if scene.page.media is Media.TEXT and not scene.titles:
        story = headline_line.story_of(scene, values, first, last)
        return [Candidate(at, points, reason) for at, points, reason in headline_line.ranked(story) if points >= _ENOUGH]
    found = [_judged(scene, block, first, last) for block in scene.blocks if _may_be(scene, block, first)]
    return sorted((one for one in found if one.points >= _ENOUGH), key=lambda one: (-one.points, one.block))


def _may_be(scene: Scene, block: Block, first: int) -> bool:
    if scene.weights[block.index] > _LONGEST or scene.weights[block.index] < 3 or block.within & AWAY:
        return False
    if block.level or (block.own | block.inline) & _HEADLINE:
        return True
    return block.index < first and bool(scene.titles) and title_match(scene.keys[block.index], scene.titles) >= 0.9


def _judged(scene: Scene, block: Block, first: int, last: int) -> Candidate:
    points = 0.0
    cues: list[str] = []

    def add(value: float, cue: str) -> None:
        nonlocal points
        points += value
        cues.append(cue)

    at = block.index
    match = title_match(scene.keys[at], scene.titles)
    if match > 0.3:
        add(match, "says what the head calls the page")
    if block.level in _LEVELS:
        add(_LEVELS[block.level], f"heading of level {block.level}")
    if (block.own | block.inline) & _HEADLINE:
        add(0.15, "its class says headline")
    if block.within & _FEED:
        add(-0.3, "stands in a list of others")
    if last >= 0:
        if at > last:
            add(-0.8, "stands after the story")
        elif at > first:
            add(-0.35, "stands inside the story")
        else:
            add(0.25 - min(0.25, (first - at) / 60), "stands before the story")
    if scene.linked[at] > 0.9:
        add(-0.15, "is a link")
    return Candidate(at, points, "; ".join(cues))


def headline(view: View) -> Iterable[Claim]:
    """Claims on the headline's block and on the lines that repeat it."""
    if view.headline < 0:
        return
    best = candidates(view.scene, view.body.values, view.first, view.last)
    chosen = next((one for one in best if one.block == view.headline), None)
    wanted = view.scene.keys[view.headline]
    for block in view.blocks:
        if view.scene.keys[block.index] == wanted and block.index <= max(view.first, view.headline) + 2:
            reason = chosen.reason if chosen is not None and block.index == view.headline else "repeats the headline"
            yield Claim(block.index, Label.HEADLINE, 0.97 if block.index == view.headline else 0.93, reason)
    for other in best[1:4]:
        if other.block != view.headline and view.scene.keys[other.block] != wanted:
            yield Claim(other.block, Label.HEADLINE, min(0.45, other.points / 4), other.reason)
