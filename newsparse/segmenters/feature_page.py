"""What the columns of cues share: a page, and the blocks of it that they are made for."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from newsparse.records import BlockKind
from newsparse.segmenters.scene import Scene
from newsparse.textual import folded_words

_MOST_STEPS: Final = 12
_TAIL_PURPOSES: Final = frozenset(("related", "comment", "signup", "share", "legal", "navigation"))
"""What lines at the end of a story are for."""
_LONGEST_TAIL_LINE: Final = 200.0
Column = Sequence[float]
"""One number for each wanted block."""
LONGEST_STATED: Final = 500
"""Letters up to which a block may be what the head's description says."""
SHORT: Final = 160
"""Letters up to which a block is short: cues of its letters and first words need a short one."""


class FeaturePage:
    """A page and the blocks that are wanted of it; columns over all blocks are padded by two, so
    that every block has neighbours."""

    def __init__(self, scene: Scene, wanted: list[int]) -> None:
        blocks = scene.blocks
        pad = [-1.0, -1.0]
        none = [-2, -2]
        parent = scene.page.outline.parent
        self.scene = scene
        self.wanted = wanted
        self.size = len(blocks)
        self.blocks = [blocks[at] for at in wanted]
        self.texts = [block.text for block in self.blocks]
        self.nodes = [block.node for block in self.blocks]
        self.above = [parent[node] for node in self.nodes]
        self.sizes = [scene.lengths[at] for at in wanted]
        self.folded = [scene.normalized[at] for at in wanted]
        self.logs = [*pad, *map(math.log1p, scene.lengths), *pad]
        self.linked = [*pad, *scene.linked, *pad]
        self.prose = [*pad, *[1.0 if size else 0.0 for size in scene.prose], *pad]
        self.levels = [*pad, *[float(block.level) for block in blocks], *pad]
        self.lists = [
            *pad,
            *[1.0 if block.kind is BlockKind.LIST_ITEM else 0.0 for block in blocks],
            *pad,
        ]
        self.parents = [*none, *[parent[block.node] for block in blocks], *none]
        self.groups = [*none, *scene.group, *none]
        self.joined = "\n".join(self.texts)
        self.pictures: dict[int, list[int]] = {}
        for picture in scene.page.pictures:
            self.pictures.setdefault(picture.before, []).append(picture.node)

    @cached_property
    def words(self) -> list[set[str]]:
        """The words of each wanted block that is not too long to repeat a statement of the head."""
        return [
            folded_words(folded) if size <= LONGEST_STATED else set()
            for folded, size in zip(self.folded, self.sizes, strict=True)
        ]

    @cached_property
    def tails(self) -> list[int]:
        """The lines that say that the story has ended."""
        lengths = self.scene.lengths
        return [
            at
            for at, purpose in enumerate(self.scene.purposes)
            if purpose in _TAIL_PURPOSES and lengths[at] <= _LONGEST_TAIL_LINE
        ]

    @cached_property
    def ways_to_title(self) -> list[tuple[int, int]]:
        """For each wanted block: steps from its container up to one that also holds the printed
        title, at most 12, and that one; (-1, -1) where no title is printed."""
        title = self.scene.title_block
        if title < 0:
            return [(-1, -1)] * len(self.wanted)
        parent = self.scene.page.outline.parent
        known: dict[int, tuple[int, int]] = {}
        node = self.scene.blocks[title].node
        while node >= 0:
            known[node] = (0, node)
            node = parent[node]
        return [_way(node, parent, known) for node in self.nodes]


def since(marks: list[int], wanted: list[int], farthest: float) -> list[float]:
    """Blocks from the last mark up to each wanted block, itself included; `farthest` at most."""
    found: list[float] = []
    for at in wanted:
        before = bisect_right(marks, at)
        steps = at - marks[before - 1] if before else farthest
        found.append(float(steps) if steps < farthest else farthest)
    return found


def until(marks: list[int], wanted: list[int], farthest: float) -> list[float]:
    """Blocks from each wanted block, itself included, to the next mark; `farthest` at most."""
    found: list[float] = []
    for at in wanted:
        after = bisect_left(marks, at)
        steps = marks[after] - at if after < len(marks) else farthest
        found.append(float(steps) if steps < farthest else farthest)
    return found


def _way(node: int, parent: tuple[int, ...], known: dict[int, tuple[int, int]]) -> tuple[int, int]:
    """Steps from a container up to the path that is known, and where they meet."""
    climbed = []
    while node not in known:
        climbed.append(node)
        node = parent[node]
    steps, meet = known[node]
    for one in reversed(climbed):
        if steps < _MOST_STEPS:
            steps += 1
        known[one] = (steps, meet)
    return steps, meet
