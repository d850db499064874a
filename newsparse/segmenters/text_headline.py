"""The headline of a dump: of the lines above the story, the one that most cues point to.

No element says headline there, and no head says what the page is called. What is left: the words of the line come
back in the story and in the page's address, it stands alone, a byline and a date follow it. `POINTS` holds what each
cue is worth; `python -m newsparse.training.headlines CORPUS` fits them anew and prints the table.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Container, Iterable
from functools import cached_property
from operator import itemgetter
from typing import Final

import attrs

from newsparse.blocks import Block
from newsparse.fields.bylines import has_byline_prefix
from newsparse.fields.dates import FoundDate, find_dates
from newsparse.lexicon.furniture import purpose
from newsparse.lexicon.tails import caption_edges
from newsparse.records import BlockKind
from newsparse.segmenters.address import address_words, likeness
from newsparse.segmenters.readings import plain_byline
from newsparse.segmenters.scene import Scene, credit_of
from newsparse.textual import normalize

REACH: Final = 60
"""Lines above the story among which the headline is looked for."""
_LONGEST: Final = 300.0
_TOP: Final = 20
"""Lines at the top of a page without a story among which it is looked for."""
_CUT: Final = 400
"""Letters at which the normalized of a scene are cut; no headline is so long."""
_NEAR: Final = 5
_BESIDE: Final = 8
_ALIKE: Final = 16
"""Letters that two lines share where one begins or ends as all of the other: no shorter line is held against others."""
_LONGER = re.compile(r"\w{4,}")
_OPENING: Final = 4
"""Lines that open a story."""
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
    "opens with a byline prefix": -0.14,
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
_DEAR: Final = frozenset((
    "a byline follows", "is a byline", "holds a date", "little but a date", "holds a credit", "ends in a credit in brackets",
    "words of furniture", "opens with a byline prefix", "trail of sections",
))  # fmt: skip
"""Cues that cost a reading of the line, or of those under it: asked only where the other cues leave a line its chance."""
_HOPE: Final = sum(max(0.0, _WORTH[name]) for name in sorted(_DEAR))
"""What the dear cues may add at most."""
_SLACK: Final = 1e-6
"""Sums and exponentials are rounded: no line is dropped for so little."""
_BASE: Final = 1.0
"""Logits of a line that is as likely a headline as not."""


@attrs.frozen(eq=False)
class Story:
    """What the lines of a page are held against: the words of its story and of its address, and one another."""

    scene: Scene
    first: int
    last: int
    words: frozenset[str]
    opening: frozenset[str]
    address: frozenset[str]

    @cached_property
    def prints(self) -> Counter[str]:
        """How often each folded line stands on the page."""
        return Counter(self.scene.normalized)

    @cached_property
    def dated(self) -> frozenset[int]:
        """The short lines with a date, of those that follow a line that may be the headline."""
        start, end = self._reach(_NEAR)
        return frozenset(
            block.index
            for block in self.scene.blocks[start:end]
            if len(block.text) < 100 and _is_dated(block.text)
        )

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The first letters that several of the lines share, of those beside a line that may be the headline."""
        start, end = self._reach(_BESIDE)
        return _repeated(folded[:_ALIKE] for folded in self.scene.normalized[start:end])

    @cached_property
    def endings(self) -> frozenset[str]:
        """The last letters that several of them share."""
        start, end = self._reach(_BESIDE)
        return _repeated(folded[-_ALIKE:] for folded in self.scene.normalized[start:end])

    def _reach(self, beside: int) -> tuple[int, int]:
        """Where the lines begin and end that may be the headline, with so many beside them."""
        if self.last < 0:
            return 0, _TOP + beside
        return max(0, self.first - REACH - beside), self.first + 1 + beside


def story_of(scene: Scene, values: list[float], first: int, last: int) -> Story:
    """The story of a page, given how surely each block is body."""
    told = [at for at, value in enumerate(values) if value >= 0.5]
    opening = _content(scene, told[:_OPENING])
    return Story(
        scene,
        first,
        last,
        opening | _content(scene, told[_OPENING:]),
        opening,
        address_words(scene.page.url),
    )


def _content(scene: Scene, lines: Iterable[int]) -> frozenset[str]:
    """The longer words of some lines, folded."""
    folded = [
        scene.normalized[at]
        if len(scene.blocks[at].text) <= _CUT
        else normalize(scene.blocks[at].text)
        for at in lines
    ]
    return frozenset(_LONGER.findall(" ".join(folded)))


def _repeated(pieces: Iterable[str]) -> frozenset[str]:
    return frozenset([piece for piece, count in Counter(pieces).items() if count > 1])


