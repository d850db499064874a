"""Messages on a pipe: eight bytes of length, then a pickle."""

from __future__ import annotations

import pickle
import struct
from typing import IO, Any

_LENGTH_PREFIX = struct.Struct("<Q")


def send(stream: IO[bytes], value: Any) -> None:
    """Write one message and flush it."""
    data = pickle.dumps(value, protocol=5)
    stream.write(_LENGTH_PREFIX.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """The next message. Raises EOFError where the stream ends, also inside a message.

    >>> import io
    >>> pipe = io.BytesIO()
    >>> send(pipe, {"a": 1}); _ = pipe.seek(0); receive(pipe)
    {'a': 1}
    """
    (length,) = _LENGTH_PREFIX.unpack(_exactly(stream, _LENGTH_PREFIX.size))
    return pickle.loads(_exactly(stream, length))


def _exactly(stream: IO[bytes], count: int) -> bytes:
    data = stream.read(count)
    if len(data) < count:
        raise EOFError
    return data
