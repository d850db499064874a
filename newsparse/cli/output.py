"""What a command writes: results to standard output, complaints in one line each to standard error."""

from __future__ import annotations

import os
import sys

from newsparse.printed.chars import shown


def on_terminal() -> bool:
    """Whether somebody reads standard output."""
    return sys.stdout is not None and sys.stdout.isatty()


def write(text: str) -> None:
    """One result. In a pipe its bytes are UTF-8 whatever the locale; on a terminal nothing in it is obeyed."""
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


def complain(message: str) -> None:
    """One line on standard error."""
    print(f"newsparse: {shown(' '.join(message.split()))}", file=sys.stderr)


def let_go() -> None:
    """Standard output leads nowhere from here on: its reader has closed it, and Python flushes it at exit."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        return
