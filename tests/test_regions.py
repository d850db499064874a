"""The cues of the region that a block stands in."""

from __future__ import annotations

import json
from typing import Any

from newsparse.page import Media
from newsparse.read.reader import read
from newsparse.segmenters import features, regions
from newsparse.segmenters.scene import Scene, scene_of
from newsparse.training.align import labels, segment_labels

STORY = "The ferry across the Lindow will run at night again, the harbour board said on Tuesday."
SECOND = "Passengers of the ferry had asked the harbour board for a boat at night since the spring."
TEASER = "Bakers count flour twice before the winter market opens its gates in the old town hall."


def scene(body: str, head: str = "") -> Scene:
    page = f"<html><head><title>Ferry runs at night</title>{head}</head><body>{body}</body></html>"
    return scene_of(read(page, media=Media.HTML))


def told(found: Scene, name: str) -> dict[str, float]:
    """One cue of the region, by the text of the blocks."""
    wanted = list(range(len(found.blocks)))
    column = features.columns(found, wanted, {name})[features.FEATURES.index(name)]
    return {found.blocks[at].text: column[at] for at in wanted}


def guessed(found: Scene, guesses: dict[str, float], name: str) -> dict[str, float]:
    """One cue of the first guesses, by the text of the blocks."""
    wanted = list(range(len(found.blocks)))
    values = [guesses.get(block.text, 0.0) for block in found.blocks]
    column = regions.columns(found, values, wanted)[regions.REGIONS.index(name)]
    return {found.blocks[at].text: column[at] for at in wanted}


def test_cards_stand_beside_their_like_and_paragraphs_do_not() -> None:
    cards = "".join(f"<div class=card><h3>Title {n}</h3><p>{TEASER} {n}</p></div>" for n in "abc")
    boxes = told(
        scene(f"<main><p>{STORY}</p><p>{SECOND}</p></main><section>{cards}</section>"), "twin_boxes"
    )
    assert boxes[STORY] == 1
    assert boxes[f"{TEASER} a"] == 3


def test_way_to_the_title_is_short_in_its_article() -> None:
    found = scene(
        f"<article><h1>Ferry runs at night</h1><p>{STORY}</p></article><div><p>{TEASER}</p></div>"
    )
    steps = told(found, "title_climb")
    assert steps["Ferry runs at night"] <= steps[STORY] < steps[TEASER]
    assert told(found, "title_share")[TEASER] == 1.0


def test_page_without_a_title_has_no_way_to_it() -> None:
    assert set(told(scene(f"<p>{STORY}</p>"), "title_climb").values()) == {-1.0}


def test_lines_that_end_the_story_are_counted_from_there() -> None:
    found = scene(
        f"<h1>Ferry runs at night</h1><p>{STORY}</p><h2>Related articles</h2><p>{TEASER}</p>"
    )
    assert (told(found, "tails_before")[STORY], told(found, "tails_before")[TEASER]) == (0, 1)
    assert told(found, "since_tail")[TEASER] == 1


def test_signatures_of_a_thread_are_counted() -> None:
    reply = f'<div><span class="author">Ida</span><p>{TEASER}</p></div>'
    found = scene(f"<h1>Ferry runs at night</h1><p>{STORY}</p>{reply}")
    assert (told(found, "signed_before")[STORY], told(found, "signed_before")[TEASER]) == (0, 1)


def test_stated_body_holds_the_story_alone() -> None:
    data = {"@type": "NewsArticle", "articleBody": f"{STORY} {SECOND} {STORY}"}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    found = told(scene(f"<p>{STORY}</p><p>{TEASER}</p>", head), "stated")
    assert (found[STORY], found[TEASER]) == (1, 0)
    assert set(told(scene(f"<p>{STORY}</p>"), "stated").values()) == {-1.0}


def test_sure_paragraphs_share_more_words_than_a_teaser() -> None:
    found = scene(f"<p>{STORY}</p><p>{SECOND}</p><p>{TEASER}</p>")
    words = guessed(found, {STORY: 0.97, SECOND: 0.97, TEASER: 0.6}, "common_words")
    assert words[TEASER] < words[SECOND]


def test_branch_of_likely_body_has_the_higher_mean() -> None:
    found = scene(
        f"<main><p>{STORY}</p><p>{SECOND}</p></main><div><p>{TEASER}</p><p>Ferries</p></div>"
    )
    means = guessed(found, {STORY: 0.97, SECOND: 0.97, TEASER: 0.4}, "branch_mean")
    assert means[TEASER] < means[STORY]


def test_run_of_most_likely_body_has_the_larger_part() -> None:
    gap = "".join(f"<p>Short {n}</p>" for n in range(6))
    found = scene(f"<p>{STORY}</p><p>{SECOND}</p>{gap}<p>{TEASER}</p>")
    parts = guessed(found, {STORY: 0.97, SECOND: 0.97, TEASER: 0.6}, "run_part")
    assert parts[TEASER] < parts[STORY] == parts[SECOND]
    assert parts["Short 5"] == 0.0


def labelled(gold: dict[str, Any], body: str) -> list[int | None]:
    page = read(f"<html><body>{body}</body></html>", media=Media.HTML)
    return (segment_labels if "with" in gold else labels)(page, gold)


def test_optional_title_of_a_gold_is_not_learned_from() -> None:
    gold = {"body": ["[Ferry runs at night again]", STORY]}
    assert labelled(gold, f"<h1>Ferry runs at night again</h1><p>{STORY}</p><p>{TEASER}</p>") == [
        None,
        1,
        0,
    ]


def test_segments_of_a_gold_label_the_blocks_that_hold_them() -> None:
    gold = {"with": ["will run at night again"], "without": ["winter market"]}
    assert labelled(gold, f"<p>{STORY}</p><p>{SECOND}</p><p>{TEASER}</p>") == [1, None, 0]
