"""What a profile's rules find on a page: hints on blocks, and values in its head and attributes.

Of a field's rules the first that matches decides. A field without a match is left to the generic
parser and listed in `RuleMatches.missed`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final

import attrs

from newsparse.blocks import Block
from newsparse.page import Hint, Media, Page, XPathMatch
from newsparse.profiles.profile import Profile
from newsparse.profiles.rules import Rule, RuleKind, Rules, compiled, pattern
from newsparse.records import Label, Origin, Source

FIELDS: Final[dict[str, Label]] = {
    "furniture": Label.FURNITURE,
    "headline": Label.HEADLINE,
    "kicker": Label.KICKER,
    "deck": Label.DECK,
    "byline": Label.BYLINE,
    "dateline": Label.DATELINE,
    "date": Label.DATE,
    "caption": Label.CAPTION,
    "credit": Label.CREDIT,
    "note": Label.NOTE,
    "section": Label.KICKER,
    "tags": Label.TAG,
    "body": Label.BODY,
}
"""The profile fields that hold rules, with the label that each puts on blocks."""
_ALL_APPLY: Final = frozenset(("furniture",))
"""Fields whose rules all apply, instead of the first that matches."""
_UNLABELLED: Final = frozenset(("section",))
"""Fields whose words are read and keep the label of another rule: a section is often the kicker."""
_OF_TREE: Final = frozenset((RuleKind.CSS, RuleKind.XPATH))
_OF_HEAD: Final = frozenset((RuleKind.META, RuleKind.JSON_LD))


@attrs.frozen
class FieldValue:
    """A value that a rule found outside the blocks: in the head or in an attribute."""

    value: str
    source: Source
    raw: str = attrs.field(default=attrs.Factory(lambda self: self.value, takes_self=True))
    """The value as the page writes it, with its entities."""


Ask = Callable[[Rule], Iterable[FieldValue]]
"""Looks up in the head of a page what a `meta` or `json-ld` rule names."""


@attrs.frozen
class RuleMatch:
    """What decided one field: a rule, and what it found."""

    field: str
    rule: Rule | None
    hints: tuple[Hint, ...] = ()
    values: tuple[FieldValue, ...] = ()


@attrs.frozen
class RuleMatches:
    """What the rules of a profile find on one page."""

    found: tuple[RuleMatch, ...] = ()
    lines: tuple[Hint, ...] = ()
    """Matches of the line patterns for masthead, byline and furniture, which decide no field."""
    missed: tuple[str, ...] = ()
    """Fields whose rules match nothing on the page."""

    @property
    def hints(self) -> tuple[Hint, ...]:
        return (*self.lines, *(hint for one in self._labelling for hint in one.hints))

    @property
    def decided(self) -> frozenset[Label]:
        """The labels that the profile alone decides on this page."""
        return frozenset(FIELDS[rule_match.field] for rule_match in self._labelling)

    @property
    def _labelling(self) -> tuple[RuleMatch, ...]:
        """The matches that put labels on blocks."""
        return tuple(one for one in self.found if one.field not in _UNLABELLED)

    def of(self, field: str) -> RuleMatch | None:
        """What decided a field; None where no rule did."""
        return next((rule_match for rule_match in self.found if rule_match.field == field), None)

    def only(self, kept: Iterable[RuleMatch]) -> RuleMatches:
        """These matches and no others. A field that loses all its matches is missed."""
        found = tuple(kept)
        left = {rule_match.field for rule_match in found}
        lost = dict.fromkeys(
            rule_match.field for rule_match in self.found if rule_match.field not in left
        )
        return attrs.evolve(self, found=found, missed=(*self.missed, *lost))


NO_MATCH: Final = RuleMatch("", None)
NOTHING: Final = RuleMatches()


def rule_matches(page: Page, profile: Profile, ask: Ask) -> RuleMatches:
    """What the rules and line patterns of a profile find on a page."""
    lines = (
        *_line_hints(page.blocks, profile.masthead_lines, Label.MASTHEAD),
        *_line_hints(page.blocks, profile.byline_lines, Label.BYLINE),
        *_line_hints(page.blocks, profile.furniture_lines, Label.FURNITURE),
    )
    found: list[RuleMatch] = []
    missed: list[str] = []
    for field in FIELDS:
        rules: Rules = getattr(profile, field)
        applicable = [
            rule for rule in rules if page.media is Media.HTML or rule.kind is RuleKind.LINE
        ]
        if not applicable:
            continue
        matches = (
            one for rule in applicable if (one := _match(page, field, rule, ask)) is not None
        )
        taken = list(matches) if field in _ALL_APPLY else list(islice(matches, 1))
        found.extend(taken)
        if not taken:
            missed.append(field)
    return RuleMatches(tuple(found), lines, tuple(missed))


def _match(page: Page, field: str, rule: Rule, ask: Ask) -> RuleMatch | None:
    """What one rule finds; None where it matches nothing."""
    hints: tuple[Hint, ...] = ()
    values: tuple[FieldValue, ...] = ()
    if rule.kind in _OF_HEAD:
        values = tuple(one for one in ask(rule) if one.value.strip())
    elif rule.kind in _OF_TREE:
        hints, values = _tree_matches(page, FIELDS[field], rule)
    else:
        hints = tuple(_line_hints(page.blocks, (rule.text,), FIELDS[field]))
    return RuleMatch(field, rule, hints, values) if hints or values else None


def _tree_matches(
    page: Page, label: Label, rule: Rule
) -> tuple[tuple[Hint, ...], tuple[FieldValue, ...]]:
    """What a selector finds: hints on blocks, and values of attributes."""
    found = page.locator.xpath(compiled(rule.kind, rule.text), page.blocks)
    if label is Label.CREDIT:
        found = _joined(found, page.blocks)
    hints = [
        Hint(one.block, label, one.start, one.end, str(rule)) for one in found if one.block >= 0
    ]
    reason = f"profile: {rule}"
    values = [
        FieldValue(one.value, Source(Origin.DOM, where=one.where, score=0.9, reason=reason))
        for one in found
        if one.block < 0
    ]
    return tuple(hints), tuple(values)


def _joined(found: list[XPathMatch], blocks: tuple[Block, ...]) -> list[XPathMatch]:
    """Matches in one block, joined where only punctuation stands between them.

    On many sites photographer and agency are separate elements of one credit.
    """
    joined: list[XPathMatch] = []
    for one in found:
        last = joined[-1] if joined else None
        if last is not None and _runs_on(last, one, blocks):
            joined[-1] = attrs.evolve(last, end=one.end)
        else:
            joined.append(one)
    return joined


def _runs_on(one: XPathMatch, after: XPathMatch, blocks: tuple[Block, ...]) -> bool:
    """Whether a match follows another in the same block with only punctuation between."""
    if after.block < 0 or one.block != after.block:
        return False
    return not any(map(str.isalnum, blocks[after.block].text[one.end : after.start]))


def _line_hints(blocks: Iterable[Block], patterns: tuple[str, ...], label: Label) -> Iterator[Hint]:
    """Hints on the blocks that one of the patterns matches from end to end."""
    expressions = [pattern(text) for text in patterns]
    for block in blocks if expressions else ():
        for expression in expressions:
            match = expression.fullmatch(block.text)
            if match:
                start, end = _value_of(match)
                rule = f"line:{expression.pattern}"
                yield Hint(block.index, label, start, end, rule)
                for first, last in _marks_of(match, start, end):
                    yield Hint(block.index, Label.FURNITURE, first, last, rule)
                break


def _value_of(match: re.Match[str]) -> tuple[int, int]:
    """The span of the group `value` of a line pattern; without that group the whole line."""
    return (
        match.span("value")
        if match.re.groupindex.get("value") and match.start("value") >= 0
        else (0, -1)
    )


def _marks_of(match: re.Match[str], start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the group `around` beside the value: marks that belong to no field."""
    if not match.re.groupindex.get("around") or match.start("around") < 0 or end < 0:
        return []
    sides = ((match.start("around"), start), (end, match.end("around")))
    return [(first, last) for first, last in sides if last > first]
