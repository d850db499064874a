"""Inputs: every kind of file gives its pages, and a broken one costs itself alone."""

from __future__ import annotations

import bz2
import csv
import datetime as dt
import gzip
import importlib
import io
import json
import lzma
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsparse.batch.benchmark import made
from newsparse.batch.inputs.columns import Columns
from newsparse.batch.inputs.compressed import read_page
from newsparse.batch.inputs.paths import files
from newsparse.batch.inputs.sources import InputKind, InputProgress, jobs, total
from newsparse.batch.outcome import Failure, FailureKind, Job
from newsparse.errors import BatchError, MissingExtraError

PAGE = b"<h1>Rain falls</h1><p>It rained on Exampleton all day.</p>"


def need(module: str, extra: str) -> None:
    pytest.importorskip(module, reason=f"{module} is missing; pip install 'newsparse[{extra}]'")


def zstd(data: bytes) -> bytes:
    return importlib.import_module("zstandard").ZstdCompressor().compress(data)


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstd,
}


@pytest.fixture(params=PACKERS, ids=lambda suffix: suffix or "plain")
def packing(request: pytest.FixtureRequest) -> str:
    if request.param == ".zst":
        need("zstandard", "zstd")
    return str(request.param)


def write(path: Path, data: bytes, packing: str = "") -> Path:
    path = path.with_name(path.name + packing)
    path.write_bytes(PACKERS[packing](data))
    return path


def read(*paths: Path, **options: object) -> list[Job]:
    return list(jobs([str(path) for path in paths], **options))


def failures(found: list[Job]) -> list[Failure]:
    return [job.content for job in found if isinstance(job.content, Failure)]


# pages


def test_packed_pages_are_unpacked_by_the_worker(tmp_path: Path, packing: str) -> None:
    (job,) = read(write(tmp_path / "a.html", PAGE, packing))
    assert isinstance(job.content, Path)
    assert read_page(job.content, 10**6) == PAGE


def test_a_bomb_is_read_up_to_the_cap(tmp_path: Path) -> None:
    path = write(tmp_path / "a.html", b"x" * 50_000_000, ".gz")
    assert len(read_page(path, 1000)) == 1000


@pytest.mark.parametrize("packing", [".gz", ".bz2", ".xz", ".zst"])
def test_a_cut_file_is_an_os_error(tmp_path: Path, packing: str) -> None:
    if packing == ".zst":
        need("zstandard", "zstd")
    import random

    noise = random.Random(1).randbytes(200_000)
    path = tmp_path / f"a.html{packing}"
    path.write_bytes(PACKERS[packing](noise)[:100_000])
    try:
        assert len(read_page(path, 10**6)) < 200_000
    except OSError as error:
        assert str(path) in str(error) or "end-of-stream" in str(error)


# files, folders, globs


def test_a_folder_is_its_pages_tables_and_archives_in_one_order(tmp_path: Path) -> None:
    for name in (
        "b.html",
        "a.txt",
        "sub/c.htm.gz",
        "sub/d.warc",
        "e.css",
        ".hidden.html",
        ".git/f.html",
        "g.jsonl",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [str(Path(name).relative_to(tmp_path)) for name in files([str(tmp_path)])]
    assert found == ["a.txt", "b.html", "g.jsonl", "sub/c.htm.gz", "sub/d.warc"]


def test_globs_and_doubles(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        (tmp_path / name).touch()
    pattern = str(tmp_path / "*.html")
    assert files([pattern, str(tmp_path / "a.html"), pattern]) == [
        str(tmp_path / "a.html"),
        str(tmp_path / "b.html"),
    ]


def test_the_batchs_own_files_are_no_input(tmp_path: Path) -> None:
    for name in ("a.html", "out.jsonl"):
        (tmp_path / name).touch()
    assert files([str(tmp_path)], [tmp_path / "out.jsonl"]) == [str(tmp_path / "a.html")]


def test_what_names_nothing_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="no-such"):
        files([str(tmp_path / "no-such*")])


def test_the_gauge_ends_at_the_total(tmp_path: Path) -> None:
    paths = [
        write(tmp_path / "a.html", PAGE),
        write(tmp_path / "b.jsonl", b'{"html": "x"}\n', ".gz"),
    ]
    gauge = InputProgress(total(map(str, paths)))
    read(*paths, gauge=gauge)
    assert gauge.done == gauge.total > 0


# tables


def test_jsonl(tmp_path: Path, packing: str) -> None:
    rows = [
        {"id": "a", "html": "<p>Rain</p>", "url": "https://herald.example/a"},
        {"text": "Rain"},
        {"content": "Sun"},
    ]
    path = write(tmp_path / "a.jsonl", "\n".join(map(json.dumps, rows)).encode() + b"\n\n", packing)
    one, two, three = read(path)
    assert (one.id, one.content, one.url, one.media) == (
        "a",
        "<p>Rain</p>",
        "https://herald.example/a",
        "html",
    )
    assert (two.id, two.content, two.media) == (f"{path}:2", "Rain", "text")
    assert three.media is None
    assert len({job.key for job in (one, two, three)}) == 3


def test_bad_lines_of_jsonl_cost_themselves_alone(tmp_path: Path) -> None:
    lines = [
        b'{"html": "<p>1</p>"}',
        b"{broken",
        b"[1, 2]",
        b'{"other": 1}',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"html": "<p>2</p>"}',
    ]
    found = read(write(tmp_path / "a.jsonl", b"\n".join(lines)))
    assert [isinstance(job.content, Failure) for job in found] == [
        False,
        True,
        True,
        True,
        True,
        True,
        False,
    ]
    assert "other" in failures(found)[2].message


