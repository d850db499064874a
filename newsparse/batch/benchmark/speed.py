"""Pages a second: a plain loop, the batch layer with one and two workers, whole archives, peers."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

import attrs

from newsparse.batch.benchmark.measure import Cost, cost
from newsparse.batch.extras import need
from newsparse.batch.inputs.sources import jobs
from newsparse.batch.plan import Plan
from newsparse.batch.run import run
from newsparse.benchmark import generated
from newsparse.parser import Parser

Row = tuple[str, int, Cost]


def loop(pages: Iterable[bytes]) -> None:
    """What a user writes without the batch layer."""
    parser = Parser()
    with tempfile.TemporaryFile("w", encoding="utf-8") as out:
        for page in pages:
            out.write(json.dumps(parser.parse(page).to_dict(), ensure_ascii=False) + "\n")


def workers(folder: Path, pages: list[bytes], counts: Iterable[int]) -> list[Row]:
    """The same pages in a plain loop, and by `batch` from a JSONL file with each number of workers.

    For each number of workers, a batch of a few pages comes first: it shows what starting the
    workers costs.
    """
    loop(pages[:20])
    rows = [("plain loop, parse and to_dict to JSON", len(pages), cost(lambda: loop(pages)))]
    for count in counts:
        for part in (pages[: 8 * count], pages):
            plan = Plan(
                (_table(folder, part),), str(folder / f"{count}-{len(part)}.jsonl"), workers=count
            )
            rows.append((f"batch, workers: {count}", len(part), cost(partial(run, plan))))
    return rows


def marginal(small: Row, large: Row) -> Cost:
    """What the additional pages of the larger row cost: the time without that of starting."""
    pages = large[1] - small[1]
    return Cost(
        *(
            (more - less) / pages
            for less, more in zip(attrs.astuple(small[2]), attrs.astuple(large[2]), strict=True)
        )
    )


def free_speed(plain: Cost, layer: Cost, workers: int) -> float:
    """The speed, compared with the loop, where each worker has a core of its own.

    It is computed from processor time, which a busy machine does not change. On two cores the
    parent shares them with its two workers; that is counted.

    >>> free_speed(Cost(9.0, 1.0, 1.0), Cost(9.0, 1.05, 0.05), 2).__round__(2)
    1.9
    """
    return plain.processor / max(layer.own, layer.processor / workers)


def _table(folder: Path, pages: list[bytes]) -> str:
    path = folder / f"pages-{len(pages)}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(
            json.dumps({"content": page.decode("utf-8", "replace")}) + "\n" for page in pages
        )
    return str(path)


def archive(folder: Path, path: Path, count: int, outputs: Iterable[str]) -> list[Row]:
    """A WARC end to end, to each kind of output, with two workers."""
    plans = {
        suffix: Plan((str(path),), str(folder / f"out{suffix}"), workers=2) for suffix in outputs
    }
    return [
        (f"WARC to {suffix}, workers: 2", count, cost(partial(run, plan)))
        for suffix, plan in plans.items()
    ]


def peers(path: Path, count: int) -> list[Row]:
    """Other extractors over the same WARC, in one process each. They give text and some head data,
    not a whole record.
    """
    resiliparse = need("resiliparse.extract.html2text", "none: pip install resiliparse")
    trafilatura = need("trafilatura", "none: pip install trafilatura")
    parser = Parser()

    def over(extract: Callable[[str], Any]) -> Callable[[], None]:
        def read() -> None:
            for job in jobs([str(path)]):
                assert isinstance(job.content, bytes)
                extract(job.content.decode("utf-8", "replace"))

        return read

    table: dict[str, Callable[[str], Any]] = {
        "reading the WARC alone": len,
        "newsparse, all fields": parser.parse,
        "trafilatura, text and metadata": lambda page: trafilatura.bare_extraction(
            page, with_metadata=True
        ),
        "resiliparse, main text": lambda page: resiliparse.extract_plain_text(
            page, main_content=True
        ),
    }
    return [(f"{name}, 1 process", count, cost(over(extract))) for name, extract in table.items()]


def made_pages(count: int) -> list[bytes]:
    """Generated pages."""
    return [generated.html(number).encode() for number in range(count)]
