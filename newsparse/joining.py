"""`join`: the pages of one story as one article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, TypeVar

import attrs

from newsparse.errors import InputError, quoted
from newsparse.records import (
    Article,
    BodyBlock,
    Embed,
    Group,
    Image,
    NoteKind,
    ParseWarning,
    Record,
    StoryPage,
    WarningCode,
)
from newsparse.textual import normalize

_FROM_FIRST: Final = (
    "kind",
    "profile",
    "language",
    "masthead",
    "kicker",
    "headline",
    "deck",
    "dateline",
    "published",
    "section",
    "is_free",
    "is_wire",
    "story_id",
    "short_url",
    "amp_url",
    "print_url",
    "rights",
)
"""Fields of the first page that has them."""
_SHORTEST_REPEAT: Final = 40
"""Characters of a block that is left out because an earlier page has it too."""
_ONLY_OF_A_PAGE: Final = frozenset((WarningCode.NO_HEADLINE, WarningCode.NO_BODY))
"""Warnings that a later page has because it is a later page."""

_Listed = TypeVar("_Listed", bound=Record)


def join(articles: Iterable[Article]) -> Article:
    """The article of a story that stands on several pages, given in order.

    Headline, masthead and the other single fields are those of the first page that has them;
    `updated` is the latest. Blocks, captions and notes that an earlier page has too are there once,
    and jump lines are left out. Positions of pictures and embeds count in the joined body. `pages`
    says which page each block is from: the sources of a block are places on that page. Raises
    `InputError` if there is no article, or for another value.

    >>> one = Article(url="/rain", body=(BodyBlock("It rained."),))
    >>> two = Article(url="/rain?page=2", body=(BodyBlock("It stopped."),))
    >>> join([one, two]).text
    'It rained.\\n\\nIt stopped.'
    """
    pages = _checked(articles)
    if len(pages) == 1:
        return pages[0]
    body: list[BodyBlock] = []
    parts: list[StoryPage] = []
    images: list[Image] = []
    embeds: list[Embed] = []
    groups: list[Group] = []
    seen: set[str] = set()
    for page in pages:
        kept = _new_blocks(page.body, seen)
        parts.append(StoryPage(page.url, len(body)))
        images += _placed(page.images, kept, len(body))
        embeds += _placed(page.embeds, kept, len(body))
        groups += _moved(page.groups, kept, len(body))
        body += (page.body[at] for at in kept)
    return attrs.evolve(
        pages[0],
        **_single_fields(pages),
        bylines=next((page.bylines for page in pages if page.bylines), ()),
        captions=_once(one for page in pages for one in page.captions),
        images=_once_by_address(images),
        embeds=_once(embeds),
        body=tuple(body),
        groups=tuple(groups),
        notes=_once(one for page in pages for one in page.notes if one.kind is not NoteKind.JUMP),
        comments=_once(one for page in pages for one in page.comments),
        pages=tuple(parts),
        tags=tuple(dict.fromkeys(tag for page in pages for tag in page.tags)),
        warnings=_warnings(pages),
    )


def _checked(articles: Iterable[Article]) -> list[Article]:
    """The pages; raises `InputError` for anything else."""
    if isinstance(articles, Article) or not isinstance(articles, Iterable):
        raise InputError(f"join takes articles, not {quoted(articles)}")
    pages = list(articles)
    for page in pages:
        if not isinstance(page, Article):
            raise InputError(f"join takes articles, not {quoted(page)}")
    if not pages:
        raise InputError("join takes at least one article")
    return pages


def _single_fields(pages: Sequence[Article]) -> dict[str, Any]:
    """The fields with one value, with their evidence."""
    values: dict[str, Any] = {}
    chosen: dict[str, Article] = {}
    for name in _FROM_FIRST:
        page = next((page for page in pages if getattr(page, name) is not None), pages[0])
        values[name], chosen[name] = getattr(page, name), page
    dated = [page for page in pages if page.updated is not None]
    if dated:
        latest = max(dated, key=lambda page: str(page.updated))
        values["updated"], chosen["updated"] = latest.updated, latest
    values["next_url"], chosen["next_url"] = pages[-1].next_url, pages[-1]
    chosen["bylines"] = next((page for page in pages if page.bylines), pages[0])
    told = dict.fromkeys(
        one
        for page in pages
        for one in page.evidence
        if chosen.get(one.article_field, pages[0]) is page
    )
    return {**values, "evidence": tuple(told)}


def _new_blocks(body: Sequence[BodyBlock], seen: set[str]) -> list[int]:
    """The numbers of the blocks that no earlier page has; their texts are added to `seen`."""
    texts = [normalize(block.text) for block in body]
    kept = [at for at, text in enumerate(texts) if len(text) < _SHORTEST_REPEAT or text not in seen]
    seen.update(texts)
    return kept


_Placed = TypeVar("_Placed", Image, Embed)


def _placed(found: Iterable[_Placed], kept: Sequence[int], first: int) -> list[_Placed]:
    """Pictures or embeds with their places in the joined body."""
    return [
        one
        if one.position is None
        else attrs.evolve(one, position=first + sum(at < one.position for at in kept))
        for one in found
    ]


def _moved(found: Iterable[Group], kept: Sequence[int], first: int) -> Iterator[Group]:
    """Boxes with their places in the joined body, without empty ones."""
    for group in found:
        start = first + sum(at < group.start for at in kept)
        end = first + sum(at < group.end for at in kept)
        if start < end:
            yield attrs.evolve(group, start=start, end=end)


def _once(found: Iterable[_Listed]) -> tuple[_Listed, ...]:
    """Records without those that say what an earlier one says."""
    kept: dict[str, _Listed] = {}
    for one in found:
        text = getattr(one, "text", "") or getattr(one, "raw", "")
        kept.setdefault(normalize(str(text)) or repr(one), one)
    return tuple(kept.values())


def _once_by_address(images: Iterable[Image]) -> tuple[Image, ...]:
    """Pictures without those whose file an earlier one has."""
    kept: dict[str | None, Image] = {}
    for image in images:
        kept.setdefault(image.url, image)
    return tuple(kept.values())


def _warnings(pages: Sequence[Article]) -> tuple[ParseWarning, ...]:
    """The warnings of all pages, without those that only a later page has to have."""
    first, *others = pages
    later = (one for page in others for one in page.warnings if one.code not in _ONLY_OF_A_PAGE)
    return tuple(dict.fromkeys((*first.warnings, *later)))
