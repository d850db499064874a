"""How papers of each language sign, date, credit and label: one case file a language.

`cases/languages/<code>.tsv` has a line for each text. Tabs separate the columns, `-` stands for nothing, and `; `
separates several values. The first column says what the text is; `rest` holds what no other column holds:

| what | names, roles, agency | rest |
|---|---|---|
| `byline` | of the byline | its desk |
| `dateline` | its agency | its place |
| `date` | names: the language tag of the page, if it has a region | the moment |
| `credit` | of the credit | |
| `caption` | of its credit | the caption without its credit |
| `note` | | its kind |
| `furniture` | | its purpose |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

import newsparse
from newsparse.fields.credits import split_credit
from newsparse.fields.dates import parse_moment
from newsparse.fields.notes import note_kind
from newsparse.lexicon.furniture import purpose
from newsparse.textual import normalize

FOLDER = Path(__file__).parent / "cases" / "languages"
FEWEST_LINES = 15


@attrs.frozen
class Case:
    language: str
    what: str
    text: str
    names: str = "-"
    roles: str = "-"
    agency: str = "-"
    rest: str = "-"


def cases(path: Path) -> list[Case]:
    lines = path.read_text("utf-8").splitlines()[1:]
    return [Case(path.stem, *line.split("\t")) for line in lines if line]


def many(values: object) -> str:
    return "; ".join(map(str, values)) or "-"  # type: ignore[call-overload]


def read_byline(case: Case) -> Case:
    found = newsparse.parse_byline(case.text, language=case.language)
    if found is None:
        return attrs.evolve(case, names="-", roles="-", agency="-", rest="-")
    return attrs.evolve(
        case,
        names=many(found.names),
        roles=many(author.role for author in found.authors if author.role),
        agency=found.agency or "-",
        rest=found.desk or "-",
    )


def read_dateline(case: Case) -> Case:
    found = newsparse.parse_dateline(case.text)
    assert found is not None
    return attrs.evolve(case, agency=found.agency or "-", rest=found.place or "-")


def read_date(case: Case) -> Case:
    spoken = case.language if case.names == "-" else case.names
    found = parse_moment(case.text, languages=[spoken])
    return attrs.evolve(case, rest=found.isoformat() if found is not None else "-")


def read_credit(case: Case) -> Case:
    found = newsparse.parse_credit(case.text)
    assert found is not None
    return attrs.evolve(case, names=many(found.names), agency=many(found.agencies))


def read_caption(case: Case) -> Case:
    found = split_credit(case.text)
    assert found is not None
    caption = f"{case.text[: found.start].rstrip()} {case.text[found.end :].lstrip()}".strip()
    return attrs.evolve(
        case,
        names=many(found.credit.names),
        agency=many(found.credit.agencies),
        rest=caption or "-",
    )


def read_note(case: Case) -> Case:
    return attrs.evolve(case, rest=str(note_kind(case.text) or "-"))


def read_furniture(case: Case) -> Case:
    return attrs.evolve(case, rest=purpose(normalize(case.text)) or "-")


READERS: dict[str, Callable[[Case], Case]] = {
    "byline": read_byline,
    "dateline": read_dateline,
    "date": read_date,
    "credit": read_credit,
    "caption": read_caption,
    "note": read_note,
    "furniture": read_furniture,
}
FILES = sorted(FOLDER.glob("*.tsv"))


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=f"{path.stem}:{number}")
        for path in FILES
        for number, case in enumerate(cases(path), start=2)
    ],
)
def test_line(case: Case) -> None:
    assert READERS[case.what](case) == case


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_shows_every_field(path: Path) -> None:
    """A file has lines enough, none of them twice, and shows each kind of line but datelines."""
    found = cases(path)
    assert len(found) >= FEWEST_LINES
    assert len({(case.what, case.text) for case in found}) == len(found)
    assert {*Counter(case.what for case in found)} | {"dateline"} == READERS.keys()
