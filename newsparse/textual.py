"""Facts about strings that any language shares: white space, sentences, scripts, case.

Rules of this file: pure functions over str; no page, no language, no site.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Final
from urllib.parse import urlsplit

INVISIBLE: Final = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Soft hyphens and zero-width marks that carry no meaning of their own."""

SENTENCE_END: Final = re.compile(r"""[.!?…。！？؟।]["'”’»“)\]\s]*$""")
"""The end of a text that ends as sentences do."""

UNSPACED: Final = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
"""Letters of scripts that write much in few letters: Thai, Lao, Burmese, Khmer, kana, Han, Hangul."""

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
    """`text` with every run of white space as one blank and none at its ends.

    >>> squeeze("  one\\u00a0\\n two ")
    'one two'
    """
    return " ".join(text.split())


def normalize(text: str) -> str:
    """`text` for comparing: case, white space, quotes and dashes folded, invisible marks dropped.

    >>> normalize("“Don’t – ever”") == normalize('"DON\\'T - EVER"')
    True
    """
    text = " ".join(text.casefold().split())
    if "`" in text:
        text = text.replace("`", "'")
    return text if text.isascii() or not _QUOTED.search(text) else _quotes_folded(text)


def _quotes_folded(text: str) -> str:
    for mark, folded in _QUOTES:
        if mark in text:
            text = text.replace(mark, folded)
    return text


def words(text: str) -> list[str]:
    """The words of a text, folded for comparing."""
    return WORD.findall(normalize(text))


def folded_words(folded: str) -> set[str]:
    """The words of a text that `normalize` has folded.

    >>> sorted(folded_words("rain, rain_1 \u00e9t\u00e9")), sorted(folded_words("rain, rain_1"))
    (['rain', 'rain_1', 'été'], ['rain', 'rain_1'])
    """
    return set(WORD.findall(folded))


def letter_length(text: str) -> float:
    """The length of a text in letters of an alphabet; a letter of an unspaced script counts two and a half.

    >>> letter_length("word"), letter_length("言葉")
    (4.0, 5.0)
    """
    if text.isascii():
        return float(len(text))
    return len(text) + 1.5 * len(UNSPACED.findall(text))


def any_of(phrases: Iterable[str]) -> str:
    """An expression of any of some phrases, the longest that stands there: phrases that begin alike share their beginning.

    Tried letter by letter, hundreds of phrases cost little more than one.

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
    """The path of a URL, "" where it has none or is no URL.

    >>> url_path("https://example.com/news/rain-falls?x=1"), url_path("http://[")
    ('/news/rain-falls', '')
    """
    try:
        return urlsplit(url or "").path
    except ValueError:
        return ""


def overlap(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    """The share of the words of two texts that both have (Jaccard index), 0 to 1.

    >>> overlap({"a", "b"}, {"b", "c"}) == 1 / 3
    True
    """
    if not one or not other:
        return 0.0
    common = len(one & other)
    return common / (len(one) + len(other) - common)
