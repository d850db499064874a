"""Profiles that stay on the shelf until a page of theirs comes: what finds them is known, the rest is read then."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

import attrs

from newsparse.profiles.profile import Profile


@attrs.frozen
class LazyProfile:
    """The card of a profile kept in a TOML file of a package: its name, what finds it, and where it stands."""

    name: str
    publication: str
    hosts: tuple[str, ...]
    masthead_lines: tuple[str, ...]
    package: str
    file: str

    def load(self) -> tuple[Profile, ...]:
        """The versions of the profile; raises `ProfileError` where its file is bad."""
        return _load(self.package, self.file)


@lru_cache(maxsize=512)
def _load(package: str, file: str) -> tuple[Profile, ...]:
    from newsparse.profiles.toml import read_text

    text = resources.files(package).joinpath(file).read_text("utf-8")
    return read_text(text, name=file.removesuffix(".toml"), where=file)


def card(profile: Profile, package: str, file: str) -> LazyProfile:
    """The card of a profile."""
    return LazyProfile(
        profile.name, profile.publication, profile.hosts, profile.masthead_lines, package, file
    )
