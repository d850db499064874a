"""`Profile`: facts about one publication, and rules for what the generic parser gets wrong."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

import attrs

from newsparse.errors import ProfileError, quoted
from newsparse.profiles.rules import Rules, pattern, rules_of

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HOST = re.compile(r"^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z0-9-]{2,}")
_REFINE = re.compile(r"^[A-Za-z_]\w*+(?:\.[A-Za-z_]\w*)*:[A-Za-z_]\w*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def _strings(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Iterable):
        return tuple(value)
    raise ProfileError(f"expected a string or several, not {quoted(value)}")


def _is_name(profile: Profile, _: Any, name: str) -> None:
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise ProfileError(
            "a profile name is made of lower-case letters, digits and hyphens, "
            f"like 'example-herald', not {quoted(name)}"
        )


def _is_text(profile: Profile, field: Any, text: str | None) -> None:
    if not isinstance(text, str) and not (text is None and field.default is None):
        raise ProfileError(f"{field.name} is a string, not {quoted(text)}")


def _are_strings(profile: Profile, field: Any, texts: tuple[str, ...]) -> None:
    for text in texts:
        if not isinstance(text, str):
            raise ProfileError(f"{field.name} holds strings, not {quoted(text)}")


def _is_switch(profile: Profile, field: Any, value: bool) -> None:
    if not isinstance(value, bool):
        raise ProfileError(f"{field.name} is true or false, not {quoted(value)}")


def _are_hosts(profile: Profile, _: Any, hosts: tuple[str, ...]) -> None:
    for host in hosts:
        if not isinstance(host, str) or not _HOST.fullmatch(host):
            raise ProfileError(
                "a host is a domain without scheme or path, like 'herald.example', "
                f"not {quoted(host)}"
            )


def _is_zone(profile: Profile, _: Any, zone: str | None) -> None:
    if zone is None:
        return
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(zone)
    except (ValueError, OSError, TypeError, LookupError):
        raise ProfileError(
            f"a time zone is an IANA name, like 'America/New_York', not {quoted(zone)}"
        ) from None


def _is_language(profile: Profile, _: Any, language: str | None) -> None:
    if language is not None and (
        not isinstance(language, str) or not _LANGUAGE.fullmatch(language)
    ):
        raise ProfileError(f"a language is a tag like 'en' or 'pt-BR', not {quoted(language)}")


def _is_day(profile: Profile, field: Any, day: str | None) -> None:
    if day is None or (field.name == "established" and re.fullmatch(r"\d{4}", str(day))):
        return
    try:
        dt.date.fromisoformat(day)
    except (ValueError, TypeError):
        raise ProfileError(f"{field.name} is a date like '1883-05-19', not {quoted(day)}") from None


def _are_patterns(profile: Profile, field: Any, patterns: tuple[str, ...]) -> None:
    _are_strings(profile, field, patterns)
    for text in patterns:
        pattern(text)


def _is_reference(profile: Profile, _: Any, name: str | None) -> None:
    if name is not None and (not isinstance(name, str) or not _REFINE.fullmatch(name)):
        raise ProfileError(
            f"refine names a function, like 'package.module:function', not {quoted(name)}"
        )


@attrs.frozen
class Profile:
    """One publication. Facts fill the record; rules and lines put hints on the page's blocks.

    Raises `ProfileError`, quoting the value, for a bad selector, pattern, host, zone or date.

    >>> Profile(name="example-herald", hosts="herald.example").hosts
    ('herald.example',)
    """

    name: str = attrs.field(validator=_is_name)
    publication: str = attrs.field(default="", validator=_is_text)
    hosts: tuple[str, ...] = attrs.field(default=(), converter=_strings, validator=_are_hosts)
    place: str | None = attrs.field(default=None, validator=_is_text)
    established: str | None = attrs.field(
        default=None, converter=attrs.converters.optional(str), validator=_is_day
    )
    timezone: str | None = attrs.field(default=None, validator=_is_zone)
    language: str | None = attrs.field(default=None, validator=_is_language)
    agencies: tuple[str, ...] = attrs.field(default=(), converter=_strings, validator=_are_strings)
    """Names under which the publication credits its own service or desk."""
    headline: Rules = attrs.field(default=Rules(), converter=rules_of)
    kicker: Rules = attrs.field(default=Rules(), converter=rules_of)
    deck: Rules = attrs.field(default=Rules(), converter=rules_of)
    byline: Rules = attrs.field(default=Rules(), converter=rules_of)
    dateline: Rules = attrs.field(default=Rules(), converter=rules_of)
    date: Rules = attrs.field(default=Rules(), converter=rules_of)
    caption: Rules = attrs.field(default=Rules(), converter=rules_of)
    credit: Rules = attrs.field(default=Rules(), converter=rules_of)
    body: Rules = attrs.field(default=Rules(), converter=rules_of)
    note: Rules = attrs.field(default=Rules(), converter=rules_of)
    section: Rules = attrs.field(default=Rules(), converter=rules_of)
    tags: Rules = attrs.field(default=Rules(), converter=rules_of)
    furniture: Rules = attrs.field(default=Rules(), converter=rules_of)
    masthead_lines: tuple[str, ...] = attrs.field(
        default=(), converter=_strings, validator=_are_patterns
    )
    byline_lines: tuple[str, ...] = attrs.field(
        default=(), converter=_strings, validator=_are_patterns
    )
    """House style of bylines: patterns of whole lines. A group `value` marks the names in them."""
    furniture_lines: tuple[str, ...] = attrs.field(
        default=(), converter=_strings, validator=_are_patterns
    )
    until: str | None = attrs.field(default=None, validator=_is_day)
    """The last day that this version is valid for; None for the newest."""
    refine: str | None = attrs.field(default=None, validator=_is_reference)
    verified: bool = attrs.field(default=True, validator=_is_switch)
    """Whether its rules were tested on pages. Rules of others are checked on each page."""

    @property
    def founded(self) -> dt.date | int | None:
        """The founding date, or its year."""
        if self.established is None:
            return None
        return (
            int(self.established)
            if len(self.established) == 4
            else dt.date.fromisoformat(self.established)
        )
