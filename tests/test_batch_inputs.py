"""Inputs: every kind of file gives its pages, and a broken file affects only itself."""

from __future__ import annotations

import bz2
import csv
import datetime as dt
import gzip
import importlib
import io
import json
import lzma
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsparse.batch.formats import InputKind
from newsparse.batch.inputs.columns import Columns
from newsparse.batch.inputs.compressed import read_page
from newsparse.batch.inputs.paths import files
from newsparse.batch.inputs.sources import InputProgress, jobs, total
from newsparse.batch.outcome import Failure, FailureKind, Job
from newsparse.benchmark import generated
from newsparse.errors import BatchError, MissingExtraError

ROOT = str(Path(__file__).parent.parent)
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
def compression(request: pytest.FixtureRequest) -> str:
    if request.param == ".zst":
        need("zstandard", "zstd")
    return str(request.param)


def write(path: Path, data: bytes, compression: str = "") -> Path:
    path = path.with_name(path.name + compression)
    path.write_bytes(PACKERS[compression](data))
    return path


def read(*paths: Path, **options: object) -> list[Job]:
    return list(jobs([str(path) for path in paths], **options))


def failures(found: list[Job]) -> list[Failure]:
    return [job.content for job in found if isinstance(job.content, Failure)]


# pages


def test_worker_decompresses_pages(tmp_path: Path, compression: str) -> None:
    (job,) = read(write(tmp_path / "a.html", PAGE, compression))
    assert isinstance(job.content, Path)
    assert read_page(job.content, 10**6) == PAGE


def test_decompression_bomb_is_read_up_to_the_cap(tmp_path: Path) -> None:
    path = write(tmp_path / "a.html", b"x" * 50_000_000, ".gz")
    assert len(read_page(path, 1000)) == 1000


@pytest.mark.parametrize("compression", [".gz", ".bz2", ".xz", ".zst"])
def test_truncated_file_is_an_os_error(tmp_path: Path, compression: str) -> None:
    if compression == ".zst":
        need("zstandard", "zstd")
    import random

    noise = random.Random(1).randbytes(200_000)
    path = tmp_path / f"a.html{compression}"
    path.write_bytes(PACKERS[compression](noise)[:100_000])
    try:
        assert len(read_page(path, 10**6)) < 200_000
    except OSError as error:
        assert str(path) in str(error) or "end-of-stream" in str(error)


# files, folders, globs


def test_folder_gives_pages_tables_and_archives_in_a_fixed_order(tmp_path: Path) -> None:
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


def test_globs_and_duplicates(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        (tmp_path / name).touch()
    pattern = str(tmp_path / "*.html")
    assert files([pattern, str(tmp_path / "a.html"), pattern]) == [
        str(tmp_path / "a.html"),
        str(tmp_path / "b.html"),
    ]


def test_files_of_the_batch_itself_are_not_input(tmp_path: Path) -> None:
    for name in ("a.html", "out.jsonl"):
        (tmp_path / name).touch()
    assert files([str(tmp_path)], [tmp_path / "out.jsonl"]) == [str(tmp_path / "a.html")]


def test_pattern_without_matches_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="no-such"):
        files([str(tmp_path / "no-such*")])


def test_the_gauge_ends_at_the_total(tmp_path: Path) -> None:
    paths = [
        write(tmp_path / "a.html", PAGE),
        write(tmp_path / "b.jsonl", b'{"html": "x"}\n', ".gz"),
    ]
    progress = InputProgress(total(map(str, paths)))
    read(*paths, progress=progress)
    assert progress.done == progress.total > 0


# tables


def test_jsonl(tmp_path: Path, compression: str) -> None:
    rows = [
        {"id": "a", "html": "<p>Rain</p>", "url": "https://herald.example/a"},
        {"text": "Rain"},
        {"content": "Sun"},
    ]
    path = write(
        tmp_path / "a.jsonl", "\n".join(map(json.dumps, rows)).encode() + b"\n\n", compression
    )
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


