"""How Chinese, Japanese and Korean pages sign: reporters, editors in charge, names alone."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.records import Article, Label

FIRST = "例都的大桥昨日重新开放，市民从清晨起排队等候，桥头的小店也提前开门，准备了热茶和包子。"
REST = (
    "工程队用了三年时间修复桥墩，更换了全部钢索，并在两侧加装了新的护栏和路灯，方便夜间通行。",
    "市政府表示，下个月还将开放桥下的公园，居民可以从南岸的台阶直接走到河边散步。",
)


def page(above: str = "", *, first: str = FIRST, last: str = "", below: str = "") -> str:
    """A page with lines under its headline, words at the story's edges, and lines below it."""
    paragraphs = [first, *REST[:-1], f"{REST[-1]}{last}"]
    return (
        "<!DOCTYPE html><html lang='zh'><head><title>例都大桥重新开放</title></head><body>"
        f"<div class='main'><h1>例都大桥重新开放</h1>{above}<div class='text'>"
        f"{''.join(f'<p>{text}</p>' for text in paragraphs)}</div>{below}</div></body></html>"
    )


def signed(article: Article) -> list[tuple[str, str | None]]:
    return [(one.name, one.role) for byline in article.bylines for one in byline.authors]


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("<p>2012-01-12 来源：例都晚报 作者：王小明</p>", [("王小明", None)]),
        (
            "<ul><li>2012-01-12</li><li>例國時報</li><li>邱小穎／台北報導</li></ul>",
            [("邱小穎", None)],
        ),
        ("<p>2012-01-12</p><p>王小明、李小红</p>", [("王小明", None), ("李小红", None)]),
        ("<p>新闻速报</p><p>2012-01-12</p>", []),
        ("<p>2012-01-12 例国财经微博</p>", []),
    ],
)
def test_lines_under_the_headline(above: str, expected: list[tuple[str, str | None]]) -> None:
    assert signed(newsparse.parse(page(above))) == expected


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("例社北京1月12日电（记者林小晖）", [("林小晖", "记者")]),
        ("例广网武汉消息（记者蒋小琦 通讯员夏小波）", [("蒋小琦", "记者"), ("夏小波", "通讯员")]),
        ("例城晚报讯 记者徐小坤报道：", [("徐小坤", "记者")]),
        ("〔記者鍾小華／台北報導〕", [("鍾小華", "記者")]),
        ("记者12日从市政府获悉，", []),
    ],
)
def test_first_words_name_reporters_and_stay_in_the_story(
    lead: str, expected: list[tuple[str, str | None]]
) -> None:
    article = newsparse.parse(page("<p>2012-01-12</p>", first=lead + FIRST))
    assert signed(article) == expected
    assert article.body[0].text == lead + FIRST


def test_a_bracket_or_the_words_behind_the_last_sentence_sign() -> None:
    assert signed(newsparse.parse(page(last="（例日报记者 胡小蓉）"))) == [("胡小蓉", "记者")]
    assert signed(newsparse.parse(page(last="编译/记者 林小音 尹小琳"))) == [
        ("林小音", "记者"),
        ("尹小琳", "记者"),
    ]


EDITOR = "<div>（责任编辑：李小霞）</div>"


def test_an_editor_in_charge_signs_where_nobody_else_does() -> None:
    assert signed(newsparse.parse(page(below=EDITOR))) == [("李小霞", "责任编辑")]
    reported = page(first=f"（记者林小晖）{FIRST}", below=EDITOR)
    assert signed(newsparse.parse(reported)) == [("林小晖", "记者")]
    assert signed(newsparse.parse(page("<p>作者：王小明</p>", below=EDITOR))) == [("王小明", None)]


def test_codes_and_robots_are_no_editors() -> None:
    for name in ("robot", "AP0015"):
        assert (
            signed(newsparse.parse(page(below=f"<div>[责任编辑：{name}] 标签：大桥</div>"))) == []
        )


def test_a_disclaimer_names_no_author() -> None:
    below = "<p>免责声明：本文仅代表作者个人观点，与例网无关。</p>"
    assert signed(newsparse.parse(page(below=below))) == []


def test_the_name_that_opens_a_headline_signs_below_it() -> None:
    above = "<p>小莉：我的大桥</p><p>小莉</p>"
    assert signed(newsparse.parse(page(above))) == [("小莉", None)]


def test_the_body_that_issued_a_notice_is_its_agency() -> None:
    article = newsparse.parse(
        page("<p>发文机关：例林省人民政府</p><p>发布日期：2022年01月28日</p>")
    )
    assert [byline.agency for byline in article.bylines] == ["例林省人民政府"]
    assert signed(article) == []


def test_korean_reporters_stand_before_an_equals_sign() -> None:
    story = (
        "<p>(서울=연합뉴스) 홍길동 기자 = 예시 다리가 어제 다시 열렸다. 시민들은 아침부터 줄을 섰다.</p>"
        "<p>공사는 삼 년 동안 이어졌고, 다리 양쪽에는 새 난간과 가로등이 설치되었다고 한다.</p>"
        "<p>시는 다음 달에 다리 아래의 공원도 열 계획이며, 강변까지 계단으로 내려갈 수 있다.</p>"
    )
    article = newsparse.parse(
        f"<html lang='ko'><body><h1>예시 다리 다시 열려</h1>{story}</body></html>"
    )
    assert signed(article) == [("홍길동", "기자")]


def test_segments_of_signed_lines_are_bylines() -> None:
    segments = newsparse.segment(page("<p>记者 王小明</p>"))
    assert [one.text for one in segments if one.label is Label.BYLINE] == ["记者 王小明"]
