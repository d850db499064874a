"""The profiles that come with the package, one module each."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from newsparse.profiles.profile import Profile


@cache
def profiles() -> tuple[Profile, ...]:
    """Every shipped profile, in the order of the modules' names."""
    found: list[Profile] = []
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        found.extend(importlib.import_module(f"{__name__}.{module}").PROFILES)
    return tuple(found)
