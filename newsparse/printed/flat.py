"""An article as one flat row, for data frames, spreadsheets and databases."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from newsparse.kinds import NoteKind
from newsparse.printed.lines import agencies, byline_text, credit_text, dateline_text, moment

if TYPE_CHECKING:
    from newsparse.records import Article, Deck, Headline, Kicker

_NAME_SEPARATOR: Final = "; "
"""Between names, tags and codes."""
_LINE_SEPARATOR: Final = "\n"
"""Between bylines, captions, notes and addresses of pictures."""

Cell = str | int | float | bool | None
Row = dict[str, Cell]


def _joined(values: Iterable[str | None], between: str) -> str:
    return between.join(dict.fromkeys(value for value in values if value))


def _text(record: Kicker | Headline | Deck | None) -> str | None:
    return None if record is None else record.text


def _notes(article: Article, *, corrections: bool) -> str:
    return _joined(
        (note.text for note in article.notes if (note.kind is NoteKind.CORRECTION) is corrections),
        _LINE_SEPARATOR,
    )


def _confidence(article: Article, field: str) -> float | None:
    found = article.confidences
    return None if found is None else getattr(found, field)


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
    "masthead_issn": lambda article: article.masthead.issn if article.masthead else None,
    "masthead_owner": lambda article: article.masthead.owner if article.masthead else None,
    "kicker": lambda article: _text(article.kicker),
    "headline": lambda article: _text(article.headline),
    "deck": lambda article: _text(article.deck),
    "byline": lambda article: _joined(map(byline_text, article.bylines), _LINE_SEPARATOR),
    "authors": lambda article: _joined(
        (name for line in article.bylines for name in line.names), _NAME_SEPARATOR
    ),
    "agencies": lambda article: _joined(agencies(article), _NAME_SEPARATOR),
    "agency_ids": lambda article: _joined(
        (
            *(line.agency_id for line in article.bylines),
            article.dateline.agency_id if article.dateline else None,
        ),
        _NAME_SEPARATOR,
    ),
    "author_urls": lambda article: _joined(
        (author.url for line in article.bylines for author in line.authors), _LINE_SEPARATOR
    ),
    "byline_places": lambda article: _joined(
        (line.place.name for line in article.bylines if line.place), _NAME_SEPARATOR
    ),
    "desks": lambda article: _joined((line.desk for line in article.bylines), _NAME_SEPARATOR),
    "dateline": lambda article: (
        dateline_text(article.dateline) or None if article.dateline else None
    ),
    "dateline_place": lambda article: article.dateline.place if article.dateline else None,
    "published": lambda article: moment(article.published) or None,
    "updated": lambda article: moment(article.updated) or None,
    "section": lambda article: article.section,
    "tags": lambda article: _joined(article.tags, _NAME_SEPARATOR),
    "is_free": lambda article: article.is_free,
    "is_wire": lambda article: article.is_wire,
    "story_id": lambda article: article.story_id,
    "short_url": lambda article: article.short_url,
    "amp_url": lambda article: article.amp_url,
    "print_url": lambda article: article.print_url,
    "next_url": lambda article: article.next_url,
    "copyright": lambda article: article.rights.copyright if article.rights else None,
    "copyright_holder": lambda article: article.rights.holder if article.rights else None,
    "copyright_year": lambda article: article.rights.year if article.rights else None,
    "license": lambda article: article.rights.license if article.rights else None,
    "usage_terms": lambda article: article.rights.usage_terms if article.rights else None,
    "opt_outs": lambda article: _joined(
        (one.kind.value for one in article.rights.opt_outs) if article.rights else (),
        _NAME_SEPARATOR,
    ),
    "captions": lambda article: _joined(
        (caption.text for caption in article.captions), _LINE_SEPARATOR
    ),
    "credits": lambda article: _joined(
        (credit_text(caption.credit) for caption in article.captions), _LINE_SEPARATOR
    ),
    "images": lambda article: _joined(
        (
            *(caption.image for caption in article.captions),
            *(image.url for image in article.images),
        ),
        _LINE_SEPARATOR,
    ),
    "lead_image": lambda article: article.lead_image.url if article.lead_image else None,
    "corrections": lambda article: _notes(article, corrections=True),
    "notes": lambda article: _notes(article, corrections=False),
    "text": lambda article: article.text,
    "words": lambda article: len(article.text.split()),
    "blocks": lambda article: len(article.body),
    "warnings": lambda article: _joined(
        (warning.code.value for warning in article.warnings), _NAME_SEPARATOR
    ),
    "confidence": lambda article: article.confidence,
    "kind_confidence": lambda article: _confidence(article, "kind"),
    "headline_confidence": lambda article: _confidence(article, "headline"),
    "deck_confidence": lambda article: _confidence(article, "deck"),
    "authors_confidence": lambda article: _confidence(article, "authors"),
    "published_confidence": lambda article: _confidence(article, "published"),
    "captions_confidence": lambda article: _confidence(article, "captions"),
}
"""The columns of a row in order, with the function that fills each."""
CONFIDENCE_COLUMNS: Final = tuple(name for name in COLUMNS if name.endswith("confidence"))
"""The columns of probabilities."""


def flat(article: Article) -> Row:
    """The article as a dict of scalars. All articles have the same keys in the same order.

    A missing field is None, or "" where it may hold several values. Several names, tags or warning
    codes are joined by "; ", several bylines, captions, credits, pictures and notes by line breaks.
    Dates are ISO 8601, for `pandas.to_datetime(column, format="ISO8601", utc=True)`. `words` and
    `blocks` count those of the body.

    >>> from newsparse.records import Article
    >>> row = flat(Article(language="en", tags=("rain", "wind")))
    >>> row["language"], row["tags"], row["headline"], row["words"]
    ('en', 'rain; wind', None, 0)
    """
    return {name: read(article) for name, read in COLUMNS.items()}
