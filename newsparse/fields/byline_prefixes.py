"""Byline prefixes: the words that open a byline, such as "By", "Von" and "Text:"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsparse.fields.desks import desk_of, desks
from newsparse.fields.page_languages import SpeaksPrefix, anywhere
from newsparse.fields.persons import particles
from newsparse.lexicon.agencies import agency_of, are_agencies
from newsparse.lexicon.languages import spoken
from newsparse.lexicon.papers import is_paper
from newsparse.textual import any_of, folded_words

_LONGEST_PREFIX: Final = 24
"""Characters below which a text may be a prefix and nothing else."""
_REST: Final = 200
"""Characters behind a prefix that are looked at to tell whether it is one."""
EDGES: Final = " \u00a0\u3000.,،（）-–—*\"“”'«»‹›>_#~=＝©〓★☆■□◆"
_DIGIT = re.compile(r"\d")
_GLUED_PREFIX = re.compile(
    rf"{any_of(spoken(lambda language: language.glued_byline_prefixes))}[A-ZÀ-Þ]"
)
_AROUND_PREFIX: Final = " \u00a0:：-–—•|·*>("
"""Signs before and behind a prefix."""
_MOST_AGENCY_WORDS: Final = 5
_ALIKE: Final = str.maketrans("ıİ", "ii")
"""Letters that an expression takes for an i where case is ignored, and `casefold` does not."""


def has_byline_prefix(text: str, speaks: SpeaksPrefix = anywhere) -> bool:
    """Whether a text opens with a byline prefix; `speaks` says which of them count on the page.

    >>> has_byline_prefix("By Ada Lin"), has_byline_prefix("Bystanders said")
    (True, False)
    """
    return after_prefix(text, speaks) > 0


def is_byline_prefix(text: str) -> bool:
    """Whether a text is a byline prefix and nothing else ("By", "Von", "Text:").

    >>> is_byline_prefix("By"), is_byline_prefix("By Ada Lin")
    (True, False)
    """
    return (
        len(text) < _LONGEST_PREFIX
        and " ".join(text.casefold().split()).strip(" :：|–—-") in bare_prefixes()
    )


def may_hold_byline_prefix(text: str) -> bool:
    """Whether some word of a text begins a byline prefix: a quick test of whole lines.

    Where it says no, no part that `parse_byline` makes of the text opens with a prefix. Parts begin
    behind signs and blanks, or behind a date, a count or a contact.

    >>> may_hold_byline_prefix("Sport | By Ada Lin"), may_hold_byline_prefix("Bystanders")
    (True, False)
    """
    if (
        "@" in text
        or "://" in text
        or "www." in text
        or _GLUED_PREFIX.search(text)
        or _DIGIT.search(text)
    ):
        return True
    folded = text.casefold() if text.isascii() else text.translate(_ALIKE).casefold()
    return not _prefix_openings().isdisjoint(folded_words(folded.replace("_", " ")))


def after_prefix(text: str, speaks: SpeaksPrefix = anywhere) -> int:
    """Where a text goes on after its byline prefix; 0 where it has none.

    A prefix that begins names too ("Van", "Per") is one where `speaks` says so.

    >>> after_prefix("By Ada Lin"), after_prefix("By noon the rain had stopped")
    (2, 0)
    """
    match = _opening_pattern().match(text)
    if match is None:
        return 0
    end = match.end()
    prefix = match.group().strip(_AROUND_PREFIX).casefold()
    if prefix in _like_names() and not speaks(prefix):
        return 0
    rest = text[end : end + _REST].lstrip()
    if not rest:
        return 0
    first = rest.split(None, 1)[0]
    if (
        first[:1].islower()
        and first.lower() not in particles()
        and not desk_of(rest)
        and not _opens_with_agency(rest)
        and not _is_paper_in_capitals(rest)
        and not after_prefix(rest, speaks)
    ):
        return 0
    return end


def after_source_label(text: str) -> int:
    """Where a text goes on after the label of its source ("Source:"); 0 where it has none.

    >>> after_source_label("Zdroj: ČTK"), after_source_label("Zdroje energie")
    (6, 0)
    """
    match = _source_label().match(text)
    return match.end() if match is not None else 0


@cache
def _source_label() -> re.Pattern[str]:
    labels = any_of(spoken(lambda language: language.source_labels))
    return re.compile(rf"\s?{labels}\s?[:：]", re.IGNORECASE)


def _opens_with_agency(text: str) -> bool:
    """Whether the first words of a text name an agency ("the Associated Press")."""
    words = text.split(None, _MOST_AGENCY_WORDS)[:_MOST_AGENCY_WORDS]
    return any(
        agency_of(" ".join(words[:count]).strip(EDGES)) is not None
        for count in range(1, len(words) + 1)
    ) or (bool(words) and are_agencies(words[0].strip(EDGES)))


def _is_paper_in_capitals(text: str) -> bool:
    """Whether a text is an article and the name of a paper ("the Boston Globe")."""
    name = text.partition(" ")[2]
    return name[:1].isupper() and is_paper(text.strip(EDGES))


@cache
def _like_names() -> frozenset[str]:
    """The prefixes that begin names in another language."""
    return frozenset(spoken(lambda language: language.prefixes_like_names))


@cache
def _opening_pattern() -> re.Pattern[str]:
    words = any_of(spoken(lambda language: language.byline_prefixes))
    sources = "|".join(spoken(lambda language: language.source_prefix_patterns))
    glued = any_of(spoken(lambda language: language.glued_byline_prefixes))
    return re.compile(
        rf"[\s\W]{{0,3}}(?:(?i:{sources}|{words}(?:\s?[:：]|(?=\s)|(?<=[:：＝／・/])))"
        rf"|{glued}(?=[A-ZÀ-Þ](?:[a-zà-ÿ]|[A-ZÀ-Þ]+\s[A-ZÀ-Þ]{{2}})))"
    )


@cache
def bare_prefixes() -> frozenset[str]:
    """The prefixes without their colons; a word that is a desk's too is none."""
    words = {word.rstrip(":：").strip() for word in spoken(lambda one: one.byline_prefixes)}
    return frozenset(words - desks().keys())


@cache
def _prefix_openings() -> frozenset[str]:
    """The first words of all that `_opening_pattern` and `is_byline_prefix` find, folded."""
    words = spoken(lambda one: (*one.byline_prefixes, *one.source_prefix_patterns))
    return frozenset(re.findall(r"\w+", word.casefold())[0] for word in words)
