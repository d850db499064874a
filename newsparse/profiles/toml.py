"""Profiles as TOML files: the fields of `Profile` by name, rules as strings such as `css:h1.title`.

    publication = "The Example Herald"
    hosts = ["herald.example"]
    headline = ["css:h1.story-title", "meta:og:title"]

    [[version]]                # an older layout: the last day it was valid, and what differs
    until = "2021-06-30"
    headline = "css:h1.entry"

A file without `name` gives its own name to the profile.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import attrs

from newsparse.errors import InputError, ProfileError, quoted
from newsparse.profiles.profile import Profile
from newsparse.profiles.rules import Rules

_FIELDS = tuple(field.name for field in attrs.fields(Profile))


def read_folder(path: str | Path) -> tuple[Profile, ...]:
    """The profiles of every `*.toml` file in a folder, by file name.

    Raises `InputError` for a missing folder and `ProfileError`, naming the file, for a bad profile.
    """
    folder = Path(path)
    if not folder.is_dir():
        raise InputError(f"profiles are read from a folder; {quoted(str(path))} is not one")
    return tuple(profile for file in sorted(folder.glob("*.toml")) for profile in read_file(file))


def read_file(path: str | Path) -> tuple[Profile, ...]:
    """The versions of the profile in a TOML file, the newest first."""
    file = Path(path)
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{quoted(str(path))} cannot be read: {error}") from None
    return read_text(text, name=file.stem.replace("_", "-").lower(), where=file.name)


def read_text(text: str, *, name: str = "", where: str = "TOML") -> tuple[Profile, ...]:
    """The versions of a profile written as TOML; `name` is its name where the text has none.

    >>> read_text('headline = "css:h1"', name="example-herald")[0].headline.rules
    (Rule(kind=<RuleKind.CSS: 'css'>, text='h1'),)
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(f"{where} is not TOML: {error}") from None
    versions = data.pop("version", [])
    if not isinstance(versions, list):
        raise ProfileError(
            f"{where}: older versions are written as [[version]] tables, not {quoted(versions)}"
        )
    base = {"name": name, **data}
    return (_profile(base, where), *(_profile({**base, **version}, where) for version in versions))


def _profile(data: dict[str, Any], where: str) -> Profile:
    unknown = [field for field in data if field not in _FIELDS]
    if unknown:
        raise ProfileError(
            f"{where}: a profile has no field {quoted(unknown[0])}; "
            f"its fields are {', '.join(_FIELDS)}"
        )
    dated: dict[str, Any] = {
        field: str(value) if field in ("established", "until") else value
        for field, value in data.items()
    }
    try:
        return Profile(**dated)
    except ProfileError as error:
        raise ProfileError(f"{where}: {error}") from None


def write_text(profile: Profile) -> str:
    """A profile as TOML; `read_text` gives the same profile back.

    >>> herald = Profile(name="example-herald", hosts="herald.example", headline="css:h1")
    >>> print(write_text(herald), end="")
    name = "example-herald"
    hosts = ["herald.example"]
    headline = "css:h1"
    """
    lines = []
    for field in attrs.fields(Profile):
        value = getattr(profile, field.name)
        if value == field.default or value in ((), Rules()):
            continue
        lines.append(f"{field.name} = {_literal(value)}\n")
    return "".join(lines)


def _literal(value: Any) -> str:
    if isinstance(value, Rules):
        texts = [str(rule) for rule in value]
        return _string(texts[0]) if len(texts) == 1 else _literal(tuple(texts))
    if isinstance(value, tuple):
        return f"[{', '.join(map(_string, value))}]"
    return str(value).lower() if isinstance(value, bool) else _string(str(value))


def _string(text: str) -> str:
    """A text as a TOML string: literal if it holds a backslash or a quotation mark, else basic."""
    if ("\\" in text or '"' in text) and "'" not in text and text.isprintable():
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return (
        '"'
        + "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in escaped)
        + '"'
    )
