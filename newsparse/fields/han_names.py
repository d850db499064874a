"""Names in Chinese characters: persons by their surnames, houses by the words that end their
names."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsparse.lexicon.languages import spoken
from newsparse.lexicon.names import HAN_SURNAMES, HAN_SURNAMES_OF_TWO, JAPANESE_SURNAMES

HAN: Final = re.compile("[\u3400-\u9fff]")
_HAN_ALONE: Final = re.compile("[\u3400-\u9fff々]+")
_BETWEEN_NAMES: Final = re.compile(r"\s*[、，,/／&＆\s]\s*")
_MARKS: Final = " \u3000■□●○◎◆◇★☆▲△"
"""Marks that papers set before a name alone."""
_LONGEST_HOUSE: Final = 14
"""Characters of the longest name of a house that is written in Chinese characters."""
_LONGEST_JAPANESE_NAME: Final = 5


def is_han_name(text: str) -> bool:
    """Whether a text of Chinese characters alone has the shape of a Chinese name: a surname and one
    or two characters.

    >>> is_han_name("王小明"), is_han_name("欧阳小明"), is_han_name("导航"), is_han_name("发布时间")
    (True, True, False, False)
    """
    if _other_words().match(text):
        return False
    if text[:2] in HAN_SURNAMES_OF_TWO:
        return 3 <= len(text) <= 4
    return 2 <= len(text) <= 3 and text[0] in HAN_SURNAMES


def has_surname(text: str) -> bool:
    """Whether a text that is Chinese characters alone begins with a Chinese or Japanese surname and
    is as long as a name; any other text has none to look for.

    >>> has_surname("王小明"), has_surname("佐藤花子"), has_surname("手机访问")
    (True, True, False)
    >>> has_surname("Ada Lin")
    True
    """
    letters = "".join(text.split())
    if not _HAN_ALONE.fullmatch(letters):
        return True
    if is_han_name(letters):
        return True
    return len(letters) <= _LONGEST_JAPANESE_NAME and not JAPANESE_SURNAMES.isdisjoint(
        (letters[:2], letters[:3])
    )


def are_han_names(text: str) -> bool:
    """Whether a line is Chinese names and nothing else.

    >>> are_han_names("赵小东、风小天"), are_han_names("赵小东 资料图"), are_han_names("相关新闻")
    (True, False, False)
    """
    shown = text.strip(_MARKS)
    first, *rest = _BETWEEN_NAMES.split(shown)
    listed = not any(letter.isspace() for letter in shown)
    return is_han_name(first) and all(
        is_han_name(name) or (listed and 2 <= len(name) <= 4 and _HAN_ALONE.fullmatch(name))
        for name in rest
    )


def is_han_house(text: str) -> bool:
    """Whether a text ends as the names of papers, broadcasters and sites do.

    >>> is_han_house("例都日报"), is_han_house("王小明")
    (True, False)
    """
    return (
        2 < len(text) <= _LONGEST_HOUSE
        and not _other_words().match(text)
        and HAN.match(text) is not None
        and text.endswith(_house_endings())
    )


@cache
def _house_endings() -> tuple[str, ...]:
    return tuple(filter(HAN.match, spoken(lambda language: language.house_endings)))


@cache
def _other_words() -> re.Pattern[str]:
    """Words that are no names though they may begin as one."""
    words = spoken(lambda language: language.words_outside_names)
    return re.compile(f"(?:{'|'.join(map(re.escape, filter(HAN.match, words)))})$")
