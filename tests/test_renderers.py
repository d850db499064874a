"""An article gives the same record, whatever tool rendered it as text.

Hypothesis builds the article from a list of sentences. A rendering has a width, an indentation, gaps,
line ends, marks and invisible characters. The record must not depend on any of them, and each span must refer
to the string that was passed in.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newsparse
from newsparse import Article

SENTENCES = (
    "The ferry to Outer Skerry will stop for nineteen days in April while its engine is lifted out, the harbor office said Monday.",
    "Islanders who need a doctor will be carried by the pilot boat, which takes six passengers and no dogs.",
    "The office had hoped to wait until the herring season was over, but a surveyor found cracks in two of the mounts.",
    "Marta Ellery, who runs the post office, has ordered three weeks of flour and all the yeast in Port Selby.",
    "Nobody remembers a longer pause since the winter of the broken quay, when the mail came over the ice on a sledge.",
    "The repair will cost the council about 212,000 crowns, a third of what it spends on roads in a year.",
    "A relief boat was offered by the northern parishes and then withdrawn, because its ramp does not fit the slip.",
    "Schools on the island will teach by radio on the days when the pilot boat cannot sail.",
)
HEADLINES = (
    "Ferry to Outer Skerry stops for nineteen days",
    "Cracked mounts halt the island ferry in April",
)
NAMES = ("Ada Lindqvist", "Bo Ferreira")


@attrs.frozen
class Story:
    headline: str
    name: str
    paragraphs: tuple[str, ...]


@attrs.frozen
class Rendering:
    width: int
    indent: str
    gap: str
    newline: str
    lead: str
    blank: str
    soften: bool


STORIES = st.builds(
    Story,
    st.sampled_from(HEADLINES),
    st.sampled_from(NAMES),
    st.permutations(SENTENCES).map(
        lambda found: tuple(" ".join(found[at : at + 2]) for at in range(0, len(found), 2))
    ),
)
RENDERINGS = st.builds(
    Rendering,
    st.sampled_from((0, 72, 80)),
    st.sampled_from(("", "  ", "      ", "\t")),
    st.sampled_from(("\n\n", "\n\n\n")),
    st.sampled_from(("\n", "\r\n", "\r")),
    st.sampled_from(("", "\ufeff")),
    st.sampled_from((" ", "\u00a0", "\u2003")),
    st.booleans(),
)
PLAIN = Rendering(0, "", "\n\n", "\n", "", " ", False)


def lines(story: Story) -> Iterator[str]:
    yield story.headline
    yield f"By {story.name}"
    yield from story.paragraphs


def rendered(story: Story, how: Rendering) -> str:
    blocks = []
    for text in lines(story):
        shown = text.replace(" ", how.blank) if how.blank != " " and not how.width else text
        shown = shown.replace("council", "coun\u00adcil") if how.soften else shown
        wrapped = (
            textwrap.wrap(shown, how.width - len(how.indent), break_on_hyphens=False)
            if how.width
            else [shown]
        )
        blocks.append("\n".join(how.indent + line for line in wrapped))
    return how.lead + how.gap.join(blocks).replace("\n", how.newline) + how.newline


def said(article: Article) -> dict[str, Any]:
    return {
        "headline": article.headline.text if article.headline else None,
        "names": [byline.names for byline in article.bylines],
        "body": [(block.kind.value, block.text) for block in article.body],
        "captions": article.captions,
        "notes": article.notes,
    }


def meant(story: Story) -> dict[str, Any]:
    return {
        "headline": story.headline,
        "names": [(story.name,)],
        "body": [("paragraph", text) for text in story.paragraphs],
        "captions": (),
        "notes": (),
    }


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(STORIES, RENDERINGS)
def test_rendering_does_not_change_the_record(story: Story, how: Rendering) -> None:
    text = rendered(story, how)
    assert said(newsparse.parse(text)) == meant(story)
    _spans_slice(text)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(STORIES, st.sampled_from(("\n", "\r\n")))
def test_text_without_blank_lines(story: Story, newline: str) -> None:
    text = newline.join(lines(story))
    assert said(newsparse.parse(text)) == meant(story)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(STORIES)
def test_markdown_marks_are_not_part_of_the_text(story: Story) -> None:
    headline, byline, first, *rest = lines(story)
    marked = first.replace("The", "**The**", 1).replace(
        "harbor office", "[harbor office](https://harbor.example/a_b)"
    )
    text = "\n\n".join((f"# {headline}", f"*{byline}*", marked, *rest))
    article = newsparse.parse(text)
    assert said(article) == meant(story)
    for block in article.body:
        for link in block.links:
            assert (block.text[link.start : link.end], link.href) == (
                "harbor office",
                "https://harbor.example/a_b",
            )
    assert sum(len(block.links) for block in article.body) == marked.count("](")
    _spans_slice(text)


def _spans_slice(text: str) -> None:
    """Records are slices of the page, and the segments contain every letter once."""
    assert newsparse.decode(text) == text
    article = newsparse.parse(text)
    for record in (
        *([article.headline] if article.headline else []),
        *article.bylines,
        *article.body,
    ):
        assert text[record.source.start : record.source.end] == record.raw
    taken = [False] * len(text)
    for segment in newsparse.segment(text):
        assert text[segment.source.start : segment.source.end] == segment.raw
        for at in range(segment.source.start or 0, segment.source.end or 0):
            assert not taken[at] or text[at].isspace()
            taken[at] = True
    assert all(
        taken[at] or letter.isspace() or letter in "\u00ad\u200b\u2060\ufeff"
        for at, letter in enumerate(text)
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param(
            "Roses\n  are red\n  violets\n\nand so on",
            ["Roses", "are red", "violets", "and so on"],
            id="verse",
        ),
        pytest.param("* one\n* two\n", ["one", "two"], id="bullets"),
        pytest.param("- one\n- two\n", ["one", "two"], id="dashes in a row"),
        pytest.param(
            "It was.\n\n– Ruth Amsel\n\nIt is.\n",
            ["It was.", "– Ruth Amsel", "It is."],
            id="a signature is no list",
        ),
        pytest.param("A title\n=======\n\nText.", ["A title", "Text."], id="underlined heading"),
        pytest.param("Name\tGoals\nLin\t3\n", ["Name\tGoals", "Lin\t3"], id="tabs"),
        pytest.param("\ufeffone\u00a0two\u2003three", ["one two three"], id="odd blanks"),
    ],
)
def test_separate_lines_stay_separate_blocks(text: str, shown: list[str]) -> None:
    """Lines that were not wrapped by a renderer stay separate, and marks are removed."""
    from newsparse.read.text import split

    assert [block.text for block in split(text)[0]] == shown


def test_verse_and_lists_stay_separate_among_wrapped_paragraphs() -> None:
    prose = textwrap.fill(" ".join(SENTENCES[:5]), 72)
    verse = "O little boat upon the swell,\nyour engine does not turn;\nthe pilot knows the water well\nand what there is to learn."
    items = "\n".join(
        "* " + textwrap.fill(text, 70).replace("\n", "\n  ") for text in SENTENCES[5:7]
    )
    from newsparse.read.text import split

    shown = [block.text for block in split(f"{prose}\n\n{verse}\n\n{items}\n\n{prose}\n")[0]]
    whole = " ".join(SENTENCES[:5])
    assert shown == [whole, *verse.split("\n"), *SENTENCES[5:7], whole]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        pytest.param("har-\nbor", "harbor", id="the renderer's hyphen"),
        pytest.param("well-\nknown", "well-known", id="the word's own hyphen"),
    ],
)
def test_broken_words(broken: str, whole: str) -> None:
    from newsparse.read.text import split

    first, _, second = broken.partition("\n")
    fill = ("stone " * 20).split()
    line = " ".join(fill)[: 71 - len(first)].rstrip() + " " + first
    line = line.rjust(72, "x")
    text = (
        f"{line}\n{second} quay of the harbor is well and known to all who sail {'there ' * 2}\n"
        + "\n".join(textwrap.wrap(" ".join(SENTENCES), 72))
        + "\n"
    )
    assert f" {whole} quay" in split(text)[0][0].text
