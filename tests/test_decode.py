"""Bytes to text: newlines and marks are kept, labels follow the Encoding standard, and wrong labels are detected."""

from __future__ import annotations

import codecs
import gzip
from encodings.aliases import aliases

import pytest
import webencodings.labels
from hypothesis import given
from hypothesis import strategies as st

from newsparse import decode
from newsparse.read.decode import decoded, media_of, utf8

STRINGS = st.text(st.characters(exclude_categories=[]), max_size=200)


@given(STRINGS)
def test_str_is_returned_unchanged(text: str) -> None:
    assert decode(text) is text
    utf8(text).decode("utf-8")


@given(st.text(max_size=200))
def test_utf8_text_is_kept_exactly(text: str) -> None:
    data = text.encode("utf-8")
    if data.startswith(
        (codecs.BOM_UTF8, codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE, b"\x1f\x8b\x08")
    ):
        return
    label = decoded(data).encoding
    if label == "utf-8":
        assert decode(data) == text
    assert decode(codecs.BOM_UTF8 + data) == text


@given(
    st.binary(max_size=400),
    st.none()
    | st.sampled_from(
        [
            "utf-8",
            "utf-16",
            "iso-2022-jp",
            "gbk",
            "rot13",
            "idna",
            "unicode_escape",
            "\0",
            "é",
            "x" * 999,
        ]
    ),
)
def test_any_bytes_with_any_label_decode(data: bytes, encoding: str | None) -> None:
    text = decode(data, encoding)
    assert isinstance(text, str) and decode(data, encoding) == text
    text.encode("utf-8")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\n\r", "\u2028", "\x0b", "\x85"])
def test_newlines_are_kept(newline: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    text = f"one{newline}two é{newline}{newline}"
    file = tmp_path / "page.txt"
    file.write_bytes(text.encode())
    assert decode(text) == decode(text.encode()) == decode(file) == text


@pytest.mark.parametrize(
    ("bom", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_only_a_leading_byte_order_mark_is_dropped(bom: bytes, codec: str) -> None:
    text = "\ufeffone \ufeff two é"
    assert decode(bom + text.encode(codec)) == text
    assert decode(text) == text


@pytest.mark.parametrize("label", sorted(webencodings.labels.LABELS))
def test_every_label_of_the_standard(label: str) -> None:
    name = webencodings.labels.LABELS[label]
    page = f'<meta charset="{label}"><p>Rain, it falls.'
    assert "Rain, it falls." in decode(page.encode("ascii"))
    assert "Rain, it falls." in decode(
        page.encode("ascii"), f" {label.upper()} " if not name.startswith("utf-16") else None
    )
    assert isinstance(decode(page.encode("ascii") + bytes(range(128, 256)) * 3), str)


SAMPLES = {
    "windows-1252": "“Grüße”, café – 5 €",
    "iso-8859-2": "Zażółć gęślą jaźń",
    "windows-1251": "Дождь идёт весь день",
    "koi8-r": "Дождь идёт весь день",
    "shift_jis": "雨が①日中降った～",
    "euc-jp": "雨が一日中降った",
    "iso-2022-jp": "雨が一日中降った",
    "gbk": "整天下雨€",
    "gb18030": "整天下雨𠀀",
    "big5": "整天下雨",
    "euc-kr": "하루 종일 비가 왔다 똠",
    "windows-874": "ฝนตกทั้งวัน",
    "windows-1255": "ירד גשם כל היום",
    "iso-8859-8-i": "ירד גשם כל היום",
    "windows-1256": "أمطرت طوال اليوم",
    "iso-8859-7": "Έβρεχε όλη μέρα",
    "macintosh": "Il a plu toute la journée",
    "x-mac-cyrillic": "Дождь идёт весь день",
    "utf-8": "Il a plu toute la journée",
}
PYTHON = {
    "shift_jis": "cp932",
    "gbk": "gb18030",
    "euc-kr": "cp949",
    "windows-874": "cp874",
    "iso-8859-8-i": "iso8859-8",
    "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
}


@pytest.mark.parametrize("label", SAMPLES)
@pytest.mark.parametrize("stated", ["meta", "http-equiv", "xml", "transport"])
def test_stated_encodings_are_followed(label: str, stated: str) -> None:
    head = {
        "meta": f'<meta charset="{label}">',
        "http-equiv": f'<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset={label}">',
        "xml": f'<?xml version="1.0" encoding="{label}"?>',
        "transport": "",
    }[stated]
    text = f"{head}<p>{SAMPLES[label]}</p>"
    found = decoded(text.encode(PYTHON.get(label, label)), label if stated == "transport" else None)
    assert (found.text, found.problem) == (text, "")


def test_transport_has_priority_over_meta() -> None:
    data = '<meta charset="koi8-r"><p>Дождь'.encode("windows-1251")
    assert decode(data, "windows-1251").endswith("Дождь")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_stated_by_the_transport(codec: str) -> None:
    assert decode("<p>Rain".encode(codec), codec) == "<p>Rain"


@pytest.mark.parametrize(
    "label",
    sorted({*aliases, *aliases.values(), "nothing", "../../etc/passwd", "os", "utf-7", "rot-13"}),
)
def test_labels_unknown_to_the_standard(label: str) -> None:
    page = f'<meta charset="{label}"><p>Rain +AGEAYgBj- falls \xe9'.encode("latin-1")
    assert "Rain +AGEAYgBj- falls" in decode(page) or label.lower().replace("-", "_") not in (
        "utf_7",
        "u7",
        "unicode_1_1_utf_7",
    )
    assert isinstance(decode(page, label), str)


def test_wrong_labels_are_detected_and_reported() -> None:
    for data, wanted in (
        ('<meta charset="iso-8859-1"><p>Grüße'.encode(), "labelled iso-8859-1 but is UTF-8"),
        ('<meta charset="utf-8"><p>Grüße'.encode("cp1252"), "labelled utf-8 but looks like cp1252"),
        ('<meta charset="ascii"><p>Grüße'.encode("cp1252"), ""),
        ("<p>Grüße".encode("cp1252"), ""),
    ):
        found = decoded(data)
        assert (
            found.text.endswith("Grüße")
            and wanted in found.problem
            and bool(found.problem) == bool(wanted)
        )


def test_a_few_bad_bytes_do_not_change_the_encoding() -> None:
    data = ("Grüße aus Exampleton. " * 100).encode() + b"\xff" + ("Grüße. " * 100).encode()
    found = decoded(data)
    assert (
        found.encoding == "utf-8"
        and "replaced" in found.problem
        and found.text.count("\ufffd") == 1
    )


def test_incomplete_last_character_is_not_damage() -> None:
    data = "<p>Grüße 言葉".encode()
    for cut in range(len(data) - 5, len(data)):
        assert "\ufffd" not in decode(data[:cut]) and decode(data[:cut]).startswith("<p>Grü")


def test_gzip_is_decompressed_up_to_the_cap() -> None:
    data = gzip.compress(b"<p>Rain</p>" + b" " * 5_000_000)
    assert decode(data).startswith("<p>Rain</p>")
    found = decoded(data, size=1_000)
    assert found.cut and len(found.text) == 1_000 and found.ended
    assert not decoded(data[:-2_000], size=10_000_000).ended


def test_media_detection() -> None:
    for text, media in (
        ("<html>", "html"),
        ("Rain falls\n\nBy Ada Lin", "text"),
        ("a < b > c", "text"),
        ("\ufeff  <!DOCTYPE html><p>x", "html"),
        ("", "text"),
        ("<", "text"),
    ):
        assert media_of(text).value == media
