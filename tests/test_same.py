"""Near-copies among stories, who may have printed first, and what changed between two captures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import newsparse
from newsparse import Article, BodyBlock, Changes, Headline, Note, NoteKind
from newsparse.across.changes import Rewrite
from newsparse.across.stories import Story, instants, of_article, of_row

WIRE = (
    "The ferry between Exampleton and the island sailed again on Tuesday, three months after a storm.",
    "About forty people stood in the rain to see the first crossing, the harbour master said.",
    "Tickets are sold on board until the new machines arrive, and bicycles travel free of charge.",
    "The company expects as many passengers as before the storm, its director told reporters.",
)
OTHER = (
    "The mill on the river will grind flour for visitors from May, the council decided on Monday.",
    "Its wheel was last seen turning in the year of the flood, and the beams had to be replaced.",
    "A baker from the next village will run the shop, where loaves are sold on market days.",
)


def article(*texts: str, headline: str = "Ferry returns", **fields: object) -> Article:
    blocks = tuple(map(BodyBlock, texts))
    return Article(headline=Headline(headline), body=blocks, **fields)  # type: ignore[arg-type]


# What changed


def test_added_removed_and_rewritten_paragraphs() -> None:
    later = (WIRE[0], WIRE[1].replace("forty", "sixty"), WIRE[3], "A second ship follows in May.")
    found = newsparse.compare(article(*WIRE), article(*later))
    assert found.added == ("A second ship follows in May.",)
    assert found.removed == (WIRE[2],)
    assert found.rewritten == (Rewrite(WIRE[1], later[1]),)
    assert found.headline is None and found.is_unmarked


def test_a_correction_marks_a_change() -> None:
    later = article(WIRE[0].replace("Tuesday", "Monday"), *WIRE[1:])
    marked = later.evolve(
        notes=(Note("An earlier version named the wrong day.", NoteKind.CORRECTION),)
    )
    assert newsparse.compare(article(*WIRE), later).is_unmarked
    found = newsparse.compare(article(*WIRE), marked)
    assert not found.is_unmarked and found.corrections == (
        "An earlier version named the wrong day.",
    )


def test_an_old_correction_marks_nothing() -> None:
    note = Note("An earlier version named the wrong day.", NoteKind.CORRECTION)
    before = article(*WIRE).evolve(notes=(note,))
    after = article(WIRE[0].replace("Tuesday", "Monday"), *WIRE[1:]).evolve(notes=(note,))
    assert newsparse.compare(before, after).is_unmarked


def test_more_paragraphs_alone_are_no_silent_correction() -> None:
    found = newsparse.compare(article(*WIRE), article(*WIRE, "More follows."))
    assert found.added and not found.is_unmarked


def test_a_new_headline() -> None:
    found = newsparse.compare(article(*WIRE), article(*WIRE, headline="Ferry is back"))
    assert found.headline == Rewrite("Ferry returns", "Ferry is back")


def test_the_form_of_blanks_and_quotes_is_no_change() -> None:
    one, other = article('"It sails", he said.'), article("“It  sails”, he said.")
    assert not newsparse.compare(one, other)
    assert newsparse.compare(one, one) == Changes()


def test_compare_takes_articles_alone() -> None:
    with pytest.raises(newsparse.InputError, match="two Articles"):
        newsparse.compare(article(*WIRE), "text")  # type: ignore[arg-type]


# When a story was printed


@pytest.mark.parametrize(
    ("one", "other", "may_be_earlier"),
    [
        ("2024-03-12T08:00:00+00:00", "2024-03-12T09:00:00+00:00", False),
        ("2024-03-12T09:30:00+02:00", "2024-03-12T08:00:00+00:00", False),
        ("2024-03-12T08:00:00+00:00", "2024-03-12", True),
        ("2024-03-12", "2024-03-15", False),
        ("2024-03-12T08:00:00+00:00", "2024-03-12T09:00:00", True),
    ],
)
def test_whether_another_story_may_be_earlier(one: str, other: str, may_be_earlier: bool) -> None:
    first, second = instants(one), instants(other)
    assert first is not None and second is not None
    assert (second[0] <= first[1]) is may_be_earlier


@pytest.mark.parametrize("printed", ["", "soon", "2024-13-01"])
def test_what_is_no_date_has_no_instants(printed: str) -> None:
    assert instants(printed) is None


# Rows


def test_a_row_of_a_record_is_the_story_of_the_article() -> None:
    page = newsparse.parse(
        "<h1>Ferry returns</h1><p class=byline>By Ada Lin, AP</p>"
        + "".join(f"<p>{text}</p>" for text in WIRE),
        url="https://courier.example/ferry",
    )
    row = {"id": "a", **page.to_dict()}
    assert of_row(row, "x") == of_article(page, "a")
    assert of_row(row, "x").agency == "associated-press"  # type: ignore[union-attr]


def test_a_flat_row_is_a_story_too() -> None:
    page = article(*WIRE, url="https://courier.example/ferry")
    flat = {"id": "a", **page.to_flat_dict()}
    assert of_row(flat, "x") == of_article(page, "a")
    assert of_row({"id": "a", "error": "gone"}, "x") is None


# Clusters: these need datasketch


@pytest.fixture
def sketches() -> None:
    pytest.importorskip("datasketch", reason="pip install 'newsparse[same]'")


@pytest.mark.usefixtures("sketches")
def test_near_copies_agree_and_other_stories_do_not() -> None:
    ours, cut, other = (
        newsparse.fingerprint("\n\n".join(texts)) for texts in (WIRE, WIRE[:3], OTHER)
    )
    assert newsparse.similarity(ours, ours) == 1.0
    assert newsparse.similarity(ours, cut) > 0.5 > 0.1 > newsparse.similarity(ours, other)
    assert newsparse.fingerprint(article(*WIRE)) == ours
    with pytest.raises(newsparse.InputError, match="no fingerprint"):
        newsparse.similarity(ours, "rain")


@pytest.mark.usefixtures("sketches")
def test_scripts_without_blanks_have_fingerprints() -> None:
    text = "大橋今天重新開放，市長說，工程比預期早一個月完成，市民從早上起就排隊等候通行，現場氣氛熱鬧。"
    later = text.replace("一個月", "兩個月")
    ours = newsparse.fingerprint(text)
    assert 0.5 < newsparse.similarity(ours, newsparse.fingerprint(later)) < 1.0


def stories() -> list[Story]:
    first = "2024-03-12T08:00:00+00:00"
    return [
        Story("b", "https://b.example/ferry", published="2024-03-12T09:00:00+00:00", paragraphs=WIRE),
        Story("x", "https://b.example/mill", published=first, paragraphs=OTHER),
        Story("a", "https://a.example/1", published=first, agency="reuters", paragraphs=WIRE[:3]),
        Story("b2", "https://b.example/ferry", headline="Ferry is back",
              published="2024-03-12T09:00:00+00:00", updated="2024-03-13", paragraphs=WIRE),
        Story("c", "https://c.example/f", published="2024-03-12", paragraphs=WIRE),
    ]  # fmt: skip


@pytest.mark.usefixtures("sketches")
def test_clusters() -> None:
    from newsparse.across.near_copies import near_copies

    (found,) = near_copies(stories())
    assert {story.id for story in found.stories} == {"a", "b", "b2", "c"}
    assert found.agency == "reuters"
    assert set(found.first) == {"a", "c"}
    ((before, after, changes),) = found.versions
    assert (before, after) == ("b", "b2") and changes.headline is not None and changes.is_unmarked


@pytest.mark.usefixtures("sketches")
def test_a_higher_share_parts_cut_copies() -> None:
    from newsparse.across.near_copies import near_copies

    (found,) = near_copies(stories(), least=1.0)
    assert {story.id for story in found.stories} == {"b", "b2", "c"}


@pytest.mark.usefixtures("sketches")
def test_the_command(tmp_path: Path) -> None:
    rows = [
        {"id": story.id, "url": story.url, "published": story.published, "agency": story.agency,
         "headline": story.headline, "text": story.text}
        for story in stories()
    ]  # fmt: skip
    path = tmp_path / "records.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    page = tmp_path / "d.html"
    page.write_text("<h1>Ferry</h1>" + "".join(f"<p>{text}</p>" for text in WIRE), "utf-8")
    from newsparse.cli.app import app

    result = CliRunner().invoke(app, ["same", str(path), str(page)])
    assert result.exit_code == 0, result.output
    (line,) = result.output.splitlines()
    found = json.loads(line)
    assert {one["id"] for one in found["stories"]} == {"a", "b", "b2", "c", str(page)}
    assert found["agency"] == "reuters" and found["versions"][0]["unmarked"] is True
    shown = CliRunner().invoke(app, ["same", str(path), "--format", "text"]).output
    assert "4 stories, text of reuters" in shown and 'headline "Ferry is back"' in shown


@pytest.mark.usefixtures("sketches")
def test_a_broken_line_names_its_number(tmp_path: Path) -> None:
    from newsparse.batch.stories import stories as read

    path = tmp_path / "records.jsonl"
    path.write_text('{"text": "It rained."}\n{"text"\n', "utf-8")
    with pytest.raises(newsparse.InputError, match="line 2 is not JSON"):
        list(read([str(path)]))
