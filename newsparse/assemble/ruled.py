"""The fields that a profile's rules decide; `article` asks for them before it assembles its own.

A rule puts hints on blocks, which become claims in `segmenters.hinted`, or finds values in the head
and in attributes, which become the field here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from newsparse.assemble.context import AssemblyContext, unique
from newsparse.assemble.naming import own_names, without_site
from newsparse.blocks import Block
from newsparse.fields.bylines import read_byline
from newsparse.fields.credits import parse_credit, split_credit
from newsparse.fields.datelines import parse_dateline
from newsparse.fields.dates import parse_moment
from newsparse.fields.notes import note_kind
from newsparse.fields.page_languages import nowhere
from newsparse.page import Hint
from newsparse.profiles.matches import NO_MATCH, FieldValue, RuleMatch
from newsparse.read.statements import written
from newsparse.records import (
    Article,
    Author,
    BodyBlock,
    Byline,
    Caption,
    Dateline,
    Deck,
    Evidence,
    Headline,
    Kicker,
    Moment,
    Note,
    NoteKind,
    ParseWarning,
    Source,
    WarningCode,
)
from newsparse.textual import normalize, squeeze

_ALWAYS: Final = frozenset(("headline", "body", "date"))
"""Fields that every story has: a rule for one of them that finds nothing always gives a warning."""
_IN_RECORD: Final = {
    "date": "published",
    "byline": "bylines",
    "caption": "captions",
    "note": "notes",
}
"""Fields of `Article` that have another name than the profile's field."""
_LONGEST_NAME: Final = 60
"""Characters of a value that is taken for a signature although it parses as no byline."""
_AFTER_PLACE: Final = " ,-–—:"
"""Characters that part the place of a dateline from the story."""
_STORY: Final = "The council met on Monday and agreed."
"""A sentence that stands for the story after a dateline that is printed apart from it."""
_BETWEEN_TAGS: Final = re.compile(r"[,;|·•\n]")
_SHORTEST_HEADLINE, _LONGEST_HEADLINE = 2, 400
"""Characters of a value in the head that may be the headline."""


def _match(context: AssemblyContext, field: str) -> RuleMatch:
    """What decided a field; an empty match where no rule did."""
    return context.matches.of(field) or NO_MATCH


def headline(context: AssemblyContext) -> Headline | None:
    """The headline that a rule found: in the head, without the site's name, else on the page."""
    match = _match(context, "headline")
    for one in match.values:
        text = without_site(squeeze(one.value), context.houses)
        if _SHORTEST_HEADLINE <= len(text) <= _LONGEST_HEADLINE:
            return Headline(text, one.raw, one.source)
    for one in _printed(context, match.hints[:1]):
        return Headline(squeeze(one.value), one.raw, one.source)
    return None


def kicker(context: AssemblyContext) -> Kicker | None:
    """The kicker that a rule found in the head or in an attribute."""
    for one in _match(context, "kicker").values:
        return Kicker(squeeze(one.value), (), one.raw, one.source)
    return None


def deck(context: AssemblyContext) -> Deck | None:
    """The deck that a rule found in the head or in an attribute."""
    for one in _match(context, "deck").values:
        return Deck(squeeze(one.value), one.raw, one.source)
    return None


def dateline(context: AssemblyContext) -> Dateline | None:
    """The dateline that a rule found, on the page or in the head; its agency and date apart."""
    for one in _found(context, "dateline"):
        place = squeeze(one.value).rstrip(_AFTER_PLACE)
        parsed = parse_dateline(f"{place} — {_STORY}", around=place)
        if place:
            return attrs.evolve(parsed or Dateline(place), raw=one.raw, source=one.source)
    return None


def section(context: AssemblyContext) -> FieldValue | None:
    """The section that a rule found, on the page or in the head."""
    found = (attrs.evolve(one, value=squeeze(one.value)) for one in _found(context, "section"))
    return next((one for one in found if one.value), None)


