"""The card: a record at a glance, for a terminal of 80 columns, with or without colour."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from newsparse.exports.columns import WIDTH, Line, columns, show
from newsparse.printed.chars import shown
from newsparse.printed.lines import byline_text, credit_text, dateline_text
from newsparse.records import Article, Caption, Masthead, Moment, NoteKind, WarningCode

if TYPE_CHECKING:
    from rich.console import RenderableType

_SHOWN_PARAGRAPHS: Final = 3
"""Paragraphs of the body that a card shows."""
_SHOWN_CHARACTERS: Final = 280
"""Characters of a paragraph, caption or note that a card shows."""
_LISTED: Final = 4
"""Captions, notes and warnings that a card shows, each."""
_PARTIAL: Final = frozenset(
    (WarningCode.NO_BODY, WarningCode.NOT_AN_ARTICLE, WarningCode.EMPTY, WarningCode.BINARY)
)
"""Warnings of a page without a story. They are shown in red."""


def card(article: Article) -> RenderableType:
    """The record as something that rich renders in the width available."""
    from rich.console import Group
    from rich.rule import Rule
    from rich.text import Text

    parts: list[RenderableType] = []
    for section in (
        _head(article),
        _who(article),
        _story(article),
        _pictures(article),
        _notes(article),
        _warnings(article),
    ):
        grid = columns(section)
        if grid.row_count:
            parts += [Text(""), grid] if parts else [grid]
    rule = Rule(style="dim")
    return Group(
        rule,
        *parts,
        rule,
        Text(f" {_footer(article)}", style="dim", overflow="ellipsis", no_wrap=True),
    )


def plain_card(article: Article) -> str:
    """The card in 80 columns, without colour.

    >>> from newsparse.records import Headline
    >>> printed = plain_card(Article(headline=Headline("Rain falls")))
    >>> "headline Rain falls" in " ".join(printed.split())
    True
    """
    from rich.console import Console

    sheet = io.StringIO()
    show(
        card(article),
        Console(
            file=sheet,
            width=WIDTH,
            color_system=None,
            force_terminal=False,
            legacy_windows=False,
            _environ={},
        ),
    )
    return "\n".join(line.rstrip() for line in sheet.getvalue().splitlines()).strip("\n")


def _head(article: Article) -> Iterator[Line]:
    if article.masthead is not None:
        yield Line("masthead", tuple(_masthead(article.masthead)))
    kicker, headline, deck = article.kicker, article.headline, article.deck
    if kicker is not None:
        yield Line("kicker", ((" / ".join(kicker.path) or kicker.text, "magenta"),))
    yield Line(
        "headline",
        (
            (_short(headline.text), "bold")
            if headline is not None
            else ("none found", "italic red"),
        ),
    )
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
    for number, block in enumerate(blocks[:_SHOWN_PARAGRAPHS]):
        if number:
            yield Line("", ())
        yield Line("" if number else "body", ((_short(block.text), ""),))
    if len(blocks) > _SHOWN_PARAGRAPHS:
        rest = sum(len(block.text.split()) for block in blocks[_SHOWN_PARAGRAPHS:])
        more = _counted(len(blocks) - _SHOWN_PARAGRAPHS, "more block")
        yield Line("", ((f"… {more}, {_counted(rest, 'word')}", "dim"),))


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
        style = "bold yellow" if note.kind is NoteKind.CORRECTION else "bold"
        kind = (
            "" if note.text.casefold().startswith(note.kind.value[:8]) else f"{note.kind.value}: "
        )
        yield Line("note", ((kind, style), (_short(note.text), "" if kind else style)))
    yield from _more(len(article.notes), "note")


def _warnings(article: Article) -> Iterator[Line]:
    for warning in article.warnings[:_LISTED]:
        style = "bold red" if warning.code in _PARTIAL else "bold yellow"
        yield Line("warning", ((warning.code.value, style), (f" {_short(warning.message)}", "")))
    yield from _more(len(article.warnings), "warning")


def _more(count: int, noun: str) -> Iterator[Line]:
    if count > _LISTED:
        yield Line("", ((f"… {_counted(count - _LISTED, f'more {noun}')}", "dim"),))


def _footer(article: Article) -> str:
    """Facts about the page in one line."""
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
    return (
        words if len(words) <= _SHOWN_CHARACTERS else words[: _SHOWN_CHARACTERS - 1].rstrip() + "…"
    )


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _day(value: Moment | int) -> str:
    """A date to read, in no language: 2022-09-06, 2022-09-06 18:30 +02:00.

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
