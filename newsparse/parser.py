"""`Parser`: the frozen value behind `newsparse.parse` and `newsparse.segment`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

import attrs

from newsparse.archives.headers import header_hints
from newsparse.assemble.article import article
from newsparse.assemble.comments import comments as readers_comments
from newsparse.assemble.constants import with_constants
from newsparse.assemble.context import AssemblyContext
from newsparse.assemble.given import completed, language_of, with_language
from newsparse.assemble.naming import house_names
from newsparse.assemble.ruled import refined
from newsparse.assemble.stated import stated
from newsparse.assemble.stated_byline import stated_byline
from newsparse.errors import InputError, ProfileError, quoted
from newsparse.knowledge import SiteKnowledge
from newsparse.known import Known
from newsparse.page import Limits, MediaName, Page
from newsparse.profiles.choose import GENERIC, Choice, chosen
from newsparse.profiles.matches import RuleMatches
from newsparse.profiles.plugins import installed
from newsparse.profiles.profile import Profile
from newsparse.profiles.registry import Entry, Registry, host_of
from newsparse.profiles.trust import trusted
from newsparse.read.decode import PageInput
from newsparse.read.reader import read
from newsparse.read.statements import HeadStatements
from newsparse.records import Article, Evidence, ParseWarning, Segment, WarningCode
from newsparse.segmenters.label import Labelled, label
from newsparse.segmenters.scoring import Models
from newsparse.segmenters.site_cues import index_of
from newsparse.textual import normalize

_CLAIM_CAP: Final = ParseWarning(
    WarningCode.WORK_CAP,
    "the page has more claims on its blocks than the cap; the last ones were not judged",
)


def _registry(profiles: Registry | Iterable[Entry] | None) -> Registry:
    if profiles is None:
        return installed()
    if isinstance(profiles, Registry):
        return profiles
    if not isinstance(profiles, Iterable):
        raise ProfileError(f"profiles must be Profile values, not {quoted(profiles)}")
    return Registry(tuple(profiles))


def _by_host(sites: Iterable[SiteKnowledge]) -> Iterator[tuple[str, SiteKnowledge]]:
    for one in sites:
        for host in one.hosts:
            yield host, one


def _sites(sites: Iterable[SiteKnowledge]) -> tuple[SiteKnowledge, ...]:
    found = tuple(sites) if isinstance(sites, Iterable) else (sites,)
    for one in found:
        if not isinstance(one, SiteKnowledge):
            raise InputError(f"sites must be SiteKnowledge values, not {quoted(one)}")
    return found


@attrs.frozen
class Examined:
    """One reading of a page: its record, its segments, and what its head states of each field."""

    article: Article
    segments: tuple[Segment, ...]
    stated: tuple[Evidence, ...]


@attrs.frozen
class Parser:
    """A parser with its profiles and limits: frozen, equal by value, picklable, safe to share.

    >>> page = "<h1>Rain falls</h1><p>It rained on Exampleton all day, the council said.</p>"
    >>> Parser().parse(page).headline.text
    'Rain falls'
    """

    profiles: Registry = attrs.field(default=None, converter=_registry)
    limits: Limits = Limits()
    models: Models | None = attrs.field(default=None, eq=False, repr=False)
    """Weights other than the shipped ones; only training sets them."""
    sites: tuple[SiteKnowledge, ...] = attrs.field(default=(), converter=_sites)
    """What is known of sites; a page is read with that of its host, where there is any."""
    _site_of: dict[str, SiteKnowledge] = attrs.field(
        init=False,
        eq=False,
        repr=False,
        default=attrs.Factory(lambda self: dict(_by_host(self.sites)), takes_self=True),
    )

    def site_of(self, url: str | None) -> SiteKnowledge | None:
        """What is known of the site of a URL, by its host or the nearest domain above it."""
        host = host_of(url).removeprefix("www.") if self._site_of else ""
        while "." in host:
            if host in self._site_of:
                return self._site_of[host]
            host = host.partition(".")[2]
        return None

    def parse(
        self,
        page: PageInput,
        *,
        url: str | None = None,
        profile: Profile | str | None = None,
        media: MediaName | None = None,
        encoding: str | None = None,
        reference: dt.datetime | None = None,
        known: Known | None = None,
        limits: Limits | None = None,
        site: SiteKnowledge | None = None,
        comments: bool = False,
    ) -> Article:
        """The record of a page: see `newsparse.parse`."""
        context = self.context(page, profile, url, media, encoding, reference, limits, site, known)
        record = _record(context)
        return attrs.evolve(record, comments=readers_comments(context)) if comments else record

    def segment(
        self,
        page: PageInput,
        *,
        url: str | None = None,
        profile: Profile | str | None = None,
        media: MediaName | None = None,
        encoding: str | None = None,
        known: Known | None = None,
        limits: Limits | None = None,
        site: SiteKnowledge | None = None,
    ) -> tuple[Segment, ...]:
        """Every block of a page, labelled: see `newsparse.segment`."""
        return _segments(
            self.context(page, profile, url, media, encoding, None, limits, site, known)
        )

    def examine(
        self,
        page: PageInput,
        *,
        url: str | None = None,
        profile: Profile | str | None = None,
        media: MediaName | None = None,
        encoding: str | None = None,
        reference: dt.datetime | None = None,
        known: Known | None = None,
        limits: Limits | None = None,
        site: SiteKnowledge | None = None,
    ) -> Examined:
        """Record, segments and statements of the head from one reading, for `newsparse.explain`."""
        return _examined(
            self.context(page, profile, url, media, encoding, reference, limits, site, known)
        )

    def examine_page(
        self, page: Page, *, profile: Profile | str | None = None, limits: Limits | None = None
    ) -> Examined:
        """The same for a page that another reader has split into blocks."""
        return _examined(self._context_of(page, profile, None, limits or self.limits, None))

    def context(
        self,
        source: PageInput,
        wanted: Profile | str | None = None,
        url: str | None = None,
        media: MediaName | None = None,
        encoding: str | None = None,
        reference: dt.datetime | None = None,
        limits: Limits | None = None,
        site: SiteKnowledge | None = None,
        known: Known | None = None,
    ) -> AssemblyContext:
        """The page, read and labelled: what its record and its segments are made from."""
        _check(url, limits, reference, site, known)
        limits = limits or self.limits
        address = url or (known.url if known is not None else None)
        page = read(source, url=address, media=media, encoding=encoding, limits=limits)
        site = site or self.site_of(address or page.head.canonical)
        return self._context_of(page, wanted, reference, limits, site, known)

    def _context_of(
        self,
        page: Page,
        wanted: Profile | str | None,
        reference: dt.datetime | None,
        limits: Limits,
        site: SiteKnowledge | None,
        known: Known | None = None,
    ) -> AssemblyContext:
        """The same for a page that is read already."""
        language = language_of(page, known) if known is not None else None
        page = with_language(page, language)
        statements = HeadStatements(page)
        choice = chosen(page, self.profiles, wanted, statements)
        houses = (*house_names(statements, choice.publication), *_own_names(site))
        byline = stated_byline(statements, houses, host_of(page.url))
        told = known.authors if known is not None else ()
        names = (*told, *(byline.names if byline is not None else ()))
        labelled, matches = self._labelled(page, choice, houses, names, limits, site)
        warnings = (*choice.warnings, *((_CLAIM_CAP,) if labelled.capped else ()))
        return AssemblyContext(
            attrs.evolve(page, warnings=(*page.warnings, *warnings)) if warnings else page,
            labelled.view,
            labelled.pieces,
            statements,
            choice.profile,
            reference,
            houses=houses,
            stated=byline,
            matches=matches,
            site=site,
            known=known,
            known_language=language,
        )

    def _labelled(
        self,
        page: Page,
        choice: Choice,
        houses: tuple[str, ...],
        names: tuple[str, ...],
        limits: Limits,
        site: SiteKnowledge | None,
    ) -> tuple[Labelled, RuleMatches]:
        """The page's labelled pieces, and those matches of the profile's rules that were used."""
        header = header_hints(page)
        labelled = partial(
            label,
            page,
            papers=(*houses, *map(normalize, choice.agencies)),
            authors=frozenset(map(normalize, names)),
            models=self.models,
            known=index_of(site) if site is not None else None,
        )
        matches = choice.matches
        if not choice.verified and matches.found:
            matches = trusted(matches, labelled(hints=header))
        hints = (*header, *page.hints, *matches.hints)
        return labelled(hints=hints, decided=matches.decided, most=limits.claims), matches


def _own_names(site: SiteKnowledge | None) -> tuple[str, ...]:
    """The names that a site is known to give itself, normalized."""
    if site is None:
        return ()
    return tuple(normalize(name) for name in (site.masthead, *site.authors) if name)


def _examined(context: AssemblyContext) -> Examined:
    return Examined(_record(context), _segments(context), stated(context.statements))


def _record(context: AssemblyContext) -> Article:
    """The page's record, after the profile's `refine` function where it has one. What the caller
    knows goes before what that function changes."""
    beside = context.view.body.beside
    site = context.site if beside is not None and beside.trust > 0 else None
    record = with_constants(article(context), site)
    if context.profile is not None and context.profile.refine is not None:
        return completed(refined(record, context.profile.name, context.profile.refine), context)
    return record


def _segments(context: AssemblyContext) -> tuple[Segment, ...]:
    """Every piece of the page as a segment."""
    return tuple(
        Segment(
            context.text(piece), piece.label, piece.score, piece.reason, piece.rejected, raw, source
        )
        for piece, raw, source in context.tiles()
    )


def _check(
    url: str | None,
    limits: Limits | None,
    reference: dt.datetime | None,
    site: SiteKnowledge | None,
    known: Known | None = None,
) -> None:
    """Raise `InputError` for an argument of the wrong type."""
    if known is not None and not isinstance(known, Known):
        raise InputError(f"known must be a Known, not {quoted(known)}")
    if url is not None and not isinstance(url, str):
        raise InputError(f"url must be a str, not {quoted(url)}")
    if limits is not None and not isinstance(limits, Limits):
        raise InputError(f"limits must be a Limits, not {quoted(limits)}")
    if reference is not None and not isinstance(reference, dt.datetime):
        raise InputError(f"reference must be a datetime, not {quoted(reference)}")
    if site is not None and not isinstance(site, SiteKnowledge):
        raise InputError(f"site must be a SiteKnowledge, not {quoted(site)}")


__all__ = ["GENERIC", "Examined", "Parser", "WarningCode"]
