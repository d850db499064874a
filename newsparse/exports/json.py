"""JSON: the whole record, by the schema that `newsparse schema` prints."""

from __future__ import annotations

from newsparse.printed.chars import json_text
from newsparse.records import Article


def json(article: Article) -> str:
    """The whole record as one line of JSON. `Article.from_json` reads it back.

    >>> Article.from_json(json(Article(tags=("rain",)))).tags
    ('rain',)
    """
    return json_text(article.to_dict())
