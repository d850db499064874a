"""The cues of a dump's headline: what speaks for and against each line above the story.

A cue is a row of `ALONE` or `AROUND`; how near the story a line is, how long, and how many of its
words the story and the address have, are cues of more than two values.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Final

import attrs

from newsparse.blocks import Block
from newsparse.lexicon.furniture import purpose
from newsparse.records import BlockKind
from newsparse.segmenters.address import address_words, likeness
from newsparse.segmenters.facts import LineFacts
from newsparse.segmenters.scene import Scene
from newsparse.textual import normalize

REACH: Final = 60
"""Lines above the story among which the headline is looked for."""
TOP: Final = 20
"""Lines at the top of a page without a story among which it is looked for."""
_LONGEST_FOLDED: Final = 400
"""Characters at which a scene's normalised lines are cut; no headline is that long."""
_LONGEST_DATE: Final = 100
_LONGEST_BYLINE: Final = 120
_LONGEST_PREFIXED: Final = 200
"""Letters of the longest line that may be a byline with a prefix."""
_LONG_LINE: Final = 60
_DEEP: Final = 10
"""Blanks from which a line counts as indented deeply."""
_LINES_UNDER: Final = 5
"""Lines under a headline among which byline and date stand."""
_LINES_BESIDE: Final = 8
"""Lines above and below that a line is compared with."""
_SHORTEST_ALIKE: Final = 16
"""Characters of the shortest line that is compared with the start or end of lines near it."""
_OPENING_LINES: Final = 4
"""Lines that open a story."""
_LONGER_WORD = re.compile(r"\w{4,}")
_TRAIL = re.compile(r"\s[|>›»•]\s")
_SIGNED: Final = frozenset(("labelled", "copyright"))
"""Forms of credits that a sign or a label opens."""
_QUOTES: Final = frozenset("\"“”„«'‘’")


