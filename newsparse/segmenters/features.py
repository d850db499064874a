"""The cues that the learned scorers see, as columns of numbers over the blocks of a page.

Rules of this file: a cue is cheap, is neutral to language and site, and means the same for HTML
and text. A column is a row of `_COLUMNS`; the class-word groups of a block, its ancestors and its inline
elements are three more columns of bits (`MASKS`), which the scorers test bit by bit.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Sequence
from itertools import accumulate
from typing import Final

from newsparse.fields.bylines import has_byline_prefix
from newsparse.lexicon.languages import spoken
from newsparse.records import BlockKind
from newsparse.segmenters.scene import Scene, repeats
from newsparse.textual import folded_words, overlap

MASKS: Final = ("within", "own", "inline")
"""Names of the columns of bits."""

_LIST_ITEM: Final = BlockKind.LIST_ITEM
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
_PURPOSES: Final = {
    "": 0.0,
    "legal": 1.0,
    "navigation": 2.0,
    "signup": 3.0,
    "related": 4.0,
    "ad": 5.0,
    "share": 6.0,
    "comment": 7.0,
}
_QUOTES: Final = "\"'“„«‘‹「『”’"
_ADDRESS = re.compile(r"https?://|www\.|@\w")
_DATED = re.compile(
    r"\d(?:\d{0,3}[./-]\d{1,2}[./-]\d{2,4}|\d{3}年|"
    r"(?<!\w\d)(?:\d?:\d{2}\b|(?:(?<=1)9|(?<=2)0)\d{2}\b|"
    rf"\d*\s*(?:{'|'.join(spoken(lambda language: language.duration_stems))})))"
)
"""All that is dated begins with a digit: told first, it lets a search pass over all other letters at once."""
_CREDIT_IN_BRACKETS = re.compile(
    r"\([^()]*(?:/|getty|AP|AFP|reuters|"
    rf"{'|'.join(spoken(lambda language: language.credit_bracket_words))})[^()]*\)\W*$",
    re.IGNORECASE,
)
_CREDIT_BEHIND_SLASH = re.compile(
    r"/(?:AFP|AP|dpa|EPA|Getty|Reuters|TT|NTB|PA|ANP)\b", re.IGNORECASE
)
_CREDIT_TO_SOURCE = re.compile(
    r"\b(?:AP Photo|Getty Images|REUTERS|IMAGO|Shutterstock|picture alliance)\b", re.IGNORECASE
)
_CREDIT_LABELS: Final = sorted(
    {
        word.strip(" :：©.")
        for word in spoken(lambda language: language.credit_labels)
        if len(word) > 2 and word.isascii() and " " not in word
    },
    key=len,
    reverse=True,
)
_CREDIT_BEHIND_LABEL = re.compile(
    r"(?:^|[\s.!?)\"”])(?:%s)\s*(?:by\b|[:：])"
    % "|".join(
        f"{first}(?:{'|'.join(re.escape(word[1:]) for word in _CREDIT_LABELS if word[0] == first)})"
        for first in sorted({word[0] for word in _CREDIT_LABELS})
    ),
    re.IGNORECASE,
)
"""The labels are parted by their first letter, so that most of them are passed over at once."""
_CREDIT_WORDS: Final = (
    "by",
    "ap photo",
    "getty images",
    "reuters",
    "imago",
    "shutterstock",
    "picture alliance",
)
"""A short text with none of these, no bracket, slash or colon holds no credit."""
_SOURCE_PARTS: Final = ("ap photo", "getty", "reuter", "mago", "hutter", "cture all")
"""What `_CREDIT_TO_SOURCE` matches holds one of these, also where it is spelled with letters that only fold to i and s (ı, ſ)."""
_SHORT: Final = 160
_STATED_LONGEST: Final = 500
"""Weight up to which a block may be what the head's description says."""
_CREDIT_LONGEST: Final = 700
_TAIL: Final = 120
_FAR: Final = 20.0
"""Blocks from which a distance is simply far: a long story is no other kind of page than a short one."""
_MUCH: Final = math.log1p(12_000.0)
"""Weight of prose from which a page simply holds much."""
_MANY: Final = math.log1p(300.0)
_NO_WORDS: Final[set[str]] = set()
_CLOSING: Final = {":": 3.0, "?": 2.0, "？": 2.0, ".": 1.0, "!": 1.0, "。": 1.0}
_SEAM: Final = "\0"
_ASCII: Final = bytes(range(1, 128))
"""The bytes of ASCII but the seam."""
_NO_CAPITAL: Final = bytes(code for code in range(1, 256) if code >= 128 or not chr(code).isupper())
_NO_DIGIT: Final = bytes(code for code in range(1, 256) if code >= 128 or not chr(code).isdigit())
"""The bytes that are no capital, and no digit, of ASCII, but the seam."""

