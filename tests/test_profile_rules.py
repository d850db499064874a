"""The effect of a profile's rules on a record."""

from __future__ import annotations

import pytest

from newsparse import (
    Label,
    Parser,
    Profile,
    WarningCode,
    css,
    json_ld,
    line,
    meta,
    parse,
    segment,
    xpath,
)
from newsparse.profiles.registry import Registry

STORY = (
    "It rained on Exampleton all day, and the council said on Tuesday that the river would stay inside its banks for now.",
    "“We have seen worse,” said Ada Lin, who keeps the gauge at the old mill and has read it every morning for forty years.",
    "The schools will open at the usual hour, the council said, and the ferry to Marrow Island sails as long as the fog allows.",
)
HEAD = (
    '<meta property="og:title" content="Rain to stay | Herald"><meta name="writer" content="Bo Reyes">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Rain in Exampleton to stay",'
    ' "datePublished": "2024-03-12T08:00:00Z", "dateCreated": "2024-03-11T20:00:00Z", "author": {"name": "Cy Dorn"}}</script>'
)
PAGE = f"""<html lang="en"><head><title>Rain</title>{HEAD}</head><body>
<div class="top"><span class="flag">Weather</span><h1>Rain <span class="hl">Rain falls on Exampleton</span></h1></div>
<div class="sig">Words: <span class="who">Ada Lin</span> and <span class="who">Ed Moss</span> in Exampleton</div>
<img class="lead" alt="The gauge at the mill. (Photo by Dora Vale)">
<div class="story"><p>{STORY[0]}</p><p>{STORY[1]}</p><p class="promo">Our app tells you when it rains, every morning and for free, all year.</p>
<p>{STORY[2]}</p></div><div class="more"><p>The harbour board of Exampleton will meet again next week to speak of the bridge and its price.</p></div>
</body></html>"""


def record(**fields):
    return parse(PAGE, profile=Profile(name="herald", publication="Herald", **fields))


HEADLINES = [
    (css("h1 .hl"), "Rain falls on Exampleton"),
    (meta("og:title"), "Rain to stay"),
    (json_ld("headline"), "Rain in Exampleton to stay"),
    (xpath("string(//h1/span)"), "Rain falls on Exampleton"),
    (css("h1.none") | meta("twitter:title") | json_ld("headline"), "Rain in Exampleton to stay"),
    (line(r"Rain (?P<value>Rain falls .+)"), "Rain falls on Exampleton"),
]


@pytest.mark.parametrize(("rules", "text"), HEADLINES, ids=lambda value: str(value)[:40])
def test_the_first_rule_that_finds_something_decides(rules, text):
    assert record(headline=rules).headline.text == text


BYLINES = [
    (css(".sig .who"), ("Ada Lin", "Ed Moss")),
    (meta("writer"), ("Bo Reyes",)),
    (json_ld("author.name"), ("Cy Dorn",)),
    (xpath("//meta[@name='writer']/@content"), ("Bo Reyes",)),
]


@pytest.mark.parametrize(("rules", "names"), BYLINES, ids=lambda value: str(value)[:40])
def test_byline_rule_gives_all_authors(rules, names):
    found = record(byline=rules)
    assert tuple(name for byline in found.bylines for name in byline.names) == names


FILED = "<p><span class='filed'>MARROW ISLAND, Ohio (AP) —</span> The ferry stayed at its pier, the harbour board of the island said on Tuesday.</p>"
LISTED = "<div class='topics'>Topics: <a href='/1'>Ferries, big</a> <a href='/2'>Fog</a></div>"
EXTRA = PAGE.replace('<div class="story">', f'<div class="story">{FILED}').replace(
    '<div class="more">', f'{LISTED}<div class="more">'
)


def extra(**fields):
    return parse(EXTRA, profile=Profile(name="herald", publication="Herald", **fields))


TAGS = [
    (css(".topics a"), ("Ferries, big", "Fog")),
    (css(".topics"), ("Ferries, big", "Fog")),
    (xpath("//meta[@name='writer']/@content"), ("Bo Reyes",)),
    (json_ld("headline"), ("Rain in Exampleton to stay",)),
]


