"""Ray Data: `map_batches`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsparse.batch.arrow import parse_table
from newsparse.batch.engines.sites import known_table, seen_table, sites_of
from newsparse.batch.extras import need
from newsparse.batch.pages import pa, read_paths
from newsparse.batch.sites import LEARNED_PAGES
from newsparse.knowledge import SiteKnowledge
from newsparse.parser import Parser
from newsparse.profiles.profile import Profile


def read(paths: list[str]) -> Any:
    """A Ray dataset of the pages of files, read by the workers, a task a file."""
    return (
        need("ray.data", "ray")
        .from_items([{"path": path} for path in paths])
        .map_batches(_tables, batch_size=1, batch_format="pyarrow")
    )


def parse(dataset: Any, parser: Parser | None = None, profile: Profile | str | None = None) -> Any:
    """A Ray dataset of records (`newsparse.batch.arrow.SCHEMA`) of a dataset of pages."""
    return dataset.map_batches(
        parse_table,
        batch_format="pyarrow",
        fn_kwargs={"parser": parser or Parser(), "profile": profile},
    )


def learn(
    dataset: Any,
    parser: Parser | None = None,
    profile: Profile | str | None = None,
    pages: int = LEARNED_PAGES,
) -> tuple[SiteKnowledge, ...]:
    """What the sites of a dataset of pages have in common, from at most so many pages of each host.

    `parse(dataset, Parser(sites=learn(dataset)))` uses it.
    """
    seen = dataset.map_batches(
        seen_table,
        batch_format="pyarrow",
        fn_kwargs={"parser": parser or Parser(), "profile": profile, "most": pages},
    )
    known = seen.groupby("host").map_groups(
        known_table, batch_format="pyarrow", fn_kwargs={"most": pages}
    )
    return sites_of(row["site"] for row in known.take_all())


def _tables(table: Any) -> Iterator[Any]:
    return (pa.Table.from_batches([batch]) for batch in read_paths([table]))
