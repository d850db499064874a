"""Nothing is lost and every value has a place: checks that run on any page.

    python tests/properties.py PATH...             check pages
    python tests/properties.py --corpus FOLDER     check a corpus, every page as HTML and as rendered text

A check returns the problems as lines of text. An empty list means that there are none.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from pathlib import Path
from typing import Any

import attrs

import newsparse
from newsparse import Article, Evidence, NewsparseError, Origin, Segment, Source, Span, WarningCode
from newsparse.api import default_parser
from newsparse.page import Media
from newsparse.read.decode import media_of
from newsparse.read.reader import Lookup
from newsparse.read.tree import text_of
from newsparse.textual import INVISIBLE, squeeze

_SHOWN = 120


@attrs.frozen
class Placed:
    """A record read from the page: its name, its printed words and its place."""

    name: str
    raw: str
    source: Source


def placed(record: Any, name: str = "") -> Iterator[Placed]:
    """Every record within a record that has `raw` and `source`."""
    if isinstance(record, tuple):
        for at, entry in enumerate(record):
            yield from placed(entry, f"{name}[{at}]")
    elif attrs.has(type(record)) and not isinstance(record, (Source, Span)):
        name = name or type(record).__name__
        if isinstance(record, Evidence):
            yield Placed(f"{name}({record.field})", record.raw, record.source)
        elif hasattr(record, "source"):
            yield Placed(name, record.raw, record.source)
        for field in attrs.fields(type(record)):
            yield from placed(getattr(record, field.name), f"{name}.{field.name}")


def check(
    page: str | bytes | Path,
    *,
    media: str | None = None,
    url: str | None = None,
    profile: str | None = None,
) -> list[str]:
    """The problems with the places of a page's record and segments, which are read together."""
    seen = default_parser().examine(page, media=media, url=url, profile=profile)
    return judged(page, seen.article, seen.segments, media=media, url=url)


def judged(
    page: str | bytes | Path,
    article: Article,
    segments: tuple[Segment, ...],
    *,
    media: str | None = None,
    url: str | None = None,
) -> list[str]:
    """The problems with the places of a record and of segments that were read from a page."""
    text = newsparse.decode(page)
    kind = Media(media) if media else media_of(text)
    lookup = Lookup(page)
    found = list(_evidence(article))
    if any(warning.code is WarningCode.BINARY for warning in article.warnings):
        found += ["binary data has segments or a body"] if segments or article.body else []
    elif kind is Media.TEXT:
        found += _covered(text, segments)
    seen: dict[str, str] = {}
    for one in (*placed(article), *placed(segments, "segments")):
        problem = _problem(one, kind, text, lookup, url, seen)
        if problem:
            found.append(f"{one.name}: {problem}; raw {_cut(one.raw)}, source {_cut(one.source)}")
    return found


def _cut(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…"


def _evidence(article: Article) -> Iterator[str]:
    """Every non-empty field that is a plain value has evidence."""
    told = {one.field for one in article.evidence}
    for name in ("canonical_url", "language", "published", "updated", "section", "tags", "is_free"):
        value = getattr(article, name)
        if (value is not None and value != ()) != (name in told):
            yield f"{name} is {value!r}, its evidence {'is' if name in told else 'is not'} there"


def _covered(text: str, segments: tuple[Segment, ...]) -> list[str]:
    """Whether the segments of a text page cover every character that is not white space exactly once."""
    found: list[str] = []
    at = 0
    for one in segments:
        start, end = one.source.start, one.source.end
        if start is None or end is None or start < at or end <= start:
            found.append(f"segments overlap or are out of order at {at}: {_cut(one)} {start} {end}")
            continue
        if not _blank(text[at:start]):
            found.append(f"no segment covers {_cut(text[at:start].strip())} at {at}")
        at = end
    if not _blank(text[at:]):
        found.append(f"no segment covers {_cut(text[at:].strip())} at {at}")
    return found


def _blank(text: str) -> bool:
    return not text.strip() or not INVISIBLE.sub("", text).strip()


def _problem(
    one: Placed, kind: Media, text: str, lookup: Lookup, url: str | None, texts: dict[str, str]
) -> str:
    """The problem with one place, "" if there is none."""
    source = one.source
    if not one.raw.strip():
        return "has no raw"
    try:
        there = (
            lookup.text(source)
            if source.origin is not Origin.PROFILE
            else newsparse.locate(text, source)
        )
        for span in source.also:
            if not lookup.text(span).strip():
                return f"a further span {span} is empty"
    except NewsparseError as error:
        return f"cannot be located: {error}"
    if source.origin is Origin.TEXT:
        return (
            ""
            if kind is Media.TEXT and there == text[source.start : source.end] == one.raw
            else f"{_cut(there)} stands there"
        )
    if source.origin is Origin.URL:
        return (
            "" if there == one.raw and there in (url or "") else f"{_cut(there)} is not in the URL"
        )
    if squeeze(one.raw) not in squeeze(there):
        return f"{_cut(there)} stands there"
    if source.origin is not Origin.DOM:
        return ""
    return _smaller(squeeze(one.raw), source.where or "", lookup, texts)


def _smaller(raw: str, where: str, lookup: Lookup, texts: dict[str, str]) -> str:
    """Whether a child of the element contains the words too. An attribute has no children."""
    element = lookup.element(where)
    if isinstance(element, str):
        return ""
    for at, child in enumerate(element):
        name = f"{where}/{at}"
        if name not in texts:
            texts[name] = text_of(child)
        if raw in texts[name] and not _unseen(child):
            return f"its child {child.tag} holds it too"
    return ""


_UNSEEN = frozenset(
    "script style noscript template svg iframe object embed canvas applet map select option datalist textarea progress meter rp noframes head title".split()
)


def _unseen(element: Any) -> bool:
    """Whether the text of an element is invisible to readers."""
    return element.tag in _UNSEEN


def check_sample(folder: str, number: int, media: str) -> tuple[str, list[str]]:
    """Check a page of a corpus."""
    from newsparse.benchmark.corpus import samples

    if folder not in _SAMPLES:
        _SAMPLES[folder] = list(samples(Path(folder)))
    sample = _SAMPLES[folder][number]
    page = sample.page(Media(media))
    try:
        return f"{sample.id} {media}", check(page, media=media, url=sample.url)
    except Exception as error:
        return f"{sample.id} {media}", [f"raised {type(error).__name__}: {error}"]


_SAMPLES: dict[str, list[Any]] = {}


def check_corpus(
    folder: Path, step: int = 1, processes: int = 2
) -> Iterator[tuple[str, list[str]]]:
    """Check every `step`-th page of a corpus in both media."""
    from newsparse.benchmark.corpus import samples

    count = sum(1 for _ in samples(folder))
    jobs = [
        (str(folder), number, media)
        for number in range(0, count, step)
        for media in ("html", "text")
    ]
    with ProcessPoolExecutor(processes) as pool:
        yield from pool.map(check_sample, *zip(*jobs, strict=True), chunksize=16)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--step", type=int, default=1, help="check every n-th page of the corpus")
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    pages = bad = 0
    checked: Iterator[tuple[str, list[str]]] = ((str(path), check(path)) for path in given.paths)
    for name, problems in chain(
        checked, check_corpus(given.corpus, given.step, given.processes) if given.corpus else ()
    ):
        pages += 1
        bad += bool(problems)
        for problem in problems[:5]:
            print(f"{name}: {problem}", flush=True)
    print(f"{pages} pages, {bad} with problems")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
