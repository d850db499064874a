"""The languages of a page, as far as its bylines need them: which prefixes count there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from typing import Final

from newsparse.lexicon.languages import language_of, languages

SpeaksPrefix = Callable[[str], bool]
"""Whether a byline prefix that begins names too ("Van", "Per") is a prefix on the page."""
_MOST_WORDS_COUNTED: Final = 600
_FEWEST_FUNCTION_WORDS: Final = 8
_FEWEST_OF_TEN_WORDS: Final = 1
"""Function words among ten words of running text; more than that in every known language."""
_NEARLY_AS_MANY: Final = 0.8
"""Share of the best language's count from which another one is as likely."""
_WORD = re.compile(r"[^\W\d_]{1,20}")


def anywhere(prefix: str) -> bool:
    """Every prefix counts: nothing is known of the page."""
    return True


def nowhere(prefix: str) -> bool:
    """No prefix that begins names counts."""
    return False


def speaks_in(codes: Iterable[str]) -> SpeaksPrefix:
    """A test for the prefixes of these languages.

    >>> test = speaks_in(["nl"])
    >>> test("van"), test("per")
    (True, False)
    """
    known = [found for code in codes if (found := language_of(code)) is not None]
    prefixes = frozenset(prefix for one in known for prefix in one.prefixes_like_names)
    return prefixes.__contains__


def guessed_languages(texts: Iterable[str]) -> frozenset[str]:
    """The codes of the languages whose function words are the most frequent in some texts.

    Languages with nearly as many are in it too. Empty where the texts are too short to tell.

    >>> text = "The rain in the hills fell on the roof of the mill and the barn"
    >>> sorted(guessed_languages([text]))
    ['en']
    """
    words: Counter[str] = Counter()
    for text in texts:
        words.update(_WORD.findall(text.lower()))
        if words.total() >= _MOST_WORDS_COUNTED:
            break
    counts: Counter[str] = Counter()
    codes_of = _codes_by_function_word()
    for word, times in words.items():
        for code in codes_of.get(word, ()):
            counts[code] += times
    best = max(counts.values(), default=0)
    if best < _FEWEST_FUNCTION_WORDS or best * 10 < words.total() * _FEWEST_OF_TEN_WORDS:
        return frozenset()
    return frozenset(code for code, count in counts.items() if count >= best * _NEARLY_AS_MANY)


@cache
def _codes_by_function_word() -> dict[str, list[str]]:
    """The codes of the languages that have each function word."""
    found: dict[str, list[str]] = {}
    for one in languages():
        for word in frozenset(one.function_words):
            found.setdefault(word, []).append(one.code)
    return found
