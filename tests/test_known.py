"""What the caller knows fills or replaces fields, and the record says so."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

import newsparse
from newsparse import InputError, Known, Origin, Parser

STORY = (
    "<p>It rained on Exampleton all day, the council said on Tuesday, and the river rose.</p>"
    "<p>The schools will open at the usual hour, and the ferry sails as long as the fog allows.</p>"
)
BARE = f"<html><body><article><h1>Rain falls</h1>{STORY}</article></body></html>"
STATED = (
    '<html lang="en"><head><meta property="og:site_name" content="The Herald">'
    '<meta property="article:published_time" content="2024-03-12T08:00:00Z">'
    '<meta property="article:section" content="Weather"></head>'
    f"<body><article><h1>Rain falls</h1><p>By Ada Lin</p>{STORY}</article></body></html>"
)
DAY = dt.date(2020, 1, 2)
ALL = Known(
    published=DAY,
    updated=dt.datetime(2020, 1, 3, 8, tzinfo=dt.UTC),
    authors=("Bo Reyes", "Cy Dorn"),
    language="nl",
    masthead="The Courier",
    section="Harbour",
    url="https://courier.example/rain",
)


def test_a_default_fills_what_the_page_leaves_open() -> None:
    article = newsparse.parse(BARE, known=ALL)
    assert (article.published, str(article.updated)) == (DAY, "2020-01-03 08:00:00+00:00")
    assert [byline.names for byline in article.bylines] == [("Bo Reyes", "Cy Dorn")]
    assert article.masthead is not None and article.masthead.name == "The Courier"
    assert (article.section, article.language) == ("Harbour", "nl")
    assert article.url == "https://courier.example/rain"


def test_a_default_leaves_what_the_page_says() -> None:
    article = newsparse.parse(STATED, url="https://herald.example/a", known=ALL)
    told = newsparse.parse(STATED, url="https://herald.example/a")
    for field in ("published", "bylines", "masthead", "section", "language", "url"):
        assert getattr(article, field) == getattr(told, field), field
    assert article.updated is not None


def test_an_override_replaces_what_the_page_says() -> None:
    import attrs

    article = newsparse.parse(STATED, known=attrs.evolve(ALL, use="override"))
    assert (article.published, article.section, article.language) == (DAY, "Harbour", "nl")
    assert [byline.names for byline in article.bylines] == [("Bo Reyes", "Cy Dorn")]
    assert article.masthead is not None and article.masthead.name == "The Courier"


def test_the_record_says_what_the_caller_knew() -> None:
    article = newsparse.parse(BARE, known=ALL)
    origins = {one.field: one.source.origin for one in article.evidence}
    fields = ("published", "updated", "section", "language")
    assert {field: origins[field] for field in fields} == dict.fromkeys(fields, Origin.CALLER)
    assert article.masthead is not None
    assert article.masthead.source.origin is Origin.CALLER
    assert article.bylines[0].authors[0].source.origin is Origin.CALLER
    with pytest.raises(InputError, match="the caller knew it"):
        newsparse.locate(BARE, article.masthead.source)
    assert newsparse.Article.from_json(article.to_json()) == article


def test_a_function_is_asked_for_the_language_of_an_undeclared_page_alone() -> None:
    asked: list[str] = []

    def detect(text: str) -> str:
        asked.append(text)
        return "en"

    known = Known(language=detect)
    assert newsparse.parse(BARE, known=known).language == "en"
    assert "It rained on Exampleton" in asked[0]
    declared = (
        '<script type="application/ld+json">{"@type":"NewsArticle","inLanguage":"de"}</script>'
    )
    assert (
        newsparse.parse(BARE.replace("<article>", declared + "<article>"), known=known).language
        == "de"
    )
    assert newsparse.parse(STATED, known=known).language == "en"
    assert len(asked) == 1


def test_known_names_help_to_read_the_byline() -> None:
    page = BARE.replace("</h1>", "</h1><p>Ada Lin, Exampleton</p>")
    assert not newsparse.parse(page).authors
    (byline,) = newsparse.parse(page, known=Known(authors="Ada Lin")).bylines
    assert byline.names == ("Ada Lin",) and byline.source.origin is Origin.DOM


def test_nothing_known_changes_nothing() -> None:
    assert newsparse.parse(STATED, known=Known()) == newsparse.parse(STATED)


@pytest.mark.parametrize(
    "values",
    [
        {"published": "2024-03-12"},
        {"authors": 7},
        {"authors": (7,)},
        {"language": 7},
        {"masthead": " "},
        {"url": b"x"},
        {"use": "both"},
    ],
)
def test_a_wrong_type_raises(values: dict[str, object]) -> None:
    with pytest.raises(InputError, match=next(iter(values))):
        Known(**values)  # type: ignore[arg-type]


def test_parse_takes_a_known_alone() -> None:
    with pytest.raises(InputError, match="known must be a Known"):
        Parser(()).parse(BARE, known={"language": "en"})  # type: ignore[arg-type]


def test_a_default_language_is_used_for_segments_and_explain_too() -> None:
    page = BARE.replace("</h1>", "</h1><p>Ada Lin, Exampleton</p>")
    known = Known(authors="Ada Lin")
    labels = {one.text: one.label for one in newsparse.segment(page, known=known)}
    assert labels["Ada Lin, Exampleton"] is newsparse.Label.BYLINE
    file = newsparse.explain(BARE, known=Known(published=DAY))
    assert "2020-01-02" in file and "caller" in file


def test_confidences_are_those_of_the_completed_record() -> None:
    told = newsparse.parse(BARE, known=Known(published=DAY))
    untold = newsparse.parse(BARE)
    assert told.confidences is not None and untold.confidences is not None
    assert told.confidences.published != untold.confidences.published
    assert told.confidences.headline == untold.confidences.headline


def test_an_override_leaves_no_evidence_of_what_it_replaced() -> None:
    page = STATED.replace("By Ada Lin", '<a href="/ada">Ada Lin</a>').replace(
        "<p><a", '<p class="byline">By <a'
    )
    url = "https://herald.example/a"
    fields = {one.field for one in newsparse.parse(page, url=url).evidence}
    assert "bylines[0].authors[0].url" in fields
    known = Known(authors="Bo Reyes", use="override")
    told = {one.field for one in newsparse.parse(page, url=url, known=known).evidence}
    assert "bylines[0].authors[0].url" not in told


def to_sports(article: newsparse.Article) -> newsparse.Article:
    """The function of a profile."""
    return article.evolve(section="Sports")


def test_an_override_goes_before_a_profiles_function() -> None:
    profile = newsparse.Profile(name="herald", refine=f"{__name__}:to_sports")
    page = STATED
    assert newsparse.parse(page, profile=profile).section == "Sports"
    known = Known(section="Harbour", use="override")
    assert newsparse.parse(page, profile=profile, known=known).section == "Harbour"


@pytest.mark.parametrize(
    ("value", "known"),
    [
        ({"published": "2024-03-12"}, Known(published=dt.date(2024, 3, 12))),
        (
            {"updated": "2024-03-12T08:00:00+00:00"},
            Known(updated=dt.datetime(2024, 3, 12, 8, tzinfo=dt.UTC)),
        ),
        ({"authors": ["Ada Lin", "Bo Reyes"]}, Known(authors=("Ada Lin", "Bo Reyes"))),
        ({"authors": "Ada Lin; Bo Reyes", "id": 7}, Known(authors=("Ada Lin", "Bo Reyes"))),
        ({"language": "nl", "section": "", "url": None}, Known(language="nl")),
    ],
)
def test_known_of_a_row(value: dict[str, object], known: Known) -> None:
    assert Known.from_dict(value) == known


@pytest.mark.parametrize("value", [{"published": "soon"}, {"updated": 7}, {"use": "both"}, ["url"]])
def test_a_wrong_row_raises(value: object) -> None:
    with pytest.raises(InputError):
        Known.from_dict(value)  # type: ignore[arg-type]


# The command line


def run(*arguments: str) -> str:
    from typer.testing import CliRunner

    from newsparse.cli.app import app

    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_commands_take_a_file(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(BARE.replace("</h1>", "</h1><p>Ada Lin, Exampleton</p>"), "utf-8")
    known = tmp_path / "known.json"
    known.write_text('{"published": "2020-01-02", "authors": ["Ada Lin"]}', "utf-8")
    record = json.loads(run("parse", str(page), "--known", str(known)))
    assert record["published"] == "2020-01-02"
    assert "byline" in run("segment", str(page), "--known", str(known), "--format", "json")
    assert "2020-01-02" in run("explain", str(page), "--known", str(known))


def test_a_wrong_file_is_a_usage_error(tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from newsparse.cli.app import app

    known = tmp_path / "known.json"
    known.write_text('{"published": "soon"}', "utf-8")
    result = CliRunner().invoke(app, ["parse", "-", "--known", str(known)], input=BARE)
    assert result.exit_code == 2


def test_parse_reads_comments_on_request(tmp_path: Path) -> None:
    page = Path(__file__).parent.parent / "fixtures" / "comments"
    path = next(
        one for one in sorted(page.glob("*.html")) if newsparse.parse(one, comments=True).comments
    )
    assert json.loads(run("parse", str(path), "--comments"))["comments"]
    assert not json.loads(run("parse", str(path)))["comments"]


@pytest.mark.parametrize("suffix", ["jsonl", "csv"])
def test_a_batch_is_told_by_id_or_url(tmp_path: Path, suffix: str) -> None:
    pages = tmp_path / "pages.jsonl"
    rows = [
        {"id": "a", "html": BARE},
        {"id": "b", "html": BARE, "url": "https://courier.example/b"},
        {"id": "c", "html": STATED, "url": "https://courier.example/c"},
    ]
    pages.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    told = [
        {
            "id": "a",
            "url": "https://courier.example/a",
            "published": "2020-01-02",
            "use": "default",
        },
        {"id": "", "url": "https://courier.example/b", "published": "2020-01-03", "use": ""},
        {"id": "c", "url": "", "published": "2020-01-04", "use": "override"},
    ]
    known = tmp_path / f"known.{suffix}"
    lines = (
        [json.dumps(row) for row in told]
        if suffix == "jsonl"
        else ["id,url,published,use", *(",".join(row.values()) for row in told)]
    )
    known.write_text("\n".join(lines) + "\n", "utf-8")
    output = tmp_path / "out.jsonl"
    run("batch", str(pages), "-o", str(output), "--known", str(known), "--workers", "0", "--quiet")
    found = {row["id"]: row for row in map(json.loads, output.read_text("utf-8").splitlines())}
    days = {id: row["article"]["published"] for id, row in found.items()}
    assert days == {"a": "2020-01-02", "b": "2020-01-03", "c": "2020-01-04"}
    assert found["a"]["article"]["url"] == "https://courier.example/a"


def test_a_batch_names_a_row_that_knows_something_wrong(tmp_path: Path) -> None:
    from newsparse import BatchError
    from newsparse.batch.known import known_pages

    known = tmp_path / "known.jsonl"
    known.write_text('{"id": "a"}\n{"id": "b", "published": "soon"}\n', "utf-8")
    with pytest.raises(BatchError, match="row 2: published must be a date"):
        known_pages(str(known))
