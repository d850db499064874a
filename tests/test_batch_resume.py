"""No run destroys another's work: every row of the table in docs/batch.md, tried as it stands there."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import types
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from newsparse.batch.formats import Layout
from newsparse.batch.inputs.sources import InputProgress
from newsparse.batch.plan import Plan, Start
from newsparse.batch.run import run
from newsparse.batch.stats import PageResult
from newsparse.benchmark import generated
from newsparse.cli.app import app
from newsparse.errors import BatchError

DOCS = Path(__file__).parent.parent / "docs" / "batch.md"
PAGES = 6
DONE = 3

Case = Callable[[Path], None]
CASES: dict[str, Case] = {}


def case(name: str) -> Callable[[Case], Case]:
    """The case of a row, by the first cell of the row."""

    def add(function: Case) -> Case:
        CASES[name] = function
        return function

    return add


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a folder of pages, and another one."""
    monkeypatch.chdir(tmp_path)
    for name, first in (("in", 0), ("other", 50)):
        (tmp_path / name).mkdir()
        for number in range(first, first + PAGES):
            (tmp_path / name / f"{number}.html").write_text(generated.html(number, 2, 1))
    return tmp_path


def stopped(*inputs: str, output: str = "out.jsonl", after: int = DONE, **options: object) -> None:
    """Leave an unfinished batch: a run that is stopped after some pages."""
    left = [after]

    def stop(page: PageResult, progress: InputProgress) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGINT)

    plan = Plan(inputs or ("in",), output, workers=0, **options)
    assert not run(plan, stop).complete


def command(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["batch", *arguments, "--workers", "0"], input=stdin)


def said(result: Result) -> str:
    return " ".join(result.stderr.split())


def ids(output: str = "out.jsonl") -> list[str]:
    return sorted(json.loads(line)["id"] for line in Path(output).read_text().splitlines())


def names(*folders: str) -> list[str]:
    return sorted(str(page) for folder in folders for page in Path(folder).iterdir())


def assert_refused(result: Result, *words: str, output: str = "out.jsonl") -> None:
    """The run was refused with these words, and the unfinished batch can still be finished."""
    assert result.exit_code == 2
    for word in words:
        assert word in said(result), said(result)
    assert Path(f"{output}.journal").exists()


def assert_resumable() -> None:
    assert command("in", "-o", "out.jsonl", "--resume").exit_code == 0
    assert ids() == names("in")
    assert not Path("out.jsonl.journal").exists()


@case("no output; no flag, `--resume` or `--overwrite`")
def _(folder: Path) -> None:
    for flags in ((), ("--resume",), ("--overwrite",)):
        assert command("in", "-o", "out.jsonl", *flags).exit_code == 0
        assert ids() == names("in")
        Path("out.jsonl").unlink()


@case("a finished output; no flag")
def _(folder: Path) -> None:
    Path("out.jsonl").write_text("precious")
    result = command("in", "-o", "out.jsonl")
    assert result.exit_code == 2
    assert "already there" in said(result) and "--overwrite" in said(result)
    assert Path("out.jsonl").read_text() == "precious"


@case("a finished output; `--resume`")
def _(folder: Path) -> None:
    Path("out.jsonl").write_text("precious")
    result = command("other", "-o", "out.jsonl", "--resume")
    assert result.exit_code == 0
    assert "nothing was done" in said(result)
    assert Path("out.jsonl").read_text() == "precious"


@case("a finished output; `--overwrite`")
def _(folder: Path) -> None:
    Path("out.jsonl").write_text("old")
    assert command("in", "-o", "out.jsonl", "--overwrite").exit_code == 0
    assert ids() == names("in")


@case("an unfinished batch; no flag")
def _(folder: Path) -> None:
    stopped()
    assert_refused(command("in", "-o", "out.jsonl"), "not finished", "--resume", "--overwrite")
    assert_resumable()


@case("an unfinished batch; `--overwrite`")
def _(folder: Path) -> None:
    stopped()
    assert command("other", "-o", "out.jsonl", "--overwrite").exit_code == 0
    assert ids() == names("other")


