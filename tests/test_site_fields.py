"""Fields of pages whose site prints them in the same container on page after page."""

from __future__ import annotations

import newsparse
from newsparse.knowledge import SiteKnowledge
from newsparse.records import Segment

STORIES = (
    ("Ferry stays in port", "Long Quay"),
    ("Seal sleeps on the slipway", "Fish Steps"),
    ("Net loft goes to the sailmakers", "Rope Walk"),
    ("Tide table sells out", "East Mole"),
    ("Gulls take the fish market", "Salt Yard"),
    ("Lamp is lit again", "Tar Lane"),
    ("Rope walk opens its doors", "Net Hill"),
    ("Mast breaks in the gale", "Lamp Point"),
    ("Pilot boat gets an engine", "Gull Rock"),
)
LAST = ("Buoy drifts to the island", "Old Dock")


def page(
    story: tuple[str, str], *, who: str = "By Ada Lin", under: str = "", described: bool = True
) -> str:
    title, place = story
    under = under or f"The keeper of {place} has not said for how long it will be so"
    description = f'<meta name="description" content="{under}">' if described else ""
    return f"""<html><head><title>{title}</title>{description}</head><body><div class="page">
        <div class="top"><a href="/">The Harbour Post</a></div><h1>{title}</h1>
        <div class="sum">{under}</div>
        <div class="words"><p>{title}, the harbour board of Exampleton said on Tuesday.</p>
        <p>Nobody on {place} was in a hurry to contradict the harbour master about it.</p>
        <p>The next boat to the islands leaves from {place} if the wind allows it at all.</p>
        <p>On {place} they say that the keeper of the light saw it first, and that she told the
        boats by lamp long before anybody in the town had opened a window or a door.</p></div>
        <div class="who">{who}</div><div class="foot">Readers who write to the paper get an answer in a week.</div>
        <div class="foot">The paper is printed on the quay and sold in every inn.</div>
        </div></body></html>"""


def known(pages: int, *, under: str = "") -> SiteKnowledge:
    return newsparse.learn([page(story, under=under) for story in STORIES[:pages]])


def part(source: str, text: str, site: SiteKnowledge | None) -> Segment:
    return next(part for part in newsparse.segment(source, site=site) if text in part.text)


def test_the_container_of_bylines_holds_a_name_alone() -> None:
    source = page(LAST, who="Jon Berg")
    assert part(source, "Jon Berg", None).label.value == "furniture"
    found = part(source, "Jon Berg", known(9))
    assert found.label.value == "byline"
    assert found.reason == "its container held the byline on 9 of 9 pages of this site"
    record = newsparse.parse(source, site=known(9))
    assert [byline.names for byline in record.bylines] == [("Jon Berg",)]
    assert found.reason in newsparse.explain(source, site=known(9))


def test_the_container_of_bylines_holds_other_words() -> None:
    source = page(LAST, who="Four minutes to read")
    assert part(source, "Four minutes", known(9)).label.value == "furniture"


def test_certainty_grows_with_the_pages() -> None:
    source = page(LAST, who="Jon Berg")
    sure = [part(source, "Jon Berg", known(pages)).score for pages in (2, 4, 9)]
    assert sure == sorted(sure)
    assert sure[0] < 0.6 < 0.9 < sure[-1]
    assert part(source, "Jon Berg", known(1)).label.value == "furniture"


def test_the_container_of_decks_holds_a_deck_that_the_head_does_not_state() -> None:
    source = page(LAST, under="The harbour master speaks of luck", described=False)
    assert newsparse.parse(source).deck is None
    deck = newsparse.parse(source, site=known(9)).deck
    assert deck is not None
    assert deck.text == "The harbour master speaks of luck"


def test_what_most_pages_print_is_no_deck() -> None:
    switch = "Show the caption of the picture above"
    source = page(LAST, under=switch)
    deck = newsparse.parse(source).deck
    assert deck is not None
    assert deck.text == switch
    assert newsparse.parse(source, site=known(9, under=switch)).deck is None


def test_the_headline_is_the_line_whose_container_holds_headlines() -> None:
    reason = "its container holds the headlines of this site"
    assert reason in part(page(LAST), LAST[0], known(9)).reason
    assert reason not in part(page(LAST), LAST[0], None).reason
