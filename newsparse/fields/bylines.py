"""Bylines: who wrote it, for whom, by which desk.

A byline is read in one direction: what surely is no name (emails, handles, dates, counts) is cut
out, what is left is parted at joiners and punctuation, and each part is told by a table of tests.
Pure functions over strings; offsets in `Source` count in the string handed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from typing import Final

import attrs

from newsparse.fields.dates import WORD, find_dates, months_by_name
from newsparse.fields.persons import (
    CJK_ROLES,
    cased,
    is_bare_name,
    is_credential,
    is_name,
    is_role,
    may_hold_role,
)
from newsparse.lexicon import bylines as lexicon
from newsparse.lexicon import calendar
from newsparse.lexicon.agencies import agency_at_end, agency_of
from newsparse.lexicon.papers import is_paper, paper_at_end
from newsparse.records import Author, Byline, Origin, Source
from newsparse.textual import any_of, folded_words

_LONGEST: Final = 600
"""Characters of the longest text that is read as a byline."""
_TOO_MANY: Final = 2
"""Parts that are nothing a byline holds, from which a text is none, whoever introduces it."""
_BOUNDARY: Final = "\x1f"
"""Stands where a date or a count was cut out: what follows is read anew."""

_EMAIL = re.compile(
    r"(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}(?:\(?\+?[\d() .-]{7,20}\)?)?"
)
_HANDLE = re.compile(r"@[A-Za-z_]\w{1,30}(?![\w@]|\.\w)")
_URL = re.compile(r"https?://\S{1,300}|www\.\S{1,300}")
_PHONE = re.compile(r"(?<![\d(+])\(?\+?\d[\d() .-]{6,18}\d")
_DIGIT = re.compile(r"\d")
_AFTER_EMAIL = re.compile(r"\(?\+?[\d() .-]{7,20}\)?$")
_COUNTED = re.compile(
    r"(?<![\w:.])\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\b\.?)?(?:\s(?:uhr|[A-Z]{2,4})\b)?"
    r"|(?<![\w.])\d{1,4}\s?(?:min|minute|hour|hr|day|week|month|year|minuten|stunden|tag|monat|comment|kommentar|view|share|heures?|jours?|horas?|d[ií]as?|uur|dagen)[a-zé]{0,5}\b(?:\s(?:read|ago|lesezeit)\b)?",
    re.IGNORECASE,
)
_YEARLESS = re.compile(
    rf"(?<!\w)(?:(?P<before>{WORD})\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?!\w)|\d{{1,2}}\.?\s(?:de\s)?(?P<after>{WORD}))",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"\b(?:fact[- ]checked|(?:medically |technically |expert |legally |clinically )?reviewed|edited|photograph(?:y|s)?|photos?|illustrations?|produced|filmed|translated) by\b",
    re.IGNORECASE,
)
"""Where others than the writers begin."""
_HARD: Final = r"[|/·•;\n\t+()（）\[\]【】《》:：、，；／●⋅∙▪◆■–—]|・(?=[^・]{0,40}・)|-(?<=\s-)(?=\s)|,(?!\s?(?i:jr|sr|iv|i{1,3})\b\.?(?!\s[A-Z][a-z]))|\s{3}"
"""Signs between the parts of a byline; each way but the last begins with a sign, so that letters are passed over quickly."""
_FOR: Final = r"(?<=\s)(?i:special\sto|for|für|pour|para)"
"""Words between a name and a house."""
_GLUE = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ][a-z])")
_OPEN_NAME = re.compile(r"(?:^|\s)(?:Mc|Mac|De|La|Le|Di|O|Van|Du|Fitz|Von|St)$")
_SITE = re.compile(
    r"\.(?:com|net|org|de|at|ch|fr|es|it|co|uk|eu|info|tv|news|is|no|cz|pl|ru|ua|lu|nl|be)$",
    re.IGNORECASE,
)
_PLACED = re.compile(r"(?:in|aus|from|à|en|i|w|reporting\sfrom)\s[A-ZÀ-Þ]\w{1,30}", re.IGNORECASE)
_OF_A_HOUSE = re.compile(
    r"\b(?:of|at|the|für|de la|der|des|du|von der)\b|\b(?:universit|institut|school|college|cent(?:er|re)|ministry|department|foundation|hochschule|society|hospital)",
    re.IGNORECASE,
)
_SLOVENE = re.compile(r"[čšžČŠŽ]")
"""Letters of the one language in which `in` joins names."""
_LETTER_END = re.compile(r"(?:^|[\s.])[A-ZÀ-Þ]$|(?:^|\s)[JS]r$")
_SURNAME_JOINERS: Final = frozenset("y i e".split())
_EDGES: Final = " \u00a0\u3000.,（）-–—*\"“”'«»‹›>_#~"


@attrs.frozen(eq=False)
class _Part:
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
        """Whether a small letter meets a capital: two printed things may stand there with nothing between."""
        return _GLUE.search(self.text) is not None

    @cached_property
    def roled(self) -> bool:
        """Whether one of its words may be a role's; several tests ask, but none of most parts."""
        return may_hold_role(self.text)

    @property
    def joined(self) -> bool:
        """Whether a word that joins names stands before it."""
        return self.before in _joiners() or self.before in ("&", "＆")


