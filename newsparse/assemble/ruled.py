"""Fields that a profile's rule found outside the blocks: in the head, or in an attribute.

The record was assembled the generic way; here the fields that such a rule decides take its values,
and what no rule of the profile found is said.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import attrs

from newsparse.assemble.context import AssemblyContext, unique
from newsparse.assemble.naming import own_names, without_site
from newsparse.fields.bylines import parse_byline
from newsparse.fields.credits import parse_credit, split_credit
from newsparse.fields.dates import parse_moment
from newsparse.fields.notes import note_kind
from newsparse.page import Hint
from newsparse.profiles.matches import RuleMatch, RuleMatches, StatedValue
from newsparse.read.statements import written
from newsparse.records import (
    Article,
    Author,
    BodyBlock,
    Byline,
    Caption,
    Deck,
    Evidence,
    Headline,
    Kicker,
    Note,
    NoteKind,
    ParseWarning,
    Source,
    WarningCode,
)
from newsparse.textual import normalize, squeeze

_ALWAYS: Final = frozenset(("headline", "body", "date"))
"""Fields that every story has: a rule that misses one of them is always said."""
_IN_RECORD: Final = {
    "date": "published",
    "byline": "bylines",
    "caption": "captions",
    "note": "notes",
}
_LONGEST_NAME: Final = 60


def ruled(article: Article, context: AssemblyContext, rule_matches: RuleMatches) -> Article:
    """An article with the fields that a profile's rules found in head data and attributes, and a warning for each that they missed."""
    if context.profile is None:
        return article
    changes: dict[str, Any] = {}
    for rule_match in rule_matches.found:
        change = _CHANGES.get(rule_match.field)
        if change is not None:
            changes.update(change(context, rule_match, article))
    warnings = [
        _missed(context.profile.name, field, context)
        for field in rule_matches.missed
        if _is_said(field, article)
    ]
    if warnings:
        changes["warnings"] = tuple(dict.fromkeys((*article.warnings, *warnings)))
    return attrs.evolve(article, **changes) if changes else article


def _is_said(field: str, article: Article) -> bool:
    """Whether a miss matters: the field is one every story has, or the generic way did find it."""
    return field in _ALWAYS or bool(getattr(article, _IN_RECORD.get(field, field), None))


def _missed(name: str, field: str, context: AssemblyContext) -> ParseWarning:
    rules = getattr(context.profile, field)
    return ParseWarning(
        WarningCode.PROFILE_RULE,
        f"{name}: nothing on the page is what {field} = {rules} asks for; the generic way was taken",
    )


def _headline(context: AssemblyContext, rule_match: RuleMatch, _: Article) -> dict[str, Any]:
    for one in rule_match.stated:
        text = without_site(squeeze(one.value), context.houses)
        if 2 <= len(text) <= 400:
            return {"headline": Headline(text, one.raw, one.source)}
    if rule_match.hints:
        raw, source = _place(context, rule_match.hints[0])
        return {"headline": Headline(squeeze(raw), raw, source)}
    return {}


def _kicker(context: AssemblyContext, rule_match: RuleMatch, _: Article) -> dict[str, Any]:
    one = next(iter(rule_match.stated), None)
    return (
        {"kicker": Kicker(squeeze(one.value), (), one.raw, one.source)} if one is not None else {}
    )


def _deck(context: AssemblyContext, rule_match: RuleMatch, _: Article) -> dict[str, Any]:
    one = next(iter(rule_match.stated), None)
    return {"deck": Deck(squeeze(one.value), one.raw, one.source)} if one is not None else {}


def _byline(context: AssemblyContext, rule_match: RuleMatch, article: Article) -> dict[str, Any]:
    found: list[Byline] = []
    seen: set[str] = set()
    stated = rule_match.stated or (
        ()
        if any(byline.authors or byline.agency for byline in article.bylines)
        else _printed(context, rule_match.hints)
    )
    for one in stated:
        byline = _person(one, own_names(context))
        if byline is None:
            continue
        fresh = tuple(author for author in byline.authors if normalize(author.name) not in seen)
        names = {normalize(author.name) for author in fresh} or {
            normalize(byline.agency or byline.desk or "")
        }
        if (byline.authors and not fresh) or names <= seen:
            continue
        seen |= names
        found.append(attrs.evolve(byline, authors=fresh))
    return {"bylines": tuple(found)} if found else {}


def _printed(context: AssemblyContext, hints: tuple[Hint, ...]) -> tuple[StatedValue, ...]:
    return tuple(StatedValue(*_place(context, hint)) for hint in hints)


def _place(context: AssemblyContext, hint: Hint) -> tuple[str, Source]:
    block = context.page.blocks[hint.block]
    return context.spot(
        block,
        hint.start,
        hint.end if hint.end >= 0 else len(block.text),
        reason=f"profile: {hint.rule}",
    )


