"""FiveFilters site-config files: every directive is applied, unnecessary, or listed by name as unsupported."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsparse import InputError, WarningCode, parse
from newsparse.profiles.fivefilters import Fate, read_file, read_folder, read_text, unsupported

STORY = [
    f"It rained on Exampleton for the {day} day, and the council said that the river would stay inside its banks for now."
    for day in (
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
    )
]
PAGE = f"""<html lang="en"><head><title>Rain falls on Exampleton</title></head><body><nav class="menu">News</nav>
<h1 class="t">Rain falls on Exampleton</h1><p class="by">By <a class="w">Ada Lin</a></p><time class="d" datetime="2024-03-12T08:00:00Z">12 March</time>
<div id="story"><figure><img src="a.jpg"><figcaption class="strip-me">The gauge at the mill.</figcaption></figure>
{"".join(f"<p>{text}</p>" for text in STORY)}<p class="teaser-x1">{STORY[0].replace("rained", "snowed")}</p></div></body></html>"""

DIRECTIVES = [
    ("title: //h1[@class='t']", "headline", "xpath://h1[@class='t']"),
    ("title: //h2\ntitle: //h1", "headline", "xpath://h2 | xpath://h1"),
    ("author://a[@class='w']", "byline", "xpath://a[@class='w']"),
    ("date: //time/@datetime", "date", "xpath://time/@datetime"),
    ("BODY : //div[@id='story'] ", "body", "xpath://div[@id='story']"),
    ("strip: //aside\nstrip: //ul", "furniture", "xpath://aside | xpath://ul"),
    (
        "strip_id_or_class: teaser",
        "furniture",
        "xpath://*[contains(@id, 'teaser') or contains(@class, 'teaser')]",
    ),
    (
        "strip_id_or_class: it's",
        "furniture",
        'xpath://*[contains(@id, "it\'s") or contains(@class, "it\'s")]',
    ),
    ("body: //div\nif_page_contains: //h1", "body", "xpath:(//div)[boolean(//h1)]"),
]


@pytest.mark.parametrize(("text", "field", "rules"), DIRECTIVES)
def test_directive_becomes_a_rule(text, field, rules):
    config = read_text(text, "herald.example")
    assert str(getattr(config.profile, field)) == rules
    assert {one.fate for one in config.directives} == {Fate.APPLIED}
    assert config.profile.verified is False


FATES = [
    ("# title: //h1", []),
    ("prune: no", [("prune", Fate.NEEDLESS)]),
    ("tidy: yes", [("tidy", Fate.NEEDLESS)]),
    ("autodetect_on_failure: no", [("autodetect_on_failure", Fate.NEEDLESS)]),
    (
        "find_string: <b>\nreplace_string: <p>",
        [("find_string", Fate.UNSUPPORTED), ("replace_string", Fate.UNSUPPORTED)],
    ),
    ("replace_string(<b>): <p>", [("replace_string", Fate.UNSUPPORTED)]),
    ("http_header(user-agent): curl", [("http_header", Fate.UNSUPPORTED)]),
    (
        "next_page_link: //a\nif_page_contains: //a",
        [("next_page_link", Fate.UNSUPPORTED), ("if_page_contains", Fate.UNSUPPORTED)],
    ),
    ("titel: //h1", [("titel", Fate.UNSUPPORTED)]),
    ("no directive at all", [("no directive at all", Fate.UNSUPPORTED)]),
    ("title: //h1[", [("title", Fate.UNSUPPORTED)]),
    ("test_url: https://herald.example/a", [("test_url", Fate.TEST)]),
]


@pytest.mark.parametrize(("text", "fates"), FATES)
def test_directives_that_are_not_applied_are_listed(text, fates):
    assert [(one.name, one.fate) for one in read_text(text, "herald.example").directives] == fates


@pytest.mark.parametrize(
    ("file", "host"),
    [
        ("herald.example", "herald.example"),
        (".herald.example", "herald.example"),
        ("LICENSE", None),
        ("sport.Herald.example", "sport.herald.example"),
    ],
)
def test_file_name_is_the_host(file, host):
    assert read_text("", file).profile.hosts == ((host,) if host else ())


def test_good_rules_are_applied():
    config = read_text(
        "title: //h1\nauthor: //a[@class='w']\ndate: //time/@datetime\nbody: //div[@id='story']\nstrip_id_or_class: teaser\nstrip: //figcaption",
        "h.example",
    )
    found = parse(PAGE, profile=config.profile)
    assert found.headline.text == "Rain falls on Exampleton"
    assert found.bylines[0].names == ("Ada Lin",)
    assert found.published.isoformat() == "2024-03-12T08:00:00+00:00"
    assert [block.text for block in found.body] == STORY
    assert [caption.text for caption in found.captions] == ["The gauge at the mill."], (
        "what others strip from a body may be its caption"
    )


NONSENSE = [
    "body: //nav",
    "body: //div[@class='gone']",
    "body: //html",
    "title: //nav",
    "strip: //p",
    "strip_id_or_class: stor",
    "body: //p[unknown-function()]",
]


@pytest.mark.parametrize("text", NONSENSE)
def test_implausible_results_are_ignored(text):
    generic = parse(PAGE, profile="generic")
    found = parse(PAGE, profile=read_text(text, "h.example").profile)
    assert found.headline.text == generic.headline.text
    if text != "body: //html":
        assert found.body == generic.body
        assert not text.startswith(("body", "title")) or WarningCode.PROFILE_RULE in {
            one.code for one in found.warnings
        }


def test_missing_file_is_misuse():
    with pytest.raises(InputError, match="nowhere"):
        read_file("nowhere.txt")
    with pytest.raises(InputError, match="nowhere"):
        read_folder("nowhere")


REAL = Path(os.environ.get("NEWSPARSE_CORPUS", "")).parent / "fivefilters"


@pytest.mark.skipif(
    "NEWSPARSE_CORPUS" not in os.environ or not REAL.is_dir(),
    reason="the site-config files are next to the corpus",
)
def test_every_file_loads_and_lists_each_directive():
    configs = read_folder(REAL)
    assert len(configs) >= 2000
    for config in configs:
        assert all(one.reason or one.fate in (Fate.APPLIED, Fate.TEST) for one in config.directives)
    counts = dict(unsupported(configs))
    assert not {
        "title",
        "body",
        "author",
        "date",
        "strip",
        "strip_id_or_class",
        "prune",
        "tidy",
    } & set(counts)
    assert counts["next_page_link"] > 50
