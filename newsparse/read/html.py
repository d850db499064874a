"""From an lxml tree to blocks: one walk in document order that loses no visible text.

The walk visits each element once. It skips what a browser does not show (scripts, styles,
templates, `noscript`, hidden words inside a sentence); all other text becomes part of exactly one
block. Blocks are described here, not judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import attrs
from lxml import etree

from newsparse.blocks import Block, Mark, Outline, Picture
from newsparse.lexicon.classwords import BITS, bit, groups
from newsparse.lexicon.providers import EMBED_TAGS
from newsparse.read.dated_elements import is_update, stated_date
from newsparse.records import BlockKind
from newsparse.textual import INVISIBLE, squeeze

SKIP, INLINE, _BREAK, _PICTURE, _BLOCK, _CELL, _ROW, _CHROME = range(8)

_ROLES: Final[dict[str, int]] = {
    **dict.fromkeys(
        (
            "script style template noscript svg iframe object embed canvas select option "
            "datalist textarea noframes head title meta link base area map applet progress "
            "meter rp rt rtc colgroup col param track frameset"
        ).split(),
        SKIP,
    ),
    **dict.fromkeys(
        [
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "button",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "html",
            "legend",
            "li",
            "main",
            "menu",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "tfoot",
            "thead",
            "ul",
        ],
        _BLOCK,
    ),
    **dict.fromkeys(("td", "th"), _CELL),
    "tr": _ROW,
    "br": _BREAK,
    **dict.fromkeys(("nav", "footer"), _CHROME),
    **dict.fromkeys(("img", "amp-img", "video", "audio"), _PICTURE),
    **dict.fromkeys(EMBED_TAGS, _BLOCK),
}
"""What each element does to the blocks; other elements are inline."""

_WITHIN: Final[dict[str, int]] = {
    "article": BITS["in_article"],
    "main": BITS["in_main"],
    "nav": BITS["in_nav"],
    "menu": BITS["in_nav"],
    "header": BITS["in_header"],
    "footer": BITS["in_footer"],
    "aside": BITS["in_aside"],
    "form": BITS["in_form"],
    "fieldset": BITS["in_form"],
    "figure": BITS["in_figure"],
    "figcaption": BITS["in_figcaption"],
    "table": BITS["in_table"],
    "ul": BITS["in_list"],
    "ol": BITS["in_list"],
    "blockquote": BITS["in_quote"],
    "button": BITS["in_control"],
    "dialog": BITS["in_dialog"],
    "details": BITS["in_details"],
    "section": BITS["in_section"],
    "address": BITS["in_address"],
}
_ARIA: Final[dict[str, int]] = {
    "article": BITS["in_article"],
    "main": BITS["in_main"],
    "navigation": BITS["in_nav"],
    "menu": BITS["in_nav"],
    "menubar": BITS["in_nav"],
    "banner": BITS["in_header"],
    "contentinfo": BITS["in_footer"],
    "complementary": BITS["in_aside"],
    "search": BITS["in_form"],
    "form": BITS["in_form"],
    "figure": BITS["in_figure"],
    "button": BITS["in_control"],
    "dialog": BITS["in_dialog"],
    "alertdialog": BITS["in_dialog"],
    "tooltip": BITS["in_hidden"],
}
_WORD_ATTRIBUTES: Final = frozenset(
    [
        "class",
        "id",
        "itemprop",
        "data-testid",
        "data-test-id",
        "data-component",
        "data-qa",
        "data-test",
        "data-type",
        "data-module",
        "data-block",
    ]
)
"""Attributes whose words describe an element."""
_STATE_ATTRIBUTES: Final = frozenset(("hidden", "aria-hidden", "role", "style"))
_HIDDEN: Final = BITS["in_hidden"]
_LINK: Final = BITS["in_link"]
_TIME: Final = BITS["has_time"]
_KICKER: Final = BITS["kicker"]
_BYLINE: Final = BITS["byline"]
_HEADINGS: Final[dict[str, int]] = {f"h{n}": n for n in range(1, 7)}
_KINDS: Final[dict[str, BlockKind]] = {
    "li": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE,
    "pre": BlockKind.PREFORMATTED,
    **dict.fromkeys(_HEADINGS, BlockKind.HEADING),
    **dict.fromkeys(
        ("article", "section", "main", "table", "form", "figure", "nav"), BlockKind.PARAGRAPH
    ),
}
_PARAGRAPH, _PREFORMATTED, _TABLE_ROW, _HEADING = (
    BlockKind.PARAGRAPH,
    BlockKind.PREFORMATTED,
    BlockKind.TABLE_ROW,
    BlockKind.HEADING,
)
_STRESS: Final = frozenset(("b", "strong", "em", "i"))
_SIGNS: Final = frozenset(("sup", "sub", "code", "kbd", "samp"))
_GROUPS_OF_REGION: Final = bit(
    *[
        "article",
        "body",
        "main",
        "in_article",
        "in_main",
        "in_section",
        "in_list",
        "in_quote",
        "in_table",
        "live",
    ]
)
"""Groups that count for a container that holds most of the page."""
_GROUPS_OF_FIELD: Final = bit(
    *[
        "headline",
        "deck",
        "kicker",
        "byline",
        "date",
        "caption",
        "credit",
        "note",
        "biography",
        "tags",
        "meta",
        "tool",
        "picture",
        "quote",
        "in_figure",
        "in_figcaption",
        "in_address",
        "in_header",
    ]
)
"""Groups that count only for a container of at most `_LONGEST_FIELD` characters."""
_LONGEST_FIELD: Final = 1_500
_MOST_INLINE: Final = 50
"""Inline elements around a block that are kept with it, the innermost ones."""
_LONGEST_DESCRIBED: Final = 300
"""Characters of a block whose inline elements are asked for their class words."""

_BR: Final = "\x0b"
"""Stands for `<br>` among the pieces of a block: white space that HTML text does not use."""
_CELL_START: Final = "\x1c"
"""Stands for the start of a cell among the pieces of a row, as `_BR` for a line break."""
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…:;。！？»”\"')\]]\s*$")
_DATA_ROW = etree.XPath("not(.//table or .//form or .//h1 or .//h2 or *[string-length(.) > 400])")
_FRAMES: Final = frozenset(("iframe", "embed", "object"))
"""Elements that show another page."""
_SILENT: Final = ("script", "style", "svg", "noscript")
_TEXT_NODES: Final = "descendant::text()[normalize-space()]"
_SEEN_NODES: Final = f"{_TEXT_NODES}[not({' or '.join(f'ancestor::{name}' for name in _SILENT)})]"
_TEXTS: Final[Any] = etree.XPath(_TEXT_NODES, smart_strings=False)
_SEEN: Final[Any] = etree.XPath(_SEEN_NODES, smart_strings=False)
_HELD: Final[Any] = etree.XPath(_SEEN_NODES)

_TEXT_OF: Final[Any] = etree.XPath("string()", smart_strings=False)
_HOLDS_NO_FIELD: Final[Any] = etree.XPath("not(.//time or .//p or .//div or .//img)")
_SCREEN_READER = re.compile(
    r"(?<!not-)\b(?:sr-only|visually-?hidden|screen-reader-(?:text|only))\b(?!-focusable)"
)
_COLLAPSED = re.compile(
    r"(?<![a-z])(?:(?:read)?-?more|rest|full\w*|expand\w*|collaps\w*|trunc\w*|spoiler|answer)(?![a-z])",
    re.IGNORECASE,
)
"""Names of elements whose hidden text a click shows: it is part of the story."""
_LONGEST_HIDDEN_ASIDE: Final = 300
"""Characters of the longest tooltip inside a sentence."""
_CONCEALING: Final = ("noscript", "template")
"""Elements that a browser with scripts does not show."""
_LITTLE_TEXT: Final = 400
"""Characters of a page that shows next to nothing."""
_TIMES_MORE: Final = 3
"""How much more than the page shows those elements must hold."""
_DATED: Final = bit("date", "byline", "has_time")

CHROME: Final = frozenset(tag for tag, role in _ROLES.items() if role == _CHROME)
"""Elements that may hold nothing but navigation."""


def texts(element: etree._Element) -> Iterator[str]:
    """The visible texts of an element in order, with a space where a block or a line ends. Hidden
    asides are left out behind other words of a block, as the walk leaves them out."""
    events = etree.iterwalk(element, events=("start", "end"))
    behind_words = False
    row: etree._Element | None = None
    for event, inner in events:
        kind = _ROLES.get(inner.tag, INLINE)
        unseen = kind in (SKIP, _PICTURE) or (behind_words and _is_aside(inner, kind))
        if unseen and inner is not element:
            if event == "start":
                events.skip_subtree()
            elif inner.tail:
                behind_words = behind_words or not inner.tail.isspace()
                yield inner.tail
            continue
        if kind == _ROW and row in (None, inner):
            row = inner if event == "start" and _is_data_row(inner) else None
            behind_words = False
        if kind > INLINE:
            behind_words = behind_words and row is not None
            yield " "
        text = inner.text if event == "start" else inner.tail if inner is not element else None
        if text:
            behind_words = behind_words or not text.isspace()
            yield text


def _is_aside(element: etree._Element, role: int) -> bool:
    return role == INLINE and _is_marked_hidden(element)


def text_holders(element: etree._Element) -> Iterator[etree._Element]:
    """The elements of the texts that a navigation or footer is split into, in order."""
    for text in _HELD(element):
        if squeeze(INVISIBLE.sub("", text)):
            held = text.getparent()
            yield held.getparent() if text.is_tail else held


def role(tag: str) -> int:
    """What an element of this name does to the blocks."""
    return _ROLES.get(tag, INLINE)


Piece = tuple[int, int, int]
"""The number of an inline element, and the pieces `[start:end]` of its block that it holds."""


@attrs.frozen
class Split:
    """The blocks of a page in order, its containers and pictures, and their elements."""

    blocks: tuple[Block, ...]
    outline: Outline
    pictures: tuple[Picture, ...]
    elements: Sequence[etree._Element]
    """The element of each container."""
    inlines: Sequence[etree._Element]
    """The inline elements of the page, by their numbers."""
    images: Sequence[etree._Element]
    """The elements of the pictures."""
    spans: list[tuple[list[str], list[Piece]]]
    """Pieces and inline elements of each block."""
    frames: list[tuple[int, int, etree._Element]]
    """The elements that show another page: the first block after each, its container, and it."""
    starts: list[int]
    """The first block in or after each container."""


def split(
    root: etree._Element, split_by: Callable[[etree._Element, dict[str, int]], Split]
) -> Split:
    """Split a tree into blocks by a walk. On a page that shows next to nothing, what its `noscript`
    and `template` elements hold is content: an unclosed one swallows the page, and some pages are
    built from them."""
    shown = split_by(root, _ROLES)
    letters = sum([len(block.text) for block in shown.blocks])
    if letters >= _LITTLE_TEXT or next(root.iter(*_CONCEALING), None) is None:
        return shown
    opened = split_by(root, _ROLES | dict.fromkeys(_CONCEALING, _BLOCK))
    inside = sum(len(block.text) for block in opened.blocks)
    return opened if inside >= max(_LITTLE_TEXT, _TIMES_MORE * letters) else shown


def split_by(root: etree._Element, roles: dict[str, int]) -> Split:
    """Split a tree into blocks, given what each element does to them."""
    walk = _Walk(roles)
    walk.run(root)
    drafts = walk.drafts
    for draft in drafts:
        _read(draft, walk.inlines)
    masses = _masses(walk.parent, drafts)
    own, signatures = _described(walk, masses)
    within = _within(walk.parent, own, masses)
    blocks: list[Block] = []
    kept: list[tuple[list[str], list[Piece]]] = []
    index_of: list[int] = []
    for draft in drafts:
        index_of.append(len(blocks))
        if draft.text:
            node = draft.node
            blocks.append(_block(len(blocks), draft, walk, own[node], within[node]))
            kept.append((draft.pieces, draft.spans))
    index_of.append(len(blocks))
    return Split(
        blocks=tuple(blocks),
        outline=Outline(
            tuple(walk.parent), tuple(walk.tag), tuple(own), tuple(within), tuple(signatures)
        ),
        pictures=tuple(
            _picture(index_of[min(before, len(drafts))], node, number, element)
            for number, (before, node, element) in enumerate(walk.pictures)
        ),
        elements=walk.elements,
        inlines=walk.inlines,
        images=[element for _, _, element in walk.pictures],
        spans=kept,
        frames=[
            (index_of[min(before, len(drafts))], node, element)
            for before, node, element in walk.frames
        ],
        starts=[index_of[min(before, len(drafts))] for before in walk.starts],
    )


class _Draft:
    """A block before the size of its containers is known."""

    __slots__ = ("broken", "cells", "kind", "linked", "node", "pieces", "printed", "spans", "text")

    def __init__(
        self, node: int, pieces: list[str], spans: list[Piece], kind: BlockKind, linked: int
    ) -> None:
        self.node = node
        self.pieces = pieces
        self.spans = spans
        self.kind = kind
        self.linked = linked
        self.broken = False
        """Whether a line break ended it."""
        self.text = self.printed = ""
        """As a reader sees it and as the page holds it; set after the walk."""
        self.cells: tuple[str, ...] = ()
        """The texts of a row's cells; set after the walk."""

    def join(self, after: _Draft) -> None:
        """Append the next line of the same sentence."""
        shift = len(self.pieces) + 1
        self.pieces += (_BR, *after.pieces)
        self.spans += ((inline, start + shift, end + shift) for inline, start, end in after.spans)
        self.linked += after.linked
        self.broken = after.broken