Column = Sequence[float]


def columns(scene: Scene, wanted: list[int], used: Collection[str]) -> list[Column]:
    """The columns over the blocks whose indices are wanted, in the order of `FEATURES`; those that nobody uses are zeros."""
    if not wanted:
        return [[] for _ in FEATURES]
    page = _Page(scene, wanted)
    unused = [0.0] * len(wanted)
    return [_COLUMNS[name](page) if name in used else unused for name in FEATURES]


def rows(scene: Scene, wanted: list[int]) -> list[list[float]]:
    """The features of the blocks whose indices are wanted, in that order."""
    return list(map(list, zip(*columns(scene, wanted, FEATURES), strict=True)))


class _Page:
    """What the columns of a page share: what is wanted of it, and columns over all blocks padded by two, so that every block has neighbours."""

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
        self.lists = [*pad, *[1.0 if block.kind is _LIST_ITEM else 0.0 for block in blocks], *pad]
        self.parents = [*none, *[parent[block.node] for block in blocks], *none]
        self.groups = [*none, *scene.group, *none]
        self.words = _words(self)
        self.joined = "\n".join(self.texts)
        self.letters = _seamed(
            [
                text if size <= _SHORT else ""
                for text, size in zip(self.texts, self.sizes, strict=True)
            ]
        )
        self.beyond = (
            self.letters.translate(None, _ASCII).decode("utf-8", "surrogatepass").split(_SEAM)
        )
        self.digits = _counts(self, _NO_DIGIT, str.isdigit)
        self.pictures: dict[int, list[int]] = {}
        for picture in scene.page.pictures:
            self.pictures.setdefault(picture.before, []).append(picture.node)


def _words(page: _Page) -> list[set[str]]:
    """The words of each wanted block that is short enough to be held against the head's titles or descriptions."""
    scene = page.scene
    longest = _STATED_LONGEST if scene.description_words else _SHORT if scene.title_words else -1
    return [
        folded_words(folded) if size <= longest else _NO_WORDS
        for folded, size in zip(page.folded, page.sizes, strict=True)
    ]


def _seamed(texts: list[str]) -> bytes:
    """Texts as one, with a seam between each two: what is to be told of the letters of them all is told at once."""
    joined = _SEAM.join(texts)
    if joined.count(_SEAM) >= len(texts):
        joined = _SEAM.join([text.replace(_SEAM, " ") for text in texts])
    return joined.encode("utf-8", "surrogatepass")


def _counts(page: _Page, others: bytes, test: Callable[[str], bool]) -> list[int]:
    """How many letters of each short text pass a test; `others` are all bytes but the seam and the letters of ASCII that do."""
    counts = map(len, page.letters.translate(None, others).split(_SEAM.encode()))
    return [
        count + sum(map(test, beyond)) if beyond else count
        for count, beyond in zip(counts, page.beyond, strict=True)
    ]


def _beside(name: str, steps: int) -> Callable[[_Page], Column]:
    """A padded column as the blocks that many steps after (before where negative) have it."""
    shift = steps + 2

    def column(page: _Page) -> Column:
        padded = getattr(page, name)
        return [padded[at + shift] for at in page.wanted]

    return column


def _alike(name: str, steps: int) -> Callable[[_Page], Column]:
    """Whether the block that many steps away has the same number in a padded column; -1 where there is no such block."""
    shift = steps + 2

    def column(page: _Page) -> Column:
        padded = getattr(page, name)
        return [
            1.0 if (one := padded[at + shift]) == padded[at + 2] else -1.0 if one == -2 else 0.0
            for at in page.wanted
        ]

    return column


def _sentences(page: _Page) -> Column:
    return [1.0 + count if count < 7 else 8.0 for count in _marks(page, ". ", "? ", "! ", "。")]


