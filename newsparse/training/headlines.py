"""`python -m newsparse.training.headlines CORPUS --models FOLDER`: fit the points of
`segmenters.text_headline`, and print them.

Of the lines of a dump one is the headline: a conditional logit over the cues of the lines, with the
body scored by fold models, so that no page is scored by weights that saw it. The share of hits
printed is out of fold.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path

import attrs
import numpy as np

from newsparse.benchmark.corpus import FOLDS, Sample, samples
from newsparse.page import Media
from newsparse.read import read
from newsparse.segmenters import text_headline, text_story
from newsparse.segmenters.scene import scene_of
from newsparse.segmenters.scoring import Models, score
from newsparse.segmenters.view import body_range
from newsparse.textual import normalize

_L2 = 1.0


@attrs.frozen(eq=False)
class Choice:
    """The lines of one page by their cues, and which of them are the headline."""

    sample: Sample
    cues: list[dict[str, float]]
    right: list[int]


def choice(sample: Sample, models: Path) -> Choice:
    """The lines of a page to choose from."""
    page = read(sample.page(Media.TEXT), url=sample.url, media=Media.TEXT.value)
    scene = scene_of(page)
    outside = text_story.outside_story(scene, ())
    values = text_story.trim_scores(
        scene, score(scene, _models(models, sample.fold)), outside
    ).values
    story = text_headline.story_of(scene, values, *body_range(values))
    lines = [at for at in text_headline.lines(story) if at not in outside]
    wanted = _letters(str(sample.gold["headline"]))
    right = [row for row, at in enumerate(lines) if _letters(page.blocks[at].text) == wanted]
    return Choice(sample, [text_headline.cues(story, at) for at in lines], right)


@cache
def _models(folder: Path, fold: int) -> Models:
    return Models.from_data(json.loads((folder / f"text-{fold}.json").read_text("utf-8")))


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", normalize(text))


def fit(choices: Sequence[Choice], names: Sequence[str]) -> np.ndarray:
    """The points of each cue that make the right lines most likely, by Newton's method on a convex
    loss.
    """
    pages = [(_matrix(one, names), one.right) for one in choices if one.right]
    points = np.zeros(len(names))
    for _ in range(30):
        slope = 2 * _L2 * points
        bend = 2 * _L2 * np.eye(len(names))
        for rows, right in pages:
            values = rows @ points
            part = np.exp(values - np.max(values))
            part /= part.sum()
            wanted = np.zeros(len(part))
            wanted[right] = part[right] / part[right].sum()
            slope -= rows.T @ (wanted - part)
            mean = rows.T @ part
            bend += (rows.T * part) @ rows - np.outer(mean, mean)
        step = np.linalg.solve(bend, slope)
        points -= step
        if math.sqrt(float(step @ step)) < 1e-6:
            break
    return points


def _matrix(one: Choice, names: Sequence[str]) -> np.ndarray:
    return np.array([[values.get(name, 0.0) for name in names] for values in one.cues])


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m newsparse.training.headlines", description=__doc__
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument(
        "--models",
        type=Path,
        required=True,
        help="fold models that `python -m newsparse.training --models` kept",
    )
    chosen = parser.parse_args(arguments)
    wanted = [
        one
        for one in samples(chosen.corpus)
        if one.gold.get("headline") and one.gold.get("kind") != "other"
    ]
    with ProcessPoolExecutor(2) as pool:
        choices = [
            one
            for one in pool.map(partial(choice, models=chosen.models), wanted, chunksize=8)
            if one.cues
        ]
    names = sorted({name for one in choices for values in one.cues for name in values})
    hits: dict[str, list[bool]] = {}
    for fold in range(FOLDS):
        points = fit([one for one in choices if one.sample.fold != fold], names)
        for one in choices:
            if one.sample.fold == fold:
                hits.setdefault(one.sample.set, []).append(
                    int(np.argmax(_matrix(one, names) @ points)) in one.right
                )
    for name, found in sorted(hits.items()):
        print(f"# {name}: {sum(found) / len(found):.4f} of {len(found)} pages, out of fold")
    for name, value in sorted(
        zip(names, fit(choices, names), strict=True), key=lambda pair: -pair[1]
    ):
        print(f'    "{name}": {value:.2f},')


if __name__ == "__main__":
    main()
