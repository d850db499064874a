"""Hugging Face's datatrove: an extractor, and a step that keeps the whole record.

`Extractor` takes the place of `Trafilatura` in a pipeline: HTML in, the text of the story out.
`Records` puts the row of `newsparse.batch.arrow.SCHEMA` into the metadata of the document, and
`row_of` is the adapter of the writer, which makes it the row of a Parquet file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, Final

from newsparse.batch.arrow import COLUMNS, SCHEMA, row
from newsparse.batch.extras import need
from newsparse.batch.inputs.columns import job_of
from newsparse.batch.outcome import Job, Key, Outcome
from newsparse.batch.sites import LEARNED_PAGES, Learning, first_of_hosts, learned
from newsparse.batch.work import Work
from newsparse.knowledge import SiteKnowledge
from newsparse.parser import Parser
from newsparse.profiles.profile import Profile

_extractors: Final[Any] = need("datatrove.pipeline.extractors.base", "datatrove")
_steps: Final[Any] = need("datatrove.pipeline.base", "datatrove")
METADATA: Final = "newsparse"
"""The key of the record in the metadata of a document."""
_TIMEOUT_SECONDS: Final = 60.0


class Extractor(_extractors.BaseExtractor):  # type: ignore[misc]
    """The text of a story, under datatrove's own time cap.

    A page without a story gives an empty text, which datatrove drops.
    """

    name = "⛏ newsparse"

    def __init__(self, parser: Parser | None = None, timeout: float = _TIMEOUT_SECONDS) -> None:
        super().__init__(timeout)
        self.parser = parser or Parser()

    def extract(self, text: str) -> str:
        """The body of the article on a page."""
        return self.parser.parse(text).text


class Records(_steps.PipelineStep):  # type: ignore[misc]
    """Puts the record of each page into the metadata of its document; the text becomes that of
    the story.
    """

    name = "⛏ newsparse records"
    type = "🛢 - EXTRAC"

    def __init__(self, parser: Parser | None = None, profile: Profile | str | None = None) -> None:
        super().__init__()
        self.work = Work(parser or Parser(), profile, _row_and_text)

    def run(self, data: Iterable[Any], rank: int = 0, world_size: int = 1) -> Iterator[Any]:
        """The documents, with their records."""
        for document in data:
            with self.track_time():
                document.metadata[METADATA], document.text = self.work.rendered(_job(document))
            yield document


def learn(
    documents: Iterable[Any],
    parser: Parser | None = None,
    profile: Profile | str | None = None,
    pages: int = LEARNED_PAGES,
) -> tuple[SiteKnowledge, ...]:
    """What the sites of some documents have in common, from the first pages of each host.

    `learn(JsonlReader(folder)())` reads them as a pipeline does, and
    `Records(Parser(sites=...))` uses what was learned.
    """
    work = Learning(parser or Parser(), profile)
    jobs = first_of_hosts(map(_job, documents), pages)
    seen = (work.rendered(job) for job in jobs)
    return tuple(learned((one for one in seen if one is not None), pages))


def _job(document: Any) -> Job:
    page = {
        **document.metadata,
        "id": document.id.strip("<>"),
        "content": document.text,
        "reference": _date(document),
        **_warc(document),
    }
    return job_of(page, COLUMNS, Key(""), "")


def row_of(writer: Any, document: Any) -> dict[str, Any]:
    """The `adapter` of datatrove's ParquetWriter, to be used with
    `schema=newsparse.batch.arrow.SCHEMA`.
    """
    record: dict[str, Any] = document.metadata[METADATA]
    return {name: record.get(name) for name in SCHEMA.names}


def _row_and_text(job: Job, outcome: Outcome) -> tuple[dict[str, Any], str]:
    return row(job, outcome), outcome.article.text if outcome.article else ""


def _warc(document: Any) -> dict[str, Any]:
    """What datatrove's WarcReader tells of the record: the file, the id, and when the page was
    fetched.
    """
    if "file_path" not in document.metadata:
        return {}
    return {
        "warc_file": document.metadata["file_path"],
        "warc_record_id": document.id.strip("<>"),
        "fetched": _date(document),
    }


def _date(document: Any) -> str | dt.datetime | None:
    """When the page was fetched, which datatrove's WarcReader calls its date."""
    date: str | dt.datetime | None = document.metadata.get("date")
    return date
