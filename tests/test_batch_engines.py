"""Real engines in local mode: each writes the same as `batch`.

Each test needs its engine (`pip install -e ".[engines]"`). Spark also needs Java 17 or newer
(Debian: `apt-get install openjdk-17-jre-headless`). A test without its engine is skipped with a reason. If
NEWSPARSE_ENGINES is "required", as in continuous integration, it fails instead.
"""

from __future__ import annotations

import importlib
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from engine_tables import BATCH_ALONE, assert_equal, table_of
from needs import lacking, need

import newsparse
from newsparse.batch.plan import Plan
from newsparse.batch.run import run
from newsparse.batch.sites import LEARNED_PAGES, read_sites
from newsparse.benchmark import generated

pytestmark = pytest.mark.engine
PAGES = 40
SWITCH = "NEWSPARSE_ENGINES"


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Two WARC files of generated pages, with a page in another charset and an empty page, and one broken archive."""
    need("pyarrow", "parquet", SWITCH)
    need("fastwarc", "warc", SWITCH)
    folder = tmp_path_factory.mktemp("archives")
    odd = [
        generated.record(
            1_000, "<h1>Дождь в Примерске</h1>".encode("koi8-r"), "text/html; charset=koi8-r"
        ),
        generated.record(1_001, b""),
        generated.warc_record(
            "conversion",
            1_002,
            b"Rain falls\n\nBy Ada Lin\n\nIt rained on Exampleton all day.",
            "text/plain",
        ),
    ]
    return [
        str(generated.write_warc(folder / "a.warc.gz", [*generated.records(PAGES // 2), *odd])),
        str(generated.write_warc(folder / "b.warc.gz", generated.records(PAGES // 2, PAGES // 2))),
    ]


@pytest.fixture(scope="module")
def expected(archives: list[str], tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The output of `batch` for them."""
    output = tmp_path_factory.mktemp("expected") / "out.parquet"
    run(Plan(tuple(archives), str(output), workers=2))
    return table_of(output)


