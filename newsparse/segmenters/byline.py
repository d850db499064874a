"""Bylines: the lines near the headline, or at the story's end, that say who wrote it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import Final

import attrs

from newsparse.blocks import Block, Mark
from newsparse.fields.bylines import (
    has_byline_prefix,
    is_byline_prefix,
    may_hold_byline_prefix,
    parse_byline,
)
from newsparse.fields.dates import find_dates
from newsparse.fields.persons import is_bare_name
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.languages import spoken
from newsparse.records import Byline, Label, Source
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.readings import plain_byline
from newsparse.segmenters.view import AWAY, View
from newsparse.textual import any_of, normalize

_BYLINE: Final = bit("byline")
_NOT: Final = bit(
    "caption",
    "credit",
    "in_figure",
    "in_figcaption",
    "tags",
    "share",
    "kicker",
    "headline",
    "biography",
    "deck",
)
_ELSEWHERE: Final = AWAY | bit("sidebar", "in_aside", "in_footer", "in_figure", "caption", "share")
_WEAKER: Final = 0.14
"""What a claim may score below the best one and still stand beside it."""
_AUTHORS = re.compile(
    rf"/{any_of(spoken(lambda language: language.author_page_words))}/|@", re.IGNORECASE
)
"""What newsrooms call the pages of their authors in their addresses."""
_WRITTEN = re.compile(
    rf"^\W*+{any_of(spoken(lambda language: language.written_by_openings))}\s", re.IGNORECASE
)
_FAR: Final = 40
_PARAGRAPH: Final = 80.0
_LINES: Final = 3
"""Lines of a dump below the first of the story that may belong to its head: a deck may read as the story's first paragraph."""
_AFTER: Final = 8
"""How many lines before the story's head, and after its end, a byline may stand."""
_LONGEST: Final = 220.0
_DATED: Final = bit("date", "has_time")
_TABLE: Final = bit("in_table")
_PARTED: Final = " | "
_DATE_WORDS: Final = spoken(lambda language: language.glued_date_labels)
_GLUED = re.compile(
    r"(?<=[a-zà-ÿA-Z])(?=[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d)"
    rf"|(?<=[a-zà-ÿ])(?={any_of(_DATE_WORDS)}\b)"
)
"""Where a date, or the word for one, was glued to what stands before it, as dumps do."""


def byline(view: View) -> Iterable[Claim]:
    """Claims on the lines of the head and tail that read as bylines."""
    head = view.head(6)
    found = [claim for at in head if (claim := _claim(view, at, tail=False)) is not None]
    if not any(claim.score > 0.9 for claim in found):
        found += [
            claim
            for at in _named_elsewhere(view, head)
            if (claim := _claim(view, at, tail=False)) is not None
        ]
    best = max((claim.score for claim in found), default=0.0)
    yield from (claim for claim in found if claim.score > best - _WEAKER)
    if best < 0.75:
        for at in view.tail(5):
            if at >= view.last and not view.blocks[at].within & _ELSEWHERE:
                claim = _claim(view, at, tail=True)
                if claim is not None:
                    yield claim


def _named_elsewhere(view: View, head: range) -> Iterable[int]:
    """Lines further from the story's head that name an author whom the page's head states, or whose element is a byline's."""
    high = min(len(view.blocks), max(view.last, view.first) + _AFTER)
    for at in range(max(0, head.start - _FAR), high):
        block = view.blocks[at]
        if at in head or view.scene.lengths[at] > _LONGEST or block.within & _ELSEWHERE:
            continue
        if at > view.first + 3 and at < view.last:
            continue
        text = view.scene.normalized[at]
        if any(name in text for name in view.authors) or (
            at <= view.first and (block.own | block.inline) & _BYLINE
        ):
            yield at


def read(view: View, block: Block, start: int = 0, end: int = -1) -> Byline | None:
    """The byline that a block, or a stretch of it, is, read with what its elements say of it; offsets count in its text."""
    hints = (
        [hint for hint in view.hints if hint.block == block.index and hint.label is Label.BYLINE]
        if view.hints
        else []
    )
    if (start > 0 or 0 <= end < len(block.text)) and any(
        hint.start > 0 or 0 <= hint.end < len(block.text) for hint in hints
    ):
        return _shifted(
            parse_byline(
                block.text[start : end if end >= 0 else None], papers=view.papers, introduced=True
            ),
            start,
        )
    if block.index not in view.readings:
        view.readings[block.index] = _read(
            view, block, named=bool(hints or (block.own | block.inline | block.within) & _BYLINE)
        )
    return view.readings[block.index]


def _read(view: View, block: Block, *, named: bool) -> Byline | None:
    """The byline that a whole block is."""
    before = view.blocks[block.index - 1].text if block.index else ""
    text, shifts = _parted(block.text, view.marks(block) if block.inline or block.linked else ())
    introduced = named or is_byline_prefix(before)
    told = introduced or view.papers or view.authors
    parsed = (
        parse_byline(text, papers=view.papers, introduced=introduced, known=view.authors)
        if told
        else plain_byline(text)
    )
    return _unparted(parsed, shifts) if parsed is not None else None


