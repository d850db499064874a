"""Scanned columns: joined lines, healed words, headings, and what belongs to the page."""

from __future__ import annotations

import textwrap

import pytest

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


MORE = (
    "The pier was built in 1871 for the steam packets and lost its outer third in the storm of "
    "1932, which also took the bandstand and a tram.",
    "A survey found that the piles are sound below the tide mark, and that the deck would not "
    "carry a loaded cart, let alone the mail van.",
)


def side_by_side(*columns: list[str], width: int = 36, gutter: int = 4) -> str:
    """Columns beside each other, as OCR prints them that keeps the layout."""
    rows = [
        "".join(
            (lines[at] if at < len(lines) else "").ljust(width + gutter) for lines in columns
        ).rstrip()
        for at in range(max(map(len, columns)))
    ]
    return "\n".join(rows)


def lines(*paragraphs: str, width: int = 36) -> list[str]:
    return column(*paragraphs, width=width).splitlines()


HEAD = "BOARD TO REBUILD EASTERN PIER\n\nBy TOBIAS REHN\n\n"
WHOLE = lines(*PARAGRAPHS, *MORE)


@pytest.mark.parametrize(
    "columns",
    [
        side_by_side(lines(*PARAGRAPHS[:3]), lines(PARAGRAPHS[3], *MORE)),
        side_by_side(WHOLE[:13], WHOLE[13:]),
        side_by_side(
            lines(*PARAGRAPHS[:2], width=30),
            lines(*PARAGRAPHS[2:], width=30),
            lines(*MORE, width=30),
            width=30,
        ),
    ],
    ids=["two", "a paragraph goes on", "three"],
)
def test_columns_side_by_side_are_read_one_after_the_other(columns: str) -> None:
    text = HEAD + columns
    assert body(text) == (*PARAGRAPHS, *MORE)
    first = newsparse.parse(text).body[0].source
    shown = [newsparse.locate(text, place) for place in (first, *first.also)]
    assert " ".join(shown) == PARAGRAPHS[0]
    covered = [
        at
        for segment in newsparse.segment(text)
        for span in (segment.source, *segment.source.also)
        for at in range(span.start or 0, span.end or 0)
        if not text[at].isspace()
    ]
    assert sorted(covered) == [at for at, sign in enumerate(text) if not sign.isspace()]


def test_columns_of_several_pages_with_heads_and_jump_lines() -> None:
    text = (
        "THE LINDOW COURIER, TUESDAY, MARCH 4, 1952          PAGE 1\n\n"
        f"{HEAD}{side_by_side([*lines(*PARAGRAPHS[:2]), '(See PIER, Page 4)'], lines(*PARAGRAPHS[2:]))}"
        "\n\n4         THE LINDOW COURIER, TUESDAY, MARCH 4, 1952\n\n"
        f"{side_by_side(['PIER', '(Continued from Page 1)', *lines(MORE[0])], lines(MORE[1]))}\n"
    )
    article = newsparse.parse(text)
    assert article.headline is not None
    assert article.headline.text == "BOARD TO REBUILD EASTERN PIER"
    assert [block.text for block in article.body] == [*PARAGRAPHS, *MORE]
    assert [note.kind.value for note in article.notes] == ["jump", "jump"]


@pytest.mark.parametrize(
    "head", ["THE LINDOW COURIER, MARCH 4, 1952", "4  THE LINDOW COURIER, TUESDAY, MARCH 4, 1952"]
)
def test_the_head_of_the_page_is_no_part_of_the_headline(head: str) -> None:
    article = newsparse.parse(f"{head}\n{HEAD}{column(*PARAGRAPHS)}\n")
    assert article.headline is not None
    assert article.headline.text == "BOARD TO REBUILD EASTERN PIER"


def test_a_table_is_no_columns() -> None:
    rows = "\n".join(
        f"{f'The crew of boat {at}':<34}came in {at} minutes late" for at in range(1, 13)
    )
    text = f"Results of the regatta\n\n{rows}\n"
    assert "boat 1 came in 1" in newsparse.segment(text)[1].text
