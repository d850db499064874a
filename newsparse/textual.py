"""Facts about strings that any language shares: white space, sentences, scripts, case.

Rules of this file: pure functions over str; no page, no language, no site.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
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

_BAR: Final = "¦"
"""Stands between texts that are told as one: a mark that is printed, but hardly in any text, and that no folding makes or drops."""

_SPACED: Final = bytes(lead for lead in range(256) if lead < 0xE0 or lead == 0xE2 or lead > 0xED)
"""The bytes of UTF-8 that no letter of an unspaced script begins with."""


def squeeze(text: str) -> str:
    """`text` with every run of white space as one blank and none at its ends.

    >>> squeeze("  one\\u00a0\\n two ")
    'one two'
    """
    return " ".join(text.split())


def key(text: str) -> str:
    """`text` for comparing: case, white space, quotes and dashes folded, invisible marks dropped.

    >>> key("“Don’t – ever”") == key('"DON\\'T - EVER"')
    True
    """
    text = " ".join(text.casefold().split())
    if "`" in text:
        text = text.replace("`", "'")
    return text if text.isascii() or not _QUOTED.search(text) else _quotes_folded(text)


def keys(texts: Sequence[str]) -> list[str]:
    """Each text as `key` folds it: as one where only single blanks part their words, for every other white space is unprintable.

    >>> keys(["Don’t ", "¦ \tever"]), keys([])
    (["don't", '¦ ever'], [])
    """
    folded = _BAR.join(map(str.strip, texts)).casefold()
    if folded.count(_BAR) != len(texts) - 1 or "  " in folded or not folded.isprintable():
        return list(map(key, texts))
    return _quotes_folded(folded.replace("`", "'")).split(_BAR)


def _quotes_folded(text: str) -> str:
    for mark, folded in _QUOTES:
        if mark in text:
            text = text.replace(mark, folded)
    return text


def words(text: str) -> list[str]:
    """The words of a text, folded for comparing."""
    return _words(key(text))


def folded_words(folded: str) -> set[str]:
    """The words of a text that `key` has folded.

    >>> sorted(folded_words("rain, rain_1 \u00e9t\u00e9")), sorted(folded_words("rain, rain_1"))
    (['rain', 'rain_1', 'été'], ['rain', 'rain_1'])
    """
    return set(_words(folded))


def _words(folded: str) -> list[str]:
    """The runs of letters, digits and low lines of a text.

    Where all letters beyond ASCII are of words, words are what is left when the signs of ASCII are blanks: several times as fast as a search.
    """
    letters = folded.encode("utf-8", "surrogatepass")
    if (
        not folded.isascii()
        and not letters.translate(None, _ASCII).decode("utf-8", "surrogatepass").isalnum()
    ):
        return _WORD.findall(folded)
    return letters.translate(_SIGNS_BLANK).decode().split()


_WORD: Final = re.compile(r"\w+")
_ASCII: Final = bytes(range(128))
_SIGNS_BLANK: Final = bytes(
    code if code >= 128 or chr(code).isalnum() or chr(code) == "_" else ord(" ")
    for code in range(256)
)


def weight(text: str) -> float:
    """The length of a text in letters of an alphabet; a letter of an unspaced script counts two and a half.

    >>> weight("word"), weight("言葉")
    (4.0, 5.0)
    """
    if text.isascii():
        return float(len(text))
    return len(text) + 1.5 * len(UNSPACED.findall(text))


def weights(texts: Sequence[str]) -> list[float]:
    """The weight of each text: lengths, where no letter of them all begins in UTF-8 as those of unspaced scripts do.

    >>> weights(["word", "“été”"]), weights(["word", "言葉"])
    ([4.0, 5.0], [4.0, 5.0])
    """
    if "".join(texts).encode("utf-8", "surrogatepass").translate(None, _SPACED):
        return list(map(weight, texts))
    return list(map(float, map(len, texts)))


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
