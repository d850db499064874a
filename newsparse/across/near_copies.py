"""Stories that are near-copies of each other, among any number, in bounded memory.

Fingerprints are cut into bands; stories that agree in a whole band are candidates (locality
sensitive hashing). Stories and bands go into an SQLite file, and its sort brings the candidates
together. In memory are four bytes a story, which say what cluster it is in, and the caches.
"""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import attrs

from newsparse.across.changes import Changes, changes
from newsparse.across.fingerprint import PLACES, agreement, signature
from newsparse.across.stories import Story, instants, packed, unpacked

LEAST: Final = 0.5
"""The share of word sequences in common from which two stories are near-copies."""
_PLACES_OF_BAND: Final = 4
_BANDS: Final = PLACES // _PLACES_OF_BAND
_MULTIPLIER: Final = 6364136223846793005
"""Knuth's multiplier of MMIX: it spreads over all 64 bits."""
_STORIES_AT_ONCE: Final = 2_000
"""Stories that are written in one go."""
_CACHE_KIB: Final = 64 * 1024
"""Memory of the SQLite file's cache, and so of its sort."""
_LATEST_COMPARED: Final = 4
"""Stories of a band, the first and the latest ones, that a candidate is compared with."""
_SCHEMA: Final = """
CREATE TABLE stories (number INTEGER PRIMARY KEY, signature BLOB, story BLOB);
CREATE TABLE bands (key INTEGER, number INTEGER);
"""


@attrs.frozen
class Cluster:
    """Stories that are near-copies of each other."""

    stories: tuple[Story, ...]
    """The earliest first, as far as their dates tell."""
    agency: str = ""
    """The agency that a story of the cluster names, by its id."""
    first: tuple[str, ...] = ()
    """The ids of the stories that may have been printed first: several where dates are not exact
    enough to tell."""
    versions: tuple[tuple[str, str, Changes], ...] = ()
    """For captures of one address, in order: ids of both, and what changed."""


def near_copies(
    stories: Iterable[Story], *, least: float = LEAST, folder: Path | None = None
) -> Iterator[Cluster]:
    """The clusters of near-copies among stories, those with a single story left out.

    `least` is the share of word sequences in common; two stories of one cluster may share less, if
    others lie between them. `folder` is where the temporary file goes.
    """
    with (
        tempfile.TemporaryDirectory(prefix="newsparse-same-", dir=folder) as place,
        contextlib.closing(_opened(Path(place) / "stories.sqlite")) as store,
    ):
        count = _fill(store, stories)
        parent = array("I", range(count))
        _join_candidates(store, parent, least)
        yield from _clusters(store, parent)


def _opened(path: Path) -> sqlite3.Connection:
    store = sqlite3.connect(path)
    for setting in (
        "journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE",
        f"cache_size = -{_CACHE_KIB}", "temp_store = FILE",
    ):  # fmt: skip
        store.execute(f"PRAGMA {setting}")
    store.executescript(_SCHEMA)
    return store


# Into the file


def _fill(store: sqlite3.Connection, stories: Iterable[Story]) -> int:
    """Write stories and the bands of their fingerprints; returns how many."""
    count = 0
    rows: list[tuple[int, bytes, bytes]] = []
    for story in stories:
        rows.append((count, signature(story.text), zlib.compress(packed(story).encode(), 1)))
        count += 1
        if len(rows) == _STORIES_AT_ONCE:
            _write(store, rows)
            rows.clear()
    _write(store, rows)
    store.commit()
    return count


def _write(store: sqlite3.Connection, rows: Sequence[tuple[int, bytes, bytes]]) -> None:
    store.executemany("INSERT INTO stories VALUES (?, ?, ?)", rows)
    store.executemany(
        "INSERT INTO bands VALUES (?, ?)",
        ((key, number) for number, found, _ in rows for key in _keys(found)),
    )


def _keys(found: bytes) -> list[int]:
    """A number for each band of a fingerprint: a polynomial of its places and of the band's own
    number, modulo 2**64."""
    if not found:
        return []
    import numpy as np

    places = np.frombuffer(found, "<u4").reshape(_BANDS, _PLACES_OF_BAND).astype(np.uint64)
    keys = np.arange(1, _BANDS + 1, dtype=np.uint64)
    for place in places.T:
        keys = keys * np.uint64(_MULTIPLIER) + place
    bands: list[int] = keys.view(np.int64).tolist()
    return bands


