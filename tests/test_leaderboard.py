"""The measures of the leaderboard, and the command that writes its tables."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsparse.benchmark import leaderboard
from newsparse.benchmark.figures import replaced
from newsparse.benchmark.measures import MEASURES, Counts, deck_is_right, measured

STORY = "The weir at Exampleton was closed on Tuesday.\nNobody was hurt, the council said."
LINES = STORY.split("\n")


@pytest.mark.parametrize(
    ("name", "gold", "predicted", "value"),
    [
        ("exact", {"body_text": STORY}, {"body": LINES}, 1.0),
        ("exact", {"body_text": STORY.upper()}, {"body": LINES}, 1.0),
        ("exact", {"body_text": STORY}, {"body": LINES[:1]}, 0.0),
        ("exact", {"body": LINES, "summary": ["Closed."]}, {"body": ["Closed.", *LINES]}, 1.0),
        ("exact", {"body": [*LINES, "[Read more about the rain here.]"]}, {"body": LINES}, 1.0),
        (
            "exact",
            {"body": [*LINES, "[Read more about the rain here.]"]},
            {"body": [*LINES, "Read more about the rain here."]},
            1.0,
        ),
        ("precision", {"body_text": STORY}, {"body": LINES[:1]}, 1.0),
        ("precision", {"body_text": STORY}, {}, 0.0),
        ("recall", {"body_text": STORY}, {}, 0.0),
        ("recall", {"headline": "Rain"}, {"body": LINES}, None),
        ("kind", {"kind": "other"}, {"kind": "index"}, 1.0),
        ("kind", {"kind": "article"}, {"kind": "liveblog"}, 1.0),
        ("kind", {"kind": "article"}, {}, 0.0),
        ("headline", {"headline": "Rain – “again”"}, {"headline": 'rain - "again"'}, 1.0),
        ("headline", {"headline": "Rain"}, {"headline": None}, 0.0),
        ("deck", {"deck": "Roads are closed today"}, {"deck": "Roads are closed today."}, 1.0),
        ("deck", {"summary": []}, {"deck": "Roads"}, None),
        ("authors", {"authors": ["Ada Lin", "Bo"]}, {"authors": ["By Ada Lin"]}, Counts(1, 1, 2)),
        ("byline", {"authors_raw": "By Ada Lin and Bo Reyes"}, {"authors": ["Ada Lin"]}, 0.0),
        (
            "byline",
            {"authors_raw": "By Ada Lin and Bo Reyes"},
            {"authors": ["Ada Lin", "Bo Reyes"]},
            1.0,
        ),
        ("byline", {"authors_raw": "By Ada Lin"}, {"authors": ["Cy Moss"]}, 0.0),
        ("date", {"published": "2012-03-04"}, {"published": "2012-03-04T05:06:07"}, 1.0),
        (
            "date",
            {"published": "2012-03-04T23:30:00+00:00"},
            {"published": "2012-03-05T00:30:00+01:00"},
            1.0,
        ),
        ("date", {"published": None}, {"published": "2012-03-04"}, 0.0),
        ("date", {"published": None}, {"published": None}, 1.0),
        (
            "captions",
            {"captions": [{"text": "The weir at noon"}, {"text": ""}]},
            {"captions": [{"text": "The weir at noon."}, {"text": "An ad"}]},
            Counts(1, 2, 1),
        ),
        (
            "segments",
            {"with": ["the weir", "Subscribe"], "without": ["council", "login"]},
            {"body": LINES, "deck": "Subscribe now"},
            Counts(2, 3, 2),
        ),
    ],
)
def test_a_page_is_measured(
    name: str, gold: dict[str, Any], predicted: dict[str, Any], value: float | Counts | None
) -> None:
    assert MEASURES[name](gold, predicted) == value


def test_a_paragraph_returned_as_a_note_is_not_missing() -> None:
    text = "\n".join([*LINES * 8, "Corrected on Friday."])
    predicted = {"body": LINES * 8, "notes": ["Corrected on Friday."]}
    assert MEASURES["exact"]({"body_text": text}, predicted) == 1.0
    assert MEASURES["exact"]({"body_text": STORY}, {"body": LINES[:1], "notes": LINES[1:]}) == 0.0


def test_no_deck_is_right_where_there_is_none() -> None:
    assert deck_is_right({"summary": []}, {}) == 1.0
    assert deck_is_right({"summary": []}, {"deck": "Roads"}) == 0.0
    assert deck_is_right({}, {"deck": "Roads"}) is None


def test_counts_are_summed_over_pages_and_shares_averaged() -> None:
    gold: dict[str, Any] = {"authors": ["Ada Lin"], "headline": "Rain"}
    found = measured(
        [
            (gold, {"authors": ["Ada Lin"], "headline": "Rain"}),
            (gold, {"authors": ["Cy Moss", "Bo Reyes"]}),
        ]
    )
    assert found == {"headline": 0.5, "authors": pytest.approx(2 * (1 / 3) * 0.5 / (1 / 3 + 0.5))}


def test_the_command_writes_its_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "leaderboard.md"
    marks = "<!-- figures: {} -->\n\nold\n\n<!-- end of figures -->\n"
    page.write_text("# Board\n" + marks.format("made") + marks.format("kind") + "The end.\n")
    monkeypatch.setattr(leaderboard, "DOCS", page)
    rows = [
        {"body_text": STORY, "kind": "article"},
        {"body_text": STORY, "kind": "article"},
        {"kind": "other"},
    ]
    (tmp_path / "manifest.jsonl").write_text(
        "".join(
            json.dumps(
                {
                    "id": f"p{number}",
                    "set": "made",
                    "url": "https://herald.example/",
                    "domain": "herald.example",
                    "page": "0.gz",
                    "gold": gold,
                }
            )
            + "\n"
            for number, gold in enumerate(rows)
        )
    )
    ours, theirs = tmp_path / "ours.jsonl", tmp_path / "theirs.jsonl"
    ours.write_text(
        json.dumps({"id": "p0", "body": LINES, "kind": "article"})
        + "\n"
        + json.dumps({"id": "p2", "body": LINES, "kind": "article"})
        + "\n"
    )
    theirs.write_text(json.dumps({"id": "p1", "body": LINES[:1]}) + "\n")
    leaderboard.main(
        [
            str(tmp_path),
            "--predictions",
            f"ours={ours}",
            "--predictions",
            f"theirs={theirs}",
            "--write",
        ]
    )
    text = page.read_text()
    assert text.startswith("# Board\n") and text.endswith("The end.\n") and "old" not in text
    lines = text.splitlines()
    assert "| ours | **0.500** | **0.500** | **0.333** |" in lines
    assert "| ours | 0.500 | 1.000 | 0.000 |" in lines
    assert lines.index("| ours | **0.500** | **0.500** | **0.333** |") < next(
        at for at, line in enumerate(lines) if line.startswith("| theirs |")
    )
    assert "## made" in capsys.readouterr().out


def test_figures_without_a_place_are_an_error(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Nothing\n")
    with pytest.raises(ValueError, match="no place for the figures 'made'"):
        replaced(page, "made", "text")


def test_published_figures_are_shares_of_known_measures() -> None:
    published = json.loads(leaderboard.PUBLISHED.read_text())
    rows = [row for figures in published.values() for row in figures.values()]
    assert all(set(row) <= set(leaderboard.COLUMNS) for row in rows)
    assert all(0 < value <= 1 for row in rows for value in row.values())
