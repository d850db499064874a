"""Broken, hostile and wrong input gives a record with what could be read, warnings that name the problem, and no exception."""

from __future__ import annotations

import datetime as dt
import gzip
import re
from pathlib import Path
from typing import Any

import pytest

import newsparse
from newsparse import (
    InputError,
    Limits,
    NewsparseError,
    ProfileError,
    Source,
    UnknownProfileError,
    WarningCode,
)

SENTENCE = (
    "It rained on Exampleton all day, the council said on Tuesday, and the river rose by the hour."
)
STORY = (
    "<!DOCTYPE html><html><head><title>Rain falls</title></head><body><article><h1>Rain falls</h1>"
    + f"<p>{SENTENCE}</p>" * 5
    + "</article></body></html>"
)
PACKED = gzip.compress((STORY + "<!-- " + "".join(map(chr, range(48, 123))) * 40 + " -->").encode())

CASES: dict[str, tuple[Any, str | None]] = {
    "empty str": ("", "empty"),
    "empty bytes": (b"", "empty"),
    "blank": (" \r\n\t \u00a0\u2003", "empty"),
    "only a byte order mark": (b"\xef\xbb\xbf", "empty"),
    "only a comment": ("<!-- nothing --><html></html>", "empty"),
    "html without text": (
        "<!DOCTYPE html><html><body><script>var a = 1;</script></body></html>",
        "empty",
    ),
    "frames": ("<html><frameset><frame src='a.html'></frameset></html>", "empty"),
    "all bytes": (bytes(range(256)) * 40, "binary"),
    "png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(200)), "binary"),
    "jpeg": (b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(range(200)), "binary"),
    "webp": (b"RIFF\x24\0\0\0WEBPVP8 ", "binary"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj << /Type /Catalog >> endobj", "binary"),
    "pdf as str": ("%PDF-1.7 1 0 obj", "binary"),
    "zip": (b"PK\x03\x04\x14\0\x08\0\x08\0", "binary"),
    "gzip cut off": (PACKED[: len(PACKED) // 2], "truncated"),
    "gzip of nothing": (gzip.compress(b""), "empty"),
    "gzip header alone": (b"\x1f\x8b\x08\0\0\0\0\0", "truncated"),
    "cut in a sentence": (STORY[: STORY.index("river") + 3], "truncated"),
    "cut in a tag": ('<h1>Rain falls</h1><p>It rained <a href="https://exam', "truncated"),
    "nul characters": (STORY.replace("Rain", "Ra\0in"), "encoding"),
    "nul bytes": (STORY.replace("river", "ri\0ver").encode(), "encoding"),
    "utf-8 that says shift_jis": (
        f'<meta charset="shift_jis"><p>Café: {SENTENCE}'.encode(),
        "encoding",
    ),
    "latin-1 that says utf-8": (
        f'<meta charset="utf-8"><p>Caf\xe9: {SENTENCE}'.encode("latin-1"),
        "encoding",
    ),
    "latin-1 that says utf-16": (
        f'<meta charset="utf-16"><p>Caf\xe9: {SENTENCE}'.encode("latin-1"),
        "encoding",
    ),
    "greek that says big5": (
        f'<meta charset="big5"><p>{SENTENCE} \u0392\u03c1\u03bf\u03c7\u03ae'.encode("iso8859-7")
        + b"\xff\xff",
        "encoding",
    ),
    "a surrogate half": ("<h1>Rain \ud800 falls</h1>", "encoding"),
    "a surrogate half in text": ("Rain \udfff falls\n\n" + SENTENCE, "encoding"),
    "a url": ("https://www.herald.example/2019/07/23/rain", "looks-like-url"),
    "a bare host": (" www.herald.example ", "looks-like-url"),
    "a path": ("pages/2019/rain.html", "looks-like-path"),
    "a path with blanks": ("/home/ada/My Pages/rain 2.htm", "looks-like-path"),
    "a path of windows": ("C:\\pages\\rain.html", "looks-like-path"),
    "json": ('{"headline": "Rain falls", "body": ["' + SENTENCE + '"]}', "looks-like-json"),
    "a json list": ('\n[{"headline": "Rain falls"}]\n', "looks-like-json"),
    "an index page": (
        "<html><body><ul>"
        + "".join(f"<li><a href=/{n}>Story number {n} about Exampleton</a></li>" for n in range(60))
        + "</ul></body></html>",
        "not-an-article",
    ),
    "a form": ("<html><body><form><label>Your name</label><input></form></body></html>", "no-body"),
    "one word": ("Rain", "no-body"),
    "bad json-ld": (
        STORY.replace(
            "</head>",
            '<script type="application/ld+json">{"@type": "NewsArticle", </script></head>',
        ),
        "bad-json-ld",
    ),
    "deeper than libxml2 goes": ("<div>" * 100_000 + "<p>x", "depth-cap"),
}
"""A page, and the code of its warning."""


@pytest.mark.parametrize("name", CASES)
def test_bad_page_gets_its_warning(name: str) -> None:
    page, code = CASES[name]
    article = newsparse.parse(page)
    assert code in {warning.code for warning in article.warnings}
    assert all(warning.message and len(warning.message) < 300 for warning in article.warnings)
    assert len(set(article.warnings)) == len(article.warnings)
    article.to_json().encode("utf-8")
    newsparse.segment(page)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("media", ["html", "text"])
def test_parse_never_raises_for_either_media(name: str, media: str) -> None:
    assert newsparse.parse(CASES[name][0], media=media).warnings


GOOD: dict[str, Any] = {
    "a str with a wrong declaration": STORY.replace(
        "<!DOCTYPE html>", '<?xml version="1.0" encoding="shift_jis"?>'
    ),
    "a str with a wrong meta": STORY.replace("<head>", '<head><meta charset="utf-16">'),
    "bytes": STORY.encode(),
    "gzip": PACKED,
    "300 deep": "<div>" * 300 + STORY + "</div>" * 300,
    "utf-16": STORY.encode("utf-16"),
    "utf-8 with its mark": STORY.encode("utf-8-sig"),
    "no closing tags": STORY.replace("</p>", "").replace("</article>", ""),
    "a bytearray": bytearray(STORY.encode()),
    "a memoryview": memoryview(STORY.encode()),
    "a processing instruction": STORY.replace("<article>", "<article><?php echo 1 ?>"),
}
"""Pages that only look bad: the whole story is read, and there is no warning about reading."""
OF_READING = {
    "empty",
    "binary",
    "encoding",
    "truncated",
    "depth-cap",
    "size-cap",
    "block-cap",
    "work-cap",
    "no-headline",
    "no-body",
    "bad-json-ld",
}


@pytest.mark.parametrize("name", GOOD)
def test_good_page_gets_no_warning(name: str) -> None:
    article = newsparse.parse(GOOD[name])
    assert article.headline is not None and article.headline.text == "Rain falls"
    assert article.body and article.body[0].text == SENTENCE
    assert not {warning.code.value for warning in article.warnings} & OF_READING


def test_text_before_the_damage_is_kept() -> None:
    story = STORY.replace("</article>", f"<p>{SENTENCE[::-1]}</p></article>")
    cut = newsparse.parse(story[: story.index(SENTENCE[::-1]) + 40])
    assert cut.headline is not None and cut.headline.text == "Rain falls"
    assert SENTENCE in cut.text
    damaged = bytearray(
        gzip.compress("".join(f"<p>{n}: {SENTENCE}</p>" for n in range(5_000)).encode(), 0)
    )
    damaged[-9_000] ^= 0xFF
    damaged[-8_000:] = b"\xff" * 500
    assert "0: It rained" in newsparse.decode(bytes(damaged))


def test_path_is_read(tmp_path: Path) -> None:
    file = tmp_path / "rain.html"
    file.write_bytes(STORY.encode())
    assert newsparse.parse(file) == newsparse.parse(STORY.encode())
    file.write_bytes(PACKED)
    assert newsparse.parse(file).headline is not None


MISUSE = {
    "page is None": (lambda: newsparse.parse(None), InputError, "None"),
    "page is a number": (lambda: newsparse.parse(17), InputError, "17"),
    "page is a list": (lambda: newsparse.segment(["<p>"]), InputError, "['<p>']"),
    "decode of a number": (lambda: newsparse.decode(17), InputError, "17"),
    "no such file": (
        lambda: newsparse.parse(Path("/nowhere/rain.html")),
        InputError,
        "/nowhere/rain.html",
    ),
    "no such file, as Python has it": (
        lambda: newsparse.parse(Path("/nowhere/rain.html")),
        FileNotFoundError,
        "/nowhere/rain.html",
    ),
    "a folder": (lambda: newsparse.parse(Path("/")), InputError, "'/'"),
    "a path with a nul": (lambda: newsparse.parse(Path("a\0b")), InputError, "a\\x00b"),
    "unknown media": (lambda: newsparse.parse("x", media="pdf"), InputError, "'pdf'"),
    "media is a number": (lambda: newsparse.segment("x", media=3), InputError, "3"),
    "url is bytes": (
        lambda: newsparse.parse("x", url=b"https://a.example"),
        InputError,
        "b'https://a.example'",
    ),
    "encoding is a number": (lambda: newsparse.parse(b"x", encoding=8), InputError, "8"),
    "reference is a str": (
        lambda: newsparse.parse("x", reference="2019-07-23"),
        InputError,
        "'2019-07-23'",
    ),
    "reference is a date": (
        lambda: newsparse.parse("x", reference=dt.date(2019, 7, 23)),
        InputError,
        "2019, 7, 23",
    ),
    "limits is a dict": (
        lambda: newsparse.parse("x", limits={"size": 3}),
        InputError,
        "{'size': 3}",
    ),
    "a cap below 1": (lambda: Limits(size=0), InputError, "size"),
    "a cap is a str": (lambda: Limits(depth="9"), InputError, "'9'"),
    "unknown profile": (
        lambda: newsparse.parse("x", profile="no-such-paper"),
        UnknownProfileError,
        "'no-such-paper'",
    ),
    "unknown profile of segment": (
        lambda: newsparse.segment("x", profile=""),
        UnknownProfileError,
        "''",
    ),
    "profile is a number": (lambda: newsparse.parse("x", profile=5), InputError, "5"),
    "profiles are a number": (lambda: newsparse.Parser(profiles=5), ProfileError, "5"),
    "profiles are strings": (lambda: newsparse.Parser(profiles=["x"]), ProfileError, "'x'"),
    "register of a str": (lambda: newsparse.register("herald"), ProfileError, "'herald'"),
    "a bad host": (
        lambda: newsparse.Profile(name="a", hosts="https://a.example/"),
        ProfileError,
        "'https://a.example/'",
    ),
    "a bad zone": (
        lambda: newsparse.Profile(name="a", timezone="Mars/Olympus"),
        ProfileError,
        "'Mars/Olympus'",
    ),
    "a bad selector": (lambda: newsparse.css("h1["), ProfileError, "'h1['"),
    "locate of a str": (lambda: newsparse.locate("<p>x", "/html"), InputError, "'/html'"),
    "locate of a bad path": (
        lambda: newsparse.locate("<p>x", Source(newsparse.Origin.DOM, where="//[")),
        InputError,
        "//[",
    ),
    "locate of another page": (
        lambda: newsparse.locate("<p>x", Source(newsparse.Origin.DOM, where="/html/body/h1")),
        InputError,
        "/html/body/h1",
    ),
    "locate of a value": (
        lambda: newsparse.locate("<p>x", Source(newsparse.Origin.DOM, where="count(//p)")),
        InputError,
        "count(//p)",
    ),
    "locate of no json": (
        lambda: newsparse.locate("<p>x", Source(newsparse.Origin.JSON_LD, where="/html/body/p#/a")),
        InputError,
        "/html/body/p",
    ),
    "locate beyond the end": (
        lambda: newsparse.locate("x", Source(newsparse.Origin.TEXT, start=5, end=9)),
        InputError,
        "9",
    ),
    "locate of nowhere": (
        lambda: newsparse.locate("<p>x", Source(newsparse.Origin.DOM)),
        InputError,
        "Source",
    ),
}
"""Wrong calls, the error that each raises, and the value that the message quotes."""


@pytest.mark.parametrize("name", MISUSE)
def test_misuse_raises_and_quotes_the_value(name: str) -> None:
    call, error, quoted = MISUSE[name]
    with pytest.raises(error, match=re.escape(quoted)) as caught:
        call()
    assert isinstance(caught.value, NewsparseError)
    assert newsparse.parse(STORY).headline is not None, "the failed call changed the state"


def test_every_warning_about_reading_is_covered() -> None:
    told = {code for _, code in CASES.values()}
    assert {
        "empty",
        "binary",
        "encoding",
        "truncated",
        "looks-like-url",
        "looks-like-path",
        "looks-like-json",
        "bad-json-ld",
    } <= told
    assert told - {None} <= {code.value for code in WarningCode}


@pytest.mark.parametrize(
    ("stated", "wanted"),
    [
        (" , ", None),
        (",", None),
        (", /a.jpg 1x", "https://a.example/a.jpg"),
        ("/a.jpg 320w, /b.jpg 640w", "https://a.example/b.jpg"),
        ("/w_320,h_200/a.jpg", "https://a.example/w_320,h_200/a.jpg"),
        ("/a.jpg,", "https://a.example/a.jpg"),
    ],
)
def test_picture_urls(stated: str, wanted: str | None) -> None:
    page = f'<h1>Rain falls</h1><figure><img srcset="{stated}"><figcaption>The weir on Tuesday. (Cy Orr / AP)</figcaption></figure><p>It rained all day, the council said.</p>'
    assert newsparse.parse(page, url="https://a.example/rain").captions[0].image == wanted
