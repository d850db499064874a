"""Stories are told from pages of services, shops, forums and lists; short stories stay stories."""

from __future__ import annotations

import pytest

import newsparse
from newsparse import PageKind

SENTENCE = "Our team looks after the data of your house from the first day to the last one, every week of the year."
SERVICE = (
    '<head><title>Data care for towns</title><meta property="og:type" content="article">'
    '<meta property="article:published_time" content="2023-05-02T08:00:00+00:00"></head>'
    "<h1>Data care and advice for small towns and villages</h1>"
    + "".join(
        f"<h2>Step {number}</h2><p>{SENTENCE} We call it step {number} of our plan.</p>"
        for number in range(12)
    )
    + "<a href='/contact'>Get a quote</a>"
)
THREAD = (
    "<head><title>Which pump for a small pond?</title></head><h1>Which pump for a small pond?</h1>"
    + "".join(
        f"<div><b>member{number}</b> Mar {number + 1}, 2021<p>I have had mine for {number} years, "
        "and it runs day and night without a sound, so I would take the small one again.</p></div>"
        for number in range(9)
    )
)
LIST = "<head><title>Garden pumps</title></head><h1>All garden pumps of the house</h1>" + "".join(
    f"<h3>Pump {number}</h3><p>A quiet pump for ponds of up to {number} thousand litres, with "
    f"a cable of ten metres and a filter that is easy to clean.</p><p>${number}9.00</p>"
    for number in range(9)
)


@pytest.mark.parametrize(
    ("page", "url"),
    [
        (SERVICE, "https://care.example/services/data-care"),
        (SERVICE, "https://care.example/solutions/data"),
        (THREAD, "https://ponds.example/threads/which-pump.8123/"),
        (LIST, "https://pumps.example/category/garden-pumps-and-more"),
    ],
)
def test_other_pages_are_not_called_articles(page: str, url: str) -> None:
    assert newsparse.parse(page, url=url).kind not in (PageKind.ARTICLE, PageKind.LIVEBLOG)


BRIEF = (
    "<h1>Rain closes the weir road at Exampleton</h1><p>March 4, 2012</p><p>The road along the weir "
    "is closed until Friday after a night of heavy rain, the council said on Sunday.</p>"
)
CHINESE_BRIEF = (
    "<h1>例城暴雨致堰路封闭至周五</h1><p>2012年3月4日</p><p>例城市政府周日表示，由于周六夜间持续暴雨，沿堰道路将封闭至周五，"
    "请市民绕行九号公路，并注意沿途的水位变化。学校和商店照常开放，公交车改走北线，预计周五上午恢复通行。</p>"
)


@pytest.mark.parametrize("page", [BRIEF, CHINESE_BRIEF])
@pytest.mark.parametrize(
    "url",
    [
        None,
        "https://herald.example/news/20120304.html",
        "https://news.herald.example/n/8123",
        "https://herald.example/news_view.php?id=8123",
        "https://herald.example/2012/03/04/8123",
    ],
)
def test_briefs_are_articles(page: str, url: str | None) -> None:
    assert newsparse.parse(page, url=url).kind is PageKind.ARTICLE


def test_a_dump_of_a_brief_is_an_article() -> None:
    dump = (
        "Rain closes the weir road at Exampleton\n\nMarch 4, 2012\n\nThe road along the weir is "
        "closed until Friday after a night of heavy rain, the council said on Sunday.\n"
    )
    assert newsparse.parse(dump).kind is PageKind.ARTICLE
