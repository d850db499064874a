"""Article separation from layout: which regions of an issue belong to one article, where no file
states it.

The pages are walked in reading order. A region set as a heading opens an article, what follows
belongs to it, over columns and pages; a strip at the foot of the page (a feuilleton) runs on in the
strip of the next one; jump lines join what they name. Every region keeps the reason for its place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

import attrs

from newsparse.fields.bylines import has_byline_prefix
from newsparse.lexicon.languages import spoken
from newsparse.records import Label
from newsparse.scans.adverts import advertisement
from newsparse.scans.jumps import Jump, read_jump
from newsparse.scans.model import Box, Region, RegionKind, ScanPage
from newsparse.scans.order import reading_order
from newsparse.scans.type import (
    HEADING_FROM,
    REAL_WORD,
    Column,
    Typography,
    columns_of,
    crossing,
    heading_points,
    is_capitals,
    is_dated,
    scale,
    setting,
    typography,
)
from newsparse.textual import any_of, folded_words, normalize

_FOLIO: Final = re.compile(r"\W{0,6}(?:\d{1,3}|[ivxl]{1,5}|page \d{1,3})\W{0,6}", re.IGNORECASE)
_ISSUE_WORDS: Final = re.compile(
    r"\b(?:1[6-9]\d\d|20\d\d)\b"
    rf"|(?:\b{any_of(spoken(lambda language: language.masthead_number_words))}|n[°º])"
    r"\.?\s*[\divxlc]+\b"
    rf"|\d\s*{any_of(spoken(lambda language: language.masthead_coins))}\b"
    rf"|\b{any_of(spoken(lambda language: language.masthead_words))}\b",
    re.IGNORECASE,
)
"""What the lines under a masthead and running heads hold: year, number, price, edition."""
_TOP_BAND: Final = 0.06
"""Share of the page's height at whose top running heads stand."""
_FIRST_TOP_BAND: Final = 0.15
"""The same on the first page, where the masthead names the paper."""
_BOTTOM_BAND: Final = 0.97
_MOST_EDGE_LINES: Final = 20
"""Lines at the top and foot of a page that those of another are held against."""
_MOST_MASTHEAD_REGIONS: Final = 200
_MOST_JUMPS: Final = 3
"""Jump lines of an article that are followed."""
_MOST_JUMPS_FOLLOWED: Final = 500
"""Jump lines of an issue that are followed."""
_MOST_NEIGHBOURS: Final = 2_000_000
"""Pairs of regions of a page up to which each table and caption looks for the nearest text."""
_MOST_STRIP_REGIONS: Final = 1_500
_MASTHEAD_BAND: Final = 0.3
"""Share of the first page's height within which the masthead stands."""
_NAMEPLATE_HEIGHT: Final = 2.0
"""How much taller than the body the name of the paper is set at least."""
_STRIP_FROM: Final = 0.45
"""Share of the type area below whose top a strip at its foot begins."""
_STRIP_COLUMNS: Final = 2
"""Columns that a page has at least for a strip at its foot to be one."""
_LEAST_STRIP_HEIGHT: Final = 0.08
_STRIP_WIDTH: Final = 0.6
"""Share of the page's type area that the columns of a strip fill at least."""
_HEADLINE_SCALE: Final = 1.45
"""Size against the body from which a headline is one that subheads may stand under."""
_SUBHEAD_SCALE: Final = 1.2
_SAME_SCALE: Final = 0.9
"""Share of the largest heading's size from which another is part of the headline."""
_LARGE: Final = 1.3
"""Size against the body from which lines are display type, whose measured size varies with their
letters."""
_SAME_LARGE_SCALE: Final = 0.72
_SAME_WORDS_SCALE: Final = 0.55
_LEAST_SIBLINGS: Final = 2
"""Articles headed alike from which a heading is known to open one."""
_HEADING_GAP: Final = 6.0
"""Heights of a body line that may lie between two headings of one article."""
_LEAST_SHARED_WORDS: Final = 1
_FIGURE_GAP: Final = 4.0
"""Heights of a body line between a picture and its caption."""
_LEAST_BODY_LINES: Final = 4
_MOST_CAPTION_LINES: Final = 8