class _Reading:
    """What a byline has told so far."""

    def __init__(
        self, text: str, papers: tuple[str, ...], introduced: bool, known: frozenset[str]
    ) -> None:
        self.text = text
        self.papers = papers
        self.own = frozenset(map(str.casefold, papers))
        self.introduced = introduced
        self.known = known
        self.listed = False
        """Whether a joiner says that several persons are named."""
        self.authors: list[Author] = []
        self.agency: str | None = None
        self.desk: str | None = None
        self.strangers = 0
        """Parts that are nothing a byline holds."""
        self.affiliated = False
        """Whether the last part was the institution of the author before it."""
        self.start = -1
        self.end = -1

    def told(self) -> bool:
        return bool(self.authors or self.agency or self.desk)


def parse_byline(
    text: str,
    *,
    papers: tuple[str, ...] = (),
    introduced: bool = False,
    known: frozenset[str] = frozenset(),
) -> Byline | None:
    """The byline that `text` is, or None where it is none.

    `papers` are names of the page's own house. `introduced` says that the text is known to name an
    author (it stood in an author's element or field), so a by-word is not needed and one word is a name.
    `known` are authors' names, in lower case, that the page states elsewhere: what follows one of them
    after a mere comma and is not among them is no author. `raw` is the line without dates and counts.

    >>> byline = parse_byline("By Courtney McBride and Roxana Tiron Bloomberg News")
    >>> byline.names, byline.agency
    (('Courtney McBride', 'Roxana Tiron'), 'Bloomberg News')
    >>> parse_byline("Von Ada Lin, Korrespondentin").authors[0].role
    'Korrespondentin'
    >>> parse_byline("Posted on May 3, 2024 by Ada Lin").raw
    'by Ada Lin'
    >>> parse_byline("From staff reports").desk
    'staff'
    >>> parse_byline("Share this article") is None
    True
    """
    if not 2 <= len(text) <= _LONGEST:
        return None
    reading = _Reading(text, papers, introduced, known)
    body = _cut(text)
    for start, end in _stretches(body):
        _read(body, start, end, reading, dated=_BOUNDARY in body)
    if not reading.told():
        return None
    if reading.strangers and not (
        reading.introduced and reading.authors and reading.strangers < _TOO_MANY
    ):
        return None
    start, end = _bounds(text, reading)
    return Byline(
        authors=_with_contacts(text, reading.authors),
        agency=reading.agency,
        desk=reading.desk,
        raw=text[start:end],
        source=Source(Origin.TEXT, start, end),
    )


def _bounds(text: str, reading: _Reading) -> tuple[int, int]:
    """Where the byline proper stands in the text, the contacts after it included."""
    start, end = max(reading.start, 0), reading.end
    for pattern in (_EMAIL, _HANDLE):
        for match in pattern.finditer(text, end):
            end = max(end, match.end())
    while end < len(text) and text[end] in ".)]”\"'":
        end += 1
    lead = len(text[start:]) - len(text[start:].lstrip())
    return start + lead, start + len(text[start:end].rstrip())


def has_byline_prefix(text: str) -> bool:
    """Whether a text opens with a by-word.

    >>> has_byline_prefix("By Ada Lin"), has_byline_prefix("Bystanders said")
    (True, False)
    """
    return _opening(text) > 0


