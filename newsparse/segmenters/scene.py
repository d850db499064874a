"""What a page looks like as a whole: where its prose lies, where the headline stands, what
surrounds each block.

Everything the segmenters judge by that is not in a single block is computed here, once a page,
as columns over blocks and containers. The same columns serve HTML and text: an outline drawn by
indentation is an outline.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

import attrs

from newsparse.blocks import Block
from newsparse.lexicon.classwords import bit
from newsparse.lexicon.furniture import purpose
from newsparse.page import Media, Page
from newsparse.records import BlockKind
from newsparse.segmenters.address import named_line
from newsparse.segmenters.byline_reading import Known
from newsparse.segmenters.facts import PageFacts
from newsparse.textual import (
    SENTENCE_END,
    fold_case,
    folded_words,
    letter_length,
    normalize,
    overlap,
)

_SHORTEST_PROSE: Final = 80
"""Weight from which a block that ends as sentences do counts as prose."""
_LONG_PROSE: Final = 160
"""Weight from which a block is prose however it ends."""
_MOST_LINKED: Final = 0.4
"""Share inside links from which a block is no prose."""
_CORE_SHARE: Final = 0.6
"""Share of the page's prose that the core element holds."""
_LONGEST_FRAME: Final = 700.0
_LONGEST_FIGURE: Final = 2_500.0
"""Text that a picture's container may hold to be its frame."""
_MOST_STATEMENTS: Final = 12
"""Titles, and descriptions, of the head that each block is held against; a page with more is none
to be believed."""
_MOST_FOLDED: Final = 400
"""Characters of each block that are compared."""
_LONGEST_STATEMENT: Final = 400
"""Characters of each."""
_IN_LINK: Final = bit("in_link")
_HEADLINE: Final = bit("headline")
_ASIDE: Final = bit(
    "in_nav", "in_footer", "in_dialog", "in_hidden", "related", "comment", "sidebar"
)
_TITLES: Final = frozenset(
    (
        "og:title",
        "twitter:title",
        "title",
        "dc.title",
        "sailthru.title",
        "headline",
        "parsely-title",
    )
)
_DESCRIPTIONS: Final = frozenset(
    (
        "og:description",
        "twitter:description",
        "description",
        "dc.description",
        "sailthru.description",
    )
)