_RUNNING: Final = "a running head or page number"
_PLATE: Final = "stands in the masthead"
_STATED_ADVERT: Final = "the file calls it an advertisement"
_SPOKEN_ADVERT: Final = "it speaks as advertisements do"


class Ref(NamedTuple):
    """A region of an issue: indexes of its page and of the region on it."""

    page: int
    region: int


@attrs.frozen
class Placed:
    """A region in an article: what it is there, and why it is there."""

    ref: Ref
    label: Label | None
    reason: str


@attrs.frozen
class Separated:
    """An article, an advertisement, the masthead or the furniture of a page."""

    kind: str
    parts: tuple[Placed, ...]
    reason: str


class Style(NamedTuple):
    """How a heading is set, coarsely."""

    size: int
    capitals: bool
    bold: bool


@attrs.frozen
class Heading:
    """A region that is set as a heading."""

    points: float
    reason: str
    scale: float
    """Its size against the body's."""
    capitals: bool
    dated: bool
    """Whether it holds a day or a year, as the heads of reports from several places do."""
    goes_on: bool
    """Whether it begins small, as the second line of a headline does."""

    @property
    def style(self) -> Style:
        """Its typesetting in coarse steps, so that headings of one kind compare equal."""
        return Style(round(self.scale * 5), self.capitals, "bold" in self.reason)


@attrs.define
class _Open:
    """An article that is being gathered."""

    parts: list[Placed]
    reason: str
    has_text: bool = False
    """Whether it has text by now, so that the next heading opens another."""
    headings: list[Heading] = attrs.field(factory=list)


def separate(pages: Sequence[ScanPage]) -> tuple[Separated, ...]:
    """The articles of an issue, and what belongs to none, in the order of the pages."""
    body = typography(pages)
    layouts = [_layout(at, page, body, pages) for at, page in enumerate(pages)]
    articles = _walked(layouts)
    _place_bands(layouts, articles)
    articles = _joined(articles, pages)
    styles = Counter(one.headings[0].style for one in articles if len(one.headings) == 1)
    found = [separated for one in articles if one.parts for separated in _ranked(one, styles)]
    for layout in layouts:
        found += layout.apart
    return tuple(sorted(found, key=lambda one: min(part.ref for part in one.parts)[0]))


@attrs.frozen(eq=False)
class _Zone:
    """A part of a page that is read through on its own: the page, or the strip at its foot."""

    order: tuple[int, ...]
    """Its regions of text in reading order."""
    columns: tuple[Column, ...]


@attrs.frozen(eq=False)
class _Layout:
    """One page, ready to be walked."""

    at: int
    page: ScanPage
    body: Typography
    main: _Zone
    strip: _Zone
    bands: tuple[int, ...]
    """Tables and captions, which go to the article they stand in."""
    headings: dict[int, Heading]
    apart: list[Separated]

    def box(self, region: int) -> Box:
        return self.page.regions[region].ink


def _layout(at: int, page: ScanPage, body: Typography, pages: Sequence[ScanPage]) -> _Layout:
    apart: list[Separated] = []
    left = set(range(len(page.regions)))
    for kind, label, reason, groups in (
        ("furniture", Label.FURNITURE, _RUNNING, _running(page, body, pages)),
        ("masthead", Label.MASTHEAD, _PLATE, _masthead(page, body) if at == 0 else []),
        ("advertisement", Label.FURNITURE, _STATED_ADVERT, _advertisements(page)),
        ("advertisement", Label.FURNITURE, _SPOKEN_ADVERT, _spoken(page)),
    ):
        for group in groups:
            own = [one for one in group if one in left]
            left.difference_update(own)
            if own:
                parts = tuple(Placed(Ref(at, one), label, reason) for one in own)
                apart.append(Separated(kind, parts, reason))
    bands = tuple(one for one in sorted(left) if _is_band(page, one, body))
    left.difference_update(bands)
    text = sorted(left)
    strip_top = _strip(page, text)
    main, strip = (
        _zone(page, [one for one in text if (page.regions[one].ink.top >= strip_top) is lower])
        for lower in (False, True)
    )
    headings = {
        one: heading
        for zone in (main, strip)
        for one in zone.order
        if (heading := _heading(page.regions[one], body, zone.columns)) is not None
    }
    return _Layout(at, page, body, main, strip, bands, headings, apart)


