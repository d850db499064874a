"""The shipped profiles. Each has a fixture: a small page with the structure of its site and an invented story."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import median

import pytest

import newsparse
from newsparse.profiles import sites
from newsparse.profiles.lazy import LazyProfile
from newsparse.profiles.matches import FIELDS
from newsparse.profiles.plugins import installed
from newsparse.profiles.sites.__main__ import index
from newsparse.profiles.toml import read_file
from newsparse.workshop.check import check_file

FOLDER = Path(sites.__file__).parent
FILES = sorted(FOLDER.glob("*.toml"))
FIXTURES = sorted((Path(__file__).parents[1] / "fixtures" / "profiles").glob("*.html"))


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_shipped_profile_reads_its_fixture(fixture):
    """The profile is found by its host, and the record is as expected."""
    assert "\n\n".join(map(str, check_file(fixture))) == ""


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_shipped_profile_has_a_fixture(file):
    expected = json.loads((FIXTURES[0].parent / f"{file.stem}.json").read_text("utf-8"))
    profile = read_file(file)[0]
    assert expected["profile"] == profile.name == file.stem
    assert expected["masthead"]["name"] == profile.publication
    assert {"headline", "published", "body"} <= set(expected)
    assert profile.verified
    assert profile.timezone
    assert profile.language


def test_a_profile_that_the_index_lacks_is_an_error_that_says_what_to_run(tmp_path):
    (tmp_path / sites.INDEX).write_text(index(FOLDER), "utf-8")
    for file in FILES:
        (tmp_path / file.name).touch()
    assert len(sites._index(tmp_path)) == len(FILES)
    (tmp_path / "example-herald.toml").touch()
    with pytest.raises(
        newsparse.ProfileError, match=r"example-herald\.toml; run `python -m newsparse\.profiles"
    ):
        sites._index(tmp_path)


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_founding_date_cites_its_source(file):
    lines = [
        line for line in file.read_text("utf-8").splitlines() if line.startswith("established")
    ]
    assert all("# https://" in line for line in lines)


@pytest.mark.parametrize(
    "file",
    [file for file in FILES if any(getattr(read_file(file)[0], field) for field in FIELDS)],
    ids=lambda path: path.stem,
)
def test_rules_of_a_shipped_profile_match_its_fixture(file):
    page = FIXTURES[0].parent / f"{file.stem}.html"
    url = json.loads(page.with_suffix(".json").read_text("utf-8"))["url"]
    found = newsparse.parse(page, url=url)
    assert [
        warning.message
        for warning in found.warnings
        if warning.code is newsparse.WarningCode.PROFILE_RULE
    ] == []


def test_index_matches_the_files():
    assert (FOLDER / sites.INDEX).read_text("utf-8") == index(FOLDER)


def test_no_host_has_two_profiles():
    hosts = [host for entry in installed().profiles for host in entry.hosts]
    assert len(hosts) == len(set(hosts))


def test_shipped_profiles_are_short():
    assert median(len(file.read_text("utf-8").splitlines()) for file in FILES) <= 15


def test_shipped_file_is_read_only_for_a_page_of_its_site():
    assert sum(isinstance(entry, LazyProfile) for entry in installed().profiles) == len(FILES)