class _Walk:
    """The state of one walk: containers as columns, drafts of blocks, and the current block."""

    def __init__(self, roles: dict[str, int]) -> None:
        self.roles = roles
        self.elements: list[etree._Element] = []
        self.inlines: list[etree._Element] = []
        self.parent: list[int] = []
        self.tag: list[str] = []
        self.around: list[int] = []
        """The groups of the inline elements around each container."""
        self.kind: list[BlockKind] = []
        self.drafts: list[_Draft] = []
        self.pictures: list[tuple[int, int, etree._Element]] = []
        self.frames: list[tuple[int, int, etree._Element]] = []
        self.starts: list[int] = []
        """The number of drafts before each container."""
        self.here = -1
        self.row = -1
        self.pieces: list[str] = []
        self.open: list[tuple[int, int]] = []
        """The open inline elements by their numbers, and the piece with which each begins."""
        self.reopened = 0
        """The number of open inline elements that were open before this block began."""
        self.inline_groups: list[int] = []
        """The joint groups of the first one, two, three ... open inline elements."""
        self.closed: list[Piece] = []
        self.links = 0
        self.linked = 0

    def run(self, root: etree._Element) -> None:
        """Walk the tree, without hidden asides behind other words of a block. Inline elements are
        the most frequent, so they are looked at first."""
        role_of, inline, inlines = self.roles.get, self.open, self.inlines
        events = etree.iterwalk(root, events=("start", "end"))
        for event, element in events:
            tag = element.tag
            role = role_of(tag, INLINE)
            if event == "start":
                if role == INLINE:
                    inline.append((len(inlines), len(self.pieces)))
                    inlines.append(element)
                    if tag == "a":
                        self.links += 1
                    if self.pieces and _is_marked_hidden(element):
                        events.skip_subtree()
                        continue
                elif role >= _BLOCK:
                    self._open_block(element, tag, role)
                    if role == _CHROME and self.row < 0 and self._is_chrome(tag):
                        self._take_whole(element)
                        events.skip_subtree()
                        continue
                else:
                    if role == _BREAK:
                        self._break()
                    else:
                        self._pass_over(element, role)
                        events.skip_subtree()
                    continue
                text = element.text
            else:
                if role == INLINE:
                    self._close_inline(tag)
                elif role >= _BLOCK:
                    self._close_block(element)
                text = element.tail
            if text and (self.pieces or not text.isspace()):
                self.pieces.append(text)
                if self.links:
                    self.linked += len(text)
        if self.pieces:
            self._flush()

    def _open_block(self, element: etree._Element, tag: str, role: int) -> None:
        """Begin a container; inside a data row only a separator."""
        if self.row >= 0:
            self.pieces.append(_CELL_START if role == _CELL else " ")
            return
        if self.pieces:
            self._flush()
        above = self.here
        self.here = len(self.elements)
        self.elements.append(element)
        self.starts.append(len(self.drafts))
        self.parent.append(above)
        self.tag.append(tag)
        self.around.append(self._inline_groups() if self.open else 0)
        self.kind.append(_KINDS.get(tag) or (self.kind[above] if above >= 0 else _PARAGRAPH))
        if role == _ROW and _is_data_row(element):
            self.row = self.here

    def _close_block(self, element: etree._Element) -> None:
        """End a container; inside a data row only a separator."""
        if self.row >= 0 and element is not self.elements[self.row]:
            self.pieces.append(" ")
            return
        if self.pieces:
            self._flush()
        self.row = -1
        self.here = self.parent[self.here]

    def _close_inline(self, tag: str) -> None:
        """End an inline element, and keep it if text of the block stands in it."""
        inline, start = self.open.pop()
        depth = len(self.open)
        if depth < self.reopened:
            self.reopened, start = depth, 0
        if depth < len(self.inline_groups):
            self.inline_groups.pop()
        if tag == "a":
            self.links -= 1
        if len(self.pieces) > start:
            self.closed.append((inline, start, len(self.pieces)))

    def _pass_over(self, element: etree._Element, role: int) -> None:
        """Note a picture; an element that is neither picture nor text leaves no trace."""
        if role == _PICTURE:
            self._add_picture(element)
        elif element.tag in _FRAMES:
            self.frames.append((len(self.drafts) + bool(self.pieces), self.here, element))
        elif element.tag == "noscript" and self._is_in_bare_figure():
            image = next(element.iter("img"), None)
            if image is not None:
                self._add_picture(image)

    def _add_picture(self, element: etree._Element) -> None:
        self.pictures.append((len(self.drafts) + bool(self.pieces), self.here, element))

    def _is_in_bare_figure(self) -> bool:
        """Whether the walk is in a figure in which it has met no picture."""
        node = self.here
        while node >= 0 and self.tag[node] != "figure":
            node = self.parent[node]
        return node >= 0 and (not self.pictures or self.pictures[-1][1] < node)

    def _inline_groups(self) -> int:
        """The joint groups of all open inline elements."""
        for inline, _ in self.open[len(self.inline_groups) :]:
            outer = self.inlines[inline]
            said = _words(outer) | (_LINK if outer.tag == "a" else 0)
            self.inline_groups.append(said | self.inline_groups[-1] if self.inline_groups else said)
        return self.inline_groups[-1]

    def _is_chrome(self, tag: str) -> bool:
        """Whether the element just opened holds nothing but navigation."""
        if tag == "nav":
            own, _ = _container(self.elements[self.here], tag)
            return not (own | self.around[self.here]) & _KICKER
        node = self.here
        while node >= 0:
            if self.tag[node] in ("article", "main", "section"):
                return False
            node = self.parent[node]
        return True

    def _take_whole(self, element: etree._Element) -> None:
        """Make each text of a navigation or footer a block, without walking its elements."""
        kind = self.kind[self.here]
        here = self.here
        texts = _TEXTS if next(element.iter(*_SILENT), None) is None else _SEEN
        self.drafts += [_Draft(here, [text], [], kind, len(text)) for text in texts(element)]

    def _break(self) -> None:
        """End the paragraph at a line break; `_flush` joins lines of one sentence again."""
        if self.row >= 0 or self.here < 0 or self.kind[self.here] in (_HEADING, _PREFORMATTED):
            if self.pieces:
                self.pieces.append(_BR)
        elif self.pieces:
            self._flush()
            self.drafts[-1].broken = True
        elif self.drafts:
            self.drafts[-1].broken = False

    def _flush(self) -> None:
        """End the current block."""
        pieces, here = self.pieces, self.here
        spans = self.closed
        if self.open:
            at = len(pieces)
            first = max(0, len(self.open) - _MOST_INLINE)
            around = (
                (inline, 0 if depth < self.reopened else start)
                for depth, (inline, start) in enumerate(self.open[first:], first)
            )
            spans = spans + [(inline, start, at) for inline, start in around if at > start]
            self.reopened = len(self.open)
        kind = _TABLE_ROW if self.row >= 0 else self.kind[here]
        drafts = self.drafts
        draft = _Draft(here, pieces, spans, kind, self.linked)
        if (
            drafts
            and drafts[-1].broken
            and drafts[-1].node == here
            and _runs_on(drafts[-1].pieces, pieces)
        ):
            drafts[-1].join(draft)
        else:
            drafts.append(draft)
        self.pieces, self.closed, self.linked = [], [], 0


