"""Signatures of Chinese pages: a label and names, within a line or in a bracket behind the story.

Names are not parted by blanks and capitals there. What parts them are labels ("记者", "作者"), the
length of a name and the list of surnames.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsparse.lexicon.languages import spoken
from newsparse.lexicon.names import HAN_SURNAMES, HAN_SURNAMES_OF_TWO
from newsparse.records import Author, Byline, Origin, Source
from newsparse.textual import any_of

HAN: Final = re.compile("[\u3400-\u9fff]")
_LONGEST_LINE: Final = 400
_NAME: Final = "[\u3400-\u9fff]{2,4}(?:[·・][\u3400-\u9fff]{1,8})?"
_BETWEEN: Final = r"(?:\s*[、，,/／&＆]\s*|\s+)"
_PEN_NAME: Final = r"[\w&·.-]{2,16}(?=$|[\s，,。;；|（(【])"
_TAIL = re.compile(r"[（(](?P<inner>[^（）()]{2,40})[）)]\s*$")
_PAPER = re.compile("\\s?[\u3400-\u9fff·]{2,12}")
"""The name of a paper before the label of its reporter."""
_BETWEEN_NAMES = re.compile(_BETWEEN)
_WORD = re.compile(_NAME)


def han_byline(text: str) -> Byline | None:
    """The byline in a line that calls its author 作者, 记者 or the like; None where it has none.

    >>> han_byline("编辑：金小金 来源：例日报 作者：宋小怡 杨志大").names
    ('宋小怡', '杨志大')
    >>> han_byline("时间：2004年10月21日 作者：郭小弘 我来说两句(0)").names
    ('郭小弘',)
    """
    if len(text) > _LONGEST_LINE or not HAN.search(text):
        return None
    match = _labelled().search(text)
    if match is not None:
        found = _named(text, match.start("names"), match.end("names"))
        return _byline(text, _start(text, match.start("label")), found) if found else None
    match = _pen_named().search(text) or _dated_author().search(text)
    if match is None:
        return None
    start, end = match.span("name")
    return _byline(text, match.start(), [_author(text, start, end)])


def han_signature(text: str) -> Byline | None:
    """The byline in the bracket that ends a paragraph: a label and names, or one name, with the
    place it was filed from.

    >>> han_signature("桥已修好。（例日报记者 胡小蓉）").names
    ('胡小蓉',)
    >>> han_signature("桥已修好。（袁小源）").names
    ('袁小源',)
    >>> han_signature("桥已经修好。（见图）") is None
    True
    """
    tail = _TAIL.search(text)
    if tail is None or not HAN.search(tail["inner"]):
        return None
    start, end = tail.span("inner")
    match = _labelled().search(text, start, end)
    if match is not None:
        found = _named(text, match.start("names"), match.end("names"))
    else:
        found = _unlabelled(text, start, end)
    return _byline(text, tail.start(), found, tail.end()) if found else None


def is_han_name(text: str) -> bool:
    """Whether a text of Han alone has the shape of a Chinese name: a surname and one or two
    characters.

    >>> is_han_name("王小明"), is_han_name("欧阳小明"), is_han_name("导航"), is_han_name("发布时间")
    (True, True, False, False)
    """
    if text[:2] in HAN_SURNAMES_OF_TWO:
        return 3 <= len(text) <= 4
    return 2 <= len(text) <= 3 and text[0] in HAN_SURNAMES


def are_han_names(text: str) -> bool:
    """Whether a line is Chinese names and nothing else.

    >>> are_han_names("赵小东、风小天"), are_han_names("相关新闻")
    (True, False)
    """
    parts = _BETWEEN_NAMES.split(text.strip())
    return is_han_name(parts[0]) and all(_WORD.fullmatch(part) for part in parts)


def _unlabelled(text: str, start: int, end: int) -> list[Author]:
    """One name, and at most the place it was filed from, that a bracket holds."""
    first, _, rest = text[start:end].strip().partition(" ")
    if not is_han_name(first) or (rest and not rest.endswith(filed_endings())):
        return []
    at = text.index(first, start)
    return [_author(text, at, at + len(first))]


def _named(text: str, start: int, end: int) -> list[Author]:
    """The names between two places, without what follows them."""
    found: list[Author] = []
    for match in _WORD.finditer(text, start, end):
        name = match.group()
        if name.endswith(filed_endings()) or name in _other_words():
            break
        if found and not is_han_name(name):
            break
        found.append(_author(text, match.start(), match.end()))
    return found


def _start(text: str, label: int) -> int:
    """Where a signature begins: at the name of the paper that opens the line, else at its label."""
    return 0 if _PAPER.fullmatch(text, 0, label) else label


def _author(text: str, start: int, end: int) -> Author:
    name = text[start:end]
    return Author(name, raw=name, source=Source(Origin.TEXT, start, end))


def _byline(text: str, start: int, authors: list[Author], end: int = -1) -> Byline:
    end = end if end >= 0 else authors[-1].source.end or 0
    return Byline(tuple(authors), raw=text[start:end], source=Source(Origin.TEXT, start, end))


@cache
def _labelled() -> re.Pattern[str]:
    labels = any_of(spoken(lambda language: language.signing_labels))
    return re.compile(
        rf"(?P<label>{labels})(?:[\s:：]+|(?={_NAME}(?:$|[\s）)】／/、，,])))"
        rf"(?P<names>{_NAME}(?:{_BETWEEN}{_NAME}){{0,7}})(?![\u3400-\u9fff])"
    )


@cache
def _pen_named() -> re.Pattern[str]:
    labels = any_of(spoken(lambda language: language.author_labels))
    return re.compile(rf"{labels}\s*[:：]\s*(?P<name>{_PEN_NAME})")


@cache
def _dated_author() -> re.Pattern[str]:
    endings = any_of(spoken(lambda language: language.author_endings))
    return re.compile(rf"(?:^|[\s\]】])(?P<name>{_PEN_NAME})\s+{endings}")


@cache
def filed_endings() -> tuple[str, ...]:
    """What ends the words for where a story was filed."""
    return spoken(lambda language: language.filed_endings)


@cache
def _other_words() -> frozenset[str]:
    return frozenset(spoken(lambda language: language.words_outside_names))
