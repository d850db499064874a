"""The headline: of the lines that may be one, the line that most cues agree on.

What the head calls the page (`og:title`, JSON-LD, `title`) is a witness, not the answer: the
headline is what a reader saw, so a block wins over the head wherever one fits.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable
from typing import Final

from newsparse.blocks import Block
from newsparse.lexicon.classwords import bit
from newsparse.page import Media
from newsparse.records import Label
from newsparse.segmenters import text_headline
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.scene import Scene
from newsparse.segmenters.view import AWAY, Candidate, View
from newsparse.textual import folded_words, normalize, overlap

_LONGEST: Final = 300.0
_SITE_WORDS: Final = 4
_DIVIDER = re.compile(r"\s[|·•»-]{1,3}\s|\s?[|»]\s?")
_HEADLINE: Final = bit("headline")
_FEED: Final = bit("related", "sidebar", "card", "in_aside", "in_footer", "comment", "live")
_LEVELS: Final = {1: 0.5, 2: 0.2, 3: 0.1}
_ENOUGH: Final = 0.45
CLAIMED: Final = 4
"""Candidates that the headline, and what might be it, are claimed of."""


def contained(folded: str, titles: Iterable[str]) -> float:
    """How well a line agrees with a title that holds it, or that it holds; 0 where neither is so.

    >>> contained("rain falls", ["rain falls | the example herald"])
    0.95
    """
    best = 0.0
    size = len(folded)
    for title in titles:
        if folded == title:
            return 1.0
        if size >= 8 and (title.startswith(folded) or title.endswith(folded)):
            best = 0.95
        elif best < 0.9 and size >= 12 and folded in title:
            best = 0.9
        elif best < 0.8 and len(title) >= 15 and title in folded:
            best = 0.8
    return best


def title_match(scene: Scene, at: int) -> float:
    """How well a block agrees with what the head says the title is, 0 to 1."""
    folded = scene.normalized[at]
    best = contained(folded, scene.titles)
    if best >= 0.85:
        return best
    if scene.title_words:
        mine = folded_words(folded)
        best = max(best, max([0.85 * overlap(mine, title) for title in scene.title_words]))
    return best


def candidates(
    scene: Scene,
    values: list[float],
    first: int,
    last: int,
    houses: Collection[str] = (),
    away: Container[int] = (),
    most: int = CLAIMED,
) -> list[Candidate]:
    """The blocks that may be the headline, best first; of the lines of a dump `most`.

    `values` score the body, `first` and `last` bound it; `houses` are names of the page's house, folded; what is `away` is none.
    """
    if scene.page.media is Media.TEXT and not scene.titles:
        story = text_headline.story_of(scene, values, first, last)
        return [
            Candidate(at, points, reason)
            for at, points, reason in text_headline.ranked(story, _ENOUGH, away, most)
        ]
    names = frozenset((*houses, *_site_parts(scene)))
    found = [
        _judged(scene, block, first, last, names)
        for block in scene.blocks
        if _may_be(scene, block, first)
    ]
    return sorted(
        (one for one in found if one.points >= _ENOUGH and one.block not in away),
        key=lambda one: (-one.points, one.block),
    )


def _may_be(scene: Scene, block: Block, first: int) -> bool:
    """Whether a block that stands before the story, or is called a headline, may be one."""
    named = bool(block.level or (block.own | block.inline) & _HEADLINE)
    if (
        not named
        and block.index >= first
        or block.within & AWAY
        or not 3 <= scene.lengths[block.index] <= _LONGEST
    ):
        return False
    return named or contained(scene.normalized[block.index], scene.titles) >= 0.9


def _site_parts(scene: Scene) -> list[str]:
    """The shorter end of the page's title where a divider parts it: the site's name, as often as not."""
    parts = [part for part in _DIVIDER.split(normalize(scene.page.head.title)) if part]
    if len(parts) < 2:
        return []
    return [
        part
        for part in (parts[0], parts[-1])
        if len(part) < max(map(len, parts)) and len(part.split()) <= _SITE_WORDS
    ]


def _judged(
    scene: Scene, block: Block, first: int, last: int, names: Collection[str] = ()
) -> Candidate:
    points = 0.0
    cues: list[str] = []

    def add(value: float, cue: str) -> None:
        nonlocal points
        points += value
        cues.append(cue)

    at = block.index
    match = title_match(scene, at)
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
    if scene.normalized[at] in names:
        add(-0.7, "is the name of the site")
    return Candidate(at, points, "; ".join(cues))


def headline(view: View) -> Iterable[Claim]:
    """Claims on the headline's block and on the lines that repeat it."""
    if view.headline < 0:
        return
    best = view.headlines
    chosen = next((one for one in best if one.block == view.headline), None)
    wanted = view.scene.normalized[view.headline]
    for block in view.blocks:
        if (
            view.scene.normalized[block.index] == wanted
            and block.index <= max(view.first, view.headline) + 2
        ):
            reason = (
                chosen.reason
                if chosen is not None and block.index == view.headline
                else "repeats the headline"
            )
            yield Claim(
                block.index, Label.HEADLINE, 0.97 if block.index == view.headline else 0.93, reason
            )
    for other in best[1:CLAIMED]:
        if other.block != view.headline and view.scene.normalized[other.block] != wanted:
            yield Claim(other.block, Label.HEADLINE, min(0.45, other.points / 4), other.reason)
