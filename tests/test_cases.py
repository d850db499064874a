"""The parsers of single lines against their case tables. A case is one line.

Tabs separate the columns. `-` stands for nothing, `; ` separates several values, `\\n` is a line break.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from known_faults import marks

import newsparse
from newsparse.fields.credits import split_credit
from newsparse.fields.dates import parse_moment

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[object]:
    """The lines of a table as test cases, without its heading and comments."""
    lines = enumerate((CASES / name).read_text("utf-8").splitlines(), start=1)
    return [
        pytest.param(
            *(cell.replace("\\n", "\n") for cell in line.split("\t")),
            id=f"{name}:{number}",
            marks=marks(f"{name}\t{line.split(chr(9))[0]}"),
        )
        for number, line in lines
        if line and not line.startswith("#")
    ]


def many(values: object) -> str:
    return "; ".join(map(str, values)) or "-"  # type: ignore[call-overload]


@pytest.mark.parametrize(("text", "names", "agency", "desk", "roles"), cases("bylines.tsv"))
def test_byline(text: str, names: str, agency: str, desk: str, roles: str) -> None:
    found = newsparse.parse_byline(text)
    if found is None:
        assert (names, agency, desk, roles) == ("-", "-", "-", "-")
        return
    given = [author.role for author in found.authors if author.role]
    assert (many(found.names), found.agency or "-", found.desk or "-", many(given)) == (
        names,
        agency,
        desk,
        roles,
    )
    assert text[found.source.start : found.source.end] == found.raw
    for author in found.authors:
        assert text[author.source.start : author.source.end] == author.raw


@pytest.mark.parametrize(("text", "email", "handles"), cases("contacts.tsv"))
def test_contacts(text: str, email: str, handles: str) -> None:
    found = newsparse.parse_byline(text)
    assert found is not None
    assert (found.authors[0].email or "-", many(found.authors[0].handles)) == (email, handles)


@pytest.mark.parametrize(("text", "place", "agency", "date", "raw"), cases("datelines.tsv"))
def test_dateline(text: str, place: str, agency: str, date: str, raw: str) -> None:
    found = newsparse.parse_dateline(text)
    if found is None:
        assert (place, agency, date, raw) == ("-", "-", "-", "-")
        return
    assert (
        found.place or "-",
        found.agency or "-",
        str(found.date) if found.date else "-",
        found.raw,
    ) == (place, agency, date, raw)
    assert text[found.source.start : found.source.end] == found.raw


@pytest.mark.parametrize(("text", "names", "agencies", "raw"), cases("credits.tsv"))
def test_credit(text: str, names: str, agencies: str, raw: str) -> None:
    found = newsparse.parse_credit(text)
    assert found is not None
    assert (many(found.names), many(found.agencies), found.raw) == (names, agencies, raw)
    assert text[found.source.start : found.source.end] == found.raw


@pytest.mark.parametrize(("text", "caption", "raw"), cases("captions.tsv"))
def test_caption_and_credit(text: str, caption: str, raw: str) -> None:
    found = split_credit(text)
    if found is None:
        assert (text, raw) == (caption, "-")
        return
    rest = f"{text[: found.start].rstrip()} {text[found.end :].lstrip()}".strip()
    assert (rest or "-", found.credit.raw) == (caption, raw)


@pytest.mark.parametrize(("text", "languages", "moment"), cases("dates.tsv"))
def test_date(text: str, languages: str, moment: str) -> None:
    found = parse_moment(text, languages=() if languages == "-" else languages.split(","))
    assert (found.isoformat() if found is not None else "-") == moment


@pytest.mark.parametrize(("text", "languages", "moment"), cases("relative_dates.tsv"))
def test_relative_date(text: str, languages: str, moment: str) -> None:
    """Relative dates count from the reference 2024-05-03 12:00. Without a reference they are not read."""
    spoken = languages.split(",")
    assert parse_moment(text, languages=spoken) is None
    found = parse_moment(text, languages=spoken, reference=dt.datetime(2024, 5, 3, 12, 0))
    assert found is not None
    assert found.isoformat()[:10] == moment