@cache
def _opening_pattern() -> re.Pattern[str]:
    spoken = any_of(
        sorted({word for words in lexicon.BY_WORDS.values() for word in words.split(" | ")})
    )
    return re.compile(
        rf"[\s\W]{{0,3}}(?:(?i:from\s+|vom?\s+(?=\w{{0,30}}redaktion)|{spoken}(?:\s?[:：]|(?=\s)|(?<=[:：＝／・/])))|(?:By|Von|Par|Por)(?=[A-ZÀ-Þ][a-zà-ÿ]))"
    )


@cache
def _bare_prefixes() -> frozenset[str]:
    words = {
        word.rstrip(":：").strip()
        for words in lexicon.BY_WORDS.values()
        for word in words.split(" | ")
    }
    return frozenset(words - _desks().keys())


def is_byline_prefix(text: str) -> bool:
    """Whether a text is a by-word and nothing else ("By", "Von", "Text:").

    >>> is_byline_prefix("By"), is_byline_prefix("By Ada Lin")
    (True, False)
    """
    return len(text) < 24 and " ".join(text.casefold().split()).strip(" :：|") in _bare_prefixes()


def may_hold_byline_prefix(text: str) -> bool:
    """Whether some word of a text begins a by-word; where none does, no part that `parse_byline` makes of the text, nor what it reads of it, opens with one.

    Parts begin behind signs and blanks, but for those that a date, a count or a contact parts from the text.

    >>> may_hold_byline_prefix("Sport | By Ada Lin"), may_hold_byline_prefix("Bystanders")
    (True, False)
    """
    if (
        "@" in text
        or "://" in text
        or "www." in text
        or _GLUED_BYWORD.search(text)
        or _DIGIT.search(text)
    ):
        return True
    folded = text.casefold() if text.isascii() else text.translate(_ALIKE).casefold()
    return not _prefix_openings().isdisjoint(folded_words(folded.replace("_", " ")))


_GLUED_BYWORD = re.compile(r"(?:By|Von|Par|Por)[A-ZÀ-Þ]")
_ALIKE: Final = str.maketrans("ıİ", "ii")
"""Letters that an expression takes for an i where case is ignored, and `casefold` does not."""


@cache
def _prefix_openings() -> frozenset[str]:
    """The first words of all that `_opening_pattern` and `is_byline_prefix` find, folded."""
    spoken = [word for words in lexicon.BY_WORDS.values() for word in words.split(" | ")]
    return frozenset(
        re.findall(r"\w+", word.casefold())[0] for word in (*spoken, "from", "vo", "vom")
    )


def _opening(text: str) -> int:
    """Where the text goes on after its by-word; 0 where it has none."""
    match = _opening_pattern().match(text)
    if match is None:
        return 0
    end = match.end()
    rest = text[end : end + 200].lstrip()
    if not rest:
        return 0
    first = rest.split(None, 1)[0]
    if (
        first[:1].islower()
        and first.lower() not in lexicon.PARTICLES
        and not _desk_of(rest)
        and agency_of(first.strip(_EDGES)) is None
        and not _opening(rest)
    ):
        return 0
    return end


def _cut(text: str) -> str:
    """The text with contacts blanked by bars and dates by boundaries, all offsets kept."""
    counted = _DIGIT.search(text) is not None
    patterns = [
        *((_EMAIL, _HANDLE) if "@" in text else ()),
        *((_URL,) if "://" in text or "www." in text else ()),
        *((_PHONE,) if counted else ()),
    ]
    contacts = [match.span() for pattern in patterns for match in pattern.finditer(text)]
    dates = (
        [
            *((found.start, found.end) for found in find_dates(text)),
            *_yearless(text),
            *(match.span() for match in _COUNTED.finditer(text)),
        ]
        if counted
        else []
    )
    body = text
    if contacts or dates:
        cut = list(text)
        for start, end in contacts:
            cut[start:end] = "|" * (end - start)
        for start, end in dates:
            cut[start:end] = _BOUNDARY * (end - start)
        body = "".join(cut)
    others = _STAMP.search(body) if "by" in body.lower() else None
    return body if others is None else body[: others.start()]


def _yearless(text: str) -> Iterator[tuple[int, int]]:
    """Where a day and a month in words stand."""
    months = months_by_name()
    match = _YEARLESS.search(text)
    while match is not None:
        word = str(match["before"] or match["after"]).lower()
        named = len(word) > 2 and word in months
        if named:
            yield match.span()
        match = _YEARLESS.search(text, match.end() if named else match.start() + 1)


