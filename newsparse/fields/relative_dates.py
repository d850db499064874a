"""Dates that a text counts from now ("2 hours ago", "gestern"): no moment without a reference."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from newsparse.fields.date_labels import DateLabel, FoundDate, label_before
from newsparse.fields.date_library import by_dateparser, dateparser_codes
from newsparse.lexicon import languages as lexicon
from newsparse.lexicon.language import Language
from newsparse.lexicon.languages import spoken
from newsparse.records import Moment
from newsparse.textual import any_of


@cache
def _relative(languages: tuple[Language, ...]) -> re.Pattern[str]:
    """How some languages count a date from now."""

    def said(phrases: Callable[[Language], Iterable[str]]) -> str:
        return any_of(dict.fromkeys(one for language in languages for one in phrases(language)))

    openings = said(lambda language: language.relative_openings)
    units = said(lambda language: language.relative_units)
    ago = said(lambda language: language.ago_words)
    days = said(lambda language: language.relative_days)
    marks = said(lambda language: language.relative_marks)
    number = rf"(?:\d{{1,4}}|{openings})" if openings else r"\d{1,4}"
    forms = [
        rf"(?<!\w){number}\s?(?:\S{{1,20}}\s)?{units}\w*" if units else "",
        rf"(?<!\w)\d{{1,3}}\s?\w{{1,12}}\.?\s{ago}\b" if ago else "",
        rf"\b{days}\b" if days else "",
        marks,
    ]
    return re.compile("|".join(filter(None, forms)) or r"(?!)", re.IGNORECASE)


def is_relative(text: str) -> bool:
    """Whether a text counts a date from now ("2 minutes ago", "gestern").

    >>> is_relative("Updated 2 hours ago"), is_relative("for 3 timer siden"), is_relative("3 May")
    (True, True, False)
    """
    return bool(_relative(lexicon.languages()).search(text))


def is_labelled_relative(text: str) -> bool:
    """Whether a text is dates counted from now, each with its label, and nothing else.

    >>> is_labelled_relative("Updated 2 hours ago"), is_labelled_relative("2 hours ago")
    (True, False)
    >>> is_labelled_relative("Published 3 hours ago | Updated 2 hours ago")
    True
    """
    if not is_relative(text):
        return False
    return all(_is_labelled(piece) for piece in _RELATIVE_STOP.split(text) if piece.strip())


def _is_labelled(piece: str) -> bool:
    match = _relative(lexicon.languages()).search(piece)
    if match is None or len(piece) - match.end() > _LONGEST_AGO:
        return False
    start, end = _relative_span(piece, 0, match)
    if _label_alone().fullmatch(piece, 0, start):
        return True
    return not piece[:start].strip() and _label_behind(piece[end:]) is not None


_LONGEST_AGO: Final = 20
"""Characters that may follow a number and its unit in a line that is a labelled date ("ago")."""


@cache
def _label_alone() -> re.Pattern[str]:
    """A label of a date and one short word behind it ("Updated about", "Oppdatert for")."""
    labels = any_of(spoken(lambda one: (*one.updated_labels, *one.published_labels)))
    return re.compile(rf"\W{{0,3}}{labels}\s?[:：]?(?:\s\w{{1,6}})?\s{{0,3}}", re.IGNORECASE)


def find_relative(
    text: str, reference: dt.datetime, languages: Sequence[str] = ()
) -> Iterator[FoundDate]:
    """The dates that a text counts from now, here from `reference`, each with what its label says.

    They are read in `languages`, else in those whose words they hold.

    >>> noon = dt.datetime(2024, 5, 3, 12, 0)
    >>> [(str(found.moment), found.updated) for found in find_relative("Updated 2 hours ago", noon)]
    [('2024-05-03 10:00:00', True)]
    >>> [str(found.moment) for found in find_relative("vor 2 Stunden", noon)]
    ['2024-05-03 10:00:00']
    """
    before = 0
    for match in _relative(lexicon.languages()).finditer(text):
        start, end = _relative_span(text, before, match)
        moment = _counted(text[start:end], reference, languages) if start >= before else None
        if moment is not None:
            label = label_before(text[before:start]) or _label_behind(text[end:])
            yield FoundDate(start, end, moment, label.updated if label else None)
            before = end


def _relative_span(text: str, before: int, match: re.Match[str]) -> tuple[int, int]:
    """Where a whole phrase stands of which a match is the part that tells it."""
    if match.group().casefold() in _relative_marks():
        count = _COUNT_BEFORE.search(text, before, match.start())
        return (count.start() if count else match.start()), match.end()
    stop = _RELATIVE_STOP.search(text, match.end())
    said = text[match.start() : stop.start() if stop is not None else len(text)]
    return match.start(), match.start() + len(said.rstrip())


def _label_behind(text: str) -> DateLabel | None:
    """What a label says that follows its date at once, as in Chinese and Korean."""
    if text.lstrip()[:1].isascii():
        return None
    stop = _RELATIVE_STOP.search(text)
    return label_before(text[: stop.start()] if stop is not None else text)


@cache
def _relative_marks() -> frozenset[str]:
    return frozenset(spoken(lambda language: language.relative_marks))


_COUNT_BEFORE = re.compile(r"\d{1,4}\s?\w{0,10}\s?$")
"""A number and a unit before the word that counts them from now."""
_RELATIVE_STOP = re.compile(r"[|·•,;()\[\]\n]|\s[–—-]\s")
"""What may follow a date that is counted from now."""


def _counted(text: str, reference: dt.datetime, languages: Sequence[str]) -> Moment | None:
    """The moment of a phrase that counts from `reference`."""
    stated = dateparser_codes(languages)
    spoken_in = [
        language.code for language in lexicon.languages() if _relative((language,)).search(text)
    ]
    for codes in dict.fromkeys((tuple(stated), tuple(spoken_in))):
        found = by_dateparser(text, codes, reference, relative=True) if codes else None
        if found is not None:
            return found.replace(tzinfo=reference.tzinfo) if reference.tzinfo else found
    return None
