"""What the cues of confidence look at: facts of one page and of the record made from it."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import Final

import attrs

from newsparse.assemble.context import AssemblyContext
from newsparse.records import Article, BlockKind, Label, Origin, Source, WarningCode
from newsparse.segmenters.claims import DatesFound, Piece
from newsparse.textual import folded_words, normalize, overlap

_SURE: Final = 0.8
"""The probability from which a block of the body is sure."""
_SHORTEST_LONG_BLOCK: Final = 80
"""Characters of the shortest block that is long."""
_LEAST_NOTICED: Final = 0.02
"""The probability from which a block outside the body counts as possibly missing."""
_EXPECTED_ELSEWHERE: Final = 0.95
"""What is expected of a body that no probabilities of blocks speak of."""
_MOST_LEAD: Final = 4.0
"""Points of a lead over the second candidate that say all that a lead can say."""
_PRINTED: Final = frozenset((Origin.DOM, Origin.TEXT))
_MISSED: Final = frozenset((Label.FURNITURE, Label.NOTE, Label.CAPTION, Label.DECK))
"""Labels of blocks that may belong to the body after all."""


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

    @property
    def headline_is_stated(self) -> bool:
        """Whether the headline was read from the head."""
        headline = self.article.headline
        return headline is not None and is_head(headline.source)

    # Bylines

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(normalize(author.name) for author in self.article.authors)

    @cached_property
    def stated_names(self) -> frozenset[str]:
        stated = self.context.stated
        return frozenset(map(normalize, stated.names)) if stated is not None else frozenset()

    @property
    def byline_scores(self) -> list[float]:
        return [line.source.score for line in self.article.bylines]

    @property
    def byline_is_stated(self) -> bool:
        """Whether a byline was read from the head."""
        return any(is_head(line.source) for line in self.article.bylines)

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
    def states_day(self) -> bool:
        """Whether the head states the day."""
        return self.day is not None and self.day.isoformat() in self.stated_days

    @property
    def states_another_day(self) -> bool:
        """Whether the head states another day, or one where the record has none."""
        return bool(self.stated_days - {str(self.day)})

    @cached_property
    def dated_by(self) -> Source | None:
        """Where the date of publication was read."""
        return next((one.source for one in self.article.evidence if one.field == "published"), None)

    # The deck

    @cached_property
    def descriptions(self) -> list[frozenset[str]]:
        """The words of each summary that the head states."""
        return [frozenset(words) for words in self.context.view.scene.description_words if words]

    @property
    def deck_score(self) -> float:
        return self.article.deck.source.score if self.article.deck is not None else 0.0

    @property
    def likest_description(self) -> float:
        """The largest overlap of the deck's words with a summary in the head."""
        deck = self.article.deck
        mine = folded_words(normalize(deck.text)) if deck is not None else set()
        return max((overlap(mine, words) for words in self.descriptions), default=0.0)

    @cached_property
    def contested(self) -> list[Piece]:
        """The pieces on which claims lost."""
        return [piece for piece in self.context.pieces if piece.rejected]

    def lost(self, *labels: Label) -> int:
        """Pieces of the page on which claims of these labels lost."""
        return sum(
            [
                any(claim.label in labels for claim in piece.rejected)
                for piece in self.contested
                if piece.label not in labels
            ]
        )


def is_head(source: Source | None) -> bool:
    """Whether a value was not read from what the page prints."""
    return source is not None and source.origin not in _PRINTED


def _day(moment: dt.datetime | dt.date | None) -> dt.date | None:
    return moment.date() if isinstance(moment, dt.datetime) else moment
