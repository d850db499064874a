"""The name of the paper, as the page's own statements have it: weighed, because each has its habit.

og:site_name often is the site's address, the publisher in JSON-LD the company; a logo's text, the
end of the title and the copyright line name the paper where neither does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from newsparse.assemble.context import AssemblyContext
from newsparse.blocks import Picture
from newsparse.lexicon.languages import spoken
from newsparse.read.statements import HeadStatement
from newsparse.records import Origin, Source
from newsparse.textual import any_of, normalize

_LONGEST_NAME: Final = 60
_ADDRESS = re.compile(
    r"^(?P<name>.{2,50}?)\.(?:com|net|co\.uk|com\.au|co\.za|de|at|ch|fr|be|nl|it|es|dk|se|no|fi|is|"
    r"pl|cz|ie|ca|eu|news|tv|info|li|lu)$",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\s(?:GmbH|AG|KG|e\.?G|SE|Ltd|LLC|Inc|S\.?L|S\.?A|S\.?L\.?U|Limited|Verlag|Media|Mediehuset|"
    r"Mediengruppe|Ediciones|Publishing|Group|a\.s|ApS)\b",
    re.IGNORECASE,
)
_LOGO = re.compile(
    rf"^(?:logo(?: {any_of(spoken(lambda language: language.logo_prepositions))})?[:\s]+)?"
    r"(?P<name>.{2,50}?)[\s-]{0,12}"
    rf"(?:logo|{any_of(spoken(lambda language: language.home_page_words))})?$",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s{0,3}(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|"
    r"20)?\d\d)?[,.]?\s)?(?:by\s)?(?P<name>[^,.|–—©]{3,50}?)(?=\s?(?:[,.|–—-]\s|[,.|–—]|\s-\s|$))",
    re.IGNORECASE,
)
_TITLE_END = re.compile(r"\s[|–—·-]\s(?P<name>[^|–—·]{3,40})$")
_ONLINE = re.compile(r"\s(?:online|digital|web|premium)$|DIGITAL$", re.IGNORECASE)


@attrs.frozen
class Candidate:
    """A possible name of the paper, where it is printed, and how reliable that statement is."""

    name: str
    raw: str
    source: Source
    score: float


def house(context: AssemblyContext) -> Candidate | None:
    """The best name of the paper that the page gives; None where it gives none."""
    said = [
        attrs.evolve(one, score=one.score + bonus)
        for one in _candidates(context)
        if (bonus := _form(one.name)) is not None
    ]
    if not said:
        return None
    best = max(said, key=lambda one: one.score)
    spaced = next((one for one in said if _is_spaced(one.name, best.name)), best)
    address = _ADDRESS.match(spaced.name)
    return attrs.evolve(spaced, name=address["name"]) if address is not None else spaced


def _is_spaced(name: str, glued: str) -> bool:
    """Whether a name is another one with its words apart."""
    if " " not in name or " " in glued:
        return False
    return normalize(name).replace(" ", "") == normalize(glued)


def _form(name: str) -> float | None:
    """Points that a name's form adds to its statement; None where it is no name."""
    if (
        not 2 <= len(name) <= _LONGEST_NAME
        or "://" in name
        or "@" in name
        or not any(map(str.isalpha, name))
    ):
        return None
    return sum(penalty for pattern, penalty in _PENALTIES if pattern.search(name))


_PENALTIES: Final = (
    (_ADDRESS, -0.3),
    (_COMPANY, -0.5),
    (_ONLINE, -0.08),
    (re.compile(r"[()]"), -0.2),
    (
        re.compile(
            rf"^{any_of(spoken(lambda language: language.generic_site_names))}$", re.IGNORECASE
        ),
        -0.6,
    ),
)


def _candidates(context: AssemblyContext) -> Iterator[Candidate]:
    for score, statements in (
        (1.0, context.statements.meta("og:site_name")),
        (0.95, context.statements.item(context.statements.story, "publisher", "name")),
        (0.9, context.statements.meta("application-name", "apple-mobile-web-app-title")),
        (
            0.8,
            context.statements.meta("dc.publisher", "publisher", "dcterms.publisher", "copyright"),
        ),
    ):
        for statement in statements:
            yield Candidate(statement.text, statement.raw, statement.source, score)
    for item in context.statements.items(_HOUSES):
        for statement in context.statements.item(item, "name"):
            yield Candidate(statement.text, statement.raw, statement.source, 0.75)
    yield from _printed(context)
    title = context.statements.title()
    match = _TITLE_END.search(title.text) if title is not None else None
    if title is not None and match is not None:
        yield Candidate(
            match["name"].strip(),
            match["name"].strip(),
            _at_end(title),
            0.6 if _is_of_host(match["name"], context) else 0.3,
        )


_HOUSES: Final = frozenset(
    ["newsmediaorganization", "organization", "website", "newspaper", "corporation"]
)


def _at_end(title: HeadStatement) -> Source:
    return attrs.evolve(title.source, reason="the end of the title")


def _is_of_host(name: str, context: AssemblyContext) -> bool:
    """Whether the page's address spells the name."""
    host = re.sub(r"^https?://", "", context.page.url or context.page.head.canonical).split("/")[0]
    letters = "".join(letter for letter in normalize(name) if letter.isalnum())
    return len(letters) > 3 and letters in host.replace("-", "").replace(".", "")


def _is_logo(context: AssemblyContext, picture: Picture) -> bool:
    """Whether a picture or its address is called a logo."""
    return (
        "logo" in picture.alt.lower()
        or "logo" in context.page.locator.picture_address(picture).lower()
    )


def _printed(context: AssemblyContext) -> Iterator[Candidate]:
    """Names that the page shows: a logo's text, the copyright line."""
    for picture in context.page.pictures:
        if picture.before > _LOGO_BLOCKS or not picture.alt:
            continue
        match = _LOGO.match(picture.alt.strip())
        if match is not None and _is_logo(context, picture):
            name = match["name"].strip()
            if name and not _NOT_QUOTABLE.search(name):
                yield Candidate(
                    name,
                    name,
                    _of_picture(context, picture.node, name),
                    0.7 if _is_of_host(name, context) else 0.2,
                )
    for block in reversed(context.page.blocks[-_RIGHTS_BLOCKS:]):
        match = (
            _RIGHTS.search(block.text)
            if len(block.text) <= 200 and _may_state_rights(block.text.lower())
            else None
        )
        if match is not None and match["name"].strip():
            raw, source = context.spot(
                block, match.start("name"), match.end("name"), 0.5, "the copyright line"
            )
            yield Candidate(
                match["name"].strip(),
                raw,
                source,
                0.65 if _is_of_host(match["name"], context) else 0.25,
            )


def _may_state_rights(small: str) -> bool:
    """Whether a lower-case text holds a sign or word that starts a copyright line."""
    return "©" in small or "copyr" in small or "(c)" in small


_LOGO_BLOCKS: Final = 60
_RIGHTS_BLOCKS: Final = 60


_NOT_QUOTABLE = re.compile(r'["#]|[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]')
"""Characters that an XPath cannot quote: quotes, the `#` before a JSON pointer, characters that XML
forbids."""


def _of_picture(context: AssemblyContext, node: int, name: str) -> Source:
    where = f'{context.page.locator.path(node)}//@alt[contains(., "{name}")]'
    return Source(Origin.DOM, where=where, score=0.6, reason="the logo's text")
