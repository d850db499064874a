"""What on a page of HTML reads like the story and is not, and what is story though it reads like
little.

The scorer judges block by block. The rules here look at what a block belongs to: a hidden box, the
readers' comments, a second story below the first, a list, the two paragraphs around a subhead.
Nothing here touches a page of text; `text_story` is its counterpart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import islice
from typing import Final

import attrs

from newsparse.blocks import Block, Outline
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.languages import spoken
from newsparse.lexicon.providers import EMBED_TAGS, provider_of_class
from newsparse.page import Media
from newsparse.records import BlockKind
from newsparse.segmenters.precedence import Row, row
from newsparse.segmenters.scene import Scene
from newsparse.segmenters.scoring import Scores
from newsparse.textual import any_of

_BODY: Final = 0.5
"""The score from which a block is body."""
_DOUBT: Final = 0.19
"""The score of what is surely no body: less than any claim needs."""
_RAISED: Final = 0.6
"""The score of a block that its surroundings make body."""
_SHORTEST_PARAGRAPH: Final = 80.0
_MOST_LINKED: Final = 0.4
"""Share inside links of a paragraph of the story."""
_HIDDEN: Final = bit("in_hidden")
_RELATED: Final = bit("related")
_SIGNUP: Final = bit("signup")
_COMMENT: Final = bit("comment")
_QUOTE: Final = bit("quote", "in_quote", "in_aside", "in_figure")
_SIGNED: Final = bit("byline", "date", "has_time")
_TIME: Final = bit("has_time")
_NO_SUBHEAD: Final = bit("related", "comment", "signup", "share", "in_nav", "in_dialog", "in_form")
_LONGEST_POST: Final = 3_000.0
"""Letters of the longest post; an element that is not closed may hold the story."""
_LONGEST_HIDDEN: Final = 400.0
"""Letters of the longest hidden box that is no collapsed part of the story."""
_COLLAPSED = re.compile(
    r"(?<![a-z])(?:more|rest|full\w*|expand\w*|collaps\w*|accordion|tab\w*|slid\w*|swip\w*|carousel\w*|"
    r"galler\w*|answer|faq|spoiler|story\w*|article\w*)(?![a-z])",
    re.IGNORECASE,
)
"""Classes of hidden elements that a click shows: slides, and story text that is folded away."""
_LONGEST_TEASER_BOX: Final = 600.0
"""Letters of the longest box of teasers inside the story."""
_LONGEST_DISCLOSURE: Final = 1_000.0
"""Letters of the longest box that discloses interests."""
_DISCLOSURE = re.compile(
    r"(?<![a-z])(?:disclosures?|disclaimers?|funders|partners)(?![a-z])(?!\S*(?:article|content))",
    re.IGNORECASE,
)
_SIGNATURES_KEPT: Final = 4_096
"""Classes of elements whose meaning is kept: the pages of a site share most of them."""
_LONGEST_LABEL: Final = 60.0
"""Letters of the longest label over links to other stories."""
_ALL_LINK: Final = 0.9
_CHANNEL = re.compile(any_of(spoken(lambda language: language.channels)), re.IGNORECASE)
"""Channels on which papers have themselves followed."""
_LONGEST_INVITATION: Final = 120.0
_LEAST_LINKED_LINE, _LEAST_LINKED_SENTENCE = 0.3, 0.5
"""Share inside links of an invitation, without and with a full stop."""
_SHORTEST_REPEAT, _LONGEST_REPEAT = 15, 300
"""Letters and digits of a pull quote that repeats the story."""
_LEAST_LONGER: Final = 1.15
"""How much longer a paragraph is than the quote pulled from it, at least."""
_LONGEST_LIST: Final = 1_500.0
"""Letters of the longest list that a paragraph with a colon announces."""
_SURE: Final = 0.8
"""The score of a paragraph under which one more is expected."""
_LEAST_GOING_ON: Final = 0.3
"""The least score of a paragraph that goes on with the story."""
_LEAST_RUNNING_ON: Final = 0.4
"""The least score of a paragraph like those of the body right above it."""
_PARAGRAPHS_ABOVE: Final = 2
"""Paragraphs of the body, right above one another, that one more like them may follow."""
_LEAST_OF_ABOVE: Final = 0.75
"""The share of the best score among those that it has itself, at least."""
_LEAST_LINKED: Final = 0.1
"""Share inside links of a paragraph that is no invitation to read on."""
_PARAGRAPHS: Final = frozenset(("p", "div"))
_BLOCKS_TO_SIGNATURE: Final = 5
"""Blocks under a second story's headline in which its byline or date stands."""
_LEAST_FIRST_STORY: Final = 0.1
"""How much prose a first story has beside that of the second: less is an introduction."""
_BLOCKS_TO_ENTRY: Final = 4
"""Blocks between the title of a live entry and its first paragraph."""
_FEWEST_ENTRIES: Final = 2
"""Entries with a title and a time from which a page is taken for a live blog."""
_LONGEST_CLOCK: Final = 40
_CLOCK = re.compile(r"\W{0,4}\d{1,2}[:.h]\d\d\b")
_COLON = re.compile(r"[:：]\s?$")
_NO_LETTER = re.compile(r"[\W_]+")


