"""The cues that the learned scorers see, as one row of numbers a block.

Rules of this file: a cue is cheap, is neutral to language and site, and means the same for HTML
and text. `FEATURES` names the columns; the class-word groups of a block, its ancestors and its inline
elements are three more columns of bits (`MASKS`), which the scorers test bit by bit.
"""

from __future__ import annotations

import math
import re
from typing import Final

from newsparse.lexicon.credits import LABELS
from newsparse.lexicon.furniture import purpose
from newsparse.names import has_byword
from newsparse.records import BlockKind
from newsparse.segmenters.scene import Scene, repeats
from newsparse.textual import overlap, words

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
_SHORT: Final = 160
_FAR: Final = 60.0


def rows(scene: Scene, wanted: list[int]) -> list[list[float]]:
    """The features of the blocks whose indices are wanted, in that order."""
    page = _Columns(scene)
    return [_row(scene, page, at) for at in wanted]


class _Columns:
    """What the rows of a page share."""

    def __init__(self, scene: Scene) -> None:
        blocks = scene.blocks
        self.size = len(blocks)
        self.logs = [math.log1p(size) for size in scene.weights]
        self.repeats = repeats(scene.keys)
        self.titles = [set(words(title)) for title in scene.titles]
        self.descriptions = [set(words(text)) for text in scene.descriptions]
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
    found = set(words(folded)) if short or page.descriptions and size <= 500 else set()
    last = page.size - 1
    group = scene.group
    core_depth = scene.depth[scene.core]
    return [
        page.logs[at],
        scene.linked[at],
        min(8.0, 1.0 + text.count(". ") + text.count("? ") + text.count("! ") + text.count("。")),
        1.0 if scene.ends[at] else 0.0,
        min(20.0, text.count(",") + text.count("、") + text.count("،")),
        _share(text, str.isupper) if short else 0.0,
        _share(text, str.isdigit) if short else 0.0,
        _opening(text),
        3.0 if text[-1] == ":" else 2.0 if text[-1] in "?？" else 1.0 if text[-1] in ".!。" else 0.0,
        block.stressed / len(text) if block.stressed else 0.0,
        float(block.level),
        _KINDS[block.kind],
        _TAGS.get(block.tag, 0.0),
        1.0 if scene.prose[at] else 0.0,
        scene.group_prose[group[at]] / total,
        scene.mass[parent] / total if parent >= 0 else 1.0,
        scene.mass[node] / total,
        scene.signature_prose.get(outline.signature[node], 0.0) / total,
        float(min(scene.climb[node], 12)),
        1.0 if scene.in_core[node] else 0.0,
        float(scene.depth[scene.meet[node]] - core_depth),
        float(scene.depth[node] - core_depth),
        at / page.size,
        page.prose_before[at] / total,
        max(-_FAR, min(_FAR, at - scene.anchor)) if scene.anchor >= 0 else -99.0,
        max(-_FAR, min(_FAR, at - scene.first)),
        max(-_FAR, min(_FAR, at - scene.last)),
        1.0 if scene.first <= at <= scene.last else 0.0,
        page.logs[at - 1] if at else -1.0,
        page.logs[at + 1] if at < last else -1.0,
        page.logs[at - 2] if at > 1 else -1.0,
        page.logs[at + 2] if at + 1 < last else -1.0,
        scene.linked[at - 1] if at else -1.0,
        scene.linked[at + 1] if at < last else -1.0,
        scene.linked[at - 2] if at > 1 else -1.0,
        scene.linked[at + 2] if at + 1 < last else -1.0,
        (1.0 if scene.prose[at - 1] else 0.0) if at else -1.0,
        (1.0 if scene.prose[at + 1] else 0.0) if at < last else -1.0,
        (1.0 if outline.parent[scene.blocks[at - 1].node] == parent else 0.0) if at else -1.0,
        (1.0 if outline.parent[scene.blocks[at + 1].node] == parent else 0.0) if at < last else -1.0,
        (1.0 if group[at - 1] == group[at] else 0.0) if at else -1.0,
        (1.0 if group[at + 1] == group[at] else 0.0) if at < last else -1.0,
        float(scene.blocks[at - 1].level) if at else -1.0,
        float(scene.blocks[at + 1].level) if at < last else -1.0,
        (1.0 if scene.blocks[at - 1].kind is BlockKind.LIST_ITEM else 0.0) if at else -1.0,
        (1.0 if scene.blocks[at + 1].kind is BlockKind.LIST_ITEM else 0.0) if at < last else -1.0,
        page.to_prose_before[at],
        page.to_prose_after[at],
        scene.siblings_linked[node],
        float(min(page.repeats[folded], 4)),
        max((overlap(found, title) for title in page.titles), default=0.0) if short else 0.0,
        max((overlap(found, text_) for text_ in page.descriptions), default=0.0) if size <= 500 else 0.0,
        _PURPOSES[purpose(folded)] if size <= 400 else 0.0,
        1.0 if size <= 700 and _CREDITED.search(text, max(0, len(text) - 160)) else 0.0,
        1.0 if short and has_byword(text) else 0.0,
        1.0 if short and _DATED.search(folded) else 0.0,
        1.0 if _ADDRESS.search(text) else 0.0,
        _picture_distance(page.pictures.get(at), node, outline.parent),
        _picture_distance(page.pictures.get(at + 1), node, outline.parent),
        scene.mass[scene.core] / total,
        math.log1p(total),
        math.log1p(page.size),
        float(min(block.gap, 5)),
        float(min(block.indent, 40)),
    ]


def _share(text: str, test: object) -> float:
    letters = sum(map(test, text))  # type: ignore[arg-type]
    return letters / len(text)


def _opening(text: str) -> float:
    first = text[0]
    if first.islower():
        return 1.0
    if first in _QUOTES:
        return 2.0
    if first.isdigit():
        return 3.0
    return 4.0 if first.isalpha() else 5.0


def _picture_distance(nodes: list[int] | None, node: int, parent: tuple[int, ...]) -> float:
    """Steps from a block's container up to one that also holds a picture next to it; 9 where none is near."""
    if not nodes:
        return 9.0
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
