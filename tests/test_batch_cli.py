"""The command `newsparse batch`."""

from __future__ import annotations

import contextlib
import csv
import gzip
import json
import re
import sqlite3
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

import newsparse
from newsparse.benchmark import generated
from newsparse.cli import batch

app = typer.Typer()
batch.register(app)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for number in range(3):
        (tmp_path / "in" / f"{number}.html").write_text(generated.html(number, 4))
    return tmp_path


def ran(*arguments: str, status: int = 0, stdin: bytes | None = None) -> tuple[str, str]:
    result = CliRunner().invoke(app, list(arguments), input=stdin)
    assert result.exit_code == status, result.output
    return result.stdout, re.sub(r"[│\s]+", " ", result.stderr)


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
    out, _ = ran("-", "--workers", "0", stdin=generated.html(1, 4).encode())
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
        (["in", "-o", "out.jsonl", "--errors", "./out.jsonl"], "file of --errors"),
    ],
)
def test_misuse_prints_a_message_and_exits_with_2(
    folder: Path, arguments: list[str], named: str
) -> None:
    _, err = ran(*arguments, "--workers", "0", status=2)
    assert named in err
    assert "Traceback" not in err


def test_exit_codes_tell_whether_pages_failed_and_whether_any_was_read(folder: Path) -> None:
    good = json.dumps({"html": generated.html(1, 4)})
    for lines, code in (([good], 0), ([good, "{}"], 1), (["{}", "{}"], 3), ([], 3)):
        Path("pages.jsonl").write_text("".join(f"{line}\n" for line in lines))
        ran("pages.jsonl", "--workers", "0", status=code)
        command = ("pages.jsonl", "-o", "out.csv", "--overwrite", "-q", "--workers", "0")
        _, err = ran(*command, status=code)
        assert ("no page was read: " in err) is (code == 3)
        assert ("the row has no page" in err) is (code == 3 and bool(lines))


def test_a_file_that_is_no_archive_says_so_and_exits_with_3(folder: Path) -> None:
    pytest.importorskip("fastwarc", reason="pip install 'newsparse[warc]'")
    Path("a.warc").write_bytes(b"PK\x03\x04 no archive")
    for flags in ((), ("-q",)):
        _, err = ran("a.warc", "--workers", "0", *flags, status=3)
        assert "not a WARC file: it begins with" in err


def test_a_profile_comes_from_a_file(folder: Path) -> None:
    Path("herald.toml").write_text('name = "mine"\npublication = "The Example Herald"\n')
    out, _ = ran("in/0.html", "--profile", "herald.toml", "--workers", "0")
    assert json.loads(out)["article"]["profile"] == "mine"


def test_compressed_lines_are_written_by_name(folder: Path) -> None:
    zstandard = pytest.importorskip("zstandard", reason="pip install 'newsparse[zstd]'")
    ran("in", "-o", "out.jsonl", "--workers", "0", "--ordered")
    ran("in", "-o", "out.jsonl.gz", "--workers", "0", "--ordered")
    ran("in", "-o", "out.jsonl.zst", "--workers", "0", "--ordered")
    plain = Path("out.jsonl").read_bytes()
    assert gzip.decompress(Path("out.jsonl.gz").read_bytes()) == plain
    with Path("out.jsonl.zst").open("rb") as file:
        reader = zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True)
        assert reader.read() == plain
    _, err = ran("in", "-o", "out.parquet.gz", "--workers", "0", status=2)
    assert "not compressed by the suffix" in err


