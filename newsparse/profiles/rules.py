"""The rules of a profile: selectors and paths as strings, checked when a rule is made.

A rule is a kind and a text. Several rules are ordered fallbacks: `css("h1.title") |
meta("og:title")`. Rules hold no compiled object, so they hash, compare, pickle and print as they
were written.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import attrs

from newsparse.errors import ProfileError, quoted


class RuleKind(enum.StrEnum):
    """The language that the text of a rule is written in."""

    CSS = "css"
    XPATH = "xpath"
    META = "meta"
    JSON_LD = "json-ld"
    LINE = "line"


def _checked(rule: Rule, _: Any, text: str) -> None:
    if not isinstance(text, str) or not text.strip():
        raise ProfileError(f"a {rule.kind.value} rule needs a text, not {quoted(text)}")
    if rule.kind in (RuleKind.CSS, RuleKind.XPATH):
        compiled(rule.kind, text)
    elif rule.kind is RuleKind.LINE:
        pattern(text)
    elif rule.kind is RuleKind.JSON_LD and not re.fullmatch(r"[@\w-]+(?:\.[@\w-]+)*", text):
        raise ProfileError(
            f"a JSON-LD path is keys joined by dots, like 'author.name', not {quoted(text)}"
        )


@attrs.frozen
class Rule:
    """One way to find a field."""

    kind: RuleKind
    text: str = attrs.field(validator=_checked)

    def __or__(self, other: Rule | Rules) -> Rules:
        return Rules((self,)) | other

    def __str__(self) -> str:
        return f"{self.kind.value}:{self.text}"


@attrs.frozen
class Rules:
    """Rules in the order in which they are tried; the first that matches decides the field."""

    rules: tuple[Rule, ...] = ()

    def __or__(self, other: Rule | Rules) -> Rules:
        return Rules((*self.rules, *(other.rules if isinstance(other, Rules) else (other,))))

    def __iter__(self) -> Any:
        return iter(self.rules)

    def __bool__(self) -> bool:
        return bool(self.rules)

    def __str__(self) -> str:
        return " | ".join(map(str, self.rules))


def css(selector: str) -> Rule:
    """A rule for the elements that a CSS selector matches.

    >>> str(css("h1.title") | meta("og:title"))
    'css:h1.title | meta:og:title'
    """
    return Rule(RuleKind.CSS, selector)


def xpath(expression: str) -> Rule:
    """A rule for the elements, attributes or text that an XPath 1.0 expression finds."""
    return Rule(RuleKind.XPATH, expression)


def meta(name: str) -> Rule:
    """A rule for the content of the `meta` elements with this name or property."""
    return Rule(RuleKind.META, name)


def json_ld(path: str) -> Rule:
    """A rule for the value at a path of keys in the page's JSON-LD article, like `author.name`."""
    return Rule(RuleKind.JSON_LD, path)


def line(expression: str) -> Rule:
    """A rule for the lines that a regular expression matches from end to end."""
    return Rule(RuleKind.LINE, expression)


def rules_of(value: Any) -> Rules:
    """The rules in a value that a profile field accepts: a rule, rules, or strings like `css:h1`.

    >>> str(rules_of(["css:h1", "meta:og:title"]))
    'css:h1 | meta:og:title'
    """
    if isinstance(value, Rules):
        return value
    if isinstance(value, Rule):
        return Rules((value,))
    if value is None:
        return Rules()
    if isinstance(value, str):
        value = (value,)
    if isinstance(value, Iterable):
        return Rules(tuple(_rule_of(entry) for entry in value))
    raise ProfileError(
        f"a rule is made by css(), xpath(), meta(), json_ld() or line(), not {quoted(value)}"
    )


def _rule_of(value: Any) -> Rule:
    if isinstance(value, Rule):
        return value
    if isinstance(value, str):
        kind, colon, text = value.partition(":")
        if colon and kind in {member.value for member in RuleKind}:
            return Rule(RuleKind(kind), text.strip())
    kinds = ", ".join(member.value for member in RuleKind)
    raise ProfileError(
        f"a rule is written 'kind:text', its kind one of {kinds}, not {quoted(value)}"
    )


@lru_cache(maxsize=4096)
def compiled(kind: RuleKind, text: str) -> Any:
    """The compiled XPath of a CSS or XPath rule; raises `ProfileError` for a bad text."""
    from lxml import etree

    expression = text
    if kind is RuleKind.CSS:
        import cssselect

        try:
            expression = cssselect.HTMLTranslator().css_to_xpath(
                text, prefix="descendant-or-self::"
            )
        except cssselect.SelectorError as error:
            raise ProfileError(f"{quoted(text)} is not a CSS selector: {error}") from None
    try:
        return etree.XPath(expression)
    except etree.XPathSyntaxError as error:
        raise ProfileError(f"{quoted(text)} is not an XPath 1.0 expression: {error}") from None


@lru_cache(maxsize=4096)
def pattern(text: str) -> re.Pattern[str]:
    """The compiled pattern of a line rule; raises `ProfileError` for a bad text."""
    try:
        return re.compile(text)
    except re.error as error:
        raise ProfileError(f"{quoted(text)} is not a regular expression: {error}") from None
