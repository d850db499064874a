"""Pages made to hurt a parser, by name. Each is a function, because some are large."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable

SENTENCE = (
    "It rained on Exampleton all day, the council said on Tuesday, and the river rose by the hour."
)
PARAGRAPHS = f"<h1>Rain falls</h1>{f'<p>{SENTENCE}</p>' * 4}"


def _ld(text: str) -> str:
    return f'<html><head><script type="application/ld+json">{text}</script></head><body>{PARAGRAPHS}</body></html>'


def _entities() -> str:
    declared = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 30))
    return f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "ha">{declared}]><html><body>{PARAGRAPHS}<p>&e29;</p></body></html>'


def _attributes(written: Callable[[int], str], count: int = 50_000) -> str:
    return f"<html><body>{PARAGRAPHS}<p {' '.join(map(written, range(count)))}>x</p>"


PAGES: dict[str, Callable[[], str | bytes]] = {
    "an entity bomb": _entities,
    "an external entity": lambda: (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body>{PARAGRAPHS}<p>&x;</p></body></html>'
    ),
    "an external dtd": lambda: (
        f'<!DOCTYPE html SYSTEM "http://a.example/x.dtd"><html><body>{PARAGRAPHS}</body></html>'
    ),
    "parameter entities": lambda: (
        f'<!DOCTYPE html [<!ENTITY % p SYSTEM "http://a.example/p"> %p;]><html><body>{PARAGRAPHS}</body></html>'
    ),
    "processing instructions": lambda: (
        f'<?xml-stylesheet href="http://a.example/x.xsl"?><html><body><?php system("x") ?>{PARAGRAPHS}<?x ?></body></html>'
    ),
    "an xinclude": lambda: (
        f'<html xmlns:xi="http://www.w3.org/2001/XInclude"><body><xi:include href="/etc/passwd" parse="text"/>{PARAGRAPHS}</body></html>'
    ),
    "a base and links": lambda: (
        f'<html><head><base href="file:///etc/"><link rel=stylesheet href="passwd"><link rel=import href="http://a.example"></head><body>{PARAGRAPHS}<img src="passwd"><iframe src="file:///etc/passwd"></iframe></body></html>'
    ),
    "a meta charset of a file": lambda: f'<meta charset="../../etc/passwd">{PARAGRAPHS}é'.encode(
        "latin-1"
    ),
    "unclosed scripts": lambda: PARAGRAPHS + "<script>\n<p>x</p>" * 50_000,
    "unclosed comments": lambda: PARAGRAPHS + "<!-- x <p>y</p>" * 50_000,
    "unclosed titles": lambda: PARAGRAPHS + "<title><style><textarea>" * 30_000,
    "deep blocks": lambda: PARAGRAPHS + "<div>" * 100_000,
    "deep inline": lambda: PARAGRAPHS + "<b>" * 100_000 + "x",
    "deep lists": lambda: PARAGRAPHS + "<ul><li>x" * 50_000,
    "deep tables": lambda: PARAGRAPHS + "<table><tr><td>" * 30_000,
    "deep inline around blocks": lambda: PARAGRAPHS + "<font><b>" * 900 + "<p>x</p>" * 900,
    "an attribute of ten megabytes": lambda: (
        f'<html><body>{PARAGRAPHS}<p title="{"x" * 10_000_000}">x</p>'
    ),
    "class words of a megabyte": lambda: (
        f'<html><body>{PARAGRAPHS}<p class="{"ab " * 300_000}">x</p>'
    ),
    "a text that opens with ten megabytes of a tag": lambda: (
        f'<p class="{"x" * 10_000_000}">{PARAGRAPHS}'
    ),
    "many attributes": lambda: _attributes(lambda at: f"a{at}=1"),
    "many quoted attributes": lambda: _attributes(lambda at: f'a{at}="1"'),
    "attributes that quote brackets": lambda: _attributes(lambda at: f'a{at}="<b>"'),
    "attributes that quote one bracket": lambda: _attributes(
        lambda at: f'a{at}="{">" if at % 99 else "<"}"'
    ),
    "attributes that quote quotes": lambda: _attributes(lambda at: f"a{at}='\">' b{at}"),
    "brackets in attributes of many tags": lambda: (
        f"<html><body>{PARAGRAPHS}"
        + "".join(f'<p title="a > b < c">w{at}</p>' for at in range(5_000))
    ),
    "fifty thousand tags": lambda: PARAGRAPHS + "<p>x</p>" * 25_000,
    "a gzip bomb": lambda: gzip.compress(PARAGRAPHS.encode() + b" " * 30_000_000),
    "gzip in gzip": lambda: gzip.compress(gzip.compress(PARAGRAPHS.encode())),
    "no end of a comment": lambda: PARAGRAPHS + "<!--" + "x" * 1_000_000,
    "comments": lambda: PARAGRAPHS + "<!--" * 200_000,
    "open brackets": lambda: PARAGRAPHS + "<" * 1_000_000,
    "open tags": lambda: PARAGRAPHS + "<a " * 200_000,
    "ampersands": lambda: PARAGRAPHS + "&" * 1_000_000,
    "numbers of characters": lambda: PARAGRAPHS + "&#x110000;&#xd800;&#0;&#99999999999;" * 10_000,
    "nul characters": lambda: PARAGRAPHS + "\0" * 100_000,
    "surrogate halves": lambda: PARAGRAPHS + "\ud800\udfff\udc00" * 10_000,
    "combining marks": lambda: PARAGRAPHS + "<p>a" + "\u0301" * 100_000,
    "directions": lambda: PARAGRAPHS + "<p>" + "\u202e\u2066" * 100_000,
    "names of elements": lambda: (
        PARAGRAPHS + "".join(f"<x{at}:y{at}>z" for at in range(500)) + '<a"b>c<1>d<p,q>e'
    ),
    "a pdf": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400,
    "an image": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 400,
    "random bytes": lambda: bytes((at * at * 7 + at // 3) % 256 for at in range(200_000)),
    "json": lambda: json.dumps({"a": [PARAGRAPHS] * 1_000}),
    "json-ld of a megabyte": lambda: _ld(
        json.dumps(
            {"@type": "NewsArticle", "headline": "Rain falls", "articleBody": "x " * 500_000}
        )
    ),
    "json-ld over the cap": lambda: _ld(
        json.dumps({"@type": "NewsArticle", "articleBody": "x " * 3_000_000})
    ),
    "json-ld of many values": lambda: _ld("[" + "[]," * 500_000 + "[]]"),
    "json-ld of many objects": lambda: _ld("[" + '{"@type":"NewsArticle"},' * 100_000 + "{}]"),
    "deep json-ld": lambda: _ld("[" * 100_000),
    "deep json-ld that ends": lambda: _ld(
        '{"@type":"NewsArticle","author":' * 900 + "1" + "}" * 900
    ),
    "json-ld nested as deep as is read": lambda: _ld(
        '{"@type":"NewsArticle","author":' + "[" * 195 + '"Ada Lin"' + "]" * 195 + "}"
    ),
    "json-ld of a long number": lambda: _ld(
        '{"@type": "NewsArticle", "datePublished": ' + "9" * 5_000 + "}"
    ),
    "json-ld of large numbers": lambda: _ld(
        '{"@type": "NewsArticle", "datePublished": 1e999, "dateModified": -9e307, "headline": NaN}'
    ),
    "cyclic ids": lambda: _ld(
        '{"@graph":[{"@id":"#a","@type":"NewsArticle","author":{"@id":"#a"},"publisher":{"@id":"#b"}},{"@id":"#b","@type":"Organization","name":{"@id":"#a"}}]}'
    ),
    "an id that is itself": lambda: _ld(
        '{"@id":"#a","@type":"NewsArticle","author":[{"@id":"#a"}],"mainEntity":{"@id":"#a"}}'
    ),
    "comment marks in json-ld": lambda: _ld("<!--" * 100_000),
    "a text of one line": lambda: "Rain falls on Exampleton. " * 40_000,
    "a text of line ends": lambda: "Rain\n" + "\r\n\u2028\x0b\x85" * 100_000,
    "a text of marks": lambda: (
        "Rain\n" + "[](" * 50_000 + "*" * 50_000 + ">" * 50_000 + "#" * 50_000
    ),
    "a text of invisible marks": lambda: "\u200b\n\u00ad\n\ufeff\n" * 10_000,
}
"""Pages that are cheap enough for CI."""

LARGE: dict[str, Callable[[], str | bytes]] = {
    "a million tags": lambda: PARAGRAPHS + "<p>x</p>" * 1_000_000,
    "a million breaks": lambda: PARAGRAPHS + "x<br>" * 1_000_000,
    "a hundred megabytes": lambda: PARAGRAPHS + f"<p>{SENTENCE}</p>" * 1_000_000,
    "a hundred megabytes of text": lambda: f"{SENTENCE}\n\n" * 1_000_000,
    "json-ld of fifty megabytes": lambda: _ld(
        json.dumps({"@type": "NewsArticle", "articleBody": "x " * 25_000_000})
    ),
}
"""Pages for the long form: `python tests/fuzz.py --large`."""
