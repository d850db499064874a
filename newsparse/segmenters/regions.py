"""What a first guess at every block says of the region that a block stands in: more cues of the
second stage.

The story is one region for the most part. A block counts for more where the guesses at its
container, at the branch of the page that it hangs on, and at the run of blocks around it are high,
and where it uses the words of the sure paragraphs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from operator import mul
from typing import Final

from newsparse.segmenters.scene import Scene, masses

REGIONS: Final = (
    "story_climb",
    "meet_mean",
    "branch_mean",
    "branch_part",
    "parent_mean",
    "run_part",
    "common_words",
    "frequent_words",
)
"""Names of the columns."""
_STORY_SHARE: Final = 0.7
"""Share of the likely body that the story's container holds."""
_MOST_STEPS: Final = 12
_BODY: Final = 0.5
_LONGEST_GAP: Final = 3
"""Unlikely blocks inside a run of likely ones."""
_SURE_GUESS: Final = 0.8
_SHORTEST_SURE: Final = 60.0
_SHORTEST_WORD: Final = 4
"""Letters; shorter words are in every text."""
_FEWEST_WORDS: Final = 5
_MOST_TIMES: Final = 4.0
"""Times the words of the sure paragraphs from which a block simply has much in common."""
_DENSE: Final = 1.5
"""Weight of a letter from which a script has no blanks between words."""


def columns(scene: Scene, guesses: list[float], wanted: list[int]) -> list[Sequence[float]]:
    """The columns over the wanted blocks, in the order of `REGIONS`, given a first probability of
    every block."""
    return [
        *_branches(scene, guesses, wanted),
        _runs(scene.lengths, guesses, wanted),
        *_words(scene, guesses, wanted),
    ]


def _branches(
    scene: Scene, guesses: list[float], wanted: list[int]
) -> tuple[list[float], list[float], list[float], list[float], list[float]]:
    """Steps up to the path from the root to the story's container; the mean guess where the path is
    met, on the branch below that, and its part of all likely body; the mean guess of the
    container around the block's own."""
    parent, sizes = scene.page.outline.parent, scene.text_mass
    likely = masses(scene.blocks, list(map(mul, guesses, scene.lengths)), parent)
    total = likely[0] + 1.0
    path = _path(likely, parent)
    climbs: list[float] = []
    meets: list[float] = []
    means: list[float] = []
    parts: list[float] = []
    around: list[float] = []
    for at in wanted:
        node = scene.blocks[at].node
        above = max(0, parent[node])
        around.append(likely[above] / (sizes[above] + 1.0))
        steps, branch = 0, node
        while node not in path:
            branch, node = node, parent[node]
            steps += 1
        climbs.append(float(min(steps, _MOST_STEPS)))
        meets.append(likely[node] / (sizes[node] + 1.0))
        means.append(likely[branch] / (sizes[branch] + 1.0))
        parts.append(likely[branch] / total)
    return climbs, meets, means, parts, around


def _path(likely: list[float], parent: tuple[int, ...]) -> frozenset[int]:
    """The smallest container that holds most of the likely body, and all above it."""
    least = _STORY_SHARE * (likely[0] + 1.0)
    node = 0
    for other, size in enumerate(likely):
        if least <= size <= likely[node]:
            node = other
    found = {0}
    while node > 0:
        found.add(node)
        node = parent[node]
    return frozenset(found)


def _runs(lengths: list[float], guesses: list[float], wanted: list[int]) -> list[float]:
    """The part that the run of likely blocks around each block holds of all runs; 0 outside."""
    run_of: list[int] = []
    sizes: list[float] = []
    gap = _LONGEST_GAP + 1
    for guess, length in zip(guesses, lengths, strict=True):
        if guess >= _BODY:
            if gap > _LONGEST_GAP:
                sizes.append(0.0)
            sizes[-1] += length
            gap = 0
        else:
            gap += 1
        run_of.append(len(sizes) - 1 if gap <= _LONGEST_GAP else -1)
    total = sum(sizes) + 1.0
    return [sizes[run] / total if (run := run_of[at]) >= 0 else 0.0 for at in wanted]


def _words(
    scene: Scene, guesses: list[float], wanted: list[int]
) -> tuple[list[float], list[float]]:
    """The share of each block's words that a sure paragraph uses too, and the mean share of sure
    paragraphs that use each, both beside what the sure paragraphs have of it; -1 for a block of few
    words."""
    sure = [
        at
        for at, guess in enumerate(guesses)
        if guess >= _SURE_GUESS and scene.lengths[at] >= _SHORTEST_SURE
    ]
    words_of = {at: _long_words(scene, at) for at in {*sure, *wanted}}
    uses = Counter(chain.from_iterable(words_of[at] for at in sure))
    among = frozenset(sure)
    of_block = {
        at: _shared(words, uses, len(sure), at in among)
        for at, words in words_of.items()
        if len(words) >= _FEWEST_WORDS
    }
    of_sure = [of_block[at] for at in sure if at in of_block]
    common = sum([one for one, _ in of_sure]) / (len(of_sure) or 1)
    frequent = sum([other for _, other in of_sure]) / (len(of_sure) or 1)
    if not common:
        return [-1.0] * len(wanted), [-1.0] * len(wanted)
    found = [of_block.get(at) for at in wanted]
    return (
        [min(_MOST_TIMES, pair[0] / common) if pair else -1.0 for pair in found],
        [min(_MOST_TIMES, pair[1] / frequent) if pair else -1.0 for pair in found],
    )


def _shared(
    words: frozenset[str], uses: Counter[str], many: int, is_sure: bool
) -> tuple[float, float]:
    """The share of words that some sure paragraph uses, and the mean share of sure paragraphs that
    use each; a sure paragraph is not counted with itself."""
    own = 1 if is_sure else 0
    counts = [uses[word] for word in words if word in uses]
    others = sum(counts) - own * len(counts)
    return (
        (len(counts) - counts.count(own)) / len(words),
        others / (max(1, many - own) * len(words)),
    )


def _long_words(scene: Scene, at: int) -> frozenset[str]:
    """The long words of a block; pairs of letters in a script without blanks."""
    text = scene.normalized[at]
    if scene.lengths[at] >= _DENSE * len(scene.blocks[at].text):
        return frozenset(map("".join, zip(text, text[1:], strict=False)))
    return frozenset([word for word in text.split() if len(word) >= _SHORTEST_WORD])
