"""What the scorer makes of a page on which little is likely, and beside a story."""

from __future__ import annotations

from newsparse.page import Media
from newsparse.read.reader import read
from newsparse.segmenters.scene import scene_of
from newsparse.segmenters.scoring import Models, score

PARAGRAPH = (
    "The ferry across the Lindow will run at night again, the harbour board said on Tuesday."
)
LONG = " ".join([PARAGRAPH] * 4)
MENU = "Weather and tides"
UNSURE = {"bias": 0.0, "steps": {"length": {"edges": [1.0], "values": [-1.0, -1.0]}}, "bits": {}}
"""A first stage that says .27 of every block."""


def likely(page: str, tree: list[object]) -> dict[str, bool]:
    """Whether each block is body to a second stage of one tree."""
    scene = scene_of(read(page, media=Media.TEXT))
    models = Models.from_data({"first": UNSURE, "second": {"bias": 0.0, "trees": [tree]}})
    values = score(scene, models).values
    return {block.text: value >= 0.5 for block, value in zip(scene.blocks, values, strict=True)}


def test_the_likeliest_paragraphs_are_body_where_hardly_anything_is() -> None:
    short_or_unlikely = ["length", 4.0, -4.0, -1.0]
    found = likely(f"{MENU}\n\n{PARAGRAPH}\n\nMore tides", short_or_unlikely)
    assert found == {MENU: False, PARAGRAPH: True, "More tides": False}


def test_nothing_is_raised_beside_a_story() -> None:
    long_is_likelier = ["length", 5.5, -0.5, 0.4]
    assert likely(f"{PARAGRAPH}\n\n{LONG}", long_is_likelier) == {PARAGRAPH: False, LONG: True}
