"""Each language stands in one file, is well formed, and has no word of its own anywhere else."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

import newsparse
from newsparse.lexicon import languages
from newsparse.lexicon.furniture import OPENING_PURPOSES, WHOLE_PURPOSES, purpose
from newsparse.lexicon.language import Language
from newsparse.records import NoteKind
from newsparse.textual import normalize

PACKAGE = Path(newsparse.__file__).parent
FOLDER = Path(languages.__file__).parent
PRINTED = frozenset(
    (
        "code",
        "name",
        "joiners",
        "glued_byline_prefixes",
        "glued_date_labels",
        "printed_photo_labels",
        "printed_photo_prepositions",
        "printed_credit_openings",
    )
)
"""Fields whose phrases stand in each spelling that pages print."""
PATTERNS = frozenset(field.name for field in attrs.fields(Language) if "_patterns" in field.name)
MAPPINGS = frozenset(("furniture", "furniture_openings", "note_openings", "note_phrases"))
OTHER_MONTHS = frozenset(("levantine_months", "jalali_months", "hijri_months"))
ORDERS = frozenset(("numeric_order", "numeric_orders"))
PLAIN = [
    field.name
    for field in attrs.fields(Language)
    if field.name not in MAPPINGS | PATTERNS | OTHER_MONTHS | ORDERS | {"code", "name", "months"}
]
by_language = pytest.mark.parametrize("language", languages.languages(), ids=lambda one: one.code)


def test_every_file_is_a_language_in_the_list() -> None:
    files = {path.stem for path in FOLDER.glob("*.py")} - {"__init__"}
    assert files == set(languages.CODES)
    assert len(languages.CODES) == len(set(languages.CODES))
    assert [language.code for language in languages.languages()] == list(languages.CODES)


def test_a_code_means_one_language() -> None:
    codes = [
        code for language in languages.languages() for code in (language.code, *language.aliases)
    ]
    assert len(codes) == len(set(codes))


@by_language
def test_phrases_are_folded_and_stand_once(language: Language) -> None:
    for field in PLAIN:
        phrases = getattr(language, field)
        assert len(phrases) == len(set(phrases)), f"{field} has a phrase twice"
        for phrase in phrases:
            assert phrase and phrase == " ".join(phrase.split()), f"{field}: {phrase!r} has blanks"
            assert field in PRINTED or phrase == phrase.lower(), f"{field}: {phrase!r} is not small"


@by_language
def test_furniture_is_folded_and_stands_once(language: Language) -> None:
    for field, purposes in (
        ("furniture", WHOLE_PURPOSES),
        ("furniture_openings", OPENING_PURPOSES),
    ):
        table = getattr(language, field)
        assert set(table) <= set(purposes), f"{field} has an unknown purpose"
        for name, phrases in table.items():
            assert len(phrases) == len(set(phrases)), f"{field} {name} has a phrase twice"
            for phrase in phrases:
                assert phrase == normalize(phrase), f"{field} {name}: {phrase!r} is not folded"
                if field == "furniture":
                    assert purpose(phrase), f"{field} {name}: {phrase!r} is never found"


@by_language
def test_months_are_twelve(language: Language) -> None:
    assert len(language.months) in (0, 12)
    for forms in language.months:
        assert forms and all(form == form.lower() and " " not in form for form in forms)


@by_language
def test_other_months_are_twelve(language: Language) -> None:
    for field in OTHER_MONTHS:
        months = getattr(language, field)
        assert len(months) in (0, 12)
        for forms in months:
            assert forms and all(form == " ".join(form.lower().split()[:2]) for form in forms)


@by_language
def test_numeric_orders_are_known(language: Language) -> None:
    orders = {language.numeric_order, *language.numeric_orders.values()}
    assert orders <= {"dmy", "mdy", "ymd"}
    assert all(len(region) == 2 and region.islower() for region in language.numeric_orders)


@by_language
def test_patterns_compile_and_kinds_are_known(language: Language) -> None:
    kinds = {kind.value for kind in NoteKind}
    assert {*language.note_openings, *language.note_phrases} <= kinds
    patterns = [pattern for field in PATTERNS for pattern in getattr(language, field)]
    patterns += [pattern for rows in language.note_openings.values() for pattern in rows]
    for rows in language.note_phrases.values():
        for letters, pattern in rows:
            assert letters == letters.lower()
            patterns.append(pattern)
    for pattern in patterns:
        assert re.compile(pattern).match("") is None, f"{pattern!r} finds nothing at all"


@by_language
def test_one_phrase_a_line(language: Language) -> None:
    tree = ast.parse((FOLDER / f"{language.code}.py").read_text("utf-8"))
    for call in ast.walk(tree):
        if not isinstance(call, ast.keyword) or call.arg in OTHER_MONTHS | {"months"}:
            continue
        for node in ast.walk(call.value):
            if isinstance(node, ast.Tuple) and len(node.elts) > 1 and call.arg != "note_phrases":
                lines = [element.lineno for element in node.elts]
                assert len(lines) == len(set(lines)), f"{call.arg}: two phrases on a line"


# Words of a language anywhere else

SHORTEST_PHRASE = 5
"""Letters of the shortest phrase that is looked for in other modules."""
ELSEWHERE = frozenset(("lexicon", "archives", "training", "benchmark"))
"""Parts that hold words of their own: names, class words, archive labels, tools for the corpus."""
ALLOWED = {
    "月": "sign of a month in a numeric date",
    "日": "sign of a day in a numeric date",
    "年": "sign of a year in a numeric date",
    "년": "sign of a year in a numeric date",
    "분": "sign of a minute in a time of day",
    "分": "sign of a minute in a time of day",
    "à": "letter of the words between a day and its time",
    "ı": "letter that folds to an i",
    "İ": "letter that folds to an i",
    "мск": "abbreviation of a time zone",
    "ㅣ": "a letter that sites print as a bar",
    "ſ": "letter of old type",
    "ꝛ": "letter of old type",
    "º": "sign of a number",
}
"""Letters outside ASCII that may stand in other modules, and why."""
CLASS = re.compile(r"\[(?:[^\]\\]|\\.)*\]")
"""A class of characters: scripts and signs, not words."""


def strings() -> Iterator[tuple[Path, int, str]]:
    """The string literals of the other modules, but for docstrings and escaped letters."""
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).parts
        if ELSEWHERE.intersection(parts) or parts[:2] == ("profiles", "sites"):
            continue
        source = path.read_text("utf-8")
        lines = source.splitlines()
        tree = ast.parse(source)
        docs = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                printed = "".join(lines[node.lineno - 1 : node.end_lineno])
                if id(node) not in docs and (node.value.isascii() or not printed.isascii()):
                    yield path, node.lineno, node.value


def test_no_letter_outside_ascii_in_other_modules() -> None:
    found = []
    for path, line, text in strings():
        if path.name in ("textual.py", "tags.py", "address.py", "html.py"):
            continue  # tables of letters: quotes, umlauts and their spellings, words of one letter
        bare = CLASS.sub("", unicodedata.normalize("NFC", text))
        for allowed in ALLOWED:
            bare = bare.replace(allowed, "")
        if any(letter.isalpha() and not letter.isascii() for letter in bare):
            found.append(f"{path.relative_to(PACKAGE)}:{line}: {text[:60]!r}")
    assert not found, "\n".join(found)


def foreign() -> frozenset[str]:
    """Phrases that a language other than English has and English has not."""
    english = languages.language_of("en")
    assert english is not None
    own = {word for field in PLAIN for phrase in getattr(english, field) for word in phrase.split()}
    own |= {word for words in english.furniture.values() for one in words for word in one.split()}
    own |= {form for forms in english.months for form in forms}
    found: set[str] = set()
    for language in languages.languages():
        if language is english:
            continue
        tables = [getattr(language, field) for field in PLAIN]
        tables += [*language.furniture.values(), *language.furniture_openings.values()]
        tables += language.months
        found |= {phrase.strip(" :") for table in tables for phrase in table}
    return frozenset(
        phrase
        for phrase in found
        if len(phrase) >= SHORTEST_PHRASE and phrase not in own and phrase not in ENGLISH
    )


ENGLISH = frozenset(
    """
    audio autor author comment content contact color copyright credit direct editor error format
    image images index login media menu minimum minute minutes national newsletter normal opinion
    original origin page photo plural podcast portal position premium print profile radio region
    report reporter section sport start stock story style table text title topic total union
    update version video abbreviation service services culture debate regional illustration stand
    journalist photographie agency international local agence social source sources tag tags forum
    """.split()
)
"""Words that English and computing share with other languages."""


def english_phrases() -> frozenset[str]:
    """The phrases of two words and more that only English pages print."""
    english = languages.language_of("en")
    assert english is not None
    tables = [getattr(english, field) for field in PLAIN]
    tables += [*english.furniture.values(), *english.furniture_openings.values()]
    found = {phrase.strip(" :").lower() for table in tables for phrase in table}
    return frozenset(phrase for phrase in found if re.search(r"\w{3}.* .*\w{3}", phrase))


def test_no_phrase_of_another_language_in_other_modules() -> None:
    phrases = foreign()
    found = []
    for path, line, text in strings():
        words = re.findall(r"[^\W\d_]+(?:[ -][^\W\d_]+)*", text.lower())
        singles = {single for word in words for single in re.split(r"[ -]", word)}
        for phrase in sorted(phrases & ({*words} | singles)):
            found.append(f"{path.relative_to(PACKAGE)}:{line}: {phrase!r} in {text[:60]!r}")
    assert not found, "\n".join(found)


def test_no_english_phrase_in_other_modules() -> None:
    phrases = english_phrases()
    found = [
        f"{path.relative_to(PACKAGE)}:{line}: {phrase!r} in {text[:60]!r}"
        for path, line, text in strings()
        for phrase in phrases
        if phrase in text.lower() and re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text.lower())
    ]
    assert not found, "\n".join(found)
