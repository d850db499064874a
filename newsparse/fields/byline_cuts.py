"""What is no name in a byline's line: contacts, dates and counts, cut out before it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from newsparse.fields.byline_prefixes import after_prefix
from newsparse.fields.dates import WORD, find_dates, months_by_name
from newsparse.lexicon.languages import spoken
from newsparse.textual import any_of

_SHORTEST_MONTH: Final = 3
"""Letters of the shortest word that is a month where no year stands beside it."""
_LONGEST_LABEL: Final = 60
"""Characters before a date among which its label is looked for."""
BOUNDARY: Final = "\x1f"
"""Stands where a date or a count was cut out: what follows is read anew."""
_DIGIT = re.compile(r"\d")
EMAIL = re.compile(
    r"(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}(?:\(?\+?[\d() .-]{7,20}\)?)?"
)
HANDLE = re.compile(r"@[A-Za-z_]\w{1,30}(?![\w@]|\.\w)")
_URL = re.compile(r"https?://\S{1,300}|www\.\S{1,300}")
_PHONE = re.compile(r"(?<![\d(+])\(?\+?\d[\d() .-]{6,18}\d")
_COUNTED = re.compile(
    r"(?<![\w:.])\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\b\.?)?"
    rf"(?:\s(?:{any_of(spoken(lambda language: language.clock_words))}|[A-Z]{{2,4}})\b)?"
    rf"|(?<![\w.])\d{{1,4}}\s?{any_of(spoken(lambda language: language.counted_stems))}"
    rf"[a-zé]{{0,5}}\b(?:\s{any_of(spoken(lambda language: language.counted_endings))}\b)?",
    re.IGNORECASE,
)
_YEARLESS = re.compile(
    rf"(?<!\w)(?:(?P<before>{WORD})\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?!\w)"
    rf"|\d{{1,2}}\.?\s(?:de\s)?(?P<after>{WORD}))",
    re.IGNORECASE,
)
_STAMP = re.compile(
    rf"\b{any_of(spoken(lambda language: language.helper_stamps))}\b", re.IGNORECASE
)
"""Where others than the writers begin."""
_PICTURES = re.compile(
    rf"(?<=[\s/,;|.)）])(?<!^){any_of(spoken(lambda language: language.picture_stamps))}"
    r"(?:\s?[:：=＝・／]|(?<=[\u3040-\ud7af])\s)",
    re.IGNORECASE,
)
"""Where those begin who took the pictures: "Text: Ada Lin Foto: Bo Reyes"."""
_FILED_FROM = re.compile(r"[(（\[]?(?P<place>[\u3040-\ud7af]{2,12})[=＝](?=\S)")
"""A place before a reporter or agency, as Korean and Japanese papers set it: "서울=뉴시스"."""


def without_contacts_and_dates(text: str) -> str:
    """The text with contacts blanked by bars and dates by boundaries, all offsets kept."""
    counted = _DIGIT.search(text) is not None
    patterns = [
        *((EMAIL, HANDLE) if "@" in text else ()),
        *((_URL,) if "://" in text or "www." in text else ()),
        *((_PHONE,) if counted else ()),
    ]
    contacts = [match.span() for pattern in patterns for match in pattern.finditer(text)]
    filed = _FILED_FROM.match(text) if "=" in text or "＝" in text else None
    if filed is not None:
        contacts.append(filed.span("place"))
    dates = (
        [
            *((found.start, found.end) for found in find_dates(text)),
            *_yearless(text),
            *(match.span() for match in _COUNTED.finditer(text)),
        ]
        if counted
        else []
    )
    body = text
    if contacts or dates:
        cut = list(text)
        for start, end in contacts:
            cut[start:end] = "|" * (end - start)
        for start, end in dates:
            cut[start:end] = BOUNDARY * (end - start)
        body = "".join(cut)
    others = (
        _STAMP.search(body, after_prefix(body)) if "by" in body.lower() else None,
        _PICTURES.search(body, after_prefix(body)) if ":" in body or not body.isascii() else None,
    )
    return body[: min((match.start() for match in others if match), default=None)]


def _yearless(text: str) -> Iterator[tuple[int, int]]:
    """Where a day and a month in words stand."""
    months = months_by_name()
    match = _YEARLESS.search(text)
    while match is not None:
        word = str(match["before"] or match["after"]).lower()
        named = len(word) >= _SHORTEST_MONTH and word in months
        if named:
            yield match.span()
        match = _YEARLESS.search(text, match.end() if named else match.start() + 1)


@cache
def _date_label() -> re.Pattern[str]:
    """The words that lead to a date, at the end of a stretch: a label, a preposition, a weekday.
    A short one ("Sun") counts behind a preposition or a mark only, because it may be a name."""
    labels = any_of(spoken(lambda one: (*one.published_labels, *one.updated_labels)))
    prepositions = any_of(spoken(lambda one: one.date_prepositions))
    days = spoken(lambda one: one.weekdays)
    full = any_of(days)
    short = any_of(sorted({day[:3] for day in days}))
    shorter = any_of(sorted({day[:2] for day in days}))
    return re.compile(
        rf"(?:^|(?<=[\W_]))(?:{labels}(?:[\s:]{{1,3}}[^\W\d_]{{2,5}}\.?,)?)?[\s:]{{0,3}}"
        rf"(?:\b{prepositions}(?:\s(?:{full}\b|{short}\b|{shorter}(?=[.,])))?\b|\b{full}\b"
        rf"|(?<=[,|(–—]\s)(?:{short}\b|{shorter}(?=[.,])))?[\s:.,|–—-]{{0,4}}$",
        re.IGNORECASE,
    )


@cache
def _label_without_date() -> re.Pattern[str]:
    """A date's label at the end of a line, whose date stands in the next element
    ("Ada Lin · Posted:")."""
    labels = any_of(spoken(lambda one: (*one.published_labels, *one.updated_labels)))
    return re.compile(rf"(?<=[\W_]){labels}\s?:$", re.IGNORECASE)


def stretches(body: str) -> Iterator[tuple[int, int]]:
    """Where the text stands between what was cut out as dates, without the words before a date."""
    at = 0
    while at < len(body):
        end = body.find(BOUNDARY, at)
        last = end < 0
        end = len(body) if last else end
        stop = end
        if not last:
            label = _date_label().search(body, max(at, end - _LONGEST_LABEL), end)
            stop = label.start() if label is not None else end
        elif body.endswith(":"):
            label = _label_without_date().search(body, max(at, end - _LONGEST_LABEL))
            stop = label.start() if label is not None else end
        while at < stop and body[at] in " \u00a0|·•-–—,:/⋅●":
            at += 1
        if any(map(str.isalpha, body[at:stop])):
            yield at, stop
        at = end
        while at < len(body) and body[at] == BOUNDARY:
            at += 1
