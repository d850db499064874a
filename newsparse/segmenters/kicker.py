"""Kickers: the short line or trail of sections above the headline, or at the start of its element.

To stand above the headline is not enough, because weather, buttons and menus do so, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from newsparse.blocks import Block
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.languages import spoken
from newsparse.segmenters.claims import Claim, claimed
from newsparse.segmenters.precedence import Row, row
from newsparse.segmenters.view import OUTSIDE_STORY, View
from newsparse.textual import any_of, folded_words, normalize, url_path

_HEADLINE: Final = bit("headline")
_KICKER: Final = bit("kicker")
_OTHER_FIELDS: Final = bit(
    "byline",
    "date",
    "share",
    "tool",
    "tags",
    "caption",
    "credit",
    "in_figure",
    "logo",
    "hidden",
    "related",
    "in_control",
)
_TRAIL = re.compile(r"\S\s*[>›»•|·]\s*\S")
_LONGEST_KICKER: Final = 70.0
_LONGEST_PLAIN: Final = 40.0
"""Letters of the longest kicker whose element does not say that it is one."""
_BLOCKS_ABOVE: Final = 6
_LARGEST_SHARE: Final = 0.6
"""Share of the headline's element that a kicker in it may hold."""
_SHORTEST_REST: Final = 8
"""Characters of the shortest headline behind a kicker in its element."""
_BETWEEN = re.compile(r"[\s:|–—·•/»>-]*")
"""What stands between a kicker and the headline in one element."""
_NO_KICKER = re.compile(r"[.!?:]$|^\W*$")
"""The end of a sentence or a request."""
_WEATHER = re.compile(r"\d\s?°|°\s?[CF]?$")
_REQUEST = re.compile(
    rf"(?:{'|'.join(spoken(lambda language: language.reader_request_patterns))})\W*"
)
"""A whole line in which the site asks its reader for something."""
_SECTION_METAS: Final = frozenset(
    ("article:section", "section", "parsely-section", "sailthru.section")
)
_SECTION_PARTS = re.compile(
    rf"(?<!\s)\s*+(?:[/,&|]|\b{any_of(spoken(lambda language: language.joiners))}\b)\s*+",
    re.IGNORECASE,
)
_LEVELS_TO_HEADER: Final = 4
"""Elements between a line and the header that it shares with the headline."""
_SHORTEST_CONTENT_WORD: Final = 4
_BLOCKS_READ: Final = 12
"""Blocks of the story in which a kicker's words are looked for."""
_SECTIONS: Final = frozenset(map(normalize, spoken(lambda language: language.section_names)))


def kicker(view: View) -> Iterable[Claim]:
    """Claims on the lines right above the headline that are short and of a kicker's kind."""
    if view.headline < 0:
        return
    end = kicker_end(view)
    if end:
        yield claimed(view.headline, row("kicker: opens the headline's element"), end=end)
    for at in range(max(0, view.headline - _BLOCKS_ABOVE), view.headline):
        if _may_be(view, at):
            found = next((found for test, found in RULES if test(view, at)), None)
            if found is not None:
                yield claimed(at, found)


def kicker_end(view: View) -> int:
    """Where the kicker ends that opens the headline's own element; 0 without one."""
    block = view.blocks[view.headline]
    if not block.inline & (_KICKER | _HEADLINE):
        return 0
    text = block.text
    for mark in view.marks(block):
        if mark.words & _KICKER and not mark.words & _HEADLINE and not mark.start:
            end = mark.end
        elif mark.words & _HEADLINE and mark.start and mark.end == len(text):
            end = mark.start
        else:
            continue
        rest = headline_start(text, end)
        end = len(text[:end].rstrip(" \n:|–—-·•»>/"))
        if (
            0 < end <= _LARGEST_SHARE * len(text)
            and end <= _LONGEST_KICKER
            and len(text) - rest >= _SHORTEST_REST
        ):
            return end
    return 0


def headline_start(text: str, kicker_end: int) -> int:
    """Where the headline starts behind a kicker in its element.

    >>> headline_start("Council: Rain falls", 7)
    9
    """
    between = _BETWEEN.match(text, kicker_end)
    return between.end() if between else kicker_end


def _may_be(view: View, at: int) -> bool:
    """Whether a block is short, of no other field, and says something else than the headline."""
    block, scene = view.blocks[at], view.scene
    if scene.lengths[at] > _LONGEST_KICKER or scene.purposes[at]:
        return False
    if block.within & (OUTSIDE_STORY | _OTHER_FIELDS) or block.inline & _OTHER_FIELDS:
        return False
    if scene.normalized[at] == scene.normalized[view.headline]:
        return False
    if _REQUEST.fullmatch(scene.normalized[at]) or _WEATHER.search(block.text):
        return False
    return not view.facts(at).has_byline_prefix and not view.facts(at).dates


def _has_kicker_element(view: View, at: int) -> bool:
    block = view.blocks[at]
    return bool((block.own | block.inline) & _KICKER)


