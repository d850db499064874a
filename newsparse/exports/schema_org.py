"""schema.org: a NewsArticle as JSON-LD.

Terms: https://schema.org/NewsArticle and what it inherits. A live blog is a LiveBlogPosting too.
"""

from __future__ import annotations

from typing import Any, Final

from newsparse.exports.figures import Figure, figures
from newsparse.lexicon.agencies import agency_id
from newsparse.printed.chars import json_text
from newsparse.printed.lines import agencies, byline_text, credit_text, dateline_text, moment
from newsparse.records import (
    Article,
    Author,
    Caption,
    ImageRole,
    Masthead,
    NoteKind,
    PageKind,
    Rights,
)

_TYPES: Final[dict[PageKind, str | list[str]]] = {
    PageKind.LIVEBLOG: ["NewsArticle", "LiveBlogPosting"]
}


def schema_org(article: Article) -> str:
    """One JSON-LD object on one line.

    Escape `</` before putting it into `<script type="application/ld+json">`.

    >>> schema_org(Article(tags=("rain",)))
    '{"@context": "https://schema.org", "@type": "NewsArticle", "keywords": ["rain"]}'
    """
    return json_text(
        _stated(
            {
                "@context": "https://schema.org",
                "@type": _TYPES.get(article.kind, "NewsArticle"),
                "url": article.url,
                "mainEntityOfPage": article.canonical_url,
                "headline": article.headline.text if article.headline else None,
                "description": article.deck.text if article.deck else None,
                "articleBody": article.text,
                "articleSection": article.section,
                "keywords": list(article.tags),
                "inLanguage": article.language,
                "author": [
                    *(_person(author) for line in article.bylines for author in line.authors),
                    *map(_organization, agencies(article)),
                ],
                "creditText": "\n".join(filter(None, map(byline_text, article.bylines))),
                "dateline": dateline_text(article.dateline) if article.dateline else None,
                "locationCreated": _place(article.dateline.place if article.dateline else None),
                "datePublished": moment(article.published),
                "dateModified": moment(article.updated),
                "publisher": _publisher(article.masthead),
                "isPartOf": _periodical(article.masthead),
                "identifier": article.story_id,
                **_rights(article.rights),
                "image": list(map(_figure, figures(article))),
                "isAccessibleForFree": article.is_free,
                "correction": [
                    {"@type": "CorrectionComment", "text": note.text}
                    for note in article.notes
                    if note.kind is NoteKind.CORRECTION
                ],
            }
        )
    )


def _stated(properties: dict[str, Any]) -> dict[str, Any]:
    """The properties that have a value."""
    return {name: value for name, value in properties.items() if value not in (None, "", [])}


def _person(author: Author) -> dict[str, Any]:
    return _stated(
        {
            "@type": "Person",
            "name": author.name,
            "jobTitle": author.role,
            "email": author.email,
            "alternateName": list(author.handles),
            "familyName": author.family,
            "givenName": author.given,
            "url": author.url,
            "sameAs": list(author.same_as),
            "image": author.image.url if author.image is not None else None,
        }
    )


def _organization(name: str) -> dict[str, Any]:
    known = agency_id(name)
    stated = {"@type": "Organization", "name": name}
    return stated if known is None else {**stated, "identifier": known}


def _rights(rights: Rights | None) -> dict[str, Any]:
    if rights is None:
        return {}
    holder = rights.holder
    return {
        "copyrightNotice": rights.copyright,
        "copyrightHolder": {"@type": "Organization", "name": holder} if holder else None,
        "copyrightYear": rights.year,
        "license": rights.license,
        "usageInfo": rights.usage_terms,
    }


def _place(name: str | None) -> dict[str, Any] | None:
    return {"@type": "Place", "name": name} if name else None


def _publisher(masthead: Masthead | None) -> dict[str, Any] | None:
    if masthead is None:
        return None
    return _stated(
        {
            "@type": "NewsMediaOrganization",
            "name": masthead.name,
            "location": _place(masthead.place),
            "foundingDate": moment(masthead.established),
            "parentOrganization": {"@type": "Organization", "name": masthead.owner}
            if masthead.owner
            else None,
        }
    )


def _periodical(masthead: Masthead | None) -> dict[str, Any] | None:
    """The paper as a series of issues: schema.org has the ISSN there."""
    if masthead is None or masthead.issn is None:
        return None
    return {"@type": "Periodical", "name": masthead.name, "issn": masthead.issn}


def _figure(figure: Figure) -> dict[str, Any]:
    """A caption, its picture, or both as an ImageObject."""
    image, caption = figure.image, figure.caption
    stated = _image(caption) if caption is not None else {"@type": "ImageObject"}
    if image is None:
        return stated
    return {
        **stated,
        **_stated(
            {
                "contentUrl": image.url,
                "thumbnailUrl": stated.get("contentUrl")
                if stated.get("contentUrl") != image.url
                else None,
                "width": image.width,
                "height": image.height,
                "description": image.alt,
                "license": image.license,
                "representativeOfPage": image.role is ImageRole.LEAD,
            }
        ),
    }


def _image(caption: Caption) -> dict[str, Any]:
    credit = caption.credit
    return _stated(
        {
            "@type": "ImageObject",
            "contentUrl": caption.image,
            "caption": caption.text,
            "creditText": credit_text(credit),
            "creator": [
                *({"@type": "Person", "name": name} for name in (credit.names if credit else ())),
                *map(_organization, credit.agencies if credit else ()),
            ],
            "dateCreated": moment(caption.date),
        }
    )
