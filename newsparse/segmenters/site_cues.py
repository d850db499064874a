"""What is known of a site changes how sure a block is body: a text that its pages repeat is hardly
story, nor is what stands where none of its pages printed story. What stands where all of them
printed story is likely to be story too.

Each cue is a row of `CUES`. Their weights, fitted by `newsparse.training.sites`, are added to the
log-odds of the body model. A block without any of the cues keeps its probability to the last bit.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from functools import cache, cached_property, lru_cache
from typing import Final

import attrs

from newsparse.kinds import Label
from newsparse.knowledge import (
    SiteContainer,
    SiteKnowledge,
    SiteLabel,
    counted,
    digest,
    unpacked,
)
from newsparse.segmenters.model import load, probability
from newsparse.segmenters.scene import Scene
from newsparse.segmenters.site_keys import container_key, container_path, opening_key, text_key
from newsparse.textual import folded_words, overlap

_SITES_KEPT: Final = 256
"""Sites whose knowledge is kept unpacked."""
SHORTEST_TEXT: Final = 60.0
"""Letters from which a repeated text is more than a label or a subhead."""
SHORTEST_PARAGRAPH: Final = 80.0
"""Letters of the shortest paragraph by which a story is known again."""
PARAGRAPHS_KEPT: Final = 8
"""Paragraphs by which a story is known again."""
_SAME_PARAGRAPHS: Final = 0.5
_SAME_PARAGRAPHS_UNTITLED: Final = 0.8
_SAME_TITLE: Final = 0.5
"""Shares of paragraphs and of words of the headline that two copies of one story have alike."""
_BODY: Final = 0.5
_LOWEST, _HIGHEST = 0.002, 0.998
"""Bounds of a probability before its log-odds are taken."""
_LEAST_DOUBT: Final = 0.05
"""The probability of body below which a site has nothing to say against a block."""
_LABEL_OF_STORY: Final = 3
"""Times that a page prints a label of its story."""
_LITTLE_BODY: Final = 0.25
"""Share of body below which a container speaks against its blocks."""
_MUCH_BODY: Final = 0.85
"""Share of body from which a container speaks for its blocks."""
_LEAST_SHARE, _GREATEST_SHARE = 0.01, 0.99
_STRONGEST_PULL: Final = -5.0
"""Log-odds that a container pulls a block down by, at most."""
_STRONGEST_LIFT: Final = 4.0
"""Log-odds that a container lifts a block by, at most."""
_HALF_SURE_PAGES: Final = 1.5
"""Pages from which what they agree on is believed by half."""
_OF_VERSION: Final = 0.5
"""Share of the containers of a version that a page of it has."""
_STEADY: Final = 0.8
"""Share of its pages, and of its blocks, that hold a label in the container of that label."""
_FEWEST_STEADY: Final = 2
"""Pages on which a container holds a label to be of that label."""
_REPEATED_OF_TEMPLATE: Final = 0.2
"""Share of repeated blocks from which a page is surely of the template that was learned."""


@attrs.frozen
class Held:
    """What a container held on the pages of a site."""

    pages: int
    share: float
    """The share of body in its text."""
    steady: Label | None = None
    """The label that it held on nearly all its pages, in nearly all its blocks."""
    labelled: int = 0
    """On how many pages it held that label."""


def _held(one: SiteContainer) -> Held:
    """What a container held, for look-ups."""
    found = next((label for label in one.labels if _is_steady(one, label)), None)
    share = one.body / (one.letters or 1)
    return Held(one.pages, share, found.label, found.pages) if found else Held(one.pages, share)


def _is_steady(one: SiteContainer, held: SiteLabel) -> bool:
    return (
        held.pages >= _FEWEST_STEADY
        and held.pages >= _STEADY * one.pages
        and held.blocks >= _STEADY * one.blocks
    )


@attrs.frozen(eq=False)
class SiteIndex:
    """Knowledge of a site, unpacked for look-ups."""

    pages: int
    texts: dict[bytes, int]
    openings: dict[bytes, int]
    containers: dict[bytes, Held]
    stories: tuple[tuple[frozenset[bytes], tuple[bytes, ...]], ...]
    """Title words and paragraphs of each story."""
    versions: tuple[tuple[int, frozenset[bytes]], ...]
    """Pages and containers of each version of the template."""


@lru_cache(maxsize=_SITES_KEPT)
def index_of(knowledge: SiteKnowledge) -> SiteIndex:
    """The knowledge of a site, unpacked once."""
    return SiteIndex(
        knowledge.pages,
        counted(knowledge.texts),
        counted(knowledge.openings),
        {key: _held(one) for one in knowledge.containers for key in unpacked(one.key)},
        tuple(
            (frozenset(unpacked(story.title)), tuple(unpacked(story.paragraphs)))
            for story in knowledge.stories
        ),
        tuple(
            (version.pages, frozenset(unpacked(version.containers)))
            for version in knowledge.versions
        ),
    )


def title_words(scene: Scene) -> frozenset[bytes]:
    """Digests of the words of a page's headline."""
    if scene.title_block >= 0:
        return frozenset(map(digest, folded_words(scene.normalized[scene.title_block])))
    return frozenset(map(digest, scene.title_words[0])) if scene.title_words else frozenset()


