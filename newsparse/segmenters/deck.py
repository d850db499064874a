"""Decks: the sentence or paragraph between headline and story that sums it up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

import attrs

from newsparse.blocks import Block
from newsparse.fields.persons import is_name
from newsparse.lexicon.classwords import bit
from newsparse.records import BlockKind
from newsparse.segmenters.claims import ENOUGH, Claim, claimed
from newsparse.segmenters.headline import title_match
from newsparse.segmenters.precedence import Row, row
from newsparse.segmenters.view import OUTSIDE_STORY, SURE, View
from newsparse.textual import folded_words, overlap

_DECK: Final = bit("deck")
_OTHER_FIELDS: Final = bit(
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
_TEASER: Final = bit("related")
"""What a deck's own element may be called as well: the words that tease the story are its
summary."""
_HEADER: Final = bit("in_header")
_ARTICLE: Final = bit("in_article")
_SHORTEST_DECK, _LONGEST_DECK = 25.0, 700.0
_SHORTEST_NAMED_HEADING: Final = 8.0
"""Letters of the shortest deck in a heading whose element says deck."""
_LONGEST_INSIDE: Final = 400.0
"""Letters of the longest deck inside an element that says deck."""
_LONGEST_OF_DESCRIPTION: Final = 140.0
"""Letters of the longest deck that reads as the first paragraph; what is longer is likely to be the
first paragraph, which many pages state as their description."""
_FEWEST_WORDS: Final = 4
"""Words of the shortest deck that is a heading."""
_SHORTEST_UNSPACED: Final = 10
"""Letters of the shortest deck that is a heading in a script without blanks."""
_SHORTEST_CLAUSE: Final = 40.0
_SHORTEST_HEADING: Final = 50.0
_SHORTEST_SENTENCES: Final = 60.0
_LONGEST_PREFIXED: Final = 150
"""Letters of the longest byline with a prefix that a deck stands over."""
_LONGEST_BYLINE: Final = 120
"""Letters of the longest byline that a deck stands right over."""
_LIKENESS: Final = 0.7
"""Share of the page's description that a deck says."""
_TITLE_LIKENESS: Final = 0.8
"""Agreement with the page's title from which a line is a headline."""
_BLOCKS_ABOVE_STORY: Final = 12
"""Blocks above the story in which a deck may stand where no headline is shown."""
_BLOCKS_UNDER_HEADLINE: Final = 8


def deck(view: View) -> Iterable[Claim]:
    """Claims on blocks under the headline whose element, place, or likeness to the description,
    says deck. A story has one deck: what else may be a deck and reads as body stays body."""
    if view.headline > view.first or view.last < 0:
        return
    start = view.headline + 1 if view.headline >= 0 else max(0, view.first - _BLOCKS_ABOVE_STORY)
    end = max(view.first + 2, view.headline + _BLOCKS_UNDER_HEADLINE)
    found: list[tuple[int, Row]] = []
    for at in range(start, min(len(view.blocks), end)):
        line = _line(view, view.blocks[at])
        if line is not None:
            rule = next((rule for test, rule in RULES if test(view, line)), None)
            if rule is not None:
                found.append((at, rule))
    best = min(found, key=_by_rank, default=None)
    for at, rule in found:
        if (at, rule) == best or (at < view.first and view.body.values[at] < ENOUGH):
            yield claimed(at, rule)


def _by_rank(claim: tuple[int, Row]) -> tuple[int, int]:
    at, rule = claim
    return rule.rank, at


@attrs.frozen
class _Line:
    """A block that may be a deck."""

    block: Block
    at: int
    length: float
    within: int
    """What its containers say that they do not say of the story as well."""
    named: bool
    """Whether its element says deck."""
    likeness: float
    """How much of it the page's description says, 0 to 1."""