def _zone(page: ScanPage, regions: Sequence[int]) -> _Zone:
    columns = columns_of([page.regions[one] for one in regions], page.width)
    return _Zone(reading_order(page, regions, columns), columns)


def _heading(region: Region, body: Typography, columns: Sequence[Column]) -> Heading | None:
    """What a region is as a heading; None for what is none."""
    if has_byline_prefix(region.text) and len(region.lines) <= 2:
        return None
    set_as = setting(region, body, columns)
    points, reason = heading_points(set_as)
    if points < HEADING_FROM:
        return None
    return Heading(
        points,
        reason,
        scale(set_as),
        is_capitals(set_as.text),
        is_dated(set_as.text),
        set_as.text[:1].islower(),
    )


def _running(page: ScanPage, body: Typography, pages: Sequence[ScanPage]) -> list[list[int]]:
    return [[at] for at in range(len(page.regions)) if _is_running(page, at, body, pages)]


def _advertisements(page: ScanPage) -> list[list[int]]:
    """The regions of each advertisement that the file names."""
    groups: dict[str, list[int]] = {}
    for at, region in enumerate(page.regions):
        if region.kind is RegionKind.ADVERTISEMENT:
            groups.setdefault(region.group or region.id, []).append(at)
    return list(groups.values())


def _spoken(page: ScanPage) -> list[list[int]]:
    """The regions that speak as advertisements do."""
    return [
        [at]
        for at, region in enumerate(page.regions)
        if region.kind is RegionKind.TEXT and advertisement(region.text)
    ]


def _is_running(page: ScanPage, at: int, body: Typography, pages: Sequence[ScanPage]) -> bool:
    """Whether a region is a running head, a page number or another line outside the type area."""
    region = page.regions[at]
    if region.kind in (RegionKind.RUNNING, RegionKind.FURNITURE):
        return True
    if len(region.lines) > 2:
        return False
    box = region.ink
    if max(line.box.height for line in region.lines) > _NAMEPLATE_HEIGHT * body.height:
        return False
    outer = box.bottom < _TOP_BAND * page.height or box.top > _BOTTOM_BAND * page.height
    text = region.text
    if _FOLIO.fullmatch(text):
        return outer
    if not outer or sum(len(line.words) for line in region.lines) > 12:
        return False
    if pages and page is pages[0]:
        return False
    return _ISSUE_WORDS.search(text) is not None or _is_repeated(text, page, pages)


def _is_repeated(text: str, page: ScanPage, pages: Sequence[ScanPage]) -> bool:
    """Whether the top or foot of another page prints much the same."""
    mine = folded_words(normalize(text))
    return bool(mine) and any(
        len(mine & theirs) * 2 >= len(mine | theirs)
        for other in pages
        if other is not page
        for theirs in _edge_lines(other)
    )


def _edge_lines(page: ScanPage) -> tuple[frozenset[str], ...]:
    """The words of each of the first lines that stand at the top or foot of a page."""
    found: list[frozenset[str]] = []
    for region in page.regions:
        top = _FIRST_TOP_BAND if page.number == 1 else _TOP_BAND
        edge = region.ink.bottom < top * page.height or region.ink.top > _BOTTOM_BAND * page.height
        if edge and len(region.lines) <= 2:
            found.append(frozenset(folded_words(normalize(region.text))))
        if len(found) == _MOST_EDGE_LINES:
            break
    return tuple(found)


