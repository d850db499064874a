"""Profiles that are read when a page first needs them: only what finds them is known before."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

import attrs

from newsparse.profiles.profile import Profile


@attrs.frozen
class LazyProfile:
    """The index entry of a profile: its name, what finds it, and its TOML file in a package."""

    name: str
    publication: str
    hosts: tuple[str, ...]
    masthead_lines: tuple[str, ...]
    package: str
    file: str

    def load(self) -> tuple[Profile, ...]:
        """The versions of the profile; raises `ProfileError` for a bad file."""
        return _load(self.package, self.file)


@lru_cache(maxsize=512)
def _load(package: str, file: str) -> tuple[Profile, ...]:
    from newsparse.profiles.toml import read_text

    text = resources.files(package).joinpath(file).read_text("utf-8")
    return read_text(text, name=file.removesuffix(".toml"), where=file)