def _line(view: View, block: Block) -> _Line | None:
    """A block as it may be a deck, None where its size, words or elements say that it is none."""
    at, scene = block.index, view.scene
    length = scene.lengths[at]
    named = bool((block.own | block.inline) & _DECK)
    within = block.within & ~view.blocks[min(view.first + 1, view.last)].within | block.own
    elsewhere = (_OTHER_FIELDS | OUTSIDE_STORY) & ~(_TEASER if named else 0)
    shortest = _SHORTEST_NAMED_HEADING if named and block.level else _SHORTEST_DECK
    if not shortest <= length <= _LONGEST_DECK or within & elsewhere:
        return None
    if block.kind is BlockKind.LIST_ITEM or scene.purposes[at]:
        return None
    facts = view.facts(at)
    if facts.has_byline_prefix or title_match(scene, at) >= _TITLE_LIKENESS:
        return None
    if length <= _LONGEST_BYLINE and facts.dates and facts.byline is not None:
        return None
    words = folded_words(scene.normalized[at]) if scene.description_words else frozenset()
    likeness = max((overlap(words, text) for text in scene.description_words), default=0.0)
    return _Line(block, at, length, within, named, likeness)


def _has_deck_element(view: View, line: _Line) -> bool:
    return line.named and line.at <= view.first + 1 and not _is_label(line)


def _is_label(line: _Line) -> bool:
    """Whether it is a heading that only names a part of the page ("What to know") or a person."""
    text = line.block.text
    if not line.block.level:
        return False
    words = len(text.split())
    few = words < _FEWEST_WORDS and (text.isascii() or words > 1 or len(text) < _SHORTEST_UNSPACED)
    return few or is_name(text)


def _is_in_deck_element(view: View, line: _Line) -> bool:
    return (
        bool(line.block.within & _DECK)
        and line.at <= view.first
        and line.length < _LONGEST_INSIDE
        and not _is_label(line)
        and not _opens_paragraphs(view, line)
    )


def _opens_paragraphs(view: View, line: _Line) -> bool:
    """Whether it is the first of the paragraphs of the story that stand in one element: that one
    is no deck's, whatever its class."""
    under = line.at + 1
    parent = view.scene.page.outline.parent
    return (
        view.body.values[line.at] >= SURE
        and under <= view.last
        and view.body.values[under] >= SURE
        and not view.blocks[under].level
        and bool(view.blocks[under].within & _DECK)
        and parent[view.blocks[under].node] == parent[line.block.node]
    )


def _is_description_in_deck_element(view: View, line: _Line) -> bool:
    """Whether the first paragraph stands in a deck's element and says what the description says."""
    return (
        line.at == view.first
        and line.likeness >= _LIKENESS
        and bool(line.block.within & _DECK)
        and line.length < _LONGEST_OF_DESCRIPTION
    )


def _is_description(view: View, line: _Line) -> bool:
    return line.at < view.first and line.likeness >= _LIKENESS


def _is_description_apart(view: View, line: _Line) -> bool:
    """Whether the first paragraph says what the description says, and stands under the headline in
    another element than the paragraphs that follow."""
    if line.at != view.first or line.likeness < _LIKENESS or not 0 <= view.headline < line.at:
        return False
    parent = view.scene.page.outline.parent
    under = [at for at in range(line.at + 1, view.last + 1) if view.body.values[at] >= SURE][:2]
    beside = {parent[view.blocks[at].node] for at in under}
    return len(under) == 2 and parent[line.block.node] not in beside


def _is_bold_description(view: View, line: _Line) -> bool:
    return (
        line.at == view.first
        and line.likeness >= _LIKENESS
        and line.block.stressed * 10 >= len(line.block.text) * 9
    )


def _ends_header(view: View, line: _Line) -> bool:
    """Whether it is the first paragraph and stands in the story's header, which ends there."""
    return (
        line.at == view.first
        and bool(line.within & _HEADER)
        and line.length >= _SHORTEST_CLAUSE
        and not line.block.level
    )


