"""The rights in the story, as the page states them: copyright line, licence, terms of use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final

import attrs

from newsparse.assemble.context import AssemblyContext
from newsparse.assemble.legal_lines import SAYS_RIGHTS, LegalLine
from newsparse.assemble.opt_outs import opt_outs
from newsparse.lexicon.languages import spoken
from newsparse.read.statements import HeadStatement
from newsparse.records import Evidence, Rights, Source
from newsparse.segmenters.claims import Piece
from newsparse.textual import any_of

_NOTICES: Final = (
    "copyright", "dc.rights", "dcterms.rights", "rights", "copyrightnotice", "dc.copyright",
    "prism.copyright",
)  # fmt: skip
_HOLDERS: Final = ("dcterms.rightsholder", "copyrightholder", "copyright-holder")
_LICENSES: Final = ("dcterms.license", "dc.rights.license", "license")
_USAGE: Final = ("usageinfo", "dcterms.accessrights", "usage-terms")
_LONGEST_NOTICE: Final = 240
"""Characters of a copyright line; a longer one ends with a sentence."""
_IN_FIGURE: Final = "/figure"
_SIGN = r"(?:©|\(c\)|&copy;|copyright)"
_COPYRIGHT = re.compile(
    rf"(?:(?<!\w){_SIGN}[\s:,]{{0,3}}){{1,3}}(?:by\s)?"
    r"(?P<years>(?:19|20)\d\d(?:\s?[-–—/]\s?(?:(?:19|20)\d\d|\d\d))?)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[-–—/]\s?(?:(?:19|20)\d\d|\d\d)\b)?")
_HOLDER_FIRST = re.compile(
    rf"(?P<holder>[^©|•·]{{3,60}}?)[\s,]{{0,3}}{_SIGN}[\s:,]{{0,3}}(?P<years>(?:19|20)\d\d)[^\w]{{0,4}}$",
    re.IGNORECASE,
)
_HOLDER_END = re.compile(
    r"[|•·\n;:]|\s[-–—]\s|\s{2}"
    r"|(?<=\w{3})\.(?=\s|$)(?!\s(?:ltd|inc|llc|limited|co)\b)"
    r"|(?<=[\w.]),\s(?=(?-i:[a-z]))(?!(?:inc|llc|ltd|co)\b)",
    re.IGNORECASE,
)
"""What ends the holder of a copyright line: a divider, or a full stop that is not a company's."""
_NO_HOLDER = re.compile(
    r"(?:copyright|powered|designed|built|developed|site|website)\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<=\w{3})[.!](?=\s)")
_EDGES: Final = " \t,.;:|-–—•·()[]©"
_LONGEST_HOLDER: Final = 80
_LONGEST_PART: Final = 80
"""Characters of a part of a copyright line that has an element of its own."""
_MOST_PARTS: Final = 3
_MOST_WORDS_OF_HOLDER: Final = 9
_OF_PICTURE = re.compile(
    rf"\b(?:{any_of(spoken(lambda language: language.picture_words))}|getty|shutterstock)",
    re.IGNORECASE,
)


@attrs.frozen
class _Notice:
    """A copyright line: its words, its place, and what it says."""

    text: str
    raw: str
    source: Source
    holder: str | None = None
    year: int | None = None


def rights(
    context: AssemblyContext, lines: Sequence[LegalLine]
) -> tuple[Rights | None, tuple[Evidence, ...]]:
    """What the page says of the rights in the story, with its evidence; None if it says nothing."""
    notice = next(_notices(context, lines), None)
    holder = _holder(context, notice)
    year = _year(context, notice)
    license = next(_licenses(context), None)
    usage = next(_usage(context), None)
    reserved = opt_outs(context, lines)
    stated: dict[str, tuple[Any, str, Source]] = {}
    if notice is not None:
        stated["copyright"] = (notice.text, notice.raw, notice.source)
    for field, found in (
        ("holder", holder), ("year", year), ("license", license), ("usage_terms", usage)
    ):  # fmt: skip
        if found is not None:
            stated[field] = found
    if not stated and not reserved:
        return None, ()
    record = Rights(**{field: value for field, (value, _, _) in stated.items()}, opt_outs=reserved)
    return record, tuple(
        Evidence(f"rights.{field}", raw, source) for field, (_, raw, source) in stated.items()
    )


