"""`python -m newsparse.batch.benchmark speed|archive|memory|kills`: the figures of the batch
layer.
"""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from newsparse.batch.benchmark import kills as killing
from newsparse.batch.benchmark import speed
from newsparse.batch.benchmark.growth import growth
from newsparse.batch.benchmark.measure import Cost
from newsparse.benchmark import generated

app = typer.Typer(add_completion=False, help=__doc__)
_OUTPUTS = (".jsonl", ".parquet", ".csv", ".sqlite", ".markdown")
console = Console()


@app.command("speed")
def speed_(pages: Annotated[int, typer.Option(help="Generated pages.")] = 1_000) -> None:
    """Measure a plain loop, and 1 and 2 workers: pages a second, and overhead in processor time."""
    with tempfile.TemporaryDirectory() as folder:
        rows = speed.workers(Path(folder), speed.made_pages(pages), (1, 2))
    _print(rows)
    plain = speed.marginal(("", 0, Cost(0.0, 0.0, 0.0)), rows[0])
    for count, small, large in zip((1, 2), rows[1::2], rows[2::2], strict=True):
        layer = speed.marginal(small, large)
        console.print(
            f"workers: {count}; once started: {plain.elapsed / layer.elapsed:.2f} times the speed "
            f"of the loop by the clock, {speed.free_speed(plain, layer, count):.2f} times on as "
            f"many free cores; {layer.processor / plain.processor - 1:+.1%} of its processor "
            f"time, {layer.own / layer.processor:.1%} of that in the parent; starting: "
            f"{small[2].processor:.1f} s of processor time"
        )


@app.command("archive")
def archive_(
    pages: Annotated[int, typer.Option(help="Pages of the WARC that is made.")] = 10_000,
) -> None:
    """Measure a WARC end to end with 2 workers, then newsparse and other extractors over it."""
    with tempfile.TemporaryDirectory() as folder:
        path = generated.write_warc(Path(folder) / "made.warc.gz", generated.records(pages))
        size = path.stat().st_size / 1e6
        page_size = sum(len(generated.html(number)) for number in range(100)) / 1e5
        console.print(f"{pages:,} pages, {size:,.1f} MB of WARC, {page_size:,.1f} kB a page")
        _print([*speed.archive(Path(folder), path, pages, _OUTPUTS[:2]), *speed.peers(path, pages)])


@app.command("memory")
def memory_(
    pages: Annotated[int, typer.Option(help="Generated pages.")] = 100_000,
    workers: Annotated[int, typer.Option(help="Processes.")] = 1,
) -> None:
    """Measure the memory of the parent and the workers over many pages."""
    console.print("pages  parent MB  workers MB")
    for sample in growth(pages, workers, samples=20):
        console.print(f"{sample.pages:7,}  {sample.parent / 1e6:7.1f}  {sample.workers / 1e6:7.1f}")


@app.command("kills")
def kills_(
    count: Annotated[int, typer.Option(help="Kills for each output format.")] = 50,
    pages: Annotated[int, typer.Option(help="Pages of the batch.")] = 3_000,
    seconds: Annotated[float, typer.Option(help="The longest wait before a kill.")] = 6.0,
    seed: Annotated[int, typer.Option(help="Of the moments.")] = 1,
    suffix: Annotated[list[str] | None, typer.Option(help="Output formats, by suffix.")] = None,
) -> None:
    """Kill the run or a worker at random points, resume, and count every page."""
    wrong = 0
    for ending in suffix or _OUTPUTS:
        with tempfile.TemporaryDirectory() as folder:
            path = generated.write_warc(Path(folder) / "made.warc.gz", generated.records(pages))
            rng, dealt, batches = random.Random(seed), Counter[str](), 0
            while dealt.total() < count:
                output = Path(folder) / f"out{batches}{ending}"
                dealt += killing.killed(
                    killing.command(path, output), count - dealt.total(), seconds, rng
                )
                batches += 1
                wrong += pages != len(ids := killing.ids_of(output)) or ids.total() != pages
        console.print(
            f"{ending}: {_dealt(dealt)} in {batches} batches of {pages:,} pages; "
            f"wrong batches so far: {wrong}"
        )
    raise typer.Exit(1 if wrong else 0)


def _dealt(dealt: Counter[str]) -> str:
    return f"{dealt.total()} kills ({dealt['run']} of the run, {dealt['worker']} of a worker)"


def _print(rows: list[speed.Row]) -> None:
    table = Table(box=None)
    for title in (
        "",
        "pages",
        "seconds",
        "pages a second",
        "processor seconds",
        "ms a page (processor)",
    ):
        table.add_column(title, justify="right" if title else "left")
    for name, pages, cost in rows:
        table.add_row(
            name,
            f"{pages:,}",
            f"{cost.elapsed:.1f}",
            f"{pages / cost.elapsed:.1f}",
            f"{cost.processor:.1f}",
            f"{1000 * cost.processor / pages:.2f}",
        )
    console.print(table)


if __name__ == "__main__":
    app()