@attrs.frozen
class Trimmed:
    """The scores after the page was looked at as a whole."""

    scores: Scores
    furniture: dict[int, Row] = attrs.field(factory=dict)
    """The rule by which each block that is certainly no story is none."""


def trim_scores(scene: Scene, scores: Scores) -> Trimmed:
    """The scores with what is no story taken out of the body, and subheads, lists and titles of
    live entries put in."""
    if scene.page.media is Media.TEXT:
        return Trimmed(scores)
    body = [at for at, value in enumerate(scores.values) if value >= _BODY]
    story = _Story(scene, body, scores.values)
    if not story.body:
        return Trimmed(scores)
    furniture = {at: found for region, found in REGIONS for at in region(story)}
    for at in story.body:
        if at not in furniture:
            found = next((found for test, found in RULES if test(story, at)), None)
            if found is not None:
                furniture[at] = found
    values, reasons = list(scores.values), dict(scores.reasons)
    for at in furniture:
        values[at] = min(values[at], _DOUBT)
    kept = _Story(scene, [at for at in body if at not in furniture], scores.values)
    for members, reason in MEMBERS if kept.body else ():
        for at in members(kept):
            if values[at] < _BODY and at not in furniture and not scene.purposes[at]:
                values[at], reasons[at] = _RAISED, reason
    return Trimmed(attrs.evolve(scores, values=values, reasons=reasons), furniture)


@attrs.frozen(eq=False, slots=False)
class _Story:
    """A page and the blocks that the scorer takes for its body."""

    scene: Scene
    body: list[int]
    values: list[float]
    """The score of every block."""

    @cached_property
    def members(self) -> frozenset[int]:
        return frozenset(self.body)

    @property
    def sizes(self) -> list[float]:
        """The letters of each container."""
        return self.scene.text_mass

    @cached_property
    def posts(self) -> dict[int, bool]:
        """Whether the containers that were asked for stand in a post of another site."""
        return {-1: False}

    def alike(self, node: int) -> int:
        """How many hidden containers with text have the signature of one of them."""
        outline = self.scene.page.outline
        return sum(
            said & _HIDDEN > 0 and signature == outline.signature[node]
            for said, signature in zip(outline.own, outline.signature, strict=True)
        )

    @cached_property
    def folded(self) -> dict[int, str]:
        """The letters and digits of each block of the body."""
        return {at: _NO_LETTER.sub("", self.scene.blocks[at].text.lower()) for at in self.body}

    def parent(self, block: Block) -> int:
        """The container around a block's own one."""
        return self.scene.page.outline.parent[block.node]

    def is_paragraph(self, at: int) -> bool:
        """Whether a block is a paragraph of the body."""
        scene = self.scene
        return (
            at in self.members
            and scene.lengths[at] >= _SHORTEST_PARAGRAPH
            and scene.linked[at] < _MOST_LINKED
        )

    def ancestors(self, node: int) -> Iterator[int]:
        """A container and all above it, the innermost first."""
        parent = self.scene.page.outline.parent
        while node >= 0:
            yield node
            node = parent[node]


