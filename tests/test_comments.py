"""The comments of readers, which are read only if asked for."""

from __future__ import annotations

from pathlib import Path

import newsparse
from newsparse import Article

PAGE = Path(__file__).parent.parent / "fixtures" / "comments" / "thread.html"
STATED = """<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Rain", "comment":
[{"@type": "Comment", "text": "Wet &amp; cold.", "author": {"name": "Bo"}, "dateCreated": "2024-03-05T09:30:00Z",
"comment": [{"@type": "Comment", "text": "Not here.", "author": {"name": "Cy"}}]}]}</script>
<h1>Rain</h1><p>It rained on Exampleton all day, the council said on Tuesday evening.</p>"""


def told(article: Article) -> list[tuple[str | None, str | None, int, str]]:
    return [
        (one.author, one.date.isoformat() if one.date else None, one.depth, one.text)
        for one in article.comments
    ]


def test_printed_comments() -> None:
    assert told(newsparse.parse(PAGE, comments=True)) == [
        (
            "Bo",
            "2024-03-05T09:30:00+00:00",
            1,
            "At last! I have asked for this for ten years.\n\nWho needs fireworks?",
        ),
        ("Cy Orr", "2024-03-05T10:05:00+00:00", 2, "My children do."),
        ("reader_77", "2024-03-06T18:00:00+00:00", 1, "Will the café be open too?"),
    ]


def test_comments_are_read_only_if_asked_for() -> None:
    assert newsparse.parse(PAGE).comments == ()
    assert "fireworks?" not in newsparse.parse(PAGE, comments=True).text


def test_stated_comments() -> None:
    article = newsparse.parse(STATED, comments=True)
    assert told(article) == [
        ("Bo", "2024-03-05T09:30:00+00:00", 1, "Wet & cold."),
        ("Cy", None, 2, "Not here."),
    ]


def test_each_comment_is_where_it_says() -> None:
    for page in (PAGE, STATED):
        for comment in newsparse.parse(page, comments=True).comments:
            assert comment.raw in newsparse.locate(page, comment.source)


def test_a_page_without_comments_has_none() -> None:
    page = "<h1>Rain</h1><p>It rained on Exampleton all day, the council said.</p>"
    assert newsparse.parse(page, comments=True).comments == ()
    assert newsparse.parse("It rained on Exampleton all day.", comments=True).comments == ()
