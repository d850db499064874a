"""Which byline prefixes count on a page: those of the language that it states or is written in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from newsparse.fields.page_languages import SpeaksPrefix, guessed_languages, speaks_in
from newsparse.page import Head, Page

_METAS: Final = frozenset(("og:locale", "content-language", "language", "dc.language"))
_SHORTEST_PROSE: Final = 80
"""Characters from which a block is taken for running text."""


class PagePrefixes:
    """A test for byline prefixes that begin names too; the page is read on the first question."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def __call__(self, prefix: str) -> bool:
        """Whether a prefix, in small letters, is one of a language of the page."""
        return self._speaks(prefix)

    @cached_property
    def _speaks(self) -> SpeaksPrefix:
        texts = [block.text for block in self._page.blocks]
        prose = [text for text in texts if len(text) >= _SHORTEST_PROSE]
        guessed = guessed_languages(prose) or guessed_languages(texts)
        return speaks_in((*stated_languages(self._page.head), *guessed))


def stated_languages(head: Head) -> Iterator[str]:
    """The codes of languages that the head states, the `lang` attribute first."""
    if head.language:
        yield head.language
    yield from (meta.content for meta in head.metas if meta.name in _METAS)
    for item in head.items:
        stated = item.data.get("inLanguage")
        if isinstance(stated, str):
            yield stated
