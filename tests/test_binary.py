"""Binary data is never an article: not in Python, not on the command line, not in a batch."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import newsparse
from newsparse.read.binary import is_binary
from newsparse.records import PageKind, WarningCode

ROOT = Path(newsparse.__file__).parent.parent
NOISE = random.Random(7)
PAGE = (
    "<h1>Rain falls on Exampleton</h1><p>By Ada Lin</p>"
    + "<p>It rained on Exampleton all day, the council said on Tuesday, and the river rose.</p>" * 4
).encode()


def zipped(content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("page.html", content)
    return packed.getvalue()


BINARY = {
    "random": NOISE.randbytes(5_000),
    "short-random": NOISE.randbytes(200),
    "zip": zipped(PAGE),
    "zip-of-noise": zipped(NOISE.randbytes(500)),
    "zstd": b"\x28\xb5\x2f\xfd" + NOISE.randbytes(700),
    "bzip2": bz2.compress(PAGE),
    "xz": lzma.compress(PAGE),
    "png": b"\x89PNG\r\n\x1a\n" + NOISE.randbytes(900),
    "program": Path(sys.executable).resolve().read_bytes()[:50_000],
}
ENCODED = {
    "koi8-r": "Дождь падает на Примерск. ",
    "shift_jis": "雨が降る町の話です。",
    "euc-kr": "한국어 문장입니다. ",
    "cp1256": "سلام عليكم ",
    "cp1252": "Grüße aus Köln. ",
    "utf-16": "Rain falls. ",
}

binary = pytest.mark.parametrize("data", BINARY.values(), ids=BINARY)


@binary
def test_binary_data_is_no_article_and_nothing_is_read_from_it(data: bytes) -> None:
    article = newsparse.parse(data)
    codes = {warning.code for warning in article.warnings}
    assert {WarningCode.BINARY, WarningCode.NOT_AN_ARTICLE} <= codes
    assert article.kind is PageKind.OTHER
    assert (article.body, article.headline, article.bylines) == ((), None, ())
    assert newsparse.segment(data) == ()


@pytest.mark.parametrize("name", ["zip", "zstd", "bzip2", "png"])
def test_the_warning_says_what_the_data_is(name: str) -> None:
    (message,) = (
        warning.message
        for warning in newsparse.parse(BINARY[name]).warnings
        if warning.code is WarningCode.BINARY
    )
    assert {"zip": "ZIP", "zstd": "Zstandard", "bzip2": "bzip2", "png": "PNG"}[name] in message


@pytest.mark.parametrize("encoding", ENCODED)
def test_text_in_any_encoding_is_no_binary_data(encoding: str) -> None:
    text = ENCODED[encoding] * 30
    assert encoding == "utf-16" or not is_binary(text.encode(encoding))
    warnings = newsparse.parse(text.encode(encoding), encoding=encoding).warnings
    assert WarningCode.BINARY not in {warning.code for warning in warnings}


@pytest.mark.parametrize(
    "text", ["BZh is a town.", "GIF89a is a format, she said.", "RIFF and ID3 and PAR1."]
)
def test_words_that_begin_like_a_signature_are_text(text: str) -> None:
    assert not is_binary(text.encode())


@binary
def test_the_command_line_exits_with_3_and_says_why_in_every_format(
    tmp_path: Path, data: bytes
) -> None:
    page = tmp_path / "page.bin"
    page.write_bytes(data)
    from typer.testing import CliRunner

    from newsparse.cli.app import app
    from newsparse.exports.table import FORMATS

    for form in FORMATS:
        done = CliRunner().invoke(app, ["parse", str(page), "--format", form.name])
        assert done.exit_code == 3, form.name
        assert "holds no article: the page looks like" in done.stderr, form.name


def test_a_batch_of_nothing_but_binary_data_exits_with_3(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(BINARY["random"])
    done = subprocess.run(
        (sys.executable, "-m", "newsparse", "batch", str(tmp_path), "--workers", "0"),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 3
    assert b'"binary"' in done.stdout


WARC = (
    b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 10\r\n\r\nHTTP/1.1 200 OK\r\n\r\n" + PAGE
)


@pytest.mark.parametrize(
    "page", [WARC, gzip.compress(WARC), WARC.decode()], ids=["bytes", "gzip", "text"]
)
def test_a_warc_is_no_page_and_the_reason_names_what_reads_it(page: bytes | str) -> None:
    article = newsparse.parse(page)
    assert (article.kind, article.headline, article.body) == (PageKind.OTHER, None, ())
    assert newsparse.segment(page) == ()
    told = {warning.code: warning.message for warning in article.warnings}
    assert WarningCode.NOT_AN_ARTICLE in told
    assert "a WARC file of many pages" in told[WarningCode.BINARY]
    assert "`newsparse batch`" in told[WarningCode.BINARY]


def test_a_page_about_warc_is_a_page() -> None:
    page = b"WARC/1.0 is a format of archives.\n\n" + PAGE
    assert WarningCode.BINARY not in {one.code for one in newsparse.parse(page).warnings}
