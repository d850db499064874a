"""Shared by the tests: the corpus (if NEWSPARSE_CORPUS names one), the pages of this folder, Hypothesis settings."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

HERE = Path(__file__).parent
ROOT = HERE.parent
PAGE_FOLDERS = (HERE / "pages", ROOT / "fixtures")
REPORTS = ROOT / "fixtures" / "reports"

settings.register_profile(
    "default",
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
)
settings.register_profile(
    "long", deadline=None, max_examples=1_500, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("NEWSPARSE_HYPOTHESIS", "default"))


def pages() -> list[Path]:
    """The invented pages that the tests run on, those of reported faults aside: HTML and plain text."""
    found = (
        path
        for folder in PAGE_FOLDERS
        for path in folder.rglob("*")
        if path.suffix in (".html", ".htm", ".txt")
    )
    return sorted(path for path in found if "expected" not in path.name and path.parent != REPORTS)


def reported_pages() -> list[Path]:
    """The pages of reported faults: many, so only tests of one page at a time run on them."""
    return sorted(path for path in REPORTS.iterdir() if path.suffix in (".html", ".txt"))


def corpus_folder() -> Path | None:
    """The corpus that the environment names, or None."""
    named = os.environ.get("NEWSPARSE_CORPUS")
    return Path(named) if named else None


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "page_path" in metafunc.fixturenames:
        found = [*pages(), *reported_pages()]
        metafunc.parametrize(
            "page_path", found, ids=[str(path.relative_to(ROOT)) for path in found]
        )


@pytest.fixture
def corpus() -> Path:
    """The corpus folder. A test that asks for it is skipped if there is none."""
    folder = corpus_folder()
    if folder is None:
        pytest.skip("NEWSPARSE_CORPUS does not name a corpus")
    return folder