@case("an unfinished batch; `--resume`, everything as before")
def _(folder: Path) -> None:
    stopped()
    result = command("in", "-o", "out.jsonl", "--resume")
    assert f"{DONE} of them by earlier runs" in said(result)
    assert ids() == names("in")


@case("an unfinished batch; `--resume`, other inputs")
def _(folder: Path) -> None:
    stopped()
    result = command("other", "-o", "out.jsonl", "--resume")
    assert_refused(result, "nothing was changed", "in/0.html", "-o", "--overwrite", "--resume")
    assert len(ids()) == DONE
    assert_resumable()


@case("an unfinished batch; `--resume`, another option that changes what is written")
def _(folder: Path) -> None:
    Path("profiles").mkdir()
    Path("profiles/herald.toml").write_text(
        'name = "example-herald"\npublication = "The Example Herald"\n'
    )
    stopped()
    others = {
        "--to": ["csv"],
        "--flat": [],
        "--no-sources": [],
        "--errors": ["errors.jsonl"],
        "--ordered": [],
        "--from": ["page"],
        "--html-column": ["raw"],
        "--profile": ["generic"],
        "--profiles": ["profiles"],
        "--page-seconds": ["5"],
        "--page-memory": ["1G"],
    }
    for flag, value in others.items():
        result = command("in", "-o", "out.jsonl", "--resume", flag, *value)
        assert_refused(result, "nothing was changed", f"{flag} ")
        assert len(ids()) == DONE
    assert_resumable()


@case("an unfinished batch; `--resume`, other `--workers` or `--quiet`")
def _(folder: Path) -> None:
    stopped()
    assert command("in", "-o", "out.jsonl", "--resume", "--quiet").exit_code == 0
    assert ids() == names("in")


@case("an unfinished batch; `--resume`, files added to a folder")
def _(folder: Path) -> None:
    stopped()
    Path("in/new.html").write_text(generated.html(99, 2, 1))
    result = command("in", "-o", "out.jsonl", "--resume")
    assert result.exit_code == 0
    assert "'in/new.html' is new since the first run" in said(result)
    assert ids() == names("in")


@case("an unfinished batch; `--resume`, the same inputs and more")
def _(folder: Path) -> None:
    stopped()
    result = command("in", "other", "-o", "out.jsonl", "--resume")
    assert "are new since the first run" in said(result)
    assert ids() == names("in", "other")


@case("an unfinished batch; `--resume`, files gone from a folder")
def _(folder: Path) -> None:
    stopped()
    kept = names("in")
    Path("in/0.html").unlink()
    result = command("in", "-o", "out.jsonl", "--resume")
    assert "'in/0.html' is gone since the first run" in said(result)
    assert ids() == kept