def _marks(page: _Page, *marks: str) -> list[int]:
    """How often each text holds one of some marks: those are counted that the page holds, where the first sign of one is."""
    counts = [0] * len(page.texts)
    for mark in marks:
        sign = mark[0]
        if sign in page.joined:
            counts = [
                count + text.count(mark) if sign in text else count
                for count, text in zip(counts, page.texts, strict=True)
            ]
    return counts


def _ends(page: _Page) -> Column:
    ends = page.scene.ends
    return [1.0 if ends[at] else 0.0 for at in page.wanted]


def _commas(page: _Page) -> Column:
    return [float(count) if count < 20 else 20.0 for count in _marks(page, ",", "、", "،")]


def _capitals(page: _Page) -> Column:
    return _shares(page, _counts(page, _NO_CAPITAL, str.isupper))


def _digits(page: _Page) -> Column:
    return _shares(page, page.digits)


def _shares(page: _Page, counts: list[int]) -> Column:
    return [
        count / len(text) if count else 0.0 for count, text in zip(counts, page.texts, strict=True)
    ]


def _openings(page: _Page) -> Column:
    firsts = [text[0] for text in page.texts]
    known = {first: _opening(first) for first in set(firsts)}
    return [known[first] for first in firsts]


def _closings(page: _Page) -> Column:
    return [_CLOSING.get(text[-1], 0.0) for text in page.texts]


def _stressed(page: _Page) -> Column:
    return [block.stressed / len(block.text) if block.stressed else 0.0 for block in page.blocks]


def _kinds(page: _Page) -> Column:
    return [_KINDS[block.kind] for block in page.blocks]


def _tags(page: _Page) -> Column:
    return [_TAGS.get(block.tag, 0.0) for block in page.blocks]


def _group_share(page: _Page) -> Column:
    group, sizes, total = page.scene.group, page.scene.group_prose, page.scene.total
    return [sizes[group[at]] / total for at in page.wanted]


def _parent_share(page: _Page) -> Column:
    mass, total = page.scene.mass, page.scene.total
    return [mass[above] / total if above >= 0 else 1.0 for above in page.above]


def _node_share(page: _Page) -> Column:
    mass, total = page.scene.mass, page.scene.total
    return [mass[node] / total for node in page.nodes]


def _signature_share(page: _Page) -> Column:
    signature, sizes, total = (
        page.scene.page.outline.signature,
        page.scene.signature_prose,
        page.scene.total,
    )
    return [sizes.get(signature[node], 0.0) / total for node in page.nodes]


def _climb(page: _Page) -> Column:
    climb = page.scene.climb
    return [float(steps) if (steps := climb[node]) < 12 else 12.0 for node in page.nodes]


def _in_core(page: _Page) -> Column:
    in_core = page.scene.in_core
    return [1.0 if in_core[node] else 0.0 for node in page.nodes]


def _core_above(page: _Page) -> Column:
    depth, meet = page.scene.depth, page.scene.meet
    core = depth[page.scene.core]
    return [float(depth[meet[node]] - core) for node in page.nodes]


def _core_depth(page: _Page) -> Column:
    depth = page.scene.depth
    core = depth[page.scene.core]
    return [float(depth[node] - core) for node in page.nodes]


def _position(page: _Page) -> Column:
    size = page.size
    return [at / size for at in page.wanted]


def _prose_before(page: _Page) -> Column:
    total = page.scene.total
    before = list(accumulate(page.scene.prose, initial=0.0))
    return [before[at] / total for at in page.wanted]


def _from_title_block(page: _Page) -> Column:
    title_block = page.scene.title_block
    return _from(title_block, page) if title_block >= 0 else [-_FAR - 1.0] * len(page.wanted)


def _from_first(page: _Page) -> Column:
    return _from(page.scene.first, page)


def _from_last(page: _Page) -> Column:
    return _from(page.scene.last, page)


def _from(mark: int, page: _Page) -> Column:
    return [
        -_FAR if (steps := at - mark) < -_FAR else _FAR if steps > _FAR else float(steps)
        for at in page.wanted
    ]


def _between(page: _Page) -> Column:
    first, last = page.scene.first, page.scene.last
    return [1.0 if first <= at <= last else 0.0 for at in page.wanted]


def _to_prose_before(page: _Page) -> Column:
    distances = _distances(page.scene.prose)
    return [distances[at] for at in page.wanted]


def _to_prose_after(page: _Page) -> Column:
    distances = _distances(page.scene.prose[::-1])[::-1]
    return [distances[at] for at in page.wanted]