# Out of the file


def _join_candidates(store: sqlite3.Connection, parent: array[int], least: float) -> None:
    """Join the stories that agree in a band, if their fingerprints agree enough."""
    key: int | None = None
    met: list[int] = []
    for found, number in store.execute("SELECT key, number FROM bands ORDER BY key, number"):
        if found != key:
            key, met = found, []
        for other in _compared(met):
            _join_if_alike(store, parent, number, other, least)
        met.append(number)
        del met[_LATEST_COMPARED:-_LATEST_COMPARED]


def _compared(met: Sequence[int]) -> Sequence[int]:
    """The stories of a band that the next one is compared with."""
    return met if len(met) <= 2 * _LATEST_COMPARED else (*met[:1], *met[-_LATEST_COMPARED:])


def _join_if_alike(
    store: sqlite3.Connection, parent: array[int], one: int, other: int, least: float
) -> None:
    top, bottom = sorted((_root(parent, one), _root(parent, other)))
    if top != bottom and agreement(_signature(store, one), _signature(store, other)) >= least:
        parent[bottom] = top


def _root(parent: array[int], number: int) -> int:
    """The first story of a cluster; the way to it is shortened."""
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number


def _signature(store: sqlite3.Connection, number: int) -> bytes:
    query = "SELECT signature FROM stories WHERE number = ?"
    return bytes(store.execute(query, (number,)).fetchone()[0])


def _clusters(store: sqlite3.Connection, parent: array[int]) -> Iterator[Cluster]:
    """The clusters of several stories, in the order of their first ones."""
    store.execute("CREATE TABLE members (first INTEGER, number INTEGER)")
    linked = ((_root(parent, number), number) for number in range(len(parent)))
    store.executemany(
        "INSERT INTO members VALUES (?, ?)", (pair for pair in linked if pair[0] != pair[1])
    )
    query = (
        "SELECT members.first, story FROM members JOIN stories USING (number) "
        "ORDER BY members.first, members.number"
    )
    first = -1
    found: list[Story] = []
    for number, story in store.execute(query):
        if number != first:
            if found:
                yield cluster(found)
            first, found = number, [_story(store, number)]
        found.append(_unpacked(story))
    if found:
        yield cluster(found)


def _story(store: sqlite3.Connection, number: int) -> Story:
    query = "SELECT story FROM stories WHERE number = ?"
    return _unpacked(store.execute(query, (number,)).fetchone()[0])


def _unpacked(story: bytes) -> Story:
    return unpacked(zlib.decompress(story).decode())


# A cluster


def cluster(stories: Sequence[Story]) -> Cluster:
    """What near-copies say together.

    >>> ours = Story("ours", published="2024-03-12T09:00:00+00:00", agency="reuters")
    >>> theirs = Story("theirs", published="2024-03-12T08:00:00+00:00")
    >>> found = cluster([ours, theirs])
    >>> found.agency, found.first
    ('reuters', ('theirs',))
    """
    ordered = sorted(stories, key=_order)
    named = (story.agency for story in ordered if story.agency)
    return Cluster(tuple(ordered), next(named, ""), _first(ordered), tuple(_versions(ordered)))


def _order(story: Story) -> tuple[bool, str]:
    known = instants(story.published)
    return (known is None, known[1].isoformat() if known is not None else "")


def _first(stories: Sequence[Story]) -> tuple[str, ...]:
    """The stories that may have been printed first: none is surely earlier."""
    dated = [(story.id, known) for story in stories if (known := instants(story.published))]
    latest = min((known[1] for _, known in dated), default=None)
    return tuple(id for id, known in dated if latest is not None and known[0] <= latest)


def _versions(stories: Sequence[Story]) -> Iterator[tuple[str, str, Changes]]:
    """What changed between the captures of each address, by their last updates."""
    captures: dict[str, list[Story]] = {}
    for story in stories:
        if story.address:
            captures.setdefault(story.address, []).append(story)
    for same in captures.values():
        same.sort(key=lambda story: story.updated or story.published)
        for before, after in zip(same, same[1:], strict=False):
            yield before.id, after.id, changes(before, after)
