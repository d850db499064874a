"""Credits of Chinese, Japanese and Korean captions: a label and a sign, or a name and the word for
having taken the picture."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsparse.fields.byline_han import han_byline
from newsparse.fields.credit_labels import labels
from newsparse.fields.han_names import HAN, is_han_house, is_han_name
from newsparse.lexicon.agencies import agency_of
from newsparse.lexicon.languages import spoken
from newsparse.textual import DENSE_SCRIPT, any_of

_LONGEST_TAIL: Final = 60
"""Characters of a caption's end among which such a credit is looked for."""
_WORD = re.compile(r"[^\s。！？!?，,」”』（）()]+")
_Found = tuple[int, int] | None


def dense_labelled(text: str) -> _Found:
    """`... 写真＝山田太郎`, `... 图/CFP`, `... 사진=연합뉴스`: a label and a sign at the end.

    >>> dense_labelled("雨の町。写真＝山田太郎"), dense_labelled("图书馆开放")
    ((4, 11), None)
    """
    low = max(0, len(text) - _LONGEST_TAIL)
    match = _labelled().search(text, low)
    if match is None:
        return None
    start = match.start()
    while start > 0 and text[start - 1] in "（([【〔/":
        start -= 1
    return start, len(text)


def dense_taken(text: str) -> _Found:
    """`... 新华社记者 王小明 摄`: names, whom they work for, and the word for taking a picture.

    >>> dense_taken("雨中的大桥。新华社记者 王小明 摄")
    (6, 17)
    >>> dense_taken("大桥现场 王小明 摄")
    (5, 10)
    """
    low = max(0, len(text) - _LONGEST_TAIL)
    taken = _taken().search(text, low)
    if taken is None:
        return None
    start = -1
    for match in reversed(list(_WORD.finditer(text, low, taken.start()))):
        word = match.group()
        if start < 0 and not is_han_name(word) and not _is_reporter_with_name(word):
            break
        if start >= 0 and not (is_han_name(word) or _is_employer(word)):
            break
        start = match.start()
        if not is_han_name(word):
            break
    return (start, len(text)) if start >= 0 else None


def named_in_han(raw: str) -> tuple[tuple[str, ...], str | None] | None:
    """The photographers of a credit and their house, where a label or the house tells them apart;
    None where nothing does.

    >>> named_in_han("例日报记者 胡小蓉")
    (('胡小蓉',), '例日报')
    """
    if not HAN.search(raw):
        return None
    found = han_byline(raw)
    if found is not None and found.authors:
        return found.names, found.agency
    first, _, rest = raw.partition(" ")
    house = first.rstrip(_sent_endings())
    if rest and is_han_name(rest) and (is_han_house(house) or agency_of(house) is not None):
        return (rest,), house
    return None


def _is_reporter_with_name(word: str) -> bool:
    """`新华社记者王小明`: a reporter's label inside a word, and a name behind it."""
    found = han_byline(word) if not is_han_name(word) else None
    return found is not None and bool(found.authors) and word.endswith(found.names[-1])


def _is_employer(word: str) -> bool:
    """`新华社记者`, `中新社发`: a house, or a reporter's label with or without one."""
    house = word.rstrip(_sent_endings())
    return (
        word.endswith(spoken(lambda language: language.signing_labels))
        or agency_of(house) is not None
        or is_han_house(house)
    )


@cache
def _sent_endings() -> str:
    """The letters behind an agency's name for having sent the picture."""
    return "".join(spoken(lambda language: language.sent_letters))


@cache
def _labelled() -> re.Pattern[str]:
    words = any_of(label for label in labels() if DENSE_SCRIPT.match(label))
    return re.compile(
        rf"(?:^|(?<=[\s。！？!?”」』）)\]（(【〔/])){words}\s?[=＝/／・|｜]\s?"
        r"(?=[^=＝。！？]{2,40}$)"
    )


@cache
def _taken() -> re.Pattern[str]:
    words = any_of(filter(HAN.match, spoken(lambda language: language.photo_taken_words)))
    return re.compile(rf"\s{{0,2}}{words}\s*$")
