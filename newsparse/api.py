"""The module functions, which share one default parser."""

from __future__ import annotations

import datetime as dt
from functools import cache

import attrs

from newsparse.errors import InputError, ProfileError, quoted
from newsparse.knowledge import SiteKnowledge
from newsparse.known import Known
from newsparse.page import Limits, Locatable, MediaName
from newsparse.parser import Parser
from newsparse.profiles.profile import Profile
from newsparse.read.decode import PageInput
from newsparse.read.reader import locate as _locate
from newsparse.records import Article, Origin, Segment, Source, Span

_REGISTERED: list[Profile] = []


@cache
def default_parser() -> Parser:
    """The parser of the module functions: installed profiles and those that `register` added."""
    registry = Parser().profiles
    for profile in _REGISTERED:
        registry = registry.with_profile(profile)
    return Parser(registry)


def parse(
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
    """The record of a newspaper page, HTML or plain text.

    `page` is text, bytes or a `pathlib.Path`. `profile` is a `Profile` or the name of one; with
    None it is found by the host of `url`, else by the masthead of the page, and "generic" turns
    profiles off. `media` is "html" or "text" where it should not be detected, `encoding` the
    encoding that the server stated. `reference` is the moment that relative dates ("2 hours ago")
    count from; without it they are not read. A date later than it is left out, with a warning.
    `known` is what the caller knows, as a default for what the page leaves open or as an override.
    `limits` caps the work on one page. `site` is what `newsparse.learn` found on other pages of the
    site. With `comments` the record has the comments of readers that the page prints.

    Problems of the content never raise; they are listed in `warnings`. Raises `InputError` for an
    input that is not a page and `UnknownProfileError` for an unknown profile name.

    >>> page = "By Ada Lin\\n\\nIt rained on Exampleton all day, the council said on Tuesday."
    >>> parse(page, media="text").bylines[0].names
    ('Ada Lin',)
    """
    return default_parser().parse(
        page,
        url=url,
        profile=profile,
        media=media,
        encoding=encoding,
        reference=reference,
        known=known,
        limits=limits,
        site=site,
        comments=comments,
    )


def segment(
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
    """Every block of a page in order, with its label, score, reason and rejected claims.

    On a text page the spans of the segments cover each character that is not white space once. The
    arguments are those of `parse`.

    >>> [part.label.value for part in segment("<nav>Menu</nav><h1>Rain falls</h1>")]
    ['furniture', 'headline']
    """
    return default_parser().segment(
        page,
        url=url,
        profile=profile,
        media=media,
        encoding=encoding,
        known=known,
        limits=limits,
        site=site,
    )


def register(profile: Profile) -> None:
    """Add a profile to the default parser of this process, and of no other.

    It replaces a profile of the same name and version. Other processes need a
    `Parser(profiles=...)`. Raises `ProfileError` for a value that is not a profile.
    """
    if not isinstance(profile, Profile):
        raise ProfileError(f"register takes a Profile, not {quoted(profile)}")
    _REGISTERED.append(profile)
    default_parser.cache_clear()


def locate(
    page: PageInput | Locatable,
    source: Source | Span,
    *,
    encoding: str | None = None,
    profile: Profile | None = None,
) -> str:
    """The text on `page` at a source, or at one of its further spans.

    Text pages: the slice. HTML: the text of the element at `where` with white space folded, or the
    value of the attribute. JSON: the value at the pointer. A date in the URL is `where` itself. A
    profile's fact comes from `profile`, else from the profiles of the default parser. Raises
    `InputError` if the page has no such place. For an item of a scanned issue the text is a
    `Located`, whose `places` are pages, boxes and confidences.

    >>> page = "<h1>Rain falls</h1>"
    >>> locate(page, parse(page).headline.source)
    'Rain falls'
    """
    if isinstance(page, Locatable):
        return page.locate(source)
    if isinstance(source, Source) and source.origin is Origin.CALLER:
        raise InputError("the page does not hold this value: the caller knew it")
    if isinstance(source, Source) and source.origin is Origin.PROFILE:
        return _fact(source.where or "", profile)
    return _locate(page, source, encoding=encoding)


def _fact(where: str, profile: Profile | None) -> str:
    """The fact of a profile at a place written as `name#field`."""
    name, _, field = where.partition("#")
    chosen = (
        profile
        if profile is not None and profile.name == name
        else default_parser().profiles.named(name)[0]
    )
    value = getattr(chosen, field, None) if field in attrs.fields_dict(Profile) else None
    if value is None:
        raise InputError(f"no profile has a fact at {quoted(where)}")
    return str(value)
