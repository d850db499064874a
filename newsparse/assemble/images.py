"""The pictures of the story: those printed with it, joined with those that the head states.

A picture is of the story if the head names it, if it has a caption, or if it stands between the
headline and the end of the body and belongs to nothing else. Logos, icons, trackers, portraits of
authors and the pictures of other stories are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any, Final

import attrs

from newsparse.assemble.context import AssemblyContext
from newsparse.assemble.pictures import absolute
from newsparse.assemble.positions import position
from newsparse.assemble.renditions import (
    PictureName,
    is_among,
    is_sign,
    picture_name,
    same_picture,
)
from newsparse.blocks import Picture, PictureDetails
from newsparse.fields.credits import credit_in
from newsparse.lexicon.class_patterns import GALLERY, TO_PICTURES
from newsparse.lexicon.classwords import bit
from newsparse.page import Media
from newsparse.read.statements import HeadStatement
from newsparse.records import (
    Caption,
    Credit,
    Image,
    ImageRole,
    Label,
    Origin,
    Rendition,
    Source,
    Span,
)
from newsparse.textual import normalize, squeeze

_NEVER: Final = bit("in_nav", "in_footer", "footer", "logo", "in_dialog", "consent", "comment")
"""Where no picture of the story stands."""
_OTHERS: Final = _NEVER | bit(
    "related", "ad", "signup", "share", "biography", "byline", "tags", "in_control", "tool",
    "sidebar", "in_aside", "navigation", "paywall",
)  # fmt: skip
"""Where a picture belongs to something else, unless the head names it or it has a caption."""
_PICTURE: Final = bit("picture", "in_figure", "caption")
_FILE = re.compile(r"\.(?:jpe?g|png|webp|avif|gif)(?![a-z0-9])", re.IGNORECASE)
_SMALLEST: Final = 100
"""Pixels of width or height of a picture of the story; smaller ones are icons."""
_FEWEST_IN_SERIES: Final = 3
"""Pictures between two paragraphs that are a series."""
_BLOCKS_ABOVE: Final = 12
"""Blocks above the headline, or the body, in which the lead picture may stand."""
_MOST_STATED: Final = 12
"""Pictures of the head that are read."""
_METAS: Final = ("og:image", "og:image:url", "og:image:secure_url", "twitter:image")
_MORE_METAS: Final = ("twitter:image:src", "image", "thumbnailurl", "parsely-image-url")


@attrs.frozen
class _Stated:
    """A picture that the head states."""

    rendition: Rendition
    statement: HeadStatement
    height: int | None = None
    caption: Caption | None = None
    license: str | None = None


@attrs.frozen
class _Printed:
    """A picture that the page prints."""

    picture: Picture
    details: PictureDetails
    url: str
    caption: Caption | None
    is_stated: bool
    is_main: bool
    """Whether it is the first picture that a part of the head states."""


def images(
    context: AssemblyContext, at_blocks: Sequence[int] | None, captions: Sequence[Caption]
) -> tuple[Image, ...]:
    """The pictures of the story in the order of the page, each once; the lead comes first if the
    page does not print it. `at_blocks` are the blocks of the page that are its body."""
    if context.page.media is Media.TEXT:
        return ()
    stated = _stated(context)
    printed = list(_printed(context, stated, captions))
    return _records(context, at_blocks, stated, printed)


# What the head states


def _stated(context: AssemblyContext) -> list[_Stated]:
    """The pictures that JSON-LD and metas state, in this order, without signs of the site."""
    found: list[_Stated] = []
    for one in (*_of_json_ld(context), *_of_metas(context)):
        if len(found) < _MOST_STATED and not is_sign(one.rendition.url):
            found.append(one)
    return found


def _of_metas(context: AssemblyContext) -> Iterator[_Stated]:
    """The pictures of metas; a width goes with the first."""
    widths = context.statements.meta("og:image:width")
    heights = context.statements.meta("og:image:height")
    names = _METAS if any(map(context.statements.has_meta, _METAS)) else _MORE_METAS
    for at, statement in enumerate(context.statements.meta(*names)):
        address = absolute(context.page.url, statement.text)
        if address:
            width = _number(next(widths, None)) if at == 0 else None
            height = _number(next(heights, None)) if at == 0 else None
            yield _Stated(Rendition(address, width), statement, height)


def _of_json_ld(context: AssemblyContext) -> Iterator[_Stated]:
    """The pictures of the story's JSON-LD object: addresses, or objects with more."""
    for statement in context.statements.item(context.statements.story, "image"):
        value = statement.value
        if isinstance(value, str):
            address = absolute(context.page.url, statement.text)
            if address:
                yield _Stated(Rendition(address), statement)
        elif isinstance(value, Mapping):
            yield from _of_object(context, value, statement)


