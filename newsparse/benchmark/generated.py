"""Pages of a newspaper that does not exist, and archives of them, for benchmarks, examples and
tests.

A page depends on its number alone, so all runs on all machines see the same ones.
"""

from __future__ import annotations

import gzip
import random
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

_NAMES: Final = (
    "Ada Lin",
    "Bo Reyes",
    "Cleo Marsh",
    "Dev Okafor",
    "Elin Strand",
    "Finn Vale",
    "Gia Torres",
    "Hana Brandt",
)
_PLACES: Final = (
    "Exampleton",
    "Millbrook",
    "Harrow Falls",
    "Port Linden",
    "Quarry Hill",
    "Saltmarsh",
)
_THINGS: Final = (
    "bridge",
    "school budget",
    "water plant",
    "library",
    "harbor",
    "bus line",
    "market hall",
    "fire station",
)
_DEEDS: Final = (
    "approved",
    "rejected",
    "delayed",
    "praised",
    "questioned",
    "reopened",
    "inspected",
    "repaired",
)
_BODIES: Final = (
    "council",
    "school board",
    "county commission",
    "planning board",
    "port authority",
)
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_SCRIPT: Final = "window.stats=window.stats||[];stats.push({section:'local',slot:'%d'});"
HOST: Final = "https://herald.example"


def url(number: int) -> str:
    """The URL of a page."""
    return f"{HOST}/local/{number}"


def html(number: int, paragraphs: int = 18, links: int = 24) -> str:
    """A page: navigation, a story with byline, date, picture and caption, teasers, footer.

    >>> html(1) == html(1), html(1) == html(2)
    (True, False)
    """
    rng = random.Random(number)
    thing, deed, body, place = (
        rng.choice(_THINGS),
        rng.choice(_DEEDS),
        rng.choice(_BODIES),
        rng.choice(_PLACES),
    )
    title = f"{place} {body} {deed} {thing} plan {number}"
    author = rng.choice(_NAMES)
    day = f"2023-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
    day += f"T{rng.randint(6, 22):02d}:15:00-05:00"
    story = "\n".join(
        f'<p class="story-text">{_paragraph(rng)}</p>'
        for _ in range(rng.randint(paragraphs // 2, paragraphs * 3 // 2))
    )
    menu = "".join(
        f'<li><a href="/{name.replace(" ", "-")}">{name.title()}</a></li>'
        for name in (*_THINGS, *_BODIES)[:links]
    )
    teasers = "".join(
        f'<li class="teaser"><a href="{url(rng.randint(0, 10**6))}">{_sentence(rng)}</a></li>'
        for _ in range(links)
    )
    scripts = "".join(f"<script>{_SCRIPT % slot}</script>" for slot in range(20))
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | The Example Herald</title>
<meta property="og:title" content="{title}"><meta property="og:type" content="article">
<meta property="og:site_name" content="The Example Herald">\
<meta property="article:published_time" content="{day}">
<link rel="canonical" href="{url(number)}">
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle","headline":"{title}",
"datePublished":"{day}","author":{{"@type":"Person","name":"{author}"}}}}</script>{scripts}</head>
<body><header><a class="logo" href="/">The Example Herald</a><nav><ul>{menu}</ul></nav></header>
<main><article><span class="section">Local</span><h1>{title}</h1>\
<p class="deck">{_sentence(rng)}</p>
<div class="byline">By {author}</div><time datetime="{day}">{day[:10]}</time>
<figure><img src="/pictures/{number}.jpg" alt=""><figcaption>{_sentence(rng)} \
<span class="credit">({rng.choice(_NAMES)}/The Example Herald)</span></figcaption></figure>
{story}</article><aside><h2>More stories</h2><ul>{teasers}</ul></aside></main>
<footer><p>Copyright The Example Herald. All rights reserved.</p><ul>{menu}</ul></footer>\
</body></html>
"""


def _paragraph(rng: random.Random) -> str:
    return " ".join(_sentence(rng) for _ in range(rng.randint(2, 4)))


def _sentence(rng: random.Random) -> str:
    return (
        f"The {rng.choice(_PLACES)} {rng.choice(_BODIES)} {rng.choice(_DEEDS)} "
        f"the {rng.choice(_THINGS)} on {rng.choice(_DAYS)}, {rng.choice(_NAMES)} said, "
        f"after {rng.randint(2, 90)} people had asked about the {rng.choice(_THINGS)}."
    )


def record(
    number: int, page: bytes, content_type: str = "text/html; charset=utf-8", status: str = "200 OK"
) -> bytes:
    """A response record of WARC 1.1 (ISO 28500) with a page."""
    block = (
        f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n".encode()
        + f"Content-Length: {len(page)}\r\n\r\n".encode()
        + page
    )
    return warc_record("response", number, block, "application/http; msgtype=response")


def warc_record(kind: str, number: int, block: bytes, content_type: str) -> bytes:
    """A record of WARC 1.1 of any kind."""
    identity = uuid.uuid5(uuid.NAMESPACE_URL, f"{kind} {url(number)}")
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{identity}>\r\n"
        f"WARC-Date: 2023-12-01T12:00:00Z\r\nWARC-Target-URI: {url(number)}\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def records(count: int, first: int = 0) -> Iterator[bytes]:
    """Records of `count` pages."""
    return (record(number, html(number).encode()) for number in range(first, first + count))


def write_warc(path: Path, entries: Iterable[bytes]) -> Path:
    """Write a WARC file. Where its name ends in .gz, each record is a gzip member, as the standard
    requires.
    """
    packed = path.suffix == ".gz"
    with path.open("wb") as file:
        for entry in entries:
            file.write(gzip.compress(entry, 6, mtime=0) if packed else entry)
    return path
