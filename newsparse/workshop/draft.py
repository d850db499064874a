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
from newsparse.records import Article, Label, Origin, Segment
from newsparse.textual import normalize
from newsparse.workshop.plain import plain
from newsparse.workshop.selectors import Proposal, Sample, propose, score

_LEAST_SCORE: Final = 0.85
"""Score of a selector that is proposed."""
_SHORTEST_LINE, _LONGEST_LINE = 4, 120
"""Letters of a furniture line."""
_LEAST_PAGES: Final = 0.6
"""Share of the sample pages that a furniture line must stand on."""
_TEXTS: Final[dict[str, Callable[[Article], tuple[str, ...]]]] = {
    "headline": lambda one: (one.headline.text,) if one.headline else (),
    "deck": lambda one: (one.deck.text,) if one.deck else (),
    "byline": lambda one: tuple(author.name for byline in one.bylines for author in byline.authors),
    "date": lambda one: tuple(
        entry.raw
        for entry in one.evidence
        if entry.field == "published" and entry.source.origin is Origin.DOM
    ),
    "caption": lambda one: tuple(caption.text for caption in one.captions if caption.text),
    "credit": lambda one: tuple(caption.credit.raw for caption in one.captions if caption.credit),
    "body": lambda one: tuple(block.text for block in one.body),
}
"""The words of each field on a page, which a selector should find."""
_SHORT_LABEL: Final = 3
"""Letters of a label such as `co` in `co.uk`, which is no part of the name of a site."""


@attrs.frozen
class Draft:
    """A proposed profile, with the score of each selector against the generic parser."""

    profile: Profile
    scores: tuple[tuple[str, float], ...] = ()
    """Field and score, 0 to 1."""


@attrs.frozen(eq=False)
class _Reading:
    """A sample page as the generic parser reads it."""

    source: PageInput
    page: Page
    article: Article
    segments: tuple[Segment, ...]


def draft(pages: Sequence[PageInput], *, url: str | None = None, name: str | None = None) -> Draft:
    """A profile proposed from sample pages of one site.

    Its selectors are short and use no generated class names. A rule is proposed only if it finds
    its field on each page that has it, and if no record loses a value that the generic parser
    finds. The draft repeats the mistakes of the generic parser. Raises `InputError` for no pages
    and for pages of several sites.
    """
    if not pages:
        raise InputError("a draft needs at least one page")
    readings = [_read(page, url) for page in pages]
    articles = [reading.article for reading in readings]
    _check_site(articles)
    rules: dict[str, Any] = {}
    scores: list[tuple[str, float]] = []
    for field in _TEXTS:
        best = _best(field, readings, url)
        if best is not None:
            rules[field] = f"css:{best.selector}"
            scores.append((field, round(best.score, 3)))
    facts = _facts(articles, [reading.page for reading in readings], url, name)
    lines = _furniture_lines([reading.segments for reading in readings])
    return Draft(Profile(**facts, **rules, furniture_lines=lines), tuple(scores))


def _read(source: PageInput, url: str | None) -> _Reading:
    examined = Parser(()).examine(source, url=url, profile=GENERIC)
    return _Reading(source, read(source, url=url), examined.article, examined.segments)


def _check_site(articles: Sequence[Article]) -> None:
    """Raise `InputError` for pages whose canonical URLs are of several sites."""
    hosts = {host for article in articles if (host := host_of(article.canonical_url))}
    if len({_site(host) for host in hosts}) > 1:
        raise InputError(f"a draft needs pages of one site, not of {', '.join(sorted(hosts))}")


def _site(host: str) -> str:
    """The part of a host that names the site.

    >>> _site("www.herald.example"), _site("news.herald.co.uk")
    ('herald.example', 'herald.co.uk')
    """
    labels = host.split(".")
    is_suffix = len(labels) > 2 and max(map(len, labels[-2:])) <= _SHORT_LABEL
    return ".".join(labels[-3:] if is_suffix else labels[-2:])


def _best(field: str, readings: Sequence[_Reading], url: str | None) -> Proposal | None:
    """The best selector of a field that makes no record worse; None without one."""
    samples = [
        Sample(reading.page, texts)
        for reading in readings
        if (texts := _TEXTS[field](reading.article))
    ]
    for proposal in propose(samples) if samples else ():
        on_each = min(score([sample], proposal.selector) for sample in samples)
        if on_each >= _LEAST_SCORE and not _loses(field, proposal, readings, url):
            return proposal
    return None


def _loses(field: str, proposal: Proposal, readings: Sequence[_Reading], url: str | None) -> bool:
    """Whether a rule makes a record lose a value that the generic parser finds."""
    rule: dict[str, Any] = {field: f"css:{proposal.selector}"}
    profile, parser = Profile(name="draft", **rule), Parser(())
    return any(
        _lacks(
            plain(parser.parse(reading.source, url=url, profile=profile)), plain(reading.article)
        )
        for reading in readings
    )


def _lacks(record: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Whether a record lacks a value of another, or an entry of a list."""
    for field, value in wanted.items():
        found = record.get(field)
        if isinstance(value, list):
            if any(entry not in (found or ()) for entry in value):
                return True
        elif found != value:
            return True
    return False


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
