"""What tells a sure field from a doubtful one: for each field of a record, a table of cues.

A cue is a number that the parse already knows. `confidence` weighs the cues of a field and gives
the probability that the field is right. Adding a cue is adding a row; it is used after
`python -m newsparse.training.confidence`.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from typing import Final

from newsparse.assemble.doubts import Doubts, is_head
from newsparse.records import Label, WarningCode

_MOST_CERTAIN: Final = 0.999
"""The largest share whose log-odds still count."""
_SHORTEST_LENGTH: Final = 20
"""Characters added to each length, so that its logarithm is bounded."""
_MOST_POINTS: Final = 6.0
"""Points of a story, more of which say nothing more."""
_MOST_TITLES: Final = 4


def log_odds(share: float) -> float:
    """The log-odds of a share, within the limits of what is ever certain.

    >>> log_odds(0.5), round(log_odds(1.0), 2)
    (0.0, 6.91)
    """
    share = min(max(share, 1 - _MOST_CERTAIN), _MOST_CERTAIN)
    return math.log(share / (1 - share))


def _points(page: Doubts) -> float:
    return min(page.points, _MOST_POINTS)


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
        ("points of a story", lambda page: _points(page)),
    ),
    "kind": (
        ("distance from the least points", lambda page: min(abs(page.points), _MOST_POINTS)),
        ("a story", lambda page: page.points > 0),
        ("points of a story", lambda page: min(max(page.points, 0.0), _MOST_POINTS)),
    ),
    "headline": (
        ("none", lambda page: page.article.headline is None),
        ("lead over the second", lambda page: page.lead),
        ("read from the head", lambda page: page.headline_is_stated),
        ("the head's titles name it", lambda page: page.titled),
        ("the head's titles hold it", lambda page: page.named_in_title),
        ("likeness to the head's titles", lambda page: page.likest_title),
        ("titles in the head", lambda page: min(len(page.titles), _MOST_TITLES)),
        ("length", lambda page: math.log(len(page.headline) + _SHORTEST_LENGTH)),
        ("points of a story", lambda page: _points(page)),
    ),
    "authors": (
        ("none", lambda page: not page.names),
        ("none, and a byline", lambda page: not page.names and bool(page.article.bylines)),
        ("several", lambda page: math.log1p(max(0, len(page.names) - 1))),
        ("several bylines", lambda page: len(page.article.bylines) > 1),
        ("read from the head", lambda page: page.byline_is_stated),
        (
            "the head names the same",
            lambda page: bool(page.names) and page.names == page.stated_names,
        ),
        ("the head names others", lambda page: bool(page.stated_names - page.names)),
        (
            "the head names fewer",
            lambda page: bool(page.stated_names) and bool(page.names - page.stated_names),
        ),
        ("score", lambda page: _mean(page.byline_scores)),
        ("unread words", lambda page: page.warned(WarningCode.BYLINE_UNREAD)),
        ("bylines refused", lambda page: math.log1p(page.lost(Label.BYLINE))),
        ("points of a story", lambda page: _points(page)),
    ),
    "published": (
        ("none", lambda page: page.day is None),
        ("read from the head", lambda page: is_head(page.dated_by)),
        ("a time of day", lambda page: isinstance(page.article.published, dt.datetime)),
        ("the page prints the day", lambda page: page.day in page.printed_days),
        ("the head states the day", lambda page: page.states_day),
        ("other days on the page", lambda page: math.log1p(len(page.printed_days - {page.day}))),
        ("the head states another day", lambda page: page.states_another_day),
        ("an update", lambda page: page.article.updated is not None),
        ("score", lambda page: page.dated_by.score if page.dated_by else 0.0),
        ("a doubtful date", lambda page: page.warned(WarningCode.BAD_DATE)),
        ("points of a story", lambda page: _points(page)),
    ),
    "deck": (
        ("none", lambda page: page.article.deck is None),
        ("score", lambda page: page.deck_score),
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
