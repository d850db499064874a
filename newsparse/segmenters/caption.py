"""Captions and their credits: what is printed with a picture."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

import attrs

from newsparse.blocks import Block, Mark
from newsparse.fields.credit_labels import is_label, is_sourced
from newsparse.fields.credits import credit_in
from newsparse.fields.persons import is_bare_name, is_role
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.languages import spoken
from newsparse.lexicon.tails import caption_edges
from newsparse.records import Credit, Label
from newsparse.segmenters.claims import Claim, claimed
from newsparse.segmenters.facts import LineFacts
from newsparse.segmenters.precedence import Row, row
from newsparse.segmenters.text_caption import GLUED, text_caption
from newsparse.segmenters.view import SURE, View
from newsparse.textual import any_of, normalize

_CAPTION: Final = bit("caption")
_CREDIT: Final = bit("credit")
_FIGURE: Final = bit("in_figure", "in_figcaption")
_IN_CAPTION: Final = bit("in_figcaption")
_PICTURE: Final = bit("picture")
_NEVER: Final = bit(
    "in_nav", "in_dialog", "comment", "signup", "in_form", "biography", "logo", "in_footer"
)
_BYLINE: Final = bit("byline")
_FOOTER: Final = bit("in_footer")
_QUOTE: Final = bit("quote")
_IN_QUOTE: Final = bit("in_quote")
_EMBED: Final = bit("embed")
_PICTURED: Final = bit("caption", "in_figure", "in_figcaption", "picture")
"""Where a block of HTML must stand for any row of `RULES`, unless it is a credit's or stands by a
picture."""
_TIME: Final = bit("has_time")
_DECK: Final = bit("deck")
_STORY: Final = bit("in_article", "in_main", "article")
_FEEDS: Final = bit(
    "related", "sidebar", "card", "in_aside", "share", "tags", "video", "ad", "quote", "in_quote"
)
_FIELDS: Final = bit("byline", "date", "headline", "kicker", "share", "tool", "tags", "has_time")
_OTHERS: Final = bit("quote", "headline", "embed", "related", "has_time", "in_address")
"""Classes of a block's own elements that rule out a caption; pull quotes and teasers are figures,
too."""
_OWN: Final = bit("caption", "credit", "in_figcaption")
_SHORTEST_CAPTION, _LONGEST_CAPTION = 2.0, 1200.0
_LONGEST_IN_FIGURE: Final = 600.0
_LONGEST_IN_PICTURE: Final = 700.0
_LONGEST_CREDIT: Final = 160.0
_LONGEST_CREDIT_ELEMENT: Final = 200
_LONGEST_DATE: Final = 120.0
_LONGEST_RELATIVE: Final = 16
"""Characters of the longest date counted from now ("12 minutes ago")."""
_BLOCKS_AFTER: Final = 6
"""Blocks after the story's end that may be its captions."""
_SHORTEST_PARAGRAPH: Final = 60.0
_BLOCKS_IN_FRAME: Final = 6
"""Blocks after a picture that may stand in a frame with it."""
_BLOCKS_BESIDE_PICTURE: Final = 3
"""Blocks after a picture in which its credit may stand without a figure around both."""
_MOST_CELLS_OF_CAPTION: Final = 2
"""Cells of a table row that is a picture beside its caption."""
_BY_ELEMENT: Final = "its element"
_ENDING: Final = frozenset(("bracketed", "labelled", "copyright", "agency", "named"))
"""Forms of credits that a caption ends in."""
_ALONE: Final = frozenset(("phrase", "labelled", "copyright", "agency", "bylined", "bracketed"))
"""Forms of credits that stand on a line of their own beside a caption."""
_DECKED: Final = bit("card", "ad")
_LONGEST_ROLE: Final = 25.0
"""Characters of the longest line that may be somebody's job title: an author's card is a figure,
too."""
_SHORTEST_ALTERNATIVE: Final = 20
"""Characters of the shortest alternative text that is compared with captions."""
_SAME_START: Final = 40
"""Letters that the two begin with alike."""
_SENTENCES = re.compile(r"[a-zà-ÿ]{2}[.!?](?=[A-ZÀ-Þ]|\s[\w(])")
"""A sentence with more text after it, so more than names."""
_HOUSE_BEHIND = re.compile(r"\s{0,3}/\s?(?=[A-ZÀ-Þ])[^/\n]{2,60}$")
"""A slash and an agency right after a credit's element: part of the credit."""
_SMALL_PRINT: Final = frozenset(("small", "cite", "i", "em"))
_SMALL_PRINT_BEHIND = re.compile(r"[.!?”\"]\s[^.!?]{3,80}$")
_NAMES_ALONE = re.compile(r"^(?:[A-ZÀ-Þ][\w.'’-]*+(?:\s*[/,|]\s*|\s|$)){1,8}$")
"""Capitalized words, with slashes or commas between names."""
_IN_LINK: Final = bit("in_link")
_PROSE: Final = frozenset(("p", "li", "dd", "tr", "pre", "blockquote"))
_TO_PICTURE = re.compile(
    r"^(?:#|javascript:)|\.(?:jpe?g|png|gif|webp|avif|svg|tiff?)(?:[?#]|$)|"
    r"(?<![a-z])(?:photo|pictures?|images?|img|media|galler\w+|slideshow|lightbox|attachment|"
    rf"{any_of(spoken(lambda language: language.picture_count_words))})(?![a-z])",
    re.IGNORECASE,
)
"""The address of a link that shows a picture larger, or more pictures."""
_LEADS_ON = re.compile(r"[:：]\s?$")
"""The colon of a line that introduces something else."""
_COUNTER = re.compile(
    rf"^\W*+(?:(?:\d++\s*(?:/|{any_of(spoken(lambda language: language.counter_words))})\s*\d++|"
    r"(?:\d{1,2}:)?\d{1,2}:\d{2}"
    rf"(?:\s*(?:min|{any_of(spoken(lambda language: language.clock_words))})\.?)?|"
    rf"(?:{any_of(spoken(lambda language: language.picture_count_openings))}\s)?"
    rf"\d++\s*{any_of(spoken(lambda language: language.picture_count_words))}\b[^\n]*+|"
    rf"{'|'.join(spoken(lambda language: language.picture_chrome_patterns))})\W*+)?$",
    re.IGNORECASE,
)


