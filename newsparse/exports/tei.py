"""TEI P5: the XML of scholars and corpora.

In TEI a heading is only at the start of a division, so each subhead opens a `div type="section"`.
"""

from __future__ import annotations

from collections.abc import Iterator
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
    say_pieces,
)
from newsparse.printed import lines
from newsparse.printed.chars import clean, safe_link
from newsparse.printed.lines import moment
from newsparse.records import Article, Author, Caption, Embed, EmphasisKind

_TEI: Final = "http://www.tei-c.org/ns/1.0"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
DIALECT: Final = Dialect(
    paragraph=("p",),
    quote=("quote",),
    preformatted=("ab",),
    heading=lambda level: ("head", {"rend": f"h{level}"}),
    listing=lambda ordered: ("list", {"rend": "numbered" if ordered else "bulleted"}),
    item="item",
    table=("table",),
    row="row",
    cell="cell",
    link=("ref", "target"),
    emphasis={kind: ("hi", {"rend": kind.value}) for kind in EmphasisKind},
    line_break="lb",
    embed=lambda place, embed: _add_embed(place, embed),
    section="div",
    group=("floatingText", "body"),
    role="rend",
)
_BYLINE: Final[dict[str, Named]] = {
    lines.PERSON: ("docAuthor", {}),
    lines.ROLE: ("roleName", {}),
    lines.EMAIL: ("email", {}),
    lines.AGENCY: ("orgName", {"type": "agency"}),
}
_DATELINE: Final[dict[str, Named]] = {
    lines.PLACE: ("placeName", {}),
    lines.AGENCY: ("orgName", {"type": "agency"}),
}
_CREDIT: Final[dict[str, Named]] = {
    lines.PERSON: ("persName", {}),
    lines.AGENCY: ("orgName", {"type": "agency"}),
}
_PROSE: Final = frozenset(
    (
        *("title", "author", "publisher", "pubPlace", "date", "idno", "language", "term"),
        *("head", "figDesc", "byline", "dateline", "p", "quote", "ab", "item", "cell", "note"),
    )
)


def tei(article: Article) -> str:
    """One TEI document, with its XML declaration.

    >>> from newsparse.records import BodyBlock
    >>> document = tei(Article(body=(BodyBlock("Rain fell."),)))
    >>> '<div type="article">' in document, "<p>Rain fell.</p>" in document
    (True, True)
    """
    root = etree.Element(f"{{{_TEI}}}TEI", nsmap={None: _TEI})
    _add_header(root, article)
    text = add(root, "text")
    if article.language:
        text.set(_LANG, clean(article.language))
    story = add(add(text, "body"), "div", attributes={"type": "article"})
    _add_story_head(story, article)
    for figure in figures(article):
        _add_figure(story, figure)
    add_body(story, article, DIALECT)
    for note in article.notes:
        add(story, "note", note.text, {"type": note.kind.value})
    lay_out(root, _PROSE)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + str(
        etree.tostring(root, encoding="unicode")
    )


def _add_embed(story: Element, embed: Embed) -> None:
    """Something of another site: its words as a quotation, and where they are from."""
    cited = add(story, "cit", attributes={"type": embed.kind.value})
    add_if(cited, "quote", embed.text)
    origin = add(cited, "bibl")
    add_if(origin, "author", embed.author)
    add_if(origin, "publisher", embed.provider)
    if embed.date is not None:
        add(origin, "date", moment(embed.date), {"when": moment(embed.date)})
    address = safe_link(embed.url or "")
    if address:
        add(origin, "ptr", attributes={"target": address})


def _add_header(root: Element, article: Article) -> None:
    header = add(root, "teiHeader")
    description = add(header, "fileDesc")
    titles = add(description, "titleStmt")
    add(titles, "title", article.headline.text if article.headline else "", {"type": "main"})
    _add_authors(titles, article)
    publication = add(description, "publicationStmt")
    add(publication, "publisher", article.masthead.name if article.masthead else "")
    if article.masthead is not None:
        add_if(publication, "pubPlace", article.masthead.place)
    _add_dates(publication, article)
    for kind, value in _names(article):
        add_if(publication, "idno", value, {"type": kind})
    _add_rights(publication, article)
    _add_source(add(description, "sourceDesc"), article)
    _add_profile(header, article)


