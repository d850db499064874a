"""Names and roles of persons: their shapes in any script, and their letters' case.

Pure functions over short strings; the words they know stand in `newsparse.lexicon.languages`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from newsparse.fields.han_names import is_han_house
from newsparse.lexicon.languages import spoken
from newsparse.lexicon.names import CREDENTIALS, INITIAL_PAIRS

_LATIN_NAME = re.compile(r"[^\W\d_][\w.'’`´-]{0,40}$")
_UNCASED = re.compile(
    r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_IDEOGRAPHS = re.compile(r"^[\u3040-\u30ff\u3400-\u9fff\u30fb\u3000 々]{2,12}$")
_PARTICLES = re.compile("[をへ]")
"""Kana that mark the parts of a sentence and stand in no name."""
_HANGUL = re.compile(r"^[\uac00-\ud7af]{2,4}$")
_NO_NAME = re.compile(
    r"[\d²³¹⁰-⁹₀-₉@<>{}=_%$#!?…\"“”„:;|/\\\[\]()*+~^（）【】〔〕「」『』《》。，：；！？]"
)
_MOST_NAME_WORDS: Final = 6
_MOST_INSTITUTION_WORDS: Final = 9
_SURNAMES_TOO: Final = frozenset(("staff", "post", "press", "church", "bank", "wire"))
"""Last words of houses that are surnames as well: with one word before them they tell nothing."""
_ANSWERS_KEPT: Final = 2_048
"""Answers kept of each question: a page asks the same of the same words many times."""
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.){1,4}$")
_LETTERS = re.compile(r"[^\W\d_]{1,60}")
_SCOTTISH = re.compile(r"\bMc([a-zà-ÿ])")
_ROLE_SUFFIXES: Final = ("in", "innen", "s", "en", "e", "a", "es")
"""Endings of a role's noun for women and plurals."""
_ROLE_END: Final = 5
"""Letters at the end of a word that rule out most words as roles; no stem is shorter."""


@cache
def particles() -> frozenset[str]:
    """Small words inside names ("de", "van")."""
    return frozenset(spoken(lambda language: language.name_particles))


@cache
def suffixes() -> frozenset[str]:
    """What belongs to a name though it stands after it ("Jr.")."""
    return frozenset(spoken(lambda language: language.name_suffixes))


@cache
def words_outside_names() -> frozenset[str]:
    """Words that no person's name holds."""
    return frozenset(spoken(lambda language: language.words_outside_names))


@cache
def unspaced_roles() -> tuple[str, ...]:
    """Roles that stand behind a name without a blank."""
    return spoken(lambda language: language.unspaced_roles)


@cache
def _articles() -> frozenset[str]:
    return frozenset(spoken(lambda language: language.articles))


@cache
def house_endings() -> frozenset[str]:
    """Last words of houses and institutions, never of persons."""
    return frozenset(spoken(lambda language: language.house_endings))


@cache
def _role_ending() -> re.Pattern[str]:
    """Endings of the compounds that languages make of a role's noun (Politikredakteurin)."""
    stems = spoken(lambda language: language.role_stems)
    return re.compile(rf"(?:{'|'.join(stems)})(?:{'|'.join(_ROLE_SUFFIXES)})?$")


@cache
def _role_ends() -> frozenset[str]:
    """The last letters of all that `_role_ending` finds."""
    return frozenset(
        f"{stem}{suffix}"[-_ROLE_END:]
        for stem in spoken(lambda language: language.role_stems)
        for suffix in ("", *_ROLE_SUFFIXES)
    )


@lru_cache(_ANSWERS_KEPT)
def is_name(text: str, *, alone: bool = False) -> bool:
    """Whether a text has the shape of a person's name; `alone` admits a single word.

    >>> is_name("Ursula von der Leyen"), is_name("J. K. O'Neil Jr."), is_name("The mayor said")
    (True, True, False)
    >>> is_name("Pelé"), is_name("Pelé", alone=True), is_name("山田 太郎"), is_name("김민수")
    (False, True, True, True)
    """
    if not 2 <= len(text) <= 60:
        return False
    if not text.isascii() and _UNCASED.search(text):
        return not _NO_NAME.search(text) and _is_uncased_name(text)
    words = text.split()
    if not (1 if alone else 2) <= len(words) <= _MOST_NAME_WORDS:
        return False
    named = False
    folded = [word.casefold().strip(".,") for word in words]
    for word, small in zip(words, folded, strict=True):
        if small in particles() or small in suffixes() or word.rstrip(",").casefold() in suffixes():
            continue
        if not _is_name_word(word):
            return False
        named = True
    return named and not _NO_NAME.search(text) and _are_words_of_name(words, folded, text)


def _are_words_of_name(words: list[str], folded: list[str], text: str) -> bool:
    """Whether words that look like a name's are no furniture, no house and no abbreviation."""
    if len(words) == 1 and ((text.isupper() and len(text) <= 4) or len(text) < 3):
        return False
    if not words_outside_names().isdisjoint(folded) or words[0].casefold() in _articles():
        return False
    if folded[-1] in house_endings() or (words[-1].islower() and folded[-1] in particles()):
        return False
    return len(words) > 1 or folded[0] not in particles()


def _is_name_word(word: str) -> bool:
    """Whether a word that is no particle or suffix is a name or an initial."""
    return (
        word[0].isupper() or word[1:2] in ("'", "’", "-") or word[2:3] == "-"
    ) and _LATIN_NAME.match(word.rstrip(",")) is not None