@cache
def _date_label() -> re.Pattern[str]:
    """The words that lead to a date, at the end of a stretch."""
    words = {
        word
        for table in (calendar.PUBLISHED, calendar.UPDATED)
        for words in table.values()
        for word in words.split(" | ")
    }
    labels = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(
        rf"(?:^|(?<=[\W_]))(?:{labels})?[\s:]{{0,3}}(?:\b(?:on|at|am|um|le|à|el|il|den|op|em|dia|a las|alle|kl|klo|hace|vor|il y a|fa|há|for)\b)?[\s:.,|–—-]{{0,4}}$",
        re.IGNORECASE,
    )


def _stretches(body: str) -> Iterator[tuple[int, int]]:
    """The pieces of a text between what was cut out as dates, without the words that lead to a date."""
    at = 0
    while at < len(body):
        end = body.find(_BOUNDARY, at)
        last = end < 0
        end = len(body) if last else end
        stop = end
        if not last:
            label = _date_label().search(body, max(at, end - 60), end)
            stop = label.start() if label is not None else end
        while at < stop and body[at] in " \u00a0|·•-–—,:/⋅●":
            at += 1
        if any(map(str.isalpha, body[at:stop])):
            yield at, stop
        at = end
        while at < len(body) and body[at] == _BOUNDARY:
            at += 1


def _read(body: str, start: int, end: int, reading: _Reading, *, dated: bool) -> None:
    """Read one stretch of a byline into what is known."""
    piece = body[start:end]
    opening = _opening(piece)
    if not opening and reading.authors:
        return  # what follows a date and is not introduced is a count, a section, a place
    before = reading.strangers
    if opening or dated and not reading.authors and _signed(piece, start, reading):
        reading.introduced = reading.introduced or opening > 0
        if not opening:
            return
        _see(reading, start, start)
    single = piece[opening:].split() if opening else ()
    if len(single) == 1 and _sign(single[0], start + piece.find(single[0], opening), reading):
        return
    shown = piece[opening:].strip(_EDGES)
    if agency_of(shown) is not None:
        reading.agency = reading.agency or shown
        _see(reading, start + opening, start + piece.find(shown, opening) + len(shown))
        return
    parts = _parts(body, start + opening, end)
    reading.listed = bool(reading.known) and any(part.joined for part in parts)
    for after, part in enumerate(parts, start=1):
        if not _take(part, reading) and _is_hopeless(reading, parts[after:], dated=dated):
            return
    if dated and not opening and not reading.authors:
        reading.strangers = before


def _is_hopeless(reading: _Reading, rest: list[_Part], *, dated: bool) -> bool:
    """Whether strangers make a text none, whatever the rest says: without a by-word one does.

    Only a by-word before the first author, or a date beside the stretch, lets strangers be forgotten.
    """
    if reading.strangers == _TOO_MANY and reading.authors:
        return True
    many = reading.strangers == _TOO_MANY or reading.strangers == 1 and not reading.introduced
    return many and not dated and not any(map(_is_introduced, rest))


def _signed(piece: str, start: int, reading: _Reading) -> bool:
    """Whether a stretch beside a date is a by-word and one word: somebody's signature."""
    words = piece.strip(_EDGES).split()
    if len(words) != 2 or words[0].casefold() not in _bare_prefixes():
        return False
    return _sign(words[1], start + piece.rfind(words[1]), reading)


def _sign(word: str, start: int, reading: _Reading) -> bool:
    """Take one word that is no name by its shape as a signature."""
    shown = word.strip(_EDGES)
    if (
        is_name(shown, alone=True)
        or agency_of(shown)
        or _desk_of(shown)
        or is_paper(shown)
        or _is_own(shown, reading)
        or _SITE.search(shown)
    ):
        return False
    if (
        not 2 <= len(shown) <= 30
        or shown.casefold() in lexicon.NEVER
        or is_byline_prefix(shown)
        or not any(map(str.isalpha, shown))
        or not re.fullmatch(r"[\w.'’-]{2,30}", shown)
    ):
        return False
    if reading.known and shown.casefold() not in reading.known and len(shown) <= 3:
        return False
    reading.authors.append(
        Author(shown, raw=shown, source=Source(Origin.TEXT, start, start + len(shown)))
    )
    _see(reading, start, start + len(shown))
    return True


def _see(reading: _Reading, start: int, end: int) -> None:
    reading.start = start if reading.start < 0 else min(reading.start, start)
    reading.end = max(reading.end, end)


