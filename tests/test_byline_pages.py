"""Who signs a page, by what it prints and what its head states."""

from __future__ import annotations

import json

import pytest

import newsparse
from newsparse.fields.page_languages import guessed_languages
from newsparse.records import Article, Label, NoteKind, WarningCode

STORY = {
    "en": (
        "The mill at Sennick has turned for nine days without a miller, and the council is not "
        "sure who should be asked to stop it.",
        "Corn was carried up on Tuesday, and the flour was sold from a cart at the foot of the "
        "hill before the bells had rung for noon.",
        "It was said in the town that the wheel would stop with the frost, and that nobody who "
        "heard it at night had slept.",
    ),
    "nl": (
        "De molen van Veerdam draait al negen dagen zonder molenaar, en de gemeente weet niet wie "
        "er gevraagd moet worden om hem te stoppen.",
        "Dinsdag is het graan naar boven gedragen, en het meel is voor twaalf uur van een kar aan "
        "de voet van de dijk verkocht.",
        "In het dorp zegt men dat het rad met de vorst stil zal staan, en dat niemand met open "
        "ramen slaapt.",
    ),
}


def page(
    byline: str = "", *, told: str = "en", lang: str = "", head: str = "", tail: str = ""
) -> str:
    """A page in a language; `lang` is what its `html` element states."""
    paragraphs = "".join(f"<p>{text}</p>" for text in STORY[told])
    return (
        f"<!DOCTYPE html><html{f' lang={lang}' if lang else ''}><head>"
        f"<title>A mill turns without a miller</title>{head}</head><body><main><article>"
        f"<h1>A mill turns without a miller</h1>{byline}<div class='story'>{paragraphs}{tail}</div>"
        "</article></main></body></html>"
    )


def json_ld(author: object) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "A mill turns without a miller",
        "author": author,
    }
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def names(article: Article) -> list[str]:
    return [name for byline in article.bylines for name in byline.names]


@pytest.mark.parametrize("lang", ["en", ""])
def test_a_prefix_of_another_language_is_a_name(lang: str) -> None:
    line = "<div class='byline'>Van Harker, Per Lund and Di Webbly</div>"
    assert names(newsparse.parse(page(line, lang=lang))) == ["Van Harker", "Per Lund", "Di Webbly"]


@pytest.mark.parametrize("lang", ["nl", ""])
def test_a_prefix_of_the_own_language_is_taken_off_once(lang: str) -> None:
    line = "<div class='byline'>Door Door Hiemstra en Van Houten Jansen</div>"
    article = newsparse.parse(page(line, told="nl", lang=lang))
    assert names(article) == ["Door Hiemstra", "Van Houten Jansen"]


@pytest.mark.parametrize(
    "name", ["Van Harker", "Par Adler", "Di Webbly", "Von Chapman", "Av Rosen"]
)
def test_json_ld_keeps_names_that_begin_like_prefixes(name: str) -> None:
    head = json_ld({"@type": "Person", "name": name})
    assert names(newsparse.parse(page(head=head, lang="en"))) == [name]


def test_json_ld_names_in_parts() -> None:
    head = json_ld([{"@type": "Person", "givenName": "Marta", "familyName": "Wys"}])
    article = newsparse.parse(page(head=head))
    assert names(article) == ["Marta Wys"]
    assert article.bylines[0].authors[0].raw == newsparse.locate(
        page(head=head), article.bylines[0].authors[0].source
    )


def test_what_is_not_read_stays_in_raw_with_a_warning() -> None:
    line = "<div class='byline'>By Ada Lin and xX_loom_Xx (dye room)</div>"
    article = newsparse.parse(page(line))
    assert [byline.raw for byline in article.bylines] == ["By Ada Lin and xX_loom_Xx (dye room)"]
    assert names(article) == ["Ada Lin"]
    assert WarningCode.BYLINE_UNREAD in [warning.code for warning in article.warnings]


def test_a_byline_that_is_read_whole_warns_of_nothing() -> None:
    line = "<div class='byline'>By Joost van der Werf and Inma de los Santos</div>"
    article = newsparse.parse(page(line))
    assert names(article) == ["Joost van der Werf", "Inma de los Santos"]
    assert WarningCode.BYLINE_UNREAD not in [warning.code for warning in article.warnings]


def test_the_printed_name_goes_before_the_head() -> None:
    line = "<p class='byline'><span class='author-name'>Gwen Farr</span></p>"
    head = json_ld({"@type": "Person", "name": "Trixie Hollow"})
    assert names(newsparse.parse(page(line, head=head))) == ["Gwen Farr"]


def test_whom_a_quotation_names_did_not_write() -> None:
    tail = "<blockquote><p>Warm.</p><cite class='author'>Ottilie Brand</cite></blockquote>"
    assert names(newsparse.parse(page(tail=tail))) == []


