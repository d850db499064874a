"""From bytes to text, and from text to "HTML or plain text?".

Sources of the rules: the WHATWG Encoding standard for labels (through webencodings) and its
sniffing order (byte order mark, transport, meta), with two changes, for labels lie more often than
bytes do: what is valid UTF-8 beyond ASCII is UTF-8 whatever a label says, and what is called UTF-8 but
is not is looked at as if nothing had been said. What the bytes belied is kept as `Decoded.problem`.
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
"""Encodings of the standard whose decoder goes by another name in Python. The two last have no reader's use."""
_WIDE: Final = ("utf-16", "utf-32")
"""Encodings in which no `meta` can be read before they are known: one that names them is wrong (by the standard, UTF-8)."""
_NO_TEXT: Final = frozenset(
    "base64_codec bz2_codec hex_codec quopri_codec rot_13 uu_codec zlib_codec idna mbcs oem punycode undefined "
    "raw_unicode_escape unicode_escape utf_7".split()
)
"""Codecs of Python that turn no page into text, or do it unsafely (UTF-7)."""
_ESCAPED: Final = frozenset(("iso2022_jp", "iso-2022-jp", "hz"))
"""Encodings whose bytes are plain ASCII, so that being valid UTF-8 says nothing."""
_MOST_UNPACKED: Final = 200_000_000
"""Bytes that a gzip stream may unpack to where no cap was given."""
_HIGH: Final = bytes(range(128, 256))
_TELLING: Final = 24
"""Bytes beyond ASCII from which a detector has something to go by; for fewer it is the standard's windows-1252."""
_STEP: Final = 65_536
"""Bytes unpacked at once: what stands before a damage is kept."""
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|div|p|article|section|main|span|table|h[1-6]|ul|ol|li|a\s|br|script|link|center|font)\b[^<]*>",
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
_ODD: Final = bytes((*range(7), *range(14, 27), *range(28, 32)))
"""Control characters that no text holds."""


@attrs.frozen
class Decoded:
    """A page's text, the encoding it was in, and how well that went."""

    text: str
    encoding: str
    problem: str = ""
    """What was wrong with the encoding, "" where nothing was."""
    binary: bool = False
    """Whether the bytes are no text at all."""
    cut: bool = False
    """Whether the size cap was met."""
    ended: bool = True
    """Whether a packed page could be unpacked to its end."""
    utf8: bytes | None = attrs.field(default=None, eq=False, repr=False)
    """The text as UTF-8, where it came so or was turned into it: who wants it so need not encode it again."""


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
        except FileNotFoundError as error:
            raise MissingFileError(error.errno, error.strerror, str(page)) from error
        except (OSError, ValueError) as error:
            raise InputError(
                f"cannot read {quoted(str(page))}: {getattr(error, 'strerror', None) or error}"
            ) from error
    raise InputError(
        f"a page is a str, bytes or pathlib.Path, not {type(page).__name__}: {quoted(page)}"
    )


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
    """`data` as text, with what is to be said about its encoding. `size` caps it, in bytes (a str: characters)."""
    if encoding is not None and not isinstance(encoding, str):
        raise InputError(f"encoding is the name of one, like 'utf-8', not {quoted(encoding)}")
    if isinstance(data, str):
        cut = size is not None and len(data) > size
        text = data[:size] if cut else data
        held = _encoded(text)
        problem = (
            "the str holds halves of surrogate pairs, which are no characters"
            if held is None
            else ""
        )
        return Decoded(text, "str", problem, binary=_is_binary_text(text), cut=cut, utf8=held)
    data, ended = _unpacked(data, size)
    cut = size is not None and len(data) > size
    found = _decoded(data[:size] if cut else data, encoding)
    return attrs.evolve(found, cut=cut, ended=ended) if cut or not ended else found


