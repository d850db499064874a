"""Authors, days and captions of Greek, Polish, Russian and Chinese pages. Needs the folder `sites` beside the corpus."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from name_figures import FIELDS, LABELS, Result, measure

SITES = Path(os.environ.get("NEWSPARSE_CORPUS", "")).parent / "sites"
PRECISION, RECALL = 0.95, 0.85
LOWEST = {"author": (0.94, 0.95), "published": (0.97, 0.9), "caption": (0.85, 0.75)}
"""Precision and recall of each field; the bar is the one over all."""

pytestmark = pytest.mark.skipif(
    "NEWSPARSE_CORPUS" not in os.environ or not SITES.is_dir(),
    reason="NEWSPARSE_CORPUS does not name a corpus with the folder sites beside it",
)


@pytest.fixture(scope="module")
def result() -> Result:
    return measure(SITES)


def test_all_labelled_pages_are_read(result: Result) -> None:
    assert {language for _, language in result.figures} == {
        line.split('"')[3].split("/")[0] for line in LABELS.read_text("utf-8").splitlines()
    }


def test_precision_and_recall(result: Result) -> None:
    figures = result.over()
    assert (figures.precision >= PRECISION, figures.recall >= RECALL) == (True, True), result.errors


@pytest.mark.parametrize("field", FIELDS)
def test_each_field(result: Result, field: str) -> None:
    figures, (precision, recall) = result.over(field=field), LOWEST[field]
    assert figures.precision >= precision, result.errors
    assert figures.recall >= recall, result.errors
