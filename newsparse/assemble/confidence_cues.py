"""What tells a sure field from a doubtful one: for each field of a record, a table of cues.

A cue is a number that the parse already knows. `confidence` weighs the cues of a field and gives
the probability that the field is right. Adding a cue is adding a row; it is used after
`python -m newsparse.training.confidence`.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Final

import attrs

from newsparse.assemble.context import AssemblyContext
from newsparse.records import (
    Article,
    BlockKind,
    Byline,
    Evidence,
    Label,
    Origin,
    Source,
    WarningCode,
)
from newsparse.segmenters.claims import DatesFound
from newsparse.textual import folded_words, normalize, overlap

_SURE: Final = 0.8
"""The probability from which a block of the body is sure."""
_SHORTEST_LONG_BLOCK: Final = 80
"""Characters of the shortest block that is long."""
_LEAST_NOTICED: Final = 0.02
"""The probability from which a block outside the body counts as possibly missing."""
_MOST_CERTAIN: Final = 0.999
_EXPECTED_ELSEWHERE: Final = 0.95
"""What is expected of a body that no probabilities of blocks speak of."""
_SHORTEST_LENGTH: Final = 20
"""Characters added to each length, so that its logarithm is bounded."""
_MOST_POINTS: Final = 6.0
_MOST_LEAD: Final = 4.0
"""Points of a lead over the second candidate that say all that a lead can say."""
_PRINTED: Final = frozenset((Origin.DOM, Origin.TEXT))
_MISSED: Final = frozenset((Label.FURNITURE, Label.NOTE, Label.CAPTION, Label.DECK))
"""Labels of blocks that may belong to the body after all."""


def log_odds(share: float) -> float:
    """The log-odds of a share, within the limits of what is ever certain.

    >>> log_odds(0.5), round(log_odds(1.0), 2)
    (0.0, 6.91)
    """
    share = min(max(share, 1 - _MOST_CERTAIN), _MOST_CERTAIN)
    return math.log(share / (1 - share))


@attrs.frozen(eq=False, slots=False)
class Doubts:
    """What the cues look at: one page, labelled, and the record made from it."""

    context: AssemblyContext
    article: Article
    points: float
    """Points of a story that the page has, less those that a story needs."""

    # The body

    @cached_property
    def inside(self) -> list[int]:
        """The blocks of the body."""
        return list(dict.fromkeys(piece.block for piece in self.context.labelled(Label.BODY)))

    @cached_property
    def outside(self) -> list[int]:
        """The blocks that may belong to the body and do not."""
        taken = frozenset(self.inside)
        values = self.values
        return list(
            dict.fromkeys(
                piece.block
                for piece in self.context.pieces
                if piece.label in _MISSED
                and values[piece.block] > _LEAST_NOTICED
                and piece.block not in taken
            )
        )

    @cached_property
    def values(self) -> list[float]:
        """The probability of each block as body."""
        return self.context.view.body.values

    def size(self, at: int) -> int:
        return len(self.context.page.blocks[at].text)

    @cached_property
    def mass(self) -> int:
        return sum([self.size(at) for at in self.inside])

    @cached_property
    def right(self) -> float:
        """Characters of the body that are expected to be right."""
        return sum([self.values[at] * self.size(at) for at in self.inside])

    @cached_property
    def missing(self) -> float:
        """Characters outside the body that are expected to be missing."""
        return sum([self.values[at] * self.size(at) for at in self.outside])

    @property
    def expected_f1(self) -> float:
        """The F1 of the body that the probabilities of the blocks give."""
        if self.is_from_elsewhere:
            return _EXPECTED_ELSEWHERE
        return 2 * self.right / (self.right + self.mass + self.missing) if self.mass else 0.0

    @property
    def expected_precision(self) -> float:
        """The precision of the body that the probabilities of the blocks give."""
        if self.is_from_elsewhere:
            return _EXPECTED_ELSEWHERE
        return self.right / self.mass if self.mass else 0.0

    @property
    def is_from_elsewhere(self) -> bool:
        """Whether the body was not read from the page's blocks: its head or a profile's rule has
        it."""
        return self.warned(WarningCode.BODY_FROM_HEAD) or (
            not self.inside and bool(self.article.body)
        )

    @property
    def length(self) -> int:
        """Characters of the body."""
        return sum([len(block.text) for block in self.article.body])

    @property
    def doubtful(self) -> int:
        """Blocks of the body that are not sure."""
        return sum([self.values[at] < _SURE for at in self.inside])

    @property
    def best_outsider(self) -> float:
        """The highest probability of a long block outside the body."""
        long = [self.values[at] for at in self.outside if self.size(at) > _SHORTEST_LONG_BLOCK]
        return max(long, default=0.0)

    @property
    def interruptions(self) -> int:
        """Runs of other blocks between the first and the last block of the body."""
        pairs = zip(self.inside, self.inside[1:], strict=False)
        return sum([after - before > 1 for before, after in pairs])

    @property
    def listed(self) -> float:
        """Share of the body's blocks that are list items."""
        body = self.article.body
        items = sum([block.kind is BlockKind.LIST_ITEM for block in body])
        return items / len(body) if body else 0.0

    def warned(self, code: WarningCode) -> bool:
        return any(warning.code is code for warning in self.article.warnings)

    # The headline

    @cached_property
    def lead(self) -> float:
        """Points of the best candidate for the headline above those of the second one."""
        first, *rest = [candidate.points for candidate in self.context.view.headlines[:2]] or [0.0]
        return min(first - rest[0], _MOST_LEAD) if rest else _MOST_LEAD

    @cached_property
    def titles(self) -> list[str]:
        """What the head calls the story, folded."""
        statements = self.context.statements
        found = [
            *statements.item(statements.story, "headline"),
            *statements.meta("og:title", "twitter:title"),
        ]
        title = statements.title()
        return [normalize(one.text) for one in (*found, *([title] if title else ()))]

    @cached_property
    def headline(self) -> str:
        return normalize(self.article.headline.text) if self.article.headline else ""

    @property
    def titled(self) -> bool:
        """Whether a title of the head is the headline."""
        return self.headline in self.titles

    @property
    def named_in_title(self) -> bool:
        """Whether a title of the head holds the headline."""
        return bool(self.headline) and any(self.headline in title for title in self.titles)

    @property
    def likest_title(self) -> float:
        """The largest overlap of words with a title of the head."""
        mine = folded_words(self.headline)
        return max((overlap(mine, folded_words(title)) for title in self.titles), default=0.0)

    # Bylines

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(normalize(author.name) for author in self.article.authors)

    @cached_property
    def stated_names(self) -> frozenset[str]:
        stated = self.context.stated
        return frozenset(map(normalize, stated.names)) if stated is not None else frozenset()

    # Dates

    @cached_property
    def day(self) -> dt.date | None:
        return _day(self.article.published)

    @cached_property
    def printed_days(self) -> frozenset[dt.date | None]:
        """The days that the story's date lines print."""
        return frozenset(
            _day(date.moment)
            for piece in self.context.labelled(Label.DATE)
            if isinstance(piece.value, DatesFound)
            for date in piece.value.dates
        )

    @cached_property
    def stated_days(self) -> frozenset[str]:
        """The days of publication that the head states, as the first ten characters say them."""
        statements = self.context.statements
        return frozenset(
            one.text[:10]
            for one in (
                *statements.item(statements.story, "datePublished"),
                *statements.meta("article:published_time", "datepublished", "pubdate", "date"),
            )
        )

    @property
    def dated_by(self) -> Source | None:
        """Where the date of publication was read."""
        return next((one.source for one in self.article.evidence if _is_published(one)), None)

    # The deck

    @cached_property
    def descriptions(self) -> list[frozenset[str]]:
        """The words of each summary that the head states."""
        return [frozenset(words) for words in self.context.view.scene.description_words if words]

    @property
    def likest_description(self) -> float:
        """The largest overlap of the deck's words with a summary in the head."""
        deck = self.article.deck
        mine = folded_words(normalize(deck.text)) if deck is not None else set()
        return max((overlap(mine, words) for words in self.descriptions), default=0.0)

    def lost(self, *labels: Label) -> int:
        """Pieces of the page on which claims of these labels lost."""
        return sum(
            [
                any(claim.label in labels for claim in piece.rejected)
                for piece in self.context.pieces
                if piece.rejected and piece.label not in labels
            ]
        )


