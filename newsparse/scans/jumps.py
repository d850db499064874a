"""Jump lines: "Continued on Page 4", and the line at the head of the other half."""

from __future__ import annotations

import re
from typing import Final

import attrs

_NUMERALS: Final[dict[str, int]] = {
    word: at
    for at, words in enumerate(
        ("one première eins", "two deux zwei", "three trois drei", "four quatre vier",
         "five cinq fünf", "six sechs", "seven sept sieben", "eight huit acht", "nine neuf neun",
         "ten dix zehn", "eleven onze elf", "twelve douze zwölf"),
        1,
    )
    for word in words.split()
}  # fmt: skip
_PAGE: Final = r"(?:page|p\.|seite|s\.|pagina|página|column|col\.?)"
_PLACE: Final = rf"(?:{_PAGE}\s*)(?:[A-Z](?=[\s-]?\d))?[\s-]?(?P<page>\d{{1,3}}|[a-zéèü]{{2,9}})"
_ONWARD: Final = re.compile(
    rf"^\W{{0,4}}(?:(?P<lead>please\s+)?(?:see|turn\s+to|continued\s+(?:on|to)|"
    rf"cont(?:['’]d|\.)?\s+(?:on|to)|concluded\s+on|suite\s+(?:à\s+la|en|page|au)|"
    rf"voir(?:\s+la)?\s+suite|fortsetzung\s+(?:auf|siehe|s\.|folgt)|lire\s+la\s+suite|"
    rf"segue\s+(?:a|in)|continúa\s+en|continua\s+(?:na|en|a))\b)"
    rf"(?P<slug>[^,.\n]{{0,40}}?)[\s,]{{0,3}}(?:(?:on|à\s+la|la|auf|in|der)\s+)?{_PLACE}",
    re.IGNORECASE,
)
_BACK: Final = re.compile(
    rf"^\W{{0,4}}(?P<slug>[^.\n]{{0,40}}?)[\s:,–—-]{{0,3}}"
    rf"(?:continued|cont(?:['’]d|\.)?|concluded|suite|fortsetzung|von|jumped)?\s*"
    rf"(?:from|de\s+la|von|aus|vom|der|dalla|de)\s+{_PLACE}",
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
