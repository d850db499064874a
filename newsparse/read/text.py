"""From plain text to the same blocks that HTML gives.

Lines are blocks, except that lines which a renderer wrapped are joined again. What HTML says by
elements, a dump says by indentation (containers), bullets (lists), signs (`#`, `>`, `**`), tabs
(tables) and blank lines. All of it becomes the neutral cues of `Block` and `Outline`, so later
steps need not know the medium.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from newsparse.archives import headers
from newsparse.blocks import Block, Mark, Outline
from newsparse.fields.bylines import has_byline_prefix
from newsparse.fields.dates import opens_with_day
from newsparse.fields.notes import note_kind
from newsparse.lexicon.classwords import bit
from newsparse.marks import marks_of, without_marks
from newsparse.page import Nowhere
from newsparse.read.text_columns import (
    FEWEST_IN_ARCHIVE,
    FEWEST_WRAPPED,
    NARROWEST_PAGE,
    breaks_words,
    is_full,
    wrap_width,
)
from newsparse.read.text_gutters import Row, in_reading_order, may_have_columns
from newsparse.records import BlockKind, NoteKind
from newsparse.textual import INVISIBLE, squeeze

_BREAKS: Final = "\r\x0b\x0c\x85\u2028\u2029"
"""Characters that break a line like a newline."""
_BLANKS: Final = (
    " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
    "\u3000\x1c\x1d\x1e\x1f\u00ad\u200b\u2060\ufeff"
)
"""White space and invisible characters at the edges of a line."""
_DASHES: Final = "–—-"
_BULLET = re.compile(r"(?:[*+•◦▪‣●○■□·]|\(?\d{1,3}[.)])[ \t\u00a0]+(?=\w|[\"'“‘„«(\[*_$€£#@¿¡])")
_DASH = re.compile(rf"[{_DASHES}][ \t\u00a0]+(?=\S)")
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_QUOTE = re.compile(r">[ \t]?(?=\S)")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_WORD = re.compile(r"[^\W\d_]+")
_BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_]++)-$")
_HALVES = re.compile(r"(?<![^\W\d_])[^\W\d_]++-[ \t]*+\r?\n[ \t]*+[^\W\d_]++")
"""The two halves of a broken word."""
_LONGEST_WORD: Final = 80
_WORD_END_REACH: Final = _LONGEST_WORD + 1
"""Letters at the end of a text that show a broken word: the word and the letter before it."""
_TAB_WIDTH: Final = 4
_GROUP_OF_FIELD: Final = {
    field: bit(field) for field in ("byline", "date", "caption", "headline", "deck")
}
"""The class-word group that a printed label gives to its value."""
_LONGEST_UNDERLINED: Final = 120
"""Characters of a heading that Markdown underlines."""


class _Line(NamedTuple):
    """One line: its span, its text, its indent, and the blank lines above it.

    A tuple, because that is the cheapest frozen value and a page has hundreds of lines.
    """

    start: int
    end: int
    text: str
    indent: int
    gap: int
    dashed: bool = False
    """Whether a line beside it begins with a dash too."""
    tag: str = ""
    """`headers.LABEL` for a label that was cut off its value."""
    field: str = ""
    """The field of the label before it; "body" goes on over blank lines and is no value."""
    in_column: bool = False
    """Whether other columns stand beside it."""


def split(text: str) -> tuple[tuple[Block, ...], Outline]:
    """The blocks of a plain text in order, and the outline of its indentation."""
    lines = _labelled(_dashed(_lines(text)))
    outline = _Outline()
    known = _Vocabulary(text, broken=breaks_words(lines))
    blocks: list[Block] = []
    for group in _paragraphs(lines):
        blocks.append(_block(len(blocks), group, text, outline, known))
    return tuple(blocks), outline.done()


def _lines(text: str) -> list[_Line]:
    """The lines that are not blank."""
    found: list[_Line] = []
    widths: dict[str, int] = {}
    gap = 0
    for start, row, in_column in _rows(_evenly_broken(text)):
        if shown := row.strip(_BLANKS):
            blanks = row[: row.find(shown[0])]
            if blanks not in widths:  # most lines of a page are indented alike
                widths[blanks] = _width(blanks)
            first = start + len(blanks)
            line = _Line(first, first + len(shown), shown, widths[blanks], gap)
            found.append(line._replace(in_column=True) if in_column else line)
            gap = 0
        else:
            gap += 1
    return found


def _rows(text: str) -> Iterable[tuple[int, str, bool]]:
    """The rows of a text in reading order: where each begins, its text, and whether others stand
    beside it."""
    rows = _offset(text.split("\n"))
    return in_reading_order([Row(*row) for row in rows]) if may_have_columns(text) else rows


def _offset(rows: list[str]) -> Iterator[tuple[int, str, bool]]:
    start = 0
    for row in rows:
        yield start, row, False
        start += len(row) + 1


def _evenly_broken(text: str) -> str:
    """A text with newlines for all line breaks and the same offsets."""
    text = text.replace("\r\n", " \n")
    for sign in _BREAKS:
        text = text.replace(sign, "\n")
    return text


def _width(blanks: str) -> int:
    """The columns of leading white space."""
    blanks = INVISIBLE.sub("", blanks)
    return len(blanks) + (_TAB_WIDTH - 1) * blanks.count("\t")


def _dashed(lines: list[_Line]) -> list[_Line]:
    """Mark lines with a dash that follow each other: a list. A lone one is a signature or rule."""
    begins = [line.text[0] in _DASHES and _DASH.match(line.text) is not None for line in lines]
    if not any(begins):
        return lines
    rows = [False, *begins, False]
    return [
        line._replace(dashed=rows[at] and (rows[at - 1] or rows[at + 1]))
        for at, line in enumerate(lines, start=1)
    ]


def _labelled(lines: list[_Line]) -> list[_Line]:
    """The lines, with the labels of an archive header as separate lines."""
    known = headers.find([line.text for line in lines])
    if not known:
        return lines
    found: list[_Line] = []
    for at, line in enumerate(lines):
        label, length = known.get(at, ("", 0))
        if not label:
            before = found[-1] if found else None
            follows = before is not None and not line.gap and before.field != "body"
            field = before.field if before is not None and follows else ""
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


_TAG_OF: Final = attrgetter("tag")
_IN_COLUMN: Final = attrgetter("in_column")


def _paragraphs(lines: list[_Line]) -> list[list[_Line]]:
    """The lines of each paragraph."""
    is_archive = any(map(_TAG_OF, lines))
    if any(map(_IN_COLUMN, lines)):
        prose = [line for line in lines if line.in_column]
    else:
        prose = [line for line in lines if not line.tag and line.field in _PROSE]
    width = wrap_width(prose, _opens, FEWEST_IN_ARCHIVE if is_archive else FEWEST_WRAPPED)
    groups: list[list[_Line]] = []
    for line in lines:
        if line.gap or not groups or line.tag != groups[-1][-1].tag:
            groups.append([line])
        elif _belongs(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return _with_whole_headings(groups, width) if width else groups


_PROSE: Final = frozenset(("", "body"))
"""Fields of lines that may be the story's; values in a header are wrapped as they come."""


