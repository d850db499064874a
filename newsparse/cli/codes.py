"""Exit codes, for scripts to tell apart."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import Final


class Code(enum.IntEnum):
    """What the exit code of a command says."""

    READ = 0
    UNREADABLE = 1
    USAGE = 2
    NO_ARTICLE = 3
    INTERRUPTED = 130
    PIPE_CLOSED = 141


MEANINGS: Final = {
    Code.READ: "all was read",
    Code.UNREADABLE: "something could not be read or written; the rest was",
    Code.USAGE: "the command line is wrong; nothing was read",
    Code.NO_ARTICLE: "all was read, but a page holds no article (its warnings say why)",
    Code.INTERRUPTED: "interrupted",
    Code.PIPE_CLOSED: "the reader of the output went away",
}
HELP: Final = "\b\nExit codes:\n" + "\n".join(
    f"  {code.value:>3}  {meaning}" for code, meaning in MEANINGS.items()
)
"""What `--help` says of them."""
_RANK: Final = (Code.READ, Code.NO_ARTICLE, Code.UNREADABLE)


def worst(codes: Iterable[Code]) -> Code:
    """The code of a run over several pages: one that could not be read outweighs one without an article.

    >>> worst((Code.READ, Code.UNREADABLE, Code.NO_ARTICLE)).name, worst(()).name
    ('UNREADABLE', 'READ')
    """
    return max(codes, key=_RANK.index, default=Code.READ)
