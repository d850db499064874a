"""The cues of a block's element and place, and of its neighbours, as columns of numbers.

Rules of this file: a cue is cheap, is neutral to language and site, and means the same for HTML and
text.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import accumulate
from typing import Final

from newsparse.records import BlockKind
from newsparse.segmenters.feature_page import Column, FeaturePage, since, until

_KINDS: Final = {kind: float(at) for at, kind in enumerate(BlockKind)}
_TAGS: Final = {
    "p": 1.0,
    "div": 2.0,
    "td": 3.0,
    "li": 4.0,
    "figcaption": 5.0,
    "section": 6.0,
    "article": 6.0,
    "main": 6.0,
    "body": 6.0,
    "dd": 4.0,
    "th": 3.0,
    "blockquote": 7.0,
}
_FARTHEST: Final = 20.0
"""Blocks from which a distance is simply far: a long story is no other kind of page than a short
one."""
_PAD: Final = -2
"""The number of a block before the first or after the last."""
_NO_BLOCK: Final = -1.0
_MOST_PROSE: Final = math.log1p(12_000.0)
"""Weight of prose from which a page simply holds much."""
_MOST_BLOCKS: Final = math.log1p(300.0)


def beside(name: str, steps: int) -> Callable[[FeaturePage], Column]:
    """A padded column as the blocks that many steps after (before where negative) have it."""
    shift = steps + 2

    def column(page: FeaturePage) -> Column:
        padded = getattr(page, name)
        return [padded[at + shift] for at in page.wanted]

    return column


def alike(name: str, steps: int) -> Callable[[FeaturePage], Column]:
    """Whether the block that many steps away has the same number in a padded column; -1 where there
    is no such block."""
    shift = steps + 2

    def column(page: FeaturePage) -> Column:
        padded = getattr(page, name)
        pairs = [(padded[at + shift], padded[at + 2]) for at in page.wanted]
        return [_NO_BLOCK if other == _PAD else float(other == own) for other, own in pairs]

    return column


def stressed(page: FeaturePage) -> Column:
    return [block.stressed / len(block.text) if block.stressed else 0.0 for block in page.blocks]


def kinds(page: FeaturePage) -> Column:
    return [_KINDS[block.kind] for block in page.blocks]


def tags(page: FeaturePage) -> Column:
    return [_TAGS.get(block.tag, 0.0) for block in page.blocks]


def group_share(page: FeaturePage) -> Column:
    group, sizes, total = page.scene.group, page.scene.group_prose, page.scene.total
    return [sizes[group[at]] / total for at in page.wanted]


def parent_share(page: FeaturePage) -> Column:
    mass, total = page.scene.mass, page.scene.total
    return [mass[above] / total if above >= 0 else 1.0 for above in page.above]


def node_share(page: FeaturePage) -> Column:
    mass, total = page.scene.mass, page.scene.total
    return [mass[node] / total for node in page.nodes]


def signature_share(page: FeaturePage) -> Column:
    signature, sizes, total = (
        page.scene.page.outline.signature,
        page.scene.signature_prose,
        page.scene.total,
    )
    return [sizes.get(signature[node], 0.0) / total for node in page.nodes]


def climb(page: FeaturePage) -> Column:
    climb = page.scene.climb
    return [float(steps) if (steps := climb[node]) < 12 else 12.0 for node in page.nodes]


def in_core(page: FeaturePage) -> Column:
    in_core = page.scene.in_core
    return [1.0 if in_core[node] else 0.0 for node in page.nodes]


def core_above(page: FeaturePage) -> Column:
    depth, meet = page.scene.depth, page.scene.meet
    core = depth[page.scene.core]
    return [float(depth[meet[node]] - core) for node in page.nodes]


def core_depth(page: FeaturePage) -> Column:
    depth = page.scene.depth
    core = depth[page.scene.core]
    return [float(depth[node] - core) for node in page.nodes]


def position(page: FeaturePage) -> Column:
    size = page.size
    return [at / size for at in page.wanted]


def prose_before(page: FeaturePage) -> Column:
    total = page.scene.total
    before = list(accumulate(page.scene.prose, initial=0.0))
    return [before[at] / total for at in page.wanted]


def from_title_block(page: FeaturePage) -> Column:
    title_block = page.scene.title_block
    return _from(title_block, page) if title_block >= 0 else [-_FARTHEST - 1.0] * len(page.wanted)


def from_first(page: FeaturePage) -> Column:
    return _from(page.scene.first, page)


def from_last(page: FeaturePage) -> Column:
    return _from(page.scene.last, page)


def _from(mark: int, page: FeaturePage) -> Column:
    """Blocks from a mark to each block, negative before it, at most `_FARTHEST` either way."""
    steps = [float(at - mark) for at in page.wanted]
    return [
        step if -_FARTHEST <= step <= _FARTHEST else math.copysign(_FARTHEST, step)
        for step in steps
    ]


def between(page: FeaturePage) -> Column:
    first, last = page.scene.first, page.scene.last
    return [1.0 if first <= at <= last else 0.0 for at in page.wanted]


def to_prose_before(page: FeaturePage) -> Column:
    return since(_prose(page), page.wanted, _FARTHEST)


def to_prose_after(page: FeaturePage) -> Column:
    return until(_prose(page), page.wanted, _FARTHEST)


def _prose(page: FeaturePage) -> list[int]:
    return [at for at, size in enumerate(page.scene.prose) if size]


def siblings_linked(page: FeaturePage) -> Column:
    """Share of text inside links among all blocks of the parent of each block's container."""
    scene, parent = page.scene, page.scene.page.outline.parent
    texts = [0.0] * (len(parent) + 1)
    links = [0.0] * (len(parent) + 1)
    for block, size, share in zip(scene.blocks, scene.lengths, scene.linked, strict=True):
        above = parent[block.node]
        texts[above] += size
        links[above] += size * share
    return [links[above] / texts[above] if texts[above] else 0.0 for above in page.above]


