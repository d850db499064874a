"""`Parser`: the frozen value behind `newsparse.parse` and `newsparse.segment`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import attrs

from newsparse.assemble.article import article
from newsparse.assemble.desk import Desk
from newsparse.assemble.naming import house_names
from newsparse.assemble.people import stated_byline
from newsparse.assemble.stated import stated
from newsparse.assemble.witnesses import Witnesses
from newsparse.errors import InputError, ProfileError, quoted
from newsparse.names import has_byword
from newsparse.page import Limits, Media, Page
from newsparse.profiles.profile import Profile
from newsparse.profiles.registry import Registry
from newsparse.profiles.sites import profiles as shipped_profiles
from newsparse.read.decode import PageInput
from newsparse.read.hints import hints
from newsparse.read.labels import header_hints
from newsparse.read.reader import read
from newsparse.records import Article, Evidence, ParseWarning, Segment, WarningCode
from newsparse.segmenters.label import label
from newsparse.segmenters.scoring import Models
from newsparse.textual import key

GENERIC = "generic"
"""The name that switches site profiles off."""
_TOP = 15
"""Lines at the top of a text page that may be its masthead."""


def _registry(profiles: Registry | Iterable[Profile] | None) -> Registry:
    if profiles is None:
        return Registry(shipped_profiles())
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
        found = read(page, url=url, media=media, encoding=encoding, limits=limits or self.limits)
        chosen, warnings = self._profile(found, profile)
        return article(self._desk(found, chosen, reference, list(warnings)))

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
        found = read(page, url=url, media=media, encoding=encoding, limits=limits or self.limits)
        chosen, warnings = self._profile(found, profile)
        return _segments(self._desk(found, chosen, None, warnings))

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
        found = read(page, url=url, media=media, encoding=encoding, limits=limits or self.limits)
        chosen, warnings = self._profile(found, profile)
        desk = self._desk(found, chosen, reference, list(warnings))
        return Examined(article(desk), _segments(desk), stated(desk.witnesses))

    def _desk(self, page: Page, profile: Profile | None, reference: dt.datetime | None, warnings: list[ParseWarning]) -> Desk:
        """The page labelled, on the desk its record is put together on."""
        witnesses = Witnesses(page)
        houses = house_names(witnesses, profile.publication if profile is not None else "")
        stated = stated_byline(witnesses, houses)
        labelled = label(
            page,
            papers=(*houses, *(profile.agencies if profile is not None else ())),
            authors=frozenset(key(name) for name in stated.names) if stated is not None else frozenset(),
            hints=(*header_hints(page), *(hints(page, profile) if profile is not None else ())),
            models=self.models,
        )
        return Desk(page, labelled.view, labelled.pieces, witnesses, profile, reference, warnings)

    def _profile(self, page: Page, profile: Profile | str | None) -> tuple[Profile | None, list[ParseWarning]]:
        """The profile to use, and what is to be said of the choice."""
        if isinstance(profile, Profile):
            return profile, []
        if profile == GENERIC:
            return None, []
        if profile is not None and not isinstance(profile, str):
            raise InputError(f"profile is a Profile or a name, not {quoted(profile)}")
        name = profile if profile is not None else self._found(page)
        if name is None:
            return None, []
        versions = self.profiles.named(name)
        return versions[0], []

    def _found(self, page: Page) -> str | None:
        registry = self.profiles
        name = registry.of_url(page.url) or registry.of_url(page.head.canonical)
        if name is not None:
            return name
        if page.media is Media.TEXT:
            lines = (block.text for block in page.blocks[:_TOP] if len(block.text) < 160 and not has_byword(block.text))
            return next((found for text in lines if (found := registry.of_line(text))), None)
        return next((found for meta in page.head.metas if meta.name == "og:site_name" and (found := registry.of_publication(meta.content))), None)


def _segments(desk: Desk) -> tuple[Segment, ...]:
    """Every piece of the page as a segment."""
    return tuple(Segment(desk.text(piece), piece.label, piece.score, piece.reason, piece.rejected, raw, source) for piece, raw, source in desk.tiles())


def _check(url: str | None, limits: Limits | None, reference: dt.datetime | None = None) -> None:
    """Raise `InputError` for arguments of a type that cannot be meant."""
    if url is not None and not isinstance(url, str):
        raise InputError(f"url is a str, not {quoted(url)}")
    if limits is not None and not isinstance(limits, Limits):
        raise InputError(f"limits is a Limits, not {quoted(limits)}")
    if reference is not None and not isinstance(reference, dt.datetime):
        raise InputError(f"reference is a datetime, not {quoted(reference)}")


__all__ = ["GENERIC", "Examined", "Parser", "WarningCode"]
