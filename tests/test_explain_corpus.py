"""`explain` on corpus pages: the file is safe, no larger than promised, and links the record to the page.

NEWSPARSE_CORPUS=FOLDER NEWSPARSE_CORPUS_STEP=1 pytest tests/test_explain_corpus.py     every page
"""

from __future__ import annotations

import pytest
from corpus import CorpusPage, pages
from lxml import html as lxml_html
from test_explain import allowance, check_harmless

from newsparse import Parser
from newsparse.explainer.explain import shown
from newsparse.records import Origin, Source

pytestmark = pytest.mark.corpus
NAMED = ("headline", "deck", "kicker", "masthead", "dateline")


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_corpus_page_is_explained(page: CorpusPage) -> None:
    seen = Parser().examine(page.read(), url=page.url)
    told = shown(seen)
    check_harmless(told)
    assert len(told.encode()) < allowance(seen.segments)
    tree = lxml_html.document_fromstring(told)
    linked = {
        name
        for name in (*NAMED, "body")
        if tree.xpath(f"//*[@id='field-{name}']//*[@class='from']/a")
    }
    records = {name: getattr(seen.article, name) for name in NAMED}
    printed = {
        name
        for name, record in records.items()
        if record is not None and is_text_of_page(record.source)
    }
    printed |= (
        {"body"} if any(is_text_of_page(block.source) for block in seen.article.body) else set()
    )
    assert printed <= linked


def is_text_of_page(source: Source) -> bool:
    """Whether it is in the page's text. An attribute is not a segment, so only its place is shown."""
    return source.origin is Origin.DOM and "@" not in (source.where or "")