def test_flat_rows_are_plain_and_typed(folder: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pip install 'newsparse[parquet]'")
    import pyarrow

    ran("in", "-o", "out.parquet", "--flat", "--workers", "0", "--ordered")
    table = parquet.read_table("out.parquet")
    assert not any(pyarrow.types.is_nested(field.type) for field in table.schema)
    assert str(table.schema.field("published").type) == "timestamp[us, tz=UTC]"
    article = newsparse.parse(Path("in/0.html"))
    row = table.to_pylist()[0]
    assert row["published"] == article.published
    expected = {**article.to_flat_dict(), "published": article.published, "url": None}
    assert {name: row[name] for name in expected} == expected
    out, _ = ran("in", "--flat", "--workers", "0", "--ordered")
    assert json.loads(out.splitlines()[0])["authors"] == article.to_flat_dict()["authors"]
    _, err = ran("in", "-o", "stories/", "--flat", "--workers", "0", status=2)
    assert "no flat form" in err


def test_records_without_sources_are_small_and_still_records(folder: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pip install 'newsparse[parquet]'")
    whole, _ = ran("in", "--workers", "0", "--ordered")
    slim, _ = ran("in", "--no-sources", "--workers", "0", "--ordered")
    ran("in", "--no-sources", "-o", "out.parquet", "--workers", "0", "--ordered")
    ran("in", "--no-sources", "-o", "out.sqlite", "--workers", "0", "--ordered")
    assert len(slim) * 2 < len(whole)
    lines = [json.loads(line) for line in slim.splitlines()]
    rows = parquet.read_table("out.parquet").to_pylist()
    with contextlib.closing(sqlite3.connect("out.sqlite")) as base:
        records = [json.loads(row[0]) for row in base.execute("SELECT record FROM pages")]
    assert records == [line["article"] for line in lines]
    for line, row, page in zip(lines, rows, sorted(Path("in").iterdir()), strict=True):
        article = newsparse.Article.from_row(line)
        assert newsparse.Article.from_row(row) == article
        whole_article = newsparse.parse(page)
        assert (article.text, article.published) == (whole_article.text, whole_article.published)
        assert [author.name for author in article.authors] == [
            author.name for author in whole_article.authors
        ]
        assert not {"raw", "source", "evidence"} & set(keys_of(line))


def keys_of(value: object) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(name for entry in value.values() for name in keys_of(entry))]
    return [name for entry in value for name in keys_of(entry)] if isinstance(value, list) else []


@pytest.mark.parametrize("suffix", [".parquet", ".csv", ".sqlite", ".jsonl"])
def test_outputs_say_which_record_of_an_archive_a_page_is_from(folder: Path, suffix: str) -> None:
    for module, extra in (("fastwarc", "warc"), ("pyarrow.parquet", "parquet")):
        pytest.importorskip(module, reason=f"pip install 'newsparse[{extra}]'")
    generated.write_warc(Path("a.warc.gz"), generated.records(3))
    ran("a.warc.gz", "in/0.html", "-o", f"out{suffix}", "--workers", "0", "--ordered")
    found = list(READERS[suffix](Path(f"out{suffix}")))
    assert [str(row["warc_file"] or "") for row in found] == ["a.warc.gz"] * 3 + [""]
    offsets = [int(row["warc_offset"]) for row in found[:3]]
    assert offsets[0] == 0 and offsets == sorted(set(offsets))
    for row in found[:3]:
        assert str(row["warc_record_id"]).startswith("urn:uuid:")
        assert int(row["http_status"]) == 200
        assert str(row["fetched"]).replace("T", " ").startswith("2023-12-01 12:00:00")


def csv_rows(path: Path) -> list[dict[str, object]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def parquet_rows(path: Path) -> list[dict[str, object]]:
    from pyarrow import parquet

    return list(parquet.read_table(path).to_pylist())


def sqlite_rows(path: Path) -> list[dict[str, object]]:
    with contextlib.closing(sqlite3.connect(path)) as base:
        base.row_factory = sqlite3.Row
        return [dict(row) for row in base.execute("SELECT * FROM pages")]


def jsonl_rows(path: Path) -> list[dict[str, object]]:
    lines = map(json.loads, path.read_text("utf-8").splitlines())
    return [line["warc"] or {"warc_file": None} for line in lines]


READERS = {
    ".csv": csv_rows,
    ".parquet": parquet_rows,
    ".sqlite": sqlite_rows,
    ".jsonl": jsonl_rows,
}


def test_existing_output_is_kept(folder: Path) -> None:
    ran("in", "-o", "out.jsonl", "--workers", "0", "-q")
    _, err = ran("in", "-o", "out.jsonl", "--workers", "0", status=2)
    assert "already there" in err
    ran("in", "-o", "out.jsonl", "--workers", "0", "--overwrite")
    ran("in", "-o", "out.jsonl", "--workers", "0", "--resume")
