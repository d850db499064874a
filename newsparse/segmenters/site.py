"""Furniture: what the pages of the site repeat, or print where none of them has story."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsparse.segmenters.claims import ENOUGH, Claim, claimed
from newsparse.segmenters.precedence import row
from newsparse.segmenters.view import View

_ROW: Final = row("furniture: printed across the site")


def site(view: View) -> Iterable[Claim]:
    """Claims on the blocks that the site speaks against, below those of all rules on labels."""
    for at, reason in view.body.site.items():
        if view.body.values[at] < ENOUGH:
            yield claimed(at, _ROW, reason)
