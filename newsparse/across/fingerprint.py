"""A fingerprint of a body: near-copies have fingerprints that agree in most places.

It is a MinHash (Broder 1997) of the word sequences of the body, made by datasketch (extra `same`).
"""

from __future__ import annotations

import re
import zlib
from functools import cache
from typing import Any, Final

from newsparse.errors import InputError, MissingExtraError, quoted
from newsparse.records import Article
from newsparse.textual import normalize

PLACES: Final = 64
"""Numbers in a fingerprint."""
_BYTES_OF_PLACE: Final = 4
_UNITS_OF_SHINGLE: Final = 4
"""Words of a sequence that two bodies may share."""
_WORD = re.compile(r"[^\W_]+")
_SIGN = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)
"""Signs of Thai, Lao, Burmese, Khmer, Japanese and Chinese, which part no words by blanks."""
_SEED: Final = 1


def fingerprint(story: Article | str) -> str:
    """The fingerprint of a body, or of a text, as hexadecimal digits; "" for one without words.

    Needs `newsparse[same]`: raises `MissingExtraError` without it. Compare fingerprints that one
    version of newsparse made. `similarity` compares them.

    >>> fingerprint("") == ""
    True
    """
    text = story.text if isinstance(story, Article) else story
    if not isinstance(text, str):
        raise InputError(f"a story is an Article or a str, not {quoted(story)}")
    return signature(text).hex()


def similarity(one: str, other: str) -> float:
    """The share of word sequences that two bodies have in common, as their fingerprints estimate
    it, 0 to 1. Raises `InputError` for a text that is no fingerprint.

    >>> similarity("00" * 256, "00" * 256), similarity("", "00" * 256)
    (1.0, 0.0)
    """
    return agreement(*map(_bytes, (one, other)))


def _bytes(printed: str) -> bytes:
    try:
        found = bytes.fromhex(printed)
    except (ValueError, TypeError):
        found = b"-"
    if len(found) not in (0, PLACES * _BYTES_OF_PLACE):
        raise InputError(f"{quoted(printed)} is no fingerprint")
    return found


def signature(text: str) -> bytes:
    """The fingerprint of a text as bytes; b"" for one without words."""
    pieces = shingles(text)
    if not pieces:
        return b""
    import numpy as np

    sketch = _empty_sketch(PLACES).copy()
    sketch.update_batch(pieces)
    return np.asarray(sketch.hashvalues, dtype="<u4").tobytes()


def agreement(one: bytes, other: bytes) -> float:
    """The share of places in which two fingerprints agree."""
    if not one or not other:
        return 0.0
    import numpy as np

    same = np.frombuffer(one, "<u4") == np.frombuffer(other, "<u4")
    return float(same.mean())


def shingles(text: str) -> list[bytes]:
    """The sequences of words of a text, each once; of a short text, the text.

    >>> shingles("It rained, all day long!")
    [b'it rained all day', b'rained all day long']
    """
    units = _units(text)
    if not units:
        return []
    last = max(1, len(units) - _UNITS_OF_SHINGLE + 1)
    found = {" ".join(units[at : at + _UNITS_OF_SHINGLE]): None for at in range(last)}
    return [part.encode("utf-8", "replace") for part in found]


def _units(text: str) -> list[str]:
    """The words of a text, folded, without marks; each sign of a script that parts no words."""
    folded = normalize(text)
    if not folded.isascii():
        folded = _SIGN.sub(r" \g<0> ", folded)
    return _WORD.findall(folded)


@cache
def _empty_sketch(places: int) -> Any:
    try:
        from datasketch import MinHash
    except ModuleNotFoundError as error:
        raise MissingExtraError(
            f'{error.name} is not installed: pip install "newsparse[same]"'
        ) from error
    return MinHash(places, seed=_SEED, hashfunc=zlib.crc32, scheme="affine32")
