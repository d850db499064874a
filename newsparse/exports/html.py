"""HTML: one clean, semantic page, each field in an element whose class is the field's name."""

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
    say,
    say_pieces,
)
from newsparse.printed import lines
from newsparse.printed.chars import clean, safe_link
from newsparse.printed.lines import moment
from newsparse.records import Article, Embed, EmphasisKind

DIALECT: Final = Dialect(
    paragraph=("p",),
    quote=("blockquote", "p"),
    preformatted=("pre",),
    heading=lambda level: (f"h{max(2, min(level, 6))}", {}),
    listing=lambda ordered: ("ol" if ordered else "ul", {}),
    item="li",
    table=("table", "tbody"),
    row="tr",
    cell="td",
    link=("a", "href"),
    emphasis={
        EmphasisKind.BOLD: ("strong", {}),
        EmphasisKind.ITALIC: ("em", {}),
        EmphasisKind.SUPERSCRIPT: ("sup", {}),
        EmphasisKind.SUBSCRIPT: ("sub", {}),
        EmphasisKind.CODE: ("code", {}),
    },
    line_break="br",
    embed=lambda place, embed: _add_embed(place, embed),
    group=("section",),
    role="class",
)
_BYLINE: Final[dict[str, Named]] = {
    lines.PERSON: ("span", {"class": "author"}),
    lines.ROLE: ("span", {"class": "role"}),
    lines.EMAIL: ("span", {"class": "email"}),
    lines.AGENCY: ("span", {"class": "agency"}),
}
_DATELINE: Final[dict[str, Named]] = {
    lines.PLACE: ("span", {"class": "place"}),
    lines.AGENCY: ("span", {"class": "agency"}),
}
_CREDIT: Final[dict[str, Named]] = {
    lines.PERSON: ("span", {"class": "name"}),
    lines.AGENCY: ("span", {"class": "agency"}),
}
_PROSE: Final = frozenset(
    (
        "title",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "td",
        "pre",
        "figcaption",
        "time",
        "span",
    )
)


def html(article: Article) -> str:
    """A whole page without scripts, styles or foreign markup.

    Links and pictures that are not plain web addresses are dropped.

    >>> from newsparse.records import BodyBlock
    >>> page = html(Article(body=(BodyBlock("Rain & wind."),)))
    >>> page.startswith("<!DOCTYPE html>"), "<p>Rain &amp; wind.</p>" in page
    (True, True)
    """
    root = etree.Element("html")
    if article.language:
        root.set("lang", clean(article.language))
    _add_head(root, article)
    story = add(
        add(root, "body"), "article", attributes={"class": article.kind.value, "dir": "auto"}
    )
    _add_header(story, article)
    for figure in figures(article):
        _add_figure(story, figure)
    add_body(add(story, "div", attributes={"class": "body"}), article, DIALECT)
    copyright = article.rights.copyright if article.rights is not None else None
    if article.notes or copyright:
        footer = add(story, "footer")
        for note in article.notes:
            add(footer, "p", note.text, {"class": f"note {note.kind.value}"})
        add_if(footer, "p", copyright, {"class": "copyright"})
    lay_out(root, _PROSE)
    printed: str = etree.tostring(
        root, method="html", encoding="unicode", doctype="<!DOCTYPE html>"
    )
    return printed.rstrip("\n")


def html_body(article: Article) -> str:
    """The body alone, as inside `div.body`."""
    holder = etree.Element("div")
    add_body(holder, article, DIALECT)
    return "".join(etree.tostring(child, method="html", encoding="unicode") for child in holder)


def _add_head(root: Element, article: Article) -> None:
    head = add(root, "head")
    add(head, "meta", attributes={"charset": "utf-8"})
    add(head, "title", article.headline.text if article.headline else "")
    metas = (
        *(("author", author.name) for line in article.bylines for author in line.authors),
        *(("keywords", tag) for tag in article.tags),
        ("section", article.section or ""),
        ("url", article.url or ""),
        ("story-id", article.story_id or ""),
    )
    for name, content in metas:
        if clean(content):
            add(head, "meta", attributes={"name": name, "content": content})
    for attributes in _links(article):
        if safe_link(attributes["href"]):
            add(head, "link", attributes={**attributes, "href": safe_link(attributes["href"])})


def _links(article: Article) -> Iterator[dict[str, str]]:
    """The addresses of the story, its authors and its licence, as links of the head."""
    yield {"rel": "canonical", "href": article.canonical_url or ""}
    yield {"rel": "shortlink", "href": article.short_url or ""}
    yield {"rel": "amphtml", "href": article.amp_url or ""}
    yield {"rel": "alternate", "media": "print", "href": article.print_url or ""}
    yield {"rel": "next", "href": article.next_url or ""}
    for line in article.bylines:
        for author in line.authors:
            yield {"rel": "author", "href": author.url or ""}
    if article.rights is not None:
        yield {"rel": "license", "href": article.rights.license or ""}


def _add_header(story: Element, article: Article) -> None:
    header = add(story, "header")
    if article.masthead is not None:
        _add_masthead(header, article)
    add_if(header, "p", article.kicker.text if article.kicker else "", {"class": "kicker"})
    add_if(header, "h1", article.headline.text if article.headline else "", {"class": "headline"})
    add_if(header, "p", article.deck.text if article.deck else "", {"class": "deck"})
    for line in article.bylines:
        say_pieces(add(header, "p", attributes={"class": "byline"}), lines.byline(line), _BYLINE)
    if article.dateline is not None:
        say_pieces(
            add(header, "p", attributes={"class": "dateline"}),
            lines.dateline(article.dateline),
            _DATELINE,
        )
    for name, value in (("published", article.published), ("updated", article.updated)):
        if value is not None:
            add(
                add(header, "p", attributes={"class": name}),
                "time",
                moment(value),
                {"datetime": moment(value)},
            )


def _add_masthead(header: Element, article: Article) -> None:
    masthead = article.masthead
    if masthead is None:
        return
    line = add(header, "p", attributes={"class": "masthead"})
    add(line, "span", masthead.name, {"class": "name"})
    if masthead.place:
        say(line, " · ")
        add(line, "span", masthead.place, {"class": "place"})
    if masthead.established is not None:
        say(line, " · ")
        add(
            line,
            "time",
            moment(masthead.established),
            {"class": "established", "datetime": moment(masthead.established)},
        )


def _add_embed(story: Element, embed: Embed) -> None:
    """An embed as words and a link; nothing of another site is loaded."""
    aside = add(story, "aside", attributes={"class": f"embed {embed.kind.value}"})
    add_if(aside, "p", embed.text, {"class": "text"})
    add_if(aside, "p", embed.author, {"class": "by"})
    address = safe_link(embed.url or "")
    if address:
        add(aside, "a", embed.provider or address, {"href": address})


def _add_figure(story: Element, shown: Figure) -> None:
    image, caption = shown.image, shown.caption
    role = {"class": image.role.value} if image is not None else {}
    figure = add(story, "figure", attributes=role)
    if shown.files:
        best, printed = shown.files[0], shown.files[-1]
        holder = add(figure, "a", attributes={"href": best}) if best != printed else figure
        picture = add(holder, "img", attributes={"src": printed, **shown.size})
        picture.set("alt", clean(image.alt) if image is not None else "")
    if caption is None:
        return
    line = add(figure, "figcaption")
    add_if(line, "span", caption.text, {"class": "caption"})
    if caption.credit is not None:
        say(line, " " if len(line) else "")
        say_pieces(
            add(line, "span", attributes={"class": "credit"}), lines.credit(caption.credit), _CREDIT
        )
