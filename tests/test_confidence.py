"""Every record says how likely it is right, and the command line can leave out what is doubtful."""

from __future__ import annotations

import json
import re
from pathlib import Path

import attrs
import pytest
import typer
from typer.testing import CliRunner

import newsparse
from newsparse import Article, Confidences
from newsparse.assemble.confidence_cues import CUES
from newsparse.benchmark import generated
from newsparse.cli import batch
from newsparse.cli.app import app
from newsparse.printed.flat import CONFIDENCE_COLUMNS

WEIGHTS = json.loads(
    (Path(newsparse.__file__).parent / "assemble" / "weights" / "confidence.json").read_text()
)
PARAGRAPHS = "".join(
    f"<p>Sentence number {number} of the story says what the council of Exampleton decided on "
    f"Tuesday about the weir, and why it took three meetings to agree on it.</p>"
    for number in range(8)
)
SURE = (
    "<head><title>The weir stays, the council of Exampleton says</title>"
    '<meta property="og:title" content="The weir stays, the council of Exampleton says"></head>'
    "<article><h1>The weir stays, the council of Exampleton says</h1>"
    '<p class="byline">By Ada Lin</p><time datetime="2012-03-06">March 6, 2012</time>'
    f"{PARAGRAPHS}</article>"
)
MUDDLED = (
    "<div>Subscribe</div><div>What readers say about the weir</div>"
    + "".join(
        f"<div><a href='/{number}'>Weir {number}</a> A line of some words about it, {number}.</div>"
        "<div>Ada: I like it. Bo: I do not. Cy: Me neither, to be honest with you.</div>"
        for number in range(9)
    )
    + "<p>It rained on Exampleton, and nobody went to the weir to see the water rise.</p>"
)

batch_app = typer.Typer()
batch.register(batch_app)


def test_a_clear_page_is_surer_than_a_muddled_one() -> None:
    sure, muddled = newsparse.parse(SURE), newsparse.parse(MUDDLED)
    assert sure.confidence is not None and muddled.confidence is not None
    assert sure.confidence > 0.7 > 0.4 > muddled.confidence


def test_a_headline_that_the_head_confirms_is_surer() -> None:
    other = re.sub(r"<head>.*</head>", "<head><title>Home page</title></head>", SURE)
    confirmed, alone = newsparse.parse(SURE).confidences, newsparse.parse(other).confidences
    assert confirmed is not None and alone is not None
    assert confirmed.headline > alone.headline


def test_a_date_that_the_head_contradicts_is_less_sure() -> None:
    meta = '<meta property="article:published_time" content="2019-01-02">'
    agreed, at_odds = newsparse.parse(SURE), newsparse.parse(SURE.replace("</head>", meta, 1))
    assert agreed.confidences is not None and at_odds.confidences is not None
    assert agreed.confidences.published > at_odds.confidences.published


@pytest.mark.parametrize("page", [SURE, MUDDLED, "", "<p>Rain.</p>", b"\x00\x01", "By Ada Lin\n"])
def test_every_probability_lies_between_0_and_1(page: str | bytes) -> None:
    article = newsparse.parse(page)
    assert article.confidences is not None
    values = [article.confidence, *attrs.astuple(article.confidences)]
    assert all(isinstance(value, float) and 0 <= value <= 1 for value in values)


def test_a_page_without_a_story_has_no_sure_body() -> None:
    article = newsparse.parse("<nav><a href='/'>Home</a></nav>")
    assert not article.body and article.confidence is not None and article.confidence < 0.1


@pytest.mark.parametrize("media", ["html", "text"])
def test_the_shipped_weights_are_those_of_the_cues(media: str) -> None:
    shipped = {field: set(model["weights"]) for field, model in WEIGHTS[media].items()}
    assert shipped == {field: {name for name, _ in cues} for field, cues in CUES.items()}


def test_a_record_of_an_older_version_loads() -> None:
    row = newsparse.parse(SURE).to_dict()
    del row["confidence"], row["confidences"]
    old = Article.from_dict(row)
    assert old.confidence is None and old.confidences is None
    assert Article.from_dict(old.to_dict()) == old
    assert old.to_flat_dict()["headline_confidence"] is None


def test_flat_rows_have_a_column_for_each_probability() -> None:
    article = newsparse.parse(SURE)
    row = article.to_flat_dict()
    assert article.confidences is not None
    fields = attrs.asdict(article.confidences)
    assert {name: row[name] for name in CONFIDENCE_COLUMNS} == {
        "confidence": article.confidence,
        **{f"{field}_confidence": value for field, value in fields.items()},
    }
    assert set(fields) == {field.name for field in attrs.fields(Confidences)}


def test_a_batch_leaves_doubtful_records_out_and_lists_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "muddled.html").write_text(MUDDLED)
    (tmp_path / "in" / "sure.html").write_text(SURE)
    arguments = "in -o out.jsonl --errors doubtful.jsonl --workers 0 --ordered --min-confidence 0.5"
    result = CliRunner().invoke(batch_app, arguments.split())
    assert result.exit_code == 0, result.output
    rows = [json.loads(line) for line in Path("out.jsonl").read_text().splitlines()]
    assert [(row["id"], row["article"] is None) for row in rows] == [
        ("in/muddled.html", True),
        ("in/sure.html", False),
    ]
    (doubtful,) = map(json.loads, Path("doubtful.jsonl").read_text().splitlines())
    assert (doubtful["id"], doubtful["kind"]) == ("in/muddled.html", "doubtful")
    assert "less than 0.5" in doubtful["message"]


def test_a_batch_without_the_option_keeps_doubtful_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.html").write_text(MUDDLED)
    result = CliRunner().invoke(batch_app, ["page.html", "--workers", "0", "--quiet"])
    assert json.loads(result.stdout)["article"]["confidence"] < 0.5


def test_parse_prints_a_doubtful_record_and_exits_with_4(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(SURE.replace("stays", "falls"))
    sure = CliRunner().invoke(app, ["parse", str(page), "--min-confidence", "0.1"])
    doubtful = CliRunner().invoke(app, ["parse", str(page), "--min-confidence", "1"])
    assert (sure.exit_code, doubtful.exit_code) == (0, 4)
    assert json.loads(doubtful.stdout) == json.loads(sure.stdout)
    assert "is doubtful" in doubtful.stderr and "is doubtful" not in sure.stderr


def test_a_probability_is_a_number_from_0_to_1() -> None:
    result = CliRunner().invoke(app, ["parse", "x.html", "--min-confidence", "90"])
    assert result.exit_code == 2


def test_generated_pages_are_articles_of_some_confidence() -> None:
    article = newsparse.parse(generated.html(1, 8))
    assert article.confidences is not None and article.confidences.kind > 0.5
