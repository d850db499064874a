"""Dates that a page counts from now ("Updated 2 hours ago") are read by their label."""

from __future__ import annotations

import datetime as dt

import pytest

import newsparse
from newsparse.fields.dates import parse_moment
from newsparse.fields.relative_dates import find_relative, is_relative
from newsparse.records import Article, Label

NOON = dt.datetime(2024, 5, 3, 12, 0, tzinfo=dt.UTC)
STORY = (
    "The river rose again on Tuesday, the council of Exampleton said, and two bridges were closed.",
    "Ada Lin, who keeps the weir, said that she had not seen so much water in nine years.",
    "The school will open late on Wednesday, and buses will take the road by the old mill.",
)
LINES = (
    ("Updated 2 hours ago", 2, True),
    ("Published 2 hours ago", 2, False),
    ("Aktualisiert vor 2 Stunden", 2, True),
    ("Veröffentlicht vor 3 Stunden", 3, False),
    ("Oppdatert for 3 timer siden", 3, True),
    ("Publisert for 3 timer siden", 3, False),
    ("Opdateret for 2 timer siden", 2, True),
    ("Uppdaterad för 2 timmar sedan", 2, True),
    ("Päivitetty 2 tuntia sitten", 2, True),
    ("Mis à jour il y a 2 heures", 2, True),
    ("Publicado hace 3 horas", 3, False),
    ("Zaktualizowano 2 godziny temu", 2, True),
    ("Bijgewerkt 2 uur geleden", 2, True),
    ("Обновлено 2 часа назад", 2, True),
    ("3小时前更新", 3, True),
)
by_line = pytest.mark.parametrize(("line", "hours", "updated"), LINES)


@pytest.mark.parametrize(
    "text", ["3時間前", "数分前", "3日前に更新", "3小时前", "几分钟前", "2個月前"]
)
def test_a_unit_before_the_word_counts_from_now(text: str) -> None:
    assert is_relative(text)


@pytest.mark.parametrize("text", ["見本駅の前で踊る人々", "午前の港", "目前尚无消息", "船前的乘客"])
def test_the_word_without_a_unit_does_not_count_from_now(text: str) -> None:
    assert not is_relative(text)


def said(article: Article) -> tuple[object, object]:
    return article.published, article.updated


def wanted(hours: int, *, updated: bool) -> tuple[object, object]:
    moment = NOON - dt.timedelta(hours=hours)
    return (None, moment) if updated else (moment, None)


@by_line
def test_the_label_says_what_the_date_is(line: str, hours: int, updated: bool) -> None:
    found = list(find_relative(line, NOON))
    assert [(one.moment, one.updated) for one in found] == [
        (NOON - dt.timedelta(hours=hours), updated)
    ]
    assert line[found[0].start : found[0].end] in line


@by_line
def test_a_dump(line: str, hours: int, updated: bool) -> None:
    page = "\n\n".join(("River rises over its banks in Exampleton", line, *STORY))
    labels = {segment.text: segment.label for segment in newsparse.segment(page)}
    assert labels[line] == Label.DATE
    article = newsparse.parse(page, reference=NOON)
    assert said(article) == wanted(hours, updated=updated)
    assert line not in article.text


@by_line
@pytest.mark.parametrize("attribute", ["", ' class="date"'])
def test_a_page_of_html(line: str, hours: int, updated: bool, attribute: str) -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    page = (
        "<article><h1>River rises over its banks in Exampleton</h1>"
        f"<p{attribute}>{line}</p>{paragraphs}</article>"
    )
    assert said(newsparse.parse(page, reference=NOON)) == wanted(hours, updated=updated)


def test_both_on_one_line() -> None:
    line = "Published 3 hours ago | Updated 2 hours ago"
    page = "\n\n".join(("River rises over its banks in Exampleton", line, *STORY))
    found = [(one.moment.hour, one.updated) for one in find_relative(line, NOON)]  # type: ignore[union-attr]
    assert found == [(9, False), (10, True)]
    assert said(newsparse.parse(page, reference=NOON)) == (
        NOON - dt.timedelta(hours=3),
        NOON - dt.timedelta(hours=2),
    )


def test_an_update_stands_beside_a_stated_publication() -> None:
    page = (
        '<head><meta property="article:published_time" content="2024-05-01T08:00:00Z"></head>'
        "<article><h1>River rises over its banks in Exampleton</h1>"
        f'<p class="date">Updated 2 hours ago</p>{"".join(f"<p>{one}</p>" for one in STORY)}'
    )
    assert said(newsparse.parse(page, reference=NOON)) == (
        dt.datetime(2024, 5, 1, 8, 0, tzinfo=dt.UTC),
        NOON - dt.timedelta(hours=2),
    )


def test_nothing_is_counted_without_a_reference() -> None:
    page = "\n\n".join(("River rises over its banks in Exampleton", "Updated 2 hours ago", *STORY))
    assert said(newsparse.parse(page)) == (None, None)


@pytest.mark.parametrize("code", ["no", "nn", "nb", "nb-NO", "no_NO"])
def test_every_code_of_norwegian_is_read(code: str) -> None:
    assert parse_moment("for 3 timer siden", languages=[code], reference=NOON) == (
        NOON - dt.timedelta(hours=3)
    )
    assert parse_moment("torsdag 4. jan. 2024 kl 10.15", languages=[code]) is not None


@pytest.mark.parametrize(
    "line",
    ["3 timer", "The 3 timers rang", "Siden 3. mai", "sedan 2019", "Two bridges were closed"],
)
def test_a_number_alone_is_no_relative_date(line: str) -> None:
    assert not is_relative(line)
