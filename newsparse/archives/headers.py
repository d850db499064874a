"""The labelled header of an archive document, which does for text what the head does for HTML.

`find` finds the labels of such a document. Their values become the `Head` of the page, with their
spans, and all later steps read them like the head of an HTML page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

import attrs

from newsparse.archives.display import display_hints
from newsparse.archives.vocabulary import CODES, FIELD_OF, LABELS, LANGUAGES, STRONG
from newsparse.blocks import Block
from newsparse.fields.date_labels import FoundDate
from newsparse.fields.dates import find_dates
from newsparse.lexicon.furniture import purpose
from newsparse.lexicon.languages import spoken
from newsparse.marks import align
from newsparse.page import Head, Hint, Media, Meta, Page
from newsparse.records import Label
from newsparse.textual import normalize

_COLON: Final = re.compile(r"([^\W\d_](?:[^\W\d_]|[ /-]){1,30}?) ?:(?=\s|$)[ \t\u00a0]*")
_BARE_FIELDS: Final = frozenset(("body", "correction"))
_BARE_OTHERS: Final = frozenset(("classification", "notes"))
"""Labels that stand alone on their line, without a colon."""
_CODE: Final = re.compile(r"([A-Z]{2,3})(?:[ \t]+|$)")
_LONGEST_BARE: Final = 20
_FEWEST_LABELS: Final = 3
"""Different labels of a header."""
_FEWEST_CODES: Final = 4
"""Different Factiva codes of a header."""
_LONGEST_UNLABELLED: Final = 300
"""Characters of a line above the first label."""
_LONGEST_EDITION: Final = 50
_SHORTEST_PUBLICATION: Final = 4
_PART_DIVIDER: Final = re.compile(r"\s[-–—]\s|,\s|;\s")
_METAS: Final = {
    "headline": "headline",
    "byline": "author",
    "date": "article:published_time",
    "section": "article:section",
    "publication": "og:site_name",
    "language": "content-language",
    "deck": "description",
}
"""Field to the `meta` name that an HTML page uses for it."""
_LABELS: Final = {
    "headline": Label.HEADLINE,
    "byline": Label.BYLINE,
    "date": Label.DATE,
    "caption": Label.CAPTION,
    "dateline": Label.DATELINE,
    "publication": Label.MASTHEAD,
    "deck": Label.DECK,
}
CORRECTION: Final = "correction"
"""The field, and the rule, of the correction that an archive prints with a document."""


def find(lines: Sequence[str]) -> dict[int, tuple[str, int]]:
    """The labels of an archive document: line index to normalized label and length with colon.

    Empty for a text that is no such document; a few colons make no header.

    >>> find(["Rain falls", "BYLINE: By Ada Lin", "SECTION: Metro", "LENGTH: 40 words"])
    {1: ('byline', 8), 2: ('section', 9), 3: ('length', 8)}
    >>> find(["Title: Rain", "Author: Ada Lin", "Date: Monday"])
    {}
    """
    found = {
        at: (label, match.end())
        for at, line in enumerate(lines)
        if ":" in line
        and (match := _COLON.match(line))
        and (label := _folded(match.group(1))) in LABELS
    }
    known = {label for label, _ in found.values()}
    if len(known) >= _FEWEST_LABELS and known & STRONG:
        bare = {
            at: (label, len(line))
            for at, line in enumerate(lines)
            if len(line) <= _LONGEST_BARE and _is_bare(label := _folded(line))
        }
        return found | bare
    if "HD" not in {line[:2] for line in lines}:
        return {}  # each Factiva document has a code for the headline
    codes = {
        at: (match.group(1), match.end())
        for at, line in enumerate(lines)
        if (match := _CODE.match(line)) and match.group(1) in CODES
    }
    seen = {code for code, _ in codes.values()}
    if len(seen) >= _FEWEST_CODES and "HD" in seen and seen & {"WC", "PD", "SN", "AN"}:
        return {at: (code.lower(), length) for at, (code, length) in codes.items()}
    return {}


def _is_bare(label: str) -> bool:
    return FIELD_OF.get(label) in _BARE_FIELDS or label in _BARE_OTHERS


def _folded(label: str) -> str:
    return " ".join(label.casefold().split())


def field_of(label: str) -> str:
    """The field of a label; "" for a label of the archive alone."""
    return FIELD_OF.get(_folded(label.strip().rstrip(":")), "")


def read_header(blocks: Sequence[Block], text: str) -> Head:
    """The head of a document with this text: what its labelled lines state."""
    if _first_label(blocks) < 0:
        return Head()
    metas: list[Meta] = []
    language = ""
    values = _values(blocks)
    for field, block in values:
        line = block.printed.splitlines()[0]
        if field == "language":
            language = LANGUAGES.get(line.split(";")[0].strip().casefold(), "")
        if field in _METAS:
            value, start = _value(field, line)
            metas.append(
                Meta(
                    _METAS[field], value, -1, block.start + start, block.start + start + len(value)
                )
            )
    metas = [_with_time(meta, values, text) for meta in metas] + _unlabelled(blocks)
    return Head(language=language, metas=tuple(metas))


def _with_time(meta: Meta, values: Sequence[tuple[str, Block]], text: str) -> Meta:
    """A date with the time of day that Factiva prints under a code of its own, next to it."""
    if meta.name != _METAS["date"]:
        return meta
    clock = next((block for field, block in values if field == "time"), None)
    if clock is None or not 0 <= clock.start - meta.end <= _FARTHEST_TIME:
        return meta
    return attrs.evolve(meta, content=text[meta.start : clock.end], end=clock.end)


_FARTHEST_TIME: Final = 8
"""Characters between a date and its time: a line break, a code, blanks."""


def _value(field: str, line: str) -> tuple[str, int]:
    """The part of a value that is the field, and its offset. Details follow a semicolon."""
    value = line.split(";")[0] if field in ("section", "publication") else line
    return value.strip(), len(value) - len(value.lstrip())


def _values(blocks: Sequence[Block]) -> list[tuple[str, Block]]:
    """The blocks that are the value of a label, with their field."""
    return [
        (field_of(before.text), block)
        for before, block in zip(blocks, blocks[1:], strict=False)
        if is_label(before) and not is_label(block) and not block.gap
    ]


def is_label(block: Block) -> bool:
    """Whether a block is a label, which the splitter cuts off its value."""
    return block.tag == LABEL


LABEL: Final = "#label"
"""The tag of a block that is a label."""


def _first_label(blocks: Sequence[Block]) -> int:
    return next((block.index for block in blocks if is_label(block)), -1)


def _unlabelled(blocks: Sequence[Block]) -> list[Meta]:
    """What is printed above the first label: the name of the paper, the date, the headline.

    LexisNexis prints the paper, the date and the headline in this order; Nexis Uni prints the
    headline, the paper and the date.
    """
    first = _first_label(blocks)
    top = [block for block in blocks[: max(first, 0)] if _may_be_unlabelled(block)]
    if not top or any(field == "headline" for field, _ in _values(blocks)):
        return []
    dated = next((pair for block in top if (pair := _with_date(block)) is not None), None)
    if dated is None:
        return [_meta("headline", top[-1])]
    block, date = dated
    before = [one for one in top if one.index < block.index]
    after = [one for one in top if one.index > block.index and not _is_edition(one.text)]
    metas = [_part("article:published_time", block, date.start, date.end)]
    publication = _publication_beside(block, date)
    if publication is not None:
        return [*metas, publication, *(_meta("headline", one) for one in before[-1:])]
    metas += [_meta("og:site_name", one) for one in before[-1:]]
    headlines = after[:1] or before[:-1][:1]
    return [*metas, *(_meta("headline", one) for one in headlines)]


def _may_be_unlabelled(block: Block) -> bool:
    """Whether a line above the labels is short and not furniture."""
    return not purpose(normalize(block.text)) and len(block.text) < _LONGEST_UNLABELLED


def _with_date(block: Block) -> tuple[Block, FoundDate] | None:
    """A block with the first date in it; None if it holds none."""
    if not any(map(str.isdigit, block.text)):
        return None
    date = next(find_dates(block.text), None)
    return (block, date) if date is not None else None


def _publication_beside(block: Block, date: FoundDate) -> Meta | None:
    """The name of the paper on the line of the date; None if there is none."""
    beside = block.text[: date.start] or block.text[date.end :].lstrip(" ,-–—")
    name = next((part.strip() for part in _PART_DIVIDER.split(beside) if part.strip()), "")
    if len(name) < _SHORTEST_PUBLICATION or normalize(name) in _weekdays():
        return None
    if any(map(str.isdigit, name)):
        return None
    start = block.text.find(name)
    return _part("og:site_name", block, start, start + len(name))


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(spoken(lambda language: language.weekdays))


_EDITION: Final = re.compile(
    r"\b(?:edition|final|ausgabe|editie|udgave|édition|edición|edizione|(?:correction|clarification|"
    r"correctie|korrektur) (?:appended|toegevoegd|angefügt))\b",
    re.IGNORECASE,
)


def _is_edition(text: str) -> bool:
    """Whether a line names the edition, or says that a correction stands below."""
    return len(text) < _LONGEST_EDITION and bool(_EDITION.search(text))


def _meta(name: str, block: Block) -> Meta:
    return Meta(name, block.printed, -1, block.start, block.end)


def _part(name: str, block: Block, start: int, end: int) -> Meta:
    """What the page prints at `block.text[start:end]`, as a `meta` statement."""
    first, after = align(block.printed, block.text, start, end)
    return Meta(name, block.printed[first:after], -1, block.start + first, block.start + after)


def header_hints(page: Page) -> tuple[Hint, ...]:
    """The labels that the header of an archive document gives to its blocks.

    The printed labels and the values for the archive alone are furniture.
    """
    if page.media is Media.HTML:
        return ()
    displayed = display_hints(page.blocks)
    if displayed:
        return displayed
    named = {(meta.start, meta.name) for meta in page.head.metas if meta.start >= 0}
    first = _first_label(page.blocks)
    if first < 0 and not named:
        return ()
    found: list[Hint] = []
    for block in page.blocks:
        if is_label(block):
            found.append(Hint(block.index, Label.FURNITURE, rule=block.text, by="header"))
        for name, label in (
            ("headline", Label.HEADLINE),
            ("og:site_name", Label.MASTHEAD),
            ("article:published_time", Label.DATE),
        ):
            if (block.start, name) in named:
                found.append(Hint(block.index, label, rule=name, by="header"))
    found += [
        Hint(block.index, Label.FURNITURE, rule="edition", by="header")
        for block in page.blocks[: max(0, first)]
        if _is_edition(block.text)
    ]
    for field, block in _values(page.blocks):
        if field not in ("body", CORRECTION):
            found.append(
                Hint(
                    block.index,
                    _LABELS.get(field, Label.FURNITURE),
                    rule=field or "archive",
                    by="header",
                )
            )
    found += [
        Hint(block.index, Label.NOTE, rule=CORRECTION, by="header")
        for block in _corrections(page.blocks)
    ]
    return tuple(dict.fromkeys(found))


def _corrections(blocks: Sequence[Block]) -> list[Block]:
    """The blocks under the label of a correction, up to the next label, or up to the story where
    the label stands above it."""
    found: list[Block] = []
    values = {block.index for _, block in _values(blocks)}
    first = _first_label(blocks)
    inside = story = False
    for block in blocks:
        if is_label(block):
            inside = field_of(block.text) == CORRECTION
        elif inside and (story or block.index in values):
            found.append(block)
        else:
            inside = False
            story = story or (block.index > first and block.index not in values)
    return found