def _shifted(byline: Byline | None, by: int) -> Byline | None:
    """A byline read from a stretch that begins at an offset."""
    if byline is None or not by:
        return byline

    def on(source: Source) -> Source:
        return attrs.evolve(source, start=(source.start or 0) + by, end=(source.end or 0) + by)

    authors = tuple(attrs.evolve(author, source=on(author.source)) for author in byline.authors)
    return attrs.evolve(byline, authors=authors, source=on(byline.source))


def _parted(text: str, marks: Iterable[Mark]) -> tuple[str, list[int]]:
    """A text with a divider at the edges of its links and named elements, and where dividers were put."""
    glued = {match.start() for match in _GLUED.finditer(text)} if _may_be_glued(text) else set()
    edges = sorted(
        glued
        | {
            edge
            for mark in marks
            if mark.tag in ("a", "time") or mark.words
            for edge in (mark.start, mark.end)
        }
        - {0, len(text)}
    )
    for edge in reversed(edges):
        text = text[:edge] + _PARTED + text[edge:]
    return text, edges


def _may_be_glued(text: str) -> bool:
    """Whether a text holds what all that `_GLUED` finds holds: a comma and a century, or a word for a date."""
    return ", 19" in text or ", 20" in text or any(map(text.__contains__, _DATE_WORDS))


def _unparted(byline: Byline, shifts: list[int]) -> Byline:
    """A byline read from a parted text, its offsets as they are without the dividers."""
    if not shifts:
        return byline
    put = [edge + at * len(_PARTED) for at, edge in enumerate(shifts)]

    def back(source: Source) -> Source:
        start, end = source.start or 0, source.end or 0
        return attrs.evolve(
            source,
            start=start - len(_PARTED) * bisect_right(put, start),
            end=end - len(_PARTED) * bisect_right(put, end - 1),
        )

    authors = tuple(attrs.evolve(author, source=back(author.source)) for author in byline.authors)
    return attrs.evolve(byline, authors=authors, source=back(byline.source))


def _claim(view: View, at: int, *, tail: bool) -> Claim | None:
    block = view.blocks[at]
    if (
        view.scene.lengths[at] > _LONGEST
        or block.within & AWAY
        or at == view.headline
        or block.level == 1
    ):
        return None
    own = block.own | block.inline
    spoken = has_byline_prefix(block.text)
    if (block.own | block.within) & _NOT and not (spoken or own & _BYLINE):
        return None
    named = bool((own | block.within) & _BYLINE)
    if not (spoken or named or view.authors or at <= view.first):
        return None
    if is_byline_prefix(block.text):
        follows = at + 1 < len(view.blocks) and read(view, view.blocks[at + 1]) is not None
        return (
            Claim(at, Label.BYLINE, 0.9, "a byline prefix on a line of its own")
            if follows
            else None
        )
    found = None if not (named or tail) and _is_out_of_place(view, block) else read(view, block)
    if found is None:
        return None
    score, reason = _judged(
        view, at, found, spoken=spoken or has_byline_prefix(found.raw), named=named, tail=tail
    )
    start, end = found.source.start or 0, found.source.end or 0
    whole = end - start >= len(block.text) - 2
    return (
        Claim(
            at,
            Label.BYLINE,
            score - (0.1 if tail else 0.0),
            reason,
            *((0, -1) if whole else (start, end)),
        )
        if score
        else None
    )


def _is_out_of_place(view: View, block: Block) -> bool:
    """Whether a line stands above headline and story where none of `RULES` holds: no byline prefix in it or right above, no element that says byline, no known author."""
    at = block.index
    if (
        not at < min(view.headline, view.first, view.last)
        or view.authors
        or block.inline
        or block.linked
    ):
        return False
    return not (
        _may_be_glued(block.text)
        or may_hold_byline_prefix(block.text)
        or at
        and is_byline_prefix(view.blocks[at - 1].text)
    )


def _judged(
    view: View, at: int, found: Byline, *, spoken: bool, named: bool, tail: bool
) -> tuple[float, str]:
    for test, score, reason in RULES:
        if test(view, at, found, _Line(spoken, named, tail)):
            return score, reason
    return 0.0, ""


@attrs.frozen
class _Line:
    """How a line is introduced."""

    spoken: bool
    named: bool
    tail: bool


def _is_known(view: View, at: int, found: Byline, line: _Line) -> bool:
    fills = len(found.raw) * 10 >= len(view.blocks[at].text) * 4
    known = len(view.authors & {normalize(name) for name in found.names})
    return (
        fills
        and known * 2 >= len(found.names)
        and bool(known)
        and (line.spoken or not _is_prose(view, at))
    )


