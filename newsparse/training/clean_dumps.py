"""Dumps that hold a story and little else, made of the golds of a corpus.

A dump of a whole page has menus above the story and teasers below it. A file from an archive, or
text that somebody copied, has neither: its last line is the last paragraph, or one that signs the
story. Pages alone would teach a model that no story ends there.
"""

from __future__ import annotations

import re
import textwrap
import zlib
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

import attrs

from newsparse.benchmark.corpus import Sample
from newsparse.page import Media
from newsparse.training.align import gold_paragraphs

_T = TypeVar("_T")
_Layout = Callable[[Sequence[str], Sequence[str], Sequence[str], int], str]
"""Makes a dump of the lines above a story, its paragraphs, the lines under it, and a width."""
_FEWEST_PARAGRAPHS: Final = 2
_BRIEF_PARAGRAPHS: Final = (2, 3, 4, 6)
"""Paragraphs of a story that is cut to a brief."""
_WIDTHS: Final = (64, 72, 80)
"""Columns of a text with wrapped lines."""
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@attrs.frozen(eq=False)
class CleanDump(Sample):
    """A dump that holds nothing but the story of a page."""

    text: str = ""

    def page(self, media: Media) -> str | bytes:
        """The dump, which is text for every medium."""
        return self.text


def clean_dump(sample: Sample) -> CleanDump | None:
    """The story of a page as a dump, whole or cut to a brief; None where the gold has no story.

    Its layout is chosen by the page's id, so a corpus always gives the same dumps.
    """
    if sample.gold.keys().isdisjoint(("body", "body_text")):
        return None
    paragraphs = gold_paragraphs(sample.gold)
    if len(paragraphs) < _FEWEST_PARAGRAPHS:
        return None
    choice = _Choices(zlib.crc32(sample.id.encode()))
    if choice.of((True, False)):
        paragraphs = paragraphs[: choice.of(_BRIEF_PARAGRAPHS)]
    layout, width = choice.of(_LAYOUTS), choice.of(_WIDTHS)
    head, tail = _head(sample.gold, choice), _tail(sample, choice)
    return CleanDump(
        f"{sample.id}:story",
        sample.set,
        sample.url,
        sample.fold,
        {"body": paragraphs},
        sample.path,
        sample.domain,
        layout(head, paragraphs, tail, width),
    )


class _Choices:
    """Choices among options, one after the other, that a number decides."""

    def __init__(self, number: int) -> None:
        self._left = number

    def of(self, options: Sequence[_T]) -> _T:
        self._left, at = divmod(self._left, len(options))
        return options[at]


def _head(gold: dict[str, Any], choice: _Choices) -> list[str]:
    """Headline, byline and date, as far as they are known; the last two on one line or on two."""
    byline = _names(gold)
    if byline and not byline.lower().startswith("by "):
        byline = f"By {byline}"
    under = [part for part in (byline, _day(gold, choice)) if part]
    lines = [gold.get("headline") or "", *choice.of((under, [" | ".join(under)]))]
    return [" ".join(line.split()) for line in lines if line]


def _tail(sample: Sample, choice: _Choices) -> list[str]:
    """What half of the dumps print under the story: the site, the names, the day or the
    headline."""
    if choice.of((True, False)):
        return []
    gold = sample.gold
    lines = [_names(gold), _day(gold, choice), gold.get("headline")]
    found = [line for line in lines if line] + [sample.domain, f"© {sample.domain}"]
    return [" ".join(choice.of(found).split())]


def _names(gold: dict[str, Any]) -> str:
    names = gold.get("authors") or gold.get("authors_raw") or ""
    return names if isinstance(names, str) else " and ".join(names)


def _day(gold: dict[str, Any], choice: _Choices) -> str:
    """The day of publication in numbers, which name no language; "" where it is not known."""
    match = _DAY.match(gold.get("published") or "")
    if match is None:
        return ""
    year, month, day = match.groups()
    return choice.of((f"{year}-{month}-{day}", f"{day}.{month}.{year}"))


def _spaced(head: Sequence[str], paragraphs: Sequence[str], tail: Sequence[str], width: int) -> str:
    return "\n\n".join((*head, *paragraphs, *tail))


def _unspaced(
    head: Sequence[str], paragraphs: Sequence[str], tail: Sequence[str], width: int
) -> str:
    return "\n".join((*head, *paragraphs, *tail))


def _without_head(
    head: Sequence[str], paragraphs: Sequence[str], tail: Sequence[str], width: int
) -> str:
    return "\n\n".join((*paragraphs, *tail))


def _wrapped(
    head: Sequence[str], paragraphs: Sequence[str], tail: Sequence[str], width: int
) -> str:
    return "\n\n".join((*head, *[textwrap.fill(text, width) for text in paragraphs], *tail))


def _indented(
    head: Sequence[str], paragraphs: Sequence[str], tail: Sequence[str], width: int
) -> str:
    """Wrapped lines without blank ones: paragraphs begin with an indent."""
    told = [textwrap.fill(text, width, initial_indent="    ") for text in paragraphs]
    return "\n".join((*head, "", *told, "", *tail))


_LAYOUTS: Final[tuple[_Layout, ...]] = (
    _spaced,
    _unspaced,
    _without_head,
    _wrapped,
    _indented,
)
