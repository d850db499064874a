"""Packs: the profiles that installed packages bring, through the entry-point group `newsparse.profiles`.

One entry a pack. It names a profile, several of them, or a function without arguments that returns them;
the profiles that come with newsparse are such a pack themselves.
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
    """The registry of every installed pack; those of others come after, and take the place of, the shipped ones."""
    from importlib.metadata import entry_points

    points = {point.name: point for point in entry_points(group=GROUP)}
    shipped = points.pop(_SHIPPED, None)
    found = list(entries(shipped.load())) if shipped is not None else list(_own())
    for name in sorted(points):
        try:
            found += entries(points[name].load())
        except (
            Exception
        ) as error:  # a pack is another's code: it must not take every parse down with it
            warnings.warn(
                f"the profile pack {name} could not be loaded: {type(error).__name__}: {error}",
                stacklevel=2,
            )
    return Registry(tuple(found))


def _own() -> Iterable[Profile | LazyProfile]:
    """The shipped profiles where newsparse runs from a source tree and no installed metadata names them."""
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
        f"a pack is a Profile, several, or a function that returns them, not {quoted(value)}"
    )
