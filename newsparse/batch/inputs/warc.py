"""Pages of WARC and WET files, read by FastWARC.

A page is a response with a status of 2xx, a resource, or a conversion (WET), whose content type is
HTML or plain text or is not stated. Source: ISO 28500 (WARC 1.1), sections 6.3 to 6.8.
"""

from __future__ import annotations

import datetime as dt
import io
import zlib
from collections.abc import Iterator
from typing import IO, Any, Final

from newsparse.batch.extras import need
from newsparse.batch.inputs.compressed import buffered
from newsparse.batch.outcome import Failure, FailureKind, Job, Key, WarcRecord
from newsparse.errors import quoted
from newsparse.page import Limits

_PAGE_TYPES: Final = frozenset(("", "text/html", "application/xhtml+xml", "text/plain"))
_PAGE_BYTES: Final = Limits().size + 1
_GZIP: Final = b"\x1f\x8b"
_STARTS: Final = (b"WARC/", b"\x04\x22\x4d\x18")
"""First bytes of an archive, uncompressed or compressed by LZ4."""
_HEAD_READ: Final = 512
"""Bytes that tell whether a file is an archive."""
_HEAD_SHOWN: Final = 12
"""First bytes of a file that is not an archive, for the message."""
_READ_ERRORS: Final = (OSError, EOFError, ValueError)


class ForwardStream:
    """A stream that is only read forward, as FastWARC takes one: it asks for the position,
    which a pipe does not know.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._position = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        data = self._stream.read(size)
        self._position += len(data)
        return data

    def tell(self) -> int:
        """How many bytes were read."""
        return self._position

    def seekable(self) -> bool:
        """Never: nothing here goes back."""
        return False


def warc(stream: IO[bytes], name: str, size: int = _PAGE_BYTES) -> Iterator[Job]:
    """A job for each page of an archive, at most `size` bytes of it; its id is the record's.

    An archive that breaks off ends with a failed job. A file that is not an archive is one failed
    job.
    """
    fastwarc: Any = need("fastwarc.warc", "warc")
    opened = buffered(stream)
    problem = _why_not_an_archive(opened)
    if problem:
        yield _failed(f"not a WARC file: {problem}", Key(name))
        return
    types = fastwarc.WarcRecordType
    number = 0
    records = fastwarc.ArchiveIterator(
        ForwardStream(opened),
        record_types=types.response | types.resource | types.conversion,
        parse_http=True,
        auto_decode="all",
        quirks_mode=True,
    )
    try:
        for record in records:
            if _is_page(record, types):
                yield _job(record, types, Key(name, number), size)
                number += 1
    except _READ_ERRORS as error:
        yield _failed(f"the archive breaks off after {number:,} pages: {error}", Key(name, number))


def _why_not_an_archive(stream: io.BufferedReader) -> str:
    """Why a stream is not an archive, by its first bytes; "" where it may be one."""
    head = stream.peek(_HEAD_READ)
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, _HEAD_READ)
        except zlib.error as error:
            return f"its gzip data is damaged: {error}"
    if head.startswith(_STARTS):
        return ""
    return f"it begins with {quoted(head[:_HEAD_SHOWN])}" if head else "it is empty"


def _failed(message: str, key: Key) -> Job:
    return Job(Failure(FailureKind.INPUT, message), f"{key.source}#{key.at}", key=key)


def _is_page(record: Any, types: Any) -> bool:
    if record.record_type == types.conversion:
        return True
    status = _status(record)
    return _media_type(record) in _PAGE_TYPES and (status is None or 200 <= status < 300)


def _status(record: Any) -> int | None:
    headers = record.http_headers
    return None if headers is None else headers.status_code


def _media_type(record: Any) -> str:
    has_http = record.http_headers is not None
    stated = record.http_content_type if has_http else record.headers.get("Content-Type")
    return (stated or "").partition(";")[0].strip().lower()


def _job(record: Any, types: Any, key: Key, size: int) -> Job:
    is_conversion = record.record_type == types.conversion
    url = record.headers.get("WARC-Target-URI")
    source = _source(record, key)
    return Job(
        _content(record, size),
        source.record_id or f"{key.source}#{key.at}",
        url.strip("<>") if url else None,
        "utf-8" if is_conversion else record.http_charset,
        "text" if is_conversion else None,
        source.fetched,
        key,
        source,
    )


def _content(record: Any, size: int) -> bytes | Failure:
    try:
        content: bytes = record.reader.read(size)
    except _READ_ERRORS as error:
        return Failure(FailureKind.INPUT, f"the record cannot be decompressed: {error}")
    return content


def _source(record: Any, key: Key) -> WarcRecord:
    headers = record.headers
    return WarcRecord(
        key.source,
        record.stream_pos,
        (record.record_id or "").strip("<>"),
        _status(record),
        _date(headers.get("WARC-Date")),
        headers.get("WARC-Payload-Digest") or headers.get("WARC-Block-Digest"),
    )


def _date(stated: str | None) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(stated).astimezone(dt.UTC) if stated else None
    except ValueError:
        return None
