"""From bytes to text, and whether a text is HTML.

The rules follow the WHATWG Encoding standard: its labels (through webencodings) and its order of
byte order mark, transport, meta. There are two changes, because labels are wrong more often than
bytes: valid UTF-8 beyond ASCII is UTF-8 whatever its label, and for invalid UTF-8 the label "utf-8"
is ignored. A wrong label is kept as `Decoded.problem`.
"""

from __future__ import annotations

import codecs
import re
import zlib
from encodings.aliases import aliases
from pathlib import Path
from typing import Final

import attrs

from newsparse.errors import InputError, MissingFileError, quoted
from newsparse.page import Media

PageInput = str | bytes | Path
"""What `parse` takes: text, bytes, or the path of a file that holds either."""

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.+-]{2,40})""", re.IGNORECASE
)
_XML_ENCODING = re.compile(
    rb"""^\s{0,99}<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}["']([\w:.+-]{2,40})"""
)
_PYTHON: Final = {
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "x-user-defined": "latin-1",
    "replacement": "latin-1",
}
"""Python codecs for encodings of the standard that have another name in Python."""
_WIDE: Final = ("utf-16", "utf-32")
"""Encodings that a `meta` element cannot name correctly: it is read before they are known."""
_NO_TEXT_CODECS: Final = frozenset(
    [
        "base64_codec",
        "bz2_codec",
        "hex_codec",
        "quopri_codec",
        "rot_13",
        "uu_codec",
        "zlib_codec",
        "idna",
        "mbcs",
        "oem",
        "punycode",
        "undefined",
        "raw_unicode_escape",
        "unicode_escape",
        "utf_7",
    ]
)
"""Python codecs that decode no text, or decode it unsafely (UTF-7)."""
_ASCII_ONLY: Final = frozenset(("iso2022_jp", "iso-2022-jp", "hz"))
"""Encodings whose bytes are ASCII, so that each text in them is valid UTF-8."""
_LARGEST_UNPACKED: Final = 200_000_000
"""Bytes that a gzip stream may unpack to without a cap of the caller."""
_HIGH: Final = bytes(range(128, 256))
_FEWEST_DETECTABLE: Final = 24
"""Bytes beyond ASCII that a detector needs; fewer are read as windows-1252, as in the standard."""
_UNPACKED_AT_ONCE: Final = 65_536
"""Bytes of one step of unpacking; those before a damage are kept."""
_FEWEST_PER_ERROR: Final = 500
"""Characters for each bad one in a text that is taken for damaged UTF-8."""
_LABEL_REACH: Final = 4_096
"""Bytes at the start of a page in which labels and binary data are looked for."""
_HTML_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|div|p|article|section|main|span|table|"
    r"h[1-6]|ul|ol|li|a\s|br|script|link|center|font)\b[^<]*>",
    re.IGNORECASE,
)
_SIGNATURES: Final = (
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"PK\x03\x04",
    b"\x7fELF",
    b"\x28\xb5\x2f\xfd",
    b"\xfd7zXZ",
)
_CONTROLS: Final = bytes((*range(7), *range(14, 27), *range(28, 32)))
"""Control characters that no text holds."""


@attrs.frozen
class Decoded:
    """The text of a page, its encoding, and what went wrong."""

    text: str
    encoding: str
    problem: str = ""
    """What was wrong with the encoding; "" for nothing."""
    binary: bool = False
    """Whether the input is binary data."""
    cut: bool = False
    """Whether the input is larger than the size cap."""
    ended: bool = True
    """Whether a gzip stream is complete."""
    utf8: bytes | None = attrs.field(default=None, eq=False, repr=False)
    """The text as UTF-8 if it is known, which saves encoding it again."""