def is_same_story(
    title: frozenset[bytes],
    texts: Collection[bytes],
    other_title: frozenset[bytes],
    paragraphs: Sequence[bytes],
) -> bool:
    """Whether a page with these texts is a copy or version of the story with these paragraphs."""
    if not paragraphs:
        return False
    share = sum(one in texts for one in paragraphs) / len(paragraphs)
    if share < _SAME_PARAGRAPHS:
        return False
    if not title or not other_title:
        return share >= _SAME_PARAGRAPHS_UNTITLED
    return overlap(title, other_title) >= _SAME_TITLE


@attrs.frozen(eq=False, slots=False)
class SitePage:
    """A page beside what is known of its site: columns over the blocks that a site may change."""

    scene: Scene
    site: SiteIndex
    values: list[float]
    """How sure each block is body without the site."""
    wanted: list[int]
    """The blocks that may be body."""

    @cached_property
    def rows(self) -> list[int]:
        """The blocks whose columns are asked for: those that may be body without the site."""
        return [at for at in self.wanted if self.values[at] >= _LEAST_DOUBT]

    @cached_property
    def _keys(self) -> dict[int, bytes]:
        """The keys of the texts with letters."""
        normalized = self.scene.normalized
        return {at: key for at in self.wanted if (key := text_key(normalized[at])) is not None}

    @cached_property
    def _copies(self) -> int:
        """How many of the stories learned from are this page or another copy of it."""
        texts = frozenset(self._keys.values())
        found = [story for story in self.site.stories if not texts.isdisjoint(story[1])]
        if not found:
            return 0
        title = title_words(self.scene)
        return sum(is_same_story(title, texts, *story) for story in found)

    @cached_property
    def pages(self) -> int:
        """The other pages of the site that are known."""
        return self.site.pages - self._copies

    @cached_property
    def alike(self) -> int:
        """The other pages of the site that have the template of this page: all of them where it
        did not change."""
        if not self.site.versions:
            return self.pages
        outline = self.scene.page.outline
        nodes = {block.node for block in self.scene.blocks}
        keys = {container_key(container_path(outline, node)) for node in nodes}
        best, pages = max(
            (len(marks & keys) / (len(marks) or 1), pages) for pages, marks in self.site.versions
        )
        return max(0, pages - self._copies) if best >= _OF_VERSION else self.pages

    @cached_property
    def _printed(self) -> dict[int, int]:
        """On how many other pages of the site the text of each block stands."""
        known, copies = self.site.texts.get, self._copies
        return {at: max(0, known(key, 0) - copies) for at, key in self._keys.items()}

    @cached_property
    def printed(self) -> list[int]:
        """On how many other pages of the site the text of each row stands. A label that the page
        itself prints again and again, such as "Pros" and "Cons", belongs to its story."""
        keys = self._keys
        times = Counter(keys.values())
        return [
            self._printed[at] if at in keys and times[keys[at]] < _LABEL_OF_STORY else 0
            for at in self.rows
        ]

    @cached_property
    def opened(self) -> list[int]:
        """On how many other pages a line opens as each row does, up to its colon."""
        known, copies, normalized = self.site.openings, self._copies, self.scene.normalized
        return [
            max(0, known.get(key, 0) - copies) if (key := opening_key(normalized[at])) else 0
            for at in self.rows
        ]

    @cached_property
    def is_text(self) -> list[bool]:
        """Whether each row is longer than a label or subhead."""
        return [self.scene.lengths[at] > SHORTEST_TEXT for at in self.rows]

    @cached_property
    def is_refrain(self) -> list[bool]:
        """Whether each row may be a subhead that several stories have: a heading, a line that
        the page repeats, or one between two paragraphs of the story."""
        blocks, keys = self.scene.blocks, self._keys
        times = Counter(keys.values())
        return [
            blocks[at].level > 0
            or times[keys.get(at, b"")] > 1
            or (self._is_first_hand(at - 1) and self._is_first_hand(at + 1))
            for at in self.rows
        ]

    def _is_first_hand(self, at: int) -> bool:
        """Whether a block is body, and no text that the site repeats."""
        if not 0 <= at < len(self.values) or self.values[at] < _BODY:
            return False
        return not self._printed.get(at) or self.scene.lengths[at] <= SHORTEST_TEXT

    @cached_property
    def trust(self) -> float:
        """How surely this page is of the template that was learned, 0 to 1."""
        repeated = sum(many > 0 for many in self._printed.values())
        return min(1.0, repeated / (len(self.wanted) or 1) / _REPEATED_OF_TEMPLATE)

    @cached_property
    def _held(self) -> dict[int, Held | None]:
        """What the containers held that were asked for, by their nodes."""
        return {}

    def held_by(self, node: int) -> Held | None:
        """What a container of this page held on other pages; None where it is not known."""
        known = self._held
        if node not in known:
            path = container_path(self.scene.page.outline, node)
            known[node] = self.site.containers.get(container_key(path))
        return known[node]

    @cached_property
    def held(self) -> list[Held | None]:
        """What each row's container held; None where it is not known."""
        blocks = self.scene.blocks
        return [self.held_by(blocks[at].node) for at in self.rows]

    def times_printed(self, at: int) -> int:
        """On how many other pages the text of any block stands."""
        if at in self._printed:
            return self._printed[at]
        key = text_key(self.scene.normalized[at])
        return max(0, self.site.texts.get(key, 0) - self._copies) if key is not None else 0

    def is_on_most(self, at: int) -> bool:
        """Whether at least half of the pages of the same template, and two of them, print the text
        of a block."""
        many = self.times_printed(at)
        return many > 1 and 2 * many >= self.alike

    @cached_property
    def margins(self) -> list[float]:
        """The log-odds of each row without the site."""
        return [_margin(self.values[at]) for at in self.rows]


