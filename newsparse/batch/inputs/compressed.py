"""Opening files that may be packed: gzip, bzip2, xz and Zstandard, told by their first bytes."""

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


def _zstd(stream: IO[bytes]) -> IO[bytes]:
    zstandard = need("zstandard", "zstd")
    return io.BufferedReader(
        zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True)
    )


def _xz(stream: IO[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", lzma.LZMAFile(stream))


@attrs.frozen
class Packing:
    """One way to pack a file: its suffix, its first bytes, how to open it."""

    suffix: str
    magic: bytes
    open: Callable[[Any], IO[bytes]]


PACKINGS: Final = (
    Packing(".gz", b"\x1f\x8b", lambda stream: cast("IO[bytes]", gzip.GzipFile(fileobj=stream))),
    Packing(".bz2", b"BZh", lambda stream: cast("IO[bytes]", bz2.BZ2File(stream))),
    Packing(".xz", b"\xfd7zXZ\x00", _xz),
    Packing(".zst", b"\x28\xb5\x2f\xfd", _zstd),
)
_BROKEN = (EOFError, lzma.LZMAError)
"""What the unpackers raise beyond OSError."""


def without_packing(name: str) -> str:
    """A file name without the suffix of its packing.

    >>> without_packing("a.warc.gz"), without_packing("a.html")
    ('a.warc', 'a.html')
    """
    return next(
        (
            name[: -len(packing.suffix)]
            for packing in PACKINGS
            if name.lower().endswith(packing.suffix)
        ),
        name,
    )


def unpacked(stream: IO[bytes]) -> IO[bytes]:
    """A stream of the content of `stream`, unpacked where its first bytes say that it is packed."""
    peekable = (
        stream
        if isinstance(stream, io.BufferedReader)
        else io.BufferedReader(cast("io.RawIOBase", stream))
    )
    head = peekable.peek(8)[:8]
    packing = next((packing for packing in PACKINGS if head.startswith(packing.magic)), None)
    return peekable if packing is None else packing.open(peekable)


def read_page(content: str | bytes | Path, size: int) -> str | bytes:
    """The page that a path leads to, unpacked, `size` bytes of it at most; text and bytes are handed through.

    Raises OSError where the file cannot be read or unpacked.
    """
    if not isinstance(content, Path):
        return content
    with content.open("rb") as file, unpacked(file) as stream:
        try:
            return _upto(stream, size)
        except OSError:
            raise
        except Exception as error:
            if isinstance(error, _BROKEN) or type(error).__name__ == "ZstdError":
                raise OSError(f"cannot unpack {content}: {error}") from error
            raise


def _upto(stream: IO[bytes], size: int) -> bytes:
    parts: list[bytes] = []
    left = size
    while left > 0 and (part := stream.read(min(left, 1 << 20))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)
