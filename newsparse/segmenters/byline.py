"""Bylines: the lines near the headline, or at the story's end, that say who wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

import attrs

from newsparse.blocks import Block, Mark
from newsparse.fields.byline_han import han_byline, han_editors, han_signature, is_editor
from newsparse.fields.bylines import has_byline_prefix, may_hold_byline_prefix
from newsparse.fields.han_names import HAN, are_han_names, has_surname
from newsparse.fields.persons import is_bare_name
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.languages import spoken
from newsparse.records import Byline
from newsparse.segmenters.byline_reading import may_be_glued
from newsparse.segmenters.claims import Claim, claimed
from newsparse.segmenters.precedence import Row, row
from newsparse.segmenters.view import OUTSIDE_STORY, View
from newsparse.textual import any_of, normalize

_BYLINE: Final = bit("byline")
_CREDIT: Final = bit("credit")
"""Elements that name the photographer, or the house that the story is from."""
_PICTURE: Final = bit("picture")
_CAPTION: Final = bit("caption")
_OTHER_FIELDS: Final = bit(
    "caption",
    "credit",
    "in_figure",
    "in_figcaption",
    "tags",
    "share",
    "kicker",
    "headline",
    "biography",
    "deck",
)
_ELSEWHERE: Final = OUTSIDE_STORY | bit(
    "sidebar", "in_aside", "in_footer", "in_figure", "caption", "share"
)
_ARTICLE: Final = bit("in_article")
_END_BOXES: Final = bit("in_footer", "in_aside", "sidebar")
_BLOCKS_SIGNED: Final = 3
"""Blocks after the story's end in which a footer or an aside may sign it."""
_DATED: Final = bit("date", "has_time")
_QUOTED: Final = bit("quote", "in_quote")
"""Elements in which those are named who said something."""
_TABLE: Final = bit("in_table")
_LONGEST_BYLINE: Final = 220.0
_LONGEST_UNREAD: Final = 160
_LONGEST_WITHOUT_SENTENCE: Final = 80
"""Characters of the longest line of a byline's element that ends with a full stop and names its
author."""
_LONGEST_LINKED: Final = 60
"""Letters of the longest line whose first link says that it is a byline."""
_MANY_SURNAMES: Final = "ja"
_LONGEST_SIGNATURE: Final = 40
"""Characters of the longest line of a story that signs it and reads as a sentence."""
_SENTENCE = re.compile("[，。；]")
_PARAGRAPHS_SIGNED: Final = 2
"""Paragraphs before the last one that may end with the signature of the story."""
_SHORTEST_PARAGRAPH: Final = 80.0
_LONGEST_INITIALS: Final = 2
"""Letters of an agency's name that may be somebody's initials."""
_WEAKER: Final = 0.14
"""What a claim's confidence may fall short of the best one's and still stand beside it."""
_SURE: Final = 0.9
"""Confidence above which no byline is looked for further from the headline."""
_ENOUGH: Final = 0.75
"""Confidence from which no byline is looked for at the story's end."""
_LINES_INTO_STORY: Final = 3
"""Lines of a dump below the first of the story that may belong to its head: a deck may read as its
first paragraph."""
_MOST_NAME_WORDS: Final = 4
"""Words of the longest name that stands under the headline with nothing to introduce it."""
_MOST_SIGNING_WORDS: Final = 3
_SENTENCE_BEFORE = re.compile(r"[.!?…»”\")]\s*$")
_FEWEST_OF_LIST: Final = 3
"""Lines under the headline that are a name alone, from which they are a list."""
_SHORTEST_HAN_NAME: Final = 2
"""Characters of the shortest Chinese name, which many words are alike."""
_LINES_BELOW_HEADLINE: Final = 6
"""Lines below a headline that opens with a name in which that name may stand alone."""
_BLOCKS_ABOVE: Final = 40
"""Blocks above the story's head in which a byline may stand."""
_BLOCKS_AFTER: Final = 8
"""Blocks after the story's end in which a byline may stand."""
_AUTHORS = re.compile(
    rf"/{any_of(spoken(lambda language: language.author_page_words))}/|@", re.IGNORECASE
)
"""Address segments of author pages."""
_ADDRESS = re.compile(r"^\S+\.[a-z]{2,4}$")
"""A site that serves a box above the headline: the weather, a search."""
_WRITTEN = re.compile(
    rf"^\W*+{any_of(spoken(lambda language: language.written_by_openings))}\s", re.IGNORECASE
)


