"""The rules of a profile: selectors and paths as strings, checked when they are written.

A rule is a kind and a text; several rules are ordered fallbacks: `css("h1.title") | meta("og:title")`.
Nothing here holds a compiled object, so rules hash, compare, pickle and print as they were written.
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
    """What the text of a rule is written in."""

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
            f"a JSON-LD path is keys parted by dots, like 'author.name', not {quoted(text)}"
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
    """Rules in the order they are tried; the first that finds something decides."""

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
    """The elements that a CSS selector names.

    >>> str(css("h1.title") | meta("og:title"))
    'css:h1.title | meta:og:title'
    """
    return Rule(RuleKind.CSS, selector)


def xpath(expression: str) -> Rule:
    """The elements that an XPath 1.0 expression names."""
    return Rule(RuleKind.XPATH, expression)


def meta(name: str) -> Rule:
    """The content of the `meta` elements of a name or property."""
    return Rule(RuleKind.META, name)


def json_ld(path: str) -> Rule:
    """The value under a path of keys in the page's JSON-LD story, like `author.name`."""
    return Rule(RuleKind.JSON_LD, path)


def line(expression: str) -> Rule:
    """The lines that a regular expression matches as a whole."""
    return Rule(RuleKind.LINE, expression)


def rules_of(value: Any) -> Rules:
    """Rules from what a profile's field may be given: a rule, rules, or strings such as `css:h1`.

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
        f"rules are made by css(), xpath(), meta(), json_ld() or line(), not {quoted(value)}"
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
        f"a rule is written 'kind:text' with one of the kinds {kinds}, not {quoted(value)}"
    )


@lru_cache(maxsize=4096)
def compiled(kind: RuleKind, text: str) -> Any:
    """The compiled XPath of a CSS or XPath rule; raises `ProfileError` with the text where it is bad."""
    from lxml import etree

    expression = text
    if kind is RuleKind.CSS:
        import cssselect

        try:
            expression = cssselect.HTMLTranslator().css_to_xpath(
                text, prefix="descendant-or-self::"
            )
        except cssselect.SelectorError as error:
            raise ProfileError(f"{quoted(text)} is no CSS selector: {error}") from None
    try:
        return etree.XPath(expression)
    except etree.XPathSyntaxError as error:
        raise ProfileError(f"{quoted(text)} is no XPath 1.0 expression: {error}") from None


@lru_cache(maxsize=4096)
def pattern(text: str) -> re.Pattern[str]:
    """The compiled pattern of a line rule; raises `ProfileError` with the text where it is bad."""
    try:
        return re.compile(text)
    except re.error as error:
        raise ProfileError(f"{quoted(text)} is no regular expression: {error}") from None
