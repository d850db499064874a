"""What a command writes: results to standard output, error messages to standard error, a line
each.
"""

from __future__ import annotations

import os
import sys

from newsparse.printed.chars import shown


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def write(text: str) -> None:
    """Write one result.

    In a pipe it is UTF-8, whatever the locale. On a terminal, control characters are removed.
    """
    if on_terminal():
        text = shown(text)
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        print(text)
        return
    sys.stdout.flush()
    encoding = sys.stdout.encoding if on_terminal() else "utf-8"
    buffer.write((text.rstrip("\n") + "\n").encode(encoding, "backslashreplace"))
    buffer.flush()


def print_error(message: str) -> None:
    """Write one line to standard error."""
    print(f"newsparse: {shown(' '.join(message.split()))}", file=sys.stderr)


def abandon_stdout() -> None:
    """Send standard output nowhere: its reader has closed it, and Python flushes it at exit."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        return
