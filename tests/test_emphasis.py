"""The words that a block sets off, from the page to the record and into the formats."""

from __future__ import annotations

import pytest

import newsparse
from newsparse import Article, BodyBlock, Emphasis, EmphasisKind, Link

PAGE = """<h1>Rain falls on the town</h1><p>By Ada Lin</p>
<p>It rained on <b>Exampleton</b> all day, <i>the <b>Herald</b></i> said, and 3 m<sup>2</sup> of H<sub>2</sub>O fell.</p>
<p>The command <code>ls</code> showed <b>no</b><strong>thing</strong> new to the people who had waited in the rain.</p>
<p>Roads in the north were closed until the evening, and two schools sent their pupils home, a speaker said.</p>
<p>On Wednesday the water fell by a foot, and the shops in the lower town opened their doors again at noon.</p>"""


def said(block: BodyBlock) -> list[tuple[str, str]]:
    return [(one.kind.value, block.text[one.start : one.end]) for one in block.emphasis]


def test_emphasis_of_html() -> None:
    first, second, third, *_ = newsparse.parse(PAGE).body
    assert said(first) == [
        ("bold", "Exampleton"),
        ("italic", "the Herald"),
        ("bold", "Herald"),
        ("superscript", "2"),
        ("subscript", "2"),
    ]
    assert said(second) == [("code", "ls"), ("bold", "nothing")]
    assert third.emphasis == ()


def test_emphasis_of_markdown_dumps() -> None:
    page = "Rain falls\n\nBy Ada Lin\n\nIt rained on **Exampleton** all day, the council said on Tuesday.\n\nThe roads were closed until the evening, and the schools sent their pupils home."
    found = [one for block in newsparse.parse(page, media="text").body for one in said(block)]
    assert found == [("bold", "Exampleton")]


@pytest.mark.parametrize(
    ("text", "spans", "written"),
    [
        ("a bold word", [(2, 6, "bold")], "a **bold** word"),
        ("a bold word", [(2, 6, "bold"), (2, 6, "italic")], "a ***bold*** word"),
        ("(quoted)", [(0, 8, "bold")], "<strong>(quoted)</strong>"),
        ("onetwo", [(0, 3, "bold"), (3, 6, "italic")], "**one**<em>two</em>"),
        ("a b c", [(1, 4, "bold")], "a **b** c"),
        ("x2", [(1, 2, "superscript")], "x<sup>2</sup>"),
    ],
)
def test_markdown_that_cannot_be_misread(
    text: str, spans: list[tuple[int, int, str]], written: str
) -> None:
    emphasis = tuple(Emphasis(start, end, EmphasisKind(kind)) for start, end, kind in spans)
    article = Article(body=(BodyBlock(text, emphasis=emphasis),))
    assert newsparse.export(article, "markdown").endswith(written)


def test_emphasis_inside_a_link_does_not_part_it() -> None:
    block = BodyBlock(
        "See the map now.",
        links=(Link(4, 11, "/map"),),
        emphasis=(Emphasis(8, 11, EmphasisKind.ITALIC),),
    )
    article = Article(body=(block,))
    assert '<a href="/map">the <em>map</em></a>' in newsparse.export(article, "html")
    assert "[the *map*](</map>)" in newsparse.export(article, "markdown")


def test_records_of_before_have_no_emphasis() -> None:
    record = BodyBlock("Rain").to_dict()
    del record["emphasis"]
    assert BodyBlock.from_dict(record) == BodyBlock("Rain")
