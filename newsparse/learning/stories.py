"""Which pages are copies or versions of one story: they count as one page of a site."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.learning.observe import Observation
from newsparse.segmenters.site_cues import is_same_story


def stories(pages: Sequence[Observation]) -> list[list[Observation]]:
    """The pages, those of one story together, in the order of their first pages.

    Two pages are of one story if they share paragraphs and most words of the headline. Pages of
    different stories that share a paragraph are not.
    """
    texts = [
        frozenset(block.text for block in page.blocks if block.text is not None) for page in pages
    ]
    with_paragraph: dict[bytes, list[int]] = {}
    for at, page in enumerate(pages):
        for paragraph in page.paragraphs:
            with_paragraph.setdefault(paragraph, []).append(at)
    first = list(range(len(pages)))
    pairs = {
        (one, other)
        for together in with_paragraph.values()
        for place, other in enumerate(together)
        for one in together[:place]
    }
    for one, other in sorted(pairs):
        if _is_version(pages, texts, one, other) or _is_version(pages, texts, other, one):
            low, high = sorted((_root(first, one), _root(first, other)))
            first[high] = low
    found: dict[int, list[Observation]] = {}
    for at, page in enumerate(pages):
        found.setdefault(_root(first, at), []).append(page)
    return list(found.values())


def _is_version(
    pages: Sequence[Observation], texts: Sequence[frozenset[bytes]], one: int, other: int
) -> bool:
    page, story = pages[one], pages[other]
    return is_same_story(page.title, texts[one], story.title, story.paragraphs)


def _root(first: list[int], at: int) -> int:
    while first[at] != at:
        at = first[at]
    return at
