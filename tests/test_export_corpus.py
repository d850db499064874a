"""The exports on corpus pages: every field that docs/exports.md promises for a format is written and read back.

NEWSPARSE_CORPUS=FOLDER NEWSPARSE_CORPUS_STEP=1 pytest tests/test_export_corpus.py     every page
"""

from __future__ import annotations

import pytest
from corpus import CorpusPage, pages
from export_readers import READERS
from test_export_round_trip import check

import newsparse
from newsparse import Article
from newsparse.exports.table import FORMATS

pytestmark = pytest.mark.corpus


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_corpus_page_is_read_back(page: CorpusPage) -> None:
    article = newsparse.parse(page.read(), url=page.url)
    assert Article.from_json(newsparse.export(article, "json")) == article
    for form in FORMATS:
        form.write(article).encode("utf-8")
    for name in READERS:
        check(article, name)
