"""What a profile's rules find on a page, as hints on its blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from newsparse.blocks import Block
from newsparse.page import Page
from newsparse.profiles.profile import Profile
from newsparse.profiles.rules import Rule, RuleKind, Rules, compiled, pattern
from newsparse.records import Label
from newsparse.segmenters.view import Hint

_FIELDS: Final[tuple[tuple[str, Label], ...]] = (
    ("headline", Label.HEADLINE),
    ("kicker", Label.KICKER),
    ("deck", Label.DECK),
    ("byline", Label.BYLINE),
    ("date", Label.DATE),
    ("caption", Label.CAPTION),
    ("credit", Label.CREDIT),
    ("body", Label.BODY),
    ("note", Label.NOTE),
    ("furniture", Label.FURNITURE),
)


def hints(page: Page, profile: Profile) -> tuple[Hint, ...]:
    """The hints that a profile puts on the blocks of a page."""
    found = [*_line_hints(page.blocks, profile.masthead_lines, Label.MASTHEAD), *_line_hints(page.blocks, profile.furniture_lines, Label.FURNITURE)]
    for field, label in _FIELDS:
        rules: Rules = getattr(profile, field)
        for rule in rules:
            hit = [Hint(at, label, rule=str(rule)) for at in _blocks(page, rule)]
            if hit:
                found.extend(hit)
                break
    return tuple(found)


def _line_hints(blocks: Iterable[Block], patterns: tuple[str, ...], label: Label) -> Iterator[Hint]:
    compiled_ = [pattern(text) for text in patterns]
    for block in blocks:
        for expression in compiled_:
            if expression.fullmatch(block.text):
                yield Hint(block.index, label, rule=expression.pattern)
                break


def _blocks(page: Page, rule: Rule) -> list[int]:
    """The blocks that a rule finds."""
    if rule.kind is RuleKind.LINE:
        expression = pattern(rule.text)
        return [block.index for block in page.blocks if expression.fullmatch(block.text)]
    if rule.kind in (RuleKind.CSS, RuleKind.XPATH):
        return page.locator.blocks_under(compiled(rule.kind, rule.text), page.blocks)
    return []
