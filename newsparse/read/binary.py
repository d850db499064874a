"""Pages that are not text: archives, pictures, programs, random bytes.

Nothing is read from them, so no record is made of their bytes; a warning says what they look like.
Source of the signatures: the registry of file(1), and the formats' own specifications.
"""

from __future__ import annotations

import re
from typing import Final

from newsparse.blocks import Outline
from newsparse.page import NOWHERE, Media, Page
from newsparse.read.decode import Decoded
from newsparse.records import ParseWarning, WarningCode

_SIGNATURES: Final = (
    (b"PK\x03\x04", "a ZIP archive"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x28\xb5\x2f\xfd", "Zstandard-compressed data"),
    (b"\xfd7zXZ\x00", "xz-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\x04\x22\x4d\x18", "LZ4-compressed data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"%PDF-", "a PDF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a RIFF file (WebP, WAV or AVI)"),
    (b"\x7fELF", "a program (ELF)"),
    (b"MZ\x90\x00", "a program (PE)"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"ARROW1", "an Arrow file"),
    (b"ID3", "an MP3 file"),
    (b"OggS", "an Ogg file"),
    (b"wOF", "a font"),
)
"""The first bytes of each format, and its name. gzip is not among them: such pages are
decompressed.
"""
_SHORT_SIGNATURES: Final = frozenset((b"BZh", b"GIF8", b"RIFF", b"ID3", b"PAR1", b"ARROW1", b"wOF"))
"""Signatures that a text could also begin with. They count only if control characters follow."""
_GZIP: Final = b"\x1f\x8b"
_WARC: Final = re.compile(r"WARC/\d\.\d+\r?\n")
_ARCHIVE: Final = (
    "the page looks like a WARC file of many pages, not one page; `newsparse batch` reads it"
)
_WIDE: Final = ("utf-16", "utf-32")
_HEAD: Final = 4_096
"""Bytes looked at."""
_CONTROLS: Final = bytes((*range(9), *range(14, 27), *range(28, 32), 127))
"""Control characters that text does not contain."""
_ASCII_TEXT: Final = bytes((9, 10, 13, *range(32, 127)))
_MOST_ASCII: Final = 0.6
_LEAST_CONTROLS: Final = 0.03
"""Bytes that are not UTF-8, with less ASCII and more control characters than this, are not text in
any encoding.

Random bytes have 38 % ASCII and 11 % control characters; a Cyrillic page has less ASCII, but no
control characters.
"""


def is_binary(data: bytes) -> bool:
    """Whether bytes are not text in any encoding.

    >>> is_binary(b"PK\\x03\\x04 and more"), is_binary("Grüße".encode("cp1252"))
    (True, False)
    """
    head = data[:_HEAD]
    controls = _share(head, _CONTROLS)
    for signature, _ in _SIGNATURES:
        if head.startswith(signature):
            return controls > 0 or signature not in _SHORT_SIGNATURES
    is_noise = controls > _LEAST_CONTROLS and _share(head, _ASCII_TEXT) < _MOST_ASCII
    return is_noise and _is_not_utf8(head)


def _is_not_utf8(head: bytes) -> bool:
    """Whether bytes are not UTF-8; a character that is cut off at their end does not count."""
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason != "unexpected end of data"
    return False


def _share(head: bytes, characters: bytes) -> float:
    """The share of bytes that are among `characters`; 0 where there are no bytes."""
    return 1 - len(head.translate(None, characters)) / len(head) if head else 0.0


def looks_binary(data: str | bytes, raw: Decoded) -> bool:
    """Whether a page is binary data, by its bytes and by how they were decoded."""
    if is_archive(raw) or raw.binary or isinstance(data, str):
        return is_archive(raw) or raw.binary
    if data.startswith(_GZIP) or raw.encoding.startswith(_WIDE):
        return False  # judged after decompression; full of NUL bytes
    return is_binary(data)


def is_archive(raw: Decoded) -> bool:
    """Whether a page is a WARC file, whose records are pages of their own."""
    return _WARC.match(raw.text) is not None


def binary_page(data: str | bytes, raw: Decoded, url: str | None) -> Page:
    """The page of binary data: it has no blocks, and a warning that says what the data looks
    like.
    """
    told = _ARCHIVE if is_archive(raw) else f"the page looks like {_name(data)}, not text"
    warning = ParseWarning(WarningCode.BINARY, told)
    return Page(Media.TEXT, "", (), Outline(), NOWHERE, url, warnings=(warning,))


def _name(data: str | bytes) -> str:
    head = data[:64].encode("latin-1", "replace") if isinstance(data, str) else data[:64]
    return next((name for magic, name in _SIGNATURES if head.startswith(magic)), "binary data")
