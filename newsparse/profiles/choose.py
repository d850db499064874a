"""Which profile a page is read with, and which of its versions.

The host of the page's URL decides, else the name that the page prints. Of several versions, the one
valid on the day of the page is used. A page without a date gets the newest version whose rules
match, with a warning.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from html import unescape
from typing import Final

import attrs

from newsparse.errors import InputError, quoted
from newsparse.fields.bylines import has_byline_prefix
from newsparse.fields.dates import parse_moment
from newsparse.page import Media, Page
from newsparse.profiles.matches import NOTHING, Ask, FieldValue, RuleMatches, rule_matches
from newsparse.profiles.profile import Profile
from newsparse.profiles.registry import Registry, host_of
from newsparse.profiles.rules import Rule, RuleKind
from newsparse.read.statements import HeadStatements
from newsparse.records import ParseWarning, WarningCode

GENERIC: Final = "generic"
"""The profile name that turns site profiles off."""
_MASTHEAD_BLOCKS: Final = 15
"""Blocks at the top of a text page that may be its masthead."""
_LONGEST_MASTHEAD: Final = 160
_DATE_METAS: Final = (
    "article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "dc.date.issued",
    "dc.date",
    "parsely-pub-date",
    "article:modified_time",
)
_DATE_IN_URL = re.compile(
    r"(?:/|-)((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?([0-2]\d|3[01])(?=[/\-._]|$)"
)


@attrs.frozen
class Choice:
    """The profile to read a page with, and what its rules find there."""

    profile: Profile | None = None
    matches: RuleMatches = NOTHING
    warnings: tuple[ParseWarning, ...] = ()

    @property
    def publication(self) -> str:
        return self.profile.publication if self.profile is not None else ""

    @property
    def agencies(self) -> tuple[str, ...]:
        return self.profile.agencies if self.profile is not None else ()

    @property
    def verified(self) -> bool:
        return self.profile is None or self.profile.verified


def chosen(
    page: Page, registry: Registry, wanted: Profile | str | None, statements: HeadStatements
) -> Choice:
    """The profile to read a page with.

    `wanted` is the profile, its name, `"generic"` for none, or None to find it by the page.
    Raises `InputError` for a value of another type and `UnknownProfileError` for an unknown name.
    """
    if isinstance(wanted, Profile):
        return Choice(wanted, _matches(page, wanted, statements))
    if wanted == GENERIC:
        return Choice()
    if wanted is not None and not isinstance(wanted, str):
        raise InputError(f"profile must be a Profile or a name, not {quoted(wanted)}")
    name = wanted if wanted is not None else name_of(page, registry)
    if name is None:
        return Choice()
    return _version(page, registry.named(name), statements)


def name_of(page: Page, registry: Registry) -> str | None:
    """The name of the profile for a page; None where no profile fits."""
    name = registry.of_url(page.url) or registry.of_url(page.head.canonical)
    if name is not None:
        return name
    if page.media is Media.TEXT:
        lines = (
            block.text
            for block in page.blocks[:_MASTHEAD_BLOCKS]
            if len(block.text) < _LONGEST_MASTHEAD and not has_byline_prefix(block.text)
        )
        return next((found for text in lines if (found := registry.of_line(text))), None)
    elsewhere = bool(host_of(page.url) or host_of(page.head.canonical))
    for meta in page.head.metas:
        if (
            meta.name == "og:site_name"
            and (found := registry.of_publication(meta.content)) is not None
        ):
            return found if not elsewhere or " " in meta.content.strip() else None
    return None


def _version(page: Page, versions: tuple[Profile, ...], statements: HeadStatements) -> Choice:
    """Of versions, newest first, the one that was valid on the day of the page."""
    if len(versions) == 1:
        return Choice(versions[0], _matches(page, versions[0], statements))
    day = stated_day(page, statements)
    if day is None:
        return _version_by_rules(page, versions, statements)
    valid = [
        one for one in versions if one.until is None or dt.date.fromisoformat(one.until) >= day
    ]
    version = valid[-1] if valid else versions[0]
    return Choice(version, _matches(page, version, statements))


def _version_by_rules(
    page: Page, versions: tuple[Profile, ...], statements: HeadStatements
) -> Choice:
    """The newest version whose rules fit the page, else the newest, with a warning."""
    best, matches = versions[0], _matches(page, versions[0], statements)
    for version in versions[1:]:
        if _fits(matches):
            break
        other = _matches(page, version, statements)
        if _fits(other):
            best, matches = version, other
    warning = ParseWarning(
        WarningCode.PROFILE_VERSION,
        f"{best.name}: the page states no date; used the version valid until "
        f"{best.until or 'today'}, the newest whose rules match",
    )
    return Choice(best, matches, (warning,))


def _fits(matches: RuleMatches) -> bool:
    """Whether a version fits: its headline and body rules match, or it has no rules."""
    if {"body", "headline"} & set(matches.missed):
        return False
    return bool(matches.found) or not matches.missed


def stated_day(page: Page, statements: HeadStatements) -> dt.date | None:
    """The date that the head or the URL of a page states; None where neither does."""
    for value in _stated_dates(page, statements):
        moment = parse_moment(value)
        if moment is not None:
            return moment.date() if isinstance(moment, dt.datetime) else moment
    return None


def _stated_dates(page: Page, statements: HeadStatements) -> Iterator[object]:
    for statement in statements.item(statements.story, "datePublished"):
        yield statement.value
    for statement in statements.meta(*_DATE_METAS):
        yield statement.value
    match = _DATE_IN_URL.search(page.url or page.head.canonical)
    if match is not None:
        yield "-".join(match.groups())


def asker(statements: HeadStatements) -> Ask:
    """A function that looks `meta` and `json-ld` rules up in the head of a page."""

    def ask(rule: Rule) -> Iterator[FieldValue]:
        statements_found = (
            statements.meta(rule.text.lower())
            if rule.kind is RuleKind.META
            else statements.item(statements.story, *rule.text.split("."))
        )
        for statement in statements_found:
            if isinstance(statement.value, (str, int, float)):
                yield FieldValue(unescape(str(statement.value)), statement.source, statement.raw)

    return ask


def _matches(page: Page, profile: Profile, statements: HeadStatements) -> RuleMatches:
    return rule_matches(page, profile, asker(statements))