def ranked(
    story: Story, least: float, away: Container[int] = (), most: int = REACH + 1
) -> list[tuple[int, float, str]]:
    """The `most` likely headlines among the lines, the best first: index, how likely by itself, cues; none less likely than `least`.

    Lines are judged in the order of their outlook, until so many are likelier than any line that is left can be; those `away` are none.
    """
    judged: list[tuple[float, int, dict[str, float]]] = []
    for hope, at in sorted([(-_outlook(story, at), at) for at in lines(story)]):
        if _likely(-hope) < (least if len(judged) < most else -judged[-1][0]):
            break
        if at in away:
            continue
        told = cues(story, at)
        points = _likely(_logit(told))
        if points >= least:
            judged = sorted([*judged, (-points, at, told)], key=itemgetter(0, 1))[:most]
    return [(at, -points, _reason(told)) for points, at, told in judged]


def _likely(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))


def _logit(told: dict[str, float]) -> float:
    return sum([_WORTH.get(name, 0.0) * value for name, value in told.items()]) - _BASE


def _outlook(story: Story, at: int) -> float:
    """The highest logit that a line may have, whatever its dear cues: no text is read for it, and no cue is named."""
    line = _line(story, at)
    own = _content(story.scene, (at,))
    likeness = (
        sum([_WORTH[name] * value for name, value in _likeness(line, own).items()])
        if story.address or not own.isdisjoint(story.words)
        else 0.0
    )
    return (
        _position(line)
        + sum([worth for worth, test in _CHEAP if test(line)])
        + likeness
        - _BASE
        + _HOPE
        + _SLACK
    )


def _reason(told: dict[str, float]) -> str:
    return ", ".join(sorted(told, key=lambda name: -_WORTH.get(name, 0.0) * told[name])[:4])


def lines(story: Story) -> list[int]:
    """The lines that may be a headline: above the story, or the heading right at its top."""
    scene = story.scene
    if story.last < 0:
        return [
            at for at in range(min(_TOP, len(scene.blocks))) if 4 <= scene.lengths[at] <= _LONGEST
        ]
    low = max(0, story.first - REACH)
    found = [at for at in range(low, story.first) if 4 <= scene.lengths[at] <= _LONGEST]
    if scene.blocks[story.first].level and scene.lengths[story.first] <= _LONGEST:
        found.append(story.first)
    return found


def cues(story: Story, at: int) -> dict[str, float]:
    """What speaks for and against a line, each from 0 to 1; what is absent is 0."""
    line = _line(story, at)
    found = {_distance(story.first - at): 1.0, _length(story.scene.lengths[at]): 1.0}
    found |= {name: 1.0 for name, test in _TESTS if test(line)}
    found |= _likeness(line, _content(story.scene, (at,)))
    found |= {name: 1.0 for name, test in _SURROUNDINGS if test(line)}
    return found


def _distance(blocks: int) -> str:
    for limit, name in (
        (2, "right above the story"),
        (5, "just above the story"),
        (10, "near the story"),
        (20, "above the story"),
    ):
        if blocks < limit:
            return name
    return "far above the story"


def _length(letter_length: float) -> str:
    for limit, name in (
        (12, "very short"),
        (25, "short"),
        (45, "rather short"),
        (110, "as long as headlines"),
        (160, "rather long"),
    ):
        if letter_length < limit:
            return name
    return "long"


@attrs.frozen(eq=False)
class _Line:
    """A line, and what several tests ask of it."""

    story: Story
    at: int
    block: Block
    text: str
    folded: str
    beside: list[str]
    """The folded lines beside it, other than its own prints; none where no line there begins or ends in the same letters."""

    @cached_property
    def dates(self) -> list[FoundDate]:
        return list(find_dates(self.text))


def _line(story: Story, at: int) -> _Line:
    block, folded = story.scene.blocks[at], story.scene.normalized[at]
    alike = len(folded) >= _ALIKE and (
        folded[:_ALIKE] in story.beginnings or folded[-_ALIKE:] in story.endings
    )
    return _Line(story, at, block, block.text, folded, _beside(story, at) if alike else [])


def _beside(story: Story, at: int) -> list[str]:
    normalized = story.scene.normalized
    return [
        other
        for other in (
            *normalized[max(0, at - _BESIDE) : at],
            *normalized[at + 1 : at + 1 + _BESIDE],
        )
        if other != normalized[at]
    ]


