"""Draft the profile of a site from what the generic parser finds on sample pages."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

import attrs

from newsparse.errors import InputError
from newsparse.knowledge import SiteKnowledge
from newsparse.learning.site import learn
from newsparse.page import Media, Page
from newsparse.parser import GENERIC, Parser
from newsparse.profiles.profile import Profile
from newsparse.profiles.registry import host_of
from newsparse.profiles.rules import line, pattern
from newsparse.read.decode import PageInput
from newsparse.read.reader import read
from newsparse.records import Article, BlockKind, Label, Origin, Segment
from newsparse.textual import normalize
from newsparse.workshop.plain import plain
from newsparse.workshop.selectors import Sample, propose, score

T = TypeVar("T")

_LEAST_SCORE: Final = 0.85
"""Score of a selector that is proposed."""
_SHORTEST_LINE, _LONGEST_LINE = 4, 120
"""Letters of a furniture line."""
_LEAST_PAGES: Final = 0.6
"""Share of the sample pages that a furniture line must stand on."""
_TEXTS: Final[dict[str, Callable[[Article], tuple[str, ...]]]] = {
    "headline": lambda one: (one.headline.text,) if one.headline else (),
    "kicker": lambda one: (one.kicker.text,) if one.kicker else (),
    "deck": lambda one: (one.deck.text,) if one.deck else (),
    "byline": lambda one: tuple(author.name for byline in one.bylines for author in byline.authors),
    "dateline": lambda one: (one.dateline.raw,) if one.dateline else (),
    "date": lambda one: tuple(
        entry.raw
        for entry in one.evidence
        if entry.field == "published" and entry.source.origin is Origin.DOM
    ),
    "caption": lambda one: tuple(caption.text for caption in one.captions if caption.text),
    "credit": lambda one: tuple(caption.credit.raw for caption in one.captions if caption.credit),
    "section": lambda one: (one.section,) if one.section else (),
    "tags": lambda one: one.tags,
    "body": lambda one: tuple(block.text for block in one.body),
}
"""The words of each field on a page, which a selector should find."""
_OF_THE_PROFILE: Final = frozenset(("profile", "masthead"))
"""Fields of a record that state the profile's own facts."""
_SHORT_LABEL: Final = 3
"""Letters of a label such as `co` in `co.uk`, which is no part of the name of a site."""


class Outcome(enum.StrEnum):
    """What a rule does to the record of one page."""

    BETTER = "better"
    """Fills a field that was empty, and changes nothing else."""
    SAME = "same"
    WORSE = "worse"
    """Changes or drops a value that was found."""


@attrs.frozen
class Trial:
    """How a rule did on the sample pages, each judged by a rule learned from the other pages."""

    field: str
    rule: str
    outcomes: tuple[Outcome, ...]
    """The outcome on each page."""

    @property
    def kept(self) -> bool:
        """Whether the rule is part of the draft: it makes no page worse."""
        return Outcome.WORSE not in self.outcomes


@attrs.frozen
class Draft:
    """A proposed profile, and how each rule that was tried did on the sample pages."""

    profile: Profile
    trials: tuple[Trial, ...] = ()


@attrs.frozen(eq=False)
class _Reading:
    """A sample page as the generic parser reads it."""

    source: PageInput
    page: Page
    article: Article
    segments: tuple[Segment, ...]
    record: dict[str, Any]
    """The values that the next rule must not change."""
    site: SiteKnowledge | None
    """What the sample pages have in common; a page is read with what the others say."""


def draft(pages: Sequence[PageInput], *, url: str | None = None, name: str | None = None) -> Draft:
    """A profile proposed from sample pages of one site.

    Its selectors are short and use no generated class names. Each page is read by the generic
    parser, with what `newsparse.learn` finds on the other pages, and then with a rule learned from
    the other pages. A field gets a rule only if no page
    is worse with it: the rule may fill an empty field, but must not change a value. A single page
    is judged by its own rule. The draft repeats the mistakes of the generic parser. Raises
    `InputError` for no pages and for pages of several sites.
    """
    if not pages:
        raise InputError("a draft needs at least one page")
    known = learn([(page, url) for page in pages], profile=GENERIC)
    readings = [_read(page, url, known) for page in pages]
    articles = [reading.article for reading in readings]
    _check_site(articles)
    rules: dict[str, Any] = {}
    trials: list[Trial] = []
    for field in _TEXTS:
        trial = _try(_Task(field, url, dict(rules)), readings)
        if trial is not None:
            trials.append(trial)
        if trial is not None and trial.kept:
            rules[field] = trial.rule
            readings = [_reread(reading, rules, url) for reading in readings]
    facts = _facts(articles, [reading.page for reading in readings], url, name)
    alone = [_alone(reading, rules, url) for reading in readings]
    line_trials = [
        _line_trial(expression, rules, alone, url) for expression in _furniture_lines(alone)
    ]
    lines = tuple(trial.rule for trial in line_trials if trial.kept)
    profile = Profile(**facts, **rules, furniture_lines=lines)
    return Draft(profile, (*trials, *line_trials))


