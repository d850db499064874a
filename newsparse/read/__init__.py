"""From the caller's input to blocks and head data. No other step of the flow uses lxml.

`read` decodes the input, detects HTML or text, builds the tree and splits it into blocks.
"""

from __future__ import annotations

from newsparse.read.reader import locate, read

__all__ = ["locate", "read"]