def tags(context: AssemblyContext) -> tuple[FieldValue, ...]:
    """The tags that a rule found: each link of a list, and each entry of a line."""
    match = _match(context, "tags")
    found = [tag for value in match.values for tag in _divided(value)]
    for hint in match.hints:
        words = _printed(context, (hint,))
        found += _links(context, hint) or [tag for line in words for tag in _divided(line)]
    named = (attrs.evolve(one, value=squeeze(one.value).strip("# ")) for one in found)
    return tuple(one for one in named if one.value)


def _divided(line: FieldValue) -> Iterator[FieldValue]:
    """The entries of a line that lists tags."""
    return (attrs.evolve(line, value=part) for part in _BETWEEN_TAGS.split(line.value))


def _links(context: AssemblyContext, hint: Hint) -> tuple[FieldValue, ...]:
    """The links that a hint marks, each with its place."""
    block = context.page.blocks[hint.block]
    last = _end(hint, block)
    links = (
        attrs.evolve(hint, start=mark.start, end=mark.end)
        for mark in context.view.marks(block)
        if mark.tag == "a" and hint.start <= mark.start < mark.end <= last
    )
    return _printed(context, tuple(links))


def _found(context: AssemblyContext, field: str) -> tuple[FieldValue, ...]:
    """All that a rule found: values in the head and in attributes, and words on the page."""
    match = _match(context, field)
    return (*match.values, *_printed(context, match.hints))


def bylines(context: AssemblyContext) -> tuple[Byline, ...]:
    """The bylines that a rule found in the head or in an attribute."""
    return _bylines(context, _match(context, "byline").values)


def signatures(context: AssemblyContext) -> tuple[Byline, ...]:
    """What a byline rule found on the page, for a page whose bylines name nobody."""
    return _bylines(context, _printed(context, _match(context, "byline").hints))


def _bylines(context: AssemblyContext, values: tuple[FieldValue, ...]) -> tuple[Byline, ...]:
    """Values as bylines, each person, agency or desk once."""
    found: list[Byline] = []
    seen: set[str] = set()
    for one in values:
        byline = _byline(one, own_names(context))
        if byline is None:
            continue
        fresh = tuple(author for author in byline.authors if normalize(author.name) not in seen)
        names = {normalize(author.name) for author in fresh}
        names = names or {normalize(byline.agency or byline.desk or "")}
        if (byline.authors and not fresh) or names <= seen:
            continue
        seen |= names
        found.append(attrs.evolve(byline, authors=fresh))
    return tuple(found)


def _byline(one: FieldValue, houses: frozenset[str]) -> Byline | None:
    """A value as a byline. A short one that is no name is a signature: the profile says so."""
    text = squeeze(one.value)
    if not text or "://" in text:
        return None
    if normalize(text) in houses:
        return Byline((), text, "staff", one.raw, one.source)
    parsed = read_byline(text, papers=tuple(sorted(houses)), introduced=True, speaks=nowhere)
    if parsed is not None:
        authors = tuple(
            attrs.evolve(author, raw=written(author.raw, one.raw), source=one.source)
            for author in parsed.authors
        )
        place = parsed.place
        if place is not None:
            place = attrs.evolve(place, raw=written(place.raw, one.raw), source=one.source)
        return attrs.evolve(parsed, authors=authors, place=place, raw=one.raw, source=one.source)
    if len(text) > _LONGEST_NAME:
        return None
    author = Author(text, raw=one.raw, source=one.source)
    return Byline((author,), raw=one.raw, source=one.source)


def _printed(context: AssemblyContext, hints: tuple[Hint, ...]) -> tuple[FieldValue, ...]:
    """The words that hints mark, with their places."""
    return tuple(FieldValue(*_place(context, hint)) for hint in hints)


def _place(context: AssemblyContext, hint: Hint) -> tuple[str, Source]:
    block = context.page.blocks[hint.block]
    return context.spot(block, hint.start, _end(hint, block), reason=f"profile: {hint.rule}")


def _end(hint: Hint, block: Block) -> int:
    return hint.end if hint.end >= 0 else len(block.text)


