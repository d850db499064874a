"""All systems on all sets: the tables of docs/leaderboard.md.

`python -m newsparse.benchmark.leaderboard CORPUS --predictions NAME=FILE [--peers] [--write]`

CORPUS has the pages and the gold of the sets. Each FILE has the predictions of a system, as
`python -m newsparse.training CORPUS --predictions FILE` writes them. The figures of other systems
are those of `published.json`; `--peers` measures the bodies of those that are installed anew.
`--write` writes the tables.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from newsparse.benchmark.corpus import Sample, samples
from newsparse.benchmark.figures import replaced
from newsparse.benchmark.measures import measured, told_apart
from newsparse.benchmark.peers import known_peers
from newsparse.benchmark.quality import peer_body

PUBLISHED: Final = Path(__file__).parent / "published.json"
"""Figures of other systems, by set, system and measure."""
DOCS: Final = Path(__file__).parent.parent.parent / "docs" / "leaderboard.md"
COLUMNS: Final = {
    "body": "body F1",
    "exact": "exact",
    "segments": "segments F1",
    "kind": "kind",
    "headline": "headline",
    "deck": "deck",
    "authors": "authors F1",
    "byline": "byline",
    "date": "date",
    "captions": "captions F1",
}
"""The measures shown, with the heads of their columns; the first that a set has is its order."""

Figures = dict[str, float]
Board = dict[str, dict[str, Figures]]
"""By set and system: the measures."""


def board(pages: Sequence[Sample], systems: Mapping[str, Mapping[str, Any]]) -> Board:
    """The figures of some systems, from the predictions of each by page.

    A page without a prediction counts as empty. A set for which a system has none is left out.
    """
    by_set: dict[str, list[Sample]] = {}
    for page in pages:
        by_set.setdefault(page.set, []).append(page)
    return {
        name: {
            system: measured([(page.gold, found.get(page.id, {})) for page in members])
            for system, found in systems.items()
            if any(page.id in found for page in members)
        }
        for name, members in by_set.items()
    }


def peer_predictions(pages: Sequence[Sample]) -> dict[str, dict[str, Any]]:
    """The bodies that the installed peers read, as predictions."""
    return {
        name: {page.id: {"body": peer_body(peer)(page).split("\n")} for page in pages}
        for name, peer in known_peers().items()
    }


def table(figures: Mapping[str, Figures]) -> Iterator[str]:
    """The systems of one set as a Markdown table, the best first; the best figure is bold."""
    columns = [name for name in COLUMNS if any(name in row for row in figures.values())]
    best = {name: max(row.get(name, 0.0) for row in figures.values()) for name in columns}
    yield f"| system | {' | '.join(COLUMNS[name] for name in columns)} |"
    yield f"|---|{'---|' * len(columns)}"
    order = sorted(figures.items(), key=lambda entry: -entry[1].get(columns[0], 0.0))
    for system, row in order:
        cells = [_cell(row.get(name), best[name]) for name in columns]
        yield f"| {system} | {' | '.join(cells)} |"


def _cell(value: float | None, best: float) -> str:
    if value is None:
        return "–"
    shown = f"{value:.3f}"
    return f"**{shown}**" if shown == f"{best:.3f}" else shown


def kinds(pages: Sequence[Sample], systems: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Precision, recall and specificity of stories for the systems that tell kinds apart."""
    yield "| system | precision | recall | specificity |"
    yield "|---|---|---|---|"
    for system, found in systems.items():
        judged = [(page.gold, found[page.id]) for page in pages if page.id in found]
        if any("kind" in predicted for _, predicted in judged):
            shares = told_apart(judged).values()
            yield f"| {system} | {' | '.join(f'{share:.3f}' for share in shares)} |"


def _predictions(argument: str) -> tuple[str, dict[str, Any]]:
    """The name and the predictions in an argument NAME=FILE."""
    name, _, path = argument.partition("=")
    with open(path, encoding="utf-8") as lines:
        return name, {row["id"]: row for row in map(json.loads, lines)}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m newsparse.benchmark.leaderboard", description=__doc__
    )
    parser.add_argument("corpus", type=Path, help="a folder with manifest.jsonl and its pages")
    parser.add_argument(
        "--predictions",
        metavar="NAME=FILE",
        type=_predictions,
        action="append",
        default=[],
        help="the predictions of a system; give it once for each",
    )
    parser.add_argument("--sets", help="these sets alone, parted by commas")
    parser.add_argument("--peers", action="store_true", help="measure the installed peers as well")
    parser.add_argument("--write", action="store_true", help="write the tables of the docs")
    chosen = parser.parse_args(arguments)
    wanted = frozenset(chosen.sets.split(",")) if chosen.sets else None
    pages = list(samples(chosen.corpus, wanted))
    systems = dict(chosen.predictions)
    if chosen.peers:
        systems.update(peer_predictions(pages))
    published: Board = json.loads(PUBLISHED.read_text("utf-8"))
    for name, figures in board(pages, systems).items():
        text = "\n".join(table({**published.get(name, {}), **figures}))
        print(f"## {name}\n\n{text}\n")
        if chosen.write:
            replaced(DOCS, name, text)
    text = "\n".join(kinds(pages, systems))
    print(f"## kind\n\n{text}")
    if chosen.write:
        replaced(DOCS, "kind", text)


if __name__ == "__main__":
    main()
