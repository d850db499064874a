"""From the caller's page to blocks and head data. lxml is known here and nowhere else.

`read` is the one door: it tells HTML from text, decodes, builds the tree and splits it.
"""

from __future__ import annotations

from newsparse.read.reader import locate, read

__all__ = ["locate", "read"]
