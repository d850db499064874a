"""Dask: `map_partitions` over data frames with Arrow columns."""

from __future__ import annotations

from typing import Any

from newsparse.batch.arrow import SCHEMA, parse_table
from newsparse.batch.engines.sites import SEEN, known_table, seen_table, sites_of
from newsparse.batch.extras import need
from newsparse.batch.pages import PAGES, pa, read_pages
from newsparse.batch.sites import LEARNED_PAGES
from newsparse.knowledge import SiteKnowledge
from newsparse.parser import Parser
from newsparse.profiles.profile import Profile


def read(paths: list[str]) -> Any:
    """A Dask data frame of the pages of files, read by the workers, a partition a file."""
    return need("dask.dataframe", "dask").from_map(_pages, paths, meta=_frame(PAGES.empty_table()))


def parse(frame: Any, parser: Parser | None = None, profile: Profile | str | None = None) -> Any:
    """A Dask data frame of records (`newsparse.batch.arrow.SCHEMA`) of a data frame of pages."""
    return frame.map_partitions(
        _records, parser or Parser(), profile, meta=_frame(SCHEMA.empty_table())
    )


def learn(
    frame: Any,
    parser: Parser | None = None,
    profile: Profile | str | None = None,
    pages: int = LEARNED_PAGES,
) -> tuple[SiteKnowledge, ...]:
    """What the sites of a frame of pages have in common, from at most so many pages of each host.

    `parse(frame, Parser(sites=learn(frame)))` uses it. What the pages contribute, a few kilobytes
    each, comes to the caller, who merges it.
    """
    seen = frame.map_partitions(
        _seen, parser or Parser(), profile, pages, meta=_frame(SEEN.empty_table())
    )
    table = pa.Table.from_pandas(seen.compute(), schema=SEEN, preserve_index=False)
    return sites_of(known_table(table, pages)["site"].to_pylist())


def write_parquet(frame: Any, folder: str) -> None:
    """Write a data frame of records in the schema they have everywhere."""
    frame.to_parquet(folder, schema=SCHEMA, write_index=False)


def _pages(path: str) -> Any:
    return _frame(pa.Table.from_batches(read_pages([path]), schema=PAGES))


def _records(frame: Any, parser: Parser, profile: Profile | str | None) -> Any:
    return _frame(parse_table(pa.Table.from_pandas(frame, preserve_index=False), parser, profile))


def _seen(frame: Any, parser: Parser, profile: Profile | str | None, most: int) -> Any:
    pages = pa.Table.from_pandas(frame, preserve_index=False)
    return _frame(seen_table(pages, parser, profile, most))


def _frame(table: Any) -> Any:
    return table.to_pandas(types_mapper=need("pandas", "dask").ArrowDtype)
