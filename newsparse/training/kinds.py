"""How many points a story needs: fitted out of fold, for `assemble.kind.LEAST_POINTS`.

No more stories are given up than it takes to tell most pages of other kinds apart.
`python -m newsparse.training.confidence` prints the fit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs
import numpy as np

from newsparse.assemble.kind import LEAST_POINTS
from newsparse.benchmark.corpus import FOLDS

_TRIED: Final = np.round(np.arange(-2.0, 2.01, 0.1), 1)
"""Points tried, above and below the present ones."""
_LEAST_SPECIFICITY: Final = 0.85
"""Share of the pages of other kinds that are told apart; on sites that no cue has seen it is
lower."""


@attrs.frozen(eq=False)
class Leads:
    """The points of each page above the present least, whether it is a story, and its fold."""

    lead: np.ndarray
    is_story: np.ndarray
    fold: np.ndarray

    def of(self, keep: np.ndarray) -> Leads:
        return Leads(self.lead[keep], self.is_story[keep], self.fold[keep])


def specificity(leads: Leads, least: float) -> float:
    """The share of the pages of other kinds that have no more than some points."""
    return float((leads.lead[~leads.is_story] <= least).mean())


def best(leads: Leads) -> float:
    """The least points, above the present ones, that are enough for the specificity wanted."""
    enough = (one for one in _TRIED if specificity(leads, one) >= _LEAST_SPECIFICITY)
    return float(next(enough, _TRIED[-1]))


def report(leads: Leads) -> Iterator[str]:
    """The fit as lines: the least points that each fold's others choose, and what they give."""
    chosen = np.zeros(len(leads.lead))
    found = []
    for fold in range(FOLDS):
        mine = leads.fold == fold
        chosen[mine] = best(leads.of(~mine))
        found.append(f"{LEAST_POINTS + chosen[mine][0]:.1f}" if mine.any() else "-")
    called = leads.lead > chosen
    recall, refused = called[leads.is_story].mean(), (~called[~leads.is_story]).mean()
    yield f"least points of a story by fold: {', '.join(found)}; on all: {_on_all(leads):.1f}"
    yield f"out of fold: recall {recall:.3f}, specificity {refused:.3f}"


def _on_all(leads: Leads) -> float:
    return LEAST_POINTS + best(leads)