def _masthead(page: ScanPage, body: Typography) -> list[list[int]]:
    """The regions of the masthead of a first page: the name of the paper, what stands above or
    beside it, and the lines of date, number and price under it."""
    boxes = {
        at: box
        for at, region in enumerate(page.regions[:_MOST_MASTHEAD_REGIONS])
        if (box := region.ink).bottom < _MASTHEAD_BAND * page.height
    }
    heights = {at: _type_height(page.regions[at]) for at in boxes}
    names = [
        at
        for at, height in heights.items()
        if height >= _NAMEPLATE_HEIGHT * body.height
        and abs(boxes[at].middle - page.width / 2) < 0.2 * page.width
        and boxes[at].top < 0.15 * page.height
    ]
    if not names:
        return []
    largest = max(heights[at] for at in names)
    name = min((at for at in names if heights[at] >= 0.6 * largest), key=lambda at: boxes[at].top)
    bottom = max(boxes[name].bottom, page.regions[name].box.bottom)
    found = [at for at, box in boxes.items() if box.top < bottom and box.bottom <= bottom * 1.15]
    rows = sorted((at for at in boxes if at not in found), key=lambda at: boxes[at].top)
    found_at: list[int] = []
    last = 0
    for at in rows:
        near = boxes[at].top < max(bottom, last) + 4 * body.height
        if near and _states_issue(page.regions[at], heights[at], body):
            found_at.append(at)
            last = max(last, boxes[at].bottom)
    for at in rows:
        box = boxes[at]
        if box.top > bottom + 4 * body.height:
            break
        large = heights[at] >= _NAMEPLATE_HEIGHT * body.height
        whole = box.width > 0.5 * page.width and len(page.regions[at].lines) <= 4
        if large:
            belongs = whole and box.top < bottom + 0.3 * heights[name] and box.bottom > last
            belongs = belongs and not last and not _has_text_under(at, page, box)
        else:
            belongs = box.top < last or whole and not _has_text_under(at, page, box)
        if at in found_at or belongs:
            found.append(at)
            bottom = max(bottom, box.bottom)
    return [sorted(found)]


def _states_issue(region: Region, height: float, body: Typography) -> bool:
    """Whether a short, small region states the date, the number or the price of the issue."""
    return (
        len(region.lines) <= 4
        and height < _NAMEPLATE_HEIGHT * body.height
        and _ISSUE_WORDS.search(region.text) is not None
    )


def _type_height(region: Region) -> float:
    """The height of a region's type: of its tallest line, or of a lone line's whole box."""
    if len(region.lines) > 3:
        return 0.0
    if len(region.lines) == 1:
        return float(max(region.lines[0].box.height, region.box.height))
    return float(max(line.box.height for line in region.lines))


def _has_text_under(at: int, page: ScanPage, box: Box) -> bool:
    """Whether a story stands right under a box."""
    return any(
        len(region.lines) > 3
        and 0 <= region.ink.top - box.bottom < 3 * max(1, box.height)
        and region.ink.left < box.right
        and region.ink.right > box.left
        for other, region in enumerate(page.regions)
        if other != at
    )


def _is_band(page: ScanPage, at: int, body: Typography) -> bool:
    """Whether a region goes with what it stands in rather than with what precedes it: tables,
    captions."""
    region = page.regions[at]
    if region.kind in (RegionKind.TABLE, RegionKind.CAPTION, RegionKind.CREDIT):
        return True
    return _is_caption(page, region, body)


def _is_caption(page: ScanPage, region: Region, body: Typography) -> bool:
    """Whether a short text stands right under a picture."""
    if not page.pictures or len(region.lines) > _MOST_CAPTION_LINES:
        return False
    box = region.ink
    for picture in page.pictures:
        gap = box.top - picture.bottom
        if (
            -body.height <= gap <= _FIGURE_GAP * body.height
            and box.left >= picture.left - body.height * 2
            and box.right <= picture.right + body.height * 2
            and picture.width > 4 * body.height
            and picture.height > 4 * body.height
        ):
            return True
    return False