def _distances(prose: list[float]) -> list[float]:
    """Blocks from each block to the nearest prose before it, itself included."""
    found: list[float] = []
    count = _FAR
    for size in prose:
        count = 0.0 if size else count + 1 if count < _FAR else _FAR
        found.append(count)
    return found


def _siblings_linked(page: _Page) -> Column:
    """Share of text inside links among all blocks of the parent of each block's container."""
    scene, parent = page.scene, page.scene.page.outline.parent
    texts = [0.0] * (len(parent) + 1)
    links = [0.0] * (len(parent) + 1)
    for block, size, share in zip(scene.blocks, scene.lengths, scene.linked, strict=True):
        above = parent[block.node]
        texts[above] += size
        links[above] += size * share
    return [links[above] / texts[above] if texts[above] else 0.0 for above in page.above]


def _repeated(page: _Page) -> Column:
    times = repeats(page.scene.normalized)
    return [float(count) if (count := times[folded]) < 4 else 4.0 for folded in page.folded]


def _title_match(page: _Page) -> Column:
    return _likeness(page, page.scene.title_words, _SHORT)


def _description_match(page: _Page) -> Column:
    return _likeness(page, page.scene.description_words, _STATED_LONGEST)


def _likeness(page: _Page, statements: tuple[frozenset[str], ...], longest: int) -> Column:
    """How well the words of each text of at most that weight agree with one of the head's statements 0 to 1."""
    best = [0.0] * len(page.words)
    have = [
        words if size <= longest else _NO_WORDS
        for words, size in zip(page.words, page.sizes, strict=True)
    ]
    for statement in statements:
        found = [overlap(words, statement) for words in have]
        best = [one if one > other else other for one, other in zip(best, found, strict=True)]
    return best


def _furniture(page: _Page) -> Column:
    purposes = page.scene.purposes
    return [
        _PURPOSES[purposes[at]] if size <= 400 else 0.0
        for at, size in zip(page.wanted, page.sizes, strict=True)
    ]


def _credits(page: _Page) -> Column:
    """Asked of those alone that hold a sign or, where they are short, a word of credits."""
    tails = [
        text if size <= _SHORT else text[-_TAIL:] if size <= _CREDIT_LONGEST else ""
        for text, size in zip(page.texts, page.sizes, strict=True)
    ]
    return [
        1.0
        if (worded or "(" in tail or "/" in tail or ":" in tail or "：" in tail or "©" in tail)
        and _credited(tail, size)
        else 0.0
        for tail, worded, size in zip(tails, _credit_words(page), page.sizes, strict=True)
    ]


def _credit_words(page: _Page) -> list[bool]:
    """Whether each text is short and holds a word of credits, in a folding in which all words stand that small letters have."""
    short = [
        folded if size <= _SHORT else ""
        for folded, size in zip(page.folded, page.sizes, strict=True)
    ]
    joined = "\n".join(short)
    found = [False] * len(short)
    for word in _CREDIT_WORDS:
        if word in joined:
            found = [held or word in folded for held, folded in zip(found, short, strict=True)]
    return found


def _prefixes(page: _Page) -> Column:
    return [
        1.0 if size <= _SHORT and has_byline_prefix(text) else 0.0
        for text, size in zip(page.texts, page.sizes, strict=True)
    ]


def _dates(page: _Page) -> Column:
    """Of short texts with a digit: folding neither makes nor drops one."""
    return [
        1.0 if digits and _DATED.search(folded) else 0.0
        for folded, digits in zip(page.folded, page.digits, strict=True)
    ]


def _addresses(page: _Page) -> Column:
    if not ("@" in page.joined or "www." in page.joined or "://" in page.joined):
        return [0.0] * len(page.texts)
    return [
        1.0 if ("@" in text or "www." in text or "://" in text) and _ADDRESS.search(text) else 0.0
        for text in page.texts
    ]


def _picture_before(page: _Page) -> Column:
    return _to_pictures(page, 0)


def _picture_after(page: _Page) -> Column:
    return _to_pictures(page, 1)


def _to_pictures(page: _Page, steps: int) -> Column:
    """Distance of each block to the pictures right before the block that many steps on; 9 where none is near."""
    if not page.pictures:
        return [9.0] * len(page.wanted)
    pictures, parent = page.pictures, page.scene.page.outline.parent
    return [
        _picture_distance(pictures[at + steps], node, parent) if at + steps in pictures else 9.0
        for at, node in zip(page.wanted, page.nodes, strict=True)
    ]


