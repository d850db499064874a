"""Tags: the list in the head, and the topic links and lines near a story."""

from __future__ import annotations

import newsparse

STORY = "".join(
    f"<p>The council of Exampleton met on day {n} and, after a long debate, put the bridge on its list of works for the year.</p>"
    for n in range(1, 7)
)


def tags(after: str = "", head: str = "", before: str = "") -> tuple[str, ...]:
    page = f"<html><head><title>Bridge is on the list</title>{head}</head><body><main><article>{before}<h1>Bridge is on the list</h1>{STORY}{after}</article></main></body></html>"
    return newsparse.parse(page, url="https://herald.example/news/bridge").tags


def test_links_named_as_topics() -> None:
    listed = '<ul class="tags"><li><a href="/x/1">Bridges</a></li><li><a href="/x/2">Exampleton</a></li></ul>'
    assert tags(listed) == ("Bridges", "Exampleton")


def test_links_with_topic_urls_in_one_line() -> None:
    assert tags(
        '<p><a href="/topic/bridges">Bridges</a> <a href="/topic/town-hall">Town hall</a></p>'
    ) == ("Bridges", "Town hall")


def test_links_after_the_story_whose_url_spells_their_text() -> None:
    assert tags(
        '<ul><li><a href="/politics/bridges-and-roads/">Bridges and Roads</a></li></ul>'
    ) == ("Bridges and Roads",)
    assert tags('<ul><li><a href="/thema/bruecken">Brücken</a></li></ul>') == ("Brücken",)


def test_links_elsewhere_are_not_tags() -> None:
    assert (
        tags('<ul><li><a href="/news/2024/mayor-resigns">Mayor says she will resign</a></li></ul>')
        == ()
    )
    assert tags('<nav><a href="/topic/sport">Sport</a></nav>') == ()


def test_tags_of_the_head_have_priority() -> None:
    assert tags(
        '<p class="tags"><a href="/tag/roads">Roads</a></p>',
        '<meta name="keywords" content="bridges, town hall">',
    ) == ("bridges", "town hall")


def test_keywords_without_commas_and_internal_keywords() -> None:
    assert tags(head='<meta name="keywords" content="bridge council works year debate">') == (
        "bridge",
        "council",
        "works",
        "year",
        "debate",
    )
    written = (
        "Bridges, 8f507083-bac4-423a-9015-2eb31e1bce50, herald.com, Category: News, Category: Town"
    )
    assert tags(head=f'<meta name="keywords" content="{written}">') == ("Bridges",)


def test_tag_line_of_a_text_dump() -> None:
    story = "\n\n".join(
        f"The council of Exampleton met on day {n} and put the bridge on its list of works for the year."
        for n in range(1, 7)
    )
    article = newsparse.parse(
        f"Bridge is on the list\n\nBy Ada Lin\n\n{story}\n\nTags: Bridges, Town hall\n"
    )
    assert article.tags == ("Bridges", "Town hall")
    assert [one.raw for one in article.evidence if one.field == "tags"] == ["Bridges", "Town hall"]