def _of_object(
    context: AssemblyContext, value: Mapping[str, Any], statement: HeadStatement
) -> Iterator[_Stated]:
    """The files of an ImageObject."""
    width, height = _number(value.get("width")), _number(value.get("height"))
    license = value.get("license")
    for key in ("contentUrl", "url", "@id"):
        stated = value.get(key)
        several = isinstance(stated, list)
        files = list(enumerate(stated)) if isinstance(stated, list) else [(0, stated)]
        found = False
        for at, one in files[:_MOST_STATED]:
            address = (
                absolute(context.page.url, unescape(one).strip()) if isinstance(one, str) else None
            )
            if address and address.startswith(("http:", "https:", "/")):
                found = True
                yield _Stated(
                    Rendition(address, width if len(files) == 1 else None),
                    _inside(statement, one, f"{key}/{at}" if several else key),
                    height if len(files) == 1 else None,
                    _stated_caption(value, statement, address),
                    license if isinstance(license, str) and license else None,
                )
        if found:
            return


def _inside(statement: HeadStatement, value: Any, step: str) -> HeadStatement:
    """The statement of a value inside another one."""
    source = attrs.evolve(statement.source, where=f"{statement.source.where}/{step}")
    return HeadStatement(value, source)


def _stated_caption(
    value: Mapping[str, Any], statement: HeadStatement, address: str
) -> Caption | None:
    """The caption that an ImageObject states, with its credit."""
    text, credit = value.get("caption"), value.get("creditText")
    if not isinstance(text, str) or not text.strip():
        return None
    said = _inside(statement, text, "caption")
    return Caption(
        said.text,
        _stated_credit(_inside(statement, credit, "creditText")),
        image=address,
        raw=said.raw,
        source=said.source,
    )


def _stated_credit(statement: HeadStatement) -> Credit | None:
    """The credit that an ImageObject states."""
    if not isinstance(statement.value, str) or not statement.text:
        return None
    found = credit_in(statement.text)
    return (
        attrs.evolve(found, raw=statement.raw, source=statement.source)
        if found is not None
        else None
    )


def _number(value: Any) -> int | None:
    """A size that the head states; None if it is no number of pixels."""
    if isinstance(value, HeadStatement):
        value = value.value
    if isinstance(value, Mapping):
        value = value.get("value")
    if isinstance(value, str):
        value = value.strip().removesuffix("px").strip()
        value = int(value) if value.isdecimal() and len(value) < 6 else None
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


# What the page prints


def _printed(
    context: AssemblyContext, stated: Sequence[_Stated], captions: Sequence[Caption]
) -> Iterator[_Printed]:
    """The printed pictures that are of the story, each once."""
    captioned = {caption.image: caption for caption in reversed(captions) if caption.image}
    first, after = _region(context)
    names = {normalize(author.name) for author in context.stated.authors} if context.stated else ()
    wanted = {picture_name(one.rendition.url) for one in stated}
    seen: set[PictureName] = set()
    for picture in context.page.pictures:
        if not first <= picture.before <= after:
            continue
        if names and normalize(picture.alt) in names:
            continue
        within = context.page.outline.within[picture.node] if picture.node >= 0 else 0
        if within & _NEVER:
            continue
        address = context.page.locator.picture_address(picture)
        url = absolute(context.page.url, address) if address else None
        if url is None:
            continue
        caption = captioned.get(url)
        name = picture_name(url)
        is_stated = is_among(name, wanted)
        if caption is None and not is_stated and not _may_be_of_story(context, picture, url):
            continue
        if is_among(name, seen):
            continue
        details = context.page.locator.picture_details(picture)
        is_named = is_stated or caption is not None
        if details is None or not _is_of_story(context, picture, details, caption, is_named):
            continue
        seen.add(name)
        is_main = is_stated and _is_main(url, stated)
        yield _Printed(picture, details, url, caption, is_stated, is_main)


def _is_main(url: str, stated: Sequence[_Stated]) -> bool:
    """Whether a picture is the first of JSON-LD or of the metas."""
    origins = {one.statement.source.origin: one for one in reversed(stated)}
    return any(same_picture(url, one.rendition.url) for one in origins.values())


def _region(context: AssemblyContext) -> tuple[int, int]:
    """The first and the last block that a picture of the story may stand before."""
    story = [piece.block for piece in context.labelled(Label.BODY)]
    heads = [piece.block for piece in context.labelled(Label.HEADLINE)]
    captions = [piece.block for piece in context.labelled(Label.CAPTION, Label.CREDIT)]
    first = min((*heads[:1], *story[:1]), default=0)
    last = max((*story, *captions), default=len(context.page.blocks))
    return first - _BLOCKS_ABOVE, last


def _may_be_of_story(context: AssemblyContext, picture: Picture, url: str) -> bool:
    """Whether a picture without a caption that the head does not name may be of the story."""
    return (
        context.view.scene.in_core[picture.node]
        and not context.page.outline.within[picture.node] & _OTHERS
        and not is_sign(url)
    )


