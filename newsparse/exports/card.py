"""The card: a record at a glance, in a terminal of 80 columns, with or without colour.

A column of field names, a column of what the page prints. Text that runs from right to left stands at the right
edge of its column, each line isolated (Unicode Standard Annex 9), and a line that holds any opens with a
left-to-right mark: a terminal that orders words by direction then leaves the columns in place.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

import attrs

from newsparse.exports.chars import shown
from newsparse.exports.lines import byline_text, credit_text, dateline_text
from newsparse.records import Article, Caption, Masthead, Moment, NoteKind, WarningCode

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.text import Text

WIDTH: Final = 80
_PARAGRAPHS: Final = 3
"""Paragraphs of the body that a card shows."""
_LENGTH: Final = 280
"""Characters of a paragraph, caption or note that a card shows."""
_LISTED: Final = 4
"""Captions, notes and warnings that a card shows, of each."""
_LABELS: Final = 9
"""Columns of the longest field name, "published"."""
_MARK, _ISOLATE, _POP = "\u200e", "\u2067", "\u2069"
"""Left-to-right mark; right-to-left isolate, and its end."""
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_PARTIAL: Final = frozenset((WarningCode.NO_BODY, WarningCode.NOT_AN_ARTICLE, WarningCode.EMPTY, WarningCode.BINARY))
"""Warnings after which the record is no story; they are shown in red."""


@attrs.frozen
class Line:
    """One row of the card: a field's name, its words in (text, style) pieces."""

    label: str
    pieces: tuple[tuple[str, str], ...]


def card(article: Article) -> RenderableType:
    """The record as something that rich renders in the width it is given."""
    from rich.console import Group
    from rich.rule import Rule
    from rich.table import Table
    from rich.text import Text

    parts: list[RenderableType] = []
    for section in (_head(article), _who(article), _story(article), _pictures(article), _notes(article), _warnings(article)):
        grid = Table.grid(padding=(0, 1, 0, 1), expand=True)
        grid.add_column(justify="right", width=_LABELS, style="dim", no_wrap=True)
        grid.add_column(ratio=1)
        for line in section:
            grid.add_row(line.label, _printed(line))
        if grid.row_count:
            parts += [Text(""), grid] if parts else [grid]
    rule = Rule(style="dim")
    return Group(rule, *parts, rule, Text(f" {_footer(article)}", style="dim", overflow="ellipsis", no_wrap=True))


def print_card(article: Article, console: Console) -> None:
    """The card on a console, at most 80 columns wide."""
    width = min(console.width, WIDTH)
    for line in console.render_lines(card(article), console.options.update(width=width), pad=False, new_lines=True):
        words = "".join(segment.text for segment in line)
        console.out(_MARK if _RIGHT_TO_LEFT.search(words) else "", end="", highlight=False)
        console.print(_Rendered(line), end="", soft_wrap=True)


@attrs.frozen
class _Rendered:
    """Segments that were laid out already."""

    segments: Sequence[object]

    def __rich_console__(self, console: object, options: object) -> Iterator[object]:
        yield from self.segments


def plain_card(article: Article) -> str:
    """The card in 80 columns, without colour.

    >>> from newsparse.records import Headline
    >>> "headline Rain falls" in " ".join(plain_card(Article(headline=Headline("Rain falls"))).split())
    True
    """
    from rich.console import Console

    sheet = io.StringIO()
    print_card(article, Console(file=sheet, width=WIDTH, color_system=None, force_terminal=False, legacy_windows=False, _environ={}))
    return "\n".join(line.rstrip() for line in sheet.getvalue().splitlines()).strip("\n")


@attrs.frozen
class _FromTheRight:
    """A text that runs from right to left, wrapped and set against the right edge."""

    text: Text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        for line in self.text.wrap(console, options.max_width, justify="left", overflow="fold"):
            line.rstrip()
            blanks = " " * max(0, options.max_width - line.cell_len)
            yield line.assemble(blanks, _ISOLATE, line, _POP, no_wrap=True, overflow="ignore")


def _printed(line: Line) -> Text | _FromTheRight:
    from rich.text import Text

    text = Text.assemble(*((shown(words), style) for words, style in line.pieces), overflow="fold")
    return _FromTheRight(text) if _runs_left(text.plain) else text


def _runs_left(words: str) -> bool:
    """Whether the first letter that has a direction runs from right to left (rule P2 of the bidirectional algorithm)."""
    return next((way != "L" for way in map(unicodedata.bidirectional, words) if way in ("L", "R", "AL")), False)