def _is_trail(view: View, at: int) -> bool:
    return bool(_TRAIL.search(view.blocks[at].text))


def _is_in_kicker_element(view: View, at: int) -> bool:
    return bool(view.blocks[at].within & _KICKER)


def _is_short_line_above(view: View, at: int) -> bool:
    return (
        at == _above(view)
        and view.scene.lengths[at] <= _LONGEST_PLAIN
        and not _NO_KICKER.search(view.blocks[at].text)
    )


def _names_section(view: View, at: int) -> bool:
    """Whether it is a usual name of a section, or the head or the page's address names it."""
    if not _is_short_line_above(view, at):
        return False
    folded = view.scene.normalized[at]
    return (
        any(part in _SECTIONS for part in (folded, *_SECTION_PARTS.split(folded)))
        or folded in _stated_sections(view)
        or _is_in_address(view, folded)
    )


def _stated_sections(view: View) -> set[str]:
    """The sections that the head names, folded."""
    head = view.scene.page.head
    found = [meta.content for meta in head.metas if meta.name in _SECTION_METAS]
    for item in head.items:
        stated = item.data.get("articleSection")
        found += [one for one in (stated if isinstance(stated, list) else [stated]) if one]
    return {normalize(one) for one in found if isinstance(one, str)}


def _is_in_address(view: View, folded: str) -> bool:
    """Whether a folder of the page's address has the line's words."""
    page = view.scene.page
    folders = url_path(page.url or page.head.canonical).lower().split("/")[1:-1]
    words = folded_words(folded)
    named = [folded_words(normalize(one)) for one in map(_words, folders)]
    return bool(words) and any(words <= one and len(one) <= len(words) + 1 for one in named)


def _words(folder: str) -> str:
    return folder.replace("-", " ").replace("_", " ")


def _is_beside_headline(view: View, at: int) -> bool:
    """Whether it stands in an element of its own, right before the headline's in the same one."""
    block, headline = view.blocks[at], view.blocks[view.headline]
    if not block.tag or not _is_short_line_above(view, at) or block.level and not headline.level:
        return False
    parent = view.scene.page.outline.parent
    if parent[block.node] == parent[headline.node]:
        return not _is_column(view, headline)
    return _header_of(view, block) == _header_of(view, headline) >= 0


def _header_of(view: View, block: Block) -> int:
    """The `header` or `hgroup` around a block, a few levels above it; -1 without one."""
    outline = view.scene.page.outline
    node = block.node
    for _ in range(_LEVELS_TO_HEADER):
        if node < 0 or outline.tag[node] in ("header", "hgroup"):
            return node
        node = outline.parent[node]
    return -1


def _is_column(view: View, headline: Block) -> bool:
    """Whether the headline's parent also holds the blocks of other parts of the page."""
    outline = view.scene.page.outline
    return outline.tag[outline.parent[headline.node]] in ("body", "main", "html", "td", "")


def _is_in_capitals(view: View, at: int) -> bool:
    """Whether a line of a dump is in capitals, and the headline is not."""
    block, headline = view.blocks[at], view.blocks[view.headline]
    return (
        not block.tag
        and block.text.isupper()
        and not headline.text.isupper()
        and _is_short_line_above(view, at)
    )


def _is_over_date(view: View, at: int) -> bool:
    """Whether the date of the story stands between it and the headline, in a dump."""
    return at < view.headline - 1 and _is_short_line_above(view, at)


def _is_of_story(view: View, at: int) -> bool:
    """Whether all long words of the line come back in the story."""
    if not _is_short_line_above(view, at) or view.last < 0:
        return False
    words = {
        word
        for word in folded_words(view.scene.normalized[at])
        if len(word) >= _SHORTEST_CONTENT_WORD
    }
    story = view.scene.normalized[view.first : min(view.last, view.first + _BLOCKS_READ) + 1]
    return bool(words) and words <= folded_words(" ".join(story))


def _above(view: View) -> int:
    """The line right above the headline; in a dump a date may stand between."""
    at = view.headline - 1
    while at > 0 and not view.blocks[at].tag and _is_date(view, at):
        at -= 1
    return at


def _is_date(view: View, at: int) -> bool:
    dates = view.facts(at).dates
    return bool(dates) and (dates[0].end - dates[0].start) * 2 >= len(view.blocks[at].text)


RULES: Final[tuple[tuple[Callable[[View, int], bool], Row], ...]] = (
    (_has_kicker_element, row("kicker: kicker element")),
    (_is_trail, row("kicker: trail")),
    (_is_in_kicker_element, row("kicker: inside a kicker element")),
    (_names_section, row("kicker: names the section")),
    (_is_beside_headline, row("kicker: beside the headline")),
    (_is_in_capitals, row("kicker: capitals")),
    (_is_over_date, row("kicker: over the date")),
    (_is_of_story, row("kicker: words of the story")),
)
"""What makes a line above the headline a kicker; the first test that holds decides."""
