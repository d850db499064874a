"""Picture credits: found at the edge of a caption, and read into names and agencies.

`split_credit` finds where a caption ends and its credit begins, by a table of forms;
`parse_credit` reads a credit that stands alone. Pure functions over strings; the credit never
swallows the caption: a bracket or a tail that is not shaped like a credit stays in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

import attrs

from newsparse.fields.persons import cased, is_name
from newsparse.lexicon import credits as lexicon
from newsparse.lexicon.agencies import agency_at_end, agency_of, may_end_in_agency
from newsparse.lexicon.papers import HOUSE_WORDS, is_paper, paper_at_end
from newsparse.records import Credit, Origin, Source
from newsparse.textual import any_of

_LONGEST: Final = 120
"""Characters of the longest credit that is looked for."""
_LABEL: Final = 60
"""Characters of the longest label of a credit."""
_SPLIT = re.compile(
    r"[()/|;·•&]|(?<=\s)[–—-](?=\s)|,(?!\s?(?:jr|sr|inc|llc|ltd|co)\b)|\bvia\b|(?<=\s)(?:and|und|et|y|e|og|och|en|for|für|pour|para)(?=\s)",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"^[\s©℗(\[]+|[\s)\]]+$")
_COPYRIGHT = re.compile(r"(?:©|[(（][cｃ][)）]|copyright)\s?(?:\d{4}\b)?\s?", re.IGNORECASE)
_YEAR = re.compile(r"^\d{4}$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$")
_PHOTO_WORD = re.compile(
    r"\b(?:photo|photos|images?|pictures?|foto|fotos|bild|pool|file|handout|stringer|staff)\b",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,64}\.[^\s@]{1,64}")
_SENTENCE_INSIDE = re.compile(r"(?<![A-ZÀ-Þ])(?<!Jr|Sr|Co|St)[.!?]\s+\S")
"""The end of a sentence with more after it; an initial's full stop is none."""


def parse_credit(text: str) -> Credit | None:
    """The credit that `text` is, its brackets and label aside; None where it names nobody.

    >>> credit = parse_credit("(STR/AFP/Getty Images North America/TNS)")
    >>> credit.names, credit.agencies, credit.raw
    (('STR',), ('AFP', 'Getty Images North America', 'TNS'), 'STR/AFP/Getty Images North America/TNS')
    >>> parse_credit("Photo by Ada Lin for The Example Herald").names
    ('Ada Lin',)
    >>> parse_credit("Foto: dpa").agencies
    ('dpa',)
    """
    start, end = _bare(text)
    raw = text[start:end]
    if not raw or len(raw) > 200:
        return None
    names: list[str] = []
    agencies: list[str] = []
    if not _is_phrase(raw, " "):
        for part in _parts(raw):
            _sort(part, names, agencies)
    return Credit(
        tuple(dict.fromkeys(names)),
        tuple(dict.fromkeys(agencies)),
        raw,
        Source(Origin.TEXT, start, end),
    )


def credit_in(text: str, start: int = 0, end: int = -1) -> Credit | None:
    """The credit that a stretch of a text is, None where it names nobody; offsets count in the text.

    >>> found = credit_in("Herons nest. Photo: Ada Lin", 13)
    >>> found.names, found.source.start
    (('Ada Lin',), 20)
    """
    credit = parse_credit(text[start : end if end >= 0 else None])
    if credit is None or not start:
        return credit
    source = credit.source
    return attrs.evolve(
        credit,
        source=attrs.evolve(
            source, start=start + (source.start or 0), end=start + (source.end or 0)
        ),
    )


_TOOK = re.compile(
    r"(?<=[\u3400-\u9fff\u3040-\u30ff])(?:撮影|提供|写す)[）)]?$|(?<=[\uac00-\ud7af])\s?(?:선임|인턴|사진)?\s?기자$"
)
"""A word behind a name for having taken the picture."""


