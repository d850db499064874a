"""From bytes to text, and from text to "HTML or plain text?".

Sources of the rules: the WHATWG Encoding standard for labels (through webencodings), its
sniffing order (byte order mark, transport, meta) with one change: bytes that are valid
UTF-8 beyond ASCII are UTF-8 whatever a label says, for labels lie more often than that.
"""

from __future__ import annotations

import codecs
import re
import zlib
from pathlib import Path

import attrs

from newsparse.errors import InputError, quoted
from newsparse.page import Media

PageInput = str | bytes | Path
"""What `parse` takes: text, bytes, or the path of a file that holds either."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.+-]{2,40})""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.+-]{2,40})""")
_ESCAPED = frozenset(("iso-2022-jp", "hz-gb-2312", "utf-7"))
"""Encodings whose bytes are plain ASCII, so that being valid UTF-8 says nothing."""
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|div|p|article|section|main|span|table|h[1-6]|ul|ol|li|a\s|br|script|link|center|font)\b[^<]*>",
    re.IGNORECASE,
)
_SIGNATURES = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"RIFF", b"\x7fELF", b"BZh", b"\x28\xb5\x2f\xfd", b"\xfd7zXZ")


@attrs.frozen
class Decoded:
    """A page's text, the encoding it was in, and how well that went."""

    text: str
    encoding: str
    lossy: bool = False
    """Whether bytes had to be replaced by U+FFFD."""
    guessed: bool = False
    """Whether the encoding was found by detection, for nothing stated it."""
    binary: bool = False
    """Whether the bytes are no text at all."""
    cut: bool = False
    """Whether the size cap was met."""


def load(page: PageInput) -> str | bytes:
    """The content of a page: a path is read, text and bytes are handed through.

    >>> load(b"<p>Hello</p>")
    b'<p>Hello</p>'
    """
    if isinstance(page, (str, bytes)):
        return page
    if isinstance(page, (bytearray, memoryview)):
        return bytes(page)
    if isinstance(page, Path):
        try:
            return page.read_bytes()
        except OSError as error:
            raise InputError(f"cannot read {quoted(str(page))}: {error.strerror or error}") from error
    raise InputError(f"a page is a str, bytes or pathlib.Path, not {type(page).__name__}: {quoted(page)}")


def decode(page: PageInput, encoding: str | None = None) -> str:
    """The text that offsets of a page count in.

    A str is itself, unchanged. Bytes and files are decoded, their newlines kept and only a
    leading byte order mark dropped.

    >>> decode("\\ufeffas it is")
    '\\ufeffas it is'
    >>> decode(b"\\xef\\xbb\\xbfcaf\\xc3\\xa9\\r\\n")
    'café\\r\\n'
    >>> decode("Grüße".encode("cp1252"))
    'Grüße'
    """
    return decoded(load(page), encoding).text


def decoded(data: str | bytes, encoding: str | None = None, size: int | None = None) -> Decoded:
    """`data` as text, with what is to be said about its encoding."""
    cut = size is not None and len(data) > size
    if cut:
        data = data[:size]
    if isinstance(data, str):
        return Decoded(data, "str", binary=_is_binary_text(data), cut=cut)
    data = _gunzipped(data, size)
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _as(data[len(bom) :], name, cut=cut)
    declared = _codec(encoding) if encoding else None
    declared = declared or _declared(data)
    if declared not in _ESCAPED:
        try:
            return Decoded(data.decode("utf-8"), "utf-8", binary=_is_binary(data), cut=cut)
        except UnicodeDecodeError as error:
            if cut and error.start > len(data) - 4:
                return Decoded(data.decode("utf-8", "ignore"), "utf-8", cut=True)
    if _is_binary(data):
        return Decoded(data.decode("utf-8", "replace"), "binary", lossy=True, binary=True, cut=cut)
    if declared:
        return _as(data, declared, cut=cut)
    return _detected(data, cut)


def _as(data: bytes, codec: str, *, cut: bool) -> Decoded:
    text = data.decode(codec, "replace")
    return Decoded(text, codec, lossy="\ufffd" in text, cut=cut)


def _codec(label: str) -> str | None:
    """The Python codec of an encoding label, by the Encoding standard; None where no one knows it.

    >>> _codec("ISO-8859-1"), _codec("x-sjis"), _codec("no such thing")
    ('cp1252', 'shift_jis', None)
    """
    import webencodings

    found = webencodings.lookup(label)
    if found is not None:
        return str(found.codec_info.name)
    try:
        return codecs.lookup(label).name
    except (LookupError, ValueError):
        return None


def _declared(data: bytes) -> str | None:
    head = data[:4096]
    match = _XML_ENCODING.search(head) or _META_CHARSET.search(head)
    return _codec(match.group(1).decode("ascii")) if match else None


def _detected(data: bytes, cut: bool) -> Decoded:
    """The text of bytes that state no encoding and are no UTF-8."""
    mostly = data.decode("utf-8", "replace")
    if mostly.count("\ufffd") * 500 < len(mostly):
        return Decoded(mostly, "utf-8", lossy=True, cut=cut)
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:200_000], explain=False).best()
    name = best.encoding if best is not None else "cp1252"
    text = data.decode(name, "replace")
    return Decoded(text, name, lossy="\ufffd" in text, guessed=True, cut=cut)


def _is_binary(data: bytes) -> bool:
    if data.startswith(_SIGNATURES):
        return True
    head = data[:4096]
    odd = sum(head.count(bytes((byte,))) for byte in (0, 1, 2, 3, 4, 5, 6, 14, 15, 16, 17, 18))
    return odd * 20 > len(head)


def _is_binary_text(text: str) -> bool:
    head = text[:4096]
    return head.startswith("%PDF-") or (head.count("\0") + head.count("\ufffd")) * 10 > len(head) > 0


def _gunzipped(data: bytes, size: int | None) -> bytes:
    """`data` unpacked if it is a gzip stream, which pages saved from the wire often are."""
    if not data.startswith(b"\x1f\x8b\x08"):
        return data
    try:
        return zlib.decompressobj(wbits=31).decompress(data, size or 0)
    except zlib.error:
        return data


def media_of(text: str) -> Media:
    """Whether a text is an HTML page or plain text, told by looking.

    >>> media_of("<!DOCTYPE html><p>Hello"), media_of("if a < b and c > d:")
    (<Media.HTML: 'html'>, <Media.TEXT: 'text'>)
    """
    head = text[:20_000]
    if "<" not in head:
        return Media.TEXT
    tags = len(_HTML.findall(head))
    starts = head.lstrip("\ufeff \t\r\n").startswith("<")
    return Media.HTML if tags and (starts or tags > 2 + len(head) // 4_000) else Media.TEXT