@pytest.mark.parametrize(("name", "delimiter"), [("a.csv", ","), ("a.tsv", "\t")])
def test_csv(tmp_path: Path, name: str, delimiter: str, packing: str) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    long = '<p>"Rain",\n\tshe said</p>' * 20_000
    writer.writerows([["key", "raw"], ["1", long], ["2", ""], ["3", "<p>Sun</p>"]])
    found = read(
        write(tmp_path / name, buffer.getvalue().encode("utf-8-sig"), packing),
        columns=Columns(html="raw", id="key"),
    )
    assert [(job.id, job.media) for job in found] == [("1", "html"), ("2", "html"), ("3", "html")]
    assert found[0].content == long
    assert found[1].content == ""
    assert csv.field_size_limit() == 131_072


def test_parquet(tmp_path: Path) -> None:
    need("pyarrow", "parquet")
    import pyarrow as pa
    from pyarrow import parquet

    path = tmp_path / "a.parquet"
    rows = [{"id": number, "html": PAGE, "other": "x" * 100} for number in range(150)]
    parquet.write_table(pa.Table.from_pylist([*rows, {"id": 150, "html": None, "other": ""}]), path)
    found = read(path)
    assert [job.id for job in found] == [str(number) for number in range(151)]
    assert [job.content for job in found[:150]] == [PAGE] * 150
    assert len(failures(found)) == 1


def test_a_broken_parquet_file_is_one_failure_and_the_rest_goes_on(tmp_path: Path) -> None:
    need("pyarrow", "parquet")
    found = read(
        write(tmp_path / "a.parquet", b"PAR1 and nothing else"), write(tmp_path / "b.html", PAGE)
    )
    assert [failure.kind for failure in failures(found)] == [FailureKind.INPUT]
    assert len(found) == 2


def test_a_missing_file_is_one_failure(tmp_path: Path) -> None:
    assert "no.jsonl" in failures(read(tmp_path / "no.jsonl"))[0].message


# WARC


@pytest.fixture
def warc_tools() -> None:
    need("fastwarc", "warc")


@pytest.mark.usefixtures("warc_tools")
@pytest.mark.parametrize("suffix", [".warc", ".warc.gz"])
def test_responses_of_a_warc(tmp_path: Path, suffix: str) -> None:
    path = made.write_warc(tmp_path / f"a{suffix}", made.records(5))
    found = read(path)
    assert [job.content for job in found] == [made.html(number).encode() for number in range(5)]
    assert [job.url for job in found] == [made.url(number) for number in range(5)]
    assert [job.key.at for job in found] == [0, 1, 2, 3, 4]
    assert all(job.id.startswith("urn:uuid:") and job.encoding == "utf-8" for job in found)
    assert found[0].reference == dt.datetime(2023, 12, 1, 12, tzinfo=dt.UTC)