def _bare(text: str) -> tuple[int, int]:
    """Where the credit proper stands in a text: without brackets, copyright signs and labels."""
    start, end = 0, len(text)
    signed = _COPYRIGHT.match(text.lstrip())
    if signed is not None:
        start = len(text) - len(text.lstrip()) + signed.end()
    while True:
        before = (start, end)
        piece = text[start:end]
        lead = len(piece) - len(piece.lstrip(" \u00a0\t\n([（|/*-–—·•"))
        tail = len(piece) - len(piece.rstrip(" \u00a0\t\n)]）|*"))
        if (
            piece.count("(") < piece.count(")")
            or piece.lstrip().startswith(("(", "["))
            or not piece.rstrip().endswith(")")
        ):
            end -= tail
        else:
            end -= len(piece) - len(piece.rstrip())
        start += lead
        match = _label_pattern().match(text, start, end)
        if match is not None and match.end() < end:
            start = match.end()
        took = _TOOK.search(text, start, end)
        if took is not None and took.start() > start:
            end = took.start()
        if (start, end) == before or start >= end:
            break
    while (
        start < end
        and text[end - 1] in " .,;"
        and not re.search(r"(?:\b[A-Z]|Inc|Co|Ltd|Jr|D\.R)\.$", text[start:end])
    ):
        end -= 1
    return min(start, end), end


@cache
def _labels() -> tuple[str, ...]:
    """The words that introduce a credit, without their colons, sorted."""
    return tuple(
        sorted(
            {
                label.strip().rstrip(":：").strip()
                for labels in lexicon.LABELS.values()
                for label in labels.split(" | ")
            }
        )
    )


@cache
def _label_pattern() -> re.Pattern[str]:
    words = any_of(label for label in _labels() if label not in ("©", "getty"))
    return re.compile(
        rf"(?:{words}(?:\s?[:：=＝]\s?|\s(?:by|von|di|de|par|por)\s?[:：]?\s(?-i:(?![a-zà-ÿ]))|\s?©\s?)|(?:photos?|images?|pictures?|illustrations?|fotos?)\s(?:by|von|di|de|par|por|courtesy(?:\sof)?)\s(?-i:(?![a-zà-ÿ]))|"
        rf"(?:photos?|fotos?)\s(?-i:(?=[A-ZÀ-Þ][a-zà-ÿ]{{1,20}}\s[A-ZÀ-Þ][\w'’-]{{1,20}}(?:$|\s?[/,|])))|image source,\s|"
        rf"(?:courtesy(?:\sof)?|via|image credit|photo credit|credit|fot\.|ph\.|submitted by|provided by)\s(?-i:(?![a-zà-ÿ]))|(?:©|\(c\)|copyright)\s?(?:\d{{4}}\s)?(?:by\s)?[:：]?\s?)",
        re.IGNORECASE,
    )


def _parts(raw: str) -> list[str]:
    return [part for piece in _SPLIT.split(raw) if (part := piece.strip(" .,:()[]©\u00a0\u200b"))]


def _sort(part: str, names: list[str], agencies: list[str]) -> None:
    """Put one part of a credit among the names or the agencies, or nowhere."""
    for kind, test in _SORTS:
        if test(part):
            if kind == "agency":
                agencies.append(part)
            elif kind == "name":
                names.append(cased(part) if " " in part else part)
            elif kind == "both":
                _sort_both(part, names, agencies)
            return


def _sort_both(part: str, names: list[str], agencies: list[str]) -> None:
    found = agency_at_end(part)
    start = found[0] if found else paper_at_end(part)
    if start:
        names.append(part[:start].strip(" -–—"))
        agencies.append(part[start:].strip())


def _is_nothing(part: str) -> bool:
    return part.casefold() in _roles() or bool(_YEAR.match(part)) or bool(_EMAIL.search(part))


@cache
def _roles() -> frozenset[str]:
    return frozenset(
        word
        for words in lexicon.ROLES.values()
        for word in words.split(" | ")
        if word not in ("str", "stringer")
    )


def _is_agency(part: str) -> bool:
    return (
        _is_house(part)
        or agency_of(part) is not None
        or is_paper(part)
        or agency_of(_PHOTO_WORD.sub("", part).strip()) is not None
    )


