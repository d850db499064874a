"""An outcome as one row of plain cells, for CSV and SQLite: its id, its failure, and the article's flat row."""

from __future__ import annotations

from typing import Final

from newsparse.batch.outcome import Outcome
from newsparse.printed import flat
from newsparse.printed.flat import Cell

_FIELDS: Final = tuple(name for name in flat.COLUMNS if name != "url")
COLUMNS: Final = ("id", "url", "error_kind", "error", *_FIELDS)


def cells(outcome: Outcome) -> list[Cell]:
    """The cells of an outcome, in the order of `COLUMNS`; those of an article's fields are None where there is none.

    >>> from newsparse.records import Article
    >>> dict(zip(COLUMNS, cells(Outcome("a", Article(language="en")))))["language"]
    'en'
    """
    error = (outcome.error.kind.value, outcome.error.message) if outcome.error else (None, None)
    fields = flat.flat(outcome.article) if outcome.article is not None else {}
    return [outcome.id, outcome.url, *error, *(fields.get(name) for name in _FIELDS)]