@pytest.mark.usefixtures("warc_tools")
@pytest.mark.parametrize("suffix", [".bz2", ".xz", ".zst", ".lz4"])
def test_packed_archives(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.warc{suffix}"
    entries = b"".join(made.records(5))
    if suffix == ".lz4":
        from fastwarc.stream_io import Lz4Writer

        with Lz4Writer(str(path)) as stream:
            stream.write(entries)
    else:
        if suffix == ".zst":
            need("zstandard", "zstd")
        path.write_bytes(PACKERS[suffix](entries))
    assert [job.content for job in read(path)] == [
        made.html(number).encode() for number in range(5)
    ]


@pytest.mark.usefixtures("warc_tools")
def test_the_charset_of_http_is_handed_on(tmp_path: Path) -> None:
    page = "<h1>Дождь в Примерске</h1>".encode("koi8-r")
    path = made.write_warc(tmp_path / "a.warc", [made.record(1, page, "text/html; charset=KOI8-R")])
    (job,) = read(path)
    from newsparse.batch.work import Work

    assert Work().outcome(job).article.headline.text == "Дождь в Примерске"


@pytest.mark.usefixtures("warc_tools")
def test_bodies_packed_for_http_are_unpacked(tmp_path: Path) -> None:
    packed = gzip.compress(PAGE)
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
    path = made.write_warc(
        tmp_path / "a.warc",
        [made.warc_record("response", 1, head + chunked, "application/http; msgtype=response")],
    )
    assert [job.content for job in read(path)] == [PAGE]


@pytest.mark.usefixtures("warc_tools")
def test_only_pages_are_taken(tmp_path: Path) -> None:
    entries = [
        made.warc_record("warcinfo", 0, b"software: none\r\n", "application/warc-fields"),
        made.warc_record(
            "request", 1, b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"
        ),
        made.record(2, b"\xff\xd8\xff", "image/jpeg"),
        made.record(3, PAGE, status="404 Not Found"),
        made.record(4, PAGE, status="301 Moved"),
        made.record(5, PAGE),
        made.record(6, b"Rain fell.", "text/plain"),
        made.warc_record("resource", 7, PAGE, "text/html"),
        made.warc_record("metadata", 8, b"a: b\r\n", "application/warc-fields"),
    ]
    found = read(made.write_warc(tmp_path / "a.warc.gz", entries))
    assert [job.url for job in found] == [made.url(number) for number in (5, 6, 7)]
    assert found[2].content == PAGE


@pytest.mark.usefixtures("warc_tools")
def test_wet_is_text(tmp_path: Path) -> None:
    text = "Дождь падает на <b> Примерск\n\nBy Ada Lin".encode()
    (job,) = read(
        made.write_warc(
            tmp_path / "a.warc.wet.gz", [made.warc_record("conversion", 1, text, "text/plain")]
        )
    )
    assert (job.content, job.media, job.encoding) == (text, "text", "utf-8")


@pytest.mark.usefixtures("warc_tools")
def test_an_archive_that_breaks_off_keeps_what_it_had_and_says_so(tmp_path: Path) -> None:
    path = made.write_warc(tmp_path / "a.warc.gz", made.records(20))
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 3 // 4])
    found = read(path, write(tmp_path / "b.html", PAGE))
    whole = [job for job in found[:-1] if not isinstance(job.content, Failure)]
    assert 10 < len(whole) < 20
    assert whole[0].content == made.html(0).encode()
    assert found[-1].id.endswith("b.html")
    assert len({job.key for job in found}) == len(found)


# standard input


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (PAGE, 1),
        (b"Rain fell on the town.", 1),
        (b'{"html": "<p>1</p>"}\n{"html": "<p>2</p>"}\n', 2),
        (b"", 1),
    ],
    ids=["html", "text", "jsonl", "empty"],
)
def test_standard_input_is_told_by_looking(data: bytes, count: int, packing: str) -> None:
    assert len(list(jobs(["-"], stdin=io.BytesIO(PACKERS[packing](data))))) == count


@pytest.mark.usefixtures("warc_tools")
@pytest.mark.parametrize("packing", ["", ".gz"])
def test_a_warc_on_standard_input(packing: str) -> None:
    data = PACKERS[packing](b"".join(made.records(3)))
    assert [job.url for job in jobs(["-"], stdin=io.BytesIO(data))] == [
        made.url(number) for number in range(3)
    ]


def test_the_kind_can_be_said(tmp_path: Path) -> None:
    (job,) = read(write(tmp_path / "a.data", b'{"html": "<p>1</p>"}'), kind=InputKind.JSONL)
    assert job.content == "<p>1</p>"


# extras


def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    with pytest.raises(MissingExtraError, match=r"newsparse\[warc\]"):
        read(write(tmp_path / "a.warc", b"".join(made.records(1))))