def _is_house(part: str) -> bool:
    """Whether a part is shaped like the name of a paper: `THE EXAMPLE HERALD`."""
    words = part.split()
    return (
        2 <= len(words) <= 6
        and words[-1].casefold() in HOUSE_WORDS
        and all(word[0].isupper() or word in ("of", "de", "der") for word in words)
    )


def _is_both(part: str) -> bool:
    found = agency_at_end(part)
    start = found[0] if found else paper_at_end(part)
    return bool(start) and is_name(part[:start].strip(" -–—"))


def _is_name(part: str) -> bool:
    return (
        is_name(part)
        or part.upper() in ("STR", "STRINGER")
        or (part.isupper() and 2 < len(part) < 12 and part.isalpha())
    )


_SORTS: Final[tuple[tuple[str, Callable[[str], bool]], ...]] = (
    ("agency", _is_agency),
    ("nothing", _is_nothing),
    ("name", lambda part: part.upper() in ("STR", "STRINGER")),
    ("both", _is_both),
    ("name", is_name),
    ("agency", lambda part: len(part) > 1),
)
"""What a part of a credit is; the first row that holds decides."""


@attrs.frozen
class CreditSplit:
    """A caption and its credit: `text[:end]` and `text[after:]` are caption, the credit stands between."""

    start: int
    end: int
    credit: Credit
    form: str
    """The row of the table that found it."""


def split_credit(text: str) -> CreditSplit | None:
    """The credit at the edge of a caption, None where it has none.

    `start` and `end` bound what is not caption: the credit with its brackets and label.

    >>> found = split_credit("Rockets are launched.  (STR/AFP/Getty Images/TNS)")
    >>> "Rockets are launched.  (STR/AFP/Getty Images/TNS)"[:found.start].strip(), found.credit.raw
    ('Rockets are launched.', 'STR/AFP/Getty Images/TNS')
    >>> split_credit("The mayor (left) and the clerk") is None
    True
    """
    if len(text) > 3_000:
        return None
    for name, form in FORMS if _is_marked(text) else _UNMARKED_FORMS:
        found = form(text)
        if found is not None:
            start, end = found
            credit = parse_credit(text[start:end])
            if credit is None or not credit.raw:
                continue
            source = Source(
                Origin.TEXT, start + (credit.source.start or 0), start + (credit.source.end or 0)
            )
            return CreditSplit(start, end, attrs.evolve(credit, source=source), name)
    return None


def _is_marked(text: str) -> bool:
    """Whether a text holds one of the signs without which most forms find nothing."""
    return (
        "/" in text
        or ":" in text
        or "(" in text
        or "[" in text
        or "©" in text
        or "（" in text
        or "：" in text
    )


_Found = tuple[int, int] | None
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,160})[)\]]\s*\.?\s*$")
_NESTED = re.compile(r"\(([^()]{0,80}\([^()]{1,40}\)[^()]{0,80})\)\s*$")


def _bracketed(text: str) -> _Found:
    """`... (Name/PAPER)`, `... [X]`, `... (Photo: X)`."""
    ending = text.rstrip()
    if not (ending[:-1].rstrip() if ending.endswith(".") else ending).endswith((")", "]")):
        return None
    low = max(0, len(text) - 240)
    match = _BRACKETED.search(text, low) or _NESTED.search(text, low)
    if match is None or not _reads_as_credit(match.group(1)):
        return None
    named = _NAME_BEFORE.search(text, low, match.start())
    if named is not None and is_name(named.group(1)) and _is_agencies(match.group(1)):
        return named.start(1), match.end()
    return match.start(), match.end()


_NAME_BEFORE = re.compile(r"(?:^|(?<=[.!?…”\"])\s?|(?<=[.!?…”\"])\s\s)([^.!?()]{4,40})\s$")


def _is_agencies(text: str) -> bool:
    """Whether all parts of a bracket are agencies: what stands before it then names the photographer."""
    parts = _parts(text)
    return bool(parts) and all(_is_agency(part) for part in parts)