@pytest.fixture(scope="module")
def learned(archives: list[str], tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What `batch --learn` knows of the sites of these archives."""
    output = tmp_path_factory.mktemp("learned") / "out.jsonl"
    run(Plan(tuple(archives), str(output), workers=2, learn=LEARNED_PAGES))
    known = tuple(read_sites(Path(f"{output}.sites")))
    assert known
    return known


def herald() -> newsparse.Parser:
    """A parser with its own profile, which must reach the workers."""
    return newsparse.Parser(
        [
            newsparse.Profile(
                name="example-herald", publication="The Example Herald", hosts="herald.example"
            )
        ]
    )


# Ray


@pytest.fixture(scope="module")
def ray() -> Any:
    ray = need("ray", "ray", SWITCH)
    need("ray.data", "ray", SWITCH)
    paths = os.pathsep.join(entry for entry in sys.path if entry)
    ray.init(
        num_cpus=2,
        include_dashboard=False,
        log_to_driver=False,
        runtime_env={"env_vars": {"PYTHONPATH": paths}},
    )
    yield ray
    ray.shutdown()


def test_ray_writes_what_batch_writes(
    ray: Any, archives: list[str], expected: Any, tmp_path: Path
) -> None:
    from newsparse.batch.engines import ray as engine

    engine.parse(engine.read(archives)).write_parquet(str(tmp_path / "out"))
    assert_equal(table_of(tmp_path / "out"), expected)


def test_profiles_travel_to_ray(ray: Any, archives: list[str]) -> None:
    from newsparse.batch.engines import ray as engine

    rows = engine.parse(engine.read(archives[1:]), herald()).take_all()
    assert {row["profile"] for row in rows} == {"example-herald"}


def test_ray_learns_what_batch_learns(ray: Any, archives: list[str], learned: Any) -> None:
    from newsparse.batch.engines import ray as engine

    assert engine.learn(engine.read(archives)) == learned


# Spark


@pytest.fixture(scope="module")
def spark() -> Any:
    need("pyspark.sql", "spark", SWITCH)
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        lacking(SWITCH, "Spark needs Java; apt-get install openjdk-17-jre-headless")
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ["PYTHONPATH"] = os.pathsep.join(entry for entry in sys.path if entry)
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.session.timeZone", "America/New_York")
        .getOrCreate()
    )
    yield session
    session.stop()


def test_spark_writes_what_batch_writes(
    spark: Any, archives: list[str], expected: Any, tmp_path: Path
) -> None:
    from newsparse.batch.engines import spark as engine

    engine.write_parquet(engine.parse(engine.read(spark, archives)), str(tmp_path / "out"))
    assert_equal(table_of(tmp_path / "out"), expected)


def test_profiles_travel_to_spark(spark: Any, archives: list[str]) -> None:
    from newsparse.batch.engines import spark as engine

    rows = (
        engine.parse(engine.read(spark, archives[1:]), herald())
        .select("profile")
        .distinct()
        .collect()
    )
    assert [row["profile"] for row in rows] == ["example-herald"]


def test_spark_learns_what_batch_learns(spark: Any, archives: list[str], learned: Any) -> None:
    from newsparse.batch.engines import spark as engine

    assert engine.learn(engine.read(spark, archives)) == learned


# Dask


@pytest.fixture(scope="module")
def dask() -> Any:
    need("dask.dataframe", "dask", SWITCH)
    return importlib.import_module("dask")


@pytest.mark.parametrize("scheduler", ["synchronous", "threads", "processes"])
def test_dask_writes_what_batch_writes(
    dask: Any, archives: list[str], expected: Any, tmp_path: Path, scheduler: str
) -> None:
    from newsparse.batch.engines import dask as engine

    with dask.config.set(scheduler=scheduler, num_workers=2):
        engine.write_parquet(engine.parse(engine.read(archives)), str(tmp_path / "out"))
    assert_equal(table_of(tmp_path / "out"), expected)


def test_profiles_travel_to_dask(dask: Any, archives: list[str]) -> None:
    from newsparse.batch.engines import dask as engine

    with dask.config.set(scheduler="processes", num_workers=2):
        frame = engine.parse(engine.read(archives[1:]), herald()).compute()
    assert set(frame["profile"]) == {"example-herald"}


def test_dask_learns_what_batch_learns(dask: Any, archives: list[str], learned: Any) -> None:
    from newsparse.batch.engines import dask as engine

    with dask.config.set(scheduler="processes", num_workers=2):
        assert engine.learn(engine.read(archives)) == learned


# datatrove


@pytest.fixture(scope="module")
def readers() -> Any:
    need("datatrove.pipeline.extractors.base", "datatrove", SWITCH)
    need("warcio", "datatrove", SWITCH)
    need("cchardet", "datatrove", SWITCH)
    need("magic", "datatrove", SWITCH)
    return importlib.import_module("datatrove.pipeline.readers")


def test_datatrove_writes_what_batch_writes(
    readers: Any, archives: list[str], expected: Any, tmp_path: Path
) -> None:
    """Compare the pages that datatrove's reader passes on. It drops empty pages and decodes the others itself."""
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.writers import ParquetWriter

    from newsparse.batch.arrow import SCHEMA
    from newsparse.batch.engines.datatrove import Records, row_of

    pipeline = [
        readers.WarcReader(str(Path(archives[0]).parent), glob_pattern="*.warc.gz"),
        Records(),
        ParquetWriter(str(tmp_path / "out"), adapter=row_of, schema=SCHEMA),
    ]
    LocalPipelineExecutor(pipeline, tasks=2, workers=2, logging_dir=str(tmp_path / "logs")).run()
    found = table_of(tmp_path / "out")
    handed_on = set(found.column("id").to_pylist())
    assert len(handed_on) >= PAGES
    from pyarrow import compute

    kept = expected.filter(compute.is_in(expected.column("id"), value_set=found.column("id")))
    assert {Path(file).name for file in found.column("warc_file").to_pylist()} == {
        "a.warc.gz",
        "b.warc.gz",
    }
    for name in ("warc_record_id", "fetched"):
        assert found.column(name) == kept.column(name)
    assert_equal(found.drop(BATCH_ALONE), kept.drop(BATCH_ALONE))


def test_datatrove_extractor_returns_the_text(readers: Any, tmp_path: Path) -> None:
    from datatrove.data import Document

    from newsparse.batch.engines.datatrove import Extractor

    (document,) = Extractor().run(iter([Document(generated.html(1), "a")]))
    assert document.text == newsparse.parse(generated.html(1)).text


def test_datatrove_learns_sites_by_host(readers: Any, archives: list[str], learned: Any) -> None:
    """Compare the hosts and the most frequent containers: datatrove's reader decodes some pages
    otherwise, and leaves some out."""
    from newsparse.batch.engines.datatrove import learn

    folder = str(Path(archives[0]).parent)
    found = learn(readers.WarcReader(folder, glob_pattern="*.warc.gz")())
    assert [site.hosts for site in found] == [site.hosts for site in learned]
    assert found[0].pages >= PAGES
    first = [container.name for container in learned[0].containers[:3]]
    assert [container.name for container in found[0].containers[:3]] == first
