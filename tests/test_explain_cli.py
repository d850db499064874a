"""`newsparse explain`: files in, one file out, errors in one line."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

import newsparse
from newsparse.cli.explain import register

EXAMPLES = Path(__file__).parent.parent / "docs" / "examples"


@pytest.fixture
def app() -> typer.Typer:
    made = typer.Typer()
    register(made)
    made.command("other")(lambda: None)
    return made


def test_a_file_to_a_file(app: typer.Typer, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    done = CliRunner().invoke(app, ["explain", str(EXAMPLES / "ferry.html"), "-o", str(target)])
    assert (done.exit_code, done.output) == (0, "")
    assert target.read_text("utf-8") == newsparse.explain(EXAMPLES / "ferry.html")


def test_standard_input_to_standard_output(app: typer.Typer) -> None:
    done = CliRunner().invoke(app, ["explain", "-", "--url", "https://courier.example/otters"], input=(EXAMPLES / "otters.txt").read_bytes())
    assert done.exit_code == 0
    assert done.stdout == newsparse.explain(EXAMPLES / "otters.txt", url="https://courier.example/otters")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["no/such/page.html"], 1, "no/such/page.html: No such file"),
        (["-", "--profile", "no-such-paper"], 2, "no-such-paper"),
        (["-", "--media", "film"], 2, "film"),
        (["-", "-o", "no/such/folder/out.html"], 1, "no/such/folder/out.html: No such file"),
    ],
)
def test_trouble_is_one_line_and_an_exit_code(app: typer.Typer, arguments: list[str], code: int, words: str) -> None:
    done = CliRunner().invoke(app, ["explain", *arguments], input="Rain falls")
    assert done.exit_code == code
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