def _is_hidden(story: _Story, at: int) -> bool:
    """Whether a block stands in a small hidden box that no click shows."""
    block, outline = story.scene.blocks[at], story.scene.page.outline
    if not block.within & _HIDDEN:
        return False
    box = [node for node in story.ancestors(block.node) if outline.own[node] & _HIDDEN]
    if not box or any(_COLLAPSED.search(outline.signature[node]) for node in box):
        return False
    return story.sizes[box[-1]] <= _LONGEST_HIDDEN and story.alike(box[-1]) == 1


def _is_embedded(story: _Story, at: int) -> bool:
    """Whether a block stands in a post of another site, by the class of the provider's code."""
    outline, known = story.scene.page.outline, story.posts
    node = story.scene.blocks[at].node
    for one in reversed(outline.climb(node, known)):
        tag, signature = outline.tag[one], outline.signature[one]
        is_post = tag in EMBED_TAGS or provider_of_class(signature) is not None
        above = known[outline.parent[one]]
        known[one] = above or (is_post and story.sizes[one] <= _LONGEST_POST)
    return known[node]


def _is_teaser_box(story: _Story, at: int) -> bool:
    """Whether a block stands in a small box of related stories that links to one."""
    scene, outline = story.scene, story.scene.page.outline
    block = scene.blocks[at]
    if not block.within & _RELATED or (block.level and block.linked * 2 < len(block.text)):
        return False
    for node in story.ancestors(block.node):
        if story.sizes[node] > _LONGEST_TEASER_BOX:
            return False
        if outline.own[node] & _RELATED:
            return any(
                node in story.ancestors(other.node)
                and (other.level and other.linked or scene.purposes[other.index] == "related")
                for other in scene.blocks[max(0, at - 4) : at + 5]
            )
    return False


def _is_signup_box(story: _Story, at: int) -> bool:
    """Whether a block stands in a small box in which a reader signs up for a newsletter."""
    scene, outline = story.scene, story.scene.page.outline
    for node in story.ancestors(scene.blocks[at].node):
        if story.sizes[node] > _LONGEST_TEASER_BOX:
            return False
        if outline.own[node] & _SIGNUP:
            return any(
                scene.purposes[other.index] == "signup" and node in story.ancestors(other.node)
                for other in scene.blocks[max(0, at - 4) : at + 5]
            )
    return False


def _is_disclosure(story: _Story, at: int) -> bool:
    """Whether a block stands in a small box that says what the paper or its authors earn."""
    outline = story.scene.page.outline
    for node in story.ancestors(story.scene.blocks[at].node):
        if story.sizes[node] > _LONGEST_DISCLOSURE:
            return False
        if _says_disclosure(outline.signature[node]):
            return True
    return False


@lru_cache(maxsize=_SIGNATURES_KEPT)
def _says_disclosure(signature: str) -> bool:
    return _DISCLOSURE.search(signature) is not None


def _stands_under_label(story: _Story, at: int) -> bool:
    """Whether a line that is all link stands under a label that announces other stories."""
    scene, block = story.scene, story.scene.blocks[at]
    return (
        at > 0
        and block.kind is BlockKind.PARAGRAPH
        and scene.linked[at] >= _ALL_LINK
        and scene.purposes[at - 1] == "related"
        and scene.lengths[at - 1] < _LONGEST_LABEL
        and not scene.blocks[at - 1].linked
    )


