"""Captions and their credits: what is printed with a picture."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from newsparse.blocks import Block
from newsparse.credits import is_credit, split_credit
from newsparse.dates import find_dates
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.furniture import purpose
from newsparse.names import has_byword
from newsparse.records import Label
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.view import View

_CAPTION: Final = bit("caption")
_CREDIT: Final = bit("credit")
_FIGURE: Final = bit("in_figure", "in_figcaption")
_PICTURE: Final = bit("picture")
_NEVER: Final = bit("in_nav", "in_dialog", "comment", "signup", "consent", "in_form", "biography", "logo", "in_footer", "in_control")
_FEEDS: Final = bit("related", "sidebar", "card", "in_aside", "share", "tags", "video", "ad")
_FIELDS: Final = bit("byline", "date", "headline", "kicker", "share", "tool", "tags", "has_time")
_LONGEST: Final = 1200.0
_TELLING: Final = frozenset(("phrase", "bracketed", "labelled", "copyright", "bylined"))
"""Forms of credits that tell a caption where no element does."""
_COUNTER = re.compile(
    r"^\W*+(?:(?:\d++\s*(?:/|of|von|de|di|af|av)\s*\d++|(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\s*(?:min|uhr)\.?)?|"
    r"\d++\s*(?:photos?|images?|bilder|fotos?|images)\b[^\n]*+|video|bild|foto|photo|image|autoplay|slide \d[^\n]*+)\W*+)?$",
    re.IGNORECASE,
)


def caption(view: View) -> Iterable[Claim]:
    """Claims on blocks that stand with a picture of the story, as caption, credit, or both."""
    low = max(0, min(view.head(10).start, view.first))
    high = min(len(view.blocks), max(view.last + 6, view.first + 6))
    for at in range(low, high):
        yield from _claims(view, view.blocks[at])


def _claims(view: View, block: Block) -> Iterable[Claim]:
    if not _may_be(view, block):
        return
    row = next(((score, reason) for test, score, reason in RULES if test(view, block)), None)
    spans = _credits(view, block) if row is not None or not block.tag else []
    if row is None:
        found = split_credit(block.text) if not block.tag else None
        if found is None or found.form not in _TELLING:
            return
        row = (0.995 if found.form == "bracketed" else 0.98, "ends in a picture credit")
    score, reason = row
    whole = len(spans) == 1 and spans[0][:2] == (0, -1)
    if not whole:
        yield Claim(block.index, Label.CAPTION, score, reason)
    for start, end, form in spans:
        yield Claim(block.index, Label.CREDIT, min(0.9999, score + 0.002), f"a credit: {form}", start, end)


def _credits(view: View, block: Block) -> list[tuple[int, int, str]]:
    """The stretches of a caption's block that are credit: by its elements, else by its words."""
    text = block.text
    if block.inline & _CREDIT:
        marks = [mark for mark in view.marks(block) if mark.words & _CREDIT]
        outer = [mark for mark in marks if not any(other is not mark and other.start <= mark.start and mark.end <= other.end and (other.end - other.start) > (mark.end - mark.start) for other in marks)]
        if outer and not (len(outer) == 1 and outer[0].end - outer[0].start > 200):
            start, end = outer[0].start, outer[-1].end
            if not text[:start].strip() and not text[end:].strip():
                found = split_credit(text)
                return [(found.start, found.end, found.form)] if found is not None and found.start > 0 else [(0, -1, "its element")]
            return [(start, end, "its element")]
    found = split_credit(text)
    if found is not None:
        full = not text[: found.start].strip() and not text[found.end :].strip()
        return [(0, -1, found.form)] if full else [(found.start, found.end, found.form)]
    if (block.own & _CREDIT and not block.own & _CAPTION and view.scene.weights[block.index] < 160) or is_credit(text):
        return [(0, -1, "its element" if block.own & _CREDIT else "names alone")]
    return []


def _may_be(view: View, block: Block) -> bool:
    at = block.index
    size = view.scene.weights[at]
    if size > _LONGEST or size < 2 or at == view.headline or block.within & _NEVER:
        return False
    if _COUNTER.match(block.text) or purpose(view.scene.keys[at]) not in ("", "legal"):
        return False
    if size < 120 and any(map(str.isdigit, block.text)) and not block.within & _CAPTION:
        covered = sum(found.end - found.start for found in find_dates(block.text))
        if covered * 2 > len(block.text):
            return False
    return True


def _in_caption_element(view: View, block: Block) -> bool:
    return block.tag == "figcaption" or bool(block.within & _CAPTION) or bool(block.within & _FIGURE & bit("in_figcaption"))


def _in_credit_element(view: View, block: Block) -> bool:
    near = bool(block.within & (_FIGURE | _PICTURE)) or block.index in view.scene.frames
    return bool((block.own | block.inline) & _CREDIT) and view.scene.weights[block.index] < 160 and (near or split_credit(block.text) is not None)


def _in_figure(view: View, block: Block) -> bool:
    return bool(block.within & _FIGURE) and view.scene.weights[block.index] < 600 and not block.level


def _in_frame(view: View, block: Block) -> bool:
    """Stands with a picture and little else, and is no teaser: no heading, no link, no field of another kind."""
    scene = view.scene
    at = block.index
    return (
        at in scene.frames
        and scene.in_core[block.node]
        and not block.level
        and scene.linked[at] < 0.5
        and not (block.own | block.inline) & _FIELDS
        and not block.within & _FEEDS
        and not has_byword(block.text)
        and 8 <= scene.weights[at] <= 500
        and view.first - 12 <= at
    )


RULES: Final[tuple[tuple[Callable[[View, Block], bool], float, str], ...]] = (
    (_in_caption_element, 0.97, "stands in a caption's element"),
    (_in_credit_element, 0.96, "its element is a picture credit's"),
    (_in_figure, 0.93, "stands with a picture in a figure"),
    (_in_frame, 0.9, "stands with a picture and little else"),
)
"""What makes a block a caption, with its score and reason; the first row that holds decides."""
