"""An outcome as one row of plain cells: id, failure, archive, and the flat row of the article."""

from __future__ import annotations

from typing import Any, Final

from newsparse.batch.outcome import NO_WARC, WARC_COLUMNS, Job, Outcome
from newsparse.printed import flat
from newsparse.printed.flat import Cell

_ARTICLE_COLUMNS: Final = tuple(name for name in flat.COLUMNS if name != "url")
COLUMNS: Final = ("id", "url", "error_kind", "error", *_ARTICLE_COLUMNS, *WARC_COLUMNS)


def cells(job: Job, outcome: Outcome) -> list[Cell]:
    """The cells of an outcome, in the order of `COLUMNS`. Cells that the page gives nothing for are
    None.

    >>> from newsparse.records import Article
    >>> dict(zip(COLUMNS, cells(Job(""), Outcome("a", Article(language="en")))))["language"]
    'en'
    """
    error = (outcome.error.kind.value, outcome.error.message) if outcome.error else (None, None)
    fields = flat.flat(outcome.article) if outcome.article is not None else {}
    warc: dict[str, Any] = NO_WARC if job.warc is None else job.warc.to_dict()
    article = (fields.get(name) for name in _ARTICLE_COLUMNS)
    return [outcome.id, outcome.url, *error, *article, *(warc[name] for name in WARC_COLUMNS)]
