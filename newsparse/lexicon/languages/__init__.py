"""The languages that newsparse knows, one file each; docs/languages.md says how to add one.

A phrase of any of them is looked for on every page, whatever the page's own language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from typing import Final

from newsparse.lexicon.language import Language

CODES: Final = (
    "en",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "ca",
    "gl",
    "eu",
    "nl",
    "sv",
    "nb",
    "da",
    "fi",
    "is",
    "et",
    "lv",
    "lt",
    "pl",
    "cs",
    "sk",
    "sl",
    "hr",
    "sr",
    "hu",
    "ro",
    "bg",
    "el",
    "ru",
    "uk",
    "tr",
    "id",
    "ms",
    "vi",
    "sw",
    "af",
    "zu",
    "ga",
    "cy",
    "ar",
    "he",
    "fa",
    "hi",
    "bn",
    "th",
    "ja",
    "zh",
    "ko",
)
"""The codes of all languages: where two of them spell a month alike, the first one decides."""


@cache
def languages() -> tuple[Language, ...]:
    """All languages, in the order of `CODES`; their files are read on first use."""
    return tuple(_read(code) for code in CODES)


def _read(code: str) -> Language:
    language: Language = import_module(f"{__name__}.{code}").LANGUAGE
    return language


@cache
def language_of(code: str) -> Language | None:
    """The language of a code as pages state it (`de`, `de-AT`, `no`, `zh_Hant`), None if unknown.

    >>> language_of("no").code, language_of("pt-BR").name, language_of("xx") is None
    ('nb', 'Portuguese', True)
    """
    short = code.replace("_", "-").partition("-")[0].lower()
    for language in languages():
        if short == language.code or short in language.aliases:
            return language
    return None


def spoken(phrases: Callable[[Language], Iterable[str]]) -> tuple[str, ...]:
    """What all languages say for one purpose, each phrase once, in the order of `CODES`.

    >>> spoken(lambda language: language.surname_joiners)
    ('y', 'e', 'i')
    """
    return tuple(dict.fromkeys(phrase for language in languages() for phrase in phrases(language)))
