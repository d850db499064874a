"""What a part of a byline may be: a person, a role, a desk, an agency, a house, a place.

`TESTS` is the table. A test takes a part into the reading and says yes, or says no.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from newsparse.fields.byline_han import filed_endings
from newsparse.fields.byline_parts import GLUE, Part, house_joiners
from newsparse.fields.byline_prefixes import (
    EDGES,
    after_prefix,
    has_byline_prefix,
    is_byline_prefix,
)
from newsparse.fields.byline_reading import Reading, add_author, give_role, is_own, see
from newsparse.fields.desks import desk_of
from newsparse.fields.han_names import is_han_house
from newsparse.fields.page_languages import nowhere
from newsparse.fields.persons import (
    is_bare_name,
    is_caseless_word,
    is_credential,
    is_institution,
    is_name,
    is_role,
    unspaced_roles,
    words_outside_names,
)
from newsparse.lexicon.agencies import agency_at_end, agency_of, are_agencies
from newsparse.lexicon.languages import spoken
from newsparse.lexicon.papers import HOUSE_WORDS, is_paper, paper_at_end
from newsparse.textual import any_of

_LONGEST_HOUSE_MARK: Final = 4
"""Letters of the longest word in capitals that is a house's, before a role."""
_MOST_TEAM_WORDS: Final = 6
_FEWEST_NAME_WORDS: Final = 2
_FEWEST_CAPITALS_OF_DEGREE: Final = 2
_STAFF_END: Final = re.compile(
    rf"\s{any_of(spoken(lambda language: language.team_endings))}$", re.IGNORECASE
)
"""The word for its people behind a house's name."""
_FEWEST_AFFILIATION_WORDS: Final = 3
_MOST_SITE_WORDS: Final = 3
"""Words of the longest name of a house that ends as an address."""
_MOST_PLACE_WORDS: Final = 4
_SHORTEST_SITE: Final = 6
"""Letters of the shortest address of a site, as words with a full stop inside go."""
_DASHES: Final = ("–", "—", "-")
_LONG_DASHES: Final = ("–", "—")
_OPEN_NAME = re.compile(r"(?:^|\s)(?:Mc|Mac|De|La|Le|Di|O|Van|Du|Fitz|Von|St)$")
SITE = re.compile(
    r"\.(?:com|net|org|de|at|ch|fr|es|it|co|uk|eu|info|tv|news|is|no|cz|pl|ru|ua|lu|nl|be|gr|cy|by|bg"
    r"|ro|rs|hr|hu|sk|si|se|dk|fi|cn|tw|hk|jp|kr|in|tr|br|mx|ar|za|ie|nz|au|ca|pt)$",
    re.IGNORECASE,
)


def take(part: Part, reading: Reading) -> bool:
    """Take a part for what it is, or count it as a stranger and say no."""
    for test in TESTS:
        if test(part, reading):
            if test is not _is_prefix:
                see(reading, part.start, part.end)
            reading.affiliated = test is _is_affiliation
            return True
    if not reading.strangers:
        reading.sure = len(reading.authors)
    reading.strangers += 1
    if part.joined and reading.authors:
        reading.unread.append(part.text)
        see(reading, part.start, part.end)
    return False


def opening_of(text: str, reading: Reading) -> int:
    """Where a stretch goes on after its byline prefix; 0 where it has none, or where what looks
    like a prefix belongs to a name."""
    if text.strip(EDGES).casefold() in reading.known or desk_of(text):
        return 0
    opening = after_prefix(text, nowhere if reading.opened else reading.speaks)
    if reading.labelled and len(text[opening:].split()) < _FEWEST_NAME_WORDS:
        return after_prefix(text, nowhere)  # `Text: Van Tully`, but `Text: Von Ada Lin`
    return opening


def is_introduced(part: Part) -> bool:
    """Whether a part is a byline prefix or opens with one."""
    return has_byline_prefix(part.text) or is_byline_prefix(part.text)


def _is_prefix(part: Part, reading: Reading) -> bool:
    if not is_byline_prefix(part.text) or _is_title_of_author(part, reading):
        return False
    reading.introduced = True
    if not reading.authors:
        reading.strangers = 0
    return True


