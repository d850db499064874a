"""Functions over strings that hold for all languages: white space, sentences, scripts, case."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Final
from urllib.parse import urlsplit

INVISIBLE: Final = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Soft hyphens and zero-width characters."""

SENTENCE_END: Final = re.compile(r"""[.!?…。！？؟।]["'”’»“)\]\s]*$""")
"""The end of a text that ends with a sentence."""

DENSE_SCRIPT: Final = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
"""Letters of dense scripts: Thai, Lao, Burmese, Khmer, kana, Han, Hangul."""

_QUOTES: Final = tuple(
    zip(
        "‘’‚´“”„«»‐‑‒–—―\u00ad\u200b\u2060\ufeff",
        ("'",) * 4 + ('"',) * 5 + ("-",) * 6 + ("",) * 4,
        strict=True,
    )
)

_QUOTED: Final = re.compile("[" + "".join(mark for mark, _ in _QUOTES) + "]")


WORD: Final = re.compile(r"\w+")


def squeeze(text: str) -> str:
    """`text` with each run of white space as one space, and none at its ends.

    >>> squeeze("  one\\u00a0\\n two ")
    'one two'
    """
    return " ".join(text.split())


def normalize(text: str) -> str:
    """`text` for comparison: case, white space, quotes and dashes folded, invisible marks dropped.

    >>> normalize("“Don’t – ever”") == normalize('"DON\\'T - EVER"')
    True
    """
    return fold_case(" ".join(text.split()))


def fold_case(text: str) -> str:
    """`normalize` for a text in which white space is folded already."""
    text = text.casefold()
    if "`" in text:
        text = text.replace("`", "'")
    return text if text.isascii() or not _QUOTED.search(text) else _quotes_folded(text)


def _quotes_folded(text: str) -> str:
    for mark, folded in _QUOTES:
        if mark in text:
            text = text.replace(mark, folded)
    return text


def words(text: str) -> list[str]:
    """The words of a text, normalized."""
    return WORD.findall(normalize(text))


def folded_words(folded: str) -> set[str]:
    """The words of a normalized text.

    >>> sorted(folded_words("rain, rain_1 \u00e9t\u00e9")), sorted(folded_words("rain, rain_1"))
    (['rain', 'rain_1', 'été'], ['rain', 'rain_1'])
    """
    return set(WORD.findall(folded))


def letter_length(text: str) -> float:
    """The length of a text in letters; a letter of a dense script counts two and a half.

    >>> letter_length("word"), letter_length("言葉")
    (4.0, 5.0)
    """
    if text.isascii():
        return float(len(text))
    return len(text) + 1.5 * len(DENSE_SCRIPT.findall(text))


def any_of(phrases: Iterable[str]) -> str:
    """A regular expression that matches the longest of several phrases.

    Phrases with the same beginning share it, so hundreds of phrases match about as fast as one.

    >>> any_of(["photo", "photo by", "pic"])
    'p(?:hoto(?:\\\\ by)?|ic)'
    """
    rests: dict[str, list[str]] = {}
    for phrase in phrases:
        rests.setdefault(phrase[:1], []).append(phrase[1:])
    whole = rests.pop("", None) is not None
    branches = [re.escape(letter) + any_of(dict.fromkeys(rest)) for letter, rest in rests.items()]
    if len(branches) == 1 and not whole:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if whole else ''}" if branches else ""


def url_path(url: str | None) -> str:
    """The path of a URL; "" if it has none or is malformed.

    >>> url_path("https://example.com/news/rain-falls?x=1"), url_path("http://[")
    ('/news/rain-falls', '')
    """
    try:
        return urlsplit(url or "").path
    except ValueError:
        return ""


def bare_address(address: str) -> str:
    """An address without its scheme, `www.` and last stroke: what two forms of one address share.

    >>> bare_address("https://www.herald.example/rain/"), bare_address("herald.example/rain")
    ('herald.example/rain', 'herald.example/rain')
    """
    return (address.partition("://")[2] or address).removeprefix("www.").rstrip("/")


def is_signs_alone(text: str) -> bool:
    """Whether a text has no letter and no digit.

    >>> is_signs_alone("* * *"), is_signs_alone("* 3 *")
    (True, False)
    """
    return not any(map(str.isalnum, text))


def overlap(one: AbstractSet[object], other: AbstractSet[object]) -> float:
    """The Jaccard index of two sets, 0 to 1.

    >>> overlap({"a", "b"}, {"b", "c"}) == 1 / 3
    True
    """
    if not one or not other:
        return 0.0
    common = len(one & other)
    return common / (len(one) + len(other) - common)