def _core_share(page: _Page) -> Column:
    return [page.scene.mass[page.scene.core] / page.scene.total] * len(page.wanted)


def _page_prose(page: _Page) -> Column:
    return [min(_MUCH, math.log1p(page.scene.total))] * len(page.wanted)


def _page_blocks(page: _Page) -> Column:
    return [min(_MANY, math.log1p(page.size))] * len(page.wanted)


def _gap_above(page: _Page) -> Column:
    return [float(gap) if (gap := block.gap) < 5 else 5.0 for block in page.blocks]


def _indent(page: _Page) -> Column:
    return [float(indent) if (indent := block.indent) < 40 else 40.0 for block in page.blocks]


def _credited(text: str, size: float) -> bool:
    """Whether the last words of a block of that weight, or all of a short one, read as if it ended in a picture's credit.

    Each kind of credit is looked for only where the text holds what all of its kind hold.
    """
    if "©" in text:
        return True
    bracketed, slashed, coloned = "(" in text, "/" in text, ":" in text or "：" in text
    lowered = text.lower()
    if not (bracketed or slashed or coloned) and (
        size > _SHORT or not any(map(lowered.__contains__, _CREDIT_WORDS))
    ):
        return False
    return bool(
        (bracketed and _CREDIT_IN_BRACKETS.search(text))
        or (slashed and _CREDIT_BEHIND_SLASH.search(text))
        or ((coloned or "by" in lowered) and _CREDIT_BEHIND_LABEL.search(text))
        or (any(map(lowered.__contains__, _SOURCE_PARTS)) and _CREDIT_TO_SOURCE.search(text))
    )


def _opening(first: str) -> float:
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


_COLUMNS: Final[dict[str, Callable[[_Page], Column]]] = {
    "length": _beside("logs", 0),
    "linked": _beside("linked", 0),
    "sentences": _sentences,
    "ends": _ends,
    "commas": _commas,
    "capitals": _capitals,
    "digits": _digits,
    "opening": _openings,
    "closing": _closings,
    "stressed": _stressed,
    "level": _beside("levels", 0),
    "kind": _kinds,
    "tag": _tags,
    "prose": _beside("prose", 0),
    "group_share": _group_share,
    "parent_share": _parent_share,
    "node_share": _node_share,
    "signature_share": _signature_share,
    "climb": _climb,
    "in_core": _in_core,
    "core_above": _core_above,
    "core_depth": _core_depth,
    "position": _position,
    "prose_before": _prose_before,
    "from_anchor": _from_title_block,
    "from_first": _from_first,
    "from_last": _from_last,
    "between": _between,
    "length_before": _beside("logs", -1),
    "length_after": _beside("logs", 1),
    "length_before2": _beside("logs", -2),
    "length_after2": _beside("logs", 2),
    "linked_before": _beside("linked", -1),
    "linked_after": _beside("linked", 1),
    "linked_before2": _beside("linked", -2),
    "linked_after2": _beside("linked", 2),
    "prose_before1": _beside("prose", -1),
    "prose_after1": _beside("prose", 1),
    "parent_before": _alike("parents", -1),
    "parent_after": _alike("parents", 1),
    "group_before": _alike("groups", -1),
    "group_after": _alike("groups", 1),
    "level_before": _beside("levels", -1),
    "level_after": _beside("levels", 1),
    "list_before": _beside("lists", -1),
    "list_after": _beside("lists", 1),
    "to_prose_before": _to_prose_before,
    "to_prose_after": _to_prose_after,
    "siblings_linked": _siblings_linked,
    "repeated": _repeated,
    "title_match": _title_match,
    "description_match": _description_match,
    "furniture": _furniture,
    "credit": _credits,
    "byword": _prefixes,
    "dated": _dates,
    "address": _addresses,
    "picture_before": _picture_before,
    "picture_after": _picture_after,
    "core_share": _core_share,
    "page_prose": _page_prose,
    "page_blocks": _page_blocks,
    "gap_above": _gap_above,
    "indent": _indent,
}
"""How each column is read off a page."""

FEATURES: Final = tuple(_COLUMNS)
"""Names of the columns."""
