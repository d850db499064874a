"""What a profile's rules find on a page: hints on its blocks, and values that its head states.

Rules of this file: of a field's rules the first that finds something decides; what none of them
finds is left to the generic way, and said (`Findings.missed`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final

import attrs

from newsparse.blocks import Block
from newsparse.page import Hint, Media, Page, Spot
from newsparse.profiles.profile import Profile
from newsparse.profiles.rules import Rule, RuleKind, Rules, compiled, pattern
from newsparse.records import Label, Origin, Source

FIELDS: Final[dict[str, Label]] = {
    "furniture": Label.FURNITURE,
    "headline": Label.HEADLINE,
    "kicker": Label.KICKER,
    "deck": Label.DECK,
    "byline": Label.BYLINE,
    "date": Label.DATE,
    "caption": Label.CAPTION,
    "credit": Label.CREDIT,
    "note": Label.NOTE,
    "body": Label.BODY,
}
"""The fields of a profile that hold rules, and the label that each puts on blocks."""
_ALL_APPLY: Final = frozenset(("furniture",))
"""Fields whose rules are no fallbacks: each adds what it finds."""
_OF_TREE: Final = frozenset((RuleKind.CSS, RuleKind.XPATH))
_OF_HEAD: Final = frozenset((RuleKind.META, RuleKind.JSON_LD))


@attrs.frozen
class StatedValue:
    """A value that a rule found outside the blocks: in the head, or in an attribute."""

    value: str
    source: Source
    raw: str = attrs.field(default=attrs.Factory(lambda self: self.value, takes_self=True))
    """The value as the page writes it, entities and all."""


Ask = Callable[[Rule], Iterable[StatedValue]]
"""Asks the head of a page for what a `meta` or `json-ld` rule names."""


@attrs.frozen
class RuleMatch:
    """What decided one field: a rule, and what it found."""

    field: str
    rule: Rule | None
    hints: tuple[Hint, ...] = ()
    stated: tuple[StatedValue, ...] = ()


@attrs.frozen
class RuleMatches:
    """What the rules of a profile find on one page."""

    found: tuple[RuleMatch, ...] = ()
    lines: tuple[Hint, ...] = ()
    """What the masthead's, byline's and furniture's line patterns match; they add to a field and do not decide it."""
    missed: tuple[str, ...] = ()
    """Fields whose rules find nothing on the page."""

    @property
    def hints(self) -> tuple[Hint, ...]:
        return (*self.lines, *(hint for rule_match in self.found for hint in rule_match.hints))

    @property
    def decided(self) -> frozenset[Label]:
        """The labels that the profile decides alone on this page."""
        return frozenset(FIELDS[rule_match.field] for rule_match in self.found)

    def of(self, field: str) -> RuleMatch | None:
        """What decided a field, None where no rule did."""
        return next((rule_match for rule_match in self.found if rule_match.field == field), None)

    def only(self, kept: Iterable[RuleMatch]) -> RuleMatches:
        """These findings and no others; a field that loses all of its own is missed."""
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
            one for rule in applicable if (one := _finding(page, field, rule, ask)) is not None
        )
        taken = list(matches) if field in _ALL_APPLY else list(islice(matches, 1))
        found.extend(taken)
        if not taken:
            missed.append(field)
    return RuleMatches(tuple(found), lines, tuple(missed))


def _finding(page: Page, field: str, rule: Rule, ask: Ask) -> RuleMatch | None:
    """What one rule finds, None where that is nothing."""
    if rule.kind in _OF_HEAD:
        stated = tuple(one for one in ask(rule) if one.value.strip())
        return RuleMatch(field, rule, stated=stated) if stated else None
    label = FIELDS[field]
    if rule.kind not in _OF_TREE:
        hints = tuple(_line_hints(page.blocks, (rule.text,), label))
        return RuleMatch(field, rule, hints) if hints else None
    spots = page.locator.spots(compiled(rule.kind, rule.text), page.blocks)
    if label is Label.CREDIT:
        spots = _joined(spots, page.blocks)
    hints = tuple(
        Hint(spot.block, label, spot.start, spot.end, str(rule))
        for spot in spots
        if spot.block >= 0
    )
    stated = tuple(
        StatedValue(
            spot.value, Source(Origin.DOM, where=spot.where, score=0.9, reason=f"profile: {rule}")
        )
        for spot in spots
        if spot.block < 0
    )
    return RuleMatch(field, rule, hints, stated) if hints or stated else None


def _joined(spots: list[Spot], blocks: tuple[Block, ...]) -> list[Spot]:
    """Spots with those as one that only marks part: photographer and agency are elements of their own on many sites, and one credit."""
    found: list[Spot] = []
    for spot in spots:
        last = found[-1] if found else None
        if (
            last is not None
            and spot.block >= 0
            and last.block == spot.block
            and not any(map(str.isalnum, blocks[spot.block].text[last.end : spot.start]))
        ):
            found[-1] = attrs.evolve(last, end=spot.end)
        else:
            found.append(spot)
    return found


def _line_hints(blocks: Iterable[Block], patterns: tuple[str, ...], label: Label) -> Iterator[Hint]:
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
    """The stretch that a line pattern marks as the value by a group of this name, else the whole line."""
    return (
        match.span("value")
        if match.re.groupindex.get("value") and match.start("value") >= 0
        else (0, -1)
    )


def _marks_of(match: re.Match[str], start: int, end: int) -> list[tuple[int, int]]:
    """What a line pattern's group `around` holds beside its value: the marks of a house style, which belong to no field."""
    if not match.re.groupindex.get("around") or match.start("around") < 0 or end < 0:
        return []
    sides = ((match.start("around"), start), (end, match.end("around")))
    return [(first, last) for first, last in sides if last > first]
