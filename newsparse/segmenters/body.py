"""The body: the blocks that the learned scorer takes for the story's own text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsparse.records import Label
from newsparse.segmenters.claims import ENOUGH, Claim, learned
from newsparse.segmenters.view import View

_LEAST_DOUBT: Final = 0.2
"""The probability from which a doubt is worth showing."""


def body(view: View) -> Iterable[Claim]:
    """A claim on every block that may be body, with the model's probability; of a doubt a quarter
    of it."""
    for at, value in enumerate(view.body.values):
        if value >= _LEAST_DOUBT:
            reason = view.body.reasons.get(at) or f"may be body: {value:.2f}"
            yield learned(at, Label.BODY, value if value >= ENOUGH else value / 4, reason)
