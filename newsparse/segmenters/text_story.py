"""Where the story of a dump begins and ends, which no element says.

A page of HTML has its head and tail in elements of their own; a dump has lines. The scorer sees
mostly the long ones; what is above the first paragraph is the story's head, however its lines
score, and what follows a line that opens the tail is no story. Nothing here touches a page of HTML.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import Final

import attrs

from newsparse.fields.persons import is_name
from newsparse.lexicon.tails import opens_tail
from newsparse.page import Hint, Media
from newsparse.records import BlockKind, Label, NoteKind
from newsparse.segmenters import masthead
from newsparse.segmenters.scene import Scene
from newsparse.segmenters.scoring import Scores
from newsparse.textual import is_signs_alone

_BODY: Final = 0.5
"""The score from which a block is body."""
_DOUBT: Final = 0.19
"""The score of what is surely no body: less than any claim needs."""
_NOTE: Final = 0.9
"""The highest score of a line with the words of a note, below the confidence of that rule."""
_SHORTEST_PARAGRAPH: Final = 60.0
_LONG_PARAGRAPH: Final = 200.0
"""Letters from which a line is a paragraph however it ends."""
_LONGEST_DECK: Final = 450.0
_LONGEST_BYLINE: Final = 150
_LONGEST_WEATHER: Final = 60
_LONGEST_RELATIVE_DATE: Final = 40
_SMALL_DUMP: Final = 40
"""Lines of a dump that holds a story and little else."""
_LINES_UNDER_DECK: Final = 3
"""Lines under a deck in which its byline stands."""
_SHORTEST_TWIN: Final = 30
"""Letters that two prints of one text have at least."""
_RELATED: Final = "related"
"""The purpose of a heading over other stories; it starts the tail where no sentence follows."""
_TAIL_SHARE: Final = 0.25
"""Share of the prose that may stand behind a line that opens the tail."""
_WEATHER = re.compile(r"-?\d{1,3} ?°")
_SIGNED = re.compile(r"[–—-]{1,2}\s?([^,]{4,40})(?:,|$)")
_HEAD_NOTES: Final = (NoteKind.EDITOR, NoteKind.CORRECTION, NoteKind.DISCLOSURE)
_CREDIT_FORMS: Final = frozenset(("bracketed", "labelled", "copyright", "bylined"))
"""Forms of credits that mark a caption."""


@attrs.frozen(eq=False)
class OutsideStory(Container[int]):
    """The lines of a dump that are certainly neither story nor headline. Each line is tested on
    demand, because most never are."""

    scene: Scene
    known: frozenset[int]
    """The blocks that a profile or header labels."""

    def __contains__(self, at: object) -> bool:
        return at in self.known or (isinstance(at, int) and _is_outside(self.scene, at))


def outside_story(scene: Scene, hints: Iterable[Hint]) -> Container[int]:
    """The lines of a dump that are surely neither story nor headline: mastheads, weather, rows of
    signs, what a profile knows."""
    if scene.page.media is not Media.TEXT:
        return frozenset()
    labels = (Label.MASTHEAD, Label.FURNITURE)
    return OutsideStory(scene, frozenset(hint.block for hint in hints if hint.label in labels))


def _is_outside(scene: Scene, at: int) -> bool:
    return any(test(scene, at) for test in OUTSIDE)


def _is_masthead(scene: Scene, at: int) -> bool:
    return at < masthead.REACH and scene.facts[at].masthead is not None


def _is_weather(scene: Scene, at: int) -> bool:
    text = scene.blocks[at].text
    return (
        "°" in text
        and len(text) < _LONGEST_WEATHER
        and bool(_WEATHER.search(text))
        and not text.endswith(".")
    )


def _is_rule(scene: Scene, at: int) -> bool:
    return is_signs_alone(scene.blocks[at].text)


def _is_relative_date(scene: Scene, at: int) -> bool:
    text = scene.blocks[at].text
    return (
        len(text) < _LONGEST_RELATIVE_DATE
        and not text.endswith(".")
        and scene.facts[at].is_relative
    )


OUTSIDE: Final = (_is_masthead, _is_weather, _is_rule, _is_relative_date)
"""The tests of a line that is neither story nor headline."""


def trim_scores(scene: Scene, scores: Scores, outside: Container[int]) -> Scores:
    """The scores with the head and the tail of a dump taken out of the body."""
    if scene.page.media is not Media.TEXT:
        return scores
    values = [
        _DOUBT if value > _DOUBT and at in outside else value
        for at, value in enumerate(scores.values)
    ]
    if not any(value >= _BODY for value in values):
        values = _small_story(scene, values, outside)
    first = _first(scene, values)
    for at in _above(scene, values, first):
        values[at] = min(values[at], _DOUBT)
    for at in _signatures(scene, values):
        values[at] = max(values[at], _BODY)
    cut = _cut(scene, values, first)
    for at in range(cut, len(values)):
        values[at] = min(values[at], _DOUBT)
    for at in _says_notes(scene, values):
        values[at] = _NOTE
    return attrs.evolve(scores, values=values)


def _says_notes(scene: Scene, values: list[float]) -> list[int]:
    """The lines that are surely body to the scorer, and have the words of a note: in a dump a note
    stands under the story like one more paragraph."""
    return [
        at
        for at, value in enumerate(values)
        if value > _NOTE and scene.facts[at].note_kind is not None
    ]


def _small_story(scene: Scene, values: list[float], outside: Container[int]) -> list[float]:
    """The scores of a dump too small for the scorer: its sentences are the story."""
    if len(values) > _SMALL_DUMP:
        return values
    return [
        max(value, _BODY) if at not in outside and _is_sentence(scene, at) else value
        for at, value in enumerate(values)
    ]


def _is_sentence(scene: Scene, at: int) -> bool:
    text, facts = scene.blocks[at].text, scene.facts[at]
    return (
        scene.ends[at]
        and len(text.split()) > 3
        and scene.linked[at] < 0.5
        and not facts.has_byline_prefix
        and not scene.purposes[at]
        and facts.note_kind is None
        and not _is_head_matter(scene, at)
    )


def _first(scene: Scene, values: list[float]) -> int:
    """The first paragraph of the story; -1 where there is none."""
    return next(
        (at for at, value in enumerate(values) if value >= _BODY and _is_paragraph(scene, at)), -1
    )


def _is_paragraph(scene: Scene, at: int) -> bool:
    block, size = scene.blocks[at], scene.lengths[at]
    if block.kind is BlockKind.QUOTE or block.kind is BlockKind.LIST_ITEM:
        return size >= _SHORTEST_PARAGRAPH
    if size < _LONG_PARAGRAPH and not (size >= _SHORTEST_PARAGRAPH and scene.ends[at]):
        return False
    return not _is_head_matter(scene, at)


def _is_head_matter(scene: Scene, at: int) -> bool:
    """Whether a long line belongs to the head: a note, a caption, a line printed twice."""
    return any(test(scene, at) for test in HEAD_MATTER)


def _is_note(scene: Scene, at: int) -> bool:
    return scene.facts[at].note_kind in _HEAD_NOTES


def _is_furniture(scene: Scene, at: int) -> bool:
    return scene.lengths[at] < _LONG_PARAGRAPH * 2 and bool(scene.purposes[at])


def _is_caption(scene: Scene, at: int) -> bool:
    """Whether it ends in a credit."""
    if scene.lengths[at] >= _LONG_PARAGRAPH * 4:
        return False
    found = scene.facts[at].inner_credit
    return found is not None and found.form in _CREDIT_FORMS


def _is_doubled(scene: Scene, at: int) -> bool:
    """Whether the line above or below says the same, or goes on where this one is cut."""
    return any(
        0 <= other < len(scene.normalized) and twins(scene.normalized[at], scene.normalized[other])
        for other in (at - 1, at + 1)
    )


def twins(one: str, other: str) -> bool:
    """Whether two folded lines are prints of one text, one of them cut or with words glued to it.

    >>> line = "walkers cross the creek. (ida fenwick)"
    >>> twins(line, f"{line} buy a print"), twins(line, "a line that says something else")
    (True, False)
    """
    shorter = min(len(one), len(other))
    alike = shorter - shorter // 8
    return shorter > _SHORTEST_TWIN and one[:alike] == other[:alike]


def _is_over_credit(scene: Scene, at: int) -> bool:
    """Whether nothing but a credit, or the byline, stands right under the line, on a page that has
    blank lines."""
    if at + 1 >= len(scene.blocks) or scene.blocks[at + 1].gap or not scene.blocks[at].gap:
        return False
    under, facts = scene.blocks[at + 1].text, scene.facts[at + 1]
    if facts.has_byline_prefix and len(under) < _LONGEST_BYLINE:
        return True
    found = facts.credit
    return found is not None and found.form in _CREDIT_FORMS and not under[: found.start].strip()


def _is_over_byline(scene: Scene, at: int) -> bool:
    """Whether the byline follows within a few lines, with no paragraph between: a deck."""
    for block in scene.blocks[at + 1 : at + 1 + _LINES_UNDER_DECK]:
        if _is_byline(scene, block.index):
            return scene.lengths[at] < _LONGEST_DECK
        if scene.lengths[block.index] >= _LONG_PARAGRAPH:
            break
    return False


def _is_byline(scene: Scene, at: int) -> bool:
    facts = scene.facts[at]
    return (
        len(facts.block.text) < _LONGEST_BYLINE
        and facts.has_byline_prefix
        and facts.plain_byline is not None
    )


HEAD_MATTER: Final = (
    _is_note,
    _is_furniture,
    _is_caption,
    _is_doubled,
    _is_over_credit,
    _is_over_byline,
)
"""The tests of a long line that belongs to the story's head."""


