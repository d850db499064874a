"""The language of a text that does not state it: by its script, else by a model of languages.

A script that the papers of one language use decides alone. Latin, Cyrillic, Arabic and Devanagari
serve many languages: there `py3langid` decides, which `newsparse[language]` installs. Without it,
or where it is not sure, no language is found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Final

import attrs

from newsparse.lexicon.scripts import ONLY_LANGUAGES, SCRIPTS

_FEWEST_LETTERS: Final = 20
"""Letters of the shortest text whose language is looked for."""
_FEWEST_LETTERS_FOR_MODEL: Final = 60
"""Letters of the shortest text that the model is asked about: it guesses at less."""
_LEAST_SHARE_OF_SCRIPT: Final = 0.6
"""Share of a text's letters from which its script decides: foreign names and addresses are in
other scripts."""
_LEAST_SHARE_OF_KANA: Final = 0.1
"""Share of kana among kana and Han from which a text is Japanese; titles alone have less."""
_LEAST_MODEL_SCORE: Final = 0.9
"""Probability from which an answer of the model is taken."""
_LATIN: Final = "Latin"


@attrs.frozen
class FoundLanguage:
    """A language that a text is written in."""

    code: str
    """Its ISO 639-1 code, or ISO 639-3 where it has none of two letters."""
    score: float
    """How sure it is, from 0 to 1: the share of its script, or the probability of the model."""
    reason: str
    """What says so."""


def language_in(text: str) -> FoundLanguage | None:
    """The language of a text; None where its letters are too few, mixed, or of a script that
    several languages share and no model tells apart.

    >>> language_in("Το νερό στο ποτάμι ανέβηκε ξανά χθες")
    FoundLanguage(code='el', score=1.0, reason='Greek script')
    >>> language_in("川の水位は昨日また上昇した、と市が発表した。").code
    'ja'
    >>> language_in("Yes") is None
    True
    """
    letters = _letters(text)
    total = letters.total()
    if total < _FEWEST_LETTERS:
        return None
    script, count = _japanese_or_chinese(letters).most_common(1)[0]
    if count < total * _LEAST_SHARE_OF_SCRIPT:
        return None
    only = ONLY_LANGUAGES.get(script)
    if only is not None:
        return FoundLanguage(only, round(count / total, 2), f"{script} script")
    return _by_model(text) if total >= _FEWEST_LETTERS_FOR_MODEL else None


def _letters(text: str) -> Counter[str]:
    """How many letters of each script a text has."""
    if text.isascii():
        return Counter({_LATIN: sum(map(str.isalpha, text))})
    return Counter({script: len(pattern.findall(text)) for script, pattern in _patterns()})


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((script, re.compile(f"[{letters}]")) for script, letters in SCRIPTS)


def _japanese_or_chinese(letters: Counter[str]) -> Counter[str]:
    """The same letters with Han counted as kana in a Japanese text, and kana as Han in another."""
    kana, han = letters["kana"], letters["Han"]
    if not kana or not han:
        return letters
    into, other = (
        ("kana", "Han") if kana >= (kana + han) * _LEAST_SHARE_OF_KANA else ("Han", "kana")
    )
    return Counter({**letters, into: kana + han, other: 0})


def _by_model(text: str) -> FoundLanguage | None:
    classify = _model()
    if classify is None:
        return None
    code, score = classify(text)
    if score < _LEAST_MODEL_SCORE:
        return None
    return FoundLanguage(_OWN_CODES.get(code, code), round(float(score), 2), "py3langid")


_OWN_CODES: Final = {"no": "nb"}
"""Codes of the model that stand under another one in `lexicon.languages`."""


@cache
def _model() -> Callable[[str], tuple[str, float]] | None:
    """The model's classifier, read once from the package's own file; None where it is missing."""
    try:
        langid = import_module("py3langid.langid")
    except ImportError:
        return None
    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    classify: Callable[[str], tuple[str, float]] = identifier.classify
    return classify