@pytest.mark.parametrize("house", ["Sennick Media Holdings Ltd", "Sennick Parish Press Office"])
def test_a_company_is_no_person(house: str) -> None:
    head = json_ld({"@type": "Person", "name": house})
    assert names(newsparse.parse(page(head=head))) == []


def test_the_agency_behind_a_small_article() -> None:
    article = newsparse.parse(page("<p>By the Associated Press</p>"))
    assert [byline.agency for byline in article.bylines] == ["the Associated Press"]
    assert article.is_wire


def test_a_paragraph_about_somebody_is_no_biography() -> None:
    last = (
        "The man who owned it was a senior editor of almanacs, and he had left the key under a "
        "stone by the door of the inn."
    )
    article = newsparse.parse(page(tail=f"<p>{last}</p><p>{STORY['en'][1]} It was dear.</p>"))
    assert last in [block.text for block in article.body]
    assert not article.notes


def test_a_biography_of_the_author_is_a_note() -> None:
    line = "<div class='byline'>By Ada Lin</div>"
    tail = "<p><em>Ada Lin is a reporter who covers mills and weirs.</em></p>"
    article = newsparse.parse(page(line, tail=tail))
    assert [note.kind for note in article.notes] == [NoteKind.BIOGRAPHY]


def test_a_link_to_the_corrections_is_no_correction() -> None:
    html = page().replace(
        "</main>", "</main><div><a href='/c'>Corrections and clarifications</a></div>"
    )
    assert not newsparse.parse(html).notes


def test_a_chinese_signature_behind_the_story() -> None:
    words = "风铃镇的水车已经转了九天，没有人知道应该请谁来把它停下来，镇上的人都睡不着觉。" * 2
    html = (
        "<html lang=zh><title>水车不停</title><body><article><h1>水车不停</h1>"
        f"<p>{words}</p><p>{words}</p><p>{words}（例报记者 胡小蓉）</p></article></body></html>"
    )
    article = newsparse.parse(html)
    assert names(article) == ["胡小蓉"]
    assert article.body[-1].text == words
    assert [s.raw for s in newsparse.segment(html) if s.label is Label.BYLINE] == [
        "（例报记者 胡小蓉）"
    ]


@pytest.mark.parametrize("code", ["en", "nl"])
def test_function_words_tell_the_language(code: str) -> None:
    assert guessed_languages(STORY[code]) == {code}
    assert guessed_languages(["Sennick, 1931"]) == frozenset()


@pytest.mark.parametrize(
    "stated",
    [
        "example.gr | Example Press",
        "Design: Ada Lin. Programming: Bo Reyes",
        "Developed by Ada Lin",
        "mill7",
        "Example Works Co.",
    ],
)
def test_sites_makers_and_accounts_are_no_authors(stated: str) -> None:
    head = f'<meta name="author" content="{stated}">'
    assert names(newsparse.parse(page(head=head), url="https://www.mill.example/a")) == []


def test_an_account_named_as_the_host_is_the_house() -> None:
    article = newsparse.parse(
        page(head='<meta name="author" content="Mill">'), url="https://www.mill.example/a"
    )
    assert [(byline.names, byline.agency) for byline in article.bylines] == [((), "Mill")]


def test_a_name_in_capitals_signs_the_story_at_its_end() -> None:
    assert names(newsparse.parse(page(tail="<p>ADA MARLOW</p>"))) == ["Ada Marlow"]
    assert names(newsparse.parse(page(tail="<p>MORE NEWS</p>"))) == []


def test_a_list_of_links_under_the_headline_names_nobody() -> None:
    links = "".join(f"<p>{name}</p>" for name in ("Oil Paint", "Wood Stain", "Glass Jars"))
    assert names(newsparse.parse(page(links))) == []


@pytest.mark.parametrize(
    ("byline", "last", "is_note"),
    [
        ("By Bo Reyes", "Ada Lin is the author of a book on mills that the town has read.", False),
        ("By Bo Reyes", "Bo Reyes is a staff writer at The Sennick Post.", True),
        ("By Bo M. Reyes", "Bo Reyes is a staff writer at The Sennick Post.", True),
        ("By Bo Reyes", "About the author: Bo Reyes writes on mills.", True),
    ],
)
def test_a_biography_is_of_an_author(byline: str, last: str, is_note: bool) -> None:
    printed = f"<p class='byline'>{byline}</p>"
    article = newsparse.parse(page(printed, tail=f"<p>{last}</p>"))
    assert [note.kind for note in article.notes] == [NoteKind.BIOGRAPHY] * is_note
    assert (last in [block.text for block in article.body]) is not is_note


@pytest.mark.parametrize(
    "line",
    [
        "<a href='/c'>Correction policy</a> | <a href='/e'>Ethics policy</a>",
        "Corrections: desk@post.example",
        "Correction requests can be sent to the newsroom.",
    ],
)
def test_a_line_about_corrections_is_none(line: str) -> None:
    assert newsparse.parse(page(tail=f"<p>{line}</p>")).notes == ()