_Test = Callable[[_Line], bool]
_TESTS: Final[tuple[tuple[str, _Test], ...]] = (
    ("ends as a sentence", lambda line: line.text[-1] in ".。!"),
    ("asks", lambda line: line.text[-1] in "?？"),
    ("ends in a colon", lambda line: line.text[-1] in ":：,"),
    ("stands under a gap", lambda line: line.block.gap > 0 or not line.at),
    ("list item", lambda line: line.block.kind is BlockKind.LIST_ITEM),
    ("first heading", lambda line: line.block.level == 1),
    ("heading", lambda line: line.block.level > 1),
    ("trail of sections", lambda line: bool(_TRAIL.search(line.text))),
    ("holds a date", lambda line: bool(line.dates)),
    ("little but a date", lambda line: _is_date(line)),
    ("is a byline", lambda line: _is_spoken_byline(line.text)),
    ("ends in a credit in brackets", lambda line: _ends_in_brackets(line)),
    ("holds a credit", lambda line: credit_of(line.story.scene, line.text) is not None),
    ("all capitals", lambda line: line.text.isupper()),
    ("begins small", lambda line: line.text[0].islower()),
    ("quotes", lambda line: not _QUOTES.isdisjoint(line.text)),
    ("words of furniture", lambda line: bool(purpose(line.text.casefold()))),
    ("opens with a byline prefix", lambda line: has_byline_prefix(line.text)),
)
"""Cues of the line alone."""
_SURROUNDINGS: Final[tuple[tuple[str, _Test], ...]] = (
    ("stands alone", lambda line: (line.block.gap > 0 or not line.at) and _gap_under(line) > 0),
    ("a byline follows", lambda line: _is_followed(line)),
    (
        "a date follows",
        lambda line: not line.story.dated.isdisjoint(range(line.at + 1, line.at + 1 + _NEAR)),
    ),
    (
        "a long line follows",
        lambda line: (
            line.at + 1 < len(line.story.scene.lengths)
            and line.story.scene.lengths[line.at + 1] > 60
        ),
    ),
    (
        "printed twice",
        lambda line: len(line.folded) >= _ALIKE and line.story.prints[line.folded] > 1,
    ),
    (
        "printed again below the story",
        lambda line: len(line.folded) >= _ALIKE and _is_printed_below(line),
    ),
    (
        "begins a line beside it",
        lambda line: (
            bool(line.beside) and any(other.startswith(line.folded) for other in line.beside)
        ),
    ),
    (
        "ends a line beside it",
        lambda line: (
            bool(line.beside) and any(other.endswith(line.folded) for other in line.beside)
        ),
    ),
    (
        "ends in a line beside it",
        lambda line: (
            bool(line.beside)
            and line.folded.endswith(
                tuple([other for other in line.beside if len(other) >= _ALIKE])
            )
        ),
    ),
    (
        "deeper than the story",
        lambda line: (
            line.story.last >= 0
            and line.block.indent > line.story.scene.blocks[line.story.first].indent
        ),
    ),
    ("deep", lambda line: line.block.indent >= 10),
)
"""Cues of the lines around it."""
_CHEAP: Final = tuple(
    [
        (_WORTH[name], test)
        for name, test in (*_TESTS, *_SURROUNDINGS)
        if name in _WORTH and name not in _DEAR
    ]
)
"""What the cues are worth that cost next to nothing, and how they are told."""


def _is_followed(line: _Line) -> bool:
    """Whether one of the next lines is a byline; byline prefixes are looked for in all of them before any is read."""
    texts = [
        block.text
        for block in line.story.scene.blocks[line.at + 1 : line.at + 1 + _NEAR]
        if len(block.text) < 120
    ]
    return any(map(has_byline_prefix, texts)) or any(
        plain_byline(text) is not None for text in texts
    )


def _gap_under(line: _Line) -> int:
    """The blank lines under a line; none under the last."""
    blocks = line.story.scene.blocks
    return blocks[line.at + 1].gap if line.at + 1 < len(blocks) else 0


def _is_printed_below(line: _Line) -> bool:
    """Whether a line is printed below the story; on a page without a story each is."""
    story = line.story
    return (
        line.at > story.last
        or story.prints[line.folded] > 1
        and line.folded in story.scene.normalized[story.last + 1 :]
    )


def _position(line: _Line) -> float:
    """What a line's place and length are worth."""
    return _WORTH[_distance(line.story.first - line.at)] + _WORTH.get(
        _length(line.story.scene.lengths[line.at]), 0.0
    )


def _likeness(line: _Line, own: frozenset[str]) -> dict[str, float]:
    """How many of its words, the longer ones given, the story and the address have."""
    story = line.story
    part = max(2, len(own)) + (len(own) < 2)
    shared = len(own & story.words)
    found = {
        "its words are the story's": shared / part,
        "its words open the story": len(own & story.opening) / part,
        "many words of the story": min(shared, 6) / 6,
    }
    if alike := likeness(line.text, story.address):
        found["its words are the address's"] = alike
    return found


def _is_dated(text: str) -> bool:
    return next(find_dates(text), None) is not None


def _is_date(line: _Line) -> bool:
    """Whether dates and what calls them a date are most of a line."""
    return sum(found.end - found.start for found in line.dates) * 3 > len(line.text)


def _ends_in_brackets(line: _Line) -> bool:
    found = credit_of(line.story.scene, line.text[slice(*caption_edges(line.text))])
    return found is not None and found.form == "bracketed"


def _is_spoken_byline(text: str) -> bool:
    return len(text) < 200 and has_byline_prefix(text) and plain_byline(text) is not None
