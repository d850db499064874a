"""From a plain-text dump to the same blocks that HTML gives.

Lines are blocks, but for lines that a renderer broke at a column: those rejoin. What HTML says by
elements, a dump says by indentation (containers), bullets (lists), marks (`#`, `>`) and gaps; all of
it becomes the neutral cues of `Block` and `Outline`, and nothing after this step knows the difference.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from newsparse.blocks import Block, Mark, Outline
from newsparse.records import BlockKind
from newsparse.textual import INVISIBLE, squeeze

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+|\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_NEWLINES: Final = frozenset(("\r\n", "\r", "\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"))
_BULLET = re.compile(r"(?:[*+•◦▪‣●○■□–·-]|\(?\d{1,3}[.)])[ \t\u00a0]+(?=\S)")
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_QUOTE = re.compile(r">[ \t]?(?=\S)")
_LINK = re.compile(r"!?\[([^\[\]]{1,300})\]\(([^()\s]{1,500})\)")
_EMPHASIS = re.compile(r"^(\*{1,2}|_{1,2})(?=\S)(.{1,300}?)(?<=\S)\1$")
_WIDEST: Final = 100
"""The widest column that a renderer wraps at; longer lines are not wrapped ones."""
_NARROWEST: Final = 45
_TAB: Final = 4


@attrs.frozen
class _Line:
    """One line: where its text begins and ends in the page, and what stands before it."""

    start: int
    end: int
    text: str
    indent: int
    gap: int


def split(text: str) -> tuple[tuple[Block, ...], Outline]:
    """The blocks of a plain text, in order, and the outline that its indentation draws."""
    lines = _lines(text)
    outline = _Outline()
    blocks: list[Block] = []
    for group in _paragraphs(lines):
        blocks.append(_block(len(blocks), group, text, outline))
    return tuple(blocks), outline.done()


def _lines(text: str) -> list[_Line]:
    """The lines that hold more than blanks."""
    found: list[_Line] = []
    gap = 0
    fresh = True
    for match in _LINE.finditer(text):
        piece = match.group()
        if piece in _NEWLINES:
            gap += fresh
            fresh = True
            continue
        fresh = False
        shown = piece.strip()
        if not shown or not INVISIBLE.sub("", shown).strip():
            fresh = True
            continue
        lead = len(piece) - len(piece.lstrip())
        start = match.start() + lead
        found.append(_Line(start, start + len(shown), shown, _width(piece[:lead]), gap))
        gap = 0
    return found


def _width(blanks: str) -> int:
    """Columns that leading blanks take."""
    return len(blanks) + (_TAB - 1) * blanks.count("\t")


def _paragraphs(lines: list[_Line]) -> list[list[_Line]]:
    """Lines in groups that belong to one paragraph."""
    width = _wrap_width(lines)
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and width and _continues(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _wrap_width(lines: list[_Line]) -> int:
    """The column that the text is wrapped at, 0 where it is not: most lines that others follow are full."""
    widths = [line.indent + len(line.text) for line in lines]
    if not widths:
        return 0
    widest = max(widths)
    if not _NARROWEST <= widest <= _WIDEST:
        return 0
    full = followed = 0
    for at in range(len(lines) - 1):
        after = lines[at + 1]
        if after.gap == 0 and widths[at] > widest // 2:
            followed += 1
            full += _is_full(widths[at], after, widest)
    return widest if followed >= 3 and full * 10 >= followed * 7 else 0


def _is_full(width: int, after: _Line, widest: int) -> bool:
    """Whether the first word of the next line had no room on this one."""
    word = len(after.text.split(None, 1)[0])
    return width + 1 + word > widest - 2


def _continues(group: list[_Line], line: _Line, width: int) -> bool:
    last = group[-1]
    if line.gap or _BULLET.match(line.text) or _HEADING.match(line.text):
        return False
    if line.indent > last.indent + 1 and not _BULLET.match(group[0].text):
        return False
    return _is_full(last.indent + len(last.text), line, width)


class _Outline:
    """Containers as indentation draws them: deeper lines lie inside the last shallower ones."""

    def __init__(self) -> None:
        self.parent: list[int] = [-1]
        self.signature: list[str] = ["text"]
        self._open: list[tuple[int, int]] = [(-1, 0)]

    def at(self, indent: int) -> int:
        """The container of a line that begins at a column."""
        while self._open[-1][0] > indent:
            self._open.pop()
        if self._open[-1][0] < indent:
            self.parent.append(self._open[-1][1])
            self.signature.append(f"column {indent}")
            self._open.append((indent, len(self.parent) - 1))
        return self._open[-1][1]

    def done(self) -> Outline:
        size = len(self.parent)
        return Outline(tuple(self.parent), ("",) * size, (0,) * size, (0,) * size, tuple(self.signature))


def _block(index: int, group: list[_Line], text: str, outline: _Outline) -> Block:
    first, last = group[0], group[-1]
    shown, kind, level = _unmarked(_joined(group))
    return Block(
        index=index,
        text=shown,
        printed=text[first.start : last.end],
        kind=kind,
        node=outline.at(first.indent),
        level=level,
        start=first.start,
        end=last.end,
        gap=first.gap,
        indent=first.indent,
    )


def _joined(group: list[_Line]) -> str:
    """The text of a paragraph; a hyphen that only the line break put there goes."""
    text = group[0].text
    for line in group[1:]:
        if text.endswith("-") and text[-2:-1].isalpha() and line.text[:1].islower():
            text = text[:-1] + line.text
        else:
            text = f"{text} {line.text}"
    return squeeze(INVISIBLE.sub("", text))


def _unmarked(text: str) -> tuple[str, BlockKind, int]:
    """A paragraph without its bullet or mark, its kind, and its heading level."""
    if match := _HEADING.match(text):
        return text[match.end() :].rstrip("# "), BlockKind.HEADING, len(match.group(1))
    if match := _BULLET.match(text):
        return text[match.end() :], BlockKind.LIST_ITEM, 0
    if match := _QUOTE.match(text):
        return text[match.end() :], BlockKind.QUOTE, 0
    return text, BlockKind.PARAGRAPH, 0


def links(text: str) -> tuple[str, tuple[Mark, ...]]:
    """A text without its Markdown links, and the links as marks on it.

    >>> links("see [the report](https://a.example/r) now")
    ('see the report now', (Mark(start=4, end=14, tag='a', words=0, href='https://a.example/r', datetime=''),))
    """
    found: list[Mark] = []
    pieces: list[str] = []
    at = length = 0
    for match in _LINK.finditer(text):
        before = text[at : match.start()]
        label = match.group(1)
        length += len(before)
        found.append(Mark(length, length + len(label), "a", 0, match.group(2)))
        length += len(label)
        pieces += (before, label)
        at = match.end()
    return "".join([*pieces, text[at:]]), tuple(found)


def align(printed: str, text: str, start: int, end: int) -> tuple[int, int]:
    """Where `text[start:end]` stands in `printed`, from which `text` was healed.

    Healing only drops characters and folds white space, so the letters of `text` are found in
    `printed` one after the other; what was dropped before the first of them (a bullet) is passed over.

    >>> align("* one\\u00ad  two", "one two", 4, 7)
    (8, 11)
    """
    at = len(printed) - len(printed.lstrip("*+•◦▪‣●○■□–·->#0123456789.)(\t "))
    if not "".join(printed[at:].split()).startswith(text[:1]):
        at = 0
    first = last = -1
    for index, letter in enumerate(text[:end]):
        if letter.isspace():
            continue
        found = printed.find(letter, at)
        if found < 0:
            break
        at = found + 1
        if index >= start and first < 0:
            first = found
        last = at
    return (first, last) if first >= 0 else (0, len(printed))