def _strip(page: ScanPage, text: Sequence[int]) -> float:
    """Where the strip at the foot of a page begins: below a band of white that no column crosses;
    infinite without one.

    A feuilleton stands so, and its text runs from column to column inside the strip.
    """
    boxes = [page.regions[at].ink for at in text]
    if not 2 * _STRIP_COLUMNS <= len(boxes) <= _MOST_STRIP_REGIONS:
        return float("inf")
    top, bottom = min(box.top for box in boxes), max(box.bottom for box in boxes)
    height, width = bottom - top, max(box.right for box in boxes) - min(box.left for box in boxes)
    for start, end in reversed(crossing(boxes, int(top + _STRIP_FROM * height), bottom)):
        if bottom - end < _LEAST_STRIP_HEIGHT * height:
            continue
        below = [box for box in boxes if box.top >= end - 1 and box.height > 0.5 * (bottom - end)]
        above = [
            box for box in boxes if box.bottom <= start + 1 and start - box.bottom < 0.1 * height
        ]
        if (
            len(below) >= _STRIP_COLUMNS
            and len(above) >= _STRIP_COLUMNS
            and sum(box.width for box in below) > _STRIP_WIDTH * width
        ):
            return float(end)
    return float("inf")


def _walked(layouts: Sequence[_Layout]) -> list[_Open]:
    """The articles, as the pages are read in order."""
    articles: list[_Open] = []
    main: _Open | None = None
    strip: _Open | None = None
    for layout in layouts:
        main = _gathered(layout, layout.main.order, main, articles)
        lower = layout.strip.order
        if not lower:
            continue
        if lower[0] in layout.headings:
            strip = _gathered(layout, lower, None, articles)
        elif strip is not None:
            strip = _gathered(layout, lower, strip, articles)
        else:
            main = _gathered(layout, lower, main, articles)
    return articles


def _gathered(
    layout: _Layout, regions: Sequence[int], current: _Open | None, articles: list[_Open]
) -> _Open | None:
    """The article that is open after some regions were read."""
    before: int | None = None
    for at in regions:
        ref = Ref(layout.at, at)
        heading = layout.headings.get(at)
        if heading is not None and not _is_subhead(heading, current):
            if current is None or current.has_text or not _belongs(layout, before, at):
                current = _Open([], f"a heading opens it: {heading.reason}")
                articles.append(current)
            current.headings.append(heading)
            current.parts.append(Placed(ref, Label.HEADLINE, f"set as a heading: {heading.reason}"))
        else:
            if current is None:
                current = _Open([], "text without a heading")
                articles.append(current)
            reason = "a subhead" if heading is not None else _reason(layout, current, before, at)
            current.parts.append(Placed(ref, _text_label(layout.page.regions[at]), reason))
            current.has_text = current.has_text or _says_something(layout.page.regions[at])
        before = at
    return current


def _text_label(region: Region) -> Label | None:
    """Body for a region of several lines. The flow decides about shorter regions."""
    return Label.BODY if len(region.lines) >= _LEAST_BODY_LINES else None


def _says_something(region: Region) -> bool:
    """Whether a region is more than dirt, a number or a byline between the lines of a heading."""
    if len(region.lines) > 2:
        return True
    return REAL_WORD.search(region.text) is not None and not has_byline_prefix(region.text)


def _is_subhead(heading: Heading, current: _Open | None) -> bool:
    """Whether a heading only parts the text of the open article: it is set clearly weaker than
    every heading of it."""
    if current is None or not current.has_text or not current.headings:
        return False
    if heading.capitals:
        return False
    weakest = min(one.scale for one in current.headings)
    if weakest >= _HEADLINE_SCALE and heading.scale < _SUBHEAD_SCALE:
        return True
    return heading.dated and any(
        not one.dated and (one.capitals or one.scale > heading.scale) for one in current.headings
    )


