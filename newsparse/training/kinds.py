"""How many points a story needs: fitted out of fold, for `assemble.kind.LEAST_POINTS`.

Pages of other kinds are few beside stories, so the best least points are those with the best mean
of recall and specificity. `python -m newsparse.training.confidence` prints the fit.
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


@attrs.frozen(eq=False)
class Leads:
    """The points of each page above the present least, whether it is a story, and its fold."""

    lead: np.ndarray
    is_story: np.ndarray
    fold: np.ndarray

    def of(self, keep: np.ndarray) -> Leads:
        return Leads(self.lead[keep], self.is_story[keep], self.fold[keep])


def balance(leads: Leads, least: float) -> float:
    """The mean of recall and specificity at some least points."""
    called = leads.lead > least
    return float((called[leads.is_story].mean() + (~called[~leads.is_story]).mean()) / 2)


def best(leads: Leads) -> float:
    """The least points, above the present ones, with the best balance."""
    return float(max(_TRIED, key=lambda least: balance(leads, least)))


def report(leads: Leads) -> Iterator[str]:
    """The fit as lines: the least points that each fold's others choose, and what they give."""
    chosen = np.zeros(len(leads.lead))
    found = []
    for fold in range(FOLDS):
        mine = leads.fold == fold
        chosen[mine] = best(leads.of(~mine))
        found.append(f"{LEAST_POINTS + chosen[mine][0]:.1f}" if mine.any() else "-")
    called = leads.lead > chosen
    recall, specificity = called[leads.is_story].mean(), (~called[~leads.is_story]).mean()
    yield f"least points of a story by fold: {', '.join(found)}; on all: {_on_all(leads):.1f}"
    yield f"out of fold: recall {recall:.3f}, specificity {specificity:.3f}"


def _on_all(leads: Leads) -> float:
    return LEAST_POINTS + best(leads)