def _invites_to_channel(story: _Story, at: int) -> bool:
    """Whether a short line, linked for the most part, names a channel to follow the paper on."""
    scene, block = story.scene, story.scene.blocks[at]
    return (
        block.kind is BlockKind.PARAGRAPH
        and scene.lengths[at] <= _LONGEST_INVITATION
        and scene.linked[at] >= (_LEAST_LINKED_SENTENCE if scene.ends[at] else _LEAST_LINKED_LINE)
        and _CHANNEL.search(block.text) is not None
    )


def _repeats_story(story: _Story, at: int) -> bool:
    """Whether a quote, aside or figure says what a paragraph of the story says."""
    block = story.scene.blocks[at]
    if not (block.own | block.within) & _QUOTE or block.kind in _LISTED:
        return False
    text = story.folded[at]
    return _SHORTEST_REPEAT <= len(text) <= _LONGEST_REPEAT and any(
        other != at and len(said) > _LEAST_LONGER * len(text) and text in said
        for other, said in story.folded.items()
    )


_LISTED: Final = frozenset((BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.PREFORMATTED))
RULES: Final[tuple[tuple[Callable[[_Story, int], bool], Row], ...]] = (
    (_is_embedded, row("furniture: embedded post")),
    (_is_hidden, row("furniture: hidden")),
    (_is_teaser_box, row("furniture: box of teasers")),
    (_is_signup_box, row("furniture: signup box")),
    (_is_disclosure, row("furniture: disclosure box")),
    (_stands_under_label, row("furniture: under a label")),
    (_invites_to_channel, row("furniture: invites to a channel")),
    (_repeats_story, row("furniture: repeats the story")),
)
"""What makes a block no story though it reads like one; the first test that holds decides."""


def _comments(story: _Story) -> Iterable[int]:
    """The blocks of the readers' comments, where a story stands above them."""
    scene, outline = story.scene, story.scene.page.outline
    if scene.title_block < 0 or not any(map(_COMMENT.__and__, outline.own)):
        return
    above = frozenset(story.ancestors(scene.blocks[scene.title_block].node))
    if any(outline.own[node] & _COMMENT for node in above):
        return
    inside: list[bool] = []
    for said, parent in zip(outline.own, outline.parent, strict=True):
        inside.append(said & _COMMENT > 0 or (parent >= 0 and inside[parent]))
    seen = False
    for block in scene.blocks[scene.title_block :]:
        if inside[block.node]:
            if seen:
                yield block.index
        elif story.is_paragraph(block.index):
            seen = True


def _second_story(story: _Story) -> Iterable[int]:
    """The blocks from a second story on: one with a headline, and a byline, date or address, of
    its own, in an element like the first one's."""
    blocks = story.scene.blocks
    title = story.scene.title_block
    if title < 0 or not blocks[title].level:
        return
    path = list(story.ancestors(blocks[title].node))
    for block in blocks[title + 1 :]:
        if block.level == blocks[title].level:
            second = _item_of_second(story, path, block)
            if second >= 0:
                around = story.scene.page.outline.parent[second]
                yield from (
                    other.index
                    for other in blocks[block.index :]
                    if around in story.ancestors(other.node)
                )
                return


def _item_of_second(story: _Story, path: list[int], heading: Block) -> int:
    """The element of the second story that a heading is the headline of; -1 where it is none's."""
    outline = story.scene.page.outline
    second = -1
    for node in story.ancestors(heading.node):
        if node in path:
            break
        second = node
    around = outline.parent[second] if second >= 0 else -1
    first = path[path.index(around) - 1] if around in path[1:] else -1
    if first < 0 or outline.tag[first] != outline.tag[second]:
        return -1
    if outline.tag[first] != "article" and outline.signature[first] != outline.signature[second]:
        return -1
    seen, other = _prose_inside(story, first), _prose_inside(story, second)
    if not seen or not other or seen < _LEAST_FIRST_STORY * other:
        return -1
    return second if _is_signed(story, second, heading) else -1


