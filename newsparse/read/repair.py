"""Repair of markup that hides the rest of a page: an element or a comment that is not closed.

A browser, too, takes all that follows an unclosed `<title>` or `<!--` for its content. A reader of
the page's source would not. `repaired` closes such an element before the first markup that it
cannot hold. Closed elements are never touched. The time is linear in the size of the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

_OPENING = re.compile(
    rb"<(?=[!sStTiInN])(?:(!--)|(title|style|textarea|script|iframe|noscript)(?=[\s/>]))",
    re.IGNORECASE,
)
_BLOCKS: Final = rb"p|div|h[1-6]|article|section|main|header|footer|aside|nav|ul|table|figure"
_MARKUP = re.compile(rb"<(?:/?[a-z][a-z0-9-]*(?=[\s/>])|!--)", re.IGNORECASE)
_BLOCK = re.compile(rb"</?(?:" + _BLOCKS + rb")(?=[\s/>])", re.IGNORECASE)
_MARKUP_AFTER_CODE = re.compile(
    rb"(?:^[ \t]*+|(?<=[;}]))(?=</?(?:" + _BLOCKS + rb"|head|body|link|meta|script)[\s/>])",
    re.IGNORECASE | re.MULTILINE,
)
"""Markup that does not stand in a string of a script: it begins a line, or follows a statement."""
_TAG_END = re.compile(rb"[<>]")
_PAGE_EDGE = re.compile(rb"</?(?:head|body|html)(?=[\s>])", re.IGNORECASE)
_ESCAPED_SCRIPT = re.compile(rb"<\\/script", re.IGNORECASE)
"""The end of a script that a script writes: the start tag before it is a string."""
_PARAGRAPH_ENDS: Final = (b"</p>", b"</P>")
_COMMENT: Final = b"!--"
_FIRST_MARKUP: Final = {
    b"title": _MARKUP,
    b"style": _MARKUP,
    b"textarea": _MARKUP,
    b"iframe": _MARKUP,
    b"script": _MARKUP_AFTER_CODE,
    b"noscript": _BLOCK,
    _COMMENT: _MARKUP,
}
"""The markup before which each element is closed."""
_MOST_REPAIRS: Final = 20
"""Repairs of one page; a page with more is not worth the work."""
_FEWEST_PARAGRAPHS: Final = 3
"""Paragraphs in a script, or in a comment that a later comment closes, that count as the page's."""
_SHARE_OF_PARAGRAPHS: Final = 0.8
"""Their share of all paragraphs, for a comment."""


