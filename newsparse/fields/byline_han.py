"""Signatures of Chinese pages: a label and names, within a line or in a bracket of the story.

Names are not parted by blanks and capitals there. What parts them are labels ("记者", "作者"), the
length of a name and the list of surnames. Behind a colon a label may stand before any name; with
nothing but a blank between them, or not even that, it stands before a surname.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Final

import attrs

from newsparse.fields.han_names import HAN, is_han_house, is_han_name
from newsparse.lexicon.agencies import agency_of
from newsparse.lexicon.language import Phrases
from newsparse.lexicon.languages import spoken
from newsparse.records import Author, Byline, Origin, Place, Source
from newsparse.textual import any_of

_LONGEST_LINE: Final = 400
_LONGEST_OPENING: Final = 70
"""Characters of the first paragraph among which a reporter may be named."""
_LONGEST_NAMES: Final = 40
"""Characters behind an author's label among which a reporter's may follow."""
_NAME: Final = (
    "(?:[\u3400-\u9fff][ \u3000]{1,2}[\u3400-\u9fff](?![\u3400-\u9fff])"
    "|[\u3400-\u9fff]{2,4}(?:[·・•][\u3400-\u9fff]{1,8}){0,3})"
)
"""A name; one of two characters may hold a blank, to be as wide as one of three."""
_COUNTRY: Final = "(?:[\\[［(（【〔][\u3400-\u9fff]{1,3}[\\]］)）】〕]\\s?)?"
"""The country of a foreign author, in brackets before the name."""
_BETWEEN: Final = r"(?:\s?[、，,/／&＆]\s?|\s{1,2})"
_PEN_NAME: Final = r"[^\W_][\w&·.@!~-]{1,19}(?=$|[\s，,。;；|（(【）)\]】])"
_NAME_SIGN: Final = r"\s?[:：/／|｜丨╱]\s?"
_TAIL = re.compile(r"[（(【\[〔](?P<inner>[^（）()【】\[\]〔〕]{2,40})[）)】\]〕]\s*$")
_LAST_WORDS = re.compile(r"[。！？!?”」』]\s*(?P<inner>[^。！？!?，,]{4,40})$")
"""What stands behind the last sentence of a paragraph."""
_PAPER = re.compile("\\s?[\u3400-\u9fff·]{2,12}")
"""The name of a paper before the label of its reporter."""
_BRACKET = re.compile(r"[（(【\[〔](?P<inner>[^（）()【】\[\]〔〕]{2,40})[）)】\]〕]")
_HOUSE_BEFORE = re.compile("[\u3400-\u9fff]{0,10}")
"""The name of a house that stands before its reporter."""
_LETTERS = re.compile(r"[^\W\d_]")


def han_byline(text: str) -> Byline | None:
    """The byline in a line that calls its author 作者, 记者 or the like; None where it has none.

    A reporter's label is the author's role. The house that a source's label or the words before a
    reporter's label name is the agency.

    >>> han_byline("编辑：金小金 来源：例日报 作者：宋小怡 杨志大").names
    ('宋小怡', '杨志大')
    >>> han_byline("记者 王小明 通讯员 李小红").names, han_byline("王小明／台北報導").names
    (('王小明', '李小红'), ('王小明',))
    >>> han_byline("ggj88 发表于 2005-9-15").names
    ('ggj88',)
    >>> han_byline("王小明／台北報導").place.name, han_byline("王小明／綜合報導").place
    ('台北', None)
    """
    if len(text) > _LONGEST_LINE or not HAN.search(text):
        return None
    for form in _FORMS:
        found = form(text)
        if found is not None:
            return _filed_from(text, found)
    return None


def han_editors(text: str) -> Byline | None:
    """The editors in charge whom a line names, with that role; None where it names none.

    >>> han_editors("（责任编辑：王小明）").authors[0].role
    '责任编辑'
    """
    if len(text) > _LONGEST_LINE or not HAN.search(text):
        return None
    match = _editors().search(text)
    if match is None:
        return None
    names = _plain_names(text, *match.span("names"))
    return _byline(text, match.start("label"), _with_role(names, match["label"]))


def han_signature(text: str) -> Byline | None:
    """The byline that ends a paragraph: in a bracket a label and names, or one name, with the place
    it was filed from; behind the last sentence a label and names.

    >>> han_signature("桥已修好。（例日报记者 胡小蓉）").names
    ('胡小蓉',)
    >>> han_signature("桥已修好。（袁小源）").names
    ('袁小源',)
    >>> han_signature("桥已经修好。（见图）") is None
    True
    >>> han_signature("桥已经修好。编译/记者 林小音 尹小琳").names
    ('林小音', '尹小琳')
    """
    tail = _TAIL.search(text)
    if tail is not None and HAN.search(tail["inner"]):
        start, end = tail.span("inner")
        found = _reported(text, start, end)
        names = found[1] if found is not None else _unlabelled(text, start, end)
        if not names:
            return None
        return _filed_from(text, _byline(text, tail.start(), names, tail.end()))
    last = _LAST_WORDS.search(text)
    found = _reported(text, *last.span("inner")) if last is not None else None
    if last is None or found is None or found[1][-1].source.end != len(text.rstrip()):
        return None
    return _byline(text, last.start("inner"), found[1])


def han_opening(text: str) -> Byline | None:
    """The reporters whom the first words of a story name, in the bracket behind its dateline or
    before the verb that says where they filed it.

    >>> han_opening("例社北京1月12日电（记者林小晖）中央气象台预计，未来三天有雨。").names
    ('林小晖',)
    >>> han_opening("记者12日从中央气象台获悉，未来三天有雨。") is None
    True
    """
    head = text[:_LONGEST_OPENING]
    if not HAN.search(head):
        return None
    signed = _signed().match(head)
    if signed is not None:
        names = _signed_names(head, *signed.span("names"))
        return _byline(head, 0, names) if names else None
    for bracket in _BRACKET.finditer(head):
        found = _reported(head, *bracket.span("inner"))
        if found is not None:
            return _byline(head, bracket.start("inner"), found[1])
    filed = _filing_reporter().search(head)
    if filed is None:
        return None
    found = _reported(head, filed.start("label"), len(head))
    return _byline(head, found[0], found[1]) if found is not None else None


def is_editor(role: str | None) -> bool:
    """Whether a role is that of an editor in charge.

    >>> is_editor("责任编辑"), is_editor("记者"), is_editor(None)
    (True, False, False)
    """
    return role is not None and role in _editor_labels()


def is_label(text: str) -> bool:
    """Whether a text begins with a label of an author, and so is no name.

    >>> is_label("作者单位"), is_label("王小明")
    (True, False)
    """
    return HAN.match(text) is not None and text.startswith(_stop_words())


def _labelled(text: str) -> Byline | None:
    """`作者：王小明`, `文/王小明`, `记者 王小明`: a label and names."""
    signed = _signed().search(text)
    if signed is not None:
        names = _signed_names(text, *signed.span("names"))
        if names:
            return _byline(text, signed.start("label"), names, agency=_source(text))
        house = signed["names"].strip()
        if is_han_house(house) or agency_of(house) is not None:
            return _byline(text, signed.start("label"), (), signed.end("names"), agency=house)
    found = _reported(text, 0, len(text))
    if found is None:
        return None
    start, names = found
    paper = _PAPER.fullmatch(text, 0, start)
    house = paper.group().strip() if paper is not None else ""
    known = house if is_han_house(house) or agency_of(house) is not None else None
    return _byline(text, 0 if paper is not None else start, names, agency=known or _source(text))


def _reported(text: str, start: int, end: int) -> tuple[int, list[Author]] | None:
    """The reporters between two places, by their labels, and where the first label begins.

    Further labels count where nothing but signs stands before them (`记者 王小明 通讯员 李小红`).
    """
    found: list[Author] = []
    begin, at = -1, start
    while (match := _reporters().search(text, at, end)) is not None:
        if found and text[at : match.start()].strip(" \u3000、，,；;/／"):
            break
        names = _named(text, match)
        if names:
            begin = match.start("label") if begin < 0 else begin
            found += names
        elif found:
            break
        at = (names[-1].source.end or 0) if names else match.end("label")
    return (begin, found) if found else None


def _named(text: str, match: re.Match[str]) -> list[Author]:
    """The names behind a reporter's label; none where they took the picture."""
    names = _plain_names(text, *match.span("names"), surnamed=match["sign"] is None)
    glued = match.end("label") == match.start("names")
    if not names or (glued and match["label"] in _author_labels()):
        return []
    stop = names[-1].source.end or 0
    if _photographed().match(text, stop):
        return []
    if match["sign"] is None and not _boundary().match(text, stop):
        return []
    return _with_role(names, match["label"])


