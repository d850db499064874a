"""Draft the profile of a site from what the generic parser finds on sample pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, Final

import attrs

from newsparse.errors import InputError
from newsparse.page import Media, Page
from newsparse.parser import GENERIC, Parser
from newsparse.profiles.profile import Profile
from newsparse.profiles.registry import host_of
from newsparse.profiles.rules import line, pattern
from newsparse.read.decode import PageInput
from newsparse.read.reader import read
from newsparse.records import Article, Label, Segment
from newsparse.textual import normalize
from newsparse.workshop.selectors import Sample, propose

_LEAST_SCORE: Final = 0.85
"""Score of a selector that is proposed."""
_SHORTEST_LINE, _LONGEST_LINE = 4, 120
"""Letters of a furniture line."""
_LEAST_PAGES: Final = 0.6
"""Share of the sample pages that a furniture line must stand on."""
_TEXTS: Final[dict[str, Callable[[Article], tuple[str, ...]]]] = {
    "headline": lambda one: (one.headline.text,) if one.headline else (),
    "byline": lambda one: tuple(author.name for byline in one.bylines for author in byline.authors),
    "caption": lambda one: tuple(caption.text for caption in one.captions if caption.text),
    "credit": lambda one: tuple(caption.credit.raw for caption in one.captions if caption.credit),
    "body": lambda one: tuple(block.text for block in one.body),
}


@attrs.frozen
class Draft:
    """A proposed profile, with the score of each selector against the generic parser."""

    profile: Profile
    scores: tuple[tuple[str, float], ...] = ()
    """Field and score, 0 to 1."""


def draft(pages: Sequence[PageInput], *, url: str | None = None, name: str | None = None) -> Draft:
    """A profile proposed from sample pages of one site. Raises `InputError` for no pages.

    Its selectors find the field on the samples and are likely to last: they are short and use no
    generated class names. The draft repeats the mistakes of the generic parser that it was made
    with.
    """
    if not pages:
        raise InputError("a draft needs at least one page")
    parser = Parser(())
    read_pages = [read(page, url=url) for page in pages]
    articles = [parser.parse(page, url=url, profile=GENERIC) for page in pages]
    segments = [parser.segment(page, url=url, profile=GENERIC) for page in pages]
    rules: dict[str, Any] = {}
    scores: list[tuple[str, float]] = []
    for field, texts in _TEXTS.items():
        samples = [
            Sample(page, found)
            for page, article in zip(read_pages, articles, strict=True)
            if (found := texts(article))
        ]
        best = next(iter(propose(samples)), None) if samples else None
        if best is not None and best.score >= _LEAST_SCORE:
            rules[field] = f"css:{best.selector}"
            scores.append((field, round(best.score, 3)))
    facts = _facts(articles, read_pages, url, name)
    return Draft(
        Profile(**facts, **rules, furniture_lines=_furniture_lines(segments)), tuple(scores)
    )


def _facts(
    articles: Sequence[Article], pages: Sequence[Page], url: str | None, name: str | None
) -> dict[str, Any]:
    """The facts of the publication that the pages state."""
    host = next(
        (
            found
            for article in articles
            for address in (url, article.canonical_url)
            if (found := host_of(address))
        ),
        "",
    )
    host = host.removeprefix("www.")
    mastheads = [article.masthead for article in articles if article.masthead]
    publication = _most(one.name for one in mastheads) or ""
    made = "-".join(
        "".join(
            letter if letter.isascii() and letter.isalnum() else " "
            for letter in (name or publication or host).lower()
        ).split()
    )
    established = next((one.established for one in mastheads if one.established is not None), None)
    facts: dict[str, Any] = {
        "name": made or "site",
        "publication": publication,
        "hosts": (host,) if "." in host else (),
        "place": _most(one.place for one in mastheads if one.place),
        "established": str(established) if established is not None else None,
        "language": _language(_most(article.language for article in articles if article.language)),
    }
    if any(page.media is Media.TEXT for page in pages) and publication:
        facts["masthead_lines"] = (_escaped(publication),)
    return facts


def _most(values: Any) -> str | None:
    counted = Counter(values).most_common(1)
    return counted[0][0] if counted else None


def _language(tag: str | None) -> str | None:
    """A language tag as profiles write it; None for a bad one."""
    if tag is None:
        return None
    head, _, region = tag.replace("_", "-").partition("-")
    return (
        head.lower() + (f"-{region}" if region else "")
        if head.isalpha() and 2 <= len(head) <= 3
        else None
    )


def _furniture_lines(segments: Sequence[tuple[Segment, ...]]) -> tuple[str, ...]:
    """Short lines inside the story that the pages have in common."""
    if len(segments) < 2:
        return ()
    counted: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for page in segments:
        at = [number for number, part in enumerate(page) if part.label is Label.BODY]
        inside = page[at[0] : at[-1] + 1] if at else ()
        for folded, text in {normalize(part.text): part.text for part in inside}.items():
            counted[folded] += 1
            shown.setdefault(folded, text)
    wanted = [
        folded
        for folded, count in counted.items()
        if count > 1 and count >= _LEAST_PAGES * len(segments)
    ]
    lines = (
        _escaped(shown[folded])
        for folded in wanted
        if _SHORTEST_LINE <= len(folded) <= _LONGEST_LINE and "\n" not in shown[folded]
    )
    return tuple(expression for expression in lines if line(expression))


def _escaped(text: str) -> str:
    """A text as a pattern that matches it alone.

    >>> _escaped("Read more (free)")
    'Read more \\\\(free\\\\)'
    """
    expression = "".join(
        f"\\{letter}" if letter in r"\.^$*+?{}[]|()" else letter for letter in text
    )
    pattern(expression)
    return expression