# The copyright line


def _notices(context: AssemblyContext, lines: Sequence[LegalLine]) -> Iterator[_Notice]:
    """The copyright lines that the page prints, the last one first, then those that it states."""
    for line in reversed(lines):
        printed = _printed(context, line)
        if printed is not None:
            yield printed
    for statement in chain(
        context.statements.item(context.statements.story, "copyrightNotice"),
        context.statements.meta(*_NOTICES),
    ):
        if isinstance(statement.value, str) and not _is_address(statement.text) and statement.text:
            text = statement.text[:_LONGEST_NOTICE]
            yield _Notice(text, statement.raw, statement.source, *_said(text, is_stated=True))


def _printed(context: AssemblyContext, line: LegalLine) -> _Notice | None:
    """The copyright notice in a line, from its sign or first word on. A footer prints the parts of
    a notice in elements of their own: those that follow belong to it until it names a holder."""
    match = _COPYRIGHT.search(line.text)
    if match is None or _OF_PICTURE.match(line.text):
        return None
    pieces = [line.piece]
    notice = _notice(context, pieces, line.text)
    for piece in _next_parts(context, line.piece):
        if notice is not None and notice.holder is not None:
            break
        pieces.append(piece)
        joined = _notice(context, pieces, " ".join(map(context.text, pieces)))
        if joined is not None and joined.holder is not None:
            notice = joined
    return notice


def _next_parts(context: AssemblyContext, piece: Piece) -> Iterator[Piece]:
    """The short pieces that follow a short one in its element."""
    if len(context.text(piece)) > _LONGEST_PART:
        return
    at = context.pieces.index(piece) + 1
    node = context.block(piece).node
    for following in context.pieces[at : at + _MOST_PARTS]:
        block = context.block(following)
        if node < 0 or block.node != node or len(block.text) > _LONGEST_PART:
            return
        yield following


def _notice(context: AssemblyContext, pieces: Sequence[Piece], text: str) -> _Notice | None:
    """The copyright notice that a text is, at the pieces that print it; None if it is none."""
    match = _COPYRIGHT.search(text)
    if match is None:
        return None
    is_reserved = SAYS_RIGHTS.search(text) is not None and "©" in text
    if not match["years"] and not is_reserved:
        return None
    start, end = _bounds(text, match)
    holder, year = _said(text[start:end], is_stated=False)
    if holder is None and year is None:
        return None
    if len(pieces) > 1:
        raw, source = context.together(pieces)
    else:
        raw, source = context.place(pieces[0], start, end)
    source = attrs.evolve(source, reason="the copyright line of the page")
    return _Notice(text[start:end], raw, source, holder, year)