def _margin(value: float) -> float:
    value = min(max(value, _LOWEST), _HIGHEST)
    return math.log(value / (1 - value))


def _text(page: SitePage) -> list[float]:
    """Whether the site repeats it, for texts longer than a label."""
    return [float(many > 0 and long) for many, long in zip(page.printed, page.is_text, strict=True)]


def _line(page: SitePage) -> list[float]:
    """The same for short lines that are no refrain."""
    return [
        float(many > 0 and not long and not refrain)
        for many, long, refrain in zip(page.printed, page.is_text, page.is_refrain, strict=True)
    ]


def _refrain(page: SitePage) -> list[float]:
    """The same for short lines that may be subheads."""
    return [
        float(many > 0 and not long and refrain)
        for many, long, refrain in zip(page.printed, page.is_text, page.is_refrain, strict=True)
    ]


def _opening(page: SitePage) -> list[float]:
    """Whether other pages have a line that opens alike, for texts that are not repeated whole."""
    return [
        float(alike > 0 and many == 0)
        for alike, many in zip(page.opened, page.printed, strict=True)
    ]


def _on_most(
    test: Callable[[SitePage], list[float]], pages: Callable[[SitePage], list[int]]
) -> Callable[[SitePage], list[float]]:
    """A cue where at least half of the other pages of the same template have it, the more the more
    of them are known."""

    def column(page: SitePage) -> list[float]:
        sure = belief(page.alike)
        return [
            sure * found if 2 * many >= page.alike else 0.0
            for found, many in zip(test(page), pages(page), strict=True)
        ]

    return column


def _against_margin(
    test: Callable[[SitePage], list[float]],
) -> Callable[[SitePage], list[float]]:
    """A cue times how sure the body model is that the row is body, in log-odds: what is surely
    repeated is furniture however much it reads like story."""

    def column(page: SitePage) -> list[float]:
        return [
            found * max(0.0, margin) for found, margin in zip(test(page), page.margins, strict=True)
        ]

    return column


