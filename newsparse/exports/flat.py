"""One flat row an article, for data frames, spreadsheets and databases."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from newsparse.exports.lines import agencies, byline_text, credit_text, dateline_text, moment
from newsparse.records import Article, Deck, Headline, Kicker, NoteKind

_NAMES: Final = "; "
"""Separates names, tags and codes."""
_LINES: Final = "\n"
"""Separates lines: bylines, captions, notes, addresses of pictures."""

Cell = str | int | bool | None
Row = dict[str, Cell]


def _joined(values: Iterable[str | None], between: str) -> str:
    return between.join(dict.fromkeys(value for value in values if value))


def _text(record: Kicker | Headline | Deck | None) -> str | None:
    return None if record is None else record.text


def _notes(article: Article, *, corrections: bool) -> str:
    return _joined(
        (note.text for note in article.notes if (note.kind is NoteKind.CORRECTION) is corrections),
        _LINES,
    )


COLUMNS: Final[dict[str, Callable[[Article], Cell]]] = {
    "url": lambda article: article.url,
    "canonical_url": lambda article: article.canonical_url,
    "kind": lambda article: article.kind.value,
    "profile": lambda article: article.profile,
    "language": lambda article: article.language,
    "masthead": lambda article: article.masthead.name if article.masthead else None,
    "masthead_place": lambda article: article.masthead.place if article.masthead else None,
    "masthead_established": lambda article: (
        moment(article.masthead.established) or None if article.masthead else None
    ),
    "kicker": lambda article: _text(article.kicker),
    "headline": lambda article: _text(article.headline),
    "deck": lambda article: _text(article.deck),
    "byline": lambda article: _joined(map(byline_text, article.bylines), _LINES),
    "authors": lambda article: _joined(
        (name for line in article.bylines for name in line.names), _NAMES
    ),
    "agencies": lambda article: _joined(agencies(article), _NAMES),
    "desks": lambda article: _joined((line.desk for line in article.bylines), _NAMES),
    "dateline": lambda article: (
        dateline_text(article.dateline) or None if article.dateline else None
    ),
    "dateline_place": lambda article: article.dateline.place if article.dateline else None,
    "published": lambda article: moment(article.published) or None,
    "updated": lambda article: moment(article.updated) or None,
    "section": lambda article: article.section,
    "tags": lambda article: _joined(article.tags, _NAMES),
    "is_free": lambda article: article.is_free,
    "is_wire": lambda article: article.is_wire,
    "captions": lambda article: _joined((caption.text for caption in article.captions), _LINES),
    "credits": lambda article: _joined(
        (credit_text(caption.credit) for caption in article.captions), _LINES
    ),
    "images": lambda article: _joined((caption.image for caption in article.captions), _LINES),
    "corrections": lambda article: _notes(article, corrections=True),
    "notes": lambda article: _notes(article, corrections=False),
    "text": lambda article: article.text,
    "words": lambda article: len(article.text.split()),
    "blocks": lambda article: len(article.body),
    "warnings": lambda article: _joined(
        (warning.code.value for warning in article.warnings), _NAMES
    ),
}
"""The columns of a row, in order, and how each is read from an article."""


def flat(article: Article) -> Row:
    """The article as a dict of scalars. Every article has the same keys in the same order.

    A field that the page does not have is None ("" where it may have several values). Several
    names, tags or warning codes are joined by "; "; several bylines, captions, credits, pictures
    and notes by a line break. Dates are ISO 8601: `pandas.to_datetime(column, format="ISO8601",
    utc=True)` reads them. `words` and `blocks` count those of the body.

    >>> row = flat(Article(language="en", tags=("rain", "wind")))
    >>> row["language"], row["tags"], row["headline"], row["words"]
    ('en', 'rain; wind', None, 0)
    """
    return {name: read(article) for name, read in COLUMNS.items()}
