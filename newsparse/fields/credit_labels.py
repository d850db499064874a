"""What introduces a credit ("Photo:", "Foto von", ©), and the credit proper without it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsparse.lexicon.languages import spoken
from newsparse.textual import DENSE_SCRIPT, any_of

_COPYRIGHT = re.compile(r"(?:©|[(（][cｃ][)）]|copyright)\s?(?:\d{4}\b)?\s?", re.IGNORECASE)
_RIGHTS_MARK = r"(?:©|[(（][cｃ][)）]|copyright)"
_RIGHTS = re.compile(
    rf"{_RIGHTS_MARK}\s?{_RIGHTS_MARK}|{_RIGHTS_MARK}[^\n]{{0,40}}\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""What says who holds the rights to a page: the sign and the word, or the sign and a year."""
_TOOK = re.compile(
    r"(?<=[\u3400-\u9fff\u3040-\u30ff])\s?"
    rf"{any_of(spoken(lambda language: language.photo_taken_words))}[）)〕]?$"
    rf"|(?<=[\uac00-\ud7af])\s?(?:{'|'.join(spoken(lambda one: one.photo_reporter_patterns))})$"
)
"""A word behind a name for having taken the picture."""
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|Inc|Co|Ltd|Jr|D\.R)\.$")
"""A full stop that belongs to the last word of a credit."""
_COLON = re.compile(r"[:：]")
_LONGEST_LABEL: Final = 20
"""Characters of the longest label of a source, its colon included."""
_OPENING_EDGES: Final = " \u00a0\t\n([（〔|/*-–—·•=＝"
_CLOSING_EDGES: Final = " \u00a0\t\n)]）〕|*"


def bare(text: str) -> tuple[int, int]:
    """Where the credit proper stands in a text: without brackets, copyright signs and labels."""
    start, end = 0, len(text)
    signed = _COPYRIGHT.match(text.lstrip())
    if signed is not None:
        start = len(text) - len(text.lstrip()) + signed.end()
    while True:
        before = (start, end)
        start, end = _without_edges(text, start, end)
        match = label_pattern().match(text, start, end)
        if match is not None and match.end() < end:
            start = match.end()
        took = _TOOK.search(text, start, end)
        if took is not None and took.start() > start:
            end = took.start()
        if (start, end) == before or start >= end:
            break
    while start < end and text[end - 1] in " .,;" and not _ABBREVIATED.search(text[start:end]):
        end -= 1
    return min(start, end), end


def _without_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a stretch stands without the marks at its edges; its own brackets stay."""
    piece = text[start:end]
    opens = piece.lstrip().startswith(("(", "["))
    closes = piece.rstrip().endswith(")")
    if piece.count("(") < piece.count(")") or opens or not closes:
        end -= len(piece) - len(piece.rstrip(_CLOSING_EDGES))
    else:
        end -= len(piece) - len(piece.rstrip())
    return start + len(piece) - len(piece.lstrip(_OPENING_EDGES)), end


@cache
def labels() -> tuple[str, ...]:
    """The words that introduce a credit, without their colons, sorted."""
    return tuple(
        sorted(
            {
                label.rstrip(":：").strip()
                for label in spoken(lambda language: language.credit_labels)
            }
        )
    )


@cache
def _label_words() -> frozenset[str]:
    return frozenset(labels())


def is_label(text: str) -> bool:
    """Whether a text is the label of a credit and nothing else.

    >>> is_label("Source:"), is_label("Photo: Ada Lin")
    (True, False)
    """
    return text.casefold().strip(" :：()[]") in _label_words()


@cache
def _source_words() -> frozenset[str]:
    return frozenset(spoken(lambda language: language.text_source_labels))


def is_sourced(text: str) -> bool:
    """Whether a text opens with a label that says where a text is from as well as a picture.

    >>> is_sourced("Source: The Example Herald"), is_sourced("Photo: Ada Lin")
    (True, False)
    """
    label = _COLON.split(text[:_LONGEST_LABEL], maxsplit=1)
    return len(label) > 1 and label[0].strip(" ([*").casefold() in _source_words()


def holds_rights(text: str) -> bool:
    """Whether a text says who holds the rights to the page, not who took a picture.

    >>> holds_rights("© Copyright (c) The Example Herald"), holds_rights("© Ada Lin/Herald")
    (True, False)
    """
    return _RIGHTS.search(text) is not None


@cache
def shouted_label() -> str:
    """An expression of a label in capitals before a name of two words in capitals, up to a house or
    the end: `PHOTO ADA LIN, EXAMPLE`."""
    words = any_of(label.upper() for label in spoken(lambda one: one.printed_photo_labels))
    first, second = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{1,20}", r"[A-ZÀ-Þ.'’-]{2,20}"
    return rf"{words}\s+(?={first}\s{second}(?:\s?[,/]|\s?$))"


@cache
def label_pattern() -> re.Pattern[str]:
    """What introduces a credit, its punctuation and prepositions included."""
    words = any_of(label for label in labels() if label not in ("©", "getty"))
    by = any_of(spoken(lambda language: language.credit_prepositions))
    photo = any_of(spoken(lambda language: language.photo_by_labels))
    courtesy = any_of(spoken(lambda language: language.courtesy_words))
    name_label = any_of(spoken(lambda language: language.photo_name_labels))
    source = any_of(spoken(lambda language: language.source_openings))
    opening = any_of(spoken(lambda language: language.credit_openings))
    no_word = r"(?-i:(?![a-zà-ÿ]))"
    name = (
        r"(?-i:(?=[A-ZÀ-ÞА-ЯЁІЇЄҐΑ-Ω][a-zà-ÿа-яёіїєґα-ώ]{1,20}"
        r"\s[A-ZÀ-ÞА-ЯЁІЇЄҐΑ-Ω][\w'’-]{1,20}(?:$|\s?[/,|])))"
    )
    dense = any_of(label for label in labels() if DENSE_SCRIPT.match(label))
    forms = (
        rf"{words}(?:\s?[:：=＝]\s?|\s{by}\s?[:：]?\s{no_word}|\s?©\s?)",
        rf"{dense}\s?[/／・|｜]\s?",
        rf"{words}\s{by}\s(?=[\w-]{{2,30}}\.[a-z]{{2,3}}(?:$|[\s/]))",
        rf"{photo}\s(?:{by}|{courtesy})\s{no_word}",
        rf"{name_label}\s{name}",
        rf"(?-i:{shouted_label()})",
        rf"{source}\s",
        rf"{opening}\s{no_word}",
        r"(?:©|\(c\)|copyright)\s?(?:\d{4}\s)?(?:by\s)?[:：]?\s?",
    )
    return re.compile(f"(?:{'|'.join(forms)})", re.IGNORECASE)
