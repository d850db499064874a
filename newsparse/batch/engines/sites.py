"""What the adapters share to learn sites by host: pages to rows of what they contribute, and the
rows of a host to its knowledge as JSON.
"""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final

from newsparse.batch.arrow import COLUMNS
from newsparse.batch.inputs.columns import job_of
from newsparse.batch.outcome import Key
from newsparse.batch.pages import pa
from newsparse.batch.sites import LEARNED_PAGES, Learning, learned
from newsparse.knowledge import SiteKnowledge
from newsparse.learning.observe import Observation
from newsparse.parser import Parser
from newsparse.profiles.profile import Profile

SEEN: Final = pa.schema([("host", pa.string()), ("seen", pa.binary())])
"""A row for each page: its host, and what it contributes, pickled."""
KNOWN: Final = pa.schema([("host", pa.string()), ("site", pa.string())])
"""A row for each host: what is known of its site, as JSON."""


def seen_batches(
    batches: Iterable[Any],
    parser: Parser | None = None,
    profile: Profile | str | None = None,
    most: int = LEARNED_PAGES,
) -> Iterator[Any]:
    """Arrow batches of pages to batches of `SEEN`, with at most so many pages of each host."""
    work = Learning(parser or Parser(), profile)
    read: Counter[str] = Counter()
    for batch in batches:
        found = [work.rendered(job_of(page, COLUMNS, Key(""), "")) for page in batch.to_pylist()]
        rows: list[dict[str, Any]] = []
        for one in found:
            if one is not None and one.host and read[one.host] < most:
                read[one.host] += 1
                rows.append({"host": one.host, "seen": pickle.dumps(one)})
        yield pa.RecordBatch.from_pylist(rows, schema=SEEN)


def seen_table(
    table: Any,
    parser: Parser | None = None,
    profile: Profile | str | None = None,
    most: int = LEARNED_PAGES,
) -> Any:
    """A table of pages to a table of `SEEN`."""
    return pa.Table.from_batches(
        list(seen_batches(table.to_batches(), parser, profile, most)), schema=SEEN
    )


def known_table(table: Any, most: int = LEARNED_PAGES) -> Any:
    """The rows of some hosts to a table of `KNOWN`; hosts with one page are left out.

    Of a host with more pages than `most` those are taken whose digests come first, so that the
    order in which the workers deliver them does not matter.
    """
    pages: list[Observation] = sorted(
        map(pickle.loads, table["seen"].to_pylist()), key=lambda page: page.order
    )
    rows = [{"host": one.hosts[0], "site": one.to_json()} for one in learned(pages, most)]
    return pa.Table.from_pylist(rows, schema=KNOWN)


def sites_of(rows: Iterable[str]) -> tuple[SiteKnowledge, ...]:
    """The knowledge in the JSON of some rows, by host."""
    return tuple(sorted(map(SiteKnowledge.from_json, rows), key=lambda site: site.hosts))