def published(context: AssemblyContext) -> tuple[Moment, Evidence] | None:
    """The moment of publication that a rule found, and what it was read from."""
    match = _match(context, "date")
    profile = context.profile
    zone = profile.timezone if profile is not None else None
    profiled = profile.language if profile is not None else None
    languages = (*((profiled,) if profiled else ()), *context.view.scene.facts.languages)
    for one in (*match.values, *_timed(context, match.hints)):
        moment = parse_moment(
            squeeze(one.value), languages=languages, reference=context.reference, zone=zone
        )
        if moment is not None:
            return moment, Evidence("published", one.raw, one.source)
    return None


def _timed(context: AssemblyContext, hints: tuple[Hint, ...]) -> Iterator[FieldValue]:
    """What hinted date lines hold: the `datetime` of their `time` elements, then their words."""
    for hint in hints:
        block = context.page.blocks[hint.block]
        (line,) = _printed(context, (hint,))
        for mark in context.view.marks(block):
            inside = hint.start <= mark.start and mark.end <= _end(hint, block)
            if mark.datetime and inside:
                yield FieldValue(mark.datetime, line.source)
        yield line


def captions(context: AssemblyContext, printed: Iterable[Caption]) -> tuple[Caption, ...]:
    """The captions that a rule found in the head or in an attribute and that are not printed."""
    known = {normalize(caption.text) for caption in printed}
    values = _match(context, "caption").values
    return tuple(_caption(one) for one in values if normalize(one.value) not in known)


def _caption(one: FieldValue) -> Caption:
    """A value as a caption, its credit apart."""
    text = squeeze(one.value)
    split = split_credit(text)
    credit = parse_credit(text[split.start : split.end]) if split is not None else None
    if split is None or credit is None:
        return Caption(text, None, None, None, one.raw, one.source)
    credit = attrs.evolve(credit, raw=written(credit.raw, one.raw), source=one.source)
    shown = squeeze(f"{text[: split.start]} {text[split.end :]}")
    return Caption(shown, credit, None, None, one.raw, one.source)


def body(context: AssemblyContext) -> tuple[BodyBlock, ...]:
    """The paragraphs of a body that a rule found in the head or in an attribute alone."""
    match = _match(context, "body")
    if match.hints:
        return ()
    return tuple(
        BodyBlock(text, raw=written(text, one.raw), source=one.source)
        for one in match.values
        for text in unique(one.value.replace("\r", "\n").split("\n"))
    )


def notes(context: AssemblyContext, known: Iterable[Note]) -> tuple[Note, ...]:
    """The notes that a rule found and that are not known yet; without a known kind an editor's."""
    match = _match(context, "note")
    texts = {note.text for note in known}
    return tuple(
        Note(text, note_kind(text) or NoteKind.EDITOR, one.raw, one.source)
        for one in (*_printed(context, match.hints), *match.values)
        if (text := squeeze(one.value)) not in texts
    )


def missed(context: AssemblyContext, article: Article) -> tuple[ParseWarning, ...]:
    """A warning for each field whose rules found nothing although the story has it."""
    if context.profile is None:
        return ()
    return tuple(
        ParseWarning(
            WarningCode.PROFILE_RULE,
            f"{context.profile.name}: {field} = {getattr(context.profile, field)} "
            "matches nothing on the page; used the generic parser",
        )
        for field in context.matches.missed
        if field in _ALWAYS or getattr(article, _IN_RECORD.get(field, field), None)
    )


def refined(article: Article, profile_name: str, reference: str) -> Article:
    """The article that a profile's `refine` function returns, or the same article with a warning.

    `reference` is "package.module:function". The function is trusted code of the profile's author.
    """
    import importlib

    module, _, function = reference.partition(":")
    try:
        changed = getattr(importlib.import_module(module), function)(article)
        if isinstance(changed, Article):
            return changed
        problem = f"it returned {type(changed).__name__}, not Article"
    except Exception as error:  # third-party code may raise anything
        problem = f"{type(error).__name__}: {error}"
    warning = ParseWarning(
        WarningCode.PROFILE_REFINE, f"{profile_name}: refine {reference} failed: {problem}"
    )
    return attrs.evolve(article, warnings=(*article.warnings, warning))
