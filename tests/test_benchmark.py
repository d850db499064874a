"""`python -m newsparse.benchmark` prints what it measured."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from newsparse.benchmark import generated
from newsparse.benchmark.__main__ import main

STORY = "\n".join(
    f"Sentence number {number} of the story is about the weir at Exampleton." for number in range(9)
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two pages of one set with the same gold story."""
    rows = []
    for number in range(2):
        (tmp_path / f"{number}.gz").write_bytes(gzip.compress(generated.html(number).encode()))
        gold = {"body_text": STORY}
        rows.append(
            {
                "id": f"p{number}",
                "set": "made",
                "url": generated.url(number),
                "domain": "herald.example",
                "page": f"{number}.gz",
                "gold": gold,
            }
        )
    (tmp_path / "manifest.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path


def test_predictions_are_scored_and_a_missing_one_counts_as_empty(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "ours.jsonl").write_text(json.dumps({"id": "p0", "body": STORY.split("\n")}) + "\n")
    assert (
        main(
            [
                str(corpus),
                "--sets",
                "made",
                "--only",
                "quality",
                "--predictions",
                str(corpus / "ours.jsonl"),
            ]
        )
        == 0
    )
    assert capsys.readouterr().out.split() == "ours made 2 pages body F1 0.5000 exact 0.500".split()


def test_peers_are_scored_too(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("trafilatura", reason="trafilatura is missing; pip install trafilatura")
    assert (
        main([str(corpus), "--sets", "made", "--only", "quality", "--peers", "--every", "2"]) == 0
    )
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert {"html", "text", "trafilatura"} <= {line[0] for line in lines}
    assert all(line[1:4] == ["made", "1", "pages"] for line in lines)


def test_figure_below_its_floor_fails(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    floors = corpus / "floors.json"
    floors.write_text(json.dumps({"html": {"made": 0.9}}))
    monkeypatch.setattr("newsparse.benchmark.__main__.FLOORS", floors)
    assert main([str(corpus), "--sets", "made", "--only", "quality", "--floors"]) == 1
    assert "below its floor 0.9" in capsys.readouterr().out
