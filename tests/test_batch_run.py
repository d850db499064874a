"""Whole batches: every output, order, resuming after a kill at any point, stopping."""

from __future__ import annotations

import contextlib
import csv
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import attrs
import pytest

import newsparse
from newsparse.batch import Caps, Outcome
from newsparse.batch.benchmark import kills, made
from newsparse.batch.inputs.sources import InputProgress
from newsparse.batch.plan import Plan, Start
from newsparse.batch.run import Report, run
from newsparse.batch.tally import Receipt
from newsparse.errors import BatchError

SUFFIXES = [".jsonl", ".csv", ".sqlite", ".parquet"]
COUNT = 30
ENDLESS = 30_000
"""Pages of a batch that is ended from outside: over half a minute of work."""
PATIENCE = 600.0
"""Seconds after which a worker that has not gone is said to stay. One that goes does so at its next page."""


@pytest.fixture(params=SUFFIXES)
def suffix(request: pytest.FixtureRequest) -> str:
    if request.param == ".parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is missing; pip install -e '.[test]'")
    return str(request.param)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A table of pages, one of them no page."""
    path = tmp_path / "in" / "pages.jsonl"
    path.parent.mkdir()
    rows = [
        {"id": f"p{number}", "html": made.html(number, 4), "url": made.url(number)}
        for number in range(COUNT)
    ]
    rows[7] = {"id": "p7"}
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def ids() -> list[str]:
    return [f"p{number}" for number in range(COUNT)]


def batch(source: Path, output: Path, **options: Any) -> Report:
    return run(Plan((str(source),), str(output), **{"workers": 0, **options}))


def entries(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "in")


# outputs


def test_every_output_holds_every_page_once_and_leaves_nothing_beside_it(
    source: Path, tmp_path: Path, suffix: str
) -> None:
    output = tmp_path / f"out{suffix}"
    report = batch(source, output)
    assert kills.ids_of(output) == Counter(ids())
    assert report.complete and report.tally.pages == COUNT
    assert entries(tmp_path) == [output.name]


def test_jsonl_holds_whole_records(source: Path, tmp_path: Path) -> None:
    batch(source, tmp_path / "out.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert newsparse.Article.from_dict(rows[3]["article"]) == newsparse.parse(
        made.html(3, 4), url=made.url(3)
    )
    assert rows[7]["article"] is None and rows[7]["error"]["kind"] == "input"


def test_parquet_holds_whole_records(source: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is missing; pip install -e '.[test]'")
    from pyarrow import parquet

    from newsparse.batch import arrow

    batch(source, tmp_path / "out.parquet")
    table = parquet.read_table(tmp_path / "out.parquet")
    assert table.schema.equals(arrow.SCHEMA)
    assert arrow.outcome_of(table.to_pylist()[3]).article == newsparse.parse(
        made.html(3, 4), url=made.url(3)
    )


def test_sqlite_holds_flat_columns_and_the_record(source: Path, tmp_path: Path) -> None:
    batch(source, tmp_path / "out.sqlite")
    base = sqlite3.connect(tmp_path / "out.sqlite")
    headline, authors, record = base.execute(
        "SELECT headline, authors, record FROM pages WHERE id = 'p3'"
    ).fetchone()
    base.close()
    article = newsparse.Article.from_json(record)
    assert (headline, authors) == (article.headline.text, "; ".join(article.bylines[0].names))


def test_csv_has_a_header_and_plain_cells(source: Path, tmp_path: Path) -> None:
    batch(source, tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    article = newsparse.parse(made.html(3, 4), url=made.url(3))
    assert rows[3]["text"] == article.text
    assert rows[3]["published"] == article.published.isoformat()
    assert rows[7]["error_kind"] == "input" and rows[7]["headline"] == ""


def test_markdown_is_a_file_a_page(source: Path, tmp_path: Path) -> None:
    batch(source, tmp_path / "stories/", format="markdown")
    pages = [page.read_text("utf-8") for page in (tmp_path / "stories").iterdir()]
    article = newsparse.parse(made.html(3, 4), url=made.url(3))
    exported = newsparse.export(article, "markdown")
    assert len(pages) == COUNT - 1
    assert exported.replace("---\n", '---\nid: "p3"\n', 1) + "\n" in pages


@pytest.mark.parametrize(
    "headline",
    ["𝔯" * 400, "a/../../b\\c:d", "", "---", "\ud800"],
    ids=["long", "path", "empty", "dashes", "surrogate"],
)
def test_any_headline_makes_a_file_name(tmp_path: Path, headline: str) -> None:
    """Names are told apart even where headlines are the same."""
    (tmp_path / "in.jsonl").write_text(
        "".join(
            json.dumps(
                {
                    "id": f"p{n}",
                    "html": f"<h1>{headline}</h1><p>It rained on Exampleton all day long.</p>",
                }
            )
            + "\n"
            for n in range(2)
        )
    )
    batch(tmp_path / "in.jsonl", tmp_path / "out.markdown")
    assert kills.ids_of(tmp_path / "out.markdown") == Counter(("p0", "p1"))


def test_errors_go_to_their_own_file_too(source: Path, tmp_path: Path) -> None:
    batch(source, tmp_path / "out.jsonl", errors=str(tmp_path / "errors.jsonl"))
    (error,) = map(json.loads, (tmp_path / "errors.jsonl").read_text().splitlines())
    assert (error["id"], error["kind"]) == ("p7", "input") and "html" in error["message"]


def test_lone_surrogates_stop_no_output(tmp_path: Path, suffix: str) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(
        json.dumps(
            {
                "id": "a",
                "html": "<h1>Rain \ud800 falls</h1><p>It rained on Exampleton all day long.</p>",
            }
        )
    )
    batch(source, tmp_path / f"out{suffix}")
    assert kills.ids_of(tmp_path / f"out{suffix}") == Counter("a")


def test_the_output_is_no_input(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(made.html(1, 4))
    report = batch(tmp_path, tmp_path / "out.jsonl", errors=str(tmp_path / "errors.jsonl"))
    assert report.tally.pages == 1


def test_an_empty_batch_is_an_empty_output(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "in.jsonl").write_text("")
    assert batch(tmp_path / "in.jsonl", tmp_path / f"out{suffix}").tally.pages == 0
    assert kills.ids_of(tmp_path / f"out{suffix}") == Counter()


# what is there already


def test_an_output_is_never_overwritten_unasked(source: Path, tmp_path: Path, suffix: str) -> None:
    output = tmp_path / f"out{suffix}"
    output.write_text("precious")
    with pytest.raises(BatchError, match="there already"):
        batch(source, output)
    assert output.read_text() == "precious"
    batch(source, output, start=Start.OVERWRITE)
    assert kills.ids_of(output) == Counter(ids())


def test_resuming_what_is_complete_changes_nothing(
    source: Path, tmp_path: Path, suffix: str
) -> None:
    output = tmp_path / f"out{suffix}"
    batch(source, output)
    before = output.read_bytes()
    assert batch(source, output, start=Start.RESUME).complete
    assert output.read_bytes() == before


def test_resuming_what_never_began_begins(source: Path, tmp_path: Path) -> None:
    batch(source, tmp_path / "out.jsonl", start=Start.RESUME)
    assert kills.ids_of(tmp_path / "out.jsonl") == Counter(ids())


def test_a_journal_of_another_format_is_refused(source: Path, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl.journal").write_text('{"newsparse": 1, "format": "csv"}\n')
    with pytest.raises(BatchError, match="another batch"):
        batch(source, tmp_path / "out.jsonl", start=Start.RESUME)


@pytest.mark.parametrize("start", [Start.RESUME, Start.OVERWRITE])
def test_a_batch_that_is_still_running_is_left_alone(
    source: Path, tmp_path: Path, start: Start
) -> None:
    output = tmp_path / "out.jsonl"
    refused: list[str] = []

    def meddle(page: Receipt, gauge: InputProgress) -> None:
        if not refused:
            with pytest.raises(BatchError) as error:
                batch(source, output, start=start)
            refused.append(str(error.value))

    assert run(Plan((str(source),), str(output), workers=0), meddle).complete
    assert "still running" in refused[0]
    assert kills.ids_of(output) == Counter(ids())


def test_an_output_cut_by_hand_is_not_resumed(source: Path, tmp_path: Path, suffix: str) -> None:
    output = tmp_path / f"out{suffix}"
    stopped(source, output, after=COUNT // 2)
    journal = output.with_name(output.name + ".journal")
    assert journal.exists()
    output.unlink()
    for part in tmp_path.glob("*.parts/*"):
        part.unlink()
    with pytest.raises(BatchError, match="changed"):
        batch(source, output, start=Start.RESUME)


# order


@pytest.mark.parametrize("other", [{"workers": 2}, {"workers": 1}])
def test_ordered_outputs_are_the_same_bytes_for_any_number_of_workers(
    source: Path, tmp_path: Path, suffix: str, other: dict[str, int]
) -> None:
    one, two = tmp_path / f"one{suffix}", tmp_path / f"two{suffix}"
    batch(source, one, ordered=True)
    batch(source, two, ordered=True, **other)
    assert one.read_bytes() == two.read_bytes()


def test_ordered_outputs_are_the_same_bytes_for_any_hash_seed(
    source: Path, tmp_path: Path, suffix: str
) -> None:
    contents = set()
    for seed in ("1", "2"):
        output = tmp_path / f"{seed}{suffix}"
        command = [
            sys.executable,
            "-m",
            "newsparse.batch",
            str(source),
            "-o",
            str(output),
            "--ordered",
            "--workers",
            "2",
            "-q",
        ]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        contents.add(output.read_bytes())
    assert len(contents) == 1


# stops and kills


class Stop:
    """A watch that asks the batch to stop, as Ctrl-C does, after so many pages."""

    def __init__(self, after: int) -> None:
        self.left = after

    def __call__(self, page: Receipt, gauge: InputProgress) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGINT)


def stopped(source: Path, output: Path, after: int, **options: Any) -> Report:
    return run(Plan((str(source),), str(output), **{"workers": 0, **options}), Stop(after))


def test_a_stop_leaves_a_readable_output_and_resuming_completes_it(
    source: Path, tmp_path: Path, suffix: str
) -> None:
    output, whole = tmp_path / f"out{suffix}", tmp_path / f"whole{suffix}"
    report = stopped(source, output, after=15, ordered=True)
    assert not report.complete
    assert kills.ids_of(output) == Counter(ids()[:15])
    again = batch(source, output, ordered=True, start=Start.RESUME)
    assert (again.complete, again.resumed, again.tally.pages) == (True, 15, COUNT)
    batch(source, whole, ordered=True)
    assert output.read_bytes() == whole.read_bytes()


def test_a_stopped_batch_is_not_overwritten_unasked(source: Path, tmp_path: Path) -> None:
    stopped(source, tmp_path / "out.jsonl", after=15)
    with pytest.raises(BatchError, match="not finished"):
        batch(source, tmp_path / "out.jsonl")


class Killed(BaseException):
    """Stands for a kill: nothing of the batch catches it."""


@pytest.mark.parametrize("cut", [0, 1, 7, 10_000])
def test_what_was_written_beyond_the_journal_is_cut_off(
    source: Path, tmp_path: Path, suffix: str, cut: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kill at the worst moment: outputs ahead of the journal, the journal's last line in two."""
    monkeypatch.setattr("newsparse.batch.store._PAGES", 6)
    output, whole = tmp_path / f"out{suffix}", tmp_path / f"whole{suffix}"
    journal = output.with_name(output.name + ".journal")

    def kill(page: Receipt, gauge: InputProgress) -> None:
        if page.id == "p22":
            raise Killed

    with pytest.raises(Killed):
        run(
            Plan(
                (str(source),),
                str(output),
                workers=0,
                ordered=True,
                errors=str(tmp_path / "errors.jsonl"),
            ),
            kill,
        )
    content = journal.read_bytes()
    journal.write_bytes(content[: max(len(content) - cut, content.index(b"\n") + 1)])
    report = batch(
        source, output, ordered=True, start=Start.RESUME, errors=str(tmp_path / "errors.jsonl")
    )
    batch(source, whole, ordered=True)
    assert report.tally.pages == COUNT
    assert output.read_bytes() == whole.read_bytes()
    assert len((tmp_path / "errors.jsonl").read_bytes().splitlines()) == 1


