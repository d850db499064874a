"""Which matches of an unverified profile are used: those that the generic parser confirms.

Site-config files of other projects are years old and come without pages to test them on. What their
rules find is compared, field by field, with what the generic parser finds on the same page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import attrs

from newsparse.page import Hint
from newsparse.profiles.matches import RuleMatch, RuleMatches
from newsparse.records import Label
from newsparse.segmenters.label import Labelled
from newsparse.textual import normalize, overlap, words

_LEAST_BODY_FOUND: Final = 0.8
"""Share of the generic body that a body rule must find."""
_LARGEST_BODY: Final = 1.8
"""Size of a rule's body, in sizes of the generic body."""
_MOST_BODY_LOST: Final = 0.25
"""Share of the generic body that a furniture rule may remove."""
_LONGEST_FIELD: Final = 300
"""Letters of a block that may be a field of a line or two."""
_LEAST_BODY_SCORE: Final = 0.35
"""Body score of a block inside a body rule's match; a block outside needs more."""
_LEAST_HEADLINE_OVERLAP: Final = 0.5
"""Share of words that a rule's headline has in common with the known one."""


def trusted(matches: RuleMatches, generic: Labelled) -> RuleMatches:
    """The matches without those that contradict the labels of the generic parser."""
    kept = [
        rule_match
        for rule_match in matches.found
        if _TESTS.get(rule_match.field, _is_short)(rule_match, generic)
    ]
    return matches.only(
        _TRIMMED.get(rule_match.field, _unchanged)(rule_match, generic) for rule_match in kept
    )


def _unchanged(rule_match: RuleMatch, generic: Labelled) -> RuleMatch:
    return rule_match


def _pruned(rule_match: RuleMatch, generic: Labelled) -> RuleMatch:
    """A body rule's match without the blocks that the generic parser takes for clutter.

    The rule names the region of the story; its own format cleans that region afterwards.
    """
    values = generic.view.body.values
    return attrs.evolve(
        rule_match,
        hints=tuple(hint for hint in rule_match.hints if values[hint.block] >= _LEAST_BODY_SCORE),
    )


def _spared(rule_match: RuleMatch, generic: Labelled) -> RuleMatch:
    """A furniture rule's match without the blocks that the generic parser has a field for.

    A rule that strips an element from the body may strip a caption.
    """
    known = {
        piece.block for piece in generic.pieces if piece.label not in (Label.BODY, Label.FURNITURE)
    }
    return attrs.evolve(
        rule_match, hints=tuple(hint for hint in rule_match.hints if hint.block not in known)
    )


def _texts(generic: Labelled, label: Label) -> dict[int, float]:
    """The blocks with a label, and the number of their characters that have it."""
    found: dict[int, float] = {}
    for piece in generic.pieces:
        if piece.label is label:
            found[piece.block] = found.get(piece.block, 0.0) + piece.end - piece.start
    return found


def _blocks(hints: tuple[Hint, ...]) -> frozenset[int]:
    return frozenset(hint.block for hint in hints)


def _is_body(rule_match: RuleMatch, generic: Labelled) -> bool:
    """Whether a body rule finds most of the generic body, and not the whole page."""
    if not rule_match.hints:
        return False
    story = _texts(generic, Label.BODY)
    lengths = generic.view.scene.lengths
    mine = _blocks(rule_match.hints)
    whole = sum(story.values()) or 1.0
    return (
        sum(size for at, size in story.items() if at in mine) >= _LEAST_BODY_FOUND * whole
        and sum(lengths[at] for at in mine) <= _LARGEST_BODY * whole
    )


def _is_furniture(rule_match: RuleMatch, generic: Labelled) -> bool:
    """Whether a furniture rule leaves most of the generic body alone."""
    story = _texts(generic, Label.BODY)
    lost = _blocks(rule_match.hints)
    return sum(size for at, size in story.items() if at in lost) <= _MOST_BODY_LOST * (
        sum(story.values()) or 1.0
    )


def _is_headline(rule_match: RuleMatch, generic: Labelled) -> bool:
    """Whether a headline rule finds most of a headline that the page is known to have."""
    blocks = generic.view.blocks
    found = [blocks[hint.block].text for hint in rule_match.hints] + [
        one.value for one in rule_match.values
    ]
    if not found or len(found[0]) > _LONGEST_FIELD:
        return False
    known = [*generic.view.scene.titles]
    if generic.view.headline >= 0:
        known.append(normalize(blocks[generic.view.headline].text))
    mine = set(words(found[0]))
    return not known or any(
        normalize(found[0]) in title or overlap(mine, set(words(title))) >= _LEAST_HEADLINE_OVERLAP
        for title in known
    )


def _is_short(rule_match: RuleMatch, generic: Labelled) -> bool:
    """Whether a field of a line or two is no longer than that."""
    return all(generic.view.scene.lengths[at] <= _LONGEST_FIELD for at in _blocks(rule_match.hints))


_TESTS: Final[dict[str, Callable[[RuleMatch, Labelled], bool]]] = {
    "body": _is_body,
    "furniture": _is_furniture,
    "headline": _is_headline,
}

_TRIMMED: Final[dict[str, Callable[[RuleMatch, Labelled], RuleMatch]]] = {
    "furniture": _spared,
    "body": _pruned,
}
"""What is left of a kept match, by field."""