def _plain_names(text: str, start: int, end: int, *, surnamed: bool = False) -> list[Author]:
    """The names that stand between two places, up to the first word that is none."""
    found: list[Author] = []
    at = start
    for match in _words().finditer(text, start, end):
        word = _before_label(text, match)
        name = _cut(word, surnamed=surnamed or bool(found))
        if (
            not name
            or (found and match.group().endswith(filed_endings()))
            or (found and text[at : match.start()].strip(" \u3000、，,/／&＆"))
        ):
            break
        found.append(_author(text, match.start(), match.start() + len(name)))
        at = match.start() + len(name)
        if at < match.end():
            break
    return found


def _before_label(text: str, match: re.Match[str]) -> str:
    """A word up to the label that begins inside it ("王小明来源")."""
    word = match.group()
    if word.startswith(_stop_words()):
        return word
    for size in range(2, len(word)):
        if text.startswith(_stop_words(), match.start() + size):
            return word[:size]
    return word


def _cut(word: str, *, surnamed: bool) -> str:
    """The name that a word of Chinese characters is or begins with; "" where it is none."""
    if word in _other_words() or word.startswith(_stop_words()):
        return ""
    if len(word.split()) > 1:
        return word if is_han_name("".join(word.split())) else ""
    if not surnamed or "·" in word or "・" in word:
        return word if len(word) > 1 else ""
    return next((word[:size] for size in (4, 3, 2) if is_han_name(word[:size])), "")