def _same_scale(heading: Heading) -> float:
    """The share of the largest heading's size from which another is a line of the same headline."""
    if heading.scale < _LARGE:
        return _SAME_SCALE
    return _SAME_WORDS_SCALE if heading.goes_on else _SAME_LARGE_SCALE


def _ranked(one: _Open, styles: Counter[Style]) -> list[Separated]:
    """An article with its largest heading as headline, those above it as kickers, those under it as
    decks.

    Where the last and smallest heading is set as other articles of the issue are headed, it is the
    headline, and what stands above is the head of a section.
    """
    marked = [at for at, part in enumerate(one.parts) if part.label is Label.HEADLINE]
    whole = Separated("article", tuple(one.parts), one.reason)
    if len(marked) < 2 or len(marked) != len(one.headings):
        return [whole]
    largest = max(heading.scale for heading in one.headings)
    large = [heading.scale >= _same_scale(heading) * largest for heading in one.headings]
    first = large.index(True)
    last = first
    while last + 1 < len(large) and large[last + 1]:
        last += 1
    if first == 0 and last == len(large) - 2 and styles[one.headings[-1].style] >= _LEAST_SIBLINGS:
        at = marked[-1]
        return [
            Separated("section", tuple(one.parts[:at]), "heads of a section"),
            Separated("article", tuple(one.parts[at:]), one.reason),
        ]
    parts = list(one.parts)
    for rank, at in enumerate(marked):
        if rank < first:
            parts[at] = attrs.evolve(parts[at], label=Label.KICKER)
        elif rank > last:
            parts[at] = attrs.evolve(parts[at], label=Label.DECK)
    return [attrs.evolve(whole, parts=tuple(parts))]


def _belongs(layout: _Layout, before: int | None, at: int) -> bool:
    """Whether a heading under another is part of the same one."""
    if before is None:
        return True
    one, other = layout.box(before), layout.box(at)
    return (
        min(one.right, other.right) > max(one.left, other.left)
        and other.top - one.bottom < _HEADING_GAP * layout.body.height
    )


def _reason(layout: _Layout, current: _Open, before: int | None, at: int) -> str:
    """Why a region of text belongs to the open article."""
    if before is None:
        return "runs on from the page before" if current.parts else "opens the page"
    one, other = layout.box(before), layout.box(at)
    if min(one.right, other.right) > max(one.left, other.left):
        return "stands under the part before it"
    return "runs on in the next column"


def _place_bands(layouts: Sequence[_Layout], articles: list[_Open]) -> None:
    """Tables and captions go to the article of the nearest text above them, else beside them."""
    owner = {part.ref: one for one in articles for part in one.parts}
    after: dict[Ref, list[Placed]] = {}
    for layout in layouts:
        for band in layout.bands:
            placed = _band(layout, band)
            near = _nearest(layout, band, owner)
            if near is None:
                owner[placed.ref] = _Open([placed], "stands alone")
                articles.append(owner[placed.ref])
            else:
                owner[placed.ref] = owner[near]
                after.setdefault(near, []).append(placed)
    for one in articles:
        one.parts = _with_followers(one.parts, after)


def _band(layout: _Layout, band: int) -> Placed:
    region = layout.page.regions[band]
    if region.kind is RegionKind.TABLE:
        return Placed(Ref(layout.at, band), None, "a table under this text")
    label = Label.CREDIT if region.kind is RegionKind.CREDIT else Label.CAPTION
    return Placed(Ref(layout.at, band), label, "a caption under a picture")


def _with_followers(parts: list[Placed], after: dict[Ref, list[Placed]]) -> list[Placed]:
    """Parts with what was placed after each, the last placed first."""
    found: list[Placed] = []
    stack = parts[::-1]
    while stack:
        part = stack.pop()
        found.append(part)
        stack += after.get(part.ref, ())
    return found


