"""`newsparse explain`: input, output, and errors in one line."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace

import pytest

import newsparse
from newsparse.cli.app import run

EXAMPLES = Path(__file__).parent.parent / "docs" / "examples"
PROFILE = """
name = "courier"
publication = "The Paper of the Folder"
hosts = ["courier.example"]
"""


def piped(monkeypatch: pytest.MonkeyPatch, page: bytes) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(page)))


def test_file_to_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "page.html"
    assert run(["explain", str(EXAMPLES / "ferry.html"), "-o", str(target)]) == 0
    assert capsys.readouterr() == ("", "")
    assert target.read_text("utf-8") == newsparse.explain(EXAMPLES / "ferry.html")


def test_standard_input_to_standard_output(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    piped(monkeypatch, (EXAMPLES / "otters.txt").read_bytes())
    assert run(["explain", "-", "--url", "https://courier.example/otters"]) == 0
    told = newsparse.explain(EXAMPLES / "otters.txt", url="https://courier.example/otters")
    assert capfdbinary.readouterr().out.decode().rstrip("\n") == told.rstrip("\n")


def test_profiles_in_a_folder_are_used(tmp_path: Path) -> None:
    (tmp_path / "courier.toml").write_text(PROFILE)
    target = tmp_path / "page.html"
    arguments = [
        "explain",
        str(EXAMPLES / "otters.txt"),
        "--profiles",
        str(tmp_path),
        "--profile",
        "courier",
        "-o",
        str(target),
    ]
    assert run(arguments) == 0
    assert "The Paper of the Folder" in target.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["no/such/page.html"], 1, "'no/such/page.html': No such file"),
        (["-", "--profile", "no-such-paper"], 2, "no-such-paper"),
        (["-", "--media", "film"], 2, "film"),
        (["-", "--reference", "soon"], 2, "soon"),
        (["-", "-o", "no/such/folder/out.html"], 1, "no/such/folder/out.html"),
    ],
)
def test_error_is_one_line_and_an_exit_code(
    arguments: list[str],
    code: int,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    piped(monkeypatch, b"Rain falls")
    assert run(["explain", *arguments]) == code
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1