def byline(view: View) -> Iterable[Claim]:
    """Claims on the lines of the head and tail that read as bylines."""
    head = view.head(6)
    signed = [*_signed_tail(view), *_signed_lines(view, head)]
    if signed:
        yield from signed
        return
    found = _without_lists(_claims(view, head))
    if not any(claim.score > _SURE for claim in found):
        found += _claims(view, _named_elsewhere(view, head))
    read = [claim for claim in found if claim.rank != _NOT_READ.rank]
    best = max((claim.score for claim in read), default=0.0)
    yield from (claim for claim in found if claim.score > best - _WEAKER)
    if best < _ENOUGH:
        yield from _claims(view, _at_the_end(view), at_end=True)
    if not any(isinstance(claim.value, Byline) and claim.value.authors for claim in read):
        yield from _edited_lines(view, head)


def _signed_tail(view: View) -> Iterable[Claim]:
    """A bracket with its author that ends one of the last paragraphs, in scripts that sign so."""
    for at in range(max(view.last - _PARAGRAPHS_SIGNED, view.first), view.last + 1):
        text = view.blocks[at].text
        if not HAN.search(text[-_LONGEST_SIGNATURE:]):
            continue
        found = han_signature(text)
        if found is not None:
            start, end = found.source.start or 0, found.source.end or 0
            yield claimed(at, _SIGNED_TAIL, start=start, end=end, value=found)


def _signed_lines(view: View, head: range) -> Iterable[Claim]:
    """A label and an author, among other words of a short line of head or tail, in scripts that
    sign so."""
    for at in _short_lines(view, head):
        found = han_byline(view.blocks[at].text) or _signed_with_role(view, at, head)
        if found is not None:
            start, end = found.source.start or 0, found.source.end or 0
            yield claimed(at, _SIGNED_LINE, start=start, end=end, value=found)
            return


def _edited_lines(view: View, head: range) -> Iterable[Claim]:
    """The editors in charge, in a short line of head or tail, in scripts that sign so."""
    for at in _short_lines(view, head):
        found = han_editors(view.blocks[at].text)
        if found is not None:
            start, end = found.source.start or 0, found.source.end or 0
            yield claimed(at, _EDITED_LINE, start=start, end=end, value=found)
            return


def _short_lines(view: View, head: range) -> Iterable[int]:
    """The lines of head and tail in which words without blanks may sign; not the sentences of the
    story, whose first words are read where the record is put together."""
    for at in (*head, *range(max(view.last - 1, head.stop), view.last + _BLOCKS_AFTER)):
        if not 0 <= at < len(view.blocks) or at == view.headline:
            continue
        block = view.blocks[at]
        if len(block.text) > _LONGEST_UNREAD or block.within & _ELSEWHERE:
            continue
        if HAN.search(block.text) and not _is_sentence_of_story(view, at):
            yield at


def _is_sentence_of_story(view: View, at: int) -> bool:
    text = view.blocks[at].text
    return (
        view.first <= at <= view.last
        and len(text) > _LONGEST_SIGNATURE
        and bool(_SENTENCE.search(text))
    )


def _signed_with_role(view: View, at: int, head: range) -> Byline | None:
    """A line of the head that names a person with a role, in scripts that join the two."""
    if at not in head or at > view.first or not HAN.search(view.blocks[at].text):
        return None
    found = view.facts(at).byline
    if found is None or not found.authors or not all(map(has_surname, found.names)):
        return None
    role = found.authors[0].role
    return found if role and not is_editor(role) else None


def _claims(view: View, lines: Iterable[int], *, at_end: bool = False) -> list[Claim]:
    claims = [_claim(view, at, at_end=at_end) for at in lines]
    return [claim for claim in claims if claim is not None]


def _without_lists(claims: list[Claim]) -> list[Claim]:
    """The claims without those on names alone where they are many: a list of links."""
    names = [claim for claim in claims if claim.rank == _NAME_UNDER_HEADLINE.rank]
    return claims if len(names) < _FEWEST_OF_LIST else [one for one in claims if one not in names]


