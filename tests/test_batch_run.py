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
from newsparse.batch.benchmark import kills
from newsparse.batch.inputs.sources import InputProgress
from newsparse.batch.plan import Plan, Start
from newsparse.batch.run import Report, run
from newsparse.batch.stats import PageResult
from newsparse.benchmark import generated
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
    """A table of pages. One row is not a page."""
    path = tmp_path / "in" / "pages.jsonl"
    path.parent.mkdir()
    rows = [
        {"id": f"p{number}", "html": generated.html(number, 4), "url": generated.url(number)}
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


def test_every_output_has_every_page_once_and_no_files_are_left_over(
    source: Path, tmp_path: Path, suffix: str
) -> None:
    output = tmp_path / f"out{suffix}"
    report = batch(source, output)
    assert kills.ids_of(output) == Counter(ids())
    assert report.complete and report.stats.pages == COUNT
    assert entries(tmp_path) == [output.name]


def test_jsonl_has_whole_records(source: Path, tmp_path: Path) -> None:
    batch(source, tmp_path / "out.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert newsparse.Article.from_dict(rows[3]["article"]) == newsparse.parse(
        generated.html(3, 4), url=generated.url(3)
    )
    assert rows[7]["article"] is None and rows[7]["error"]["kind"] == "input"


def test_parquet_has_whole_records(source: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is missing; pip install -e '.[test]'")
    from pyarrow import parquet

    from newsparse.batch import arrow

    batch(source, tmp_path / "out.parquet")
    table = parquet.read_table(tmp_path / "out.parquet")
    assert table.schema.equals(arrow.SCHEMA)
    assert arrow.outcome_of(table.to_pylist()[3]).article == newsparse.parse(
        generated.html(3, 4), url=generated.url(3)
    )


def test_sqlite_has_flat_columns_and_the_record(source: Path, tmp_path: Path) -> None:
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
    article = newsparse.parse(generated.html(3, 4), url=generated.url(3))
    assert rows[3]["text"] == article.text
    assert rows[3]["published"] == article.published.isoformat()
    assert rows[7]["error_kind"] == "input" and rows[7]["headline"] == ""


def test_markdown_writes_one_file_per_page(source: Path, tmp_path: Path) -> None:
    batch(source, tmp_path / "stories/", format="markdown")
    pages = [page.read_text("utf-8") for page in (tmp_path / "stories").iterdir()]
    article = newsparse.parse(generated.html(3, 4), url=generated.url(3))
    exported = newsparse.export(article, "markdown")
    assert len(pages) == COUNT - 1
    assert exported.replace("---\n", '---\nid: "p3"\n', 1) + "\n" in pages


@pytest.mark.parametrize(
    "headline",
    ["𝔯" * 400, "a/../../b\\c:d", "", "---", "\ud800"],
    ids=["long", "path", "empty", "dashes", "surrogate"],
)
def test_any_headline_gives_a_file_name(tmp_path: Path, headline: str) -> None:
    """File names differ even if the headlines are the same."""
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


def test_errors_are_also_written_to_their_own_file(source: Path, tmp_path: Path) -> None:
    batch(source, tmp_path / "out.jsonl", errors=str(tmp_path / "errors.jsonl"))
    (error,) = map(json.loads, (tmp_path / "errors.jsonl").read_text().splitlines())
    assert (error["id"], error["kind"]) == ("p7", "input") and "html" in error["message"]


def test_lone_surrogates_do_not_stop_an_output(tmp_path: Path, suffix: str) -> None:
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


def test_output_is_not_read_as_input(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(generated.html(1, 4))
    report = batch(tmp_path, tmp_path / "out.jsonl", errors=str(tmp_path / "errors.jsonl"))
    assert report.stats.pages == 1


def test_empty_batch_gives_an_empty_output(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "in.jsonl").write_text("")
    assert batch(tmp_path / "in.jsonl", tmp_path / f"out{suffix}").stats.pages == 0
    assert kills.ids_of(tmp_path / f"out{suffix}") == Counter()


# what is already there


def test_output_is_not_overwritten_without_the_option(
    source: Path, tmp_path: Path, suffix: str
) -> None:
    output = tmp_path / f"out{suffix}"
    output.write_text("precious")
    with pytest.raises(BatchError, match="already there"):
        batch(source, output)
    assert output.read_text() == "precious"
    batch(source, output, start=Start.OVERWRITE)
    assert kills.ids_of(output) == Counter(ids())


def test_resuming_a_complete_batch_changes_nothing(
    source: Path, tmp_path: Path, suffix: str
) -> None:
    output = tmp_path / f"out{suffix}"
    batch(source, output)
    before = output.read_bytes()
    assert batch(source, output, start=Start.RESUME).complete
    assert output.read_bytes() == before


def test_resuming_without_a_journal_starts_the_batch(source: Path, tmp_path: Path) -> None:
    batch(source, tmp_path / "out.jsonl", start=Start.RESUME)
    assert kills.ids_of(tmp_path / "out.jsonl") == Counter(ids())


def test_a_journal_of_another_version_is_refused(source: Path, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl.journal").write_text('{"newsparse": 1, "format": "csv"}\n')
    with pytest.raises(BatchError, match="not a journal that this version"):
        batch(source, tmp_path / "out.jsonl", start=Start.RESUME)


@pytest.mark.parametrize("start", [Start.RESUME, Start.OVERWRITE])
def test_running_batch_is_left_alone(source: Path, tmp_path: Path, start: Start) -> None:
    output = tmp_path / "out.jsonl"
    refused: list[str] = []

    def meddle(page: PageResult, progress: InputProgress) -> None:
        if not refused:
            with pytest.raises(BatchError) as error:
                batch(source, output, start=start)
            refused.append(str(error.value))

    assert run(Plan((str(source),), str(output), workers=0), meddle).complete
    assert "still running" in refused[0]
    assert kills.ids_of(output) == Counter(ids())


def test_output_truncated_by_hand_is_not_resumed(source: Path, tmp_path: Path, suffix: str) -> None:
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
def test_ordered_output_does_not_depend_on_the_number_of_workers(
    source: Path, tmp_path: Path, suffix: str, other: dict[str, int]
) -> None:
    one, two = tmp_path / f"one{suffix}", tmp_path / f"two{suffix}"
    batch(source, one, ordered=True)
    batch(source, two, ordered=True, **other)
    assert one.read_bytes() == two.read_bytes()


def test_ordered_output_does_not_depend_on_the_hash_seed(
    source: Path, tmp_path: Path, suffix: str
) -> None:
    contents = set()
    for seed in ("1", "2"):
        output = tmp_path / f"{seed}{suffix}"
        command = [
            sys.executable,
            "-m",
            "newsparse",
            "batch",
            str(source),
            "-o",
            str(output),
            "--ordered",
            "--workers",
            "2",
            "-q",
        ]
        done = subprocess.run(command, check=False, env={**os.environ, "PYTHONHASHSEED": seed})
        assert done.returncode == 1  # one of the rows has no page
        contents.add(output.read_bytes())
    assert len(contents) == 1


# stops and kills


class Stop:
    """A progress callback that asks the batch to stop after a number of pages, like Ctrl-C."""

    def __init__(self, after: int) -> None:
        self.left = after

    def __call__(self, page: PageResult, progress: InputProgress) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGINT)


def stopped(source: Path, output: Path, after: int, **options: Any) -> Report:
    return run(Plan((str(source),), str(output), **{"workers": 0, **options}), Stop(after))


def test_stopped_batch_leaves_readable_output_and_can_be_resumed(
    source: Path, tmp_path: Path, suffix: str
) -> None:
    output, whole = tmp_path / f"out{suffix}", tmp_path / f"whole{suffix}"
    report = stopped(source, output, after=15, ordered=True)
    assert not report.complete
    assert kills.ids_of(output) == Counter(ids()[:15])
    again = batch(source, output, ordered=True, start=Start.RESUME)
    assert (again.complete, again.resumed, again.stats.pages) == (True, 15, COUNT)
    batch(source, whole, ordered=True)
    assert output.read_bytes() == whole.read_bytes()


def test_stopped_batch_is_not_overwritten_without_the_option(source: Path, tmp_path: Path) -> None:
    stopped(source, tmp_path / "out.jsonl", after=15)
    with pytest.raises(BatchError, match="not finished"):
        batch(source, tmp_path / "out.jsonl")


class Killed(BaseException):
    """Simulates a kill: no code of the batch catches it."""


@pytest.mark.parametrize("cut", [0, 1, 7, 10_000])
def test_output_beyond_the_journal_is_truncated(
    source: Path, tmp_path: Path, suffix: str, cut: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kill at the worst moment: the outputs are ahead of the journal, and the journal's last line is incomplete."""
    monkeypatch.setattr("newsparse.batch.store._CHECKPOINT_PAGES", 6)
    output, whole = tmp_path / f"out{suffix}", tmp_path / f"whole{suffix}"
    journal = output.with_name(output.name + ".journal")

    def kill(page: PageResult, progress: InputProgress) -> None:
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
    assert report.stats.pages == COUNT
    assert output.read_bytes() == whole.read_bytes()
    assert len((tmp_path / "errors.jsonl").read_bytes().splitlines()) == 1


def test_kill_between_publishing_and_cleanup_loses_nothing(
    source: Path, tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / f"out{suffix}"

    def kill(path: Path) -> None:
        for part in sorted(path.with_name(path.name + ".parts").glob("*"))[:1]:
            part.unlink()
        raise Killed

    from newsparse.batch.outputs.formats import format_of

    monkeypatch.setattr(
        "newsparse.batch.run.format_of",
        lambda *_: attrs.evolve(format_of(str(output)), clean_up=kill),
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
        "".join(json.dumps({"id": str(n), "html": generated.html(n)}) + "\n" for n in range(250))
    )
    output = tmp_path / f"out{suffix}"
    kills.killed(kills.command(source, output), 3, 4.0, random.Random(suffix))
    assert kills.ids_of(output) == Counter(map(str, range(250)))


def endless(folder: Path) -> Path:
    """A table of pages that no machine parses before the test has looked at its first pages."""
    source = folder / "pages.jsonl"
    html = json.dumps(generated.html(1))
    with source.open("w") as file:
        file.writelines(f'{{"id": "{number}", "html": {html}}}\n' for number in range(ENDLESS))
    return source


def test_workers_end_with_a_killed_batch(tmp_path: Path) -> None:
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


def test_ctrl_c_stops_cleanly_and_writes_finished_pages(tmp_path: Path) -> None:
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
    assert "Traceback" not in said and "--resume continues it" in " ".join(said.split())
    rows = [json.loads(line) for line in output.read_bytes().splitlines()]
    assert 0 < len(rows) < ENDLESS


def test_caps_apply_in_a_batch(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(generated.html(1) * 200)
    report = batch(
        tmp_path / "a.html", tmp_path / "out.jsonl", workers=1, caps=Caps(memory=1 << 20)
    )
    assert report.stats.errors == Counter(memory=1)


def test_counts_match_the_output(source: Path, tmp_path: Path) -> None:
    stats = batch(source, tmp_path / "out.jsonl").stats
    rows = [
        json.loads(line)["article"] for line in (tmp_path / "out.jsonl").read_text().splitlines()
    ]
    articles = [row for row in rows if row and row["kind"] == "article"]
    assert stats.kinds["article"] == len(articles) > 0
    assert stats.errors == Counter(input=1)
    assert stats.fill_rates["bylines"] == sum(bool(row["bylines"]) for row in articles) / len(
        articles
    )
    assert stats.slowest[0][0] == max(seconds for seconds, _ in stats.slowest)


def test_equality_of_outcomes_ignores_their_time() -> None:
    assert Outcome("a", seconds=1.0) == Outcome("a", seconds=2.0) != Outcome("b")