def picture_before(page: FeaturePage) -> Column:
    return _to_pictures(page, 0)


def picture_after(page: FeaturePage) -> Column:
    return _to_pictures(page, 1)


def _to_pictures(page: FeaturePage, steps: int) -> Column:
    """Distance of each block to the pictures right before the block that many steps on; 9 where
    none is near."""
    if not page.pictures:
        return [9.0] * len(page.wanted)
    pictures, parent = page.pictures, page.scene.page.outline.parent
    return [
        _picture_distance(pictures[at + steps], node, parent) if at + steps in pictures else 9.0
        for at, node in zip(page.wanted, page.nodes, strict=True)
    ]


def core_share(page: FeaturePage) -> Column:
    return [page.scene.mass[page.scene.core] / page.scene.total] * len(page.wanted)


def page_prose(page: FeaturePage) -> Column:
    return [min(_MOST_PROSE, math.log1p(page.scene.total))] * len(page.wanted)


def page_blocks(page: FeaturePage) -> Column:
    return [min(_MOST_BLOCKS, math.log1p(page.size))] * len(page.wanted)


def gap_above(page: FeaturePage) -> Column:
    return [float(lines) if (lines := block.gap) < 5 else 5.0 for block in page.blocks]


def indent(page: FeaturePage) -> Column:
    return [float(blanks) if (blanks := block.indent) < 40 else 40.0 for block in page.blocks]


def _picture_distance(nodes: list[int], node: int, parent: tuple[int, ...]) -> float:
    """Steps from a block's container up to one that also holds a picture next to it; 9 where none
    is near."""
    above: dict[int, int] = {}
    steps = 0
    while node >= 0 and steps < 9:
        above[node] = steps
        node = parent[node]
        steps += 1
    best = 9.0
    for other in nodes:
        climb = 0
        while other >= 0 and climb < 9:
            if other in above:
                best = min(best, float(above[other]))
                break
            other = parent[other]
            climb += 1
    return best
