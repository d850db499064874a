"""Fields and segments as one HTML file.

Rules of this file: all text of the page passes through `_safe`. It is element text or a quoted
attribute, never part of a URL, a style or a script. The style sheet and the script belong to the
package, and are admitted by their hashes alone.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from importlib import resources
from string import Template
from typing import Final

from newsparse.explainer.palette import LABELS, variables
from newsparse.explainer.trace import Candidate, Field, Value, clip, subheads
from newsparse.records import Article, Label, Origin, Rejected, Segment, Source

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that an HTML file must not contain (controls, lone surrogates). They are shown as
U+FFFD.
"""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}")
_NAMES: Final = {
    Origin.JSON_LD: "JSON-LD",
    Origin.META: "head",
    Origin.APP_STATE: "app state",
    Origin.URL: "address",
    Origin.PROFILE: "profile",
    Origin.CALLER: "caller",
    Origin.DOM: "page",
    Origin.TEXT: "page",
}


def render(article: Article, segments: Sequence[Segment], fields: Sequence[Field]) -> str:
    """The HTML file."""
    style, script = _asset("explain.css"), _asset("explain.js")
    style = f"{variables()}\n{style}"
    headline = (
        article.headline.text if article.headline is not None else "A page without a headline"
    )
    return Template(_asset("explain.html")).substitute(
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
        title=_safe(clip(headline, 120)),
        headline=_safe(clip(headline, 300)),
        facts=_facts(article, segments),
        warnings=_warnings(article),
        fields="\n".join(_field(field) for field in fields if field.values or field.rejected),
        empty=_empty(fields),
        legend="\n".join(_chips(segments)),
        lang=f' lang="{article.language}"'
        if article.language and _LANGUAGE.fullmatch(article.language)
        else "",
        segments="\n".join(_segments(segments, subheads(article, segments)))
        or '<li class="none">The page holds no text.</li>',
    )


@cache
def _asset(name: str) -> str:
    return (
        resources.files("newsparse.explainer").joinpath("template", name).read_text("utf-8").strip()
    )


@cache
def _hash(text: str) -> str:
    """The hash of the text of an inline element, for the Content-Security-Policy."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _safe(text: str) -> str:
    """Text for an element or a quoted attribute.

    >>> _safe("<b>\\x00 & 'c'")
    '&lt;b&gt;\\ufffd &amp; &#x27;c&#x27;'
    """
    return html.escape(_UNPRINTABLE.sub("\ufffd", text))


def _words(text: str) -> str:
    """Text for an element's content, where quotes need no escape."""
    return html.escape(_UNPRINTABLE.sub("\ufffd", text), quote=False)


def _facts(article: Article, segments: Sequence[Segment]) -> str:
    facts = [
        article.masthead.name if article.masthead else "",
        article.kind.value,
        f"{len(segments):,} segments",
    ]
    facts.append(f"profile {article.profile}" if article.profile else "no profile")
    return "".join(f"<li><bdi>{_words(clip(fact, 80))}</bdi></li>" for fact in facts if fact)


def _warnings(article: Article) -> str:
    if not article.warnings:
        return ""
    rows = "".join(
        f"<li><b>{_words(warning.code.value)}</b> {_words(clip(warning.message))}</li>"
        for warning in article.warnings
    )
    return f'<ul class="warnings" aria-label="Warnings">{rows}</ul>'


def _empty(fields: Iterable[Field]) -> str:
    names = [field.title for field in fields if not field.values and not field.rejected]
    return (
        f'<p class="empty">Nothing was found for: {", ".join(names).lower()}.</p>' if names else ""
    )


# The page's text.


def _chips(segments: Sequence[Segment]) -> Iterable[str]:
    counts = Counter(segment.label for segment in segments)
    for label in LABELS:
        if counts[label]:
            name = label.value
            yield (
                f'<label class="chip {name}">'
                f'<input type="checkbox" id="show-{name}" value="{name}" checked>'
                f"<span>{name} <small>{counts[label]:,}</small></span></label>"
            )


def _segments(segments: Sequence[Segment], heads: Collection[int]) -> Iterable[str]:
    before: list[str] = []
    for number, segment in enumerate(segments, 1):
        place, before = _place(segment.source, before)
        sub = " sub" if number in heads else ""
        yield (
            f'<li class="{segment.label.value}{sub}" id="s{number}" data-at="{_safe(place)}">'
            f'<p dir="auto">{_words(segment.text)}</p>'
            f"<div>{_why(segment)}</div></li>"
        )


