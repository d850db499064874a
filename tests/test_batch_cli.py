"""The command `newsparse batch`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from newsparse.batch.benchmark import made
from newsparse.cli import batch

app = typer.Typer()
batch.register(app)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for number in range(3):
        (tmp_path / "in" / f"{number}.html").write_text(made.html(number, 4))
    return tmp_path


def ran(*arguments: str, status: int = 0, stdin: bytes | None = None) -> tuple[str, str]:
    result = CliRunner().invoke(app, list(arguments), input=stdin)
    assert result.exit_code == status, result.output
    return result.stdout, result.stderr


def test_records_go_to_stdout_and_the_summary_to_stderr(folder: Path) -> None:
    out, err = ran("in", "--ordered", "--workers", "0")
    assert [json.loads(line)["id"] for line in out.splitlines()] == [
        "in/0.html",
        "in/1.html",
        "in/2.html",
    ]
    assert "3 pages" in err and "headline" in err and "100.0%" in err


def test_quiet_prints_nothing(folder: Path) -> None:
    _, err = ran("in", "-o", "out.jsonl", "--workers", "0", "--quiet")
    assert err == ""


def test_standard_input(folder: Path) -> None:
    out, _ = ran("-", "--workers", "0", stdin=made.html(1, 4).encode())
    assert json.loads(out)["article"]["kind"] == "article"


def test_column_options(folder: Path) -> None:
    Path("a.csv").write_text(
        "key;x\n".replace(";", ",")
        + '7,"<h1>Rain falls</h1><p>It rained all day on Exampleton.</p>"\n'
    )
    out, _ = ran("a.csv", "--html-column", "x", "--id-column", "key", "--workers", "0")
    row = json.loads(out)
    assert (row["id"], row["article"]["headline"]["text"]) == ("7", "Rain falls")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["no-such.html"], "no-such.html"),
        (["in", "-o", "out.xyz"], "out.xyz"),
        (["in", "-o", "out.jsonl", "--to", "xml"], "xml"),
        (["in", "--from", "xml"], "xml"),
        (["in", "--profile", "no-such"], "no-such"),
        (["in", "--page-memory", "lots"], "lots"),
        (["in", "--resume"], "standard output"),
        (["in", "-o", "out.jsonl", "--resume", "--overwrite"], "choose one"),
        (["in", "-o", "-", "--to", "parquet"], "parquet"),
        (["in", "-o", "out.jsonl", "--errors", "./out.jsonl"], "file of errors"),
    ],
)
def test_misuse_prints_a_message_and_exits_with_2(
    folder: Path, arguments: list[str], named: str
) -> None:
    _, err = ran(*arguments, "--workers", "0", status=2)
    assert named in err
    assert "Traceback" not in err


def test_existing_output_is_kept(folder: Path) -> None:
    ran("in", "-o", "out.jsonl", "--workers", "0", "-q")
    _, err = ran("in", "-o", "out.jsonl", "--workers", "0", status=2)
    assert "there already" in err
    ran("in", "-o", "out.jsonl", "--workers", "0", "--overwrite")
    ran("in", "-o", "out.jsonl", "--workers", "0", "--resume")