def _signed_names(text: str, start: int, end: int) -> list[Author]:
    """The names behind an author's label and a colon: Chinese names, else one pen name."""
    inner = _reported(text, start, start + _LONGEST_NAMES)
    if inner is not None and _HOUSE_BEFORE.fullmatch(text, start, inner[0]):
        return inner[1]
    start = _after_role(text, start, end)
    pen = _pen_name().match(text, start)
    names = _plain_names(text, start, end)
    if names and (pen is None or _ends_word(text, names[-1].source.end or 0)):
        shown = text[start:end]
        return [] if is_han_house(shown.split()[0]) else names
    if pen is None or pen.group().casefold() in _other_words() or not _LETTERS.search(pen.group()):
        return []
    if is_han_house(pen.group()) or agency_of(pen.group()) is not None:
        return []
    return [_author(text, pen.start(), pen.end())]


def _filed_from(text: str, byline: Byline) -> Byline:
    """A byline with the place behind its last name, where the line says where it was filed."""
    after = byline.authors[-1].source.end if byline.authors else None
    match = _filed_place().match(text, after) if after is not None else None
    if match is None or _filed_otherwise().search(match["place"]):
        return byline
    start, end = match.span("place")
    source = Source(Origin.TEXT, start, end)
    return attrs.evolve(byline, place=Place(match["place"], raw=match["place"], source=source))


def _after_role(text: str, start: int, end: int) -> int:
    """Where the names begin behind a role without a sign ("见习编辑 李小红")."""
    match = _role_first().match(text, start, end)
    return match.end() if match is not None else start


def _ends_word(text: str, at: int) -> bool:
    """Whether a word ends at a place: no letter, digit or joining sign follows."""
    return at >= len(text) or not (text[at].isalnum() or text[at] in "&＆_.@-")


def _filed(text: str) -> Byline | None:
    """`王小明／台北報導`, `【王小明／綜合報導】`: names, a stroke and where they filed it."""
    match = _filed_line().match(text) or _name_and_verb().fullmatch(text.strip())
    if match is None:
        return None
    names = _plain_names(text, *match.span("names"), surnamed=True)
    if not names or names[-1].source.end != match.end("names"):
        return None
    return _byline(text, match.start("names"), names)


