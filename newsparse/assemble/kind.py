"""What kind of page it is: a story, a live blog, a list of stories, or something else.

`CUES` is a table of cues with the points they give for (+) or against (-) a story; a page with
more points than `LEAST_POINTS` is one. The points were fitted on pages of many sites and rounded;
each cue reads what any site may say: its types, its address, its prose.
`python -m newsparse.training.confidence` fits the least points.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Final
from urllib.parse import urlsplit

import attrs

from newsparse.assemble import live
from newsparse.assemble.context import AssemblyContext
from newsparse.blocks import Block
from newsparse.lexicon.classwords import bit
from newsparse.read.statements import ARTICLE_TYPES
from newsparse.records import BodyBlock, Evidence, Headline, Label, PageKind
from newsparse.textual import letter_length

_SHORTEST_PROSE: Final = 80
"""Letters of the shortest block that is prose; like all lengths here, in letters of an alphabet."""
_POINTS_OF_ANY_PAGE: Final = -0.8
LEAST_POINTS: Final = 1.4
"""A page is a story with more points than these: pages of services, shops and forums have a few
points of a story too."""
_SHOP_TYPES: Final = frozenset(
    [
        "product",
        "offer",
        "aggregateoffer",
        "productgroup",
        "softwareapplication",
        "webapplication",
        "service",
        "localbusiness",
    ]
)
_FORUM_TYPES: Final = frozenset(["qapage", "discussionforumposting", "question"])
_LIST_TYPES: Final = frozenset(["collectionpage", "itemlist", "searchresultspage"])
_SHOP = re.compile(r"//(?:store|shop)\.|/(?:products?|shop|store|item|dp|buy|pricing)(?:/|$)|/p/")
_LIST = re.compile(r"/(?:collections?|categor\w+|tags?|archives?)(?:/|$)|[?&](?:cat|tag|page|s|q)=")
_FORUM = re.compile(
    r"\bforums?\b|/(?:threads?|t|r|boards?|groups|questions?|comments|community)/|viewtopic|topic=|"
    r"discuss|/s/\w{6}/"
)
_MANUAL = re.compile(
    r"//(?:docs?|wiki|developers?|manual|help|support|learn)\.|/(?:docs?|documentation|manual|"
    r"reference|wiki|handbook|book|tutorials?|latest|stable|learn)(?:/|$)|readthedocs"
)
_SERVICE = re.compile(
    r"/(?:[\w-]*services?|solutions?|portfolio|features?|industries|courses?|why-us|platform|"
    r"insurance)(?:/|$)"
)
_STORY = re.compile(
    r"//(?:[\w-]+\.)*?(?:blogs?|news)\.|"
    r"/(?:blogs?|news|articles?|story|stories|posts?|(?:19|20)\d\d)(?:[/_.]|$)"
)
_PRICE = re.compile(r"[$€£]\s?\d")
_THREAD: Final = bit("comment")
_MENU: Final = bit("in_nav", "in_footer")
_FEWEST_BLOCKS_OF_INDEX: Final = 40
_FEWEST_TEASERS: Final = 10
"""Linked blocks outside the navigation of a small page that lists stories."""


@attrs.frozen(eq=False, slots=False)
class _Look:
    """What the cues look at."""

    context: AssemblyContext
    body: tuple[BodyBlock, ...]
    headline: Headline | None

    @cached_property
    def types(self) -> frozenset[str]:
        return frozenset(
            name.rsplit("/", 1)[-1].lower()
            for item in self.context.page.head.items
            for name in item.types
        )

    @cached_property
    def stated(self) -> frozenset[str]:
        """The words of og:type."""
        return frozenset(
            statement.text.lower() for statement in self.context.statements.meta("og:type")
        )

    @cached_property
    def url(self) -> str:
        return (self.context.page.url or self.context.page.head.canonical).lower()

    @cached_property
    def path(self) -> str:
        try:
            return urlsplit(self.url).path.strip("/")
        except ValueError:
            return ""

    @cached_property
    def hyphens(self) -> int:
        """Hyphens in the last step of the address, or the longest but one: a story's slug has
        many."""
        return max((step.count("-") for step in self.path.split("/")[-2:]), default=0)

    @cached_property
    def sizes(self) -> list[float]:
        """The length of each block of the body."""
        return [letter_length(block.text) for block in self.body]

    @cached_property
    def prose(self) -> float:
        return sum([size for size in self.sizes if size >= _SHORTEST_PROSE])

    @cached_property
    def mean(self) -> float:
        return sum(self.sizes) / (len(self.body) or 1)

    @cached_property
    def prices(self) -> int:
        short = "|".join(
            [block.text for block in self.context.page.blocks if len(block.text) < _SHORTEST_PROSE]
        )
        return len(_PRICE.findall(short)) if "$" in short or "€" in short or "£" in short else 0

    @cached_property
    def threaded(self) -> float:
        """Share of the page's text that stands in threads of comments."""
        blocks = self.context.page.blocks
        threads = sum([len(block.text) for block in blocks if block.within & _THREAD])
        return threads / sum([len(block.text) for block in blocks]) if threads else 0.0

    @cached_property
    def title(self) -> float:
        return letter_length(self.headline.text) if self.headline is not None else 0.0