def _is_title_of_author(part: Part, reading: Reading) -> bool:
    """`Ada Lin, journalist`: a prefix elsewhere, where a colon or a name follows it."""
    behind = reading.text[part.end :].strip(EDGES)
    return not behind and bool(reading.authors) and part.roled and is_role(part.text)


def _is_spoken(part: Part, reading: Reading) -> bool:
    """`Sport | By Ada Lin`: a byline prefix inside the line, behind a section or a place."""
    opening = opening_of(part.text, reading) if not reading.authors else 0
    if not opening:
        return False
    name = part.text[opening:].strip(EDGES)
    reading.introduced = reading.opened = True
    reading.strangers = 0
    start = part.end - len(part.text[opening:].lstrip(EDGES))
    return any(
        test(Part(name, start, part.end), reading) for test in TESTS if test is not _is_spoken
    )


def _is_role_of_author(part: Part, reading: Reading) -> bool:
    """`Staff Writer` after a name is that writer's title; alone it is a desk."""
    if _is_name_beside_role_in_uncased(part, reading):
        return True
    if (
        not reading.authors
        or reading.authors[-1].role is not None
        or part.joined
        or not part.roled
        or not is_role(part.text)
        or is_bare_name(part.text)
    ):
        return False
    give_role(part.text, reading)
    return True


def _is_name_beside_role_in_uncased(part: Part, reading: Reading) -> bool:
    """`한보리 기자`, `記者・白鷺千代`, `記者顏立群`: name and role of a script without case."""
    if not part.roled or part.text[0].lower() != part.text[0].upper():
        return False
    match = _role_in_front().match(part.text)
    if match is not None and is_bare_name(match["name"]):
        add_author(match["name"], part.start + match.start("name"), reading)
        give_role(match["role"], reading)
        return True
    return _is_person_with_role(part, _breaks(part.text), reading)


def _is_reporter_of_house(part: Part, reading: Reading) -> bool:
    """`Daily Herald Reporter`: somebody of a house who is not named."""
    if reading.authors or part.lone or not part.roled:
        return False
    for at in _breaks(part.text):
        house, role = part.text[:at].rstrip(" ,"), part.text[at:].strip()
        if is_role(role) and _is_person_of_own_house(house, part.start, reading):
            give_role(role, reading)
            return True
        if is_role(role) and (
            _reads_as_paper(house) or is_own(house, reading) or _abbreviates_house(house, reading)
        ):
            reading.desk = reading.desk or "staff"
            reading.agency = reading.agency or house
            return True
    return False


def _is_person_of_own_house(text: str, start: int, reading: Reading) -> bool:
    """`Ada Lin Courier`: a name, and a word of the page's own house."""
    name, _, house = text.rpartition(" ")
    if not is_bare_name(name) or not _is_word_of_own_house(house, reading):
        return False
    add_author(name, start, reading)
    reading.agency = reading.agency or house
    return True


def _is_word_of_own_house(text: str, reading: Reading) -> bool:
    return any(text.casefold() in paper.casefold().split() for paper in reading.papers)


def _abbreviates_house(text: str, reading: Reading) -> bool:
    """Whether a text is a word of the page's own house, or a short word in capitals ("HT")."""
    short = (
        1 < len(text) <= _LONGEST_HOUSE_MARK and text.isupper() and not _is_shouted(reading.text)
    )
    return short or _is_word_of_own_house(text, reading)


def _reads_as_paper(text: str) -> bool:
    """Whether a text is a known paper, or ends as papers' names do."""
    words = text.casefold().split()
    return is_paper(text) or (
        len(words) > 1
        and text[0].isupper()
        and words[-1] in HOUSE_WORDS
        and words_outside_names().isdisjoint(words[:-1])
    )


def _is_desk(part: Part, reading: Reading) -> bool:
    desk = desk_of(part.text)
    if desk:
        reading.desk = reading.desk or desk
    return bool(desk)


