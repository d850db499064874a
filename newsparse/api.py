"""The module functions: a default parser for everyone who needs no other."""

from __future__ import annotations

import datetime as dt
from functools import cache

import attrs

from newsparse.errors import InputError, ProfileError, quoted
from newsparse.page import Limits
from newsparse.parser import Parser
from newsparse.profiles.profile import Profile
from newsparse.read.decode import PageInput
from newsparse.read.reader import locate as _locate
from newsparse.records import Article, Origin, Segment, Source, Span
from newsparse.scans.records import IssueItem

_REGISTERED: list[Profile] = []


@cache
def default_parser() -> Parser:
    """The parser behind the module functions: shipped profiles and what `register` added in this process."""
    registry = Parser().profiles
    for profile in _REGISTERED:
        registry = registry.with_profile(profile)
    return Parser(registry)


def parse(
    page: PageInput,
    *,
    url: str | None = None,
    profile: Profile | str | None = None,
    media: str | None = None,
    encoding: str | None = None,
    reference: dt.datetime | None = None,
    limits: Limits | None = None,
) -> Article:
    """The record of a newspaper page: HTML or plain text, told apart by looking.

    `page` is text, bytes or a `pathlib.Path`. `profile` is a `Profile`, a profile's name, or None: then it is found
    by the host of `url`, else by the page's own masthead; `"generic"` switches site profiles off. `media` forces "html" or
    "text", `encoding` names the encoding that the transport stated. `reference` is the moment that relative dates
    ("2 hours ago") count from; without it they stay unread. `limits` caps what one page may cost.

    Never raises on content: what went wrong stands in `warnings`. Raises `InputError` for what is no page, and
    `UnknownProfileError` for a profile name that does not exist.

    >>> article = parse("By Ada Lin\\n\\nIt rained on Exampleton all day, the council said on Tuesday.", media="text")
    >>> article.bylines[0].names
    ('Ada Lin',)
    """
    return default_parser().parse(
        page,
        url=url,
        profile=profile,
        media=media,
        encoding=encoding,
        reference=reference,
        limits=limits,
    )


def segment(
    page: PageInput,
    *,
    url: str | None = None,
    profile: Profile | str | None = None,
    media: str | None = None,
    encoding: str | None = None,
    limits: Limits | None = None,
) -> tuple[Segment, ...]:
    """Every block of a page, in order, with its label, score, reason, and the claims that lost.

    On a text page the segments' spans cover every character that is not blank, once. Arguments as for `parse`.

    >>> [part.label.value for part in segment("<nav>Menu</nav><h1>Rain falls</h1>")]
    ['furniture', 'headline']
    """
    return default_parser().segment(
        page, url=url, profile=profile, media=media, encoding=encoding, limits=limits
    )


def register(profile: Profile) -> None:
    """Add a profile to the default parser of this process, and of no other.

    Raises `ProfileError` for what is no profile. A profile of the same name and version is replaced. Workers and engines take a `Parser(profiles=...)` instead.
    """
    if not isinstance(profile, Profile):
        raise ProfileError(f"what is registered is a Profile, not {quoted(profile)}")
    _REGISTERED.append(profile)
    default_parser.cache_clear()


def locate(
    page: PageInput | IssueItem,
    source: Source | Span,
    *,
    encoding: str | None = None,
    profile: Profile | None = None,
) -> str:
    """The text that stands at `source` on `page`, or at one of its further spans.

    Text pages: the slice. HTML: the text of the element that `where` names, white space folded, or the attribute's
    value. JSON: the value that the pointer leads to. A date in the URL is what `where` says; a profile's fact is asked
    of `profile`, else of the default parser's profiles. For an item of a scanned issue the text is a `Located`, whose
    `places` are pages, boxes and confidences. Raises `InputError` where the page has no such place.

    >>> page = "<h1>Rain falls</h1>"
    >>> locate(page, parse(page).headline.source)
    'Rain falls'
    """
    if isinstance(page, IssueItem):
        return page.locate(source)
    if isinstance(source, Source) and source.origin is Origin.PROFILE:
        return _fact(source.where or "", profile)
    return _locate(page, source, encoding=encoding)


def _fact(where: str, profile: Profile | None) -> str:
    """The fact of a profile that a place names: `name#field`."""
    name, _, field = where.partition("#")
    chosen = (
        profile
        if profile is not None and profile.name == name
        else default_parser().profiles.named(name)[0]
    )
    value = getattr(chosen, field, None) if field in attrs.fields_dict(Profile) else None
    if value is None:
        raise InputError(f"a profile has no fact at {quoted(where)}")
    return str(value)