def _is_of_story(
    context: AssemblyContext,
    picture: Picture,
    details: PictureDetails,
    caption: Caption | None,
    is_named: bool,
) -> bool:
    """Whether a picture is of the story, by its elements."""
    words = details.words | context.page.outline.within[picture.node]
    if words & _NEVER:
        return False
    if caption is None and details.href and not TO_PICTURES.search(details.href):
        return False
    size = min(details.width or _SMALLEST, details.height or _SMALLEST)
    return is_named or (
        size >= _SMALLEST and not words & _OTHERS and _is_shown(picture, details, words)
    )


def _is_shown(picture: Picture, details: PictureDetails, words: int) -> bool:
    """Whether anything says that a picture is meant to be seen: a tracker has neither words nor
    size nor the name of a picture file."""
    return (
        bool(picture.alt.strip() or words & _PICTURE)
        or (details.width or 0) >= _SMALLEST
        or _FILE.search(details.addresses[0].url) is not None
    )


# Both together


def _records(
    context: AssemblyContext,
    at_blocks: Sequence[int] | None,
    stated: Sequence[_Stated],
    printed: Sequence[_Printed],
) -> tuple[Image, ...]:
    """The pictures as records: the printed ones, and the head's main one if it is not among
    them."""
    positions = [position(at_blocks, one.picture.before) for one in printed]
    lead = _lead(printed, positions, bool(stated))
    found = [
        _image(context, one, stated, position, _role(one, at, lead, positions))
        for at, (one, position) in enumerate(zip(printed, positions, strict=True))
    ]
    if stated and not any(one.is_main for one in printed):
        role = ImageRole.LEAD if lead is None else ImageRole.PREVIEW
        found.insert(0, _unprinted(stated, role))
    return tuple(found)


def _lead(
    printed: Sequence[_Printed], positions: Sequence[int | None], is_stated: bool
) -> int | None:
    """The number of the main picture: the one that the head names first, else the first with a
    caption before the second paragraph, else another one that the head names; without a head, the
    first before the second paragraph."""
    early = [(position or 0) <= 1 for position in positions]
    for wanted in (
        [one.is_main for one in printed],
        [
            one.caption is not None and is_early
            for one, is_early in zip(printed, early, strict=True)
        ],
        [one.is_stated for one in printed],
        early if not is_stated else [],
    ):
        if True in wanted:
            return wanted.index(True)
    return None


def _role(one: _Printed, at: int, lead: int | None, positions: Sequence[int | None]) -> ImageRole:
    """What a printed picture is to the story."""
    if at == lead:
        return ImageRole.LEAD
    if one.details.is_video:
        return ImageRole.VIDEO_THUMBNAIL
    is_series = positions[at] is not None and positions.count(positions[at]) >= _FEWEST_IN_SERIES
    return (
        ImageRole.GALLERY if is_series or GALLERY.search(one.details.classes) else ImageRole.INLINE
    )


def _image(
    context: AssemblyContext,
    one: _Printed,
    stated: Sequence[_Stated],
    position: int | None,
    role: ImageRole,
) -> Image:
    """The record of a printed picture, with what the head states of it."""
    same = [
        other for other in stated if one.is_stated and same_picture(one.url, other.rendition.url)
    ]
    details = one.details
    files = [
        Rendition(address, file.width, file.density)
        for file in details.addresses
        if (address := absolute(context.page.url, file.url))
    ]
    also = tuple(Span(where=other.statement.source.where) for other in same)
    return Image(
        role,
        _best_first([*files, *(other.rendition for other in same)]),
        squeeze(one.picture.alt),
        details.width,
        details.height,
        one.caption or next((other.caption for other in same if other.caption), None),
        position,
        absolute(context.page.url, details.license)
        if details.license
        else next((other.license for other in same if other.license), None),
        details.raw,
        Source(Origin.DOM, where=details.where, also=also, reason=_reason(one)),
    )


def _reason(one: _Printed) -> str:
    """Why a printed picture is of the story."""
    if one.is_stated:
        return "the head names it"
    return "has a caption" if one.caption is not None else "stands in the story"


def _unprinted(stated: Sequence[_Stated], role: ImageRole) -> Image:
    """The main picture of the head, with all its files."""
    first = stated[0]
    same = [one for one in stated if same_picture(first.rendition.url, one.rendition.url)]
    return Image(
        role,
        _best_first([one.rendition for one in same]),
        width=first.rendition.width,
        height=first.height,
        caption=next((one.caption for one in same if one.caption), None),
        license=next((one.license for one in same if one.license), None),
        raw=first.statement.raw,
        source=attrs.evolve(
            first.statement.source,
            also=tuple(Span(where=one.statement.source.where) for one in same[1:]),
        ),
    )


def _best_first(files: Sequence[Rendition]) -> tuple[Rendition, ...]:
    """Each file once; the widest known first if it is wider than the first."""
    once: dict[str, Rendition] = {}
    for file in files:
        known = once.get(file.url)
        if known is None or (known.width is None and file.width is not None):
            once[file.url] = file
    found = list(once.values())
    found.sort(key=lambda file: -(file.width or 0))
    return tuple(found)