@case("an unfinished batch; `--resume`, an input file was changed")
def _(folder: Path) -> None:
    stopped()
    before = Path("in/5.html").stat()
    Path("in/5.html").write_text(generated.html(77, 2, 1))
    assert_refused(command("in", "-o", "out.jsonl", "--resume"), "'in/5.html' was changed")
    Path("in/5.html").write_text(generated.html(5, 2, 1))
    os.utime("in/5.html", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert_resumable()


@case("an unfinished batch; `--resume`, relative inputs and another working directory")
def _(folder: Path) -> None:
    stopped(output=str(folder / "out.jsonl"))
    os.chdir("other")
    Path("in").mkdir()
    Path("in/0.html").write_text(generated.html(1, 2, 1))
    output = str(folder / "out.jsonl")
    result = command("in", "-o", output, "--resume")
    assert_refused(result, "started in the folder", str(folder), output=output)
    os.chdir(folder)
    assert_resumable()


def rows(first: int) -> bytes:
    pages = ({"id": f"p{n}", "html": generated.html(n, 2, 1)} for n in range(first, first + PAGES))
    return b"".join(json.dumps(page).encode() + b"\n" for page in pages)


@case("an unfinished batch; `--resume`, standard input begins with another page")
def _(folder: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        stdin = types.SimpleNamespace(buffer=io.BytesIO(rows(0)))
        patch.setattr("newsparse.batch.inputs.sources.sys.stdin", stdin)
        stopped("-")
    result = command("-", "-o", "out.jsonl", "--resume", stdin=rows(1))
    assert_refused(result, "standard input began with another page")
    assert len(ids()) == DONE
    assert command("-", "-o", "out.jsonl", "--resume", stdin=rows(0)).exit_code == 0
    assert ids() == [f"p{number}" for number in range(PAGES)]


@case("an unfinished batch; `--resume`, another version of newsparse")
def _(folder: Path) -> None:
    stopped()
    journal = Path("out.jsonl.journal")
    head, _, rest = journal.read_text().partition("\n")
    entry = json.loads(head)
    entry["options"]["newsparse"] = "0.0.9"
    journal.write_text(json.dumps(entry) + "\n" + rest)
    assert_refused(command("in", "-o", "out.jsonl", "--resume"), "newsparse 0.0.9")
    journal.write_text(head + "\n" + rest)
    assert_resumable()


@case("an unfinished batch; `--resume`, the output was shortened or removed")
def _(folder: Path) -> None:
    stopped()
    Path("out.jsonl").write_text("")
    assert_refused(command("in", "-o", "out.jsonl", "--resume"), "it was changed", "--overwrite")


@case("a batch that is still running; any flag")
def _(folder: Path) -> None:
    refused: list[str] = []

    def interfere(page: PageResult, progress: InputProgress) -> None:
        for start in () if refused else (Start.RESUME, Start.OVERWRITE):
            with pytest.raises(BatchError) as error:
                run(Plan(("in",), "out.jsonl", workers=0, start=start))
            refused.append(str(error.value))

    assert run(Plan(("in",), "out.jsonl", workers=0), interfere).complete
    assert len(refused) == 2 and all("still running" in message for message in refused)
    assert ids() == names("in")


@case("the file of `--errors` is there; no flag")
def _(folder: Path) -> None:
    Path("errors.jsonl").write_text("precious")
    for output in ("out.jsonl", "-"):
        result = command("in", "-o", output, "--errors", "errors.jsonl")
        assert result.exit_code == 2
        assert "'errors.jsonl' is already there" in said(result)
        assert Path("errors.jsonl").read_text() == "precious"


@case("an input is an output too; `--overwrite`")
def _(folder: Path) -> None:
    Path("pages.jsonl").write_bytes(rows(0))
    result = command("pages.jsonl", "-o", "pages.jsonl", "--overwrite")
    assert result.exit_code == 2
    assert "cannot be both an input and an output" in said(result)
    assert Path("pages.jsonl").read_bytes() == rows(0)


@pytest.mark.parametrize("name", CASES)
def test_the_table_holds(folder: Path, name: str) -> None:
    CASES[name](folder)


def test_the_table_has_every_case_and_no_other() -> None:
    table = re.search(r"<!-- resume cases -->(.*?)<!-- end -->", DOCS.read_text("utf-8"), re.DOTALL)
    assert table is not None
    documented = re.findall(r"^\| ((?:a|an|no|the) .+?) \|", table.group(1), re.MULTILINE)
    assert documented == list(CASES)


@pytest.mark.parametrize("layout", Layout)
def test_every_layout_is_resumed(folder: Path, layout: Layout) -> None:
    for output in ("out.jsonl.gz", "out.sqlite", "out.csv.zst"):
        stopped(output=output, layout=layout, ordered=True)
        plan = Plan(("in",), output, workers=0, layout=layout, ordered=True, start=Start.RESUME)
        assert run(plan).stats.pages == PAGES
        Path(output).unlink()


def test_a_kill_before_the_first_line_of_the_journal_is_a_new_start(folder: Path) -> None:
    Path("out.jsonl.journal").touch()
    assert_resumable()
