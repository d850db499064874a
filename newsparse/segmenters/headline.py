"""The headline: the candidate line that most cues support.

The titles in the head (`og:title`, JSON-LD, `title`) are evidence, not the answer. The headline is
what a reader saw, so a block wins over the head wherever one fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Iterable
from typing import Final

import attrs

from newsparse.blocks import Block
from newsparse.lexicon.classwords import bit
from newsparse.page import Media
from newsparse.records import Label
from newsparse.segmenters import text_headline
from newsparse.segmenters.claims import Claim, claimed, learned
from newsparse.segmenters.kicker import headline_start, kicker_end
from newsparse.segmenters.precedence import Row, row
from newsparse.segmenters.scene import Scene
from newsparse.segmenters.site_cues import SitePage, belief
from newsparse.segmenters.view import OUTSIDE_STORY, Candidate, View
from newsparse.textual import folded_words, normalize, overlap

_SHORTEST_HEADLINE, _LONGEST_HEADLINE = 3.0, 300.0
_MOST_WORDS_OF_SITE: Final = 4
"""Words of a title's shorter end that may be the site's name."""
_MOST_WORDS_OF_HOUSE: Final = 5
"""Words of the longest name of a site."""
_WHOLE_LINK: Final = 0.9
"""Share inside links from which a line is a link."""
_DIVIDER = re.compile(r"\s[|·•»-]{1,3}\s|\s?[|»]\s?")
_HEADLINE: Final = bit("headline")
_LOGO: Final = bit("logo")
_FRONT_PAGE = re.compile(r"^(?:https?://[^/?#]+)?/?$|^(?:\./|/?index\.html?)$", re.IGNORECASE)
_FEED: Final = bit("related", "sidebar", "card", "in_aside", "in_footer", "comment", "live")
_LEVELS: Final = {1: 0.5, 2: 0.2, 3: 0.1}
"""What a heading's level is worth."""
_OF_STEADY_CONTAINER: Final = 0.4
"""What it is worth that the site prints its headlines in a line's container, at most."""
_LEAST_MATCH: Final = 0.3
"""Agreement with the page's title from which it counts."""
_FEWEST_POINTS: Final = 0.45
"""Points from which a block may be the headline."""
_HIGHEST_DOUBT: Final = 0.45
"""The highest probability of a candidate that is not the best."""
_BLOCKS_REPEATED: Final = 3
"""Blocks from the start of the story on in which the headline may be repeated."""
CLAIMED: Final = 4
"""Candidates that claims are made for: the best and the next ones, as doubts."""


def contained(folded: str, titles: Iterable[str]) -> float:
    """How well a line agrees with a title that holds it, or that it holds; 0 where neither is so.

    >>> contained("rain falls", ["rain falls | the example herald"])
    0.95
    """
    best = 0.0
    size = len(folded)
    for title in titles:
        if folded == title:
            return 1.0
        if size >= 8 and (title.startswith(folded) or title.endswith(folded)):
            best = 0.95
        elif best < 0.9 and size >= 12 and folded in title:
            best = 0.9
        elif best < 0.8 and len(title) >= 15 and title in folded:
            best = 0.8
    return best


def title_match(scene: Scene, at: int) -> float:
    """How well a block agrees with what the head says the title is, 0 to 1."""
    folded = scene.normalized[at]
    best = contained(folded, scene.titles)
    if best >= 0.85:
        return best
    if scene.title_words:
        mine = folded_words(folded)
        best = max(best, max([0.85 * overlap(mine, title) for title in scene.title_words]))
    return best


def candidates(
    scene: Scene,
    values: list[float],
    first: int,
    last: int,
    houses: Collection[str] = (),
    outside: Container[int] = (),
    most: int = CLAIMED,
    site: SitePage | None = None,
) -> list[Candidate]:
    """The blocks that may be the headline, best first; of the lines of a dump `most`.

    `values` score the body, `first` and `last` bound it; `houses` are names of the page's house,
    folded; what stands `outside` the story is none; `site` is the page beside others of its site.
    """
    if scene.page.media is Media.TEXT and not scene.titles:
        story = text_headline.story_of(scene, values, first, last)
        return [
            Candidate(at, points, reason)
            for at, points, reason in text_headline.ranked(story, _FEWEST_POINTS, outside, most)
        ]
    names = frozenset((*houses, *_site_parts(scene)))
    found = [
        _judged(_Line(scene, block, block.index, first, last, names, houses, site))
        for block in scene.blocks
        if _may_be(scene, block, first)
    ]
    return sorted(
        (one for one in found if one.points >= _FEWEST_POINTS and one.block not in outside),
        key=lambda one: (-one.points, one.block),
    )


def _may_be(scene: Scene, block: Block, first: int) -> bool:
    """Whether a block that stands before the story, or is called a headline, may be one."""
    named = bool(block.level or (block.own | block.inline) & _HEADLINE)
    if (
        (not named and block.index > first)
        or block.within & OUTSIDE_STORY
        or not _SHORTEST_HEADLINE <= scene.lengths[block.index] <= _LONGEST_HEADLINE
    ):
        return False
    return named or contained(scene.normalized[block.index], scene.titles) >= 0.9


def _site_parts(scene: Scene) -> list[str]:
    """The shorter end of the page's title where a divider parts it: the site's name, as often as
    not."""
    parts = [part for part in _DIVIDER.split(normalize(scene.page.head.title)) if part]
    if len(parts) < 2:
        return []
    return [
        part
        for part in (parts[0], parts[-1])
        if len(part) < max(map(len, parts)) and len(part.split()) <= _MOST_WORDS_OF_SITE
    ]


