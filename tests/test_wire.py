"""`is_wire`: whether an agency other than the paper's own service wrote the story."""

from __future__ import annotations

import pytest

import newsparse

STORY = (
    "<p>It rained on Exampleton all day, the council said on Tuesday, and the river rose by the hour.</p>"
    * 3
)
SERVICE = newsparse.Profile(
    name="service", publication="Herald Service", agencies=("AP", "Herald Desk")
)
PAPER = newsparse.Profile(name="paper", publication="The Example Herald")

CASES = [
    ("By Ada Lin, Associated Press", SERVICE, False, None),
    ("By The Associated Press", SERVICE, False, "staff"),
    ("By Reuters", SERVICE, True, None),
    ("By Herald Desk", SERVICE, False, "staff"),
    ("By Herald Service", SERVICE, False, "staff"),
    ("By Ada Lin, Associated Press", PAPER, True, None),
    ("By Ada Lin", PAPER, None, None),
    ("By Ada Lin, Associated Press", "generic", True, None),
]


@pytest.mark.parametrize(("byline", "profile", "wire", "desk"), CASES)
def test_own_agency_of_the_paper_is_not_wire(
    byline: str, profile: newsparse.Profile | str, wire: bool | None, desk: str | None
) -> None:
    article = newsparse.parse(
        f"<h1>Rain falls on Exampleton</h1><p class=byline>{byline}</p>{STORY}", profile=profile
    )
    assert article.is_wire is wire
    assert article.bylines[0].desk == desk


def test_service_named_as_author_in_the_head_is_the_paper_itself() -> None:
    page = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": [{"name": "Ada Lin"}, {"name": "Herald Desk"}]}</script>'
        + STORY
    )
    profile = newsparse.Profile(
        name="service",
        publication="Herald Service",
        agencies="Herald Desk",
        byline="json-ld:author.name",
    )
    found = newsparse.parse(page, profile=profile).bylines
    assert [(byline.names, byline.agency, byline.desk) for byline in found] == [
        (("Ada Lin",), None, None),
        ((), "Herald Desk", "staff"),
    ]