def _why(segment: Segment) -> str:
    """Score and reason, then the rejected claims."""
    score = (
        f"<b>{segment.score:.2f}</b> "
        if segment.label is not Label.FURNITURE or segment.score
        else ""
    )
    parts: list[str] = [f"{score}{_words(segment.reason)}"]
    parts += [
        f"<i>not {claim.label.value} <b>{claim.score:.2f}</b> {_words(claim.reason)}</i>"
        for claim in _others(segment)
    ]
    return "".join(parts)


def _others(segment: Segment) -> Iterable[Rejected]:
    """The best rejected claim of each other label."""
    seen = {segment.label}
    for claim in segment.rejected:
        if claim.label not in seen:
            seen.add(claim.label)
            yield claim


def _place(source: Source, before: list[str]) -> tuple[str, list[str]]:
    """Where a segment is. Of an XPath only what differs from the segment before: `3/p[2]` keeps its
    first 3 steps.
    """
    if source.where is None:
        return f"{source.start}–{source.end}", before
    steps = source.where.split("/")
    shared = 0
    for one, other in zip(steps, before, strict=False):
        if one != other:
            break
        shared += 1
    return f"{shared}/{'/'.join(steps[shared:])}", steps


# The record.


def _field(field: Field) -> str:
    values = "".join(_value(value, field) for value in field.values) or '<p class="none">none</p>'
    return (
        f'<section class="field {field.name}" id="field-{field.name}">'
        f"<h3>{field.title}</h3>{values}{_rejected(field)}</section>"
    )


def _value(value: Value, field: Field) -> str:
    text = f'<p class="value"><bdi>{_words(value.text) or "(no text)"}</bdi></p>'
    parts = "".join(
        f"<div><dt>{_words(name)}</dt><dd><bdi>{_words(part)}</bdi></dd></div>"
        for name, part in value.parts
    )
    return f'<div class="entry">{text}{f"<dl>{parts}</dl>" if parts else ""}{_origin(value)}</div>'


def _origin(value: Value) -> str:
    """Where a value came from: links to its segments, or the statement of the head."""
    links = " ".join(_run(first, last) for first, last in _runs(value.segments))
    source = value.source
    if source is None:
        return f'<p class="from">{links}</p>' if links else ""
    place = f"<code>{_words(_spot(source))}</code>"
    quote = (
        ""
        if value.segments or source.origin in (Origin.DOM, Origin.TEXT)
        else f"<q><bdi>{_words(value.raw)}</bdi></q>"
    )
    name = _NAMES[source.origin]
    reason = "" if value.segments else source.reason.removeprefix(name).strip()
    why = f" <span>{_words(reason)}</span>" if reason else ""
    return f'<p class="from"><b>{name}</b> {links}{why} {quote} {place}</p>'


def _spot(source: Source) -> str:
    return source.where if source.where is not None else f"{source.start}–{source.end}"


def _runs(numbers: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Numbers as ranges: 1, 2, 3, 7 are (1, 3) and (7, 7)."""
    first = last = 0
    for number in numbers:
        if last and number == last + 1:
            last = number
            continue
        if last:
            yield first, last
        first = last = number
    if last:
        yield first, last


def _run(first: int, last: int) -> str:
    if first == last:
        return f'<a href="#s{first}">#{first}</a>'
    return f'<a href="#s{first}" data-to="{last}">#{first}–{last}</a>'


def _rejected(field: Field) -> str:
    if not field.rejected:
        return ""
    more = f"<li>and {field.more:,} more with lower scores</li>" if field.more else ""
    rows = "".join(_candidate_row(candidate) for candidate in field.rejected)
    count = len(field.rejected) + field.more
    return f"<details><summary>{count:,} rejected</summary><ul>{rows}{more}</ul></details>"


def _candidate_row(candidate: Candidate) -> str:
    quote = f"<q><bdi>{_words(candidate.text)}</bdi></q>"
    if candidate.segment:
        score = f" <b>{candidate.score:.2f}</b>" if candidate.score is not None else ""
        link = f'<a href="#s{candidate.segment}">#{candidate.segment}</a>'
        why = f"<span>{_words(candidate.why)}; it is {candidate.what}</span>"
        return f"<li>{link}{score} {quote} {why}</li>"
    place = (
        f" <code>{_words(_spot(candidate.source))}</code>" if candidate.source is not None else ""
    )
    why = f"<span>{_words(candidate.why)}</span>"
    return f"<li><b>{_words(candidate.what)}</b> {quote} {why}{place}</li>"