def load(page: PageInput) -> str | bytes:
    """The content of a page: the file at a path, or the text or bytes themselves.

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
        except FileNotFoundError as error:
            raise MissingFileError(error.errno, error.strerror, str(page)) from error
        except (OSError, ValueError) as error:
            raise InputError(
                f"cannot read {quoted(str(page))}: {getattr(error, 'strerror', None) or error}"
            ) from error
    raise InputError(
        f"a page must be a str, bytes or pathlib.Path, not {type(page).__name__}: {quoted(page)}"
    )


def decode(page: PageInput, encoding: str | None = None) -> str:
    """The text that the offsets of a text page count in.

    A str is returned as it is. Bytes and files are decoded; line ends are kept and only a leading
    byte order mark is dropped.

    >>> decode("\\ufeffas it is")
    '\\ufeffas it is'
    >>> decode(b"\\xef\\xbb\\xbfcaf\\xc3\\xa9\\r\\n")
    'café\\r\\n'
    >>> decode("Grüße".encode("cp1252"))
    'Grüße'
    """
    return decoded(load(page), encoding).text


def decoded(data: str | bytes, encoding: str | None = None, size: int | None = None) -> Decoded:
    """`data` as text, with its encoding. `size` caps it in bytes, a str in characters."""
    if encoding is not None and not isinstance(encoding, str):
        raise InputError(f"encoding must be a name like 'utf-8', not {quoted(encoding)}")
    if isinstance(data, str):
        cut = size is not None and len(data) > size
        text = data[:size] if cut else data
        held = _encoded(text)
        problem = "the str holds lone surrogates" if held is None else ""
        return Decoded(text, "str", problem, binary=_is_binary_text(text), cut=cut, utf8=held)
    data, ended = _unpacked(data, size)
    cut = size is not None and len(data) > size
    found = _decoded(data[:size] if cut else data, encoding)
    return attrs.evolve(found, cut=cut, ended=ended) if cut or not ended else found


def _decoded(data: bytes, encoding: str | None) -> Decoded:
    """Bytes as text: by byte order mark, as valid UTF-8, by the stated encoding, by detection."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _as(data[len(bom) :], name)
    stated = _codec(encoding) if encoding else None
    if stated and stated.startswith(_WIDE):
        return _as(data, stated)
    label = encoding if encoding and stated else _label(data)
    codec = stated or (_codec(label) if label else None)
    if codec is None or codec not in _ASCII_ONLY:
        text, whole = _utf8(data)
        if text is not None:
            mislabelled = label and codec != "utf-8" and not data.isascii()
            problem = f"the page is labelled {label} but is UTF-8" if mislabelled else ""
            return Decoded(text, "utf-8", problem, binary=_is_binary(data), utf8=data[:whole])
    if _is_binary(data):
        return Decoded(data.decode("utf-8", "replace"), "binary", binary=True)
    if codec and codec != "utf-8" and not codec.startswith(_WIDE):
        return _as(data, codec)
    found = _detected(data)
    if label and found.encoding != "utf-8" and not found.problem:
        return attrs.evolve(
            found, problem=f"the page is labelled {label} but looks like {found.encoding}"
        )
    return found


def _utf8(data: bytes) -> tuple[str | None, int]:
    """Bytes as UTF-8 (None if they are not) and the number of bytes read.

    A character that is cut off at the end is left out.
    """
    try:
        return data.decode("utf-8"), len(data)
    except UnicodeDecodeError as error:
        if (
            error.end == len(data)
            and error.start > max(len(data) - 4, 0)
            and error.reason == "unexpected end of data"
        ):
            return data[: error.start].decode("utf-8"), error.start
    return None, 0


def _as(data: bytes, codec: str) -> Decoded:
    text = data.decode(codec, "replace")
    if "\ufffd" in text:
        return Decoded(text, codec, f"bytes that are not valid {codec} were replaced")
    return Decoded(text, codec, utf8=data if codec == "utf-8" else None)


def _codec(label: str) -> str | None:
    """The Python codec of an encoding label; None for an unknown label.

    Labels that the standard lacks are looked up among Python's aliases. `codecs.lookup` would try
    to import a module with the name that the page made up.

    >>> _codec("ISO-8859-1"), _codec("x-sjis"), _codec("no such thing"), _codec("rot13")
    ('cp1252', 'cp932', None, None)
    """
    import webencodings

    found = webencodings.lookup(label)
    if found is not None:
        return _PYTHON.get(found.name, str(found.codec_info.name))
    name = label.strip().lower().replace("-", "_").replace(" ", "_")
    name = aliases.get(name, name if name in _PYTHON_CODECS else "")
    return codecs.lookup(name).name if name and name not in _NO_TEXT_CODECS else None