def _above(scene: Scene, values: list[float], first: int) -> list[int]:
    """The lines above the first paragraph; a short sentence right above it may open the story."""
    found = [at for at in range(first) if values[at] >= _BODY]
    while found and found[-1] == first - 1 and _may_open(scene, found[-1]):
        first = found.pop()
    return found


def _may_open(scene: Scene, at: int) -> bool:
    """Whether a line may open the story: a sentence, or a subhead under the byline, that is not
    dated."""
    facts = scene.facts[at]
    if len(facts.block.text.split()) < 3 or facts.has_byline_prefix or _is_head_matter(scene, at):
        return False
    return (scene.ends[at] or _is_subhead(scene, at)) and not facts.dates


def _is_subhead(scene: Scene, at: int) -> bool:
    """Whether a line that is no sentence stands right under the byline, where no headline can
    stand."""
    if not at:
        return False
    above = scene.facts[at - 1]
    return (
        above.has_byline_prefix
        and len(above.block.text) < _LONGEST_BYLINE
        and scene.facts[at].plain_byline is None
    )


def _signatures(scene: Scene, values: list[float]) -> list[int]:
    """The lines that sign the item above them: a dash and a name."""
    return [
        at
        for at in range(1, len(values))
        if values[at - 1] >= _BODY and _is_signature(scene.blocks[at].text)
    ]


def _is_signature(text: str) -> bool:
    match = _SIGNED.match(text)
    return match is not None and is_name(match.group(1))


def _cut(scene: Scene, values: list[float], first: int) -> int:
    """The line that starts the tail; the number of lines where none does. Lines below the last
    possible story line are not searched."""
    cut = len(values)
    if first < 0:
        return cut
    prose = [
        size if value >= _BODY else 0.0 for value, size in zip(values, scene.prose, strict=True)
    ]
    total = sum(prose) or 1.0
    after = 0.0
    last = max(at for at, value in enumerate(values) if value > _DOUBT)
    for at in range(last, first, -1):
        if after > _TAIL_SHARE * total:
            break
        leads_on = scene.purposes[at] == _RELATED and not after
        if leads_on or opens_tail(scene.blocks[at].text):
            cut = at
        after += prose[at]
    return cut
