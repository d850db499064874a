"""The record, put together field by field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from newsparse.assemble import (
    about,
    agency_ids,
    author_pages,
    dateline,
    embeds,
    groups,
    headlines,
    images,
    live,
    moments,
    naming,
    people,
    pictures,
    ruled,
    story,
)
from newsparse.assemble import rights as rights_of_page
from newsparse.assemble.confidence import confidence
from newsparse.assemble.context import AssemblyContext
from newsparse.assemble.doubts import Doubts
from newsparse.assemble.given import completed
from newsparse.assemble.kind import kind as page_kind
from newsparse.assemble.legal_lines import legal_lines
from newsparse.assemble.positions import places
from newsparse.assemble.publisher import with_publisher
from newsparse.assemble.story_addresses import story_addresses
from newsparse.records import (
    Article,
    BodyBlock,
    Byline,
    Evidence,
    Headline,
    PageKind,
    ParseWarning,
    WarningCode,
)

_SHORTEST_STORY: Final = 25
"""Characters from which the body counts as a story."""


def article(context: AssemblyContext) -> Article:
    """The article on a page."""
    page = judged(context)
    page = attrs.evolve(page, article=completed(page.article, context))
    sure = confidence(page)
    return attrs.evolve(page.article, confidence=sure.body, confidences=sure.fields)


def judged(context: AssemblyContext) -> Doubts:
    """The article on a page, still without its confidence, with what that is counted from."""
    headline, no_headline = _headline(context)
    body, elsewhere = _body(context)
    legal = legal_lines(context)
    masthead, on_publisher = with_publisher(context, naming.masthead(context), legal)
    bylines, on_authors = author_pages.identified(context, agency_ids.of_bylines(_bylines(context)))
    filed = agency_ids.of_dateline(ruled.dateline(context) or dateline.dateline(context))
    published, updated, dated, too_late = moments.moments(context)
    by_rule = ruled.published(context)
    if by_rule is not None:
        published = by_rule[0]
        dated = (by_rule[1], *(entry for entry in dated if entry.field != "published"))
    canonical, on_canonical = about.canonical_url(context)
    addresses = story_addresses(context, canonical)
    rights, on_rights = rights_of_page.rights(context, legal)
    language, on_language = about.language(context)
    section, on_section = about.section(context)
    tags, on_tags = about.tags(context)
    free, on_free = about.is_free(context)
    page = page_kind(context, body, headline)
    kind = page.kind
    if kind is PageKind.LIVEBLOG:
        body = live.stamped(context, body, published)
    at_blocks = places(context, body)
    body, boxes = groups.grouped(context, body, at_blocks)
    letters = sum(len(block.text) for block in body)
    warnings = (
        *context.page.warnings,
        *context.warnings,
        *no_headline,
        *elsewhere,
        *too_late,
        *people.unread(context),
        *_warnings(kind, letters, free),
    )
    evidence: tuple[Evidence, ...] = (
        *page.evidence,
        *dated,
        *on_canonical,
        *on_language,
        *on_section,
        *on_tags,
        *on_free,
        *addresses.evidence,
        *on_publisher,
        *on_authors,
        *on_rights,
    )
    printed = pictures.captions(context)
    captions = agency_ids.of_captions((*printed, *ruled.captions(context, printed)))
    notes = story.notes(context)
    record = Article(
        url=context.page.url,
        canonical_url=canonical,
        kind=kind,
        profile=context.profile.name if context.profile is not None else None,
        language=language,
        masthead=masthead,
        kicker=ruled.kicker(context) or naming.kicker(context),
        headline=headline,
        deck=ruled.deck(context) or naming.deck(context),
        bylines=bylines,
        dateline=filed,
        published=published,
        updated=updated,
        captions=captions,
        images=images.images(context, at_blocks, captions),
        embeds=embeds.embeds(context, at_blocks),
        body=body,
        groups=boxes,
        notes=(*notes, *ruled.notes(context, notes)),
        section=section,
        tags=tags,
        is_free=free,
        is_wire=people.is_wire(context, bylines, filed, masthead),
        story_id=addresses.story_id,
        short_url=addresses.short_url,
        amp_url=addresses.amp_url,
        print_url=addresses.print_url,
        next_url=addresses.next_url,
        rights=rights,
        evidence=evidence,
        warnings=tuple(dict.fromkeys(warnings)),
    )
    warnings = (*record.warnings, *ruled.missed(context, record))
    record = attrs.evolve(record, warnings=tuple(dict.fromkeys(warnings)))
    return Doubts(context, record, page.lead)


def _headline(context: AssemblyContext) -> tuple[Headline | None, tuple[ParseWarning, ...]]:
    """The headline of a rule, else the printed one, and what is to be warned of."""
    by_rule = ruled.headline(context)
    return (by_rule, ()) if by_rule is not None else headlines.headline(context)


def _body(context: AssemblyContext) -> tuple[tuple[BodyBlock, ...], tuple[ParseWarning, ...]]:
    """The body of a rule, else the printed one, and what is to be warned of."""
    by_rule = ruled.body(context)
    return (by_rule, ()) if by_rule else story.body(context)


def _bylines(context: AssemblyContext) -> tuple[Byline, ...]:
    """The bylines of a rule, else the printed ones, else what a rule calls a byline on the page."""
    by_rule = ruled.bylines(context)
    if by_rule:
        return by_rule
    found = people.bylines(context)
    if any(byline.authors or byline.agency for byline in found):
        return found
    return ruled.signatures(context) or found


def _warnings(kind: PageKind, letters: int, free: bool | None) -> Iterator[ParseWarning]:
    """Warnings about what the record lacks: a body, a page that is an article, the full text."""
    if letters < _SHORTEST_STORY:
        yield ParseWarning(WarningCode.NO_BODY, "no story text was found on the page")
    if kind in (PageKind.INDEX, PageKind.OTHER):
        yield ParseWarning(
            WarningCode.NOT_AN_ARTICLE, f"the page does not look like an article: {kind.value}"
        )
    if free is False:
        yield ParseWarning(
            WarningCode.PAYWALL, "the story is not free to read; the body may be cut"
        )
