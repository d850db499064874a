"""The table of formats, its plug-ins, the flat row, and `extract`."""

from __future__ import annotations

import inspect
import json
import sys
from pathlib import Path

import jsonschema
import pytest
from articles import articles
from hypothesis import HealthCheck, given, settings

import newsparse
from newsparse import (
    Article,
    Author,
    BlockKind,
    BodyBlock,
    Byline,
    Caption,
    Credit,
    Dateline,
    Embed,
    EmbedKind,
    Note,
    NoteKind,
)
from newsparse.exports.html import html
from newsparse.exports.nitf import nitf
from newsparse.exports.table import FORMATS, Format, format_named
from newsparse.exports.tei import tei
from newsparse.printed import lines
from newsparse.printed.chars import safe_link, safe_picture, shown

FLOOD = Path(__file__).parent.parent / "fixtures" / "pages" / "export-flood.html"


def test_unknown_format_is_quoted() -> None:
    with pytest.raises(newsparse.UnknownFormatError, match=r"'no-such'.*json"):
        newsparse.export(Article(), "no-such")


def test_names_and_suffixes_are_pinned() -> None:
    assert [form.name for form in FORMATS] == [
        "json",
        "text",
        "markdown",
        "html",
        "schema-org",
        "ninjs",
        "nitf",
        "tei",
        "card",
    ]
    assert len({form.suffix for form in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize(
    "form", [form for form in FORMATS if form.is_json], ids=lambda form: form.name
)
def test_json_formats_are_one_line(form: Format) -> None:
    text = form.write(newsparse.parse(FLOOD))
    assert "\n" not in text
    assert isinstance(json.loads(text), dict)


def test_json_follows_the_schema() -> None:
    from newsparse import json_schema

    jsonschema.validate(json.loads(newsparse.export(newsparse.parse(FLOOD), "json")), json_schema())


@pytest.fixture
def plug_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed package with four formats: a good one, a bad one, one that cannot be imported, and one with a taken name."""
    (tmp_path / "shouting.py").write_text(
        "from newsparse.exports.table import Format\n"
        "SHOUT = Format('shout', lambda article: article.text.upper(), 'text/plain', '.shout')\n"
        "WRONG = 'no format'\n"
    )
    meta = tmp_path / "shouting-1.0.dist-info"
    meta.mkdir()
    (meta / "METADATA").write_text("Metadata-Version: 2.1\nName: shouting\nVersion: 1.0\n")
    (meta / "entry_points.txt").write_text(
        "[newsparse.exporters]\nshout = shouting:SHOUT\nwrong = shouting:WRONG\ngone = nowhere_at_all:X\njson = shouting:SHOUT\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "shouting", raising=False)


@pytest.mark.usefixtures("plug_in")
def test_other_packages_can_add_formats() -> None:
    article = Article(body=(BodyBlock("Rain."),))
    assert newsparse.export(article, "shout") == "RAIN."
    assert format_named("json") is FORMATS[0]
    with pytest.raises(newsparse.UnknownFormatError, match="'no format'"):
        newsparse.export(article, "wrong")
    with pytest.raises(newsparse.UnknownFormatError, match="nowhere_at_all"):
        newsparse.export(article, "gone")
    with pytest.raises(newsparse.UnknownFormatError, match="shout"):
        newsparse.export(article, "shoud")


def test_text_reads_like_the_page() -> None:
    article = Article(
        headline=newsparse.Headline("Rain falls"),
        bylines=(Byline((Author("Ada Lin"),), raw="By Ada Lin"),),
        body=(
            BodyBlock("It rained."),
            BodyBlock("Mill Bridge", BlockKind.LIST_ITEM, depth=1),
            BodyBlock("both lanes", BlockKind.LIST_ITEM, depth=2),
            BodyBlock("a\tb", BlockKind.TABLE_ROW, cells=("a", "b")),
        ),
        captions=(Caption("The weir.", Credit(("Bo Reyes",), raw="Bo Reyes")),),
        notes=(Note("Correction: the weir is lower.", NoteKind.CORRECTION),),
    )
    assert newsparse.export(article, "text").split("\n\n") == [
        "Rain falls",
        "By Ada Lin",
        "It rained.",
        "- Mill Bridge",
        "  - both lanes",
        "a\tb",
        "Photo: The weir. (Bo Reyes)",
        "Correction: the weir is lower.",
    ]


@pytest.mark.parametrize(
    ("raw", "fields", "pieces"),
    [
        (
            "By Ada Lin and Bo Reyes AP",
            ("Ada Lin", "Bo Reyes"),
            ["By ", "Ada Lin", " and ", "Bo Reyes", " ", "AP"],
        ),
        ("BY ADA LIN / AP", ("Ada Lin",), ["By ", "Ada Lin", ", ", "AP"]),
        (
            "Bo Reyes, Ada Lin, AP",
            ("Ada Lin", "Bo Reyes"),
            ["By ", "Ada Lin", ", ", "Bo Reyes", ", ", "AP"],
        ),
        ("", (), ["AP"]),
    ],
    ids=["as printed", "capitals are composed", "another order is composed", "an agency alone"],
)
def test_bylines_are_split_into_fields(
    raw: str, fields: tuple[str, ...], pieces: list[str]
) -> None:
    line = Byline(tuple(map(Author, fields)), "AP", raw=raw)
    assert [text for _, text in lines.byline(line)] == pieces


def test_agency_inside_a_name_stays_part_of_it() -> None:
    assert lines.byline(Byline((Author("AP Smith"),), "AP", raw="AP Smith, AP")) == (
        ("person", "AP Smith"),
        ("", ", "),
        ("agency", "AP"),
    )


def test_dateline_has_its_own_elements() -> None:
    article = Article(dateline=Dateline("SPOKANE, Wash.", "AP", raw="SPOKANE, Wash. (AP)"))
    assert "<dateline><location>SPOKANE, Wash.</location> (AP)</dateline>" in newsparse.export(
        article, "nitf"
    )
    assert "<placeName>SPOKANE, Wash.</placeName>" in newsparse.export(article, "tei")
    assert json.loads(newsparse.export(article, "schema-org"))["dateline"] == "SPOKANE, Wash. (AP)"


@pytest.mark.parametrize(
    "address",
    ["//evil.example/x", "?q=1", "#top", "mailto:desk@herald.example", "HTTPS://HERALD.EXAMPLE/"],
)
def test_harmless_links_are_kept(address: str) -> None:
    assert safe_link(address) == address


def test_pictures_are_only_loaded_from_web_urls() -> None:
    assert [
        safe_picture(address)
        for address in ("https://a.example/x.jpg", "mailto:x", "ftp://a.example/x", "data:,")
    ] == ["https://a.example/x.jpg", "", "", ""]


def test_terminal_escapes_are_removed() -> None:
    assert shown("a\x1b[2Jb\x9b1mc\u202ed\r\u2066e\nf\tg") == "a[2Jb1mcde\nf\tg"


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(article=articles)
def test_flat_rows_are_scalars_with_the_same_keys(article: Article) -> None:
    row = article.to_flat_dict()
    assert list(row) == list(Article().to_flat_dict())
    assert all(value is None or type(value) in (str, int, bool) for value in row.values())


def test_flat_row_of_a_page() -> None:
    row = newsparse.parse(FLOOD, url="https://herald.example/x").to_flat_dict()
    wanted = {
        "url": "https://herald.example/x",
        "kind": "article",
        "headline": "River tops its banks at Exampleton",
        "authors": "Ada Lin",
        "published": "2024-03-04T06:30:00-08:00",
        "dateline_place": "EXAMPLETON, Wash.",
        "tags": "floods; Exampleton; roads & bridges",
        "is_free": True,
    }
    assert {name: row[name] for name in wanted} == wanted


def test_extract_has_the_call_signature_of_trafilatura() -> None:
    trafilatura = pytest.importorskip(
        "trafilatura", reason="trafilatura is missing; pip install trafilatura"
    )

    theirs, ours = (
        inspect.signature(trafilatura.extract).parameters,
        inspect.signature(newsparse.extract).parameters,
    )
    assert set(list(ours)[1:]) <= set(theirs)
    assert [name for name in theirs if name in ours][:1] == list(ours)[1:2]
    assert all(ours[name].default == theirs[name].default for name in list(ours)[1:])


def test_extract() -> None:
    page = FLOOD.read_text("utf-8")
    article = newsparse.parse(page)
    assert newsparse.extract(page) == article.text
    assert newsparse.extract(page, with_metadata=True) == newsparse.export(article, "text")
    assert newsparse.extract(
        page, output_format="markdown", with_metadata=True
    ) == newsparse.export(article, "markdown")
    assert (newsparse.extract(page, output_format="markdown") or "").startswith("EXAMPLETON, Wash.")
    assert newsparse.extract(page, output_format="xmltei") == newsparse.export(article, "tei")
    assert newsparse.extract(page, target_language="de") is None
    assert newsparse.extract(page, target_language="en") == article.text
    assert newsparse.extract("") is None
    with pytest.raises(newsparse.UnknownFormatError, match="'csv'"):
        newsparse.extract(page, output_format="csv")
    with pytest.raises(newsparse.UnknownFormatError):
        newsparse.extract("", output_format="csv")


def test_functions_are_not_hidden_by_modules() -> None:
    import newsparse.exports.table
    import newsparse.extraction

    assert callable(newsparse.export)
    assert callable(newsparse.extract)


def test_embeds_stand_in_their_place() -> None:
    """Between the blocks where they stood; one inside a list stands below the list."""
    item = BlockKind.LIST_ITEM
    story = Article(
        body=(
            BodyBlock("One."),
            BodyBlock("Eggs", item, depth=1),
            BodyBlock("Milk", item, depth=1),
            BodyBlock("Two."),
        ),
        embeds=(
            Embed(EmbedKind.POST, text="First", position=1),
            Embed(EmbedKind.VIDEO, text="Second", position=2),
            Embed(EmbedKind.MAP, text="Third"),
        ),
    )
    order = ["One.", "First", "Eggs", "Milk", "Second", "Two.", "Third"]
    for export in (html, nitf, tei):
        printed = export(story)
        places = [printed.index(word) for word in order]
        assert places == sorted(places), export.__name__
