"""Scanned columns: joined lines, healed words, headings, and what belongs to the page."""

from __future__ import annotations

import textwrap

import newsparse

PARAGRAPHS = (
    "The harbour board of Lindow voted nine to two on Tuesday night to rebuild the eastern pier, "
    "ending a quarrel that has outlasted three mayors and a bankruptcy.",
    "Work is to start in April, when the herring fleet moves to its summer berths, and should take "
    "fourteen months, the engineers reported to the board.",
    "Opponents said that the levy falls on those who can least avoid it, as six hundred islanders "
    "commute by ferry to the cannery and to the hospital.",
    "A second vote, on the colour of the railings, was put off until the autumn, when the painters "
    "come back from the islands where they work in summer.",
)


def column(*paragraphs: str, width: int = 38) -> str:
    return "\n".join(
        line for one in paragraphs for line in textwrap.wrap(one, width, initial_indent="   ")
    )


def body(text: str) -> tuple[str, ...]:
    article = newsparse.parse(text)
    for block in article.body:
        assert newsparse.locate(text, block.source) == block.raw
    return tuple(block.text for block in article.body)


def test_a_narrow_column_is_joined() -> None:
    text = f"BOARD TO REBUILD\nEASTERN PIER\n\nBy TOBIAS REHN\n\n{column(*PARAGRAPHS)}\n"
    assert body(text) == PARAGRAPHS
    article = newsparse.parse(text)
    assert article.headline is not None
    assert article.headline.text == "BOARD TO REBUILD EASTERN PIER"
    assert newsparse.locate(text, article.headline.source) == article.headline.raw


def test_a_list_of_short_lines_is_no_column() -> None:
    lines = [f"{name} Street, house {number}" for number, name in enumerate(("Ash", "Elm") * 8)]
    text = "Streets that were swept\n\n" + "\n".join(lines) + "\n"
    assert len(newsparse.segment(text)) == 17


def test_words_broken_at_line_ends_are_healed() -> None:
    broken = column(*PARAGRAPHS).replace("rebuild the\n", "rebuild the\n").splitlines()
    broken = [
        line[:-3] + "-\n" + line[-3:] + "\n" if line.endswith(("islanders",)) else line + "\n"
        for line in broken
    ]
    text = "BOARD TO REBUILD PIER\n\nBy TOBIAS REHN\n\n" + "".join(broken)
    assert PARAGRAPHS[0] in body(text)


def test_jump_lines_and_running_heads_are_no_story() -> None:
    text = (
        f"BOARD TO REBUILD PIER\n\nBy TOBIAS REHN\n\n{column(*PARAGRAPHS[:2])}\n(See PIER, Page 4)\n"
        "THE LINDOW COURIER, TUESDAY, MARCH 4, 1952\nPier\n(Continued from Page 1)\n"
        f"{column(*PARAGRAPHS[2:])}\n"
    )
    assert body(text) == PARAGRAPHS
    notes = [(note.kind.value, note.text) for note in newsparse.parse(text).notes]
    assert notes == [("jump", "(See PIER, Page 4)"), ("jump", "(Continued from Page 1)")]


def test_the_day_of_a_month_is_no_list_mark() -> None:
    segments = newsparse.segment("Riesenrad kehrt zurück\n\n9. Juni 2000\n\n1. Reifen\n2. Ketten\n")
    assert [one.raw for one in segments][1] == "9. Juni 2000"
    assert (
        newsparse.parse("Riesenrad\n\n9. Juni 2000\n\nEs regnet in Brandow.").published is not None
    )