def _is_marked_hidden(element: etree._Element) -> bool:
    """Whether an inline element is a hidden aside. Only a `span` may be one by its style or class;
    most elements are told apart by a look at their attributes."""
    get = element.get
    if element.tag == "span":
        if not (get("class") or get("style") or get("role") or get("hidden") is not None):
            return False
    elif get("hidden") is None and get("role") != "tooltip":
        return False
    return _is_hidden_aside(element)


def _is_hidden_aside(element: etree._Element) -> bool:
    """Whether an inline element holds words that no reader sees: a tooltip, words for screen
    readers. Dates, names and text that a click shows are no asides."""
    if _ROLES.get(element.tag, INLINE) != INLINE:
        return False
    get = element.get
    named = get("class", "")
    if not (
        get("hidden") is not None
        or get("role") == "tooltip"
        or _UNSEEN.search(get("style", ""))
        or _SCREEN_READER.search(named)
    ):
        return False
    if _words(element) & _DATED or _COLLAPSED.search(f"{named} {get('id', '')}"):
        return False
    text = _TEXT_OF(element)
    return (
        len(text) <= _LONGEST_HIDDEN_ASIDE
        and any(map(str.isalnum, text))
        and _HOLDS_NO_FIELD(element)
    )


def _runs_on(before: list[str], after: list[str]) -> bool:
    """Whether a line break is inside a sentence: no end before it, a lower-case letter after it."""
    start = next((piece.lstrip()[0] for piece in after if not piece.isspace()), "")
    return start.islower() and not _SENTENCE_END.search("".join(before[-2:]))