_PYTHON_CODECS: Final = frozenset(aliases.values())


def _label(data: bytes) -> str | None:
    """The encoding label in the first bytes of a page."""
    head = data[:_LABEL_REACH]
    match = _XML_ENCODING.search(head) or _META_CHARSET.search(head)
    return match.group(1).decode("ascii", "replace") if match else None


def _detected(data: bytes) -> Decoded:
    """The text of bytes that are not UTF-8 and have no usable label."""
    mostly = data.decode("utf-8", "replace")
    if _is_damaged_utf8(mostly):
        return Decoded(mostly, "utf-8", "bytes that are not valid utf-8 were replaced")
    if len(data) - len(data.translate(None, _HIGH)) < _FEWEST_DETECTABLE:
        return _as(data, "cp1252")
    from newsparse.read.detect import encoding_of

    return _as(data, encoding_of(data) or "cp1252")


def _is_damaged_utf8(text: str) -> bool:
    """Whether a text decoded as UTF-8 has few bad characters, and more good ones beyond ASCII."""
    errors = text.count("\ufffd")
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return errors * _FEWEST_PER_ERROR < len(text) and errors * 2 < beyond


def _is_binary(data: bytes) -> bool:
    if data.startswith(_SIGNATURES) or (
        data.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"WAVE", b"AVI ")
    ):
        return True
    head = data[:_LABEL_REACH]
    return (len(head) - len(head.translate(None, _CONTROLS))) * 20 > len(head)


def _is_binary_text(text: str) -> bool:
    head = text[:_LABEL_REACH]
    return (
        head.startswith("%PDF-") or (head.count("\0") + head.count("\ufffd")) * 10 > len(head) > 0
    )


def _unpacked(data: bytes, size: int | None) -> tuple[bytes, bool]:
    """`data`, unpacked if it is a gzip stream, and whether the stream is complete.

    Unpacking stops one byte above the cap, which shows that there is more.
    """
    if not data.startswith(b"\x1f\x8b\x08"):
        return data, True
    stream = zlib.decompressobj(wbits=31)
    most = _LARGEST_UNPACKED if size is None else size + 1
    found = bytearray()
    try:
        for at in range(0, len(data), _UNPACKED_AT_ONCE):
            found += stream.decompress(
                stream.unconsumed_tail + data[at : at + _UNPACKED_AT_ONCE], most - len(found)
            )
            if len(found) >= most:
                return bytes(found), True
    except zlib.error:
        return bytes(found) or data, not found
    return bytes(found), stream.eof


def utf8(text: str) -> bytes:
    """A text as UTF-8: surrogate pairs as one character, a lone surrogate as U+FFFD.

    >>> utf8("caf\u00e9 " + chr(0xD83D) + chr(0xDE00)).decode()
    'café 😀'
    """
    held = _encoded(text)
    if held is not None:
        return held
    paired = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return paired.encode("utf-8")


def _encoded(text: str) -> bytes | None:
    """A text as UTF-8; None if it holds surrogates."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return None


_MEDIA_REACH: Final = 20_000
"""Characters at the start of a text that show whether it is HTML."""
_MOST_TAGS_OF_TEXT: Final = 2
_TEXT_PER_TAG: Final = 4_000
"""Tags that a plain text may hold: two, and one more for each 4,000 characters."""


def media_of(text: str) -> Media:
    """Whether a text is an HTML page or plain text.

    >>> media_of("<!DOCTYPE html><p>Hello"), media_of("if a < b and c > d:")
    (<Media.HTML: 'html'>, <Media.TEXT: 'text'>)
    """
    head = text[:_MEDIA_REACH]
    if "<" not in head:
        return Media.TEXT
    if head.lstrip("\ufeff \t\r\n").startswith("<"):
        return Media.HTML if _HTML_TAG.search(head) else Media.TEXT
    tags = len(_HTML_TAG.findall(head))
    return Media.HTML if tags > _MOST_TAGS_OF_TEXT + len(head) // _TEXT_PER_TAG else Media.TEXT