def _with_whole_headings(groups: list[list[_Line]], width: int) -> list[list[_Line]]:
    """The paragraphs, with the lines of a heading above the story as one.

    A heading has no full lines. Its second line goes on in small letters, or in capitals like the
    first.
    """
    top = next((at for at, group in enumerate(groups) if _is_prose(group, width)), 0)
    found: list[list[_Line]] = []
    for group in groups[:top]:
        if found and not _is_page_head(found[-1][-1], width) and _goes_on(found[-1], group):
            found[-1] = [*found[-1], *group]
        else:
            found.append(group)
    return [*found, *groups[top:]]


def _is_prose(group: list[_Line], width: int) -> bool:
    return sum(len(line.text) for line in group) > width * 2


def _is_page_head(line: _Line, width: int) -> bool:
    """Whether a line is the head of a printed page: wider than a column, or capitals and a year."""
    return _is_too_wide(line, width) or (
        _YEAR_END.search(line.text) is not None and line.text.isupper()
    )


_YEAR_END = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d\.?$")


def _goes_on(heading: list[_Line], group: list[_Line]) -> bool:
    """Whether a line goes on with the heading above it."""
    above, line = heading[-1], group[0]
    if len(heading) >= _MOST_LINES_OF_HEADING:
        return False
    if line.gap or line.tag or line.field or above.field or _opens(line):
        return False
    if above.text[-1] in _HEADING_ENDS or has_byline_prefix(line.text):
        return False
    if has_byline_prefix(heading[0].text):
        return False
    in_capitals = above.text.isupper() and line.text.isupper()
    return in_capitals or line.text[0].islower() and len(above.text) >= _SHORTEST_HEADING


_HEADING_ENDS: Final = ".!?:;)"
_MOST_LINES_OF_HEADING: Final = 3
_SHORTEST_HEADING: Final = 20
"""Characters of a line that small letters below it may go on with."""


