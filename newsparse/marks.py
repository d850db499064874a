"""Markdown marks in a line of text: links, bold and italic words, underlines, quotation signs.

Only what a renderer writes counts as a mark: pairs around words, and links with an address.
`printed` is the slice of the page with its marks; `align` finds a span of the text without marks in
it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from newsparse.blocks import Mark
from newsparse.textual import INVISIBLE

_LINK: Final = re.compile(
    r"!?\[([^\[\]\n]{1,300})\]\(<?([^()\s<>]{1,500})>?(?:\s+\"[^\"\n]{0,200}\")?\)"
)
_STRONG: Final = re.compile(
    r"(?<![\w*])(\*\*\*|\*\*|\*)(?=[^\s*])([^*\n]{1,300}?)(?<=[^\s*])\1(?![\w*])"
)
_UNDERSCORED: Final = re.compile(
    r"(?<![\w_])(__|_)(?=[^\s_])([^_\n]{1,300}?)(?<=[^\s_])\1(?![\w_])"
)
_UNDERLINE: Final = re.compile(r"\n[ \t]*(?:={3,}|-{3,})[ \t]*$")
_QUOTED: Final = re.compile(r"(?<=\n)[ \t]*>[ \t]?")
_PAIRS: Final = (_STRONG, _UNDERSCORED)

Span = tuple[int, int]


def mark_spans(printed: str) -> list[Span]:
    """The spans of a printed block that are marks and not words, in order, without overlaps.

    >>> printed = "see [the *map*](https://a.example/m)"
    >>> [printed[start:end] for start, end in mark_spans(printed)]
    ['[', '*', '*', '](https://a.example/m)']
    """
    found: set[Span] = set()
    if "](" in printed:
        for match in _LINK.finditer(printed):
            found |= {(match.start(), match.start(1)), (match.end(1), match.end())}
    for pattern in _PAIRS if "*" in printed or "_" in printed else ():
        for match in pattern.finditer(printed):
            found |= {
                (match.start(), match.end(1)),
                (match.end() - len(match.group(1)), match.end()),
            }
    if "\n" in printed:
        found |= {
            match.span() for pattern in (_UNDERLINE, _QUOTED) for match in pattern.finditer(printed)
        }
    return _without_overlaps(found)


def _without_overlaps(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, without those that begin inside another."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def without_marks(printed: str) -> str:
    """A printed block without its marks.

    >>> without_marks("the **old** [bridge](/b)")
    'the old bridge'
    """
    pieces: list[str] = []
    at = 0
    for start, end in mark_spans(printed):
        pieces.append(printed[at:start])
        at = end
    return "".join([*pieces, printed[at:]])


def marks_of(printed: str, text: str) -> tuple[Mark, ...]:
    """The links and the bold or italic words of a block as marks on its text.

    >>> marks_of("see [the map](/m) now", "see the map now")
    (Mark(start=4, end=11, tag='a', words=0, href='/m', datetime=''),)
    """
    found: list[Mark] = []
    places = None
    for pattern, group, tag in ((_LINK, 1, "a"), (_STRONG, 2, "b"), (_UNDERSCORED, 2, "i")):
        for match in pattern.finditer(printed):
            places = places if places is not None else _places(printed, text)
            inside = [
                at
                for at, place in enumerate(places)
                if match.start(group) <= place < match.end(group)
            ]
            if inside:
                found.append(
                    Mark(inside[0], inside[-1] + 1, tag, 0, match.group(2) if tag == "a" else "")
                )
    return tuple(sorted(found, key=lambda mark: (mark.start, -mark.end)))


def align(printed: str, text: str, start: int, end: int) -> Span:
    """The span in `printed` of `text[start:end]`, where `text` is the cleaned form of `printed`.

    Cleaning only drops characters (marks, bullets, soft hyphens, the hyphen of a broken word) and
    folds white space, so the letters of `text` follow each other in `printed`.

    >>> align("* one\\u00ad  two", "one two", 4, 7)
    (8, 11)
    >>> align("1. [1 bridge](/b) closed", "1 bridge closed", 0, 8)
    (4, 12)
    """
    if text == printed or text.replace("\n", " ") == printed:
        return _trimmed(text, start, end)
    places = _places(printed, text)
    inside = [
        place
        for letter, place in zip(text[start:end], places[start:end], strict=False)
        if place >= 0 and not letter.isspace()
    ]
    return (inside[0], inside[-1] + 1) if inside else (0, len(printed))


def _trimmed(text: str, start: int, end: int) -> Span:
    """A span without the white space at its ends; the whole text if it is all white space."""
    piece = text[start:end]
    first = len(piece) - len(piece.lstrip())
    size = len(piece.strip())
    return (start + first, start + first + size) if size else (0, len(text))


def _places(printed: str, text: str) -> list[int]:
    """The place in `printed` of each letter of `text`; white space follows the letter before it."""
    letters = [at for at, letter in enumerate(printed) if not letter.isspace()]
    wanted = "".join(text.split())
    if len(letters) != len(wanted) or "".join(map(printed.__getitem__, letters)) != wanted:
        letters = _matched(printed, wanted)
    places: list[int] = []
    at = 0
    for letter in text:
        if letter.isspace():
            places.append(places[-1] + 1 if places else 0)
        else:
            places.append(letters[at] if at < len(letters) else -1)
            at += 1
    return places


def _matched(printed: str, wanted: str) -> list[int]:
    """The places of the wanted letters in a print that holds more letters."""
    marks = {at for start, end in mark_spans(printed) for at in range(start, end)}
    kept = [
        at
        for at, letter in enumerate(printed)
        if at not in marks and not letter.isspace() and not INVISIBLE.match(letter)
    ]
    if "".join(map(printed.__getitem__, kept)).endswith(wanted):
        return kept[len(kept) - len(wanted) :]
    at = _marker(printed, kept, wanted)
    found: list[int] = []
    for letter in wanted:
        while at < len(kept) and printed[kept[at]] != letter:
            at += 1
        if at >= len(kept):
            break
        found.append(kept[at])
        at += 1
    return found


_LONGEST_MARKER: Final = 5
"""Letters of a bullet or number before a text."""
_TEXT_START: Final = 8
"""Letters by which the start of a text is recognised."""


def _marker(printed: str, kept: list[int], wanted: str) -> int:
    """The number of kept letters that are a bullet or number before the text."""
    for at in range(min(_LONGEST_MARKER + 1, len(kept))):
        start = "".join(map(printed.__getitem__, kept[at : at + _TEXT_START]))
        if start == wanted[:_TEXT_START]:
            return at
    return 0