@pytest.mark.parametrize(("rules", "tags"), TAGS, ids=lambda value: str(value)[:40])
def test_tags_rule_gives_each_link_with_its_place(rules, tags):
    found = extra(tags=rules)
    assert found.tags == tags
    assert [one.raw for one in found.evidence if one.field == "tags"] == list(tags)


def test_tags_rule_has_priority_over_the_head_and_parts_a_line():
    page = EXTRA.replace("</title>", '</title><meta name="keywords" content="rain, river">')
    assert parse(page).tags == ("rain", "river")
    assert parse(page, profile=Profile(name="herald", tags=css(".topics a"))).tags == (
        "Ferries, big",
        "Fog",
    )
    text = "Rain falls on Exampleton\n\n" + "\n\n".join(STORY) + "\n\nFiled under rain, river\n"
    profile = Profile(name="herald", tags=line("Filed under (?P<value>.+)"))
    assert parse(text).tags == ()
    assert parse(text, profile=profile).tags == ("rain", "river")


def test_section_rule_leaves_the_kicker_to_its_own_rule():
    found = extra(section=css(".flag"), kicker=css(".flag"))
    assert (found.section, found.kicker.text) == ("Weather", "Weather")
    (evidence,) = [one for one in found.evidence if one.field == "section"]
    assert evidence.source.reason == "profile: css:.flag"
    assert extra(section=meta("writer")).section == "Bo Reyes"


def test_dateline_rule_parts_the_agency_and_leaves_the_paragraph_whole():
    page = EXTRA.replace("MARROW ISLAND, Ohio (AP) —", "Marrow Island /AP/")
    assert parse(page).dateline is None
    found = parse(page, profile=Profile(name="herald", dateline=css(".filed")))
    assert found.dateline.place == "Marrow Island /AP/"
    assert found.body[0].text.startswith("Marrow Island /AP/ The ferry stayed")
    filed = extra(dateline=css(".filed")).dateline
    assert (filed.place, filed.agency) == ("MARROW ISLAND, Ohio", "AP")
    assert extra(dateline=meta("writer")).dateline.place == "Bo Reyes"


def test_line_pattern_describes_the_bylines_of_a_paper():
    text = (
        "Herald\n\nRain falls on Exampleton\n\nWords and pictures by our Ada Lin, Exampleton desk\n\n"
        + "\n\n".join(STORY)
    )
    profile = Profile(
        name="herald",
        publication="Herald",
        byline_lines=(r"Words and pictures by our (?P<value>[^,]+), .+ desk",),
    )
    assert [byline.names for byline in parse(text, profile=profile).bylines] == [("Ada Lin",)]


def test_body_rule_gives_the_whole_body():
    assert [block.text for block in record(body=css(".story p:not(.promo)")).body] == list(STORY)


def test_all_furniture_rules_apply():
    found = record(body=css(".story p"), furniture=css(".none") | css(".promo") | css(".more"))
    assert [block.text for block in found.body] == list(STORY)


def test_date_rule_has_priority_over_the_head():
    assert record(date=json_ld("dateCreated")).published.isoformat() == "2024-03-11T20:00:00+00:00"


def test_caption_can_come_from_an_attribute():
    (caption,) = record(caption=xpath("//img[@class='lead']/@alt")).captions
    assert (caption.text, caption.credit.names) == ("The gauge at the mill.", ("Dora Vale",))
    assert caption.source.where == "/html/body/img/@alt"


def test_rule_is_the_reason_of_its_segment():
    profile = Profile(name="herald", kicker=css(".flag"))
    (kicker,) = [part for part in segment(PAGE, profile=profile) if part.label is Label.KICKER]
    assert (kicker.text, kicker.reason) == ("Weather", "profile: css:.flag")


