"""Dumps of a story alone, from which the body model of text learns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newsparse.benchmark.corpus import Sample
from newsparse.page import Media
from newsparse.training.clean_dumps import CleanDump, clean_dump

PARAGRAPHS = [
    f"Paragraph {number} tells what the council of Exampleton decided on Monday about the old "
    "harbour and its cranes, and who paid for it."
    for number in range(1, 9)
]
MANY = range(60)
"""Enough pages for every layout."""


def made(number: int, **gold: Any) -> CleanDump:
    page = Sample(
        f"page-{number}", "own", "https://a.example/1", 3, gold, Path("none"), "a.example"
    )
    dump = clean_dump(page)
    assert dump is not None
    return dump


def texts(**gold: Any) -> list[str]:
    dumps = [made(number, body=PARAGRAPHS, **gold) for number in MANY]
    return [str(dump.page(Media.TEXT)) for dump in dumps]


def test_every_dump_holds_its_gold() -> None:
    for number in MANY:
        dump = made(number, body=PARAGRAPHS, headline="Cranes sold")
        shown = " ".join(str(dump.page(Media.TEXT)).split())
        assert " ".join(dump.gold["body"]) in shown
        assert dump.gold["body"] == PARAGRAPHS[: len(dump.gold["body"])]


def test_some_end_in_the_last_paragraph_and_some_in_a_line_under_it() -> None:
    ends = [" ".join(text.split()).endswith("who paid for it.") for text in texts()]
    assert 10 < sum(ends) < 50


def test_some_stories_are_whole_and_some_are_briefs() -> None:
    sizes = {len(made(number, body=PARAGRAPHS).gold["body"]) for number in MANY}
    assert len(PARAGRAPHS) in sizes
    assert min(sizes) == 2


def test_layouts_differ_from_page_to_page_and_not_from_run_to_run() -> None:
    found = texts()
    assert found == texts()
    assert any("\n\n" in text for text in found)
    assert any("\n\n" not in text for text in found)
    assert any(max(map(len, text.split("\n"))) <= 80 for text in found)
    assert any("\n    Paragraph 1 " in text for text in found)


def test_headline_byline_and_day_stand_above_the_story() -> None:
    heads = texts(headline="Cranes sold", authors=["Ada Lin", "Bo Ek"], published="2019-03-04")
    assert any(head.startswith("Cranes sold\n") for head in heads)
    assert any("By Ada Lin and Bo Ek\n" in head for head in heads)
    assert any("By Ada Lin and Bo Ek | " in head for head in heads)
    assert any("2019-03-04" in head for head in heads)
    assert any("04.03.2019" in head for head in heads)


def test_a_dump_stays_in_the_fold_of_its_page() -> None:
    assert made(1, body=PARAGRAPHS).fold == 3


def test_a_day_that_is_not_known_is_left_out() -> None:
    assert not any("NaT" in text for text in texts(published="NaT"))


@pytest.mark.parametrize("gold", [{}, {"with": ["a segment"]}, {"body": ["one paragraph"]}])
def test_golds_without_a_story_give_none(gold: dict[str, Any]) -> None:
    page = Sample("page", "own", "https://a.example/1", 3, gold, Path("none"), "a.example")
    assert clean_dump(page) is None
