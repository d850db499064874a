"""Archive exports are split into documents, and each document is read by its labels."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import newsparse
from tests.test_fixtures import FIXTURES, shown, to_the_point

ARCHIVES = sorted((FIXTURES / "archives").glob("*.txt"))


def _text(path: Path) -> str:
    return newsparse.decode(path)


def _record(text: str) -> dict[str, Any]:
    article = newsparse.parse(text, profile="generic")
    found = to_the_point(article)
    found.pop("is_wire", None)
    found.pop("notes", None)
    return {
        **found,
        **({"section": article.section} if article.section else {}),
        **({"language": article.language} if article.language else {}),
    }


@pytest.mark.parametrize("path", ARCHIVES, ids=lambda path: path.stem)
def test_items_are_slices_in_order(path: Path) -> None:
    """Every item is a slice of the export, and items do not overlap."""
    export = _text(path)
    items = newsparse.split_export(export)
    assert items
    at = 0
    for item in items:
        assert export[item.start : item.end] == item.text
        assert item.start >= at
        assert item.header and not item.text[-1:].isspace()
        at = item.end


@pytest.mark.parametrize("path", ARCHIVES, ids=lambda path: path.stem)
def test_labels_of_an_item_become_fields(path: Path) -> None:
    """Each document gives the record that a person wrote for it."""
    expected = json.loads(path.with_suffix(".items.json").read_text("utf-8"))
    found = [_record(item.text) for item in newsparse.split_export(_text(path))]
    order = sorted({name for record in [*expected, *found] for name in record})
    assert [shown({name: record.get(name) for name in order}) for record in found] == [
        shown({name: record.get(name) for name in order}) for record in expected
    ]


def test_spans_refer_to_the_item() -> None:
    """The source of a labelled line points to its value."""
    item = newsparse.split_export(_text(FIXTURES / "archives" / "lexisnexis.txt"))[0]
    article = newsparse.parse(item.text, profile="generic")
    said = {evidence.field: evidence for evidence in article.evidence}
    for name in ("published", "section"):
        assert newsparse.locate(item.text, said[name].source) == said[name].raw
    assert article.headline is not None
    assert newsparse.locate(item.text, article.headline.source) == article.headline.raw


def test_text_that_is_not_an_export_is_one_item() -> None:
    text = "\n\nRain falls on Exampleton\n\nBy Ada Lin\n\nIt rained all day.\n\n"
    items = newsparse.split_export(text)
    assert [item.text for item in items] == [text.strip()]
    assert items[0].header == ()
    assert newsparse.split_export(" \n ") == ()


def test_labels_of_an_item() -> None:
    item = newsparse.split_export(_text(FIXTURES / "archives" / "lexisnexis.txt"))[1]
    assert item.value("length") == "88 words"
    assert item.value("graphic") is None


def test_wrong_type_raises_and_quotes_the_value() -> None:
    with pytest.raises(newsparse.InputError, match="b'x'"):
        newsparse.split_export(b"x")  # type: ignore[arg-type]


DISPLAYED = """Region
Night trams to run again
By Ada Lin
46 words
20 April 2023
17:02
The Lindow Chronicle
LINDCH
English
Copyright 2023, The Lindow Chronicle. All rights reserved.

Night trams will run again on the Lindow line from Saturday, the transport board said.

The settlement gives crews an extra rest day in every fortnight and a warm room to wait in.

Document LINDCH0020230420ej4k0002b
"""


def test_the_display_layout_of_factiva_is_split() -> None:
    """It has no codes: the accession number ends a document, and the time stands under the date."""
    items = newsparse.split_export(DISPLAYED + "\n" + DISPLAYED.replace("Night", "Day"))
    assert [item.text.splitlines()[1] for item in items] == [
        "Night trams to run again",
        "Day trams to run again",
    ]
    article = newsparse.parse(items[1].text)
    assert article.published is not None
    assert article.published.isoformat() == "2023-04-20T17:02:00"


def test_the_publisher_above_the_accession_number_is_no_story() -> None:
    signed = DISPLAYED.replace("Document LIND", "Lindow Media Group\n\nDocument LIND")
    told = [block.text for block in newsparse.parse(DISPLAYED).body]
    assert [block.text for block in newsparse.parse(signed).body] == told
    assert told[-1].endswith("to wait in.")


@pytest.mark.parametrize("rule", ["_" * 60, "=" * 20])
def test_a_rule_around_a_document_is_none(rule: str) -> None:
    text = f"{rule}\n\nRain falls\n\nAuthor: Ada Lin\nISSN: 0\nSection: Weather\n\nIt rained.\n\n{rule}\n"
    assert [item.text.splitlines()[0] for item in newsparse.split_export(text)] == ["Rain falls"]


WITHOUT_BODY_LABEL = """                             The Palisade Tribune

                              March 4, 2012 Sunday
                               Correction Appended

Growers expect smallest harvest in nine years

BYLINE: By LENA OKAFOR

LENGTH: 112 words

SECTION: Section B; Pg. 1

   Wheat growers across the eastern counties expect their smallest harvest in
nine years after a dry spring and three days of hail in June, a survey of 212
farms shows.

   The survey by the grain cooperative puts the average yield at 49 bushels an