def _decoded(data: bytes, encoding: str | None) -> Decoded:
    """Bytes as text: by their byte order mark, as UTF-8 if they are, by what is stated, by looking."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _as(data[len(bom) :], name)
    stated = _codec(encoding) if encoding else None
    if stated and stated.startswith(_WIDE):
        return _as(data, stated)
    label = encoding if encoding and stated else _label(data)
    codec = stated or (_codec(label) if label else None)
    if codec is None or codec not in _ESCAPED:
        text, whole = _utf8(data)
        if text is not None:
            belied = label and codec != "utf-8" and not data.isascii()
            problem = f"the page is called {label} but is UTF-8" if belied else ""
            return Decoded(text, "utf-8", problem, binary=_is_binary(data), utf8=data[:whole])
    if _is_binary(data):
        return Decoded(data.decode("utf-8", "replace"), "binary", binary=True)
    if codec and codec != "utf-8" and not codec.startswith(_WIDE):
        return _as(data, codec)
    found = _detected(data)
    if label and found.encoding != "utf-8" and not found.problem:
        return attrs.evolve(
            found, problem=f"the page is called {label} but reads as {found.encoding}"
        )
    return found


def _utf8(data: bytes) -> tuple[str | None, int]:
    """Bytes as UTF-8, None where they are not, and how many of them that are; a character cut off at the end is passed over."""
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
        return Decoded(text, codec, f"bytes that are not {codec} were replaced")
    return Decoded(text, codec, utf8=data if codec == "utf-8" else None)


def _codec(label: str) -> str | None:
    """The Python codec of an encoding label, by the Encoding standard; None where no one knows it.

    Labels that the standard lacks are looked up among Python's own aliases, and nowhere else: to try a
    label that a page made up would be to look for a file of that name.

    >>> _codec("ISO-8859-1"), _codec("x-sjis"), _codec("no such thing"), _codec("rot13")
    ('cp1252', 'cp932', None, None)
    """
    import webencodings

    found = webencodings.lookup(label)
    if found is not None:
        return _PYTHON.get(found.name, str(found.codec_info.name))
    name = label.strip().lower().replace("-", "_").replace(" ", "_")
    name = aliases.get(name, name if name in _OWN else "")
    return codecs.lookup(name).name if name and name not in _NO_TEXT else None


_OWN: Final = frozenset(aliases.values())


def _label(data: bytes) -> str | None:
    """The encoding that a page states in its first bytes, as it writes it."""
    head = data[:4096]
    match = _XML_ENCODING.search(head) or _META_CHARSET.search(head)
    return match.group(1).decode("ascii", "replace") if match else None


def _detected(data: bytes) -> Decoded:
    """The text of bytes that are no UTF-8, and of which nothing worth believing is said."""
    mostly = data.decode("utf-8", "replace")
    if mostly.count("\ufffd") * 500 < len(mostly):
        return Decoded(mostly, "utf-8", "bytes that are not utf-8 were replaced")
    if len(data) - len(data.translate(None, _HIGH)) < _TELLING:
        return _as(data, "cp1252")
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:200_000]).best()
    return _as(data, best.encoding if best is not None else "cp1252")


def _is_binary(data: bytes) -> bool:
    if data.startswith(_SIGNATURES) or (
        data.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"WAVE", b"AVI ")
    ):
        return True
    head = data[:4096]
    return (len(head) - len(head.translate(None, _ODD))) * 20 > len(head)


def _is_binary_text(text: str) -> bool:
    head = text[:4096]
    return (
        head.startswith("%PDF-") or (head.count("\0") + head.count("\ufffd")) * 10 > len(head) > 0
    )


def _unpacked(data: bytes, size: int | None) -> tuple[bytes, bool]:
    """`data` unpacked if it is a gzip stream, which pages saved from the wire often are; whether it came to its end.

    Of what is over the cap no more is unpacked than one byte, which tells that there is more.
    """
    if not data.startswith(b"\x1f\x8b\x08"):
        return data, True
    stream = zlib.decompressobj(wbits=31)
    most = _MOST_UNPACKED if size is None else size + 1
    found = bytearray()
    try:
        for at in range(0, len(data), _STEP):
            found += stream.decompress(
                stream.unconsumed_tail + data[at : at + _STEP], most - len(found)
            )
            if len(found) >= most:
                return bytes(found), True
    except zlib.error:
        return bytes(found) or data, not found
    return bytes(found), stream.eof


def utf8(text: str) -> bytes:
    """A text as UTF-8: two halves of a surrogate pair as the character they stand for, a lone half as U+FFFD.

    >>> utf8("caf\u00e9 " + chr(0xD83D) + chr(0xDE00)).decode()
    'café 😀'
    """
    held = _encoded(text)
    return (
        held
        if held is not None
        else text.encode("utf-16-le", "surrogatepass")
        .decode("utf-16-le", "replace")
        .encode("utf-8")
    )


def _encoded(text: str) -> bytes | None:
    """A text as UTF-8, None where it holds halves of surrogate pairs."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return None


def media_of(text: str) -> Media:
    """Whether a text is an HTML page or plain text, told by looking.

    >>> media_of("<!DOCTYPE html><p>Hello"), media_of("if a < b and c > d:")
    (<Media.HTML: 'html'>, <Media.TEXT: 'text'>)
    """
    head = text[:20_000]
    if "<" not in head:
        return Media.TEXT
    if head.lstrip("\ufeff \t\r\n").startswith("<"):
        return Media.HTML if _HTML.search(head) else Media.TEXT
    return Media.HTML if len(_HTML.findall(head)) > 2 + len(head) // 4_000 else Media.TEXT
