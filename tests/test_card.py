"""The terminal card: its content, its width, its colours, and text with wide letters or from right to left."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest
from articles import articles
from hypothesis import HealthCheck, given, settings
from rich.cells import cell_len
from rich.console import Console

import newsparse
from newsparse import (
    Article,
    Author,
    BodyBlock,
    Byline,
    Caption,
    Credit,
    Headline,
    Masthead,
    ParseWarning,
    WarningCode,
)
from newsparse.exports.card import card, plain_card
from newsparse.exports.columns import show

PAGES = Path(__file__).parent.parent / "fixtures" / "pages"
ARABIC = "قال مجلس المدينة إن الأمطار هطلت طوال يوم الثلاثاء، وإن الطرق الرئيسية أغلقت أمام حركة المرور حتى إشعار آخر"
JAPANESE = "例示市議会は火曜日、大雨のため主要道路を閉鎖したと発表した。"


def coloured(article: Article, width: int = 80) -> str:
    sheet = io.StringIO()
    show(
        card(article),
        Console(
            file=sheet,
            width=width,
            force_terminal=True,
            color_system="standard",
            legacy_windows=False,
            _environ={},
        ),
    )
    return sheet.getvalue()


def words(text: str) -> str:
    return " ".join(text.split())


def test_card_shows_the_fields() -> None:
    shown = plain_card(newsparse.parse(PAGES / "export-flood.html"))
    for part in (
        "masthead The Example Herald",
        "headline River tops its banks at Exampleton",
        "byline By Ada Lin",
        "dateline EXAMPLETON, Wash. (AP)",
        "published 2024-03-04 06:30 -08:00",
        "updated 2024-03-04 09:15 -08:00",
        "body EXAMPLETON, Wash. (AP)",
        "Bo Reyes/The Example Herald",
        "note Correction: An earlier",
        "free · en-US · Local news",
    ):
        assert part in words(shown)


def test_card_separates_names_and_agency() -> None:
    line = Byline(
        (Author("Ada Lin"), Author("Bo Reyes")), "Reuters", raw="By Ada Lin and Bo Reyes Reuters"
    )
    assert (
        "byline By Ada Lin and Bo Reyes Reuters authors Ada Lin · Bo Reyes agency Reuters"
        in words(plain_card(Article(bylines=(line,))))
    )


def test_card_shows_warnings_and_missing_fields() -> None:
    article = Article(
        warnings=(ParseWarning(WarningCode.NO_BODY, "no story text was found on the page"),)
    )
    assert "headline none found" in plain_card(article)
    assert "warning no-body no story text was found" in plain_card(article)
    assert "\x1b[1;31mno-body" in coloured(article)


def test_long_pages_are_shortened() -> None:
    article = Article(
        body=tuple(BodyBlock(f"Paragraph {number}. " + "word " * 200) for number in range(500)),
        captions=tuple(Caption(f"Picture {number}") for number in range(50)),
        warnings=tuple(ParseWarning(code, "message") for code in WarningCode),
    )
    shown = plain_card(article)
    assert len(shown.splitlines()) < 50
    assert "… 497 more blocks" in shown
    assert "… 46 more captions" in shown
    assert f"… {len(WarningCode) - 4} more warnings" in shown


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(article=articles)
def test_never_wider_than_80_columns(article: Article) -> None:
    shown = plain_card(article)
    assert all(cell_len(line) <= 80 for line in shown.split("\n"))
    assert "\x1b" not in shown
    assert not any(
        (ord(letter) < 32 and letter != "\n") or "\x7f" <= letter <= "\x9f" for letter in shown
    )


@pytest.mark.parametrize("width", [40, 60, 80, 200])
@pytest.mark.parametrize(
    "text",
    [JAPANESE * 5, ARABIC * 3, "word " * 100, "x" * 500],
    ids=["wide", "right to left", "words", "one word"],
)
def test_fits_the_terminal(text: str, width: int) -> None:
    sheet = io.StringIO()
    article = Article(
        headline=Headline(text),
        body=(BodyBlock(text),),
        captions=(Caption(text, Credit(raw=text)),),
    )
    show(
        card(article),
        Console(file=sheet, width=width, color_system=None, legacy_windows=False, _environ={}),
    )
    assert max(cell_len(line) for line in sheet.getvalue().splitlines()) <= min(width, 80)


def test_wide_letters_are_not_split() -> None:
    assert "".join(JAPANESE.split()) in "".join(
        plain_card(Article(headline=Headline(JAPANESE * 4))).split()
    )


def test_right_to_left_text_is_aligned_right() -> None:
    lines = [
        line
        for line in plain_card(Article(body=(BodyBlock(ARABIC),))).splitlines()
        if "\u2067" in line
    ]
    assert len(lines) == 2
    for line in lines:
        assert line.startswith("\u200e")
        assert line.endswith("\u2069")
        assert cell_len(line) == 80
        assert line.count("\u2067") == line.count("\u2069") == 1
    assert (
        words("".join(lines).translate(dict.fromkeys(map(ord, "\u200e\u2067\u2069"), " ")))
        == "body " + ARABIC
    )


def test_left_to_right_text_with_a_foreign_name_is_aligned_left() -> None:
    line = plain_card(Article(headline=Headline(f"Rain in {ARABIC[:10]}"))).splitlines()[1]
    assert line.startswith("\u200e headline Rain in")


def test_colour_does_not_change_the_text() -> None:
    import re

    article = newsparse.parse(PAGES / "export-flood.html")
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured(article))
    assert [line.rstrip() for line in bare.strip("\n").splitlines()] == plain_card(
        article
    ).splitlines()
    assert "\x1b[1;36mThe Example Herald" in coloured(article)


def test_terminal_escapes_of_a_page_are_removed() -> None:
    article = Article(
        headline=Headline("\x1b]0;title\x07\x1b[2Jrain [bold]x[/bold] \u202egnp"),
        masthead=Masthead("a\x9bb\rc"),
    )
    shown = plain_card(article)
    assert "]0;title[2Jrain [bold]x[/bold] gnp" in shown
    assert not set("\x1b\x07\x9b\r\u202e") & set(shown)


def test_card_shows_dates_as_exact_as_the_page() -> None:
    zone = dt.timezone(dt.timedelta(hours=-8))
    article = Article(
        published=dt.date(2024, 3, 4), updated=dt.datetime(2024, 3, 4, 6, 30, tzinfo=zone)
    )
    assert "published 2024-03-04\n" in plain_card(article)
    assert "updated 2024-03-04 06:30 -08:00\n" in plain_card(article)
