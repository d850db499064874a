"""Each export has the fields that docs/exports.md promises: generated and parsed articles are written, read back and compared."""

from __future__ import annotations

import datetime as dt
import importlib.util
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import lxml.html
import pytest
from articles import articles
from export_readers import ADDRESSES, READERS, TEI, Facts, fold
from hypothesis import HealthCheck, given, settings
from lxml import etree

import newsparse
from newsparse import Article, BlockKind, BodyBlock, NoteKind, Rights
from newsparse.exports.body import has_words
from newsparse.exports.table import FORMATS
from newsparse.printed import lines

DOCS = Path(__file__).parent.parent / "docs" / "exports.md"
FIXTURES = sorted((Path(__file__).parent.parent / "fixtures" / "pages").glob("export-*"))
FOLDED = ("markdown", "html", "nitf", "tei")
"""Formats whose white space is only layout, so it is folded before comparing."""


# The expected fields, in the form of the readers------------------------------------------------------------------


def xml_only(text: str) -> str:
    """By the Char production of XML 1.0."""
    return "".join(
        one
        for one in text
        if one in "\t\n\r"
        or " " <= one <= "\ud7ff"
        or "\ue000" <= one <= "\ufffd"
        or one >= "\U00010000"
    )


def same(text: str) -> str:
    return text


