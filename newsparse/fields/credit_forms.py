"""The forms in which a caption ends in, or is, a credit.

`FORMS` is the table, in the order in which they are tried. A form takes a caption and says where
its credit stands, brackets and label included, or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from newsparse.fields.credit_han import dense_labelled, dense_taken
from newsparse.fields.credit_labels import labels, shouted_label
from newsparse.fields.credit_parts import (
    LONGEST_CREDIT,
    SENTENCE_INSIDE,
    is_agency,
    is_anonymous,
    parts_of,
    reads_as_credit,
)
from newsparse.fields.han_names import HAN
from newsparse.fields.persons import is_bare_name, is_name
from newsparse.lexicon.agencies import agency_at_end, agency_of, may_end_in_agency
from newsparse.lexicon.languages import spoken
from newsparse.textual import DENSE_SCRIPT, any_of

_LONGEST_LABEL: Final = 60
"""Characters of the longest label of a credit."""
_Found = tuple[int, int] | None
_BRACKETED = re.compile(r"[(（\[]([^()（）\[\]]{2,160})[)）\]]\s*\.?\s*$")
_NESTED = re.compile(r"\(([^()]{0,80}\([^()]{1,40}\)[^()]{0,80})\)\s*$")


def _bracketed(text: str) -> _Found:
    """`... (Name/PAPER)`, `... [X]`, `... (Photo: X)`."""
    ending = text.rstrip()
    if not (ending[:-1].rstrip() if ending.endswith(".") else ending).endswith((")", "）", "]")):
        return None
    low = max(0, len(text) - 240)
    match = _BRACKETED.search(text, low) or _NESTED.search(text, low)
    if match is None or not reads_as_credit(match.group(1)):
        return None
    named = _NAME_BEFORE.search(text, low, match.start())
    if named is not None and is_name(named.group(1)) and _is_agencies(match.group(1)):
        return named.start(1), match.end()
    return match.start(), match.end()


_NAME_BEFORE = re.compile(r"(?:^|(?<=[.!?…”\"])\s?|(?<=[.!?…”\"])\s\s)([^.!?()]{4,40})\s$")


def _is_agencies(text: str) -> bool:
    """Whether all parts of a bracket are agencies: the photographer may stand before it."""
    parts = parts_of(text)
    return bool(parts) and all(is_agency(part) for part in parts)


_SENTENCE_AND_BRACKET = re.compile(r"[a-zà-ÿ][.!?] ?\([^()]{2,80}\)$")
"""A caption that a label opens and a credit in brackets ends."""
_STORY_BEHIND = re.compile(r"[.!?]\s+[A-ZÀ-Þ]\w+\s+\w+\s+\w+\s+\w+")
"""A sentence of its own behind a label: what stands there is no credit."""


def _labelled(text: str) -> _Found:
    """`... Photo: X`, `...text Credit: X`, `... Foto: X/dpa`: a label with a colon near the end."""
    low = max(0, len(text) - LONGEST_CREDIT - _LONGEST_LABEL)
    ends = _label_ends(text, low) if _COLON.search(text, low) else []
    if not ends:
        return None
    for match in _tail_label().finditer(text, max(low, ends[0] - _LONGEST_LABEL), ends[-1] + 1):
        rest = text[match.end() :]
        if _SENTENCE_AND_BRACKET.search(rest):
            continue
        if 1 < len(rest.strip()) <= LONGEST_CREDIT and not _STORY_BEHIND.search(rest):
            return match.start(), len(text)
    return None


_COLON = re.compile(r"[:：]")


def _label_ends(text: str, low: int) -> list[int]:
    """Where behind `low` a label ends, its colon included.

    Text and labels are read backwards: an expression tried at each colon costs less than a search.
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
    words, tails = (
        any_of(word[::-1] for word in words) for words in (_tail_words(), _label_tails())
    )
    return re.compile(rf"\s?(?:{tails}\s)?{words}", re.IGNORECASE)


@cache
def _label_tails() -> tuple[str, ...]:
    """What may stand between a label and its colon."""
    return spoken(lambda language: (*language.credit_prepositions, *language.credit_label_tails))


def _tail_words() -> list[str]:
    return [label for label in labels() if label != "©"]


@cache
def _tail_label() -> re.Pattern[str]:
    words, tails = any_of(_tail_words()), any_of(_label_tails())
    return re.compile(
        r"(?:(?<=[\s.!?)\]|\"”“'’(\[–—。！？」』）-])|^|(?<=[a-zà-ÿ0-9.!?\"”])(?=[A-ZÀ-Þ©]))"
        rf"[(\[|–—-]?\s?{words}(?:\s{tails})?\s?[:：]\s?",
        re.IGNORECASE,
    )


