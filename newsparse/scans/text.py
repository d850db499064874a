"""From regions to a page of text for the one flow, and from the flow's spans back to words, pages
and boxes.

Two texts are kept. The print is what the OCR read, line by line, hyphens and all; offsets of
records count in it. The flow reads the healed text: lines of a paragraph joined, words that a line
end breaks made whole, the long s written as s. Healing never changes or moves a letter, it only
drops hyphens and line ends, so that every stretch of the healed text leads back to the print
through a table of pieces.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, Final, NamedTuple

import attrs

from newsparse.blocks import Block, Outline
from newsparse.page import NOWHERE, Head, Hint, Media, Page
from newsparse.records import BlockKind, Label, Source, Span
from newsparse.scans.jumps import read_jump
from newsparse.scans.layout import Placed
from newsparse.scans.model import Box, Line, Region, RegionKind, ScanPage, hull

_HYPHENS: Final = "-¬⸗\u00ad\u2010"
"""What breaks a word at a line's end."""
_FOLDED: Final = str.maketrans("ſꝛ⸗", "sr-")
"""Letters and signs of old type, each with the one that a reader of today knows it by; one for one.
"""
_WORD: Final = re.compile(r"[^\W\d_]+")
_SENTENCE_END: Final = re.compile(r"[.!?…:»”\"')\]]\s*$")
_INDENT: Final = 0.55
"""Indentation, in heights of a line, from which a line opens a paragraph."""
_SHORT_LINE: Final = 0.9
"""Share of the region's width below which a line ends a paragraph."""
_LEAST_PARAGRAPH_LINES: Final = 3
"""The fewest lines of a region whose paragraphs are recognized."""
_KEPT_LABELS: Final = frozenset((Label.HEADLINE, Label.KICKER, Label.DECK))
"""Labels of parts that are one block however many regions they stand in."""
_ROOT: Final = Outline((-1, 0), ("", ""), (0, 0), (0, 0), ("text", "column 0"))


class PlacedWord(NamedTuple):
    """A word of an item: where its print begins and ends, and where it stands."""

    start: int
    end: int
    page: int
    """The number of its page, from 1."""
    region: int
    """The place of its region among those of the item."""
    box: Box
    confidence: float | None


@attrs.frozen
class Place:
    """A stretch of text on a page."""

    page: int
    box: Box
    confidence: float | None = None
    """The mean confidence of its words, 0 to 1; None where the file states none."""

    def __str__(self) -> str:
        """The place as page and media fragment (https://www.w3.org/TR/media-frags/).

        >>> str(Place(2, Box(10, 20, 110, 60)))
        '2#xywh=10,20,100,40'
        """
        box = self.box
        return f"{self.page}#xywh={box.left},{box.top},{box.width},{box.height}"


class _Piece(NamedTuple):
    """A stretch of the healed text that stands in the print as it is."""

    healed: int
    printed: int
    length: int


