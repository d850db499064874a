"""Profiles of installed packages, through the entry-point group `newsparse.profiles`.

An entry point names a profile, several of them, or a function without arguments that returns them.
The shipped profiles have an entry point too.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from functools import cache
from typing import Any, Final

from newsparse.errors import quoted
from newsparse.profiles.lazy import LazyProfile
from newsparse.profiles.profile import Profile
from newsparse.profiles.registry import Registry

GROUP: Final = "newsparse.profiles"
_SHIPPED: Final = "shipped"


@cache
def installed() -> Registry:
    """All installed profiles. Those of other packages override the shipped ones."""
    from importlib.metadata import entry_points

    points = {point.name: point for point in entry_points(group=GROUP)}
    shipped = points.pop(_SHIPPED, None)
    found = list(entries(shipped.load())) if shipped is not None else list(_own())
    for name in sorted(points):
        try:
            found += entries(points[name].load())
        except Exception as error:  # third-party code must not break every parse
            warnings.warn(
                f"could not load the profile package {name}: {type(error).__name__}: {error}",
                stacklevel=2,
            )
    return Registry(tuple(found))


def _own() -> Iterable[Profile | LazyProfile]:
    """The shipped profiles, for a source tree without installed metadata."""
    from newsparse.profiles.sites import profiles

    return profiles()


def entries(value: Any) -> tuple[Profile | LazyProfile, ...]:
    """What an entry point may name, as profiles.

    >>> tuple(profile.name for profile in entries(lambda: [Profile(name="example-herald")]))
    ('example-herald',)
    """
    if callable(value):
        value = value()
    if isinstance(value, (Profile, LazyProfile)):
        return (value,)
    if isinstance(value, Iterable) and not isinstance(value, (str, bytes)):
        found = tuple(value)
        if all(isinstance(one, (Profile, LazyProfile)) for one in found):
            return found
    raise TypeError(
        "an entry point names a Profile, several of them, or a function that returns them, "
        f"not {quoted(value)}"
    )