def _is_data_row(row: etree._Element) -> bool:
    """Whether a table row holds data: two or more short cells, no blocks of prose."""
    return len(row) > 1 and bool(_DATA_ROW(row))


def _described(walk: _Walk, masses: list[int]) -> tuple[list[int], list[str]]:
    """The groups and the signature of each container.

    The inline elements around a container count for it. Containers without text are not described.
    """
    own: list[int] = []
    signatures: list[str] = []
    for element, tag, around, mass in zip(
        walk.elements, walk.tag, walk.around, masses, strict=True
    ):
        said, signature = _container(element, tag) if mass else (0, tag)
        own.append(said | around)
        signatures.append(signature)
    return own, signatures


def _container(element: etree._Element, tag: str) -> tuple[int, str]:
    """The groups of a container's attributes and role, and its signature."""
    own = _WITHIN.get(tag, 0)
    signature = tag
    for name, value in element.items():
        if name == "class":
            signature = f"{tag}.{value}"
            own |= groups(value)
        elif name in _WORD_ATTRIBUTES:
            own |= groups(value)
        elif name in _STATE_ATTRIBUTES:
            own |= _state(name, value)
    return own, signature


def _state(name: str, value: str) -> int:
    """The groups of a role, a style or a hiding attribute."""
    if name == "role":
        return _ARIA.get(value.strip().lower(), 0)
    if name == "style":
        return _HIDDEN if _UNSEEN.search(value) else 0
    return _HIDDEN if value != "false" else 0


