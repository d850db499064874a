"""What the page says of itself: language, section, tags, access."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Final
from urllib.parse import urljoin

from newsparse.assemble import ruled
from newsparse.assemble.context import AssemblyContext, unique
from newsparse.assemble.paywall import seen_paywall
from newsparse.page import Media
from newsparse.read.page_language import LONGEST_SAMPLE
from newsparse.read.statements import HeadStatement, HeadStatements
from newsparse.records import Evidence, Label, Origin, Source
from newsparse.segmenters.claims import Piece

_TAGS: Final = (
    "news_keywords",
    "article:tag",
    "keywords",
    "parsely-tags",
    "sailthru.tags",
    "cxenseparse:keywords",
    "custom-keywords",
    "dc.subject",
    "dcterms.subject",
    "tags",
)
_SECTIONS: Final = (
    "article:section",
    "section",
    "parsely-section",
    "sailthru.section",
    "article.section",
    "cxenseparse:section",
)
_LOCKED: Final = (
    "article:content_tier",
    "content_tier",
    "og:article:content_tier",
    "isaccessibleforfree",
    "article:content-tier",
)


def canonical_url(context: AssemblyContext) -> tuple[str | None, tuple[Evidence, ...]]:
    """The page's canonical address, absolute."""
    for statement in chain(
        [context.statements.canonical()],
        context.statements.meta("og:url"),
        context.statements.item(context.statements.story, "url"),
    ):
        if statement is None or not isinstance(statement.value, str) or not statement.text:
            continue
        try:
            address = urljoin(context.page.url or "", statement.text)
        except ValueError:
            continue
        if address.startswith(("http://", "https://")):
            return address, (Evidence("canonical_url", statement.raw, statement.source),)
    return None, ()


def language(context: AssemblyContext) -> tuple[str | None, tuple[Evidence, ...]]:
    """The language tag that the page states (BCP 47), else the code of the language of its text."""
    head = context.page.head
    stated = next(context.statements.meta("content-language"), None)
    if head.language and context.page.media is Media.TEXT and stated is not None:
        return head.language, (Evidence("language", stated.raw, stated.source),)
    if head.language:
        return head.language, (
            Evidence(
                "language",
                head.language,
                Source(Origin.META, where=head.language_place, reason="lang attribute"),
            ),
        )
    declared = declared_language(context.statements)
    if declared is not None:
        return declared.text.replace("_", "-"), (
            Evidence("language", declared.raw, declared.source),
        )
    if context.profile is not None and context.profile.language:
        where = f"{context.profile.name}#language"
        return context.profile.language, (
            Evidence(
                "language",
                context.profile.language,
                Source(Origin.PROFILE, where=where, reason="the profile's fact"),
            ),
        )
    return _found_language(context)


def _found_language(context: AssemblyContext) -> tuple[str | None, tuple[Evidence, ...]]:
    """The language that the page's text shows; its evidence is a paragraph, with the score."""
    found = context.view.scene.facts.found_language
    if found is None:
        return None, ()
    language, end = found.language, min(len(found.block.text), LONGEST_SAMPLE)
    place = context.spot(found.block, 0, end, language.score, language.reason)
    return language.code, (Evidence("language", *place),)


def declared_language(statements: HeadStatements) -> HeadStatement | None:
    """What the head says of the language beside the `lang` attribute."""
    said = chain(
        statements.item(statements.story, "inLanguage"),
        statements.meta("content-language", "og:locale", "language", "dc.language", "inlanguage"),
    )
    return next(
        (one for one in said if isinstance(one.value, str) and 2 <= len(one.text) <= 12), None
    )


def section(context: AssemblyContext) -> tuple[str | None, tuple[Evidence, ...]]:
    """The section the story ran in, as a profile's rule or the head states it."""
    by_rule = ruled.section(context)
    if by_rule is not None:
        return by_rule.value, (Evidence("section", by_rule.raw, by_rule.source),)
    for statement in chain(
        context.statements.item(context.statements.story, "articleSection"),
        context.statements.meta(*_SECTIONS),
    ):
        text = statement.text
        if isinstance(statement.value, str) and 1 < len(text) <= 80 and "://" not in text:
            return text, (Evidence("section", statement.raw, statement.source),)
    return None, ()


