"""Picture credits: found at the edge of a caption, and read into names and agencies.

`split_credit` finds where a caption ends and its credit begins, by a table of forms
(`credit_forms`); `parse_credit` reads a credit that stands alone (`credit_labels`, `credit_parts`).
Pure functions over strings; the credit never swallows the caption: a bracket or a tail that is not
shaped like a credit stays in the text.
"""

from __future__ import annotations

from typing import Final

import attrs

from newsparse.fields.credit_forms import FORMS, UNMARKED_FORMS
from newsparse.fields.credit_han import named_in_han
from newsparse.fields.credit_labels import bare
from newsparse.fields.credit_parts import is_anonymous, parts_of, reads_as_credit, sort_part
from newsparse.records import Credit, Origin, Source

_LONGEST_RAW: Final = 200
"""Characters of the longest text that is read as a credit alone."""
_LONGEST_CAPTION: Final = 3_000
"""Characters of the longest caption that is searched for a credit."""
_LONGEST_LINE: Final = 100
"""Characters of the longest line that may be a credit alone."""


def parse_credit(text: str) -> Credit | None:
    """The credit that `text` is, its brackets and label aside; None where it names nobody.

    >>> credit = parse_credit("(STR/AFP/Getty Images/TNS)")
    >>> credit.names, credit.agencies, credit.raw
    (('STR',), ('AFP', 'Getty Images', 'TNS'), 'STR/AFP/Getty Images/TNS')
    >>> parse_credit("Photo by Ada Lin for The Example Herald").names
    ('Ada Lin',)
    >>> parse_credit("Foto: dpa").agencies
    ('dpa',)
    """
    start, end = bare(text)
    raw = text[start:end]
    if not raw or len(raw) > _LONGEST_RAW:
        return None
    names: list[str] = []
    agencies: list[str] = []
    signed = named_in_han(raw)
    if signed is not None:
        names += signed[0]
        agencies += [signed[1]] if signed[1] else []
    elif not is_anonymous(raw, " "):
        for part in parts_of(raw):
            sort_part(part, names, agencies)
    return Credit(
        tuple(dict.fromkeys(names)),
        tuple(dict.fromkeys(agencies)),
        raw,
        Source(Origin.TEXT, start, end),
    )


def credit_in(text: str, start: int = 0, end: int = -1) -> Credit | None:
    """The credit that a stretch of a text is; None where it names nobody. Offsets count in `text`.

    >>> found = credit_in("Herons nest. Photo: Ada Lin", 13)
    >>> found.names, found.source.start
    (('Ada Lin',), 20)
    """
    credit = parse_credit(text[start : end if end >= 0 else None])
    if credit is None or not start:
        return credit
    source = credit.source
    return attrs.evolve(
        credit,
        source=attrs.evolve(
            source, start=start + (source.start or 0), end=start + (source.end or 0)
        ),
    )


@attrs.frozen
class CreditSplit:
    """A caption and its credit: the credit with its brackets and label is `text[start:end]`."""

    start: int
    end: int
    credit: Credit
    form: str
    """The row of the table that found it."""


def split_credit(text: str) -> CreditSplit | None:
    """The credit at the edge of a caption, None where it has none.

    `start` and `end` bound what is not caption: the credit with its brackets and label.

    >>> found = split_credit("Rockets are launched.  (STR/AFP/Getty Images/TNS)")
    >>> "Rockets are launched.  (STR/AFP/Getty Images/TNS)"[:found.start].strip(), found.credit.raw
    ('Rockets are launched.', 'STR/AFP/Getty Images/TNS')
    >>> split_credit("The mayor (left) and the clerk") is None
    True
    """
    if len(text) > _LONGEST_CAPTION:
        return None
    for name, form in FORMS if is_marked(text) else UNMARKED_FORMS:
        found = form(text)
        if found is not None:
            start, end = found
            credit = parse_credit(text[start:end])
            if credit is None or not credit.raw:
                continue
            source = Source(
                Origin.TEXT, start + (credit.source.start or 0), start + (credit.source.end or 0)
            )
            return CreditSplit(start, end, attrs.evolve(credit, source=source), name)
    return None


def is_marked(text: str) -> bool:
    """Whether a text holds one of the signs without which most forms find nothing."""
    return (
        "/" in text
        or ":" in text
        or "(" in text
        or "[" in text
        or "©" in text
        or "（" in text
        or "：" in text
    )


def is_credit(text: str) -> bool:
    """Whether a short text that stands alone is a credit, by its names and agencies.

    >>> is_credit("Ada Lin/AFP via Getty Images"), is_credit("The mayor speaks")
    (True, False)
    """
    return 2 <= len(text) <= _LONGEST_LINE and reads_as_credit(text, strict=True)
