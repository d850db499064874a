"""One flat row an article: for data frames, spreadsheets and databases."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsparse.exports.lines import agencies, byline_text, credit_text, dateline_text, moment
from newsparse.records import Article, NoteKind

_NAMES: Final = "; "
"""Between names, tags and codes."""
_LINES: Final = "\n"
"""Between lines of prose: bylines, captions, notes, addresses of pictures."""

Row = dict[str, str | int | bool | None]


def flat(article: Article) -> Row:
    """The article as a dict of scalars; every article gives the same keys in the same order.

    A field that the page does not hold is None (where it may hold several: ""). Several names, tags or warning codes
    stand in one string with "; " between them, several bylines, captions, credits, pictures and notes with a line
    break. Dates are ISO 8601: `pandas.to_datetime(column, format="ISO8601", utc=True)` reads them. `words` and `blocks`
    count the body's.

    >>> row = flat(Article(language="en", tags=("rain", "wind")))
    >>> row["language"], row["tags"], row["headline"], row["words"]
    ('en', 'rain; wind', None, 0)
    """
    masthead, dateline = article.masthead, article.dateline
    return {
        "url": article.url,
        "canonical_url": article.canonical_url,
        "kind": article.kind.value,
        "profile": article.profile,
        "language": article.language,
        "masthead": masthead.name if masthead else None,
        "masthead_place": masthead.place if masthead else None,
        "masthead_established": moment(masthead.established) or None if masthead else None,
        "kicker": article.kicker.text if article.kicker else None,
        "headline": article.headline.text if article.headline else None,
        "deck": article.deck.text if article.deck else None,
        "byline": _joined(map(byline_text, article.bylines), _LINES),
        "authors": _joined((name for line in article.bylines for name in line.names), _NAMES),
        "agencies": _joined(agencies(article), _NAMES),
        "desks": _joined((line.desk for line in article.bylines), _NAMES),
        "dateline": dateline_text(dateline) or None if dateline else None,
        "dateline_place": dateline.place if dateline else None,
        "published": moment(article.published) or None,
        "updated": moment(article.updated) or None,
        "section": article.section,
        "tags": _joined(article.tags, _NAMES),
        "is_free": article.is_free,
        "is_wire": article.is_wire,
        "captions": _joined((caption.text for caption in article.captions), _LINES),
        "credits": _joined((credit_text(caption.credit) for caption in article.captions), _LINES),
        "images": _joined((caption.image for caption in article.captions), _LINES),
        "corrections": _joined((note.text for note in article.notes if note.kind is NoteKind.CORRECTION), _LINES),
        "notes": _joined((note.text for note in article.notes if note.kind is not NoteKind.CORRECTION), _LINES),
        "text": article.text,
        "words": len(article.text.split()),
        "blocks": len(article.body),
        "warnings": _joined((warning.code.value for warning in article.warnings), _NAMES),
    }


def _joined(values: Iterable[str | None], between: str) -> str:
    return between.join(dict.fromkeys(value for value in values if value))