@cache
def _joiners() -> frozenset[str]:
    return frozenset(word for words in lexicon.JOINERS.values() for word in words.split(" | "))


@cache
def _separators() -> re.Pattern[str]:
    return re.compile(
        rf"{_HARD}|(?<!\w)(?:{any_of(sorted({*_joiners(), '&', '＆'}))}|{_FOR})(?=\s)"
    )


def _parts(body: str, start: int, end: int) -> list[_Part]:
    """The stretches of a byline between separators and joiners."""
    found: list[_Part | None] = []
    at, before = start, ""
    for match in _separators().finditer(body, start, end):
        found.append(_part(body, at, match.start(), before))
        before = match.group().strip() if match.start() > at or not before else before
        at = match.end()
    found.append(_part(body, at, end, before))
    joined: list[_Part] = []
    for part in found:
        if part is None:
            continue
        last = joined[-1] if joined else None
        if (
            last is not None
            and part.before in _SURNAME_JOINERS
            and len(part.text.split()) == 1
            and len(last.text.split()) >= 2
        ):
            joined[-1] = _Part(body[last.start : part.end], last.start, part.end, last.before)
        else:
            joined.append(part)
    return joined


def _part(body: str, start: int, end: int, before: str) -> _Part | None:
    """The stretch between two places without blanks and marks at its edges, None where nothing is left."""
    piece = body[start:end]
    shown = piece.strip(_EDGES)
    if piece.rstrip().endswith(".") and _LETTER_END.search(shown[-6:]):
        shown += "."
    if not shown:
        return None
    begin = start + piece.find(shown.rstrip("."))
    return _Part(shown, begin, begin + len(shown), before)


def _take(part: _Part, reading: _Reading) -> bool:
    """Take a part for what it is, or count it as a stranger and say no."""
    for test in _TESTS:
        if test(part, reading):
            if test is not _is_prefix:
                _see(reading, part.start, part.end)
            reading.affiliated = test is _is_affiliation
            return True
    reading.strangers += 1
    return False


def _is_prefix(part: _Part, reading: _Reading) -> bool:
    if not is_byline_prefix(part.text):
        return False
    reading.introduced = True
    if not reading.authors:
        reading.strangers = 0
    return True


def _is_introduced(part: _Part) -> bool:
    """Whether a part is a by-word or opens with one."""
    return has_byline_prefix(part.text) or is_byline_prefix(part.text)


def _is_spoken(part: _Part, reading: _Reading) -> bool:
    """`Sport | By Ada Lin`: a by-word inside the line; what stands before it is a section or a place."""
    opening = _opening(part.text) if not reading.authors else 0
    if not opening:
        return False
    name = part.text[opening:].strip(_EDGES)
    reading.introduced = True
    reading.strangers = 0
    start = part.end - len(part.text[opening:].lstrip(_EDGES))
    return any(
        test(_Part(name, start, part.end), reading) for test in _TESTS if test is not _is_spoken
    )


def _is_role_of_author(part: _Part, reading: _Reading) -> bool:
    """`Staff Writer` after a name is that writer's title; alone it is a desk."""
    if (
        not reading.authors
        or reading.authors[-1].role is not None
        or part.joined
        or not part.roled
        or not is_role(part.text)
        or is_bare_name(part.text)
    ):
        return False
    _give_role(part.text, reading)
    return True


def _is_desk(part: _Part, reading: _Reading) -> bool:
    desk = _desk_of(part.text)
    if desk:
        reading.desk = reading.desk or desk
    return bool(desk)


def _is_team(part: _Part, reading: _Reading) -> bool:
    """`Example Lifestyle Desk`: a house's own people under one name, which stands as the house's."""
    words = [] if part.lone else part.text.split()
    if (
        not 2 <= len(words) <= 6
        or words[-1].casefold() not in lexicon.TEAM_ENDS
        or not words[0][0].isupper()
        or not words[-1][0].isupper()
    ):
        return False
    if (
        len(words) == 2
        and words[-1].casefold() in ("staff", "crew")
        and not (
            words[0].isupper() or any(words[0].casefold() in paper for paper in reading.papers)
        )
    ):
        return False  # Staff is a surname too
    if any(word.casefold() in lexicon.NEVER_TEAM for word in words):
        return False
    reading.desk = reading.desk or "staff"
    reading.agency = reading.agency or part.text
    return True


