"""Captions and their credits: what is printed with a picture."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from newsparse.blocks import Block
from newsparse.fields.bylines import has_byline_prefix, is_byline_prefix
from newsparse.fields.credits import is_credit
from newsparse.fields.dates import find_dates
from newsparse.fields.persons import is_role
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.languages import spoken
from newsparse.records import Label
from newsparse.segmenters.claims import Claim
from newsparse.segmenters.scene import credit_of
from newsparse.segmenters.text_caption import text_caption
from newsparse.segmenters.view import View
from newsparse.textual import any_of, normalize

_CAPTION: Final = bit("caption")
_CREDIT: Final = bit("credit")
_FIGURE: Final = bit("in_figure", "in_figcaption")
_IN_CAPTION: Final = bit("in_figcaption")
_PICTURE: Final = bit("picture")
_NEVER: Final = bit(
    "in_nav", "in_dialog", "comment", "signup", "in_form", "biography", "logo", "in_footer"
)
_PICTURED: Final = bit("caption", "in_figure", "in_figcaption", "picture")
"""Where a block of HTML must stand for any row of `RULES`, unless it is a credit's or stands by a picture."""
_TIME: Final = bit("has_time")
_DECK: Final = bit("deck")
_STORY: Final = bit("in_article", "in_main", "article")
_FEEDS: Final = bit(
    "related", "sidebar", "card", "in_aside", "share", "tags", "video", "ad", "quote", "in_quote"
)
_FIELDS: Final = bit("byline", "date", "headline", "kicker", "share", "tool", "tags", "has_time")
_OTHERS: Final = bit("quote", "headline", "embed", "related", "has_time", "in_address")
"""What a block's own elements may be called that is no caption, whatever holds them; pull quotes and teasers are figures too."""
_OWN: Final = bit("caption", "credit", "in_figcaption")
_LONGEST: Final = 1200.0
_ENDING: Final = frozenset(("bracketed", "labelled", "copyright", "agency", "named"))
"""Forms of credits that a caption ends in."""
_DECKED: Final = bit("card", "ad")
_ROLE: Final = 25.0
"""The longest line that is somebody's title: an author's card is a figure too."""
_TELLS: Final = 20
"""Letters from which an alternative text tells its caption."""
_SAME: Final = 40
_SENTENCES = re.compile(r"[a-zà-ÿ]{2}[.!?](?=[A-ZÀ-Þ]|\s[\w(])")
"""A sentence that something follows, be it glued on: more than names."""
_ON = re.compile(r"\s{0,3}/\s?(?=[A-ZÀ-Þ])[^/\n]{2,60}$")
"""A stroke and a house behind the element of a credit: part of it."""
_LEADS_ON = re.compile(r"[:：]\s?$")
"""A line that ends in a colon leads to something else."""
_COUNTER = re.compile(
    rf"^\W*+(?:(?:\d++\s*(?:/|{any_of(spoken(lambda language: language.counter_words))})\s*\d++|"
    rf"(?:\d{{1,2}}:)?\d{{1,2}}:\d{{2}}(?:\s*(?:min|{any_of(spoken(lambda one: one.clock_words))})\.?)?|"
    rf"(?:{any_of(spoken(lambda language: language.picture_count_openings))}\s)?"
    rf"\d++\s*{any_of(spoken(lambda language: language.picture_count_words))}\b[^\n]*+|"
    rf"{'|'.join(spoken(lambda language: language.picture_chrome_patterns))})\W*+)?$",
    re.IGNORECASE,
)


def caption(view: View) -> Iterable[Claim]:
    """Claims on blocks that stand with a picture of the story, as caption, credit, or both."""
    low = max(0, min(view.head(10).start, view.first))
    high = min(len(view.blocks), max(view.last + 6, view.first + 6))
    shown = _alternatives(view)
    beside = shown.keys() | view.scene.frames.keys()
    for at, block in enumerate(view.blocks):
        if low <= at < high:
            if (
                not block.tag
                or at in beside
                or block.tag == "figcaption"
                or block.within & _PICTURED
                or (block.own | block.inline) & _CREDIT
            ):
                yield from _claims(view, block, shown)
        elif (not block.tag and block.own & _CAPTION) or (
            at >= high and block.within & _CAPTION and _is_of_story(view, block)
        ):
            yield from _claims(view, block, shown)


def _is_of_story(view: View, block: Block) -> bool:
    """Whether a block far from the story's paragraphs stands in the story's element, in nothing that feeds others."""
    return (
        bool(block.within & _STORY) and not block.within & _FEEDS and view.scene.in_core[block.node]
    )


def _alternatives(view: View) -> dict[int, list[str]]:
    """What the pictures near each block say of themselves to those who cannot see them, folded."""
    found: dict[int, list[str]] = {}
    for picture in view.scene.page.pictures:
        for text in (picture.alt, picture.title, picture.caption):
            if len(text) >= _TELLS:
                folded = normalize(text)
                if not any(folded[:_TELLS] in title for title in view.scene.titles):
                    for at in range(picture.before - 2, picture.before + 4):
                        found.setdefault(at, []).append(folded)
    return found


def _claims(view: View, block: Block, shown: dict[int, list[str]]) -> Iterable[Claim]:
    if not block.tag:
        claims = list(text_caption(view, block)) if _may_hold(view, block) else []
        if claims and _may_be(view, block) and not _is_date(view, block):
            yield from claims
        return
    if not _may_be(view, block) or _is_date(view, block):
        return
    row = None
    for test, score, reason in RULES:
        if test(view, block):
            row = (score, reason)
            break
    if (row is None or row[1] == RULES[-1][2]) and _says_what_is_shown(view, block, shown):
        row = (0.966, "says what its picture's alternative text says")
    if row is None:
        return
    spans = credits_of(view, block)
    score, reason = row
    whole = len(spans) == 1 and spans[0][:2] == (0, -1)
    if not whole:
        yield Claim(block.index, Label.CAPTION, score, reason)
    for start, end, form in spans:
        yield Claim(
            block.index, Label.CREDIT, min(0.9999, score + 0.002), f"a credit: {form}", start, end
        )


