"""`python -m newsparse.training CORPUS`: fit and write the weights, or write out-of-fold
predictions.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from newsparse.benchmark.corpus import FOLDS, Sample, samples
from newsparse.page import Media
from newsparse.parser import GENERIC, Parser
from newsparse.segmenters.scoring import Models
from newsparse.training.fit import Prepared, fit, prepare
from newsparse.training.predictions import prediction

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
    parser.add_argument("--sets", help="predict these sets alone, parted by commas")
    parser.add_argument(
        "--models", type=Path, help="keep the fold models here, and use them again where they are"
    )
    chosen = parser.parse_args(arguments)
    for media in [Media(name) for name in chosen.media or [media.value for media in Media]]:
        if chosen.predictions is None:
            write_weights(chosen.corpus, media)
        else:
            write_predictions(chosen.corpus, media, chosen.predictions, chosen.sets, chosen.models)


def prepared(corpus: Path, media: Media) -> list[Prepared]:
    """Everything that can be learned from the pages of a corpus."""
    with ProcessPoolExecutor(2) as pool:
        found = pool.map(partial(prepare, media=media), samples(corpus), chunksize=16)
        return [page for page in found if page is not None]


def write_weights(corpus: Path, media: Media) -> None:
    """Fit on every page and write the weights that ship."""
    pages = prepared(corpus, media)
    path = WEIGHTS / f"body_{media.value}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(fit(pages), separators=(",", ":")) + "\n", "utf-8")
    print(f"{path}: learned from {len(pages)} pages")


def write_predictions(
    corpus: Path, media: Media, path: Path, sets: str | None, models: Path | None
) -> None:
    """Parse every page with weights fitted to the other folds, and write the benchmark's format."""
    wanted = frozenset(sets.split(",")) if sets else None
    fold_models = _fold_models(corpus, media, models)
    by_fold: dict[int, list[Sample]] = {fold: [] for fold in range(FOLDS)}
    order: list[str] = []
    for sample in samples(corpus, wanted):
        by_fold[sample.fold].append(sample)
        order.append(sample.id)
    found: dict[str, dict[str, Any]] = {}
    with ProcessPoolExecutor(2) as pool:
        for fold, pages in by_fold.items():
            run = partial(_predict_all, data=fold_models[fold], media=media)
            for part in pool.map(run, [pages[at::2] for at in range(2)]):
                found.update(part)
    with open(path, "w", encoding="utf-8") as out:
        for name in order:
            out.write(json.dumps(found[name], ensure_ascii=False, default=str) + "\n")


def _fold_models(corpus: Path, media: Media, folder: Path | None) -> dict[int, dict[str, Any]]:
    """For each fold, the weights fitted to all others."""
    paths = (
        {fold: folder / f"{media.value}-{fold}.json" for fold in range(FOLDS)}
        if folder is not None
        else {}
    )
    if paths and all(path.exists() for path in paths.values()):
        return {fold: json.loads(path.read_text("utf-8")) for fold, path in paths.items()}
    pages = prepared(corpus, media)
    found = {
        fold: fit([page for page in pages if page.sample.fold != fold]) for fold in range(FOLDS)
    }
    for fold, path in paths.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(found[fold]), "utf-8")
    return found


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
