"""The command: see the package's docstring."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from newsparse.benchmark.corpus import Sample, samples
from newsparse.benchmark.peers import known_peers
from newsparse.benchmark.quality import Body, newsparse_body, peer_body, predicted_body, qualities
from newsparse.benchmark.speed import html_speed, import_ratio, text_speed
from newsparse.page import Media
from newsparse.parser import Parser

FLOORS = Path(__file__).parent / "floors.json"
"""Body F1 by medium and set that the shipped weights must reach on every fourth page."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m newsparse.benchmark", description="Quality and speed on a corpus folder."
    )
    parser.add_argument("corpus", type=Path, help="a folder with manifest.jsonl and its pages")
    parser.add_argument(
        "--sets",
        default="fundus-tests,scrapinghub,newspaper4k,wcxb",
        help="sets to read, parted by commas",
    )
    parser.add_argument("--every", type=int, default=1, help="read each n-th page alone")
    parser.add_argument("--only", choices=("quality", "speed"), help="one half of it")
    parser.add_argument(
        "--peers",
        action="store_true",
        help="judge the bodies of the peers that are installed as well",
    )
    parser.add_argument(
        "--predictions",
        type=Path,
        help="judge the bodies in this file instead of reading the pages",
    )
    parser.add_argument(
        "--floors", action="store_true", help="fail where a figure falls below its floor"
    )
    chosen = parser.parse_args(arguments)
    failed = False
    if chosen.only != "speed":
        pages = list(samples(chosen.corpus, frozenset(chosen.sets.split(","))))[:: chosen.every]
        failed = _quality(pages, chosen.predictions, chosen.floors)
        if chosen.peers:
            _peers(pages)
    if chosen.only != "quality":
        _speed(chosen.corpus, chosen.sets.split(","), chosen.every)
    return 1 if failed else 0


def _quality(pages: Sequence[Sample], predictions: Path | None, floors: bool) -> bool:
    least = json.loads(FLOORS.read_text("utf-8")) if floors else {}
    failed = False
    for name, body in _systems(predictions).items():
        for set_, (count, f1, exact) in qualities(pages, body).items():
            low = least.get(name, {}).get(set_)
            below = low is not None and f1 < low
            failed |= below
            figures = f"{count:4} pages  body F1 {f1:.4f}  exact {exact:.3f}"
            alarm = f"  below its floor {low}" if below else ""
            print(f"{name:5} {set_:14} {figures}{alarm}", flush=True)
    return failed


def _systems(predictions: Path | None) -> dict[str, Body]:
    if predictions is None:
        return {media.value: newsparse_body(Parser(), media) for media in Media}
    with predictions.open(encoding="utf-8") as rows:
        return {predictions.stem: predicted_body(map(json.loads, rows))}


def _peers(pages: Sequence[Sample]) -> None:
    for name, peer in known_peers().items():
        for set_, (count, f1, exact) in qualities(pages, peer_body(peer)).items():
            print(
                f"{name:16} {set_:14} {count:4} pages  body F1 {f1:.4f}  exact {exact:.3f}",
                flush=True,
            )


def _speed(corpus: Path, sets: Sequence[str], every: int) -> None:
    peers = known_peers()
    for name in sets:
        pages = list(samples(corpus, frozenset((name,))))[::every][:120]
        raw = [(sample.page(Media.HTML), sample.url) for sample in pages]
        speed = html_speed([(page, url) for page, url in raw if isinstance(page, bytes)], peers)
        beside = "".join(
            f"; {peer} takes {ratio:.1f} times as long" for peer, ratio in speed.peers.items()
        )
        print(
            f"{name:14} {speed.pages:4} pages  parse {speed.total:.2f} x the floor, "
            f"median page {speed.median:.2f} x{beside}",
            flush=True,
        )
        texts = [str(sample.page(Media.TEXT)) for sample in pages[:60]]
        print(f"{name:14} {len(texts):4} texts  {text_speed(texts):.2f} MB a second", flush=True)
    print(f"import newsparse: {import_ratio():.2f} x import lxml.html")


if __name__ == "__main__":
    sys.exit(main())