def tidy(value: Any, clean: Callable[[str], str]) -> Any:
    """`value` with cleaned text and without empty entries."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [one for one in (tidy(entry, clean) for entry in value) if one not in ("", [])]
    if isinstance(value, tuple):
        return tuple(tidy(entry, clean) for entry in value)
    return value


def iso(value: dt.date | int | None) -> str:
    return "" if value is None else str(value) if isinstance(value, int) else value.isoformat()


def once(values: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))


def scheme_of(address: str) -> str:
    found = re.match(r"\s*([a-z][a-z0-9+.-]*):", address, re.IGNORECASE)
    return found.group(1).lower() if found else ""


def is_unmarked(block: BodyBlock) -> bool:
    """Whether links and emphasis of a block are left out (note 9)."""
    return block.kind is BlockKind.PREFORMATTED or bool(
        block.cells and "\t".join(block.cells).rstrip() != block.text.rstrip()
    )


def links_of(block: BodyBlock) -> Iterable[tuple[str, str]]:
    for link in () if is_unmarked(block) else followed(block):
        yield fold(block.text[link.start : link.end]), link.href


def followed(block: BodyBlock) -> Iterable[newsparse.Link]:
    """The links in the order of the words. The first of two overlapping links counts, and links that run code are left out (notes 8, 9)."""
    at = 0
    for link in sorted(block.links, key=lambda link: link.start):
        if (
            scheme_of(link.href) in ("", "http", "https", "mailto", "tel", "ftp")
            and link.start >= at
        ):
            at = link.end
            yield link


def emphasis_of(block: BodyBlock) -> Iterable[tuple[str, str]]:
    """The words set off. A link that begins or ends inside them, but is not inside them, cuts them in two (notes 9, 13)."""
    if is_unmarked(block):
        return
    for one in block.emphasis:
        crossing = [
            edge
            for link in followed(block)
            for edge in (link.start, link.end)
            if one.start < edge < one.end and not one.start <= link.start <= link.end <= one.end
        ]
        edges = [one.start, *sorted(crossing), one.end]
        for start, end in zip(edges, edges[1:], strict=False):
            yield one.kind.value, fold(xml_only(block.text[start:end]))


def body_of(article: Article) -> Facts:
    blocks, kinds, levels, links, depth = [], [], [], [], 0
    emphasis: list[tuple[str, str]] = []
    boxes = [
        group
        for group in article.groups
        if any(map(has_words, article.body[group.start : group.end]))
    ]
    edges = {edge for group in boxes for edge in (group.start, group.end)}
    for at, block in enumerate(article.body):
        depth = 0 if at in edges else depth  # A list does not go on in a box (note 9).
        words = (
            [fold(xml_only(cell)) for cell in block.cells]
            if block.cells
            else fold(xml_only(block.text))
        )
        if not any(words):
            continue
        depth = min(block.depth or 1, depth + 1) if block.kind is BlockKind.LIST_ITEM else 0
        blocks.append([one for one in words if one] if isinstance(words, list) else words)
        kinds.append((block.kind.value, depth, block.ordered) if depth else (block.kind.value,))
        levels += [block.level or 2] if block.kind is BlockKind.HEADING else []
        links += list(links_of(block))
        emphasis += emphasis_of(block)
    return {
        "body.text": blocks,
        "body.kind": kinds,
        "body.level": levels,
        "body.links": links,
        "body.emphasis": emphasis,
        "body.role": [block.role.value for block in article.body if block.role],
        "groups.kind": [group.kind.value for group in boxes],
    }


def facts_of(article: Article) -> Facts:
    masthead, kicker, dateline = article.masthead, article.kicker, article.dateline
    authors = [author for line in article.bylines for author in line.authors]
    credits = [caption.credit for caption in article.captions if caption.credit]
    rights = article.rights or Rights()
    return {
        "url": article.url or "",
        "canonical_url": article.canonical_url or "",
        "kind": article.kind.value,
        "language": article.language or "",
        "masthead.name": masthead.name if masthead else "",
        "masthead.place": (masthead.place or "") if masthead else "",
        "masthead.established": iso(masthead.established) if masthead else "",
        "kicker.text": kicker.text if kicker else "",
        "kicker.path": list(kicker.path) if kicker else [],
        "headline.text": article.headline.text if article.headline else "",
        "deck.text": article.deck.text if article.deck else "",
        "bylines": [lines.byline_text(line) for line in article.bylines],
        "bylines.authors.name": [author.name for author in authors],
        "bylines.authors.role": [author.role or "" for author in authors],
        "bylines.authors.email": [author.email or "" for author in authors],
        "bylines.authors.handles": [handle for author in authors for handle in author.handles],
        "bylines.authors.family": [author.family or "" for author in authors],
        "bylines.authors.given": [author.given or "" for author in authors],
        "bylines.authors.url": [author.url or "" for author in authors],
        "bylines.authors.same_as": [page for author in authors for page in author.same_as],
        "bylines.authors.image": [
            (author.image.url or "") if author.image else "" for author in authors
        ],
        "bylines.place": [line.place.name for line in article.bylines if line.place],
        "masthead.issn": (masthead.issn or "") if masthead else "",
        "masthead.owner": (masthead.owner or "") if masthead else "",
        "story_id": article.story_id or "",
        **{name: getattr(article, name) or "" for name in ADDRESSES},
        "rights.copyright": rights.copyright or "",
        "rights.holder": rights.holder or "",
        "rights.year": str(rights.year or ""),
        "rights.license": rights.license or "",
        "rights.usage_terms": rights.usage_terms or "",
        "rights.opt_outs": [
            f"{one.kind.value} ({one.agent})" if one.agent else one.kind.value
            for one in rights.opt_outs
        ],
        "bylines.agency": [line.agency or "" for line in article.bylines],
        "dateline.place": dateline.place if dateline else "",
        "dateline.agency": (dateline.agency or "") if dateline else "",
        "dateline.date": iso(dateline.date) if dateline else "",
        "published": iso(article.published),
        "updated": iso(article.updated),
        "captions.text": [caption.text for caption in article.captions],
        "captions.credit": [lines.credit_text(credit) for credit in credits],
        "captions.credit.names": [name for credit in credits for name in credit.names],
        "captions.credit.agencies": [name for credit in credits for name in credit.agencies],
        "captions.date": [iso(caption.date) for caption in article.captions],
        "captions.image": [
            image
            for caption in article.captions
            if scheme_of(image := caption.image or "") in ("", "http", "https")
        ],
        "images.url": [image.url for image in article.images],
        "images.role": [image.role.value for image in article.images],
        "images.alt": [image.alt for image in article.images],
        "embeds.url": [embed.url or "" for embed in article.embeds],
        "embeds.kind": [embed.kind.value for embed in article.embeds],
        "embeds.text": [embed.text for embed in article.embeds],
        "embeds.author": [embed.author or "" for embed in article.embeds],
        **body_of(article),
        "notes.text": [note.text for note in article.notes],
        "notes.kind": [note.kind.value for note in article.notes],
        "section": article.section or "",
        "tags": list(article.tags),
        "is_free": article.is_free,
        "is_wire": article.is_wire,
    }


def pictures_with_captions(article: Article) -> Facts:
    """The pictures where each stands with its caption, and captions keep their order (note 14)."""
    free = list(range(len(article.images)))
    last, captioned = -1, {}
    for rank, caption in enumerate(article.captions):
        for at in free:
            image = article.images[at]
            if image.caption == caption and caption.image in [one.url for one in image.renditions]:
                free.remove(at)
                last = max(last, at)
                captioned[at] = (last, 1, rank)
                break
    ends = sorted({key[0] for key in captioned.values()}) + [len(article.images)]
    others = {at: (next(end for end in ends if end > at), 0, at) for at in free}
    places = {**captioned, **others}
    images = [article.images[at] for at in sorted(places, key=places.__getitem__)]
    return {
        "images.url": [image.url for image in images],
        "images.role": [image.role.value for image in images],
        "images.alt": [image.alt for image in images],
    }


def marked_up(article: Article) -> Facts:
    """Lines whose fields have elements of their own (note 3)."""
    return {
        "bylines": [lines.words(lines.byline(line)) for line in article.bylines],
        "captions.credit": [
            lines.words(lines.credit(caption.credit))
            for caption in article.captions
            if caption.credit
        ],
    }


def one_address(article: Article) -> Facts:
    return {"canonical_url": article.canonical_url or article.url or ""}


def all_agencies(article: Article) -> Facts:
    named = [
        *(line.agency for line in article.bylines),
        article.dateline.agency if article.dateline else None,
    ]
    return {"bylines.agency": once(named)}


def instant(value: dt.date | None) -> str:
    return iso(value) if isinstance(value, dt.datetime) and value.tzinfo else ""


def for_markdown(article: Article) -> Facts:
    return {
        "bylines.agency": once(line.agency for line in article.bylines),
        "body.level": [max(2, level) for level in body_of(article)["body.level"]],
    }


def for_html(article: Article) -> Facts:
    return {
        **marked_up(article),
        **pictures_with_captions(article),
        "body.level": [max(2, level) for level in body_of(article)["body.level"]],
    }


def for_nitf(article: Article) -> Facts:
    corrections = [note.text for note in article.notes if note.kind is NoteKind.CORRECTION]
    others = " ".join(note.text for note in article.notes if note.kind is not NoteKind.CORRECTION)
    issued = article.updated if iso(article.updated) != iso(article.published) else None
    notes: Facts = {"notes.text": [*corrections, others], "updated": iso(issued)}
    return {
        **marked_up(article),
        **pictures_with_captions(article),
        **one_address(article),
        **all_agencies(article),
        **notes,
    }


def for_tei(article: Article) -> Facts:
    rights = article.rights or Rights()
    line = {"rights.copyright": rights.copyright or rights.license or ""}
    return {**marked_up(article), **pictures_with_captions(article), **line}


def for_schema_org(article: Article) -> Facts:
    corrections = [note.text for note in article.notes if note.kind is NoteKind.CORRECTION]
    printed = [line for byline in article.bylines for line in lines.byline_text(byline).split("\n")]
    return {
        **all_agencies(article),
        **pictures_with_captions(article),
        "bylines": printed,
        "captions.image": [caption.image or "" for caption in article.captions],
        "body.text": article.text,
        "notes.text": corrections,
        "notes.kind": ["correction"] * len(corrections),
    }


def for_ninjs(article: Article) -> Facts:
    address = one_address(article)["canonical_url"]
    return {
        **all_agencies(article),
        **pictures_with_captions(article),
        "canonical_url": address,
        "bylines": "; ".join(filter(None, map(lines.byline_text, article.bylines))),
        "published": instant(article.published),
        "updated": instant(article.updated or article.published),
        "body.text": article.text,
        "notes.kind": [note.kind.value for note in article.notes if note.text],
    }


EXPECTED: dict[str, Callable[[Article], Facts]] = {
    "markdown": for_markdown,
    "html": for_html,
    "schema-org": for_schema_org,
    "ninjs": for_ninjs,
    "nitf": for_nitf,
    "tei": for_tei,
}
"""For each format the fields that it holds in a form of its own. A format without such fields needs no entry."""


def addresses(facts: Facts) -> Facts:
    """URLs in one spelling, because a format may escape letters in them."""
    same = {
        "canonical_url": unquote,
        **dict.fromkeys(ADDRESSES, unquote),
        "captions.image": unquote,
        "images.url": unquote,
        "embeds.url": unquote,
        "body.links": lambda link: (link[0], unquote(link[1].strip())),
    }
    changed = {
        name: read(facts[name]) if isinstance(facts[name], str) else [*map(read, facts[name])]
        for name, read in same.items()
        if name in facts
    }
    return {**facts, **changed}


def check(article: Article, name: str) -> None:
    found = addresses(READERS[name](newsparse.export(article, name)))
    differing = EXPECTED[name](article) if name in EXPECTED else {}
    wanted = addresses({**facts_of(article), **differing})
    if name == "ninjs" and not wanted["canonical_url"]:
        assert found.pop("canonical_url").startswith("urn:uuid:")
    clean = (lambda text: fold(xml_only(text))) if name in FOLDED else same
    assert {field: tidy(value, clean) for field, value in found.items()} == {
        field: tidy(wanted[field], clean) for field in found
    }


# The tests -------------------------------------------------------------------------------------------------------


def documented() -> dict[str, set[str]]:
    """The fields that the table in the documentation promises for each format."""
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in DOCS.read_text("utf-8").splitlines()
        if line.startswith("| ")
    ]
    start = next(at for at, row in enumerate(rows) if row[:2] == ["field", "markdown"])
    head, *body = rows[start:]
    fields = [row for row in body if len(row) == len(head) and not row[0].startswith("-")]
    return {
        name: {row[0] for row in fields if not re.match(r"no(?![a-z])", row[at])}
        for at, name in enumerate(head)
        if at
    }


@pytest.mark.parametrize("name", READERS)
def test_documentation_names_the_fields_that_are_read_back(name: str) -> None:
    assert documented()[name] == set(READERS[name](newsparse.export(Article(), name)))


def test_every_format_is_documented() -> None:
    text = DOCS.read_text("utf-8")
    for form in FORMATS:
        assert re.search(
            rf"^\| {form.name} \| .* \| {re.escape(form.media_type)} \| {re.escape(form.suffix)} \|$",
            text,
            re.MULTILINE,
        )


@pytest.mark.parametrize("name", READERS)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(article=articles)
def test_generated_articles(name: str, article: Article) -> None:
    check(article, name)


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("page", FIXTURES, ids=lambda page: page.name)
def test_fixture_pages(page: Path, name: str) -> None:
    check(newsparse.parse(page, url="https://herald.example/news/story.html"), name)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(article=articles)
def test_json_is_lossless(article: Article) -> None:
    text = newsparse.export(article, "json")
    assert Article.from_json(text) == article
    assert "\n" not in text
    text.encode("utf-8")


@pytest.fixture(scope="module")
def tei_dtd() -> etree.DTD:
    """TEI P5 4.8.0 as a DTD, from the package trafilatura. It lacks TEI's module of figures and tables."""
    spec = importlib.util.find_spec("trafilatura")
    if spec is None or not spec.submodule_search_locations:
        pytest.skip("trafilatura is missing, whose DTD of TEI is used; pip install trafilatura")
    return etree.DTD(str(Path(spec.submodule_search_locations[0]) / "data" / "tei_corpus.dtd"))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(article=articles)