def tags(context: AssemblyContext) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
    """The topics that a profile's rule finds, else those that the head lists, else those that the
    page shows."""
    by_rule = ruled.tags(context)
    if by_rule:
        return unique(one.value for one in by_rule), tuple(
            dict.fromkeys(Evidence("tags", one.raw, one.source) for one in by_rule)
        )
    for said in chain(
        [context.statements.item(context.statements.story, "keywords")],
        map(context.statements.meta, _TAGS),
    ):
        statements = list(said)
        found = _without_fields(
            unique(tag for statement in statements for tag in _split(statement))
        )
        if found:
            return found, tuple(
                Evidence("tags", statement.raw, statement.source)
                for statement in statements
                if _split(statement)
            )
    shown = [
        (text, place)
        for piece in context.labelled(Label.TAG)
        for text, place in _tags_in(context, piece)
    ]
    return unique(text for text, _ in shown), tuple(Evidence("tags", *place) for _, place in shown)


def _tags_in(context: AssemblyContext, piece: Piece) -> Iterator[tuple[str, tuple[str, Source]]]:
    """The tags of a piece, each with what the page prints and where: its links, or the whole of
    it."""
    block = context.block(piece)
    end = piece.end if piece.end >= 0 else len(block.text)
    links = [
        mark
        for mark in context.view.marks(block)
        if mark.tag == "a" and piece.start <= mark.start < mark.end <= end
    ]
    if len(links) > 1:
        for mark in links:
            yield (
                block.text[mark.start : mark.end].strip("# "),
                context.spot(block, mark.start, mark.end, piece.score, piece.reason),
            )
    else:
        yield context.text(piece).strip("# "), context.place(piece)


_MACHINE = re.compile(
    r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^(?:[a-z0-9-]++\.)++(?:com|net|org|de|fr|es|ca|"
    r"uk)$"
)
"""Keywords that are not topics: identifiers, host names."""
_PREFIX = re.compile(r"([\w ]{2,30}): (?=\S)")
_MANY_WORDS: Final = 5


def _split(statement: HeadStatement) -> list[str]:
    """The keywords in one string, separated by commas or semicolons, or by blanks where there are
    neither."""
    if not isinstance(statement.value, str):
        return []
    text = statement.text
    parts = text.split(";") if text.count(";") > text.count(",") else text.split(",")
    if len(parts) == 1 and len(text.split()) >= _MANY_WORDS:
        parts = text.split()
    return [
        part.strip()
        for part in parts
        if 1 < len(part.strip()) <= 80 and not _MACHINE.match(part.strip())
    ]


def _without_fields(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Tags without those that several share a prefix with (`Category: News`, `Category: World`): a
    system's own fields."""
    fields = Counter(match[1] for tag in tags if (match := _PREFIX.match(tag)))
    return (
        tuple(tag for tag in tags if not ((match := _PREFIX.match(tag)) and fields[match[1]] > 1))
        or tags
    )


def is_free(context: AssemblyContext) -> tuple[bool | None, tuple[Evidence, ...]]:
    """Whether the whole story may be read without paying: as the page says, else False where it
    shows a paywall."""
    story = context.statements.story
    for statement in chain(
        context.statements.item(story, "isAccessibleForFree"),
        context.statements.meta(*_LOCKED),
        context.statements.item(story, "hasPart", "isAccessibleForFree"),
    ):
        value = str(statement.value).strip().lower()
        if value in ("true", "free", "1", "yes"):
            return True, (Evidence("is_free", statement.raw, statement.source),)
        if value in ("false", "locked", "metered", "paid", "premium", "0", "no"):
            return False, (Evidence("is_free", statement.raw, statement.source),)
    seen = seen_paywall(context)
    return (None, ()) if seen is None else (False, (seen,))