def _person(one: StatedValue, houses: frozenset[str]) -> Byline | None:
    """The byline that a value is; a short one that is no name is a signature, because the profile says so."""
    text = squeeze(one.value)
    if not text or "://" in text:
        return None
    if normalize(text) in houses:
        return Byline((), text, "staff", one.raw, one.source)
    parsed = parse_byline(text, papers=tuple(sorted(houses)), introduced=True)
    if parsed is None:
        return (
            Byline((Author(text, raw=one.raw, source=one.source),), raw=one.raw, source=one.source)
            if len(text) <= _LONGEST_NAME
            else None
        )
    authors = tuple(
        attrs.evolve(author, raw=written(author.raw, one.raw), source=one.source)
        for author in parsed.authors
    )
    return attrs.evolve(parsed, authors=authors, raw=one.raw, source=one.source)


def _date(context: AssemblyContext, rule_match: RuleMatch, article: Article) -> dict[str, Any]:
    zone = context.profile.timezone if context.profile is not None else None
    languages = tuple(
        language
        for language in (
            context.profile.language if context.profile is not None else None,
            context.page.head.language,
        )
        if language
    )
    for one in (*rule_match.stated, *_timed(context, rule_match.hints)):
        moment = parse_moment(
            squeeze(one.value), languages=languages, reference=context.reference, zone=zone
        )
        if moment is not None:
            kept = tuple(entry for entry in article.evidence if entry.field != "published")
            return {
                "published": moment,
                "evidence": (Evidence("published", one.raw, one.source), *kept),
            }
    return {}


def _timed(context: AssemblyContext, hints: tuple[Hint, ...]) -> list[StatedValue]:
    """What hinted date lines say: their `time` elements first, then their words."""
    found: list[StatedValue] = []
    for hint in hints:
        block = context.page.blocks[hint.block]
        raw, source = _place(context, hint)
        end = hint.end if hint.end >= 0 else len(block.text)
        found.extend(
            StatedValue(mark.datetime, source)
            for mark in context.view.marks(block)
            if mark.datetime and hint.start <= mark.start and mark.end <= end
        )
        found.append(StatedValue(raw, source))
    return found


def _captions(context: AssemblyContext, rule_match: RuleMatch, article: Article) -> dict[str, Any]:
    if not rule_match.stated:
        return {}
    printed = {normalize(caption.text) for caption in article.captions}
    made = [_caption(one) for one in rule_match.stated if normalize(one.value) not in printed]
    return {"captions": (*article.captions, *made)}


def _caption(one: StatedValue) -> Caption:
    text = squeeze(one.value)
    split = split_credit(text)
    credit = parse_credit(text[split.start : split.end]) if split is not None else None
    shown = (
        squeeze(f"{text[: split.start]} {text[split.end :]}")
        if split is not None and credit is not None
        else text
    )
    if credit is not None:
        credit = attrs.evolve(credit, raw=written(credit.raw, one.raw), source=one.source)
    return Caption(shown, credit, None, None, one.raw, one.source)


def _body(context: AssemblyContext, rule_match: RuleMatch, article: Article) -> dict[str, Any]:
    if not rule_match.stated or rule_match.hints:
        return {}
    blocks = [
        BodyBlock(text, raw=written(text, one.raw), source=one.source)
        for one in rule_match.stated
        for text in unique(one.value.replace("\r", "\n").split("\n"))
    ]
    return {"body": tuple(blocks)} if blocks else {}


def _notes(context: AssemblyContext, rule_match: RuleMatch, article: Article) -> dict[str, Any]:
    """Notes whose words name no kind are an editor's."""
    known = {note.text for note in article.notes}
    made = []
    for one in (*_printed(context, rule_match.hints), *rule_match.stated):
        text = squeeze(one.value)
        if text not in known:
            made.append(Note(text, note_kind(text) or NoteKind.EDITOR, one.raw, one.source))
    return {"notes": (*article.notes, *made)} if made else {}


_CHANGES: Final[dict[str, Callable[[AssemblyContext, RuleMatch, Article], dict[str, Any]]]] = {
    "headline": _headline,
    "kicker": _kicker,
    "deck": _deck,
    "byline": _byline,
    "date": _date,
    "caption": _captions,
    "note": _notes,
    "body": _body,
}


def refined(article: Article, profile_name: str, reference: str) -> Article:
    """An article after the function of this dotted name; where that fails, as it was, with a warning.

    The function is trusted code of the profile's author and pure over `Article`.
    """
    import importlib

    module, _, function = reference.partition(":")
    try:
        changed = getattr(importlib.import_module(module), function)(article)
        if isinstance(changed, Article):
            return changed
        problem = f"it returned {type(changed).__name__}, not Article"
    except Exception as error:  # whatever another's code raises is the warning's to say
        problem = f"{type(error).__name__}: {error}"
    warning = ParseWarning(
        WarningCode.PROFILE_REFINE, f"{profile_name}: refine {reference} failed: {problem}"
    )
    return attrs.evolve(article, warnings=(*article.warnings, warning))


__all__ = ["refined", "ruled"]