def _is_agency(part: _Part, reading: _Reading) -> bool:
    agency = agency_of(part.text)
    if agency is None:
        return False
    reading.agency = reading.agency or part.text
    return True


def _is_own(text: str, reading: _Reading) -> bool:
    return text.casefold() in reading.own


def _is_house(part: _Part, reading: _Reading) -> bool:
    known = (
        is_paper(part.text)
        or _is_own(part.text, reading)
        or bool(_SITE.search(part.text))
        or part.before.casefold() in _HOUSE_JOINERS
    )
    capitals = (
        bool(reading.authors)
        and not part.joined
        and len(part.text) > 2
        and part.text.isupper()
        and not _is_shouted(reading.text)
    )
    if not known and not capitals:
        return False
    reading.agency = reading.agency or part.text
    return True


def _is_shouted(text: str) -> bool:
    """Whether a line stands in capitals as a whole."""
    letters = [letter for letter in text if letter.isalpha() and letter.lower() != letter.upper()]
    return bool(letters) and sum(map(str.isupper, letters)) * 10 >= len(letters) * 8


_HOUSE_JOINERS: Final = frozenset(("for", "special to", "für", "pour", "para"))


def _is_role(part: _Part, reading: _Reading) -> bool:
    if not (part.roled and is_role(part.text)) and not (
        reading.authors and is_credential(part.text)
    ):
        return False
    if part.joined and is_name(part.text) and not reading.authors[-1:]:
        return False
    _give_role(part.text, reading)
    return True


def _give_role(role: str, reading: _Reading) -> None:
    if reading.authors and reading.authors[-1].role is None:
        reading.authors[-1] = attrs.evolve(reading.authors[-1], role=role)


def _is_stranger_after_known(part: _Part, reading: _Reading) -> bool:
    """What follows a known author after a mere comma, and is no known one: a title, a place, a house."""
    if (
        not reading.known
        or reading.listed
        or not reading.authors
        or part.text.casefold() in reading.known
    ):
        return False
    return any(author.name.casefold() in reading.known for author in reading.authors)


def _is_affiliation(part: _Part, reading: _Reading) -> bool:
    """`University of Exampleton` after an author."""
    if not reading.authors:
        return False
    return (
        reading.affiliated
        and part.joined
        or len(part.text.split()) >= 3
        and bool(_OF_A_HOUSE.search(part.text))
        and not is_bare_name(part.text)
    )


def _is_person(part: _Part, reading: _Reading) -> bool:
    if (
        part.before == "in"
        and not _SLOVENE.search(part.text)
        and not any(_SLOVENE.search(author.name) for author in reading.authors)
    ):
        return bool(reading.authors)  # `Ada Lin in Port Selby`
    first_names = (
        part.joined and bool(reading.authors) and len(reading.authors[-1].name.split()) == 1
    )
    if not is_name(part.text, alone=reading.introduced and (not reading.authors or first_names)):
        return bool(reading.authors) and is_name(part.text, alone=True)  # a place, most likely
    _add(part.text, part.start, reading)
    return True


def _is_person_with_house(part: _Part, reading: _Reading) -> bool:
    """`Roxana Tiron Bloomberg News`: a blank is all that parts the name from the house."""
    if part.lone:
        return False
    found = agency_at_end(part.text)
    start = found[0] if found else paper_at_end(part.text, reading.papers)
    if not start:
        return False
    name = part.text[:start].rstrip(" ,/|-–—")
    if not is_name(name, alone=reading.introduced):
        return False
    _add(name, part.start, reading)
    reading.agency = reading.agency or part.text[start:].strip()
    return True


def _is_person_beside_role(part: _Part, reading: _Reading) -> bool:
    """A name and a role with nothing but a blank between them, if that."""
    if not part.roled and not part.glued:
        return False
    breaks = _breaks(part.text)
    return _is_person_with_role(part, breaks, reading) or _is_role_with_person(
        part, breaks, reading
    )


def _is_person_with_role(part: _Part, breaks: list[int], reading: _Reading) -> bool:
    """`Meg JamesStaff Writer`, `Ada Lin Political Editor`: name and role with a blank or nothing between."""
    for at in breaks:
        name, rest = part.text[:at].rstrip(" ,"), part.text[at:].strip()
        if is_bare_name(name) and is_role(rest):
            _add(name, part.start, reading)
            _give_role(rest, reading)
            return True
    return False