_SENTENCE_AND_BRACKET = re.compile(r"[a-zà-ÿ][.!?] ?\([^()]{2,80}\)$")
"""A caption that a label opens and a credit in brackets ends."""


def _labelled(text: str) -> _Found:
    """`... Photo: X`, `...text Credit: X`, `... Foto: X/dpa`: a label with a colon near the end."""
    low = max(0, len(text) - _LONGEST - _LABEL)
    ends = _label_ends(text, low) if ":" in text or "：" in text else []
    if not ends:
        return None
    for match in _tail_label().finditer(text, max(low, ends[0] - _LABEL), ends[-1] + 1):
        rest = text[match.end() :]
        if _SENTENCE_AND_BRACKET.search(rest):
            continue
        if 1 < len(rest.strip()) <= _LONGEST and not re.search(
            r"[.!?]\s+[A-ZÀ-Þ]\w+\s+\w+\s+\w+\s+\w+", rest
        ):
            return match.start(), len(text)
    return None


_COLON = re.compile(r"[:：]")


def _label_ends(text: str, low: int) -> list[int]:
    """Where behind `low` a label ends, its colon included.

    Text and labels are read backwards: an expression that is tried at each colon costs less than one that is sought.
    """
    backwards = text[low:][::-1]
    ends = [
        len(text) - colon.start()
        for colon in _COLON.finditer(backwards)
        if _label_backwards().match(backwards, colon.end())
    ]
    return ends[::-1]


@cache
def _label_backwards() -> re.Pattern[str]:
    """What `_tail_label` finds right before its colon, backwards."""
    words, tails = (any_of(word[::-1] for word in words) for words in (_tail_words(), _LABEL_TAILS))
    return re.compile(rf"\s?(?:{tails}\s)?{words}", re.IGNORECASE)


_LABEL_TAILS: Final = ("by", "von", "de", "di", "par", "por", "credit", "credits")
"""What may stand between a label and its colon."""


def _tail_words() -> list[str]:
    return [label for label in _labels() if label != "©"]


@cache
def _tail_label() -> re.Pattern[str]:
    words, tails = any_of(_tail_words()), any_of(_LABEL_TAILS)
    return re.compile(
        rf"(?:(?<=[\s.!?)\]|\"”“'’(\[–—。！？」』）-])|^|(?<=[a-zà-ÿ0-9.!?\"”])(?=[A-ZÀ-Þ©]))[(\[|–—-]?\s?{words}(?:\s{tails})?\s?[:：]\s?",
        re.IGNORECASE,
    )


def _copyright(text: str) -> _Found:
    """`... © X`: the sign and what follows it."""
    if "©" not in text and "(" not in text and "（" not in text:
        return None
    match = _RIGHTS.search(text, max(0, len(text) - _LONGEST - 8))
    if match is None or not 1 < len(text) - match.end() <= _LONGEST:
        return None
    return match.start(), len(text)


_RIGHTS = re.compile(r"[|(\[]?\s?(?:©|[(（][cCＣｃ][)）])\s?(?=\S)")


_BYLINED = re.compile(
    r"(?:^|(?<=[\s.!?\"”)]))(?:[Pp]hotos?|PHOTOS?|[Pp]hotograph|[Ii]mages?|[Pp]ictures?|[Ii]llustrations?|[Ff]otos?|[Aa]rt|[Gg]raphic|Staff photo|[Vv]ideo)\s+(?:by|BY|von|de|di|par|por|courtesy of|courtesy|via|provided by|supplied by)\s+(?=[A-ZÀ-Þ@])|(?:^|(?<=[\s.!?\"”)]))(?:[Cc]ourtesy of|[Cc]ourtesy|[Ss]ubmitted by|[Pp]rovided by|via|Image credit|Photo credit|Credit|CREDIT|Fot\.|fot\.)\s+(?=[A-ZÀ-Þ@])"
)


_LEADS = re.compile(
    r"[PpIiFfAaGgSsVvCc](?:hoto|HOTO|mage|icture|llustration|oto|rt\s|raphic|taff (?=photo)|ideo|ourtesy|ubmitted|rovided|ia\s|redit|REDIT|ot\.)"
)
"""The first words of `_BYLINED`, so much quicker to look for that it is tried only where one stands; none begins inside another."""


