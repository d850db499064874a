"""Paragraphs with inline markup, special characters and line breaks."""

from __future__ import annotations

import pytest

import newsparse

REST = (
    "<p>The council of Exampleton met, and after a long debate it put the bridge over the Exa on its list of works.</p>"
    * 3
)
TAIL = "is known of it, the mayor said to the council on the day after the flood."

PRINTED = {
    "initial in its own element": (
        f'<p><span class="initial-letter">N</span> <span>othing {TAIL}</span></p>',
        f"Nothing {TAIL}",
    ),
    "initial without a blank": (f'<p><b class="dropcap">N</b>othing {TAIL}</p>', f"Nothing {TAIL}"),
    "a word of one letter": (
        f'<p><span class="dropcap">A</span> <span>lot {TAIL}</span></p>',
        f"A lot {TAIL}",
    ),
    "inline markup": (f"<p>No<i>th</i>ing <a href='/x'>is</a> {TAIL[3:]}</p>", f"Nothing {TAIL}"),
    "no-break space": (f"<p>Nothing&nbsp;{TAIL}</p>", f"Nothing {TAIL}"),
    "soft hyphen": (f"<p>No&shy;thing {TAIL}</p>", f"Nothing {TAIL}"),
    "a place to break": (f"<p>No<wbr>thing {TAIL}</p>", f"Nothing {TAIL}"),
    "a comment": (f"<p>Nothing <!-- ad -->{TAIL}</p>", f"Nothing {TAIL}"),
    "a script": (f"<p>Nothing <script>x()</script>{TAIL}</p>", f"Nothing {TAIL}"),
}


@pytest.mark.parametrize("name", PRINTED)
def test_paragraph_reads_as_a_reader_sees_it(name: str) -> None:
    markup, text = PRINTED[name]
    page = f"<html><head><title>Bridge on the list</title></head><body><article><h1>Bridge on the list</h1>{markup}{REST}</article></body></html>"
    first = newsparse.parse(page).body[0]
    assert first.text == text
    assert " ".join(first.raw.split()) in newsparse.locate(page, first.source)


def test_two_breaks_separate_paragraphs_and_wrapped_lines_are_joined() -> None:
    lines = "Nothing is known of it,<br>the mayor said to the council on the day after.<br><br>The bridge was closed by the police of Exampleton before noon."
    page = f"<html><head><title>Bridge on the list</title></head><body><article><h1>Bridge on the list</h1><div>{lines}</div>{REST}</article></body></html>"
    texts = [" ".join(block.text.split()) for block in newsparse.parse(page).body]
    assert texts[:2] == [
        "Nothing is known of it, the mayor said to the council on the day after.",
        "The bridge was closed by the police of Exampleton before noon.",
    ]


def test_duplicate_for_phones_is_dropped() -> None:
    story = f"<p>Nothing {TAIL}</p><p>The bridge was closed by the police of Exampleton before noon on that very day.</p>"
    page = f"<html><head><title>Bridge on the list</title></head><body><article><h1>Bridge on the list</h1><div class='desktop'>{story}</div><div class='mobile'>{story}</div></article></body></html>"
    texts = [block.text for block in newsparse.parse(page).body]
    assert len(texts) == len(set(texts)) == 2