def _at_the_end(view: View) -> Iterable[int]:
    """The lines at the story's end that may sign it."""
    for at in view.tail(5):
        if at >= view.last and not view.blocks[at].within & _elsewhere_at_end(view, at):
            yield at


def _elsewhere_at_end(view: View, at: int) -> int:
    """Elements in which a line at the story's end does not sign it. A byline's element right behind
    the story may stand in the footer or an aside of the article."""
    block = view.blocks[at]
    named = bool((block.own | block.inline) & _BYLINE) or view.facts(at).opens_with_prefix
    if named and block.within & _ARTICLE and at <= view.last + _BLOCKS_SIGNED:
        return _ELSEWHERE & ~_END_BOXES
    return _ELSEWHERE


def _named_elsewhere(view: View, head: range) -> Iterable[int]:
    """Lines further from the headline that name an author whom the page's head states, or whose
    element says byline."""
    high = min(len(view.blocks), max(view.last, view.first) + _BLOCKS_AFTER)
    for at in range(max(0, head.start - _BLOCKS_ABOVE), high):
        block = view.blocks[at]
        named = bool((block.own | block.inline) & _BYLINE)
        elsewhere = _ELSEWHERE & ~_CAPTION if named else _ELSEWHERE
        if named and at < head.start and view.facts(at - 1).is_byline_prefix:
            elsewhere = OUTSIDE_STORY
        if at in head or view.scene.lengths[at] > _LONGEST_BYLINE or block.within & elsewhere:
            continue
        if _is_labelled(view, at):
            yield at
            continue
        if view.first + 3 < at < view.last:
            continue
        placed = named and at <= view.first
        if placed or _stands_in_byline(view, at) or _names_author(view, at):
            yield at


def _stands_in_byline(view: View, at: int) -> bool:
    """Whether a line under the headline stands in a byline's element. It may stand a few lines
    below the first one of the story, because a deck may read as the first paragraph."""
    return (
        view.headline < at <= view.first + _LINES_INTO_STORY
        and bool(view.blocks[at].within & _BYLINE)
        and view.body.values[at] < 0.5
    )


def _is_labelled(view: View, at: int) -> bool:
    """Whether the block above is a byline label with a colon and nothing else ("Author:"), and
    the line does not read as one of the story's."""
    return (
        at > 0
        and view.blocks[at - 1].text.endswith((":", "："))
        and view.body.values[at] < 0.5
        and view.facts(at - 1).is_byline_prefix
    )


def _names_author(view: View, at: int) -> bool:
    """Whether a line holds the name of an author whom the page's head states."""
    text = view.scene.normalized[at]
    return any(name in text for name in view.authors)


@attrs.frozen
class _Line:
    """A line that names somebody, and what introduces it."""

    at: int
    block: Block
    found: Byline
    prefixed: bool
    """Whether it starts with a byline prefix, be it behind other words."""
    named: bool
    """Whether an element says byline."""
    at_end: bool
    """Whether it stands at the story's end."""


def _claim(view: View, at: int, *, at_end: bool) -> Claim | None:
    """The claim on a block, None where it is no byline."""
    block, facts = view.blocks[at], view.facts(at)
    if not _may_be(view, block):
        return None
    own = block.own | block.inline
    prefixed, named = facts.opens_with_prefix, bool((own | block.within) & _BYLINE)
    if block.within & _QUOTED and not prefixed:
        return None
    others = 0 if prefixed or own & _BYLINE else (block.own | block.within) & _OTHER_FIELDS
    if others not in (0, _CREDIT) and not _holds_prefix(view, at):
        return None
    placed = bool(prefixed or named or view.authors or at <= view.first)
    placed = placed or (at == view.first + 1 and HAN.match(block.text) is not None)
    placed = placed or _is_labelled(view, at)
    if not placed and not (at_end and block.text.isupper()):
        return None
    if facts.is_byline_prefix:
        return claimed(at, _PREFIX_ALONE) if _is_followed_by_byline(view, at) else None
    if not (named or at_end) and _is_out_of_place(view, block):
        return None
    found = facts.byline
    if found is None:
        return _unread(view, block) if prefixed else None
    if others == _CREDIT and (found.authors or block.within & _PICTURE):
        return None
    prefixed = prefixed or has_byline_prefix(found.raw, view.scene.facts.speaks)
    line = _Line(at, block, found, prefixed, named, at_end)
    judged = _judged(view, line)
    if judged is None or not (placed or judged is _SIGNS_IN_CAPITALS):
        return None
    start, end = found.source.start or 0, found.source.end or 0
    if end - start >= len(block.text) - 2:
        start, end = 0, -1
    return claimed(at, judged, start=start, end=end, value=found)