_MOST_BYLINED: Final = 80
"""Characters of the longest name behind `_BYLINED`."""
_WORDS_BYLINED: Final = 4
"""Words of the longest of `_BYLINED`."""


def _bylined(text: str) -> _Found:
    """`... Photo by X`, `... Courtesy of X`, `... via REUTERS`: what leads to the name ends behind `low`, so it begins in one of the last words before."""
    at = 0
    low = len(text.rstrip(" .")) - _MOST_BYLINED
    words = text[:low].rsplit(None, _WORDS_BYLINED) if low > 0 else []
    for lead in _LEADS.finditer(text, len(words[0]) if len(words) > _WORDS_BYLINED else 0):
        match = _BYLINED.match(text, lead.start()) if lead.start() >= at else None
        if match is None:
            continue
        at = match.end()
        rest = text[at:].rstrip(" .")
        if (
            1 < len(rest) <= _MOST_BYLINED
            and not _SENTENCE_INSIDE.search(rest)
            and _reads_as_credit(rest)
        ):
            return match.start(), len(text)
    return None


_AFTER_SENTENCE = re.compile(r"(?<=[.!?…\"”)])\s?(?=\S)|(?<=\s)[–—|-]\s|\s\s(?=\S)")


_STOPS: Final = frozenset('.!?…"”)')
"""Marks of `_AFTER_SENTENCE` after which a tail may begin inside a word."""


def _may_end_in_agency(text: str) -> bool:
    """Whether the last word of a text, or what stands in it behind a mark, may be the end of an agency's name."""
    last = text.rsplit(None, 1)[-1:]
    if not last or may_end_in_agency(last[0]):
        return True
    word = last[0]
    return not _STOPS.isdisjoint(word) and any(
        may_end_in_agency(word[at:])
        for at in range(max(1, len(word) - _LONGEST), len(word))
        if word[at - 1] in _STOPS
    )


def _agency_line(text: str) -> _Found:
    """`... AP Photo/Name`, `... REUTERS/Name`, `... Name/AFP via Getty Images` after the sentence."""
    low = max(0, len(text) - _LONGEST)
    if text.find("/", low) < 0 and not _may_end_in_agency(text.rstrip(" .")):
        return None
    starts = [match.end() for match in _AFTER_SENTENCE.finditer(text, low)]
    for start in starts if low else [0, *starts]:
        tail = text[start:]
        if len(tail.strip()) < 2 or "/" not in tail and agency_at_end(tail.strip(" .")) is None:
            continue
        if _reads_as_credit(tail, strict=True):
            return start, len(text)
    return None


_SLASHED = re.compile(r"(?<=\s)([A-ZÀ-Þ]{2,12}(?:\s(?:Photo|Images?))?)\s?/\s?([^/]{3,40})$")


def _agency_name(text: str) -> _Found:
    """`... in Madrid EFE/ J.J. Guillén`: an agency in capitals, a stroke and a name end the caption, whatever stands before."""
    match = _SLASHED.search(text, max(0, len(text) - _LONGEST)) if "/" in text else None
    if (
        match is None
        or agency_of(match.group(1)) is None
        or not is_name(match.group(2).strip(" ."))
    ):
        return None
    return match.start(), len(text)


_HOST = re.compile(
    r"(?:www\.)?[a-z\d-]{2,40}\.(?:com|net|org|edu|gov|co\.uk|de|fr|es|it|nl|se|no|dk|fi|pl|cz|ru|jp|is|info|tv)$",
    re.IGNORECASE,
)
"""A site that gave the picture: `(example.com)`."""
_STROKE = re.compile(r"(?:(?<=\s)/\s|(?<=\s)[\w-]{2,30}\.[a-z]{2,3}/)(?P<name>[^/\d]{5,40})$")


