"""Live blogs and long stories: entries with times, the page's own headline, and a story of two thousand paragraphs."""

from __future__ import annotations

import datetime as dt

import newsparse

ENTRIES = [
    (
        "2024-05-03T16:40:00+02:00",
        "Bridge reopens",
        "The bridge over the Exa is open again, the police of Exampleton said, and the first cars crossed it before five.",
    ),
    (
        "2024-05-03T15:10:00+02:00",
        "Divers go down",
        "Divers of the fire brigade went down to look at the piers, which stood in the water for the whole of the night.",
    ),
    (
        "2024-05-03T13:05:00+02:00",
        "Water falls",
        "The water fell by two metres since the morning, and the town council expects that it will be gone by tomorrow.",
    ),
]
LD = '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Flood in Exampleton", "datePublished": "2024-05-03T08:00:00+02:00"}</script>'


def page(times: bool, head: str = LD) -> str:
    entries = "".join(
        f'<article class="entry">{f"<time datetime={when!r}>{when[11:16]}</time>" if times else f"<p>{when[11:16]}</p>"}<h2>{title}</h2><p>{text}</p></article>'
        for when, title, text in ENTRIES
    )
    return f"<html><head><title>Flood in Exampleton</title>{head}</head><body><main><h1>Flood in Exampleton</h1>{entries}</main></body></html>"


def stamps(article: newsparse.Article) -> list[str | None]:
    texts = {block.text: block.timestamp for block in article.body}
    return [
        stamp.isoformat() if (stamp := texts[text]) is not None else None for _, _, text in ENTRIES
    ]


def test_entries_have_the_time_of_their_element() -> None:
    article = newsparse.parse(page(times=True))
    assert article.kind == "liveblog"
    assert article.headline is not None and article.headline.text == "Flood in Exampleton"
    assert stamps(article) == [when for when, _, _ in ENTRIES]


def test_time_of_day_is_on_the_day_of_publication() -> None:
    assert stamps(newsparse.parse(page(times=False))) == [when for when, _, _ in ENTRIES]


def test_page_with_timed_entries_is_a_live_blog() -> None:
    assert newsparse.parse(page(times=False, head="")).kind == "liveblog"
    dump = "Flood in Exampleton\n\n" + "\n\n".join(
        f"{when[11:16]}\n\n{text}" for when, _, text in ENTRIES
    )
    assert newsparse.parse(dump).kind == "liveblog"


def test_story_with_one_time_of_day_is_not_a_live_blog() -> None:
    text = "\n\n".join(text for _, _, text in ENTRIES)
    article = newsparse.parse(f"Flood in Exampleton\n\n16:40\n\n{text}\n")
    assert article.kind == "article"
    assert all(block.timestamp is None for block in article.body)


def test_time_of_day_without_a_date_is_not_used() -> None:
    article = newsparse.parse(page(times=False, head=""))
    assert stamps(article) == [None, None, None]


def test_story_of_two_thousand_paragraphs_is_complete() -> None:
    told = [
        f"Paragraph {n:05} of the minutes says that the council of Exampleton met, and put item {n:05} off until its next session."
        for n in range(2_000)
    ]
    html = f"<html><head><title>The minutes of the council</title></head><body><article><h1>The minutes of the council</h1>{''.join(f'<p>{text}</p>' for text in told)}</article></body></html>"
    assert [block.text for block in newsparse.parse(html).body] == told
    dump = newsparse.parse("The minutes of the council\n\nBy Ada Lin\n\n" + "\n\n".join(told))
    assert [block.text for block in dump.body] == told


def test_times_have_their_zone() -> None:
    first = newsparse.parse(page(times=True)).body[-1].timestamp
    assert isinstance(first, dt.datetime) and first.utcoffset() == dt.timedelta(hours=2)
