"""`python -m newsparse.training CORPUS`: fit and write the weights, or write out-of-fold
predictions.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from newsparse.benchmark.corpus import FOLDS, Sample, samples
from newsparse.page import Media
from newsparse.parser import GENERIC, Parser
from newsparse.segmenters.scoring import Models
from newsparse.training.clean_dumps import clean_dump
from newsparse.training.fit import Prepared, fit, prepare
from newsparse.training.predictions import prediction

_FURTHER_PAGE = 0.5
"""What a page of the second folder counts beside one of the corpus."""
WEIGHTS = Path(__file__).parent.parent / "segmenters" / "weights"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m newsparse.training", description=__doc__)
    parser.add_argument("corpus", type=Path, help="a folder with manifest.jsonl and its pages")
    parser.add_argument(
        "--media",
        choices=[media.value for media in Media],
        action="append",
        help="one medium alone; default: both",
    )
    parser.add_argument(
        "--predictions", type=Path, help="write out-of-fold predictions here instead of weights"
    )
    parser.add_argument(
        "--more",
        type=Path,
        help=f"a second folder to learn from, whose pages count {_FURTHER_PAGE}",
    )
    parser.add_argument("--sets", help="predict these sets alone, parted by commas")
    parser.add_argument(
        "--models", type=Path, help="keep the fold models here, and use them again where they are"
    )
    chosen = parser.parse_args(arguments)
    for media in [Media(name) for name in chosen.media or [media.value for media in Media]]:
        if chosen.predictions is None:
            write_weights(prepared(chosen.corpus, chosen.more, media), media)
        else:
            models = fold_models(chosen.corpus, chosen.more, media, chosen.models)
            write_predictions(chosen.corpus, media, chosen.predictions, chosen.sets, models)


def prepared(corpus: Path, more: Path | None, media: Media) -> list[Prepared]:
    """Everything that can be learned from the pages of a corpus, of a second one, and for text from
    dumps that hold the stories of the corpus and little else."""
    lessons: list[tuple[Iterable[Sample], float]] = [(samples(corpus), 1.0)]
    if media is Media.TEXT:
        lessons.append((filter(None, map(clean_dump, samples(corpus))), 1.0))
    if more is not None:
        lessons.append((samples(more), _FURTHER_PAGE))
    with ProcessPoolExecutor(2) as pool:
        return [
            page
            for pages, weight in lessons
            for page in pool.map(partial(prepare, media=media, weight=weight), pages, chunksize=16)
            if page is not None
        ]


def write_weights(pages: Sequence[Prepared], media: Media) -> None:
    """Fit on every page and write the weights that ship."""
    path = WEIGHTS / f"body_{media.value}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(fit(pages), separators=(",", ":")) + "\n", "utf-8")
    print(f"{path}: learned from {len(pages)} pages")


def write_predictions(
    corpus: Path, media: Media, path: Path, sets: str | None, models: dict[int, dict[str, Any]]
) -> None:
    """Parse every page with weights fitted to the other folds, and write the benchmark's format."""
    wanted = frozenset(sets.split(",")) if sets else None
    by_fold: dict[int, list[Sample]] = {fold: [] for fold in range(FOLDS)}
    order: list[str] = []
    for sample in samples(corpus, wanted):
        by_fold[sample.fold].append(sample)
        order.append(sample.id)
    found: dict[str, dict[str, Any]] = {}
    with ProcessPoolExecutor(2) as pool:
        for fold, pages in by_fold.items():
            run = partial(_predict_all, data=models[fold], media=media)
            for part in pool.map(run, [pages[at::2] for at in range(2)]):
                found.update(part)
    with open(path, "w", encoding="utf-8") as out:
        for name in order:
            out.write(json.dumps(found[name], ensure_ascii=False, default=str) + "\n")


def fold_models(
    corpus: Path, more: Path | None, media: Media, folder: Path | None
) -> dict[int, dict[str, Any]]:
    """For each fold, the weights fitted to all others."""
    paths = (
        {fold: folder / f"{media.value}-{fold}.json" for fold in range(FOLDS)}
        if folder is not None
        else {}
    )
    if paths and all(path.exists() for path in paths.values()):
        return {fold: json.loads(path.read_text("utf-8")) for fold, path in paths.items()}
    pages = prepared(corpus, more, media)
    found = _fitted(pages)
    for fold, path in paths.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(found[fold]), "utf-8")
    return found


def _fitted(pages: Sequence[Prepared]) -> dict[int, dict[str, Any]]:
    """For each fold, the weights fitted to the pages of all others, two at a time."""
    context = get_context("fork")  # the pages are shared, not copied
    with ProcessPoolExecutor(2, context, _share, (pages,)) as pool:
        return dict(enumerate(pool.map(_fit_without, range(FOLDS))))


_SHARED: list[Prepared] = []
"""The pages that a worker learns from."""


def _share(pages: Sequence[Prepared]) -> None:
    _SHARED[:] = pages


def _fit_without(fold: int) -> dict[str, Any]:
    return fit([page for page in _SHARED if page.sample.fold != fold])


def _predict_all(
    pages: Sequence[Sample], data: dict[str, Any], media: Media
) -> dict[str, dict[str, Any]]:
    parser = Parser(models=Models.from_data(data))
    return dict(_predictions(pages, parser, media))


def _predictions(
    pages: Sequence[Sample], parser: Parser, media: Media
) -> Iterator[tuple[str, dict[str, Any]]]:
    for sample in pages:
        page = sample.page(media)
        start = time.perf_counter()
        try:
            found = predict(page, sample.url, parser)
        except Exception as error:  # a failed page is a row of the table, not the end of it
            found = {"error": f"{type(error).__name__}: {error}"[:200]}
        found.update(
            id=sample.id,
            seconds=time.perf_counter() - start,
            bytes=len(page.encode() if isinstance(page, str) else page),
        )
        yield sample.id, found


def predict(page: str | bytes, url: str, parser: Parser) -> dict[str, Any]:
    """The record of one page in the terms of the benchmark."""
    return prediction(parser.parse(page, url=url, profile=GENERIC))


if __name__ == "__main__":
    main()
