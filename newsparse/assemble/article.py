"""The record, put together field by field."""

from __future__ import annotations

from typing import Final

from newsparse.assemble import about, headlines, live, moments, naming, people, pictures, story
from newsparse.assemble.desk import Desk
from newsparse.assemble.kind import kind as page_kind
from newsparse.records import Article, Evidence, PageKind, ParseWarning, WarningCode

_SENTENCE: Final = 25
"""Letters from which there is something of a story."""


def article(desk: Desk) -> Article:
    """The article that the desk holds."""
    headline = headlines.headline(desk)
    body = story.body(desk)
    masthead = naming.masthead(desk)
    bylines = people.bylines(desk)
    dateline = people.dateline(desk)
    published, updated, dated = moments.moments(desk)
    canonical, on_canonical = about.canonical_url(desk)
    language, on_language = about.language(desk)
    section, on_section = about.section(desk)
    tags, on_tags = about.tags(desk)
    free, on_free = about.is_free(desk)
    kind, on_kind = page_kind(desk, body, headline)
    if kind is PageKind.LIVEBLOG:
        body = live.stamped(desk, body, published)
    _warn(desk, kind, sum(len(block.text) for block in body) >= _SENTENCE, free)
    evidence: tuple[Evidence, ...] = (
        *on_kind,
        *dated,
        *on_canonical,
        *on_language,
        *on_section,
        *on_tags,
        *on_free,
    )
    return Article(
        url=desk.page.url,
        canonical_url=canonical,
        kind=kind,
        profile=desk.profile.name if desk.profile is not None else None,
        language=language,
        masthead=masthead,
        kicker=naming.kicker(desk),
        headline=headline,
        deck=naming.deck(desk),
        bylines=bylines,
        dateline=dateline,
        published=published,
        updated=updated,
        captions=pictures.captions(desk),
        body=body,
        notes=story.notes(desk),
        section=section,
        tags=tags,
        is_free=free,
        is_wire=people.is_wire(desk, bylines, dateline, masthead),
        evidence=evidence,
        warnings=tuple(dict.fromkeys((*desk.page.warnings, *desk.warnings))),
    )


def _warn(desk: Desk, kind: PageKind, has_body: bool, free: bool | None) -> None:
    if not has_body:
        desk.warnings.append(
            ParseWarning(WarningCode.NO_BODY, "no story text was found on the page")
        )
    if kind in (PageKind.INDEX, PageKind.OTHER):
        desk.warnings.append(
            ParseWarning(
                WarningCode.NOT_AN_ARTICLE, f"the page does not look like an article: {kind.value}"
            )
        )
    if free is False:
        desk.warnings.append(
            ParseWarning(WarningCode.PAYWALL, "the story is not free to read; the body may be cut")
        )