acre, down from 63 last year.

CORRECTION: An article on Sunday about wheat misstated the yield. It was 49
bushels, not 94.

CORRECTION-DATE: March 9, 2012
"""


def test_lexisnexis_without_a_label_for_the_body() -> None:
    article = newsparse.parse(WITHOUT_BODY_LABEL)
    assert article.headline is not None
    assert article.headline.text == "Growers expect smallest harvest in nine years"
    assert [block.text[-12:] for block in article.body] == ["farms shows.", "3 last year."]
    assert [(note.kind.value, note.text) for note in article.notes] == [
        (
            "correction",
            "An article on Sunday about wheat misstated the yield. It was 49 bushels, not 94.",
        )
    ]


WITHOUT_CODES = """Mill race footbridge to close until autumn
By Ida Fenwick
412 words
3 May 2022
09:15
The Brackwell Courier
BRCO
First
A3
English
(c) 2022 The Brackwell Courier. All rights reserved.

The council of Brackwell voted on Tuesday to close the footbridge over the mill race until the autumn.

Engineers found cracks in two of the four piers during an inspection in March, a report says.

Document BRCO000020220503ei5300012

Ferry to Marrow Island sails with one engine
Oona Brask
290 words
4 May 2022
Selkie Bay Ledger
SBLEDG
English
Copyright 2022 Selkie Bay Ledger

The ferry to Marrow Island sailed on Thursday with one of its two engines, an hour late.

Document SBLEDG0020220504ei5400003

Search Summary
Text    mill
Source  All Sources
Timestamp       6 May 2022 10:00
© 2022 Factiva, Inc. All rights reserved.
"""


def test_factiva_without_codes() -> None:
    first, second = (newsparse.parse(item.text) for item in newsparse.split_export(WITHOUT_CODES))
    assert first.headline is not None and second.headline is not None
    assert first.headline.text == "Mill race footbridge to close until autumn"
    assert [byline.names for byline in first.bylines] == [("Ida Fenwick",)]
    assert str(first.published) == "2022-05-03 09:15:00"
    assert [block.text[:12] for block in first.body] == ["The council ", "Engineers fo"]
    assert second.masthead is not None and second.masthead.name == "Selkie Bay Ledger"
    assert [byline.names for byline in second.bylines] == [("Oona Brask",)]
    assert [block.text[:12] for block in second.body] == ["The ferry to"]


WRAPPED = """                           The Brackwell Courier

                           May 3, 2022 Tuesday
                              Final Edition

Footbridge over mill race to close until autumn

BYLINE: Ida Fenwick, Courier staff writer

SECTION: LOCAL; Pg. A3

LENGTH: 212 words
{above}
The council of Brackwell voted on Tuesday to close the footbridge over the
mill race until the autumn, a decision that surprised residents of the lower
town.

   Engineers found cracks in two of the four piers during an inspection in
March, according to a report that was published last week.
{below}
LOAD-DATE: May 3, 2022

                      Copyright 2022 The Brackwell Courier
                              All Rights Reserved
"""
CORRECTION = """
CORRECTION: An earlier version of this article gave the wrong number of
piers. There are four.
"""


@pytest.mark.parametrize(
    "page", [WRAPPED.format(above="", below=CORRECTION), WRAPPED.format(above=CORRECTION, below="")]
)
def test_lexisnexis_without_the_label_of_the_body(page: str) -> None:
    article = newsparse.parse(page)
    assert [block.text for block in article.body] == [
        "The council of Brackwell voted on Tuesday to close the footbridge over the mill race until "
        "the autumn, a decision that surprised residents of the lower town.",
        "Engineers found cracks in two of the four piers during an inspection in March, according "
        "to a report that was published last week.",
    ]
    assert [(note.kind.value, note.text) for note in article.notes] == [
        (
            "correction",
            "An earlier version of this article gave the wrong number of piers. There are four.",
        )
    ]


def test_a_document_of_two_lines_is_joined() -> None:
    page = WRAPPED.format(above="", below="")
    start = page.index("   Engineers")
    short = page[:start].rsplit("The council", 1)[0] + page[start:]
    assert [block.text[-10:] for block in newsparse.parse(short).body] == ["last week."]


def test_rules_around_numbered_documents_end_them() -> None:
    rule = "_" * 60
    document = "Title: {}\n\nAuthor: Lin, Ada\n\nFull text: The river rose.\n\nISSN: 00000000\n\n"
    export = "".join(
        f"{rule}\n\nDocument {at} of 2\n\n{document.format(title)}"
        for at, title in ((1, "Rain falls"), (2, "Sun shines"))
    )
    for tail in ("", f"{rule}\n\nContact ProQuest\n\nCopyright 2022 ProQuest LLC.\n"):
        items = newsparse.split_export(export + tail)
        assert [item.value("title") for item in items] == ["Rain falls", "Sun shines"]
        assert [item.text.splitlines()[-1] for item in items] == ["ISSN: 00000000"] * 2
    inside = export.replace(rule, "").replace("rose.", f"rose.\n\n{rule}\n\nIt fell again.")
    assert all("It fell again." in item.text for item in newsparse.split_export(inside))
