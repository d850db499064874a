"""The examples in the docs that run an engine. Each writes and reads its own WARC files. test_batch_engines.py lists the requirements."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from engine_tables import BATCH_ALONE, assert_equal, table_of
from needs import need

from newsparse.batch.plan import Plan
from newsparse.batch.run import run

pytestmark = pytest.mark.engine
EXAMPLES = Path(__file__).parent.parent / "docs" / "examples"
SWITCH = "NEWSPARSE_ENGINES"
MODULES = {
    "ray": "ray.data",
    "spark": "pyspark.sql",
    "dask": "dask.dataframe",
    "datatrove": "datatrove.executor",
}


@pytest.mark.parametrize("engine", MODULES)
def test_engine_example_runs(engine: str, tmp_path: Path) -> None:
    need(MODULES[engine], engine, SWITCH)
    example = EXAMPLES / f"{engine}_example.py"
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry),
    }
    done = subprocess.run(
        [sys.executable, str(example)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    assert "100 records" in done.stdout
    assert_same_parquet(engine, tmp_path)


def assert_same_parquet(engine: str, folder: Path) -> None:
    """The example wrote the rows and the types that `newsparse batch` writes of the same archives."""
    archives = tuple(map(str, sorted(folder.rglob("*.warc.gz"))))
    run(Plan(archives, str(folder / "batch.parquet"), workers=0))
    found, expected = table_of(folder / engine), table_of(folder / "batch.parquet")
    if engine == "datatrove":
        found, expected = found.drop(BATCH_ALONE), expected.drop(BATCH_ALONE)
    assert_equal(found, expected)


def test_plain_example_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    need("fastwarc", "warc", SWITCH)
    need("pyarrow", "parquet", SWITCH)
    monkeypatch.chdir(tmp_path)
    runpy.run_path(str(EXAMPLES / "warc_example.py"), run_name="__main__")
    assert "100 records" in capsys.readouterr().out
