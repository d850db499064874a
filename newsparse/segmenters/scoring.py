"""How sure each block of a page is part of the story's body: two learned stages over the scene."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import compress
from typing import Any, Final

import attrs

from newsparse.blocks import Block
from newsparse.lexicon.classwords import BITS, bit
from newsparse.page import Media
from newsparse.segmenters import features, neighbours, regions, sums
from newsparse.segmenters.model import Additive, Forest, Masks, load, probability
from newsparse.segmenters.scene import Scene
from newsparse.segmenters.site_cues import SiteIndex, SitePage, SiteSays, site_says

_CHROME: Final = bit("in_nav")
_EDGES: Final = bit("in_footer", "in_header")
_STORY: Final = bit("in_article", "in_main")
_PLACES: Final = {
    _CHROME: "stands in the page's navigation",
    bit("in_footer"): "stands in a footer outside the story",
    bit("in_header"): "stands in a header outside the story",
}
"""Where a block is that is never body, as its reason says it."""
_NEVER: Final = bit(
    "in_nav", "in_footer", "in_dialog", "in_form", "comment", "related", "consent", "signup"
)
_SHORTEST_SENTENCE: Final = 25.0
_SHORTEST_STORY: Final = 300.0
"""Letters of likely body under which a page has hardly any."""
_SHORTEST_PARAGRAPH: Final = 60.0
_LEAST_HOPE: Final = 0.1
"""The probability under which nothing is body, however unlikely the rest of the page is."""
_NEAR_THE_BEST: Final = 0.5
"""The part of the best probability from which others are as good on such a page."""
_BODY: Final = 0.5
"""The probability from which a block is body; also that of sentences on a page without a story."""
_SHORTEST_OUTSIDE_CORE: Final = 20.0
_ALL_LINK: Final = 0.95
_LOWEST_DOUBT: Final = 0.03
_HIGHEST_DOUBT: Final = 0.95
"""Guesses of the first stage outside these bounds stand; the second stage would change about one in
a thousand."""
_LEAST_LIKELY: Final = 0.98
"""The least probability of a likely block: the first stage is right more often than it predicts."""


SECOND_STAGE: Final = (*features.FEATURES, *neighbours.CONTEXT, *regions.REGIONS)
"""The columns of the second stage, but for those of bits."""


@attrs.frozen(eq=False)
class Models:
    """The two stages for one media."""

    first: Additive
    second: Forest

    @classmethod
    def from_data(cls, data: dict[str, Any], core: sums.Core | None = None) -> Models:
        core = core or sums.CORE
        return cls(
            Additive.from_data(data["first"], features.FEATURES, features.MASKS, BITS, core),
            Forest.from_data(data["second"], SECOND_STAGE, features.MASKS, BITS, core),
        )


def shipped(media: Media) -> Models:
    """The models that come with the package."""
    return _shipped(media, sums.CORE)


@cache
def _shipped(media: Media, core: sums.Core) -> Models:
    return Models.from_data(load(f"body_{media.value}"), core)


@attrs.frozen(eq=False)
class Scores:
    """A probability for every block, and why."""

    values: list[float]
    reasons: dict[int, str]
    """Why each block that is body is it, by its index."""
    objections: dict[int, str] = attrs.field(factory=dict)
    """Why each block among the paragraphs that is no body is none."""
    site: dict[int, str] = attrs.field(factory=dict)
    """What the other pages of the site say against blocks."""
    beside: SitePage | None = None
    """The page beside other pages of its site; None where none is known."""


def candidates(scene: Scene) -> list[int]:
    """The blocks that may be body at all: not navigation, page header or footer, nor small links
    outside the core."""
    found: list[int] = []
    for block in scene.blocks:
        within = block.within
        if within & _CHROME or (within & _EDGES and not within & _STORY):
            continue
        at = block.index
        if not scene.in_core[block.node] and (
            scene.lengths[at] < _SHORTEST_OUTSIDE_CORE or scene.linked[at] >= _ALL_LINK
        ):
            continue
        found.append(at)
    return found


def masks_of(block: Block) -> Masks:
    return block.within, block.own, block.inline


def first_stage(
    scene: Scene, model: Additive, used: AbstractSet[str] = frozenset()
) -> tuple[list[float], list[int], list[features.Column]]:
    """A first probability of every block, the candidates, and their columns: those that the model,
    or a later one, uses."""
    wanted = candidates(scene)
    table = features.columns(scene, wanted, model.used | used)
    guesses = [0.0] * len(scene.blocks)
    margins = model.margins(table, [masks_of(scene.blocks[at]) for at in wanted])
    for at, margin in zip(wanted, margins, strict=True):
        guesses[at] = probability(margin)
    return guesses, wanted, table


def in_doubt(guesses: list[float], wanted: list[int]) -> list[int]:
    """The rows of the candidates whose first guess is in doubt."""
    return [row for row, at in enumerate(wanted) if _LOWEST_DOUBT <= guesses[at] <= _HIGHEST_DOUBT]


def second_stage(
    scene: Scene,
    model: Forest,
    guesses: list[float],
    wanted: list[int],
    table: list[features.Column],
) -> list[float]:
    """The probability of every block: the first guess, or what the second stage makes of those in
    doubt."""
    values = [max(guess, _LEAST_LIKELY) if guess > _HIGHEST_DOUBT else guess for guess in guesses]
    rows = in_doubt(guesses, wanted)
    if not rows:
        return values
    blocks = [wanted[row] for row in rows]
    masks = [masks_of(scene.blocks[at]) for at in blocks]
    bits = [[mask[which] for mask in masks] for which in range(len(features.MASKS))]
    doubted = set(rows)
    chosen = [row in doubted for row in range(len(wanted))]
    read = frozenset(model.read)
    picked = [
        list(compress(column, chosen)) if at in read else () for at, column in enumerate(table)
    ]
    for at, margin in zip(
        blocks,
        model.margins([*picked, *around(scene, guesses, blocks, model.used), *bits]),
        strict=True,
    ):
        values[at] = probability(margin)
    return values


def around(
    scene: Scene,
    guesses: list[float],
    wanted: list[int],
    used: AbstractSet[str] = frozenset(regions.REGIONS),
) -> list[features.Column]:
    """What a first guess at every block says around the wanted ones: the columns of
    `SECOND_STAGE` after those of `FEATURES`. Those of regions are empty if none is used."""
    none: list[features.Column] = [[] for _ in regions.REGIONS]
    return [
        *neighbours.columns(scene, guesses, wanted),
        *(none if used.isdisjoint(regions.REGIONS) else regions.columns(scene, guesses, wanted)),
    ]


def score(scene: Scene, models: Models, site: SiteIndex | None = None) -> Scores:
    """The probability that each block is body, with what is known of its site."""
    if not scene.blocks:
        return Scores([], {})
    guesses, wanted, table = first_stage(scene, models.first, models.second.used)
    values = second_stage(scene, models.second, guesses, wanted, table)
    if sum(compress(scene.lengths, [value >= _BODY for value in values])) < _SHORTEST_STORY:
        values = _likeliest(scene, values)
    beside = SitePage(scene, site, list(values), wanted) if site is not None else None
    said = site_says(beside) if beside is not None else SiteSays({}, {}, {})
    against = said.reasons
    for at, value in said.values.items():
        values[at] = value
    likely = [row for row, at in enumerate(wanted) if values[at] >= _BODY]
    blocks = [wanted[row] for row in likely]
    cues = models.first.cues(table, likely, [masks_of(scene.blocks[at]) for at in blocks])
    reasons = {at: _reason(loudest, guesses[at]) for at, loudest in zip(blocks, cues, strict=True)}
    reasons.update((at, said.lifted[at]) for at in said.lifted.keys() & reasons.keys())
    objections = _objections(scene, models.first, values, wanted, table)
    if not any(scene.ends[at] for at in reasons):
        for at in _only_sentences(scene, (at for at in wanted if at not in against)):
            values[at] = _BODY
            reasons[at] = "the only sentences of a page without a story"
    known = beside if beside is not None and beside.pages > 0 else None
    return Scores(values, reasons, objections, against, known)


def _likeliest(scene: Scene, values: list[float]) -> list[float]:
    """The values of a page on which hardly any block is likely body. A page has a story, so its
    likeliest paragraph becomes body, and so does each paragraph at least half as likely."""
    paragraphs = [
        value
        for value, length in zip(values, scene.lengths, strict=True)
        if length >= _SHORTEST_PARAGRAPH
    ]
    least = max(_LEAST_HOPE, _NEAR_THE_BEST * max(paragraphs, default=1.0))
    return [max(value, _BODY) if value >= least else value for value in values]


def _objections(
    scene: Scene,
    model: Additive,
    values: list[float],
    wanted: list[int],
    table: list[features.Column],
) -> dict[int, str]:
    """Why the blocks between the first and the last one of the body that are none are none."""
    body = [at for at, value in enumerate(values) if value >= _BODY]
    if not body:
        return {}
    among = range(body[0], body[-1] + 1)
    rows = [row for row, at in enumerate(wanted) if at in among and values[at] < _BODY]
    blocks = [wanted[row] for row in rows]
    cues = model.cues(table, rows, [masks_of(scene.blocks[at]) for at in blocks])
    found = {
        at: f"does not read as body: {', '.join(loudest)}"
        for at, loudest in zip(blocks, cues, strict=True)
    }
    judged = frozenset(wanted)
    for at in among:
        if at not in judged:
            found[at] = _excluded(scene, at)
    return found


def _excluded(scene: Scene, at: int) -> str:
    """Why a block is not judged at all: where it stands, or that it is a link outside the core."""
    within = scene.blocks[at].within
    named = (reason for places, reason in _PLACES.items() if within & places)
    return next(named, "short or a link, outside the core of the page")


def _only_sentences(scene: Scene, wanted: Iterable[int]) -> list[int]:
    """The blocks that read as sentences, for a page on which nothing reads as a story."""
    return [at for at in wanted if _is_sentence(scene, at)]


def _is_sentence(scene: Scene, at: int) -> bool:
    return (
        scene.ends[at]
        and scene.lengths[at] >= _SHORTEST_SENTENCE
        and scene.linked[at] < 0.5
        and not scene.blocks[at].within & _NEVER
    )


def _reason(cues: Iterable[str], guess: float) -> str:
    return f"reads as body: {', '.join(cues)}; alone {guess:.2f}"