@attrs.frozen(eq=False)
class Scene:
    """Columns over the blocks of a page, and the landmarks among them."""

    page: Page
    lengths: list[float]
    """Length of each block in letters of an alphabet."""
    linked: list[float]
    """Share of each block inside links, 0 to 1."""
    ends: list[bool]
    """Whether each block ends as sentences do."""
    prose: list[float]
    """Weight of each block that is prose, else 0."""
    total: float
    """Weight of all prose; at least 1."""
    mass: list[float]
    """Prose of each container and all below it."""
    text_mass: list[float]
    """Letters of each container and all below it."""
    frames: dict[int, int]
    """For blocks that stand with a picture and little else: the smallest container of both."""
    depth: list[int]
    """Depth of each container."""
    core: int
    """The smallest container that holds most of the prose."""
    climb: list[int]
    """Steps from each container up to the path from the root to the core."""
    meet: list[int]
    """Where each container's climb meets that path."""
    in_core: list[bool]
    group: list[int]
    """Number of each block's group: the containers of one parent that a template printed alike."""
    group_prose: list[float]
    """Prose of each group."""
    signature_prose: dict[str, float]
    """Prose of all containers of one signature."""
    titles: tuple[str, ...]
    """What the head says the headline is, as `textual.normalize` folds it."""
    title_words: tuple[frozenset[str], ...]
    """The words of each title, once for titles of the same words."""
    descriptions: tuple[str, ...]
    description_words: tuple[frozenset[str], ...]
    title_block: int
    """Index of the block that matches the titles best, -1 where none does."""
    first: int
    last: int
    """The first and last block of prose inside the core; (0, -1) where there is none."""
    normalized: list[str]
    """The text of each block as `textual.normalize` folds it, cut at 400 letters."""
    purposes: list[str]
    """What each block is furniture for, by its key; "" where no phrase says so."""
    facts: PageFacts = attrs.field(repr=False)
    """What the words of each block are, by its index."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.page.blocks


def scene_of(page: Page, known: Known | None = None) -> Scene:
    """The scene of a page, given what is known of its bylines."""
    blocks, outline = page.blocks, page.outline
    is_html = page.media is Media.HTML
    texts = [block.text for block in blocks]
    lengths = [float(len(text)) if text.isascii() else letter_length(text) for text in texts]
    linked = [block.linked / len(block.text) if block.linked else 0.0 for block in blocks]
    ends = list(map(_ends_sentence, texts))
    prose = list(map(_prose, blocks, lengths, linked, ends))
    total = sum(prose) or 1.0
    parent = outline.parent
    mass = masses(blocks, prose, parent)
    text_mass = masses(blocks, lengths, parent)
    core = _core(mass, total)
    depth, climb, meet, in_core = _paths(parent, core)
    group, group_prose = _groups(page, prose)
    normalized = [
        _folded(text) if text is block.printed and is_html else normalize(text[:_MOST_FOLDED])
        for block, text in zip(blocks, texts, strict=True)
    ]
    titles, descriptions = _titles(page), _descriptions(page)
    title_words = _word_sets(titles)
    inside = [at for at, size in enumerate(prose) if size and in_core[blocks[at].node]]
    return Scene(
        page=page,
        lengths=lengths,
        linked=linked,
        ends=ends,
        prose=prose,
        total=total,
        mass=mass,
        text_mass=text_mass,
        frames=_frames(page, text_mass) if page.pictures else {},
        depth=depth,
        core=core,
        climb=climb,
        meet=meet,
        in_core=in_core,
        group=group,
        group_prose=group_prose,
        signature_prose=_signature_prose(page, prose),
        titles=titles,
        title_words=title_words,
        descriptions=descriptions,
        description_words=_word_sets(descriptions),
        title_block=_title_block(blocks, normalized, lengths, title_words)
        if is_html
        else named_line(blocks, lengths, page.url),
        first=inside[0] if inside else 0,
        last=inside[-1] if inside else -1,
        normalized=normalized,
        purposes=list(map(purpose, normalized)),
        facts=PageFacts(page, known or Known()),
    )


def _folded(text: str) -> str:
    """`normalize` of the first letters of a text in which white space is folded already."""
    text = text[:_MOST_FOLDED]
    return fold_case(text.rstrip() if text[-1:].isspace() else text)


def _prose(block: Block, length: float, linked: float, ended: bool) -> float:
    """The length of a block that is prose, else 0: long, of few links, ending as a sentence unless
    it is very long."""
    if length < _SHORTEST_PROSE or linked >= _MOST_LINKED or block.within & _IN_LINK:
        return 0.0
    return length if ended or length >= _LONG_PROSE else 0.0


def _signature_prose(page: Page, prose: list[float]) -> dict[str, float]:
    """The prose of all containers of each signature."""
    found: dict[str, float] = {}
    for block, size in zip(page.blocks, prose, strict=True):
        if size:
            signature = page.outline.signature[block.node]
            found[signature] = found.get(signature, 0.0) + size
    return found


def _ends_sentence(text: str) -> bool:
    """Whether a text ends as sentences do; one that ends in a letter or digit does not."""
    return not text[-1:].isalnum() and SENTENCE_END.search(text, max(0, len(text) - 12)) is not None


def masses(blocks: tuple[Block, ...], sizes: list[float], parent: tuple[int, ...]) -> list[float]:
    """The sizes of the blocks summed up by container with all below it."""
    mass = [0.0] * len(parent)
    for block, size in zip(blocks, sizes, strict=True):
        if size:
            mass[block.node] += size
    for node in range(len(parent) - 1, 0, -1):
        if mass[node]:
            mass[parent[node]] += mass[node]
    return mass


def _frames(page: Page, text_mass: list[float]) -> dict[int, int]:
    """For each block that a picture's smallest container with text holds, that container.

    A frame holds little text, or is a `figure`: what stands in it belongs to the picture.
    """
    outline = page.outline
    nodes: set[int] = set()
    for picture in page.pictures:
        node = picture.node
        while node > 0 and not text_mass[node]:
            node = outline.parent[node]
        if node > 0 and text_mass[node] <= (
            _LONGEST_FIGURE if outline.tag[node] == "figure" else _LONGEST_FRAME
        ):
            if (
                outline.tag[outline.parent[node]] == "figure"
                and text_mass[outline.parent[node]] <= _LONGEST_FIGURE
            ):
                node = outline.parent[node]
            nodes.add(node)
    if not nodes:
        return {}
    frame_of = [-1] * len(outline.parent)
    for node in range(min(nodes), len(frame_of)):
        frame_of[node] = node if node in nodes else frame_of[outline.parent[node]]
    return {block.index: frame_of[block.node] for block in page.blocks if frame_of[block.node] >= 0}


def _core(mass: list[float], total: float) -> int:
    """The smallest container with most of the prose; of equals the deepest, which comes last."""
    core = 0
    for node, size in enumerate(mass):
        if size >= _CORE_SHARE * total and size <= mass[core]:
            core = node
    return core


def _paths(
    parent: tuple[int, ...], core: int
) -> tuple[list[int], list[int], list[int], list[bool]]:
    """Depth, climb to the core's path, meeting point and whether inside the core, of each
    container."""
    on_path = set()
    node = core
    while node >= 0:
        on_path.add(node)
        node = parent[node] if node < len(parent) else -1
    depth = [0] * len(parent)
    climb = depth.copy()
    meet = list(range(len(parent)))
    in_core = [node == core for node in meet]
    for node, above in enumerate(parent):
        if above < 0:
            continue
        depth[node] = depth[above] + 1
        if node not in on_path:
            climb[node] = climb[above] + 1
            meet[node] = meet[above]
            if in_core[above]:
                in_core[node] = True
    return depth, climb, meet, in_core


def _groups(page: Page, prose: list[float]) -> tuple[list[int], list[float]]:
    """The group of each block, and the prose of each group."""
    outline = page.outline
    numbers: dict[tuple[int, str], int] = {}
    nodes = [block.node for block in page.blocks]
    number_of = {
        node: numbers.setdefault((outline.parent[node], outline.signature[node]), len(numbers))
        for node in dict.fromkeys(nodes)
    }
    group = [number_of[node] for node in nodes]
    sizes = [0.0] * len(numbers)
    for number, size in zip(group, prose, strict=True):
        if size:
            sizes[number] += size
    return group, sizes


def _titles(page: Page) -> tuple[str, ...]:
    found = [meta.content for meta in page.head.metas if meta.name in _TITLES][:_MOST_STATEMENTS]
    found += [
        item.data["headline"]
        for item in page.head.items
        if isinstance(item.data.get("headline"), str)
    ][:_MOST_STATEMENTS]
    if page.head.title:
        found.append(page.head.title)
    return tuple(
        dict.fromkeys(
            title for title in (normalize(text[:_LONGEST_STATEMENT]) for text in found) if title
        )
    )


def _descriptions(page: Page) -> tuple[str, ...]:
    found = [
        normalize(meta.content[:_LONGEST_STATEMENT])
        for meta in page.head.metas
        if meta.name in _DESCRIPTIONS
    ]
    return tuple(dict.fromkeys(text for text in found[:_MOST_STATEMENTS] if text))


def _word_sets(statements: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """The words of each statement, once for those that differ in nothing else."""
    return tuple(dict.fromkeys(frozenset(folded_words(text)) for text in statements))


def _title_block(
    blocks: tuple[Block, ...],
    normalized: list[str],
    lengths: list[float],
    titles: tuple[frozenset[str], ...],
) -> int:
    """The block that says what the titles say; among equals the highest heading, then the first."""
    best, found = 0.45, -1
    for block in blocks:
        if not (block.level or block.within & _HEADLINE):
            continue
        if lengths[block.index] > 260 or block.within & _ASIDE:
            continue
        have = folded_words(normalized[block.index])
        if len(have) < 2:
            continue
        score = max((overlap(have, title) for title in titles), default=0.0)
        score += {1: 0.3, 2: 0.1}.get(block.level, 0.05 if block.own & _HEADLINE else 0.0)
        if score > best + 1e-9:
            best, found = score, block.index
    if found >= 0:
        return found
    return next((block.index for block in blocks if _is_first_heading(block)), -1)


def _is_first_heading(block: Block) -> bool:
    return block.level == 1 and block.kind is BlockKind.HEADING and not block.within & _ASIDE


def repeats(normalized: list[str]) -> Counter[str]:
    """How often each text stands on the page."""
    return Counter(normalized)
