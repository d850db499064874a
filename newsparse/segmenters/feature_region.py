"""The cues of the region that a block stands in, as columns of numbers: boxes that a template
repeats, the way to the headline, what has ended the story above, what the head states as its body.

Rules of this file: a cue is cheap, is neutral to language and site, and means the same for HTML and
text.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from typing import Final

from newsparse.lexicon.classwords import bit
from newsparse.segmenters.feature_page import Column, FeaturePage, since

_MOST_BOXES: Final = 10
_MOST_LINES: Final = 10
_FARTHEST: Final = 20.0
_SIGNED: Final = bit("byline", "date", "has_time")
_LONGEST_SIGNATURE: Final = 90.0
_SHORTEST_STATED: Final = 200
_LONGEST_STATED: Final = 50_000
"""Characters of a body that the head states."""
_OPENING: Final = 80
"""Characters of a block's opening that are looked for in it."""
_NO_LETTER = re.compile(r"[\W_]+")


def twin_boxes(page: FeaturePage) -> Column:
    """How many boxes that a template printed alike stand beside the box of each block, at most: the
    box may be any element above the block's own."""
    outline = page.scene.page.outline
    parent, signature = outline.parent, outline.signature
    families = Counter(zip(parent, signature, strict=True))
    known: dict[int, int] = {-1: 0}

    def boxes(node: int) -> int:
        climbed = []
        while node not in known:
            climbed.append(node)
            node = parent[node]
        most = known[node]
        for one in reversed(climbed):
            if signature[one] and most < _MOST_BOXES:
                alike = families[parent[one], signature[one]]
                if alike > most:
                    most = alike if alike < _MOST_BOXES else _MOST_BOXES
            known[one] = most
        return most

    return [float(boxes(above)) for above in page.above]


def node_text(page: FeaturePage) -> Column:
    """The text of each block's container, on a logarithmic scale."""
    sizes = page.scene.text_mass
    return [math.log1p(sizes[node]) for node in page.nodes]


def parent_text(page: FeaturePage) -> Column:
    """The same for the container around that one."""
    sizes = page.scene.text_mass
    return [math.log1p(sizes[max(0, above)]) for above in page.above]


def title_climb(page: FeaturePage) -> Column:
    """Steps from each block's container up to one that also holds the printed title; -1 where no
    title is printed."""
    return [float(steps) for steps, _ in page.ways_to_title]


def title_share(page: FeaturePage) -> Column:
    """The share of the page's prose in the smallest container of each block and the printed title;
    -1 where no title is printed."""
    mass, total = page.scene.mass, page.scene.total
    return [mass[meet] / total if steps >= 0 else -1.0 for steps, meet in page.ways_to_title]


def tails_before(page: FeaturePage) -> Column:
    """How many lines between the first prose and each block say that the story has ended."""
    return _counted(page, page.tails)


def signed_before(page: FeaturePage) -> Column:
    """How many short lines between the first prose and each block stand in an element of a byline
    or date: more than one sign the entries of a thread."""
    scene = page.scene
    signatures = [
        block.index
        for block in scene.blocks
        if (block.own | block.inline) & _SIGNED and scene.lengths[block.index] < _LONGEST_SIGNATURE
    ]
    return _counted(page, signatures)


def since_tail(page: FeaturePage) -> Column:
    """Blocks from the last line that says that the story has ended to each block."""
    return since(page.tails, page.wanted, _FARTHEST)


def _counted(page: FeaturePage, marks: list[int]) -> Column:
    """For each wanted block, how many marks stand between the first prose and it, at most."""
    marks = marks[bisect_left(marks, page.scene.first) :][:_MOST_LINES]
    return [float(bisect_left(marks, at)) for at in page.wanted]


def stated(page: FeaturePage) -> Column:
    """Whether the body that the head states holds the opening of each block; -1 where it states
    none."""
    body = _stated_body(page)
    if not body:
        return [-1.0] * len(page.wanted)
    openings = [_NO_LETTER.sub("", text[:_OPENING].lower())[: _OPENING // 2] for text in page.texts]
    return [1.0 if opening and opening in body else 0.0 for opening in openings]


def _stated_body(page: FeaturePage) -> str:
    """The letters and digits of the longest body that the head states; "" where it states none."""
    bodies = [item.data.get("articleBody") for item in page.scene.page.head.items]
    body = max((text for text in bodies if isinstance(text, str)), key=len, default="")
    if len(body) < _SHORTEST_STATED:
        return ""
    return _NO_LETTER.sub("", body[:_LONGEST_STATED].lower())
