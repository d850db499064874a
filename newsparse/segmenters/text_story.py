"""Where the story of a dump begins and ends, which no element says.

A page of HTML has its head and tail in elements of their own; a dump has lines. The scorer sees mostly
the long ones; what is above the first paragraph is the story's head, however its lines score, and what follows
a line that opens the tail is no story. Nothing here touches a page of HTML.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import Final

import attrs

from newsparse.blocks import Block
from newsparse.fields.bylines import has_byline_prefix, parse_byline
from newsparse.fields.dates import find_dates, is_relative
from newsparse.fields.persons import is_name
from newsparse.lexicon.tails import caption_edges, opens_tail
from newsparse.page import Hint, Media
from newsparse.records import BlockKind, Label, NoteKind
from newsparse.segmenters import masthead
from newsparse.segmenters.note import note_kind
from newsparse.segmenters.scene import Scene, credit_of
from newsparse.segmenters.scoring import Scores

_SURE: Final = 0.5
_DOUBT: Final = 0.19
"""The score of what is told apart: less than any claim needs."""
_PARAGRAPH: Final = 60.0
_LONG: Final = 200.0
_SMALL: Final = 40
"""Lines of a dump that holds a story and little else."""
_WEATHER = re.compile(r"-?\d{1,3} ?°")
_SIGNED = re.compile(r"[–—-]{1,2}\s?([^,]{4,40})(?:,|$)")
_HEAD_NOTES: Final = (NoteKind.EDITOR, NoteKind.CORRECTION, NoteKind.DISCLOSURE)
_CREDITED: Final = frozenset(("bracketed", "labelled", "copyright", "bylined"))
_NEAR: Final = 3
_DECK: Final = 450.0
_TWIN: Final = 30
"""Letters that two prints of one text have at least."""
_REST: Final = 0.25
"""Share of the prose that may stand behind a line that opens the tail."""


@attrs.frozen(eq=False)
class Apart(Container[int]):
    """The lines that are surely neither story nor headline; each is judged when it is asked for, as most never are."""

    blocks: tuple[Block, ...]
    told: frozenset[int]
    """Those that a profile or a header knows."""

    def __contains__(self, at: object) -> bool:
        return at in self.told or isinstance(at, int) and _is_apart(self.blocks[at])


def apart(scene: Scene, hints: Iterable[Hint]) -> Container[int]:
    """The lines of a dump that are surely neither story nor headline: mastheads, weather, rows of signs, what a profile knows."""
    if scene.page.media is not Media.TEXT:
        return frozenset()
    return Apart(
        scene.blocks,
        frozenset(hint.block for hint in hints if hint.label in (Label.MASTHEAD, Label.FURNITURE)),
    )


def _is_apart(block: Block) -> bool:
    return _is_masthead(block) or _is_weather(block) or _is_rule(block) or _is_relative_date(block)


def _is_masthead(block: Block) -> bool:
    return block.index < masthead.REACH and masthead.told(block)[0] > 0


def _is_weather(block: Block) -> bool:
    return (
        "°" in block.text
        and len(block.text) < 60
        and bool(_WEATHER.search(block.text))
        and not block.text.endswith(".")
    )


def _is_rule(block: Block) -> bool:
    return not any(map(str.isalnum, block.text))


def _is_relative_date(block: Block) -> bool:
    return len(block.text) < 40 and not block.text.endswith(".") and is_relative(block.text)


def settled(scene: Scene, scores: Scores, away: Container[int]) -> Scores:
    """The scores with the head and tail of a dump out of the body."""
    if scene.page.media is not Media.TEXT:
        return scores
    values = [
        _DOUBT if value > _DOUBT and at in away else value for at, value in enumerate(scores.values)
    ]
    if not any(value >= _SURE for value in values):
        values = _small_story(scene, values, away)
    first = _first(scene, values)
    for at in _above(scene, values, first):
        values[at] = min(values[at], _DOUBT)
    for at in _signatures(scene, values):
        values[at] = max(values[at], _SURE)
    cut = _cut(scene, values, first)
    for at in range(cut, len(values)):
        values[at] = min(values[at], _DOUBT)
    return attrs.evolve(scores, values=values)


def _small_story(scene: Scene, values: list[float], away: Container[int]) -> list[float]:
    """The scores of a dump too small for the scorer: its sentences are the story."""
    if len(values) > _SMALL:
        return values
    told = [at not in away and _is_sentence(scene, at) for at in range(len(values))]
    return [
        max(value, _SURE) if story else value for value, story in zip(values, told, strict=True)
    ]


def _is_sentence(scene: Scene, at: int) -> bool:
    text = scene.blocks[at].text
    return (
        scene.ends[at]
        and len(text.split()) > 3
        and scene.linked[at] < 0.5
        and not has_byline_prefix(text)
        and not scene.purposes[at]
        and note_kind(text) is None
        and not _is_head_matter(scene, at)
    )


def _first(scene: Scene, values: list[float]) -> int:
    """The first paragraph of the story; -1 where there is none."""
    return next(
        (at for at, value in enumerate(values) if value >= _SURE and _is_paragraph(scene, at)), -1
    )


def _is_paragraph(scene: Scene, at: int) -> bool:
    block = scene.blocks[at]
    size = scene.lengths[at]
    if block.kind is BlockKind.QUOTE or block.kind is BlockKind.LIST_ITEM:
        return size >= _PARAGRAPH
    if size < _LONG and not (size >= _PARAGRAPH and scene.ends[at]):
        return False
    return not _is_head_matter(scene, at)


def _is_head_matter(scene: Scene, at: int) -> bool:
    """Whether a long line belongs to the head: a note, a caption, a line printed twice."""
    text = scene.blocks[at].text
    if note_kind(text) in _HEAD_NOTES or (scene.lengths[at] < _LONG * 2 and scene.purposes[at]):
        return True
    if scene.lengths[at] < _LONG * 4:
        start, end = caption_edges(text)
        found = credit_of(scene, text[start:end])
        if found is not None and found.form in _CREDITED:
            return True
    return _is_doubled(scene, at) or _is_over_credit(scene, at) or _is_over_byline(scene, at)


def _is_doubled(scene: Scene, at: int) -> bool:
    """Whether the line above or below says the same, or goes on where this one is cut."""
    return any(
        0 <= other < len(scene.normalized) and twins(scene.normalized[at], scene.normalized[other])
        for other in (at - 1, at + 1)
    )


def twins(one: str, other: str) -> bool:
    """Whether two folded lines are prints of one text, one of them cut or with something glued to it.

    >>> twins("walkers cross the creek. (ida fenwick)", "walkers cross the creek. (ida fenwick) buy a print")
    True
    """
    shorter = min(len(one), len(other))
    return shorter > _TWIN and one[: shorter - shorter // 8] == other[: shorter - shorter // 8]


def _is_over_byline(scene: Scene, at: int) -> bool:
    """Whether the byline follows within a few lines, with no paragraph between: a deck."""
    for block in scene.blocks[at + 1 : at + 1 + _NEAR]:
        if (
            has_byline_prefix(block.text)
            and len(block.text) < 150
            and parse_byline(block.text) is not None
        ):
            return scene.lengths[at] < _DECK
        if scene.lengths[block.index] >= _LONG:
            break
    return False


def _is_over_credit(scene: Scene, at: int) -> bool:
    """Whether nothing but a credit in brackets, or the byline, stands right under the line, on a page that has blank lines."""
    if at + 1 >= len(scene.blocks) or scene.blocks[at + 1].gap or not scene.blocks[at].gap:
        return False
    under = scene.blocks[at + 1].text
    found = credit_of(scene, under)
    return (
        has_byline_prefix(under)
        and len(under) < 150
        or found is not None
        and found.form in _CREDITED
        and not under[: found.start].strip()
    )


def _above(scene: Scene, values: list[float], first: int) -> list[int]:
    """The lines above the first paragraph; a short sentence right above it may open the story."""
    found = [at for at in range(first) if values[at] >= _SURE]
    while found and found[-1] == first - 1 and _may_open(scene, found[-1]):
        first = found.pop()
    return found


def _may_open(scene: Scene, at: int) -> bool:
    text = scene.blocks[at].text
    if len(text.split()) < 3 or has_byline_prefix(text) or _is_head_matter(scene, at):
        return False
    if not scene.ends[at] and not _is_subhead(scene, at):
        return False
    return next(find_dates(text), None) is None


def _is_subhead(scene: Scene, at: int) -> bool:
    """Whether a line that is no sentence stands under the byline, where no headline stands any more."""
    return (
        at > 0
        and has_byline_prefix(scene.blocks[at - 1].text)
        and len(scene.blocks[at - 1].text) < 150
        and parse_byline(scene.blocks[at].text) is None
    )


def _signatures(scene: Scene, values: list[float]) -> list[int]:
    """The lines that sign the item above them: a dash and a name."""
    return [
        at
        for at in range(1, len(values))
        if values[at - 1] >= _SURE
        and (match := _SIGNED.match(scene.blocks[at].text)) is not None
        and is_name(match.group(1))
    ]


def _cut(scene: Scene, values: list[float], first: int) -> int:
    """The line that opens the tail; the number of lines where none does. Below the last line that may be story no tail needs to open."""
    if first < 0:
        return len(values)
    told = [value >= _SURE and scene.prose[at] > 0 for at, value in enumerate(values)]
    total = sum(scene.prose[at] for at, story in enumerate(told) if story) or 1.0
    after = 0.0
    cut = len(values)
    last = max(at for at, value in enumerate(values) if value > _DOUBT)
    for at in range(last, first, -1):
        if after > _REST * total:
            break
        if opens_tail(scene.blocks[at].text):
            cut = at
        after += scene.prose[at] if told[at] else 0.0
    return cut
