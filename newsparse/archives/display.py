"""Documents of Factiva in the display layout, which prints values without codes or labels.

Its lines stand in a fixed order: headline, byline, number of words, day, perhaps time, paper, code
of the paper, edition and page, language, copyright. The accession number ends the document, perhaps
under the name of the publisher.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newsparse.archives.vocabulary import LANGUAGES
from newsparse.blocks import Block
from newsparse.fields.byline_prefixes import has_byline_prefix
from newsparse.fields.dates import find_dates
from newsparse.fields.persons import is_bare_name
from newsparse.page import Hint
from newsparse.records import Label

WORD_COUNT: Final = re.compile(
    r"\s{0,20}\d[\d,. ]{0,9} (?:words|Wörter|mots|palabras|parole|woorden)\s{0,20}"
)
ACCESSION: Final = re.compile(r"(?<![ \t])[ \t]*+(?:AN[ \t]+)?Document [A-Za-z0-9]{12,40}[ \t]*+")
_TIME = re.compile(r"\d{1,2}:\d{2}(?:\s?[ap]m)?", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:\(c\)|©|copyright)", re.IGNORECASE)
_COUNT_WITHIN: Final = 8
"""Blocks at the top of a document among which the number of words stands."""
_VALUES_BELOW: Final = 10
"""Lines between the number of words and the copyright line."""
_MOST_WORDS_OF_PUBLISHER: Final = 6
_LONGEST_VALUE: Final = 120


def display_hints(blocks: Sequence[Block]) -> tuple[Hint, ...]:
    """The labels of the lines around the story; none for a text that is no such document."""
    count = next((at for at, block in enumerate(blocks[:_COUNT_WITHIN]) if _is_count(block)), -1)
    last = blocks[-1] if blocks else None
    closed = last is not None and ACCESSION.fullmatch(last.text) is not None
    if count < 0 or last is None or count + 2 >= len(blocks):
        return ()
    rights = _rights_line(blocks, count)
    if rights < 0 or not any(find_dates(blocks[count + 1].text)):
        return ()
    hints = [*_titles(blocks[:count]), *_values(blocks[count : rights + 1])]
    if closed:
        hints.append(_hint(last, Label.FURNITURE, "accession number"))
        if rights + 1 < last.index - 1 and _is_publisher(blocks[-2]):
            hints.append(_hint(blocks[-2], Label.FURNITURE, "publisher"))
    return tuple(hints)


def _is_count(block: Block) -> bool:
    return WORD_COUNT.fullmatch(block.text) is not None


def _is_publisher(block: Block) -> bool:
    """Whether a line right above the accession number names the publisher: a few words, and no
    sentence."""
    text = block.text
    return (
        len(text.split()) <= _MOST_WORDS_OF_PUBLISHER and text[:1].isupper() and text[-1:].isalnum()
    )


def _rights_line(blocks: Sequence[Block], count: int) -> int:
    """The line of the copyright, which ends the values; -1 without one."""
    for at in range(count + 1, min(len(blocks), count + 1 + _VALUES_BELOW)):
        if len(blocks[at].text) > _LONGEST_VALUE:
            return -1
        if _COPYRIGHT.match(blocks[at].text):
            return at
    return -1


def _titles(lines: Sequence[Block]) -> Iterator[Hint]:
    """The labels of the lines above the number of words: a headline, and perhaps a byline."""
    if not lines:
        return
    *above, last = lines
    if above and (has_byline_prefix(last.text) or is_bare_name(last.text)):
        yield _hint(last, Label.BYLINE, "byline")
        last = above[-1]
    yield _hint(last, Label.HEADLINE, "headline")


def _values(lines: Sequence[Block]) -> Iterator[Hint]:
    """The labels of the lines from the number of words to the copyright line."""
    count, day, *rest = lines
    yield _hint(count, Label.FURNITURE, "number of words")
    yield _hint(day, Label.DATE, "day")
    if rest and _TIME.fullmatch(rest[0].text):
        yield _hint(rest[0], Label.DATE, "time")
        rest = rest[1:]
    named = len(rest) > 1 and rest[0].text.casefold() not in LANGUAGES
    for at, line in enumerate(rest):
        yield _hint(line, Label.MASTHEAD if named and not at else Label.FURNITURE, "archive")


def _hint(block: Block, label: Label, rule: str) -> Hint:
    return Hint(block.index, label, rule=rule, by="header")
