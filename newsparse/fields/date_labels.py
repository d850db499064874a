"""The words beside a date that say what it is: a publication, the first one, or an update."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Final

import attrs

from newsparse.lexicon.languages import spoken
from newsparse.records import Moment
from newsparse.textual import any_of

_DENSE_LABEL_END = re.compile(r"(?<![\s:：])[\s:：]*+(?!\d)")
"""What follows a label that stands behind its date: no other date."""


@attrs.frozen
class FoundDate:
    """A date, `text[start:end]`: what it says, and what its label calls it."""

    start: int
    end: int
    moment: Moment
    updated: bool | None = None
    """True for an update, False for a publication; None where no label says."""
    first: bool = False
    """Whether the label calls it the first publication ("First published")."""
    swapped: dt.date | None = None
    """The day where its numbers are read with day and month swapped; None where they have one
    reading, or the page's language and region decide."""


@attrs.frozen
class DateLabel:
    """What a label says of its date."""

    updated: bool
    first: bool = False


@cache
def _kinds() -> dict[str, DateLabel]:
    """Each label and what it says; a phrase that both lists hold is an update."""
    return {
        **dict.fromkeys(spoken(lambda one: one.published_labels), DateLabel(updated=False)),
        **dict.fromkeys(
            spoken(lambda one: one.first_published_labels), DateLabel(updated=False, first=True)
        ),
        **dict.fromkeys(spoken(lambda one: one.updated_labels), DateLabel(updated=True)),
    }


@cache
def _labels() -> re.Pattern[str]:
    """Every label. The longest one matches, so "updated date" does not end as "date"."""
    return re.compile(rf"(?<!\w){any_of(_kinds())}")


@cache
def _dense_labels() -> re.Pattern[str]:
    """The labels of scripts that set them behind the date without a blank."""
    return re.compile(any_of(one for one in _kinds() if _is_dense(one[0])))


def _is_dense(letter: str) -> bool:
    return "\u3040" <= letter <= "\ud7af"


def label_before(text: str) -> DateLabel | None:
    """What the last label in the text before a date says; None where there is none.

    >>> label_before("Updated Date: "), label_before("On Monday, ")
    (DateLabel(updated=True, first=False), None)
    """
    if not text:
        return None
    last = max(_labels().finditer(text.lower()), key=re.Match.start, default=None)
    if last is None:
        return None
    label = _kinds()[last.group()]
    opens = len(text[: last.start()].strip()) <= _MOST_BEFORE_FIRST
    return label if opens or not label.first else attrs.evolve(label, first=False)


_MOST_BEFORE_FIRST: Final = 3
"""Characters before a label that calls a date the first: further in, a sentence says so of some
other text."""


def label_behind(text: str) -> DateLabel | None:
    """What a label says that follows its date at once, as in Chinese, Japanese and Korean.

    >>> label_behind(" 更新"), label_behind(" 更新：2024"), label_behind(" Updated")
    (DateLabel(updated=True, first=False), None, None)
    """
    shown = text.lstrip(" \u3000")
    if not shown or not _is_dense(shown[0]):
        return None
    match = _dense_labels().match(shown)
    if match is None or not _DENSE_LABEL_END.match(shown, match.end()):
        return None
    return _kinds()[match.group()]
