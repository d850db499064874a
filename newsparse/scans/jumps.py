"""Jump lines: "Continued on Page 4", and the line at the head of the other half."""

from __future__ import annotations

import re
from typing import Final

import attrs

from newsparse.lexicon.languages import languages, spoken
from newsparse.textual import any_of

_NUMERALS: Final[dict[str, int]] = {
    word: number
    for language in languages()
    for number, word in enumerate(language.page_numerals, 1)
}
_PAGE: Final = any_of(spoken(lambda language: language.page_words))
_PLACE: Final = rf"(?:{_PAGE}\s*)(?:[A-Z](?=[\s-]?\d))?[\s-]?(?P<page>\d{{1,3}}|[a-zéèü]{{2,9}})"
_ONWARD: Final = re.compile(
    rf"^\W{{0,4}}{any_of(spoken(lambda language: language.jump_openings))}\b"
    rf"(?P<slug>[^,.\n]{{0,40}}?)[\s,]{{0,3}}"
    rf"(?:{any_of(spoken(lambda language: language.jump_prepositions))}\s+)?{_PLACE}",
    re.IGNORECASE,
)
_BACK: Final = re.compile(
    rf"^\W{{0,4}}(?P<slug>[^.\n]{{0,40}}?)[\s:,–—-]{{0,3}}"
    rf"(?:{any_of(spoken(lambda language: language.jump_back_words))})?\s*"
    rf"{any_of(spoken(lambda language: language.jump_back_prepositions))}\s+{_PLACE}",
    re.IGNORECASE,
)
_LONGEST_JUMP_LINE: Final = 70
_LEAST_SLUG_LETTERS: Final = 3


@attrs.frozen
class Jump:
    """What a jump line says: the page, the word it names the story by, and whether it leads on or
    back."""

    page: int
    slug: str
    onward: bool


def read_jump(line: str) -> Jump | None:
    """The jump that a line states; None where it is no jump line.

    >>> read_jump("See STORM, Page A4"), read_jump("Continued on page 7, column 2")
    (Jump(page=4, slug='STORM', onward=True), Jump(page=7, slug='', onward=True))
    >>> read_jump("STORM: Continued from Page One")
    Jump(page=1, slug='STORM', onward=False)
    >>> read_jump("Fortsetzung auf Seite 3").page
    3
    >>> read_jump("The council went on from page to page all night.")
    """
    text = " ".join(line.split())
    if len(text) > _LONGEST_JUMP_LINE:
        return None
    for pattern, onward in ((_ONWARD, True), (_BACK, False)):
        match = pattern.match(text)
        page = _number(match.group("page")) if match else 0
        if match and page:
            slug = match.group("slug").strip(" ,:–—-()")
            return Jump(page, slug if len(slug) >= _LEAST_SLUG_LETTERS else "", onward)
    return None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMERALS.get(text.lower(), 0)