@attrs.frozen
class _Line:
    """A block that may be the headline, and the story that it is held against."""

    scene: Scene
    block: Block
    at: int
    first: int
    """The first block of the story."""
    last: int
    """Its last block; -1 where there is no story."""
    names: Collection[str]
    """Names of the site, folded, as the head and the ends of the title have them."""
    houses: Collection[str]
    """Those that the head has."""
    site: SitePage | None = None
    """The page beside others of its site; None where none is known."""


def _judged(line: _Line) -> Candidate:
    """A block with the points of its cues summed up."""
    points = 0.0
    said: list[str] = []
    for cue, test in CUES:
        found = test(line)
        if found is not None:
            points += found
            said.append(cue.format(line.block.level))
    return Candidate(line.at, points, "; ".join(said))


def _says_title(line: _Line) -> float | None:
    name = line.scene.normalized[line.at]
    if name in line.houses and len(name.split()) <= _MOST_WORDS_OF_HOUSE and _is_set_as_logo(line):
        return None
    match = title_match(line.scene, line.at)
    return match if match > _LEAST_MATCH else None


def _is_heading(line: _Line) -> float | None:
    return _LEVELS.get(line.block.level)


def _has_headline_element(line: _Line) -> float | None:
    return 0.15 if (line.block.own | line.block.inline) & _HEADLINE else None


def _is_in_feed(line: _Line) -> float | None:
    return -0.3 if line.block.within & _FEED else None


def _is_after_story(line: _Line) -> float | None:
    return -0.8 if 0 <= line.last < line.at else None


def _is_inside_story(line: _Line) -> float | None:
    return -0.35 if line.first < line.at <= line.last else None


def _is_before_story(line: _Line) -> float | None:
    if line.last < 0 or line.at > line.first or line.at > line.last:
        return None
    return 0.25 - min(0.25, (line.first - line.at) / 60)


def _is_set_as_logo(line: _Line) -> bool:
    """Whether a line is a link, or its element is called a logo."""
    block = line.block
    return bool((block.own | block.inline) & _LOGO) or line.scene.linked[line.at] > _WHOLE_LINK


def _is_logo(line: _Line) -> float | None:
    """A link to the site's front page, or an element that is called a logo."""
    if not _is_set_as_logo(line):
        return None
    if (line.block.own | line.block.inline) & _LOGO:
        return -0.8
    marks = line.scene.page.locator.marks(line.block)
    return -0.8 if any(_FRONT_PAGE.match(mark.href) for mark in marks if mark.href) else None


def _is_link(line: _Line) -> float | None:
    return -0.15 if line.scene.linked[line.at] > _WHOLE_LINK else None


def _is_site_name(line: _Line) -> float | None:
    return -0.7 if line.scene.normalized[line.at] in line.names else None


def _holds_headlines(line: _Line) -> float | None:
    """Whether its container held the headline on nearly all other pages of the site."""
    held = line.site.held_by(line.block.node) if line.site is not None else None
    if held is None or held.steady is not Label.HEADLINE:
        return None
    return _OF_STEADY_CONTAINER * belief(held.labelled)


def _is_on_most_pages(line: _Line) -> float | None:
    """Whether most other pages of the site print it."""
    return -0.7 if line.site is not None and line.site.is_on_most(line.at) else None


CUES: Final[tuple[tuple[str, Callable[[_Line], float | None]], ...]] = (
    ("says what the head calls the page", _says_title),
    ("heading of level {}", _is_heading),
    ("its class says headline", _has_headline_element),
    ("stands in a list of others", _is_in_feed),
    ("stands after the story", _is_after_story),
    ("stands inside the story", _is_inside_story),
    ("stands before the story", _is_before_story),
    ("is a link", _is_link),
    ("is the logo", _is_logo),
    ("is the name of the site", _is_site_name),
    ("its container holds the headlines of this site", _holds_headlines),
    ("most pages of this site print it", _is_on_most_pages),
)
"""The cues of a headline, and what each is worth; None where it is absent."""


def headline(view: View) -> Iterable[Claim]:
    """Claims on the headline's block, on the lines that repeat it, and doubts on the other
    candidates."""
    if view.headline < 0:
        return
    normalized = view.scene.normalized
    wanted = normalized[view.headline]
    for at in range(min(len(view.blocks), max(view.first, view.headline) + _BLOCKS_REPEATED)):
        if normalized[at] == wanted:
            for test, found in RULES:
                if test(view, at):
                    yield claimed(at, found, _reason(view, at), start=_start(view, at))
                    break
    for other in view.headlines[1:CLAIMED]:
        if other.block != view.headline and normalized[other.block] != wanted:
            doubt = min(_HIGHEST_DOUBT, other.points / 4)
            yield learned(other.block, Label.HEADLINE, doubt, other.reason)


def _start(view: View, at: int) -> int:
    """Where the headline starts in its block: behind a kicker that opens it."""
    end = kicker_end(view) if at == view.headline else 0
    return headline_start(view.blocks[at].text, end) if end else 0


def _reason(view: View, at: int) -> str:
    """The cues of a candidate; "" for a block that is none."""
    return next((one.reason for one in view.headlines if one.block == at), "")


def _is_best(view: View, at: int) -> bool:
    return at == view.headline


def _repeats(view: View, at: int) -> bool:
    return True


RULES: Final[tuple[tuple[Callable[[View, int], bool], Row], ...]] = (
    (_is_best, row("headline: best candidate")),
    (_repeats, row("headline: repeated")),
)
"""What a line is that says what the headline says; the first test that holds decides."""