def _posted(text: str) -> Byline | None:
    """`ggj88 发表于 2005-9-15`, `由王小明于2005年8月12日发表`: whoever posted it and when."""
    for pattern in (*_postings(), _dated_author()):
        match = pattern.search(text)
        if match is not None:
            start, end = match.span("name")
            if text[start:end] not in _other_words() and _LETTERS.search(text, start, end):
                return _byline(text, match.start(), [_author(text, start, end)])
    return None


def _issued(text: str) -> Byline | None:
    """`发文机关：例省人民政府`: the body that issued a notice."""
    match = _issuer().search(text)
    if match is None:
        return None
    return _byline(text, match.start(), (), match.end("house"), agency=match["house"])


_FORMS: Final[tuple[Callable[[str], Byline | None], ...]] = (
    _labelled,
    _filed,
    _posted,
    _issued,
)
"""How a line may sign; the first form that finds somebody counts."""


def _unlabelled(text: str, start: int, end: int) -> list[Author]:
    """One name, and at most the place it was filed from, that a bracket holds."""
    first, _, rest = text[start:end].strip().partition(" ")
    if not is_han_name(first) or (rest and not rest.endswith(filed_endings())):
        return []
    at = text.index(first, start)
    return [_author(text, at, at + len(first))]


def _source(text: str) -> str | None:
    """The house that a line calls its source."""
    match = _sources().search(text)
    if match is None:
        return None
    house = match["house"]
    return house if is_han_house(house) or agency_of(house) is not None else None


def _author(text: str, start: int, end: int) -> Author:
    printed = text[start:end]
    name = "".join(printed.split()) if HAN.match(printed) else printed
    return Author(name, raw=printed, source=Source(Origin.TEXT, start, end))


def _with_role(authors: Iterable[Author], label: str) -> list[Author]:
    """The authors with the role that a label says, if it says one."""
    role = "".join(label.split())
    if role in _author_labels():
        return list(authors)
    return [Author(one.name, role=role, raw=one.raw, source=one.source) for one in authors]


def _byline(
    text: str,
    start: int,
    authors: Iterable[Author],
    end: int = -1,
    agency: str | None = None,
) -> Byline:
    named = tuple(authors)
    end = end if end >= 0 else named[-1].source.end or 0
    return Byline(named, agency, raw=text[start:end], source=Source(Origin.TEXT, start, end))


def _spaced(words: Phrases) -> str:
    """A pattern of words: those of two characters may hold a blank ("作 者"), one character alone
    stands behind no other."""
    return f"(?:{'|'.join(map(_spaced_word, sorted(words, key=len, reverse=True)))})"


def _spaced_word(word: str) -> str:
    if len(word) == 1:
        return rf"(?<![\u3400-\u9fff]){word}"
    return rf"{word[0]}\s{{0,2}}{word[1]}" if len(word) == 2 else re.escape(word)


@cache
def _signed() -> re.Pattern[str]:
    """An author's label, a colon or stroke, and what it names."""
    labels = _spaced(_author_labels())
    return re.compile(
        rf"(?P<label>{labels})(?:{_NAME_SIGN}|[\]】]\s?){_COUNTRY}"
        rf"(?P<names>{_NAME}(?:{_BETWEEN}{_NAME}){{0,7}}|{_PEN_NAME})(?!\s?=)"
    )


@cache
def _author_labels() -> Phrases:
    return spoken(lambda language: language.author_labels)


@cache
def _reporters() -> re.Pattern[str]:
    """A reporter's label and what it names."""
    labels = _spaced(spoken(lambda language: language.signing_labels))
    return re.compile(
        rf"(?P<label>{labels})(?P<sign>{_NAME_SIGN})?\s{{0,2}}"
        rf"(?P<names>{_NAME}(?:{_BETWEEN}{_NAME}){{0,7}})"
    )


@cache
def _filing_reporter() -> re.Pattern[str]:
    """A reporter's label with names and the verb for filing, at the start of a story."""
    labels = any_of(spoken(lambda language: language.signing_labels))
    return re.compile(
        rf"^[^，,。;；]{{0,24}}?(?P<label>{labels})\s{{0,2}}{_NAME}(?:{_BETWEEN}{_NAME}){{0,4}}"
        rf"\s{{0,2}}(?:[\u3400-\u9fff]{{0,4}}{any_of(filed_endings())})[\s:：，,】\])）]"
    )


