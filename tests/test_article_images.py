"""The pictures of an article: those printed with the story, joined with those that its head states.

`fixtures/images/NAME.html` is a page, and `NAME.images.json` its pictures as a person listed them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import newsparse
from newsparse import Article, Image, ImageRole, Rendition
from newsparse.assemble.renditions import is_sign, same_picture

PAGES = sorted((Path(__file__).parent.parent / "fixtures" / "images").glob("*.html"))
URL = "https://herald.example/news/story.html"


def listed(image: Image) -> dict[str, Any]:
    """A picture as the expected lists have it, without empty fields."""
    caption = image.caption
    found = {
        "role": image.role.value,
        "files": [f"{one.url} {one.width or ''}".strip() for one in image.renditions],
        "alt": image.alt,
        "caption": caption.text if caption else None,
        "credit": [*caption.credit.names, *caption.credit.agencies]
        if caption and caption.credit
        else None,
        "position": image.position,
        "license": image.license,
    }
    return {name: value for name, value in found.items() if value not in (None, "", [])}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_pictures_of_a_page(page: Path) -> None:
    expected = json.loads(page.with_suffix(".images.json").read_text("utf-8"))
    article = newsparse.parse(page, url=URL)
    assert [listed(image) for image in article.images] == expected


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_each_picture_is_where_it_says(page: Path) -> None:
    for image in newsparse.parse(page, url=URL).images:
        assert newsparse.locate(page, image.source).find(image.raw) >= 0
        for place in image.source.also:
            assert newsparse.locate(page, place)


def test_a_captions_picture_is_one_of_the_articles() -> None:
    article = newsparse.parse(PAGES[0], url=URL)
    urls = {file.url for image in article.images for file in image.renditions}
    assert {caption.image for caption in article.captions} <= urls


def test_text_has_no_pictures() -> None:
    assert newsparse.parse("By Ada Lin\n\nIt rained on Exampleton all day.").images == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("/a/rain-falls-in-town-1200x675.jpg", "/b/rain-falls-in-town.webp?w=400", True),
        ("/v/4711/wide__1300x731", "/v/4711/wide__600x338", False),
        ("/i/242242962_1714_v16_9_1600.jpeg", "/i/242242962_1714_v4_3_800.jpeg", True),
        ("/flood-in-town-1.jpg", "/flood-in-town-2.jpg", False),
        ("/1018461_harbour-conference.jpg", "/1018470_harbour-conference.jpg", False),
        ("/up/IMG_0234-585x439.jpg", "/up/IMG_0234.jpg", True),
        ("/up/IMG_0234.jpg", "/up/IMG_0235.jpg", False),
        ("/n/brigade-222~_v-galleryxl.jpg", "/n/brigade-222~_v-backdrop.jpg", True),
        ("https://cdn.example/?url=https://b.example/246270.jpg&w=9", "/x/246270.jpg", True),
    ],
)  # fmt: skip
def test_files_of_one_picture(one: str, other: str, same: bool) -> None:
    assert same_picture(one, other) is same
    assert same_picture(other, one) is same


@pytest.mark.parametrize(
    ("address", "sign"),
    [
        ("/img/logo.png", True),
        ("/img/mailIcon.png", True),
        ("/img/map.svg?v=2", True),
        ("/img/iconic-bridge.jpg", False),
        ("/logo/bridge.jpg", False),
    ],
)
def test_signs_of_the_site(address: str, sign: bool) -> None:
    assert is_sign(address) is sign


def test_records_of_before_have_no_pictures() -> None:
    record = Article(url="https://herald.example/").to_dict()
    del record["images"]
    assert Article.from_dict(record).images == ()


def test_the_lead_is_found() -> None:
    lead = Image(ImageRole.LEAD, (Rendition("b.jpg"),))
    article = Article(images=(Image(ImageRole.INLINE, (Rendition("a.jpg"),)), lead))
    assert article.lead_image == lead
    assert Article().lead_image is None
