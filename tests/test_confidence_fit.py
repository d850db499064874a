"""The fit of the probabilities: calibrated on pages that it has not seen."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy", reason="pip install numpy")
pytest.importorskip("lightgbm", reason="pip install lightgbm")

from newsparse.training import confidence, kinds  # noqa: E402


def table(pages: int = 2_000) -> confidence.Table:
    """Pages whose chance to be right depends on the first of two cues."""
    draw = np.random.default_rng(7)
    cues = draw.normal(size=(pages, 2))
    chance = 1 / (1 + np.exp(-(0.5 + 1.5 * cues[:, 0])))
    right = (draw.random(pages) < chance).astype(float)
    return confidence.Table(cues, right, right, draw.integers(0, 5, pages))


def test_the_probabilities_are_calibrated_and_in_order() -> None:
    pages = table()
    likely = confidence.out_of_fold(pages)
    assert confidence.calibration_error(likely, pages.right) < 0.05
    assert confidence.ranking(likely, pages.right) > 0.75


def test_the_weights_are_those_of_the_cues_as_measured() -> None:
    pages = table()
    bias, weights = confidence.fit(pages.cues * [10.0, 1.0], pages.right)
    assert bias == pytest.approx(0.5, abs=0.15)
    assert weights[0] == pytest.approx(0.15, abs=0.03)
    assert abs(weights[1]) < 0.15


def test_a_cue_of_a_few_pages_gets_no_large_weight() -> None:
    pages = table()
    rare = np.zeros(len(pages.right))
    rare[np.flatnonzero(pages.right == 1)[:2]] = 1.0
    _, weights = confidence.fit(np.column_stack([pages.cues, rare]), pages.right)
    assert abs(weights[2]) < 2


def test_overconfident_probabilities_have_an_error() -> None:
    right = np.array([1.0, 0.0] * 200)
    assert confidence.calibration_error(np.full(400, 0.95), right) == pytest.approx(0.45)


def test_the_least_points_part_stories_from_other_pages() -> None:
    lead = np.array([-0.5, -0.1, 0.2, 0.4, 1.0, 2.0] * 20)
    story = np.array([False, False, False, True, True, True] * 20)
    leads = kinds.Leads(lead, story, np.arange(120) % 5)
    assert 0.2 <= kinds.best(leads) < 0.4
    assert "recall 1.000, specificity 1.000" in "\n".join(kinds.report(leads))