def caption(view: View) -> Iterable[Claim]:
    """Claims on blocks that stand with a picture of the story, as caption, credit, or both."""
    low = max(0, min(view.head(10).start, view.first))
    high = min(len(view.blocks), max(view.last + _BLOCKS_AFTER, view.first + _BLOCKS_AFTER))
    said = _alternatives(view)
    beside = said.keys() | view.scene.frames.keys()
    claims: list[Claim] = []
    for at, block in enumerate(view.blocks):
        near = low <= at < high
        if not (near or (block.own | block.within) & _CAPTION):
            continue
        if not block.tag:
            if near or block.own & _CAPTION:
                yield from _text_claims(view, block)
        elif (near and _is_pictured(block, at in beside)) or (
            at >= high and _is_of_story(view, block)
        ):
            claims += _claims(view, block, said.get(at, []))
    yield from claims
    yield from _credits_beside(view, claims)


def _credits_beside(view: View, claims: list[Claim]) -> Iterable[Claim]:
    """The claims on lines right above or below a caption that are a credit and nothing else."""
    taken = {claim.block for claim in claims}
    for at in sorted({claim.block for claim in claims if claim.label is Label.CAPTION}):
        for beside in (at + 1, at - 1):
            if beside in taken or not 0 <= beside < len(view.blocks):
                continue
            if _is_credit_alone(view, beside) and _is_in_one_box(view, at, beside):
                taken.add(beside)
                block = view.blocks[beside]
                found = view.facts(beside).credit
                form = found.form if found is not None else "names alone"
                yield claimed(beside, _BESIDE_CAPTION, form, value=credit_in(block.text))


