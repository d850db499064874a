"""Stories on several pages, joined into one article."""

from __future__ import annotations

import datetime as dt

import pytest

import newsparse
from newsparse import (
    Article,
    BodyBlock,
    Embed,
    EmbedKind,
    Headline,
    Image,
    ImageRole,
    Note,
    NoteKind,
    ParseWarning,
    Rendition,
    WarningCode,
)
from newsparse.errors import InputError

LEDE = BodyBlock("It rained on Exampleton all day, and the council met in the hall.")
ONE = Article(
    url="/rain",
    headline=Headline("Rain falls"),
    updated=dt.date(2024, 3, 4),
    body=(LEDE, BodyBlock("The roads were closed.")),
    notes=(Note("Continued on page 2", NoteKind.JUMP),),
    tags=("rain",),
)
TWO = Article(
    url="/rain?page=2",
    updated=dt.date(2024, 3, 5),
    section="Weather",
    images=(Image(ImageRole.INLINE, (Rendition("/a.jpg"),), position=2),),
    embeds=(Embed(EmbedKind.POST, "X", "https://x.com/1", position=0),),
    body=(LEDE, BodyBlock("It stopped."), BodyBlock("The end.")),
    tags=("rain", "roads"),
    warnings=(ParseWarning(WarningCode.NO_HEADLINE, "the page has no headline"),),
)


def test_pages_are_one_article() -> None:
    article = newsparse.join([ONE, TWO])
    assert [block.text for block in article.body[1:]] == [
        "The roads were closed.",
        "It stopped.",
        "The end.",
    ]
    assert (article.url, article.headline, article.section) == ("/rain", ONE.headline, "Weather")
    assert (article.updated, article.tags) == (dt.date(2024, 3, 5), ("rain", "roads"))
    assert (article.notes, article.warnings) == ((), ())


def test_places_count_in_the_joined_body() -> None:
    article = newsparse.join(iter([ONE, TWO]))
    assert [(page.url, page.first_block) for page in article.pages] == [
        ("/rain", 0),
        ("/rain?page=2", 2),
    ]
    assert article.images[0].position == 3
    assert article.embeds[0].position == 2


def test_one_page_is_itself() -> None:
    assert newsparse.join([ONE]) == ONE


def test_a_joined_article_survives_json() -> None:
    article = newsparse.join([ONE, TWO])
    assert Article.from_json(article.to_json()) == article


@pytest.mark.parametrize("value", [[], [ONE, "two"], ONE, None, 7])
def test_other_values_raise(value: object) -> None:
    with pytest.raises(InputError):
        newsparse.join(value)  # type: ignore[arg-type]


def test_real_pages() -> None:
    first = newsparse.parse(
        "<h1>Rain falls</h1><p>By Ada Lin</p><p>It rained on Exampleton all day, the council said on Tuesday.</p>"
    )
    second = newsparse.parse(
        "<h1>Rain falls</h1><p>By Ada Lin</p><p>The roads were closed until the evening, and schools sent pupils home.</p>"
    )
    article = newsparse.join((first, second))
    assert [block.text[:10] for block in article.body] == ["It rained ", "The roads "]
    assert article.bylines == first.bylines


def test_the_addresses_of_a_joined_story() -> None:
    from newsparse import Evidence, Origin, Source

    def page(url: str, next_url: str | None) -> Article:
        evidence = Evidence("next_url", next_url or "", Source(Origin.META))
        return Article(
            url=url, story_id="r1", next_url=next_url, evidence=(evidence,) if next_url else ()
        )

    one, two, three = page("/rain", "/rain/2"), page("/rain/2", "/rain/3"), page("/rain/3", None)
    joined = newsparse.join([one, two])
    assert (joined.story_id, joined.next_url) == ("r1", "/rain/3")
    assert [told.raw for told in joined.evidence] == ["/rain/3"]
    whole = newsparse.join([one, two, three])
    assert whole.next_url is None and whole.evidence == ()
