"""Opening files that may be compressed: gzip, bzip2, xz and Zstandard, recognised by their
first bytes.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, Final, cast

import attrs

from newsparse.batch.extras import need

_READ_SIZE: Final = 1 << 20
"""Bytes decompressed at a time."""


def buffered(stream: IO[bytes]) -> io.BufferedReader:
    """A stream whose first bytes can be looked at before they are read."""
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(cast("io.RawIOBase", stream))


def _gzip(stream: IO[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", gzip.GzipFile(fileobj=stream))


def _bzip2(stream: IO[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", bz2.BZ2File(stream))


def _xz(stream: IO[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", lzma.LZMAFile(stream))


def _zstd(stream: IO[bytes]) -> IO[bytes]:
    zstandard = need("zstandard", "zstd")
    return io.BufferedReader(
        zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True)
    )


@attrs.frozen
class Compression:
    """One kind of compression: the suffix of its files, their first bytes, and how to open them."""

    suffix: str
    magic: bytes
    open: Callable[[Any], IO[bytes]]


COMPRESSIONS: Final = (
    Compression(".gz", b"\x1f\x8b", _gzip),
    Compression(".bz2", b"BZh", _bzip2),
    Compression(".xz", b"\xfd7zXZ\x00", _xz),
    Compression(".zst", b"\x28\xb5\x2f\xfd", _zstd),
)
_DECOMPRESSION_ERRORS: Final = (EOFError, lzma.LZMAError)
"""What the decompressors raise besides OSError."""


def without_compression(name: str) -> str:
    """A file name without the suffix of its compression.

    >>> without_compression("a.warc.gz"), without_compression("a.html")
    ('a.warc', 'a.html')
    """
    for compression in COMPRESSIONS:
        if name.lower().endswith(compression.suffix):
            return name[: -len(compression.suffix)]
    return name


def decompressed(stream: IO[bytes]) -> IO[bytes]:
    """A stream of the content of `stream`, decompressed where its first bytes say it is
    compressed.
    """
    peekable = buffered(stream)
    head = peekable.peek(8)[:8]
    for compression in COMPRESSIONS:
        if head.startswith(compression.magic):
            return compression.open(peekable)
    return peekable


def read_page(content: str | bytes | Path, size: int) -> str | bytes:
    """The page at a path, decompressed, at most `size` bytes of it. Text and bytes are returned as
    they are.

    Raises OSError where the file cannot be read or decompressed.
    """
    if not isinstance(content, Path):
        return content
    with content.open("rb") as file, decompressed(file) as stream:
        try:
            return _read_up_to(stream, size)
        except OSError:
            raise
        except Exception as error:
            if isinstance(error, _DECOMPRESSION_ERRORS) or type(error).__name__ == "ZstdError":
                raise OSError(f"cannot decompress {content}: {error}") from error
            raise


def _read_up_to(stream: IO[bytes], size: int) -> bytes:
    parts: list[bytes] = []
    left = size
    while left > 0 and (part := stream.read(min(left, _READ_SIZE))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)
