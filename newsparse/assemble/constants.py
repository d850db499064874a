"""What a site says of itself on its other pages, for fields that a page leaves empty."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

import attrs

from newsparse.knowledge import SiteKnowledge
from newsparse.records import Article, Evidence, Masthead, Moment, Origin, Source

_REASON: Final = "most other pages of this site say so"


def with_constants(article: Article, site: SiteKnowledge | None) -> Article:
    """The record with the masthead and the language of its site where the page states none, and
    with the site's offset from UTC at times that have none.

    `site` is None for a page that shares no text with the pages that the site was learned from.

    >>> from newsparse.kinds import PageKind
    >>> record = Article(kind=PageKind.ARTICLE)
    >>> with_constants(record, SiteKnowledge(masthead="The Harbour Post")).masthead.name
    'The Harbour Post'
    """
    if site is None:
        return article
    found: dict[str, Any] = {}
    if article.masthead is None and site.masthead is not None:
        found["masthead"] = Masthead(site.masthead, raw=site.masthead, source=_at("masthead"))
    if article.language is None and site.language is not None:
        said = Evidence("language", site.language, _at("language"))
        found |= {"language": site.language, "evidence": (*article.evidence, said)}
    for field in ("published", "updated"):
        moment = _in_zone(getattr(article, field), site)
        if moment is not None:
            said = Evidence(f"{field}.zone", site.zone or "", _at("zone"))
            found |= {field: moment, "evidence": (*found.get("evidence", article.evidence), said)}
    return attrs.evolve(article, **found) if found else article


def _in_zone(moment: Moment | None, site: SiteKnowledge) -> dt.datetime | None:
    """The time with the site's offset from UTC. None if it has an offset already, or if its day is
    not among the days of the known pages: sites change their clocks in spring and autumn."""
    if not isinstance(moment, dt.datetime) or moment.tzinfo is not None or site.zone is None:
        return None
    if site.since is None or site.until is None or not site.since <= moment.date() <= site.until:
        return None
    return moment.replace(tzinfo=dt.datetime.fromisoformat(f"2000-01-01T00:00{site.zone}").tzinfo)


def _at(field: str) -> Source:
    return Source(Origin.CALLER, where=f"site#{field}", reason=_REASON)
