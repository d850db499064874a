"""Finding the profile of a page: by host, then by the name that the page prints.

A registry is a frozen value. Every look-up is by dict, so its cost does not grow with the profiles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from typing import Final
from urllib.parse import urlsplit

import attrs

from newsparse.errors import ProfileError, UnknownProfileError, quoted
from newsparse.profiles.lazy import LazyProfile
from newsparse.profiles.profile import Profile
from newsparse.profiles.rules import pattern
from newsparse.textual import normalize, words

Entry = Profile | LazyProfile
_OPTIONAL: Final = re.compile(
    r"\((?:[^()\\]|\\.)*\)(?:[?*]|\{0)|\[(?:[^\]\\]|\\.)*\]|\\[a-zA-Z]\S?|\\?.(?:[?*]|\{0)"
)
"""Parts of a pattern that a matching line need not hold as they are written."""
_LETTERS: Final = re.compile(r"[^\W\d_]{4,}")


def _entries(value: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(value)


@attrs.frozen(slots=False)
class Registry:
    """Profiles, found by name, host or publication."""

    profiles: tuple[Entry, ...] = attrs.field(converter=_entries, default=())

    def __attrs_post_init__(self) -> None:
        for profile in self.profiles:
            if not isinstance(profile, (Profile, LazyProfile)):
                raise ProfileError(f"a registry holds Profile values, not {quoted(profile)}")

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.profiles:
            found.setdefault(entry.name, []).append(entry)
        return {name: tuple(entries) for name, entries in found.items()}

    @cached_property
    def by_host(self) -> Mapping[str, str]:
        """Names of profiles by host. Of two profiles with the same host, the later wins."""
        return {host: entry.name for entry in self.profiles for host in entry.hosts}

    @cached_property
    def by_publication(self) -> Mapping[str, str]:
        """Names of profiles by normalized publication."""
        return {
            normalize(entry.publication): entry.name for entry in self.profiles if entry.publication
        }

    @cached_property
    def _by_first_words(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for publication in self.by_publication:
            found.setdefault(" ".join(words(publication)[:2]), []).append(publication)
        return {start: tuple(names) for start, names in found.items()}

    @cached_property
    def _by_masthead_word(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Masthead patterns and profile names, by a word that the line must hold.

        "" holds the patterns without such a word.
        """
        found: dict[str, list[tuple[str, str]]] = {}
        for entry in self.profiles:
            for text in entry.masthead_lines:
                found.setdefault(_required_word(text), []).append((text, entry.name))
        return {word: tuple(patterns) for word, patterns in found.items()}

    def names(self) -> tuple[str, ...]:
        """The names of all profiles, in order."""
        return tuple(sorted(self._by_name))

    def entries(self, name: str) -> tuple[Entry, ...]:
        """The entries of a name, not loaded; raises `UnknownProfileError` for an unknown name."""
        try:
            return self._by_name[name]
        except (KeyError, TypeError):
            raise UnknownProfileError(f"no profile is named {quoted(name)}") from None

    def named(self, name: str) -> tuple[Profile, ...]:
        """The versions of a profile, newest first.

        Raises `UnknownProfileError` for an unknown name.
        """
        found = [
            profile
            for entry in self.entries(name)
            for profile in (entry.load() if isinstance(entry, LazyProfile) else (entry,))
        ]
        return tuple(sorted(found, key=lambda one: one.until or "9999", reverse=True))

    def of_url(self, url: str | None) -> str | None:
        """The name of the profile for a URL's host or the nearest domain above it.

        >>> registry = Registry((Profile(name="a", hosts=("b.example",)),))
        >>> registry.of_url("https://www.b.example/x")
        'a'
        >>> registry.of_url("https://netb.example/") is None
        True
        """
        host = host_of(url)
        while "." in host:
            name = self.by_host.get(host)
            if name is not None:
                return name
            host = host.partition(".")[2]
        return None

    def of_publication(self, name: str) -> str | None:
        """The name of the profile of a publication, by the name it prints."""
        return self.by_publication.get(normalize(name))

    def of_line(self, text: str) -> str | None:
        """The name of the profile whose masthead a line is.

        A line is a masthead where a masthead pattern of the profile matches all of it, or where it
        is the name of the publication. A name of two or more words may stand inside a longer line.

        >>> herald = Profile(name="a", publication="The Example Herald")
        >>> Registry((herald,)).of_line("The Example Herald Newspaper")
        'a'
        """
        folded = normalize(text)
        parts = words(folded)
        for word in ("", *parts):
            for expression, name in self._by_masthead_word.get(word, ()):
                if pattern(expression).fullmatch(text):
                    return name
        if folded in self.by_publication:
            return self.by_publication[folded]
        for one, other in pairwise(parts):
            for publication in self._by_first_words.get(f"{one} {other}", ()):
                if publication in folded:
                    return self.by_publication[publication]
        return None

    def with_profile(self, profile: Profile) -> Registry:
        """This registry with one more profile; it replaces one of the same name and version."""
        kept: list[Entry] = []
        for entry in self.profiles:
            if entry.name != profile.name:
                kept.append(entry)
            else:
                versions = entry.load() if isinstance(entry, LazyProfile) else (entry,)
                kept.extend(one for one in versions if one.until != profile.until)
        return Registry((*kept, profile))

    def __iter__(self) -> Iterator[Profile]:
        for name in self._by_name:
            yield from self.named(name)

    def __len__(self) -> int:
        return len(self._by_name)

    def __getstate__(self) -> tuple[Entry, ...]:
        return self.profiles

    def __setstate__(self, profiles: tuple[Entry, ...]) -> None:
        object.__setattr__(self, "profiles", profiles)


def _required_word(expression: str) -> str:
    """A normalized word that every line matched by a pattern holds; "" where none is certain.

    >>> _required_word(r"The Example Herald(?: Newspaper)?"), _required_word(r".{0,40}")
    ('example', '')
    """
    if "|" in expression or "(?i" in expression:
        return ""
    literal = expression
    while (shorter := _OPTIONAL.sub("\x00", literal)) != literal:
        literal = shorter
    found = list(
        _LETTERS.findall(literal.replace("(", "\x00").replace(")", "\x00").replace("{", "\x00"))
    )
    return max((normalize(word) for word in found), key=len, default="")


def host_of(url: str | None) -> str:
    """The host of a URL in lower case; "" where it has none.

    >>> host_of("https://News.Example.com:8080/a")
    'news.example.com'
    """
    if not url:
        return ""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def merged(*parts: Iterable[Entry] | Registry) -> Registry:
    """Several registries or collections of profiles as one. For a shared host the last one wins."""
    return Registry(
        tuple(
            entry
            for part in parts
            for entry in (part.profiles if isinstance(part, Registry) else part)
        )
    )
