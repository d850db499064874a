"""What was learned of a site from its own pages: frozen values that merge, print and pickle.

Texts are kept as digests of six bytes, so no sentence of a page is in them.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from newsparse.errors import RecordError, quoted
from newsparse.kinds import Label
from newsparse.records import Record

DIGEST_BYTES: Final = 6
_MOST_TEXTS: Final = 4_500
_MOST_OPENINGS: Final = 500
_MOST_CONTAINERS: Final = 280
_MOST_STORIES: Final = 120
_MOST_AUTHORS: Final = 20
_MOST_AGENCIES: Final = 100
_MOST_VERSIONS: Final = 8
"""Entries that knowledge of one site keeps; with these a site takes less than 100 kB of JSON."""


def digest(text: str) -> bytes:
    """Six bytes that stand for a text.

    >>> digest("rain falls") == digest("rain falls"), len(digest(""))
    (True, 6)
    """
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=DIGEST_BYTES).digest()


def packed(digests: Iterable[bytes]) -> str:
    """Digests as base64, in order; each takes eight characters."""
    return b64encode(b"".join(sorted(digests))).decode("ascii")


def unpacked(text: str) -> list[bytes]:
    """The digests of a packed text; raises `RecordError` for what is none.

    >>> unpacked(packed([b"abcdef", b"aaaaaa"]))
    [b'aaaaaa', b'abcdef']
    """
    try:
        data = b64decode(text, validate=True)
    except ValueError:
        raise RecordError(f"{quoted(text)} is not base64") from None
    if len(data) % DIGEST_BYTES:
        raise RecordError(f"{quoted(text)} does not hold whole digests")
    return [data[at : at + DIGEST_BYTES] for at in range(0, len(data), DIGEST_BYTES)]


def counted(rows: tuple[str, ...]) -> dict[bytes, int]:
    """On how many pages each digest stands; row `n` packs those of `n + 1` pages."""
    return {one: count for count, row in enumerate(rows, 1) for one in unpacked(row)}


def rows_of(counts: Counter[bytes], most: int) -> tuple[str, ...]:
    """The counts as packed rows: at most `most` of them, the most frequent first."""
    kept = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:most]
    rows: list[list[bytes]] = [[] for _ in range(max((count for _, count in kept), default=0))]
    for one, count in kept:
        rows[count - 1].append(one)
    return tuple(map(packed, rows))


@attrs.frozen(repr=False)
class SiteLabel(Record):
    """On how many pages a container held a label, and in how many of its blocks."""

    label: Label
    pages: int
    blocks: int = 0
    """How many of its blocks had the label, on all pages."""


@attrs.frozen(repr=False)
class SiteContainer(Record):
    """The elements that the site's template prints alike, and what they held."""

    key: str
    """The digest of tag and classes of the element and of three around it, as base64."""
    name: str
    """The element and the one around it, as a reader of the page's source knows them."""
    pages: int
    """On how many pages it stood."""
    letters: int
    """The text that it held on all pages, in letters; of a long block the first 400 count."""
    body: int
    """The part of `letters` that was body, each block counted with its probability."""
    blocks: int = 0
    """How many blocks stood in it, on all pages."""
    labels: tuple[SiteLabel, ...] = ()
    """The labels of whole blocks in it, body and furniture left out."""


@attrs.frozen(repr=False)
class SiteStory(Record):
    """How a page that was learned from, or another copy of it, is known again."""

    title: str
    """Digests of the words of its headline, packed."""
    paragraphs: str
    """Digests of some paragraphs of its body, packed."""


@attrs.frozen(repr=False)
class SiteVersion(Record):
    """The pages of a site from one change of its template to the next."""

    since: dt.date
    until: dt.date
    """When its oldest and its newest page were published, by the day."""
    pages: int
    containers: str
    """Digests of containers that most of its pages have and few others, packed."""


