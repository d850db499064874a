"""Readers of the exports, for tests only. Each returns the fields that docs/exports.md promises for its format.

A reader knows the format, but not how newsparse writes it. Values are str or lists of str. A missing field
is "" or []. Body blocks are (kind, words, level, depth, numbered) with white space folded.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import lxml.html
import yaml
from lxml import etree
from markdown_it import MarkdownIt

Facts = dict[str, Any]
TEI = "{http://www.tei-c.org/ns/1.0}"
ADDRESSES = ("short_url", "amp_url", "print_url", "next_url")


def fold(text: str | None) -> str:
    return " ".join((text or "").split())


def words_of(element: Any, without: tuple[str, ...] = ()) -> str:
    """The text of an element without that of some children. A line break becomes a space."""

    def pieces(node: Any) -> Iterator[str]:
        yield node.text or ""
        for child in node:
            name = etree.QName(child).localname
            if name in ("br", "lb"):
                yield "\n"
            elif name not in without:
                yield from pieces(child)
            yield child.tail or ""

    return "".join(pieces(element))


# Bodies in XML and HTML ------------------------------------------------------------------------------------------

_LISTS = {"ul": False, "ol": True, "bulleted": False, "numbered": True}


def read_blocks(root: Any) -> list[tuple[Any, ...]]:
    return [block for child in root for block in _read_block(child)]


def _read_block(element: Any) -> Iterator[tuple[Any, ...]]:
    name = etree.QName(element).localname
    if name in ("ul", "ol", "list"):
        yield from _read_list(element, 1)
    elif name == "table":
        for row in element.iter("{*}tr", "{*}row"):
            yield ("table_row", [fold(words_of(cell)) for cell in row])
    elif name in ("h2", "h3", "h4", "h5", "h6"):
        yield ("heading", fold(words_of(element)), int(name[1]))
    elif name in ("hl2", "head"):
        yield (
            "heading",
            fold(words_of(element)),
            int((element.get("class") or element.get("rend"))[1]),
        )
    elif name in ("blockquote", "bq", "quote"):
        yield ("quote", fold(words_of(element)))
    elif name in ("pre", "ab"):
        yield ("preformatted", fold(words_of(element)))
    elif name == "p":
        yield ("paragraph", fold(words_of(element)))
    elif name in ("div", "section", "floatingText", "body", "body.content") or (
        name == "note" and element.get("class")
    ):
        yield from read_blocks(element)
    elif name not in ("byline", "dateline", "figure", "note"):
        raise AssertionError(f"an element nobody expects: {name}")


def _read_list(element: Any, depth: int) -> Iterator[tuple[Any, ...]]:
    ordered = _LISTS[element.get("rend") or etree.QName(element).localname]
    for item in element:
        yield ("list_item", fold(words_of(item, ("ul", "ol", "list"))), depth, ordered)
        for child in item:
            if etree.QName(child).localname in ("ul", "ol", "list"):
                yield from _read_list(child, depth + 1)


def links_of(root: Any) -> list[tuple[str, str]]:
    return [
        (fold(words_of(link)), link.get("href") or link.get("target"))
        for link in root.iter("{*}a", "{*}ref")
    ]


_EMPHASIS = {
    "strong": "bold",
    "em": "italic",
    "sup": "superscript",
    "sub": "subscript",
    "code": "code",
}


def emphasis_of(root: Any) -> list[tuple[str, str]]:
    """The words set off, with the kind that the element or its attribute names."""
    return [
        (
            one.get("rend") or one.get("class") or _EMPHASIS[etree.QName(one).localname],
            fold(words_of(one)),
        )
        for one in root.iter("{*}strong", "{*}em", "{*}sup", "{*}sub", "{*}code", "{*}hi")
    ]


_WITH_ROLE = ("p", "quote", "head", "item", "li", "h2", "h3", "h4", "h5", "h6")


def roles_of(root: Any) -> list[str]:
    """The roles of blocks. Where a subhead states its level, the role comes after it."""
    stated = [
        (one.get("rend") or one.get("class") or "").split()
        for one in root.iter(*(f"{{*}}{name}" for name in _WITH_ROLE))
        if one.get("type") is None
    ]
    return [word for words in stated for word in words if not re.fullmatch(r"h\d", word)]


def groups_of(root: Any) -> list[str]:
    return [
        one.get("type") or one.get("class")
        for one in root.iter("{*}section", "{*}floatingText", "{*}note")
        if etree.QName(one).localname != "note" or one.get("class")
    ]


def without_roles(facts: Facts) -> Facts:
    return {name: value for name, value in facts.items() if name != "body.role"}


def _without_embeds(root: Any) -> Any:
    """A copy without what stands between the blocks from other sites."""
    story = copy.deepcopy(root)
    for one in [*story.iter("{*}cit"), *story.xpath(".//*[starts-with(@class, 'embed ')]")]:
        one.getparent().remove(one)
    return story


def _body(root: Any) -> Facts:
    root = _without_embeds(root)
    found = read_blocks(root)
    return {
        "body.text": [block[1] for block in found],
        "body.kind": [
            (block[0], *block[2:]) if block[0] == "list_item" else (block[0],) for block in found
        ],
        "body.level": [block[2] for block in found if block[0] == "heading"],
        "body.links": links_of(root),
        "body.emphasis": emphasis_of(root),
        "body.role": roles_of(root),
        "groups.kind": groups_of(root),
    }


# The formats -----------------------------------------------------------------------------------------------------


def html(text: str) -> Facts:
    root = lxml.html.document_fromstring(text)

    def line(path: str) -> str:
        return next(iter(lines(path)), "")

    def lines(path: str) -> list[str]:
        return [fold(words_of(one)) for one in root.cssselect(path)]

    def linked(rel: str) -> list[str]:
        return [one.get("href") for one in root.cssselect(f"head link[rel={rel}]")]

    def contents(name: str) -> list[str]:
        return [fold(one.get("content")) for one in root.cssselect(f"meta[name={name}]")]

    return {
        "url": next(iter(contents("url")), ""),
        "canonical_url": next(
            (one.get("href") for one in root.cssselect("link[rel=canonical]")), ""
        ),
        "kind": root.cssselect("body > article")[0].get("class"),
        "language": root.get("lang") or "",
        "masthead.name": line(".masthead .name"),
        "masthead.place": line(".masthead .place"),
        "masthead.established": line(".masthead .established"),
        "kicker.text": line(".kicker"),
        "headline.text": line("h1.headline"),
        "deck.text": line(".deck"),
        "bylines": lines(".byline"),
        "bylines.authors.name": lines(".byline .author"),
        "bylines.authors.role": lines(".byline .role"),
        "bylines.authors.email": lines(".byline .email"),
        "bylines.authors.url": linked("author"),
        "bylines.agency": lines(".byline .agency"),
        "dateline.place": line(".dateline .place"),
        "dateline.agency": line(".dateline .agency"),
        "published": next((one.get("datetime") for one in root.cssselect(".published time")), ""),
        "updated": next((one.get("datetime") for one in root.cssselect(".updated time")), ""),
        "captions.text": lines("figure .caption"),
        "captions.credit": lines("figure .credit"),
        "captions.credit.names": lines("figure .credit .name"),
        "captions.credit.agencies": lines("figure .credit .agency"),
        "captions.image": [one.get("src") for one in root.cssselect("figure:has(figcaption) img")],
        "images.url": [
            (one.getparent().get("href") or one.get("src"))
            for one in root.cssselect("figure[class] img")
        ],
        "images.role": [one.get("class") for one in root.cssselect("figure[class]")],
        "images.alt": [fold(one.get("alt")) for one in root.cssselect("figure[class] img")],
        "embeds.url": [one.get("href") for one in root.cssselect("aside.embed a")],
        "embeds.kind": [one.get("class").split()[1] for one in root.cssselect("aside.embed")],
        "embeds.text": lines("aside.embed .text"),
        "embeds.author": lines("aside.embed .by"),
        **_body(root.cssselect("div.body")[0]),
        "notes.text": lines("footer .note"),
        "notes.kind": [one.get("class").split()[1] for one in root.cssselect("footer .note")],
        "section": next(iter(contents("section")), ""),
        "tags": contents("keywords"),
        "story_id": next(iter(contents("story-id")), ""),
        "short_url": next(iter(linked("shortlink")), ""),
        "amp_url": next(iter(linked("amphtml")), ""),
        "print_url": next(iter(linked("alternate")), ""),
        "next_url": next(iter(linked("next")), ""),
        "rights.copyright": line("footer .copyright"),
        "rights.license": next(iter(linked("license")), ""),
    }


def nitf(text: str) -> Facts:
    root = etree.fromstring(text.encode(), etree.XMLParser(huge_tree=True))

    def line(path: str) -> str:
        return next(iter(lines(path)), "")

    def lines(path: str) -> list[str]:
        return [fold(one if isinstance(one, str) else words_of(one)) for one in root.xpath(path)]

    media = "body/body.content/media[not(starts-with(@class, 'embed '))]"
    embed = "body/body.content//media[starts-with(@class, 'embed ')]"
    release, issue = line("head/docdata/date.release/@norm"), line("head/docdata/date.issue/@norm")
    tagline = root.find("body/body.end/tagline")
    return {
        "canonical_url": line("head/docdata/doc-id/@id-string"),
        "language": root.get("baselang") or "",
        "masthead.name": line("head/pubdata/@name"),
        "masthead.issn": line("head/pubdata/@issn"),
        "rights.holder": line("head/docdata/doc.copyright/@holder"),
        "rights.year": line("head/docdata/doc.copyright/@year"),
        "kicker.text": line("body/body.head/hedline/hl2[@class='kicker']"),
        "headline.text": line("body/body.head/hedline/hl1"),
        "deck.text": line("body/body.head/hedline/hl2[@class='deck']"),
        "bylines": lines("body/body.head/byline"),
        "bylines.authors.name": lines("body/body.head/byline/person"),
        "bylines.authors.role": lines("body/body.head/byline/byttl"),
        "bylines.agency": lines("body/body.head/distributor/org"),
        "dateline.place": line("body/body.head/dateline/location"),
        "dateline.date": line("body/body.head/dateline/story.date/@norm"),
        "published": release,
        "updated": issue if issue != release else "",
        "captions.text": lines(f"{media}/media-caption"),
        "captions.credit": lines(f"{media}/media-producer"),
        "captions.credit.names": lines(f"{media}/media-producer/person"),
        "captions.credit.agencies": lines(f"{media}/media-producer/org"),
        "captions.image": lines(
            f"{media}[media-caption or media-producer or not(@class)]"
            "/media-reference[last()]/@source"
        ),
        "images.url": lines(f"{media}[@class]/media-reference[1]/@source"),
        "images.role": lines(f"{media}/@class"),
        "images.alt": lines(f"{media}/media-reference/@alternate-text"),
        "embeds.url": lines(f"{embed}/media-reference/@source"),
        "embeds.kind": [one.split()[1] for one in lines(f"{embed}/@class")],
        "embeds.text": lines(f"{embed}/media-caption"),
        "embeds.author": lines(f"{embed}/media-producer"),
        **without_roles(_body(root.find("body/body.content/block"))),
        "notes.text": [
            *lines("head/docdata/correction/@info"),
            *([fold(words_of(tagline))] if tagline is not None else []),
        ],
        "section": line("head/pubdata/@position.section"),
        "tags": lines("head/docdata/key-list/keyword/@key"),
    }


def tei(text: str) -> Facts:
    root = etree.fromstring(text.encode(), etree.XMLParser(huge_tree=True))
    names = {"t": TEI[1:-1]}

    def line(path: str) -> str:
        return next(iter(lines(path)), "")

    def lines(path: str) -> list[str]:
        return [
            fold(one if isinstance(one, str) else words_of(one))
            for one in root.xpath(path, namespaces=names)
        ]

    story = _without_embeds(root.find(f"{TEI}text/{TEI}body/{TEI}div"))
    plain = [block for child in story if child.tag != f"{TEI}head" for block in _read_block(child)]
    body = {
        "body.text": [block[1] for block in plain],
        "body.kind": [
            (block[0], *block[2:]) if block[0] == "list_item" else (block[0],) for block in plain
        ],
        "body.level": [block[2] for block in plain if block[0] == "heading"],
        "body.links": links_of(story),
        "body.emphasis": emphasis_of(story),
        "body.role": roles_of(story),
        "groups.kind": groups_of(story),
    }
    return {
        "url": line("//t:publicationStmt/t:idno[@type='url']"),
        "canonical_url": line("//t:publicationStmt/t:idno[@type='canonical']"),
        "language": line("//t:language/@ident"),
        "masthead.name": line("//t:publicationStmt/t:publisher"),
        "masthead.place": line("//t:publicationStmt/t:pubPlace"),
        "kicker.text": line("//t:body/t:div/t:head[@type='kicker']"),
        "headline.text": line("//t:body/t:div/t:head[@type='main']"),
        "deck.text": line("//t:body/t:div/t:head[@type='deck']"),
        "bylines": lines("//t:body/t:div/t:byline"),
        "bylines.authors.name": lines("//t:body/t:div/t:byline/t:docAuthor"),
        "bylines.authors.role": lines("//t:titleStmt/t:author/t:roleName"),
        "bylines.authors.email": lines("//t:titleStmt/t:author/t:email"),
        "bylines.authors.handles": lines("//t:titleStmt/t:author/t:idno[@type='handle']"),
        "bylines.authors.url": lines("//t:titleStmt/t:author/t:idno[@type='url']"),
        "bylines.authors.same_as": lines("//t:titleStmt/t:author/t:idno[@type='account']"),
        "masthead.issn": line("//t:publicationStmt/t:idno[@type='issn']"),
        "story_id": line("//t:publicationStmt/t:idno[@type='story']"),
        "short_url": line("//t:publicationStmt/t:idno[@type='short']"),
        "amp_url": line("//t:publicationStmt/t:idno[@type='amp']"),
        "print_url": line("//t:publicationStmt/t:idno[@type='print']"),
        "next_url": line("//t:publicationStmt/t:idno[@type='next']"),
        "rights.copyright": line("//t:availability//t:p"),
        "rights.license": line("//t:availability/t:licence/@target"),
        "bylines.agency": lines("//t:body/t:div/t:byline/t:orgName"),
        "dateline.place": line("//t:dateline/t:placeName"),
        "dateline.agency": line("//t:dateline/t:orgName"),
        "dateline.date": line("//t:dateline/t:date/@when"),
        "published": line("//t:publicationStmt/t:date[@type='published']/@when"),
        "updated": line("//t:publicationStmt/t:date[@type='updated']/@when"),
        "captions.text": lines("//t:figure/t:head"),
        "captions.credit": lines("//t:figure/t:note[@type='credit']"),
        "captions.credit.names": lines("//t:figure/t:note/t:persName"),
        "captions.credit.agencies": lines("//t:figure/t:note/t:orgName"),
        "captions.date": lines("//t:figure/t:p/t:date/@when"),
        "captions.image": lines(
            "//t:figure[t:head or t:note or not(@type)]/t:graphic[last()]/@url"
        ),
        "images.url": lines("//t:figure[@type]/t:graphic[1]/@url"),
        "images.role": lines("//t:figure/@type"),
        "images.alt": lines("//t:figure/t:figDesc"),
        "embeds.url": lines("//t:cit/t:bibl/t:ptr/@target"),
        "embeds.kind": lines("//t:cit/@type"),
        "embeds.text": lines("//t:cit/t:quote"),
        "embeds.author": lines("//t:cit/t:bibl/t:author"),
        **body,
        "notes.text": lines("//t:body/t:div/t:note"),
        "notes.kind": lines("//t:body/t:div/t:note/@type"),
        "section": line("//t:term[@type='section']"),
        "tags": lines("//t:term[@type='tag']"),
    }


def schema_org(text: str) -> Facts:
    item = json.loads(text)
    authors = item.get("author", [])
    people = [one for one in authors if one["@type"] == "Person"]
    pictures = item.get("image", [])
    shown = [one for one in pictures if "representativeOfPage" in one]
    images = [one for one in pictures if one not in shown or {"caption", "creditText"} & set(one)]
    creators = [one for image in images for one in image.get("creator", [])]
    publisher = item.get("publisher", {})
    return {
        "url": item.get("url", ""),
        "canonical_url": item.get("mainEntityOfPage", ""),
        "language": item.get("inLanguage", ""),
        "masthead.name": publisher.get("name", ""),
        "masthead.place": publisher.get("location", {}).get("name", ""),
        "masthead.established": publisher.get("foundingDate", ""),
        "headline.text": item.get("headline", ""),
        "deck.text": item.get("description", ""),
        "bylines": item["creditText"].split("\n") if "creditText" in item else [],
        "bylines.authors.name": [one.get("name", "") for one in people],
        "bylines.authors.role": [one["jobTitle"] for one in people if "jobTitle" in one],
        "bylines.authors.email": [one["email"] for one in people if "email" in one],
        "bylines.authors.handles": [
            name for one in people for name in one.get("alternateName", [])
        ],
        "bylines.authors.family": [one.get("familyName", "") for one in people],
        "bylines.authors.given": [one.get("givenName", "") for one in people],
        "bylines.authors.url": [one.get("url", "") for one in people],
        "bylines.authors.same_as": [name for one in people for name in one.get("sameAs", [])],
        "bylines.authors.image": [one.get("image", "") for one in people],
        "masthead.issn": item.get("isPartOf", {}).get("issn", ""),
        "masthead.owner": publisher.get("parentOrganization", {}).get("name", ""),
        "story_id": item.get("identifier", ""),
        "rights.copyright": item.get("copyrightNotice", ""),
        "rights.holder": item.get("copyrightHolder", {}).get("name", ""),
        "rights.year": str(item.get("copyrightYear", "")),
        "rights.license": item.get("license", ""),
        "rights.usage_terms": item.get("usageInfo", ""),
        "bylines.agency": [one["name"] for one in authors if one["@type"] == "Organization"],
        "dateline.place": item.get("locationCreated", {}).get("name", ""),
        "published": item.get("datePublished", ""),
        "updated": item.get("dateModified", ""),
        "captions.text": [image.get("caption", "") for image in images],
        "captions.credit": [image.get("creditText", "") for image in images],
        "captions.credit.names": [one["name"] for one in creators if one["@type"] == "Person"],
        "captions.credit.agencies": [
            one["name"] for one in creators if one["@type"] == "Organization"
        ],
        "captions.date": [image.get("dateCreated", "") for image in images],
        "captions.image": [
            image.get("thumbnailUrl") or image.get("contentUrl", "") for image in images
        ],
        "images.url": [one.get("contentUrl", "") for one in shown],
        "images.alt": [one.get("description", "") for one in shown],
        "body.text": item.get("articleBody", ""),
        "notes.text": [one["text"] for one in item.get("correction", [])],
        "notes.kind": [
            "correction"
            for one in item.get("correction", [])
            if one["@type"] == "CorrectionComment"
        ],
        "section": item.get("articleSection", ""),
        "tags": item.get("keywords", []),
        "is_free": item.get("isAccessibleForFree"),
    }


def ninjs(text: str) -> Facts:
    item = json.loads(text)
    bodies = item.get("bodies", [])
    main = {body["contenttype"]: body["value"] for body in bodies if body["role"] == "main"}
    fragment = lxml.html.fragment_fromstring(main.get("text/html", ""), create_parent="div")
    body = _body(fragment)
    notes = [body for body in bodies if body["role"] != "main"]
    heads = {head["role"]: head["value"] for head in item.get("headlines", [])}
    sources = item.get("infosources", [])
    associated = item.get("associations", [])
    shown = [one for one in associated if not one["name"].startswith("picture-")]

    def described(one: Facts, role: str) -> list[str]:
        return [text["value"] for text in one.get("descriptions", []) if text["role"] == role]

    pictures = [
        one for one in associated if one not in shown or described(one, "caption") or "by" in one
    ]
    files = [one["renditions"] for one in pictures if "renditions" in one]
    renditions = [
        next((file for file in known if file.get("name") == "printed"), known[0])["href"]
        for known in files
    ]
    return {
        "canonical_url": item["uri"],
        "language": item.get("language", ""),
        "masthead.name": next((one["name"] for one in sources if one["role"] == "publication"), ""),
        "kicker.text": heads.get("kicker", ""),
        "headline.text": heads.get("main", ""),
        "deck.text": next((one["value"] for one in item.get("descriptions", [])), ""),
        "bylines": item.get("by", ""),
        "bylines.agency": [one["name"] for one in sources if one["role"] == "agency"],
        "dateline.place": item.get("located", ""),
        "rights.copyright": item.get("copyrightnotice", ""),
        "rights.holder": item.get("copyrightholder", ""),
        "rights.usage_terms": item.get("usageterms", ""),
        "published": item.get("firstcreated", ""),
        "updated": item.get("versioncreated", ""),
        "captions.text": [text for one in pictures for text in described(one, "caption")],
        "captions.credit": [picture["by"] for picture in pictures if "by" in picture],
        "captions.image": renditions,
        "images.url": [one["renditions"][0]["href"] for one in shown],
        "images.role": [one["name"].rpartition("-")[0] for one in shown],
        "images.alt": [text for one in shown for text in described(one, "alt")],
        "body.text": main.get("text/plain", ""),
        "body.kind": body["body.kind"],
        "body.links": body["body.links"],
        "body.emphasis": body["body.emphasis"],
        "body.role": body["body.role"],
        "groups.kind": body["groups.kind"],
        "notes.text": [body["value"] for body in notes],
        "notes.kind": [body["role"] for body in notes],
        "tags": [one["name"] for one in item.get("subjects", [])],
    }


def markdown(text: str) -> Facts:
    _, front, prose = (
        text.split("---\n", 2)
        if text.count("---\n") > 1
        else (*text.removesuffix("---").split("---\n", 1), "")
    )
    item = yaml.safe_load(front) or {}
    authors, captions, notes = (
        item.get("authors", []),
        item.get("captions", []),
        item.get("notes", []),
    )
    found = list(_markdown_blocks(prose))
    links = [link for block in found for link in block.pop()]
    heads = [block for block in found if block[0] == "heading" and block[2] == 1]
    blocks = [block for block in found if block not in heads]

    def of(name: str) -> Facts:
        return item.get(name, {})

    return {
        "url": item.get("url", ""),
        "canonical_url": item.get("canonical_url", ""),
        "kind": item.get("kind", ""),
        "language": item.get("language", ""),
        "masthead.name": of("masthead").get("name", ""),
        "masthead.place": of("masthead").get("place", ""),
        "masthead.established": of("masthead").get("established", ""),
        "kicker.text": item.get("kicker", ""),
        "kicker.path": item.get("path", []),
        "headline.text": item.get("title", ""),
        "deck.text": item.get("description", ""),
        "bylines": item.get("bylines", []),
        "bylines.authors.name": [one.get("name", "") for one in authors],
        "bylines.authors.role": [one["role"] for one in authors if "role" in one],
        "bylines.authors.email": [one["email"] for one in authors if "email" in one],
        "bylines.authors.handles": [name for one in authors for name in one.get("handles", [])],
        "bylines.authors.family": [one.get("family", "") for one in authors],
        "bylines.authors.given": [one.get("given", "") for one in authors],
        "bylines.authors.url": [one.get("url", "") for one in authors],
        "bylines.authors.same_as": [name for one in authors for name in one.get("same_as", [])],
        "bylines.authors.image": [one.get("image", "") for one in authors],
        "bylines.place": item.get("places", []),
        "masthead.issn": of("masthead").get("issn", ""),
        "masthead.owner": of("masthead").get("owner", ""),
        "story_id": item.get("story_id", ""),
        **{name: item.get(name, "") for name in ADDRESSES},
        "rights.copyright": of("rights").get("copyright", ""),
        "rights.holder": of("rights").get("holder", ""),
        "rights.year": str(of("rights").get("year", "")),
        "rights.license": of("rights").get("license", ""),
        "rights.usage_terms": of("rights").get("usage_terms", ""),
        "rights.opt_outs": of("rights").get("opt_outs", []),
        "bylines.agency": item.get("agencies", []),
        "dateline.place": of("dateline").get("place", ""),
        "dateline.agency": of("dateline").get("agency", ""),
        "dateline.date": of("dateline").get("date", ""),
        "published": item.get("published", ""),
        "updated": item.get("updated", ""),
        "captions.text": [one.get("text", "") for one in captions],
        "captions.credit": [one.get("credit", "") for one in captions],
        "captions.credit.names": [name for one in captions for name in one.get("names", [])],
        "captions.credit.agencies": [name for one in captions for name in one.get("agencies", [])],
        "captions.date": [one.get("date", "") for one in captions],
        "captions.image": [one.get("image", "") for one in captions],
        "images.url": [one.get("url", "") for one in item.get("images", [])],
        "images.role": [one["role"] for one in item.get("images", [])],
        "images.alt": [one.get("alt", "") for one in item.get("images", [])],
        "embeds.url": [one.get("url", "") for one in item.get("embeds", [])],
        "embeds.kind": [one["kind"] for one in item.get("embeds", [])],
        "embeds.text": [one.get("text", "") for one in item.get("embeds", [])],
        "embeds.author": [one.get("author", "") for one in item.get("embeds", [])],
        "body.text": [block[1] for block in blocks],
        "body.kind": [
            (block[0], *block[2:]) if block[0] == "list_item" else (block[0],) for block in blocks
        ],
        "body.level": [block[2] for block in blocks if block[0] == "heading"],
        "body.links": [one for one in links if len(one) == 2],
        "body.emphasis": [one[1:] for one in links if len(one) == 3],
        "groups.kind": re.findall(r'^<section class="(\w+)">$', prose, re.MULTILINE),
        "notes.text": [note["text"] for note in notes],
        "notes.kind": [note["kind"] for note in notes],
        "section": item.get("section", ""),
        "tags": item.get("tags", []),
        "is_free": item.get("is_free"),
        "is_wire": item.get("is_wire"),
    }


def _markdown_blocks(prose: str) -> Iterator[list[Any]]:
    """The blocks of CommonMark with tables. The links of each come last."""
    lists: list[bool] = []
    opened: list[str] = []
    row: list[Any] = []
    level = 0
    for token in MarkdownIt("commonmark").enable("table").parse(prose):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(token.type == "ordered_list_open")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "fence":
            yield ["preformatted", fold(token.content), []]
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield ["table_row", row[::2], [link for links in row[1::2] for link in links]]
        elif token.type == "inline":
            words, links = _inline(token.children or [])
            yield from _placed(opened, lists, level, words, links, row)
        elif token.type == "html_block" and re.match("</?section", token.content):
            continue
        elif token.type in ("html_block", "code_block", "hr"):
            raise AssertionError(f"markup nobody wrote: {token}")
        if token.nesting == 1:
            opened.append(token.type)
        elif token.nesting == -1:
            opened.pop()


def _placed(
    opened: list[str], lists: list[bool], level: int, words: str, links: list[Any], row: list[Any]
) -> Iterator[list[Any]]:
    if opened[-1] in ("th_open", "td_open"):
        row.extend((words, links))
    elif opened[-1] == "heading_open":
        yield ["heading", words, level, links]
    elif lists:
        yield ["list_item", words, len(lists), lists[-1], links]
    else:
        yield ["quote" if "blockquote_open" in opened else "paragraph", words, links]


def _inline(children: list[Any]) -> tuple[str, list[tuple[str, ...]]]:
    """The words of a line, and its links and emphasis in order."""
    said: list[str] = []
    links: list[tuple[str, ...]] = []
    marked: list[tuple[str, int, int]] = []
    start, href = 0, ""
    for child in children:
        if child.type in ("text", "text_special"):
            said.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            said.append("\n")
        elif child.type == "link_open":
            start, href = len(said), str(child.attrs["href"])
        elif child.type == "link_close":
            links.append((fold("".join(said[start:])), href))
        elif child.type in ("strong_open", "em_open") or re.match(r"<[a-z]", child.content):
            marked.append((_EMPHASIS[child.tag or child.content[1:-1]], len(said), len(links)))
            links.append(())
        elif child.type in ("strong_close", "em_close", "html_inline"):
            kind, first, place = marked.pop()
            links[place] = ("emphasis", kind, fold("".join(said[first:])))
        else:
            raise AssertionError(f"markup nobody wrote: {child}")
    for at in range(len(links) - 1):  # CommonMark puts bold into italic
        if [one[1:2] for one in links[at : at + 2]] == [("italic",), ("bold",)]:
            if links[at][2] == links[at + 1][2]:
                links[at], links[at + 1] = links[at + 1], links[at]
    return fold("".join(said)), links


READERS: dict[str, Callable[[str], Facts]] = {
    "markdown": markdown,
    "html": html,
    "schema-org": schema_org,
    "ninjs": ninjs,
    "nitf": nitf,
    "tei": tei,
}
