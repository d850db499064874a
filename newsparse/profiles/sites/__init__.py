"""The profiles that come with the package: a TOML file a site, and a module where a site needs more.

`index.json` holds what finds each of them, so that none is read before a page of its own comes. It is
derived: `python -m newsparse.profiles.sites` writes it anew.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
from functools import cache
from importlib import resources

from newsparse.profiles.lazy import LazyProfile
from newsparse.profiles.profile import Profile

INDEX = "index.json"


@cache
def profiles() -> tuple[Profile | LazyProfile, ...]:
    """Every shipped profile: the modules' as values, the files' as cards."""
    found: list[Profile | LazyProfile] = []
    for module in sorted(
        info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_")
    ):
        found.extend(importlib.import_module(f"{__name__}.{module}").PROFILES)
    cards = json.loads(resources.files(__name__).joinpath(INDEX).read_text("utf-8"))
    for file, (name, publication, hosts, lines) in cards.items():
        found.append(LazyProfile(name, publication, tuple(hosts), tuple(lines), __name__, file))
    return tuple(found)