def _says_what_is_shown(view: View, block: Block, shown: dict[int, list[str]]) -> bool:
    text = view.scene.normalized[block.index]
    if (
        block.level
        or len(text) < _TELLS
        or view.scene.linked[block.index] > 0.5
        or view.scene.lengths[block.index] > 600
    ):
        return False
    return any(said[:_SAME] in text or text[:_SAME] in said for said in shown.get(block.index, ()))


def is_caption(view: View, block: Block) -> bool:
    """Whether a block stands with a picture as captions do."""
    return (
        _may_be(view, block)
        and not _is_date(view, block)
        and any(test(view, block) for test, _, _ in RULES)
    )


def credits_of(view: View, block: Block) -> list[tuple[int, int, str]]:
    """The stretches of a caption's block that are credit: by its elements, else by its words."""
    text = block.text
    if block.inline & _CREDIT:
        marks = [mark for mark in view.marks(block) if mark.words & _CREDIT]
        outer = [
            mark
            for mark in marks
            if not any(
                other is not mark
                and other.start <= mark.start
                and mark.end <= other.end
                and (other.end - other.start) > (mark.end - mark.start)
                for other in marks
            )
        ]
        if outer and not (len(outer) == 1 and outer[0].end - outer[0].start > 200):
            start, end = outer[0].start, outer[-1].end
            if not text[:start].strip() and not text[end:].strip():
                found = credit_of(view.scene, text)
                return (
                    [(found.start, found.end, found.form)]
                    if found is not None and found.start > 0
                    else [(0, -1, "its element")]
                )
            house = _ON.match(text, end)
            return [(start, house.end() if house else end, "its element")]
    if is_credit(text) and not _SENTENCES.search(text):
        return [(0, -1, "names alone")]
    found = credit_of(view.scene, text)
    if found is not None:
        full = not text[: found.start].strip() and not text[found.end :].strip()
        if full and _SENTENCES.search(text):
            return []
        return [(0, -1, found.form)] if full else [(found.start, found.end, found.form)]
    if block.own & _CREDIT and not block.own & _CAPTION and view.scene.lengths[block.index] < 160:
        return [(0, -1, "its element")]
    return []


def _may_hold(view: View, block: Block) -> bool:
    """Whether a block's size and place are a caption's; of a dump the rest is asked only where something tells one."""
    at = block.index
    return (
        2 <= view.scene.lengths[at] <= _LONGEST
        and at != view.headline
        and not block.within & _NEVER
    )


def _may_be(view: View, block: Block) -> bool:
    if not _may_hold(view, block):
        return False
    at = block.index
    size = view.scene.lengths[at]
    text = block.text
    own = block.own | block.inline
    if (own & _OTHERS or block.level and own & _DECK) and not own & _OWN:
        return False
    if _COUNTER.match(text) or view.scene.purposes[at] not in ("", "legal"):
        return False
    return (
        any(map(str.isalpha, text))
        and not is_byline_prefix(text)
        and not (size <= _ROLE and is_role(text))
        and not _LEADS_ON.search(text[-2:])
    )


def _is_date(view: View, block: Block) -> bool:
    """Whether a third of a short block is dates; asked of what else may be a caption, for it is dear."""
    if (
        view.scene.lengths[block.index] >= 120
        or block.within & _CAPTION
        and not (block.own | block.inline) & _TIME
    ):
        return False
    return sum([found.end - found.start for found in find_dates(block.text)]) * 3 > len(block.text)


def _in_caption_element(view: View, block: Block) -> bool:
    return block.tag == "figcaption" or bool(block.within & (_CAPTION | _IN_CAPTION))


def _in_credit_element(view: View, block: Block) -> bool:
    near = bool(block.within & (_FIGURE | _PICTURE)) or block.index in view.scene.frames
    return (
        bool((block.own | block.inline) & _CREDIT)
        and view.scene.lengths[block.index] < 160
        and (near or credit_of(view.scene, block.text) is not None or is_credit(block.text))
    )


def _in_figure(view: View, block: Block) -> bool:
    return (
        bool(block.within & _FIGURE) and view.scene.lengths[block.index] < 600 and not block.level
    )


def _in_picture(view: View, block: Block) -> bool:
    """Stands in an element of pictures and ends in a credit."""
    if (
        not block.within & _PICTURE
        or block.level
        or view.scene.lengths[block.index] > 700
        or block.within & _FEEDS & ~_DECKED
    ):
        return False
    found = credit_of(view.scene, block.text)
    return found is not None and found.form in _ENDING and found.start > 0


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
        and not has_byline_prefix(block.text)
        and 8 <= scene.lengths[at] <= 500
        and view.first - 12 <= at
    )


RULES: Final[tuple[tuple[Callable[[View, Block], bool], float, str], ...]] = (
    (_in_caption_element, 0.97, "stands in a caption's element"),
    (_in_credit_element, 0.96, "its element is a picture credit's"),
    (_in_figure, 0.93, "stands with a picture in a figure"),
    (_in_picture, 0.965, "stands in an element of pictures and ends in a credit"),
    (_in_frame, 0.9, "stands with a picture and little else"),
)
"""What makes a block a caption, with its score and reason; the first row that holds decides."""
