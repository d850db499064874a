"""Runs the profile guide from top to bottom: writes its files, runs its commands and examples, and installs its pack."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import typer
from packs import fresh_python, install, run
from typer.testing import CliRunner

from newsparse.cli.profile import register
from newsparse.profiles.toml import read_folder

GUIDE = Path(__file__).parents[1] / "docs" / "profiles.md"
_FENCE = re.compile(r"^```(\w+)(?: file=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)

app = typer.Typer()
register(app)


@app.command()
def other() -> None:
    """A second command, so that the program has several."""


def test_guide_runs_as_printed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = []
    for kind, file, text in _FENCE.findall(GUIDE.read_text("utf-8")):
        if file:
            path = tmp_path / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        elif kind == "console":
            ran += _console(text)
        elif kind == "python":
            _examples(text)
            ran.append("python")
    assert ran == ["draft", "check", "lint", "python", "python"]
    assert [one.until for one in read_folder("versions")] == [None, "2021-06-30"]
    python = fresh_python(tmp_path / "env")
    install(python, tmp_path / "pack")
    code = "import newsparse, pathlib; print(newsparse.parse(pathlib.Path('rain.html'), url='https://herald.example/rain').masthead.place)"
    assert run(python, code).stdout == "Exampleton, Ohio\n"


def _console(text: str) -> list[str]:
    """Run the `$ newsparse ...` lines and compare the output with the lines that follow."""
    names = []
    for block in text.split("$ newsparse ")[1:]:
        command, _, expected = block.partition("\n")
        result = CliRunner().invoke(app, command.split())
        assert result.exit_code == 0, result.output
        assert doctest.OutputChecker().check_output(expected, result.output, doctest.ELLIPSIS), (
            result.output
        )
        names.append(command.split()[1])
    return names


def _examples(text: str) -> None:
    test = doctest.DocTestParser().get_doctest(text, {}, "profiles.md", None, 0)
    output: list[str] = []
    assert (
        doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=output.append).failed == 0
    ), "".join(output)