def _stroke_name(text: str) -> _Found:
    """`... in the rain / Ada Lin`, `... in the rain. herald.is/Ada Lin`: a stroke and a name end the caption."""
    match = _STROKE.search(text, max(20, len(text) - _LONGEST)) if "/" in text else None
    if match is None or not is_name(match["name"].strip(" .")):
        return None
    return match.start(), len(text)


_TAKEN = re.compile(r"[（(][^（）()]{1,20}(?:撮影|提供|写す)[）)]\s*$")
"""`（山田太郎撮影）`: a name and a word for having taken a picture."""
_REPORTER = re.compile(r"(?<=[.。!?다\]])\s(?=[\uac00-\ud7af]{2,4}\s?(?:선임|인턴|사진)?\s?기자$)")
"""`... 있다. 김민수 기자`: a photographer with the word for a reporter, after the sentence."""


def _signed(text: str) -> _Found:
    form = (
        _TAKEN
        if text.rstrip().endswith((")", "）"))
        else _REPORTER
        if text.endswith(("기자", "기자\n"))
        else None
    )
    match = form.search(text, max(0, len(text) - _LONGEST)) if form is not None else None
    return (match.start(), len(text)) if match else None


def _phrase(text: str) -> _Found:
    """`Submitted photo`, `Archivfoto`: a credit that names nobody."""
    return (0, len(text)) if _is_phrase(text, " .()[]") else None


def _is_phrase(text: str, edges: str) -> bool:
    """Whether a text, but for marks and blanks at its edges, is one of `PHRASES`; the first two letters rule most out."""
    opening = text.lstrip(edges)[:2]
    if (
        opening.casefold()[:2] not in _phrase_openings()
        and not opening[:1].isspace()
        and not opening[1:].isspace()
    ):
        return False
    return " ".join(text.casefold().split()).strip(edges) in _phrases()


@cache
def _phrases() -> frozenset[str]:
    return frozenset(
        phrase for phrases in lexicon.PHRASES.values() for phrase in phrases.split(" | ")
    )


@cache
def _phrase_openings() -> frozenset[str]:
    return frozenset(phrase[:2] for phrase in _phrases())


FORMS: Final[tuple[tuple[str, Callable[[str], _Found]], ...]] = (
    ("phrase", _phrase),
    ("bracketed", _bracketed),
    ("labelled", _labelled),
    ("copyright", _copyright),
    ("agency", _agency_line),
    ("bylined", _bylined),
    ("agency", _agency_name),
    ("named", _stroke_name),
    ("named", _signed),
)
"""The forms of credits in captions, in the order they are tried."""
_UNMARKED_FORMS: Final = tuple(
    [(name, form) for name, form in FORMS if form in (_phrase, _agency_line, _bylined, _signed)]
)
"""The forms that may find a credit where no bracket, colon, stroke or sign of copyright stands."""


def is_credit(text: str) -> bool:
    """Whether a short text that stands alone is a credit, by its names and agencies.

    >>> is_credit("Ada Lin/AFP via Getty Images"), is_credit("The mayor speaks")
    (True, False)
    """
    return 2 <= len(text) <= 100 and _reads_as_credit(text, strict=True)


def _reads_as_credit(text: str, *, strict: bool = False) -> bool:
    """Whether a bracket or tail is a credit: all its parts are names, agencies or a credit's roles."""
    if _label_pattern().match(text.lstrip(" ([")):
        return len(text) <= _LONGEST
    if _is_phrase(text, " ."):
        return True
    if _SENTENCE_INSIDE.search(text):
        return False
    parts = _parts(text)
    if not parts or len(parts) > 8 or all(_YEAR.match(part) for part in parts):
        return False
    sure = sum(
        _is_agency(part)
        or _is_nothing(part)
        or bool(_HOST.match(part))
        or _is_both(part)
        or "@" in part
        for part in parts
    )
    named = sum(_is_name(part) for part in parts)
    if sure + named < len(parts):
        return sure > 0 and not strict and "/" in text and len(parts) - sure - named <= 1
    if sure:
        return True
    return (
        not strict
        and ("/" in text or len(parts) <= 2)
        and all(len(part.split()) >= 2 or "/" in text for part in parts)
    )