def _nearest(layout: _Layout, band: int, owner: dict[Ref, _Open]) -> Ref | None:
    """The text that a table or caption stands under, or beside."""
    box = layout.box(band)
    best, found = float("inf"), None
    if len(layout.bands) * len(layout.page.regions) > _MOST_NEIGHBOURS:
        return next((ref for ref in (Ref(layout.at, band - 1),) if ref in owner), None)
    for at in (*layout.main.order, *layout.strip.order, *layout.bands):
        ref = Ref(layout.at, at)
        if at == band or ref not in owner:
            continue
        other = layout.box(at)
        across = max(0, max(other.left, box.left) - min(other.right, box.right))
        down = box.top - other.bottom
        distance = 3.0 * across + (
            down
            if down >= -layout.body.height
            else 2.0 * abs(box.top - other.top) + layout.page.height * 0.05
        )
        if distance < best:
            best, found = distance, ref
    return found


def _joined(articles: list[_Open], pages: Sequence[ScanPage]) -> list[_Open]:
    """The articles with those joined that jump lines name."""
    backs: list[tuple[int, Jump, _Open]] = []
    for one in articles:
        for jump, ref in _jumps(one, pages):
            if not jump.onward:
                backs.append((pages[ref.page].number, jump, one))
    gone: set[int] = set()
    onward = [
        (one, jump, ref)
        for one in articles
        for jump, ref in _jumps(one, pages)[:_MOST_JUMPS]
        if jump.onward
    ]
    for one, jump, ref in onward[:_MOST_JUMPS_FOLLOWED]:
        if id(one) in gone:
            continue
        other = _other_half(one, jump, pages[ref.page].number, articles, backs, pages, gone)
        if other is not None:
            reason = f"joined by the jump line to page {jump.page}"
            one.parts += [
                attrs.evolve(part, label=_jumped(part), reason=f"{part.reason}; {reason}")
                for part in other.parts
            ]
            gone.add(id(other))
    return [one for one in articles if id(one) not in gone]


def _jumped(part: Placed) -> Label | None:
    """What a part of the other half is in the whole: its heading only repeats the headline."""
    return Label.FURNITURE if part.label is Label.HEADLINE else part.label


def _jumps(article: _Open, pages: Sequence[ScanPage]) -> list[tuple[Jump, Ref]]:
    """The jump lines of an article: the last line of a part, or the first."""
    found = []
    for part in article.parts:
        lines = pages[part.ref.page].regions[part.ref.region].lines
        for line in dict.fromkeys((lines[0], lines[-1])):
            jump = read_jump(line.text)
            if jump is not None:
                found.append((jump, part.ref))
    return found


def _other_half(
    one: _Open,
    jump: Jump,
    page: int,
    articles: Sequence[_Open],
    backs: Sequence[tuple[int, Jump, _Open]],
    pages: Sequence[ScanPage],
    gone: set[int],
) -> _Open | None:
    """The article that a jump leads to: one on that page that leads back, or whose heading shares a
    word."""
    slug = folded_words(normalize(jump.slug or _headline(one, pages)))
    led = [
        other
        for at, back, other in backs
        if other is not one and id(other) not in gone and at == jump.page and back.page == page
    ]
    if len(led) == 1:
        return led[0]
    for other in led or articles:
        if other is one or id(other) in gone or pages[other.parts[0].ref.page].number != jump.page:
            continue
        theirs = folded_words(normalize(_headline(other, pages)))
        theirs |= {
            word
            for _, back, back_of in backs
            if back_of is other
            for word in folded_words(normalize(back.slug))
        }
        if len(slug & theirs) >= _LEAST_SHARED_WORDS:
            return other
    return None


def _headline(one: _Open, pages: Sequence[ScanPage]) -> str:
    return " ".join(
        pages[part.ref.page].regions[part.ref.region].text
        for part in one.parts
        if part.label is Label.HEADLINE
    )


__all__ = ["Heading", "Style", "Placed", "Ref", "Separated", "separate"]