def _holds_prefix(view: View, at: int) -> bool:
    """Whether a date's line goes on with a byline prefix and a name ("Posted on 3 May by Ada
    Lin")."""
    facts = view.facts(at)
    if not may_hold_byline_prefix(facts.block.text) or not facts.dates:
        return False
    return facts.byline is not None and has_byline_prefix(facts.byline.raw, view.scene.facts.speaks)


def _unread(view: View, block: Block) -> Claim | None:
    """The claim on a byline's element under the headline whose names cannot be read."""
    if (
        not (block.own | block.inline) & _BYLINE
        or not view.headline < block.index <= view.first
        or len(block.text) > _LONGEST_UNREAD
    ):
        return None
    found = view.facts(block.index).unread_byline
    start, end = found.source.start or 0, found.source.end or 0
    return claimed(block.index, _NOT_READ, start=start, end=end, value=found)


def _judged(view: View, line: _Line) -> Row | None:
    """The row of the first rule that holds."""
    for rule in RULES:
        if rule.test(view, line):
            return rule.row_at_end if line.at_end else rule.row
    return None


def _may_be(view: View, block: Block) -> bool:
    """Whether a block's size and place are a byline's."""
    at = block.index
    return (
        view.scene.lengths[at] <= _LONGEST_BYLINE
        and not block.within & OUTSIDE_STORY
        and at != view.headline
        and block.level != 1
    )


def _is_followed_by_byline(view: View, at: int) -> bool:
    return at + 1 < len(view.blocks) and view.facts(at + 1).byline is not None


def _is_out_of_place(view: View, block: Block) -> bool:
    """Whether a line stands above headline and story where none of `RULES` holds: no byline prefix
    in it or right above, no element that says byline, no known author."""
    at = block.index
    if not at < min(view.headline, view.first, view.last) or view.authors:
        return False
    if block.inline or block.linked:
        return False
    if may_be_glued(block.text) or may_hold_byline_prefix(block.text):
        return False
    return not (at and view.facts(at - 1).is_byline_prefix)


def _is_author_of_head(view: View, line: _Line) -> bool:
    """Most of the line names authors whom the page's head states."""
    known = len(view.authors & {normalize(name) for name in line.found.names})
    return (
        len(line.found.raw) * 10 >= len(line.block.text) * 4
        and 0 < len(line.found.names) <= known * 2
        and (line.prefixed or not _is_prose(view, line))
    )


def _is_prose(view: View, line: _Line) -> bool:
    """Whether the line reads as one of the story's."""
    return view.body.values[line.at] >= 0.5 and len(line.block.text) > 60


def _signs_off(view: View, line: _Line) -> bool:
    """Starts with a prefix for writing, at the story's end, and names persons and nothing else."""
    return (
        line.at_end
        and bool(line.found.authors)
        and bool(_WRITTEN.match(line.block.text))
        and len(line.found.raw) * 10 >= len(line.block.text) * 8
    )


def _signs_in_capitals(view: View, line: _Line) -> bool:
    """Is one name in capitals and nothing else, right after the story's last paragraph."""
    text = line.block.text
    return (
        line.at_end
        and view.last <= line.at <= view.last + 1
        and bool(line.block.tag)
        and not line.block.level
        and not line.block.linked
        and text.isupper()
        and len(line.found.authors) == 1
        and 2 <= len(text.split()) <= _MOST_SIGNING_WORDS
        and is_bare_name(text)
        and bool(_SENTENCE_BEFORE.search(view.blocks[line.at - 1].text))
    )


def _is_prefixed(view: View, line: _Line) -> bool:
    if not line.prefixed:
        return False
    served = not line.found.authors and _ADDRESS.search(line.found.agency or "") is not None
    return not (served and line.at < view.headline)


def _follows_prefix(view: View, line: _Line) -> bool:
    return bool(line.at) and view.facts(line.at - 1).is_byline_prefix