def _names(article: Article) -> Iterator[tuple[str, str | None]]:
    """The names and addresses of the story, and the number of the paper."""
    yield "url", article.url
    yield "canonical", article.canonical_url
    yield "story", article.story_id
    yield "short", article.short_url
    yield "amp", article.amp_url
    yield "print", article.print_url
    yield "next", article.next_url
    if article.masthead is not None:
        yield "issn", article.masthead.issn


def _add_rights(publication: Element, article: Article) -> None:
    """The licence, else the copyright line: TEI has one or the other."""
    rights = article.rights
    if rights is None or not clean(rights.license or rights.copyright or "").strip():
        return
    availability = add(publication, "availability")
    if rights.license:
        licence = add(availability, "licence", attributes={"target": rights.license})
        add(licence, "p", rights.copyright or rights.license)
    else:
        add(availability, "p", rights.copyright)


def _add_authors(parent: Element, article: Article) -> None:
    for line in article.bylines:
        for author in line.authors:
            _add_author(add(parent, "author"), author)


def _add_author(parent: Element, author: Author) -> None:
    add(parent, "persName", author.name)
    add_if(parent, "roleName", author.role)
    add_if(parent, "email", author.email)
    for handle in author.handles:
        add_if(parent, "idno", handle, {"type": "handle"})
    add_if(parent, "idno", author.url, {"type": "url"})
    for account in author.same_as:
        add_if(parent, "idno", account, {"type": "account"})


def _add_dates(parent: Element, article: Article) -> None:
    for kind, value in (("published", article.published), ("updated", article.updated)):
        if value is not None:
            add(parent, "date", moment(value), {"type": kind, "when": moment(value)})


def _add_source(parent: Element, article: Article) -> None:
    """The printed (or posted) source: an article in a paper."""
    source = add(parent, "biblStruct")
    analytic = add(source, "analytic")
    add(analytic, "title", article.headline.text if article.headline else "", {"level": "a"})
    for line in article.bylines:
        for author in line.authors:
            add(analytic, "author", author.name)
    paper = add(source, "monogr")
    add(paper, "title", article.masthead.name if article.masthead else "", {"level": "j"})
    add(
        add(paper, "imprint"),
        "date",
        moment(article.published),
        {"when": moment(article.published)},
    )


def _add_profile(header: Element, article: Article) -> None:
    if not (article.language or article.tags or article.section):
        return
    profile = add(header, "profileDesc")
    if article.language:
        add(add(profile, "langUsage"), "language", article.language, {"ident": article.language})
    terms = [("section", article.section or ""), *(("tag", tag) for tag in article.tags)]
    stated = [(kind, term) for kind, term in terms if clean(term).strip()]
    if stated:
        keywords = add(add(profile, "textClass"), "keywords")
        for kind, term in stated:
            add(keywords, "term", term, {"type": kind})


def _add_story_head(story: Element, article: Article) -> None:
    for kind, record in (
        ("kicker", article.kicker),
        ("main", article.headline),
        ("deck", article.deck),
    ):
        if record is not None:
            add_if(story, "head", record.text, {"type": kind})
    for line in article.bylines:
        say_pieces(add(story, "byline"), lines.byline(line), _BYLINE)
    if article.dateline is not None:
        place = add(story, "dateline")
        say_pieces(place, lines.dateline(article.dateline), _DATELINE)
        if article.dateline.date is not None:
            add(place, "date", attributes={"when": moment(article.dateline.date)})


def _add_figure(story: Element, shown: Figure) -> None:
    image, caption = shown.image, shown.caption
    role = {"type": image.role.value} if image is not None else {}
    figure = add(story, "figure", attributes=role)
    size = {name: f"{pixels}px" for name, pixels in shown.size.items()}
    for at, file in enumerate(shown.files):
        add(figure, "graphic", attributes={"url": file, **({} if at else size)})
    if caption is not None:
        _add_caption(figure, caption)
    if image is not None:
        add_if(figure, "figDesc", image.alt)


def _add_caption(figure: Element, caption: Caption) -> None:
    add_if(figure, "head", caption.text)
    if caption.date is not None:
        add(add(figure, "p"), "date", attributes={"when": moment(caption.date)})
    if caption.credit is not None:
        say_pieces(
            add(figure, "note", attributes={"type": "credit"}),
            lines.credit(caption.credit),
            _CREDIT,
        )