def _is_prose(view: View, at: int) -> bool:
    """Whether the line reads as one of the story's."""
    return view.body.values[at] >= 0.5 and len(view.blocks[at].text) > 60


def _is_in_table(view: View, at: int, found: Byline, line: _Line) -> bool:
    return bool(view.blocks[at].within & _TABLE)


def _is_spoken(view: View, at: int, found: Byline, line: _Line) -> bool:
    return line.spoken


def _follows_prefix(view: View, at: int, found: Byline, line: _Line) -> bool:
    return bool(at) and is_byline_prefix(view.blocks[at - 1].text)


def _is_other(view: View, at: int, found: Byline, line: _Line) -> bool:
    """Names persons, though none of those whom the page's head states."""
    return bool(found.authors and view.authors)


def _is_lone(view: View, at: int, found: Byline, line: _Line) -> bool:
    """A single word that nothing introduces but the class of something around it."""
    block = view.blocks[at]
    lone = (
        len(found.authors) == 1
        and len(found.authors[0].name.split()) == 1
        or not found.authors
        and len(found.agency or "") <= 2
    )
    return lone and line.named and not ((block.own | block.inline) & _BYLINE and view.headline < at)


def _is_named(view: View, at: int, found: Byline, line: _Line) -> bool:
    return line.named


def _is_house(view: View, at: int, found: Byline, line: _Line) -> bool:
    placed = (
        view.headline < at <= view.first + (0 if view.blocks[at].tag else _LINES) or at >= view.last
    )
    return bool(found.desk or len(found.agency or "") > 2) and placed and view.body.values[at] < 0.5


def _is_house_under(view: View, at: int, found: Byline, line: _Line) -> bool:
    """Names only a house, right under a line that opens with a byline prefix."""
    return (
        bool(found.agency)
        and not found.authors
        and at > view.headline
        and at > 0
        and has_byline_prefix(view.blocks[at - 1].text)
        and _is_house(view, at, found, line)
    )


def _opens_story(view: View, at: int, found: Byline, line: _Line) -> bool:
    """Is a name and nothing else, in bold or capitals, right above the first paragraph."""
    text = view.blocks[at].text
    set_off = text.isupper() or view.blocks[at].stressed * 10 >= len(text) * 9
    return (
        set_off
        and at == view.first
        and at < view.last
        and bool(view.blocks[at].tag)
        and is_bare_name(text)
        and view.scene.lengths[at + 1] >= _PARAGRAPH
    )


def _is_name_under_headline(view: View, at: int, found: Byline, line: _Line) -> bool:
    """Is a name and nothing else between headline and story, and leads, if anywhere, to an author's page."""
    block = view.blocks[at]
    if not (
        block.tag
        and view.headline < at < view.first
        and not view.authors
        and not line.tail
        and is_bare_name(block.text)
    ):
        return False
    return all(_AUTHORS.search(mark.href) for mark in view.marks(block) if mark.tag == "a") and (
        not block.linked or bool(view.marks(block))
    )


def _signs_off(view: View, at: int, found: Byline, line: _Line) -> bool:
    """Opens with a byline prefix for writing, at the story's end, and names persons and nothing else."""
    return (
        line.tail
        and bool(found.authors)
        and bool(_WRITTEN.match(view.blocks[at].text))
        and len(found.raw) * 10 >= len(view.blocks[at].text) * 8
    )


def _is_between(view: View, at: int, found: Byline, line: _Line) -> bool:
    block = view.blocks[at]
    dated = bool(block.within & _DATED or block.inline & _DATED) or any(
        True for _ in find_dates(block.text)
    )
    last = view.first if block.tag else view.first + _LINES
    return (
        (not block.tag or dated)
        and view.headline < at < last
        and not line.tail
        and (at < view.first or view.body.values[at] < 0.5)
    )


RULES: Final[tuple[tuple[Callable[[View, int, Byline, _Line], bool], float, str], ...]] = (
    (_is_known, 0.97, "names whom the head names as author"),
    (_signs_off, 1.05, "says who wrote it, at the story's end"),
    (_is_spoken, 0.96, "opens with a byline prefix and names somebody"),
    (_follows_prefix, 0.95, "follows a byline prefix"),
    (_opens_story, 0.975, "a name alone, in bold or capitals, right above the first paragraph"),
    (_is_in_table, 0.0, ""),
    (_is_other, 0.0, ""),
    (_is_lone, 0.0, ""),
    (_is_named, 0.94, "its element is a byline's and it names somebody"),
    (_is_house_under, 0.95, "names a house right under a byline"),
    (_is_house, 0.79, "names an agency or a desk where bylines stand"),
    (_is_between, 0.75, "a name alone between headline and story"),
    (_is_name_under_headline, 0.75, "a name alone under the headline"),
)
"""What makes a line that names somebody a byline, with its score and reason; the first row that holds decides."""