def _is_credit_alone(view: View, at: int) -> bool:
    """Whether a short block is a credit as a whole, by its words."""
    block = view.blocks[at]
    if not _may_be(view, block) or view.scene.lengths[at] >= _LONGEST_CREDIT:
        return False
    facts = view.facts(at)
    found = facts.credit
    if found is None:
        return facts.is_credit
    return found.form in _ALONE and not (
        block.text[: found.start].strip() or block.text[found.end :].strip()
    )


def _is_in_one_box(view: View, one: int, other: int) -> bool:
    """Whether two blocks stand in one container, or in two of one container."""
    parent, nodes = view.scene.page.outline.parent, [view.blocks[at].node for at in (one, other)]
    above = [parent[node] for node in nodes]
    return nodes[0] == nodes[1] or above[0] in (above[1], nodes[1]) or above[1] == nodes[0]


def _is_pictured(block: Block, beside: bool) -> bool:
    """Whether a block near the story stands where some row of `RULES` may hold."""
    return bool(
        beside
        or block.tag == "figcaption"
        or block.within & _PICTURED
        or (block.own | block.inline) & _CREDIT
    )


def _is_of_story(view: View, block: Block) -> bool:
    """Whether a caption far from the story's paragraphs stands in the story's element, in nothing
    that feeds others."""
    return (
        bool(block.within & _CAPTION)
        and bool(block.within & _STORY)
        and not block.within & _FEEDS
        and view.scene.in_core[block.node]
    )


def _alternatives(view: View) -> dict[int, list[str]]:
    """What the pictures near each block say of themselves to those who cannot see them, folded."""
    found: dict[int, list[str]] = {}
    for picture in view.scene.page.pictures:
        for text in (picture.alt, picture.title, picture.caption):
            folded = normalize(text) if len(text) >= _SHORTEST_ALTERNATIVE else ""
            if folded and not _is_title(view, folded):
                for at in range(picture.before - 2, picture.before + 4):
                    found.setdefault(at, []).append(folded)
    return found


def _is_title(view: View, folded: str) -> bool:
    """Whether a picture only says what the page is called."""
    return any(folded[:_SHORTEST_ALTERNATIVE] in title for title in view.scene.titles)


def _text_claims(view: View, block: Block) -> Iterable[Claim]:
    """The claims on a line of text; whether it may be a caption is asked only where something says
    so."""
    claims = list(text_caption(view, block)) if _may_hold(view, block) else []
    if claims and _may_be(view, block) and not _is_date(view, block):
        yield from claims


def _claims(view: View, block: Block, said: list[str]) -> Iterable[Claim]:
    """The claims on a block of HTML, given what the pictures near it say of themselves."""
    if not _may_be(view, block) or _is_date(view, block):
        return
    rows = next((rows for test, rows in RULES if test(view, block)), None)
    if (rows is None or rows is _FRAME) and _says_what_is_shown(view, block, said):
        rows = _ALTERNATIVE
    if rows is None or (rows in (_FRAME, _ALTERNATIVE) and _is_sure_prose(view, block)):
        return
    credits = credits_of(view, block)
    if not any((found.start, found.end) == (0, -1) for found in credits):
        yield claimed(block.index, rows.caption)
    for found in credits:
        yield claimed(
            block.index,
            rows.credit,
            found.form,
            start=found.start,
            end=found.end,
            value=found.credit,
        )
    start = caption_edges(block.text)[0]
    if start and block.tag:
        yield claimed(block.index, GLUED, start=0, end=start)


def _is_sure_prose(view: View, block: Block) -> bool:
    """Whether a block is surely of the story, and its element one of paragraphs, items or rows:
    that a picture stands beside it does not make it a caption."""
    return block.tag in _PROSE and view.body.values[block.index] >= SURE


