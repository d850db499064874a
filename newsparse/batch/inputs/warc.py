"""Pages of WARC and WET files, through FastWARC.

What is a page: a response with a status of 2xx, a resource, or a conversion (WET), whose
content type is HTML or plain text or is not stated. Source: ISO 28500 (WARC 1.1), sections 6.3 to 6.8.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import IO, Any

from newsparse.batch.extras import need
from newsparse.batch.outcome import Failure, FailureKind, Job, Key
from newsparse.page import Limits

_PAGES = frozenset(("", "text/html", "application/xhtml+xml", "text/plain"))
_SIZE = Limits().size + 1


def warc(stream: IO[bytes], name: str, size: int = _SIZE) -> Iterator[Job]:
    """A job a page of the archive, its id the record's, `size` bytes of it at most. An archive that breaks off ends with a failed job."""
    fastwarc: Any = need("fastwarc.warc", "warc")
    kinds = fastwarc.WarcRecordType
    wanted = kinds.response | kinds.resource | kinds.conversion
    number = 0
    try:
        for record in fastwarc.ArchiveIterator(
            stream, record_types=wanted, parse_http=True, auto_decode="all", quirks_mode=True
        ):
            if _is_page(record, kinds):
                yield _job(record, kinds, Key(name, number), size)
                number += 1
    except (OSError, EOFError, ValueError) as error:
        yield Job(
            Failure(FailureKind.INPUT, f"the archive breaks off after {number} pages: {error}"),
            f"{name}#{number}",
            key=Key(name, number),
        )


def _is_page(record: Any, kinds: Any) -> bool:
    if record.record_type == kinds.conversion:
        return True
    status = record.http_headers.status_code if record.http_headers is not None else None
    return _media_type(record) in _PAGES and (status is None or 200 <= status < 300)


def _media_type(record: Any) -> str:
    stated = (
        record.http_content_type
        if record.http_headers is not None
        else record.headers.get("Content-Type")
    )
    return (stated or "").partition(";")[0].strip().lower()


def _job(record: Any, kinds: Any, key: Key, size: int) -> Job:
    id_ = (record.record_id or "").strip("<>") or f"{key.source}#{key.at}"
    url = record.headers.get("WARC-Target-URI")
    converted = record.record_type == kinds.conversion
    try:
        content: bytes | Failure = record.reader.read(size)
    except (OSError, EOFError, ValueError) as error:
        content = Failure(FailureKind.INPUT, f"the record cannot be unpacked: {error}")
    return Job(
        content,
        id_,
        url.strip("<>") if url else None,
        "utf-8" if converted else record.http_charset,
        "text" if converted else None,
        _date(record.headers.get("WARC-Date")),
        key,
    )


def _date(stated: str | None) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(stated).astimezone(dt.UTC) if stated else None
    except ValueError:
        return None
