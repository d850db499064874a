"""Finding the profile of a page: by host, then by the name the page itself prints.

A registry is a frozen value over its profiles; both look-ups are by dict, so a thousand profiles cost
what one does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from urllib.parse import urlsplit

import attrs

from newsparse.errors import ProfileError, UnknownProfileError, quoted
from newsparse.profiles.profile import Profile
from newsparse.textual import key, words


@attrs.frozen(slots=False)
class Registry:
    """Profiles, to be found by name, by host and by publication."""

    profiles: tuple[Profile, ...] = attrs.field(converter=tuple, default=())

    def __attrs_post_init__(self) -> None:
        for profile in self.profiles:
            if not isinstance(profile, Profile):
                raise ProfileError(f"a registry holds profiles, not {quoted(profile)}")

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Profile, ...]]:
        """Versions by name, the newest first."""
        return _grouped((profile.name, profile) for profile in self.profiles)

    @cached_property
    def by_host(self) -> Mapping[str, str]:
        return {host: profile.name for profile in self.profiles for host in profile.hosts}

    @cached_property
    def by_publication(self) -> Mapping[str, str]:
        return {key(profile.publication): profile.name for profile in self.profiles if profile.publication}

    @cached_property
    def _by_first_words(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for publication in self.by_publication:
            found.setdefault(" ".join(words(publication)[:2]), []).append(publication)
        return {start: tuple(names) for start, names in found.items()}

    def named(self, name: str) -> tuple[Profile, ...]:
        """The versions of a profile, newest first; raises `UnknownProfileError` where there is none."""
        try:
            return self.by_name[name]
        except (KeyError, TypeError):
            raise UnknownProfileError(f"no profile is named {quoted(name)}") from None

    def of_url(self, url: str | None) -> str | None:
        """The name of the profile for a URL's host or the nearest domain above it.

        >>> Registry((Profile(name="a", hosts=("b.example",)),)).of_url("https://www.b.example/x")
        'a'
        >>> Registry((Profile(name="a", hosts=("x.example",)),)).of_url("https://netx.example/") is None
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
        return self.by_publication.get(key(name))

    def of_line(self, text: str) -> str | None:
        """The name of the profile whose publication a masthead line names."""
        folded = key(text)
        parts = words(folded)
        for one, other in zip(parts, [*parts[1:], ""], strict=False):
            for publication in self._by_first_words.get(f"{one} {other}".strip(), ()):
                if publication in folded:
                    return self.by_publication[publication]
        return None

    def with_profile(self, profile: Profile) -> Registry:
        """This registry and one profile more; of the same name and version it takes the other's place."""
        kept = [other for other in self.profiles if (other.name, other.until) != (profile.name, profile.until)]
        return Registry((*kept, profile))

    def __iter__(self) -> Iterator[Profile]:
        return iter(self.profiles)

    def __len__(self) -> int:
        return len(self.profiles)

    def __getstate__(self) -> tuple[Profile, ...]:
        return self.profiles

    def __setstate__(self, profiles: tuple[Profile, ...]) -> None:
        object.__setattr__(self, "profiles", profiles)


def host_of(url: str | None) -> str:
    """The host of a URL in small letters, "" where it has none.

    >>> host_of("https://News.Example.com:8080/a")
    'news.example.com'
    """
    if not url:
        return ""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def _grouped(pairs: Iterable[tuple[str, Profile]]) -> dict[str, tuple[Profile, ...]]:
    found: dict[str, list[Profile]] = {}
    for name, profile in pairs:
        found.setdefault(name, []).append(profile)
    return {name: tuple(sorted(versions, key=lambda one: one.until or "9999", reverse=True)) for name, versions in found.items()}