def _copyright(text: str) -> _Found:
    """`... © X`: the sign and what follows it."""
    if "©" not in text and "(" not in text and "（" not in text:
        return None
    match = _RIGHTS.search(text, max(0, len(text) - LONGEST_CREDIT - 8))
    if match is None or not 1 < len(text) - match.end() <= LONGEST_CREDIT:
        return None
    return match.start(), len(text)


_RIGHTS = re.compile(r"[|(\[]?\s?(?:©|[(（][cCＣｃ][)）])\s?(?=\S)")


_NAMED: Final = r"(?=[A-ZÀ-ÞА-ЯЁІЇЄҐΑ-Ω@]|[\w-]{2,30}\.[a-z]{2,3}(?:$|\s|/))"
"""What a credit's name begins with: a capital, or a site's address."""


@cache
def _printed_leads() -> re.Pattern[str]:
    """What leads to a name inside a caption, as printed, before the name."""
    labels = any_of(spoken(lambda language: language.printed_photo_labels))
    openings = any_of(spoken(lambda language: language.printed_credit_openings))
    by = any_of(
        spoken(
            lambda language: (
                *language.credit_prepositions,
                *language.courtesy_words,
                *language.printed_photo_prepositions,
            )
        )
    )
    edge = r"(?:^|(?<=[\s.!?\"”)]))"
    return re.compile(
        rf"{edge}{labels}\s+(?:{by})\s+{_NAMED}|{edge}{openings}\s+{_NAMED}"
        rf"|{edge}{shouted_label()}"
    )


@cache
def _first_words() -> re.Pattern[str]:
    """The first words of all that `_printed_leads` finds: quick to look for in a whole text."""
    leads = spoken(lambda one: (*one.printed_photo_labels, *one.printed_credit_openings))
    shouted = [label.upper() for label in spoken(lambda one: one.printed_photo_labels)]
    return re.compile(any_of(lead.split()[0] for lead in (*leads, *shouted)))


_LONGEST_BYLINED: Final = 80
"""Characters of the longest name behind `_BYLINED`."""
_MOST_LEADING_WORDS: Final = 4
"""Words of the longest of `_BYLINED`."""


def _bylined(text: str) -> _Found:
    """`... Photo by X`, `... Courtesy of X`, `... via REUTERS`.

    What leads to the name ends behind `low`, so it begins in one of the last words before.
    """
    at = 0
    low = len(text.rstrip(" .")) - _LONGEST_BYLINED
    words = text[:low].rsplit(None, _MOST_LEADING_WORDS) if low > 0 else []
    for lead in _first_words().finditer(
        text, len(words[0]) if len(words) > _MOST_LEADING_WORDS else 0
    ):
        match = _printed_leads().match(text, lead.start()) if lead.start() >= at else None
        if match is None:
            continue
        at = match.end()
        rest = text[at:].rstrip(" .")
        if (
            1 < len(rest) <= _LONGEST_BYLINED
            and not SENTENCE_INSIDE.search(rest)
            and reads_as_credit(rest)
        ):
            return match.start(), len(text)
    return None


_AFTER_SENTENCE = re.compile(r"(?<=[.!?…\"”)])\s?(?=\S)|(?<=\s)[–—|-]\s|\s\s(?=\S)")


def _agency_line(text: str) -> _Found:
    """`... AP Photo/Name`, `... REUTERS/Name`, `... Name/AFP via Getty Images`."""
    low = max(0, len(text) - LONGEST_CREDIT)
    if "/" not in text and not may_end_in_agency(text.rstrip(" .")):
        return None
    starts = [match.end() for match in _AFTER_SENTENCE.finditer(text, low)]
    for start in starts if low else [0, *starts]:
        tail = text[start:]
        if len(tail.strip()) < 2 or ("/" not in tail and agency_at_end(tail.strip(" .")) is None):
            continue
        if reads_as_credit(tail, strict=True):
            return start, len(text)
    return None


_SLASHED = re.compile(r"(?<=\s)([A-ZÀ-Þ]{2,12}(?:\s(?:Photo|Images?))?)\s?/\s?([^/]{3,40})$")


def _agency_name(text: str) -> _Found:
    """`... in Madrid EFE/ J.J. Guillén`: an agency in capitals, a stroke and a name end it."""
    match = _SLASHED.search(text, max(0, len(text) - LONGEST_CREDIT)) if "/" in text else None
    if (
        match is None
        or agency_of(match.group(1)) is None
        or not is_name(match.group(2).strip(" ."))
    ):
        return None
    return match.start(), len(text)


_STROKE = re.compile(r"(?:(?<=\s)/\s|(?<=\s)[\w-]{2,30}\.[a-z]{2,3}/)(?P<name>[^/\d]{5,40})$")


