"""Where in the body something beside it stands: a picture, an embed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newsparse.assemble.context import AssemblyContext
from newsparse.page import Media
from newsparse.records import BodyBlock, Label


def places(context: AssemblyContext, body: Sequence[BodyBlock]) -> list[int] | None:
    """The block of the HTML page that each block of the body is; None for a body from elsewhere."""
    if context.page.media is Media.TEXT:
        return None
    pieces = iter(context.labelled(Label.BODY))
    found: list[int] = []
    for block in body:
        at = next((piece.block for piece in pieces if context.text(piece) == block.text), None)
        if at is None:
            return None
        found.append(at)
    return found


def position(places: Sequence[int] | None, before: int) -> int | None:
    """The number of body blocks above a block of the page."""
    return None if places is None else bisect_left(places, before)
