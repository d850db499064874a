"""An outcome as one row of plain cells, for CSV and SQLite: a table of columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from newsparse.batch.outcome import Outcome
from newsparse.records import Article, Moment

Cell = str | bool | None
_BETWEEN: Final = "; "


def _text(record: Any) -> str | None:
    return None if record is None else record.text


def _iso(moment: Moment | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _joined(values: Iterable[str | None], between: str = _BETWEEN) -> str | None:
    return between.join(dict.fromkeys(value for value in values if value)) or None


FIELDS: Final[dict[str, Callable[[Article], Cell]]] = {
    "canonical_url": lambda page: page.canonical_url,
    "kind": lambda page: page.kind.value,
    "profile": lambda page: page.profile,
    "language": lambda page: page.language,
    "masthead": lambda page: page.masthead.name if page.masthead else None,
    "kicker": lambda page: _text(page.kicker),
    "headline": lambda page: _text(page.headline),
    "deck": lambda page: _text(page.deck),
    "authors": lambda page: _joined(name for byline in page.bylines for name in byline.names),
    "agencies": lambda page: _joined(byline.agency for byline in page.bylines),
    "dateline": lambda page: page.dateline.place if page.dateline else None,
    "published": lambda page: _iso(page.published),
    "updated": lambda page: _iso(page.updated),
    "section": lambda page: page.section,
    "tags": lambda page: _joined(page.tags),
    "is_free": lambda page: page.is_free,
    "is_wire": lambda page: page.is_wire,
    "captions": lambda page: _joined((caption.text for caption in page.captions), "\n"),
    "credits": lambda page: _joined(caption.credit.raw for caption in page.captions if caption.credit),
    "text": lambda page: page.text,
    "notes": lambda page: _joined((note.text for note in page.notes), "\n"),
    "warnings": lambda page: _joined(warning.code.value for warning in page.warnings),
}
"""Columns of an article, and what stands in them."""

COLUMNS: Final = ("id", "url", "error_kind", "error", *FIELDS)


def cells(outcome: Outcome) -> list[Cell]:
    """The cells of an outcome, in the order of `COLUMNS`."""
    error = (outcome.error.kind.value, outcome.error.message) if outcome.error else (None, None)
    page = outcome.article
    return [outcome.id, outcome.url, *error, *(None if page is None else value(page) for value in FIELDS.values())]