@attrs.frozen(repr=False, cache_hash=True)
class SiteKnowledge(Record):
    """What a site repeats on its pages, and what its containers hold.

    `newsparse.learn` makes it. `a | b` is the knowledge of two sets of different pages. It is
    equal by value, hashable and picklable, and `to_json` and `from_json` store it.
    """

    pages: int = 0
    """The number of stories that it was learned from; copies of one story count as one."""
    hosts: tuple[str, ...] = ()
    """The hosts of the pages, without `www.`."""
    texts: tuple[str, ...] = ()
    """Digests of the texts that one page prints, two pages, three ...; packed."""
    openings: tuple[str, ...] = ()
    """Digests of the words before the colon of a line, in the same form."""
    containers: tuple[SiteContainer, ...] = ()
    """The site's containers, those of the most pages first."""
    stories: tuple[SiteStory, ...] = ()
    masthead: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    """Names that nearly all pages give as an author and that are no person's."""
    zone: str | None = None
    """The offset from UTC that nearly all pages state, such as `+02:00`; None where they state
    several."""
    agencies: tuple[str, ...] = ()
    """The ids of the agencies that two pages or more name; see `newsparse.agency_id`."""
    since: dt.date | None = None
    """When the oldest of the pages was published, by its day."""
    until: dt.date | None = None
    versions: tuple[SiteVersion, ...] = ()
    """The versions of the template, the oldest first; none where it did not change."""

    def __or__(self, other: object) -> SiteKnowledge:
        """The knowledge of both; pages that both learned from count twice.

        >>> (SiteKnowledge(pages=2) | SiteKnowledge(pages=3)).pages
        5
        """
        if not isinstance(other, SiteKnowledge):
            return NotImplemented
        more, less = sorted((self, other), key=_standing, reverse=True)
        return SiteKnowledge(
            pages=self.pages + other.pages,
            hosts=tuple(sorted({*self.hosts, *other.hosts})),
            texts=rows_of(_added(self.texts, other.texts), _MOST_TEXTS),
            openings=rows_of(_added(self.openings, other.openings), _MOST_OPENINGS),
            containers=kept_containers((*self.containers, *other.containers)),
            stories=kept_stories({*self.stories, *other.stories}),
            masthead=more.masthead or less.masthead,
            language=more.language or less.language,
            authors=tuple(sorted({*self.authors, *other.authors}))[:_MOST_AUTHORS],
            zone=_agreed(self.zone, other.zone),
            agencies=tuple(sorted({*self.agencies, *other.agencies}))[:_MOST_AGENCIES],
            since=min(_known(self.since, other.since), default=None),
            until=max(_known(self.until, other.until), default=None),
            versions=kept_versions((*self.versions, *other.versions)),
        )


def _standing(knowledge: SiteKnowledge) -> tuple[int, str, str]:
    """What decides whose constants a merge keeps."""
    return knowledge.pages, knowledge.masthead or "", knowledge.language or ""


def _agreed(one: str | None, other: str | None) -> str | None:
    """The one value that is known; None where two differ."""
    return one or other if None in (one, other) or one == other else None


def _known(*days: dt.date | None) -> list[dt.date]:
    return [day for day in days if day is not None]


def _added(one: tuple[str, ...], other: tuple[str, ...]) -> Counter[bytes]:
    return Counter(counted(one)) + Counter(counted(other))


def texts_kept(counts: Counter[bytes]) -> tuple[str, ...]:
    """The texts that knowledge keeps, as packed rows."""
    return rows_of(counts, _MOST_TEXTS)


def openings_kept(counts: Counter[bytes]) -> tuple[str, ...]:
    """The openings that knowledge keeps, as packed rows."""
    return rows_of(counts, _MOST_OPENINGS)


def kept_stories(stories: Iterable[SiteStory]) -> tuple[SiteStory, ...]:
    """The stories that knowledge keeps, in an order of their own."""
    return tuple(sorted(stories, key=lambda story: (story.paragraphs, story.title)))[:_MOST_STORIES]


def kept_versions(versions: Iterable[SiteVersion]) -> tuple[SiteVersion, ...]:
    """The versions of a template, those with the same containers as one, the oldest first."""
    kept: list[SiteVersion] = []
    for one in sorted(
        versions, key=lambda version: (version.since, version.until, version.containers)
    ):
        same = next((other for other in kept if _is_one_version(one, other)), None)
        if same is None:
            kept.append(one)
        else:
            kept[kept.index(same)] = attrs.evolve(
                same, until=max(same.until, one.until), pages=same.pages + one.pages
            )
    return tuple(kept[:_MOST_VERSIONS])


def _is_one_version(one: SiteVersion, other: SiteVersion) -> bool:
    mine, yours = set(unpacked(one.containers)), set(unpacked(other.containers))
    return 2 * len(mine & yours) > min(len(mine), len(yours))


def kept_containers(containers: Iterable[SiteContainer]) -> tuple[SiteContainer, ...]:
    """The containers that knowledge keeps, those of one key summed up."""
    of_key: dict[str, list[SiteContainer]] = {}
    for container in containers:
        of_key.setdefault(container.key, []).append(container)
    summed = [_sum(alike) for alike in of_key.values()]
    return tuple(sorted(summed, key=lambda one: (-one.pages, -one.letters, one.key)))[
        :_MOST_CONTAINERS
    ]


def _sum(alike: list[SiteContainer]) -> SiteContainer:
    pages: Counter[Label] = Counter()
    blocks: Counter[Label] = Counter()
    for one in alike:
        pages.update({label.label: label.pages for label in one.labels})
        blocks.update({label.label: label.blocks for label in one.labels})
    return SiteContainer(
        alike[0].key,
        min(one.name for one in alike),
        sum(one.pages for one in alike),
        sum(one.letters for one in alike),
        sum(one.body for one in alike),
        sum(one.blocks for one in alike),
        site_labels(pages, blocks),
    )


def site_labels(pages: Counter[Label], blocks: Mapping[Label, float]) -> tuple[SiteLabel, ...]:
    """The labels of a container, the most frequent first."""
    return tuple(
        SiteLabel(label, count, round(blocks[label]))
        for label, count in sorted(pages.items(), key=lambda entry: (-entry[1], entry[0].value))
    )
