"""The body: the blocks that the learned scorer takes for the story's own text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsparse.records import Label
from newsparse.segmenters.claims import ENOUGH, Claim, learned
from newsparse.segmenters.precedence import row
from newsparse.segmenters.view import View

_LEAST_DOUBT: Final = 0.2
"""The probability from which a doubt is worth showing."""


_AMONG: Final = row("furniture: among the paragraphs")


def body(view: View) -> Iterable[Claim]:
    """A claim on every block that may be body, with the model's probability; of a doubt a quarter
    of it. What lies among the paragraphs and is no body is claimed as furniture, below all other
    rules, with the scorer's reason."""
    values, objections = view.body.values, view.body.objections
    for at in range(view.first + 1, view.last):
        if values[at] < ENOUGH:
            reason = objections.get(at) or f"reads little like body: {values[at]:.2f}"
            yield Claim(at, _AMONG.label, 1 - values[at], reason, _AMONG.rank)
    for at, value in enumerate(view.body.values):
        if value >= _LEAST_DOUBT:
            reason = view.body.reasons.get(at) or f"may be body: {value:.2f}"
            yield learned(at, Label.BODY, value if value >= ENOUGH else value / 4, reason)
