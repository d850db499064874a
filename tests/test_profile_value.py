"""The values of a profile: a bad value raises when the profile is created, with a message that quotes it and says what would be right."""

from __future__ import annotations

import pickle

import pytest

import newsparse
from newsparse import Profile, ProfileError, css, line, meta

BAD = [
    ({"name": "The Herald"}, "'The Herald'", "'example-herald'"),
    ({"hosts": ("https://herald.example/",)}, "'https://herald.example/'", "'herald.example'"),
    ({"hosts": ("herald",)}, "'herald'", "'herald.example'"),
    ({"timezone": "Spokane"}, "'Spokane'", "'America/New_York'"),
    ({"timezone": "/etc/passwd"}, "'/etc/passwd'", "'America/New_York'"),
    ({"language": "English"}, "'English'", "'en'"),
    ({"established": "May 19, 1883"}, "'May 19, 1883'", "'1883-05-19'"),
    ({"established": "1883-02-30"}, "'1883-02-30'", "'1883-05-19'"),
    ({"until": "2021"}, "'2021'", "'1883-05-19'"),
    ({"headline": "css:h1.["}, "'h1.['", "CSS selector"),
    ({"body": "xpath://div["}, "'//div['", "XPath 1.0"),
    ({"body": "jquery:div"}, "'jquery:div'", "css, xpath, meta, json-ld, line"),
    ({"date": "json-ld:author[0]"}, "'author[0]'", "'author.name'"),
    ({"byline": "line:(By"}, "'(By'", "regular expression"),
    ({"furniture_lines": ("[a-",)}, "'[a-'", "regular expression"),
    ({"byline_lines": ("*",)}, "'*'", "regular expression"),
    (
        {"refine": "package.module.function"},
        "'package.module.function'",
        "'package.module:function'",
    ),
    ({"headline": 7}, "7", "css()"),
    ({"hosts": 7}, "7", "string"),
    ({"publication": 7}, "7", "publication is a string"),
    ({"place": ["Exampleton"]}, "Exampleton", "place is a string"),
    ({"agencies": [7]}, "7", "agencies holds strings"),
    ({"byline_lines": [7]}, "7", "byline_lines holds strings"),
    ({"timezone": 7}, "7", "'America/New_York'"),
    ({"verified": "no"}, "'no'", "true or false"),
]


@pytest.mark.parametrize(("fields", "bad", "right"), BAD, ids=lambda value: str(value)[:40])
def test_bad_value_raises_and_the_message_says_what_would_be_right(fields, bad, right):
    with pytest.raises(ProfileError) as caught:
        Profile(**{"name": "example-herald", **fields})
    assert bad in str(caught.value)
    assert right in str(caught.value)


def test_profile_compares_and_pickles_by_value():
    made = Profile(
        name="example-herald",
        hosts=["herald.example"],
        headline=css("h1.title") | meta("og:title"),
        byline=line("By .+"),
    )
    same = Profile(
        name="example-herald",
        hosts="herald.example",
        headline=["css:h1.title", "meta:og:title"],
        byline="line:By .+",
    )
    assert made == same
    assert hash(made) == hash(same)
    assert pickle.loads(pickle.dumps(made)) == made
    assert str(made.headline) == "css:h1.title | meta:og:title"


@pytest.mark.parametrize(("established", "founded"), [("1883", 1883), (1883, 1883), (None, None)])
def test_founding_date_can_be_a_year(established, founded):
    assert Profile(name="a", established=established).founded == founded


def test_unknown_name_raises():
    with pytest.raises(newsparse.UnknownProfileError, match="'nowhere-times'"):
        newsparse.parse("<p>Rain.</p>", profile="nowhere-times")
