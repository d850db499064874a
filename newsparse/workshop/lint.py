"""Find the rules of a profile that do nothing useful on stored pages."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Any, Final

import attrs

from newsparse.parser import Parser
from newsparse.profiles.choose import asker
from newsparse.profiles.matches import FIELDS, rule_matches
from newsparse.profiles.profile import Profile
from newsparse.profiles.rules import Rules, pattern
from newsparse.read.decode import PageInput
from newsparse.read.reader import read
from newsparse.read.statements import HeadStatements
from newsparse.records import Article, BlockKind
from newsparse.workshop.plain import plain


class Fault(enum.StrEnum):
    """What is wrong with a rule."""

    DEAD = "dead"
    MISSES = "misses"
    REPEATS = "repeats"
    LOSES = "loses"
    TAKES_IN = "takes-in"


@attrs.frozen
class Remark:
    """A fault of one rule."""

    fault: Fault
    field: str
    rule: str
    message: str
    page: str | None = None


def lint(
    profile: Profile, pages: Mapping[str, PageInput], *, url: str | None = None
) -> tuple[Remark, ...]:
    """The faults of a profile on stored pages.

    A rule is dead if it matches on no page, it misses the pages where its field has no match, and
    it repeats the generic parser if every record is the same without it. A body rule loses the
    subheads, and takes in the notes, that the generic parser finds and it does not.
    """
    return (
        *_dead(profile, pages, url),
        *_misses(profile, pages, url),
        *_repeats(profile, pages, url),
        *_body(profile, pages, url),
    )


def _rules(profile: Profile) -> list[tuple[str, Rules]]:
    return [(field, rules) for field in FIELDS if (rules := getattr(profile, field))]


def _dead(profile: Profile, pages: Mapping[str, PageInput], url: str | None) -> list[Remark]:
    opened = [
        (page, asker(HeadStatements(page)))
        for page in (read(page, url=url) for page in pages.values())
    ]
    remarks = []
    for field, rules in _rules(profile):
        for rule in rules:
            alone: dict[str, Any] = {field: rule}
            lone = Profile(name=profile.name, **alone)
            if not any(rule_matches(page, lone, ask).found for page, ask in opened):
                remarks.append(
                    Remark(Fault.DEAD, field, str(rule), "matches nothing on any stored page")
                )
    for field in ("masthead_lines", "byline_lines", "furniture_lines"):
        for text in getattr(profile, field):
            if not any(
                pattern(text).fullmatch(block.text) for page, _ in opened for block in page.blocks
            ):
                remarks.append(
                    Remark(Fault.DEAD, field, text, "matches no line of any stored page")
                )
    return remarks


def _misses(profile: Profile, pages: Mapping[str, PageInput], url: str | None) -> list[Remark]:
    remarks = []
    for name, given in pages.items():
        page = read(given, url=url)
        for field in rule_matches(page, profile, asker(HeadStatements(page))).missed:
            remarks.append(
                Remark(
                    Fault.MISSES,
                    field,
                    str(getattr(profile, field)),
                    f"matches nothing on {name}",
                    name,
                )
            )
    return remarks


def _repeats(profile: Profile, pages: Mapping[str, PageInput], url: str | None) -> list[Remark]:
    parser = Parser(())
    remarks = []
    for field, rules in _rules(profile):
        changed: dict[str, Any] = {field: Rules()}
        without = attrs.evolve(profile, **changed)
        if all(
            plain(parser.parse(page, url=url, profile=profile))
            == plain(parser.parse(page, url=url, profile=without))
            for page in pages.values()
        ):
            remarks.append(Remark(Fault.REPEATS, field, str(rules), "changes no record"))
    return remarks


def _body(profile: Profile, pages: Mapping[str, PageInput], url: str | None) -> list[Remark]:
    """The subheads that a body rule loses, and the notes that it takes in."""
    if not profile.body:
        return []
    parser = Parser(())
    without = attrs.evolve(profile, body=Rules())
    remarks = []
    for name, page in pages.items():
        generic = parser.parse(page, url=url, profile=without)
        ruled = parser.parse(page, url=url, profile=profile)
        for fault, texts in (
            (Fault.LOSES, _subheads(generic) - _body_texts(ruled)),
            (Fault.TAKES_IN, _notes(generic) & _body_texts(ruled) - _body_texts(generic)),
        ):
            remarks += [
                Remark(
                    fault, "body", str(profile.body), _BODY_MESSAGES[fault].format(text, name), name
                )
                for text in sorted(texts)
            ]
    return remarks


_BODY_MESSAGES: Final = {
    Fault.LOSES: "loses the subhead {!r} on {}",
    Fault.TAKES_IN: "takes the note {!r} into the body on {}",
}


def _body_texts(article: Article) -> set[str]:
    return {block.text for block in article.body}


def _subheads(article: Article) -> set[str]:
    return {block.text for block in article.body if block.kind is BlockKind.HEADING}


def _notes(article: Article) -> set[str]:
    return {note.text for note in article.notes}


__all__ = ["Fault", "Remark", "lint"]
