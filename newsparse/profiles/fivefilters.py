"""FiveFilters site-config files as profiles, read as they are.

One `directive: value` a line, `#` comments, XPath 1.0 values. The profiles are marked unverified:
the generic parser overrules a rule that finds nothing or something implausible. A directive that
newsparse does not support is listed by name.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import attrs

from newsparse.errors import InputError, ProfileError, quoted
from newsparse.profiles.profile import Profile
from newsparse.profiles.rules import Rule, RuleKind, Rules

_LINE = re.compile(
    r"(?<![\sA-Za-z_])\s*+([A-Za-z_]++)\s*+(?:\(((?:[^()]|\([^()]*\))*)\))?\s*+:\s*+(.*\S|)\s*+$"
)
_HOST = re.compile(r"(?<![a-z0-9_.-])(?:[a-z0-9_][a-z0-9_-]*+\.)+[a-z0-9-]{2,}")
_RULES: Final = {"title": "headline", "body": "body", "author": "byline", "date": "date"}
_STRIPS: Final = {
    "strip": "{}",
    "strip_id_or_class": "//*[contains(@id, {q}) or contains(@class, {q})]",
}
_NEEDLESS: Final = {
    "prune": "newsparse labels blocks and removes none",
    "tidy": "libxml2 repairs the markup",
    "parser": "newsparse has one HTML parser",
    "convert_double_br_tags": "a line break ends a paragraph already",
    "dissolve": "inline elements are dissolved already",
    "strip_attr": "attributes are never read as text",
    "strip_comments": "comments are never read",
    "autodetect_on_failure": "the generic parser is always the fallback",
    "src_lazy_load_attr": "lazily loaded sources are read already",
}
_UNSUPPORTED: Final = {
    **dict.fromkeys(
        ("find_string", "replace_string"),
        "newsparse does not rewrite the page: sources on a changed page could not be located",
    ),
    **dict.fromkeys(
        [
            "next_page_link",
            "autodetect_next_page",
            "single_page_link",
            "single_page_link_in_feed",
            "http_header",
            "requires_login",
            "not_logged_in_xpath",
            "login_uri",
            "login_username_field",
            "login_password_field",
            "login_extra_fields",
        ],
        "newsparse does not fetch",
    ),
    **dict.fromkeys(
        ("wrap_in", "move_into", "footnotes", "insert_detected_image"),
        "newsparse does not rewrite the page",
    ),
    "skip_json_ld": "head data is weighed field by field",
    "strip_image_src": "pictures are no part of the text",
    "native_ad_clue": "advertisements are not detected",
}


class Fate(enum.StrEnum):
    """What newsparse did with a directive."""

    APPLIED = "applied"
    NEEDLESS = "needless"
    UNSUPPORTED = "unsupported"
    TEST = "test"


@attrs.frozen
class Directive:
    """One line of a site-config file, and what newsparse did with it."""

    name: str
    value: str
    fate: Fate
    reason: str = ""
    line: int = 0


@attrs.frozen
class SiteConfig:
    """A site-config file as a profile, with every directive of the file."""

    profile: Profile
    directives: tuple[Directive, ...] = ()

    def of(self, fate: Fate) -> tuple[Directive, ...]:
        """The directives of one fate."""
        return tuple(one for one in self.directives if one.fate is fate)


@attrs.define
class _Draft:
    rules: dict[str, list[Rule]] = attrs.field(factory=dict)
    directives: list[Directive] = attrs.field(factory=list)
    last: str = ""
    """The field of the directive before; "" where that directive was not applied."""


def read_folder(path: str | Path) -> tuple[SiteConfig, ...]:
    """Every `*.txt` file of a folder, by name. Raises `InputError` for a missing folder."""
    folder = Path(path)
    if not folder.is_dir():
        raise InputError(
            f"site-config files are read from a folder; {quoted(str(path))} is not one"
        )
    return tuple(read_file(file) for file in sorted(folder.iterdir()) if file.name.endswith(".txt"))


def read_file(path: str | Path) -> SiteConfig:
    """One site-config file, named for its host. Raises `InputError` for an unreadable file."""
    file = Path(path)
    try:
        text = file.read_bytes().decode("utf-8-sig", "replace")
    except OSError as error:
        raise InputError(f"{quoted(str(path))} cannot be read: {error}") from None
    return read_text(text, file.name.removesuffix(".txt"))


def read_text(text: str, host: str) -> SiteConfig:
    """A site-config file's text as an unverified profile for a host. Never raises on content.

    >>> config = read_text("title: //h1\\nnext_page_link: //a/@href\\n", "herald.example")
    >>> str(config.profile.headline), config.profile.verified
    ('xpath://h1', False)
    >>> [one.name for one in config.of(Fate.UNSUPPORTED)]
    ['next_page_link']
    """
    draft = _Draft()
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith(("#", "//")):
            _take(draft, line, number)
    bare = host.lower().lstrip(".")
    name = re.sub(r"[^a-z0-9]+", "-", bare).strip("-") or "site"
    hosts = (bare,) if _HOST.fullmatch(bare) else ()
    rules = {field: Rules(tuple(found)) for field, found in draft.rules.items()}
    profile = Profile(name=name, hosts=hosts, verified=False, **rules)  # type: ignore[arg-type]
    return SiteConfig(profile, tuple(draft.directives))


def _take(draft: _Draft, line: str, number: int) -> None:
    """Take one line of a file into the draft."""
    match = _LINE.match(line)
    if match is None:
        draft.directives.append(
            Directive(line.strip()[:40], "", Fate.UNSUPPORTED, "not a directive", number)
        )
        draft.last = ""
        return
    name, _, value = match.groups()
    name = name.lower()
    if name == "if_page_contains":
        fate, reason = _guard(draft, value)
    elif name in _RULES:
        fate, reason = _add(draft, _RULES[name], value)
    elif name in _STRIPS:
        fate, reason = _add(
            draft, "furniture", _STRIPS[name].format(value, q=_literal(value.strip()))
        )
    else:
        fate, reason = _fate(name)
        draft.last = ""
    draft.directives.append(Directive(name, value, fate, reason, number))


def _fate(name: str) -> tuple[Fate, str]:
    """The fate of a directive that adds no rule to the profile, and the reason."""
    if name.startswith("test_"):
        return Fate.TEST, ""
    if name in _NEEDLESS:
        return Fate.NEEDLESS, _NEEDLESS[name]
    return Fate.UNSUPPORTED, _UNSUPPORTED.get(name, "not a directive of the format")


def _add(draft: _Draft, field: str, expression: str) -> tuple[Fate, str]:
    try:
        rule = Rule(RuleKind.XPATH, expression.strip())
    except ProfileError as error:
        draft.last = ""
        return Fate.UNSUPPORTED, str(error)
    draft.rules.setdefault(field, []).append(rule)
    draft.last = field
    return Fate.APPLIED, ""


def _guard(draft: _Draft, condition: str) -> tuple[Fate, str]:
    """Apply a condition to the directive before it."""
    if not draft.last:
        return Fate.UNSUPPORTED, "the directive before it was not applied"
    field = draft.last
    guarded = draft.rules[field].pop()
    fate, reason = _add(draft, field, f"({guarded.text})[boolean({condition})]")
    if fate is not Fate.APPLIED:
        draft.rules[field].append(guarded)
    return fate, reason


def _literal(text: str) -> str:
    """A text as an XPath literal."""
    if "'" not in text:
        return f"'{text}'"
    if '"' not in text:
        return f'"{text}"'
    return "concat(" + ', "\'", '.join(f"'{part}'" for part in text.split("'")) + ")"


def unsupported(configs: Iterable[SiteConfig]) -> Iterator[tuple[str, int]]:
    """Unsupported directives in several files: name and count, the most frequent first."""
    counts: dict[str, int] = {}
    for config in configs:
        for one in config.of(Fate.UNSUPPORTED):
            counts[one.name] = counts.get(one.name, 0) + 1
    yield from sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