def _words(element: etree._Element) -> int:
    """The groups of an inline element's attributes."""
    is_dated = element.tag == "time" or (element.tag == "abbr" and stated_date(element) != "")
    found = _TIME if is_dated else 0
    for name, value in element.items():
        if name in _WORD_ATTRIBUTES:
            found |= groups(value)
        elif name == "rel" and value == "author":
            found |= _BYLINE
    return found


def _read(draft: _Draft, inlines: list[etree._Element]) -> None:
    """Set the text of a draft as a reader sees it and as the page holds it."""
    pieces, kind = draft.pieces, draft.kind
    joined = pieces[0] if len(pieces) == 1 else "".join(pieces)
    printed = text = " ".join(joined.split())
    if kind is _PREFORMATTED:
        text = joined.replace(_BR, "\n").strip("\n\r") if printed else ""
    elif kind is _TABLE_ROW:
        cells = tuple(map(_visible, joined.split(_CELL_START)[1:])) if printed else ()
        text = "\t".join(cells).strip("\t")
        draft.cells = cells
    elif _BR in joined:
        text = "\n".join(line for line in map(squeeze, joined.split(_BR)) if line)
    if text[1:2] == " " and len(pieces) > 1 and _has_drop_cap(pieces, draft.spans, text, inlines):
        text = text[0] + text[2:]
    if not text.isascii() and INVISIBLE.search(text):
        text = INVISIBLE.sub("", text)
        text = text if kind in (_PREFORMATTED, _TABLE_ROW) else squeeze(text)
    draft.text, draft.printed = text, printed