def test_tei_is_valid(tei_dtd: etree.DTD, article: Article) -> None:
    document = etree.fromstring(newsparse.export(article, "tei").encode())
    for outside in list(document.iter(f"{TEI}figure", f"{TEI}table")):
        outside.getparent().remove(outside)
    assert tei_dtd.validate(document), tei_dtd.error_log.filter_from_errors()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(article=articles)
def test_every_format_writes_every_article(article: Article) -> None:
    for form in FORMATS:
        form.write(article).encode("utf-8")


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        " java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "JAVASCRIPT:x",
        "http://[bad",
    ],
)
@pytest.mark.parametrize("name", ["html", "markdown", "ninjs", "nitf", "tei"])
def test_links_that_run_code_keep_only_their_words(name: str, href: str) -> None:
    block = BodyBlock("Read on here.", links=(newsparse.Link(8, 12, href),))
    article = Article(
        body=(block,),
        captions=(newsparse.Caption("A map", image=href),),
        canonical_url="https://herald.example/",
    )
    found = READERS[name](newsparse.export(article, name))
    assert found["body.links"] == []
    assert not any(found["captions.image"])
    assert "Read on here." in fold(str(found["body.text"]))


@pytest.mark.parametrize(
    "href",
    [
        "https://herald.example/?a=1&amp;b=2",
        "https://herald.example/?a=1&copy=2&reg;",
        "https://herald.example/&#60;",
        "/(a)/[b]/*c*",
    ],
)
@pytest.mark.parametrize("name", ["html", "markdown", "ninjs", "nitf", "tei"])
def test_urls_are_unchanged(name: str, href: str) -> None:
    """A URL that a page escaped twice keeps the extra character reference."""
    check(
        Article(
            body=(BodyBlock("Read on here.", links=(newsparse.Link(8, 12, href),)),),
            canonical_url="https://herald.example/",
        ),
        name,
    )


