"""The record, put together field by field."""

from __future__ import annotations

from typing import Final

from newsparse.assemble import about, headlines, live, moments, naming, people, pictures, story
from newsparse.assemble.context import AssemblyContext
from newsparse.assemble.kind import kind as page_kind
from newsparse.records import Article, Evidence, PageKind, ParseWarning, WarningCode

_SENTENCE: Final = 25
"""Letters from which there is something of a story."""


def article(context: AssemblyContext) -> Article:
    """The article that the desk holds."""
    headline = headlines.headline(context)
    body = story.body(context)
    masthead = naming.masthead(context)
    bylines = people.bylines(context)
    dateline = people.dateline(context)
    published, updated, dated, late = moments.moments(context)
    context.warnings.extend(late)
    canonical, on_canonical = about.canonical_url(context)
    language, on_language = about.language(context)
    section, on_section = about.section(context)
    tags, on_tags = about.tags(context)
    free, on_free = about.is_free(context)
    kind, on_kind = page_kind(context, body, headline)
    if kind is PageKind.LIVEBLOG:
        body = live.stamped(context, body, published)
    _warn(context, kind, sum(len(block.text) for block in body) >= _SENTENCE, free)
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
        url=context.page.url,
        canonical_url=canonical,
        kind=kind,
        profile=context.profile.name if context.profile is not None else None,
        language=language,
        masthead=masthead,
        kicker=naming.kicker(context),
        headline=headline,
        deck=naming.deck(context),
        bylines=bylines,
        dateline=dateline,
        published=published,
        updated=updated,
        captions=pictures.captions(context),
        body=body,
        notes=story.notes(context),
        section=section,
        tags=tags,
        is_free=free,
        is_wire=people.is_wire(context, bylines, dateline, masthead),
        evidence=evidence,
        warnings=tuple(dict.fromkeys((*context.page.warnings, *context.warnings))),
    )


def _warn(context: AssemblyContext, kind: PageKind, has_body: bool, free: bool | None) -> None:
    if not has_body:
        context.warnings.append(
            ParseWarning(WarningCode.NO_BODY, "no story text was found on the page")
        )
    if kind in (PageKind.INDEX, PageKind.OTHER):
        context.warnings.append(
            ParseWarning(
                WarningCode.NOT_AN_ARTICLE, f"the page does not look like an article: {kind.value}"
            )
        )
    if free is False:
        context.warnings.append(
            ParseWarning(WarningCode.PAYWALL, "the story is not free to read; the body may be cut")
        )