def _head(article: Article) -> Iterator[Line]:
    if article.masthead is not None:
        yield Line("masthead", tuple(_masthead(article.masthead)))
    kicker, headline, deck = article.kicker, article.headline, article.deck
    if kicker is not None:
        yield Line("kicker", ((" › ".join(kicker.path) or kicker.text, "magenta"),))
    yield Line("headline", ((_short(headline.text), "bold") if headline is not None else ("none found", "italic red"),))
    if deck is not None:
        yield Line("deck", ((_short(deck.text), "italic"),))


def _masthead(masthead: Masthead) -> Iterator[tuple[str, str]]:
    yield masthead.name, "bold cyan"
    if masthead.place:
        yield f" · {masthead.place}", "cyan"
    if masthead.established is not None:
        yield f" · est. {_day(masthead.established)}", "cyan"


def _who(article: Article) -> Iterator[Line]:
    for line in article.bylines:
        yield Line("byline", ((byline_text(line), "green"),))
        if len(line.authors) > 1:
            yield Line("authors", ((" · ".join(line.names), ""),))
        if line.agency and line.agency != byline_text(line):
            yield Line("agency", ((line.agency, ""),))
    if article.dateline is not None:
        yield Line("dateline", ((dateline_text(article.dateline), "green"),))
    for label, value in (("published", article.published), ("updated", article.updated)):
        if value is not None:
            yield Line(label, ((_day(value), "yellow"),))


def _story(article: Article) -> Iterator[Line]:
    blocks = [block for block in article.body if block.text.strip()]
    for number, block in enumerate(blocks[:_PARAGRAPHS]):
        if number:
            yield Line("", ())
        yield Line("" if number else "body", ((_short(block.text), ""),))
    if len(blocks) > _PARAGRAPHS:
        rest = sum(len(block.text.split()) for block in blocks[_PARAGRAPHS:])
        yield Line("", ((f"… {_counted(len(blocks) - _PARAGRAPHS, 'more block')}, {_counted(rest, 'word')}", "dim"),))


def _pictures(article: Article) -> Iterator[Line]:
    for caption in article.captions[:_LISTED]:
        yield Line("caption", tuple(_caption(caption)))
    yield from _more(len(article.captions), "caption")


def _caption(caption: Caption) -> Iterator[tuple[str, str]]:
    credit = credit_text(caption.credit)
    if caption.text:
        yield _short(caption.text), ""
    if credit:
        yield f"{' ' if caption.text else ''}({credit})", "blue"


def _notes(article: Article) -> Iterator[Line]:
    for note in article.notes[:_LISTED]:
        yield Line("note", ((f"{note.kind.value}: ", "bold yellow" if note.kind is NoteKind.CORRECTION else "bold"), (_short(note.text), "")))
    yield from _more(len(article.notes), "note")


def _warnings(article: Article) -> Iterator[Line]:
    for warning in article.warnings[:_LISTED]:
        yield Line("warning", ((warning.code.value, "bold red" if warning.code in _PARTIAL else "bold yellow"), (f" {_short(warning.message)}", "")))
    yield from _more(len(article.warnings), "warning")


def _more(count: int, noun: str) -> Iterator[Line]:
    if count > _LISTED:
        yield Line("", ((f"… {_counted(count - _LISTED, f'more {noun}')}", "dim"),))


def _footer(article: Article) -> str:
    """What there is to know of the page in one line."""
    facts: Iterable[str | None] = (
        article.kind.value,
        _counted(len(article.text.split()), "word"),
        {True: "wire", False: "own story", None: None}[article.is_wire],
        {True: "free", False: "not free", None: None}[article.is_free],
        article.language,
        article.section,
        f"profile {article.profile}" if article.profile else None,
    )
    return shown(" · ".join(fact for fact in facts if fact)).replace("\n", " ")


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LENGTH else words[: _LENGTH - 1].rstrip() + "…"


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _day(value: Moment | int) -> str:
    """A date as it is read, in the words of no locale: 2022-09-06, 2022-09-06 18:30 +02:00.

    >>> _day(dt.datetime(2022, 9, 6, 18, 30, tzinfo=dt.timezone(dt.timedelta(hours=2))))
    '2022-09-06 18:30 +02:00'
    """
    if isinstance(value, int):
        return str(value)
    if not isinstance(value, dt.datetime):
        return value.isoformat()
    clock = value.strftime("%H:%M") if not value.second else value.strftime("%H:%M:%S")
    zone = value.isoformat()[-6:] if value.tzinfo is not None else ""
    return f"{value.date().isoformat()} {clock} {zone}".rstrip()