def _says_what_is_shown(view: View, block: Block, said: list[str]) -> bool:
    """Whether a text says what the alternative text of a picture near it says."""
    at, scene = block.index, view.scene
    text = scene.normalized[at]
    if not said or block.level or len(text) < _SHORTEST_ALTERNATIVE:
        return False
    if scene.linked[at] > 0.5 or scene.lengths[at] > _LONGEST_IN_FIGURE:
        return False
    return any(one[:_SAME_START] in text or text[:_SAME_START] in one for one in said)


def is_caption(view: View, block: Block) -> bool:
    """Whether a block stands with a picture as captions do."""
    return (
        _may_be(view, block)
        and not _is_date(view, block)
        and any(test(view, block) for test, _ in RULES)
    )


@attrs.frozen
class CreditStretch:
    """A stretch of a caption's block that is credit: `text[start:end]`, the whole where `end` is
    -1."""

    start: int
    end: int
    form: str
    """What says that it is one."""
    credit: Credit | None
    """Who is named there; None where nobody is."""


def credits_of(view: View, block: Block) -> list[CreditStretch]:
    """The stretches of a caption's block that are credit: by its elements, else by its words."""
    edges = _element_edges(view, block) if block.inline & _CREDIT else None
    if edges is None:
        return _credits_by_words(view, block) or _credit_in_small_print(view, block)
    text = block.text
    start, end = edges
    if text[:start].strip() or text[end:].strip():
        house = _HOUSE_BEHIND.match(text, end)
        end = house.end() if house else end
        return [CreditStretch(start, end, _BY_ELEMENT, credit_in(text, start, end))]
    found = view.facts(block.index).credit
    if found is not None and found.start > 0:
        return [CreditStretch(found.start, found.end, found.form, found.credit)]
    return [CreditStretch(0, -1, _BY_ELEMENT, credit_in(text))]


def _credit_in_small_print(view: View, block: Block) -> list[CreditStretch]:
    """The credit that small print after the caption's sentence is; none where it names nobody."""
    text = block.text
    if not block.tag or not _SMALL_PRINT_BEHIND.search(text):
        return []
    for mark in view.marks(block):
        if mark.tag in _SMALL_PRINT and mark.start > 0 and mark.end == len(text):
            words = text[mark.start : mark.end]
            credit = credit_in(text, mark.start, mark.end) if _NAMES_ALONE.match(words) else None
            before = text[: mark.start].rstrip()
            if credit is not None and before.endswith((".", "!", "?", "”", '"')):
                return [CreditStretch(mark.start, mark.end, _BY_ELEMENT, credit)]
    return []


def _element_edges(view: View, block: Block) -> tuple[int, int] | None:
    """Where the elements of credits begin and end in a block; None where one long one says too
    little."""
    marks = [mark for mark in view.marks(block) if mark.words & _CREDIT]
    outer = [mark for mark in marks if not any(_holds(other, mark) for other in marks)]
    if not outer:
        return None
    start, end = outer[0].start, outer[-1].end
    if len(outer) == 1 and end - start > _LONGEST_CREDIT_ELEMENT:
        return None
    return start, end


def _holds(outer: Mark, inner: Mark) -> bool:
    """Whether an element holds another one and more."""
    return (
        outer.start <= inner.start
        and inner.end <= outer.end
        and outer.end - outer.start > inner.end - inner.start
    )


def _is_name_beside_caption(view: View, block: Block) -> bool:
    """Whether a block of a figure is a name and nothing else, right beside a longer text of it, and
    nothing in the figure is a credit by its words."""
    if block.tag == "figcaption" or not block.within & _FIGURE or not is_bare_name(block.text):
        return False
    figure = _beside_in_figure(view, block.index, _BLOCKS_BESIDE_PICTURE)
    if any(_is_credit_line(view.facts(at)) for at in figure):
        return False
    return any(
        len(view.blocks[at].text) > len(block.text) * 2 and _is_in_one_box(view, block.index, at)
        for at in _beside_in_figure(view, block.index, 1)
    )


