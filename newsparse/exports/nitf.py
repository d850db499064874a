"""IPTC NITF 3.6: the text format of the news industry, in XML.

Deck and kicker are second headlines (`hl2`), distinguished by their class. Corrections are in the
document data; all other notes are in the tagline that ends the story.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from newsparse.exports.figures import Figure, figures
from newsparse.exports.markup import (
    Dialect,
    Element,
    Named,
    add,
    add_body,
    add_if,
    lay_out,
    say,
    say_pieces,
)
from newsparse.printed import lines
from newsparse.printed.chars import clean, safe_link
from newsparse.printed.lines import agencies, moment
from newsparse.records import Article, Embed, EmbedKind, EmphasisKind, NoteKind

DIALECT: Final = Dialect(
    paragraph=("p",),
    quote=("bq", "block", "p"),
    preformatted=("pre",),
    heading=lambda level: ("hl2", {"class": f"h{level}"}),
    listing=lambda ordered: ("ol" if ordered else "ul", {}),
    item="li",
    table=("table",),
    row="tr",
    cell="td",
    link=("a", "href"),
    emphasis={
        EmphasisKind.BOLD: ("em", {"class": "bold"}),
        EmphasisKind.ITALIC: ("em", {"class": "italic"}),
        EmphasisKind.SUPERSCRIPT: ("sup", {}),
        EmphasisKind.SUBSCRIPT: ("sub", {}),
        EmphasisKind.CODE: ("em", {"class": "code"}),
    },
    line_break="br",
    embed=lambda place, embed: _add_embed(place, embed),
    group=("note", "body.content"),
)
_BYLINE: Final[dict[str, Named]] = {lines.PERSON: ("person", {}), lines.ROLE: ("byttl", {})}
_DATELINE: Final[dict[str, Named]] = {lines.PLACE: ("location", {})}
_CREDIT: Final[dict[str, Named]] = {lines.PERSON: ("person", {}), lines.AGENCY: ("org", {})}
_PROSE: Final = frozenset(
    (
        "title",
        "hl1",
        "hl2",
        "byline",
        "distributor",
        "dateline",
        "p",
        "li",
        "td",
        "pre",
        "media-caption",
        "media-producer",
        "tagline",
    )
)


def nitf(article: Article) -> str:
    """One NITF document, with its XML declaration.

    >>> from newsparse.records import BodyBlock
    >>> document = nitf(Article(body=(BodyBlock("Rain fell."),)))
    >>> document.splitlines()[0], "<p>Rain fell.</p>" in document
    ('<?xml version="1.0" encoding="UTF-8"?>', True)
    """
    root = etree.Element("nitf", {"version": "-//IPTC//DTD NITF 3.6//EN"})
    if article.language:
        root.set("baselang", clean(article.language))
    _add_head(root, article)
    body = add(root, "body")
    _add_body_head(add(body, "body.head"), article)
    content = add(body, "body.content")
    for figure in figures(article):
        _add_media(content, figure)
    add_body(add(content, "block"), article, DIALECT)
    _add_body_end(body, article)
    lay_out(root, _PROSE)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + str(
        etree.tostring(root, encoding="unicode")
    )


def _add_head(root: Element, article: Article) -> None:
    head = add(root, "head")
    add_if(head, "title", article.headline.text if article.headline else "")
    data = add(head, "docdata")
    for note in article.notes:
        if note.kind is NoteKind.CORRECTION:
            add(data, "correction", attributes={"info": note.text})
    if article.canonical_url or article.url:
        add(data, "doc-id", attributes={"id-string": article.canonical_url or article.url or ""})
    for tag, value in (
        ("date.issue", article.updated or article.published),
        ("date.release", article.published),
    ):
        if value is not None:
            add(data, tag, attributes={"norm": moment(value)})
    if article.rights is not None and (article.rights.holder or article.rights.year):
        year = str(article.rights.year) if article.rights.year else ""
        holder = article.rights.holder or ""
        add(data, "doc.copyright", attributes={"year": year, "holder": holder})
    if article.tags:
        keys = add(data, "key-list")
        for word in article.tags:
            add(keys, "keyword", attributes={"key": word})
    publication = {
        "name": article.masthead.name if article.masthead else "",
        "date.publication": moment(article.published),
        "issn": (article.masthead.issn or "") if article.masthead else "",
        "position.section": article.section or "",
    }
    if any(publication.values()):
        add(head, "pubdata", attributes=publication)


def _add_body_head(head: Element, article: Article) -> None:
    if article.headline or article.kicker or article.deck:
        heads = add(head, "hedline")
        add(heads, "hl1", article.headline.text if article.headline else "")
        for name, record in (("kicker", article.kicker), ("deck", article.deck)):
            if record is not None:
                add_if(heads, "hl2", record.text, {"class": name})
    for line in article.bylines:
        say_pieces(add(head, "byline"), lines.byline(line), _BYLINE)
    distributor: Element | None = None
    for name in agencies(article):
        if distributor is None:
            distributor = add(head, "distributor")
        else:
            say(distributor, ", ")
        add(distributor, "org", name)
    if article.dateline is not None:
        place = add(head, "dateline")
        say_pieces(place, lines.dateline(article.dateline), _DATELINE)
        if article.dateline.date is not None:
            add(place, "story.date", attributes={"norm": moment(article.dateline.date)})


def _add_media(content: Element, shown: Figure) -> None:
    image, caption = shown.image, shown.caption
    role = image.role.value if image is not None else ""
    media = add(content, "media", attributes={"media-type": "image", "class": role})
    stated = {"source": next(iter(shown.files), ""), **shown.size}
    if image is not None:
        stated["alternate-text"] = image.alt
    add(media, "media-reference", attributes=stated)
    for file in shown.files[1:]:
        add(media, "media-reference", attributes={"source": file})
    if caption is None:
        return
    add_if(media, "media-caption", caption.text)
    if caption.credit is not None:
        say_pieces(add(media, "media-producer"), lines.credit(caption.credit), _CREDIT)


_MEDIA_TYPES: Final = {EmbedKind.VIDEO: "video", EmbedKind.AUDIO: "audio"}


def _add_embed(content: Element, embed: Embed) -> None:
    """Something of another site: its address, provider, words and author."""
    kind = _MEDIA_TYPES.get(embed.kind, "other")
    attributes = {"media-type": kind, "class": f"embed {embed.kind.value}"}
    media = add(content, "media", attributes=attributes)
    if embed.provider:
        add(media, "media-metadata", attributes={"name": "provider", "value": embed.provider})
    add(media, "media-reference", attributes={"source": safe_link(embed.url or "")})
    add_if(media, "media-caption", embed.text)
    add_if(media, "media-producer", embed.author)


def _add_body_end(body: Element, article: Article) -> None:
    """A story has one tagline; each note is a line of it."""
    notes = [note.text for note in article.notes if note.kind is not NoteKind.CORRECTION]
    if not notes:
        return
    line = add(add(body, "body.end"), "tagline", notes[0])
    for text in notes[1:]:
        add(line, "br")
        say(line, text)
