"""The parts of a byline: the text between its joiners and punctuation."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import Final

import attrs

from newsparse.fields.byline_prefixes import EDGES
from newsparse.fields.persons import may_hold_role
from newsparse.lexicon.languages import spoken
from newsparse.textual import any_of

_HARD: Final = (
    r"[|/·•;\n\t+()（）\[\]【】《》:：、，；،؛／●⋅∙▪◆■–—]"
    r"|・(?=[^・]{0,40}・)"
    r"|-(?<=\s-)(?=\s)"
    r"|,(?!\s?(?i:jr|sr|iv|i{1,3})\b\.?(?!\s[A-Z][a-z]))"
    r"|\s{3}"
)
"""Signs between the parts of a byline. Most alternatives begin with a sign, which is fast."""
_SIGNS: Final = ("&", "＆")
"""Signs that join authors, as "and" does."""
GLUE = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ][a-z])")
_LETTER_END = re.compile(r"(?:^|[\s.])[A-ZÀ-Þ]$|(?:^|\s)[JS]r$")


@attrs.frozen(eq=False)
class Part:
    """A stretch of the byline between two separators."""

    text: str
    start: int
    end: int
    before: str = ""
    """The separator before it."""

    @property
    def lone(self) -> bool:
        """Whether it is one word."""
        return len(self.text.split(None, 1)) < 2

    @property
    def glued(self) -> bool:
        """Whether a capital follows a small letter: two words may lack a space between them."""
        return GLUE.search(self.text) is not None

    @cached_property
    def roled(self) -> bool:
        """Whether one of its words may be part of a role; computed on first use."""
        return may_hold_role(self.text)

    @property
    def joined(self) -> bool:
        """Whether a word that joins names stands before it."""
        return self.before in _joiners() or self.before in _SIGNS


def parts_between(body: str, start: int, end: int) -> list[Part]:
    """The stretches of a byline between separators and joiners."""
    found: list[Part | None] = []
    at, before = start, ""
    for match in _separators().finditer(body, start, end):
        if match["particles"]:
            continue
        found.append(_part(body, at, match.start(), before))
        filed = before == "in" and not body[at : match.start()].strip()
        if not filed and (match.start() > at or not before):  # `Ada Lin | in | Science`
            before = match.group().strip()
        at = match.end()
    found.append(_part(body, at, end, before))
    joined: list[Part] = []
    for part in found:
        if part is None:
            continue
        last = joined[-1] if joined else None
        if (
            last is not None
            and part.before in _surname_joiners()
            and len(part.text.split()) == 1
            and len(last.text.split()) >= 2
        ):
            joined[-1] = Part(body[last.start : part.end], last.start, part.end, last.before)
        else:
            joined.append(part)
    return joined


def _part(body: str, start: int, end: int, before: str) -> Part | None:
    """The text between two offsets without the marks at its edges; None if nothing is left."""
    piece = body[start:end]
    shown = piece.strip(EDGES)
    if piece.rstrip().endswith(".") and _LETTER_END.search(shown[-6:]):
        shown += "."
    if not shown:
        return None
    begin = start + piece.find(shown.rstrip("."))
    return Part(shown, begin, begin + len(shown), before)


@cache
def _joiners() -> frozenset[str]:
    """Words and letters between two authors."""
    return frozenset((*spoken(lambda language: language.joiners), *_glued_joiners()))


@cache
def _separators() -> re.Pattern[str]:
    joiners = any_of(sorted({*spoken(lambda language: language.joiners), *_SIGNS}))
    houses = any_of(spoken(lambda language: language.house_prepositions)).replace(r"\ ", r"\s")
    phrases = any_of(spoken(lambda language: language.particle_phrases)).replace(r"\ ", r"\s")
    glued = "".join(_glued_joiners())
    kept = any_of(spoken(lambda language: language.names_like_joined))
    return re.compile(
        rf"(?<=\s)(?P<particles>{phrases})(?=\s)|{_HARD}"
        rf"|(?<!\w)(?:{joiners}|(?<=\s)(?i:{houses}))(?=\s)"
        rf"|(?<=\w\s)(?!{kept}(?!\w))[{glued}](?=\w{{2}})"
    )


@cache
def _glued_joiners() -> tuple[str, ...]:
    """Letters between two authors with no blank behind them."""
    return spoken(lambda language: language.glued_joiners)


@cache
def house_joiners() -> frozenset[str]:
    """Words between a name and a publisher ("for", "special to")."""
    return frozenset(spoken(lambda language: language.house_prepositions))


@cache
def _surname_joiners() -> frozenset[str]:
    return frozenset(spoken(lambda language: language.surname_joiners))
