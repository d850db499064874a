"""IPTC ninjs 2.1: news in JSON.

A ninjs date is an instant with its zone. A day, or a time without a zone, is therefore left out,
never made up.
"""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any, Final

from newsparse.exports.figures import Figure, figures
from newsparse.exports.html import html_body
from newsparse.printed.chars import json_text, safe_picture
from newsparse.printed.lines import agencies, byline_text, credit_text
from newsparse.records import Article, Moment, Rights

_PICTURES: Final = {
    "jpg": "jpeg",
    "jpeg": "jpeg",
    "png": "png",
    "webp": "webp",
    "gif": "gif",
    "avif": "avif",
}


def ninjs(article: Article) -> str:
    """One ninjs item on one line. Its `uri` is the canonical address, else the address, else a name
    made from the words.

    >>> ninjs(Article(url="https://herald.example/rain", language="en"))
    '{"uri": "https://herald.example/rain", "type": "text", "language": "en"}'
    """
    rights = article.rights or Rights()
    return json_text(
        _stated(
            {
                "uri": _uri(article),
                "type": "text",
                "language": article.language,
                "firstcreated": _instant(article.published),
                "versioncreated": _instant(article.updated or article.published),
                "headlines": [
                    {"role": role, "value": record.text}
                    for role, record in (("main", article.headline), ("kicker", article.kicker))
                    if record is not None
                ],
                "descriptions": [{"role": "summary", "value": article.deck.text}]
                if article.deck
                else [],
                "by": "; ".join(filter(None, map(byline_text, article.bylines))),
                "infosources": [
                    *({"name": name, "role": "agency"} for name in agencies(article)),
                    *(
                        [{"name": article.masthead.name, "role": "publication"}]
                        if article.masthead
                        else []
                    ),
                ],
                "located": article.dateline.place if article.dateline else None,
                "copyrightholder": rights.holder,
                "copyrightnotice": rights.copyright,
                "usageterms": rights.usage_terms,
                "subjects": [{"name": tag} for tag in article.tags],
                "bodies": _bodies(article),
                "associations": [
                    _picture(figure, _uri(article), number)
                    for number, figure in enumerate(figures(article), 1)
                ],
            }
        )
    )


def _stated(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value not in (None, "", [])}


def _uri(article: Article) -> str:
    words = "\n".join((article.headline.text if article.headline else "", article.text))
    return (
        article.canonical_url
        or article.url
        or uuid.uuid5(uuid.NAMESPACE_URL, words.encode("utf-8", "replace").decode()).urn
    )


def _instant(value: Moment | None) -> str | None:
    return (
        value.isoformat() if isinstance(value, dt.datetime) and value.tzinfo is not None else None
    )


def _bodies(article: Article) -> list[dict[str, Any]]:
    """The body as HTML and as plain text, and each note under its kind."""
    written = (
        ("main", "text/html", html_body(article)),
        ("main", "text/plain", article.text),
        *((note.kind.value, "text/plain", note.text) for note in article.notes),
    )
    return [_body(role, kind, value) for role, kind, value in written if value]


def _body(role: str, kind: str, value: str) -> dict[str, Any]:
    body: dict[str, Any] = {"role": role, "contenttype": kind, "value": value}
    return (
        body
        if kind == "text/html"
        else {**body, "wordcount": len(value.split()), "charcount": len(value)}
    )


def _picture(figure: Figure, story: str, number: int) -> dict[str, Any]:
    """A picture as an association; its files are renditions."""
    caption, image = figure.caption, figure.image
    name = f"{image.role.value}-{number}" if image is not None else f"picture-{number}"
    described = [("caption", caption.text if caption else ""), ("alt", image.alt if image else "")]
    return _stated(
        {
            "name": name,
            "uri": f"{story}#picture-{number}",
            "type": "picture",
            "descriptions": [{"role": role, "value": text} for role, text in described if text],
            "by": credit_text(caption.credit if caption else None),
            "renditions": _renditions(figure),
        }
    )


def _renditions(figure: Figure) -> list[dict[str, Any]]:
    """The files of a picture, the best one first. The file that a caption was printed with has a
    name if it is another one.
    """
    files: dict[str, int | None] = dict.fromkeys(figure.files[:1])
    for file in figure.image.renditions if figure.image is not None else ():
        files[safe_picture(file.url)] = file.width
    names = dict.fromkeys(figure.files[1:], "printed")
    return [
        _stated(
            {
                "name": names.get(href),
                "href": href,
                "contenttype": _content_type(href),
                "width": width,
            }
        )
        for href, width in files.items()
        if href
    ]


def _content_type(address: str) -> str | None:
    suffix = address.partition("?")[0].partition("#")[0].rpartition(".")[2].lower()
    return f"image/{_PICTURES[suffix]}" if suffix in _PICTURES else None
