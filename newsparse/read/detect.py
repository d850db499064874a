"""The encoding of bytes that state none: by trial for some languages, else by charset-normalizer.

A detector that decodes strictly gives up on one stray byte, and then takes Chinese for Cyrillic or
for accented Latin. So the encodings of Chinese, Japanese, Korean and Russian are tried first, with
a few errors allowed. Each is held against the letters that are frequent in its language.
"""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from newsparse.lexicon.letters import ACCENTED, ALPHABETS, IDEOGRAPHS

_PIECES = re.compile(rb"[\x00-\x1f<>]+")
"""What parts the pieces of a page. No encoding tried here has these bytes inside a character."""
_LONGEST_SAMPLE: Final = 60_000
"""Bytes of pieces that are looked at."""
_MOST_ERRORS: Final = 0.03
_ERRORS_OF_ANY_TEXT: Final = 3
"""Bad characters of a text: their share of all beyond ASCII, or their number in a short one."""
_LEAST_FREQUENT: Final = 0.25
"""Share of the letters beyond ASCII that are frequent ones, in a text of thousands of letters."""
_LEAST_FREQUENT_IN_ALPHABET: Final = 0.85
"""The same, in an alphabet."""
_LEAST_FREQUENT_ACCENTED: Final = 0.95
"""The same, among the accented letters and signs of a Latin alphabet."""
_LEAST_BEYOND_ASCII: Final = 0.5
"""Share of all letters that are beyond ASCII in a text of another alphabet; of a text in accented
Latin letters it is small."""
_Table: TypeAlias = tuple[tuple[str, dict[int, None]], ...]


def _table(rows: tuple[tuple[str, str], ...]) -> _Table:
    return tuple((codec, dict.fromkeys(map(ord, letters))) for codec, letters in rows)


_IDEOGRAPHS: Final = _table(IDEOGRAPHS)
_ALPHABETS: Final = _table(ALPHABETS)
_ACCENTED: Final = _table(ACCENTED)
_IGNORED: Final = dict.fromkeys((*range(128), 0xA0, 0x3000))
"""ASCII and blanks."""
_HIGH: Final = bytes(range(128, 256))
_ASCII_LETTERS: Final = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


def encoding_of(data: bytes) -> str | None:
    """The Python codec of bytes that are not UTF-8; None if nothing fits.

    >>> encoding_of("今年的紙鳶節訂在十月的第二個星期日".encode("big5") + b"\\xff ...")
    'big5hkscs'
    >>> encoding_of("Мы не знаем, что будет завтра с нашим городом".encode("koi8-r"))
    'koi8-u'
    """
    sample = _sample(data)
    found = _best(sample, _IDEOGRAPHS, _LEAST_FREQUENT)
    if found is None and _is_beyond_ascii(sample):
        found = _best(sample, _ALPHABETS, _LEAST_FREQUENT_IN_ALPHABET)
    elif found is None:
        found = _best(sample, _ACCENTED, _LEAST_FREQUENT_ACCENTED)
    return found or _by_detector(sample)


def _best(sample: bytes, table: _Table, least: float) -> str | None:
    """The codec under which most letters are frequent ones; None if too few are."""
    shares = {codec: _share(sample, codec, letters) for codec, letters in table}
    best = max(shares, key=lambda codec: shares[codec])
    return best if shares[best] >= least else None


def _is_beyond_ascii(sample: bytes) -> bool:
    """Whether most letters of a text are beyond ASCII."""
    beyond = len(sample) - len(sample.translate(None, _HIGH))
    return beyond >= _LEAST_BEYOND_ASCII * (beyond + sum(map(_ASCII_LETTERS.__contains__, sample)))


def _by_detector(sample: bytes) -> str | None:
    import charset_normalizer

    best = charset_normalizer.from_bytes(sample).best()
    return best.encoding if best is not None else None


def _sample(data: bytes) -> bytes:
    """The pieces of a page that hold bytes beyond ASCII."""
    found: list[bytes] = []
    left = _LONGEST_SAMPLE
    for piece in _PIECES.split(data):
        if not piece.isascii():
            found.append(piece[:left])
            left -= len(piece)
            if left <= 0:
                break
    return b"\n".join(found)


def _share(sample: bytes, codec: str, frequent: dict[int, None]) -> float:
    """The share of characters beyond ASCII that are frequent; 0 for a text with too many errors."""
    text = sample.decode(codec, "replace").translate(_IGNORED)
    errors = text.count("\ufffd")
    if not text or errors > max(_ERRORS_OF_ANY_TEXT, _MOST_ERRORS * len(text)):
        return 0.0
    return 1 - len(text.translate(frequent)) / len(text)
