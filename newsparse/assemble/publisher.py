"""Who publishes the paper: its ISSN and its owner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

import attrs

from newsparse.assemble.context import AssemblyContext
from newsparse.assemble.legal_lines import LegalLine
from newsparse.lexicon.classwords import bit
from newsparse.records import Evidence, Masthead, Source
from newsparse.textual import normalize

_ISSN_METAS: Final = ("citation_issn", "issn", "prism.issn", "prism.eissn", "dc.source.issn")
_ISSN_PATHS: Final = (("isPartOf", "issn"), ("publisher", "issn"), ("issn",))
_OWNER_PATHS: Final = (
    ("publisher", "parentOrganization", "name"),
    ("sourceOrganization", "parentOrganization", "name"),
    ("publisher", "legalName"),
)
_OWNER_METAS: Final = ("owner", "dcterms.publisher")
_PRINTED = re.compile(
    r"\bE?-?ISSN(?:\s?\([^()]{1,12}\))?[\s:.]{0,4}(?P<issn>\d{4}\s?[-–]?\s?\d{3}[\dXx])\b"
)
_ISSN = re.compile(r"\d{7}[\dX]")
_FOOTER: Final = bit("footer", "in_footer")
_LONGEST_IMPRINT: Final = 300
"""Characters of a line that states the paper's ISSN."""
_LONGEST_OWNER: Final = 100
_MODULUS: Final = 11


def with_publisher(
    context: AssemblyContext, masthead: Masthead | None, lines: Sequence[LegalLine]
) -> tuple[Masthead | None, tuple[Evidence, ...]]:
    """The masthead with the ISSN and the owner that the page states, and their evidence."""
    if masthead is None:
        return None, ()
    issn = next(_issns(context, lines), None)
    owner = next(_owners(context, masthead), None)
    stated = [(name, found) for name, found in (("issn", issn), ("owner", owner)) if found]
    if not stated:
        return masthead, ()
    known = attrs.evolve(
        masthead, issn=issn[0] if issn else None, owner=owner[0] if owner else None
    )
    return known, tuple(
        Evidence(f"masthead.{name}", raw, source) for name, (_, raw, source) in stated
    )


_Found = tuple[str, str, Source]
"""A value, the words it is from, and their place."""


def _issns(context: AssemblyContext, lines: Sequence[LegalLine]) -> Iterator[_Found]:
    story = context.statements.story
    said = chain(
        *(context.statements.item(story, *path) for path in _ISSN_PATHS),
        context.statements.meta(*_ISSN_METAS),
    )
    for statement in said:
        issn = issn_of(statement.text)
        if issn is not None:
            yield issn, statement.raw, statement.source
    for line in lines:
        match = _PRINTED.search(line.text)
        issn = issn_of(match["issn"]) if match is not None else None
        if match is not None and issn is not None and _is_of_paper(context, line, match.start()):
            yield issn, *context.place(line.piece, *match.span("issn"))


def _is_of_paper(context: AssemblyContext, line: LegalLine, at: int) -> bool:
    """Whether an ISSN is the paper's: that of a cited work stands behind its title."""
    is_footer = context.block(line.piece).within & _FOOTER
    return len(line.text) <= _LONGEST_IMPRINT and (at == 0 or "©" in line.text or bool(is_footer))


def issn_of(text: str) -> str | None:
    """An ISSN with its hyphen; None if the text is none, by its check digit (ISO 3297).

    >>> issn_of("0317 8471"), issn_of("2434-561x"), issn_of("1234-5678")
    ('0317-8471', '2434-561X', None)
    """
    digits = "".join(letter for letter in text.upper() if letter.isascii() and letter.isalnum())
    if not _ISSN.fullmatch(digits):
        return None
    weighed = sum(
        int(digit) * weight for digit, weight in zip(digits, range(8, 1, -1), strict=False)
    )
    check = -weighed % _MODULUS
    return (
        f"{digits[:4]}-{digits[4:]}" if digits[-1] == ("X" if check == 10 else str(check)) else None
    )


def _owners(context: AssemblyContext, masthead: Masthead) -> Iterator[_Found]:
    """The names of the company behind the paper, other than the paper's own."""
    story = context.statements.story
    said = chain(
        *(context.statements.item(story, *path) for path in _OWNER_PATHS),
        context.statements.meta(*_OWNER_METAS),
    )
    for statement in said:
        text = statement.text
        if (
            isinstance(statement.value, str)
            and text
            and len(text) <= _LONGEST_OWNER
            and "://" not in text
            and normalize(text) != normalize(masthead.name)
        ):
            yield text, statement.raw, statement.source