def _beside_in_figure(view: View, at: int, reach: int) -> Iterable[int]:
    """The blocks of figures that stand around a block."""
    for beside in range(max(0, at - reach), min(len(view.blocks), at + reach + 1)):
        if beside != at and view.blocks[beside].within & _FIGURE:
            yield beside


def _is_credit_line(facts: LineFacts) -> bool:
    """Whether a line is a credit and nothing else, by its words."""
    return facts.is_credit or (facts.credit is not None and facts.credit.start == 0)


def _credits_by_words(view: View, block: Block) -> list[CreditStretch]:
    """The stretches that are credit by their words, or by the element of the whole block."""
    text, facts = block.text, view.facts(block.index)
    named = facts.is_credit or _is_name_beside_caption(view, block)
    if named and not _SENTENCES.search(text):
        return [CreditStretch(0, -1, "names alone", credit_in(text))]
    found = facts.credit
    if found is not None:
        full = not text[: found.start].strip() and not text[found.end :].strip()
        if not full:
            return [CreditStretch(found.start, found.end, found.form, found.credit)]
        if _SENTENCES.search(text):
            return []
        return [CreditStretch(0, -1, found.form, found.credit)]
    size = view.scene.lengths[block.index]
    if block.own & _CREDIT and not block.own & _CAPTION and size < _LONGEST_CREDIT:
        return [CreditStretch(0, -1, _BY_ELEMENT, credit_in(text))]
    return []


def _may_hold(view: View, block: Block) -> bool:
    """Whether a block's size and place are a caption's."""
    at = block.index
    return (
        _SHORTEST_CAPTION <= view.scene.lengths[at] <= _LONGEST_CAPTION
        and at != view.headline
        and not block.within & (_NEVER & ~_FOOTER if block.within & _FIGURE else _NEVER)
    )


def _may_be(view: View, block: Block) -> bool:
    """Whether a block may be a caption: its size, its own elements, and words that are no counter
    or role."""
    if not _may_hold(view, block):
        return False
    text, own = block.text, block.own | block.inline
    if _is_table_row(block) or _is_teaser(view, block):
        return False
    if (own & _OTHERS or (block.level and own & _DECK)) and not own & _OWN:
        return False
    if _COUNTER.match(text) or view.scene.purposes[block.index] not in ("", "legal"):
        return False
    if view.facts(block.index).is_byline_prefix or not any(map(str.isalpha, text)):
        return False
    if is_label(text):
        return False
    if view.scene.lengths[block.index] <= _LONGEST_ROLE and is_role(text):
        return False
    return not _LEADS_ON.search(text[-2:])


def _is_table_row(block: Block) -> bool:
    """Whether a block is a row of a table that holds data; a table of a picture and its caption
    has text in one cell."""
    return len(block.cells) > _MOST_CELLS_OF_CAPTION or sum(map(bool, block.cells)) > 1


def _is_teaser(view: View, block: Block) -> bool:
    """Whether a link to another page holds a block with its picture. A link to the picture itself
    does not count."""
    if not block.within & _IN_LINK or view.scene.linked[block.index] < 1:
        return False
    links = [mark.href for mark in view.marks(block) if mark.tag == "a" and mark.href]
    return bool(links) and not any(_TO_PICTURE.search(href) for href in links)


def _is_date(view: View, block: Block) -> bool:
    """Whether dates are a third of a short block. Tested last, because it is slow."""
    at = block.index
    if view.scene.lengths[at] >= _LONGEST_DATE:
        return False
    if len(block.text) <= _LONGEST_RELATIVE and view.facts(at).is_relative:
        return True
    if block.within & _CAPTION and not (block.own | block.inline) & _TIME:
        return False
    return view.facts(at).dated * 3 > len(block.text)


def _in_caption_element(view: View, block: Block) -> bool:
    at = block.index
    named = bool((block.own | block.inline) & _BYLINE) and not block.within & _FIGURE
    if named and at and view.facts(at - 1).is_byline_prefix:
        return False
    return block.tag == "figcaption" or bool(block.within & (_CAPTION | _IN_CAPTION))


