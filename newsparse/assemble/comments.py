"""The comments of readers under the story, as far as the page prints or states them.

A comment is what stands in the smallest elements around the name of its author. Comments that
scripts load later are not on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any, Final

import attrs

from newsparse.assemble.context import AssemblyContext
from newsparse.blocks import Block
from newsparse.fields.dates import find_dates, parse_moment
from newsparse.lexicon.class_patterns import REPLIES
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.languages import spoken
from newsparse.page import Media
from newsparse.read.statements import HeadStatement
from newsparse.records import Comment, Moment, Origin, Source, Span
from newsparse.textual import any_of, squeeze

_COMMENT: Final = bit("comment")
_AUTHOR: Final = bit("byline")
_DATE: Final = bit("date", "has_time")
_CONTROL: Final = bit("in_control", "in_form", "tool", "share", "signup")
_LONGEST_AUTHOR: Final = 80
"""Characters of the line that names the author of a comment."""
_LONGEST_DATE: Final = 60
_MOST_LINKED: Final = 0.8
"""Share of a line inside links; with more it is a button or a link to the profile."""
_MOST_COMMENTS: Final = 10_000
_SAYS = re.compile(
    rf"(?<!\s)\s*(?:{any_of(spoken(lambda language: language.comment_verbs))})?\s?[:,]?$",
    re.IGNORECASE,
)
"""What stands behind the name of the author of a comment."""
_DEPTH = re.compile(r"(?<![\w-])(?:depth|level|comment-level|indent)-(\d{1,2})(?![\w-])")
_REPLY_BUTTON = re.compile(
    rf"^(?:{any_of(spoken(lambda language: language.comment_buttons))})\W{{0,3}}$",
    re.IGNORECASE,
)
_NAMES: Final = ("name", "alternateName")
_STATED: Final = ("comment", "comments")


def comments(context: AssemblyContext) -> tuple[Comment, ...]:
    """The printed comments in order; without any, those of the story's JSON-LD."""
    if context.page.media is Media.TEXT:
        return ()
    return tuple(_printed(context)) or tuple(_stated(context))


# Printed comments


def _printed(context: AssemblyContext) -> Iterator[Comment]:
    """The comments that the page prints."""
    region = [block for block in context.page.blocks if block.within & _COMMENT]
    authors = [block for block in region if _is_author(context, block)][:_MOST_COMMENTS]
    if not authors:
        return
    item_of = _items(context, authors)
    members: dict[int, list[Block]] = {item: [] for item in item_of.values()}
    for block in region:
        item = next((node for node in _ancestors(context, block.node) if node in members), None)
        if item is not None:
            members[item].append(block)
    for author in authors:
        comment = _comment(context, author, members[item_of[author.index]])
        if comment is not None:
            yield comment


def _is_author(context: AssemblyContext, block: Block) -> bool:
    """Whether a block of the comments names the author of one."""
    return (
        bool((block.own | block.inline) & _AUTHOR)
        and 0 < len(block.text) <= _LONGEST_AUTHOR
        and not block.within & bit("in_form", "in_control")
        and any(map(str.isalnum, block.text))
    )


def _items(context: AssemblyContext, authors: list[Block]) -> dict[int, int]:
    """For each author's block the largest container that holds no other author's."""
    holds: dict[int, int] = {}
    for author in authors:
        for node in _ancestors(context, author.node):
            holds[node] = holds.get(node, 0) + 1
    found: dict[int, int] = {}
    for author in authors:
        item = author.node
        for node in _ancestors(context, author.node):
            within = context.page.outline.within[node]
            if holds[node] > 1 or not within & _COMMENT:
                break
            item = node
        found[author.index] = item
    return found


def _ancestors(context: AssemblyContext, node: int) -> Iterator[int]:
    """A container and all above it, the innermost first."""
    parents = context.page.outline.parent
    while node >= 0:
        yield node
        node = parents[node]


