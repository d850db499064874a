"""How likely each field of a record is right: the cues of `confidence_cues`, weighed.

Each field has a logistic model of a few cues, one for HTML and one for text. The weights are data,
fitted by `python -m newsparse.training.confidence` so that the probabilities are calibrated on
sites that the parse has not seen.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import Any, Final

import attrs

from newsparse.assemble.confidence_cues import CUES
from newsparse.assemble.doubts import Doubts
from newsparse.page import Media
from newsparse.records import Confidences
from newsparse.segmenters.model import probability

_DIGITS: Final = 3
"""Digits of a probability after the point; more would promise what no fit can keep."""
_FIELDS: Final = tuple(attrs.fields_dict(Confidences))


@attrs.frozen
class Confidence:
    """How likely the body of a record is right, and each of its other fields."""

    body: float
    fields: Confidences


@attrs.frozen(eq=False)
class Weighed:
    """The model of one field: a bias, and each measure with its weight."""

    bias: float
    terms: tuple[tuple[Callable[[Doubts], float], float], ...]

    def of(self, page: Doubts) -> float:
        """The probability that the field is right."""
        total = self.bias
        for measure, weight in self.terms:
            total += weight * measure(page)
        return round(probability(total), _DIGITS)


def confidence(page: Doubts) -> Confidence:
    """How likely the fields of a record are right."""
    models = _shipped(page.context.page.media)
    return Confidence(
        models["body"].of(page),
        Confidences(**{name: models[name].of(page) for name in _FIELDS}),
    )


@cache
def _shipped(media: Media) -> dict[str, Weighed]:
    """The models that come with the package, by field."""
    path = resources.files("newsparse.assemble").joinpath("weights", "confidence.json")
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return {field: _weighed(field, data[media.value][field]) for field in CUES}


def _weighed(field: str, data: dict[str, Any]) -> Weighed:
    weights: dict[str, float] = data["weights"]
    return Weighed(
        data["bias"],
        tuple((measure, weights[name]) for name, measure in CUES[field] if weights.get(name)),
    )