def _is_role_with_person(part: _Part, breaks: list[int], reading: _Reading) -> bool:
    """`Sports editor Ada Lin`, `記者 …`: the role first."""
    for at in breaks:
        role, name = part.text[:at].rstrip(), part.text[at:].strip()
        if is_role(role) and is_bare_name(name):
            _add(
                name,
                part.start + at + (len(part.text[at:]) - len(part.text[at:].lstrip())),
                reading,
            )
            _give_role(role, reading)
            return True
    return False


def _is_glued(part: _Part, reading: _Reading) -> bool:
    """`Associated PressApril`, `Ada LinBo Reyes`: two printed things with nothing between."""
    for cut in _GLUE.finditer(part.text) if part.glued else ():
        at = cut.start()
        first, rest = part.text[:at], part.text[at:]
        if len(first.split()) < 2 or _OPEN_NAME.search(first):
            continue
        one, other = (
            _Part(first, part.start, part.start + at),
            _Part(rest, part.start + at, part.end),
        )
        told = (
            is_role(rest)
            or agency_of(rest) is not None
            or is_paper(rest)
            or _desk_of(rest)
            or is_name(rest)
        )
        if (
            told
            and any(test(one, reading) for test in _SIMPLE)
            and any(test(other, reading) for test in _SIMPLE)
        ):
            return True
    return False


def _is_place(part: _Part, reading: _Reading) -> bool:
    """`in Berlin`, `Berlin` after an author: where it was written is no author."""
    return bool(reading.authors) and len(part.text.split()) <= 4 and bool(_PLACED.match(part.text))


def _breaks(text: str) -> list[int]:
    """Places where a name may end: blanks, and small letters before capitals."""
    unspaced = {
        len(text) - len(role) for role in CJK_ROLES if text.endswith(role) and len(text) > len(role)
    }
    return sorted(
        {
            *(at for at, letter in enumerate(text) if letter.isspace()),
            *(match.start() for match in _GLUE.finditer(text)),
            *unspaced,
        }
    )


_Test = Callable[[_Part, _Reading], bool]
_SIMPLE: Final[tuple[_Test, ...]] = (
    _is_role_of_author,
    _is_desk,
    _is_agency,
    _is_house,
    _is_role,
    _is_person,
)
_TESTS: Final[tuple[_Test, ...]] = (
    _is_prefix,
    _is_spoken,
    _is_role_of_author,
    _is_desk,
    _is_agency,
    _is_house,
    _is_glued,
    _is_person_beside_role,
    _is_team,
    _is_role,
    _is_stranger_after_known,
    _is_person_with_house,
    _is_affiliation,
    _is_person,
    _is_place,
)
"""What a part of a byline may be; the first test that holds takes it."""


def _add(name: str, start: int, reading: _Reading) -> None:
    shown = cased(name)
    if any(author.name == shown for author in reading.authors):
        return
    reading.authors.append(
        Author(shown, raw=name, source=Source(Origin.TEXT, start, start + len(name)))
    )


def _with_contacts(text: str, authors: list[Author]) -> tuple[Author, ...]:
    """The authors with the emails and handles printed after them."""
    found = list(authors)
    for pattern in (_EMAIL, _HANDLE):
        for match in pattern.finditer(text):
            before = [
                at for at, author in enumerate(found) if (author.source.start or 0) <= match.start()
            ]
            if not before:
                continue
            at = before[-1]
            if pattern is _EMAIL:
                found[at] = attrs.evolve(
                    found[at], email=found[at].email or _AFTER_EMAIL.sub("", match.group())
                )
            elif match.group() not in found[at].handles:
                found[at] = attrs.evolve(found[at], handles=(*found[at].handles, match.group()))
    return tuple(found)


@cache
def _desks() -> dict[str, str]:
    return {
        phrase.strip(): desk
        for desk, languages in lexicon.DESKS.items()
        for phrases in languages.values()
        for phrase in phrases.split(" | ")
    }


_DESK_OPENING = re.compile(r"(?:from|by|the|compiled from|von|vom|de la|de|por)\s+")


def _desk_of(text: str) -> str | None:
    if len(text) > 60:
        return None
    folded = " ".join(text.casefold().split()).strip(" .,:()")
    known = _desks()
    opening = _DESK_OPENING.match(folded)
    return known.get(folded) or (
        known.get(folded[opening.end() :]) if opening is not None else None
    )
