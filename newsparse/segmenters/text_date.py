"""Dates of a dump that are counted from now: no element says that they are dates, but where they stand does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsparse.fields.dates import is_relative
from newsparse.records import Label
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.view import View

_LONGEST: Final = 40.0


def text_date(view: View) -> Iterable[Claim]:
    """Claims on the short lines of a dump between headline and story that count a date from now."""
    for block in (
        view.blocks[view.headline + 1 : view.first] if 0 <= view.headline < view.first else ()
    ):
        if not block.tag and view.scene.lengths[block.index] < _LONGEST and is_relative(block.text):
            yield Claim(
                block.index, Label.DATE, 0.85, "a date counted from now, under the headline"
            )
