"""Propose short selectors that find given texts on sample pages.

Class names that a build tool generates (`css-1x8y7z`, `sc-bdVaJa`, `StoryBody_p__3kL9d`) change
with every release of a site. They are left out or cut to the stable part.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from newsparse.blocks import Block
from newsparse.page import Page
from newsparse.profiles.rules import RuleKind, compiled
from newsparse.read.tree import TreeLocator
from newsparse.textual import normalize

_MADE = re.compile(
    r"^(?:css|sc|jsx|jss|svelte|emotion|styled|tw|c|e|is|has|no|js)-|^_|\d{2}|[a-z][A-Z0-9][a-z]*[0-9]|__?[A-Za-z0-9]*\d[A-Za-z0-9]*$|[:/\[\]@!%.,()#&>+=*]"
)
_IDENT = re.compile(r"-?[A-Za-z_][\w-]*", re.ASCII)
_PREFIXED = re.compile(r"^([A-Za-z][A-Za-z-]{3,}(?:_[A-Za-z-]+)?__)[A-Za-z0-9+/_-]{4,8}$")
_UTILITY = re.compile(
    r"^(?:[a-z]{1,2}\d?|[mp][trblxy]?-?\w{1,3}|col(?:-\w+)*|row|flex|grid|block|hidden|text-\w+|font-\w+|bg-\w+|w-\w+|h-\w+|clearfix|left|right|container|wrapper|inner|outer|active|first|last|odd|even)$"
)
_NAMED: Final = (
    "itemprop",
    "data-testid",
    "data-test-id",
    "data-test",
    "data-qa",
    "data-component",
    "data-type",
    "data-block",
    "data-tb-region-item",
    "rel",
    "name",
)
_MOST_LEVELS: Final = 14
"""Containers above a block that a selector may name."""
_MOST_CANDIDATES: Final = 220
"""Selectors that are scored."""
_LENGTH_COST: Final = 0.02 / 60
"""Score that each character of a selector costs when selectors are ranked."""
_LEAST_SINGLE: Final = 0.05
"""Score of a selector that may be joined with others."""
_LEAST_PROPOSED: Final = 0.3
_LEAST_GAIN: Final = 0.004
"""Score that joining a selector must gain."""
_LONGEST_UNION: Final = 260


@attrs.frozen
class Sample:
    """A page and the texts on it that a selector should find."""

    page: Page
    texts: tuple[str, ...]


@attrs.frozen
class Proposal:
    """A selector and its score, 0 to 1."""

    selector: str
    score: float


def steps(tag: str, attributes: Mapping[str, str]) -> list[str]:
    """Simple selectors of one element by names that are likely to last, without its bare tag.

    >>> steps("div", {"class": "story-body css-1x8y7z", "id": "story"})
    ['div.story-body', '#story']
    """
    found: list[str] = []
    for word in attributes.get("class", "").split()[:8]:
        made = _PREFIXED.match(word)
        if made:
            found.append(f'{tag}[class*="{made.group(1)}"]')
        elif _IDENT.fullmatch(word) and not _MADE.search(word) and not _UTILITY.match(word):
            found.append(f"{tag}.{word}")
    for name in _NAMED:
        value = attributes.get(name, "")
        if value and len(value) < 40 and '"' not in value and not re.search(r"\d{2}", value):
            found.append(f'{tag}[{name}="{value}"]')
    name = attributes.get("id", "")
    if re.fullmatch(r"[A-Za-z][A-Za-z_-]{2,30}", name) and not _UTILITY.match(name):
        found.append(f"#{name}")
    return found


def propose(samples: Sequence[Sample], most: int = 5) -> list[Proposal]:
    """The selectors that find the samples' texts best, best first, shorter before longer."""
    candidates = Counter(selector for sample in samples for selector in set(_candidates(sample)))
    singles = [
        Proposal(selector, score(samples, selector))
        for selector, _ in candidates.most_common(_MOST_CANDIDATES)
    ]
    singles = [one for one in singles if one.score > _LEAST_SINGLE]
    found = {one.selector: one for one in [*singles, *_groups(samples, singles)]}
    ranked = sorted(
        found.values(),
        key=lambda one: (
            -round(one.score - _LENGTH_COST * len(one.selector), 3),
            len(one.selector),
        ),
    )
    return [one for one in ranked[:most] if one.score > _LEAST_PROPOSED]