def _belongs(group: list[_Line], line: _Line, width: int) -> bool:
    """Whether a line is part of the paragraph directly above it."""
    if line.field and _is_value(group, line):
        return True
    if line.text[0] in "=-" and _underlines(group, line):
        return True
    return bool(width) and _continues(group, line, width)


def _is_value(group: list[_Line], line: _Line) -> bool:
    """Whether a line continues the value of a label."""
    return not line.tag and line.field == group[-1].field != "body"


def _underlines(group: list[_Line], line: _Line) -> bool:
    """Whether a line is the underline of a Markdown heading."""
    above = group[-1].text
    return (
        len(group) == 1
        and len(above) <= _LONGEST_UNDERLINED
        and bool(_UNDERLINE.fullmatch(line.text))
        and above[-1:] not in ".,-="
        and not _UNDERLINE.match(above)
    )


def _opens(line: _Line) -> bool:
    """Whether a line begins a list item or a heading."""
    return line.dashed or bool(_bullet(line.text) or _HEADING.match(line.text))


def _bullet(text: str) -> re.Match[str] | None:
    """The mark of a list item; the number of a day before its month is none."""
    match = _BULLET.match(text)
    return None if match is not None and text[0].isdigit() and opens_with_day(text) else match


def _continues(group: list[_Line], line: _Line, width: int) -> bool:
    """Whether a line goes on with a paragraph that was wrapped at a column."""
    last = group[-1]
    if _is_jump(line) or _is_jump(last):
        return False
    if _opens(line) or _HEADING.match(group[0].text) or _UNDERLINE.fullmatch(line.text):
        return False
    if bool(_QUOTE.match(line.text)) != bool(_QUOTE.match(group[0].text)):
        return False
    if line.indent > last.indent + 1 and not _opens(group[0]):
        return False
    if _is_too_wide(line, width) or _is_page_head(last, width):
        return False
    if width < NARROWEST_PAGE and line.text[:1].islower() and last.text[-1:] == "-":
        return True
    return is_full(last.indent + len(last.text), line.text, width)


def _is_too_wide(line: _Line, width: int) -> bool:
    """Whether a line was not wrapped at a column: a word begins beyond it."""
    return line.indent + line.text.rfind(" ") >= width


def _is_jump(line: _Line) -> bool:
    """Whether a line sends the reader to another page; it breaks the paragraph around it."""
    return (
        len(line.text) <= _LONGEST_JUMP
        and line.text[-1] in ")]"
        and line.text[0] in "(["
        and note_kind(line.text, (NoteKind.JUMP,)) is NoteKind.JUMP
    )


_LONGEST_JUMP: Final = 60


class _Outline:
    """Containers by indentation: a line is inside the last line with a smaller indent."""

    def __init__(self) -> None:
        self.parent: list[int] = [-1]
        self.signature: list[str] = ["text"]
        self._open: list[tuple[int, int]] = [(-1, 0)]

    def at(self, indent: int) -> int:
        """The container of a line with an indent."""
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
    """The words of a page, collected when the first broken word needs them."""

    def __init__(self, text: str, *, broken: bool) -> None:
        self._text = text
        self._words: frozenset[str] | None = None
        self.broken = broken
        """Whether the page breaks words at line ends."""

    def has(self, word: str) -> bool:
        if self._words is None:
            text = _HALVES.sub(" ", self._text) if self.broken else self._text
            self._words = frozenset(_WORD.findall(text.casefold()))
        return word.casefold() in self._words


def _block(
    index: int, group: list[_Line], text: str, outline: _Outline, known: _Vocabulary
) -> Block:
    """The block of a paragraph."""
    first, last = group[0], group[-1]
    if last is first and not first.field and _is_clean(first.text) and not _marked(first.text):
        return _plain_block(index, first, outline)
    printed = _printed(group, text)
    joined = printed if last is first else _joined(group, known)
    if _marked(joined):
        joined = without_marks(joined)
    shown, kind, level = _unmarked(_cleaned(joined), group)
    cells = _cells(printed) if last is first and kind is BlockKind.PARAGRAPH else ()
    if cells:
        shown, kind = "\t".join(cells), BlockKind.TABLE_ROW
    marks = marks_of(printed, shown) if _marked(printed) else ()
    return Block(
        index,
        shown,
        printed,
        kind,
        tag=first.tag,
        node=outline.at(first.indent),
        own=_GROUP_OF_FIELD.get(first.field, 0) if first.field and not first.tag else 0,
        level=level,
        cells=cells,
        linked=_covered(marks, "a"),
        stressed=_covered(marks, "b", "i"),
        start=first.start,
        end=last.end,
        stretches=tuple((line.start, line.end) for line in group) if _is_in_column(group) else (),
        gap=first.gap,
        indent=first.indent,
    )


