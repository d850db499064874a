"""Finds the profile of a page among many."""

from __future__ import annotations

import pickle

import pytest

from newsparse import Parser, Profile, parse
from newsparse.profiles import registry as module
from newsparse.profiles.plugins import installed
from newsparse.profiles.registry import Registry

HERALD = Profile(
    name="herald", publication="The Example Herald", hosts=("herald.example", "herald.co.example")
)
SPORT = Profile(name="herald-sport", publication="Herald Sport", hosts=("sport.herald.example",))
METRO = Profile(
    name="metro",
    publication="Metro",
    hosts=("metro.example",),
    masthead_lines=(r"METRO – the morning paper \d+",),
)
FEW = Registry((HERALD, SPORT, METRO))

URLS = [
    ("https://herald.example/a", "herald"),
    ("http://WWW.Herald.Example:8080/a", "herald"),
    ("https://sport.herald.example/a", "herald-sport"),
    ("https://live.sport.herald.example/a", "herald-sport"),
    ("https://news.herald.co.example/", "herald"),
    ("https://theherald.example/", None),
    ("https://herald.example.evil.test/", None),
    ("https://example/", None),
    ("herald.example", None),
    ("http://[bad", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("url", "name"), URLS)
def test_parent_domains_of_a_host_are_tried(url, name):
    assert FEW.of_url(url) == name


LINES = [
    ("The Example Herald", "herald"),
    ("THE EXAMPLE HERALD NEWSPAPER", "herald"),
    ("Tuesday – The Example Herald – Exampleton", "herald"),
    ("METRO – the morning paper 17", "metro"),
    ("Metro", "metro"),
    ("Metro workers vote to strike", None),
    ("The Example", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "name"), LINES)
def test_masthead_line_finds_its_profile(text, name):
    assert FEW.of_line(text) == name


def test_text_page_is_recognized_by_its_masthead():
    page = "The Example Herald\n\nRain falls on Exampleton\n\nBy Ada Lin\n\nIt rained on Exampleton all day, the council said."
    assert Parser(FEW).parse(page).profile == "herald"


def test_page_without_a_known_host_is_recognized_by_its_site_name():
    page = '<meta property="og:site_name" content="the example herald"><h1>Rain falls</h1>'
    assert Parser(FEW).parse(page).profile == "herald"
    assert Parser(FEW).parse(page, url="https://mirror.test/x").profile == "herald"


def test_one_word_of_another_site_name_is_not_enough():
    page = '<meta property="og:site_name" content="Metro"><h1>Rain falls</h1>'
    assert Parser(FEW).parse(page).profile == "metro"
    assert Parser(FEW).parse(page, url="https://metro.test/x").profile is None


def test_generic_turns_profiles_off():
    assert parse("<h1>Rain</h1>", url="https://www.spokesman.com/x").profile == "spokesman-review"
    assert (
        parse("<h1>Rain</h1>", url="https://www.spokesman.com/x", profile="generic").profile is None
    )


def test_thousand_profiles_do_not_try_a_thousand_patterns(monkeypatch):
    many = Registry(
        tuple(
            Profile(
                name=f"paper-{n}",
                publication=f"Gazette Number{n}",
                hosts=f"p{n}.example",
                masthead_lines=rf"Gazettenumber{'abcdefghij'[n % 10]}x{n} \d+",
            )
            for n in range(1000)
        )
    )
    asked = []
    original = module.pattern
    monkeypatch.setattr(module, "pattern", lambda text: asked.append(text) or original(text))
    assert many.of_line("It rained on Exampleton all day, the council said on Tuesday") is None
    assert many.of_line("Gazette Number77") == "paper-77"
    assert asked == []


def test_later_version_replaces_only_the_same_version():
    old = Profile(name="herald", until="2020-01-01")
    registry = FEW.with_profile(old).with_profile(Profile(name="herald", publication="Herald"))
    assert [one.until for one in registry.named("herald")] == [None, "2020-01-01"]
    assert registry.named("herald")[0].publication == "Herald"


def test_registries_and_parsers_pickle():
    assert pickle.loads(pickle.dumps(FEW)).of_url("https://herald.example/") == "herald"
    parser = pickle.loads(pickle.dumps(Parser()))
    assert parser.profiles == installed()
    assert (
        parser.parse("<h1>Rain</h1>", url="https://www.spokesman.com/x").profile
        == "spokesman-review"
    )
