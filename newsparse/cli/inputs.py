"""What a command reads: files, or standard input."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

from newsparse.cli.output import print_error

STANDARD_INPUT: Final = "-"
_WARC: Final = b"WARC/"
"""The first bytes of a WARC file."""
_URL: Final = re.compile(r"(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,20}://", re.IGNORECASE)


def read(path: str) -> bytes | None:
    """The bytes of a page.

    Where they cannot be read, or hold many pages: None, and an error message on standard error.
    """
    try:
        page = sys.stdin.buffer.read() if path == STANDARD_INPUT else Path(path).read_bytes()
    except (OSError, ValueError) as error:
        print_error(f"cannot read {path!r}: {_reason(path, error)}")
        return None
    if page.startswith(_WARC):
        print_error(f"{path!r} is a WARC file of many pages. `newsparse batch {path}` reads it")
        return None
    return page


def _reason(path: str, error: OSError | ValueError) -> str:
    if not path:
        return "the path is empty; give a file, or - to read standard input"
    if _URL.match(path):
        return (
            "newsparse does not fetch pages; pipe the page in: "
            "curl -sL URL | newsparse parse --url URL -"
        )
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    if isinstance(error, IsADirectoryError):
        return (
            f"{reason}. `newsparse batch {path}` reads the pages of a folder; "
            "- as the path reads standard input"
        )
    return reason
