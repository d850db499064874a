"""`learn`: pages of a site in, its knowledge out."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from newsparse.api import default_parser
from newsparse.errors import InputError, quoted
from newsparse.fields.persons import is_name
from newsparse.knowledge import (
    SiteContainer,
    SiteKnowledge,
    SiteStory,
    kept_containers,
    kept_stories,
    openings_kept,
    packed,
    site_labels,
    texts_kept,
)
from newsparse.learning.observe import Observation, counted_letters, observed
from newsparse.learning.stories import stories
from newsparse.learning.versions import versions
from newsparse.profiles.profile import Profile
from newsparse.read.decode import PageInput
from newsparse.records import Label
from newsparse.segmenters.site_cues import SHORTEST_TEXT
from newsparse.segmenters.site_keys import container_key, container_name

_SITES_SHARE: Final = 0.6
"""The share of stories on which a masthead, language or author is the site's own."""
_FEWEST_STORIES: Final = 3
"""Stories from which a name that all of them give is the site's own."""


def learn(
    pages: Iterable[PageInput | tuple[PageInput, str | None]],
    *,
    profile: Profile | str | None = None,
) -> SiteKnowledge:
    """What the pages of one site have in common, without labels, for `parse(page, site=...)`.

    `pages` are pages as `parse` takes them, or pairs of a page and its URL. `profile` is that of
    `parse`. The order of the pages does not matter, and copies of one story count as one page.
    Raises `InputError` for an input that is not a page.

    >>> page = "<h1>{}</h1><p>{} on Exampleton all day, the council said.</p><p>Sign up now.</p>"
    >>> known = learn([page.format("Rain falls", "Rain fell"), page.format("Fog", "Fog lay")])
    >>> known.pages
    2
    """
    parser = default_parser()
    found: list[Observation] = []
    for number, one in enumerate(pages):
        page, url = one if isinstance(one, tuple) and len(one) == 2 else (one, None)
        if not isinstance(page, (str, bytes, Path)):
            raise InputError(f"page {number} must be a str, bytes or Path, not {quoted(page)}")
        found.append(observed(parser, page, url, profile))
    return known_of(found)


def known_of(pages: Iterable[Observation]) -> SiteKnowledge:
    """The knowledge of a site, from what its pages contribute; pages without text say nothing."""
    shown = (page for page in pages if page.blocks)
    ordered = sorted(shown, key=lambda page: (page.order, page.host, sorted(page.title)))
    parted = stories(ordered)
    texts: Counter[bytes] = Counter()
    openings: Counter[bytes] = Counter()
    for story in parted:
        texts.update(
            {block.text for page in story for block in page.blocks if block.text is not None}
        )
        openings.update(
            {block.opening for page in story for block in page.blocks if block.opening is not None}
        )
    days = [page.published for page in ordered if page.published is not None]
    return SiteKnowledge(
        pages=len(parted),
        hosts=tuple(sorted({page.host for page in ordered if page.host})),
        texts=texts_kept(texts),
        openings=openings_kept(openings),
        containers=kept_containers(_containers(parted, texts)),
        stories=kept_stories({_story(page) for page in ordered if page.paragraphs}),
        masthead=_constant([page.masthead for page in ordered]),
        language=_constant([page.language for page in ordered]),
        authors=_houses(parted),
        zone=_zone(parted),
        agencies=_agencies(parted),
        since=min(days, default=None),
        until=max(days, default=None),
        versions=versions(parted),
    )


def _story(page: Observation) -> SiteStory:
    return SiteStory(packed(page.title), packed(page.paragraphs))


def _constant(values: Sequence[str | None]) -> str | None:
    """The value that most pages have; None where none is that of nearly all."""
    counts = Counter(value for value in values if value is not None)
    if not counts:
        return None
    value, count = min(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    return value if count >= _SITES_SHARE * len(values) else None


def _houses(parted: list[list[Observation]]) -> tuple[str, ...]:
    """Names that nearly all stories give as an author and that do not read as a person's."""
    counts: Counter[str] = Counter()
    for story in parted:
        counts.update({name for page in story for name in page.authors})
    least = max(_FEWEST_STORIES, math.ceil(_SITES_SHARE * len(parted)))
    return tuple(
        sorted(name for name, count in counts.items() if count >= least and not is_name(name))
    )


def _zone(parted: list[list[Observation]]) -> str | None:
    """The offset that most stories state, if no story states another."""
    stated = [{page.zone for page in story if page.zone is not None} for story in parted]
    zones = set[str]().union(*stated)
    least = max(_FEWEST_STORIES, math.ceil(_SITES_SHARE * len(parted)))
    return zones.pop() if len(zones) == 1 and sum(map(bool, stated)) >= least else None


def _agencies(parted: list[list[Observation]]) -> tuple[str, ...]:
    """The agencies that two stories or more name."""
    counts: Counter[str] = Counter()
    for story in parted:
        counts.update({agency for page in story for agency in page.agencies})
    return tuple(sorted(agency for agency, count in counts.items() if count > 1))


class _Sum:
    """What a container held on all pages."""

    __slots__ = ("blocks", "body", "labelled", "labels", "letters", "pages", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self.pages = 0
        self.letters = self.body = self.blocks = 0.0
        self.labels: Counter[Label] = Counter()
        self.labelled: dict[Label, float] = {}


def _containers(parted: list[list[Observation]], texts: Counter[bytes]) -> Iterable[SiteContainer]:
    """The containers of all pages; text that the site repeats is no body of theirs."""
    sums: dict[bytes, _Sum] = {}
    for story in parted:
        held: set[bytes] = set()
        labelled: set[tuple[bytes, Label]] = set()
        for page in story:
            keys = [container_key(path) for path in page.containers]
            for block in page.blocks:
                key = keys[block.container]
                found = sums.get(key)
                if found is None:
                    found = sums[key] = _Sum(page.containers[block.container])
                letters = counted_letters(block) / len(story)
                found.letters += letters
                found.blocks += 1 / len(story)
                if block.text is None or texts[block.text] < 2 or block.letters <= SHORTEST_TEXT:
                    found.body += letters * block.body
                held.add(key)
                if block.label is not None:
                    labelled.add((key, block.label))
                    before = found.labelled.get(block.label, 0.0)
                    found.labelled[block.label] = before + 1 / len(story)
        for key in held:
            sums[key].pages += 1
        for key, label in labelled:
            sums[key].labels[label] += 1
    for key, found in sums.items():
        yield SiteContainer(
            packed([key]),
            container_name(found.path),
            found.pages,
            round(found.letters),
            round(found.body),
            round(found.blocks),
            site_labels(found.labels, found.labelled),
        )
