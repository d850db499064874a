"""The exceptions of newsparse.

    NewsparseError
    ├── InputError          not a page: a wrong type, an unreadable file, an unknown media
    │   └── MissingFileError  a path without a file; a FileNotFoundError too
    ├── UnknownProfileError an unknown profile name
    ├── UnknownFormatError  an unknown export format
    ├── ProfileError        a profile with a bad rule, host, zone or date
    ├── RecordError         a dict or JSON text that is no newsparse record
    ├── BatchError          a batch that cannot start, go on or be resumed
    └── MissingExtraError   a missing package that an extra of newsparse installs

The content of a page never raises: its problems are listed in `Article.warnings`.
"""

from __future__ import annotations


class NewsparseError(Exception):
    """The base of all exceptions of newsparse."""


class InputError(NewsparseError, TypeError):
    """The input is no page, or an argument has a bad type or value."""


class MissingFileError(FileNotFoundError, InputError):
    """No file is at the path that was given as a page. `filename` is the path."""


class UnknownProfileError(NewsparseError, LookupError):
    """No profile has this name."""


class UnknownFormatError(NewsparseError, LookupError):
    """No export format has this name, or its package cannot be loaded."""


class ProfileError(NewsparseError, ValueError):
    """A profile holds a bad rule, host, zone or date; the message quotes it."""


class RecordError(NewsparseError, ValueError):
    """A dict or JSON text is no newsparse record; the message names the place in it."""


class BatchError(NewsparseError, RuntimeError):
    """A batch cannot start, go on or be resumed; the message names the file or setting."""


class MissingExtraError(NewsparseError, ImportError):
    """A package is missing that an extra of newsparse installs; the message names both."""


def quoted(value: object, limit: int = 80) -> str:
    """`repr(value)`, shortened for a message.

    >>> quoted("x" * 200, limit=12)
    "'xxxxxxxxxx…"
    """
    text = repr(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"
