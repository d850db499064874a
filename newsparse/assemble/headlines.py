"""The headline's text: what the page prints, made exact by what the head calls the story.

The printed line wins. The head may only part it from what its element holds beside it (a kicker, a
counter), give back the punctuation that the layout replaced, or name the story where the page
prints no line that says so.
"""

from __future__ import annotations

import re
from typing import Final

from newsparse.assemble.context import AssemblyContext
from newsparse.assemble.naming import masthead, without_site
from newsparse.page import Media
from newsparse.read.statements import HeadStatement
from newsparse.records import Headline, Label, ParseWarning, WarningCode
from newsparse.segmenters.claims import Piece
from newsparse.textual import DENSE_SCRIPT, folded_words, normalize

_TITLES: Final = (
    "og:title",
    "twitter:title",
    "dc.title",
    "sailthru.title",
    "parsely-title",
    "headline",
)
_MOST_STRANGE_WORDS: Final = 2
"""A line of at most so many words that shares none with the head's titles is not the headline."""
_LEAST_SHARE: Final = 0.5
"""Share of the printed words that the headline inside them holds."""
_MOST_WORDS_BEFORE: Final = 6
"""Words before the printed line that a title of the head may add."""
_OPEN_COLON = re.compile(r"(?<=\w) :(?=\s)")
_COLON = re.compile(r"\w: \S")
_WORD = re.compile(r"\w+")
_JOINED = re.compile(r"^\s*[:–—|-]\s|\s[:–—|-]\s*$|^:\s|:$")


def headline(context: AssemblyContext) -> tuple[Headline | None, tuple[ParseWarning, ...]]:
    """The headline on the page; where it prints none, what the head says, without the site's name;
    a warning where there is none."""
    found = _headline(context)
    return found, () if found is not None else (_NO_HEADLINE,)


_NO_HEADLINE: Final = ParseWarning(WarningCode.NO_HEADLINE, "the page shows no headline")


def _headline(context: AssemblyContext) -> Headline | None:
    printed = next(
        (
            piece
            for piece in context.labelled(Label.HEADLINE)
            if piece.block == context.view.headline
        ),
        None,
    )
    titles = _titles(context)
    if printed is not None and not _strange(context.text(printed), titles):
        return (
            _within(context, printed, titles)
            or _extended(context, printed, titles)
            or _as_printed(context, printed)
        )
    names = _names(context)
    for statement in titles:
        text = without_site(statement.text, names)
        if text and normalize(text) not in names:
            return Headline(text, statement.raw, statement.source)
    return _as_printed(context, printed) if printed is not None else None


def _names(context: AssemblyContext) -> tuple[str, ...]:
    """Names of the paper, folded: those that the head states, and the one that the record has."""
    found = masthead(context)
    return (*context.houses, normalize(found.name)) if found is not None else context.houses


def _titles(context: AssemblyContext) -> list[HeadStatement]:
    found = [
        *context.statements.item(context.statements.story, "headline"),
        *context.statements.meta(*_TITLES),
    ]
    title = context.statements.title()
    return [
        statement
        for statement in ([*found, title] if title else found)
        if isinstance(statement.value, str)
    ]


def _strange(text: str, titles: list[HeadStatement]) -> bool:
    """Whether a line of one or two words shares none of them with the head's titles."""
    folded = normalize(text)
    mine = folded_words(folded)
    if len(mine) > _MOST_STRANGE_WORDS or not titles:
        return False
    theirs = [normalize(statement.text) for statement in titles]
    if DENSE_SCRIPT.search(folded):
        return not any(folded in one or one in folded for one in theirs)
    return not any(mine & folded_words(one) for one in theirs)


def _as_printed(context: AssemblyContext, piece: Piece) -> Headline:
    raw, source = context.place(piece)
    return Headline(_closed(context, " ".join(context.text(piece).split())), raw, source)


