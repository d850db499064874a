"""The headline of a dump: of the lines above the story, the one that most cues point to.

No element says headline there, and no head says what the page is called. What is left: the words of
the line come back in the story and in the page's address, it stands alone, a byline and a date
follow it. `POINTS` holds what each cue is worth; `python -m newsparse.training.headlines CORPUS`
fits them anew and prints the table.
"""

from __future__ import annotations

import math
from collections.abc import Container
from operator import itemgetter
from typing import Final

from newsparse.segmenters.text_headline_cues import (
    ALONE,
    AROUND,
    REACH,
    TOP,
    Line,
    Story,
    cues_of,
    distance,
    length,
    line_at,
    shared_words,
    story_of,
)

__all__ = ["GIVEN", "POINTS", "REACH", "cues", "lines", "ranked", "story_of"]

_SHORTEST_HEADLINE, _LONGEST_HEADLINE = 4.0, 300.0

POINTS: Final[dict[str, float]] = {
    "its words are the address's": 4.83,
    "stands alone": 2.06,
    "its words open the story": 1.57,
    "a date follows": 1.55,
    "ends a line beside it": 1.41,
    "many words of the story": 1.15,
    "its words are the story's": 1.05,
    "a long line follows": 1.04,
    "as long as headlines": 0.81,
    "stands under a gap": 0.73,
    "printed twice": 0.55,
    "just above the story": 0.52,
    "rather short": 0.45,
    "above the story": 0.41,
    "begins a line beside it": 0.35,
    "quotes": 0.32,
    "near the story": 0.28,
    "a byline follows": 0.26,
    "starts with a byline prefix": -0.14,
    "far above the story": -0.16,
    "short": -0.23,
    "very short": -0.24,
    "all capitals": -0.26,
    "begins small": -0.31,
    "deep": -0.58,
    "words of furniture": -0.58,
    "holds a date": -0.66,
    "holds a credit": -0.68,
    "long": -0.79,
    "ends in a line beside it": -0.85,
    "right above the story": -1.05,
    "list item": -1.07,
    "deeper than the story": -1.17,
    "ends in a colon": -1.21,
    "ends as a sentence": -1.46,
    "trail of sections": -1.50,
}
"""What each cue is worth, in logits, as fitted."""

GIVEN: Final[dict[str, float]] = {
    "first heading": 3.0,
    "heading": 1.0,
    "a credit follows": -2.5,
    "little but a date": -4.0,
    "ends in a credit in brackets": -4.0,
    "is a byline": -4.0,
    "very short": -1.2,
    "ends in a line beside it": -2.5,
}
"""What cues are worth that the dumps of the fit hold too rarely: marks of Markdown, other fields of
small pages."""
_WORTH: Final = POINTS | GIVEN
_COSTLY: Final = frozenset(
    (
        "a byline follows",
        "a credit follows",
        "is a byline",
        "holds a date",
        "little but a date",
        "holds a credit",
        "ends in a credit in brackets",
        "words of furniture",
        "starts with a byline prefix",
        "trail of sections",
    )
)
"""Cues that parse the line or those under it; tested only where the other cues leave a line a
chance."""
_HOPE: Final = sum(max(0.0, _WORTH[name]) for name in sorted(_COSTLY))
"""What the costly cues may add at most."""
_SLACK: Final = 1e-6
"""Sums and exponentials are rounded: no line is dropped for so little."""
_BASE: Final = 1.0
"""Logits of a line that is as likely a headline as not."""


def ranked(
    story: Story, least: float, outside: Container[int] = (), most: int = REACH + 1
) -> list[tuple[int, float, str]]:
    """The `most` likely headlines among the lines, the best first: index, how likely by itself,
    cues; none less likely than `least`.

    Lines are judged in the order of their outlook, until so many are likelier than any line that is
    left can be; those `outside` are none.
    """
    judged: list[tuple[float, int, dict[str, float]]] = []
    for outlook, at in sorted([(-_outlook(story, at), at) for at in lines(story)]):
        if _likely(-outlook) < (least if len(judged) < most else -judged[-1][0]):
            break
        if at in outside:
            continue
        found = cues(story, at)
        points = _likely(_logit(found))
        if points >= least:
            judged = sorted([*judged, (-points, at, found)], key=itemgetter(0, 1))[:most]
    return [(at, -points, _reason(found)) for points, at, found in judged]


def _likely(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))


def _logit(found: dict[str, float]) -> float:
    return sum([_WORTH.get(name, 0.0) * value for name, value in found.items()]) - _BASE


def _outlook(story: Story, at: int) -> float:
    """The highest logit that a line can reach whatever its costly cues are; nothing is parsed for
    it."""
    line = line_at(story, at)
    shared = shared_words(line) if story.address or not line.content.isdisjoint(story.words) else {}
    return (
        _position(line)
        + sum([worth for worth, test in _CHEAP if test(line)])
        + sum([_WORTH[name] * value for name, value in shared.items()])
        - _BASE
        + _HOPE
        + _SLACK
    )


def _position(line: Line) -> float:
    """What a line's place and length are worth."""
    return _WORTH[distance(line)] + _WORTH.get(length(line), 0.0)


def _reason(found: dict[str, float]) -> str:
    return ", ".join(sorted(found, key=lambda name: -_WORTH.get(name, 0.0) * found[name])[:4])


def lines(story: Story) -> list[int]:
    """The lines that may be a headline: above the story, or the heading right at its top."""
    scene = story.scene
    if story.last < 0:
        return [at for at in range(min(TOP, len(scene.blocks))) if _may_be(story, at)]
    found = [at for at in range(max(0, story.first - REACH), story.first) if _may_be(story, at)]
    if scene.blocks[story.first].level and scene.lengths[story.first] <= _LONGEST_HEADLINE:
        found.append(story.first)
    return found


def _may_be(story: Story, at: int) -> bool:
    return _SHORTEST_HEADLINE <= story.scene.lengths[at] <= _LONGEST_HEADLINE


def cues(story: Story, at: int) -> dict[str, float]:
    """What speaks for and against a line, each from 0 to 1; what is absent is 0."""
    return cues_of(line_at(story, at))


_CHEAP: Final = tuple(
    [
        (_WORTH[name], test)
        for name, test in (*ALONE, *AROUND)
        if name in _WORTH and name not in _COSTLY
    ]
)
"""What the cues are worth that cost next to nothing, and their tests."""