def _is_uncased_name(text: str) -> bool:
    """Names in scripts without case: short, few words, no words of furniture."""
    words = text.split()
    if any(word in words_outside_names() for word in words):
        return False
    if any("\uac00" <= letter <= "\ud7af" for letter in text):
        return len(words) <= 2 and all(_HANGUL.match(word) for word in words)
    if _IDEOGRAPHS.match(text):
        return len(text) <= 10 and not _PARTICLES.search(text) and not is_han_house(text)
    return (
        2 <= len(words) <= 4
        and len(text) <= 40
        and all(any(letter.isalpha() for letter in word) for word in words)
    )


def is_caseless_word(text: str) -> bool:
    """Whether a text is one word of a script without case, and none of furniture.

    >>> is_caseless_word("ঢাকা"), is_caseless_word("Dhaka"), is_caseless_word("নতুন সেতু")
    (True, False, False)
    """
    return (
        _UNCASED.match(text) is not None
        and len(text.split()) == 1
        and not _NO_NAME.search(text)
        and text not in words_outside_names()
    )


def is_institution(text: str) -> bool:
    """Whether a text of several words ends as names of houses and companies do.

    >>> is_institution("Example Media Holdings Ltd"), is_institution("Ada Lin")
    (True, False)
    """
    words = [word.casefold().strip(".,") for word in text.split()]
    return (
        2 <= len(words) <= _MOST_INSTITUTION_WORDS
        and words[-1] in house_endings()
        and (len(words) > 2 or words[-1] not in _SURNAMES_TOO)
        and text[0].isupper()
        and words_outside_names().isdisjoint(words)
    )


@lru_cache(_ANSWERS_KEPT)
def is_bare_name(text: str) -> bool:
    """Whether a text is a name of two words or more with no word of a role in it.

    >>> is_bare_name("Ada Lin"), is_bare_name("Sports Editor"), is_bare_name("ADA DE LA VEGA")
    (True, False, True)
    """
    long_enough = len(text.split()) >= 2 or bool(_UNCASED.search(text))
    return (
        long_enough
        and is_name(text, alone=True)
        and not any(map(_is_role_word, _without_particles(text.split())))
    )


@cache
def _nouns() -> frozenset[str]:
    return frozenset(map(str.casefold, spoken(lambda language: language.roles)))


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(map(str.casefold, spoken(lambda language: language.role_qualifiers)))


@cache
def _role_words() -> frozenset[str]:
    return _nouns() | _adjectives()


def _without_particles(words: list[str]) -> Iterator[str]:
    """The words without particles; an article is one behind another particle only."""
    before = ""
    for word in words:
        small = word.casefold()
        is_article = small in _particle_articles() and before not in particles()
        if small not in particles() or is_article:
            yield word
        before = small


@cache
def _particle_articles() -> frozenset[str]:
    return frozenset(spoken(lambda language: language.particle_articles))


def may_hold_role(text: str) -> bool:
    """Whether some word of a text may be a role's; if none may, no stretch of the text is a role.

    >>> may_hold_role("Ada Lin Sports Editor"), may_hold_role("Ada Lin")
    (True, False)
    """
    folded = text.casefold()
    known, ends = _role_words(), _role_ends()
    for word in folded.split():
        word = word.strip(".,")
        if word in known or word[-_ROLE_END:] in ends:
            return True
    return not folded.isascii() and any(role in folded for role in unspaced_roles())


def _is_role_noun(word: str) -> bool:
    small = word.casefold().strip(".,")
    return (
        small in _nouns()
        or (small[-_ROLE_END:] in _role_ends() and _role_ending().search(small) is not None)
        or (len(small) <= 6 and small.endswith(unspaced_roles()))
    )


def _is_role_word(word: str) -> bool:
    return _is_role_noun(word) or word.casefold().strip(".,") in _adjectives()


@lru_cache(_ANSWERS_KEPT)
def is_role(text: str) -> bool:
    """Whether a text is a role or title: few words, one a role's noun, and no name before it.

    >>> is_role("Senior Political Correspondent"), is_role("Ada Lin"), is_role("Politikredakteurin")
    (True, False, True)
    """
    words = text.split()
    if not 0 < len(words) <= 10 or len(text) > 90 or not may_hold_role(text):
        return False
    return any(map(_is_role_noun, words)) or (len(words) >= 2 and all(map(_is_role_word, words)))


def is_credential(text: str) -> bool:
    """Whether a text is degrees and titles after a name.

    >>> is_credential("Ph.D."), is_credential("MD, FACP"), is_credential("LIN")
    (True, True, False)
    """
    words = text.replace(",", " ").split()
    return bool(words) and all(word.casefold().replace(".", "") in CREDENTIALS for word in words)


def cased(name: str) -> str:
    """A name in capitals as names are written; any other name as it is.

    >>> cased("JANE McDONALD-O'NEIL"), cased("ANNE VAN DER BERG"), cased("bell hooks")
    ("Jane McDonald-O'Neil", 'Anne van der Berg', 'bell hooks')
    """
    letters = [letter for letter in name if letter.isalpha() and letter.lower() != letter.upper()]
    if len(letters) < 4 or sum(map(str.isupper, letters)) * 10 < len(letters) * 8:
        return name
    return " ".join(_cased_word(word, first=not at) for at, word in enumerate(name.split()))


def _cased_word(word: str, *, first: bool) -> str:
    small = word.lower()
    if not first and small in particles() and len(small) > 1:
        return small
    if (
        small.strip(".") in ("ii", "iii", "iv")
        or _INITIALS.match(word)
        or (first and word in INITIAL_PAIRS)
    ):
        return word
    shown = _LETTERS.sub(lambda match: match.group()[0].upper() + match.group()[1:].lower(), word)
    return _SCOTTISH.sub(lambda match: "Mc" + match.group(1).upper(), shown)