def _opens_story(view: View, line: _Line) -> bool:
    """Is a name and nothing else, in bold or capitals, right above the first paragraph."""
    text = line.block.text
    if not (line.at == view.first < view.last and line.block.tag):
        return False
    set_off = text.isupper() or line.block.stressed * 10 >= len(text) * 9
    return set_off and is_bare_name(text) and view.scene.lengths[line.at + 1] >= _SHORTEST_PARAGRAPH


def _is_han_names_under_headline(view: View, line: _Line) -> bool:
    """Is Chinese names and nothing else, between the headline and the first paragraph. Two
    characters, as many words have, stand there as the story's first line."""
    long_enough = len(line.block.text) > _SHORTEST_HAN_NAME or line.at == view.first < view.last
    return (
        not line.at_end
        and max(view.headline, 0) < line.at <= view.first + 1
        and long_enough
        and are_han_names(line.block.text)
    )


def _opens_headline(view: View, line: _Line) -> bool:
    """Is a name in Chinese characters alone, and a line above it is the name, a colon and more."""
    text = line.block.text
    above = view.blocks[max(0, line.at - _LINES_BELOW_HEADLINE) : line.at]
    return (
        not line.at_end
        and bool(HAN.match(text))
        and line.found.names == (text,)
        and any(block.text.startswith((f"{text}：", f"{text}: ")) for block in above)
    )


def _is_in_table(view: View, line: _Line) -> bool:
    return bool(line.block.within & _TABLE)


def _is_other_author(view: View, line: _Line) -> bool:
    """Names persons, though none of those whom the page's head states."""
    return bool(line.found.authors and view.authors)


def _is_element_of_other_author(view: View, line: _Line) -> bool:
    """Is the full name of one person and little else, in a byline's element under the headline; the
    head states another."""
    names = line.found.names
    return (
        not line.at_end
        and _is_other_author(view, line)
        and bool((line.block.own | line.block.inline) & _BYLINE)
        and view.headline < line.at < view.first
        and len(names) == 1
        and is_bare_name(names[0])
        and not _is_in_head_with_other_forenames(view, names[0])
        and len(names[0]) * 10 >= len(line.block.text) * 9
    )


def _is_in_head_with_other_forenames(view: View, name: str) -> bool:
    """Whether the head states an author of the same family name."""
    family = normalize(name).split()[-1]
    return any(author.split()[-1:] == [family] for author in view.authors)


def _is_single_word(view: View, line: _Line) -> bool:
    """A single word that nothing introduces but the class of something around it."""
    if not line.named or _names_more(line.found):
        return False
    own = line.block.own | line.block.inline
    return not (own & _BYLINE and view.headline < line.at)


def _names_more(found: Byline) -> bool:
    """Whether a byline names more than one word or somebody's initials."""
    if not found.authors:
        return len(found.agency or "") > _LONGEST_INITIALS
    return (
        len(found.authors) > 1 or len(found.authors[0].name.split()) > 1 or found.agency is not None
    )


def _is_named(view: View, line: _Line) -> bool:
    return line.named


def _is_sentence(view: View, line: _Line) -> bool:
    """Is a long sentence that nothing introduces, whatever the class of its element."""
    text = line.block.text
    return not line.prefixed and len(text) > _LONGEST_WITHOUT_SENTENCE and text.endswith((".", "…"))


def _is_house_under_byline(view: View, line: _Line) -> bool:
    """Names only a house, right under a line that starts with a byline prefix."""
    return (
        bool(line.found.agency)
        and not line.found.authors
        and line.at > max(view.headline, 0)
        and view.facts(line.at - 1).has_byline_prefix
        and _is_house(view, line)
    )


def _is_house(view: View, line: _Line) -> bool:
    """Names an agency or a desk, between headline and story or after it."""
    found = line.found
    lines = 0 if line.block.tag else _LINES_INTO_STORY
    placed = view.headline < line.at <= view.first + lines or line.at >= view.last
    named = bool(found.desk) or len(found.agency or "") > _LONGEST_INITIALS
    return named and placed and view.body.values[line.at] < 0.5


def _is_name_between(view: View, line: _Line) -> bool:
    """A line of a dump, or one of HTML that holds a date, between headline and story."""
    if line.block.tag and not _is_dated(view, line):
        return False
    if not _are_surnamed(view, line):
        return False
    end = view.first if line.block.tag else view.first + _LINES_INTO_STORY
    return (
        not line.at_end
        and view.headline < line.at < end
        and (line.at < view.first or view.body.values[line.at] < 0.5)
    )