@pytest.mark.parametrize("name", ["html", "markdown", "ninjs", "nitf", "tei"])
def test_emphasis_is_cut_where_a_link_crosses_it(name: str) -> None:
    block = BodyBlock(
        "Rain fell all day on the coast.",
        links=(newsparse.Link(10, 20, "https://herald.example/rain"),),
        emphasis=(newsparse.Emphasis(5, 17, newsparse.EmphasisKind.BOLD),),
    )
    found = READERS[name](newsparse.export(Article(body=(block,)), name))
    assert found["body.emphasis"] == [("bold", "fell"), ("bold", "all day")]
    assert found["body.links"] == [("all day on", "https://herald.example/rain")]


def test_markdown_keeps_nested_emphasis_in_asterisks() -> None:
    text = "You must go to the coast at once."
    bold = newsparse.Emphasis(4, 32, newsparse.EmphasisKind.BOLD)
    italic = newsparse.Emphasis(9, 11, newsparse.EmphasisKind.ITALIC)
    link = newsparse.Link(15, 24, "/coast")
    article = Article(body=(BodyBlock(text, links=(link,), emphasis=(bold, italic)),))
    printed = newsparse.export(article, "markdown")
    assert printed.endswith("You **must *go* to [the coast](</coast>) at once**.")


@pytest.mark.parametrize("name", ["html", "schema-org", "ninjs", "nitf", "tei"])
def test_pictures_with_captions_in_another_order(name: str) -> None:
    captions = tuple(newsparse.Caption(word, image=f"/{word}.jpg") for word in ("rain", "wind"))
    rain, wind = (
        newsparse.Image(
            newsparse.ImageRole.INLINE,
            (newsparse.Rendition(f"/{caption.text}-large.jpg"), newsparse.Rendition(caption.image)),
            caption=caption,
        )
        for caption in captions
    )
    map_, sun = (
        newsparse.Image(newsparse.ImageRole.INLINE, (newsparse.Rendition(url),))
        for url in ("/map.jpg", "/sun.jpg")
    )
    article = Article(captions=captions, images=(map_, wind, rain, sun))
    found = READERS[name](newsparse.export(article, name))
    assert found["captions.image"] == ["/rain.jpg", "/wind.jpg"]
    assert found["images.url"] == ["/map.jpg", "/rain-large.jpg", "/wind-large.jpg", "/sun.jpg"]
    check(article, name)


def test_newsparse_reads_its_own_html() -> None:
    for page in FIXTURES:
        article = newsparse.parse(page, url="https://herald.example/news/story.html")
        again = newsparse.parse(newsparse.export(article, "html"))
        assert again.headline is not None and article.headline is not None
        assert again.headline.text == article.headline.text
        assert [block.text for block in again.body] == [block.text for block in article.body]
        assert [line.names for line in again.bylines] == [line.names for line in article.bylines]


def test_html_has_no_code() -> None:
    article = Article(
        headline=newsparse.Headline("<script>alert(1)</script>"),
        language='en" onload="x',
        body=(BodyBlock("<img src=x onerror=alert(1)>"),),
        notes=(newsparse.Note('"><svg onload=x>', NoteKind.EDITOR),),
    )
    root = lxml.html.document_fromstring(newsparse.export(article, "html"))
    assert not list(root.iter("script", "svg", "img", "iframe", "object", "style"))
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
