"""Bylines: who wrote it, for whom, by which desk.

A byline is read in one direction: what surely is no name (emails, handles, dates, counts) is cut
out, what is left is parted at joiners and punctuation, and each part is told by a table of tests.
Pure functions over strings; offsets in `Source` count in the string handed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

import attrs

from newsparse.lexicon import bylines as lexicon
from newsparse.lexicon.agencies import agency_at_end, agency_of
from newsparse.lexicon.papers import is_paper, paper_at_end
from newsparse.records import Author, Byline, Origin, Source

_EMAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}(?:\(?\+?[\d() .-]{7,20}\)?)?")
_HANDLE = re.compile(r"(?<![\w@])@[A-Za-z_]\w{1,30}")
_URL = re.compile(r"https?://\S{1,300}|www\.\S{1,300}")
_PHONE = re.compile(r"\(?\+?\d[\d() .-]{6,18}\d")
_CUTS: Final = (_EMAIL, _URL, _HANDLE, _PHONE)
_MONTH: Final = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december"
    r"|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|avril|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre"
    r"|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|mei|maart|augustus)"
)
_DATED = re.compile(
    rf"(?:(?:published|updated|posted|last\s+updated|modified|created|publié|mis\s+à\s+jour|aktualisiert|veröffentlicht|stand|on|am|le|el)\b[:\s]*)?"
    rf"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?"
    rf"(?:{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s*(?:\d{{4}})?|\d{{1,2}}\.?\s*(?:de\s+)?{_MONTH}\.?,?\s*(?:de\s+)?\d{{2,4}}"
    rf"|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{4}}年\d{{1,2}}月\d{{1,2}}日).*$",
    re.IGNORECASE | re.DOTALL,
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b.*$|\b\d+\s*(?:min(?:ute)?s?|hours?|days?|weeks?|months?)\b.*$", re.IGNORECASE | re.DOTALL)
_STAMP = re.compile(r"\b(?:fact[- ]checked|(?:medically |technically |expert )?reviewed|edited|photograph(?:y|s)?|photos?|illustrations?) by\b.*$|\b(?:published|updated|posted|last\s+(?:updated|modified)|publicado|actualizado|aktualisiert|veröffentlicht|publié|mis à jour)\b.*$", re.IGNORECASE | re.DOTALL)
_HARD = re.compile(r"\s*(?:[|/·•;\n\t+]|\s[–—-]\s|,(?!\s*(?:jr|sr|ph\.?d|m\.?d|esq|[iv]+)\b)|[()\[\]:]|、|，|；|／|・(?=\S*・)|\s{3,}|\s(?:for|special to|für|pour|para)\s(?=\S))\s*", re.IGNORECASE)
_GLUE = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ][a-z])")
_WORD = re.compile(r"\S+")
_LATIN_NAME = re.compile(r"^[^\W\d_][\w.'’`´-]*\.?$")
_UNCASED = re.compile(r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_IDEOGRAPHS = re.compile(r"^[\u3040-\u30ff\u3400-\u9fff\u30fb\u3000 々]{2,12}$")
_HANGUL = re.compile(r"^[\uac00-\ud7af]{2,4}$")
_SITE = re.compile(r"\.(?:com|net|org|de|at|ch|fr|es|it|co|uk|eu|info|tv|news|is|no|cz|pl|ru|ua|lu|nl|be)$", re.IGNORECASE)
_MOST_WORDS: Final = 6


@attrs.frozen
class _Part:
    """A stretch of the byline between two separators."""

    text: str
    start: int
    end: int


class _Reading:
    """What a byline has told so far."""

    def __init__(self, text: str, papers: tuple[str, ...], introduced: bool) -> None:
        self.text = text
        self.papers = papers
        self.introduced = introduced
        self.authors: list[Author] = []
        self.agency: str | None = None
        self.desk: str | None = None
        self.strangers = 0
        """Parts that are nothing a byline holds."""


def parse_byline(text: str, *, papers: tuple[str, ...] = (), introduced: bool = False) -> Byline | None:
    """The byline that `text` is, or None where it is none.

    `papers` are names of the page's own house. `introduced` says that the text is known to name an
    author (it stood in an author's element or field), so a by-word is not needed and one word is a name.

    >>> byline = parse_byline("By Courtney McBride and Roxana Tiron Bloomberg News")
    >>> byline.names, byline.agency
    (('Courtney McBride', 'Roxana Tiron'), 'Bloomberg News')
    >>> parse_byline("Von Ada Lin, Korrespondentin").authors[0].role
    'Korrespondentin'
    >>> parse_byline("From staff reports").desk
    'staff'
    >>> parse_byline("Share this article") is None
    True
    """
    opening = _opening(text)
    spoken = opening > 0
    reading = _Reading(text, papers, introduced or spoken)
    for part in _parts(text, opening):
        _take(part, reading)
    if not (reading.authors or reading.agency or reading.desk):
        return None
    if reading.strangers and not (reading.introduced and reading.authors and reading.strangers <= 1):
        return None
    raw = text.strip()
    start = text.find(raw)
    return Byline(
        authors=_with_contacts(text, reading.authors),
        agency=reading.agency,
        desk=reading.desk,
        raw=raw,
        source=Source(Origin.TEXT, start, start + len(raw)),
    )


def has_byword(text: str) -> bool:
    """Whether a text opens with a by-word.

    >>> has_byword("By Ada Lin"), has_byword("Bystanders said")
    (True, False)
    """
    return _opening(text) > 0


@cache
def _opening_pattern() -> re.Pattern[str]:
    words = sorted({word for words in lexicon.BY_WORDS.values() for word in words.split(" | ")}, key=len, reverse=True)
    spoken = "|".join(map(re.escape, words))
    return re.compile(
        rf"^[\s\W]{{0,3}}(?:from\s+|vom?\s+(?=\w*redaktion)|(?:{spoken})(?:\s*[:：]|(?=\s)|(?<=[:：＝／・/])))", re.IGNORECASE
    )


@cache
def _bare_bywords() -> frozenset[str]:
    return frozenset(word.rstrip(":：").strip() for words in lexicon.BY_WORDS.values() for word in words.split(" | "))


def is_byword(text: str) -> bool:
    """Whether a text is a by-word and nothing else ("By", "Von", "Text:").

    >>> is_byword("By"), is_byword("By Ada Lin")
    (True, False)
    """
    return len(text) < 24 and " ".join(text.casefold().split()).strip(" :：|") in _bare_bywords()


def _opening(text: str) -> int:
    """Where the text goes on after its by-word; 0 where it has none."""
    match = _opening_pattern().match(text)
    if match is None:
        return 0
    end = match.end()
    rest = text[end:].lstrip()
    if not rest:
        return 0
    first = rest.split(None, 1)[0]
    if first[:1].islower() and first.lower() not in lexicon.PARTICLES and not _desk_of(rest):
        return 0
    return end


def _parts(text: str, start: int) -> Iterator[_Part]:
    """The stretches of a byline between separators, joiners and what is cut out."""
    cut = list(text)
    for pattern in _CUTS:
        for match in pattern.finditer(text):
            cut[match.start() : match.end()] = "|" * (match.end() - match.start())
    body = "".join(cut)
    for pattern in (_STAMP, _DATED, _CLOCK):
        match = pattern.search(body, start)
        if match is not None:
            body = body[: match.start()]
    at = start
    for match in _separators().finditer(body, start):
        yield from _part(body, at, match.start())
        at = match.end()
    yield from _part(body, at, len(body))


@cache
def _separators() -> re.Pattern[str]:
    joiners = sorted({word for words in lexicon.JOINERS.values() for word in words.split(" | ")}, key=len, reverse=True)
    return re.compile(rf"{_HARD.pattern}|\s+(?:{'|'.join(map(re.escape, joiners))}|&|＆)\s+")


def _part(text: str, start: int, end: int) -> Iterator[_Part]:
    piece = text[start:end]
    shown = piece.strip(" \u00a0\u3000.,-–—*\"“”'«»")
    if piece.rstrip().endswith(".") and re.search(r"(?:^|\s)(?:[A-Z]|[JS]r|Ph\.D|M\.D)\.?$", piece.rstrip().rstrip(".")):
        shown += "."
    if shown:
        begin = start + piece.find(shown.rstrip("."))
        yield _Part(shown, begin, begin + len(shown))


def _take(part: _Part, reading: _Reading) -> None:
    for test in _TESTS:
        if test(part, reading):
            return
    reading.strangers += 1


def _is_byword(part: _Part, reading: _Reading) -> bool:
    return is_byword(part.text)


def _is_desk(part: _Part, reading: _Reading) -> bool:
    desk = _desk_of(part.text)
    if desk:
        reading.desk = reading.desk or desk
    return bool(desk)


def _is_agency(part: _Part, reading: _Reading) -> bool:
    agency = agency_of(part.text)
    if agency is None:
        return False
    reading.agency = reading.agency or part.text
    return True


def _is_house(part: _Part, reading: _Reading) -> bool:
    if not is_paper(part.text) and part.text.casefold() not in {paper.casefold() for paper in reading.papers} and not _SITE.search(part.text):
        return False
    reading.agency = reading.agency or part.text
    return True


def _is_role(part: _Part, reading: _Reading) -> bool:
    if not is_role(part.text):
        return False
    if reading.authors and reading.authors[-1].role is None:
        reading.authors[-1] = attrs.evolve(reading.authors[-1], role=part.text)
    return True


def _is_person(part: _Part, reading: _Reading) -> bool:
    if not is_name(part.text, alone=reading.introduced and not reading.authors):
        return bool(reading.authors) and is_name(part.text, alone=True)  # a place, most likely
    _add(part.text, part.start, reading)
    return True


def _is_person_with_house(part: _Part, reading: _Reading) -> bool:
    """`Roxana Tiron Bloomberg News`: a blank is all that parts the name from the house."""
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


def _is_person_with_role(part: _Part, reading: _Reading) -> bool:
    """`Meg JamesStaff Writer`, `Ada Lin Political Editor`: name and role with a blank or nothing between."""
    for at in _breaks(part.text):
        name, rest = part.text[:at].rstrip(), part.text[at:].strip()
        if _is_bare_name(name) and is_role(rest):
            _add(name, part.start, reading)
            reading.authors[-1] = attrs.evolve(reading.authors[-1], role=rest)
            return True
    return False


def _is_role_with_person(part: _Part, reading: _Reading) -> bool:
    """`Sports editor Ada Lin`, `記者 …`: the role first."""
    for at in _breaks(part.text):
        role, name = part.text[:at].rstrip(), part.text[at:].strip()
        if is_role(role) and _is_bare_name(name):
            _add(name, part.start + at + (len(part.text[at:]) - len(part.text[at:].lstrip())), reading)
            reading.authors[-1] = attrs.evolve(reading.authors[-1], role=role)
            return True
    return False


def _is_bare_name(text: str) -> bool:
    """Whether a text is a name with no word of a role in it."""
    long_enough = len(text.split()) >= 2 or bool(_UNCASED.search(text))
    return long_enough and is_name(text, alone=True) and not any(word.casefold().strip(".,") in _role_words() for word in text.split())


def _is_glued(part: _Part, reading: _Reading) -> bool:
    """`Associated PressApril`, `Ada LinBo Reyes`: two printed things with nothing between."""
    cuts = [match.start() for match in _GLUE.finditer(part.text)]
    for at in cuts:
        first, rest = part.text[:at], part.text[at:]
        if len(first.split()) < 2 or re.search(r"(?:^|\s)(?:Mc|Mac|De|La|Le|Di|O|Van|Du)$", first):
            continue
        one, other = _Part(first, part.start, part.start + at), _Part(rest, part.start + at, part.end)
        told = is_role(rest) or agency_of(rest) is not None or is_paper(rest) or _desk_of(rest) or is_name(rest)
        if told and any(test(one, reading) for test in _SIMPLE) and any(test(other, reading) for test in _SIMPLE):
            return True
    return False


def _is_place(part: _Part, reading: _Reading) -> bool:
    """`in Berlin`, `Berlin` after an author: where it was written is no author."""
    return bool(reading.authors) and bool(re.match(r"(?:in|aus|from|à|en|i|w)\s+[A-ZÀ-Þ]\w+", part.text)) and len(part.text.split()) <= 4


def _breaks(text: str) -> list[int]:
    """Places where a name may end: blanks, and small letters before capitals."""
    return sorted({*(match.start() for match in re.finditer(r"\s+", text)), *(match.start() for match in _GLUE.finditer(text))})


_SIMPLE: Final[tuple[Callable[[_Part, _Reading], bool], ...]] = (_is_desk, _is_agency, _is_house, _is_role, _is_person)
_TESTS: Final[tuple[Callable[[_Part, _Reading], bool], ...]] = (
    _is_byword,
    _is_desk,
    _is_agency,
    _is_house,
    _is_glued,
    _is_person_with_role,
    _is_role_with_person,
    _is_role,
    _is_person_with_house,
    _is_person,
    _is_place,
)
"""What a part of a byline may be; the first test that holds takes it."""


def _add(name: str, start: int, reading: _Reading) -> None:
    shown = cased(name)
    if any(author.name == shown for author in reading.authors):
        return
    reading.authors.append(Author(shown, raw=name, source=Source(Origin.TEXT, start, start + len(name))))


def _with_contacts(text: str, authors: list[Author]) -> tuple[Author, ...]:
    """The authors with the emails and handles printed after them."""
    found = list(authors)
    for pattern in (_EMAIL, _HANDLE):
        for match in pattern.finditer(text):
            before = [at for at, author in enumerate(found) if (author.source.start or 0) <= match.start()]
            if not before:
                continue
            at = before[-1]
            if pattern is _EMAIL:
                email = re.sub(r"\(?\+?[\d() .-]{7,20}\)?$", "", match.group())
                found[at] = attrs.evolve(found[at], email=found[at].email or email)
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


def _desk_of(text: str) -> str | None:
    folded = " ".join(text.casefold().split()).strip(" .,:()")
    known = _desks()
    return known.get(folded) or known.get(re.sub(r"^(?:from|by|the|compiled from|von|vom|de la|de|por)\s+", "", folded))


@cache
def _role_words() -> frozenset[str]:
    return frozenset(word for words in lexicon.ROLES.values() for word in words.split(" | "))


_STRONG_ROLE: Final = re.compile(
    r"(?:writer|reporter|editor|correspondent|columnist|journalist|contributor|producer|photographer|critic|analyst|redakteur|korrespondent|autor|"
    r"volontär|reporterin|kolumnist|journaliste|rédact|correspondant|periodista|redactor|corresponsal|giornalista|inviat|jornalista|repórter|verslaggever|"
    r"redacteur|redaktör|redaktør|toimittaja|dziennikar|redaktor|reportér|корреспондент|журналист|кореспондент|журналіст|muhabir|editör|wartawan|記者|记者|기자|특파원|"
    r"staff|fellow|intern|chief|director|professor|author|blogger|specialist|leiter|chef|mitarbeiter|team|bureau|anchor|presenter|president|founder|expert|economist)",
    re.IGNORECASE,
)


def is_role(text: str) -> bool:
    """Whether a text is a role or title: few words, one of them a role's, and it is no name.

    >>> is_role("Senior Political Correspondent"), is_role("Ada Lin")
    (True, False)
    """
    parts = [word.strip(".,") for word in text.casefold().split()]
    if not 0 < len(parts) <= 10 or not _STRONG_ROLE.search(text):
        return False
    roles = _role_words()
    return any(part in roles or (part.endswith(("記者", "기자", "记者")) and len(part) == 2) or _STRONG_ROLE.fullmatch(part) for part in parts)


def is_name(text: str, *, alone: bool = False) -> bool:
    """Whether a text has the shape of a person's name; `alone` admits a single word.

    >>> is_name("Ursula von der Leyen"), is_name("J. K. O'Neil Jr."), is_name("The mayor said")
    (True, True, False)
    >>> is_name("Pelé"), is_name("Pelé", alone=True), is_name("山田 太郎"), is_name("김민수")
    (False, True, True, True)
    """
    if not 2 <= len(text) <= 60 or any(letter.isdigit() or letter in "@<>{}=_%$#!?…\"“”„" for letter in text):
        return False
    if _UNCASED.search(text):
        return _is_uncased_name(text)
    words = text.split()
    if not (1 if alone else 2) <= len(words) <= _MOST_WORDS:
        return False
    if len(words) == 1 and (text.isupper() and len(text) <= 4 or len(text) < 3):
        return False
    folded = [word.casefold().strip(".,") for word in words]
    if any(word in lexicon.NEVER for word in folded) or folded[0] in ("the", "a", "an", "der", "die", "das", "los", "las", "les"):
        return False
    capitals = 0
    for word, small in zip(words, folded, strict=True):
        if small in lexicon.PARTICLES or small in lexicon.SUFFIXES or word.rstrip(",").lower() in lexicon.SUFFIXES:
            continue
        if not _LATIN_NAME.match(word.rstrip(",")):
            return False
        if not (word[0].isupper() or word[:2].lower() in ("d'", "l'", "d’", "l’", "al", "el") and word[1:2] in "'’-"):
            return False
        capitals += 1
    if words[-1].islower() and folded[-1] in lexicon.PARTICLES or folded[0] in lexicon.PARTICLES and len(words) == 1:
        return False
    if any(word.casefold().strip(".,") in _NO_NAME_END for word in words[-1:]):
        return False
    return capitals >= 1 and (alone or capitals >= 2 or len(words) >= 2)


_NO_NAME_END: Final = frozenset(
    "times post herald tribune gazette chronicle news press newspaper magazine media online zeitung redaktion inc inc. llc ltd gmbh foundation "
    "university institute center centre council association committee department ministry agency bureau network group company staff team desk".split()
)


def _is_uncased_name(text: str) -> bool:
    """Names in scripts without case: short, few words, no words of furniture."""
    words = text.split()
    if any(word in lexicon.NEVER for word in words):
        return False
    if any("\uac00" <= letter <= "\ud7af" for letter in text):
        return len(words) <= 2 and all(_HANGUL.match(word) for word in words)
    if _IDEOGRAPHS.match(text):
        return len(text) <= 10
    return 2 <= len(words) <= 4 and len(text) <= 40 and all(any(letter.isalpha() for letter in word) for word in words)


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
    if not first and small in lexicon.PARTICLES and len(small) > 1:
        return small
    if small.strip(".") in ("ii", "iii", "iv") or (len(word) <= 2 and word.isupper() and "." not in word and not first and small in ("jr", "sr")):
        return word
    if re.fullmatch(r"(?:[A-ZÀ-Þ]\.)+", word) or re.fullmatch(r"[A-Z]{2}", word) and first and word not in ("AL", "ED", "JO", "BO", "TY", "LI", "XI", "DE", "LE", "LA"):
        return word
    shown = re.sub(r"[^\W\d_]+", lambda match: match.group()[0].upper() + match.group()[1:].lower(), word)
    return re.sub(r"\bMc([a-zà-ÿ])", lambda match: "Mc" + match.group(1).upper(), shown)