def _is_team(part: Part, reading: Reading) -> bool:
    """`Example Lifestyle Desk`: a house's own people under one name, which is the house's."""
    words = [] if part.lone else part.text.split()
    if (
        not 2 <= len(words) <= _MOST_TEAM_WORDS
        or _team_endings().isdisjoint((words[-1].casefold(), " ".join(words[-2:]).casefold()))
        or not words[0][0].isupper()
        or not (words[-1][0].isupper() or words[0].isupper())
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
    if any(word.casefold() in _team_stopwords() for word in words):
        return False
    reading.desk = reading.desk or "staff"
    reading.agency = reading.agency or part.text
    return True


def _is_agency(part: Part, reading: Reading) -> bool:
    opening = opening_of(part.text, reading) if reading.authors else 0
    agency = part.text[opening:].strip()  # `Ada Lin (via Reuters)`
    if agency_of(agency) is None and not are_agencies(agency):
        return False
    reading.agency = reading.agency or agency
    return True


def _is_house(part: Part, reading: Reading) -> bool:
    known = (
        is_paper(part.text)
        or is_han_house(part.text)
        or is_own(part.text, reading)
        or bool(
            SITE.search(part.text)
            and len(part.text.split()) <= _MOST_SITE_WORDS
            and not is_bare_name(_before_site(part.text))
        )
        or part.before.casefold() in house_joiners()
        and not part.text[0].islower()
        or (
            part.before in _DASHES
            and bool(reading.authors)
            and paper_at_end(part.text, reading.papers) == 0
        )
    )
    capitals = (
        bool(reading.authors)
        and not part.joined
        and len(part.text) > 2
        and part.text.isupper()
        and part.text.casefold() not in words_outside_names()
        and not _is_shouted(reading.text)
    )
    if not known and not capitals and not _is_paper_of_author(part, reading):
        return False
    reading.agency = reading.agency or part.text
    return True


def _is_paper_of_author(part: Part, reading: Reading) -> bool:
    """`Ada Lin, Exampleton Record`: what ends a line behind the one author and a comma, and reads
    as a paper's name."""
    return (
        len(reading.authors) == 1
        and part.before == ","
        and part.end >= len(reading.text.rstrip(EDGES))
        and _reads_as_paper(part.text)
    )


def _is_shouted(text: str) -> bool:
    """Whether a line stands in capitals as a whole."""
    letters = [letter for letter in text if letter.isalpha() and letter.lower() != letter.upper()]
    return bool(letters) and sum(map(str.isupper, letters)) * 10 >= len(letters) * 8


def _is_role(part: Part, reading: Reading) -> bool:
    if not (part.roled and is_role(part.text)) and not (
        reading.authors and is_credential(part.text)
    ):
        return False
    if part.joined and is_name(part.text) and not reading.authors[-1:]:
        return False
    give_role(part.text, reading)
    return True


def _is_institution(part: Part, reading: Reading) -> bool:
    """`Exampleton Parish Council Press Office`, `Example Media Holdings Ltd`: no person, where one
    is expected."""
    if reading.authors or not reading.introduced or not is_institution(part.text):
        return False
    reading.agency = reading.agency or part.text
    return True


def _is_stranger_after_known(part: Part, reading: Reading) -> bool:
    """A title, place or house: it follows a known author after a mere comma and is not known."""
    if (
        not reading.known
        or reading.listed
        or not reading.authors
        or part.text.casefold() in reading.known
    ):
        return False
    return any(author.name.casefold() in reading.known for author in reading.authors)


def _is_affiliation(part: Part, reading: Reading) -> bool:
    """`University of Exampleton` after an author."""
    if not reading.authors:
        return False
    return (reading.affiliated and part.joined) or (
        len(part.text.split()) >= _FEWEST_AFFILIATION_WORDS
        and (
            bool(_institution().search(part.text))
            or (bool(_affiliation().search(part.text)) and not is_bare_name(part.text))
        )
    )


def _is_person(part: Part, reading: Reading) -> bool:
    if (
        part.before == "in"
        and not _joiner_letters().search(part.text)
        and not any(_joiner_letters().search(author.name) for author in reading.authors)
    ):
        return bool(reading.authors)  # `Ada Lin in Port Selby`
    if part.before in _LONG_DASHES and reading.opened and reading.authors:
        return part.text.casefold() not in reading.known  # `Por Ada Lin — Porto Velho`
    first_names = (
        part.joined and bool(reading.authors) and len(reading.authors[-1].name.split()) == 1
    )
    if not is_name(part.text, alone=reading.introduced and (not reading.authors or first_names)):
        return bool(reading.authors) and (  # a place, most likely
            is_name(part.text, alone=True) or (reading.introduced and is_caseless_word(part.text))
        )
    add_author(part.text, part.start, reading)
    return True


def _is_person_with_house(part: Part, reading: Reading) -> bool:
    """`Roxana Tiron Bloomberg News`: a blank is all that parts the name from the house."""
    if part.lone:
        return False
    found = agency_at_end(part.text)
    start = found[0] if found else paper_at_end(part.text, reading.papers)
    start = start or _site_at_end(part.text)
    if not start:
        return False
    name = part.text[:start].rstrip(" ,/|-–—")
    if not is_name(name, alone=reading.introduced):
        return False
    add_author(name, part.start, reading)
    reading.agency = reading.agency or part.text[start:].strip()
    return True


def _before_site(text: str) -> str:
    """The words before the address of a site that ends a text."""
    return text[: _site_at_end(text)].rstrip(" ,/|-–—")


def _site_at_end(text: str) -> int:
    """Where the last word of a text starts, if it is a site's address; else 0."""
    start = text.rfind(" ") + 1
    return start if SITE.search(text) and len(text) - start >= _SHORTEST_SITE else 0


def _is_person_of_house(part: Part, reading: Reading) -> bool:
    """`Ada Lin of The Example Herald`, `ADA LIN Of The Herald Staff`."""
    if part.lone or not reading.introduced or part.text.endswith("?"):
        return False
    for link in _house_link().finditer(part.text):
        name, house = part.text[: link.start()].rstrip(), part.text[link.start("house") :]
        if not is_bare_name(name):
            continue
        add_author(name, part.start, reading)
        staff = _STAFF_END.search(house)
        reading.desk = reading.desk or ("staff" if staff else None)
        reading.agency = reading.agency or house[: staff.start() if staff else None].strip()
        return True
    return False


def _is_person_with_degree(part: Part, reading: Reading) -> bool:
    """`Ada Lin MD`: a blank is all that parts the name from the degree."""
    words = part.text.split()
    degree = words[-1]
    if (
        len(words) <= _FEWEST_NAME_WORDS
        or sum(map(str.isupper, degree)) < _FEWEST_CAPITALS_OF_DEGREE
        or not is_credential(degree)
        or _is_shouted(part.text.removesuffix(degree))
    ):
        return False
    name = part.text.removesuffix(degree).rstrip()
    if not is_bare_name(name):
        return False
    add_author(name, part.start, reading)
    give_role(degree, reading)
    return True


def _is_person_beside_role(part: Part, reading: Reading) -> bool:
    """A name and a role with nothing but a blank between them, if that."""
    if not part.roled and not part.glued:
        return False
    breaks = _breaks(part.text)
    return _is_person_with_role(part, breaks, reading) or _is_role_with_person(
        part, breaks, reading
    )


def _is_person_with_role(part: Part, breaks: list[int], reading: Reading) -> bool:
    """`Meg JamesStaff Writer`, `Ada Lin Political Editor`: a role right behind the name."""
    for at in breaks:
        name, rest = part.text[:at].rstrip(" ,"), part.text[at:].strip()
        if is_bare_name(name) and is_role(rest):
            add_author(name, part.start, reading)
            give_role(rest, reading)
            return True
    return False


def _is_role_with_person(part: Part, breaks: list[int], reading: Reading) -> bool:
    """`Sports editor Ada Lin`, `記者 …`: the role first."""
    for at in breaks:
        role, name = part.text[:at].rstrip(), part.text[at:].strip()
        if is_role(role) and is_bare_name(name):
            add_author(
                name,
                part.start + at + (len(part.text[at:]) - len(part.text[at:].lstrip())),
                reading,
            )
            give_role(role, reading)
            return True
    return False


def _is_glued(part: Part, reading: Reading) -> bool:
    """`Associated PressApril`, `Ada LinBo Reyes`: two printed things with nothing between."""
    for cut in GLUE.finditer(part.text) if part.glued else ():
        at = cut.start()
        first, rest = part.text[:at], part.text[at:]
        if len(first.split()) < 2 or _OPEN_NAME.search(first):
            continue
        one, other = (
            Part(first, part.start, part.start + at),
            Part(rest, part.start + at, part.end),
        )
        known = (
            is_role(rest)
            or agency_of(rest) is not None
            or is_paper(rest)
            or desk_of(rest)
            or is_name(rest)
        )
        if (
            known
            and any(test(one, reading) for test in _SIMPLE)
            and any(test(other, reading) for test in _SIMPLE)
        ):
            return True
    return False


def _is_place(part: Part, reading: Reading) -> bool:
    """`in Berlin`, `Berlin` after an author: where it was written is no author."""
    return (
        bool(reading.authors)
        and len(part.text.split()) <= _MOST_PLACE_WORDS
        and bool(_filed_from().match(part.text))
    )


def _is_filed_from_in_han(part: Part, reading: Reading) -> bool:
    """`台北報導` behind an author: where it was written, with nothing between the words."""
    return bool(reading.authors) and part.text.endswith(filed_endings())


def _breaks(text: str) -> list[int]:
    """Places where a name may end: blanks, and small letters before capitals."""
    unspaced = {
        len(text) - len(role)
        for role in unspaced_roles()
        if text.endswith(role) and len(text) > len(role)
    }
    return sorted(
        {
            *(at for at, letter in enumerate(text) if letter.isspace()),
            *(match.start() for match in GLUE.finditer(text)),
            *unspaced,
        }
    )


@cache
def _house_link() -> re.Pattern[str]:
    """A word between a person and a house that may stand in the house's name elsewhere."""
    links = any_of(spoken(lambda language: language.house_links)).replace(r"\ ", r"\s")
    return re.compile(rf"\s(?i:{links})\s(?P<house>(?:The|THE|the)\s[A-Z].*)")


@cache
def _role_in_front() -> re.Pattern[str]:
    """A role of a script without case, a mark or nothing, and a name."""
    roles = any_of(unspaced_roles())
    return re.compile(rf"(?P<role>\w{{0,8}}{roles})[\s・:：]{{0,3}}(?P<name>\w{{2,5}})$")


@cache
def _team_endings() -> frozenset[str]:
    return frozenset(spoken(lambda language: language.team_endings))


@cache
def _team_stopwords() -> frozenset[str]:
    return frozenset(spoken(lambda language: language.team_stopwords))


@cache
def _affiliation() -> re.Pattern[str]:
    """Words that stand in the name of an author's institution, and in some names of persons."""
    words = any_of(spoken(lambda language: language.affiliation_words))
    return re.compile(rf"\b{words}\b", re.IGNORECASE)


@cache
def _institution() -> re.Pattern[str]:
    """How words begin that stand in the name of an institution and in no person's."""
    return re.compile(
        rf"\b{any_of(spoken(lambda language: language.institution_stems))}", re.IGNORECASE
    )


@cache
def _filed_from() -> re.Pattern[str]:
    """A word that leads to a place, and the place."""
    prepositions = any_of(spoken(lambda language: language.filing_prepositions))
    return re.compile(rf"{prepositions}\s[A-ZÀ-Þ]\w{{1,30}}", re.IGNORECASE)


@cache
def _joiner_letters() -> re.Pattern[str]:
    """Letters of the one language in which `in` joins names."""
    letters = "".join(spoken(lambda language: language.joiner_letters))
    return re.compile(f"[{letters}{letters.upper()}]")


_Test = Callable[[Part, Reading], bool]
_SIMPLE: Final[tuple[_Test, ...]] = (
    _is_role_of_author,
    _is_desk,
    _is_agency,
    _is_house,
    _is_role,
    _is_person,
)
TESTS: Final[tuple[_Test, ...]] = (
    _is_prefix,
    _is_spoken,
    _is_role_of_author,
    _is_reporter_of_house,
    _is_desk,
    _is_agency,
    _is_house,
    _is_person_of_house,
    _is_glued,
    _is_person_beside_role,
    _is_team,
    _is_role,
    _is_stranger_after_known,
    _is_person_with_house,
    _is_affiliation,
    _is_institution,
    _is_filed_from_in_han,
    _is_person_with_degree,
    _is_person,
    _is_place,
)
"""What a part of a byline may be; the first test that holds takes it."""
