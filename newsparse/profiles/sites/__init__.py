"""The shipped profiles: a TOML file for each site, and a module where a site needs code.

`index.json` holds what finds each profile, so that a file is read when a page first needs it. The
index is derived from the files: `python -m newsparse.profiles.sites` writes it.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from newsparse.errors import ProfileError
from newsparse.profiles.lazy import LazyProfile
from newsparse.profiles.profile import Profile

INDEX = "index.json"
_COMMAND = "python -m newsparse.profiles.sites"


@cache
def profiles() -> tuple[Profile | LazyProfile, ...]:
    """Every shipped profile: those of modules as values, those of files as index entries.

    Raises `ProfileError` if the index and the TOML files beside it are not the same.
    """
    found: list[Profile | LazyProfile] = []
    for module in sorted(
        info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_")
    ):
        found.extend(importlib.import_module(f"{__name__}.{module}").PROFILES)
    for file, (name, publication, hosts, lines) in _index(resources.files(__name__)).items():
        found.append(LazyProfile(name, publication, tuple(hosts), tuple(lines), __name__, file))
    return tuple(found)


def _index(folder: Traversable) -> dict[str, Any]:
    """The index of a folder of profiles by file; raises `ProfileError` where it is out of date."""
    index: dict[str, Any] = json.loads(folder.joinpath(INDEX).read_text("utf-8"))
    files = {file.name for file in folder.iterdir() if file.name.endswith(".toml")}
    differing = sorted(files ^ index.keys())
    if differing:
        raise ProfileError(
            f"{INDEX} is out of date for {', '.join(differing)}; run `{_COMMAND}` to write it anew"
        )
    return index
