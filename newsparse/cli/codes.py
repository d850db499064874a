"""Exit codes, so that scripts can tell results apart."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import Final


class Code(enum.IntEnum):
    """The exit code of a command."""

    READ = 0
    UNREADABLE = 1
    USAGE = 2
    NO_ARTICLE = 3
    DOUBTFUL = 4
    INTERRUPTED = 130
    PIPE_CLOSED = 141


_SHARED: Final = {
    Code.USAGE: "the command line is wrong; nothing was read",
    Code.INTERRUPTED: "interrupted",
    Code.PIPE_CLOSED: "the reader of the output went away",
}
MEANINGS: Final = {
    Code.READ: "all was read",
    Code.UNREADABLE: "something could not be read or written; the rest was",
    Code.NO_ARTICLE: "all was read, but a page holds no article; standard error says why",
    Code.DOUBTFUL: "all was read, but a page is below --min-confidence; standard error says which",
    **_SHARED,
}
BATCH_MEANINGS: Final = {
    Code.READ: "every page has a record",
    Code.UNREADABLE: "some pages have no record; the output and --errors say why",
    Code.NO_ARTICLE: "no page was read: there was none, or each failed, is empty or is binary data",
    **_SHARED,
}


def _help(meanings: dict[Code, str]) -> str:
    lines = (f"  {code.value:>3}  {meanings[code]}" for code in sorted(meanings))
    return "\b\nExit codes:\n" + "\n".join(lines)


HELP: Final = _help(MEANINGS)
"""The exit codes in `--help`."""
BATCH_HELP: Final = _help(BATCH_MEANINGS)
"""The exit codes in `newsparse batch --help`."""
_RANK: Final = (Code.READ, Code.DOUBTFUL, Code.NO_ARTICLE, Code.UNREADABLE)


def worst(codes: Iterable[Code]) -> Code:
    """The exit code of a run over several pages: an unreadable page outweighs one without an
    article.

    >>> worst((Code.READ, Code.UNREADABLE, Code.NO_ARTICLE)).name, worst(()).name
    ('UNREADABLE', 'READ')
    """
    return max(codes, key=_RANK.index, default=Code.READ)
