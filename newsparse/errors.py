"""What newsparse raises, and nothing else does.

    NewsparseError
    ├── InputError          not a page: a wrong type, an unreadable file, an unknown media
    │   └── MissingFileError  a path that leads to no file; a FileNotFoundError too
    ├── UnknownProfileError a profile name that nobody registered
    ├── UnknownFormatError  the name of a format that nothing is written in
    ├── ProfileError        a profile with a bad rule, host, zone or date
    ├── RecordError         a dict or JSON text that is no newsparse record
    ├── BatchError          a batch that cannot start, go on or be resumed
    └── MissingExtraError   a package is needed that only an extra of newsparse brings

Content never raises: what is wrong with a page stands in `Article.warnings`.
"""

from __future__ import annotations


class NewsparseError(Exception):
    """The base of every error that newsparse raises on purpose."""


class InputError(NewsparseError, TypeError):
    """What was handed over is no page, or an argument has a value that cannot be meant."""


class MissingFileError(FileNotFoundError, InputError):
    """No file is at the path that was given as a page. `filename` is the path."""


class UnknownProfileError(NewsparseError, LookupError):
    """No profile has this name."""


class UnknownFormatError(NewsparseError, LookupError):
    """No export format has this name, or the package that brings it cannot be loaded."""


class ProfileError(NewsparseError, ValueError):
    """A profile holds a rule, host, zone or date that cannot work; the message quotes it."""


class RecordError(NewsparseError, ValueError):
    """A dict or JSON text does not describe a newsparse record; the message quotes the place."""


class BatchError(NewsparseError, RuntimeError):
    """A batch cannot start, go on or be resumed; the message says which of its files or settings is why."""


class MissingExtraError(NewsparseError, ImportError):
    """A package is needed that only an extra of newsparse brings; the message names both."""


def quoted(value: object, limit: int = 80) -> str:
    """`repr(value)`, shortened: every message quotes what was wrong.

    >>> quoted("x" * 200, limit=12)
    "'xxxxxxxxxx…"
    """
    text = repr(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"