def test_bad_line_of_jsonl_fails_alone(tmp_path: Path) -> None:
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
def test_csv(tmp_path: Path, name: str, delimiter: str, compression: str) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    long = '<p>"Rain",\n\tshe said</p>' * 20_000
    writer.writerows([["key", "raw"], ["1", long], ["2", ""], ["3", "<p>Sun</p>"]])
    found = read(
        write(tmp_path / name, buffer.getvalue().encode("utf-8-sig"), compression),
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


def test_broken_parquet_file_is_one_failure(tmp_path: Path) -> None:
    need("pyarrow", "parquet")
    found = read(
        write(tmp_path / "a.parquet", b"PAR1 and nothing else"), write(tmp_path / "b.html", PAGE)
    )
    assert [failure.kind for failure in failures(found)] == [FailureKind.INPUT]
    assert len(found) == 2


def test_missing_file_is_one_failure(tmp_path: Path) -> None:
    assert "no.jsonl" in failures(read(tmp_path / "no.jsonl"))[0].message


# WARC


@pytest.fixture
def warc_tools() -> None:
    need("fastwarc", "warc")


@pytest.mark.usefixtures("warc_tools")
@pytest.mark.parametrize("suffix", [".warc", ".warc.gz"])
def test_responses_of_a_warc(tmp_path: Path, suffix: str) -> None:
    path = generated.write_warc(tmp_path / f"a{suffix}", generated.records(5))
    found = read(path)
    assert [job.content for job in found] == [
        generated.html(number).encode() for number in range(5)
    ]
    assert [job.url for job in found] == [generated.url(number) for number in range(5)]
    assert [job.key.at for job in found] == [0, 1, 2, 3, 4]
    assert all(job.id.startswith("urn:uuid:") and job.encoding == "utf-8" for job in found)
    assert found[0].reference == dt.datetime(2023, 12, 1, 12, tzinfo=dt.UTC)


@pytest.mark.usefixtures("warc_tools")
@pytest.mark.parametrize("suffix", [".bz2", ".xz", ".zst", ".lz4"])
def test_compressed_archives(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.warc{suffix}"
    entries = b"".join(generated.records(5))
    if suffix == ".lz4":
        from fastwarc.stream_io import Lz4Writer

        with Lz4Writer(str(path)) as stream:
            stream.write(entries)
    else:
        if suffix == ".zst":
            need("zstandard", "zstd")
        path.write_bytes(PACKERS[suffix](entries))
    assert [job.content for job in read(path)] == [
        generated.html(number).encode() for number in range(5)
    ]


@pytest.mark.usefixtures("warc_tools")
def test_http_charset_is_passed_on(tmp_path: Path) -> None:
    page = "<h1>Дождь в Примерске</h1>".encode("koi8-r")
    path = generated.write_warc(
        tmp_path / "a.warc", [generated.record(1, page, "text/html; charset=KOI8-R")]
    )
    (job,) = read(path)
    from newsparse.batch.work import Work

    assert Work().outcome(job).article.headline.text == "Дождь в Примерске"


@pytest.mark.usefixtures("warc_tools")
def test_http_content_encodings_are_decoded(tmp_path: Path) -> None:
    packed = gzip.compress(PAGE)
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
    path = generated.write_warc(
        tmp_path / "a.warc",
        [
            generated.warc_record(
                "response", 1, head + chunked, "application/http; msgtype=response"
            )
        ],
    )
    assert [job.content for job in read(path)] == [PAGE]


@pytest.mark.usefixtures("warc_tools")
def test_only_pages_are_read(tmp_path: Path) -> None:
    entries = [
        generated.warc_record("warcinfo", 0, b"software: none\r\n", "application/warc-fields"),
        generated.warc_record(
            "request", 1, b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"
        ),
        generated.record(2, b"\xff\xd8\xff", "image/jpeg"),
        generated.record(3, PAGE, status="404 Not Found"),
        generated.record(4, PAGE, status="301 Moved"),
        generated.record(5, PAGE),
        generated.record(6, b"Rain fell.", "text/plain"),
        generated.warc_record("resource", 7, PAGE, "text/html"),
        generated.warc_record("metadata", 8, b"a: b\r\n", "application/warc-fields"),
    ]
    found = read(generated.write_warc(tmp_path / "a.warc.gz", entries))
    assert [job.url for job in found] == [generated.url(number) for number in (5, 6, 7)]
    assert found[2].content == PAGE


@pytest.mark.usefixtures("warc_tools")
def test_wet_is_text(tmp_path: Path) -> None:
    text = "Дождь падает на <b> Примерск\n\nBy Ada Lin".encode()
    (job,) = read(
        generated.write_warc(
            tmp_path / "a.warc.wet.gz", [generated.warc_record("conversion", 1, text, "text/plain")]
        )
    )
    assert (job.content, job.media, job.encoding) == (text, "text", "utf-8")


@pytest.mark.usefixtures("warc_tools")
def test_truncated_archive_keeps_its_pages_and_reports_the_failure(tmp_path: Path) -> None:
    path = generated.write_warc(tmp_path / "a.warc.gz", generated.records(20))
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 3 // 4])
    found = read(path, write(tmp_path / "b.html", PAGE))
    whole = [job for job in found[:-1] if not isinstance(job.content, Failure)]
    assert 10 < len(whole) < 20
    assert whole[0].content == generated.html(0).encode()
    assert found[-1].id.endswith("b.html")
    assert len({job.key for job in found}) == len(found)


def written_by_fastwarc(path: Path, compression: str) -> Path:
    """An archive written by a library, with digests."""
    from fastwarc.warc import WarcRecord, WarcRecordType

    members = []
    for number in range(4):
        record = WarcRecord()
        record.init_headers(WarcRecordType.response)
        record.headers["WARC-Target-URI"] = generated.url(number)
        record.headers["Content-Type"] = "application/http; msgtype=response"
        head = b"HTTP/1.1 203 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        record.set_bytes_content(head + generated.html(number).encode())
        member = io.BytesIO()
        record.write(member, checksum_data=True)
        members.append(PACKERS[compression](member.getvalue()))
    path.write_bytes(b"".join(members))
    return path


@pytest.mark.usefixtures("warc_tools")
@pytest.mark.parametrize("compression", ["", ".gz"])
def test_a_page_says_which_record_of_the_archive_it_is(tmp_path: Path, compression: str) -> None:
    """The offset leads to the record, in the compressed file as it lies on the disk."""
    from fastwarc.warc import ArchiveIterator

    path = written_by_fastwarc(tmp_path / f"a.warc{compression}", compression)
    found = read(path)
    assert [job.content for job in found] == [generated.html(n).encode() for n in range(4)]
    for job in found:
        assert job.warc is not None and job.warc.offset is not None
        record = next(iter(ArchiveIterator(io.BytesIO(path.read_bytes()[job.warc.offset :]))))
        assert (job.warc.file, job.warc.status) == (str(path), 203)
        assert record.record_id.strip("<>") == job.warc.record_id == job.id
        assert record.headers["WARC-Target-URI"] == job.url
        assert job.warc.fetched is not None and job.warc.fetched.utcoffset() == dt.timedelta(0)
        assert job.warc.digest == (
            record.headers.get("WARC-Payload-Digest") or record.headers["WARC-Block-Digest"]
        )


@pytest.mark.usefixtures("warc_tools")
@pytest.mark.parametrize("suffix", [".warc", ".warc.gz"])
@pytest.mark.parametrize(
    "content",
    [b"<html><p>Rain</p></html>", bytes(range(256)) * 40, b"PK\x03\x04rest", b"", b"WARCraft"],
    ids=["html", "noise", "zip", "empty", "word"],
)
def test_a_file_that_is_no_warc_is_one_failure_that_says_so(
    tmp_path: Path, suffix: str, content: bytes
) -> None:
    (job,) = read(write(tmp_path / "a.warc", content, suffix.removeprefix(".warc")))
    assert isinstance(job.content, Failure)
    assert "WARC" in job.content.message


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
def test_kind_of_standard_input_is_detected(data: bytes, count: int, compression: str) -> None:
    assert len(list(jobs(["-"], stdin=io.BytesIO(PACKERS[compression](data))))) == count


@pytest.mark.usefixtures("warc_tools")
@pytest.mark.parametrize("suffix", [".warc", ".warc.gz"])
def test_a_warc_through_a_real_pipe(tmp_path: Path, suffix: str) -> None:
    path = generated.write_warc(tmp_path / f"a{suffix}", generated.records(30))
    with subprocess.Popen(("cat", str(path)), stdout=subprocess.PIPE) as cat:
        done = subprocess.run(
            (sys.executable, "-m", "newsparse", "batch", "-", "--workers", "0", "--ordered"),
            stdin=cat.stdout,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": ROOT},
            check=False,
        )
    assert (done.returncode, b"panic" in done.stderr) == (0, False)
    urls = [json.loads(line)["url"] for line in done.stdout.splitlines()]
    assert urls == [generated.url(number) for number in range(30)]


@pytest.mark.usefixtures("warc_tools")
@pytest.mark.parametrize("compression", ["", ".gz"])
def test_warc_on_standard_input(compression: str) -> None:
    data = PACKERS[compression](b"".join(generated.records(3)))
    assert [job.url for job in jobs(["-"], stdin=io.BytesIO(data))] == [
        generated.url(number) for number in range(3)
    ]


def test_kind_of_standard_input_can_be_given(tmp_path: Path) -> None:
    (job,) = read(write(tmp_path / "a.data", b'{"html": "<p>1</p>"}'), kind=InputKind.JSONL)
    assert job.content == "<p>1</p>"


# extras


def test_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    with pytest.raises(MissingExtraError, match=r"newsparse\[warc\]"):
        read(write(tmp_path / "a.warc", b"".join(generated.records(1))))
