"""Decks: the sentence or paragraph between headline and story that sums it up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

import attrs

from newsparse.blocks import Block
from newsparse.fields.bylines import has_byline_prefix
from newsparse.fields.dates import FoundDate, find_dates
from newsparse.lexicon.classwords import bit
from newsparse.records import BlockKind, Label
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.headline import title_match
from newsparse.segmenters.readings import plain_byline
from newsparse.segmenters.view import AWAY, View
from newsparse.textual import folded_words, overlap

_DECK: Final = bit("deck")
_NOT: Final = bit(
    "caption",
    "credit",
    "in_figure",
    "in_figcaption",
    "byline",
    "date",
    "share",
    "tool",
    "related",
    "tags",
    "biography",
    "comment",
)
_SHORTEST, _LONGEST = 25.0, 700.0
_CLAUSE: Final = 40.0
_SENTENCE: Final = 60.0
_ALIKE: Final = 0.7
_ABOVE: Final = 12
"""Blocks above the story in which a deck may stand where no headline is shown."""
_UNDER: Final = 8
_TEASER: Final = bit("related")
"""What a deck's own element may be called as well: the words that tease the story are its summary."""
_HEADER: Final = bit("in_header")
_ARTICLE: Final = bit("in_article")


def _over_byline(view: View, at: int) -> bool:
    """Whether a line ends as a sentence and the byline stands under it, above the story."""
    under = view.blocks[at + 1 : min(view.first, at + 4)]
    if not view.scene.ends[at] or any(
        found.end - found.start > 5 for found in _dates(view.blocks[at].text)
    ):
        return False
    return any(has_byline_prefix(block.text) and len(block.text) < 150 for block in under)


def _is_right_over_byline(view: View, at: int) -> bool:
    """Whether the line right under this one, under the headline, names who wrote the story."""
    under = view.blocks[at + 1].text
    return (
        len(under) < 120
        and plain_byline(under) is not None
        and plain_byline(view.blocks[at].text) is None
        and not any(_dates(view.blocks[at].text))
    )


def _dates(text: str) -> Iterable[FoundDate]:
    return find_dates(text) if any(map(str.isdigit, text)) else ()


def deck(view: View) -> Iterable[Claim]:
    """Claims on blocks under the headline whose element, place, or likeness to the description, says deck."""
    if view.headline > view.first or view.last < 0:
        return
    under = view.headline + 1 if view.headline >= 0 else max(0, view.first - _ABOVE)
    for at in range(under, min(len(view.blocks), max(view.first + 2, view.headline + _UNDER))):
        line = _line(view, view.blocks[at])
        score, reason = (
            next(((score, reason) for test, score, reason in RULES if test(view, line)), (0.0, ""))
            if line is not None
            else (0.0, "")
        )
        if score:
            yield Claim(at, Label.DECK, score, reason)


@attrs.frozen
class _Line:
    """A block that may be a deck."""

    block: Block
    at: int
    weight: float
    within: int
    """What its containers say that they do not say of the story as well."""
    named: bool
    likeness: float
    """How much of it the page's description says, 0 to 1."""


def _line(view: View, block: Block) -> _Line | None:
    """A block as it may be a deck, None where its size, words or elements say that it is none."""
    at, scene = block.index, view.scene
    weight = scene.lengths[at]
    named = bool((block.own | block.inline) & _DECK)
    within = block.within & ~view.blocks[min(view.first + 1, view.last)].within | block.own
    if (
        not _SHORTEST <= weight <= _LONGEST
        or within & ((_NOT | AWAY) & ~(_TEASER if named else 0))
        or block.kind is BlockKind.LIST_ITEM
    ):
        return None
    if scene.purposes[at] or has_byline_prefix(block.text) or title_match(scene, at) >= 0.8:
        return None
    words = folded_words(scene.normalized[at]) if scene.description_words else frozenset()
    likeness = max((overlap(words, text) for text in scene.description_words), default=0.0)
    return _Line(block, at, weight, within, named, likeness)


def _is_named(view: View, line: _Line) -> bool:
    return line.named and line.at <= view.first + 1


def _is_in_named(view: View, line: _Line) -> bool:
    return bool(line.block.within & _DECK) and line.at <= view.first and line.weight < 400


def _is_description(view: View, line: _Line) -> bool:
    return line.at < view.first and line.likeness >= _ALIKE


def _is_bold_description(view: View, line: _Line) -> bool:
    return (
        line.at == view.first
        and line.likeness >= _ALIKE
        and line.block.stressed * 10 >= len(line.block.text) * 9
    )


def _ends_header(view: View, line: _Line) -> bool:
    """Whether it is the first paragraph and stands in the story's header, which ends there."""
    return (
        line.at == view.first
        and bool(line.within & _HEADER)
        and line.weight >= _CLAUSE
        and not view.blocks[line.at].level
    )


def _is_clause_over_byline(view: View, line: _Line) -> bool:
    return _is_line_of_dump(view, line) and _over_byline(view, line.at)


def _is_clause_right_over_byline(view: View, line: _Line) -> bool:
    return (
        _is_line_of_dump(view, line)
        and line.weight >= _CLAUSE
        and _is_right_over_byline(view, line.at)
    )


def _is_line_of_dump(view: View, line: _Line) -> bool:
    return not line.block.tag and not line.block.level and 0 <= view.headline < line.at < view.first


def _is_heading(view: View, line: _Line) -> bool:
    return (
        line.block.level in (2, 3)
        and line.at < view.first
        and line.weight > 50
        and view.headline >= 0
    )


def _is_sentence_between(view: View, line: _Line) -> bool:
    """Whether sentences stand alone between headline and story, in no element of another field, and the story does not say them again."""
    block, scene = line.block, view.scene
    if (
        not block.tag
        or block.linked
        or not 0 <= view.headline < line.at < view.first
        or line.weight < _SENTENCE
        or not scene.ends[line.at]
    ):
        return False
    if not (scene.in_core[block.node] or block.within & _ARTICLE):
        return False
    return not any(
        scene.normalized[line.at] in said for said in scene.normalized[view.first : view.last + 1]
    )


RULES: Final[tuple[tuple[Callable[[View, _Line], bool], float, str], ...]] = (
    (_is_named, 0.96, "its element is a deck's, under the headline"),
    (_is_in_named, 0.93, "stands in a deck's element under the headline"),
    (_is_description, 0.93, "says what the page's description says, before the story"),
    (
        _is_bold_description,
        0.955,
        "the first paragraph, in bold, says what the page's description says",
    ),
    (_ends_header, 0.95, "the first paragraph, in the story's header"),
    (_is_clause_over_byline, 0.9, "a sentence between headline and byline"),
    (_is_clause_right_over_byline, 0.7, "a clause right above the byline"),
    (_is_heading, 0.9, "a heading that sums up, between headline and story"),
    (_is_sentence_between, 0.9, "sentences alone between headline and story"),
)
"""Test, score and reason of each way to be a deck, the surest first."""