@attrs.frozen(eq=False)
class Story:
    """What the lines of a page are compared with: the words of the story, the address, and the
    other lines."""

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
        start, end = self._reach(_LINES_UNDER)
        return frozenset(
            block.index
            for block in self.scene.blocks[start:end]
            if len(block.text) < _LONGEST_DATE and self.scene.facts[block.index].dates
        )

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The first letters that several of the lines share, of those beside a line that may be the
        headline."""
        start, end = self._reach(_LINES_BESIDE)
        return _repeated(folded[:_SHORTEST_ALIKE] for folded in self.scene.normalized[start:end])

    @cached_property
    def endings(self) -> frozenset[str]:
        """The last letters that several of them share."""
        start, end = self._reach(_LINES_BESIDE)
        return _repeated(folded[-_SHORTEST_ALIKE:] for folded in self.scene.normalized[start:end])

    def _reach(self, beside: int) -> tuple[int, int]:
        """Where the lines begin and end that may be the headline, with so many beside them."""
        if self.last < 0:
            return 0, TOP + beside
        return max(0, self.first - REACH - beside), self.first + 1 + beside


def story_of(scene: Scene, values: list[float], first: int, last: int) -> Story:
    """The story of a page, given how surely each block is body."""
    body = [at for at, value in enumerate(values) if value >= 0.5]
    opening = content(scene, body[:_OPENING_LINES])
    return Story(
        scene,
        first,
        last,
        opening | content(scene, body[_OPENING_LINES:]),
        opening,
        address_words(scene.page.url),
    )


def content(scene: Scene, lines: Iterable[int]) -> frozenset[str]:
    """The longer words of some lines, folded."""
    folded = [
        scene.normalized[at]
        if len(scene.blocks[at].text) <= _LONGEST_FOLDED
        else normalize(scene.blocks[at].text)
        for at in lines
    ]
    return frozenset(_LONGER_WORD.findall(" ".join(folded)))


def _repeated(pieces: Iterable[str]) -> frozenset[str]:
    return frozenset([piece for piece, count in Counter(pieces).items() if count > 1])


@attrs.frozen(eq=False)
class Line:
    """A line and what several tests need to know about it."""

    story: Story
    at: int
    block: Block
    text: str
    folded: str
    content: frozenset[str]
    """Its longer words, folded."""
    beside: list[str]
    """The folded lines beside it, other than its own prints; none where no line there begins or
    ends in the same letters."""

    @property
    def facts(self) -> LineFacts:
        """What its words are."""
        return self.story.scene.facts[self.at]


def line_at(story: Story, at: int) -> Line:
    """A line of a page, ready to be compared with the story."""
    block, folded = story.scene.blocks[at], story.scene.normalized[at]
    alike = len(folded) >= _SHORTEST_ALIKE and (
        folded[:_SHORTEST_ALIKE] in story.beginnings or folded[-_SHORTEST_ALIKE:] in story.endings
    )
    beside = _beside(story, at) if alike else []
    return Line(story, at, block, block.text, folded, content(story.scene, (at,)), beside)


def _beside(story: Story, at: int) -> list[str]:
    normalized = story.scene.normalized
    return [
        other
        for other in (
            *normalized[max(0, at - _LINES_BESIDE) : at],
            *normalized[at + 1 : at + 1 + _LINES_BESIDE],
        )
        if other != normalized[at]
    ]


_Test = Callable[[Line], bool]
ALONE: Final[tuple[tuple[str, _Test], ...]] = (
    ("ends as a sentence", lambda line: line.text[-1] in ".。!"),
    ("asks", lambda line: line.text[-1] in "?？"),
    ("ends in a colon", lambda line: line.text[-1] in ":：,"),
    ("stands under a gap", lambda line: line.block.gap > 0 or not line.at),
    ("list item", lambda line: line.block.kind is BlockKind.LIST_ITEM),
    ("first heading", lambda line: line.block.level == 1),
    ("heading", lambda line: line.block.level > 1),
    ("trail of sections", lambda line: bool(_TRAIL.search(line.text))),
    ("holds a date", lambda line: bool(line.facts.dates)),
    ("little but a date", lambda line: line.facts.dated * 3 > len(line.text)),
    ("is a byline", lambda line: _is_byline(line)),
    ("ends in a credit in brackets", lambda line: _ends_in_brackets(line)),
    ("holds a credit", lambda line: line.facts.credit is not None),
    ("all capitals", lambda line: line.text.isupper()),
    ("begins small", lambda line: line.text[0].islower()),
    ("quotes", lambda line: not _QUOTES.isdisjoint(line.text)),
    ("words of furniture", lambda line: bool(purpose(line.text.casefold()))),
    ("starts with a byline prefix", lambda line: line.facts.has_byline_prefix),
)
"""Cues of the line alone."""
AROUND: Final[tuple[tuple[str, _Test], ...]] = (
    ("stands alone", lambda line: (line.block.gap > 0 or not line.at) and _gap_under(line) > 0),
    ("a byline follows", lambda line: _is_followed(line)),
    ("a credit follows", lambda line: _is_over_credit(line)),
    (
        "a date follows",
        lambda line: (
            not line.story.dated.isdisjoint(range(line.at + 1, line.at + 1 + _LINES_UNDER))
        ),
    ),
    (
        "a long line follows",
        lambda line: (
            line.at + 1 < len(line.story.scene.lengths)
            and line.story.scene.lengths[line.at + 1] > _LONG_LINE
        ),
    ),
    (
        "printed twice",
        lambda line: len(line.folded) >= _SHORTEST_ALIKE and line.story.prints[line.folded] > 1,
    ),
    (
        "printed again below the story",
        lambda line: len(line.folded) >= _SHORTEST_ALIKE and _is_printed_below(line),
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
                tuple([other for other in line.beside if len(other) >= _SHORTEST_ALIKE])
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
    ("deep", lambda line: line.block.indent >= _DEEP),
)
"""Cues of the lines around it."""


def cues_of(line: Line) -> dict[str, float]:
    """What speaks for and against a line, each from 0 to 1; what is absent is 0."""
    found = {distance(line): 1.0, length(line): 1.0}
    found |= {name: 1.0 for name, test in ALONE if test(line)}
    found |= shared_words(line)
    found |= {name: 1.0 for name, test in AROUND if test(line)}
    return found


def distance(line: Line) -> str:
    """How far above the story a line stands."""
    blocks = line.story.first - line.at
    for limit, name in (
        (2, "right above the story"),
        (5, "just above the story"),
        (10, "near the story"),
        (20, "above the story"),
    ):
        if blocks < limit:
            return name
    return "far above the story"


def length(line: Line) -> str:
    """How long a line is."""
    size = line.story.scene.lengths[line.at]
    for limit, name in (
        (12, "very short"),
        (25, "short"),
        (45, "rather short"),
        (110, "as long as headlines"),
        (160, "rather long"),
    ):
        if size < limit:
            return name
    return "long"


def _is_followed(line: Line) -> bool:
    """Whether one of the next lines is a byline; prefixes are looked for in all of them before any
    is read."""
    blocks = line.story.scene.blocks[line.at + 1 : line.at + 1 + _LINES_UNDER]
    under = [
        line.story.scene.facts[block.index] for block in blocks if len(block.text) < _LONGEST_BYLINE
    ]
    return any(facts.has_byline_prefix for facts in under) or any(
        facts.plain_byline is not None for facts in under
    )


def _is_over_credit(line: Line) -> bool:
    """Whether the line under it is the credit of a picture, by a sign or a label: it is a
    caption."""
    blocks = line.story.scene.blocks
    if line.at + 1 >= len(blocks) or len(blocks[line.at + 1].text) > _LONGEST_BYLINE:
        return False
    facts = line.story.scene.facts[line.at + 1]
    return facts.credit is not None and facts.credit.start == 0 and facts.credit.form in _SIGNED


def _is_byline(line: Line) -> bool:
    """Whether a line is a byline with a prefix."""
    facts = line.facts
    return (
        len(line.text) < _LONGEST_PREFIXED
        and facts.has_byline_prefix
        and facts.plain_byline is not None
    )


def _ends_in_brackets(line: Line) -> bool:
    found = line.facts.inner_credit
    return found is not None and found.form == "bracketed"


def _gap_under(line: Line) -> int:
    """The blank lines under a line; none under the last."""
    blocks = line.story.scene.blocks
    return blocks[line.at + 1].gap if line.at + 1 < len(blocks) else 0


def _is_printed_below(line: Line) -> bool:
    """Whether a line is printed below the story; on a page without a story each is."""
    story = line.story
    return line.at > story.last or (
        story.prints[line.folded] > 1 and line.folded in story.scene.normalized[story.last + 1 :]
    )


def shared_words(line: Line) -> dict[str, float]:
    """How many of a line's longer words the story and the address have."""
    story, own = line.story, line.content
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
