"""The command line: in this process with typer's runner, and as a separate process for pipes and exit codes."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
import types
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

import newsparse
from newsparse import json_schema
from newsparse.cli import app as program
from newsparse.cli.app import COMMANDS, app, run
from newsparse.cli.codes import Code
from newsparse.exports.table import FORMATS
from newsparse.read.core import CORE

PAGES = Path(__file__).parent.parent / "fixtures" / "pages"
FLOOD = str(PAGES / "export-flood.html")
WIRE = str(PAGES / "export-wire.txt")
ROOT = Path(newsparse.__file__).parent.parent
_UNSET = ("NEWSPARSE_PROFILES", "NO_COLOR", "FORCE_COLOR")
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name not in _UNSET},
    "PYTHONPATH": str(ROOT),
}
NEWSPARSE = (sys.executable, "-m", "newsparse")

runner = CliRunner()


def process(
    *arguments: str, page: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        (*NEWSPARSE, *arguments),
        input=page,
        capture_output=True,
        env={**ENVIRONMENT, **environment},
        check=False,
    )


def on_terminal(*arguments: str, **environment: str) -> str:
    """The output of a command on a (pseudo) terminal."""
    ours, theirs = pty.openpty()
    settings = {**ENVIRONMENT, "TERM": "xterm", "COLUMNS": "80", **environment}
    with subprocess.Popen(
        (*NEWSPARSE, *arguments), stdin=subprocess.DEVNULL, stdout=theirs, env=settings
    ):
        os.close(theirs)
        printed = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            printed += piece
    os.close(ours)
    return printed.decode().replace("\r\n", "\n")


# Parse -----------------------------------------------------------------------------------------------------------


def test_parse_prints_json_when_piped() -> None:
    result = runner.invoke(app, ["parse", FLOOD])
    assert result.exit_code == Code.READ
    assert result.stdout.count("\n") == 1
    assert newsparse.Article.from_json(result.stdout) == newsparse.parse(Path(FLOOD))


def test_parse_prints_one_line_per_page() -> None:
    result = runner.invoke(app, ["parse", FLOOD, WIRE])
    assert [json.loads(line)["headline"]["text"] for line in result.stdout.splitlines()] == [
        "River tops its banks at Exampleton",
        "Grain ships leave Samplehaven again",
    ]


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_parse_writes_every_format(form: newsparse.exports.table.Format) -> None:
    result = runner.invoke(app, ["parse", WIRE, "--format", form.name])
    assert result.exit_code == Code.READ
    assert result.stdout == form.write(newsparse.parse(Path(WIRE))) + "\n"


def test_parse_reads_standard_input() -> None:
    page = "<h1>Grüße aus Beispielstadt</h1><p>Es regnete.</p>".encode("cp1252")
    result = process(
        "parse", "--encoding", "cp1252", "--url", "https://herald.example/a", "-", page=page
    )
    record = json.loads(result.stdout)
    assert record["headline"]["text"] == "Grüße aus Beispielstadt"
    assert record["url"] == "https://herald.example/a"


def test_a_warc_file_is_not_parsed_as_a_page(tmp_path: Path) -> None:
    archive = tmp_path / "crawl.warc"
    archive.write_bytes(b"WARC/1.0\r\nWARC-Type: response\r\n\r\n" + Path(FLOOD).read_bytes())
    result = runner.invoke(app, ["parse", str(archive)])
    assert result.exit_code == Code.UNREADABLE
    assert result.stdout == ""
    assert f"`newsparse batch {archive}` reads it" in result.stderr


def test_an_empty_path_is_said_to_be_empty() -> None:
    result = runner.invoke(app, ["parse", ""])
    assert result.exit_code == Code.UNREADABLE
    assert "cannot read '': the path is empty" in result.stderr


def test_parse_passes_its_options_on(tmp_path: Path) -> None:
    page = tmp_path / "page"
    page.write_text(
        "<b>By Ada Lin</b>\n\nIt rained on Exampleton all day, the council said on Tuesday.\n",
        "utf-8",
    )
    as_text = json.loads(runner.invoke(app, ["parse", str(page), "--media", "text"]).stdout)
    assert as_text == newsparse.parse(page, media="text").to_dict()
    generic = json.loads(
        runner.invoke(
            app, ["parse", WIRE, "--profile", "generic", "--reference", "2024-03-05T12:00+00:00"]
        ).stdout
    )
    assert generic["profile"] is None


@pytest.mark.parametrize("how", ["option", "variable"])
def test_profiles_come_from_a_folder(
    how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []

    def read_folder(folder: Path) -> tuple[newsparse.Profile, ...]:
        read.append(folder)
        return (
            newsparse.Profile(
                name="example-herald", publication="The Example Herald", place="Exampleton"
            ),
        )

    monkeypatch.setitem(
        sys.modules, "newsparse.profiles.toml", types.SimpleNamespace(read_folder=read_folder)
    )
    named = ["--profiles", str(tmp_path)] if how == "option" else []
    result = runner.invoke(
        app,
        ["parse", WIRE, *named],
        env={"NEWSPARSE_PROFILES": str(tmp_path)} if how == "variable" else {},
    )
    assert read == [tmp_path]
    assert json.loads(result.stdout)["profile"] == "example-herald"


def test_bad_profiles_in_a_folder_are_a_usage_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_folder(folder: Path) -> tuple[newsparse.Profile, ...]:
        raise newsparse.ProfileError("herald.toml: no host is 'http://herald.example'")

    monkeypatch.setitem(
        sys.modules, "newsparse.profiles.toml", types.SimpleNamespace(read_folder=read_folder)
    )
    result = runner.invoke(app, ["parse", WIRE, "--profiles", str(tmp_path)])
    assert result.exit_code == Code.USAGE
    assert "herald.toml" in result.output


def test_output_is_utf8_whatever_the_locale() -> None:
    page = "<h1>雨が降る</h1>".encode()
    assert "雨が降る" in process(
        "parse", "-", page=page, PYTHONIOENCODING="ascii", LC_ALL="C"
    ).stdout.decode("utf-8")


def test_lone_surrogates_are_escaped() -> None:
    page = b'<h1>Rain</h1><script type="application/ld+json">{"@type": "NewsArticle", "articleSection": "a\\ud800b"}</script>'
    result = process("parse", "-", page=page)
    assert json.loads(result.stdout.decode("utf-8"))["headline"]["text"] == "Rain"


# The terminal ----------------------------------------------------------------------------------------------------


def test_terminal_gets_a_coloured_card() -> None:
    printed = on_terminal("parse", FLOOD)
    assert "\x1b[1mRiver tops its banks at Exampleton" in printed
    assert "published" in printed


def test_terminal_without_colour() -> None:
    printed = on_terminal("parse", FLOOD, NO_COLOR="1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]m", printed)
    assert "River tops its banks" in printed


def test_terminal_output_names_each_page() -> None:
    printed = on_terminal("parse", FLOOD, WIRE)
    assert (
        printed.index(FLOOD)
        < printed.index("River tops")
        < printed.index(WIRE)
        < printed.index("Grain ships")
    )


def test_terminal_gets_indented_json() -> None:
    printed = on_terminal("parse", WIRE, "--format", "json")
    assert printed.startswith("{\n  ")
    assert newsparse.Article.from_json(printed) == newsparse.parse(Path(WIRE))


def test_terminal_escapes_are_removed(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<h1>Rain &#x9b;31m \x1b]0;title\x07 falls</h1><p>\x1b[2J</p>", "utf-8")
    for form in ("text", "markdown", "card", "json"):
        printed = re.sub(r"\x1b\[[0-9;]*m", "", on_terminal("parse", str(page), "--format", form))
        assert not set("\x1b\x07\x9b") & set(printed), form


# Segment, schema, help -------------------------------------------------------------------------------------------


def test_segment_prints_label_score_reason() -> None:
    result = runner.invoke(app, ["segment", FLOOD])
    assert result.exit_code == Code.READ
    lines = [line.strip() for line in result.stdout.splitlines()]
    at = lines.index("headline River tops its banks at Exampleton")
    assert re.match(r"0\.\d\d \S+", lines[at + 1])
    assert all(len(line) <= 80 for line in result.stdout.splitlines())


def test_segment_shows_rejected_claims_on_request() -> None:
    assert not re.search(r"not \w+ \d\.\d\d:", runner.invoke(app, ["segment", FLOOD]).stdout)
    assert re.search(r"not \w+ \d\.\d\d:", runner.invoke(app, ["segment", FLOOD, "--all"]).stdout)


def test_segment_writes_json_lines() -> None:
    rows = [
        json.loads(line)
        for line in runner.invoke(app, ["segment", WIRE, "--format", "json"]).stdout.splitlines()
    ]
    segments = newsparse.segment(Path(WIRE))
    assert [(row["label"], row["score"], row["reason"], row["raw"]) for row in rows] == [
        (one.label.value, one.score, one.reason, one.raw) for one in segments
    ]


def test_segment_of_an_empty_page_prints_nothing() -> None:
    for form in ("json", "text"):
        result = process("segment", "-", "--format", form)
        assert (result.returncode, result.stdout) == (Code.READ, b"")


def test_schema_matches_the_output_of_parse() -> None:
    schema = json.loads(runner.invoke(app, ["schema"]).stdout)
    assert schema == json_schema()
    jsonschema.validate(json.loads(runner.invoke(app, ["parse", FLOOD]).stdout), schema)


def test_help_states_the_exit_codes() -> None:
    for arguments in (["--help"], ["parse", "--help"], ["segment", "--help"]):
        printed = runner.invoke(app, arguments).stdout
        assert re.search(r"0\s+all was read", printed)
        assert re.search(r"3\s+all was read, but a page holds no article", printed)


def test_help_of_parse_names_every_format() -> None:
    printed = " ".join(
        runner.invoke(app, ["parse", "--help"], env={"COLUMNS": "80"}).stdout.split()
    )
    assert ", ".join(form.name for form in FORMATS) in printed


def test_version() -> None:
    built = "compiled" if CORE.is_compiled else "plain Python"
    said = runner.invoke(app, ["--version"]).stdout
    assert said == f"newsparse {newsparse.__version__} ({built} core)\n"


# Exit codes and error messages -----------------------------------------------------------------------------------


def assert_complaint(result: subprocess.CompletedProcess[bytes], code: Code, words: str) -> None:
    complaint = result.stderr.decode()
    assert result.returncode == code
    assert complaint.startswith("newsparse: ")
    assert complaint.count("\n") == 1
    assert words in complaint


def test_missing_file_is_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    result = process("parse", str(tmp_path / "none.html"), FLOOD, str(tmp_path))
    assert result.returncode == Code.UNREADABLE
    assert [line.split(":")[0] for line in result.stderr.decode().splitlines()] == [
        "newsparse",
        "newsparse",
    ]
    assert b"No such file" in result.stderr and b"Is a directory" in result.stderr
    assert json.loads(result.stdout)["headline"]["text"].startswith("River tops")


def test_addresses_are_not_fetched() -> None:
    assert_complaint(process("parse", "https://herald.example/a"), Code.UNREADABLE, "curl -sL")


def test_control_characters_in_paths_are_escaped() -> None:
    result = process("parse", "no\x1b[2J\nsuch")
    assert_complaint(result, Code.UNREADABLE, "no\\x1b[2J\\nsuch")


@pytest.mark.parametrize(
    "page",
    [b"", b"   ", b"\x00\x01\x02\x03" * 100, b"<nav>Menu</nav>"],
    ids=["empty", "blank", "binary", "no story"],
)
def test_page_without_article(page: bytes) -> None:
    result = process("parse", "-", page=page)
    assert_complaint(result, Code.NO_ARTICLE, "'-' holds no article: ")
    assert json.loads(result.stdout)["warnings"]


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_each_of_several_pages_says_which_file_it_is_from(
    form: newsparse.exports.table.Format,
) -> None:
    printed = runner.invoke(app, ["parse", WIRE, FLOOD, "--format", form.name]).stdout
    if not form.is_json:
        assert printed.index(f"==> {WIRE} <==\n") < printed.index(f"==> {FLOOD} <==\n")
        return
    lines = [json.loads(line) for line in printed.splitlines()]
    assert [line["path"] for line in lines] == [WIRE, FLOOD]
    if form.name == "json":
        records = [newsparse.Article.from_row(line) for line in lines]
        assert records == [newsparse.parse(Path(WIRE)), newsparse.parse(Path(FLOOD))]


def test_a_profile_comes_from_a_file(tmp_path: Path) -> None:
    profile = tmp_path / "herald.toml"
    profile.write_text('name = "mine"\npublication = "The Example Herald"\nplace = "Elsewhere"\n')
    for command in (("parse",), ("explain", "-o", str(tmp_path / "page.html")), ("segment",)):
        result = runner.invoke(app, [*command, WIRE, "--profile", str(profile)])
        assert result.exit_code == Code.READ, result.output
    record = json.loads(runner.invoke(app, ["parse", WIRE, "--profile", str(profile)]).stdout)
    assert (record["profile"], record["masthead"]["place"]) == ("mine", "Elsewhere")


@pytest.mark.parametrize("content", ['name = "a"\ncolour = 7', "no toml", None])
def test_a_bad_profile_file_is_a_usage_error_that_names_it(
    tmp_path: Path, content: str | None
) -> None:
    profile = tmp_path / "herald.toml"
    if content is not None:
        profile.write_text(content)
    result = process("parse", WIRE, "--profile", str(profile))
    assert_complaint(result, Code.USAGE, "herald.toml")
    assert b"--profile" in result.stderr


def test_a_folder_is_answered_with_what_reads_one(tmp_path: Path) -> None:
    result = process("parse", str(tmp_path))
    assert_complaint(result, Code.UNREADABLE, f"newsparse batch {tmp_path}")
    assert b"- as the path reads standard input" in result.stderr


def test_an_archive_is_answered_with_what_reads_one(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1\x00\x01\x02\x03" * 9)
    result = process("parse", str(tmp_path / "a.parquet"))
    assert_complaint(result, Code.NO_ARTICLE, "newsparse batch")


def test_unreadable_file_has_priority_over_no_article() -> None:
    assert process("parse", "-", "/no/such/page").returncode == Code.UNREADABLE


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("parse",), "PATH"),
        (("parse", WIRE, "--format", "pdf"), "'pdf'"),
        (("parse", WIRE, "--profile", "no-such"), "'no-such'"),
        (("parse", WIRE, "--media", "audio"), "audio"),
        (("parse", WIRE, "--encoding", "utf-9"), "'utf-9'"),
        (("parse", WIRE, "--reference", "yesterday"), "'yesterday'"),
        (("parse", WIRE, "--profiles", "/no/such/folder"), "/no/such/folder"),
        (("parse", WIRE, FLOOD, "--url", "https://herald.example/"), "--url"),
        (("parse", WIRE, "--colour"), "--colour"),
        (("segment", WIRE, "--format", "pdf"), "pdf"),
        (("segment", WIRE, WIRE), WIRE),
        (("pars", WIRE), "'pars'"),
        (("--nothing",), "--nothing"),
    ],
    ids=lambda value: (
        " ".join(Path(part).name for part in value) if isinstance(value, tuple) else ""
    ),
)
def test_wrong_command_lines(arguments: tuple[str, ...], words: str) -> None:
    result = process(*arguments)
    assert_complaint(result, Code.USAGE, words)
    assert result.stdout == b""


def test_no_command_prints_help() -> None:
    result = process()
    assert result.returncode == Code.USAGE
    assert b"parse" in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [("parse", *[FLOOD] * 60), ("segment", FLOOD, "--format", "json"), ("schema",)],
    ids=lambda value: str(value[0]),
)
def test_closed_pipe_is_not_an_error(arguments: tuple[str, ...]) -> None:
    with subprocess.Popen(
        (*NEWSPARSE, *arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT
    ) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.close()
        complaint = running.stderr.read()
        assert running.wait() == Code.PIPE_CLOSED
    assert complaint == b""


def test_full_disk_is_reported() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    with open("/dev/full", "wb") as full:
        result = subprocess.run(
            (*NEWSPARSE, "parse", WIRE),
            stdout=full,
            stderr=subprocess.PIPE,
            env=ENVIRONMENT,
            check=False,
        )
    assert result.returncode == Code.UNREADABLE
    assert result.stderr.decode().count("\n") == 1


# The table of commands -------------------------------------------------------------------------------------------


def test_every_command_in_the_table_has_a_module() -> None:
    from importlib.util import find_spec

    installed = [name for name in COMMANDS if find_spec(f"newsparse.cli.{name}")]
    printed = runner.invoke(app, ["--help"]).stdout
    assert {"parse", "segment", "schema"} <= set(installed)
    assert [
        name for name in COMMANDS if re.search(rf"^  {name}\b", printed, re.MULTILINE)
    ] == installed


def test_commands_are_loaded_on_first_use() -> None:
    code = (
        "import sys; from newsparse.cli.app import run; run(['schema'])\n"
        "heavy = {'newsparse.cli.parse', 'newsparse.parser', 'lxml', 'rich', 'dateparser', 'newsparse.exports.card'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    result = subprocess.run(
        (sys.executable, "-c", code), capture_output=True, env=ENVIRONMENT, check=False
    )
    assert result.returncode == 0, result.stderr


def test_command_can_be_a_group(monkeypatch: pytest.MonkeyPatch) -> None:
    import typer

    def register(holder: typer.Typer) -> None:
        group = typer.Typer(help="A group.")
        group.command("one")(lambda: typer.echo("first"))
        group.command("two")(lambda: typer.echo("second"))
        holder.add_typer(group, name="profile")

    monkeypatch.setattr(program.importlib.util, "find_spec", lambda name: object())
    monkeypatch.setattr(
        program.importlib, "import_module", lambda name: types.SimpleNamespace(register=register)
    )
    assert runner.invoke(app, ["profile", "two"]).stdout == "second\n"


def test_run_returns_the_exit_code(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["parse", WIRE]) == Code.READ
    assert run(["parse", "/no/such/page"]) == Code.UNREADABLE
    assert run(["parse", WIRE, "--format", "pdf"]) == Code.USAGE
    assert "'pdf'" in capfd.readouterr().err