@attrs.frozen(eq=False)
class ScanText:
    """The text of an item, as printed and as the flow reads it."""

    printed: str
    page: Page
    """What the flow reads."""
    words: tuple[PlacedWord, ...]
    pieces: tuple[_Piece, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the healed text begins and ends in the print."""
        if end <= start:
            at = self._at(start)
            return at, at
        return self._at(start), self._at(end - 1) + 1

    def _at(self, offset: int) -> int:
        index = bisect_right(self.pieces, offset, key=_healed) - 1
        if index < 0:
            return 0
        piece = self.pieces[index]
        return piece.printed + min(offset - piece.healed, piece.length)


def _healed(piece: _Piece) -> int:
    return piece.healed


def _start(word: PlacedWord) -> int:
    return word.start


def words_in(words: Sequence[PlacedWord], start: int, end: int) -> Sequence[PlacedWord]:
    """The words that have letters in `print[start:end]`."""
    first = bisect_right(words, start, key=_start)
    if first and words[first - 1].end > start:
        first -= 1
    return words[first : bisect_left(words, end, key=_start)]


def places(words: Sequence[PlacedWord], start: int, end: int) -> tuple[Place, ...]:
    """Where `print[start:end]` stands: a place for each region that it runs through."""
    return tuple(
        Place(page, hull([word.box for word in group]), confidence(group))
        for (page, _), group in (
            (key, list(found)) for key, found in groupby(words_in(words, start, end), key=_region)
        )
    )


def _region(word: PlacedWord) -> tuple[int, int]:
    return word.page, word.region


def confidence(words: Iterable[PlacedWord]) -> float | None:
    """The mean confidence of words, each as much as it has letters; None where none states one."""
    known = [
        (word.confidence, word.end - word.start) for word in words if word.confidence is not None
    ]
    letters = sum(length for _, length in known)
    return round(sum(sure * length for sure, length in known) / letters, 4) if letters else None


def scan_text(
    parts: Sequence[Placed], pages: Sequence[ScanPage], *, by: str, language: str = ""
) -> ScanText:
    """The text of an item from its parts. `by` names who says what the parts are, for the reasons
    of the flow."""
    writer = _Writer(_vocabulary(parts, pages))
    for group in _grouped(parts, pages):
        writer.write(group)
    blocks = tuple(writer.blocks)
    healed = "".join(writer.healed)
    hints = tuple(
        Hint(block.index, label, rule=rule, by=by)
        for block, (label, rule) in zip(blocks, writer.labels, strict=True)
        if label is not None
    )
    page = Page(
        Media.TEXT,
        healed,
        blocks,
        _ROOT,
        NOWHERE,
        head=Head(language=language),
        hints=hints,
    )
    return ScanText("".join(writer.printed), page, tuple(writer.words), tuple(writer.pieces))


def _vocabulary(parts: Sequence[Placed], pages: Sequence[ScanPage]) -> frozenset[str]:
    """The words of an item that stand unbroken in a line."""
    found: set[str] = set()
    for part in parts:
        broken = False
        for line in pages[part.ref.page].regions[part.ref.region].lines:
            words = _WORD.findall(line.text.casefold())
            ends_broken = bool(line.hyphen) or line.text.endswith(tuple(_HYPHENS))
            found.update(words[broken : len(words) - ends_broken])
            broken = ends_broken
    return frozenset(found)


class _Row(NamedTuple):
    """A line with where it stands."""

    line: Line
    page: int
    region: int


@attrs.define
class _Group:
    """The lines of one block, while they are gathered."""

    rows: list[_Row]
    label: Label | None
    rule: str
    kind: BlockKind


def _grouped(parts: Sequence[Placed], pages: Sequence[ScanPage]) -> list[_Group]:
    """The blocks of an item: headings whole, text by paragraphs, those joined that a column's end
    breaks."""
    groups: list[_Group] = []
    for at, part in enumerate(parts):
        page = pages[part.ref.page]
        region = page.regions[part.ref.region]
        rows = [_Row(line, page.number, at) for line in region.lines]
        before = groups[-1] if groups else None
        if region.kind is RegionKind.TABLE:
            groups.append(
                _Group(rows, part.label or Label.BODY, part.reason, BlockKind.PREFORMATTED)
            )
        elif part.label in _KEPT_LABELS:
            if (
                before is not None
                and before.label is part.label
                and parts[at - 1].label is part.label
            ):
                before.rows += rows
            else:
                kind = BlockKind.HEADING if part.label is Label.HEADLINE else BlockKind.PARAGRAPH
                groups.append(_Group(rows, part.label, part.reason, kind))
        else:
            paragraphs = _paragraphs(rows, region, part)
            if before is not None and paragraphs and _runs_on(before, paragraphs[0]):
                before.rows += paragraphs.pop(0).rows
            groups += paragraphs
    return groups


def _paragraphs(rows: list[_Row], region: Region, part: Placed) -> list[_Group]:
    """The paragraphs of a region: a line that is indented, or that follows a short one that ends a
    sentence, opens one."""
    jumps = [at for at in (0, len(rows) - 1) if rows and read_jump(rows[at].line.text)]
    if jumps and len(rows) > 1:
        first, last = 0 in jumps, len(rows) - 1 in jumps
        inner = rows[first : len(rows) - last]
        return [
            *([_jump_line(rows[0], part)] if first else []),
            *(_paragraphs(inner, region, part) if inner else []),
            *([_jump_line(rows[-1], part)] if last else []),
        ]
    if jumps:
        return [_jump_line(rows[0], part)]
    if len(rows) < _LEAST_PARAGRAPH_LINES:
        return [_Group(rows, part.label, part.reason, BlockKind.PARAGRAPH)]
    lefts = sorted(row.line.box.left for row in rows)
    edge = lefts[len(lefts) // 4]
    right = sorted(row.line.box.right for row in rows)[-1 - len(rows) // 4]
    groups: list[list[_Row]] = []
    for row in rows:
        box = row.line.box
        before = groups[-1][-1].line if groups else None
        indented = box.left - edge > _INDENT * max(1, box.height)
        short = (
            before is not None
            and before.box.right - edge < _SHORT_LINE * (right - edge)
            and _SENTENCE_END.search(before.text) is not None
            and not before.hyphen
        )
        if (
            before is None
            or short
            or indented
            and before.box.left - edge <= _INDENT * max(1, box.height)
        ):
            groups.append([row])
        else:
            groups[-1].append(row)
    return [_Group(group, part.label, part.reason, BlockKind.PARAGRAPH) for group in groups]


def _jump_line(row: _Row, part: Placed) -> _Group:
    """A line that leads to another page, which is a note and no text of the story."""
    return _Group([row], Label.NOTE, "a jump line", BlockKind.PARAGRAPH)


def _runs_on(before: _Group, after: _Group) -> bool:
    """Whether a paragraph goes on in the first of the next region, as at the end of a column."""
    if before.label is not after.label or before.kind is not after.kind:
        return False
    last, first = before.rows[-1].line, after.rows[0].line
    opening = _WORD.search(first.text)
    if opening is None or opening.start() > 1 or not opening.group()[:1].islower():
        return False
    broken = bool(last.hyphen) or last.text.endswith(tuple(_HYPHENS))
    return broken or not _SENTENCE_END.search(last.text)


@attrs.define
class _Writer:
    """Both texts of an item while they are written."""

    vocabulary: frozenset[str]
    printed: list[str] = attrs.field(factory=list)
    healed: list[str] = attrs.field(factory=list)
    words: list[PlacedWord] = attrs.field(factory=list)
    pieces: list[_Piece] = attrs.field(factory=list)
    blocks: list[Block] = attrs.field(factory=list)
    labels: list[tuple[Label | None, str]] = attrs.field(factory=list)
    _print: int = 0
    _heal: int = 0

    def write(self, group: _Group) -> None:
        """One block, with a blank line before it."""
        if self.blocks:
            self._put("\n\n", "\n\n")
        start = self._heal
        mark = len(self.healed)
        between = "\n" if group.kind is BlockKind.PREFORMATTED else " "
        for at, row in enumerate(group.rows):
            after = group.rows[at + 1].line if at + 1 < len(group.rows) else None
            self._line(row)
            if after is not None:
                self._end(row.line, after, between)
        text = "".join(self.healed[mark:])
        level = 1 if group.label is Label.HEADLINE else 0
        self.blocks.append(
            Block(
                len(self.blocks),
                text,
                text,
                group.kind,
                node=1,
                level=level,
                stressed=len(text) if all(row.line.bold for row in group.rows) else 0,
                start=start,
                end=self._heal,
                gap=1 if self.blocks else 0,
            )
        )
        self.labels.append((group.label, group.rule))

    def _line(self, row: _Row) -> None:
        """One line: its words with their places, and its print."""
        at = self._print
        for word in row.line.words:
            self.words.append(
                PlacedWord(at, at + len(word.text), row.page, row.region, word.box, word.confidence)
            )
            at += len(word.text) + 1
        text = " ".join(word.text for word in row.line.words)
        self._put(text, text.translate(_FOLDED))

    def _end(self, line: Line, after: Line, between: str) -> None:
        """What stands between two lines: a hyphen and a line end in the print; nothing, a hyphen or
        a blank when healed."""
        joint, dropped = _joint(line, after, self.vocabulary, between)
        if dropped and not line.hyphen:
            self._drop()
        if line.hyphen:
            self._put(line.hyphen, "" if dropped else line.hyphen.translate(_FOLDED))
        self._put("\n", joint)

    def _put(self, printed: str, healed: str) -> None:
        if healed:
            self.pieces.append(_Piece(self._heal, self._print, len(healed)))
            self.healed.append(healed)
            self._heal += len(healed)
        self.printed.append(printed)
        self._print += len(printed)

    def _drop(self) -> None:
        """Take the last letter, a hyphen, back from the healed text."""
        text = self.healed[-1][:-1]
        self.healed[-1] = text
        self._heal -= 1
        self.pieces[-1] = self.pieces[-1]._replace(length=len(text))


def _joint(line: Line, after: Line, vocabulary: frozenset[str], between: str) -> tuple[str, bool]:
    """What joins two lines when healed, and whether the hyphen at the end of the first goes."""
    last, first = line.words[-1], after.words[0].text
    stem = last.text if line.hyphen else last.text.rstrip(_HYPHENS)
    broken = bool(line.hyphen) or len(stem) == len(last.text) - 1
    if last.whole and not broken:
        return "", False
    if not broken or not stem[-1:].isalpha() or not first[:1].isalpha():
        return between, False
    if last.whole:
        return "", "-" not in last.whole[len(stem) - 1 : len(stem) + 1]
    if first[:1].isupper() and not stem.isupper():
        return "", False
    tail = _WORD.match(first.casefold())
    head = _WORD.findall(stem.casefold())[-1:]
    if tail and head and len(head[0]) > 2:
        compound = head[0] in vocabulary and tail.group() in vocabulary
        if compound and head[0] + tail.group() not in vocabulary:
            return "", False
    return "", True


def traced(value: Any, text: ScanText) -> Any:
    """A record, or a tuple of records, with every source and raw led back from the flow's text to
    the print."""
    if isinstance(value, tuple):
        return tuple(traced(entry, text) for entry in value)
    if not attrs.has(type(value)):
        return value
    changes: dict[str, Any] = {}
    for field in attrs.fields(type(value)):
        entry = getattr(value, field.name)
        if isinstance(entry, Source):
            changes["source"] = source = _printed_source(entry, text)
            if source.start is not None and hasattr(value, "raw"):
                changes["raw"] = text.printed[source.start : source.end]
        elif isinstance(entry, tuple) and entry or attrs.has(type(entry)):
            after = traced(entry, text)
            if after is not entry:
                changes[field.name] = after
    return attrs.evolve(value, **changes) if changes else value


def _printed_source(source: Source, text: ScanText) -> Source:
    """A source of the flow as one in the print, with page and box."""
    if source.start is None or source.end is None:
        return source
    start, end = text.span(source.start, source.end)
    return attrs.evolve(
        source,
        start=start,
        end=end,
        where=where(text.words, start, end),
        also=tuple(_printed_span(span, text) for span in source.also),
    )


def _printed_span(span: Span, text: ScanText) -> Span:
    if span.start is None or span.end is None:
        return span
    start, end = text.span(span.start, span.end)
    return Span(start, end, where(text.words, start, end))


def where(words: Sequence[PlacedWord], start: int, end: int) -> str | None:
    """The places of `print[start:end]`, separated by blanks; None if no word is there."""
    return " ".join(map(str, places(words, start, end))) or None
