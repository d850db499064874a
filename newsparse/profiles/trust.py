"""How far the rules of an unverified profile are believed: no further than the generic way bears them out.

Site-config files of others are years old and come without pages to test them on. Whatever their rules
find is held against what the generic parser finds on the same page, field by field.
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

_SHARE: Final = 0.8
"""Part of the generic body that a body rule has to find."""
_EXCESS: Final = 1.8
"""Times the generic body's size that a rule's body may have."""
_FURNITURE: Final = 0.25
"""Part of the generic body that furniture rules may take away."""
_LONGEST: Final = 300
_MAYBE: Final = 0.35
"""How sure the generic way has to be of a block that a body rule finds; alone it asks for more."""


def trusted(matches: RuleMatches, generic: Labelled) -> RuleMatches:
    """The findings without those that are nonsense in the light of the page labelled the generic way."""
    believed = [
        rule_match
        for rule_match in matches.found
        if _TESTS.get(rule_match.field, _is_short)(rule_match, generic)
    ]
    return matches.only(
        _SOFTENED.get(rule_match.field, _as_it_is)(rule_match, generic) for rule_match in believed
    )


def _as_it_is(rule_match: RuleMatch, generic: Labelled) -> RuleMatch:
    return rule_match


def _pruned(rule_match: RuleMatch, generic: Labelled) -> RuleMatch:
    """A body rule as the region that the story lies in: inside it the generic way tells story from clutter, as its own format's cleaner does."""
    values = generic.view.body.values
    return attrs.evolve(
        rule_match, hints=tuple(hint for hint in rule_match.hints if values[hint.block] >= _MAYBE)
    )


def _spared(rule_match: RuleMatch, generic: Labelled) -> RuleMatch:
    """A furniture rule without the blocks that the generic way has a field for: what others strip from a body may be its caption."""
    known = {
        piece.block for piece in generic.pieces if piece.label not in (Label.BODY, Label.FURNITURE)
    }
    return attrs.evolve(
        rule_match, hints=tuple(hint for hint in rule_match.hints if hint.block not in known)
    )


def _texts(generic: Labelled, label: Label) -> dict[int, float]:
    """The blocks of a label, and how much of each has it."""
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
    weights = generic.view.scene.lengths
    mine = _blocks(rule_match.hints)
    whole = sum(story.values()) or 1.0
    return (
        sum(size for at, size in story.items() if at in mine) >= _SHARE * whole
        and sum(weights[at] for at in mine) <= _EXCESS * whole
    )


def _is_furniture(rule_match: RuleMatch, generic: Labelled) -> bool:
    story = _texts(generic, Label.BODY)
    lost = _blocks(rule_match.hints)
    return sum(size for at, size in story.items() if at in lost) <= _FURNITURE * (
        sum(story.values()) or 1.0
    )


def _is_headline(rule_match: RuleMatch, generic: Labelled) -> bool:
    """Whether a headline rule finds what the head or the generic way calls the headline, or most words of it."""
    blocks = generic.view.blocks
    found = [blocks[hint.block].text for hint in rule_match.hints] + [
        one.value for one in rule_match.stated
    ]
    if not found or len(found[0]) > _LONGEST:
        return False
    known = [*generic.view.scene.titles]
    if generic.view.headline >= 0:
        known.append(normalize(blocks[generic.view.headline].text))
    mine = set(words(found[0]))
    return not known or any(
        normalize(found[0]) in title or overlap(mine, set(words(title))) >= 0.5 for title in known
    )


def _is_short(rule_match: RuleMatch, generic: Labelled) -> bool:
    """Whether a field that is a line or two is no more than that."""
    return all(generic.view.scene.lengths[at] <= _LONGEST for at in _blocks(rule_match.hints))


_TESTS: Final[dict[str, Callable[[RuleMatch, Labelled], bool]]] = {
    "body": _is_body,
    "furniture": _is_furniture,
    "headline": _is_headline,
}

_SOFTENED: Final[dict[str, Callable[[RuleMatch, Labelled], RuleMatch]]] = {
    "furniture": _spared,
    "body": _pruned,
}
"""What is made of a rule that is believed, by field."""
