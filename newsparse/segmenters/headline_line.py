"""The headline of a dump: of the lines above the story, the one that most cues point to.

No element says headline there, and no head says what the page is called. What is left: the words of the line come
back in the story and in the page's address, it stands alone, a byline and a date follow it. `POINTS` holds what each
cue is worth; `python -m newsparse.training.headlines CORPUS` fits them anew and prints the table.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Final

import attrs

from newsparse.blocks import Block
from newsparse.dates import FoundDate, find_dates
from newsparse.lexicon.furniture import purpose
from newsparse.lexicon.tails import caption_edges
from newsparse.names import has_byword, parse_byline
from newsparse.records import BlockKind
from newsparse.segmenters.address import address_words, likeness
from newsparse.segmenters.scene import Scene, credit_of
from newsparse.textual import key

REACH: Final = 60
"""Lines above the story among which the headline is looked for."""
_LONGEST: Final = 300.0
_NEAR: Final = 5
_LONGER = re.compile(r"\w{4,}")
_TRAIL = re.compile(r"\s[|>›»•]\s")
_QUOTES: Final = frozenset("\"“”„«'‘’")

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
    "opens with a by-word": -0.14,
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
    "little but a date": -4.0,
    "ends in a credit in brackets": -4.0,
    "is a byline": -4.0,
    "very short": -1.2,
    "ends in a line beside it": -2.5,
}
"""What cues are worth that the dumps of the fit hold too rarely: marks of Markdown, other fields of small pages."""
_WORTH: Final = POINTS | GIVEN
_FOLLOWED: Final = "a byline follows"
_DEAR: Final = frozenset((_FOLLOWED, "is a byline", "holds a date", "little but a date", "holds a credit", "ends in a credit in brackets"))
"""Cues that cost a reading of the line, or of those under it: asked only where the other cues leave a line its chance."""
_HOPE: Final = sum(max(0.0, _WORTH[name]) for name in sorted(_DEAR))
"""What the dear cues may add at most."""
_SLACK: Final = 1e-6
"""Sums are rounded: no line is dropped for so little."""
_BASE: Final = 1.0
"""Logits of a line that is as likely a headline as not."""


@attrs.frozen(eq=False)
class Story:
    """What the lines of a page are held against: the words of its story and of its address."""

    scene: Scene
    first: int
    last: int
    words: frozenset[str]
    opening: frozenset[str]
    address: frozenset[str]


def story_of(scene: Scene, values: list[float], first: int, last: int) -> Story:
    """The story of a page, given how surely each block is body."""
    sure = [at for at, value in enumerate(values) if value >= 0.5]
    texts = [content_words(scene.blocks[at].text) for at in sure]
    return Story(scene, first, last, frozenset().union(*texts), frozenset().union(*texts[:4]), address_words(scene.page.url))


def content_words(text: str) -> frozenset[str]:
    """The longer words of a text, folded."""
    return frozenset(_LONGER.findall(key(text)))


def ranked(story: Story, least: float) -> list[tuple[int, float, str]]:
    """The lines that may be the headline, the best first: index, how likely by itself, cues; none less likely than `least`."""
    judged: list[tuple[int, float, str]] = []
    bar = math.log(least / (1 - least)) - _HOPE - _SLACK
    for at in lines(story):
        if _logit(cues(story, at, without=_DEAR)) < bar:
            continue
        told = cues(story, at)
        points = 1 / (1 + math.exp(-_logit(told)))
        if points >= least:
            judged.append((at, points, _reason(told)))
    return sorted(judged, key=lambda one: (-one[1], one[0]))


def _logit(told: dict[str, float]) -> float:
    return sum([_WORTH.get(name, 0.0) * value for name, value in told.items()]) - _BASE


def _reason(told: dict[str, float]) -> str:
    return ", ".join(sorted(told, key=lambda name: -_WORTH.get(name, 0.0) * told[name])[:4])


def lines(story: Story) -> list[int]:
    """The lines that may be a headline: above the story, or the heading right at its top."""
    scene = story.scene
    if story.last < 0:
        return [at for at in range(min(20, len(scene.blocks))) if 4 <= scene.weights[at] <= _LONGEST]
    low = max(0, story.first - REACH)
    found = [at for at in range(low, story.first) if 4 <= scene.weights[at] <= _LONGEST]
    if scene.blocks[story.first].level and scene.weights[story.first] <= _LONGEST:
        found.append(story.first)
    return found


def cues(story: Story, at: int, *, without: frozenset[str] = frozenset()) -> dict[str, float]:
    """What speaks for and against a line, each from 0 to 1; what is absent is 0, and so is what is to be left out."""
    scene = story.scene
    block = scene.blocks[at]
    line = _Line(scene, block, block.text)
    found = {_distance(story.first - at): 1.0, _length(scene.weights[at]): 1.0}
    found |= {name: 1.0 for name, test in _TESTS if name not in without and test(line)}
    found |= _likeness(story, block.text)
    found |= {name: 1.0 for name, value in _surroundings(story, at, without).items() if value}
    return found


def _distance(blocks: int) -> str:
    for limit, name in ((2, "right above the story"), (5, "just above the story"), (10, "near the story"), (20, "above the story")):
        if blocks < limit:
            return name
    return "far above the story"


def _length(weight: float) -> str:
    for limit, name in ((12, "very short"), (25, "short"), (45, "rather short"), (110, "as long as headlines"), (160, "rather long")):
        if weight < limit:
            return name
    return "long"


@attrs.frozen(eq=False)
class _Line:
    """A line, and what several tests ask of it."""

    scene: Scene
    block: Block
    text: str

    @cached_property
    def dates(self) -> list[FoundDate]:
        return list(find_dates(self.text)) if any(map(str.isdigit, self.text)) else []


_TESTS: Final[tuple[tuple[str, Callable[[_Line], bool]], ...]] = (
    ("ends as a sentence", lambda line: line.text[-1] in ".。!"),
    ("asks", lambda line: line.text[-1] in "?？"),
    ("ends in a colon", lambda line: line.text[-1] in ":：,"),
    ("stands under a gap", lambda line: line.block.gap > 0 or not line.block.index),
    ("list item", lambda line: line.block.kind is BlockKind.LIST_ITEM),
    ("first heading", lambda line: line.block.level == 1),
    ("heading", lambda line: line.block.level > 1),
    ("trail of sections", lambda line: bool(_TRAIL.search(line.text))),
    ("holds a date", lambda line: bool(line.dates)),
    ("little but a date", lambda line: _is_date(line)),
    ("is a byline", lambda line: _is_spoken_byline(line.text)),
    ("ends in a credit in brackets", lambda line: _ends_in_brackets(line)),
    ("holds a credit", lambda line: credit_of(line.scene, line.text) is not None),
    ("all capitals", lambda line: line.text.isupper()),
    ("begins small", lambda line: line.text[0].islower()),
    ("quotes", lambda line: not _QUOTES.isdisjoint(line.text)),
    ("words of furniture", lambda line: bool(purpose(line.text.casefold()))),
    ("opens with a by-word", lambda line: has_byword(line.text)),
)
"""Cues of the line alone."""


def _likeness(story: Story, text: str) -> dict[str, float]:
    """How many of its words the story and the address have."""
    own = content_words(text)
    part = max(2, len(own)) + (len(own) < 2)
    found = {
        "its words are the story's": len(own & story.words) / part,
        "its words open the story": len(own & story.opening) / part,
        "many words of the story": min(len(own & story.words), 6) / 6,
    }
    if alike := likeness(text, story.address):
        found["its words are the address's"] = alike
    return found


def _surroundings(story: Story, at: int, without: frozenset[str]) -> dict[str, bool]:
    """Cues of the lines around it."""
    scene = story.scene
    blocks, keys = scene.blocks, scene.keys
    mine = keys[at]
    under = range(at + 1, min(len(blocks), at + 1 + _NEAR))
    beside = [other for other in (*keys[max(0, at - 8) : at], *keys[at + 1 : at + 9]) if other != mine]
    rows = "\n".join(("", *beside, ""))  # no folded text holds a line break
    long_enough = len(mine) > 15
    return {
        "stands alone": (blocks[at].gap > 0 or not at) and at + 1 < len(blocks) and blocks[at + 1].gap > 0,
        _FOLLOWED: _FOLLOWED not in without and _is_followed(story, at),
        "a date follows": any(len(blocks[other].text) < 100 and _is_dated(blocks[other].text) for other in under),
        "a long line follows": at + 1 < len(blocks) and scene.weights[at + 1] > 60,
        "printed twice": long_enough and keys.count(mine) > 1,
        "printed again below the story": long_enough and mine in keys[story.last + 1 :],
        "begins a line beside it": long_enough and f"\n{mine}" in rows,
        "ends a line beside it": long_enough and f"{mine}\n" in rows,
        "ends in a line beside it": mine.endswith(tuple([other for other in beside if len(other) > 15])),
        "deeper than the story": story.last >= 0 and blocks[at].indent > blocks[story.first].indent,
        "deep": blocks[at].indent >= 10,
    }


def _is_followed(story: Story, at: int) -> bool:
    """Whether one of the next lines is a byline."""
    return any(_is_byline(block.text) for block in story.scene.blocks[at + 1 : at + 1 + _NEAR])


@lru_cache(maxsize=4096)
def _is_dated(text: str) -> bool:
    return any(map(str.isdigit, text)) and next(find_dates(text), None) is not None


def _is_date(line: _Line) -> bool:
    """Whether dates and what calls them a date are most of a line."""
    return sum(found.end - found.start for found in line.dates) * 3 > len(line.text)


def _ends_in_brackets(line: _Line) -> bool:
    found = credit_of(line.scene, line.text[slice(*caption_edges(line.text))])
    return found is not None and found.form == "bracketed"


def _is_spoken_byline(text: str) -> bool:
    return len(text) < 200 and has_byword(text) and parse_byline(text) is not None


@lru_cache(maxsize=4096)
def _is_byline(text: str) -> bool:
    return len(text) < 120 and (has_byword(text) or parse_byline(text) is not None)