def _stroke_name(text: str) -> _Found:
    """`... in the rain / Ada Lin`, `... in the rain. herald.is/Ada Lin`: a stroke and a name."""
    match = _STROKE.search(text, max(20, len(text) - LONGEST_CREDIT)) if "/" in text else None
    if match is None or not is_name(match["name"].strip(" .")):
        return None
    return match.start(), len(text)


_BEHIND_SIGN = re.compile(r"(?<=[^.!?…][.!?])\s{1,2}[|–—]\s(?P<name>[^|–—\d]{5,40})$")


def _signed_behind_sentence(text: str) -> _Found:
    """`... in the rain. | Ada Lin`, `... in the rain. — Ada Lin`: a bar or dash behind the sentence
    and a name. A name behind a quotation's dash is the speaker's."""
    match = _BEHIND_SIGN.search(text, max(0, len(text) - LONGEST_CREDIT))
    if match is None or not is_bare_name(match["name"].strip(" .")):
        return None
    return match.start(), len(text)


@cache
def _taken() -> re.Pattern[str]:
    """`（山田太郎撮影）`: a name and a word for having taken a picture, in brackets."""
    words = any_of(spoken(lambda language: language.photo_taken_words))
    return re.compile(rf"[（(〔][^（）()〔〕]{{1,30}}{words}[）)〕]\s*$")


@cache
def _taken_behind_mark() -> re.Pattern[str]:
    """A name and a word for taking a picture, behind a full-width mark: `町、山田太郎撮影`."""
    words = any_of(spoken(lambda language: language.photo_taken_words))
    return re.compile(rf"(?<=[、＝，・])[\u3040-\u30ff\u3400-\u9fff ]{{2,12}}{words}\s*$")


@cache
def _reporter() -> re.Pattern[str]:
    """`... 있다. 김민수 기자`: a photographer with a reporter's title, after the sentence."""
    ends = "".join(spoken(lambda language: language.sentence_endings))
    titles = "|".join(spoken(lambda language: language.photo_reporter_patterns))
    return re.compile(rf"(?<=[.。!?\]{ends}])\s(?=[\uac00-\ud7af]{{2,4}}\s?(?:{titles})$)")


def _signed(text: str) -> _Found:
    if text.isascii():
        return None
    start = max(0, len(text) - LONGEST_CREDIT)
    if text.rstrip().endswith((")", "）", "〕")):
        match = _taken().search(text, start)
    else:
        match = _reporter().search(text, start) or _taken_behind_mark().search(text, start)
    return (match.start(), len(text)) if match else None


def _dense_labelled(text: str) -> _Found:
    """`... 写真＝山田太郎`, `... 사진=연합뉴스`."""
    return None if text.isascii() or not DENSE_SCRIPT.search(text) else dense_labelled(text)


def _dense_taken(text: str) -> _Found:
    """`... 新华社记者 王小明 摄`."""
    return None if text.isascii() or not HAN.search(text[-_TAKEN_REACH:]) else dense_taken(text)


_TAKEN_REACH: Final = 6
"""Characters at a caption's end that hold the word for having taken the picture."""


_EQUALS = re.compile(r"[=＝](?P<agency>[^=＝、。]{2,20})$")


def _equalled(text: str) -> _Found:
    """`川に架かる橋＝共同`: a full-width sign and an agency."""
    match = _EQUALS.search(text, max(0, len(text) - LONGEST_CREDIT)) if "＝" in text else None
    if match is None or not is_agency(match["agency"].strip()):
        return None
    return match.start(), len(text)


def _phrase(text: str) -> _Found:
    """`Submitted photo`, `Archivfoto`: a credit that names nobody."""
    return (0, len(text)) if is_anonymous(text, " .()[]") else None


FORMS: Final[tuple[tuple[str, Callable[[str], _Found]], ...]] = (
    ("phrase", _phrase),
    ("bracketed", _bracketed),
    ("labelled", _labelled),
    ("labelled", _dense_labelled),
    ("named", _dense_taken),
    ("copyright", _copyright),
    ("agency", _agency_line),
    ("bylined", _bylined),
    ("agency", _agency_name),
    ("named", _stroke_name),
    ("named", _signed_behind_sentence),
    ("agency", _equalled),
    ("named", _signed),
)
"""The forms of credits in captions, in the order they are tried."""
UNMARKED_FORMS: Final = tuple(
    [
        (name, form)
        for name, form in FORMS
        if form
        in (
            _phrase,
            _signed_behind_sentence,
            _dense_labelled,
            _dense_taken,
            _agency_line,
            _bylined,
            _equalled,
            _signed,
        )
    ]
)
"""The forms that may find a credit where no bracket, colon, stroke or copyright sign stands."""
