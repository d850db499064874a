"""A record for comparing by eye: the words of each field, without sources and scores."""

from __future__ import annotations

from typing import Any

from newsparse.records import Article, Moment


def plain(article: Article) -> dict[str, Any]:
    """The fields of a record as JSON-ready values; empty ones are left out."""
    masthead = article.masthead
    found: dict[str, Any] = {
        "profile": article.profile,
        "masthead": _without_none(
            name=masthead.name, place=masthead.place, established=_date(masthead.established)
        )
        if masthead
        else None,
        "kicker": article.kicker.text if article.kicker else None,
        "headline": article.headline.text if article.headline else None,
        "deck": article.deck.text if article.deck else None,
        "bylines": [
            _without_none(names=list(one.names), agency=one.agency, desk=one.desk)
            for one in article.bylines
        ],
        "dateline": article.dateline.place if article.dateline else None,
        "published": _date(article.published),
        "updated": _date(article.updated),
        "captions": [
            _without_none(text=one.text, credit=one.credit.raw if one.credit else None)
            for one in article.captions
        ],
        "body": [block.text for block in article.body],
        "notes": [note.text for note in article.notes],
        "section": article.section,
        "tags": list(article.tags),
    }
    return {field: value for field, value in found.items() if value not in (None, [], "")}


def _date(moment: Moment | int | None) -> str | int | None:
    return moment if moment is None or isinstance(moment, int) else moment.isoformat()


def _without_none(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, [], "")}
