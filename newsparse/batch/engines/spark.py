"""Spark: `mapInArrow`."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from newsparse.batch.arrow import SCHEMA, parse_batches
from newsparse.batch.engines.sites import (
    KNOWN,
    SEEN,
    known_table,
    seen_batches,
    sites_of,
)
from newsparse.batch.extras import need
from newsparse.batch.pages import PAGES, pa, read_paths
from newsparse.batch.sites import LEARNED_PAGES
from newsparse.knowledge import SiteKnowledge
from newsparse.parser import Parser
from newsparse.profiles.profile import Profile

_TIMESTAMP_TYPE: Final = "spark.sql.parquet.outputTimestampType"


def read(session: Any, paths: list[str]) -> Any:
    """A Spark data frame of the pages of files, read by the executors, a task a file."""
    files = session.createDataFrame([(path,) for path in paths], "path string").repartition(
        len(paths), "path"
    )
    return files.mapInArrow(read_paths, _spark_schema(PAGES))


def parse(frame: Any, parser: Parser | None = None, profile: Profile | str | None = None) -> Any:
    """A Spark data frame of records (`newsparse.batch.arrow.SCHEMA`) of a data frame of pages."""
    return frame.mapInArrow(
        partial(parse_batches, parser=parser or Parser(), profile=profile), _spark_schema(SCHEMA)
    )


def learn(
    frame: Any,
    parser: Parser | None = None,
    profile: Profile | str | None = None,
    pages: int = LEARNED_PAGES,
) -> tuple[SiteKnowledge, ...]:
    """What the sites of a frame of pages have in common, from at most so many pages of each host.

    `parse(frame, Parser(sites=learn(frame)))` uses it.
    """
    seen = frame.mapInArrow(
        partial(seen_batches, parser=parser or Parser(), profile=profile, most=pages),
        _spark_schema(SEEN),
    )
    known = seen.groupBy("host").applyInPandas(partial(_known, pages), _spark_schema(KNOWN))
    return sites_of(row["site"] for row in known.collect())


def _known(most: int, frame: Any) -> Any:
    table = pa.Table.from_pandas(frame, schema=SEEN, preserve_index=False)
    return known_table(table, most).to_pandas()


def write_parquet(frame: Any, folder: str, mode: str = "error") -> None:
    """Write a data frame of records as Parquet, with timestamps in microseconds as `newsparse
    batch` writes them.

    Spark writes nanoseconds in a format of its own (INT96) unless its session says otherwise; the
    setting is changed for this write and then put back. `mode` is Spark's: "error", "overwrite",
    "append" or "ignore".
    """
    conf = frame.sparkSession.conf
    before = conf.get(_TIMESTAMP_TYPE, None)
    conf.set(_TIMESTAMP_TYPE, "TIMESTAMP_MICROS")
    try:
        frame.write.mode(mode).parquet(folder)
    finally:
        if before is None:
            conf.unset(_TIMESTAMP_TYPE)
        else:
            conf.set(_TIMESTAMP_TYPE, before)


def _spark_schema(schema: Any) -> Any:
    return need("pyspark.sql.pandas.types", "spark").from_arrow_schema(schema)