def _prose_inside(story: _Story, node: int) -> float:
    """The letters of the paragraphs of the body inside a container."""
    return sum(
        story.scene.lengths[at]
        for at in story.body
        if story.is_paragraph(at) and _is_inside(story, node, at)
    )


def _is_inside(story: _Story, node: int, at: int) -> bool:
    return node in story.ancestors(story.scene.blocks[at].node)


def _is_signed(story: _Story, item: int, heading: Block) -> bool:
    """Whether a heading is a link, or a byline or date stands right under it."""
    if heading.linked * 10 >= len(heading.text) * 9:
        return True
    under = story.scene.blocks[heading.index + 1 : heading.index + 1 + _BLOCKS_TO_SIGNATURE]
    return any(
        _is_inside(story, item, block.index)
        and (
            (block.own | block.inline) & _SIGNED or story.scene.facts[block.index].has_byline_prefix
        )
        for block in under
        if story.scene.lengths[block.index] < _SHORTEST_PARAGRAPH
    )


REGIONS: Final[tuple[tuple[Callable[[_Story], Iterable[int]], Row], ...]] = (
    (_comments, row("furniture: comments")),
    (_second_story, row("furniture: second story")),
)
"""Stretches of a page that are no part of its story."""


def _subheads(story: _Story) -> Iterable[int]:
    """The headings between two paragraphs of the body that share a container with one of them."""
    blocks = story.scene.blocks
    for at in story.body:
        heading = at + 1
        if not (heading + 1 < len(blocks) and blocks[heading].level):
            continue
        if blocks[heading].own & _NO_SUBHEAD or heading in story.members:
            continue
        if story.is_paragraph(at) and story.is_paragraph(heading + 1):
            around = story.parent(blocks[heading])
            if around in (story.parent(blocks[at]), story.parent(blocks[heading + 1])):
                yield heading


def _going_on(story: _Story) -> Iterable[int]:
    """The paragraphs in doubt right under a sure one of the same kind of element: the short last
    sentence of a story, or one that is cut."""
    scene, outline = story.scene, story.scene.page.outline
    for at in story.body:
        below = at + 1
        if below >= len(scene.blocks) or story.values[at] < _SURE or not story.is_paragraph(at):
            continue
        own, block = scene.blocks[at].node, scene.blocks[below]
        if (
            _LEAST_GOING_ON <= story.values[below] < _BODY
            and block.tag in _PARAGRAPHS
            and not block.level
            and scene.linked[below] <= _LEAST_LINKED
            and outline.signature[own] == outline.signature[block.node]
            and _is_beside(outline, outline.parent[own], outline.parent[block.node])
        ):
            yield below


def _running_on(story: _Story) -> Iterable[int]:
    """The sentences in doubt, without a link, right under paragraphs of the body like them that
    score little more: the end of a story that is all short paragraphs."""
    scene, values = story.scene, story.values
    for at in story.body:
        below, above = at + 1, range(at + 1 - _PARAGRAPHS_ABOVE, at + 1)
        if (
            below < len(scene.blocks)
            and _LEAST_RUNNING_ON <= values[below] < _BODY
            and scene.ends[below]
            and not scene.linked[below]
            and story.members.issuperset(above)
            and values[below] >= _LEAST_OF_ABOVE * max(values[one] for one in above)
            and all(_is_like(story, one, below) for one in above)
        ):
            yield below


def _is_like(story: _Story, one: int, other: int) -> bool:
    """Whether two blocks are paragraphs of one container, printed alike."""
    blocks, outline = story.scene.blocks, story.scene.page.outline
    first, second = blocks[one], blocks[other]
    return (
        first.tag == second.tag == "p"
        and story.parent(first) == story.parent(second)
        and outline.signature[first.node] == outline.signature[second.node]
    )


def _is_beside(outline: Outline, one: int, other: int) -> bool:
    """Whether two containers are one, or stand in one and were printed alike."""
    return one == other or (
        outline.parent[one] == outline.parent[other]
        and outline.signature[one] == outline.signature[other]
    )


