"""Markup that is not closed: what is repaired, and what is left as it is."""

from __future__ import annotations

import pytest

import newsparse
from newsparse import WarningCode
from newsparse.read.repair import repaired

NTH = ("first", "second", "third", "fourth")
STORY = "".join(
    f"<p>The ferry of Exampleton sailed for the {nth} time on Tuesday, said its master.</p>"
    for nth in NTH
)
PAGE = (
    "<html><head><title>Ferry sails</title></head><body><h1>Ferry sails again</h1>{}</body></html>"
)


@pytest.mark.parametrize(
    "damage",
    [
        "<style>p { color: red }{}",
        "<STYLE type='text/css'>p { color: red }\n{}<style>b { color: red }</style>",
        "<textarea name=q>{}",
        "<textarea>{}<textarea>x</textarea>",
        "<iframe src='/x' width=9>{}",
        "<script>var a = 1;\n{}",
        "<script>var a = 1;\n{}\n<script>var b = 2;</script>",
        "<noscript>{}",
        "<!-- story {}",
        "<!-- story -- \n{}",
        "<!-- story {}<!-- end of story -->",
        "<title>Ferry{}",
        "{}<svg><title>x</svg><p>The harbour of Exampleton closed at noon, said its master.</p>",
    ],
)
def test_an_unclosed_element_hides_nothing(damage: str) -> None:
    page = PAGE.format(damage.replace("{}", STORY, 1))
    article = newsparse.parse(page)
    assert [nth for nth in NTH if f"for the {nth} time" in article.text] == list(NTH)
    assert WarningCode.REPAIRED in [warning.code for warning in article.warnings]
    assert all(newsparse.locate(page, block.source) == block.text for block in article.body)


@pytest.mark.parametrize(
    "sound",
    [
        "<style>p > b { color: red }</style>{}",
        "<!-- <div><p>old</p><p>old</p><p>old</p></div> -->{}",
        "<!--[if IE]><p>old</p><![endif]-->{}",
        "<!-->{}",
        "<textarea><iframe src='/embed'></iframe></textarea>{}",
        "<iframe src='/x'><p>Your browser shows no frames.</p></iframe>{}",
        "<iframe src='/x'/>{}",
        "<script>write('<script>\\n<p>a</p>\\n<p>b</p>\\n<p>c</p><\\/script>');</script>{}",
        "<script type='text/template'><p>a</p><p>b</p><p>c</p><script>x</script>{}",
        "{}<script>var page = `\n<p>a</p>\n<p>b</p>\n<p>c</p>",
        "{}<style>p { color: red }",
        "<meta content='<iframe src=x></iframe>'>{}",
    ],
)
def test_sound_markup_is_left_alone(sound: str) -> None:
    page = f"<body>{sound.replace('{}', STORY)}"
    assert repaired(page.encode()) == (page.encode(), ())