def score(samples: Sequence[Sample], selector: str) -> float:
    """The F1 over letters of what a selector finds against the samples' texts, 0 to 1."""
    hit = found = wanted = 0.0
    for sample in samples:
        texts = texts_of(sample.page, selector)
        right, all_found = _letters(texts, sample.texts)
        hit += min(right, sum(map(len, sample.texts)))
        found += all_found
        wanted += sum(map(len, sample.texts))
    return 2 * hit / (found + wanted) if found + wanted else 0.0


def texts_of(page: Page, selector: str) -> list[str]:
    """The texts of the blocks that a CSS selector finds on a page."""
    found = page.locator.xpath(compiled(RuleKind.CSS, selector), page.blocks)
    return [
        page.blocks[one.block].text[one.start : one.end if one.end >= 0 else None]
        for one in found
        if one.block >= 0
    ]


def _letters(texts: Iterable[str], wanted: Sequence[str]) -> tuple[float, float]:
    """The number of letters of texts that are wanted, and of all texts."""
    keys = [normalize(text) for text in wanted]
    joined = "\n".join(keys)
    hit = found = 0.0
    for folded in dict.fromkeys(map(normalize, texts)):
        found += len(folded)
        if folded in joined:
            hit += len(folded)
        else:
            hit += min(len(folded), sum(len(one) for one in keys if one in folded))
    return hit, found


def _candidates(sample: Sample) -> Iterator[str]:
    """Selectors that find at least one of a sample's texts."""
    locator = sample.page.locator
    if not isinstance(locator, TreeLocator):
        return
    keys = [normalize(text) for text in sample.texts]
    joined = "\n".join(keys)
    for block in sample.page.blocks:
        folded = normalize(block.text)
        if len(folded) > 1 and (folded in joined or any(one in folded for one in keys)):
            yield from _of_block(sample.page, locator, block)
            yield from _of_inline(locator, block, keys)


def _of_block(page: Page, locator: TreeLocator, block: Block) -> Iterator[str]:
    outline = page.outline
    tag = outline.tag[block.node]
    own = [tag, *steps(tag, locator.attributes(block.node))]
    yield from own[1:]
    if tag == "h1":
        yield tag
    above = outline.parent[block.node]
    for depth in range(_MOST_LEVELS):
        if above < 0:
            return
        for outer in steps(outline.tag[above], locator.attributes(above)):
            yield outer
            for inner in own[:3]:
                yield f"{outer} {'> ' if depth == 0 else ''}{inner}"
                if depth == 0:
                    yield f"{outer} {inner}"
        above = outline.parent[above]


def _of_inline(locator: TreeLocator, block: Block, keys: Sequence[str]) -> Iterator[str]:
    outer = list(steps(block.tag, locator.attributes(block.node)))
    for tag, attributes, start, end in locator.inline(block):
        if normalize(block.text[start:end]) in keys:
            own = steps(tag, attributes)
            yield from own
            for above in outer:
                yield f"{above} {tag}"
                for one in own[:2]:
                    yield f"{above} {one}"


def _groups(samples: Sequence[Sample], singles: Sequence[Proposal]) -> Iterator[Proposal]:
    """Unions of selectors under one container: the paragraphs, subheads and lists of a story."""
    families: dict[str, list[Proposal]] = {}
    for one in singles:
        outer, mark, _ = one.selector.rpartition(" ")
        if mark:
            families.setdefault(outer.rstrip("> "), []).append(one)
    for members in families.values():
        ranked = sorted(members, key=lambda one: -one.score)
        chosen = ranked[0]
        for one in ranked[1:8]:
            union = f"{chosen.selector}, {one.selector}"
            if len(union) >= _LONGEST_UNION:
                continue
            better = score(samples, union)
            if better > chosen.score + _LEAST_GAIN:
                chosen = Proposal(union, better)
        if "," in chosen.selector:
            yield chosen