def test_generic_parser_is_used_with_a_warning_if_no_rule_matches():
    found = record(headline=css("h1.gone"), body=css(".gone"))
    assert found.headline is not None
    assert found.body
    said = [
        warning.message for warning in found.warnings if warning.code is WarningCode.PROFILE_RULE
    ]
    assert len(said) == 2
    assert all("herald" in message for message in said)
    assert any("css:h1.gone" in message for message in said)


def test_missing_optional_field_gives_a_warning_only_if_the_page_has_it():
    assert not record(note=css(".gone")).warnings
    assert [warning.code for warning in record(byline=css(".gone")).warnings] == [
        WarningCode.PROFILE_RULE
    ]


def test_facts_fill_the_masthead_and_the_time_zone():
    page = PAGE.replace('"2024-03-12T08:00:00Z"', '"2024-03-12T08:00:00"')
    profile = Profile(
        name="herald",
        publication="The Herald",
        place="Exampleton, Ohio",
        established="1871-03-04",
        timezone="America/New_York",
    )
    found = parse(page, profile=profile)
    assert (found.masthead.name, found.masthead.place, found.masthead.established.isoformat()) == (
        "The Herald",
        "Exampleton, Ohio",
        "1871-03-04",
    )
    assert found.published.isoformat() == "2024-03-12T08:00:00-04:00"


OLD = Profile(name="herald", hosts="herald.example", headline=css(".flag"), until="2020-12-31")
OLDER = Profile(
    name="herald", hosts="herald.example", headline=css("title-of-2010"), until="2010-12-31"
)
NEW = Profile(name="herald", hosts="herald.example", headline=css("h1 .hl"))
VERSIONS = Parser(Registry((OLDER, NEW, OLD)))
UNDATED = PAGE.replace('"datePublished": "2024-03-12T08:00:00Z", ', "")
DATED = [
    (PAGE, "https://herald.example/a", "Rain falls on Exampleton"),
    (
        PAGE.replace('"datePublished": "2024', '"datePublished": "2019'),
        "https://herald.example/a",
        "Weather",
    ),
    (UNDATED, "https://herald.example/2019/04/02/rain", "Weather"),
    (UNDATED, "https://herald.example/2024/04/02/rain", "Rain falls on Exampleton"),
]


@pytest.mark.parametrize(
    ("page", "url", "headline"), DATED, ids=["head", "head-old", "url-old", "url-new"]
)
def test_version_is_chosen_by_the_date_of_the_page(page, url, headline):
    found = VERSIONS.parse(page, url=url)
    assert found.headline.text == headline
    assert WarningCode.PROFILE_VERSION not in {warning.code for warning in found.warnings}


@pytest.mark.parametrize(
    ("gone", "headline"), [("", "Rain falls on Exampleton"), ('class="hl"', "Weather")]
)
def test_undated_page_gets_the_newest_matching_version_with_a_warning(gone, headline):
    found = VERSIONS.parse(UNDATED.replace(gone, ""), url="https://herald.example/rain")
    assert found.headline.text == headline
    assert WarningCode.PROFILE_VERSION in {warning.code for warning in found.warnings}


def shout(article):
    import attrs

    return attrs.evolve(
        article, headline=attrs.evolve(article.headline, text=article.headline.text.upper())
    )


def broken(article):
    raise RuntimeError("no")


def not_an_article(article):
    return None


def test_refine_changes_the_record():
    assert (
        record(headline=css("h1 .hl"), refine=f"{__name__}:shout").headline.text
        == "RAIN FALLS ON EXAMPLETON"
    )


@pytest.mark.parametrize(
    "name",
    [
        f"{__name__}:broken",
        f"{__name__}:not_an_article",
        f"{__name__}:missing",
        "no_such_package_here:f",
    ],
)
def test_failing_refine_keeps_the_record_and_adds_a_warning(name):
    found = record(headline=css("h1 .hl"), refine=name)
    assert found.headline.text == "Rain falls on Exampleton"
    (warning,) = found.warnings
    assert warning.code is WarningCode.PROFILE_REFINE
    assert name in warning.message