def _comment(context: AssemblyContext, author: Block, members: list[Block]) -> Comment | None:
    """The comment of an author; None if nothing is said."""
    dates = [block for block in members if _is_date(block) and block is not author]
    words = [
        block for block in members if block is not author and block not in dates and _is_said(block)
    ]
    if not words:
        return None
    name, date = _parted(context, author)
    places = [context.spot(block, 0, len(block.text)) for block in words]
    (raw, source), *others = places
    return Comment(
        "\n\n".join(block.text for block in words),
        name or None,
        date or next((found for block in dates if (found := _date(context, block))), None),
        _depth(context, author.node),
        raw,
        attrs.evolve(
            source,
            also=tuple(Span(where=other.where) for _, other in others),
            reason="stands under its author among the comments",
        ),
    )


def _is_date(block: Block) -> bool:
    """Whether a block is the date of a comment."""
    return (
        bool((block.own | block.inline) & _DATE)
        and len(block.text) <= _LONGEST_DATE
        and any(map(str.isdigit, block.text))
    )


def _is_said(block: Block) -> bool:
    """Whether a block is part of what a comment says."""
    return not (
        block.own & _CONTROL
        or block.linked > _MOST_LINKED * len(block.text)
        or _REPLY_BUTTON.match(block.text)
    )


def _parted(context: AssemblyContext, author: Block) -> tuple[str, Moment | None]:
    """The name in an author's block, and the date that stands behind it."""
    text = author.text
    for mark in context.view.marks(author):
        if mark.words & _DATE and mark.start > 0:
            date = parse_moment(mark.datetime) if mark.datetime else None
            date = date or _one_date(text[mark.start : mark.end])
            return _SAYS.sub("", text[: mark.start].rstrip(" \n|·•-–—,")).strip(), date
    return _SAYS.sub("", text).strip(), None


def _date(context: AssemblyContext, block: Block) -> Moment | None:
    """The date of a comment, as its element or its words have it."""
    for mark in context.view.marks(block):
        if mark.datetime:
            found = parse_moment(mark.datetime)
            if found is not None:
                return found
    return _one_date(block.text)


def _one_date(text: str) -> Moment | None:
    return next((found.moment for found in find_dates(text)), None)


def _depth(context: AssemblyContext, author: int) -> int:
    """How deep a comment stands among the replies, from 1."""
    signatures = context.page.outline.signature
    replies = 0
    for node in _ancestors(context, author):
        match = _DEPTH.search(signatures[node])
        if match is not None:
            return max(1, int(match[1]))
        replies += REPLIES.search(signatures[node]) is not None
    return 1 + replies


# Stated comments


def _stated(context: AssemblyContext) -> Iterator[Comment]:
    """The comments that the story's JSON-LD states, replies after what they answer."""
    for name in _STATED:
        for statement in context.statements.item(context.statements.story, name):
            yield from _of_object(statement, 1)


def _of_object(statement: HeadStatement, depth: int) -> Iterator[Comment]:
    """A stated comment and its replies."""
    value = statement.value
    if not isinstance(value, Mapping) or depth > _MOST_COMMENTS:
        return
    text = value.get("text")
    if isinstance(text, str) and text.strip():
        source = attrs.evolve(statement.source, where=f"{statement.source.where}/text")
        said = HeadStatement(text, source)
        yield Comment(
            squeeze(unescape(text)),
            _name(value.get("author")),
            _moment(value),
            depth,
            said.raw,
            said.source,
        )
    replies = value.get("comment")
    for at, reply in enumerate(replies if isinstance(replies, list) else []):
        where = f"{statement.source.where}/comment/{at}"
        yield from _of_object(
            HeadStatement(reply, Source(Origin.JSON_LD, where=where, score=0.8)), depth + 1
        )


def _name(author: Any) -> str | None:
    """The name of a stated author."""
    if isinstance(author, Mapping):
        author = next((author[key] for key in _NAMES if isinstance(author.get(key), str)), None)
    return squeeze(unescape(author)) or None if isinstance(author, str) else None


def _moment(value: Mapping[str, Any]) -> Moment | None:
    """When a stated comment was written."""
    stated = value.get("dateCreated") or value.get("datePublished")
    return parse_moment(stated) if isinstance(stated, str) else None