CUES: Final[tuple[tuple[str, Callable[[_Look], bool], float], ...]] = (
    ("JSON-LD calls it a story", lambda look: bool(look.types & ARTICLE_TYPES), 1.2),
    ("JSON-LD calls it a product or service", lambda look: bool(look.types & _SHOP_TYPES), -1.9),
    ("JSON-LD calls it a forum's", lambda look: bool(look.types & _FORUM_TYPES), -1.5),
    ("JSON-LD calls it a list", lambda look: bool(look.types & _LIST_TYPES), -0.2),
    ("og:type is article", lambda look: "article" in look.stated, 0.4),
    ("og:type is website", lambda look: "website" in look.stated, -0.5),
    ("og:type is product", lambda look: any("product" in name for name in look.stated), -0.9),
    (
        "the head states a time of publication",
        lambda look: next(look.context.statements.meta("article:published_time"), None) is not None,
        0.2,
    ),
    ("shows a date", lambda look: bool(look.context.labelled(Label.DATE)), 0.3),
    ("shows a byline", lambda look: bool(look.context.labelled(Label.BYLINE, Label.DATELINE)), 0.9),
    ("its address is not known", lambda look: not look.url, LEAST_POINTS),
    ("its address has no path", lambda look: bool(look.url) and not look.path, -0.6),
    ("its address ends in a slug", lambda look: look.hyphens >= 2, 0.7),
    ("its address ends in a long slug", lambda look: look.hyphens >= 3, 0.5),
    ("its address names a shop", lambda look: _SHOP.search(look.url) is not None, -0.6),
    ("its address names a list", lambda look: _LIST.search(look.url) is not None, -0.6),
    ("its address names a forum", lambda look: _FORUM.search(look.url) is not None, -1.8),
    ("its address names a manual", lambda look: _MANUAL.search(look.url) is not None, -1.7),
    ("its address names a service", lambda look: _SERVICE.search(look.url) is not None, -1.0),
    ("its address names stories", lambda look: _STORY.search(look.url) is not None, 1.6),
    ("some prose", lambda look: look.prose > 250, 0.5),
    ("much prose", lambda look: look.prose > 1200, 0.5),
    ("very much prose", lambda look: look.prose > 2500, 0.9),
    ("paragraphs of prose", lambda look: look.mean > 60, 0.4),
    ("a headline of some words", lambda look: look.title > 20, 0.3),
    ("a headline's length", lambda look: look.title > 40, 0.8),
    ("prices", lambda look: look.prices > 3, -0.8),
    ("mostly a thread of comments", lambda look: look.threaded > 0.5, -0.8),
)
"""Name, test and points of each cue."""


@attrs.frozen
class JudgedKind:
    """The kind of a page, and how it was found."""

    kind: PageKind
    lead: float
    """Points of a story above `LEAST_POINTS`; below 0 where the page has fewer."""
    evidence: tuple[Evidence, ...] = ()


def kind(
    context: AssemblyContext, body: tuple[BodyBlock, ...], headline: Headline | None
) -> JudgedKind:
    """The kind of a page."""
    look = _Look(context, body, headline)
    lead = points(look) - LEAST_POINTS
    if "liveblogposting" in look.types:
        return JudgedKind(PageKind.LIVEBLOG, lead, _live_evidence(context))
    if live.is_timed(context):
        return JudgedKind(PageKind.LIVEBLOG, lead)
    if body and lead > 0:
        return JudgedKind(PageKind.ARTICLE, lead)
    return JudgedKind(PageKind.INDEX if _is_index(context.page.blocks) else PageKind.OTHER, lead)


def _is_index(blocks: tuple[Block, ...]) -> bool:
    """Whether links hold most of a page's text, and it has many blocks or many linked ones outside
    its navigation."""
    linked = sum(block.linked for block in blocks)
    if linked * 2 <= sum(len(block.text) for block in blocks):
        return False
    teasers = sum(
        block.linked * 2 > len(block.text) for block in blocks if not block.within & _MENU
    )
    return len(blocks) > _FEWEST_BLOCKS_OF_INDEX or teasers >= _FEWEST_TEASERS


def _live_evidence(context: AssemblyContext) -> tuple[Evidence, ...]:
    """Where the page's JSON-LD calls itself a live blog."""
    for item in context.page.head.items:
        for statement in context.statements.item(item, "@type"):
            if "liveblogposting" in statement.raw.lower():
                return (Evidence("kind", statement.raw, statement.source),)
    return ()


def points(look: _Look) -> float:
    """The sum of the points of the cues that hold."""
    return _POINTS_OF_ANY_PAGE + sum(points for _, test, points in CUES if test(look))