def _visible(text: str) -> str:
    """A text with white space folded, without invisible marks."""
    return squeeze(text if text.isascii() else INVISIBLE.sub("", text))


_DROP_CAP = re.compile(r"drop|initial|lettrine|capital|first-?letter|versal", re.IGNORECASE)
_LETTER_WORDS: Final = frozenset("AÀÁEÉIOÓUYKSVWZ")
"""Letters that are words in some language, so that the next word may follow them."""


def _has_drop_cap(
    pieces: list[str], spans: list[Piece], text: str, inlines: Sequence[etree._Element]
) -> bool:
    """Whether a text begins with a drop cap: an element of one letter, then a space."""
    if not (text[0].isupper() and text[0] not in _LETTER_WORDS and text[2:3].islower()):
        return False
    return any(
        "".join(pieces[start:end]).strip() == text[0]
        and _DROP_CAP.search(inlines[inline].get("class", ""))
        for inline, start, end in spans
    )


def _masses(parent: list[int], drafts: list[_Draft]) -> list[int]:
    """The number of characters in each container and below it."""
    masses = [0] * len(parent)
    for draft in drafts:
        masses[draft.node] += len(draft.text)
    for node in range(len(parent) - 1, 0, -1):
        masses[parent[node]] += masses[node]
    return masses


