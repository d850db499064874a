"""The cues that the learned scorers see, as one row of numbers a block.

Rules of this file: a cue is cheap, is neutral to language and site, and means the same for HTML
and text. `FEATURES` names the columns; the class-word groups of a block, its ancestors and its inline
elements are three more columns of bits (`MASKS`), which the scorers test bit by bit.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Final

from newsparse.lexicon.credits import LABELS
from newsparse.lexicon.furniture import purpose
from newsparse.names import has_byword
from newsparse.records import BlockKind
from newsparse.segmenters.scene import Scene, repeats
from newsparse.textual import folded_words, overlap

FEATURES: Final = tuple(
    "length linked sentences ends commas capitals digits opening closing stressed level kind tag prose "
    "group_share parent_share node_share signature_share climb in_core core_above core_depth position prose_before "
    "from_anchor from_first from_last between "
    "length_before length_after length_before2 length_after2 linked_before linked_after linked_before2 linked_after2 "
    "prose_before1 prose_after1 parent_before parent_after group_before group_after level_before level_after list_before list_after "
    "to_prose_before to_prose_after siblings_linked repeated title_match description_match furniture credit byword dated address "
    "picture_before picture_after core_share page_prose page_blocks gap_above indent".split()
)
"""Names of the columns."""

MASKS: Final = ("within", "own", "inline")
"""Names of the columns of bits."""

_KINDS: Final = {kind: float(at) for at, kind in enumerate(BlockKind)}
_TAGS: Final = {"p": 1.0, "div": 2.0, "td": 3.0, "li": 4.0, "figcaption": 5.0, "section": 6.0, "article": 6.0, "main": 6.0, "body": 6.0, "dd": 4.0, "th": 3.0, "blockquote": 7.0}
_PURPOSES: Final = {"": 0.0, "legal": 1.0, "navigation": 2.0, "signup": 3.0, "related": 4.0, "ad": 5.0, "share": 6.0, "comment": 7.0}
_QUOTES: Final = "\"'“„«‘‹「『”’"
_ADDRESS = re.compile(r"https?://|www\.|@\w")
_DATED = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{4}年|\b\d{1,2}:\d{2}\b|\b(?:19|20)\d{2}\b|\b\d+\s*(?:min|hour|hr|day|tag|stund|jour|heure|hora|día)")
_CREDITED = re.compile(
    r"\([^()]*(?:/|photo|foto|credit|getty|AP|AFP|reuters|courtesy)[^()]*\)\W*$|©|/(?:AFP|AP|dpa|EPA|Getty|Reuters|TT|NTB|PA|ANP)\b|\b(?:AP Photo|Getty Images|REUTERS|IMAGO|Shutterstock|picture alliance)\b|"
    r"(?:^|[\s.!?)\"”])(?:%s)\s*(?:by\b|[:：])"
    % "|".join(sorted({re.escape(word.strip(" :：©.")) for words_ in LABELS.values() for word in words_.split(" | ") if len(word) > 2 and word.isascii() and " " not in word}, key=len, reverse=True)),
    re.IGNORECASE,
)
_MAY_CREDIT = re.compile(r"[(©/:：]").search
_CREDIT_WORD = re.compile(r"by|ap photo|getty images|reuters|imago|shutterstock|picture alliance").search
"""A text with none of these holds no credit."""
_SHORT: Final = 160
_CREDIT_LONGEST: Final = 700
_TAIL: Final = 120
_FAR: Final = 20.0
"""Blocks from which a distance is simply far: a long story is no other kind of page than a short one."""
_MUCH: Final = math.log1p(12_000.0)
"""Weight of prose from which a page simply holds much."""
_MANY: Final = math.log1p(300.0)
_NO_WORDS: Final[set[str]] = set()
_CLOSING: Final = {":": 3.0, "?": 2.0, "？": 2.0, ".": 1.0, "!": 1.0, "。": 1.0}
_DIGIT = re.compile(r"\d")


def rows(scene: Scene, wanted: list[int]) -> list[list[float]]:
    """The features of the blocks whose indices are wanted, in that order."""
    page = _Columns(scene)
    return [_row(scene, page, at) for at in wanted]


class _Columns:
    """What the rows of a page share: columns padded at both ends, so that every block has neighbours."""

    def __init__(self, scene: Scene) -> None:
        blocks = scene.blocks
        pad = [-1.0, -1.0]
        parent = scene.page.outline.parent
        self.size = len(blocks)
        self.logs = [*pad, *map(math.log1p, scene.weights), *pad]
        self.linked = [*pad, *scene.linked, *pad]
        self.prose = [-1.0, *(1.0 if size else 0.0 for size in scene.prose), -1.0]
        self.levels = [-1.0, *(float(block.level) for block in blocks), -1.0]
        self.lists = [-1.0, *(1.0 if block.kind is BlockKind.LIST_ITEM else 0.0 for block in blocks), -1.0]
        self.parents = [-2, *(parent[block.node] for block in blocks), -2]
        self.groups = [-2, *scene.group, -2]
        self.repeats = repeats(scene.keys)
        self.to_prose_before, self.to_prose_after = _distances(scene.prose)
        self.prose_before: list[float] = []
        running = 0.0
        for size in scene.prose:
            self.prose_before.append(running)
            running += size
        self.pictures: dict[int, list[int]] = {}
        for picture in scene.page.pictures:
            self.pictures.setdefault(picture.before, []).append(picture.node)


def _distances(prose: list[float]) -> tuple[list[float], list[float]]:
    """Blocks from each block to the nearest prose before and after it, itself included."""
    before: list[float] = []
    count = _FAR
    for size in prose:
        count = 0.0 if size else min(count + 1, _FAR)
        before.append(count)
    after: list[float] = []
    count = _FAR
    for size in reversed(prose):
        count = 0.0 if size else min(count + 1, _FAR)
        after.append(count)
    return before, after[::-1]


def _row(scene: Scene, page: _Columns, at: int) -> list[float]:
    block = scene.blocks[at]
    outline = scene.page.outline
    text = block.text
    size = scene.weights[at]
    node = block.node
    parent = outline.parent[node]
    total = scene.total
    short = size <= _SHORT
    folded = scene.keys[at]
    found = folded_words(folded) if short or (scene.description_words and size <= 500) else _NO_WORDS
    group = scene.group[at]
    core_depth = scene.depth[scene.core]
    logs, linked, prose, levels, lists, parents, groups = page.logs, page.linked, page.prose, page.levels, page.lists, page.parents, page.groups
    from_first, from_last = at - scene.first, at - scene.last
    return [
        logs[at + 2],
        scene.linked[at],
        min(8.0, 1.0 + text.count(". ") + text.count("? ") + text.count("! ") + text.count("。")),
        1.0 if scene.ends[at] else 0.0,
        min(20.0, text.count(",") + text.count("、") + text.count("،")),
        _share(text, str.isupper) if short else 0.0,
        _share(text, str.isdigit) if short else 0.0,
        _opening(text),
        _CLOSING.get(text[-1], 0.0),
        block.stressed / len(text) if block.stressed else 0.0,
        float(block.level),
        _KINDS[block.kind],
        _TAGS.get(block.tag, 0.0),
        prose[at + 1],
        scene.group_prose[group] / total,
        scene.mass[parent] / total if parent >= 0 else 1.0,
        scene.mass[node] / total,
        scene.signature_prose.get(outline.signature[node], 0.0) / total,
        float(min(scene.climb[node], 12)),
        1.0 if scene.in_core[node] else 0.0,
        float(scene.depth[scene.meet[node]] - core_depth),
        float(scene.depth[node] - core_depth),
        at / page.size,
        page.prose_before[at] / total,
        max(-_FAR, min(_FAR, at - scene.anchor)) if scene.anchor >= 0 else -_FAR - 1.0,
        -_FAR if from_first < -_FAR else _FAR if from_first > _FAR else from_first,
        -_FAR if from_last < -_FAR else _FAR if from_last > _FAR else from_last,
        1.0 if from_first >= 0 >= from_last else 0.0,
        logs[at + 1],
        logs[at + 3],
        logs[at],
        logs[at + 4],
        linked[at + 1],
        linked[at + 3],
        linked[at],
        linked[at + 4],
        prose[at],
        prose[at + 2],
        _same(parents[at], parent),
        _same(parents[at + 2], parent),
        _same(groups[at], group),
        _same(groups[at + 2], group),
        levels[at],
        levels[at + 2],
        lists[at],
        lists[at + 2],
        page.to_prose_before[at],
        page.to_prose_after[at],
        scene.siblings_linked[node],
        float(min(page.repeats[folded], 4)),
        max([overlap(found, title) for title in scene.title_words], default=0.0) if short else 0.0,
        max([overlap(found, words) for words in scene.description_words], default=0.0) if size <= 500 else 0.0,
        _PURPOSES[purpose(folded)] if size <= 400 else 0.0,
        1.0 if _credited(text, size) else 0.0,
        1.0 if short and has_byword(text) else 0.0,
        1.0 if short and _DIGIT.search(folded) and _DATED.search(folded) else 0.0,
        1.0 if ("@" in text or "www." in text or "://" in text) and _ADDRESS.search(text) else 0.0,
        _picture_distance(page.pictures[at], node, outline.parent) if at in page.pictures else 9.0,
        _picture_distance(page.pictures[at + 1], node, outline.parent) if at + 1 in page.pictures else 9.0,
        scene.mass[scene.core] / total,
        min(_MUCH, math.log1p(total)),
        min(_MANY, math.log1p(page.size)),
        float(min(block.gap, 5)),
        float(min(block.indent, 40)),
    ]


def _same(one: int, other: int) -> float:
    return 1.0 if one == other else -1.0 if one == -2 else 0.0


def _credited(text: str, size: float) -> bool:
    """Whether a block reads as if it ended in a picture's credit; a long one only where its last words are marked as one."""
    if size > _SHORT:
        text = text[-_TAIL:]
        if size > _CREDIT_LONGEST or not ("(" in text or "©" in text or "/" in text or ":" in text or "：" in text):
            return False
    elif not _MAY_CREDIT(text) and not _CREDIT_WORD(text.lower()):
        return False
    return _CREDITED.search(text) is not None


def _share(text: str, test: Callable[[str], bool]) -> float:
    return sum(map(test, text)) / len(text)


def _opening(text: str) -> float:
    first = text[0]
    if first.islower():
        return 1.0
    if first in _QUOTES:
        return 2.0
    if first.isdigit():
        return 3.0
    return 4.0 if first.isalpha() else 5.0


def _picture_distance(nodes: list[int], node: int, parent: tuple[int, ...]) -> float:
    """Steps from a block's container up to one that also holds a picture next to it; 9 where none is near."""
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