def _bounds(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Where the notice begins and ends in a line: the whole of a short one, else its sentence and
    the words that reserve the rights."""
    if len(text) <= _LONGEST_NOTICE:
        return 0, len(text)
    start = match.start()
    stop = _SENTENCE_END.search(text, match.end())
    end = stop.end() if stop is not None else len(text)
    reserved = SAYS_RIGHTS.search(text, match.end(), start + _LONGEST_NOTICE)
    if reserved is not None:
        end = max(end, reserved.end())
    return start, min(end, start + _LONGEST_NOTICE)


def _said(text: str, *, is_stated: bool) -> tuple[str | None, int | None]:
    """The holder and the year that a copyright line names."""
    match = _COPYRIGHT.search(text)
    years = _YEAR.findall(match["years"] or "") if match is not None else []
    year = _last_year(match["years"]) if match is not None and years else None
    behind = text[match.end() :] if match is not None else text if is_stated else ""
    if year is None and match is not None:
        later = _YEARS.search(behind)
        year = _last_year(later.group()) if later is not None else None
    return _holder_in(behind) or _holder_before(text), year


def _last_year(printed: str) -> int:
    """The last year of "2019-2024" or "2019-24"."""
    first = int(printed[:4])
    last = printed[-4:] if printed[-4:].isdigit() else f"{printed[:2]}{printed[-2:]}"
    return max(first, int(last))


def _holder_in(behind: str) -> str | None:
    """The holder behind the sign and the year."""
    reserved = SAYS_RIGHTS.search(behind)
    name = behind[: reserved.start()] if reserved is not None else behind
    name = name.strip(_EDGES)
    stop = _HOLDER_END.search(name)
    name = _YEARS.sub("", name[: stop.start()] if stop is not None else name).strip(_EDGES)
    name = name.removeprefix("by ").strip()
    return name if _is_holder(name) else None


def _is_holder(name: str) -> bool:
    """Whether words have the shape of the name of a person or house."""
    return (
        2 <= len(name) <= _LONGEST_HOLDER
        and len(name.split()) <= _MOST_WORDS_OF_HOLDER
        and any(map(str.isalpha, name))
        and not _NO_HOLDER.match(name)
    )


def _holder_before(text: str) -> str | None:
    """The holder before the sign ("The Example Herald © 2024")."""
    match = _HOLDER_FIRST.search(text)
    name = match["holder"].strip(_EDGES) if match is not None else ""
    return name if _is_holder(name) else None


_Found = tuple[Any, str, Source]
"""A value, the words it is from, and their place."""


def _holder(context: AssemblyContext, notice: _Notice | None) -> _Found | None:
    """The holder that the head states, else the one of the copyright line."""
    story = context.statements.story
    for statement in chain(
        context.statements.item(story, "copyrightHolder", "name"),
        context.statements.item(story, "copyrightHolder"),
        context.statements.meta(*_HOLDERS),
    ):
        if isinstance(statement.value, str) and statement.text and not _is_address(statement.text):
            return statement.text, statement.raw, statement.source
    if notice is not None and notice.holder:
        return notice.holder, notice.raw, notice.source
    return None


def _year(context: AssemblyContext, notice: _Notice | None) -> _Found | None:
    """The year of the copyright line, else the one that the head states."""
    if notice is not None and notice.year:
        return notice.year, notice.raw, notice.source
    for statement in chain(
        context.statements.item(context.statements.story, "copyrightYear"),
        context.statements.meta("dcterms.datecopyrighted"),
    ):
        match = _YEAR.match(statement.text)
        if match is not None:
            return int(match.group()), statement.raw, statement.source
    return None


# Licence and terms


def _licenses(context: AssemblyContext) -> Iterator[_Found]:
    """The licence of the story, not those of its pictures."""
    story = context.statements.story
    for statement in chain(
        _addresses_in(context.statements.item(story, "license")),
        context.statements.links("license"),
        context.statements.meta(*_LICENSES),
        (one for one in context.statements.meta(*_NOTICES) if _is_address(one.text)),
        (one for one in context.statements.links("copyright") if _is_license(one.text)),
    ):
        if statement.text and _IN_FIGURE not in (statement.source.where or ""):
            yield statement.text, statement.raw, statement.source


def _usage(context: AssemblyContext) -> Iterator[_Found]:
    """The terms of use: an address, or the words that state them."""
    story = context.statements.story
    for statement in chain(
        _addresses_in(context.statements.item(story, "usageInfo")),
        _addresses_in(context.statements.item(story, "acquireLicensePage")),
        context.statements.meta(*_USAGE),
    ):
        if statement.text:
            yield statement.text, statement.raw, statement.source


def _addresses_in(statements: Iterable[HeadStatement]) -> Iterator[HeadStatement]:
    """Statements as text; of an object, its address or else its name."""
    for statement in statements:
        value = statement.value
        if isinstance(value, str):
            yield statement
        elif isinstance(value, Mapping):
            key = next((key for key in ("url", "@id", "name") if _is_text(value.get(key))), None)
            if key is not None:
                place = f"{statement.source.where}/{key}"
                yield HeadStatement(value[key], attrs.evolve(statement.source, where=place))


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://", "//")) and " " not in text


def _is_license(address: str) -> bool:
    """Whether an address is that of a licence that many share."""
    return "creativecommons.org/" in address or "/license" in address
