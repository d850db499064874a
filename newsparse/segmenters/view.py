"""What the segmenters look at: the scene, how sure each block is body, and the landmarks
between."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from newsparse.blocks import Block, Mark
from newsparse.lexicon.classwords import bit
from newsparse.page import Hint
from newsparse.segmenters.facts import LineFacts
from newsparse.segmenters.precedence import Row
from newsparse.segmenters.scene import Scene
from newsparse.segmenters.scoring import Scores

OUTSIDE_STORY = bit("in_nav", "in_dialog", "related", "comment", "signup", "consent", "in_form")
"""Elements in which nothing of the story's head or tail stands."""
SURE = 0.7
"""The probability from which a block is surely body: to stand with a picture is no objection."""


@attrs.frozen
class Candidate:
    """A block that may be the headline, and how many points say so."""

    block: int
    points: float
    reason: str


@attrs.frozen(eq=False)
class View:
    """One page, ready to be judged."""

    scene: Scene
    body: Scores
    papers: tuple[str, ...] = ()
    """Names of the page's own house, from its head and its profile."""
    authors: frozenset[str] = frozenset()
    """Names of authors that the page's head states, folded."""
    hints: tuple[Hint, ...] = ()
    headlines: tuple[Candidate, ...] = ()
    """The blocks that may be the headline, best first."""
    headline: int = -1
    """The block taken for the headline; -1 where none is."""
    first: int = 0
    last: int = -1
    """The first and last block of the body; (0, -1) where there is none."""
    furniture: Mapping[int, Row] = attrs.field(factory=dict)
    """Blocks that what they belong to makes no story, and the rule."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.scene.page.blocks

    def facts(self, at: int) -> LineFacts:
        """What the words of a block are."""
        return self.scene.facts[at]

    def marks(self, block: Block) -> tuple[Mark, ...]:
        return self.scene.page.locator.marks(block)

    def head(self, before: int = 14) -> range:
        """Blocks of the story's head: from a little before the headline to the first blocks of the
        body."""
        top = self.headline if 0 <= self.headline <= self.first or self.last < 0 else self.first
        top = min(top, self.first) if self.last >= 0 else max(top, 0)
        end = self.first + 3 if self.last >= 0 else top + 20
        return range(max(0, top - before), min(len(self.blocks), end))

    def tail(self, after: int = 12) -> range:
        """Blocks of the story's tail: its last ones and a few after it."""
        if self.last < 0:
            return range(0)
        return range(max(self.first, self.last - 4), min(len(self.blocks), self.last + 1 + after))


def body_range(values: list[float]) -> tuple[int, int]:
    """The first and last block that is body; (0, -1) where none is."""
    sure = [at for at, value in enumerate(values) if value >= 0.5]
    return (sure[0], sure[-1]) if sure else (0, -1)
