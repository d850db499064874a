"""Split an archive export, a file with several articles, into its documents.

LexisNexis and Nexis Uni, Factiva, ProQuest and NewsBank each have their own separators.
`split_export` cuts the file; `parse` reads the labelled lines of each document.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import attrs

from newsparse.archives.display import ACCESSION, WORD_COUNT
from newsparse.archives.headers import find
from newsparse.archives.vocabulary import CODES
from newsparse.errors import InputError, quoted

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_NUMBERED: Final = re.compile(
    r"(?<![ \t])[ \t]*+(?:\d{1,5} of \d{1,5} DOCUMENTS?|Document \d{1,5} of \d{1,5})[ \t]*+",
    re.IGNORECASE,
)
_END: Final = re.compile(
    r"(?<![ \t])[ \t]*+(?:End of Document|Ende des Dokuments|Fin du document|Einde van document|"
    r"Einde van het document|Slut på dokument|Slutten på dokumentet|Slut på dokumentet|"
    r"Fin del documento|Fine del documento|Fim do documento)[ \t]*+",
    re.IGNORECASE,
)
_RULE: Final = re.compile(r"(?<![ \t])[ \t]*+(?:_{10,}|={10,}|-{20,}|\*{10,})[ \t]*+")
_UNDERSCORES: Final = re.compile(r"(?<![ \t])[ \t]*+_{10,}[ \t]*+")
_RECORD: Final = re.compile(
    r"(?<![ \t])[ \t]*+(?:Record Number|Document ID|Copyright,? (?:\(c\)|©|\d{4})).*", re.IGNORECASE
)
_FEWEST_CODED_LINES: Final = 3
"""Lines of a Factiva export that begin with a code."""


@attrs.frozen
class ExportItem:
    """One document of an export: `export[start:end] == text`."""

    text: str
    start: int
    end: int
    header: tuple[tuple[str, str], ...] = ()
    """The labelled lines in order: the label as printed, and the value on the same line."""

    def value(self, label: str) -> str | None:
        """The first value of a label in any case; None if the document has none.

        >>> ExportItem("LENGTH: 40 words", 0, 16, (("LENGTH", "40 words"),)).value("Length")
        '40 words'
        """
        wanted = label.casefold()
        return next((value for name, value in self.header if name.casefold() == wanted), None)


@attrs.frozen
class _Line:
    start: int
    end: int
    text: str


def split_export(text: str) -> tuple[ExportItem, ...]:
    """The documents of an archive's text export, in order.

    The separators are `2 of 50 DOCUMENTS` or `Document 2 of 50` (LexisNexis), `End of Document`
    (Nexis Uni), a rule of underscores (ProQuest), the line with the accession number (Factiva),
    record number and copyright (NewsBank). A separator line belongs to no document. Another text is
    one item, and a blank text none. Raises `InputError` for an input that is no str.

    >>> export = "1 of 2 DOCUMENTS\\n\\nRain falls\\n\\n2 of 2 DOCUMENTS\\n\\nSun shines\\n"
    >>> [item.text for item in split_export(export)]
    ['Rain falls', 'Sun shines']
    """
    if not isinstance(text, str):
        raise InputError(f"an export must be a str, not {quoted(text)}")
    lines = [
        _Line(match.start(), match.end(), match.group().strip("\r\n"))
        for match in _LINE.finditer(text)
        if match.group()
    ]
    for is_family, cut in FAMILIES:
        if is_family(lines):
            return tuple(item for piece in cut(lines) if (item := _item(text, piece)) is not None)
    item = _item(text, lines)
    return (item,) if item is not None else ()


def _item(text: str, lines: list[_Line]) -> ExportItem | None:
    """Lines as an item, without the blank lines and rules around it; None if nothing is left."""
    while lines and _is_empty(lines[0]):
        lines = lines[1:]
    while lines and _is_empty(lines[-1]):
        lines = lines[:-1]
    if not lines:
        return None
    start, end = lines[0].start, lines[-1].start + len(lines[-1].text.rstrip())
    shown = [line.text.strip() for line in lines]
    header = tuple(_field(shown[at], length) for at, (_, length) in find(shown).items())
    return ExportItem(text[start:end], start, end, header)


def _is_empty(line: _Line) -> bool:
    return not line.text.strip() or _RULE.fullmatch(line.text) is not None


def _field(line: str, length: int) -> tuple[str, str]:
    return line[:length].strip().rstrip(":"), line[length:].strip()


def _between(lines: list[_Line], parts: Callable[[str], bool]) -> list[list[_Line]]:
    """The lines between separator lines."""
    pieces: list[list[_Line]] = [[]]
    for line in lines:
        if parts(line.text):
            pieces.append([])
        else:
            pieces[-1].append(line)
    return pieces


def _up_to(lines: list[_Line], closes: Callable[[str], bool]) -> list[list[_Line]]:
    """The lines up to and including those that end a document."""
    pieces: list[list[_Line]] = [[]]
    for line in lines:
        pieces[-1].append(line)
        if closes(line.text):
            pieces.append([])
    return pieces


def _is_numbered(lines: list[_Line]) -> bool:
    return any(_NUMBERED.fullmatch(line.text) for line in lines)


def _is_nexis_uni(lines: list[_Line]) -> bool:
    return any(_END.fullmatch(line.text) for line in lines)


def _is_factiva(lines: list[_Line]) -> bool:
    """Whether documents end with accession numbers: with codes, or in the display layout, which
    has none but prints how many words a document has."""
    if not any(ACCESSION.fullmatch(line.text) for line in lines):
        return False
    coded = sum(line.text[:2] in CODES and not line.text[2:3].strip() for line in lines)
    counted = any(WORD_COUNT.fullmatch(line.text) for line in lines)
    return coded >= _FEWEST_CODED_LINES or counted


def _of_factiva(lines: list[_Line]) -> list[list[_Line]]:
    """The lines up to each accession number; what follows the last one without the number of words
    or codes is the summary of the search."""
    *closed, rest = _up_to(lines, lambda text: bool(ACCESSION.fullmatch(text)))
    is_document = any(
        WORD_COUNT.fullmatch(line.text) or line.text[:2] in ("HD", "WC") for line in rest
    )
    return [*closed, rest] if is_document else closed


def _of_numbers(lines: list[_Line]) -> list[list[_Line]]:
    """The lines between the numbers of documents. Where each document stands between rules, lines
    behind the rule that ends it are no part of it."""
    pieces = _between(lines, _is_number)
    numbers = sum(_is_number(line.text) for line in lines)
    rules = sum(_is_underscores(line.text) for line in lines)
    if rules <= numbers:
        return pieces
    first, *others = pieces
    return [first, *(_between(piece, _is_underscores)[0] for piece in others)]


def _is_number(text: str) -> bool:
    return bool(_NUMBERED.fullmatch(text) or _END.fullmatch(text))


def _is_underscores(text: str) -> bool:
    return _UNDERSCORES.fullmatch(text) is not None


def _of_rules(lines: list[_Line]) -> list[list[_Line]]:
    """The lines between rules. What follows the last rule without a label is the archive's own."""
    *closed, rest = _between(lines, lambda text: bool(_RULE.fullmatch(text)))
    return [*closed, rest] if any(":" in line.text for line in rest) else closed