def _closed(context: AssemblyContext, text: str) -> str:
    """On a page of text, a headline without the blank that a renderer put before its colon; kept
    where the story also prints it."""
    if context.page.media is Media.HTML or not _OPEN_COLON.search(text):
        return text
    story = [context.text(piece) for piece in context.labelled(Label.BODY)]
    spaced = any(_OPEN_COLON.search(line) for line in story)
    return (
        text
        if spaced or not any(_COLON.search(line) for line in story)
        else _OPEN_COLON.sub(":", text)
    )


def _within(context: AssemblyContext, piece: Piece, titles: list[HeadStatement]) -> Headline | None:
    """The part of the printed line that a title names, or the line with the title's punctuation."""
    printed = context.text(piece)
    words = list(_WORD.finditer(printed))
    folded = [normalize(word.group()) for word in words]
    for statement in titles:
        wanted = [normalize(word) for word in _WORD.findall(statement.text)]
        if not wanted or len(wanted) < _LEAST_SHARE * len(folded) or len(wanted) < 3:
            continue
        if wanted == folded:
            if normalize(printed) == normalize(statement.text):
                return None
            raw, source = context.place(piece)
            return Headline(_repunctuated(printed, statement.text), raw, source)
        at = _found(wanted, folded)
        if at is None or not _parted(context, piece, words, at, len(wanted)):
            continue
        start, end = words[at].start(), words[at + len(wanted) - 1].end()
        start -= len(printed[:start]) - len(printed[:start].rstrip("\"'“„«‘‹¿¡(["))
        end += len(printed[end:]) - len(printed[end:].lstrip("\"'”“»’›?!.…)]"))
        raw, source = context.place(piece, start, end)
        return Headline(" ".join(printed[start:end].split()), raw, source)
    return None


def _found(wanted: list[str], folded: list[str]) -> int | None:
    """The index at which a title's words start or end the printed ones; None where they do
    neither."""
    if folded[-len(wanted) :] == wanted:
        return len(folded) - len(wanted)
    return 0 if folded[: len(wanted)] == wanted else None


def _parted(
    context: AssemblyContext, piece: Piece, words: list[re.Match[str]], at: int, count: int
) -> bool:
    """Whether the words beside the title stand in an element, or behind a divider, of their own."""
    printed = context.text(piece)
    edge = words[at].start() if at else words[count - 1].end()
    beside = printed[:edge] if at else printed[edge:]
    if _JOINED.search(beside) or "\n" in beside.strip(" "):
        return True
    block = context.block(piece)
    inside = range(max(0, edge - 2), edge + 3)
    return any(
        mark.start in inside or mark.end in inside
        for mark in context.view.marks(block)
        if mark.end - mark.start < len(block.text)
    )


def _repunctuated(printed: str, title: str) -> str:
    """The title's text where it separates with a colon what the layout separates; else the printed
    text."""
    mine = " ".join(printed.split())
    theirs = " ".join(title.split())
    return theirs if (": " in theirs and ": " not in mine) or "\n" in printed.strip() else mine


def _extended(
    context: AssemblyContext, piece: Piece, titles: list[HeadStatement]
) -> Headline | None:
    """The title that JSON-LD and og:title agree on, where it is the printed line with a few words
    before it."""
    stated = [statement for statement in titles if not statement.source.reason.startswith("title")]
    if len(stated) < 2:
        return None
    names = context.houses
    title = normalize(without_site(stated[0].text, names))
    if title != normalize(without_site(stated[1].text, names)):
        return None
    printed = normalize(context.text(piece))
    parted = piece.start > 0  # behind a kicker in the headline's own element
    if not title.endswith(printed) or len(title) > 2 * len(printed) and not parted:
        return None
    before = title[: -len(printed)].rstrip()
    if before.endswith(":") and 1 <= len(before.split()) <= _MOST_WORDS_BEFORE:
        text = without_site(stated[0].text, names)
        return Headline(text, stated[0].raw, stated[0].source)
    return None