def _is_sentence_over_byline(view: View, line: _Line) -> bool:
    """Whether a line of text ends as a sentence and the byline stands under it, above the story."""
    if not _is_line_of_text(view, line) or not view.scene.ends[line.at]:
        return False
    if any(found.end - found.start > 5 for found in view.facts(line.at).dates):
        return False
    return any(
        view.facts(under).has_byline_prefix and len(view.blocks[under].text) < _LONGEST_PREFIXED
        for under in range(line.at + 1, min(view.first, line.at + 4))
    )


def _is_clause_over_byline(view: View, line: _Line) -> bool:
    """Whether the line right under it names who wrote the story."""
    if not (_is_line_of_text(view, line) or _is_paragraph_alone(view, line)):
        return False
    if line.length < _SHORTEST_CLAUSE:
        return False
    own, under = view.facts(line.at), view.facts(line.at + 1)
    return (
        len(under.block.text) < _LONGEST_BYLINE
        and under.plain_byline is not None
        and own.plain_byline is None
        and not own.dates
    )


def _is_line_of_text(view: View, line: _Line) -> bool:
    """Whether it is a line of a dump, between headline and story, that is no heading."""
    return not line.block.tag and not line.block.level and 0 <= view.headline < line.at < view.first


def _is_paragraph_alone(view: View, line: _Line) -> bool:
    """Whether it is a paragraph of HTML right under the headline, in no link."""
    block = line.block
    return (
        bool(block.tag)
        and not block.level
        and not block.linked
        and 0 <= view.headline == line.at - 1
        and line.at + 1 < view.first
    )


def _is_heading(view: View, line: _Line) -> bool:
    return (
        line.block.level in (2, 3)
        and line.at < view.first
        and line.length > _SHORTEST_HEADING
        and view.headline >= 0
    )


def _is_heading_under_headline(view: View, line: _Line) -> bool:
    """Whether a heading of several words stands right under the headline, and the first paragraph,
    the byline or the date right under it."""
    if not line.block.level > 1 or not 0 <= view.headline == line.at - 1 or line.block.linked:
        return False
    if line.at > view.first or len(line.block.text.split()) < _FEWEST_WORDS:
        return False
    under = line.at + 1
    if under >= len(view.blocks):
        return False
    if view.body.values[under] >= SURE and not view.blocks[under].level:
        return not _heads_sections(view, line.block.level)
    facts = view.facts(under)
    return facts.has_byline_prefix or bool(facts.dates) or facts.plain_byline is not None


def _heads_sections(view: View, level: int) -> bool:
    """Whether headings of a level part the story: the first of them may be a subhead too."""
    return any(
        view.blocks[at].level == level and view.body.values[at] >= ENOUGH
        for at in range(view.first + 1, view.last + 1)
    )


def _is_sentences_alone(view: View, line: _Line) -> bool:
    """Whether sentences stand alone between headline and story, in no element of another field, and
    the story does not say them again."""
    block, scene = line.block, view.scene
    if not block.tag or block.linked or not 0 <= view.headline < line.at < view.first:
        return False
    if line.length < _SHORTEST_SENTENCES or not scene.ends[line.at]:
        return False
    if not (scene.in_core[block.node] or block.within & _ARTICLE):
        return False
    text = scene.normalized[line.at]
    return not any(text in said for said in scene.normalized[view.first : view.last + 1])


RULES: Final[tuple[tuple[Callable[[View, _Line], bool], Row], ...]] = (
    (_is_description_in_deck_element, row("deck: description in a deck element")),
    (_has_deck_element, row("deck: deck element")),
    (_is_in_deck_element, row("deck: inside a deck element")),
    (_is_description, row("deck: description")),
    (_is_description_apart, row("deck: description apart")),
    (_is_bold_description, row("deck: bold description")),
    (_ends_header, row("deck: ends the header")),
    (_is_sentence_over_byline, row("deck: sentence over the byline")),
    (_is_clause_over_byline, row("deck: clause over the byline")),
    (_is_heading, row("deck: heading")),
    (_is_heading_under_headline, row("deck: heading under the headline")),
    (_is_sentences_alone, row("deck: sentences alone")),
)
"""What makes a block a deck; the first test that holds decides."""