def _is_published(one: Evidence) -> bool:
    return one.field == "published"


def _day(moment: dt.datetime | dt.date | None) -> dt.date | None:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _is_head(source: Source | None) -> bool:
    return source is not None and source.origin not in _PRINTED


def _all_from_head(bylines: Iterable[Byline]) -> bool:
    return any(_is_head(byline.source) for byline in bylines)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


Cue = tuple[str, Callable[[Doubts], float]]

CUES: Final[dict[str, tuple[Cue, ...]]] = {
    "body": (
        ("the F1 that the blocks promise", lambda page: log_odds(page.expected_f1)),
        ("the precision that the blocks promise", lambda page: log_odds(page.expected_precision)),
        ("doubtful blocks", lambda page: math.log1p(page.doubtful)),
        ("the best block left out", lambda page: page.best_outsider),
        ("interruptions", lambda page: math.log1p(page.interruptions)),
        ("length", lambda page: math.log(page.length + _SHORTEST_LENGTH)),
        ("list items", lambda page: page.listed),
        ("read from the head", lambda page: page.warned(WarningCode.BODY_FROM_HEAD)),
        ("points of a story", lambda page: min(page.points, _MOST_POINTS)),
    ),
    "kind": (
        ("distance from the least points", lambda page: min(abs(page.points), _MOST_POINTS)),
        ("a story", lambda page: page.points > 0),
        ("points of a story", lambda page: min(max(page.points, 0.0), _MOST_POINTS)),
    ),
    "headline": (
        ("none", lambda page: page.article.headline is None),
        ("lead over the second", lambda page: page.lead),
        (
            "read from the head",
            lambda page: _is_head(page.article.headline.source) if page.article.headline else 0,
        ),
        ("the head's titles name it", lambda page: page.titled),
        ("the head's titles hold it", lambda page: page.named_in_title),
        ("likeness to the head's titles", lambda page: page.likest_title),
        ("titles in the head", lambda page: min(len(page.titles), 4)),
        ("length", lambda page: math.log(len(page.headline) + 5)),
        ("points of a story", lambda page: min(page.points, _MOST_POINTS)),
    ),
    "authors": (
        ("none", lambda page: not page.names),
        ("none, and a byline", lambda page: not page.names and bool(page.article.bylines)),
        ("several", lambda page: math.log1p(max(0, len(page.names) - 1))),
        ("several bylines", lambda page: len(page.article.bylines) > 1),
        ("read from the head", lambda page: _all_from_head(page.article.bylines)),
        (
            "the head names the same",
            lambda page: bool(page.names) and page.names == page.stated_names,
        ),
        ("the head names others", lambda page: bool(page.stated_names - page.names)),
        (
            "the head names fewer",
            lambda page: bool(page.stated_names) and bool(page.names - page.stated_names),
        ),
        ("score", lambda page: _mean([line.source.score for line in page.article.bylines])),
        ("unread words", lambda page: page.warned(WarningCode.BYLINE_UNREAD)),
        ("bylines refused", lambda page: math.log1p(page.lost(Label.BYLINE))),
        ("points of a story", lambda page: min(page.points, _MOST_POINTS)),
    ),
    "published": (
        ("none", lambda page: page.day is None),
        ("read from the head", lambda page: _is_head(page.dated_by)),
        ("a time of day", lambda page: isinstance(page.article.published, dt.datetime)),
        ("the page prints the day", lambda page: page.day in page.printed_days),
        (
            "the head states the day",
            lambda page: page.day is not None and page.day.isoformat() in page.stated_days,
        ),
        ("other days on the page", lambda page: math.log1p(len(page.printed_days - {page.day}))),
        ("the head states another day", lambda page: bool(page.stated_days - {str(page.day)})),
        ("an update", lambda page: page.article.updated is not None),
        ("score", lambda page: page.dated_by.score if page.dated_by else 0.0),
        ("a doubtful date", lambda page: page.warned(WarningCode.BAD_DATE)),
        ("points of a story", lambda page: min(page.points, _MOST_POINTS)),
    ),
    "deck": (
        ("none", lambda page: page.article.deck is None),
        ("score", lambda page: page.article.deck.source.score if page.article.deck else 0.0),
        ("likeness to the head's summary", lambda page: page.likest_description),
        (
            "none, and a summary in the head",
            lambda page: page.article.deck is None and bool(page.descriptions),
        ),
        ("decks refused", lambda page: math.log1p(page.lost(Label.DECK))),
    ),
    "captions": (
        ("count", lambda page: math.log1p(len(page.article.captions))),
        ("captions refused", lambda page: math.log1p(page.lost(Label.CAPTION, Label.CREDIT))),
    ),
}
"""For each field, the name and the measure of each cue."""
