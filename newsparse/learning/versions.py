"""The dates at which the template of a site changed: its pages before and after have few containers
in common."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from newsparse.knowledge import SiteVersion, packed, unpacked
from newsparse.learning.observe import Observation
from newsparse.segmenters.site_keys import container_key

_FEWEST_STORIES: Final = 2
"""Stories before and after a change."""
_WINDOW: Final = 5
"""Stories on each side that a change is judged by."""
_MUCH_LESS_ALIKE: Final = 0.5
"""How alike pages are across a change, as a share of how alike their neighbours are, at most."""
_FEWEST_MARKS, _MOST_MARKS = 3, 60
"""Containers by which a version is known again. Pages that have fewer in common than that are of no
one template."""

_Containers = frozenset[bytes]


def versions(stories: Sequence[Sequence[Observation]]) -> tuple[SiteVersion, ...]:
    """The versions of a template, the oldest first; none where it did not change."""
    dated = sorted(
        (
            (page.published, page.order, page)
            for story in stories
            for page in story[:1]
            if page.published
        ),
        key=lambda entry: entry[:2],
    )
    pages = [frozenset(map(container_key, page.containers)) for _, _, page in dated]
    cuts = [0, *sorted(_cuts(pages, 0, len(pages))), len(pages)]
    if len(cuts) < 3:
        return ()
    days = [day for day, _, _ in dated]
    parts = zip(cuts, cuts[1:], strict=False)
    found = tuple(_version(days[start:end], pages[start:end], pages) for start, end in parts)
    known_again = all(len(unpacked(one.containers)) >= _FEWEST_MARKS for one in found)
    return found if known_again else ()


def _version(days: list[dt.date], own: list[_Containers], pages: list[_Containers]) -> SiteVersion:
    """A version, with the containers that stand on most of its pages and on few others."""
    counts = Counter(key for page in own for key in page)
    others = Counter(key for page in pages for key in page)
    others.subtract(counts)
    marks = [
        key
        for key, count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
        if 2 * count > len(own) and 2 * others[key] < len(pages) - len(own)
    ]
    return SiteVersion(days[0], days[-1], len(own), packed(marks[:_MOST_MARKS]))


def _cuts(pages: list[_Containers], start: int, end: int) -> Iterator[int]:
    """Where the template changed among some pages, in no order."""
    found = [
        (_likeness(pages, start, cut, end), cut)
        for cut in range(start + _FEWEST_STORIES, end - _FEWEST_STORIES + 1)
    ]
    least, cut = min(found, default=(1.0, 0))
    if least <= _MUCH_LESS_ALIKE:
        yield cut
        yield from _cuts(pages, start, cut)
        yield from _cuts(pages, cut, end)


def _likeness(pages: list[_Containers], start: int, cut: int, end: int) -> float:
    """How alike the pages before and after a cut are, as a share of how alike those of one side
    are."""
    before, after = pages[max(start, cut - _WINDOW) : cut], pages[cut : min(end, cut + _WINDOW)]
    across = _mean([_alike(one, other) for one in before for other in after])
    within = min(
        _mean([_alike(one, other) for one, other in zip(side, side[1:], strict=False)])
        for side in (before, after)
    )
    return across / within if within else 1.0


def _alike(one: _Containers, other: _Containers) -> float:
    return len(one & other) / (len(one | other) or 1)


def _mean(values: list[float]) -> float:
    return sum(values) / (len(values) or 1)
