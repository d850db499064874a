"""The body: the blocks that the learned scorer takes for the story's own text."""

from __future__ import annotations

from collections.abc import Iterable

from newsparse.records import Label
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.view import View


def body(view: View) -> Iterable[Claim]:
    """A claim on every block that reads as body, scored by how sure that is."""
    for at, value in enumerate(view.body.values):
        if value >= 0.2:
            yield Claim(
                at,
                Label.BODY,
                value if value >= 0.5 else value / 4,
                view.body.reasons.get(at, f"may be body: {value:.2f}"),
            )
