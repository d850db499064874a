"""The language that a page is written in, read from its running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from newsparse.blocks import Block
from newsparse.fields.language_id import FoundLanguage, language_in
from newsparse.lexicon.regions import REGIONS_OF_DOMAINS, SOLD_WIDELY
from newsparse.page import Page
from newsparse.textual import letter_length

_SHORTEST_PROSE: Final = 80
"""Letters from which a block is taken for running text."""
LONGEST_SAMPLE: Final = 300
"""Characters taken of one block: no paragraph alone decides."""
_MOST_CHARACTERS: Final = 3_000
"""Characters that are looked at in all."""
_MOST_ASKED_ALONE: Final = 3
"""Blocks that are asked for their own language, to show one of them."""


@attrs.frozen
class PageLanguage:
    """The language of a page, and the block that shows it best."""

    language: FoundLanguage
    block: Block


def page_language(page: Page) -> PageLanguage | None:
    """The language of the running text of a page, None where it is not sure.

    Short lines are looked at only where the page has no running text.
    """
    prose = [block for block in page.blocks if letter_length(block.text) >= _SHORTEST_PROSE]
    samples = list(_samples(prose or page.blocks))
    found = language_in("\n".join(text for _, text in samples))
    return PageLanguage(found, _shown_by(samples, found)) if found is not None else None


def with_region(tag: str, url: str | None) -> str:
    """A language tag with the region of the site's country domain, where it states none.

    >>> with_region("en", "https://herald.example.ie/a"), with_region("en-GB", "https://herald.ie")
    ('en-IE', 'en-GB')
    >>> with_region("en", "https://herald.tv"), with_region("en", None)
    ('en', 'en')
    """
    domain = _COUNTRY_DOMAIN.search(url) if url and "-" not in tag and "_" not in tag else None
    if domain is None or domain[1] in SOLD_WIDELY:
        return tag
    return f"{tag}-{REGIONS_OF_DOMAINS.get(domain[1], domain[1].upper())}"


_COUNTRY_DOMAIN = re.compile(r"^https?://[^/:?#]{1,253}\.([a-z]{2})(?=[:/?#]|$)")


def _samples(blocks: Iterable[Block]) -> Iterator[tuple[Block, str]]:
    """The beginnings of blocks, until there are enough characters."""
    left = _MOST_CHARACTERS
    for block in blocks:
        if left <= 0:
            return
        text = block.text[: min(left, LONGEST_SAMPLE)]
        left -= len(text)
        yield block, text


def _shown_by(samples: list[tuple[Block, str]], found: FoundLanguage) -> Block:
    """The block with the longest sample that is of the language by itself; else the longest."""
    longest = sorted(samples, key=lambda sample: len(sample[1]), reverse=True)[:_MOST_ASKED_ALONE]
    for block, text in longest:
        alone = language_in(text)
        if alone is not None and alone.code == found.code:
            return block
    return longest[0][0]