def _printed(group: list[_Line], text: str) -> str:
    """What the page prints of a paragraph: a slice, or the rows of its column."""
    if len(group) == 1:
        return group[0].text
    if _is_in_column(group):
        return "\n".join(line.text for line in group)
    return text[group[0].start : group[-1].end]


def _is_in_column(group: list[_Line]) -> bool:
    return len(group) > 1 and any(line.in_column for line in group)


def _plain_block(index: int, line: _Line, outline: _Outline) -> Block:
    """The block of a single line that needs no cleaning, as most do."""
    shown, kind, level = _unmarked(line.text, [line])
    return Block(
        index,
        shown,
        line.text,
        kind,
        node=outline.at(line.indent),
        level=level,
        start=line.start,
        end=line.end,
        gap=line.gap,
        indent=line.indent,
    )


def _cells(printed: str) -> tuple[str, ...]:
    """The cells of a line with tabs; none where there are fewer than two."""
    if "\t" not in printed:
        return ()
    cells = tuple(squeeze(cell) for cell in printed.split("\t") if cell.strip())
    return cells if len(cells) > 1 else ()


def _marked(printed: str) -> bool:
    """Whether a print may hold Markdown marks: links or pairs of signs."""
    return "](" in printed or printed.count("*") > 1 or printed.count("_") > 1


def _covered(marks: Sequence[Mark], *tags: str) -> int:
    return sum(mark.end - mark.start for mark in marks if mark.tag in tags)


def _joined(group: list[_Line], known: _Vocabulary) -> str:
    """The lines of a paragraph as one text, without the hyphens of broken words."""
    done: list[str] = []
    """Text before the last word. Appending thousands of lines to one string would be quadratic."""
    text = group[0].text
    quoted = _QUOTE.match(text) is not None
    for line in group[1:]:
        if _UNDERLINE.fullmatch(line.text):
            continue
        done.append(text[:-_WORD_END_REACH])
        text = text[-_WORD_END_REACH:]
        sign = _QUOTE.match(line.text) if quoted else None
        after = line.text[sign.end() :] if sign else line.text
        broken = _BROKEN.search(text, max(0, len(text) - _LONGEST_WORD))
        if broken is None or not after[:1].islower():
            text = f"{text} {after}"
        elif _is_compound(broken.group(1), _WORD.match(after), known):
            text += after
        else:
            text = text[:-1] + after
    return "".join((*done, text))


def _cleaned(text: str) -> str:
    """A text with single spaces and without invisible characters."""
    if _is_clean(text) and text[:1] != " " != text[-1:]:
        return text
    return squeeze(text if text.isascii() else INVISIBLE.sub("", text))


def _is_clean(text: str) -> bool:
    """Whether a text needs no cleaning: single spaces, all characters printable."""
    return "  " not in text and text.isprintable()


def _is_compound(first: str, rest: re.Match[str] | None, known: _Vocabulary) -> bool:
    """Whether a hyphen is part of the word: the page has its first half, not the whole; where the
    page breaks words, both halves elsewhere."""
    tail = rest.group() if rest else ""
    if known.has(first + tail) or not known.has(first) or len(first) <= 2:
        return False
    return not known.broken or known.has(tail)


def _unmarked(text: str, group: list[_Line]) -> tuple[str, BlockKind, int]:
    """A paragraph without its bullet or sign, its kind, and its heading level."""
    if len(group) > 1 and _UNDERLINE.fullmatch(group[-1].text):
        return text, BlockKind.HEADING, 1 if group[-1].text[0] == "=" else 2
    sign = text[:1]
    if sign.isalpha():
        return text, BlockKind.PARAGRAPH, 0
    if match := _bullet(text) or (_DASH.match(text) if group[0].dashed else None):
        return text[match.end() :], BlockKind.LIST_ITEM, 0
    if sign == "#" and (match := _HEADING.match(text)):
        return text[match.end() :].rstrip("# "), BlockKind.HEADING, len(match.group(1))
    if sign == ">" and (match := _QUOTE.match(text)):
        return text[match.end() :], BlockKind.QUOTE, 0
    return text, BlockKind.PARAGRAPH, 0


class TextLocator(Nowhere):
    """The locator of a text page, whose marks are part of its text."""

    def marks(self, block: Block) -> tuple[Mark, ...]:
        return marks_of(block.printed, block.text) if block.linked or block.stressed else ()


__all__ = ["TextLocator", "split"]
