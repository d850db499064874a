"""Shortcuts give the same result as the full check: values computed for many texts at once, and guards that skip a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsparse.fields import bylines, credits
from newsparse.lexicon.furniture import purpose
from newsparse.page import Media
from newsparse.read.reader import read
from newsparse.segmenters import features, text_headline
from newsparse.segmenters.scene import scene_of

BITS = st.sampled_from(
    "By |by |Von |Ada Lin|Photo: |Foto |Photo by |Courtesy of |via |AFP|Getty Images|REUTERS|/|(|)|[|]|©|:|：|（|）| – |-|. |? |! |, |。|、|"
    "2019|12.1.2019|7:30|5 min|1|ſ|K|ı|İ|ß|¦|\0|\t|\u00a0|\u200b|“|’|`|été|言葉|기자|撮影|ก|\ud800|_|a|B".split(
        "|"
    )
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(BITS, max_size=9).map("".join))


@given(TEXTS)
def test_guard_for_credits_skips_no_credit(text: str) -> None:
    if not credits.is_marked(text):
        assert [
            name
            for name, form in credits.FORMS
            if (name, form) not in credits.UNMARKED_FORMS and form(text)
        ] == []


@given(TEXTS)
def test_guard_for_byline_prefixes_skips_no_prefix(text: str) -> None:
    assert bylines.may_hold_byline_prefix(text) or not bylines.has_byline_prefix(text.strip())


@given(st.lists(TEXTS, min_size=1, max_size=8))
def test_columns_match_the_counts_of_each_text(texts: list[str]) -> None:
    scene = scene_of(read("\n\n".join(texts), media="text"))
    wanted = list(range(len(scene.blocks)))
    told = dict(
        zip(features.FEATURES, features.columns(scene, wanted, features.FEATURES), strict=True)
    )
    blocks = [block.text for block in scene.blocks]
    assert list(told["capitals"]) == [sum(map(str.isupper, text)) / len(text) for text in blocks]
    assert list(told["digits"]) == [sum(map(str.isdigit, text)) / len(text) for text in blocks]
    assert list(told["commas"]) == [min(20.0, sum(map(text.count, ",、،"))) for text in blocks]
    assert scene.purposes == [purpose(folded) for folded in scene.normalized]


@given(st.lists(TEXTS, min_size=2, max_size=12), st.integers(1, 4))
def test_best_headlines_are_the_best_of_all_candidates(texts: list[str], most: int) -> None:
    scene = scene_of(
        read(
            "\n\n".join(
                [*texts, "The council said on Tuesday that the river had risen again. " * 3]
            ),
            media=Media.TEXT,
        )
    )
    last = len(scene.blocks) - 1
    story = text_headline.story_of(scene, [0.0] * last + [1.0], last, last)
    assert (
        text_headline.ranked(story, 0.45, most=most)
        == text_headline.ranked(story, 0.45, most=last + 1)[:most]
    )