def _within(parent: list[int], owns: list[int], masses: list[int]) -> list[int]:
    """The groups of each container and all above it.

    For a container with over half of the page's text only the groups of a region count: some sites
    wrap the whole page in one form or call the story's column a "widget". For a long container the
    groups of fields do not count: it is no byline or caption, whatever its class.
    """
    total = masses[0] if masses else 0
    within: list[int] = []
    for node, (own, mass) in enumerate(zip(owns, masses, strict=True)):
        if mass * 2 > total:
            own &= _GROUPS_OF_REGION
        elif mass > _LONGEST_FIELD:
            own &= ~_GROUPS_OF_FIELD
        within.append(own | within[parent[node]] if node else own)
    return within


def _block(index: int, draft: _Draft, walk: _Walk, own: int, within: int) -> Block:
    """The block of a draft, with the groups of its container."""
    text, tag = draft.text, walk.tag[draft.node]
    size = len(text)
    kind = draft.kind
    inline = stressed = 0
    has_signs = False
    for number, start, end in draft.spans:
        element = walk.inlines[number]
        if element.tag in _STRESS:
            stressed += sum(map(len, draft.pieces[start:end]))
        elif element.tag in _SIGNS:
            has_signs = True
        if size <= _LONGEST_DESCRIBED:
            inline |= _words(element)
    level = _HEADINGS.get(tag, 0)
    linked = draft.linked if draft.linked < size else size
    if stressed > size:
        stressed = size
    return Block(
        index,
        text,
        draft.printed,
        kind,
        tag,
        draft.node,
        own,
        within,
        inline,
        level,
        draft.cells,
        linked,
        stressed,
        has_signs,
    )


def marks(split: Split, block: int) -> tuple[Mark, ...]:
    """The inline elements of a block as marks on its text."""
    pieces, spans = split.spans[block]
    if not spans:
        return ()
    starts, ends = _offsets(pieces)
    found: list[Mark] = []
    for inline, first, after in spans:
        start, end = starts[first], ends[after - 1]
        if end > start:
            element = split.inlines[inline]
            get = element.get
            found.append(
                Mark(
                    start,
                    end,
                    element.tag,
                    _words(element),
                    get("href", ""),
                    stated_date(element),
                    is_update(element),
                )
            )
    return tuple(found)


def spans(pieces: list[str], found: list[Piece]) -> list[tuple[int, int]]:
    """The spans of inline elements in the text of a block, without the empty ones."""
    if not found:
        return []
    starts, ends = _offsets(pieces)
    places = ((starts[first], ends[after - 1]) for _, first, after in found)
    return [(start, end) for start, end in places if end > start]


def _offsets(pieces: list[str]) -> tuple[list[int], list[int]]:
    """Where each piece begins and ends in the text with white space folded."""
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    blank = False
    for piece in pieces:
        if not piece.isascii():
            piece = INVISIBLE.sub("", piece)
        words = piece.split()
        if not words:
            blank = True
            starts.append(at)
            ends.append(at)
            continue
        if at and (blank or piece[0].isspace()):
            at += 1
        starts.append(at)
        at += sum(map(len, words)) + len(words) - 1
        ends.append(at)
        blank = piece[-1].isspace()
    return starts, ends


def _picture(before: int, node: int, number: int, element: etree._Element) -> Picture:
    get = element.get
    return Picture(
        before,
        node,
        number,
        get("alt", ""),
        get("title", ""),
        get("data-caption", ""),
        get("data-credit", ""),
    )