def test_a_kill_between_publishing_and_cleaning_up_costs_nothing(
    source: Path, tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / f"out{suffix}"

    def kill(path: Path) -> None:
        for part in sorted(path.with_name(path.name + ".parts").glob("*"))[:1]:
            part.unlink()
        raise Killed

    from newsparse.batch.outputs.formats import format_of

    monkeypatch.setattr(
        "newsparse.batch.run.format_of", lambda *_: attrs.evolve(format_of(str(output)), tidy=kill)
    )
    with pytest.raises(Killed):
        batch(source, output)
    monkeypatch.undo()
    assert batch(source, output, start=Start.RESUME).complete
    assert kills.ids_of(output) == Counter(ids())
    assert entries(tmp_path) == [output.name]


@pytest.mark.parametrize("suffix", [*SUFFIXES, ".markdown"], indirect=True)
def test_kills_at_random_points(tmp_path: Path, suffix: str) -> None:
    """The short form of `python -m newsparse.batch.benchmark kills`."""
    source = tmp_path / "pages.jsonl"
    source.write_text(
        "".join(json.dumps({"id": str(n), "html": made.html(n)}) + "\n" for n in range(250))
    )
    output = tmp_path / f"out{suffix}"
    kills.killed(kills.command(source, output), 3, 4.0, random.Random(suffix))
    assert kills.ids_of(output) == Counter(map(str, range(250)))


def endless(folder: Path) -> Path:
    """A table of pages that no machine parses before the test has looked at its first pages."""
    source = folder / "pages.jsonl"
    html = json.dumps(made.html(1))
    with source.open("w") as file:
        file.writelines(f'{{"id": "{number}", "html": {html}}}\n' for number in range(ENDLESS))
    return source


def test_no_worker_outlives_a_killed_batch(tmp_path: Path) -> None:
    source = endless(tmp_path)
    process = subprocess.Popen(kills.command(source, tmp_path / "out.jsonl"))
    workers: list[int] = []
    while len(workers) < 2:
        assert process.poll() is None
        time.sleep(0.05)
        with contextlib.suppress(OSError):  # a thread or child ended while it was looked at
            workers = kills.family(process.pid)[1:]
    process.kill()
    process.wait()
    deadline = time.monotonic() + PATIENCE
    while any(Path(f"/proc/{pid}").exists() for pid in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(Path(f"/proc/{pid}").exists() for pid in workers)


def test_ctrl_c_stops_cleanly_with_what_was_done_written(tmp_path: Path) -> None:
    source = endless(tmp_path)
    output = tmp_path / "out.jsonl"
    process = subprocess.Popen(
        [option for option in kills.command(source, output) if option != "--quiet"],
        stderr=subprocess.PIPE,
        text=True,
    )
    while not output.exists() or output.stat().st_size == 0:
        time.sleep(0.05)
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert process.returncode == 130
    assert "Traceback" not in said and "--resume goes on" in " ".join(said.split())
    rows = [json.loads(line) for line in output.read_bytes().splitlines()]
    assert 0 < len(rows) < ENDLESS


def test_caps_hold_in_a_batch(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(made.html(1) * 200)
    report = batch(
        tmp_path / "a.html", tmp_path / "out.jsonl", workers=1, caps=Caps(memory=1 << 20)
    )
    assert report.tally.errors == Counter(memory=1)


def test_the_tally_counts_what_the_output_holds(source: Path, tmp_path: Path) -> None:
    tally = batch(source, tmp_path / "out.jsonl").tally
    rows = [
        json.loads(line)["article"] for line in (tmp_path / "out.jsonl").read_text().splitlines()
    ]
    articles = [row for row in rows if row and row["kind"] == "article"]
    assert tally.kinds["article"] == len(articles) > 0
    assert tally.errors == Counter(input=1)
    assert tally.fill_rates["bylines"] == sum(bool(row["bylines"]) for row in articles) / len(
        articles
    )
    assert tally.slowest[0][0] == max(seconds for seconds, _ in tally.slowest)


def test_outcomes_differ_by_what_they_hold_and_not_by_the_clock() -> None:
    assert Outcome("a", seconds=1.0) == Outcome("a", seconds=2.0) != Outcome("b")