@cache
def _editors() -> re.Pattern[str]:
    labels = _spaced(_editor_labels())
    return re.compile(
        rf"(?P<label>{labels}){_NAME_SIGN}(?P<names>{_NAME}(?:{_BETWEEN}{_NAME}){{0,3}})"
    )


@cache
def _editor_labels() -> Phrases:
    return spoken(lambda language: language.editor_labels)


@cache
def _role_first() -> re.Pattern[str]:
    labels = any_of(spoken(lambda one: (*one.editor_labels, *one.signing_labels)))
    return re.compile(rf"[\u3400-\u9fff]{{0,4}}{labels}\s")


@cache
def _sources() -> re.Pattern[str]:
    labels = _spaced(spoken(lambda language: language.house_labels))
    return re.compile(rf"{labels}\s?[:：]\s?(?P<house>[^\s|（）()【】\[\]，,；;]{{2,14}})")


@cache
def _issuer() -> re.Pattern[str]:
    labels = _spaced(spoken(lambda language: language.issuer_labels))
    return re.compile(rf"{labels}\s?[:：]\s{{0,2}}(?P<house>[\u3400-\u9fff]{{4,20}})(?=\s|$)")


@cache
def _pen_name() -> re.Pattern[str]:
    return re.compile(_PEN_NAME)


@cache
def _postings() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, spoken(lambda language: language.posting_patterns)))


@cache
def _dated_author() -> re.Pattern[str]:
    endings = any_of(spoken(lambda language: language.author_endings))
    return re.compile(rf"(?:^|[\s\]】])(?P<name>{_PEN_NAME})\s+{endings}")


@cache
def _filed_line() -> re.Pattern[str]:
    return re.compile(
        rf"\s?[【\[（(〔]?(?P<names>{_NAME}(?:{_BETWEEN}{_NAME}){{0,4}})\s?[/／╱∕]\s?"
        rf"(?:[^/／。，,]{{0,12}}{any_of(filed_endings())}|{any_of(_author_labels())})"
        r"\s?[】\]）)〕]?(?=$|\s)"
    )


@cache
def _filed_place() -> re.Pattern[str]:
    """What stands between the last name and the verb for filing."""
    return re.compile(
        rf"\s?[/／╱∕|｜]?\s?"
        rf"(?P<place>[\u3400-\u9fff]{{2,6}}?){any_of(filed_endings())}(?=$|[^\u3400-\u9fff])"
    )


@cache
def _filed_otherwise() -> re.Pattern[str]:
    words = any_of(spoken(lambda language: language.filed_otherwise))
    return re.compile(rf"^{words}|{words}$|[网網社报報部组組版]$")


@cache
def _name_and_verb() -> re.Pattern[str]:
    """A name and what it did, as a whole line (`王小明報導`)."""
    verbs = any_of(ending for ending in filed_endings() if len(ending) > 1)
    return re.compile(rf"(?P<names>{_NAME})\s?{verbs}")


@cache
def _boundary() -> re.Pattern[str]:
    """What ends names that nothing but their label introduces."""
    labels = any_of(spoken(lambda one: (*one.signing_labels, *one.editor_labels)))
    return re.compile(
        rf"$|[\s）)】\]」』》，,。;；、:：/／|｜╱]"
        rf"|[\u3400-\u9fff]{{0,4}}(?:{any_of(filed_endings())}|(?:\d{{1,2}}[月日]){{1,2}})|{labels}"
    )


@cache
def _photographed() -> re.Pattern[str]:
    taken = any_of(filter(HAN.match, spoken(lambda language: language.photo_taken_words)))
    return re.compile(rf"\s?{taken}(?!{any_of(filed_endings())})(?=\s?(?:$|[^\w\s]))")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(_NAME)


@cache
def filed_endings() -> tuple[str, ...]:
    """What ends the words for where a story was filed."""
    return spoken(lambda language: language.filed_endings)


@cache
def _other_words() -> frozenset[str]:
    return frozenset(spoken(lambda one: (*one.words_outside_names, *one.account_names)))


@cache
def _stop_words() -> tuple[str, ...]:
    """Labels that may follow a name with nothing between them."""
    return spoken(lambda one: (*one.signing_labels, *one.editor_labels, *one.house_labels))