def _are_surnamed(view: View, line: _Line) -> bool:
    """Whether words in Chinese characters that nothing introduces begin with surnames. Japanese has
    too many to list."""
    if view.scene.page.head.language.casefold().startswith(_MANY_SURNAMES):
        return True
    return all(map(has_surname, line.found.names))


def _is_dated(view: View, line: _Line) -> bool:
    """Whether an element or the words of the line date it."""
    block = line.block
    return bool((block.within | block.inline) & _DATED) or bool(view.facts(line.at).dates)


def _is_name_under_headline(view: View, line: _Line) -> bool:
    """Is a name, with the date or without, between headline and story, and leads, if anywhere, to
    an author's page."""
    block = line.block
    if not block.tag or line.at_end or view.authors or not view.headline < line.at < view.first:
        return False
    marks = view.marks(block)
    if _opens_with_author_link(block, marks):
        return True
    shown = _beside_date(view, line.at)
    if not is_bare_name(shown) or len(shown.split()) > _MOST_NAME_WORDS:
        return False
    if not _are_surnamed(view, line):
        return False
    return bool(marks or not block.linked) and all(
        _AUTHORS.search(mark.href) for mark in marks if mark.tag == "a"
    )


def _opens_with_author_link(block: Block, marks: tuple[Mark, ...]) -> bool:
    """Whether a short line opens with a name that leads to an author's page
    ("Ada Lin in Sport")."""
    return len(block.text) <= _LONGEST_LINKED and any(
        mark.tag == "a"
        and mark.start == 0
        and bool(_AUTHORS.search(mark.href))
        and is_bare_name(block.text[: mark.end].strip())
        for mark in marks
    )


def _beside_date(view: View, at: int) -> str:
    """The text of a line without the date at its start or end."""
    text, dates = view.blocks[at].text, view.facts(at).dates
    if len(dates) != 1:
        return text
    start, end = dates[0].start, dates[0].end
    rest = text[end:] if not text[:start].strip() else text[:start] if end == len(text) else text
    return rest.strip(" \t|,·•–—-")


@attrs.frozen
class _Rule:
    """A test, and its rows in the story's head and at its end; a rule without rows says that a line
    is no byline."""

    test: Callable[[View, _Line], bool]
    row: Row | None = None
    row_at_end: Row | None = None


def _rule(test: Callable[[View, _Line], bool], name: str) -> _Rule:
    """A rule for head and end: the end's row is weaker."""
    return _Rule(test, row(f"byline: {name}"), row(f"byline at the end: {name}"))


_NOT_READ: Final = row("byline: not read")
_SIGNED_LINE: Final = row("byline: signed line")
_EDITED_LINE: Final = row("byline: editors in charge")
_SIGNED_TAIL: Final = row("byline: signed paragraph")
_SIGNS_IN_CAPITALS: Final = row("byline: signs in capitals")
_NAME_UNDER_HEADLINE: Final = row("byline: name under the headline")
_PREFIX_ALONE: Final = row("byline: prefix alone")
RULES: Final[tuple[_Rule, ...]] = (
    _rule(_is_author_of_head, "author named in the head"),
    _Rule(_signs_off, row_at_end=row("byline: signs off")),
    _Rule(_signs_in_capitals, row_at_end=_SIGNS_IN_CAPITALS),
    _rule(_is_prefixed, "prefix"),
    _rule(_follows_prefix, "after a prefix"),
    _Rule(_opens_story, row("byline: opens the story")),
    _Rule(_is_han_names_under_headline, row("byline: Chinese names under the headline")),
    _Rule(_opens_headline, row("byline: opens the headline")),
    _Rule(_is_in_table),
    _Rule(_is_element_of_other_author, row("byline: element of another author")),
    _Rule(_is_other_author),
    _Rule(_is_single_word),
    _Rule(_is_sentence),
    _rule(_is_named, "byline element"),
    _rule(_is_house_under_byline, "house under a byline"),
    _rule(_is_house, "house"),
    _Rule(_is_name_between, row("byline: name between")),
    _Rule(_is_name_under_headline, _NAME_UNDER_HEADLINE),
)
"""What makes a line that names somebody a byline; the first test that holds decides."""