def _in_credit_element(view: View, block: Block) -> bool:
    at = block.index
    if not (block.own | block.inline) & _CREDIT or view.scene.lengths[at] >= _LONGEST_CREDIT:
        return False
    if (block.own | block.inline) & _QUOTE:
        return False
    if block.within & (_FIGURE | _PICTURE) or at in view.scene.frames:
        return True
    facts = view.facts(at)
    if facts.credit is not None and facts.credit.form == "labelled" and not is_sourced(block.text):
        return True
    return _is_beside_picture(view, at) and (facts.credit is not None or facts.is_credit)


def _is_beside_picture(view: View, at: int) -> bool:
    """Whether a picture stands right before or after a block. A credit's element far from any
    picture names the house of the story, or who holds the rights to the page."""
    return any(
        -1 <= at - picture.before <= _BLOCKS_BESIDE_PICTURE for picture in view.scene.page.pictures
    )


def _in_figure(view: View, block: Block) -> bool:
    size = view.scene.lengths[block.index]
    return (
        bool(block.within & _FIGURE)
        and (not block.within & _IN_QUOTE or bool(block.within & _EMBED))
        and size < _LONGEST_IN_FIGURE
        and not block.level
    )


def _in_picture(view: View, block: Block) -> bool:
    """Stands in an element of pictures and ends in a credit, or right behind the picture in an
    element of its own."""
    if not block.within & _PICTURE or block.level or block.within & _FEEDS & ~_DECKED:
        return False
    if view.scene.lengths[block.index] > _LONGEST_IN_PICTURE:
        return False
    found = view.facts(block.index).credit
    if found is not None and found.form in _ENDING and found.start > 0:
        return True
    return bool(block.own & _PICTURE) and not block.linked and _follows_picture(view, block.index)


def _follows_picture(view: View, at: int) -> bool:
    """Whether a picture stands right before a block."""
    return any(picture.before == at for picture in view.scene.page.pictures)


def _in_frame(view: View, block: Block) -> bool:
    """Stands with a picture and little else, and is no teaser: no heading, no link, no field of
    another kind."""
    scene, at = view.scene, block.index
    if at not in scene.frames or not scene.in_core[block.node] or view.first - 12 > at:
        return False
    if block.level or scene.linked[at] >= 0.5 or not 8 <= scene.lengths[at] <= 500:
        return False
    if (block.own | block.inline) & _FIELDS or block.within & _FEEDS:
        return False
    if view.headline < at < view.first and is_bare_name(view.blocks[at].text):
        return False
    return not (_ends_in_icon(view, at) or view.facts(at).has_byline_prefix)


def _ends_in_icon(view: View, at: int) -> bool:
    """Whether a block is a paragraph and no picture stands before it: the one behind it is an
    icon."""
    scene = view.scene
    if not scene.ends[at] or scene.lengths[at] < _SHORTEST_PARAGRAPH:
        return False
    return not any(0 <= at - picture.before <= _BLOCKS_IN_FRAME for picture in scene.page.pictures)


@attrs.frozen
class CaptionRows:
    """The rows of a caption and of the credit inside it."""

    caption: Row
    credit: Row


def rows_of(name: str) -> CaptionRows:
    """The two rows of one name."""
    return CaptionRows(row(f"caption: {name}"), row(f"credit: {name}"))


_BESIDE_CAPTION: Final = row("credit: beside a caption")
_FRAME: Final = rows_of("frame")
_ALTERNATIVE: Final = rows_of("alternative text")
"""The rows of what only a picture's alternative text says to be a caption: those go before the
frame's alone."""
RULES: Final[tuple[tuple[Callable[[View, Block], bool], CaptionRows], ...]] = (
    (_in_caption_element, rows_of("caption element")),
    (_in_credit_element, rows_of("credit element")),
    (_in_figure, rows_of("figure")),
    (_in_picture, rows_of("picture element")),
    (_in_frame, _FRAME),
)
"""What makes a block a caption; the first test that holds decides."""