def _read(source: PageInput, url: str | None, site: SiteKnowledge | None) -> _Reading:
    examined = Parser(()).examine(source, url=url, profile=GENERIC, site=site)
    return _Reading(
        source,
        read(source, url=url),
        examined.article,
        examined.segments,
        _judged(examined.article),
        site,
    )


def _alone(reading: _Reading, rules: dict[str, Any], url: str | None) -> _Reading:
    """The page as it is read without the others, for the lines that only the others give away."""
    return _reread(_read(reading.source, url, None), rules, url)


def _reread(reading: _Reading, rules: dict[str, Any], url: str | None) -> _Reading:
    """The page with the record that some rules give."""
    profile = Profile(name="draft", **rules)
    article = Parser(()).parse(reading.source, url=url, profile=profile, site=reading.site)
    return attrs.evolve(reading, record=_judged(article))


def _judged(article: Article) -> dict[str, Any]:
    """The values of an article that a rule must not change."""
    return {field: value for field, value in plain(article).items() if field not in _OF_THE_PROFILE}


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


@attrs.frozen
class _Task:
    """The search for the rule of one field."""

    field: str
    url: str | None
    kept: dict[str, str]
    """The rules of the fields before it."""

    def outcome(self, selector: str, reading: _Reading) -> Outcome:
        """What a selector, beside the kept rules, does to the record of a page."""
        rules = {**self.kept, self.field: f"css:{selector}"}
        found = _reread(reading, rules, self.url).record
        if any(found.get(field) != value for field, value in reading.record.items()):
            return Outcome.WORSE
        return Outcome.BETTER if len(found) > len(reading.record) else Outcome.SAME


def _try(task: _Task, readings: Sequence[_Reading]) -> Trial | None:
    """The best rule of a field and its outcome on each page; None if no page has the field."""
    samples = [Sample(reading.page, _TEXTS[task.field](reading.article)) for reading in readings]
    selector = _learned(task, samples, readings)
    if selector is None:
        return None
    outcomes = [
        max(
            (task.outcome(selector, reading), _left_out(task, number, samples, readings)),
            key=_BY_HARM.index,
        )
        for number, reading in enumerate(readings)
    ]
    return Trial(task.field, f"css:{selector}", tuple(outcomes))


_BY_HARM: Final = (Outcome.BETTER, Outcome.SAME, Outcome.WORSE)


def _left_out(
    task: _Task, number: int, samples: Sequence[Sample], readings: Sequence[_Reading]
) -> Outcome:
    """What the rule learned from the other pages does to a page."""
    selector = _learned(task, _without(samples, number), _without(readings, number))
    return Outcome.SAME if selector is None else task.outcome(selector, readings[number])


def _without(values: Sequence[T], number: int) -> list[T]:
    return [*values[:number], *values[number + 1 :]]


def _learned(task: _Task, samples: Sequence[Sample], readings: Sequence[_Reading]) -> str | None:
    """The best selector that finds the field on each page that has it.

    A selector that makes none of these pages worse comes before a better-scored one that does.
    """
    filled = [sample for sample in samples if sample.texts]
    found = [
        proposal.selector
        for proposal in (propose(filled) if filled else ())
        if min(score([sample], proposal.selector) for sample in filled) >= _LEAST_SCORE
    ]
    harmless = (
        selector
        for selector in found
        if all(task.outcome(selector, reading) is not Outcome.WORSE for reading in readings)
    )
    return next(harmless, found[0] if found else None)


def _line_trial(
    expression: str, rules: dict[str, Any], readings: Sequence[_Reading], url: str | None
) -> Trial:
    """What a furniture line, beside the kept rules, does to each page."""
    ruled = {**rules, "furniture_lines": (expression,)}
    outcomes = tuple(
        _cleared(expression, reading.record, _reread(reading, ruled, url).record)
        for reading in readings
    )
    return Trial("furniture_lines", expression, outcomes)


def _cleared(expression: str, before: dict[str, Any], after: dict[str, Any]) -> Outcome:
    """Better if the body lost the furniture line, worse if anything else changed."""
    story = [text for text in before.get("body", ()) if not pattern(expression).fullmatch(text)]
    if {**after, "body": after.get("body", [])} != {**before, "body": story}:
        return Outcome.WORSE
    return Outcome.SAME if before == after else Outcome.BETTER


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


def _furniture_lines(readings: Sequence[_Reading]) -> tuple[str, ...]:
    """Short lines inside the story that the pages have in common, without its subheads."""
    if len(readings) < 2:
        return ()
    segments = [reading.segments for reading in readings]
    subheads = {
        normalize(block.text)
        for reading in readings
        for block in reading.article.body
        if block.kind is BlockKind.HEADING
    }
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
        if folded not in subheads and count > 1 and count >= _LEAST_PAGES * len(segments)
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
