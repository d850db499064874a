"""From a plain-text dump to the same blocks that HTML gives.

Lines are blocks, but for lines that a renderer broke at a column: those rejoin. What HTML says by
elements, a dump says by indentation (containers), bullets (lists), marks (`#`, `>`, `**`), tabs (tables)
and gaps; all of it becomes the neutral cues of `Block` and `Outline`, and nothing after this step knows the
difference.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from newsparse.archives import headers
from newsparse.blocks import Block, Mark, Outline
from newsparse.lexicon.classwords import bit
from newsparse.marks import marks_of, without_marks
from newsparse.page import Nowhere
from newsparse.records import BlockKind
from newsparse.textual import INVISIBLE, squeeze

_BREAKS: Final = "\r\x0b\x0c\x85\u2028\u2029"
"""What breaks a line as a newline does."""
_BLANKS: Final = " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\x1c\x1d\x1e\x1f\u00ad\u200b\u2060\ufeff"
"""Blanks and marks that nobody sees, at the edges of a line."""
_DASHES: Final = "–—-"
_BULLET = re.compile(r"(?:[*+•◦▪‣●○■□·]|\(?\d{1,3}[.)])[ \t\u00a0]+(?=\w|[\"'“‘„«(\[*_$€£#@¿¡])")
_DASH = re.compile(rf"[{_DASHES}][ \t\u00a0]+(?=\S)")
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_QUOTE = re.compile(r">[ \t]?(?=\S)")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_WORD = re.compile(r"[^\W\d_]+")
_BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_]++)-$")
_LONGEST_WORD: Final = 80
_ENDING: Final = _LONGEST_WORD + 1
"""The last letters of a text that tell whether it ends in a broken word: the longest, and the one before it."""
_WIDEST: Final = 100
"""The widest column that a renderer wraps at; longer lines are not wrapped ones."""
_NARROWEST: Final = 45
_STRAYS: Final = 40
"""Of so many lines one may be longer than the column: an address, a masthead."""
_TAB: Final = 4
_OWN: Final = {field: bit(field) for field in ("byline", "date", "caption", "headline", "deck")}
"""What a label says of its value, as class words say it of an element."""
_SHORT: Final = 120


class _Line(NamedTuple):
    """One line: where its text begins and ends in the page, and what stands before it.

    A tuple, as the cheapest of frozen values: a page has hundreds of lines.
    """

    start: int
    end: int
    text: str
    indent: int
    gap: int
    dashed: bool = False
    """Whether it is one of several lines in a row that begin with a dash."""
    tag: str = ""
    """`headers.LABEL` for the label of an archive's header line, told apart from its value."""
    field: str = ""
    """What the label before it says it is; "body" runs on over blank lines and is nobody's value."""


def split(text: str) -> tuple[tuple[Block, ...], Outline]:
    """The blocks of a plain text, in order, and the outline that its indentation draws."""
    lines = _labelled(_dashed(_lines(text)))
    outline = _Outline()
    known = _Vocabulary(text)
    blocks: list[Block] = []
    for group in _paragraphs(lines):
        blocks.append(_block(len(blocks), group, text, outline, known))
    return tuple(blocks), outline.done()


def _lines(text: str) -> list[_Line]:
    """The lines that hold more than blanks."""
    found: list[_Line] = []
    widths: dict[str, int] = {}
    start = gap = 0
    for row in _evenly_broken(text).split("\n"):
        if shown := row.strip(_BLANKS):
            blanks = row[: row.find(shown[0])]
            if blanks not in widths:  # most lines of a page are indented alike
                widths[blanks] = _width(blanks)
            first = start + len(blanks)
            found.append(_Line(first, first + len(shown), shown, widths[blanks], gap))
            gap = 0
        else:
            gap += 1
        start += len(row) + 1
    return found


def _evenly_broken(text: str) -> str:
    """A text with each break as a newline, and all letters where they stood."""
    text = text.replace("\r\n", " \n")
    for sign in _BREAKS:
        text = text.replace(sign, "\n")
    return text


def _width(blanks: str) -> int:
    """Columns that leading blanks take."""
    blanks = INVISIBLE.sub("", blanks)
    return len(blanks) + (_TAB - 1) * blanks.count("\t")


def _dashed(lines: list[_Line]) -> list[_Line]:
    """Lines that begin with a dash are a list's where two follow each other; a lone one signs or separates."""
    begins = [line.text[0] in _DASHES and _DASH.match(line.text) is not None for line in lines]
    if not any(begins):
        return lines
    rows = [False, *begins, False]
    return [
        line._replace(dashed=rows[at] and (rows[at - 1] or rows[at + 1]))
        for at, line in enumerate(lines, start=1)
    ]


