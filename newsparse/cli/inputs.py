"""What a command reads: files, or standard input."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

from newsparse.cli.output import complain

STANDARD_INPUT: Final = "-"
_URL: Final = re.compile(r"(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,20}://", re.IGNORECASE)


def read(path: str) -> bytes | None:
    """The bytes of a page; None, and a complaint on standard error, where they cannot be read."""
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        complain(f"cannot read {path!r}: {_reason(path, error)}")
        return None


def _reason(path: str, error: OSError | ValueError) -> str:
    if _URL.match(path):
        return "newsparse fetches nothing; pipe the page in: curl -sL URL | newsparse parse --url URL -"
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