def _is_ruled(lines: list[_Line]) -> bool:
    return any(_RULE.fullmatch(line.text) for line in lines) and bool(
        find([line.text.strip() for line in lines])
    )


def _is_newsbank(lines: list[_Line]) -> bool:
    return sum(line.text.strip().casefold().startswith("record number") for line in lines) > 1


def _by_records(lines: list[_Line]) -> list[list[_Line]]:
    """NewsBank has no separator: a document ends with its record number and copyright line."""
    pieces: list[list[_Line]] = [[]]
    ended = False
    for line in lines:
        if ended and line.text.strip() and not _RECORD.fullmatch(line.text):
            pieces.append([])
            ended = False
        pieces[-1].append(line)
        ended = ended or line.text.strip().casefold().startswith("record number")
    return pieces


FAMILIES: Final[
    tuple[tuple[Callable[[list[_Line]], bool], Callable[[list[_Line]], list[list[_Line]]]], ...]
] = (
    (_is_numbered, _of_numbers),
    (_is_nexis_uni, lambda lines: _between(lines, lambda text: bool(_END.fullmatch(text)))),
    (_is_factiva, _of_factiva),
    (_is_ruled, _of_rules),
    (_is_newsbank, _by_records),
)
"""For each archive a test of its exports and a function that cuts them; the first match wins."""