def _container(page: SitePage) -> list[float]:
    """How far a container that holds little body pulls its blocks down, in log-odds."""
    return [
        _pull(margin, held) * page.trust if held is not None else 0.0
        for margin, held in zip(page.margins, page.held, strict=True)
    ]


def _pull(margin: float, held: Held) -> float:
    if held.share >= _LITTLE_BODY:
        return 0.0
    share = max(held.share, _LEAST_SHARE)
    pull = max(_STRONGEST_PULL, math.log(share / (1 - share)) - margin)
    return max(0.0, -pull) * belief(held.pages)


def _container_of_body(page: SitePage) -> list[float]:
    """How far a container that holds little but body lifts its blocks, in log-odds, where the site
    does not repeat them."""
    return [
        _lift(margin, held) * page.trust if held is not None and not many else 0.0
        for margin, held, many in zip(page.margins, page.held, page.printed, strict=True)
    ]


def _lift(margin: float, held: Held) -> float:
    if held.share < _MUCH_BODY:
        return 0.0
    share = min(held.share, _GREATEST_SHARE)
    lift = min(_STRONGEST_LIFT, math.log(share / (1 - share)) - margin)
    return max(0.0, lift) * belief(held.pages)


def belief(pages: int) -> float:
    """How far what some pages agree on is believed, 0 to 1.

    >>> round(belief(2), 2), round(belief(20), 2)
    (0.57, 0.93)
    """
    return pages / (pages + _HALF_SURE_PAGES)


def _printed(page: SitePage) -> list[int]:
    return page.printed


def _opened(page: SitePage) -> list[int]:
    return page.opened


_LINE_ON_MOST: Final = _on_most(_line, _printed)
CUES: Final[dict[str, Callable[[SitePage], list[float]]]] = {
    "text": _text,
    "text_on_most_margin": _against_margin(_on_most(_text, _printed)),
    "line": _line,
    "line_on_most": _LINE_ON_MOST,
    "line_on_most_margin": _against_margin(_LINE_ON_MOST),
    "refrain": _refrain,
    "refrain_on_most": _on_most(_refrain, _printed),
    "opening": _opening,
    "opening_on_most": _on_most(_opening, _opened),
    "container": _container,
    "container_of_body": _container_of_body,
}
"""What a site says of its blocks: the columns that are weighed, each 0 where it says nothing, else
positive."""
FOR_BODY: Final = frozenset(("container_of_body",))
"""The cues that speak for a block; the others speak against it."""


def columns(page: SitePage) -> list[list[float]]:
    """The cues of a page's rows, in the order of `CUES`."""
    return [cue(page) for cue in CUES.values()]


@cache
def shipped_weights() -> dict[str, float]:
    """The weight of each cue, as it comes with the package."""
    return {name: float(load("site")["weights"][name]) for name in CUES}


@attrs.frozen(eq=False)
class SiteSays:
    """What a site changes on one page."""

    values: dict[int, float]
    """The new probability of each block for which it differs."""
    reasons: dict[int, str]
    """Why, for the blocks that it speaks against."""
    lifted: dict[int, str]
    """Why, for the blocks that it speaks for."""


def site_says(page: SitePage) -> SiteSays:
    """How sure the blocks are body, given the other pages of the site."""
    if page.pages < 1:
        return SiteSays({}, {}, {})
    said = [0.0] * len(page.rows)
    for weight, column in zip(shipped_weights().values(), columns(page), strict=True):
        if any(column):
            said = [total + weight * cue for total, cue in zip(said, column, strict=True)]
    changed = [place for place, shift in enumerate(said) if shift]
    return SiteSays(
        {page.rows[place]: probability(page.margins[place] + said[place]) for place in changed},
        {page.rows[place]: _reason(page, place) for place in changed if said[place] < 0},
        {page.rows[place]: _container_reason(page, place) for place in changed if said[place] > 0},
    )


def _reason(page: SitePage, place: int) -> str:
    """What speaks against a block, in words."""
    pages = page.pages
    of = f"of {pages} other page{'s' if pages > 1 else ''} of this site"
    if many := page.printed[place]:
        return f"printed on {many} {of}"
    if many := page.opened[place]:
        return f"a line opens like it on {many} {of}"
    return _container_reason(page, place)


def _container_reason(page: SitePage, place: int) -> str:
    held = page.held[place]
    share = held.share if held is not None else 0.0
    return f"its container holds {share:.0%} body on this site"
