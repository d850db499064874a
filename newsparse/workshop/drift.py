"""Find the sites that broke: how often each field is filled, by host, in two batches of records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from newsparse.knowledge import SiteKnowledge
from newsparse.profiles.registry import host_of
from newsparse.records import Article, Label, WarningCode

FIELDS: Final = (
    "headline",
    "bylines",
    "published",
    "captions",
    "body",
    "deck",
    "kicker",
    "masthead",
    "section",
    "tags",
)
MISSED: Final = "rules that find nothing"
"""The row that counts pages on which a profile rule missed; it rises where the others fall."""
_MOST, _FEW = 0.6, 0.2
"""Shares of the older pages that a container held a field on, and of the newer ones that it may
still stand on, to have moved."""
_FEWEST_PAGES: Final = 3
"""Pages of a host in each batch; with fewer the host is left out."""


@attrs.frozen
class Change:
    """The fill rate of one field of one host in two batches, 0 to 1."""

    host: str
    field: str
    before: float
    after: float
    pages: int
    """Pages of the host in the newer batch."""

    @property
    def fall(self) -> float:
        """How far the field's rate fell; for missed rules, how far it rose."""
        return self.after - self.before if self.field == MISSED else self.before - self.after


def drift(
    old: Iterable[Article], new: Iterable[Article], *, least: float = 0.2
) -> tuple[Change, ...]:
    """The fields whose rate fell by `least` or more from the old batch to the new one, worst first.

    A host with fewer than three pages in either batch is left out.
    """
    before, after = _rates(old), _rates(new)
    changes = [
        Change(host, field, before[host][1][field], rate, pages)
        for host, (pages, rates) in after.items()
        if host in before and min(pages, before[host][0]) >= _FEWEST_PAGES
        for field, rate in rates.items()
    ]
    return tuple(
        sorted(
            (one for one in changes if one.fall >= least),
            key=lambda one: (-one.fall, one.host, one.field),
        )
    )


@attrs.frozen
class Moved:
    """A container that held a field of a site, and that its newer pages do not print."""

    host: str
    label: Label
    container: str
    """The element and the one around it."""
    pages: int
    """On how many of the older pages it held the field."""
    of: int
    """The number of older pages."""
    now: int
    """On how many of the newer pages it stands at all."""


def moved(old: SiteKnowledge, new: SiteKnowledge) -> tuple[Moved, ...]:
    """The containers of fields that the site's template no longer prints, from what was learned of
    older and of newer pages.

    A container counts if it held the field on most of the older pages and stands on few of the
    newer ones. With fewer than three pages on either side nothing is reported.
    """
    if min(old.pages, new.pages) < _FEWEST_PAGES:
        return ()
    now = {container.key: container.pages for container in new.containers}
    return tuple(
        Moved(
            old.hosts[0] if old.hosts else "(no host)",
            held.label,
            container.name,
            held.pages,
            old.pages,
            now.get(container.key, 0),
        )
        for container in old.containers
        for held in container.labels
        if held.pages >= _MOST * old.pages and now.get(container.key, 0) <= _FEW * new.pages
    )


def _rates(articles: Iterable[Article]) -> dict[str, tuple[int, dict[str, float]]]:
    """Pages and fill rates by host."""
    counts: dict[str, dict[str, int]] = {}
    pages: dict[str, int] = {}
    for article in articles:
        host = host_of(article.url or article.canonical_url).removeprefix("www.") or "(no host)"
        pages[host] = pages.get(host, 0) + 1
        count = counts.setdefault(host, dict.fromkeys((*FIELDS, MISSED), 0))
        for field in FIELDS:
            count[field] += bool(getattr(article, field))
        count[MISSED] += any(
            warning.code is WarningCode.PROFILE_RULE for warning in article.warnings
        )
    return {
        host: (pages[host], {field: number / pages[host] for field, number in count.items()})
        for host, count in counts.items()
    }