def repaired(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """UTF-8 bytes of a page with its unclosed elements closed, and the names of these elements.

    >>> repaired(b"<title>Rain <body><p>It rained.</p></body>")
    (b'<title>Rain </title><body><p>It rained.</p></body>', ('title',))
    >>> repaired(b"<title>Rain</title><!-- <p>old</p> --><p>It rained.</p>")[1]
    ()
    """
    found = list(islice(_Scan(data).damages(), _MOST_REPAIRS))
    if not found:
        return data, ()
    pieces: list[bytes] = []
    done = 0
    for at, name in found:
        pieces += (data[done:at], b"-->" if name == _COMMENT else b"</" + name + b">")
        done = at
    pieces.append(data[done:])
    names = ("comment" if name == _COMMENT else name.decode() for _, name in found)
    return b"".join(pieces), tuple(dict.fromkeys(names))


_PAGE_END = re.compile(rb"</(?:html|body)\s*+>", re.IGNORECASE)
_STORY = re.compile(rb"<(?:p|div|article|main|section|h[1-6]|table|ul)\b", re.IGNORECASE)
"""Elements that show that a page goes on."""
_MOST_ENDS: Final = 20
"""Ends of a page that are looked at; one that writes more is a script's."""


def without_early_end(data: bytes) -> tuple[bytes, bool]:
    """UTF-8 bytes of a page without the end tags of `html` and `body`, if the page goes on after
    one; and whether it did. libxml2 drops what follows, and browsers show it.

    >>> without_early_end(b"<body><p>Rain</p></body></html><p>fell.</p>")
    (b'<body><p>Rain</p><p>fell.</p>', True)
    >>> without_early_end(b"<body><p>Rain</p></body></html><!-- served -->")[1]
    False
    """
    at = 0
    for _ in range(_MOST_ENDS):
        at = _next_end(data, at)
        if at < 0 or not _STORY.search(data, at):
            return data, False
        if not (
            _is_inside(data, at, b"<script", b"</script") or _is_inside(data, at, b"<!--", b"-->")
        ):
            return _PAGE_END.sub(b"", data), True
        at += 1
    return data, False


def _next_end(data: bytes, at: int) -> int:
    """Where the next end tag of `html` is; -1 without one."""
    return min(
        (one for one in (data.find(b"</html", at), data.find(b"</HTML", at)) if one >= 0),
        default=-1,
    )


def _is_inside(data: bytes, at: int, opening: bytes, closing: bytes) -> bool:
    """Whether a place is between an opening and what closes it."""
    return data.rfind(opening, 0, at) > data.rfind(closing, 0, at)


class _Scan:
    """One pass over a page. Searches for the same thing never read the same bytes twice."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._next: dict[re.Pattern[bytes], int] = {}

    def damages(self) -> Iterator[tuple[int, bytes]]:
        """Where an element that was not closed must be closed, and its name."""
        data, at = self._data, 0
        while (opening := _OPENING.search(data, at)) is not None:
            name = (opening[1] or opening[2]).lower()
            start = self._content(opening)
            if start < 0:
                at = opening.end()
                continue
            if self._is_empty(name, start):
                at = start
                continue
            edge = self._find(_EDGES[name], start)
            if self._is_suspect(name, start, edge):
                cut = self._cut(name, start)
                if cut >= 0:
                    yield cut, name
                    at = cut
                    continue
                edge = self._find(_ENDS[name], start)
            at = start if name == b"noscript" else max(edge, start)

    def _content(self, opening: re.Match[bytes]) -> int:
        """Where the content of an element begins; -1 if its start tag does not end."""
        if opening[1]:
            return opening.end()
        tag_end = _TAG_END.search(self._data, opening.end())
        return tag_end.end() if tag_end and tag_end.group() == b">" else -1

    def _is_empty(self, name: bytes, start: int) -> bool:
        """Whether an element has no content: `<iframe/>`, `<!-->`."""
        if name == _COMMENT:
            return self._data[start : start + 1] == b">" or self._data.startswith(b"->", start)
        return self._data[start - 2 : start - 1] == b"/"

    def _find(self, pattern: re.Pattern[bytes], at: int) -> int:
        """Where a pattern matches from `at` on; the size of the page if it does not."""
        known = self._next.get(pattern, -1)
        if known < at:
            match = pattern.search(self._data, at)
            known = self._next[pattern] = match.start() if match else len(self._data)
        return known

    def _is_suspect(self, name: bytes, start: int, edge: int) -> bool:
        """Whether an element does not end at its next edge, or is a comment of much of the page."""
        if name == _COMMENT:
            return edge == len(self._data) or (edge - start) * 4 >= len(self._data)
        return not self._data.startswith(b"</", edge)

    def _cut(self, name: bytes, start: int) -> int:
        """Where a suspect element must be closed; -1 if the page does not go on inside it."""
        end = self._find(_ENDS[name], start)
        cut = self._find(_FIRST_MARKUP[name], start)
        return cut if cut < end and _TESTS[name](self, start, cut, end) else -1

    def holds_page(self, start: int, cut: int, end: int) -> bool:
        """Whether an element that is closed nowhere, or by another one of its kind, holds blocks
        of the page."""
        return end < len(self._data) or self._find(_BLOCK, start) < end

    def holds_blocks(self, start: int, cut: int, end: int) -> bool:
        """Whether an element that may hold others of its kind is closed nowhere."""
        return end == len(self._data)

    def holds_paragraphs(self, start: int, cut: int, end: int) -> bool:
        """Whether a script holds paragraphs of the page and is closed after the page's end, or by
        the end of another script."""
        if self._find(_ESCAPED_SCRIPT, start) < end or not self._data[start:cut].strip():
            return False
        if end == len(self._data) and self._find(_PAGE_EDGE, cut) == end:
            return False
        return self._paragraphs(cut, end) >= _FEWEST_PARAGRAPHS

    def holds_most(self, start: int, cut: int, end: int) -> bool:
        """Whether a comment that is closed nowhere, or that holds the start of another one, holds
        the page's paragraphs."""
        if end == len(self._data):
            return self._find(_BLOCK, start) < end
        if self._data.find(b"<!--", start, end) < 0:
            return False
        total = self._paragraphs(0, len(self._data))
        return self._paragraphs(start, end) >= max(_FEWEST_PARAGRAPHS, _SHARE_OF_PARAGRAPHS * total)

    def _paragraphs(self, start: int, end: int) -> int:
        """The number of paragraphs that end in a part of the page."""
        return sum(self._data.count(tag, start, end) for tag in _PARAGRAPH_ENDS)


_TESTS: Final[dict[bytes, Callable[[_Scan, int, int, int], bool]]] = {
    b"title": _Scan.holds_page,
    b"style": _Scan.holds_page,
    b"textarea": _Scan.holds_page,
    b"iframe": _Scan.holds_page,
    b"script": _Scan.holds_paragraphs,
    b"noscript": _Scan.holds_blocks,
    _COMMENT: _Scan.holds_most,
}
"""What a suspect element must hold to count as unclosed."""
_ENDS: Final = {
    **{
        name: re.compile(rb"</" + name + rb"(?=[\s/>])", re.IGNORECASE)
        for name in _FIRST_MARKUP
        if name != _COMMENT
    },
    _COMMENT: re.compile(rb"--!?>"),
}
"""The end of each element."""
_EDGES: Final = {
    **{
        name: re.compile(rb"</?" + name + rb"(?=[\s/>])", re.IGNORECASE)
        for name in _FIRST_MARKUP
        if name != _COMMENT
    },
    _COMMENT: _ENDS[_COMMENT],
}
"""The end of each element, or the start of another one of its kind."""
