"""Field names in one column, the words of the page in another, for any script.

Right-to-left text is aligned to the right edge of its column, and each line is isolated (Unicode
Standard Annex 9). A line with such text begins with a left-to-right mark, so that a terminal that
orders words by direction leaves the columns in place.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

import attrs

from newsparse.printed.chars import shown

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.segment import Segment
    from rich.table import Table
    from rich.text import Text

WIDTH: Final = 80
_LABEL_COLUMNS: Final = 9
"""Columns of the longest field name, "published"."""
_MARK, _ISOLATE, _POP = "\u200e", "\u2067", "\u2069"
"""Left-to-right mark; right-to-left isolate, and its end."""
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@attrs.frozen
class Line:
    """A field name, and its words as (text, style) pieces."""

    label: str
    pieces: tuple[tuple[str, str], ...]


def columns(lines: Iterable[Line]) -> Table:
    """Lines in two columns."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 1, 0, 1), expand=True)
    grid.add_column(justify="right", width=_LABEL_COLUMNS, style="dim", no_wrap=True)
    grid.add_column(ratio=1)
    for line in lines:
        grid.add_row(line.label, _words(line))
    return grid


def console() -> Console:
    """The console of standard output: coloured on a terminal unless NO_COLOR is set, plain in a
    pipe.
    """
    from rich.console import Console

    sheet = Console(file=sys.stdout, highlight=False, legacy_windows=False)
    if not sheet.is_terminal:
        sheet.width = WIDTH
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    return sheet


def show(what: RenderableType, sheet: Console) -> None:
    """Print `what` on a console, at most 80 columns wide."""
    options = sheet.options.update(width=min(sheet.width, WIDTH))
    for segments in sheet.render_lines(what, options, pad=False, new_lines=True):
        sheet.print(_Rendered(segments), end="", soft_wrap=True)


@attrs.frozen
class _Rendered:
    """A line that is already laid out."""

    segments: Sequence[Segment]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        from rich.segment import Segment

        if any(_RIGHT_TO_LEFT.search(segment.text) for segment in self.segments):
            yield Segment(_MARK)
        kept = list(self.segments)
        while kept and not kept[-1].text.strip() and not kept[-1].control:
            kept.pop()
        *before, last = kept or [Segment("")]
        yield from (*before, Segment(last.text.rstrip(), last.style), Segment("\n"))


@attrs.frozen
class _FromTheRight:
    """Right-to-left text, wrapped and aligned to the right edge."""

    text: Text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        for line in self.text.wrap(console, options.max_width, justify="left", overflow="fold"):
            line.rstrip()
            blanks = " " * max(0, options.max_width - line.cell_len)
            yield line.assemble(blanks, _ISOLATE, line, _POP, no_wrap=True, overflow="ignore")


def _words(line: Line) -> Text | _FromTheRight:
    from rich.text import Text

    text = Text.assemble(*((shown(words), style) for words, style in line.pieces), overflow="fold")
    return _FromTheRight(text) if runs_left(text.plain) else text


def runs_left(words: str) -> bool:
    """Whether the first letter with a direction runs from right to left (rule P2 of the
    bidirectional algorithm).

    >>> runs_left("«Rain»"), runs_left("«مطر» in Cairo")
    (False, True)
    """
    return next(
        (way != "L" for way in map(unicodedata.bidirectional, words) if way in ("L", "R", "AL")),
        False,
    )