def _labelled(lines: list[_Line]) -> list[_Line]:
    """The lines with the labels of an archive's header as lines of their own."""
    known = headers.find([line.text for line in lines])
    if not known:
        return lines
    found: list[_Line] = []
    for at, line in enumerate(lines):
        label, length = known.get(at, ("", 0))
        if not label:
            before = found[-1] if found else None
            field = (
                before.field
                if before is not None and not line.gap and before.field != "body"
                else ""
            )
            found.append(line._replace(field=field))
            continue
        field = headers.field_of(label) or "archive"
        head = line.text[:length].rstrip()
        found.append(
            line._replace(end=line.start + len(head), text=head, tag=headers.LABEL, field=field)
        )
        if value := line.text[length:]:
            found.append(line._replace(start=line.start + length, text=value, gap=0, field=field))
    return found


def _paragraphs(lines: list[_Line]) -> list[list[_Line]]:
    """Lines in groups that belong to one paragraph."""
    width = _wrap_width(lines)
    groups: list[list[_Line]] = []
    for line in lines:
        if line.gap or not groups or line.tag != groups[-1][-1].tag:
            groups.append([line])
        elif (
            line.field
            and _is_value(groups[-1], line)
            or line.text[0] in "=-"
            and _underlines(groups[-1], line)
            or width
            and _continues(groups[-1], line, width)
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _is_value(group: list[_Line], line: _Line) -> bool:
    """Whether a line with a field runs on the value of a labelled one."""
    return not line.tag and line.field == group[-1].field != "body"


def _underlines(group: list[_Line], line: _Line) -> bool:
    """Whether a line that begins with a stroke is the rule that Markdown draws under a heading."""
    above = group[-1].text
    return (
        len(group) == 1
        and len(above) <= _SHORT
        and bool(_UNDERLINE.fullmatch(line.text))
        and above[-1:] not in ".,-="
        and not _UNDERLINE.match(above)
    )


def _wrap_width(lines: list[_Line]) -> int:
    """The column that the text is wrapped at, 0 where it is not: most lines that others follow are full."""
    widths = sorted(line.indent + len(line.text) for line in lines)
    if not widths:
        return 0
    widest = widths[-1 - len(widths) // _STRAYS]
    if not _NARROWEST <= widest <= _WIDEST:
        return 0
    full = followed = 0
    for line, after in zip(lines, lines[1:], strict=False):
        size = line.indent + len(line.text)
        if after.gap == 0 and widest // 2 < size <= widest and not _opens(after):
            followed += 1
            full += _is_full(size, after, widest)
    return widest if followed >= 3 and full * 10 >= followed * 7 else 0


def _is_full(size: int, after: _Line, widest: int) -> bool:
    """Whether the first word of the next line had no room on this one."""
    word = len(after.text.split(None, 1)[0])
    return size + 1 + word > widest - 2


def _opens(line: _Line) -> bool:
    """Whether a line begins a block of its own, whatever stands above it."""
    return line.dashed or bool(_BULLET.match(line.text) or _HEADING.match(line.text))


def _continues(group: list[_Line], line: _Line, width: int) -> bool:
    last = group[-1]
    if _opens(line) or _HEADING.match(group[0].text) or _UNDERLINE.fullmatch(line.text):
        return False
    if bool(_QUOTE.match(line.text)) != bool(_QUOTE.match(group[0].text)):
        return False
    if line.indent > last.indent + 1 and not _opens(group[0]):
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
        return Outline(
            tuple(self.parent), ("",) * size, (0,) * size, (0,) * size, tuple(self.signature)
        )


class _Vocabulary:
    """The words of a page, counted only when a broken word asks for them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: frozenset[str] | None = None

    def has(self, word: str) -> bool:
        if self._words is None:
            self._words = frozenset(_WORD.findall(self._text.casefold()))
        return word.casefold() in self._words


def _block(
    index: int, group: list[_Line], text: str, outline: _Outline, known: _Vocabulary
) -> Block:
    first, last = group[0], group[-1]
    alone = last is first
    if alone and not first.field and _is_sound(first.text) and not _marked(first.text):
        shown, kind, level = _unmarked(first.text, group)
        node = outline.at(first.indent)
        return Block(
            index,
            shown,
            first.text,
            kind,
            "",
            node,
            0,
            0,
            0,
            level,
            (),
            0,
            0,
            first.start,
            first.end,
            first.gap,
            first.indent,
        )
    printed = first.text if alone else text[first.start : last.end]
    joined = printed if alone else _joined(group, known)
    marked = _marked(printed)
    if marked if alone else _marked(joined):
        joined = without_marks(joined)
    shown, kind, level = _unmarked(_healed(joined), group)
    cells = (
        tuple(squeeze(cell) for cell in printed.split("\t") if cell.strip())
        if alone and "\t" in printed
        else ()
    )
    if len(cells) > 1 and kind is BlockKind.PARAGRAPH:
        shown, kind = "\t".join(cells), BlockKind.TABLE_ROW
    marks = marks_of(printed, shown) if marked else ()
    linked, stressed = (_covered(marks, "a"), _covered(marks, "b", "i")) if marks else (0, 0)
    own = _OWN.get(first.field, 0) if first.field and not first.tag else 0
    node = outline.at(first.indent)
    cells = cells if kind is BlockKind.TABLE_ROW else ()
    return Block(
        index,
        shown,
        printed,
        kind,
        first.tag,
        node,
        own,
        0,
        0,
        level,
        cells,
        linked,
        stressed,
        first.start,
        last.end,
        first.gap,
        first.indent,
    )


def _marked(printed: str) -> bool:
    """Whether a print may hold marks: links, or signs in pairs."""
    return "](" in printed or printed.count("*") > 1 or printed.count("_") > 1


def _covered(marks: Sequence[Mark], *tags: str) -> int:
    return sum(mark.end - mark.start for mark in marks if mark.tag in tags)


def _joined(group: list[_Line], known: _Vocabulary) -> str:
    """The lines of a paragraph as one text; a hyphen that only the line break put there goes."""
    done: list[str] = []
    """What no line break can touch any more: a text that grows by each of thousands of lines would be copied as often."""
    text = group[0].text
    for line in group[1:]:
        if _UNDERLINE.fullmatch(line.text):
            continue
        done.append(text[:-_ENDING])
        text = text[-_ENDING:]
        after = (
            line.text[match.end() :]
            if (match := _QUOTE.match(line.text)) and _QUOTE.match(group[0].text)
            else line.text
        )
        broken = _BROKEN.search(text, max(0, len(text) - _LONGEST_WORD))
        if broken is None or not after[:1].islower():
            text = f"{text} {after}"
        elif _is_compound(broken.group(1), _WORD.match(after), known):
            text += after
        else:
            text = text[:-1] + after
    return "".join((*done, text))


def _healed(text: str) -> str:
    """A text with single blanks, and without marks that nobody sees."""
    if _is_sound(text) and text[:1] != " " != text[-1:]:
        return text
    return squeeze(text if text.isascii() else INVISIBLE.sub("", text))


def _is_sound(text: str) -> bool:
    """Whether a text has single blanks inside, and no mark that nobody sees: of all blanks only that of ASCII is printable, of what nobody sees nothing."""
    return "  " not in text and text.isprintable()


def _is_compound(first: str, rest: re.Match[str] | None, known: _Vocabulary) -> bool:
    """Whether a hyphen at a line's end is the word's own: both its halves are words of the page, the whole is none."""
    tail = rest.group() if rest else ""
    return not known.has(first + tail) and known.has(first) and len(first) > 2


def _unmarked(text: str, group: list[_Line]) -> tuple[str, BlockKind, int]:
    """A paragraph without its bullet or mark, its kind, and its heading level."""
    if len(group) > 1 and _UNDERLINE.fullmatch(group[-1].text):
        return text, BlockKind.HEADING, 1 if group[-1].text[0] == "=" else 2
    sign = text[:1]
    if sign.isalpha():
        return text, BlockKind.PARAGRAPH, 0
    if match := _BULLET.match(text) or (_DASH.match(text) if group[0].dashed else None):
        return text[match.end() :], BlockKind.LIST_ITEM, 0
    if sign == "#" and (match := _HEADING.match(text)):
        return text[match.end() :].rstrip("# "), BlockKind.HEADING, len(match.group(1))
    if sign == ">" and (match := _QUOTE.match(text)):
        return text[match.end() :], BlockKind.QUOTE, 0
    return text, BlockKind.PARAGRAPH, 0


class TextLocator(Nowhere):
    """The locator of a text page: places are spans, marks stand in the print itself."""

    def marks(self, block: Block) -> tuple[Mark, ...]:
        return marks_of(block.printed, block.text) if block.linked or block.stressed else ()


__all__ = ["TextLocator", "split"]