def _items(story: _Story) -> Iterable[int]:
    """The items of lists of which the body holds at least half. A list whose items hold several
    blocks is one of cards."""
    outline = story.scene.page.outline
    found: dict[int, list[Block]] = {}
    for block in story.scene.blocks:
        if block.tag == "li" and not block.within & _NO_SUBHEAD:
            found.setdefault(story.parent(block), []).append(block)
    for listed, items in found.items():
        held = sum(item.index in story.members for item in items)
        if not held * 2 >= len(items) > held or _is_linked(items):
            continue
        plain = items[-1].index - items[0].index == len(items) - 1
        if plain and outline.tag[listed] in ("ul", "ol"):
            yield from (item.index for item in items)


def _announced(story: _Story) -> Iterable[int]:
    """The items of a list right under a paragraph of the body that ends in a colon."""
    scene, outline = story.scene, story.scene.page.outline
    for at in story.body:
        block = scene.blocks[at]
        if not _COLON.search(block.text) or at + 1 >= len(scene.blocks):
            continue
        listed = story.parent(scene.blocks[at + 1])
        if scene.blocks[at + 1].kind is not BlockKind.LIST_ITEM or listed < 0:
            continue
        if outline.parent[listed] != story.parent(block) or story.sizes[listed] > _LONGEST_LIST:
            continue
        items = [item for item in scene.blocks[at + 1 :] if story.parent(item) == listed]
        if not _is_linked(items):
            yield from (item.index for item in items)


def _is_linked(items: list[Block]) -> bool:
    """Whether the items of a list are links for the most part."""
    return sum(item.linked for item in items) * 2 > sum(len(item.text) for item in items)


def _entry_titles(story: _Story) -> Iterable[int]:
    """The headings of live entries: several, each beside a time of day, and each above a paragraph
    of the body in one container."""
    headings = [
        block.index
        for block in story.scene.blocks[: story.body[-1]]
        if block.level > 1 and _is_entry_title(story, block)
    ]
    return headings if len(headings) >= _FEWEST_ENTRIES else ()


def _entry_text(story: _Story) -> Iterable[int]:
    """The paragraphs in doubt of live entries."""
    blocks = story.scene.blocks
    for at in _entry_titles(story):
        around = _entry(story, blocks[at])
        for block in blocks[at + 1 :]:
            if not _is_inside(story, around, block.index):
                break
            if block.tag == "p" and story.values[block.index] >= _LEAST_GOING_ON:
                yield block.index


def _entry(story: _Story, title: Block) -> int:
    """The container around that of a live entry's title."""
    return next(islice(story.ancestors(title.node), 2, None), -1)


def _is_entry_title(story: _Story, block: Block) -> bool:
    blocks, at = story.scene.blocks, block.index
    around = _entry(story, block)
    return any(
        other.index != at and _is_clock(other) for other in blocks[max(0, at - 2) : at + 3]
    ) and any(
        other.index in story.members and not other.level and _is_inside(story, around, other.index)
        for other in blocks[at + 1 : at + 1 + _BLOCKS_TO_ENTRY]
    )


def _is_clock(block: Block) -> bool:
    return len(block.text) <= _LONGEST_CLOCK and _CLOCK.match(block.text) is not None


MEMBERS: Final[tuple[tuple[Callable[[_Story], Iterable[int]], str], ...]] = (
    (_subheads, "a subhead between two paragraphs of the story"),
    (_going_on, "a paragraph right under a sure one of its kind"),
    (_running_on, "a sentence right under paragraphs of the story like it"),
    (_items, "an item of a list of which the story holds the most"),
    (_announced, "an item of the list that the paragraph above announces"),
    (_entry_titles, "the title of a live entry"),
    (_entry_text, "a paragraph of a live entry"),
)
"""What makes a block story though it reads like little, and why."""
