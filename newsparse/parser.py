"""`Parser`: the frozen value behind `newsparse.parse` and `newsparse.segment`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

import attrs

from newsparse.archives.headers import header_hints
from newsparse.assemble.article import article
from newsparse.assemble.context import AssemblyContext
from newsparse.assemble.naming import house_names
from newsparse.assemble.people import stated_byline
from newsparse.assemble.ruled import refined, ruled
from newsparse.assemble.stated import stated
from newsparse.errors import InputError, ProfileError, quoted
from newsparse.page import Limits, Page
from newsparse.profiles.choose import GENERIC, chosen
from newsparse.profiles.matches import RuleMatches
from newsparse.profiles.plugins import installed
from newsparse.profiles.profile import Profile
from newsparse.profiles.registry import Entry, Registry
from newsparse.profiles.trust import trusted
from newsparse.read.decode import PageInput
from newsparse.read.reader import read
from newsparse.read.statements import HeadStatements
from newsparse.records import Article, Evidence, ParseWarning, Segment, WarningCode
from newsparse.segmenters.label import label
from newsparse.segmenters.scoring import Models
from newsparse.textual import normalize

_CLAIM_CAP: Final = ParseWarning(
    WarningCode.WORK_CAP,
    "the page's blocks are claimed more often than the cap; those that came last were not judged",
)


def _registry(profiles: Registry | Iterable[Entry] | None) -> Registry:
    if profiles is None:
        return installed()
    if isinstance(profiles, Registry):
        return profiles
    if not isinstance(profiles, Iterable):
        raise ProfileError(f"profiles are several Profile values, not {quoted(profiles)}")
    return Registry(tuple(profiles))


@attrs.frozen
class Examined:
    """What one reading of a page gives: its record, its segments, and all that its head states of the record's fields."""

    article: Article
    segments: tuple[Segment, ...]
    stated: tuple[Evidence, ...]


@attrs.frozen
class Parser:
    """A parser with its profiles and limits: frozen, equal by value, picklable, safe to share.

    >>> Parser().parse("<h1>Rain falls</h1><p>It rained on Exampleton all day, the council said.</p>").headline.text
    'Rain falls'
    """

    profiles: Registry = attrs.field(default=None, converter=_registry)
    limits: Limits = Limits()
    models: Models | None = attrs.field(default=None, eq=False, repr=False)
    """Weights other than the shipped ones; training alone sets them."""

    def parse(
        self,
        page: PageInput,
        *,
        url: str | None = None,
        profile: Profile | str | None = None,
        media: str | None = None,
        encoding: str | None = None,
        reference: dt.datetime | None = None,
        limits: Limits | None = None,
    ) -> Article:
        """The record of a page: see `newsparse.parse`."""
        _check(url, limits, reference)
        limits = limits or self.limits
        found = read(page, url=url, media=media, encoding=encoding, limits=limits)
        context, matches = self._desk(found, profile, reference, limits)
        return _record(context, matches)

    def segment(
        self,
        page: PageInput,
        *,
        url: str | None = None,
        profile: Profile | str | None = None,
        media: str | None = None,
        encoding: str | None = None,
        limits: Limits | None = None,
    ) -> tuple[Segment, ...]:
        """Every block of a page, labelled: see `newsparse.segment`."""
        _check(url, limits)
        limits = limits or self.limits
        found = read(page, url=url, media=media, encoding=encoding, limits=limits)
        context, _ = self._desk(found, profile, None, limits)
        return _segments(context)

    def examine(
        self,
        page: PageInput,
        *,
        url: str | None = None,
        profile: Profile | str | None = None,
        media: str | None = None,
        encoding: str | None = None,
        reference: dt.datetime | None = None,
        limits: Limits | None = None,
    ) -> Examined:
        """Record and segments of a page, read once, with the head's statements: what `newsparse.explain` shows."""
        _check(url, limits, reference)
        limits = limits or self.limits
        found = read(page, url=url, media=media, encoding=encoding, limits=limits)
        return self.examine_page(found, profile=profile, reference=reference, limits=limits)

    def examine_page(
        self,
        page: Page,
        *,
        profile: Profile | str | None = None,
        reference: dt.datetime | None = None,
        limits: Limits | None = None,
    ) -> Examined:
        """Record and segments of a page that was read and split already: the flow from its second step on."""
        context, matches = self._desk(page, profile, reference, limits or self.limits)
        return Examined(_record(context, matches), _segments(context), stated(context.statements))

    def _desk(
        self,
        page: Page,
        wanted: Profile | str | None,
        reference: dt.datetime | None,
        limits: Limits,
    ) -> tuple[AssemblyContext, RuleMatches]:
        """The page labelled, on the desk its record is put together on, and what its profile's rules found."""
        statements = HeadStatements(page)
        profile, matches, warnings = chosen(page, self.profiles, wanted, statements)
        houses = house_names(statements, profile.publication if profile is not None else "")
        byline = stated_byline(statements, houses)
        papers = (*houses, *(map(normalize, profile.agencies) if profile is not None else ()))
        authors = (
            frozenset(normalize(name) for name in byline.names)
            if byline is not None
            else frozenset()
        )
        header = header_hints(page)
        if profile is not None and not profile.verified and matches.found:
            matches = trusted(
                matches,
                label(page, papers=papers, authors=authors, hints=header, models=self.models),
            )
        labelled = label(
            page,
            papers=papers,
            authors=authors,
            hints=(*header, *page.hints, *matches.hints),
            settled=matches.settled,
            models=self.models,
            most=limits.claims,
        )
        if labelled.capped:
            warnings = [*warnings, _CLAIM_CAP]
        return AssemblyContext(
            page,
            labelled.view,
            labelled.pieces,
            statements,
            profile,
            reference,
            warnings,
            houses,
            byline,
        ), matches


def _record(context: AssemblyContext, matches: RuleMatches) -> Article:
    """The article that the desk holds, with what its profile says last."""
    record = ruled(article(context), context, matches)
    if context.profile is not None and context.profile.refine is not None:
        return refined(record, context.profile.name, context.profile.refine)
    return record


def _segments(context: AssemblyContext) -> tuple[Segment, ...]:
    """Every piece of the page as a segment."""
    return tuple(
        Segment(
            context.text(piece), piece.label, piece.score, piece.reason, piece.rejected, raw, source
        )
        for piece, raw, source in context.tiles()
    )


def _check(url: str | None, limits: Limits | None, reference: dt.datetime | None = None) -> None:
    """Raise `InputError` for arguments of a type that cannot be meant."""
    if url is not None and not isinstance(url, str):
        raise InputError(f"url is a str, not {quoted(url)}")
    if limits is not None and not isinstance(limits, Limits):
        raise InputError(f"limits is a Limits, not {quoted(limits)}")
    if reference is not None and not isinstance(reference, dt.datetime):
        raise InputError(f"reference is a datetime, not {quoted(reference)}")


__all__ = ["GENERIC", "Examined", "Parser", "WarningCode"]
