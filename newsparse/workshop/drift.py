"""Find the sites that broke: how often each field is filled, by host, in two batches of records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from newsparse.profiles.registry import host_of
from newsparse.records import Article, WarningCode

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
