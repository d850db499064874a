"""The cues of a block's own words, as columns of numbers.

Rules of this file: a cue is cheap, is neutral to language and site, and means the same for HTML and
text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from newsparse.lexicon.languages import spoken
from newsparse.segmenters.feature_page import LONGEST_STATED, SHORT, Column, FeaturePage
from newsparse.segmenters.scene import repeats
from newsparse.textual import overlap

_PURPOSES: Final = {
    "": 0.0,
    "legal": 1.0,
    "navigation": 2.0,
    "signup": 3.0,
    "related": 4.0,
    "ad": 5.0,
    "share": 6.0,
    "comment": 7.0,
}
_QUOTES: Final = "\"'“„«‘‹「『”’"
_ADDRESS = re.compile(r"https?://|www\.|@\w")
_DATED = re.compile(
    r"\d(?:\d{0,3}[./-]\d{1,2}[./-]\d{2,4}|\d{3}年|"
    r"(?<!\w\d)(?:\d?:\d{2}\b|(?:(?<=1)9|(?<=2)0)\d{2}\b|"
    rf"\d*\s*(?:{'|'.join(spoken(lambda language: language.duration_stems))})))"
)
"""Every alternative starts with a digit: matching it first makes the search fast."""
_CREDIT_IN_BRACKETS = re.compile(
    r"\([^()]*(?:/|getty|AP|AFP|reuters|"
    rf"{'|'.join(spoken(lambda language: language.credit_bracket_words))})[^()]*\)\W*$",
    re.IGNORECASE,
)
_CREDIT_BEHIND_SLASH = re.compile(
    r"/(?:AFP|AP|dpa|EPA|Getty|Reuters|TT|NTB|PA|ANP)\b", re.IGNORECASE
)
_CREDIT_TO_SOURCE = re.compile(
    r"\b(?:AP Photo|Getty Images|REUTERS|IMAGO|Shutterstock|picture alliance)\b", re.IGNORECASE
)
_CREDIT_LABELS: Final = sorted(
    {
        word.strip(" :：©.")
        for word in spoken(lambda language: language.credit_labels)
        if len(word) > 2 and word.isascii() and " " not in word
    },
    key=len,
    reverse=True,
)
_CREDIT_BEHIND_LABEL = re.compile(
    r"(?:^|[\s.!?)\"”])(?:%s)\s*(?:by\b|[:：])"
    % "|".join(
        f"{first}(?:{'|'.join(re.escape(word[1:]) for word in _CREDIT_LABELS if word[0] == first)})"
        for first in sorted({word[0] for word in _CREDIT_LABELS})
    ),
    re.IGNORECASE,
)
"""The labels are grouped by their first letter, so that most fail at once."""
_CREDIT_WORDS: Final = (
    "by",
    "ap photo",
    "getty images",
    "reuters",
    "imago",
    "shutterstock",
    "picture alliance",
)
"""A short text with none of these, no bracket, slash or colon holds no credit."""
_SOURCE_PARTS: Final = ("ap photo", "getty", "reuter", "mago", "hutter", "cture all")
"""What `_CREDIT_TO_SOURCE` matches holds one of these, also where it is spelled with letters that
only fold to i and s (ı, ſ)."""
_LONGEST_CREDITED: Final = 700
_CREDIT_TAIL: Final = 120
_CLOSING: Final = {":": 3.0, "?": 2.0, "？": 2.0, ".": 1.0, "!": 1.0, "。": 1.0}


def sentences(page: FeaturePage) -> Column:
    return [1.0 + count if count < 7 else 8.0 for count in _marks(page, ". ", "? ", "! ", "。")]


def _marks(page: FeaturePage, *marks: str) -> list[int]:
    """How often each text holds one of some marks: those are counted that the page holds, where the
    first sign of one is."""
    counts = [0] * len(page.texts)
    for mark in marks:
        sign = mark[0]
        if sign in page.joined:
            counts = [
                count + text.count(mark) if sign in text else count
                for count, text in zip(counts, page.texts, strict=True)
            ]
    return counts


def ends(page: FeaturePage) -> Column:
    ends = page.scene.ends
    return [1.0 if ends[at] else 0.0 for at in page.wanted]


def commas(page: FeaturePage) -> Column:
    return [float(count) if count < 20 else 20.0 for count in _marks(page, ",", "、", "،")]


def capitals(page: FeaturePage) -> Column:
    return _shares(page, str.isupper)


def digits(page: FeaturePage) -> Column:
    return _shares(page, str.isdigit)


def _shares(page: FeaturePage, test: Callable[[str], bool]) -> Column:
    """The share of letters that pass a test; 0 for texts that are not short."""
    return [
        sum(map(test, text)) / len(text) if size <= SHORT else 0.0
        for text, size in zip(page.texts, page.sizes, strict=True)
    ]


def openings(page: FeaturePage) -> Column:
    firsts = [text[0] for text in page.texts]
    known = {first: _opening(first) for first in set(firsts)}
    return [known[first] for first in firsts]


def closings(page: FeaturePage) -> Column:
    return [_CLOSING.get(text[-1], 0.0) for text in page.texts]


def repeated(page: FeaturePage) -> Column:
    times = repeats(page.scene.normalized)
    return [float(count) if (count := times[folded]) < 4 else 4.0 for folded in page.folded]


def title_match(page: FeaturePage) -> Column:
    return _likeness(page, page.scene.title_words, SHORT)


def description_match(page: FeaturePage) -> Column:
    return _likeness(page, page.scene.description_words, LONGEST_STATED)


def _likeness(page: FeaturePage, statements: tuple[frozenset[str], ...], longest: int) -> Column:
    """How well the words of each text of at most that weight agree with one of the head's
    statements 0 to 1."""
    if not statements:
        return [0.0] * len(page.texts)
    anywhere = frozenset().union(*statements)
    return [
        0.0
        if size > longest or anywhere.isdisjoint(words)
        else max([overlap(words, statement) for statement in statements])
        for words, size in zip(page.words, page.sizes, strict=True)
    ]


def furniture(page: FeaturePage) -> Column:
    purposes = page.scene.purposes
    return [
        _PURPOSES[purposes[at]] if size <= 400 else 0.0
        for at, size in zip(page.wanted, page.sizes, strict=True)
    ]


def credits(page: FeaturePage) -> Column:
    """Whether a block ends in a picture credit. Only texts with a sign of one, or short ones with a
    word of one, are searched."""
    tails = list(map(_credit_tail, page.texts, page.sizes))
    return [
        1.0 if (worded or _has_credit_sign(tail)) and _credited(tail, size) else 0.0
        for tail, worded, size in zip(tails, _credit_words(page), page.sizes, strict=True)
    ]


def _credit_tail(text: str, size: float) -> str:
    """The end of a text in which a credit may stand."""
    if size <= SHORT:
        return text
    return text[-_CREDIT_TAIL:] if size <= _LONGEST_CREDITED else ""


def _has_credit_sign(text: str) -> bool:
    return "(" in text or "/" in text or ":" in text or "：" in text or "©" in text


def _credit_words(page: FeaturePage) -> list[bool]:
    """Whether each text is short and holds a word of credits, in a folding in which all words stand
    that small letters have."""
    short = [
        folded if size <= SHORT else ""
        for folded, size in zip(page.folded, page.sizes, strict=True)
    ]
    joined = "\n".join(short)
    found = [False] * len(short)
    for word in _CREDIT_WORDS:
        if word in joined:
            found = [held or word in folded for held, folded in zip(found, short, strict=True)]
    return found


def prefixes(page: FeaturePage) -> Column:
    facts = page.scene.facts
    return [
        1.0 if size <= SHORT and facts[at].has_byline_prefix else 0.0
        for at, size in zip(page.wanted, page.sizes, strict=True)
    ]


def dates(page: FeaturePage) -> Column:
    return [
        1.0 if size <= SHORT and _DATED.search(folded) else 0.0
        for folded, size in zip(page.folded, page.sizes, strict=True)
    ]


def addresses(page: FeaturePage) -> Column:
    if not ("@" in page.joined or "www." in page.joined or "://" in page.joined):
        return [0.0] * len(page.texts)
    return [
        1.0 if ("@" in text or "www." in text or "://" in text) and _ADDRESS.search(text) else 0.0
        for text in page.texts
    ]


def _credited(text: str, size: float) -> bool:
    """Whether the last words of a block of that weight, or all of a short one, read as if it ended
    in a picture's credit.

    Each kind of credit is looked for only where the text holds what all of its kind hold.
    """
    if "©" in text:
        return True
    bracketed, slashed, coloned = "(" in text, "/" in text, ":" in text or "：" in text
    lowered = text.lower()
    if not (bracketed or slashed or coloned) and (
        size > SHORT or not any(map(lowered.__contains__, _CREDIT_WORDS))
    ):
        return False
    return bool(
        (bracketed and _CREDIT_IN_BRACKETS.search(text))
        or (slashed and _CREDIT_BEHIND_SLASH.search(text))
        or ((coloned or "by" in lowered) and _CREDIT_BEHIND_LABEL.search(text))
        or (any(map(lowered.__contains__, _SOURCE_PARTS)) and _CREDIT_TO_SOURCE.search(text))
    )


def _opening(first: str) -> float:
    if first.islower():
        return 1.0
    if first in _QUOTES:
        return 2.0
    if first.isdigit():
        return 3.0
    return 4.0 if first.isalpha() else 5.0
