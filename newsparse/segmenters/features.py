"""The cues that the learned scorers see, as columns of numbers over the blocks of a page.

A column is a row of `_COLUMNS`; the class-word groups of a block, its ancestors and its inline
elements are three more columns of bits (`MASKS`), which the scorers test bit by bit.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final

from newsparse.segmenters import feature_place as place
from newsparse.segmenters import feature_region as region
from newsparse.segmenters import feature_words as words
from newsparse.segmenters.feature_page import Column, FeaturePage
from newsparse.segmenters.scene import Scene

__all__ = ["FEATURES", "MASKS", "REGIONAL", "Column", "columns", "rows"]

MASKS: Final = ("within", "own", "inline")
"""Names of the columns of bits."""


def columns(scene: Scene, wanted: list[int], used: Collection[str]) -> list[Column]:
    """The columns over the blocks whose indices are wanted, in the order of `FEATURES`; those that
    nobody uses are zeros."""
    if not wanted:
        return [[] for _ in FEATURES]
    page = FeaturePage(scene, wanted)
    unused = [0.0] * len(wanted)
    return [_COLUMNS[name](page) if name in used else unused for name in FEATURES]


def rows(scene: Scene, wanted: list[int]) -> list[list[float]]:
    """The features of the blocks whose indices are wanted, in that order."""
    return list(map(list, zip(*columns(scene, wanted, FEATURES), strict=True)))


_COLUMNS: Final[dict[str, Callable[[FeaturePage], Column]]] = {
    "length": place.beside("logs", 0),
    "linked": place.beside("linked", 0),
    "sentences": words.sentences,
    "ends": words.ends,
    "commas": words.commas,
    "capitals": words.capitals,
    "digits": words.digits,
    "opening": words.openings,
    "closing": words.closings,
    "stressed": place.stressed,
    "level": place.beside("levels", 0),
    "kind": place.kinds,
    "tag": place.tags,
    "prose": place.beside("prose", 0),
    "group_share": place.group_share,
    "parent_share": place.parent_share,
    "node_share": place.node_share,
    "signature_share": place.signature_share,
    "climb": place.climb,
    "in_core": place.in_core,
    "core_above": place.core_above,
    "core_depth": place.core_depth,
    "position": place.position,
    "prose_before": place.prose_before,
    "from_title": place.from_title_block,
    "from_first": place.from_first,
    "from_last": place.from_last,
    "between": place.between,
    "length_before": place.beside("logs", -1),
    "length_after": place.beside("logs", 1),
    "length_before2": place.beside("logs", -2),
    "length_after2": place.beside("logs", 2),
    "linked_before": place.beside("linked", -1),
    "linked_after": place.beside("linked", 1),
    "linked_before2": place.beside("linked", -2),
    "linked_after2": place.beside("linked", 2),
    "prose_before1": place.beside("prose", -1),
    "prose_after1": place.beside("prose", 1),
    "parent_before": place.alike("parents", -1),
    "parent_after": place.alike("parents", 1),
    "group_before": place.alike("groups", -1),
    "group_after": place.alike("groups", 1),
    "level_before": place.beside("levels", -1),
    "level_after": place.beside("levels", 1),
    "list_before": place.beside("lists", -1),
    "list_after": place.beside("lists", 1),
    "to_prose_before": place.to_prose_before,
    "to_prose_after": place.to_prose_after,
    "siblings_linked": place.siblings_linked,
    "repeated": words.repeated,
    "title_match": words.title_match,
    "description_match": words.description_match,
    "furniture": words.furniture,
    "credit": words.credits,
    "byline_prefix": words.prefixes,
    "dated": words.dates,
    "address": words.addresses,
    "picture_before": place.picture_before,
    "picture_after": place.picture_after,
    "core_share": place.core_share,
    "page_prose": place.page_prose,
    "page_blocks": place.page_blocks,
    "gap_above": place.gap_above,
    "indent": place.indent,
    "twin_boxes": region.twin_boxes,
    "node_text": region.node_text,
    "parent_text": region.parent_text,
    "title_climb": region.title_climb,
    "title_share": region.title_share,
    "tails_before": region.tails_before,
    "since_tail": region.since_tail,
    "signed_before": region.signed_before,
    "stated": region.stated,
}
"""How each column is read off a page."""

FEATURES: Final = tuple(_COLUMNS)
"""Names of the columns."""
REGIONAL: Final = frozenset(
    name for name, column in _COLUMNS.items() if column.__module__ == region.__name__
)
"""Those of the region, which only the second stage reads."""
