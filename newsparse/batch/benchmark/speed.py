"""Pages a second: a plain loop, the batch layer with one and two workers, whole archives, peers."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from newsparse.batch.benchmark import made
from newsparse.batch.benchmark.measure import Cost, cost
from newsparse.batch.extras import need
from newsparse.batch.inputs.sources import jobs
from newsparse.batch.run import Plan, run
from newsparse.parser import Parser

Row = tuple[str, int, Cost]


def loop(pages: Iterable[bytes]) -> None:
    """What a user writes without the batch layer."""
    parser = Parser()
    with tempfile.TemporaryFile("w", encoding="utf-8") as out:
        for page in pages:
            out.write(json.dumps(parser.parse(page).to_dict(), ensure_ascii=False) + "\n")


def workers(folder: Path, pages: list[bytes], counts: Iterable[int]) -> list[Row]:
    """The same pages in a plain loop, and by `batch` from a JSONL file with each number of workers."""
    source = folder / "pages.jsonl"
    with source.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"content": page.decode("utf-8", "replace")}) + "\n" for page in pages)
    loop(pages[:20])
    rows = [("plain loop, parse and to_dict to JSON", len(pages), cost(lambda: loop(pages)))]
    for count in counts:
        plan = Plan((str(source),), str(folder / f"{count}.jsonl"), workers=count)
        rows.append((f"batch, {count} workers" if count != 1 else "batch, 1 worker", len(pages), cost(lambda plan=plan: run(plan))))  # type: ignore[misc]
    return rows


def archive(folder: Path, path: Path, count: int, outputs: Iterable[str]) -> list[Row]:
    """A WARC end to end, to each kind of output, with two workers."""
    return [
        (f"WARC to {suffix}, 2 workers", count, cost(lambda suffix=suffix: run(Plan((str(path),), str(folder / f"out{suffix}"), workers=2))))  # type: ignore[misc]
        for suffix in outputs
    ]


def peers(path: Path, count: int) -> list[Row]:
    """Other extractors over the same WARC, in one process each; they give text and some head data, not the fields of a record."""
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
        "trafilatura, text and metadata": lambda page: trafilatura.bare_extraction(page, with_metadata=True),
        "resiliparse, main text": lambda page: resiliparse.extract_plain_text(page, main_content=True),
    }
    return [(f"{name}, 1 process", count, cost(over(extract))) for name, extract in table.items()]


def made_pages(count: int) -> list[bytes]:
    """Generated pages."""
    return [made.html(number).encode() for number in range(count)]
