"""No sentence of the story vanishes: what lies between its first and last block is a field, or
furniture for a reason that names a cue.

NEWSPARSE_CORPUS=FOLDER NEWSPARSE_CORPUS_STEP=1 pytest tests/test_nothing_lost.py     every page
"""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus import CorpusPage, pages

from newsparse import Parser
from newsparse.parser import Examined
from newsparse.records import Label, Segment, WarningCode
from newsparse.segmenters.claims import UNCLAIMED


def inside(seen: Examined) -> list[Segment]:
    """The segments between the first and the last one of the body."""
    body = [at for at, segment in enumerate(seen.segments) if segment.label is Label.BODY]
    return list(seen.segments[body[0] : body[-1] + 1]) if body else []


def folded(text: str) -> str:
    return " ".join(text.split())


def lost(seen: Examined) -> list[tuple[str, str, str]]:
    """The segments inside the story that are in no field and have no reason. Where the record says
    that its body was read elsewhere, the shown one is not in it."""
    article = seen.article
    elsewhere = any(one.code is WarningCode.BODY_FROM_HEAD for one in article.warnings)
    told = "\n".join(folded(block.text) for block in article.body)
    deck = folded(article.deck.text) if article.deck else ""
    return [
        (segment.label.value, segment.reason, segment.text[:60])
        for segment in inside(seen)
        if (segment.label is Label.FURNITURE and segment.reason in ("", UNCLAIMED))
        or (segment.label is Label.DECK and folded(segment.text) not in deck)
        or (
            segment.label is Label.BODY
            and not elsewhere
            and not is_told(folded(segment.text), told)
        )
    ]


def is_told(text: str, told: str) -> bool:
    """Whether the body of the record holds a text, be it that its paragraphs do one by one: a copy
    of the whole story in one block is dropped."""
    return text in told or any(
        len(line) > 60 and line in text or line == text for line in told.split("\n")
    )


def test_nothing_inside_a_story_is_lost(page_path: Path) -> None:
    assert lost(Parser().examine(page_path)) == []


@pytest.mark.corpus
@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_nothing_inside_a_story_of_the_corpus_is_lost(page: CorpusPage) -> None:
    assert lost(Parser().examine(page.read(), url=page.url, profile="generic")) == []


def test_a_block_without_a_reason_would_be_found() -> None:
    """The property sees a segment that nothing claims."""
    seen = Parser().examine("<h1>Rain</h1>" + "<p>It rained all day, the council said.</p>" * 2)
    body = [segment for segment in seen.segments if segment.label is Label.BODY]
    nameless = Segment("A sentence.", Label.FURNITURE, reason=UNCLAIMED)
    broken = Examined(seen.article, (body[0], nameless, body[-1]), ())
    assert lost(broken) == [("furniture", UNCLAIMED, "A sentence.")]
