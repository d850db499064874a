"""Kickers: what else than its place says that a line above the headline is one."""

from __future__ import annotations

import pytest

import newsparse

STORY = (
    "<p>The ferry of Exampleton sailed on Tuesday for the first time since the storm, with forty "
    "passengers, said its master, Ada Lin.</p><p>The harbour office had dredged the channel for "
    "nine days, and two boats of the lifeguard stood by until noon.</p>"
)
TITLED = (
    "<html><head><title>Ferry sails again</title></head><body><article>{}<h1>Ferry sails again</h1>"
    "{}</article></body></html>"
)
PAGE = "<body><div><div>{}</div></div><div><div><h1>Ferry sails again</h1>{}</div></div></body>"


@pytest.mark.parametrize(
    "line",
    ["Shop With Us", "Set Your Location:", "Sunny, 18°", "Listen to this page", "Talk to us", "*"],
)
def test_a_line_above_the_headline_is_no_kicker(line: str) -> None:
    assert newsparse.parse(PAGE.format(line, STORY)).kicker is None


@pytest.mark.parametrize(
    "line",
    [
        "Shop With Us",
        "Set Your Location:",
        "Set your location",
        "Choose Your Edition:",
        "Pick your store",
        "Place an Ad",
        "Listen Live",
        "Manage Account",
        "eEdition",
        "Hi, Reader",
        "54°F",
        "Standort wählen",
    ],
)
@pytest.mark.parametrize("element", ["<p>{}</p>", "<span class='label'>{}</span>", "<p>{}:</p>"])
def test_a_request_to_the_reader_is_no_kicker(line: str, element: str) -> None:
    page = TITLED.format(element.format(line), STORY)
    assert newsparse.parse(page).kicker is None


@pytest.mark.parametrize("line", ["Your Money", "Shop Talk", "Our View", "City Hall", "Find"])
def test_a_name_like_a_request_is_a_kicker(line: str) -> None:
    page = TITLED.format(f"<p class='overline'>{line}</p>", STORY)
    found = newsparse.parse(page).kicker
    assert found is not None and found.text == line


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ("Politics", None),
        ("Kultur", None),
        ("Sport &amp; Kultur", None),
        ("Harbour", None),
        ("Ferry", None),
        ("River Life", "https://paper.example/river-life/ferry-sails-again"),
    ],
)
def test_a_second_cue_makes_it_one(line: str, url: str | None) -> None:
    article = newsparse.parse(PAGE.format(line, STORY), url=url)
    assert article.kicker is not None
    assert article.kicker.text == line.replace("&amp;", "&")


@pytest.mark.parametrize(
    "heading",
    [
        "<span class='kicker'>Harbour</span> <span>Ferry sails again</span>",
        "<span class='overline'>Harbour</span><span class='sr-only'>:</span> Ferry sails again",
        "<span>Harbour</span><br><span class='headline'>Ferry sails again</span>",
    ],
)
def test_kicker_and_headline_in_one_heading_are_parted(heading: str) -> None:
    page = (
        "<html><head><title>Ferry sails again</title></head><body><article>"
        f"<h1>{heading}</h1>{STORY}</article></body></html>"
    )
    article = newsparse.parse(page)
    assert article.headline is not None and article.headline.text == "Ferry sails again"
    assert article.kicker is not None and article.kicker.text == "Harbour"
    assert newsparse.locate(page, article.headline.source).endswith("Ferry sails again")
